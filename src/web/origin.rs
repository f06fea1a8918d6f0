//! Where a request comes from, as far as it matters: the network, not the machine.

use std::{
    convert::Infallible,
    net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr},
};

use axum::{
    extract::{ConnectInfo, FromRequestParts},
    http::request::Parts,
};

use super::Desk;

/// The network that a request comes from: of IPv4 the first 24 bits, of IPv6 the first 64, which one
/// customer of a provider has at the least.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Origin {
    network: IpAddr,
    /// Of IPv6 the first 48 bits: a customer may have all 65,536 networks in them.
    site: Option<IpAddr>,
}

impl Origin {
    fn of(address: IpAddr) -> Self {
        match address.to_canonical() {
            IpAddr::V4(v4) => Self { network: Ipv4Addr::from_bits(v4.to_bits() & !0xff).into(), site: None },
            IpAddr::V6(v6) => {
                let first = |bits: u32| Ipv6Addr::from_bits(v6.to_bits() >> (128 - bits) << (128 - bits)).into();
                Self { network: first(64), site: Some(first(48)) }
            }
        }
    }

    /// The network as text.
    pub(super) fn prefix(&self) -> String {
        self.network.to_string()
    }

    /// The wider network of which a customer may have all, as text.
    pub(super) fn site(&self) -> Option<String> {
        self.site.map(|site| site.to_string())
    }
}

impl FromRequestParts<Desk> for Origin {
    type Rejection = Infallible;

    /// A proxy of ours says for whom it asks; what others say of themselves is not believed.
    async fn from_request_parts(parts: &mut Parts, desk: &Desk) -> Result<Self, Infallible> {
        let peer = parts.extensions.get::<ConnectInfo<SocketAddr>>().map(|info| info.0.ip());
        Ok(Self::of(desk.proxies().client(peer.unwrap_or(Ipv4Addr::LOCALHOST.into()), &parts.headers)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_machines_of_one_network_are_one_origin() {
        let origin = |address: &str| Origin::of(address.parse().unwrap());
        assert_eq!(origin("203.0.113.77").prefix(), "203.0.113.0");
        assert_eq!(origin("::ffff:203.0.113.8").prefix(), "203.0.113.0");
        assert_eq!(origin("203.0.113.8").site(), None);
        assert_eq!(origin("2001:db8:1:2:3:4:5:6").prefix(), "2001:db8:1:2::");
        assert_eq!(origin("2001:db8:1:2:3:4:5:6").site().unwrap(), "2001:db8:1::");
    }
}
