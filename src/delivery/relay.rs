//! Where mail is handed over, as one URL says it: an SMTP server, an LMTP server, or a program.

use std::{
    fmt, fs, io,
    path::{Path, PathBuf},
    str::FromStr,
    time::Duration,
};

use percent_encoding::percent_decode_str;
use secrecy::SecretString;
use serde::{Deserialize, Deserializer, de};
use url::Url;

use crate::clock::parse_duration;

/// No relay need take longer for anything but the mail itself (RFC 5321 section 4.5.3.2).
const LONGEST_TIMEOUT: Duration = Duration::from_mins(5);

const SHORTEST_TIMEOUT: Duration = Duration::from_secs(1);

/// A relay: `smtp://host:25`, `smtps://user:password@host`, `smtp+starttls://user@host?password_file=/run/secret`,
/// `lmtp://host:24`, `lmtp:///run/lmtp.sock`, `sendmail:///usr/sbin/sendmail`; `?hello=mail.example.org` says by which name
/// we greet, `?timeout=30s` how long it may take.
#[derive(Clone)]
pub struct Relay {
    /// Where it is, and what is spoken there.
    pub place: Place,
    /// How the connection is protected.
    pub security: Security,
    /// Who we are, if it wants to know.
    pub login: Option<Login>,
    /// The name by which we greet it; by that of this machine where none is given.
    pub hello: Option<String>,
    /// How long it may take to connect, to greet and to answer a command, if not as long as
    /// [usual](super::Timeouts); a silent one is left for another sooner.
    pub timeout: Option<Duration>,
}

/// Where a relay is, and what is spoken there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// SMTP (RFC 5321), at a name or an IP address.
    Smtp(String, u16),
    /// LMTP (RFC 2033), at a name or an IP address.
    Lmtp(String, u16),
    /// LMTP, on a socket of this machine.
    LmtpSocket(PathBuf),
    /// A program of this machine that takes one mail on its standard input, as Sendmail did.
    Sendmail(PathBuf),
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

/// Who a relay is to believe that we are.
#[derive(Clone)]
pub struct Login {
    /// The user's name.
    pub user: String,
    /// By which method alone; by the safest of the usual ones where none is named.
    pub method: Option<Method>,
    secret: Secret,
}

/// How to log in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// Name and password together (RFC 4616).
    Plain,
    /// One after the other, as old servers want it.
    Login,
    /// A token in place of the password, as Google and Microsoft want it.
    Xoauth2,
}

#[derive(Clone)]
enum Secret {
    Written(SecretString),
    /// Read at each login, so that who renews it need not tell us.
    InFile(PathBuf),
}

/// The text names no relay. It may hold a password, so it is not repeated.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error("this is no relay such as `smtps://user:password@mail.example.org`: {0}")]
pub struct NotARelay(&'static str);

impl Relay {
    /// The name or IP address of its machine, where that may be another than this one.
    pub fn host(&self) -> Option<&str> {
        match &self.place {
            Place::Smtp(host, _) | Place::Lmtp(host, _) => Some(host),
            Place::LmtpSocket(_) | Place::Sendmail(_) => None,
        }
    }

    /// The file that holds the password, where there is one.
    pub fn password_file(&self) -> Option<&Path> {
        match &self.login.as_ref()?.secret {
            Secret::InFile(file) => Some(file),
            Secret::Written(_) => None,
        }
    }
}

impl Login {
    /// The password, or the token in its place.
    ///
    /// # Errors
    /// When its file cannot be read.
    pub fn secret(&self) -> io::Result<SecretString> {
        match &self.secret {
            Secret::Written(secret) => Ok(secret.clone()),
            Secret::InFile(file) => Ok(fs::read_to_string(file)?.trim_end().into()),
        }
    }
}

impl FromStr for Relay {
    type Err = NotARelay;

    fn from_str(text: &str) -> Result<Self, NotARelay> {
        let url = Url::parse(text).map_err(|_| NotARelay("it is no URL"))?;
        let (security, default_port) = match url.scheme() {
            "smtp" => (Security::Plain, 25),
            "smtps" => (Security::Tls, 465),
            "smtp+starttls" => (Security::StartTls, 587),
            "lmtp" => (Security::Plain, 24),
            "sendmail" => (Security::Plain, 0),
            _ => return Err(NotARelay("the scheme is none of smtp, smtps, smtp+starttls, lmtp and sendmail")),
        };
        let Parameters { method, password_file, hello, timeout } = parameters(&url)?;
        let login = login(&url, method, password_file)?;
        let host = url.host_str().filter(|host| !host.is_empty());
        let place = match (url.scheme(), host) {
            ("sendmail", None) => Place::Sendmail(local_path(&url)?),
            ("sendmail", Some(_)) => return Err(NotARelay("a program is named as in sendmail:///usr/sbin/sendmail")),
            ("lmtp", None) => Place::LmtpSocket(local_path(&url)?),
            (_, None) => return Err(NotARelay("it has no host")),
            (_, Some(_)) if !matches!(url.path(), "" | "/") => return Err(NotARelay("no path may follow the port")),
            (scheme, Some(host)) => {
                let host = host.trim_matches(['[', ']']).to_owned();
                let port = url.port().unwrap_or(default_port);
                if scheme == "lmtp" { Place::Lmtp(host, port) } else { Place::Smtp(host, port) }
            }
        };
        if login.is_some() && !matches!(place, Place::Smtp(..) | Place::Lmtp(..)) {
            return Err(NotARelay("nobody logs in on this machine"));
        }
        if hello.is_some() && matches!(place, Place::Sendmail(_)) {
            return Err(NotARelay("nobody greets a program"));
        }
        if timeout.is_some() && matches!(place, Place::Sendmail(_)) {
            return Err(NotARelay("a program has no `timeout`"));
        }
        Ok(Self { place, security, login, hello, timeout })
    }
}

/// The path of a URL without a host.
fn local_path(url: &Url) -> Result<PathBuf, NotARelay> {
    let path = decoded(url.path())?;
    if path.len() < 2 || !path.starts_with('/') {
        return Err(NotARelay("what is on this machine is named by its whole path: lmtp:///run/lmtp.sock"));
    }
    Ok(path.into())
}

/// What follows the `?`.
#[derive(Default)]
struct Parameters {
    method: Option<Method>,
    password_file: Option<PathBuf>,
    hello: Option<String>,
    timeout: Option<Duration>,
}

fn parameters(url: &Url) -> Result<Parameters, NotARelay> {
    let mut found = Parameters::default();
    for (key, value) in url.query_pairs() {
        match (key.as_ref(), value.as_ref()) {
            ("auth", "plain") => found.method = Some(Method::Plain),
            ("auth", "login") => found.method = Some(Method::Login),
            ("auth", "xoauth2") => found.method = Some(Method::Xoauth2),
            ("auth", _) => return Err(NotARelay("`auth` is none of plain, login and xoauth2")),
            ("password_file", path) if Path::new(path).is_absolute() => found.password_file = Some(PathBuf::from(path)),
            ("password_file", _) => return Err(NotARelay("`password_file` is no whole path")),
            ("hello", name) if is_full_name(name) => found.hello = Some(name.to_owned()),
            ("hello", _) => return Err(NotARelay("`hello` is no full name of a machine, such as mail.example.org")),
            ("timeout", text) => {
                let timeout =
                    parse_duration(text).filter(|timeout| (SHORTEST_TIMEOUT..=LONGEST_TIMEOUT).contains(timeout));
                found.timeout = Some(timeout.ok_or(NotARelay("`timeout` is none from 1s to 5m, such as 30s"))?);
            }
            _ => {
                return Err(NotARelay("nothing but `auth`, `password_file`, `hello` and `timeout` may follow the `?`"));
            }
        }
    }
    match url.fragment() {
        Some(_) => Err(NotARelay("nothing may follow a `#`")),
        None => Ok(found),
    }
}

/// Whether others can look a name up: it has a domain (RFC 5321 section 2.3.5).
pub(super) fn is_full_name(name: &str) -> bool {
    let is_label = |label: &str| {
        let inner = |c: char| c.is_ascii_alphanumeric() || c == '-';
        !label.is_empty() && !label.starts_with('-') && !label.ends_with('-') && label.chars().all(inner)
    };
    name.contains('.') && name.split('.').all(is_label)
}

/// Who logs in, by a password in the URL or in a file.
fn login(url: &Url, method: Option<Method>, file: Option<PathBuf>) -> Result<Option<Login>, NotARelay> {
    let secret = match (url.username(), url.password(), file) {
        ("", None, None) if method.is_none() => return Ok(None),
        ("", ..) => return Err(NotARelay("a password wants a user name")),
        (_, Some(password), None) => Secret::Written(decoded(password)?.into()),
        (_, None, Some(file)) => Secret::InFile(file),
        (_, None, None) => return Err(NotARelay("a user name wants a password, or a `password_file`")),
        (_, Some(_), Some(_)) => return Err(NotARelay("the password stands there, and is in a file too")),
    };
    Ok(Some(Login { user: decoded(url.username())?, method, secret }))
}

fn decoded(part: &str) -> Result<String, NotARelay> {
    let text = percent_decode_str(part).decode_utf8();
    text.map(String::from).map_err(|_| NotARelay("user name, password or path is not UTF-8"))
}

/// Shows where it is, never the password.
impl fmt::Display for Relay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let scheme = match (&self.place, self.security) {
            (Place::Sendmail(program), _) => return write!(f, "sendmail://{}", program.display()),
            (Place::LmtpSocket(socket), _) => return write!(f, "lmtp://{}", socket.display()),
            (Place::Lmtp(..), _) => "lmtp",
            (Place::Smtp(..), Security::Plain) => "smtp",
            (Place::Smtp(..), Security::Tls) => "smtps",
            (Place::Smtp(..), Security::StartTls) => "smtp+starttls",
        };
        match &self.place {
            Place::Smtp(host, port) | Place::Lmtp(host, port) if host.contains(':') => {
                write!(f, "{scheme}://[{host}]:{port}")
            }
            Place::Smtp(host, port) | Place::Lmtp(host, port) => write!(f, "{scheme}://{host}:{port}"),
            Place::LmtpSocket(_) | Place::Sendmail(_) => Ok(()),
        }
    }
}

impl fmt::Debug for Relay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Relay({self})")
    }
}

impl fmt::Debug for Login {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Login(…)")
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

    fn relay(text: &str) -> Relay {
        text.parse().unwrap_or_else(|error| panic!("{text}: {error}"))
    }

    #[test]
    fn the_scheme_says_how_it_is_protected_and_where() {
        let (localhost, example) = ("127.0.0.1".to_owned(), "mail.example.org".to_owned());
        for (text, security, place) in [
            ("smtp://127.0.0.1", Security::Plain, Place::Smtp(localhost.clone(), 25)),
            ("smtp://127.0.0.1:2525/", Security::Plain, Place::Smtp(localhost.clone(), 2525)),
            ("smtps://mail.example.org", Security::Tls, Place::Smtp(example.clone(), 465)),
            ("smtp+starttls://mail.example.org", Security::StartTls, Place::Smtp(example, 587)),
            ("lmtp://127.0.0.1", Security::Plain, Place::Lmtp(localhost, 24)),
            ("lmtp:///run/a%20b.sock", Security::Plain, Place::LmtpSocket("/run/a b.sock".into())),
            ("sendmail:///usr/sbin/sendmail", Security::Plain, Place::Sendmail("/usr/sbin/sendmail".into())),
        ] {
            let relay = relay(text);
            assert_eq!((relay.security, relay.place), (security, place), "{text}");
            assert!(relay.login.is_none());
        }
    }

    #[test]
    fn an_ipv6_address_loses_its_brackets() {
        let relay = relay("smtp://[::1]:2525");
        assert_eq!(relay.host(), Some("::1"));
        assert_eq!(relay.to_string(), "smtp://[::1]:2525");
    }

    #[test]
    fn the_password_is_decoded_and_never_shown() {
        let relay = relay("smtps://an%40duif.be:p%2Fw+%20@mail.example.org");
        let login = relay.login.clone().unwrap();
        assert_eq!((login.user.as_str(), login.secret().unwrap().expose_secret()), ("an@duif.be", "p/w+ "));
        let shown = format!("{relay} {relay:?} {login:?}");
        assert_eq!(shown, "smtps://mail.example.org:465 Relay(smtps://mail.example.org:465) Login(…)");
    }

    #[test]
    fn a_token_is_read_from_its_file_each_time() {
        let file = tempfile::NamedTempFile::new().unwrap();
        let relay = relay(&format!("smtps://an@mail.example.org?auth=xoauth2&password_file={}", file.path().display()));
        let login = relay.login.unwrap();
        assert_eq!(login.method, Some(Method::Xoauth2));
        for token in ["first", "second"] {
            fs::write(file.path(), format!("{token}\n")).unwrap();
            assert_eq!(login.secret().unwrap().expose_secret(), token);
        }
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
            "smtp://u:geheim@x?auth=cram-md5",
            "smtp://u:geheim@x?password_file=/run/secret",
            "smtp://u@x?password_file=secret",
            "smtp://u:geheim@x#y",
            "lmtp:///",
            "sendmail://u:geheim@x",
            "sendmail:usr/sbin/sendmail",
            "smtp://u:geheim@x?timeout=30",
            "smtp://u:geheim@x?timeout=0s",
            "smtp://u:geheim@x?timeout=6m",
            "sendmail:///usr/sbin/sendmail?timeout=30s",
        ] {
            let error = bad.parse::<Relay>().unwrap_err().to_string();
            assert!(!error.contains("geheim"), "{bad}: {error}");
        }
    }
}
