//! Which resources a resource names: `Ref`, `Fn::GetAtt`, `Fn::Sub`, `DependsOn`.

use infra_gen_cfn::Json;

/// Calls `visit` with every logical ID that `value` names, pseudo parameters and parameters included.
pub(super) fn each(value: &Json, visit: &mut impl FnMut(&str)) {
    match value {
        Json::Object(entries) => {
            for (name, entry) in entries {
                match (name.as_str(), entry) {
                    ("Ref", Json::String(id)) => visit(id),
                    ("Fn::GetAtt", Json::String(path)) => visit(before_dot(path)),
                    ("Fn::GetAtt", Json::Array(parts)) => {
                        if let Some(id) = parts.first().and_then(Json::as_str) {
                            visit(id);
                        }
                    }
                    ("Fn::Sub", Json::String(text)) => in_text(text, visit),
                    ("Fn::Sub", Json::Array(parts)) => {
                        if let Some(text) = parts.first().and_then(Json::as_str) {
                            in_text(text, visit);
                        }
                        parts.iter().skip(1).for_each(|part| each(part, visit));
                    }
                    _ => each(entry, visit),
                }
            }
        }
        Json::Array(items) => items.iter().for_each(|item| each(item, visit)),
        _ => {}
    }
}

/// The names in `arn:…:${Table}/${!literal}`.
fn in_text(text: &str, visit: &mut impl FnMut(&str)) {
    for part in text.split("${").skip(1) {
        if let Some((name, _)) = part.split_once('}')
            && !name.starts_with('!')
        {
            visit(before_dot(name.trim()));
        }
    }
}

fn before_dot(path: &str) -> &str {
    path.split('.').next().unwrap_or(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_way_of_naming_a_resource_is_seen() {
        let value = serde_json::json!({
            "A": {"Ref": "One"},
            "B": [{"Fn::GetAtt": ["Two", "Arn"]}, {"Fn::GetAtt": "Three.Arn"}],
            "C": {"Fn::Sub": "x/${Four.Name}/${!No}/${ Five }"},
            "D": {"Fn::Sub": ["${Six}${v}", {"v": {"Ref": "Seven"}}]},
            "Ref": 1,
        });
        let mut seen = Vec::new();
        each(&value, &mut |id| seen.push(id.to_owned()));
        assert_eq!(seen, ["One", "Two", "Three", "Four", "Five", "Six", "v", "Seven"]);
    }
}
