//! A browser that follows redirects and keeps cookies, of Tandem and of the provider.

use serde_json::{Value, json};
use std::cell::RefCell;
use std::collections::BTreeMap;
use ureq::Agent;
use ureq::http::{Response, header};

/// A browser that follows redirects and keeps cookies.
pub(crate) struct Browser {
    agent: Agent,
    url: String,
    /// By origin and name.
    cookies: RefCell<BTreeMap<(String, String), String>>,
}

/// What was answered.
#[derive(Debug)]
pub(crate) struct Reply {
    status: u16,
    body: Value,
}

impl Reply {
    /// That it was refused so.
    pub(crate) fn is(&self, status: u16, code: &str) {
        let said = self.body["code"].as_str().unwrap_or_default();
        assert_eq!((self.status, said), (status, code), "{}", self.body);
    }

    /// That it was done.
    pub(crate) fn done(self) -> Value {
        assert!((200..300).contains(&self.status), "{} {}", self.status, self.body);
        self.body
    }
}

/// More redirects than any way takes.
const HOPS_MAX: usize = 10;

impl Browser {
    pub(crate) fn at(url: &str) -> Self {
        let config = Agent::config_builder().max_redirects(0).http_status_as_error(false);
        let agent = config.max_redirects_will_error(false).build().into();
        Self { agent, url: url.to_owned(), cookies: RefCell::default() }
    }

    pub(crate) fn get(&mut self, path: &str) -> Reply {
        self.reply(&format!("{}{path}", self.url), None)
    }

    pub(crate) fn post(&mut self, path: &str, body: &Value) -> Reply {
        self.reply(&format!("{}{path}", self.url), Some(body))
    }

    /// The address at the provider where an attempt begins.
    pub(crate) fn begin(&mut self) -> String {
        let begun = self.post("/api/v1/session/oidc/attempts", &json!({})).done();
        begun["url"].as_str().unwrap().to_owned()
    }

    /// Signs somebody in at the provider, and says with what the browser comes back.
    pub(crate) fn visit_provider(&self, begun: &str, who: &str) -> Value {
        let mut at = format!("{begun}&login_hint={who}");
        for _ in 0..HOPS_MAX {
            let answer = self.ask(&at, None);
            let to = answer.headers().get(header::LOCATION);
            let to = to.unwrap_or_else(|| panic!("{} at {at}", answer.status())).to_str().unwrap();
            let to = match to.starts_with('/') {
                true => format!("{}{to}", origin(&at)),
                false => to.to_owned(),
            };
            if let Some((page, asked)) = to.split_once('?')
                && page == format!("{}/sign-in", self.url)
            {
                return parameters(asked);
            }
            at = to;
        }
        panic!("the provider sends nobody back");
    }

    /// Hands on what the browser came back with.
    pub(crate) fn come_back(&mut self, back: &Value) -> Reply {
        self.post("/api/v1/session/oidc", back)
    }

    /// All of it.
    pub(crate) fn sign_in(&mut self, who: &str) -> Reply {
        let begun = self.begin();
        let back = self.visit_provider(&begun, who);
        self.come_back(&back)
    }

    fn reply(&self, at: &str, body: Option<&Value>) -> Reply {
        let mut answer = self.ask(at, body);
        let text = answer.body_mut().read_to_string().unwrap();
        Reply {
            status: answer.status().as_u16(),
            body: serde_json::from_str(&text).unwrap_or_default(),
        }
    }

    fn ask(&self, at: &str, body: Option<&Value>) -> Response<ureq::Body> {
        let from = origin(at);
        let kept = self.cookies.borrow();
        let sent: Vec<_> = kept
            .iter()
            .filter(|((origin, _), _)| *origin == from)
            .map(|((_, name), value)| format!("{name}={value}"))
            .collect();
        drop(kept);
        let sent = sent.join("; ");
        let answer = match body {
            None => self.agent.get(at).header(header::COOKIE, sent).call(),
            Some(body) => {
                let request = self.agent.post(at).header(header::COOKIE, sent);
                request.header(header::CONTENT_TYPE, "application/json").send(body.to_string())
            }
        };
        let answer = answer.unwrap();
        for handed in answer.headers().get_all(header::SET_COOKIE) {
            let pair = handed.to_str().unwrap().split(';').next().unwrap();
            let (name, value) = pair.split_once('=').unwrap();
            let key = (from.clone(), name.to_owned());
            if value.is_empty() {
                self.cookies.borrow_mut().remove(&key);
            } else {
                self.cookies.borrow_mut().insert(key, value.to_owned());
            }
        }
        answer
    }
}

/// Scheme, host and port of an address.
fn origin(at: &str) -> String {
    at.split('/').take(3).collect::<Vec<_>>().join("/")
}

/// What stands behind the question mark. The provider writes nothing that needs unescaping but the
/// address of itself.
fn parameters(asked: &str) -> Value {
    let pairs = asked.split('&').map(|pair| {
        let (name, value) = pair.split_once('=').unwrap();
        let value = value.replace("%3A", ":").replace("%2F", "/");
        (name.to_owned(), Value::from(value))
    });
    Value::Object(pairs.collect())
}
