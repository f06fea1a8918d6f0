//! For whom a proxy asks: who stands between a reader and this program, and is believed.

use std::{
    fmt,
    net::{IpAddr, Ipv4Addr, Ipv6Addr},
};

use axum::http::{HeaderMap, HeaderName};
use ipnet::IpNet;
use serde::{
    Deserialize, Deserializer,
    de::{Error, SeqAccess, Visitor},
};

/// What a proxy adds the address to of whom it was asked by. `Forwarded` (RFC 7239) is not read: a proxy that writes one of
/// the two passes the other on as a stranger wrote it, so that only one can be believed, and this is what proxies write.
const FORWARDED_FOR: HeaderName = HeaderName::from_static("x-forwarded-for");

/// The proxies whose word is believed; out of the box those on this machine.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proxies(Vec<IpNet>);

impl Default for Proxies {
    fn default() -> Self {
        let this_machine = IpNet::new_assert(Ipv4Addr::new(127, 0, 0, 0).into(), 8);
        Self(vec![this_machine, IpNet::from(IpAddr::from(Ipv6Addr::LOCALHOST))])
    }
}

impl Proxies {
    /// The address that a request comes from: the last one in the chain that is no proxy of ours. What stands before it
    /// may be made up.
    pub(super) fn client(&self, peer: IpAddr, headers: &HeaderMap) -> IpAddr {
        let lines: Vec<_> =
            headers.get_all(FORWARDED_FOR).iter().map(|line| line.to_str().unwrap_or_default()).collect();
        let mut client = peer.to_canonical();
        for named in lines.iter().rev().flat_map(|line| line.rsplit(',')) {
            // A name that is no address says nothing of whom it asks for.
            let Some(before) = address(named).filter(|_| self.are(client)) else { break };
            client = before;
        }
        client
    }

    /// Whether an address is one of them.
    fn are(&self, address: IpAddr) -> bool {
        self.0.iter().any(|network| network.contains(&address))
    }
}

/// An address, as some proxies write it with a port.
fn address(named: &str) -> Option<IpAddr> {
    let named = named.trim();
    let with_port = || named.parse::<std::net::SocketAddr>().ok().map(|place| place.ip());
    let bracketed = || named.strip_prefix('[')?.strip_suffix(']')?.parse().ok();
    let address: IpAddr = named.parse().ok().or_else(with_port).or_else(bracketed)?;
    Some(address.to_canonical())
}

/// An address or a network, such as `10.0.0.0/8`.
fn network<E: Error>(text: &str) -> Result<IpNet, E> {
    let text = text.trim();
    let network = text.parse().or_else(|_| text.parse::<IpAddr>().map(IpNet::from));
    network.map_err(|_| E::custom(format!("{text:?} is no address and no network, such as 10.0.0.0/8")))
}

impl<'de> Deserialize<'de> for Proxies {
    /// A list; or a text with commas, which is all that the environment has.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Networks;
        impl<'de> Visitor<'de> for Networks {
            type Value = Proxies;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("addresses and networks, such as [\"10.0.0.0/8\"]")
            }

            fn visit_str<E: Error>(self, text: &str) -> Result<Proxies, E> {
                text.split(',')
                    .filter(|part| !part.trim().is_empty())
                    .map(network)
                    .collect::<Result<_, _>>()
                    .map(Proxies)
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Proxies, A::Error> {
                let mut networks = Vec::new();
                while let Some(text) = list.next_element::<String>()? {
                    networks.push(network(&text)?);
                }
                Ok(Proxies(networks))
            }
        }
        deserializer.deserialize_any(Networks)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn proxies(toml: &str) -> Result<Proxies, String> {
        #[derive(Deserialize)]
        struct Written {
            proxies: Proxies,
        }
        let read = toml::from_str::<Written>(&format!("proxies = {toml}"));
        read.map(|written| written.proxies).map_err(|error| error.message().to_owned())
    }

    #[test]
    fn the_last_address_in_the_chain_that_is_no_proxy_of_ours_is_where_it_comes_from() {
        let ours = proxies("[\"10.0.0.0/8\", \"2001:db8::7\", \"192.0.2.1\"]").unwrap();
        let outside = "203.0.113.5";
        for (proxies, peer, said, client) in [
            (&Proxies::default(), "127.0.0.1", vec!["198.51.100.1, 203.0.113.5"], outside),
            (&Proxies::default(), "::1", vec!["203.0.113.5"], outside),
            (&Proxies::default(), "127.0.0.1", vec!["nonsense"], "127.0.0.1"),
            (&Proxies::default(), "127.0.0.1", vec![], "127.0.0.1"),
            // A machine of the load balancer, which nobody has said to believe.
            (&Proxies::default(), "10.0.0.2", vec!["203.0.113.5"], "10.0.0.2"),
            (&ours, "10.0.0.2", vec!["203.0.113.5"], outside),
            (&ours, "::ffff:10.0.0.2", vec!["203.0.113.5:4711"], outside),
            (&ours, "2001:db8::7", vec!["198.51.100.1, 203.0.113.5", "10.9.9.9, 192.0.2.1"], outside),
            (&ours, "10.0.0.2", vec!["198.51.100.1, [2001:db8::9]:443"], "2001:db8::9"),
            (&ours, "10.0.0.2", vec!["198.51.100.1, unknown"], "10.0.0.2"),
            (&ours, "10.0.0.2", vec!["10.0.0.3"], "10.0.0.3"),
            (&ours, "198.51.100.7", vec!["203.0.113.5"], "198.51.100.7"),
        ] {
            let mut headers = HeaderMap::new();
            for line in &said {
                headers.append(FORWARDED_FOR, line.parse().unwrap());
            }
            assert_eq!(proxies.client(peer.parse().unwrap(), &headers).to_string(), client, "{peer} {said:?}");
        }
    }

    #[test]
    fn proxies_are_a_list_or_a_text_with_commas_and_nothing_else() {
        assert_eq!(proxies("\"10.0.0.0/8, 192.0.2.1\""), proxies("[\"10.0.0.0/8\", \"192.0.2.1/32\"]"));
        assert_eq!(proxies("[]").unwrap(), Proxies(Vec::new()), "nobody is believed");
        let wrong = proxies("[\"10.0.0.0/33\"]").unwrap_err();
        assert_eq!(wrong, "\"10.0.0.0/33\" is no address and no network, such as 10.0.0.0/8");
    }
}
