//! A real server, and what is asked of it over a socket.

use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Error, Read, Result, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::time::Duration;
use testkit::Home;

const PASSWORD: &str = "a long enough password";

/// A server that is killed when it is dropped, if not before.
pub(crate) struct Serving {
    child: Child,
    pub(crate) at: String,
    setup: Option<String>,
}

/// An answer that came whole.
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) body: Value,
    cookie: Option<String>,
}

impl Serving {
    pub(crate) fn over(home: &Home) -> Self {
        Self::with(home, "uploads", &[])
    }

    /// With a folder for uploads of its own, as each of several servers has, and more arguments.
    pub(crate) fn with(home: &Home, uploads: &str, arguments: &[&str]) -> Self {
        let mut command = tandem(home);
        command.args(["--json", "serve", "--listen", "127.0.0.1:0"]).args(arguments);
        command.env("TANDEM_UPLOADS", home.path(uploads));
        command.env("TANDEM_LOG_LEVEL", "error");
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
        let mut text = String::new();
        let mut lines = BufReader::new(child.stdout.take().unwrap());
        let told: Value = loop {
            assert!(lines.read_line(&mut text).unwrap() > 0, "it ended: {text}");
            if let Ok(told) = serde_json::from_str(&text) {
                break told;
            }
        };
        let setup = told["setup"].as_str().and_then(|link| link.split_once("/setup#"));
        let setup = setup.map(|(_, link)| link.to_owned());
        Self { child, at: told["listening"].as_str().unwrap().to_owned(), setup }
    }

    /// Ends it as a power cut would.
    pub(crate) fn kill(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    /// Comes in as the first administrator and hires somebody of operations: their token, which
    /// may record anything and import, and a key with which websites send.
    pub(crate) fn set_up(&self) -> Access {
        let new = json!({ "link": self.setup, "email": "ada@example.com", "name": "Ada Example",
                          "password": PASSWORD });
        let ada = ask(&self.at, "POST", "/api/v1/setup", &[], &new.to_string()).unwrap();
        let cookie = ada.cookie.unwrap();
        let as_ada = [("Cookie", cookie.as_str())];
        let new = json!({ "email": "olga@example.com", "name": "Olga Example",
                          "role": "operations" });
        let made = ask(&self.at, "POST", "/api/v1/invitations", &as_ada, &new.to_string()).unwrap();
        let link = made.body["url"].as_str().unwrap().split_once("/invitation#").unwrap().1;
        let comes = json!({ "link": link, "name": "Olga Example", "password": PASSWORD });
        let address = "/api/v1/invitations/acceptances";
        let olga = ask(&self.at, "POST", address, &[], &comes.to_string()).unwrap();
        let cookie = olga.cookie.unwrap();
        let as_olga = [("Cookie", cookie.as_str())];
        let new = json!({ "name": "load",
                          "scope": ["leads.read", "leads.record_any", "imports.run",
                                    "figures.read", "operations.read", "webhooks.manage"] });
        let token = ask(&self.at, "POST", "/api/v1/tokens", &as_olga, &new.to_string()).unwrap();
        let new = json!({ "name": "load" }).to_string();
        let key = ask(&self.at, "POST", "/api/v1/write-keys", &as_olga, &new).unwrap();
        Access {
            bearer: format!("Bearer {}", token.body["secret"].as_str().unwrap()),
            write_key: key.body["key"].as_str().unwrap().to_owned(),
        }
    }
}

impl Drop for Serving {
    fn drop(&mut self) {
        // It may be dead already.
        let _killed = self.child.kill();
        let _ended = self.child.wait();
    }
}

/// With what one comes in.
#[derive(Clone)]
pub(crate) struct Access {
    pub(crate) bearer: String,
    pub(crate) write_key: String,
}

/// The real binary over the ledger of a home.
pub(crate) fn tandem(home: &Home) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tandem"));
    command.current_dir(home.path("")).env("TANDEM_DB", home.ledger());
    command.env("TANDEM_UPLOADS", home.path("uploads"));
    for name in ["NO_COLOR", "TERM", "LC_ALL", "LC_CTYPE", "TANDEM_CONFIG", "TANDEM_LISTEN"] {
        command.env_remove(name);
    }
    command
}

/// Asks, and fails where the answer does not come whole.
pub(crate) fn ask(
    at: &str,
    method: &str,
    address: &str,
    headers: &[(&str, &str)],
    body: &str,
) -> Result<Answer> {
    let mut stream = TcpStream::connect(at)?;
    stream.set_read_timeout(Some(Duration::from_secs(30)))?;
    let length = body.len();
    let mut request = format!(
        "{method} {address} HTTP/1.1\r\nHost: {at}\r\nConnection: close\r\n\
         Content-Type: application/json\r\nContent-Length: {length}\r\n"
    );
    for (name, value) in headers {
        request += &format!("{name}: {value}\r\n");
    }
    stream.write_all(format!("{request}\r\n{body}").as_bytes())?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer)?;
    whole(&answer).ok_or_else(|| Error::other("the answer is torn"))
}

fn whole(answer: &str) -> Option<Answer> {
    let (head, body) = answer.split_once("\r\n\r\n")?;
    let status = head.split(' ').nth(1)?.parse().ok()?;
    let header = |wanted: &str| {
        let mut lines = head.lines().filter_map(|line| line.split_once(": "));
        lines.find(|(name, _)| name.eq_ignore_ascii_case(wanted)).map(|(_, value)| value)
    };
    let length: usize = header("content-length").map_or(Ok(0), str::parse).ok()?;
    let cookie = header("set-cookie").and_then(|it| it.split(';').next()).map(str::to_owned);
    let body = serde_json::from_str(body).ok().filter(|_| body.len() == length);
    match (length, body) {
        (0, _) => Some(Answer { status, body: Value::Null, cookie }),
        (_, body) => Some(Answer { status, body: body?, cookie }),
    }
}
