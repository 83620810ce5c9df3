//! Who may send events, and what those mean: kept by operations.

use super::refused::CollectRefused;
use crate::engine::Engine;
use crate::error::AppError;
use connect::segment::EventMapping;
use facts::Instant;
use store::{AuditEntry, WriteKey, WriteKeyId};

/// A write key that was just made.
#[derive(Clone, PartialEq, Eq)]
pub struct NewWriteKey {
    /// Its number.
    pub id: WriteKeyId,
    /// The key itself. Only its hash is kept: it is shown once.
    pub key: String,
}

impl std::fmt::Debug for NewWriteKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("NewWriteKey").field("id", &self.id).finish_non_exhaustive()
    }
}

/// The longest name of a write key, in characters.
const NAME_CHARS_MAX: usize = 100;
/// The most sites from which browsers may send with one write key.
const ORIGINS_MAX: usize = 50;
/// The longest address of a site, in bytes.
const ORIGIN_BYTES_MAX: usize = 200;
const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

impl Engine {
    /// Makes a write key. `origins` are the sites from which browsers may send with it:
    /// `https://www.example.com`, or `*` for any; servers and apps need none.
    ///
    /// # Errors
    /// [`CollectRefused::WriteKey`] for a name or a site that cannot be taken, and when the ledger cannot
    /// be written.
    pub fn make_write_key(
        &mut self,
        name: &str,
        origins: &[String],
        who: &str,
        now: Instant,
    ) -> Result<NewWriteKey, AppError> {
        let name = name.trim();
        if name.is_empty() || name.chars().count() > NAME_CHARS_MAX || name.contains('\0') {
            let why = format!("name it with 1 to {NAME_CHARS_MAX} characters");
            return Err(CollectRefused::WriteKey { field: "name", why }.into());
        }
        if origins.len() > ORIGINS_MAX {
            let why = format!("name at most {ORIGINS_MAX} sites, or `*` for any");
            return Err(CollectRefused::WriteKey { field: "origins", why }.into());
        }
        let origins = origins.iter().map(|origin| site(origin)).collect::<Result<Vec<_>, _>>()?;
        let key = random_key()?;
        let mut writer = self.store.begin()?;
        let id = writer.add_write_key(&WriteKey::digest(&key), name, &origins, now)?;
        writer.note(&AuditEntry {
            at: now,
            who: who.to_owned(),
            what: "write_key.made".to_owned(),
            before: String::new(),
            after: format!("{} {name}: {}", id.0, origins.join(", ")),
        })?;
        writer.commit()?;
        Ok(NewWriteKey { id, key })
    }

    /// Makes a write key good for nothing. One that is so already stays so.
    ///
    /// # Errors
    /// [`CollectRefused::UnknownWriteKey`], and when the ledger cannot be written.
    pub fn revoke_write_key(
        &mut self,
        id: WriteKeyId,
        who: &str,
        now: Instant,
    ) -> Result<WriteKey, AppError> {
        let mut writer = self.store.begin()?;
        let unknown = || CollectRefused::UnknownWriteKey(id.0);
        let before = writer.view().write_key(id)?.ok_or_else(unknown)?;
        if writer.revoke_write_key(id, now)? {
            writer.note(&AuditEntry {
                at: now,
                who: who.to_owned(),
                what: "write_key.revoked".to_owned(),
                before: format!("{} {}", id.0, before.name),
                after: String::new(),
            })?;
        }
        let after = writer.view().write_key(id)?.ok_or_else(unknown)?;
        writer.commit()?;
        Ok(after)
    }

    /// Says anew what events mean, in the language of [`EventMapping::read`]. What was recorded
    /// before stays as it was recorded.
    ///
    /// # Errors
    /// [`CollectRefused::EventMapping`] with everything that is wrong, and when the ledger cannot be
    /// written.
    pub fn set_event_mapping(
        &mut self,
        text: &str,
        who: &str,
        now: Instant,
    ) -> Result<(), AppError> {
        EventMapping::read(text).map_err(CollectRefused::EventMapping)?;
        let mut writer = self.store.begin()?;
        let before = writer.view().event_mapping()?.unwrap_or_default();
        if before != text {
            writer.set_event_mapping(text, who, now)?;
            writer.note(&AuditEntry {
                at: now,
                who: who.to_owned(),
                what: "event_mapping.set".to_owned(),
                before,
                after: text.to_owned(),
            })?;
        }
        writer.commit()?;
        Ok(())
    }
}

/// The address of a site as browsers write it.
fn site(origin: &str) -> Result<String, CollectRefused> {
    let site = origin.trim().trim_end_matches('/').to_lowercase();
    let host = site.strip_prefix("https://").or_else(|| site.strip_prefix("http://"));
    let is_host = |host: &str| {
        let letter = |c: char| c.is_ascii_alphanumeric() || "-.:[]".contains(c);
        !host.is_empty() && host.chars().all(letter)
    };
    match site == "*" || host.is_some_and(is_host) && site.len() <= ORIGIN_BYTES_MAX {
        true => Ok(site),
        false => {
            let why = format!("`{origin}` is no site: write it like https://www.example.com");
            Err(CollectRefused::WriteKey { field: "origins", why })
        }
    }
}

/// A key of 160 random bits, in 32 letters and digits.
fn random_key() -> Result<String, CollectRefused> {
    let mut bytes = [0_u8; 32];
    getrandom::fill(&mut bytes).map_err(|error| CollectRefused::NoRandomness(error.to_string()))?;
    Ok(bytes.iter().map(|byte| char::from(ALPHABET[usize::from(byte & 31)])).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sites_are_kept_as_browsers_write_them() {
        for (given, kept) in [
            ("https://www.Example.com/", "https://www.example.com"),
            ("http://localhost:3000", "http://localhost:3000"),
            (" * ", "*"),
        ] {
            assert_eq!(site(given).unwrap(), kept);
        }
        for wrong in ["www.example.com", "https://", "https://a/b", "https://a b", "ftp://a"] {
            assert!(site(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn no_two_keys_are_alike_and_none_is_shown_by_accident() {
        let (one, other) = (random_key().unwrap(), random_key().unwrap());
        assert_eq!(one.len(), 32);
        assert_ne!(one, other);
        let new = NewWriteKey { id: WriteKeyId(1), key: one.clone() };
        assert!(!format!("{new:?}").contains(&one));
    }
}
