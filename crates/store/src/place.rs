//! Where a ledger is.

use std::fmt;
use std::path::{Path, PathBuf};

/// Where a ledger is: in a file, or in a database of a PostgreSQL server.
#[derive(Clone, PartialEq, Eq)]
pub enum Place {
    /// In a file of SQLite, at this path.
    File(PathBuf),
    /// On a server, at this address: `postgres://user@host/database`. Its search path says in
    /// which schema, by default `public`.
    Server(String),
}

impl Place {
    /// The file, if it is one.
    #[must_use]
    pub fn file(&self) -> Option<&Path> {
        match self {
            Self::File(path) => Some(path),
            Self::Server(_) => None,
        }
    }
}

/// What begins with `postgres://` or `postgresql://` is an address, anything else a path.
impl<P: AsRef<Path> + ?Sized> From<&P> for Place {
    fn from(path: &P) -> Self {
        let path = path.as_ref();
        match path.to_str() {
            Some(text) if text.starts_with("postgres://") || text.starts_with("postgresql://") => {
                Self::Server(text.to_owned())
            }
            _ => Self::File(path.to_owned()),
        }
    }
}

/// Without the password.
impl fmt::Display for Place {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        let address = match self {
            Self::File(path) => return path.display().fmt(to),
            Self::Server(address) => address,
        };
        let (address, parameters) = match address.split_once('?') {
            Some((address, parameters)) => (address, Some(parameters)),
            None => (address.as_str(), None),
        };
        let (scheme, rest) = address.split_once("://").unwrap_or(("postgres", address));
        match rest.rsplit_once('@') {
            Some((user, host)) => {
                let user = user.split(':').next().unwrap_or_default();
                write!(to, "{scheme}://{user}@{host}")?;
            }
            None => write!(to, "{scheme}://{rest}")?,
        }
        let mut mark = '?';
        for parameter in parameters.into_iter().flat_map(|all| all.split('&')) {
            if !parameter.starts_with("password") {
                write!(to, "{mark}{parameter}")?;
                mark = '&';
            }
        }
        Ok(())
    }
}

impl fmt::Debug for Place {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "Place({self})")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_looks_like_an_address_is_one_and_its_password_is_never_shown() {
        for (address, shown) in [
            ("postgres://tandem:se@cret@db.example/ledger", "postgres://tandem@db.example/ledger"),
            ("postgresql://db.example/ledger", "postgresql://db.example/ledger"),
            ("postgres://db/l?password=x&sslmode=require", "postgres://db/l?sslmode=require"),
        ] {
            let place = Place::from(address);
            assert_eq!(place.file(), None);
            assert_eq!(place.to_string(), shown);
            assert!(!format!("{place:?}").contains("cret"));
        }
        let file = Place::from("./postgres.db");
        assert_eq!(
            (file.file(), file.to_string().as_str()),
            (Some(Path::new("./postgres.db")), "./postgres.db")
        );
    }
}
