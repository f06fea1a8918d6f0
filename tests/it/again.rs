//! What was answered before is answered again without routes. Nobody can tell the one from the other.

use std::{net::SocketAddr, time::Duration};

use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode};
use postduif::web::Limits;
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::TcpStream,
    time::timeout,
};

use crate::harness::{Answer, tell};

/// Longer than an answer takes on a busy machine.
const PATIENCE: Duration = Duration::from_secs(20);

/// What a garden's clock says in a head, and no other does.
const MORNING: &str = "Fri, 09 Oct 2026 06:00:00 GMT";

fn limits() -> Limits {
    Limits { head: PATIENCE, connections: 100 }
}

/// Says something on a connection of its own, and hears what comes until it ends.
async fn say(address: SocketAddr, said: &str) -> String {
    let mut stream = TcpStream::connect(address).await.unwrap();
    stream.write_all(said.as_bytes()).await.unwrap();
    let mut heard = Vec::new();
    timeout(PATIENCE, stream.read_to_end(&mut heard)).await.unwrap().unwrap();
    String::from_utf8_lossy(&heard).into_owned()
}

/// One answer as it went over the wire, without what only the wire needs, and when it says that it was made.
fn read(heard: &str) -> (Answer, String) {
    let (head, body) = heard.split_once("\r\n\r\n").unwrap();
    let mut lines = head.split("\r\n");
    let status = lines.next().unwrap().strip_prefix("HTTP/1.1 ").unwrap();
    let field = |line: &str| {
        let (name, value) = line.split_once(": ").unwrap();
        (name.parse::<HeaderName>().unwrap(), HeaderValue::from_str(value).unwrap())
    };
    let mut headers = HeaderMap::new();
    lines.map(field).for_each(|(name, value)| _ = headers.append(name, value));
    assert_eq!(headers.remove("connection").unwrap(), "close");
    let date = headers.remove("date").unwrap().to_str().unwrap().to_owned();
    (Answer { status: status[..3].parse().unwrap(), headers, body: body.to_owned() }, date)
}

#[test]
fn what_is_answered_again_is_what_routes_and_middlewares_answer() {
    tell(async |garden| {
        garden.publish().await;
        let (address, stop) = garden.listen(limits()).await;
        for path in ["/nl/", "/fr/slakken/", "/nl/feed.xml", "/nl/search.json", "/site.css"] {
            let plain = garden.get(path).await;
            let (tag, written) = (plain.header("etag"), plain.header("last-modified"));
            let ask = |method: &Method, fields: &[(&str, &str)]| {
                let fields: String = fields.iter().map(|(name, value)| format!("{name}: {value}\r\n")).collect();
                format!("{method} {path} HTTP/1.1\r\nhost: x\r\nConnection: close\r\n{fields}\r\n")
            };
            let (first, made) = read(&say(address, &ask(&Method::GET, &[])).await);
            assert_eq!(first, plain, "{path}");
            assert_ne!(made, MORNING, "hyper answers what was not asked before");
            for method in [Method::GET, Method::HEAD] {
                for fields in [
                    &[][..],
                    &[("Accept-Encoding", "gzip, deflate, br")],
                    &[("accept-encoding", "gzip"), ("accept-encoding", "br;q=0")],
                    &[("If-None-Match", tag)],
                    &[("if-none-match", "\"x\""), ("if-modified-since", written)],
                    &[("if-modified-since", written)],
                    &[("range", "bytes=0-1")],
                ] {
                    let (again, made) = read(&say(address, &ask(&method, fields)).await);
                    let mut routed = garden.ask(method.clone(), path, fields, "").await;
                    if routed.status == StatusCode::NOT_MODIFIED {
                        // What hyper does not send.
                        routed.headers.remove("content-length");
                    }
                    assert_eq!(again, routed, "{method} {path} {fields:?}");
                    assert_eq!(made, MORNING, "{method} {path} {fields:?} has been asked before");
                }
            }
        }
        stop.cancel();
    });
}

#[test]
fn a_connection_goes_on_whoever_answers_and_ends_with_the_daemon() {
    tell(async |garden| {
        garden.publish().await;
        let (address, stop) = garden.listen(limits()).await;
        let get = |path: &str, field: &str| format!("GET {path} HTTP/1.1\r\nhost: x\r\n{field}\r\n");
        let known = get("/nl/", "if-none-match: *\r\n");
        let statuses = |heard: &str| -> Vec<String> {
            heard.match_indices("HTTP/1.1 ").map(|(at, found)| heard[at + found.len()..][..3].to_owned()).collect()
        };
        let close = get("/nl/", "connection: close\r\n");
        assert_eq!(statuses(&say(address, &close).await), ["200"]);

        // All at once, and the next before the answer to the one before.
        let all = [&known, &known, &get("/nl/nergens/", ""), &known, &close].map(String::as_str).concat();
        assert_eq!(statuses(&say(address, &all).await), ["304", "304", "404", "304", "200"]);
        let form = "POST /nl/subscribe HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-length: 13\r\n\
                    content-type: application/x-www-form-urlencoded\r\n\r\nemail=niemand";
        assert_eq!(statuses(&say(address, &format!("{known}{form}")).await), ["304", "422"]);
        for (said, status) in [
            ("GET /nl/ HTTP/1.0\r\n\r\n", "200"),
            ("GET /nl/ HTTP/1.1\r\nhost x\r\n\r\n", "400"),
            ("GET /nl/ HTTP/1.1\r\nconnection: close\r\n\r\n", "400"),
            ("GET /nl/ HTTP/1.1\r\nhost: x\r\nhost: x\r\nconnection: close\r\n\r\n", "400"),
            ("GET /nl/ HTTP/1.1\r\nhost: x/y\r\nconnection: close\r\n\r\n", "400"),
            ("GET /nl/?van=brief HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n", "200"),
            ("BREW /nl/ HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n", "405"),
        ] {
            let heard = say(address, &format!("{known}{said}")).await;
            assert_eq!(statuses(&heard.replace("HTTP/1.0 ", "HTTP/1.1 ")), ["304", status], "{said}");
        }

        // Whoever is silent is not waited for at the end, whoever answered them last.
        let mut idle = Vec::new();
        for said in [known.clone(), get("/nl/nergens/", "")] {
            let mut stream = TcpStream::connect(address).await.unwrap();
            stream.write_all(said.as_bytes()).await.unwrap();
            timeout(PATIENCE, stream.read_u8()).await.unwrap().unwrap();
            idle.push(stream);
        }
        stop.cancel();
        for mut stream in idle {
            timeout(PATIENCE / 2, stream.read_to_end(&mut Vec::new())).await.unwrap().unwrap();
        }
    });
}

#[test]
fn what_is_answered_again_is_of_the_site_that_is_there_now() {
    tell(async |garden| {
        garden.publish().await;
        let (address, stop) = garden.listen(limits()).await;
        let ask = "GET /nl/slakken/ HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n";
        let mut before = String::new();
        for _ in 0..2 {
            before = read(&say(address, ask).await).0.body;
        }
        garden.edit("posts/slakken.md", "Keer de plank elke ochtend om.", "Keer de plank nooit meer om.");
        garden.sync().await;
        garden.publish().await;
        let (after, _) = read(&say(address, ask).await);
        assert_eq!(after.status, StatusCode::OK);
        assert!(!before.contains("nooit meer om") && after.body.contains("nooit meer om"));
        stop.cancel();
    });
}
