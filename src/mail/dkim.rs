//! DKIM: signatures over a mail's bytes as they leave (RFC 6376, and RFC 8463 for Ed25519).
//!
//! Each key signs: RSA, which everybody can verify, and Ed25519, which is short and costs next to
//! nothing. A field that is signed once more than it occurs cannot be added on the way.

use std::fmt;

use base64::{Engine as _, engine::general_purpose::STANDARD};
use mail_auth::{
    common::{
        crypto::{Ed25519Key, RsaKey, Sha256},
        headers::HeaderWriter as _,
    },
    dkim::{DkimSigner, Done},
};
use rustls::pki_types::{PrivateKeyDer, pem::PemObject as _};

/// Fields that nobody may change, nor add where there is none. RFC 8058 section 4 asks for the
/// List-Unsubscribe pair and Gmail for Feedback-ID; a second From or Subject would show readers
/// what nobody signed.
const SEALED: [&str; 12] = [
    "From",
    "Reply-To",
    "To",
    "Subject",
    "Date",
    "Message-ID",
    "MIME-Version",
    "Content-Type",
    "List-Id",
    "List-Unsubscribe",
    "List-Unsubscribe-Post",
    "Feedback-ID",
];

/// Fields that are signed as they are; of one that no mail has, that there is none.
const SIGNED: [&str; 6] = ["Cc", "List-Help", "List-Subscribe", "List-Archive", "Content-Language", "Auto-Submitted"];

/// About what a signature takes; RSA's 2,048 bits are 344 letters of it.
const SIGNATURE_BYTES: usize = 1_024;

/// Signs mail for a domain, once with each of its keys.
pub struct Signer {
    domain: String,
    keys: Vec<Signing>,
}

/// One key at work.
struct Signing {
    key: Key,
    record: DkimRecord,
}

enum Key {
    Rsa(DkimSigner<RsaKey<Sha256>, Done>),
    Ed25519(DkimSigner<Ed25519Key, Done>),
}

/// Where the public half of a key stands in the DNS, so that others can verify.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DkimRecord {
    /// The name: `SELECTOR._domainkey.DOMAIN`.
    pub name: String,
    /// What its TXT record says.
    pub text: String,
}

/// Why a text is no key to sign with.
#[derive(Debug, Clone, Copy, thiserror::Error, PartialEq, Eq)]
pub enum NotAKey {
    /// There is none in it.
    #[error("no private key in PEM is in it")]
    Missing,
    /// A password is needed, which nobody can type when mail leaves.
    #[error("the key in it is encrypted")]
    Encrypted,
    /// It is the half that belongs into the DNS.
    #[error("it holds the public key; the private one signs")]
    Public,
    /// DKIM knows neither elliptic curves but one, nor anything newer.
    #[error("the key in it is neither RSA with 2,048 to 4,096 bits nor Ed25519")]
    Unusable,
}

/// The cryptography failed, which is not about this mail.
#[derive(Debug, Clone, thiserror::Error, PartialEq, Eq)]
#[error("cannot sign: {0}")]
pub struct NotSigned(String);

impl NotAKey {
    /// What to do about it.
    pub fn help(self) -> &'static str {
        match self {
            Self::Missing | Self::Public => {
                "make one with `openssl genpkey -algorithm rsa -pkeyopt rsa_keygen_bits:2048 -out FILE`, or with \
                 `-algorithm ed25519` alone"
            }
            Self::Encrypted => "take the password off: `openssl pkey -in FILE -out NEW`",
            Self::Unusable => {
                "make a new one with `openssl genpkey -algorithm rsa -pkeyopt rsa_keygen_bits:2048 -out FILE`, and give \
                 it a selector of its own"
            }
        }
    }
}

impl Signer {
    /// A signer for a domain, which has no key yet.
    pub fn new(domain: impl Into<String>) -> Self {
        Self { domain: domain.into(), keys: Vec::new() }
    }

    /// The domain that it signs for.
    pub fn domain(&self) -> &str {
        &self.domain
    }

    /// Adds a key: its selector, and the private half in PEM (PKCS#8, for RSA PKCS#1 too).
    ///
    /// # Errors
    /// When the text is no key that DKIM knows.
    pub fn add(&mut self, selector: &str, pem: &[u8]) -> Result<(), NotAKey> {
        let domain = self.domain.as_str();
        let der = PrivateKeyDer::from_pem_slice(pem).map_err(|_| what_else(pem))?;
        let name = format!("{selector}._domainkey.{domain}");
        let signing = match ed25519(&der) {
            Some(key) => {
                let text = format!("v=DKIM1; k=ed25519; p={}", STANDARD.encode(key.public_key()));
                let key = DkimSigner::from_key(key).domain(domain).selector(selector).headers(fields());
                Signing { key: Key::Ed25519(key), record: DkimRecord { name, text } }
            }
            None => {
                let key = RsaKey::<Sha256>::from_key_der(der).map_err(|_| NotAKey::Unusable)?;
                let text = format!("v=DKIM1; k=rsa; p={}", STANDARD.encode(public_key_info(&key.public_key())));
                let key = DkimSigner::from_key(key).domain(domain).selector(selector).headers(fields());
                Signing { key: Key::Rsa(key), record: DkimRecord { name, text } }
            }
        };
        self.keys.push(signing);
        Ok(())
    }

    /// The mail with its signatures before it.
    ///
    /// # Errors
    /// When the cryptography fails, which it does in practice only for want of randomness.
    pub fn sign(&self, mail: &[u8]) -> Result<Vec<u8>, NotSigned> {
        let mut signed = Vec::with_capacity(mail.len() + self.keys.len() * SIGNATURE_BYTES);
        for Signing { key, .. } in &self.keys {
            let signature = match key {
                Key::Rsa(key) => key.sign(mail),
                Key::Ed25519(key) => key.sign(mail),
            };
            let signature = signature.map_err(|error| NotSigned(error.to_string()))?;
            signed.extend_from_slice(signature.to_header().as_bytes());
        }
        signed.extend_from_slice(mail);
        Ok(signed)
    }

    /// What has to stand in the DNS, for each key.
    pub fn records(&self) -> impl Iterator<Item = &DkimRecord> {
        self.keys.iter().map(|signing| &signing.record)
    }
}

/// The names in `h=`: a sealed one stands there once more than a mail has it.
fn fields() -> impl Iterator<Item = &'static str> {
    SEALED.into_iter().chain(SIGNED).chain(SEALED)
}

/// The key, if it is one; tools write it with or without its public half (RFC 8410 section 7).
fn ed25519(der: &PrivateKeyDer<'_>) -> Option<Ed25519Key> {
    let PrivateKeyDer::Pkcs8(der) = der else { return None };
    Ed25519Key::from_pkcs8_maybe_unchecked_der(der.secret_pkcs8_der()).ok()
}

/// An RSA public key as DNS records hold it: with the word for what it is (RFC 5280 section 4.1).
fn public_key_info(key: &[u8]) -> Vec<u8> {
    const SEQUENCE: u8 = 0x30;
    const BIT_STRING: u8 = 0x03;
    /// `rsaEncryption`, without parameters.
    const RSA: [u8; 15] = [SEQUENCE, 13, 0x06, 9, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x01, 0x05, 0x00];
    let bits = [&[0], key].concat();
    let inner = [&RSA[..], &tagged(BIT_STRING, &bits)].concat();
    tagged(SEQUENCE, &inner)
}

/// A value in DER. None here is as short as one whose length fits into a byte.
fn tagged(tag: u8, value: &[u8]) -> Vec<u8> {
    let length = u16::try_from(value.len()).unwrap_or(u16::MAX).to_be_bytes();
    [&[tag, 0x82][..], &length, value].concat()
}

/// What a text is that holds no private key.
fn what_else(pem: &[u8]) -> NotAKey {
    let text = String::from_utf8_lossy(pem);
    if text.contains("ENCRYPTED") {
        NotAKey::Encrypted
    } else if text.contains("BEGIN PUBLIC KEY") || text.contains("BEGIN RSA PUBLIC KEY") {
        NotAKey::Public
    } else {
        NotAKey::Missing
    }
}

/// Shows the selectors, never a key.
impl fmt::Debug for Signer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Signer").field(&self.records().map(|record| &record.name).collect::<Vec<_>>()).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const RSA: &[u8] = include_bytes!("../../tests/fixtures/dkim/rsa.pem");
    const ED25519: &[u8] = include_bytes!("../../tests/fixtures/dkim/ed25519.pem");

    #[test]
    fn what_stands_in_the_dns_is_what_openssl_writes() {
        let mut signer = Signer::new("duif.example");
        signer.add("2026a", RSA).unwrap();
        signer.add("2026b", ED25519).unwrap();
        let records: Vec<_> = signer.records().cloned().collect();
        let public: String = include_str!("../../tests/fixtures/dkim/rsa-public.pem")
            .lines()
            .filter(|line| !line.starts_with('-'))
            .collect();
        assert_eq!(records[0].name, "2026a._domainkey.duif.example");
        assert_eq!(records[0].text, format!("v=DKIM1; k=rsa; p={public}"));
        assert_eq!(records[1].text, "v=DKIM1; k=ed25519; p=0bVVDy6k/NFWmHk+EVXmlXKhD/nFNq3itrjBD5vtWZY=");
    }

    #[test]
    fn the_older_way_to_write_an_rsa_key_is_read_too() {
        let mut signer = Signer::new("duif.example");
        signer.add("a", RSA).unwrap();
        signer.add("b", include_bytes!("../../tests/fixtures/dkim/rsa-old.pem")).unwrap();
        let texts: Vec<_> = signer.records().map(|record| &record.text).collect();
        assert_eq!(texts[0], texts[1]);
    }

    #[test]
    fn what_cannot_sign_is_told_apart() {
        for (text, error) in [
            (&b""[..], NotAKey::Missing),
            (b"geheim", NotAKey::Missing),
            (include_bytes!("../../tests/fixtures/dkim/locked.pem"), NotAKey::Encrypted),
            (include_bytes!("../../tests/fixtures/dkim/rsa-public.pem"), NotAKey::Public),
            (include_bytes!("../../tests/fixtures/dkim/rsa-short.pem"), NotAKey::Unusable),
            (include_bytes!("../../tests/fixtures/dkim/ec.pem"), NotAKey::Unusable),
        ] {
            assert_eq!(Signer::new("duif.example").add("a", text), Err(error));
            assert!(error.help().contains("openssl"), "{error}");
        }
    }

    #[test]
    fn the_same_mail_is_signed_once_by_each_key_and_stays_as_it_was() {
        let mut signer = Signer::new("duif.example");
        signer.add("a", RSA).unwrap();
        signer.add("b", ED25519).unwrap();
        let mail = b"From: <post@duif.example>\r\nSubject: dag\r\n\r\ndag\r\n";
        let signed = String::from_utf8(signer.sign(mail).unwrap()).unwrap();
        assert!(signed.as_bytes().ends_with(mail));
        assert_eq!(signed.matches("DKIM-Signature:").count(), 2);
        assert!(signed.split("\r\n").all(|line| line.len() <= 78), "{signed}");
        assert_eq!(format!("{signer:?}"), r#"Signer(["a._domainkey.duif.example", "b._domainkey.duif.example"])"#);
    }
}
