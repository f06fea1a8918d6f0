//! A small DNS server on a free loopback port, which knows what it is told.

use std::{
    net::{Ipv4Addr, SocketAddr, UdpSocket},
    thread,
};

/// A name, a type, and what stands there.
type Record = (String, &'static str, String);

/// A running server; it ends with the process.
pub(crate) struct DnsServer {
    pub(crate) address: SocketAddr,
}

impl DnsServer {
    pub(crate) fn start(records: Vec<Record>) -> Self {
        let socket = UdpSocket::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let address = socket.local_addr().unwrap();
        thread::spawn(move || {
            let mut query = [0; 1_500];
            while let Ok((length, from)) = socket.recv_from(&mut query) {
                let _ = socket.send_to(&answer(&query[..length], &records), from);
            }
        });
        Self { address }
    }
}

/// The answer to a query with one question (RFC 1035 section 4.1).
fn answer(query: &[u8], records: &[Record]) -> Vec<u8> {
    let (mut at, mut labels) = (12, Vec::new());
    while query[at] != 0 {
        let length = usize::from(query[at]);
        labels.push(String::from_utf8_lossy(&query[at + 1..=at + length]).to_lowercase());
        at += length + 1;
    }
    let question = &query[12..at + 5];
    let (name, kind) = (labels.join("."), u16::from_be_bytes([query[at + 1], query[at + 2]]));
    let here: Vec<_> = records.iter().filter(|(known, _, _)| *known == name).collect();
    let found: Vec<_> = here.iter().filter(|(_, known, _)| number_of(known) == kind).collect();
    // That there is no such name is another answer than that it has no such record.
    let code = if here.is_empty() { 3 } else { 0 };
    let mut out = [&query[..2], &[0x81, 0x80 | code, 0, 1, 0, found.len() as u8, 0, 0, 0, 0], question].concat();
    for (_, kind, value) in found {
        let data = data_of(kind, value);
        out.extend([0xc0, 12]);
        out.extend(number_of(kind).to_be_bytes());
        out.extend([0, 1, 0, 0, 0, 60]);
        out.extend((data.len() as u16).to_be_bytes());
        out.extend(data);
    }
    out
}

fn number_of(kind: &str) -> u16 {
    match kind {
        "A" => 1,
        "PTR" => 12,
        "MX" => 15,
        "TXT" => 16,
        _ => panic!("{kind}"),
    }
}

fn data_of(kind: &str, value: &str) -> Vec<u8> {
    let name = |value: &str| {
        let labels = value.split('.').filter(|label| !label.is_empty());
        let mut out: Vec<u8> = labels.flat_map(|label| [&[label.len() as u8], label.as_bytes()].concat()).collect();
        out.push(0);
        out
    };
    match kind {
        "A" => value.parse::<Ipv4Addr>().unwrap().octets().to_vec(),
        "PTR" => name(value),
        "MX" => [vec![0, 10], name(value)].concat(),
        _ => value.as_bytes().chunks(255).flat_map(|piece| [&[piece.len() as u8], piece].concat()).collect(),
    }
}
