//! Finds the built web app, so that the server carries it: without one, as on a machine without
//! Node, the list is empty and the server says how to build it. Tells the tests whether Segment's
//! libraries are there: `TANDEM_TEST_SEGMENT` names their folder, which `scripts/segment.sh` makes.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::{env, fmt::Write as _};

/// More files than a web app of ours has: a folder with more holds something else.
const FILES_MAX: usize = 2000;

fn main() -> io::Result<()> {
    look_for_segment();
    list_the_web_app()
}

fn look_for_segment() {
    println!("cargo::rustc-check-cfg=cfg(segment)");
    println!("cargo::rerun-if-env-changed=TANDEM_TEST_SEGMENT");
    if env::var_os("TANDEM_TEST_SEGMENT").is_some() {
        println!("cargo::rustc-cfg=segment");
    } else {
        println!(
            "cargo::warning=no libraries of Segment, and the tests that need them are ignored: \
             run them under `bash scripts/segment.sh run`"
        );
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
