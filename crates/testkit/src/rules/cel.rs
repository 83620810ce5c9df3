//! What the interpreter of the `cel` crate answers.

use super::{TraitValue, Values};
use cel::{Context, Program, Value};
use std::collections::HashMap;
use std::sync::Arc;

/// What the interpreter answers of a lead; `None` for an error.
///
/// # Panics
/// When the rule answers something else than true or false.
#[must_use]
pub fn cel_answer(program: &Program, values: &Values) -> Option<bool> {
    let mut context = Context::default();
    let mut subjects: HashMap<&str, HashMap<String, Value>> = HashMap::new();
    for subject in ["lead", "account", "opportunity"] {
        subjects.insert(subject, HashMap::new());
    }
    for (name, value) in &values.traits {
        let (subject, field) = name.split_once('.').expect("traits have a dot");
        let value = match value {
            TraitValue::Number(number) => Value::Float(*number),
            TraitValue::Text(text) => Value::String(Arc::new(text.clone())),
            TraitValue::Flag(flag) => Value::Bool(*flag),
        };
        subjects.get_mut(subject).expect("a known subject").insert(field.to_owned(), value);
    }
    for (subject, fields) in subjects {
        context.add_variable_from_value(subject, fields);
    }
    let temperature = match values.engagement {
        60.0.. => "hot",
        25.0.. => "warm",
        _ => "cold",
    };
    context.add_variable_from_value("temperature", temperature.to_owned());
    context.add_variable_from_value("fit", values.fit);
    context.add_variable_from_value("engagement", values.engagement);
    let known: Vec<String> = values.traits.keys().cloned().collect();
    let is_known = move |name: Arc<String>| known.contains(&name);
    context.add_function("known", is_known).expect("no other function is called so");
    match program.execute(&context) {
        Ok(Value::Bool(answer)) => Some(answer),
        Ok(other) => panic!("a rule answers true or false, not {other:?}"),
        Err(_) => None,
    }
}
