//! What is sound and still too large to run.

use charter::{CompileError, Program};
use facts::{Kind, Vocabulary};

/// A charter of three stages, the second of which has this rule, and the third that one.
fn charter(second: &str, third: &str) -> charter::Charter {
    let mut text = r#"
[charter]
name = "Large"
timezone = "UTC"
currency = "EUR"
"#
    .to_owned();
    for (id, rule) in [("a", ""), ("b", second), ("c", third)] {
        let enter = if rule.is_empty() { String::new() } else { format!("enter = \"{rule}\"\n") };
        text += &format!(
            "[[stage]]\nid = \"{id}\"\nname = \"{id}\"\nside = \"sales\"\n{enter}\
             [[promise]]\nid = \"{id}-rest\"\nby = \"sales\"\nfrom = \"stage:{id}\"\n\
             until = \"leaves\"\nwithin = \"30 days\"\n"
        );
    }
    charter::read(&text).unwrap_or_else(|problems| panic!("{problems}"))
}

/// So many questions, one of which must hold.
fn any(range: std::ops::Range<u32>, question: impl Fn(u32) -> String) -> String {
    range.map(question).collect::<Vec<_>>().join(" || ")
}

#[test]
fn more_questions_about_time_than_can_be_kept_are_refused() {
    let age = |days: u32| format!("in_stage('{days}d')");
    let recent = |days: u32| format!("happened('page.blog', '{days}d')");
    for (question, about) in [
        (&age as &dyn Fn(u32) -> String, "the time in a stage"),
        (&recent, "what happened how often or how long ago"),
    ] {
        let fits = charter(&any(1..33, question), &any(33..65, question));
        assert!(Program::compile(&fits, &[], &mut Vocabulary::default()).is_ok(), "{about}");
        let too_many = charter(&any(1..33, question), &any(33..66, question));
        let refused = Program::compile(&too_many, &[], &mut Vocabulary::default()).unwrap_err();
        assert!(
            matches!(refused, CompileError::TooManyTimes { what, count: 65 } if what == about),
            "{refused}"
        );
    }
}

#[test]
fn any_number_of_names_feeds_the_windows_that_speak_of_them() {
    let often = |times: u32| format!("count('*', '{}d') >= {}", times + 1, 1 + times % 9);
    let charter = charter(&any(1..33, often), &any(33..64, often));
    let mut vocabulary = Vocabulary::default();
    for page in 0..3_000 {
        vocabulary.code(Kind::Touch, &format!("page.{page}")).unwrap();
    }
    let program = Program::compile(&charter, &[], &mut vocabulary).unwrap();
    for (code, kind, name) in vocabulary.names() {
        if kind == Kind::Touch {
            assert_eq!(program.effect(code).windows.len(), program.windows.len(), "{name}");
        }
    }
}
