//! What was answered before, answered again: bytes that lie ready in memory, straight onto the connection.
//!
//! Most requests are for a page, a feed or a style sheet that somebody has asked for already. Between such a request and
//! its answer nothing is left to decide, so no route and no middleware sees it. The first request on a connection that
//! wants more takes it along to hyper.

use std::{io::Write as _, pin::Pin, sync::Arc, time::Duration};

use axum::{
    body::Bytes,
    http::{HeaderValue, StatusCode},
};
use hyper::body::Buf;
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::TcpStream,
    time::{Instant, Sleep, sleep},
};
use tokio_util::sync::{CancellationToken, WaitForCancellationFuture};

use super::{
    Desk,
    files::{Ready, given},
    listen::can_be_host,
    negotiation::{Encoding, date},
    traffic::Traffic,
};
use crate::clock::Timestamp;

/// The longest head that is looked at here: browsers send a quarter of it.
const HEAD_BYTES: usize = 4096;

/// The most fields of a head; browsers send half as many.
const MOST_FIELDS: usize = 32;

/// What makes a request more than a wish for a text: a body, or another way to go on.
const MORE: [&str; 4] = ["content-length", "transfer-encoding", "expect", "upgrade"];

/// Answers requests as long as all of them were answered before. Gives what was read of one that was not; `None` when
/// the client left or said nothing for as long as `patience`, or when `stop` says so.
pub(super) async fn answer_again(
    stream: &mut TcpStream,
    desk: &Desk,
    traffic: &Traffic,
    patience: Duration,
    stop: &CancellationToken,
) -> Option<Vec<u8>> {
    let (mut read, mut head, mut today) = (Vec::with_capacity(HEAD_BYTES), Vec::new(), DateLine::default());
    let mut silence = Silence { patience, alarm: Box::pin(sleep(patience)), stop: Box::pin(stop.cancelled()) };
    loop {
        if read.is_empty() {
            silence.wait(stream, &mut read).await?;
        }
        let Some((length, answer)) = find(desk, &read) else { return Some(read) };
        read.drain(..length);
        head.clear();
        answer.write_head(&mut head, today.at(desk.now()));
        traffic.note(answer.status());
        stream.write_all_buf(&mut Buf::chain(&head[..], answer.body())).await.ok()?;
        if answer.is_last {
            let _ = stream.shutdown().await;
            return None;
        }
    }
}

/// The time between two requests.
struct Silence<'s> {
    patience: Duration,
    /// Set anew only when it goes off: clients that go on talking would have it set a thousand times in vain.
    alarm: Pin<Box<Sleep>>,
    stop: Pin<Box<WaitForCancellationFuture<'s>>>,
}

impl Silence<'_> {
    /// Waits for the client to say something; `None` when it does not.
    async fn wait(&mut self, stream: &mut TcpStream, read: &mut Vec<u8>) -> Option<()> {
        let until = Instant::now() + self.patience;
        loop {
            tokio::select! {
                biased;
                heard = stream.read_buf(read) => return heard.ok().filter(|bytes| *bytes > 0).map(drop),
                () = self.stop.as_mut() => return None,
                () = self.alarm.as_mut() => {
                    if Instant::now() >= until {
                        return None;
                    }
                    self.alarm.as_mut().reset(until);
                }
            }
        }
    }
}

/// An answer that needs no more than to be sent.
struct Answer {
    ready: Arc<Ready>,
    /// None to whom has it already.
    given: Option<(Bytes, Encoding)>,
    /// Whether only the head was asked for.
    is_head: bool,
    /// Whether the client wants to ask nothing more.
    is_last: bool,
}

/// The answer to the request at the beginning of what was `read`, and the length of that; `None` where it is not there
/// whole, or for others to answer.
fn find(desk: &Desk, read: &[u8]) -> Option<(usize, Answer)> {
    let mut fields = [httparse::EMPTY_HEADER; MOST_FIELDS];
    let mut request = httparse::Request::new(&mut fields);
    let httparse::Status::Complete(length) = request.parse(read).ok()? else { return None };
    let (method, path, fields) = (request.method?, request.path?, &*request.headers);
    let is_head = method == "HEAD";
    if request.version != Some(1) || !is_head && method != "GET" {
        return None;
    }
    let (mut is_last, mut hosts) = (false, 0);
    for field in fields {
        if MORE.iter().any(|name| field.name.eq_ignore_ascii_case(name)) {
            return None;
        }
        if field.name.eq_ignore_ascii_case("host") {
            hosts += if can_be_host(field.value) { 1 } else { 2 };
        }
        if field.name.eq_ignore_ascii_case("connection") {
            is_last |= field.value.eq_ignore_ascii_case(b"close");
            if !is_last && !field.value.eq_ignore_ascii_case(b"keep-alive") {
                return None;
            }
        }
    }
    if hosts != 1 {
        return None;
    }
    let path = path.split_once('?').map_or(path, |(path, _)| path);
    let ready = desk.current().unchanged()?.ready(path)?;
    let body = desk.current().body_in_memory(&ready.file)?;
    let given = given(fields, &ready.file, &body);
    Some((length, Answer { ready, given, is_head, is_last }))
}

impl Answer {
    fn status(&self) -> StatusCode {
        if self.given.is_some() { StatusCode::OK } else { StatusCode::NOT_MODIFIED }
    }

    fn write_head(&self, head: &mut Vec<u8>, date: &[u8]) {
        head.extend_from_slice(if self.given.is_some() { &self.ready.shown } else { &self.ready.unchanged });
        // Writing to a vector cannot fail.
        if let Some((bytes, encoding)) = &self.given {
            let _ = write!(head, "content-length: {}\r\n", bytes.len());
            if let Some(encoding) = encoding.name() {
                write_field(head, "content-encoding", &encoding);
            }
        }
        if self.is_last {
            head.extend_from_slice(b"connection: close\r\n");
        }
        head.extend_from_slice(date);
        head.extend_from_slice(b"\r\n");
    }

    fn body(&self) -> Bytes {
        self.given.as_ref().filter(|_| !self.is_head).map(|(bytes, _)| bytes.clone()).unwrap_or_default()
    }
}

fn write_field(head: &mut Vec<u8>, name: &str, value: &HeaderValue) {
    for part in [name.as_bytes(), b": ", value.as_bytes(), b"\r\n"] {
        head.extend_from_slice(part);
    }
}

/// The line that says when an answer was made (RFC 9110 section 6.6.1), which is another once a second.
#[derive(Default)]
struct DateLine {
    second: i64,
    line: Vec<u8>,
}

impl DateLine {
    fn at(&mut self, now: Timestamp) -> &[u8] {
        let second = now.timestamp();
        if self.line.is_empty() || self.second != second {
            self.line.clear();
            self.second = second;
            date(second).iter().for_each(|date| write_field(&mut self.line, "date", date));
        }
        &self.line
    }
}
