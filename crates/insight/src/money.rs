//! Money in whole numbers.

/// How many minor units one of a currency has, by its three letters: 100 for most. ISO 4217 names
/// those that have none, and those that have a thousand.
#[must_use]
pub fn minor_per_unit(currency: &str) -> u32 {
    match currency {
        "BIF" | "CLP" | "DJF" | "GNF" | "ISK" | "JPY" | "KMF" | "KRW" | "PYG" | "RWF" | "UGX"
        | "VND" | "VUV" | "XAF" | "XOF" | "XPF" => 1,
        "BHD" | "IQD" | "JOD" | "KWD" | "LYD" | "OMR" | "TND" => 1_000,
        _ => 100,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn currencies_have_their_cents() {
        assert_eq!(["EUR", "JPY", "KWD"].map(minor_per_unit), [100, 1, 1_000]);
    }
}
