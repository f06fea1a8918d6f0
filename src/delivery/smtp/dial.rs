//! From a relay's name to a dialog with it: TCP, TLS, greeting, EHLO and AUTH.

use std::{io, net::SocketAddr, sync::Arc};

use lettre::transport::smtp::{
    authentication::{Credentials, Mechanism},
    client::{AsyncSmtpConnection, AsyncTokioStream},
    commands::Ehlo,
    extension::ClientId,
};
use rustls::{ClientConfig, RootCertStore, pki_types::ServerName};
use secrecy::ExposeSecret as _;
use tokio::{net::TcpStream, time::timeout};
use tokio_rustls::TlsConnector;

use super::{Timeouts, stream::ReplyStream};
use crate::delivery::{
    relay::{Relay, Security},
    reply::Answer,
};

/// Why there is no dialog; always the relay's matter, never a recipient's.
#[derive(Debug, thiserror::Error)]
pub(super) enum DialError {
    #[error("cannot connect to the relay: {0}")]
    Connect(#[source] io::Error),
    #[error("cannot make the connection to the relay safe: {0}")]
    Tls(#[source] io::Error),
    #[error("the relay offers no STARTTLS, and without it nothing is sent")]
    NoStartTls,
    #[error("the relay does not greet: {0}")]
    Greeting(String),
    #[error("the relay refuses the user name or password: {0}")]
    Credentials(String),
    #[error("the relay takes too long to {0}")]
    Silence(&'static str),
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
}

/// Opens a dialog.
pub(super) async fn dial(
    relay: &Relay,
    tls: Option<&Arc<ClientConfig>>,
    timeouts: &Timeouts,
) -> Result<Dialed, DialError> {
    let hello = ClientId::default();
    let opened = timeout(timeouts.connect, connect(relay)).await;
    let (tcp, peer) = opened.map_err(|_| DialError::Silence("connect"))?.map_err(DialError::Connect)?;
    let secured = timeout(timeouts.greeting, secure(relay, tls, &hello, tcp, peer)).await;
    let stream = secured.map_err(|_| DialError::Silence("agree on TLS"))??;
    let greeted = timeout(timeouts.greeting, AsyncSmtpConnection::connect_with_transport(stream, &hello)).await;
    let mut smtp = match greeted {
        Ok(Ok(smtp)) => smtp,
        Ok(Err(error)) => return Err(DialError::Greeting(Answer::read(Err(error)).describe(""))),
        Err(_) => return Err(DialError::Silence("greet")),
    };
    // lettre keeps only what it knows itself of the answer to its own EHLO.
    let offers = match timeout(timeouts.command, smtp.command(Ehlo::new(hello))).await {
        Ok(Ok(answer)) => answer.message().skip(1).map(str::to_ascii_uppercase).collect(),
        Ok(Err(error)) => return Err(DialError::Greeting(Answer::read(Err(error)).describe(""))),
        Err(_) => return Err(DialError::Silence("greet")),
    };
    if let Some((user, password)) = &relay.credentials {
        let credentials = Credentials::new(user.clone(), password.expose_secret().to_owned());
        let login = smtp.auth(&[Mechanism::Plain, Mechanism::Login], &credentials);
        match timeout(timeouts.command, login).await {
            Ok(Ok(_)) => {}
            Ok(Err(error)) => {
                return Err(DialError::Credentials(Answer::read(Err(error)).describe(user)));
            }
            Err(_) => return Err(DialError::Silence("check the password")),
        }
    }
    Ok(Dialed { smtp, offers })
}

/// TCP, without Nagle's delay: a dialog of small packets would wait 40 ms for each.
async fn connect(relay: &Relay) -> io::Result<(TcpStream, SocketAddr)> {
    let tcp = TcpStream::connect((relay.host.as_str(), relay.port)).await?;
    tcp.set_nodelay(true)?;
    let peer = tcp.peer_addr()?;
    Ok((tcp, peer))
}

async fn secure(
    relay: &Relay,
    tls: Option<&Arc<ClientConfig>>,
    hello: &ClientId,
    tcp: TcpStream,
    peer: SocketAddr,
) -> Result<Box<dyn AsyncTokioStream>, DialError> {
    let tls = match (relay.security, tls) {
        (Security::Plain, _) | (_, None) => return Ok(Box::new(ReplyStream::new(tcp, peer))),
        (_, Some(tls)) => TlsConnector::from(Arc::clone(tls)),
    };
    let name = ServerName::try_from(relay.host.clone()).map_err(|e| DialError::Tls(io::Error::other(e)))?;
    if relay.security == Security::Tls {
        let stream = tls.connect(name, tcp).await.map_err(DialError::Tls)?;
        return Ok(Box::new(ReplyStream::new(stream, peer)));
    }
    let tcp = start_tls(ReplyStream::new(tcp, peer), hello).await?;
    let stream = tls.connect(name, tcp).await.map_err(DialError::Tls)?;
    Ok(Box::new(ReplyStream::greeted(stream, peer)))
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
