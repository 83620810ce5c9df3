//! `tandem demo`

use app::Demo;
use clap::Args;

const EXAMPLES: &str = "\
Examples:
  tandem demo                         in a temporary ledger; its path is told at the end
  tandem demo --db larkfield.db       in a file that stays
  tandem demo --serve                 opened in a browser, as whoever you like there
  tandem demo --seed 7 --size 2000    another company with the same story";

#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct DemoArguments {
    /// Serve it after telling its story, with a link for each role
    #[arg(long)]
    pub(crate) serve: bool,
    /// Where to listen with --serve; 127.0.0.1:8080 when not said
    #[arg(long, value_name = "ADDRESS:PORT", requires = "serve")]
    pub(crate) listen: Option<std::net::SocketAddr>,
    /// Another seed, another company with the same story
    #[arg(long, value_name = "N", default_value_t = 1)]
    pub(crate) seed: u64,
    /// How many leads
    #[arg(long, value_name = "N", default_value_t = Demo::LEADS as u64)]
    #[arg(value_parser = clap::value_parser!(u64).range(100..=50_000))]
    pub(crate) size: u64,
}
