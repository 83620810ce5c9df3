//! How well a figure tells those who were won from those who were not.

/// The area under the receiver operating characteristic: the chance that one who was won has a
/// greater figure than one who was not, ties counting half. From 0 to 1, one half for a figure that
/// tells nothing; `None` where either is missing.
///
/// By ranks, as the statistic of Mann and Whitney: J. A. Hanley and B. J. McNeil, "The Meaning and
/// Use of the Area under a Receiver Operating Characteristic (ROC) Curve", Radiology 143(1), 1982.
#[must_use]
pub fn auc(figures: &[(f64, bool)]) -> Option<f64> {
    let won = figures.iter().filter(|(_, won)| *won).count() as f64;
    let not_won = figures.len() as f64 - won;
    if won == 0.0 || not_won == 0.0 {
        return None;
    }
    let mut sorted = figures.to_vec();
    sorted.sort_unstable_by(|one, other| one.0.total_cmp(&other.0));
    let mut before = 0;
    let mut ranks = 0.0;
    for tied in sorted.chunk_by(|one, next| one.0 == next.0) {
        // Ranks count from 1; all that are tied have the mean of theirs.
        let rank = before as f64 + (tied.len() as f64 + 1.0) / 2.0;
        ranks += rank * tied.iter().filter(|(_, won)| *won).count() as f64;
        before += tied.len();
    }
    Some((ranks - won * (won + 1.0) / 2.0) / (won * not_won))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_the_share_of_pairs_in_the_right_order() {
        let figures = [(1.0, false), (2.0, true), (2.0, false), (3.0, true)];
        // Of four pairs three are in order, and one is tied.
        assert_eq!(auc(&figures), Some(3.5 / 4.0));
        assert_eq!(auc(&[(1.0, false), (2.0, true)]), Some(1.0));
        assert_eq!(auc(&[(2.0, false), (1.0, true)]), Some(0.0));
        assert_eq!(auc(&[(1.0, true)]), None);
    }
}
