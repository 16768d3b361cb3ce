//! IP networks.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// Whether the network `outer` contains `inner`. Texts that are not networks contain themselves only.
pub(super) fn contains(outer: &str, inner: &str) -> bool {
    if outer == inner {
        return true;
    }
    let (Some((outer, length)), Some((inner, inner_length))) = (parse(outer), parse(inner)) else {
        return false;
    };
    let (outer, inner, bits) = match (outer, inner) {
        (IpAddr::V4(outer), IpAddr::V4(inner)) => (wide(outer), wide(inner), Ipv4Addr::BITS),
        (IpAddr::V6(outer), IpAddr::V6(inner)) => (outer.to_bits(), inner.to_bits(), Ipv6Addr::BITS),
        _ => return false,
    };
    if length > inner_length || inner_length > bits {
        return false;
    }
    let shift = bits - length;
    outer.checked_shr(shift).unwrap_or(0) == inner.checked_shr(shift).unwrap_or(0)
}

fn wide(address: Ipv4Addr) -> u128 {
    address.to_bits().into()
}

/// The address and the length of the prefix.
fn parse(text: &str) -> Option<(IpAddr, u32)> {
    let (address, length) = text.split_once('/')?;
    Some((address.parse().ok()?, length.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::contains;

    #[test]
    fn a_network_contains_smaller_ones() {
        assert!(contains("0.0.0.0/0", "10.1.2.3/32"));
        assert!(contains("10.0.0.0/8", "10.2.0.0/16"));
        assert!(contains("::/0", "2001:db8::/32"));
        assert!(contains("2001:db8::/32", "2001:db8:1::/48"));
        assert!(!contains("10.0.0.0/8", "11.0.0.0/16"));
        assert!(!contains("10.2.0.0/16", "10.0.0.0/8"));
        assert!(!contains("::/0", "10.0.0.0/8"));
        assert!(!contains("0.0.0.0/0", "::/0"));
    }

    #[test]
    fn other_texts_contain_themselves_only() {
        assert!(contains("${Range}", "${Range}"));
        assert!(!contains("0.0.0.0/0", "${Range}"));
        assert!(!contains("10.0.0.0/99", "10.0.0.0/100"));
    }
}
