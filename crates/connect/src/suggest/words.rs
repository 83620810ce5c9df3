//! The words of a header, however it is written.

/// `ConvertedOpportunityId`, `converted_opportunity_id` and `Converted Opportunity ID` alike:
/// `converted opportunity id`.
pub(crate) fn words(header: &str) -> Vec<String> {
    let letters: Vec<char> = header.chars().collect();
    let mut words: Vec<String> = Vec::new();
    let mut word = String::new();
    for (place, &letter) in letters.iter().enumerate() {
        let before = place.checked_sub(1).map(|place| letters[place]);
        let after = letters.get(place + 1).copied();
        let hump = letter.is_uppercase()
            && (before.is_some_and(|it| it.is_lowercase() || it.is_ascii_digit())
                || before.is_some_and(char::is_uppercase) && after.is_some_and(char::is_lowercase));
        if (hump || !letter.is_alphanumeric()) && !word.is_empty() {
            words.push(std::mem::take(&mut word));
        }
        if letter.is_alphanumeric() {
            word.extend(letter.to_lowercase());
        }
    }
    if !word.is_empty() {
        words.push(word);
    }
    words
}

/// The words in one, for comparing headers: `leadsource`.
pub(crate) fn plain(header: &str) -> String {
    words(header).concat()
}

/// A name as mappings want it: small letters, digits and `_`; `column` where nothing is left.
pub(crate) fn slug(header: &str) -> String {
    let words: Vec<String> = words(header)
        .into_iter()
        .map(|word| word.chars().filter(char::is_ascii_alphanumeric).collect::<String>())
        .filter(|word| !word.is_empty())
        .collect();
    let mut slug = words.join("_");
    slug.truncate(60);
    if slug.is_empty() { "column".to_owned() } else { slug }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_are_the_same_words_however_they_are_written() {
        for header in
            ["ConvertedOpportunityId", "converted_opportunity_id", "Converted Opportunity ID"]
        {
            assert_eq!(words(header), ["converted", "opportunity", "id"]);
        }
        assert_eq!(words("NumberofLocations__c"), ["numberof", "locations", "c"]);
        assert_eq!(words("SFDCId"), ["sfdc", "id"]);
        assert_eq!(plain("Lead Source"), plain("LeadSource"));
        assert_eq!(slug("What is your current occupation?"), "what_is_your_current_occupation");
        assert_eq!(slug("Größe"), "gre");
        assert_eq!(slug("…"), "column");
    }
}
