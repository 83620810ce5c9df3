//! `tandem doctor` and `tandem completions`

use clap::Args;
use clap_complete::Shell;

const DOCTOR: &str = "\
Examples:
  tandem doctor                      every morning, or before you ask for help
  tandem doctor --sample 100000      fold so many leads anew and compare
  tandem --json doctor               for monitoring: the exit code is 3 when something needs a look

It writes nothing.";

const COMPLETIONS: &str = "\
Examples:
  tandem completions bash > ~/.local/share/bash-completion/completions/tandem
  tandem completions zsh > ~/.zfunc/_tandem        with ~/.zfunc in fpath
  tandem completions fish > ~/.config/fish/completions/tandem.fish";

#[derive(Args, Debug)]
#[command(after_help = DOCTOR)]
pub(crate) struct DoctorArguments {
    /// Fold at most so many leads anew, and compare
    #[arg(long, value_name = "N", default_value_t = 500)]
    pub(crate) sample: usize,
}

#[derive(Args, Debug)]
#[command(after_help = COMPLETIONS)]
pub(crate) struct CompletionsArguments {
    /// Which shell
    pub(crate) shell: Shell,
}
