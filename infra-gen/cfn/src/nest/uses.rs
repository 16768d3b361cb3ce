//! What a value uses of resources and parameters, and the same value with other uses in their place.

use crate::{
    call::{attribute, call},
    substitution::{Piece, pieces},
    value::Json,
};

/// One use of a resource or parameter.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Use {
    /// `Ref`, and `${Name}` in a text.
    Ref(String),
    /// `Fn::GetAtt`, and `${Name.Attribute}` in a text.
    Attribute(String, String),
}

impl Use {
    /// The resource or parameter that is used.
    pub(super) fn name(&self) -> &str {
        match self {
            Self::Ref(name) | Self::Attribute(name, _) => name,
        }
    }

    /// The use as a function.
    pub(super) fn to_json(&self) -> Json {
        match self {
            Self::Ref(name) => serde_json::json!({ "Ref": name }),
            Self::Attribute(name, attribute) => serde_json::json!({ "Fn::GetAtt": [name, attribute] }),
        }
    }

    /// The use that a function is; `None` when it is something else.
    pub(super) fn of(function: &str, argument: &Json) -> Option<Self> {
        match (function, argument) {
            ("Ref", Json::String(name)) => Some(Self::Ref(name.clone())),
            ("Fn::GetAtt", argument) => {
                let (name, attribute) = attribute(argument)?;
                Some(Self::Attribute(name.to_owned(), attribute.to_owned()))
            }
            _ => None,
        }
    }

    fn in_text(variable: &str) -> Self {
        match variable.split_once('.') {
            Some((name, attribute)) => Self::Attribute(name.to_owned(), attribute.to_owned()),
            None => Self::Ref(variable.to_owned()),
        }
    }

    fn to_variable(&self) -> String {
        match self {
            Self::Ref(name) => name.clone(),
            Self::Attribute(name, attribute) => format!("{name}.{attribute}"),
        }
    }
}

/// Calls `visit` with every use in `value`.
pub(super) fn each(value: &Json, visit: &mut dyn FnMut(Use)) {
    rewrite(value, &mut |used| {
        visit(used.clone());
        used
    });
}

/// `value` with every use replaced by what `replace` makes of it.
pub(super) fn rewrite(value: &Json, replace: &mut dyn FnMut(Use) -> Use) -> Json {
    match value {
        Json::Array(items) => items.iter().map(|item| rewrite(item, replace)).collect(),
        Json::Object(entries) => {
            if let Some((function, argument)) = call(entries) {
                if let Some(used) = Use::of(function, argument) {
                    return replace(used).to_json();
                }
                if function == "Fn::Sub" {
                    return serde_json::json!({ "Fn::Sub": substitution(argument, replace) });
                }
            }
            entries
                .iter()
                .map(|(key, entry)| (key.clone(), rewrite(entry, replace)))
                .collect()
        }
        scalar => scalar.clone(),
    }
}

fn substitution(argument: &Json, replace: &mut dyn FnMut(Use) -> Use) -> Json {
    match argument {
        Json::String(text) => text_with(text, &serde_json::Map::new(), replace).into(),
        Json::Array(parts) => match parts.as_slice() {
            [Json::String(text), Json::Object(own)] => {
                let text = text_with(text, own, replace);
                let own = own
                    .iter()
                    .map(|(name, value)| (name.clone(), rewrite(value, replace)));
                serde_json::json!([text, own.collect::<Json>()])
            }
            other => other.iter().map(|part| rewrite(part, replace)).collect(),
        },
        other => rewrite(other, replace),
    }
}

/// The text with other variables. Those that the function brings along (`own`), the pseudo parameters of the account and
/// `${!Name}`, which is no variable, go through `replace` or stay as everything else does: by name.
fn text_with(text: &str, own: &serde_json::Map<String, Json>, replace: &mut dyn FnMut(Use) -> Use) -> String {
    pieces(text)
        .map(|piece| match piece {
            Piece::Text(text) => text.to_owned(),
            Piece::Escaped(name) => format!("${{!{name}}}"),
            Piece::Variable(name) if own.contains_key(name) => format!("${{{name}}}"),
            Piece::Variable(name) => format!("${{{}}}", replace(Use::in_text(name)).to_variable()),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn uses_are_found_wherever_they_stand() {
        let value = json!({
            "a": { "Ref": "A" },
            "b": [{ "Fn::GetAtt": ["B", "Arn"] }, { "Fn::GetAtt": "C.Endpoint.Port" }],
            "c": { "Fn::Sub": "${D} ${E.Arn} ${!F} ${" },
            "d": { "Fn::Sub": ["${own} ${G}", { "own": { "Ref": "H" } }] },
        });
        let mut found = Vec::new();
        each(&value, &mut |used| found.push(used.to_variable()));
        assert_eq!(found, ["A", "B.Arn", "C.Endpoint.Port", "D", "E.Arn", "G", "H"]);
    }

    #[test]
    fn a_use_becomes_another_in_functions_and_in_texts() {
        let value = json!([{ "Ref": "A" }, { "Fn::Sub": ["${A}-${B.Arn}-${A1}", { "A1": "x" }] }]);
        let written = rewrite(&value, &mut |used| match used.name() {
            "A" => Use::Attribute("S".into(), "Outputs.A".into()),
            _ => Use::Ref("P".into()),
        });
        assert_eq!(
            written,
            json!([{ "Fn::GetAtt": ["S", "Outputs.A"] }, { "Fn::Sub": ["${S.Outputs.A}-${P}-${A1}", { "A1": "x" }] }])
        );
    }
}
