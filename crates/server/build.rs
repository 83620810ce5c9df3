//! Finds the built web app, so that the server carries it: without one, as on a machine without
//! Node, the list is empty and the server says how to build it. Tells the tests what is there that they
//! need: `TANDEM_TEST_SEGMENT` names the folder of Segment's libraries, which `scripts/segment.sh`
//! makes, and `TANDEM_TEST_OIDC` that of a sign-in provider, which `scripts/oidc.sh` makes.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::{env, fmt::Write as _};

/// More files than a web app of ours has: a folder with more holds something else.
const FILES_MAX: usize = 2000;

fn main() -> io::Result<()> {
    look_for(
        "segment",
        "TANDEM_TEST_SEGMENT",
        "no libraries of Segment, and the tests that need them are ignored: run them under `bash \
         scripts/segment.sh run`",
    );
    look_for(
        "oidc_provider",
        "TANDEM_TEST_OIDC",
        "no sign-in provider, and the tests that need one are ignored: run them under `bash \
         scripts/oidc.sh run`",
    );
    list_the_web_app()
}

/// Sets a condition for `#[cfg_attr(not(…), ignore)]` where a variable names what tests need, or
/// says loudly what is missing.
fn look_for(condition: &str, variable: &str, otherwise: &str) {
    println!("cargo::rustc-check-cfg=cfg({condition})");
    println!("cargo::rerun-if-env-changed={variable}");
    if env::var_os(variable).is_some() {
        println!("cargo::rustc-cfg={condition}");
    } else {
        println!("cargo::warning={otherwise}");
    }
}

fn list_the_web_app() -> io::Result<()> {
    let here = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default());
    let dist = here.join("../../web/dist");
    // The folder itself is in the repository, so that this is looked at again only when it changes.
    println!("cargo::rerun-if-changed={}", dist.display());
    let app = dist.join("app");
    let mut files = Vec::new();
    if app.is_dir() {
        walk(&app, &mut files)?;
    }
    files.sort();
    let mut list = String::from("&[\n");
    for file in &files {
        let name = file.strip_prefix(&app).unwrap_or(file).display().to_string().replace('\\', "/");
        writeln!(list, "    ({name:?}, include_bytes!({:?})),", file.display().to_string())
            .map_err(io::Error::other)?;
    }
    list.push(']');
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    fs::write(out.join("web_files.rs"), list)
}

fn walk(folder: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            walk(&path, files)?;
        } else {
            files.push(path);
        }
        if files.len() > FILES_MAX {
            let message = format!("{} holds more than {FILES_MAX} files", folder.display());
            return Err(io::Error::other(message));
        }
    }
    Ok(())
}
