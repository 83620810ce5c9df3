//! The build script of every crate whose tests need what is not in the repository: tells them whether
//! the real data sets are there, a PostgreSQL server, and a mail server.
//!
//! `TANDEM_DATA` names the folder of the data sets, by default `shared/data` beside the repository;
//! `TANDEM_TEST_POSTGRES` the server; `TANDEM_TEST_SMTP` a Python that has aiosmtpd.

use std::path::PathBuf;

/// The sets that tests read.
const SETS: [&str; 9] = [
    "bpi2012",
    "channelattribution_pathdata",
    "edtech_sales_funnel",
    "maven_crm",
    "olist_funnel",
    "salesforce_devorg",
    "segment_payloads",
    "whirl_business",
    "x_education",
];

fn main() {
    let crate_folder = PathBuf::from(std::env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default());
    let beside = crate_folder.ancestors().nth(3).unwrap_or(&crate_folder).join("shared/data");
    println!("cargo::rerun-if-env-changed=TANDEM_DATA");
    let data = std::env::var_os("TANDEM_DATA").map_or(beside, PathBuf::from);
    println!("cargo::rustc-env=TANDEM_DATA={}", data.display());
    let sets = SETS.map(|set| data.join(set));
    for set in &sets {
        println!("cargo::rerun-if-changed={}", set.display());
    }
    tell(
        "real_data",
        sets.iter().all(|set| set.is_dir()),
        "real data is missing, and the tests that read it are ignored: set TANDEM_DATA to its folder",
    );
    println!("cargo::rerun-if-env-changed=TANDEM_TEST_POSTGRES");
    tell(
        "postgres",
        std::env::var_os("TANDEM_TEST_POSTGRES").is_some(),
        "no PostgreSQL, and the tests that need it are ignored: run them under `bash scripts/postgres.sh run`",
    );
    println!("cargo::rerun-if-env-changed=TANDEM_TEST_SMTP");
    tell(
        "smtp",
        std::env::var_os("TANDEM_TEST_SMTP").is_some(),
        "no mail server, and the tests that need it are ignored: run them under `bash scripts/smtp.sh run`",
    );
}

/// Sets a condition for `#[cfg_attr(not(…), ignore)]`, or says loudly what is missing.
fn tell(condition: &str, is_met: bool, otherwise: &str) {
    println!("cargo::rustc-check-cfg=cfg({condition})");
    if is_met {
        println!("cargo::rustc-cfg={condition}");
    } else {
        println!("cargo::warning={otherwise}");
    }
}
