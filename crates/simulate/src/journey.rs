//! What leads do before and beside sales: marketing's touches.

use crate::days::{active, days_later, next_webinar};
use crate::distributions::exponential;
use crate::journal::Journal;
use crate::people::Lead;
use crate::rng::Rng;
use crate::segment::Source;
use facts::{Instant, Seconds};

const WEBINARS: [&str; 8] = [
    "webinar-forecasting-basics",
    "webinar-pipeline-reviews",
    "webinar-crm-hygiene",
    "webinar-lead-scoring",
    "webinar-sales-meetings",
    "webinar-quarter-planning",
    "webinar-dashboards",
    "webinar-team-rituals",
];
const GUIDES: [&str; 4] =
    ["guide-forecasting", "guide-handover", "template-sla", "report-benchmarks"];
const ADS: [&str; 3] = ["search-brand", "search-forecasting", "search-alternatives"];
const EVENTS: [&str; 2] = ["fair-revenue-days", "summit-software"];
const NEWSLETTER: &str = "newsletter";
const NURTURE: &str = "nurture-mail";
const WEBSITE: &str = "website";
const PARTNER: &str = "partner-referral";

/// Somebody who registered comes with this chance, and to another one with that.
const ATTENDS: f64 = 0.72;
const COMES_AGAIN: f64 = 0.66;
/// Somebody who asked for a demo before asks again with this chance.
const DEMO_AGAIN: f64 = 0.5;
const WEBINARS_MOST: u32 = 6;
/// Newsletters opened: mean number of days between two, and the share clicked.
const NEWSLETTER_DAYS_MEAN: f64 = 24.0;
const CLICKED_SHARE: f64 = 0.3;
const NEWSLETTERS_MOST: u32 = 10;

/// Every campaign.
pub(crate) fn words() -> impl Iterator<Item = &'static str> {
    let single = [NEWSLETTER, NURTURE, WEBSITE, PARTNER];
    WEBINARS.into_iter().chain(GUIDES).chain(ADS).chain(EVENTS).chain(single)
}

/// The touches of one lead, one after the other.
pub(crate) struct Journey<'a, 'w> {
    pub(crate) lead: &'a Lead,
    pub(crate) rng: &'a mut Rng,
    pub(crate) journal: &'a mut Journal<'w>,
    pub(crate) at: Instant,
}

impl Journey<'_, '_> {
    /// From the first touch on, as the source has it; then newsletters.
    pub(crate) fn first(&mut self) {
        match self.lead.source {
            Source::Webinar => self.webinars(),
            Source::DemoRequest => self.demo(),
            Source::Content => self.content(),
            Source::PaidSearch => {
                let ad = *self.rng.pick(&ADS);
                self.touch("ad.clicked", ad);
                self.browse(ad);
                self.maybe(0.45, |walk| walk.contact(ad));
                self.maybe(0.15, |walk| walk.touch("form.trial_signup", ad));
            }
            Source::Event => {
                let event = *self.rng.pick(&EVENTS);
                self.touch("event.registered", event);
                self.later(6.0);
                self.touch("event.attended", event);
                self.later(4.0);
                self.maybe(0.5, |walk| walk.contact(event));
                self.maybe(0.4, Self::content);
            }
            Source::Partner => {
                self.browse(PARTNER);
                self.maybe(0.75, |walk| walk.contact(PARTNER));
            }
        }
        self.newsletters();
    }

    /// A lead at rest becomes active again.
    pub(crate) fn again(&mut self) {
        match self.lead.source {
            Source::Webinar => self.webinars(),
            Source::DemoRequest if self.rng.chance(DEMO_AGAIN) => self.demo(),
            _ => {
                self.content();
                self.maybe(0.5, |walk| walk.contact(NURTURE));
            }
        }
    }

    /// Marketing writes to a lead at rest.
    pub(crate) fn nurture(&mut self) {
        self.later(5.0);
        self.journal.says(self.lead.person, self.at, "email.sent", NURTURE);
        self.maybe(0.35, |walk| {
            walk.soon();
            walk.touch("email.opened", NURTURE);
        });
    }

    fn touch(&mut self, name: &str, campaign: &str) {
        self.journal.says(self.lead.person, self.at, name, campaign);
    }

    fn maybe(&mut self, chance: f64, step: impl FnOnce(&mut Self)) {
        if self.rng.chance(chance) {
            step(self);
        }
    }

    /// Some days later, by their mean.
    fn later(&mut self, days_mean: f64) {
        let days = exponential(self.rng, days_mean);
        self.at = days_later(self.rng, self.lead.territory, self.at, days);
    }

    /// Some minutes later.
    fn soon(&mut self) {
        let minutes = exponential(self.rng, 4.0);
        self.at = self.at.plus(Seconds(20 + (60.0 * minutes) as i64));
    }

    fn browse(&mut self, campaign: &str) {
        for (page, chance) in [("page.blog", 0.5), ("page.product", 0.6), ("page.pricing", 0.4)] {
            self.maybe(chance, |walk| {
                walk.soon();
                walk.touch(page, campaign);
            });
        }
    }

    /// Looks at prices and asks.
    fn contact(&mut self, campaign: &str) {
        self.later(1.5);
        self.touch("page.pricing", campaign);
        self.soon();
        self.touch("form.contact", campaign);
    }

    fn demo(&mut self) {
        self.browse(WEBSITE);
        self.maybe(0.5, |walk| {
            walk.later(3.0);
            walk.browse(WEBSITE);
        });
        self.soon();
        self.touch("form.demo_request", WEBSITE);
    }

    fn content(&mut self) {
        let guide = *self.rng.pick(&GUIDES);
        self.touch("content.downloaded", guide);
        self.maybe(0.6, |walk| {
            walk.later(5.0);
            walk.browse(guide);
        });
        self.maybe(0.45, |walk| {
            walk.later(5.0);
            let next = *walk.rng.pick(&GUIDES);
            walk.touch("content.downloaded", next);
        });
        self.maybe(0.2, |walk| {
            walk.later(4.0);
            walk.touch("form.trial_signup", guide);
        });
        self.maybe(0.15, |walk| walk.contact(guide));
    }

    /// Webinars week after week, with mails and guides in between.
    fn webinars(&mut self) {
        for _ in 0..WEBINARS_MOST {
            let (starts, week) = next_webinar(self.at.plus(Seconds::HOUR));
            let topic = WEBINARS[week.rem_euclid(WEBINARS.len() as i64) as usize];
            self.touch("webinar.registered", topic);
            if self.rng.chance(ATTENDS) {
                self.at = starts.plus(Seconds(self.rng.below(900).cast_signed()));
                self.touch("webinar.attended", topic);
                self.at = self.at.plus(Seconds::HOUR);
                self.maybe(0.3, |walk| {
                    walk.soon();
                    walk.touch("content.downloaded", topic);
                });
            } else {
                self.at = starts.plus(Seconds::HOUR);
            }
            self.maybe(0.5, |walk| {
                walk.later(1.0);
                walk.touch("email.clicked", topic);
            });
            if !self.rng.chance(COMES_AGAIN) {
                return;
            }
            self.later(1.5);
        }
    }

    fn newsletters(&mut self) {
        for _ in 0..NEWSLETTERS_MOST {
            let days = exponential(self.rng, NEWSLETTER_DAYS_MEAN);
            self.at = Instant(self.at.0 + (days * Instant::PER_DAY as f64) as i64);
            self.at = active(self.rng, self.lead.territory, self.at).max(self.at);
            self.touch("email.opened", NEWSLETTER);
            self.maybe(CLICKED_SHARE, |walk| {
                walk.soon();
                walk.touch("email.clicked", NEWSLETTER);
                walk.soon();
                walk.touch("page.blog", NEWSLETTER);
            });
        }
    }
}
