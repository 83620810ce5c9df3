//! `tandem serve`.

use crate::tandem::Tandem;
use serde_json::Value;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Stdio};

struct Serving {
    child: Child,
    at: String,
}

impl Serving {
    fn over(tandem: &Tandem) -> Self {
        let mut command = tandem.command(&["--json", "serve", "--listen", "127.0.0.1:0"]);
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let mut text = String::new();
        let mut lines = BufReader::new(child.stdout.take().unwrap());
        let told: Value = loop {
            assert!(lines.read_line(&mut text).unwrap() > 0, "it ended: {text}");
            if let Ok(told) = serde_json::from_str(&text) {
                break told;
            }
        };
        Self { child, at: told["listening"].as_str().unwrap().to_owned() }
    }

    fn get(&self, address: &str) -> String {
        let mut stream = TcpStream::connect(&self.at).unwrap();
        write!(stream, "GET {address} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n", self.at)
            .unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer
    }

    /// Told to stop, it says how it went.
    fn stop(mut self) -> (Option<i32>, String) {
        let id = self.child.id().to_string();
        let told = std::process::Command::new("kill").args(["-TERM", &id]).status().unwrap();
        assert!(told.success());
        let status = self.child.wait().unwrap();
        let mut log = String::new();
        self.child.stderr.take().unwrap().read_to_string(&mut log).unwrap();
        (status.code(), log)
    }
}

#[test]
fn it_serves_over_a_ledger_until_it_is_told_to_stop() {
    let tandem = Tandem::with_three_leads();
    let serving = Serving::over(&tandem);
    assert!(serving.get("/readyz").starts_with("HTTP/1.1 204"));
    let leads = serving.get("/api/v1/leads");
    assert!(leads.starts_with("HTTP/1.1 401") && leads.contains("not_signed_in"), "{leads}");
    assert!(serving.get("/metrics").contains("tandem_http_requests_total"));
    let (code, log) = serving.stop();
    assert_eq!(code, Some(0), "{log}");
    assert!(log.contains("stopping") && !log.contains("ERROR"), "{log}");
}

#[test]
fn a_backup_is_taken_while_it_serves_and_none_is_put_back() {
    let tandem = Tandem::with_three_leads();
    let serving = Serving::over(&tandem);
    assert!(serving.get("/readyz").starts_with("HTTP/1.1 204"));
    assert_eq!(tandem.run(&["backup", "now.db"]).code, 0);
    let refused = tandem.run(&["restore", "now.db"]);
    assert!(refused.code != 0 && refused.err.contains("somebody uses"), "{refused:?}");
    assert!(serving.get("/readyz").starts_with("HTTP/1.1 204"), "it goes on");
    assert_eq!(serving.stop().0, Some(0));
}

#[test]
fn a_config_file_that_cannot_be_taken_is_refused_with_its_line() {
    let tandem = Tandem::new();
    tandem.write("tandem.toml", "listen = '127.0.0.1:0'\nport = 80\n");
    let refused = tandem.run(&["serve", "--config", "tandem.toml"]);
    assert!(refused.code != 0 && refused.err.contains("line 2"), "{refused:?}");
}
