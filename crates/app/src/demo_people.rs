//! Who works at the simulated company, so that a visitor can come in as any of them; and the
//! proposal that waits for a signature there.

use crate::engine::Engine;
use crate::error::AppError;
use crate::people::{Actor, Company, Invitation, NewUser, Role, Secret, fresh_id};
use crate::proposals::Draft;
use facts::Instant;
use store::Signature;

/// Somebody as whom a visitor can come in.
#[derive(Clone, Debug)]
pub struct DemoPerson {
    /// First and family name, invented.
    pub name: &'static str,
    /// What they are there.
    pub role: Role,
    /// The secret of a link by which they sign in, once.
    pub link: Secret,
}

/// The names are invented; those of sales are of the simulation, whose leads they have.
const PEOPLE: [(&str, &str, Role); 8] = [
    ("viola.hartmere", "Viola Hartmere", Role::SalesHead),
    ("marten.ashgrove", "Marten Ashgrove", Role::MarketingHead),
    ("selin.grauwick", "Selin Grauwick", Role::Sdr),
    ("theo.falkenbach", "Theo Falkenbach", Role::Rep),
    ("joan.willowby", "Joan Willowby", Role::Marketer),
    ("noor.tarnfield", "Noor Tarnfield", Role::Operations),
    ("edith.larkfield", "Edith Larkfield", Role::Executive),
    ("ari.stonebrook", "Ari Stonebrook", Role::Administrator),
];

const COMPANY: &str = "Larkfield Software";
const MARKETING_HEAD: &str = "marten.ashgrove";
const TITLE: &str = "Attending a webinar counts for less";
const WEBINAR_NOW: &str = "\"webinar.attended\" = 15";
const WEBINAR_PROPOSED: &str = "\"webinar.attended\" = 6";

impl Engine {
    /// Gives the simulated company its people, and has the head of marketing propose and sign
    /// that webinars count for less, which sales has yet to sign. Returns the people, the head of
    /// sales first, each with a link to come in by, once, within a day.
    ///
    /// # Errors
    /// When the ledger cannot be written, there is no randomness, or the charter is another than
    /// the one that ships.
    pub fn add_demo_people(&mut self, now: Instant) -> Result<Vec<DemoPerson>, AppError> {
        let console = Actor::at_the_console("demo", Role::Administrator);
        // The company has said which it is, so that nobody is asked to set it up.
        let charter = &self.reign()?.at(now).1.charter;
        let company = Company::new(COMPANY, &charter.timezone, &charter.currency)?;
        self.set_company(&console, &company, now)?;
        let mut people = Vec::new();
        for (handle, name, role) in PEOPLE {
            let email = format!("{handle}@larkfield.example.com");
            let (secret, id) = (Secret::fresh()?, fresh_id()?);
            let invitation = Invitation { email: email.clone(), name: name.to_owned(), role };
            self.invite(&console, &invitation, fresh_id()?, &secret, now)?;
            let new = NewUser {
                email,
                name: name.to_owned(),
                handle: Some(handle.to_owned()),
                password: None,
            };
            let user = self.accept_invitation(&secret, id, &new, now)?;
            let link = Secret::fresh()?;
            self.make_sign_in_link(&console, user.id, (fresh_id()?, &link), now)?;
            people.push(DemoPerson { name, role, link });
        }
        self.propose_less_for_webinars(now)?;
        Ok(people)
    }

    fn propose_less_for_webinars(&mut self, now: Instant) -> Result<(), AppError> {
        let text = self.versions().last().map(|version| version.text.clone());
        let text = text.ok_or(AppError::NoCharter)?.replace(WEBINAR_NOW, WEBINAR_PROPOSED);
        let draft = Draft { title: TITLE.to_owned(), text, takes_force: None };
        let id = self.propose(&draft, MARKETING_HEAD, now)?;
        let said = "Webinars bring managers: six in ten of the leads that we hand over, and one \
                    in ten of those that you win. This brings fewer of them to your inbox.";
        self.comment(id, ("", said), MARKETING_HEAD, now)?;
        let hash = Signature::hash_of(&draft.text);
        self.sign(id, ("marketing_head", MARKETING_HEAD), hash, now).map(drop)
    }
}
