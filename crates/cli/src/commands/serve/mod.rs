//! `tandem serve`: the API, what time decides, and live updates, until told to stop.

mod config;
mod logs;
mod oidc;

use crate::arguments::{Global, ServeArguments};
use crate::clock;
use crate::exit::Exit;
use crate::failure::Refusal;
use crate::screen::Screen;
use app::people::SecretKind;
use app::{Collector, DemoPerson, ImportDesk, Live, Site};
use config::Config;
use connect::oidc::Oidc;
use serde_json::json;
use server::{Served, Settings, serve};
use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;
use store::Place;
use tokio::net::TcpListener;

/// Serves until told to stop.
pub(crate) fn run(
    global: &Global,
    asked: &ServeArguments,
    screen: &mut Screen,
) -> anyhow::Result<Exit> {
    open(global, &Config::of(global, asked)?, &[], screen)
}

/// Serves a demo company, with a way in for each of its people.
pub(crate) fn demo(
    global: &Global,
    (place, listen): (&Place, Option<SocketAddr>),
    people: &[DemoPerson],
    screen: &mut Screen,
) -> anyhow::Result<Exit> {
    let global = Global { db: Some(PathBuf::from(place.to_string())), ..global.clone() };
    let asked = ServeArguments { listen, ..ServeArguments::default() };
    open(&global, &Config::of(&global, &asked)?, people, screen)
}

fn open(
    global: &Global,
    config: &Config,
    people: &[DemoPerson],
    screen: &mut Screen,
) -> anyhow::Result<Exit> {
    logs::begin(config.log_format, config.log_level)?;
    let site = Site {
        place: config.place.clone(),
        snapshots_in: config.snapshots.clone(),
        readers_max: usize::from(config.readers),
        figures_bytes_max: u64::from(config.figures_memory_mb) << 20,
    };
    let collector = Arc::new(Collector::start(&site, clock::going(global)?)?);
    let live = Live::open(site, clock::going(global)?)?;
    let settings = Settings {
        public_url: config.public_url.clone(),
        ways_out: config.ways_out.clone(),
        trusted_proxies: config.trusted_proxies.clone(),
        rates: config.rates,
        ..Settings::default()
    };
    let mut served = Served::new(Arc::new(live), settings).collecting(collector);
    if let Some(provider) = &config.oidc {
        let provider = Oidc::new(provider.clone()).map_err(|error| {
            Refusal::new("oidc", error.to_string(), "correct it under [oidc] in the config file")
        })?;
        served = served.signing_in_at(Arc::new(provider));
    }
    if let Some(folder) = &config.uploads {
        let desk = ImportDesk::open(folder.clone()).map_err(|error| {
            let help = "name another folder with --uploads";
            Refusal::new("uploads", error.to_string(), help).at(folder.display().to_string())
        })?;
        served = served.importing(Arc::new(desk));
    }
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(async {
        let listener = TcpListener::bind(config.listen).await.map_err(|error| {
            let message = format!("cannot listen at {}: {error}", config.listen);
            Refusal::new("cannot_listen", message, "name another address with --listen")
        })?;
        let at = listener.local_addr()?;
        let url = match config.listen.port() {
            0 => format!("http://{at}"),
            _ => config.public_url.clone(),
        };
        let setup = served.make_setup_link().await;
        let setup = setup.map_err(|problem| anyhow::anyhow!(problem.detail))?;
        let setup = setup.map(|link| format!("{url}{link}"));
        if screen.is_json() {
            screen.document(&json!({ "listening": at.to_string(), "url": url, "setup": setup }))?;
        } else {
            say(&url, &config.place, setup.as_deref(), people, screen)?;
        }
        screen.flush()?;
        tracing::info!(server.address = %at, "serving");
        serve(served, listener, stop()).await?;
        tracing::info!("stopped");
        Ok(Exit::Fine)
    })
}

fn say(
    url: &str,
    place: &Place,
    setup: Option<&str>,
    people: &[DemoPerson],
    screen: &mut Screen,
) -> anyhow::Result<()> {
    screen.line(format!("Tandem is at {url}  (ledger: {place})"))?;
    if let Some(setup) = setup {
        screen.line(format!("Nobody is set up yet. Open this once, within a day: {setup}"))?;
    }
    if !people.is_empty() {
        screen.gap()?;
        screen.line(screen.style.strong("Come in as whoever you like; each link works once"))?;
    }
    for person in people {
        let who = format!("{}, {}", person.name, person.role.word().replace('_', " "));
        let link = person.link.text(SecretKind::Link);
        screen.line(format!("  {who:<34}{url}/enter#{link}"))?;
    }
    screen.gap()?;
    screen.line(screen.style.faint("Ctrl-C stops it; nothing is lost."))?;
    Ok(())
}

/// Ready when this process is told to stop.
async fn stop() {
    let interrupted = async {
        if let Err(error) = tokio::signal::ctrl_c().await {
            tracing::warn!(error.message = %error, "Ctrl-C is not heard");
            std::future::pending::<()>().await;
        }
    };
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        match signal(SignalKind::terminate()) {
            Ok(mut terminated) => tokio::select! {
                () = interrupted => {}
                _ = terminated.recv() => {}
            },
            Err(error) => {
                tracing::warn!(error.message = %error, "the signal to terminate is not heard");
                interrupted.await;
            }
        }
    }
    #[cfg(not(unix))]
    interrupted.await;
}
