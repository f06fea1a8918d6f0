//! Asking the DNS.

use std::{
    fmt,
    net::{IpAddr, SocketAddr},
    time::Duration,
};

use mail_auth::{
    MessageAuthenticator, Parameters, SpfResult,
    hickory_resolver::{
        config::{NameServerConfig, ResolverConfig, ResolverOpts},
        net::NetError,
        proto::rr::{Name, RData},
    },
    spf::verify::SpfParameters,
};

/// How long a server may take to answer before it is asked once more.
const ANSWER_TIMEOUT: Duration = Duration::from_secs(3);

/// Whom to ask.
#[derive(Clone)]
pub struct Dns(MessageAuthenticator);

/// The DNS could not be asked, which says nothing about what is in it.
#[derive(Debug, Clone, thiserror::Error, PartialEq, Eq)]
#[error("the DNS does not answer: {0}")]
pub struct NoAnswer(String);

impl From<NetError> for NoAnswer {
    fn from(error: NetError) -> Self {
        Self(error.to_string())
    }
}

impl Dns {
    /// Asks whom the system asks.
    ///
    /// # Errors
    /// When the system has no usable configuration.
    pub fn system() -> Result<Self, NoAnswer> {
        Ok(Self(MessageAuthenticator::new_system_conf()?))
    }

    /// Asks one server.
    ///
    /// # Errors
    /// When the resolver cannot be made.
    pub fn at(server: SocketAddr) -> Result<Self, NoAnswer> {
        let mut asked = NameServerConfig::udp_and_tcp(server.ip());
        for connection in &mut asked.connections {
            connection.port = server.port();
        }
        let config = ResolverConfig::from_parts(None, Vec::new(), vec![asked]);
        let mut options = ResolverOpts::default();
        options.timeout = ANSWER_TIMEOUT;
        options.attempts = 2;
        Ok(Self(MessageAuthenticator::new(config, options)?))
    }

    /// The texts at a name, each put together from its pieces; none if there are none.
    ///
    /// # Errors
    /// When nobody answers.
    pub async fn texts(&self, name: &str) -> Result<Vec<String>, NoAnswer> {
        let text = |data: &RData| match data {
            RData::TXT(text) => Some(String::from_utf8_lossy(&text.txt_data.concat()).into_owned()),
            _ => None,
        };
        let Some(name) = absolute(name) else { return Ok(Vec::new()) };
        self.answers(self.0.resolver().txt_lookup(name).await, text)
    }

    /// The hosts that take mail for a domain.
    ///
    /// # Errors
    /// When nobody answers.
    pub async fn mail_hosts(&self, domain: &str) -> Result<Vec<String>, NoAnswer> {
        let host = |data: &RData| match data {
            RData::MX(mx) => Some(mx.exchange.to_ascii().trim_end_matches('.').to_lowercase()),
            _ => None,
        };
        let Some(name) = absolute(domain) else { return Ok(Vec::new()) };
        self.answers(self.0.resolver().mx_lookup(name).await, host)
    }

    /// The addresses of a host, or the one that it is.
    ///
    /// # Errors
    /// When nobody answers.
    pub async fn addresses(&self, host: &str) -> Result<Vec<IpAddr>, NoAnswer> {
        if let Ok(address) = host.parse() {
            return Ok(vec![address]);
        }
        let address = |data: &RData| match data {
            RData::A(address) => Some(IpAddr::from(address.0)),
            RData::AAAA(address) => Some(IpAddr::from(address.0)),
            _ => None,
        };
        let Some(name) = absolute(host) else { return Ok(Vec::new()) };
        let mut all = self.answers(self.0.resolver().ipv4_lookup(name.clone()).await, address)?;
        all.extend(self.answers(self.0.resolver().ipv6_lookup(name).await, address)?);
        Ok(all)
    }

    /// The names that an address leads back to.
    ///
    /// # Errors
    /// When nobody answers.
    pub async fn names(&self, address: IpAddr) -> Result<Vec<String>, NoAnswer> {
        let name = |data: &RData| match data {
            RData::PTR(name) => Some(name.0.to_ascii().trim_end_matches('.').to_lowercase()),
            _ => None,
        };
        self.answers(self.0.resolver().reverse_lookup(address).await, name)
    }

    /// Whether an address may send mail that comes back to `sender` (RFC 7208).
    pub async fn may_send(&self, address: IpAddr, host: &str, sender: &str) -> SpfResult {
        let asked = SpfParameters::verify_mail_from(address, host, host, sender);
        self.0.verify_spf(Parameters::new(asked)).await.result()
    }

    /// What was asked for among the answers; that there is none is an answer.
    fn answers<T>(
        &self,
        lookup: Result<mail_auth::hickory_resolver::lookup::Lookup, NetError>,
        wanted: impl Fn(&RData) -> Option<T>,
    ) -> Result<Vec<T>, NoAnswer> {
        match lookup {
            Ok(lookup) => Ok(lookup.answers().iter().filter_map(|record| wanted(&record.data)).collect()),
            Err(error) if error.is_no_records_found() => Ok(Vec::new()),
            Err(error) => Err(error.into()),
        }
    }
}

/// A name as it is, without any domain that the system would add.
fn absolute(name: &str) -> Option<Name> {
    Name::from_str_relaxed(format!("{}.", name.trim_end_matches('.'))).ok()
}

impl fmt::Debug for Dns {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Dns")
    }
}
