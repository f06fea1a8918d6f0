//! Where a request comes from, as far as it matters: the network, not the machine.

use std::{
    convert::Infallible,
    net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr},
};

use axum::{
    extract::{ConnectInfo, FromRequestParts},
    http::request::Parts,
};

/// The network that a request comes from: of IPv4 the first 24 bits, of IPv6 the first 64, which one
/// customer of a provider has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Origin(IpAddr);

impl Origin {
    fn of(address: IpAddr) -> Self {
        match address.to_canonical() {
            IpAddr::V4(v4) => Self(Ipv4Addr::from_bits(v4.to_bits() & !0xff).into()),
            IpAddr::V6(v6) => Self(Ipv6Addr::from_bits(v6.to_bits() >> 64 << 64).into()),
        }
    }

    /// The network as text.
    pub(super) fn prefix(&self) -> String {
        self.0.to_string()
    }
}

impl<S: Sync> FromRequestParts<S> for Origin {
    type Rejection = Infallible;

    /// A proxy on this machine says for whom it asks; what others say of themselves is not believed.
    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        let peer = parts.extensions.get::<ConnectInfo<SocketAddr>>().map(|info| info.0.ip().to_canonical());
        let peer = peer.unwrap_or(Ipv4Addr::LOCALHOST.into());
        if !peer.is_loopback() {
            return Ok(Self::of(peer));
        }
        let said = parts.headers.get_all("x-forwarded-for").iter().next_back();
        let last = said.and_then(|value| value.to_str().ok()?.rsplit(',').next()?.trim().parse::<IpAddr>().ok());
        Ok(Self::of(last.unwrap_or(peer)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_machines_of_one_network_are_one_origin() {
        let prefix = |address: &str| Origin::of(address.parse().unwrap()).prefix();
        assert_eq!(prefix("203.0.113.77"), "203.0.113.0");
        assert_eq!(prefix("::ffff:203.0.113.8"), "203.0.113.0");
        assert_eq!(prefix("2001:db8:1:2:3:4:5:6"), "2001:db8:1:2::");
    }

    #[tokio::test]
    async fn only_a_proxy_on_this_machine_is_believed_and_only_its_own_word() {
        for (peer, said, origin) in [
            ("127.0.0.1:9", Some("198.51.100.1, 203.0.113.5"), "203.0.113.0"),
            ("127.0.0.1:9", Some("nonsense"), "127.0.0.0"),
            ("127.0.0.1:9", None, "127.0.0.0"),
            ("198.51.100.7:9", Some("203.0.113.5"), "198.51.100.0"),
        ] {
            let mut request = axum::http::Request::new(());
            request.extensions_mut().insert(ConnectInfo(peer.parse::<SocketAddr>().unwrap()));
            if let Some(said) = said {
                request.headers_mut().insert("x-forwarded-for", said.parse().unwrap());
            }
            let (mut parts, ()) = request.into_parts();
            let Ok(found) = Origin::from_request_parts(&mut parts, &()).await;
            assert_eq!(found.prefix(), origin, "{peer} {said:?}");
        }
    }
}
