//! Telling people and programs what is due, without anybody asking.

use crate::metering;
use crate::state::Served;
use app::{AppError, Delivered, Delivery, Users, chance, deliver};
use connect::sending::{Http, Mail, MailSettings, Outside, Reach, SendError};
use facts::{Instant, Seconds};
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::watch;

/// How often somebody looks whether a message is due.
const LOOK_EVERY: Duration = Duration::from_millis(500);
/// How often somebody looks whether a promise falls due soon.
const SOON_EVERY: Seconds = Seconds(30);
/// How long to wait after something failed.
const AFTER_FAILURE: Duration = Duration::from_secs(5);

/// The ways out of a server.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct WaysOut {
    /// The mail server; without one, emails wait and become dead letters.
    pub mail: Option<MailSettings>,
    /// Where webhooks may go.
    pub reach: Reach,
}

impl WaysOut {
    /// Prepares them; nothing is said to anybody yet.
    ///
    /// # Errors
    /// When the sender's address is none, or TLS cannot be set up.
    pub fn open(&self) -> Result<Outside, SendError> {
        let mail = self.mail.as_ref().map(Mail::new).transpose()?;
        Ok(Outside { mail, http: Http::new(self.reach) })
    }
}

/// Delivers what is due, until told to stop; what is being sent then is finished.
pub(crate) async fn tell(
    served: Served,
    outside: Arc<Outside>,
    mut stopped: watch::Receiver<bool>,
) {
    let mut looked_at = Instant::EARLIEST;
    loop {
        let (turn, outside) = (served.clone(), Arc::clone(&outside));
        let done =
            tokio::task::spawn_blocking(move || turn_of_telling(&turn, &outside, looked_at)).await;
        let wait = match done {
            Ok(Ok((looked, delivered))) => {
                looked_at = looked;
                metering::delivered(&delivered);
                if delivered.dead > 0 {
                    tracing::warn!(messages.dead = delivered.dead, "messages were given up");
                }
                LOOK_EVERY
            }
            Ok(Err(error)) => {
                tracing::error!(error.message = %error, "telling failed, and is tried again");
                AFTER_FAILURE
            }
            Err(panicked) => {
                tracing::error!(error.message = %panicked, "telling failed, and is tried again");
                AFTER_FAILURE
            }
        };
        tokio::select! {
            () = tokio::time::sleep(wait) => {}
            _ = stopped.wait_for(|stopped| *stopped) => return,
        }
    }
}

/// Delivers if anything is due, or if nobody looked at promises for a while. Returns when somebody
/// last did.
fn turn_of_telling(
    served: &Served,
    outside: &Outside,
    looked_at: Instant,
) -> Result<(Instant, Delivered), AppError> {
    let live = served.live();
    let (now, next) =
        live.read(|engine, now| Ok((now, engine.store().view().next_message_at()?)))?;
    if next > now && now < looked_at.plus(SOON_EVERY) {
        return Ok((looked_at, Delivered::default()));
    }
    let delivery = Delivery {
        directory: &Users,
        senders: outside,
        public_url: &served.settings().public_url,
        draw: &chance,
    };
    Ok((now, deliver(live.as_ref(), &delivery, now)?))
}
