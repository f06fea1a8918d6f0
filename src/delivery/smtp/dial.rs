//! From a relay's name to a dialog with it: TCP or a socket, TLS, greeting, EHLO or LHLO, and AUTH.

use std::{
    io,
    net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, ToSocketAddrs as _, UdpSocket},
    sync::Arc,
};

use base64::{Engine as _, engine::general_purpose::STANDARD};
use lettre::transport::smtp::{
    authentication::{Credentials, Mechanism},
    client::{AsyncSmtpConnection, AsyncTokioStream},
    commands::Ehlo,
    extension::ClientId,
    response::Severity,
};
use rustls::{ClientConfig, RootCertStore, pki_types::ServerName};
use secrecy::ExposeSecret as _;
use tokio::{
    net::{TcpStream, UnixStream},
    time::timeout,
};
use tokio_rustls::TlsConnector;

use super::{
    Timeouts,
    stream::{ReplyStream, Written},
};
use crate::delivery::{
    relay::{Login, Method, Place, Relay, Security, is_full_name},
    reply::Answer,
};

/// What a relay says that does not know us: to try again and again locks others out.
pub(in crate::delivery) const CREDENTIALS_REFUSED: &str = "the relay refuses the user name or password";

/// Why there is no dialog; always the relay's matter, never a recipient's.
#[derive(Debug, thiserror::Error)]
pub(super) enum DialError {
    #[error("cannot connect to the relay: {0}")]
    Connect(#[source] io::Error),
    #[error("cannot make the connection to the relay safe: {0}{hint}", hint = tls_hint(.0))]
    Tls(#[source] io::Error),
    #[error("the relay offers no STARTTLS, and without it nothing is sent")]
    NoStartTls,
    #[error("the relay does not greet: {0}")]
    Greeting(String),
    #[error("{CREDENTIALS_REFUSED}: {0}")]
    Credentials(String),
    #[error("the relay cannot look at the user name and password now: {0}")]
    NotNow(String),
    #[error("the relay offers no way to log in that we know ({0}); `?auth=` names one of plain, login and xoauth2")]
    NoMethod(String),
    #[error("cannot read the password for the relay: {0}")]
    NoPassword(#[source] io::Error),
    #[error("the relay takes too long to {0}")]
    Silence(&'static str),
}

impl DialError {
    /// What an answer to AUTH means that is none we hoped for (RFC 4954 section 6).
    fn of_login(answer: String) -> Self {
        if answer.starts_with('5') { Self::Credentials(answer) } else { Self::NotNow(answer) }
    }
}

/// What to do about it, where that can be told from what went wrong.
fn tls_hint(error: &io::Error) -> &'static str {
    use rustls::{CertificateError, Error};
    let inner = error.get_ref().and_then(|inner| inner.downcast_ref::<Error>());
    match inner {
        Some(Error::InvalidMessage(_)) => {
            "; nobody speaks TLS there: `smtps://` is for port 465, `smtp+starttls://` for 587"
        }
        Some(Error::InvalidCertificate(CertificateError::UnknownIssuer)) => {
            "; its certificate is of nobody whom this machine trusts"
        }
        Some(Error::InvalidCertificate(
            CertificateError::NotValidForName | CertificateError::NotValidForNameContext { .. },
        )) => "; its certificate is for another name",
        Some(Error::InvalidCertificate(_)) => "; look at its certificate: `openssl s_client -connect HOST:PORT`",
        _ => "",
    }
}

/// The machine's certificate authorities, for relays with TLS.
pub(super) fn system_tls() -> Arc<ClientConfig> {
    let mut roots = RootCertStore::empty();
    // A certificate that cannot be read is one authority fewer; without any, the
    // handshake fails and says so.
    roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
    Arc::new(ClientConfig::builder().with_root_certificates(roots).with_no_client_auth())
}

/// A dialog that is ready for MAIL, and the lines in which the relay said what it can.
pub(super) struct Dialed {
    pub(super) smtp: AsyncSmtpConnection,
    pub(super) offers: Vec<String>,
    /// What has been sent of it.
    pub(super) written: Written,
}

/// Opens a dialog.
pub(super) async fn dial(
    relay: &Relay,
    tls: Option<&Arc<ClientConfig>>,
    timeouts: &Timeouts,
) -> Result<Dialed, DialError> {
    let hello = hello(relay);
    let written = Written::default();
    let stream = open(relay, tls, timeouts, &hello, &written).await?;
    let greeted = timeout(timeouts.greeting, AsyncSmtpConnection::connect_with_transport(stream, &hello)).await;
    let mut smtp = match greeted {
        Ok(Ok(smtp)) => smtp,
        Ok(Err(error)) => return Err(DialError::Greeting(Answer::read(Err(error)).describe(""))),
        Err(_) => return Err(DialError::Silence("greet")),
    };
    // lettre keeps only what it knows itself of the answer to its own EHLO.
    let offers: Vec<String> = match timeout(timeouts.command, smtp.command(Ehlo::new(hello))).await {
        Ok(Ok(answer)) => answer.message().skip(1).map(str::to_ascii_uppercase).collect(),
        Ok(Err(error)) => return Err(DialError::Greeting(Answer::read(Err(error)).describe(""))),
        Err(_) => return Err(DialError::Silence("greet")),
    };
    if let Some(login) = &relay.login {
        log_in(&mut smtp, &offers, login, timeouts).await?;
    }
    Ok(Dialed { smtp, offers, written })
}

/// The name by which we greet: the one that is configured, or that of this machine. One that nobody can look up, as in a
/// container, is none; then it is our address on the way to the relay (RFC 5321 section 4.1.4).
fn hello(relay: &Relay) -> ClientId {
    if let Some(name) = &relay.hello {
        return ClientId::Domain(name.clone());
    }
    match ClientId::default() {
        ClientId::Domain(name) if is_full_name(&name) => ClientId::Domain(name),
        other => own_address(relay).unwrap_or(other),
    }
}

/// Our address on the way to a relay. To choose a way sends nothing.
fn own_address(relay: &Relay) -> Option<ClientId> {
    let (Place::Smtp(host, port) | Place::Lmtp(host, port)) = &relay.place else { return None };
    let peer = (host.as_str(), *port).to_socket_addrs().ok()?.next()?;
    let any: SocketAddr =
        if peer.is_ipv4() { (Ipv4Addr::UNSPECIFIED, 0).into() } else { (Ipv6Addr::UNSPECIFIED, 0).into() };
    let socket = UdpSocket::bind(any).ok()?;
    socket.connect(peer).ok()?;
    Some(match socket.local_addr().ok()?.ip() {
        IpAddr::V4(own) => ClientId::Ipv4(own),
        IpAddr::V6(own) => ClientId::Ipv6(own),
    })
}

/// Says who we are.
async fn log_in(
    smtp: &mut AsyncSmtpConnection,
    offers: &[String],
    login: &Login,
    timeouts: &Timeouts,
) -> Result<(), DialError> {
    let secret = login.secret().map_err(DialError::NoPassword)?;
    let credentials = Credentials::new(login.user.clone(), secret.expose_secret().to_owned());
    let methods: &[Mechanism] = match login.method {
        None => &[Mechanism::Plain, Mechanism::Login],
        Some(Method::Plain) => &[Mechanism::Plain],
        Some(Method::Login) => &[Mechanism::Login],
        Some(Method::Xoauth2) => &[Mechanism::Xoauth2],
    };
    if !methods.iter().any(|method| smtp.server_info().supports_auth_mechanism(*method)) {
        let offered = offers.iter().find_map(|offer| offer.strip_prefix("AUTH ")).unwrap_or("it has no AUTH");
        return Err(DialError::NoMethod(offered.to_owned()));
    }
    if methods == [Mechanism::Xoauth2] {
        let asked = timeout(timeouts.command, log_in_by_token(smtp, login, secret.expose_secret())).await;
        return asked.map_err(|_| DialError::Silence("check the token"))?;
    }
    match timeout(timeouts.command, smtp.auth(methods, &credentials)).await {
        Ok(Ok(_)) => Ok(()),
        Ok(Err(error)) => Err(DialError::of_login(Answer::read(Err(error)).describe(&login.user))),
        Err(_) => Err(DialError::Silence("check the password")),
    }
}

/// XOAUTH2, as Google and Microsoft have it: a token that is refused is answered with a challenge that says why, and only
/// an empty line ends the dialog. lettre takes the challenge for a mistake of its own, and its words are lost.
async fn log_in_by_token(smtp: &mut AsyncSmtpConnection, login: &Login, token: &str) -> Result<(), DialError> {
    let refused = |error| Answer::read(Err(error)).describe(&login.user);
    let credentials = STANDARD.encode(format!("user={}\x01auth=Bearer {token}\x01\x01", login.user));
    let answer = smtp.command(format!("AUTH XOAUTH2 {credentials}\r\n")).await;
    let answer = answer.map_err(|error| DialError::of_login(refused(error)))?;
    if answer.code().severity != Severity::PositiveIntermediate {
        return Ok(());
    }
    let why = answer.first_word().and_then(|word| STANDARD.decode(word).ok());
    let why = why.map(|why| String::from_utf8_lossy(&why).into_owned()).unwrap_or_default();
    match smtp.command("\r\n").await {
        Ok(_) => Ok(()),
        Err(error) => Err(DialError::of_login(format!("{} {why}", refused(error)).trim_end().to_owned())),
    }
}

/// A stream on which the relay is about to greet, as safe as it is to be.
async fn open(
    relay: &Relay,
    tls: Option<&Arc<ClientConfig>>,
    timeouts: &Timeouts,
    hello: &ClientId,
    written: &Written,
) -> Result<Box<dyn AsyncTokioStream>, DialError> {
    match &relay.place {
        Place::Smtp(host, port) => {
            let (tcp, peer) = in_time(connect(host, *port), timeouts).await?;
            let secured =
                timeout(timeouts.greeting, secure(host, relay.security, tls, hello, tcp, peer, written)).await;
            secured.map_err(|_| DialError::Silence("agree on TLS"))?
        }
        Place::Lmtp(host, port) => {
            let (tcp, peer) = in_time(connect(host, *port), timeouts).await?;
            Ok(Box::new(ReplyStream::lmtp(tcp, peer).counted(written)))
        }
        Place::LmtpSocket(path) | Place::Sendmail(path) => {
            let socket = in_time(UnixStream::connect(path), timeouts).await?;
            Ok(Box::new(ReplyStream::lmtp(socket, NO_ADDRESS).counted(written)))
        }
    }
}

async fn in_time<T>(opening: impl Future<Output = io::Result<T>>, timeouts: &Timeouts) -> Result<T, DialError> {
    let opened = timeout(timeouts.connect, opening).await;
    opened.map_err(|_| DialError::Silence("connect"))?.map_err(DialError::Connect)
}

/// What a socket of this machine has in place of an address.
const NO_ADDRESS: SocketAddr = SocketAddr::new(IpAddr::V4(Ipv4Addr::UNSPECIFIED), 0);

/// TCP, without Nagle's delay: a dialog of small packets would wait 40 ms for each.
async fn connect(host: &str, port: u16) -> io::Result<(TcpStream, SocketAddr)> {
    let tcp = TcpStream::connect((host, port)).await?;
    tcp.set_nodelay(true)?;
    let peer = tcp.peer_addr()?;
    Ok((tcp, peer))
}

async fn secure(
    host: &str,
    security: Security,
    tls: Option<&Arc<ClientConfig>>,
    hello: &ClientId,
    tcp: TcpStream,
    peer: SocketAddr,
    written: &Written,
) -> Result<Box<dyn AsyncTokioStream>, DialError> {
    let tls = match (security, tls) {
        (Security::Plain, _) | (_, None) => return Ok(Box::new(ReplyStream::new(tcp, peer).counted(written))),
        (_, Some(tls)) => TlsConnector::from(Arc::clone(tls)),
    };
    let name = ServerName::try_from(host.to_owned()).map_err(|e| DialError::Tls(io::Error::other(e)))?;
    if security == Security::Tls {
        let stream = tls.connect(name, tcp).await.map_err(DialError::Tls)?;
        return Ok(Box::new(ReplyStream::new(stream, peer).counted(written)));
    }
    let tcp = start_tls(ReplyStream::new(tcp, peer), hello).await?;
    let stream = tls.connect(name, tcp).await.map_err(DialError::Tls)?;
    Ok(Box::new(ReplyStream::greeted(stream, peer).counted(written)))
}

/// RFC 3207, by hand: lettre keeps what it has read before TLS, whoever said it.
async fn start_tls(mut plain: ReplyStream<TcpStream>, hello: &ClientId) -> Result<TcpStream, DialError> {
    let greeting = plain.listen().await.map_err(DialError::Connect)?;
    if !greeting.starts_with("220") {
        return Err(DialError::Greeting(greeting.trim_end().to_owned()));
    }
    let offers = plain.ask(&format!("EHLO {hello}\r\n")).await.map_err(DialError::Connect)?;
    let offered = |line: &str| line.get(4..).is_some_and(|offer| offer.trim().eq_ignore_ascii_case("STARTTLS"));
    if !offers.lines().any(offered) {
        return Err(DialError::NoStartTls);
    }
    let reply = plain.ask("STARTTLS\r\n").await.map_err(DialError::Connect)?;
    if !reply.starts_with("220") {
        return Err(DialError::NoStartTls);
    }
    plain.into_inner().map_err(DialError::Tls)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn small_packets_do_not_wait_for_each_other() {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let (tcp, peer) = connect("127.0.0.1", listener.local_addr().unwrap().port()).await.unwrap();
        assert!(tcp.nodelay().unwrap());
        assert_eq!(peer, listener.local_addr().unwrap());
    }
}
