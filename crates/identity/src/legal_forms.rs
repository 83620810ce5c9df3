//! Legal forms of companies, as the words that names end (or begin) with.

/// Forms of one word, in order: without dots and blanks, `S.p.A.` being `spa`.
const WORDS: &[&str] = &[
    "ab",
    "ad",
    "ae",
    "ag",
    "akciova",
    "aktiebolag",
    "aktiengesellschaft",
    "aktieselskab",
    "aktsiaselts",
    "amba",
    "anpartsselskab",
    "ans",
    "aps",
    "as",
    "asa",
    "berhad",
    "bhd",
    "bt",
    "bv",
    "bvba",
    "cjsc",
    "co",
    "companies",
    "company",
    "corp",
    "corporation",
    "cos",
    "cv",
    "cvba",
    "dd",
    "doo",
    "ead",
    "eg",
    "ehf",
    "eireli",
    "eood",
    "epe",
    "eurl",
    "ev",
    "gbr",
    "gesellschaft",
    "ggmbh",
    "gk",
    "gmbh",
    "hb",
    "hf",
    "ike",
    "inc",
    "incorporated",
    "jsc",
    "kft",
    "kg",
    "kgaa",
    "kht",
    "kk",
    "lda",
    "limited",
    "llc",
    "lllp",
    "llp",
    "lp",
    "ltd",
    "ltda",
    "ltdsti",
    "mbh",
    "naamloze",
    "nv",
    "nyrt",
    "oao",
    "ohg",
    "ojsc",
    "ood",
    "ooo",
    "osakeyhtio",
    "ou",
    "oy",
    "oyj",
    "pao",
    "pc",
    "pjsc",
    "plc",
    "pllc",
    "private",
    "pte",
    "pty",
    "pvt",
    "sa",
    "sab",
    "sal",
    "sapa",
    "sapi",
    "sarl",
    "sas",
    "sasu",
    "sau",
    "sca",
    "scop",
    "scrl",
    "se",
    "sgps",
    "sia",
    "sicav",
    "sl",
    "slne",
    "slu",
    "snc",
    "spa",
    "spk",
    "spol",
    "sprl",
    "spzoo",
    "srl",
    "srlcr",
    "srls",
    "sro",
    "sti",
    "tbk",
    "uab",
    "ug",
    "unipessoal",
    "vennootschap",
    "vof",
    "zao",
    "zoo",
    "zrt",
];

/// Forms of several words.
const PHRASES: &[&[&str]] = &[
    &["co", "kg"],
    &["de", "cv"],
    &["e", "v"],
    &["sa", "de", "cv"],
    &["sapi", "de", "cv"],
    &["sdn", "bhd"],
    &["societe", "anonyme"],
    &["sociedad", "anonima"],
    &["sociedad", "limitada"],
    &["sp", "zoo"],
    &["sp", "z", "o", "o"],
    &["sp", "k"],
    &["spol", "sro"],
    &["anonim", "sirketi"],
    &["limited", "sirketi"],
    &["kabushiki", "kaisha"],
    &["public", "limited", "company"],
    &["limited", "liability", "company"],
    &["limited", "liability", "partnership"],
];

/// Forms that stand before the name, in order.
const LEADING: &[&str] = &["ao", "oao", "ooo", "pao", "pjsc", "pt", "tov", "zao"];

/// Cuts legal forms off a name's words, at the end again and again and once before; never all.
pub(crate) fn cut(words: &mut Vec<String>) {
    loop {
        let length = ending(words);
        if length == 0 || length >= words.len() {
            break;
        }
        words.truncate(words.len() - length);
    }
    if words.len() > 1 && LEADING.binary_search(&words[0].as_str()).is_ok() {
        words.remove(0);
    }
}

/// How many words at the end are a legal form.
fn ending(words: &[String]) -> usize {
    let ends_with = |phrase: &&&[&str]| {
        words.len() >= phrase.len() && words[words.len() - phrase.len()..] == ***phrase
    };
    if let Some(phrase) = PHRASES.iter().filter(ends_with).max_by_key(|phrase| phrase.len()) {
        return phrase.len();
    }
    let is_form = |word: &String| word == "and" || WORDS.binary_search(&word.as_str()).is_ok();
    usize::from(words.last().is_some_and(is_form))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_in_order() {
        assert!(WORDS.is_sorted(), "{:?}", WORDS.windows(2).find(|w| w[0] > w[1]));
        assert!(LEADING.is_sorted());
    }
}
