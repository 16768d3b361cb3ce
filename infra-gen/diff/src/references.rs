//! Which block refers to which resource, and by what path. Values are in their one form: see [`crate::normal`].

use infra_gen_cfn::Json;

use crate::{
    path::{Path, Segment},
    text,
};

/// Calls `visit` with the path and the logical ID of every reference in `value`: `Ref`, `Fn::GetAtt`, `Fn::Sub`.
pub(crate) fn each(path: &Path, value: &Json, visit: &mut impl FnMut(&Path, &str)) {
    match value {
        Json::Object(entries) => {
            for (name, entry) in entries {
                match (name.as_str(), entry) {
                    ("Ref", Json::String(id)) if entries.len() == 1 => visit(path, id),
                    ("Fn::GetAtt", Json::Array(parts)) if entries.len() == 1 => {
                        if let Some(Json::String(id)) = parts.first() {
                            visit(path, id);
                        }
                    }
                    ("Fn::Sub", Json::String(text)) => in_text(path, text, visit),
                    ("Fn::Sub", Json::Array(parts)) => {
                        if let Some(Json::String(text)) = parts.first() {
                            in_text(path, text, visit);
                        }
                        each(path, entry, visit);
                    }
                    (name, _) if name.starts_with("Fn::") => each(path, entry, visit),
                    (name, _) => each(&path.name(name), entry, visit),
                }
            }
        }
        Json::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                each(&path.then(Segment::Index(index)), item, visit);
            }
        }
        _ => {}
    }
}

fn in_text(path: &Path, text: &str, visit: &mut impl FnMut(&Path, &str)) {
    for name in text::references(text) {
        visit(path, name.split('.').next().unwrap_or(&name));
    }
}

/// `value` with every reference to a resource renamed; `rename` gives the new logical ID, if there is one.
pub(crate) fn renamed(value: &Json, rename: &dyn Fn(&str) -> Option<String>) -> Json {
    let of = |id: &str| rename(id).unwrap_or_else(|| id.to_owned());
    match value {
        Json::Object(entries) => entries
            .iter()
            .map(|(name, entry)| {
                let entry = match (name.as_str(), entry) {
                    ("Ref", Json::String(id)) => Json::from(of(id)),
                    ("Fn::GetAtt", Json::Array(parts)) => parts
                        .iter()
                        .enumerate()
                        .map(|(place, part)| match part {
                            Json::String(id) if place == 0 => Json::from(of(id)),
                            part => part.clone(),
                        })
                        .collect(),
                    ("Fn::Sub", Json::String(text)) => {
                        Json::from(text::rename(text, |name| match name.split_once('.') {
                            Some((id, attribute)) => format!("{}.{attribute}", of(id)),
                            None => of(name),
                        }))
                    }
                    // Logical IDs as they are.
                    ("DependsOn", Json::Array(ids)) => ids
                        .iter()
                        .map(|id| id.as_str().map_or_else(|| id.clone(), |id| Json::from(of(id))))
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
