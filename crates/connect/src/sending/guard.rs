//! Keeping what others told us to call from reaching the network that we stand in.
//!
//! Whoever may add a webhook could else have the server speak to machines that only it reaches. The
//! address that a name resolves to is looked at when connecting, so that a name which says something
//! else a moment later does not help.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// Where messages to programs may go.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Reach {
    /// Only to addresses that all the world can reach.
    #[default]
    World,
    /// To any address, this machine's own included: for those who run the receiver themselves.
    Anywhere,
}

/// Whether an address is of this machine, of the network that it stands in, or of nobody.
///
/// ```
/// use connect::sending::is_own_network;
///
/// assert!(is_own_network("127.0.0.1".parse().unwrap()));
/// assert!(is_own_network("::ffff:10.1.2.3".parse().unwrap()));
/// assert!(!is_own_network("93.184.215.14".parse().unwrap()));
/// ```
#[must_use]
pub fn is_own_network(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(address) => is_own_v4(address),
        IpAddr::V6(address) => match embedded(address) {
            Some(inner) => is_own_v4(inner),
            None => is_own_v6(address),
        },
    }
}

/// By the registries of special addresses (RFC 6890 and its successors).
fn is_own_v4(address: Ipv4Addr) -> bool {
    let [a, b, c, _] = address.octets();
    address.is_unspecified()
        || address.is_loopback()
        || address.is_private()
        || address.is_link_local()
        || address.is_broadcast()
        || address.is_multicast()
        || address.is_documentation()
        || a == 0
        || a >= 240
        || (a == 100 && (64..128).contains(&b))
        || (a == 192 && b == 0 && c == 0)
        || (a == 198 && (b == 18 || b == 19))
}

fn is_own_v6(address: Ipv6Addr) -> bool {
    let [first, second, ..] = address.segments();
    address.is_unspecified()
        || address.is_loopback()
        || address.is_multicast()
        || first & 0xfe00 == 0xfc00
        || first & 0xffc0 == 0xfe80
        || first & 0xffc0 == 0xfec0
        || (first == 0x2001 && second == 0x0db8)
        || first == 0x0100
}

/// The older address within a newer one: mapped, translated (64:ff9b::/96) or tunnelled (2002::/16).
fn embedded(address: Ipv6Addr) -> Option<Ipv4Addr> {
    let segments = address.segments();
    let of = |high: u16, low: u16| Ipv4Addr::from(u32::from(high) << 16 | u32::from(low));
    match segments {
        [0, 0, 0, 0, 0, 0xffff, high, low] | [0x64, 0xff9b, 0, 0, 0, 0, high, low] => {
            Some(of(high, low))
        }
        [0x2002, high, low, ..] => Some(of(high, low)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_only_the_server_reaches_is_known() {
        let own = [
            "0.0.0.0",
            "10.0.0.1",
            "100.64.0.1",
            "127.8.8.8",
            "169.254.169.254",
            "172.16.0.1",
            "172.31.255.255",
            "192.0.0.8",
            "192.168.1.1",
            "198.18.0.1",
            "224.0.0.1",
            "255.255.255.255",
            "::",
            "::1",
            "fc00::1",
            "fd12::1",
            "fe80::1",
            "ff02::1",
            "::ffff:127.0.0.1",
            "64:ff9b::a00:1",
            "2002:7f00:1::",
            "2001:db8::1",
        ];
        for address in own {
            assert!(is_own_network(address.parse().unwrap()), "{address}");
        }
        let others = [
            "1.1.1.1",
            "100.128.0.1",
            "172.32.0.1",
            "192.1.0.1",
            "2606:4700::1111",
            "64:ff9b::101:101",
        ];
        for address in others {
            assert!(!is_own_network(address.parse().unwrap()), "{address}");
        }
    }
}
