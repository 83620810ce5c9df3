//! From which network address a request comes.

use crate::state::{Served, Settings};
use axum::extract::{ConnectInfo, FromRequestParts};
use axum::http::request::Parts;
use axum::http::{Extensions, HeaderMap};
use std::convert::Infallible;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};

/// From which network address a request comes, as far as that can be believed.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(crate) struct Address(pub(crate) IpAddr);

/// Where nobody knows: a request that came over no connection, in tests.
const UNKNOWN: IpAddr = IpAddr::V4(Ipv4Addr::UNSPECIFIED);
/// The most addresses of `X-Forwarded-For` that are looked at.
const HOPS_MAX: usize = 16;

impl Address {
    /// The address of the connection; where that is a proxy that we trust, the last one that it
    /// and other trusted proxies did not add to `X-Forwarded-For` themselves.
    pub(super) fn of(extensions: &Extensions, headers: &HeaderMap, settings: &Settings) -> Self {
        let peer = extensions.get::<ConnectInfo<SocketAddr>>();
        let peer = peer.map_or(UNKNOWN, |peer| peer.0.ip().to_canonical());
        let is_trusted = |address: &IpAddr| settings.trusted_proxies.contains(address);
        if !is_trusted(&peer) {
            return Self(peer);
        }
        let said = headers.get_all("x-forwarded-for").into_iter();
        let said: Vec<_> = said.filter_map(|value| value.to_str().ok()).collect();
        let said = said.join(",");
        let mut last = peer;
        for hop in said.rsplit(',').take(HOPS_MAX) {
            let Ok(address) = hop.trim().parse::<IpAddr>() else { break };
            last = address.to_canonical();
            if !is_trusted(&last) {
                break;
            }
        }
        Self(last)
    }
}

impl FromRequestParts<Served> for Address {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, served: &Served) -> Result<Self, Infallible> {
        Ok(Self::of(&parts.extensions, &parts.headers, served.settings()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(peer: &str, said: &[&str], trusted: &[&str]) -> String {
        let mut extensions = Extensions::new();
        extensions.insert(ConnectInfo(SocketAddr::new(peer.parse().unwrap(), 4000)));
        let mut headers = HeaderMap::new();
        for value in said {
            headers.append("x-forwarded-for", value.parse().unwrap());
        }
        let trusted_proxies = trusted.iter().map(|address| address.parse().unwrap()).collect();
        let settings = Settings { trusted_proxies, ..Settings::default() };
        Address::of(&extensions, &headers, &settings).0.to_string()
    }

    #[test]
    fn what_a_stranger_says_of_its_address_is_not_believed() {
        assert_eq!(of("192.0.2.7", &["198.51.100.1"], &[]), "192.0.2.7");
        assert_eq!(of("192.0.2.7", &["198.51.100.1"], &["192.0.2.8"]), "192.0.2.7");
    }

    #[test]
    fn behind_trusted_proxies_it_is_the_last_address_that_they_did_not_add() {
        let trusted = ["192.0.2.1", "192.0.2.2"];
        assert_eq!(of("192.0.2.1", &["198.51.100.1"], &trusted), "198.51.100.1");
        let forged = ["203.0.113.9, 198.51.100.1", "192.0.2.2"];
        assert_eq!(of("192.0.2.1", &forged, &trusted), "198.51.100.1");
        assert_eq!(of("192.0.2.1", &["nonsense"], &trusted), "192.0.2.1");
        assert_eq!(of("::ffff:192.0.2.1", &["198.51.100.1"], &trusted), "198.51.100.1");
    }
}
