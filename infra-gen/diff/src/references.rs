//! References from one block to another: `Ref`, `Fn::GetAtt`, `Fn::Sub`. Values are in normal form: see [`crate::normal`].

use infra_gen_cfn::Json;

use crate::{
    model::{Path, Segment},
    text,
};

/// Calls `visitor` with the path and the logical ID of every reference in `value`.
pub(crate) fn visit(path: &Path, value: &Json, visitor: &mut impl FnMut(&Path, &str)) {
    match value {
        Json::Object(entries) => {
            for (name, entry) in entries {
                match (name.as_str(), entry) {
                    ("Ref", Json::String(id)) if entries.len() == 1 => visitor(path, id),
                    ("Fn::GetAtt", Json::Array(parts)) if entries.len() == 1 => {
                        if let Some(Json::String(id)) = parts.first() {
                            visitor(path, id);
                        }
                    }
                    ("Fn::Sub", Json::String(text)) => visit_text(path, text, visitor),
                    ("Fn::Sub", Json::Array(parts)) => {
                        if let Some(Json::String(text)) = parts.first() {
                            visit_text(path, text, visitor);
                        }
                        visit(path, entry, visitor);
                    }
                    (name, _) if name.starts_with("Fn::") => visit(path, entry, visitor),
                    (name, _) => visit(&path.name(name), entry, visitor),
                }
            }
        }
        Json::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                visit(&path.then(Segment::Index(index)), item, visitor);
            }
        }
        _ => {}
    }
}

fn visit_text(path: &Path, text: &str, visitor: &mut impl FnMut(&Path, &str)) {
    for name in text::references(text) {
        visitor(path, name.split('.').next().unwrap_or(&name));
    }
}

/// The value with every referenced logical ID replaced by what `rename` returns for it, if anything.
pub(crate) fn renamed(value: &Json, rename: &dyn Fn(&str) -> Option<String>) -> Json {
    let new_id = |id: &str| rename(id).unwrap_or_else(|| id.to_owned());
    match value {
        Json::Object(entries) => entries
            .iter()
            .map(|(name, entry)| {
                let entry = match (name.as_str(), entry) {
                    ("Ref", Json::String(id)) => Json::from(new_id(id)),
                    ("Fn::GetAtt", Json::Array(parts)) => parts
                        .iter()
                        .enumerate()
                        .map(|(index, part)| match part {
                            Json::String(id) if index == 0 => Json::from(new_id(id)),
                            part => part.clone(),
                        })
                        .collect(),
                    ("Fn::Sub", Json::String(text)) => {
                        Json::from(text::rename(text, |name| match name.split_once('.') {
                            Some((id, attribute)) => format!("{}.{attribute}", new_id(id)),
                            None => new_id(name),
                        }))
                    }
                    // Plain logical IDs.
                    ("DependsOn", Json::Array(ids)) => ids
                        .iter()
                        .map(|id| {
                            id.as_str()
                                .map_or_else(|| id.clone(), |id| Json::from(new_id(id)))
                        })
                        .collect(),
                    _ => renamed(entry, rename),
                };
                (name.clone(), entry)
            })
            .collect(),
        Json::Array(items) => items.iter().map(|item| renamed(item, rename)).collect(),
        scalar => scalar.clone(),
    }
}
