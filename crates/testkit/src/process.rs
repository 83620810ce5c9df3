//! What this process has used so far, for benchmarks and tests of memory.

/// The processor's time, in seconds, of all threads together; 0 where the system does not say.
/// Counted in hundredths of a second.
#[must_use]
pub fn cpu_seconds() -> f64 {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let after_name = stat.rsplit(')').next().unwrap_or_default();
    let ticks = after_name.split_whitespace().skip(11).take(2);
    ticks.filter_map(|ticks| ticks.parse::<f64>().ok()).sum::<f64>() / 100.0
}

/// The most memory that the process had at once, in bytes, where the system says.
#[must_use]
pub fn peak_memory_bytes() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kibibytes: u64 = line.trim().trim_end_matches("kB").trim().parse().ok()?;
    Some(kibibytes << 10)
}

/// The same in words: `0.93 GiB`.
#[must_use]
pub fn peak_memory() -> Option<String> {
    let gibibyte = f64::from(1 << 30);
    peak_memory_bytes().map(|bytes| format!("{:.2} GiB", bytes as f64 / gibibyte))
}
