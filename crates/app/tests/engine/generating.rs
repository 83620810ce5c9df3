//! A company as files.

use app::{Generate, GenerateError};
use facts::Instant;
use std::collections::BTreeMap;
use std::path::Path;

const CHARTER: &str = include_str!("../../../../charters/b2b-saas.toml");

fn now() -> Instant {
    Instant::parse("2026-11-20T09:00:00Z").unwrap()
}

fn generate(seed: u64, leads: usize, folder: &Path) -> Result<app::Generated, GenerateError> {
    Generate { seed, leads, charter: CHARTER }.write(folder, now(), &mut |_| {})
}

fn contents(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let files = std::fs::read_dir(folder).unwrap().map(Result::unwrap);
    let name = |file: &std::fs::DirEntry| file.file_name().into_string().unwrap();
    files.map(|file| (name(&file), std::fs::read(file.path()).unwrap())).collect()
}

#[test]
fn the_same_seed_gives_the_same_files_byte_by_byte_and_another_one_others() {
    let folder = tempfile::tempdir().unwrap();
    let made = |seed, name| {
        let path = folder.path().join(name);
        let made = generate(seed, 300, &path).unwrap();
        assert_eq!(made.truth.leads, 300);
        (contents(&path), made)
    };
    let ((one, made), (same, _), (other, _)) = (made(1, "one"), made(1, "same"), made(2, "other"));
    assert_eq!(one.keys().collect::<Vec<_>>(), other.keys().collect::<Vec<_>>());
    assert!(one == same, "one seed, one company");
    for name in ["people.csv", "touches.csv", "truth.json", "truth_passes.csv"] {
        assert!(one[name] != other[name], "{name}");
    }
    for (name, rows) in &made.files {
        let lines = one[name].iter().filter(|byte| **byte == b'\n').count();
        assert_eq!(lines as u64, rows + 1, "{name}: no name has a line break");
    }
}

#[test]
fn what_is_there_is_not_written_over() {
    let folder = tempfile::tempdir().unwrap();
    generate(1, 20, folder.path()).unwrap();
    let before = contents(folder.path());
    let refused = generate(2, 20, folder.path()).unwrap_err();
    assert!(matches!(refused, GenerateError::Table(_)), "{refused}");
    assert!(refused.to_string().contains("accounts.csv cannot be written"), "{refused}");
    assert!(contents(folder.path()) == before);
}
