//! `tandem alignment`.

use crate::tandem::Tandem;
use serde_json::Value;

/// Invariant 4.
#[test]
fn each_part_of_the_alignment_index_is_what_its_list_says() {
    let tandem = Tandem::new();
    tandem.json(&["demo", "--size", "700", "--seed", "5"]);
    let found = tandem.json(&["alignment"]);
    let parts = found["now"]["parts"].as_array().unwrap();
    let mut values = Vec::new();
    for part in parts {
        let word = part["part"].as_str().unwrap();
        values.extend(part["value"].as_f64());
        // The lists of the others are opened over the API.
        if part["of"] == 0 || word != "acceptance" {
            continue;
        }
        let counted = tandem.json(&["alignment", "--list", word])["count"].clone();
        let of = tandem.json(&["alignment", "--list", &format!("{word}:of")])["count"].clone();
        assert_eq!((&counted, &of), (&part["counted"], &part["of"]), "{word}");
        let share = counted.as_f64().unwrap() / of.as_f64().unwrap();
        assert_eq!(part["value"].as_f64(), Some(share), "{word}");
    }
    assert!(values.len() >= 3, "{parts:?}");
    let mean = values.iter().sum::<f64>() / values.len() as f64;
    assert!((found["now"]["index"].as_f64().unwrap() - mean).abs() < 1e-12);
    assert_eq!(found["months"].as_array().map(Vec::len), Some(6));
    // Seen from two sides, it is the same figure.
    let acceptance = parts.iter().find(|it| it["part"] == "acceptance").unwrap();
    let (from, to) = (&found["now"]["from"], &found["now"]["until"]);
    let (from, to) = (from.as_str().unwrap(), to.as_str().unwrap());
    let feedback = tandem.json(&["feedback", "--from", from, "--to", to]);
    assert_eq!(feedback["whole"]["accepted"], acceptance["counted"]);
    let shown = tandem.run(&["alignment"]);
    assert!(shown.out.contains("Month by month"), "{}", shown.out);
}

#[test]
fn where_there_is_too_little_there_is_no_index() {
    let tandem = Tandem::new();
    tandem.write("charter.toml", crate::tandem::CHARTER);
    let adopted = tandem.run(&["charter", "adopt", "charter.toml", "--at", "2026-01-01"]);
    assert_eq!(adopted.code, 0, "{adopted:?}");
    let found = tandem.json(&["alignment"]);
    assert_eq!(found["now"]["index"], Value::Null);
    assert!(tandem.run(&["alignment", "--list", "smoke"]).err.contains("acceptance"));
}
