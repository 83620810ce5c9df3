//! The exports of well-known products, by the names of their columns.
//!
//! The names are those that the products document: API names of fields, and the labels of their
//! English reports and exports.

mod hubspot;
mod marketo;
mod salesforce;

use super::meaning::{Meaning, Role};
use super::profile::FileProfile;

/// A product whose exports are known.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Product {
    /// Salesforce.
    Salesforce,
    /// HubSpot.
    HubSpot,
    /// Marketo Engage.
    Marketo,
}

impl Product {
    /// What people call it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Salesforce => "Salesforce",
            Self::HubSpot => "HubSpot",
            Self::Marketo => "Marketo",
        }
    }

    /// Its word, as in JSON and in the names of mappings.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Salesforce => "salesforce",
            Self::HubSpot => "hubspot",
            Self::Marketo => "marketo",
        }
    }
}

/// A kind of record of a product.
pub(crate) struct Object {
    pub(crate) product: Product,
    /// What the product calls it.
    pub(crate) name: &'static str,
    pub(crate) role: Role,
    /// The first letters of its ids, where they tell.
    prefix: Option<&'static str>,
    /// Columns of which one at least must be there.
    telling: &'static [&'static str],
    /// Its columns, by each of their names.
    columns: &'static [(&'static [&'static str], Meaning)],
}

impl Object {
    /// What a column of this record means.
    pub(crate) fn meaning(&self, header: &str) -> Option<Meaning> {
        let header = plain(header);
        let names = |names: &[&str]| names.iter().any(|name| plain(name) == header);
        self.columns.iter().find(|(known, _)| names(known)).map(|(_, meaning)| *meaning)
    }

    fn known(&self, file: &FileProfile) -> usize {
        file.columns.iter().filter(|column| self.meaning(&column.name).is_some()).count()
    }

    fn is_told(&self, file: &FileProfile) -> bool {
        let there =
            |name: &&str| file.columns.iter().any(|column| plain(&column.name) == plain(name));
        self.telling.iter().any(there)
    }
}

/// A header without its blanks and capitals: a label and the API name that it stands for are often
/// the same so. Underscores stay, since other systems write them where these products do not.
fn plain(header: &str) -> String {
    header.chars().filter(|c| !c.is_whitespace()).flat_map(char::to_lowercase).collect()
}

/// The kind of record that a file holds, with how many of its columns are known.
pub(crate) fn recognise(file: &FileProfile) -> Option<(&'static Object, usize)> {
    let objects = || salesforce::OBJECTS.iter().chain(hubspot::OBJECTS).chain(marketo::OBJECTS);
    // An id says it for certain.
    let id = file.columns.iter().find(|column| plain(&column.name) == "id");
    let prefix =
        id.and_then(|id| id.is_mostly(|it| it.salesforce_ids).then_some(id.prefix.as_deref()?));
    if let Some(prefix) = prefix
        && let Some(object) = objects().find(|object| object.prefix == Some(prefix))
    {
        return Some((object, object.known(file)));
    }
    let enough = |(_, known): &(&Object, usize)| *known >= 4 && *known * 3 >= file.columns.len();
    objects()
        .filter(|object| object.is_told(file))
        .map(|object| (object, object.known(file)))
        .filter(enough)
        .max_by_key(|(_, known)| *known)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn recognised(header: &str) -> Option<(Product, &'static str, Role)> {
        let file = FileProfile::new("export.csv", header.split(','));
        recognise(&file).map(|(object, _)| (object.product, object.name, object.role))
    }

    #[test]
    fn api_names_and_labels_are_recognised() {
        let cases = [
            (
                "Id,IsDeleted,LastName,FirstName,Company,Email,LeadSource,Status,IsConverted,OwnerId",
                (Product::Salesforce, "Lead", Role::Leads),
            ),
            (
                "Lead ID,First Name,Last Name,Company / Account,Lead Source,Lead Status,Create Date,Converted",
                (Product::Salesforce, "Lead", Role::Leads),
            ),
            (
                "Opportunity ID,Opportunity Name,Account Name,Stage,Amount,Close Date,Created Date,Won",
                (Product::Salesforce, "Opportunity", Role::Opportunities),
            ),
            (
                "Record ID - Contact,First Name,Last Name,Email,Lifecycle Stage,Lead Status,Create Date,Original Source,Contact owner",
                (Product::HubSpot, "Contact", Role::Leads),
            ),
            (
                "Record ID - Deal,Deal Name,Deal Stage,Pipeline,Amount,Close Date,Create Date,Deal owner",
                (Product::HubSpot, "Deal", Role::Opportunities),
            ),
            (
                "Marketo GUID,Lead ID,Activity Date,Activity Type ID,Campaign ID,Primary Attribute Value ID,Primary Attribute Value,Attributes",
                (Product::Marketo, "Activity", Role::Touches),
            ),
            (
                "id,email,firstName,lastName,leadSource,leadScore,createdAt,updatedAt,originalSourceType,acquisitionProgramId",
                (Product::Marketo, "Person", Role::Leads),
            ),
        ];
        for (header, wanted) in cases {
            assert_eq!(recognised(header), Some(wanted), "{header}");
        }
        let other = "deal_id,lead_id,deal_stage,close_date,amount,create_date";
        assert_eq!(recognised(other), None, "like HubSpot's, and not HubSpot's");
        assert_eq!(recognised("mql_id,first_contact_date,landing_page_id,origin"), None);
        assert_eq!(recognised("path,total_conversions,total_conversion_value,total_null"), None);
    }
}
