//! Serving until told to stop: connections, and what is decided without anybody asking.

use crate::metering;
use crate::routes::router;
use crate::state::Served;
use crate::telling::tell;
use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::sync::watch;

/// The longest that nobody looks whether something is to be decided.
const LOOK_EVERY: Duration = Duration::from_millis(250);
/// The shortest time between two looks.
const LOOK_APART: Duration = Duration::from_millis(10);
/// How long to wait after something failed.
const AFTER_FAILURE: Duration = Duration::from_secs(2);
/// How long requests that are under way may take when the server stops.
const GRACE: Duration = Duration::from_secs(20);

/// Serves on a listener until `stop` is ready: then no more connections are taken, requests that
/// are under way are answered for 20 seconds at most, and what is being decided is finished.
///
/// # Errors
/// When the listener fails.
pub async fn serve(
    served: Served,
    listener: TcpListener,
    stop: impl Future<Output = ()> + Send + 'static,
) -> io::Result<()> {
    metering::begin();
    let outside = served.settings().ways_out.open().map_err(io::Error::other)?;
    let (stopping, stopped) = watch::channel(false);
    let stopping = Arc::new(stopping);
    tokio::spawn(served.clone().read_ahead());
    let work = tokio::spawn(reconcile(served.clone(), stopped.clone()));
    let telling = tokio::spawn(tell(served.clone(), Arc::new(outside), stopped.clone()));
    let (told, streams) = (Arc::clone(&stopping), served.clone());
    let graceful = async move {
        stop.await;
        tracing::info!("stopping: requests under way are answered");
        // Everything that goes on listens to this.
        let _everybody_left = told.send(true);
        streams.end_streams();
    };
    let service = router(served).into_make_service_with_connect_info::<SocketAddr>();
    let serving = axum::serve(listener, service).with_graceful_shutdown(graceful);
    let mut late = stopped;
    let done = tokio::select! {
        done = serving => done,
        () = after_grace(&mut late) => {
            tracing::warn!("some requests were not answered in time and are given up");
            Ok(())
        }
    };
    let _everybody_left = stopping.send(true);
    if let Err(error) = work.await {
        tracing::error!(error.message = %error, "deciding ended badly");
    }
    if let Err(error) = telling.await {
        tracing::error!(error.message = %error, "telling ended badly");
    }
    done
}

/// Ready when the grace is over that begins with stopping.
async fn after_grace(stopped: &mut watch::Receiver<bool>) {
    if stopped.wait_for(|stopped| *stopped).await.is_ok() {
        tokio::time::sleep(GRACE).await;
    }
}

/// Decides what time and streams of facts decide, until told to stop.
async fn reconcile(served: Served, mut stopped: watch::Receiver<bool>) {
    loop {
        let turn = served.clone();
        let done = tokio::task::spawn_blocking(move || {
            let done = turn.live().reconcile()?;
            turn.tell_changes()?;
            Ok::<_, app::AppError>((done, turn.live().now()?))
        })
        .await;
        let wait = match done {
            Ok(Ok((done, now))) => {
                metering::reconciled(&done);
                let micros = done.next.0.saturating_sub(now.0).max(0).unsigned_abs();
                Duration::from_micros(micros).clamp(LOOK_APART, LOOK_EVERY)
            }
            Ok(Err(error)) => {
                tracing::error!(error.message = %error, "deciding failed, and is tried again");
                AFTER_FAILURE
            }
            Err(panicked) => {
                tracing::error!(error.message = %panicked, "deciding failed, and is tried again");
                AFTER_FAILURE
            }
        };
        tokio::select! {
            () = tokio::time::sleep(wait) => {}
            _ = stopped.wait_for(|stopped| *stopped) => return,
        }
    }
}
