//! Finds and replaces the references in a value to resources and parameters.

use crate::{
    intrinsic_call::{get_att_target, intrinsic_call},
    substitution::{Piece, pieces},
    value::Json,
};

/// A reference to a resource or parameter.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Reference {
    /// `Ref`, or `${Name}` in `Fn::Sub`.
    Ref(String),
    /// `Fn::GetAtt`, or `${Name.Attribute}` in `Fn::Sub`.
    GetAtt(String, String),
}

impl Reference {
    /// The resource or parameter.
    pub(super) fn name(&self) -> &str {
        match self {
            Self::Ref(name) | Self::GetAtt(name, _) => name,
        }
    }

    /// The reference as a function.
    pub(super) fn to_json(&self) -> Json {
        match self {
            Self::Ref(name) => serde_json::json!({ "Ref": name }),
            Self::GetAtt(name, attribute) => serde_json::json!({ "Fn::GetAtt": [name, attribute] }),
        }
    }

    /// The reference that a function call is; `None` for other functions.
    pub(super) fn from_call(function: &str, argument: &Json) -> Option<Self> {
        match (function, argument) {
            ("Ref", Json::String(name)) => Some(Self::Ref(name.clone())),
            ("Fn::GetAtt", argument) => {
                let (name, attribute) = get_att_target(argument)?;
                Some(Self::GetAtt(name.to_owned(), attribute.to_owned()))
            }
            _ => None,
        }
    }

    /// The reference that a variable of `Fn::Sub` is.
    fn from_variable(variable: &str) -> Self {
        match variable.split_once('.') {
            Some((name, attribute)) => Self::GetAtt(name.to_owned(), attribute.to_owned()),
            None => Self::Ref(variable.to_owned()),
        }
    }

    fn to_variable(&self) -> String {
        match self {
            Self::Ref(name) => name.clone(),
            Self::GetAtt(name, attribute) => format!("{name}.{attribute}"),
        }
    }
}

/// Calls `visit` with every reference in `value`.
pub(super) fn each(value: &Json, visit: &mut dyn FnMut(Reference)) {
    replace(value, &mut |reference| {
        visit(reference.clone());
        reference
    });
}

/// Returns `value` with every reference replaced by the result of `f`.
pub(super) fn replace(value: &Json, f: &mut dyn FnMut(Reference) -> Reference) -> Json {
    match value {
        Json::Array(items) => items.iter().map(|item| replace(item, f)).collect(),
        Json::Object(entries) => {
            if let Some((function, argument)) = intrinsic_call(entries) {
                if let Some(reference) = Reference::from_call(function, argument) {
                    return f(reference).to_json();
                }
                if function == "Fn::Sub" {
                    return serde_json::json!({ "Fn::Sub": replace_in_sub(argument, f) });
                }
            }
            entries
                .iter()
                .map(|(key, entry)| (key.clone(), replace(entry, f)))
                .collect()
        }
        scalar => scalar.clone(),
    }
}

fn replace_in_sub(argument: &Json, f: &mut dyn FnMut(Reference) -> Reference) -> Json {
    match argument {
        Json::String(text) => replace_variables(text, &serde_json::Map::new(), f).into(),
        Json::Array(parts) => match parts.as_slice() {
            [Json::String(text), Json::Object(own)] => {
                let text = replace_variables(text, own, f);
                let own = own.iter().map(|(name, value)| (name.clone(), replace(value, f)));
                serde_json::json!([text, own.collect::<Json>()])
            }
            other => other.iter().map(|part| replace(part, f)).collect(),
        },
        other => replace(other, f),
    }
}

/// Replaces the variables in the text of an `Fn::Sub`, except the function's `own` ones and `${!Name}`, which is plain text.
fn replace_variables(
    text: &str,
    own: &serde_json::Map<String, Json>,
    f: &mut dyn FnMut(Reference) -> Reference,
) -> String {
    pieces(text)
        .map(|piece| match piece {
            Piece::Text(text) => text.to_owned(),
            Piece::Escaped(name) => format!("${{!{name}}}"),
            Piece::Variable(name) if own.contains_key(name) => format!("${{{name}}}"),
            Piece::Variable(name) => format!("${{{}}}", f(Reference::from_variable(name)).to_variable()),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn references_are_found_in_functions_and_texts() {
        let value = json!({
            "a": { "Ref": "A" },
            "b": [{ "Fn::GetAtt": ["B", "Arn"] }, { "Fn::GetAtt": "C.Endpoint.Port" }],
            "c": { "Fn::Sub": "${D} ${E.Arn} ${!F} ${" },
            "d": { "Fn::Sub": ["${own} ${G}", { "own": { "Ref": "H" } }] },
        });
        let mut found = Vec::new();
        each(&value, &mut |reference| found.push(reference.to_variable()));
        assert_eq!(found, ["A", "B.Arn", "C.Endpoint.Port", "D", "E.Arn", "G", "H"]);
    }

    #[test]
    fn references_are_replaced_in_functions_and_texts() {
        let value = json!([{ "Ref": "A" }, { "Fn::Sub": ["${A}-${B.Arn}-${A1}", { "A1": "x" }] }]);
        let written = replace(&value, &mut |reference| match reference.name() {
            "A" => Reference::GetAtt("S".into(), "Outputs.A".into()),
            _ => Reference::Ref("P".into()),
        });
        assert_eq!(
            written,
            json!([{ "Fn::GetAtt": ["S", "Outputs.A"] }, { "Fn::Sub": ["${S.Outputs.A}-${P}-${A1}", { "A1": "x" }] }])
        );
    }
}
