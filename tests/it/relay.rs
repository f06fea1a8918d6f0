//! A relay on a free loopback port that fails as it is told to.

use std::{
    collections::{HashMap, VecDeque},
    net::SocketAddr,
    path::Path,
    sync::{
        Arc, Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use tokio::{
    io::{AsyncBufReadExt as _, AsyncRead, AsyncReadExt as _, AsyncWrite, AsyncWriteExt as _, BufReader},
    net::{TcpListener, TcpStream, UnixListener, UnixStream},
};
use tokio_rustls::TlsAcceptor;

/// What the relay does instead of what it should.
#[derive(Debug, Clone)]
pub(crate) enum Act {
    /// Says these bytes and goes on.
    Say(&'static [u8]),
    /// Says these bytes and closes the connection.
    SayAndClose(&'static [u8]),
    /// Says these bytes, one at a time with a pause between, and goes on.
    Drip(&'static [u8], Duration),
    /// Says nothing, and never will.
    Silence,
    /// Closes the connection.
    Cut,
    /// Invites the mail, and resets the connection in the middle of it.
    CutInContent,
}

/// What is the same for all connections.
#[derive(Default)]
struct Shared {
    script: Mutex<HashMap<&'static str, VecDeque<Act>>>,
    mails: Mutex<Vec<Vec<u8>>>,
    commands: Mutex<Vec<String>>,
    connections: AtomicUsize,
    open: AtomicUsize,
    most_open: AtomicUsize,
}

/// A running relay; it ends with the test's runtime.
pub(crate) struct Relay {
    shared: Arc<Shared>,
    address: SocketAddr,
}

/// How a relay behaves towards everybody.
#[derive(Clone, Default)]
pub(crate) struct Manners {
    /// Closes without a word after so many mails on one connection.
    pub(crate) mails_per_connection: Option<usize>,
    /// Greets further connections with 421.
    pub(crate) most_connections: Option<usize>,
    /// Lines of the answer to EHLO.
    pub(crate) offers: Vec<&'static str>,
    /// TLS after STARTTLS, or from the start.
    pub(crate) tls: Option<TlsAcceptor>,
    /// TLS from the first byte.
    pub(crate) tls_at_once: bool,
    /// Says this in the same packet as the answer to STARTTLS.
    pub(crate) injected: &'static [u8],
    /// How long it thinks about each mail.
    pub(crate) pause: Duration,
    /// Invites no mail whose recipient it refused, as Postfix does.
    pub(crate) strict: bool,
}

impl Relay {
    pub(crate) async fn start(manners: Manners) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let shared = Arc::new(Shared::default());
        tokio::spawn(accept(listener, Arc::clone(&shared), manners));
        Self { shared, address }
    }

    /// One that listens on a socket of this machine.
    pub(crate) fn at_socket(path: &Path) -> Self {
        let (listener, shared) = (UnixListener::bind(path).unwrap(), Arc::new(Shared::default()));
        let relay = Self { shared: Arc::clone(&shared), address: SocketAddr::from(([0, 0, 0, 0], 0)) };
        tokio::spawn(async move {
            loop {
                let (stream, _) = listener.accept().await.unwrap();
                let shared = Arc::clone(&shared);
                tokio::spawn(async move { talk(stream, &shared, &Manners::default(), false, true).await.map(drop) });
            }
        });
        relay
    }

    /// At the next time this comes up (`connect`, `EHLO`, `MAIL`, `RCPT`, `DATA`, `.`, `RSET`).
    pub(crate) fn on(&self, phase: &'static str, act: Act) {
        self.shared.script.lock().unwrap().entry(phase).or_default().push_back(act);
    }

    pub(crate) fn port(&self) -> u16 {
        self.address.port()
    }

    /// Mails of which it has read the final dot, whatever it answered.
    pub(crate) fn mails(&self) -> Vec<Vec<u8>> {
        self.shared.mails.lock().unwrap().clone()
    }

    pub(crate) fn commands(&self) -> Vec<String> {
        self.shared.commands.lock().unwrap().clone()
    }

    /// Connections so far.
    pub(crate) fn connections(&self) -> usize {
        self.shared.connections.load(Ordering::SeqCst)
    }

    /// The most connections that were open at a time.
    pub(crate) fn most_open(&self) -> usize {
        self.shared.most_open.load(Ordering::SeqCst)
    }
}

async fn accept(listener: TcpListener, shared: Arc<Shared>, manners: Manners) {
    loop {
        let (stream, _) = listener.accept().await.unwrap();
        let (shared, manners) = (Arc::clone(&shared), manners.clone());
        tokio::spawn(async move {
            shared.connections.fetch_add(1, Ordering::SeqCst);
            let open = shared.open.fetch_add(1, Ordering::SeqCst);
            shared.most_open.fetch_max(open + 1, Ordering::SeqCst);
            let full = manners.most_connections.is_some_and(|most| open >= most);
            // An end of the connection is the client's business in all these tests.
            let _ = attend(stream, &shared, &manners, full).await;
            shared.open.fetch_sub(1, Ordering::SeqCst);
        });
    }
}

async fn attend(stream: TcpStream, shared: &Shared, manners: &Manners, full: bool) -> std::io::Result<()> {
    match &manners.tls {
        Some(tls) if manners.tls_at_once => {
            let stream = tls.accept(stream).await?;
            talk(stream, shared, manners, full, true).await.map(|_| ())
        }
        Some(tls) => match talk(stream, shared, manners, full, true).await? {
            Some(stream) => {
                let stream = tls.accept(stream).await?;
                talk(stream, shared, manners, full, false).await.map(|_| ())
            }
            None => Ok(()),
        },
        None => talk(stream, shared, manners, full, true).await.map(|_| ()),
    }
}

/// Talks until the connection ends, or until STARTTLS gives the stream back.
async fn talk<S>(stream: S, shared: &Shared, manners: &Manners, full: bool, greet: bool) -> std::io::Result<Option<S>>
where
    S: AsyncRead + AsyncWrite + Unpin + Linger,
{
    let mut stream = BufReader::new(stream);
    let (mut mails, mut is_refused) = (0, false);
    if full {
        stream.write_all(b"421 4.7.0 too many connections\r\n").await?;
        return Ok(None);
    }
    if greet && answer(&mut stream, shared, "connect", b"220 fault.example ESMTP\r\n").await? == Said::Goodbye {
        return Ok(None);
    }
    loop {
        let mut line = Vec::new();
        if stream.read_until(b'\n', &mut line).await? == 0 {
            return Ok(None);
        }
        let line = String::from_utf8_lossy(&line).trim_end().to_owned();
        shared.commands.lock().unwrap().push(line.clone());
        let verb = line.split(' ').next().unwrap_or_default().to_ascii_uppercase();
        let said = match verb.as_str() {
            "EHLO" | "LHLO" => {
                let mut offers = vec!["fault.example"];
                offers.extend(&manners.offers);
                let last = offers.len() - 1;
                let reply: String = offers
                    .iter()
                    .enumerate()
                    .map(|(at, offer)| format!("250{}{offer}\r\n", if at == last { ' ' } else { '-' }))
                    .collect();
                answer(&mut stream, shared, "EHLO", reply.as_bytes()).await?
            }
            "STARTTLS" => {
                stream.write_all(&[b"220 go\r\n", manners.injected].concat()).await?;
                stream.flush().await?;
                return Ok(Some(stream.into_inner()));
            }
            "AUTH" => answer(&mut stream, shared, "AUTH", b"235 welcome\r\n").await?,
            "MAIL" => answer(&mut stream, shared, "MAIL", b"250 ok\r\n").await?,
            "RCPT" => {
                let said = answer(&mut stream, shared, "RCPT", b"250 ok\r\n").await?;
                is_refused = manners.strict && said == Said::Scripted;
                said
            }
            "DATA" if is_refused => answer(&mut stream, shared, "refused", b"554 5.5.1 no recipients\r\n").await?,
            "RSET" => answer(&mut stream, shared, "RSET", b"250 ok\r\n").await?,
            "DATA" => match answer(&mut stream, shared, "DATA", b"354 go on\r\n").await? {
                Said::Usual => {
                    let mail = read_mail(&mut stream).await?;
                    shared.mails.lock().unwrap().push(mail);
                    mails += 1;
                    tokio::time::sleep(manners.pause).await;
                    answer(&mut stream, shared, ".", b"250 2.0.0 queued\r\n").await?
                }
                other => other,
            },
            "QUIT" => {
                stream.write_all(b"221 bye\r\n").await?;
                return Ok(None);
            }
            _ => answer(&mut stream, shared, "other", b"500 what?\r\n").await?,
        };
        if said == Said::Goodbye || manners.mails_per_connection.is_some_and(|most| mails >= most) {
            return Ok(None);
        }
    }
}

/// What became of an answer.
#[derive(PartialEq, Eq)]
enum Said {
    Usual,
    Scripted,
    Goodbye,
}

/// Does what the script says, or says `usual`.
async fn answer<S>(
    stream: &mut BufReader<S>,
    shared: &Shared,
    phase: &'static str,
    usual: &[u8],
) -> std::io::Result<Said>
where
    S: AsyncRead + AsyncWrite + Unpin + Linger,
{
    let act = shared.script.lock().unwrap().get_mut(phase).and_then(VecDeque::pop_front);
    match act {
        None => {
            stream.write_all(usual).await?;
            stream.flush().await?;
            return Ok(Said::Usual);
        }
        Some(Act::Say(bytes)) => stream.write_all(bytes).await?,
        Some(Act::SayAndClose(bytes)) => {
            stream.write_all(bytes).await?;
            stream.flush().await?;
            return Ok(Said::Goodbye);
        }
        Some(Act::Drip(bytes, pause)) => {
            for byte in bytes {
                stream.write_all(&[*byte]).await?;
                stream.flush().await?;
                tokio::time::sleep(pause).await;
            }
        }
        Some(Act::Silence) => std::future::pending::<()>().await,
        Some(Act::Cut) => return Ok(Said::Goodbye),
        Some(Act::CutInContent) => {
            stream.write_all(usual).await?;
            stream.flush().await?;
            let mut some = [0; 1_000];
            stream.read_exact(&mut some).await?;
            stream.get_ref().reset_on_close();
            return Ok(Said::Goodbye);
        }
    }
    stream.flush().await?;
    Ok(Said::Scripted)
}

/// Reads up to the final dot and takes the dots away that were stuffed.
async fn read_mail<S: AsyncRead + Unpin>(stream: &mut BufReader<S>) -> std::io::Result<Vec<u8>> {
    let mut mail = Vec::new();
    loop {
        let mut line = Vec::new();
        if stream.read_until(b'\n', &mut line).await? == 0 {
            return Err(std::io::ErrorKind::UnexpectedEof.into());
        }
        match line.as_slice() {
            b".\r\n" => return Ok(mail),
            [b'.', rest @ ..] => mail.extend_from_slice(rest),
            line => mail.extend_from_slice(line),
        }
    }
}

/// Streams that can be told to end with a reset instead of politely.
pub(crate) trait Linger {
    fn reset_on_close(&self) {}
}

impl Linger for TcpStream {
    fn reset_on_close(&self) {
        self.set_zero_linger().unwrap();
    }
}

impl Linger for UnixStream {}

impl Linger for tokio_rustls::server::TlsStream<TcpStream> {}
