//! People with duplicates whose truth is known, made from a seed.

/// A generated person, as somebody typed them in.
pub(crate) struct Typed {
    /// Whom the record is of.
    pub(crate) entity: u32,
    pub(crate) given: String,
    pub(crate) family: String,
    pub(crate) email: String,
    pub(crate) phone: String,
    pub(crate) company: String,
}

/// A generator of numbers (SplitMix64, Steele et al. 2014).
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, limit: usize) -> usize {
        (self.next() % limit as u64) as usize
    }

    fn unit(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }

    fn happens(&mut self, share: f64) -> bool {
        self.unit() < share
    }

    /// A place in a list of so many, the first ones more often: by the law of Zipf and Mandelbrot
    /// with exponent 1 and this offset.
    fn ranked(&mut self, count: usize, offset: f64) -> usize {
        let place = offset * ((count as f64 + offset) / offset).powf(self.unit()) - offset;
        (place as usize).min(count - 1)
    }
}

const STARTS: &[&str] = &[
    "b", "br", "c", "ch", "d", "dr", "f", "fr", "g", "gr", "h", "j", "k", "kl", "l", "m", "n", "p",
    "r", "s", "sch", "st", "t", "tr", "v", "w", "z", "",
];
const MIDDLES: &[&str] = &["a", "e", "i", "o", "u", "ai", "ei", "ie", "ou"];
const ENDS: &[&str] = &["", "", "n", "r", "l", "s", "t", "nd", "rt", "ck", "m", "ng"];
const TRADES: &[&str] = &[
    "Software",
    "Systems",
    "Logistics",
    "Foods",
    "Energy",
    "Bank",
    "Insurance",
    "Media",
    "Medical",
    "Motors",
    "Networks",
    "Consulting",
    "Design",
    "Trading",
    "Robotics",
    "Analytics",
];
const FORMS: &[&str] = &["GmbH", "Inc.", "Ltd", "AG", "LLC", "S.A.", "B.V.", ""];
const FREE: &[&str] = &["gmail.com", "outlook.com", "gmx.de", "yahoo.com", "icloud.com"];

/// Lists of names, each once.
struct Lists {
    given: Vec<String>,
    family: Vec<String>,
    companies: Vec<(String, String)>,
}

fn name(chance: &mut Chance, syllables: usize) -> String {
    let mut name = String::new();
    for _ in 0..syllables {
        for part in [STARTS, MIDDLES, ENDS] {
            name.push_str(part[chance.below(part.len())]);
        }
    }
    let first = name.remove(0).to_ascii_uppercase();
    name.insert(0, first);
    name
}

fn distinct(chance: &mut Chance, count: usize, syllables: std::ops::Range<usize>) -> Vec<String> {
    let mut seen = std::collections::HashSet::new();
    let mut names = Vec::with_capacity(count);
    while names.len() < count {
        let length = syllables.start + chance.below(syllables.len());
        let name = name(chance, length);
        if name.len() > 2 && seen.insert(name.clone()) {
            names.push(name);
        }
    }
    names
}

/// So many records of people of whom a fifth are duplicates with mistakes of others; in the order
/// in which they might have come in.
pub(crate) fn people(seed: u64, records: usize) -> Vec<Typed> {
    let mut chance = Chance(seed);
    let lists = Lists {
        given: distinct(&mut chance, 2_000, 1..3),
        family: distinct(&mut chance, 30_000, 1..4),
        companies: distinct(&mut chance, 60_000, 2..4)
            .into_iter()
            .map(|stem| {
                let trade = TRADES[chance.below(TRADES.len())];
                let form = FORMS[chance.below(FORMS.len())];
                let domain = format!("{}.example", stem.to_lowercase());
                (format!("{stem} {trade} {form}").trim().to_owned(), domain)
            })
            .collect(),
    };
    let originals = records - records / 5;
    let mut people: Vec<Typed> =
        (0..originals).map(|entity| original(&mut chance, &lists, entity as u32)).collect();
    for _ in originals..records {
        let of = chance.below(originals);
        let copy = copied(&mut chance, &lists, &people[of]);
        people.push(copy);
    }
    // The order of coming in tells nothing.
    for last in (1..people.len()).rev() {
        let other = chance.below(last + 1);
        people.swap(last, other);
    }
    people
}

fn original(chance: &mut Chance, lists: &Lists, entity: u32) -> Typed {
    let given = lists.given[chance.ranked(lists.given.len(), 20.0)].clone();
    let family = lists.family[chance.ranked(lists.family.len(), 60.0)].clone();
    let (company, domain) = &lists.companies[chance.ranked(lists.companies.len(), 400.0)];
    let email = match chance.unit() {
        share if share < 0.1 => String::new(),
        share if share < 0.75 => format!("{given}.{family}@{domain}").to_lowercase(),
        share if share < 0.85 => {
            let initial = given.chars().next().unwrap_or('x');
            format!("{initial}{family}@{domain}").to_lowercase()
        }
        _ => free_mail(chance, &given, &family),
    };
    let phone = if chance.happens(0.35) { String::new() } else { phone(chance) };
    let company = if chance.happens(0.08) { String::new() } else { company.clone() };
    Typed { entity, given, family, email, phone, company }
}

fn free_mail(chance: &mut Chance, given: &str, family: &str) -> String {
    let number = chance.below(1_000);
    let provider = FREE[chance.below(FREE.len())];
    format!("{given}{family}{number}@{provider}").to_lowercase()
}

fn phone(chance: &mut Chance) -> String {
    format!("+4930{:08}", chance.below(100_000_000))
}

/// The same person once more, with mistakes: each field by itself.
fn copied(chance: &mut Chance, lists: &Lists, of: &Typed) -> Typed {
    let given = match chance.unit() {
        share if share < 0.10 => slipped(chance, &of.given),
        share if share < 0.14 => of.given[..1].to_owned(),
        _ => of.given.clone(),
    };
    let family = match chance.unit() {
        share if share < 0.12 => slipped(chance, &of.family),
        // Married, or misunderstood.
        share if share < 0.14 => lists.family[chance.ranked(lists.family.len(), 60.0)].clone(),
        _ => of.family.clone(),
    };
    let email = match chance.unit() {
        share if share < 0.12 && !of.email.is_empty() => slipped(chance, &of.email),
        share if share < 0.27 => String::new(),
        share if share < 0.37 => free_mail(chance, &of.given, &of.family),
        _ => of.email.clone(),
    };
    let phone = match chance.unit() {
        share if share < 0.30 => String::new(),
        share if share < 0.40 => phone(chance),
        share if share < 0.48 && !of.phone.is_empty() => slipped(chance, &of.phone),
        _ => of.phone.clone(),
    };
    let company = match chance.unit() {
        share if share < 0.08 && !of.company.is_empty() => slipped(chance, &of.company),
        share if share < 0.18 => String::new(),
        // Somebody who changed the job.
        share if share < 0.21 => {
            lists.companies[chance.ranked(lists.companies.len(), 400.0)].0.clone()
        }
        _ => of.company.clone(),
    };
    Typed { entity: of.entity, given, family, email, phone, company }
}

/// One slip of the keyboard, two in one of five: a letter left out, doubled, swapped or replaced.
fn slipped(chance: &mut Chance, text: &str) -> String {
    let mut letters: Vec<u8> = text.bytes().collect();
    for _ in 0..1 + usize::from(chance.happens(0.2)) {
        let place = chance.below(letters.len());
        let near = if letters[place].is_ascii_digit() {
            b'0' + chance.below(10) as u8
        } else {
            b'a' + chance.below(26) as u8
        };
        match chance.below(4) {
            0 if letters.len() > 2 => {
                letters.remove(place);
            }
            1 => letters.insert(place, letters[place]),
            2 if place + 1 < letters.len() => letters.swap(place, place + 1),
            _ => letters[place] = near,
        }
    }
    String::from_utf8_lossy(&letters).into_owned()
}
