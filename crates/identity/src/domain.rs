//! Web and mail domains.

use crate::punycode;

/// The longest domain, in bytes (RFC 1035).
const DOMAIN_BYTES_MAX: usize = 253;
/// The longest label of a domain, in bytes (RFC 1035).
const LABEL_BYTES_MAX: usize = 63;

/// The host of a web address or of a bare domain: lower case, without scheme, user, port, path and
/// final dot; international names as they are read, not as `xn--…`. `None` for what is no domain
/// name: single words, IP addresses, anything with letters that no host has. Idempotent.
#[must_use]
pub fn host(address: &str) -> Option<String> {
    let address = address.trim();
    let address = address.split_once("://").map_or(address, |(_, rest)| rest);
    let address = address.trim_start_matches('/');
    let host = address.split(['/', '?', '#', '\\']).next()?;
    let host = host.rsplit_once('@').map_or(host, |(_, host)| host);
    let host = match host.rsplit_once(':') {
        Some((host, port)) if port.bytes().all(|b| b.is_ascii_digit()) => host,
        Some(_) => return None,
        None => host,
    };
    let host = host.trim_end_matches('.').to_lowercase();
    if host.len() > DOMAIN_BYTES_MAX {
        return None;
    }
    let labels: Option<Vec<String>> = host.split('.').map(label).collect();
    let labels = labels.filter(|labels| labels.len() > 1)?;
    let last = labels.last()?;
    (!last.bytes().all(|b| b.is_ascii_digit())).then(|| labels.join("."))
}

/// The part of a web address or domain that somebody registered, by the public suffix list:
/// `https://www.shop.acme.co.uk/x` is `acme.co.uk`. `None` where [`host`] is, and for a public
/// suffix alone. Idempotent.
#[must_use]
pub fn registrable(address: &str) -> Option<String> {
    let host = host(address)?;
    psl::domain_str(&host).map(str::to_owned)
}

/// The public suffix of a host: `co.uk`.
pub(crate) fn suffix(host: &str) -> Option<&str> {
    psl::suffix_str(host)
}

fn label(label: &str) -> Option<String> {
    let valid = |label: &str| {
        let inner = |c: char| c.is_alphanumeric() || c == '-' || c == '_' || is_mark(c);
        !label.is_empty()
            && label.len() <= LABEL_BYTES_MAX
            && label.chars().all(inner)
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    if !valid(label) {
        return None;
    }
    let Some(coded) = label.strip_prefix("xn--") else { return Some(label.to_owned()) };
    // What decodes to nothing sensible stays as it is.
    let read = punycode::decode(coded).map(|read| read.to_lowercase());
    let read = read.filter(|read| valid(read) && !read.is_ascii() && !read.starts_with("xn--"));
    Some(read.unwrap_or_else(|| label.to_owned()))
}

fn is_mark(c: char) -> bool {
    unicode_normalization::char::is_combining_mark(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_registered_part_is_found() {
        for (address, expected) in [
            ("https://www.shop.acme.co.uk:8080/x?y#z", Some("acme.co.uk")),
            ("ACME.example.", Some("acme.example")),
            ("user:word@www.acme.example/path@x", Some("acme.example")),
            ("team.github.io", Some("team.github.io")),
            ("http://xn--bcher-kva.example/", Some("bücher.example")),
            ("Bücher.example", Some("bücher.example")),
            ("co.uk", None),
            ("localhost", None),
            ("192.168.0.1", None),
            ("[::1]:80", None),
            ("a b.example", None),
            ("", None),
        ] {
            assert_eq!(registrable(address).as_deref(), expected, "{address}");
        }
    }
}
