//! Tells the tests whether Segment's libraries are there: `TANDEM_TEST_SEGMENT` names their folder,
//! which `scripts/segment.sh` makes.

fn main() {
    println!("cargo::rustc-check-cfg=cfg(segment)");
    println!("cargo::rerun-if-env-changed=TANDEM_TEST_SEGMENT");
    if std::env::var_os("TANDEM_TEST_SEGMENT").is_some() {
        println!("cargo::rustc-cfg=segment");
    } else {
        println!(
            "cargo::warning=no libraries of Segment, and the tests that need them are ignored: \
             run them under `bash scripts/segment.sh run`"
        );
    }
}
