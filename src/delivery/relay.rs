//! The SMTP server that mail is handed to, as one URL says it.

use std::{fmt, str::FromStr};

use percent_encoding::percent_decode_str;
use secrecy::SecretString;
use serde::{Deserialize, Deserializer, de};
use url::Url;

/// A relay: `smtp://host:25`, `smtps://user:password@host`, `smtp+starttls://user:password@host`.
#[derive(Clone)]
pub struct Relay {
    /// Its name or IP address.
    pub host: String,
    /// The port; by default 25, 465 or 587, as the scheme says.
    pub port: u16,
    /// How the connection is protected.
    pub security: Security,
    /// User name and password, if it wants them.
    pub credentials: Option<(String, SecretString)>,
}

/// How a connection to a relay is protected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Security {
    /// Not at all: for a relay on the same machine.
    Plain,
    /// TLS from the first byte (RFC 8314).
    Tls,
    /// TLS after STARTTLS, without which nothing is sent (RFC 3207).
    StartTls,
}

/// The text names no relay. It may hold a password, so it is not repeated.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error("this is no relay such as `smtps://user:password@mail.example.org`: {0}")]
pub struct NotARelay(&'static str);

impl FromStr for Relay {
    type Err = NotARelay;

    fn from_str(text: &str) -> Result<Self, NotARelay> {
        let url = Url::parse(text).map_err(|_| NotARelay("it is no URL"))?;
        let (security, default_port) = match url.scheme() {
            "smtp" => (Security::Plain, 25),
            "smtps" => (Security::Tls, 465),
            "smtp+starttls" => (Security::StartTls, 587),
            _ => return Err(NotARelay("the scheme is not smtp, smtps or smtp+starttls")),
        };
        let host = url.host_str().filter(|host| !host.is_empty()).ok_or(NotARelay("it has no host"))?;
        let extra = !matches!(url.path(), "" | "/") || url.query().is_some() || url.fragment().is_some();
        if extra {
            return Err(NotARelay("nothing may follow the port"));
        }
        let decode = |part: &str| percent_decode_str(part).decode_utf8().map(String::from);
        let credentials = match (url.username(), url.password()) {
            ("", None) => None,
            ("", Some(_)) | (_, None) => {
                return Err(NotARelay("user name and password go together"));
            }
            (user, Some(password)) => {
                let not_text = |_| NotARelay("user name or password is not UTF-8");
                Some((decode(user).map_err(not_text)?, decode(password).map_err(not_text)?.into()))
            }
        };
        Ok(Self {
            host: host.trim_matches(['[', ']']).to_owned(),
            port: url.port().unwrap_or(default_port),
            security,
            credentials,
        })
    }
}

/// Shows where it is, never the password.
impl fmt::Display for Relay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let scheme = match self.security {
            Security::Plain => "smtp",
            Security::Tls => "smtps",
            Security::StartTls => "smtp+starttls",
        };
        if self.host.contains(':') {
            write!(f, "{scheme}://[{}]:{}", self.host, self.port)
        } else {
            write!(f, "{scheme}://{}:{}", self.host, self.port)
        }
    }
}

impl fmt::Debug for Relay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Relay({self})")
    }
}

impl<'de> Deserialize<'de> for Relay {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use secrecy::ExposeSecret as _;

    use super::*;

    #[test]
    fn the_scheme_says_how_it_is_protected_and_where() {
        for (text, security, port) in [
            ("smtp://127.0.0.1", Security::Plain, 25),
            ("smtp://127.0.0.1:2525/", Security::Plain, 2525),
            ("smtps://mail.example.org", Security::Tls, 465),
            ("smtp+starttls://mail.example.org", Security::StartTls, 587),
        ] {
            let relay: Relay = text.parse().unwrap();
            assert_eq!((relay.security, relay.port), (security, port), "{text}");
            assert!(relay.credentials.is_none());
        }
    }

    #[test]
    fn an_ipv6_address_loses_its_brackets() {
        let relay: Relay = "smtp://[::1]:2525".parse().unwrap();
        assert_eq!(relay.host, "::1");
        assert_eq!(relay.to_string(), "smtp://[::1]:2525");
    }

    #[test]
    fn the_password_is_decoded_and_never_shown() {
        let relay: Relay = "smtps://an%40duif.be:p%2Fw+%20@mail.example.org".parse().unwrap();
        let (user, password) = relay.credentials.clone().unwrap();
        assert_eq!((user.as_str(), password.expose_secret()), ("an@duif.be", "p/w+ "));
        assert_eq!(format!("{relay} {relay:?}"), "smtps://mail.example.org:465 Relay(smtps://mail.example.org:465)");
    }

    #[test]
    fn a_mistake_is_said_without_repeating_a_password() {
        for bad in [
            "mail.example.org",
            "http://u:geheim@x",
            "smtp://",
            "smtp://u@x",
            "smtp://:geheim@x",
            "smtps://u:geheim@x/y",
            "smtp://u:geheim@x?y",
        ] {
            let error = bad.parse::<Relay>().unwrap_err().to_string();
            assert!(!error.contains("geheim"), "{bad}: {error}");
        }
    }
}
