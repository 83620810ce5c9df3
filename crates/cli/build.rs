//! Tells the tests whether the data sets are there that some of them read.
//!
//! They are not part of the repository: `TANDEM_DATA` names their folder, by default
//! `shared/data` beside the repository.

use std::path::PathBuf;

fn main() {
    let crate_folder = PathBuf::from(std::env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default());
    let beside = crate_folder.ancestors().nth(3).unwrap_or(&crate_folder).join("shared/data");
    let data = std::env::var_os("TANDEM_DATA").map_or(beside, PathBuf::from);
    println!("cargo::rustc-check-cfg=cfg(real_data)");
    println!("cargo::rerun-if-env-changed=TANDEM_DATA");
    let sets = [
        "olist_funnel",
        "edtech_sales_funnel",
        "maven_crm",
        "x_education",
        "salesforce_devorg",
        "channelattribution_pathdata",
        "whirl_business",
        "segment_payloads",
        "bpi2012",
    ]
    .map(|set| data.join(set));
    for set in &sets {
        println!("cargo::rerun-if-changed={}", set.display());
    }
    if sets.iter().all(|set| set.is_dir()) {
        println!("cargo::rustc-cfg=real_data");
    } else {
        let message = "real data is missing, and the tests that read it are ignored";
        println!("cargo::warning={message}: set TANDEM_DATA to its folder");
    }
    println!("cargo::rustc-env=TANDEM_DATA={}", data.display());
}
