//! Puts a definition together as far as it is known before the deployment, and remembers where each piece is written.
//!
//! What only CloudFormation knows becomes a substitution, `${Name}`, which the checks of the language do not judge.

use infra_gen_cfn::substitution::{Piece, pieces};
use infra_gen_cfn::{Json, ValuePath, intrinsic_call};
use serde_json::Map;

/// A definition as text.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Assembled {
    pub(super) text: String,
    /// The pieces that a string of the template contains literally, in order.
    literals: Vec<Literal>,
}

/// A piece of the text.
#[derive(Debug, PartialEq, Eq)]
struct Literal {
    start: usize,
    length: usize,
    /// The string that contains it.
    path: ValuePath,
    /// Its offset in that string.
    offset: usize,
}

impl Assembled {
    /// The content of a file, with the values of its substitutions.
    pub(super) fn from_file(content: &str, substitutions: Option<&Json>) -> Self {
        let mut builder = Builder::new(substitutions);
        builder.literal(content, &ValuePath::default(), 0);
        builder.assembled
    }

    /// The string that contains the byte `offset` of the text, and the offset in it. `None` if the template does not show this
    /// byte as it is.
    pub(super) fn origin(&self, offset: usize) -> Option<(&ValuePath, usize)> {
        let inside = |literal: &&Literal| offset < literal.start + literal.length;
        let touching = |literal: &&Literal| offset <= literal.start + literal.length;
        let mut before = self.literals.iter().take_while(|literal| literal.start <= offset);
        let literal = before.clone().find(inside).or_else(|| before.find(touching))?;
        Some((&literal.path, literal.offset + offset - literal.start))
    }
}

/// Stands for a value that is not known.
const UNKNOWN: &str = "${Unknown}";

/// The definitions in a property, each with its location in the value. There are several if a condition selects one, and none
/// if nothing is known about them.
pub(super) fn assemble(value: &Json, substitutions: Option<&Json>) -> Vec<(ValuePath, Assembled)> {
    let of_document = |document: &Json| Assembled {
        text: Builder::new(substitutions).known(document).to_string(),
        literals: Vec::new(),
    };
    match value.as_object().map(intrinsic_call) {
        Some(Some(("Fn::If", Json::Array(branches)))) => {
            let branches = branches.iter().enumerate().skip(1);
            let assembled = branches.flat_map(|(i, branch)| {
                let here = ValuePath::default().key("Fn::If").index(i);
                let inner = assemble(branch, substitutions).into_iter();
                inner.map(move |(path, definition)| (here.clone().join(&path), definition))
            });
            assembled.collect()
        }
        Some(Some(("Ref", _))) => Vec::new(),
        Some(Some((function @ "Fn::ToJsonString", document))) => {
            vec![(ValuePath::default().key(function), of_document(document))]
        }
        Some(None) => vec![(ValuePath::default(), of_document(value))],
        _ => {
            let mut builder = Builder::new(substitutions);
            let is_known = builder.value(value, &ValuePath::default());
            is_known
                .then(|| (ValuePath::default(), builder.assembled))
                .into_iter()
                .collect()
        }
    }
}

struct Builder<'s> {
    /// `DefinitionSubstitutions`.
    substitutions: Option<&'s Json>,
    assembled: Assembled,
}

impl<'s> Builder<'s> {
    fn new(substitutions: Option<&'s Json>) -> Self {
        Self {
            substitutions,
            assembled: Assembled::default(),
        }
    }

    /// The value with a substitution in the place of each function.
    fn known(&self, value: &Json) -> Json {
        let is_text = value.is_string() || value.as_object().and_then(intrinsic_call).is_some();
        match value {
            value if is_text => self.text_of(value).unwrap_or_else(|| UNKNOWN.to_owned()).into(),
            Json::Object(fields) => {
                let fields = fields
                    .iter()
                    .map(|(name, value)| (name.clone(), self.known(value)));
                Json::Object(fields.collect())
            }
            Json::Array(items) => items.iter().map(|item| self.known(item)).collect(),
            scalar => scalar.clone(),
        }
    }

    /// The text of a value alone; `None` if nothing of it is known.
    fn text_of(&self, value: &Json) -> Option<String> {
        let mut builder = Builder::new(self.substitutions);
        builder
            .value(value, &ValuePath::default())
            .then_some(builder.assembled.text)
    }

    /// Adds the text that a value or function at `path` gives. `false` if nothing of it is known.
    fn value(&mut self, value: &Json, path: &ValuePath) -> bool {
        if let Json::String(text) = value {
            self.literal(text, path, 0);
            return true;
        }
        let Some((function, argument)) = value.as_object().and_then(intrinsic_call) else {
            return false;
        };
        let path = path.clone().key(function);
        match (function, argument) {
            ("Fn::Sub", Json::String(text)) => self.sub(text, &path, (&Map::new(), &path)),
            ("Fn::Sub", Json::Array(arguments)) => {
                let [Json::String(text), Json::Object(variables)] = &arguments[..] else {
                    return false;
                };
                self.sub(text, &path.clone().index(0), (variables, &path.index(1)));
            }
            ("Fn::Join", Json::Array(arguments)) => {
                let [Json::String(delimiter), Json::Array(parts)] = &arguments[..] else {
                    return false;
                };
                for (i, part) in parts.iter().enumerate() {
                    if i > 0 {
                        self.assembled.text.push_str(delimiter);
                    }
                    match part {
                        Json::Number(_) | Json::Bool(_) => self.assembled.text += &part.to_string(),
                        part if self.value(part, &path.clone().index(1).index(i)) => {}
                        _ => self.assembled.text.push_str(UNKNOWN),
                    }
                }
            }
            ("Fn::ToJsonString", inner) => self.assembled.text += &self.known(inner).to_string(),
            ("Ref", Json::String(name)) => match pseudo_parameter(name) {
                Some(text) => self.assembled.text.push_str(text),
                None => return false,
            },
            _ => return false,
        }
        true
    }

    /// Adds the text of `Fn::Sub` at `path`, with its variables and their path.
    fn sub(&mut self, text: &str, path: &ValuePath, (variables, at): (&Map<String, Json>, &ValuePath)) {
        let mut offset = 0;
        for piece in pieces(text) {
            match piece {
                Piece::Text(text) => self.literal(text, path, offset),
                // `${!Name}` is `${Name}` for `DefinitionSubstitutions`.
                Piece::Escaped(name) => self.placeholder(name, |builder| {
                    builder.assembled.text.extend(["${", name, "}"]);
                }),
                Piece::Variable(name) => {
                    let known = name.trim();
                    let is_added = match (variables.get(known), pseudo_parameter(known)) {
                        (Some(value), _) => self.value(value, &at.clone().key(known)),
                        (None, Some(text)) => {
                            self.assembled.text.push_str(text);
                            true
                        }
                        (None, None) => false,
                    };
                    if !is_added {
                        self.add(&format!("${{{name}}}"), path, offset);
                    }
                }
            }
            offset += length(piece);
        }
    }

    /// Adds a piece of the string at `path`, in which substitutions have the values of `DefinitionSubstitutions`.
    fn literal(&mut self, text: &str, path: &ValuePath, mut offset: usize) {
        for piece in pieces(text) {
            match piece {
                Piece::Text(text) => self.add(text, path, offset),
                Piece::Escaped(name) => self.add(&format!("${{!{name}}}"), path, offset),
                Piece::Variable(name) => self.placeholder(name, |builder| {
                    builder.add(&format!("${{{name}}}"), path, offset);
                }),
            }
            offset += length(piece);
        }
    }

    /// Adds the value that `DefinitionSubstitutions` has for a name. If it is not known, `otherwise` adds something else.
    fn placeholder(&mut self, name: &str, otherwise: impl FnOnce(&mut Self)) {
        let value = self.substitutions.and_then(|values| values.get(name.trim()));
        let text = match value {
            Some(value @ (Json::Number(_) | Json::Bool(_))) => Some(value.to_string()),
            // Values have no substitutions of their own.
            Some(value) => Builder::new(None).text_of(value),
            None => None,
        };
        match text {
            Some(text) => self.assembled.text.push_str(&text),
            None => otherwise(self),
        }
    }

    fn add(&mut self, text: &str, path: &ValuePath, offset: usize) {
        self.assembled.literals.push(Literal {
            start: self.assembled.text.len(),
            length: text.len(),
            path: path.clone(),
            offset,
        });
        self.assembled.text.push_str(text);
    }
}

/// The length of a piece in the text.
fn length(piece: Piece<'_>) -> usize {
    match piece {
        Piece::Text(text) => text.len(),
        Piece::Escaped(name) => "${!}".len() + name.len(),
        Piece::Variable(name) => "${}".len() + name.len(),
    }
}

/// A value that the parameter has in most deployments. It only serves to check the form of an ARN.
fn pseudo_parameter(name: &str) -> Option<&'static str> {
    Some(match name {
        "AWS::Partition" => "aws",
        "AWS::Region" => "us-east-1",
        "AWS::AccountId" => "123456789012",
        "AWS::URLSuffix" => "amazonaws.com",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn text_is_assembled_from_functions() {
        let text = |value: &Json| Builder::new(None).text_of(value);
        let check = |value: Json, wanted: &str| assert_eq!(text(&value).as_deref(), Some(wanted), "{value}");
        check(
            json!({ "Fn::Sub": "a ${B} ${!C} ${AWS::Partition}" }),
            "a ${B} ${C} aws",
        );
        check(
            json!({ "Fn::Sub": ["${a}${b}", { "a": "x", "b": { "Ref": "Y" } }] }),
            "x${b}",
        );
        check(
            json!({ "Fn::Join": ["-", ["a", { "Fn::GetAtt": ["B", "Arn"] }, { "Ref": "AWS::Region" }, 1]] }),
            "a-${Unknown}-us-east-1-1",
        );
        check(
            json!({ "Fn::ToJsonString": { "a": { "Ref": "B" } } }),
            r#"{"a":"${Unknown}"}"#,
        );
        assert_eq!(text(&json!({ "Ref": "Definition" })), None);
    }

    #[test]
    fn definition_substitutions_are_applied() {
        let values =
            json!({ "b": "x", "n": 5, "r": { "Fn::Sub": "${AWS::Region}-${A}" }, "u": { "Ref": "U" } });
        let text = |value: Json| assemble(&value, Some(&values)).remove(0).1.text;
        assert_eq!(
            text(json!(r#"{"a": "${b}", "c": "${d}", "n": ${n}, "u": "${u}"}"#)),
            r#"{"a": "x", "c": "${d}", "n": 5, "u": "${u}"}"#
        );
        assert_eq!(
            text(json!({ "Fn::Sub": r#"{"a": "${b}", "c": "${!b}"}"# })),
            r#"{"a": "${b}", "c": "x"}"#,
            "CloudFormation replaces the variables of `Fn::Sub` first"
        );
        assert_eq!(
            text(json!({ "a": "${r}", "b": [{ "Ref": "B" }] })),
            r#"{"a":"us-east-1-${A}","b":["${Unknown}"]}"#
        );
    }

    #[test]
    fn the_origin_of_each_byte_is_known() {
        let value = json!({ "Fn::Join": ["", [
            "ab",
            { "Ref": "C" },
            { "Fn::Sub": ["${v}de${w}f", { "v": "x", "w": { "Ref": "W" } }] },
            "g",
        ]] });
        let (_, assembled) = assemble(&value, None).remove(0);
        assert_eq!(assembled.text, "ab${Unknown}xde${w}fg");
        let origin = |mark: char| {
            let (path, offset) = assembled.origin(assembled.text.find(mark)?)?;
            Some((path.to_string(), offset))
        };
        let at = |path: &str, offset: usize| Some((path.to_owned(), offset));
        assert_eq!(origin('b'), at("Fn::Join[1][0]", 1));
        assert_eq!(origin('U'), None);
        assert_eq!(origin('x'), at("Fn::Join[1][2].Fn::Sub[1].v", 0));
        assert_eq!(origin('e'), at("Fn::Join[1][2].Fn::Sub[0]", 5));
        assert_eq!(origin('f'), at("Fn::Join[1][2].Fn::Sub[0]", 10));
        let end = assembled.origin(assembled.text.len());
        assert_eq!(end.map(|(_, offset)| offset), Some(1));
    }
}
