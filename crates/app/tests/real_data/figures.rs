//! Figures over lists of numbers.

/// The quantile at a share of 0 to 1, linear between neighbours (Hyndman and Fan 1996, type 7).
pub(crate) fn quantile(values: &[f64], share: f64) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let place = (sorted.len() - 1) as f64 * share;
    let (below, above) = (place.floor() as usize, place.ceil() as usize);
    sorted[below] + (place - place.floor()) * (sorted[above] - sorted[below])
}

pub(crate) fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len() as f64
}

/// Whether a figure is the wanted one, rounded to so many decimals.
pub(crate) fn rounds_to(value: f64, wanted: f64, decimals: i32) -> bool {
    let scale = 10_f64.powi(decimals);
    ((value * scale).round() - (wanted * scale).round()).abs() < 0.5
}
