//! Numbers and amounts of money, as people write them.

use crate::mapping::Decimal;
use crate::moment::short;
use crate::value::Fault;

/// A currency of ISO 4217.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub(crate) struct Currency {
    code: &'static str,
    /// How many digits its minor unit has: 2 for cents.
    digits: u32,
}

/// Currencies whose minor unit is a hundredth.
const HUNDREDTHS: &str = "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BRL BSD \
    BTN BWP BYN BZD CAD CDF CHF CNY COP CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL \
    GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD \
    LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK \
    PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SYP SZL THB TJS TMT \
    TOP TRY TTD TWD TZS UAH USD UYU UZS VED VES WST XCD YER ZAR ZMW ZWG";
/// Those that have none.
const WHOLE: &str = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF";
/// Those whose minor unit is a thousandth.
const THOUSANDTHS: &str = "BHD IQD JOD KWD LYD OMR TND";

impl Currency {
    /// By its code, `EUR`, in large or small letters.
    pub(crate) fn from_code(code: &str) -> Option<Self> {
        let of = |codes: &'static str, digits| {
            let mut codes = codes.split_ascii_whitespace();
            codes.find(|known| known.eq_ignore_ascii_case(code)).map(|code| Self { code, digits })
        };
        of(HUNDREDTHS, 2).or_else(|| of(WHOLE, 0)).or_else(|| of(THOUSANDTHS, 3))
    }

    /// Its code, `EUR`.
    pub(crate) fn code(self) -> &'static str {
        self.code
    }

    /// An amount in its major unit, rounded to its minor unit.
    pub(crate) fn rounded(self, amount: f64) -> f64 {
        let minor_units = 10_f64.powi(self.digits.cast_signed());
        (amount * minor_units).round() / minor_units
    }

    /// Reads an amount in the major unit, exact to the minor unit; its sign or code may stand
    /// before or after it.
    pub(crate) fn amount(self, text: &str, decimal: Option<Decimal>) -> Result<f64, Fault> {
        let bare = text.trim_matches(|c: char| c.is_whitespace() || "$€£¥₹₩₽₺₴₫฿₪₱".contains(c));
        let bare = bare.strip_prefix(self.code).or(bare.strip_suffix(self.code)).unwrap_or(bare);
        let wrong = || {
            let reason = format!("`{}` is not an amount in {}", short(text), self.code);
            (reason, help_for(decimal).to_owned())
        };
        let plain = plain(bare.trim(), decimal).ok_or_else(wrong)?;
        let fraction = plain.split_once('.').map_or("", |(_, fraction)| fraction);
        if fraction.trim_end_matches('0').len() > self.digits as usize {
            let (code, digits) = (self.code, self.digits);
            let reason =
                format!("`{}` has more digits than {code}, which has {digits}", short(text));
            return Err((reason, "round it, or correct the currency".to_owned()));
        }
        plain.parse().map_err(|_| wrong())
    }
}

/// Reads a number.
pub(crate) fn number(text: &str, decimal: Option<Decimal>) -> Result<f64, Fault> {
    let wrong = || {
        let reason = format!("`{}` is not a number", short(text));
        (reason, help_for(decimal).to_owned())
    };
    let read = match decimal {
        None => text.parse().ok(),
        Some(_) => plain(text, decimal).and_then(|plain| plain.parse().ok()),
    };
    read.filter(|number: &f64| number.is_finite()).ok_or_else(wrong)
}

fn help_for(decimal: Option<Decimal>) -> &'static str {
    match decimal {
        Some(Decimal::Comma) => "write digits with a `,` for the fraction, as in 1.250,5",
        Some(Decimal::Point) => "write digits with a `.` for the fraction, as in 1,250.5",
        None => {
            "write digits with a `.` for the fraction, as in 1250.5, or say in the mapping how \
             they are written: `decimal = \",\"`"
        }
    }
}

/// The number as machines write it, `-1250.5`. Thousands are grouped by threes or not at all, and
/// only where the mapping says what stands before the fraction.
fn plain(text: &str, decimal: Option<Decimal>) -> Option<String> {
    let (sign, digits) = match text.strip_prefix('-') {
        Some(rest) => ("-", rest),
        None => ("", text.strip_prefix('+').unwrap_or(text)),
    };
    let (point, groups): (char, &[char]) = match decimal {
        None => ('.', &[]),
        Some(Decimal::Point) => ('.', &[',', ' ', '\u{a0}', '\u{202f}', '\'', '’']),
        Some(Decimal::Comma) => (',', &['.', ' ', '\u{a0}', '\u{202f}', '\'', '’']),
    };
    let (whole, fraction) = digits.split_once(point).unwrap_or((digits, ""));
    let parts: Vec<&str> = whole.split(groups).collect();
    let (first, others) = parts.split_first()?;
    let grouped = others.is_empty()
        || ((1..=3).contains(&first.len()) && others.iter().all(|part| part.len() == 3));
    let are_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let sound = grouped && parts.iter().all(|part| are_digits(part)) && are_digits(fraction);
    let whole = parts.concat();
    if !sound || whole.is_empty() && fraction.is_empty() {
        return None;
    }
    let whole = if whole.is_empty() { "0" } else { &whole };
    Some(match fraction {
        "" => format!("{sign}{whole}"),
        fraction => format!("{sign}{whole}.{fraction}"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_the_mapping_says_that_they_are_written() {
        let comma = Some(Decimal::Comma);
        let point = Some(Decimal::Point);
        let cases = [
            ("1250.5", None, Some(1250.5)),
            ("1e3", None, Some(1000.0)),
            ("1,250", None, None),
            ("1,250.5", point, Some(1250.5)),
            ("1,25,0", point, None),
            ("1.250,5", comma, Some(1250.5)),
            ("1 250 000", comma, Some(1_250_000.0)),
            ("12.50", comma, None),
            ("-7", comma, Some(-7.0)),
            (",5", comma, Some(0.5)),
            ("", comma, None),
            ("NaN", None, None),
        ];
        for (text, decimal, wanted) in cases {
            assert_eq!(number(text, decimal).ok(), wanted, "{text}");
        }
    }

    #[test]
    fn an_amount_is_exact_to_the_minor_unit_of_its_currency() {
        let amount = |text, code| Currency::from_code(code).unwrap().amount(text, None);
        assert_eq!(amount("1250.50", "EUR"), Ok(1250.5));
        assert_eq!(amount("€ 1250.5", "eur"), Ok(1250.5));
        assert_eq!(amount("USD 19.9900", "USD"), Ok(19.99));
        assert_eq!(amount("0.125", "KWD"), Ok(0.125));
        assert!(amount("1250.505", "EUR").unwrap_err().0.contains("more digits than EUR"));
        assert!(amount("12.5", "JPY").unwrap_err().0.contains("more digits than JPY, which has 0"));
        assert!(amount("$5", "EUR").is_ok(), "a sign says less than the mapping");
        assert!(amount("five", "EUR").is_err());
        assert_eq!(Currency::from_code("EURO"), None);
        assert_eq!(Currency::from_code("JPY").unwrap().rounded(12.5), 13.0);
    }
}
