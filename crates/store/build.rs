//! Tells the tests whether there is a PostgreSQL server to run on: `TANDEM_TEST_POSTGRES` names
//! one.

fn main() {
    println!("cargo::rustc-check-cfg=cfg(postgres)");
    println!("cargo::rerun-if-env-changed=TANDEM_TEST_POSTGRES");
    if std::env::var_os("TANDEM_TEST_POSTGRES").is_some() {
        println!("cargo::rustc-cfg=postgres");
    } else {
        let message = "no PostgreSQL, and the tests that need it are ignored";
        println!("cargo::warning={message}: run them under `bash scripts/postgres.sh run`");
    }
}
