//! Our similarities are those of the library that we measure ourselves by, and symmetric.

use identity::{edits, jaro_winkler};
use proptest::prelude::*;
use testkit::cases;

fn text() -> impl Strategy<Value = String> {
    prop_oneof!["[abc]{0,12}", "[a-z]{0,70}", "[a-cäß日]{0,12}", any::<String>()]
}

proptest! {
    #![proptest_config(cases(400))]

    #[test]
    fn jaro_winkler_is_that_of_the_library_and_symmetric(a in text(), b in text()) {
        let (first, second) = if (a.len(), &a) <= (b.len(), &b) { (&a, &b) } else { (&b, &a) };
        prop_assert_eq!(jaro_winkler(&a, &b), strsim::jaro_winkler(first, second));
        prop_assert_eq!(jaro_winkler(&a, &b).to_bits(), jaro_winkler(&b, &a).to_bits());
    }

    #[test]
    fn edits_are_those_of_the_library_and_symmetric(a in text(), b in text()) {
        prop_assert_eq!(edits(&a, &b), strsim::osa_distance(&a, &b));
        prop_assert_eq!(edits(&a, &b), edits(&b, &a));
    }
}
