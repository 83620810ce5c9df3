//! Writes the description of the API (OpenAPI 3.1) as the web app's client is generated from it:
//! `cargo run --package tandem-server --example describe > web/openapi.json`.

use std::io::{self, Write};

fn main() -> io::Result<()> {
    let text = serde_json::to_string_pretty(&server::description()).map_err(io::Error::other)?;
    writeln!(io::stdout().lock(), "{text}")
}
