//! The way to other programs: one request, no redirects, bounded time and answer.

use super::error::SendError;
use super::guard::{Reach, is_own_network};
use std::sync::Arc;
use std::time::Duration;
use ureq::config::Config;
use ureq::http::Uri;
use ureq::tls::{Certificate, RootCerts, TlsConfig};
use ureq::unversioned::resolver::{DefaultResolver, ResolvedSocketAddrs, Resolver};
use ureq::unversioned::transport::{DefaultConnector, NextTimeout};
use ureq::{Agent, Error, Timeout};

/// The way to other programs.
#[derive(Clone, Debug)]
pub struct Http {
    agent: Agent,
}

/// How many bytes of headers an answer may have.
const HEADER_BYTES_MAX: usize = 16 * 1024;

/// Looks names up, and hands out no address that must not be reached.
#[derive(Debug)]
struct Guarded {
    names: DefaultResolver,
    reach: Reach,
}

/// The name resolves to the network that we stand in.
#[derive(Debug, thiserror::Error)]
#[error("the address is in the server's own network")]
struct OwnNetwork;

impl Http {
    /// How long one request may take in all, in seconds.
    pub const SECONDS_MAX: u64 = 20;

    /// With the certificates that this machine trusts.
    #[must_use]
    pub fn new(reach: Reach) -> Self {
        Self { agent: agent(reach) }
    }

    /// Sends JSON; the body of the answer is not read. Any of 200 to 299 means that it was taken.
    ///
    /// # Errors
    /// When it was not taken, or nobody knows.
    pub(crate) fn post(
        &self,
        url: &str,
        headers: &[(&'static str, String)],
        body: &str,
    ) -> Result<(), SendError> {
        let mut request = self.agent.post(url).header("content-type", "application/json");
        for (name, value) in headers {
            request = request.header(*name, value);
        }
        let answer = request.send(body).map_err(|error| in_words(&error))?;
        match answer.status().as_u16() {
            200..=299 => Ok(()),
            410 => Err(SendError::lasting("the receiver is gone (410): remove the webhook")),
            status @ 300..=399 => Err(SendError::lasting(format!(
                "the receiver is elsewhere ({status}), and redirects are not followed: change the \
                 address of the webhook"
            ))),
            status => Err(SendError::passing(format!("the receiver answered {status}"))),
        }
    }
}

/// Asks one thing at a time: no redirects, no proxy, bounded time, with the certificates that this
/// machine trusts.
pub(crate) fn agent(reach: Reach) -> Agent {
    let trusted = rustls_native_certs::load_native_certs().certs;
    let trusted: Vec<_> =
        trusted.iter().map(|it| Certificate::from_der(it.as_ref()).to_owned()).collect();
    let tls = TlsConfig::builder()
        .root_certs(RootCerts::Specific(Arc::new(trusted)))
        .unversioned_rustls_crypto_provider(Arc::new(rustls::crypto::ring::default_provider()))
        .build();
    let config = Config::builder()
        .tls_config(tls)
        .proxy(None)
        .max_redirects(0)
        .max_redirects_will_error(false)
        .http_status_as_error(false)
        .max_response_header_size(HEADER_BYTES_MAX)
        .max_idle_connections(0)
        .user_agent("Tandem")
        .timeout_connect(Some(Duration::from_secs(8)))
        .timeout_global(Some(Duration::from_secs(Http::SECONDS_MAX)))
        .build();
    let resolver = Guarded { names: DefaultResolver::default(), reach };
    Agent::with_parts(config, DefaultConnector::default(), resolver)
}

impl Resolver for Guarded {
    fn resolve(
        &self,
        uri: &Uri,
        config: &Config,
        timeout: NextTimeout,
    ) -> Result<ResolvedSocketAddrs, Error> {
        let found = self.names.resolve(uri, config, timeout)?;
        // One bad address is enough: whoever mixes them in has a reason.
        if self.reach == Reach::World && found.iter().any(|it| is_own_network(it.ip())) {
            return Err(Error::Other(Box::new(OwnNetwork)));
        }
        Ok(found)
    }
}

/// Without the address, of which a part may be secret.
fn in_words(error: &Error) -> SendError {
    match error {
        Error::HostNotFound => SendError::passing("the receiver's name is not known"),
        Error::ConnectionFailed => SendError::passing("the receiver cannot be connected to"),
        Error::Timeout(Timeout::Resolve | Timeout::Connect) => {
            SendError::passing("the receiver cannot be connected to in time")
        }
        Error::Timeout(_) => SendError::unclear(format!(
            "the receiver did not answer within {} seconds",
            Http::SECONDS_MAX
        )),
        Error::BadUri(_) | Error::Http(_) => {
            SendError::lasting("the receiver's address is none: write it as https://…")
        }
        Error::Other(other) if other.is::<OwnNetwork>() => SendError::lasting(
            "the receiver is in the server's own network, which webhooks must not reach unless \
             the configuration allows it",
        ),
        Error::Rustls(_) | Error::Tls(_) | Error::Pem(_) => SendError::passing(
            "the receiver's certificate is not trusted, or it does not speak TLS as we do",
        ),
        Error::Io(error) if error.kind() == std::io::ErrorKind::ConnectionRefused => {
            SendError::passing("the receiver refuses connections")
        }
        _ => SendError::unclear("the connection to the receiver broke off"),
    }
}
