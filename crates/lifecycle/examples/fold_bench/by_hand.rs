//! placeholder
use super::Digest;
use facts::{Instant, Vocabulary};
use lifecycle::Reign;
use timeline::Timelines;
pub(crate) fn run(r: &Reign, _: &Vocabulary, t: &Timelines, u: Instant, _: &mut Digest) -> Digest {
    super::digest_of_fold(r, t, u)
}
