//! A relay's side of the dialog, line by line, mended where relays are careless.
//!
//! lettre takes a reply with a Latin-1 letter for a broken connection and a bare `550`
//! for no reply at all; both would turn a refusal into an endless retry. And a reply
//! that nobody asked for must never be taken for the answer to the next command.

use std::{
    fmt, io,
    net::SocketAddr,
    pin::Pin,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    task::{Context, Poll, ready},
};

use lettre::transport::smtp::client::AsyncTokioStream;
use tokio::io::{AsyncRead, AsyncReadExt as _, AsyncWrite, AsyncWriteExt as _, ReadBuf};

/// A line that is longer is no reply (RFC 5321 section 4.5.3.1.5 allows 512 bytes).
const LONGEST_LINE: usize = 8 * 1024;

/// What is passed on of a line: lettre refuses more than 1,000 bytes.
const LONGEST_MENDED: usize = 900;

/// A byte stream to a relay that gives its replies one whole line at a time.
pub(super) struct ReplyStream<S> {
    inner: S,
    peer: SocketAddr,
    /// What has arrived and was not looked at yet.
    received: Vec<u8>,
    /// What is left of the line that is being read.
    line: Vec<u8>,
    /// Whether it is greeted as LMTP wants it, of which lettre knows nothing.
    lmtp: bool,
    written: Written,
}

/// How many bytes a stream has taken on their way to the relay. Copies count together.
#[derive(Debug, Clone, Default)]
pub(super) struct Written(Arc<AtomicUsize>);

impl Written {
    pub(super) fn bytes(&self) -> usize {
        self.0.load(Ordering::Relaxed)
    }
}

impl<S: AsyncRead + AsyncWrite + Unpin> ReplyStream<S> {
    /// A stream on which the relay has not spoken yet.
    pub(super) fn new(inner: S, peer: SocketAddr) -> Self {
        Self { inner, peer, received: Vec::new(), line: Vec::new(), lmtp: false, written: Written::default() }
    }

    /// A stream on which the relay has spoken before, for a reader that waits for a greeting.
    pub(super) fn greeted(inner: S, peer: SocketAddr) -> Self {
        Self { line: b"220 \r\n".to_vec(), ..Self::new(inner, peer) }
    }

    /// The same, counting what it takes.
    pub(super) fn counted(self, written: &Written) -> Self {
        Self { written: written.clone(), ..self }
    }

    /// A stream on which EHLO becomes LHLO (RFC 2033 section 4.1); with one recipient for each mail the rest is
    /// the same.
    pub(super) fn lmtp(inner: S, peer: SocketAddr) -> Self {
        Self { lmtp: true, ..Self::new(inner, peer) }
    }

    /// Sends a line and reads the reply, all its lines, for the few words before TLS.
    ///
    /// # Errors
    /// When the connection breaks or the reply does not end.
    pub(super) async fn ask(&mut self, command: &str) -> io::Result<String> {
        self.write_all(command.as_bytes()).await?;
        self.flush().await?;
        self.listen().await
    }

    /// Reads one reply, all its lines.
    ///
    /// # Errors
    /// As [`ask`](Self::ask).
    pub(super) async fn listen(&mut self) -> io::Result<String> {
        let mut reply = String::new();
        loop {
            let start = reply.len();
            while !reply.ends_with('\n') || reply.len() == start {
                let byte = self.read_u8().await?;
                reply.push(char::from(byte));
            }
            if reply.as_bytes().get(start + 3) != Some(&b'-') {
                return Ok(reply);
            }
            if reply.len() > LONGEST_LINE {
                return Err(io::Error::new(io::ErrorKind::InvalidData, "the reply does not end"));
            }
        }
    }

    /// The stream below.
    ///
    /// # Errors
    /// When the relay has said more than it was asked: said before TLS, it could be
    /// anybody's words (CVE-2021-38371 and its kind).
    pub(super) fn into_inner(self) -> io::Result<S> {
        self.nothing_unread()?;
        Ok(self.inner)
    }

    fn nothing_unread(&self) -> io::Result<()> {
        if self.received.is_empty() && self.line.is_empty() {
            return Ok(());
        }
        Err(io::Error::new(io::ErrorKind::InvalidData, "the relay spoke out of turn"))
    }

    /// Takes the next whole line from what was received.
    fn next_line(&mut self) -> io::Result<bool> {
        match self.received.iter().position(|byte| *byte == b'\n') {
            Some(newline) => {
                let raw: Vec<u8> = self.received.drain(..=newline).collect();
                self.line = mend(&raw).into_bytes();
                Ok(true)
            }
            None if self.received.len() > LONGEST_LINE => {
                Err(io::Error::new(io::ErrorKind::InvalidData, "the line does not end"))
            }
            None => Ok(false),
        }
    }
}

/// A line as lettre reads it: UTF-8, of a modest length, and with a space after its code.
fn mend(raw: &[u8]) -> String {
    let text = match std::str::from_utf8(raw) {
        Ok(text) => text.to_owned(),
        Err(_) => raw.iter().copied().map(char::from).collect(),
    };
    let mut line = text.trim_end_matches(['\r', '\n']).replace(char::is_control, " ");
    let mut end = line.len().min(LONGEST_MENDED);
    while !line.is_char_boundary(end) {
        end -= 1;
    }
    line.truncate(end);
    if line.len() == 3 {
        line.push(' ');
    }
    line + "\r\n"
}

impl<S: AsyncRead + AsyncWrite + Unpin> AsyncRead for ReplyStream<S> {
    fn poll_read(self: Pin<&mut Self>, context: &mut Context<'_>, out: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        let this = self.get_mut();
        while this.line.is_empty() && !this.next_line()? {
            let mut chunk = [0; 1024];
            let mut chunk = ReadBuf::new(&mut chunk);
            ready!(Pin::new(&mut this.inner).poll_read(context, &mut chunk))?;
            if chunk.filled().is_empty() {
                return Poll::Ready(Ok(()));
            }
            this.received.extend_from_slice(chunk.filled());
        }
        let count = this.line.len().min(out.remaining());
        out.put_slice(&this.line[..count]);
        this.line.drain(..count);
        Poll::Ready(Ok(()))
    }
}

impl<S: AsyncRead + AsyncWrite + Unpin> AsyncWrite for ReplyStream<S> {
    fn poll_write(self: Pin<&mut Self>, context: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        let this = self.get_mut();
        this.nothing_unread()?;
        let taken = match bytes.strip_prefix(b"EHLO ") {
            Some(name) if this.lmtp => Pin::new(&mut this.inner).poll_write(context, &[b"LHLO ", name].concat()),
            _ => Pin::new(&mut this.inner).poll_write(context, bytes),
        };
        if let Poll::Ready(Ok(count)) = taken {
            this.written.0.fetch_add(count, Ordering::Relaxed);
        }
        taken
    }

    fn poll_flush(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.get_mut().inner).poll_flush(context)
    }

    fn poll_shutdown(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.get_mut().inner).poll_shutdown(context)
    }
}

impl<S: AsyncRead + AsyncWrite + Unpin + Send + Sync> AsyncTokioStream for ReplyStream<S> {
    fn peer_addr(&self) -> io::Result<SocketAddr> {
        Ok(self.peer)
    }
}

impl<S> fmt::Debug for ReplyStream<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ReplyStream({})", self.peer)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_careless_line_is_mended() {
        assert_eq!(mend(b"550\r\n"), "550 \r\n");
        assert_eq!(mend(b"550-\n"), "550-\r\n");
        assert_eq!(mend(b"550 caf\xe9 ferm\xe9\r\n"), "550 café fermé\r\n");
        assert_eq!(mend("550 één\r\n".as_bytes()), "550 één\r\n");
        assert_eq!(mend(b"550 a\0b\r\n"), "550 a b\r\n");
        assert!(mend(&[b"550 ".to_vec(), vec![0xe9; 5_000]].concat()).len() < 1_000);
    }

    #[tokio::test]
    async fn a_reply_nobody_asked_for_stops_the_dialog() {
        let (client, mut relay) = tokio::io::duplex(1024);
        let mut stream = ReplyStream::new(client, SocketAddr::from(([127, 0, 0, 1], 25)));
        relay.write_all(b"250-a\r\n250 b\r\n250 c\r\n").await.unwrap();
        assert_eq!(stream.listen().await.unwrap(), "250-a\r\n250 b\r\n");
        assert!(stream.ask("NOOP\r\n").await.is_err());
        assert!(stream.into_inner().is_err());
    }
}
