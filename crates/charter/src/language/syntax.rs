//! From text to [`Node`]s with the parser of the `cel` crate, which no other module knows.

use super::node::{Form, Node, Operator};
use super::{RULE_DEPTH_MAX, scan, syntax_error};
use crate::diagnostic::Finding;
use cel::common::ast::{CallExpr, Expr, IdedExpr, LiteralValue, SourceInfo, operators};
use cel::parser::Parser;
use std::ops::Range;

/// Parses a rule's text.
pub(super) fn parse(text: &str) -> Result<Node, Vec<Finding>> {
    scan::scan(text)?;
    let parser = Parser::new().max_recursion_depth(2 * RULE_DEPTH_MAX as u16);
    match parser.parse_with_source_info(text) {
        Ok((expr, places)) => {
            Reader { text, places }.node(&expr, 0).map_err(|finding| vec![*finding])
        }
        Err(errors) => {
            let first = errors.errors.first();
            let (place, said) = first.map_or((0..text.len(), ""), |error| {
                (syntax_error::place(text, error.pos), error.msg.as_str())
            });
            Err(vec![syntax_error::explain(text, place, said)])
        }
    }
}

struct Reader<'a> {
    text: &'a str,
    places: SourceInfo,
}

impl Reader<'_> {
    fn node(&self, expr: &IdedExpr, depth: usize) -> Result<Node, Box<Finding>> {
        let token = self.token(expr.id);
        if depth > RULE_DEPTH_MAX {
            return Err(Box::new(scan::too_deep(token)));
        }
        let below = |expr: &IdedExpr| self.node(expr, depth + 1);
        Ok(match &expr.expr {
            Expr::Literal(literal) => Node { form: literal_form(literal), span: token },
            Expr::Ident(name) => Node { form: Form::Name(name.clone()), span: token },
            Expr::Select(select) if select.test => {
                let operand = below(&select.operand)?;
                let name = match &operand.form {
                    Form::Name(name) => format!("{name}.{}", select.field),
                    _ => select.field.clone(),
                };
                let start = self.text[..operand.span.start].rfind("has");
                let start = start.unwrap_or(operand.span.start);
                let span = start..self.closing(operand.span.end, ')');
                let help = format!("write `known('{name}')`");
                Node { form: Form::Foreign("`has(...)`".to_owned(), help), span }
            }
            Expr::Select(select) => {
                let operand = below(&select.operand)?;
                let span = operand.span.start..self.after_name(token.end);
                match operand.form {
                    Form::Name(name) => {
                        Node { form: Form::Name(format!("{name}.{}", select.field)), span }
                    }
                    _ => foreign("a part of a value", "use a trait by its name", span),
                }
            }
            Expr::List(list) => {
                let items: Result<Vec<_>, _> = list.elements.iter().map(below).collect();
                let items = items?;
                let end = items.last().map_or(token.end, |item| item.span.end);
                Node { form: Form::List(items), span: token.start..self.closing(end, ']') }
            }
            Expr::Call(call) => self.call(call, token, depth)?,
            Expr::Comprehension(_) => foreign(
                "`exists`, `all`, `map` and `filter`",
                "write each condition out and join them with `&&` or `||`",
                token,
            ),
            Expr::Map(_) | Expr::Struct(_) => {
                foreign("`{...}`", "compare with a number, a text or a list of them", token)
            }
            Expr::Unspecified => foreign("this expression", "write a condition", token),
        })
    }

    fn call(
        &self,
        call: &CallExpr,
        token: Range<usize>,
        depth: usize,
    ) -> Result<Node, Box<Finding>> {
        let nodes = |exprs: &[IdedExpr]| {
            exprs.iter().map(|expr| self.node(expr, depth + 1)).collect::<Result<Vec<_>, _>>()
        };
        let name = call.func_name.as_str();
        if let Some(target) = &call.target {
            let target = self.node(target, depth + 1)?;
            let what = format!("`.{name}(...)`");
            let help = "compare a trait with `==`, `!=`, `<`, `<=`, `>`, `>=` or `in [...]`";
            let span = target.span.start..self.closing(token.end, ')');
            return Ok(Node { form: Form::Foreign(what, help.to_owned()), span });
        }
        if matches!(name, operators::LOGICAL_AND | operators::LOGICAL_OR) {
            let mut terms = Vec::new();
            self.flatten(call, name, depth, &mut terms)?;
            let span = around(&terms, &token);
            let all = name == operators::LOGICAL_AND;
            return Ok(Node { form: if all { Form::All(terms) } else { Form::Any(terms) }, span });
        }
        let mut args = nodes(&call.args)?;
        let span = around(&args, &token);
        if let Some(operator) = comparison(name)
            && let (Some(right), Some(left)) = (args.pop(), args.pop())
        {
            let form = Form::Compare(operator, Box::new(left), Box::new(right));
            return Ok(Node { form, span });
        }
        Ok(match (name, args.len()) {
            (operators::LOGICAL_NOT, 1) => Node { form: Form::Not(Box::new(args.remove(0))), span },
            (operators::NEGATE, 1) => match args.remove(0).form {
                Form::Number(number) => Node { form: Form::Number(-number), span },
                _ => foreign("arithmetic", scan::NO_ARITHMETIC, span),
            },
            (operators::IN, 2) => {
                let list = args.remove(1);
                Node { form: Form::In(Box::new(args.remove(0)), Box::new(list)), span }
            }
            (operators::CONDITIONAL, _) => {
                foreign("`a ? b : c`", "write `a && b || !a && c`", span)
            }
            (operators::INDEX, _) => foreign("`[...]` after a name", "use a trait's name", span),
            (operator, _) if operator.contains('_') && is_operator(operator) => {
                foreign("arithmetic", scan::NO_ARITHMETIC, span)
            }
            _ => {
                let start = self.before_name(token.start);
                let end = args.last().map_or(token.end, |arg| arg.span.end);
                Node {
                    form: Form::Call(name.to_owned(), args),
                    span: start..self.closing(end, ')'),
                }
            }
        })
    }

    /// `a && b && c` arrives as a balanced tree; a list reads better and is less deep.
    fn flatten(
        &self,
        call: &CallExpr,
        operator: &str,
        depth: usize,
        terms: &mut Vec<Node>,
    ) -> Result<(), Box<Finding>> {
        for arg in &call.args {
            match &arg.expr {
                Expr::Call(inner) if inner.func_name == operator => {
                    self.flatten(inner, operator, depth, terms)?;
                }
                _ => terms.push(self.node(arg, depth + 1)?),
            }
        }
        Ok(())
    }

    /// The place of the token that the parser noted for a node: its first and its last byte.
    fn token(&self, id: u64) -> Range<usize> {
        let last = self.text.len();
        self.places.offset_for(id).map_or(0..last, |(start, stop)| {
            (start as usize).min(last)..(stop as usize + 1).min(last)
        })
    }

    fn closing(&self, from: usize, bracket: char) -> usize {
        self.text[from..].find(bracket).map_or(from, |found| from + found + 1)
    }

    fn after_name(&self, from: usize) -> usize {
        let rest = &self.text[from..];
        let skipped = rest.len() - rest.trim_start().len();
        let name = rest.trim_start().find(|c: char| !is_name(c)).unwrap_or(rest.len() - skipped);
        from + skipped + name
    }

    fn before_name(&self, bracket: usize) -> usize {
        self.text[..bracket].trim_end().trim_end_matches(is_name).len()
    }
}

fn is_name(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

fn is_operator(name: &str) -> bool {
    name.starts_with('_') || name.ends_with('_')
}

fn foreign(what: &str, help: &str, span: Range<usize>) -> Node {
    Node { form: Form::Foreign(what.to_owned(), help.to_owned()), span }
}

fn around(nodes: &[Node], token: &Range<usize>) -> Range<usize> {
    nodes.iter().fold(token.clone(), |span, node| {
        span.start.min(node.span.start)..span.end.max(node.span.end)
    })
}

fn literal_form(literal: &LiteralValue) -> Form {
    match literal {
        LiteralValue::Boolean(flag) => Form::Flag(*flag.inner()),
        LiteralValue::Int(number) => Form::Number(*number.inner() as f64),
        LiteralValue::UInt(number) => Form::Number(*number.inner() as f64),
        LiteralValue::Double(number) => Form::Number(*number.inner()),
        LiteralValue::String(text) => Form::Text(text.inner().to_owned()),
        LiteralValue::Null => Form::Foreign(
            "`null`".to_owned(),
            "ask whether a trait is known with `known('...')`".to_owned(),
        ),
        LiteralValue::Bytes(_) => {
            Form::Foreign("a text of bytes".to_owned(), "write the text without `b`".to_owned())
        }
    }
}

fn comparison(name: &str) -> Option<Operator> {
    Some(match name {
        operators::EQUALS => Operator::Equal,
        operators::NOT_EQUALS => Operator::NotEqual,
        operators::GREATER_EQUALS => Operator::AtLeast,
        operators::GREATER => Operator::MoreThan,
        operators::LESS_EQUALS => Operator::AtMost,
        operators::LESS => Operator::LessThan,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn span_of(text: &str) -> String {
        let node = parse(text).unwrap();
        text[node.span].to_owned()
    }

    #[test]
    fn a_node_covers_its_text() {
        for text in [
            "account.employees",
            "lead.source == 'é'",
            "'é' == lead.source",
            "lead.title in ['ü', 'b']",
            "known('lead.title', '3d')",
            "fit >= 40 && engagement >= 35 || happened('form.demo_request')",
            "!known('x')",
            "'é'.size()",
            "lead.title == 'é' && lead.source in ['ü', '😀'] || lead.source != '😀'",
        ] {
            assert_eq!(span_of(text), text);
        }
    }

    #[test]
    fn a_node_is_found_behind_letters_of_several_bytes() {
        let text = "lead.title == 'é😀' && known('lead.source', '3d')";
        let Form::All(terms) = parse(text).unwrap().form else { panic!("not a list") };
        assert_eq!(&text[terms[1].span.clone()], "known('lead.source', '3d')");
        let Form::Call(_, args) = &terms[1].form else { panic!("not a call") };
        assert_eq!(&text[args[1].span.clone()], "'3d'");
        let slip = &parse("lead.title == 'é😀' && > 3").unwrap_err()[0];
        assert_eq!(slip.message, "`>` is not expected here");
    }

    #[test]
    fn a_chain_of_conditions_is_one_list() {
        let Form::All(terms) = parse("a && b && (c && d) && e").unwrap().form else {
            panic!("not a list")
        };
        assert_eq!(terms.len(), 5);
    }
}
