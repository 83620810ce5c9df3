//! A rule's text as a tree of questions that a form can show and write back.

use super::node::{Form, Node, Operator};
use super::syntax;
use crate::form::{Asked, Literal, Question, RuleTree};

/// Reads a rule as a tree; what a form cannot show stays text. `None` where the text is no rule.
pub(crate) fn tree(text: &str) -> Option<RuleTree> {
    syntax::parse(text).ok().map(|node| read(&node, text))
}

fn read(node: &Node, text: &str) -> RuleTree {
    let of = |nodes: &[Node]| nodes.iter().map(|node| read(node, text)).collect();
    match &node.form {
        Form::All(nodes) => RuleTree::All(of(nodes)),
        Form::Any(nodes) => RuleTree::Any(of(nodes)),
        Form::Not(inner) => match question(inner) {
            Some(question) => RuleTree::Asks(Question { is_not: true, ..question }),
            None => written(node, text),
        },
        _ => question(node).map_or_else(|| written(node, text), RuleTree::Asks),
    }
}

/// What stands at a node, to the letter; the opposite of a group keeps its brackets.
fn written(node: &Node, text: &str) -> RuleTree {
    let Form::Not(inner) = &node.form else {
        return RuleTree::Text(text[node.span.clone()].trim().to_owned());
    };
    match &inner.form {
        Form::All(_) | Form::Any(_) | Form::Compare(..) | Form::In(..) => {
            RuleTree::Text(format!("!({})", read(inner, text).write()))
        }
        _ => RuleTree::Text(format!("!{}", read(inner, text).write())),
    }
}

fn question(node: &Node) -> Option<Question> {
    let question = |asked, name: &str| Question {
        asked,
        name: name.to_owned(),
        is_not: false,
        operator: None,
        values: Vec::new(),
        within: None,
    };
    match &node.form {
        Form::Name(name) => Some(question(Asked::Value, name)),
        Form::Compare(operator, left, right) => {
            let (operator, subject, value) = match (literal(left), literal(right)) {
                (None, Some(value)) => (*operator, left, value),
                (Some(value), None) => (operator.mirrored(), right, value),
                _ => return None,
            };
            let subject = match &subject.form {
                Form::Name(name) => question(Asked::Value, name),
                Form::Call(name, args) if name == "count" => call(Asked::Count, args)?,
                _ => return None,
            };
            Some(Question { operator: Some(operator.sign()), values: vec![value], ..subject })
        }
        Form::In(left, right) => {
            let (Form::Name(name), Form::List(items)) = (&left.form, &right.form) else {
                return None;
            };
            let values = items.iter().map(literal).collect::<Option<Vec<_>>>()?;
            Some(Question { operator: Some("in"), values, ..question(Asked::Value, name) })
        }
        Form::Call(name, args) => {
            let asked = [Asked::Known, Asked::Happened, Asked::Ever, Asked::InStage];
            let asked = asked.into_iter().find(|asked| asked.word() == name)?;
            call(asked, args)
        }
        _ => None,
    }
}

/// A call with texts as its arguments: of what, and within which time.
fn call(asked: Asked, args: &[Node]) -> Option<Question> {
    let texts = args.iter().map(|arg| match &arg.form {
        Form::Text(text) => Some(text.clone()),
        _ => None,
    });
    let mut texts = texts.collect::<Option<Vec<_>>>()?.into_iter();
    let name = match asked {
        Asked::InStage => String::new(),
        _ => texts.next()?,
    };
    let within = texts.next();
    let is_fitting = match asked {
        Asked::InStage => within.is_some(),
        Asked::Ever => within.is_none(),
        _ => true,
    };
    (is_fitting && texts.next().is_none()).then(|| Question {
        asked,
        name,
        is_not: false,
        operator: None,
        values: Vec::new(),
        within,
    })
}

fn literal(node: &Node) -> Option<Literal> {
    match &node.form {
        Form::Number(number) => Some(Literal::Number(*number)),
        Form::Text(text) => Some(Literal::Text(text.clone())),
        Form::Flag(flag) => Some(Literal::Flag(*flag)),
        _ => None,
    }
}

/// The signs that a question may compare with, beside `in`.
pub(crate) fn sign(text: &str) -> Option<&'static str> {
    const ALL: [Operator; 6] = [
        Operator::Equal,
        Operator::NotEqual,
        Operator::AtLeast,
        Operator::MoreThan,
        Operator::AtMost,
        Operator::LessThan,
    ];
    if text == "in" {
        return Some("in");
    }
    ALL.into_iter().map(Operator::sign).find(|sign| *sign == text)
}
