//! How a command ends, for scripts.

/// How a command ends.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Exit {
    /// Everything was done.
    Fine,
    /// What was given is refused: a charter with problems, a lead that is not there.
    Refused,
    /// The command line itself is wrong.
    Usage,
    /// Done, but something needs a look: rows were rejected, a check found a difference.
    NeedsALook,
    /// Tandem or the machine failed.
    Failed,
}

impl Exit {
    /// The process's exit code.
    pub(crate) const fn code(self) -> u8 {
        match self {
            Self::Fine => 0,
            Self::Refused => 1,
            Self::Usage => 2,
            Self::NeedsALook => 3,
            Self::Failed => 4,
        }
    }
}

/// The codes, as `tandem --help` tells them.
pub(crate) const EXPLAINED: &str = "\
Exit codes:
  0  done
  1  refused: what was given is wrong, and the message says where and what to do
  2  the command line is wrong
  3  done, but look at it: rows were rejected, or a check found a difference
  4  Tandem or the machine failed";
