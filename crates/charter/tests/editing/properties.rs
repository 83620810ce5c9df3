//! Any change to any part of a file: it means what it says, keeps every comment, and can be taken
//! back.

use crate::tree::{Tree, comments};
use crate::{READY, make, said};
use charter::{Edit, EditError, KeyPath, Next, edit, splice};
use proptest::prelude::*;
use proptest::sample::{Index, select};

#[derive(Clone, Debug)]
enum Wish {
    Set(Index, &'static str),
    SetNew(Index, &'static str),
    Add(Index, bool, Index),
    Include(Index),
    Remove(Index),
    Move(Index, Index, bool),
}

fn wish() -> impl Strategy<Value = Wish> {
    let value =
        || select(vec!["7", "true", "some words", "['a', \"b\"]", "{ x = 1 }", "\"q\" 'p'"]);
    prop_oneof![
        4 => (any::<Index>(), value()).prop_map(|(at, value)| Wish::Set(at, value)),
        2 => (any::<Index>(), value()).prop_map(|(at, value)| Wish::SetNew(at, value)),
        2 => (any::<Index>(), any::<bool>(), any::<Index>())
            .prop_map(|(at, after, other)| Wish::Add(at, after, other)),
        1 => any::<Index>().prop_map(Wish::Include),
        3 => any::<Index>().prop_map(Wish::Remove),
        4 => (any::<Index>(), any::<Index>(), any::<bool>())
            .prop_map(|(at, other, after)| Wish::Move(at, other, after)),
    ]
}

/// The change that a wish is of a text, and what the text must mean afterwards.
fn change(wish: &Wish, nth: usize, tree: &Tree) -> Option<(Edit, Tree)> {
    let paths = tree.paths();
    let named = |names: &[String]| KeyPath::of(names.to_vec());
    let below = |path: &[String], name: &str| [path, &[name.to_owned()]].concat();
    let fresh = format!("new-{nth}");
    let mut wanted = tree.clone();
    let of_kind = |is_it: &dyn Fn(&Tree) -> bool, at: &Index| {
        let fitting: Vec<_> = paths.iter().filter(|path| is_it(tree.get(path))).collect();
        (!fitting.is_empty()).then(|| at.get(&fitting).to_vec())
    };
    match wish {
        Wish::Set(at, value) => {
            let path = of_kind(&|tree| matches!(tree, Tree::Leaf(_)), at)?;
            // Changing an id would change what other parts of the test are called.
            if path.last().is_some_and(|name| name == "id") {
                return None;
            }
            let is_text = *wanted.get(&path) == Tree::Leaf("x".to_owned())
                || matches!(wanted.get(&path), Tree::Leaf(text) if text.starts_with('"'));
            *wanted.get_mut(&path) = as_said(value, is_text);
            Some((Edit::Set { at: named(&path), value: said(value) }, wanted))
        }
        Wish::SetNew(at, value) => {
            let path = of_kind(&|tree| matches!(tree, Tree::Map(_)), at)?;
            let Tree::Map(keys) = wanted.get_mut(&path) else { return None };
            keys.push((fresh.clone(), as_said(value, false)));
            Some((Edit::Set { at: named(&below(&path, &fresh)), value: said(value) }, wanted))
        }
        Wish::Add(at, after, other) => {
            let path = of_kind(
                &|tree| matches!(tree, Tree::List(items) if matches!(items.first(), Some(Tree::Map(_)))),
                at,
            )?;
            let has_ids = path.last().is_some_and(|name| name != "fit");
            let names = wanted.get(&path).names();
            let other = other.get(&names).clone();
            let Tree::List(items) = wanted.get_mut(&path) else { return None };
            let id = ("id".to_owned(), Tree::text(&fresh));
            let points = ("points".to_owned(), Tree::Leaf("3".to_owned()));
            let keys = if has_ids { vec![id, points] } else { vec![points] };
            let place = names.iter().position(|name| *name == other)? + usize::from(*after);
            items.insert(place, Tree::Map(keys));
            let at = if has_ids { below(&path, &fresh) } else { path };
            let keys = vec![("points".to_owned(), said("3"))];
            let next = if *after { Next::After(other) } else { Next::Before(other) };
            Some((Edit::Add { at: named(&at), keys, next: Some(next) }, wanted))
        }
        Wish::Include(at) => {
            let is_texts = |tree: &Tree| matches!(tree, Tree::List(items) if items.iter().all(|it| matches!(it, Tree::Leaf(_))));
            let path = of_kind(&is_texts, at)?;
            let Tree::List(items) = wanted.get_mut(&path) else { return None };
            items.push(Tree::text(&fresh));
            Some((Edit::Include { at: named(&path), item: said(&fresh) }, wanted))
        }
        Wish::Remove(at) => {
            let path = at.get(&paths).clone();
            let (name, parent) = path.split_last()?;
            wanted.get_mut(parent).remove(name);
            Some((Edit::Remove { at: named(&path) }, wanted))
        }
        Wish::Move(at, other, after) => {
            let path = at.get(&paths).clone();
            let (name, parent) = path.split_last()?;
            let other = other.get(&tree.get(parent).names()).clone();
            wanted.get_mut(parent).shift(name, &other, *after);
            let next = if *after { Next::After(other) } else { Next::Before(other) };
            Some((Edit::Move { at: named(&path), next }, wanted))
        }
    }
}

fn as_said(value: &str, is_text_now: bool) -> Tree {
    match value.parse::<toml_edit::Value>() {
        Ok(toml) if !is_text_now || !matches!(value, "7" | "true") => Tree::value(&toml),
        _ => Tree::text(value),
    }
}

/// Without tables and lists that hold nothing: taking the last of them away takes them away too.
fn without_empty(tree: &Tree) -> Tree {
    let is_kept = |tree: &Tree| {
        !matches!(tree, Tree::Map(keys) if keys.is_empty())
            && !matches!(tree, Tree::List(items) if items.is_empty())
    };
    match tree {
        Tree::Leaf(_) => tree.clone(),
        Tree::List(items) => Tree::List(items.iter().map(without_empty).filter(is_kept).collect()),
        Tree::Map(keys) => {
            let keys = keys.iter().map(|(name, tree)| (name.clone(), without_empty(tree)));
            Tree::Map(keys.filter(|(_, tree)| is_kept(tree)).collect())
        }
    }
}

proptest! {
    #![proptest_config(testkit::cases(48))]

    #[test]
    fn any_changes_mean_what_they_say_keep_every_comment_and_can_be_taken_back(
        ready in select(READY.to_vec()),
        windows in any::<bool>(),
        ends in any::<bool>(),
        wishes in prop::collection::vec(wish(), 1..12),
    ) {
        let mut text = if windows { ready.replace('\n', "\r\n") } else { ready.to_owned() };
        if !ends {
            text.truncate(text.trim_end().len());
        }
        let first = text.clone();
        let mut undo = Vec::new();
        for (nth, wish) in wishes.iter().enumerate() {
            let tree = Tree::of(&text);
            let Some((change, wanted)) = change(wish, nth, &tree) else { continue };
            let edited = match edit(&text, &change) {
                Ok(_) => make(&text, &change),
                Err(EditError::Inline { .. } | EditError::OtherKind { .. } | EditError::Scattered { .. })
                    if matches!(wish, Wish::Move(..) | Wish::SetNew(..) | Wish::Add(..)) => continue,
                Err(error) => return Err(TestCaseError::fail(format!("{change:?}: {error}"))),
            };
            let mut now = Tree::of(&edited.text);
            if let (Wish::SetNew(..), Edit::Set { at, .. }) = (wish, &change) {
                // Where a key stands that was not there means nothing.
                let (name, within) = at.names().split_last().unwrap();
                now.get_mut(within).shift_to_end(name);
            }
            let difference = without_empty(&now).difference(&without_empty(&wanted));
            prop_assert_eq!(difference, None, "{:?}", change);
            let (before, after) = (comments(&text), comments(&edited.text));
            match wish {
                Wish::Move(..) => {
                    let sorted = |mut all: Vec<String>| { all.sort(); all };
                    prop_assert_eq!(sorted(before), sorted(after), "{:?}", change);
                }
                Wish::Remove(_) => {
                    let mut left = before.iter();
                    let are_left = after.iter().all(|it| left.any(|was| was == it));
                    prop_assert!(are_left, "{:?} makes comments up", change);
                }
                _ => prop_assert_eq!(before, after, "{:?}", change),
            }
            prop_assert_eq!(edited.text.contains("\r\n"), windows && edited.text.contains('\n'));
            undo.push(edited.undo());
            text = edited.text;
        }
        for back in undo.iter().rev() {
            text = splice(&text, back).unwrap();
        }
        prop_assert!(text == first);
    }
}
