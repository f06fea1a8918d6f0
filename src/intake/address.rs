//! Which addresses on the network may be asked at all: the public ones, and those that somebody named.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use url::{Host, Url};

/// The ports that the web is served on.
const WEB_PORTS: [u16; 2] = [80, 443];

/// What may be asked. By default: the public web, on its usual ports.
///
/// An import follows what strangers wrote: redirects, links of feeds, addresses of pictures. None of
/// them may lead into the network that this machine stands in (server-side request forgery).
#[derive(Debug, Clone, Default)]
pub struct Permission {
    /// Addresses that may be asked though they are not public.
    pub addresses: Vec<IpAddr>,
    /// Ports that may be asked besides 80 and 443.
    pub ports: Vec<u16>,
}

/// Why an address is not asked.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Forbidden {
    /// Another protocol.
    #[error("only http and https are fetched, not {0}")]
    Scheme(String),
    /// A name and a password in the address.
    #[error("there is a password in the address")]
    Password,
    /// Another port.
    #[error("port {0} is not one of the web's; if it is meant, `postduif import --allow-port {0}` takes it")]
    Port(u16),
    /// Not on the public network.
    #[error("{0} is not on the public network; if it is meant, `postduif import --allow-address {0}` takes it")]
    Private(IpAddr),
    /// No host at all.
    #[error("there is no host in the address")]
    Host,
}

impl Permission {
    /// Whether this address may be asked, as far as that can be seen before its name is resolved.
    ///
    /// # Errors
    /// With the reason why not.
    pub fn check(&self, url: &Url) -> Result<(), Forbidden> {
        if !matches!(url.scheme(), "http" | "https") {
            return Err(Forbidden::Scheme(url.scheme().to_owned()));
        }
        if !url.username().is_empty() || url.password().is_some() {
            return Err(Forbidden::Password);
        }
        let port = url.port_or_known_default().ok_or(Forbidden::Host)?;
        if !WEB_PORTS.contains(&port) && !self.ports.contains(&port) {
            return Err(Forbidden::Port(port));
        }
        // The resolver is never asked about numbers, so they are looked at here.
        match url.host().ok_or(Forbidden::Host)? {
            Host::Domain(_) => Ok(()),
            Host::Ipv4(ip) => self.check_ip(ip.into()),
            Host::Ipv6(ip) => self.check_ip(ip.into()),
        }
    }

    /// Whether a connection to this address may be opened.
    ///
    /// # Errors
    /// With the reason why not.
    pub fn check_ip(&self, ip: IpAddr) -> Result<(), Forbidden> {
        if is_public(ip) || self.addresses.contains(&ip) { Ok(()) } else { Err(Forbidden::Private(ip)) }
    }
}

/// Whether an address is reached over the public network, by the registries of special-purpose
/// addresses (RFC 6890, as IANA keeps them). An IPv6 address that carries an IPv4 address is as public
/// as that one.
fn is_public(ip: IpAddr) -> bool {
    match ip {
        IpAddr::V4(ip) => is_public_v4(ip),
        IpAddr::V6(ip) => carried_v4(ip).map_or_else(|| is_public_v6(ip), is_public_v4),
    }
}

fn is_public_v4(ip: Ipv4Addr) -> bool {
    let special = match ip.octets() {
        // This network, private, loopback, link-local, multicast, reserved and broadcast.
        [0 | 10 | 127 | 224..=255, ..] | [169, 254, ..] | [172, 16..=31, ..] | [192, 168, ..] => true,
        // Carrier-grade NAT, benchmarks.
        [100, 64..=127, ..] | [198, 18..=19, ..] => true,
        // Protocol assignments, the old 6to4 relays, and examples in documents.
        [192, 0, 0 | 2, _] | [192, 88, 99, _] | [198, 51, 100, _] | [203, 0, 113, _] => true,
        _ => false,
    };
    !special
}

fn is_public_v6(ip: Ipv6Addr) -> bool {
    match ip.segments() {
        // Protocol assignments with Teredo and ORCHID, then examples in documents (RFC 3849, RFC 9637).
        [0x2001, 0..=0x01ff | 0x0db8, ..] | [0x3fff, 0..=0x0fff, ..] => false,
        // Of all the rest only global unicast: not loopback, link-local, ULA, site-local, multicast, segment routing.
        [first, ..] => first & 0xe000 == 0x2000,
    }
}

/// The IPv4 address inside an IPv6 address: mapped, compatible, translated by NAT64 with its well-known or
/// its local prefix (RFC 6052, RFC 8215), or 6to4 (RFC 3056).
fn carried_v4(ip: Ipv6Addr) -> Option<Ipv4Addr> {
    let joined = |high: u16, low: u16| Ipv4Addr::from((u32::from(high) << 16) | u32::from(low));
    match ip.segments() {
        [0, 0, 0, 0, 0, 0xffff, high, low]
        | [0, 0, 0, 0, 0xffff, 0, high, low]
        | [0x64, 0xff9b, 0, 0, 0, 0, high, low] => Some(joined(high, low)),
        // Compatible, the unspecified address and loopback among them; none is in use on the public network.
        [0, 0, 0, 0, 0, 0, ..] | [0x64, 0xff9b, 1, ..] => Some(Ipv4Addr::UNSPECIFIED),
        [0x2002, high, low, ..] => Some(joined(high, low)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_public_network_is_asked() {
        for public in ["93.184.215.14", "8.8.8.8", "172.32.0.1", "100.128.0.1", "2606:4700::1111", "2a00:1450::1"] {
            assert!(is_public(public.parse().unwrap()), "{public}");
        }
        for hidden in [
            "0.0.0.0",
            "10.1.2.3",
            "127.0.0.1",
            "127.9.9.9",
            "100.64.0.1",
            "100.127.255.255",
            "169.254.169.254",
            "172.16.0.1",
            "172.31.255.255",
            "192.168.1.1",
            "192.0.0.1",
            "192.0.2.1",
            "192.88.99.1",
            "198.18.0.1",
            "198.51.100.1",
            "203.0.113.1",
            "224.0.0.1",
            "240.0.0.1",
            "255.255.255.255",
            "::",
            "::1",
            "::127.0.0.1",
            "::ffff:127.0.0.1",
            "::ffff:192.168.1.1",
            "::ffff:0:10.0.0.1",
            "64:ff9b::10.0.0.1",
            "64:ff9b:1::8.8.8.8",
            "2002:7f00:1::",
            "2002:a9fe:a9fe::1",
            "2001::1",
            "2001:db8::1",
            "3fff::1",
            "100::1",
            "fc00::1",
            "fd12:3456::1",
            "fe80::1",
            "fec0::1",
            "ff02::1",
            "5f00::1",
        ] {
            assert!(!is_public(hidden.parse().unwrap()), "{hidden}");
        }
        assert!(is_public("64:ff9b::8.8.8.8".parse().unwrap()));
        assert!(is_public("2002:808:808::1".parse().unwrap()));
    }

    #[test]
    fn an_address_is_looked_at_however_it_is_written() {
        let open = Permission::default();
        for (url, why) in [
            ("ftp://a.example/", Forbidden::Scheme("ftp".to_owned())),
            ("file:///etc/passwd", Forbidden::Scheme("file".to_owned())),
            ("http://a.example:22/", Forbidden::Port(22)),
            ("http://me:secret@a.example/", Forbidden::Password),
            ("http://2130706433/", Forbidden::Private(Ipv4Addr::LOCALHOST.into())),
            ("http://0x7f.1/", Forbidden::Private(Ipv4Addr::LOCALHOST.into())),
            ("http://[::ffff:7f00:1]/", Forbidden::Private("::ffff:127.0.0.1".parse().unwrap())),
        ] {
            assert_eq!(open.check(&url.parse().unwrap()), Err(why), "{url}");
        }
        assert_eq!(open.check(&"https://a.example/".parse().unwrap()), Ok(()));
        let named = Permission { addresses: vec![Ipv4Addr::LOCALHOST.into()], ports: vec![8080] };
        assert_eq!(named.check(&"http://127.0.0.1:8080/".parse().unwrap()), Ok(()));
        let other = Forbidden::Private("127.0.0.2".parse().unwrap());
        assert_eq!(named.check(&"http://127.0.0.2:8080/".parse().unwrap()), Err(other), "one address is not all");
    }
}
