//! Property overrides: values at a path that the typed resource or the schema does not know.
//!
//! Each override is recorded in the `Metadata` of its resource, so that a check of the finished template, also from a file,
//! skips the value and reports it as not checked. References in the value are checked like any other.

use crate::{intrinsic_call::intrinsic_call, template::ResourceBlock, value::Json};

/// The key in the `Metadata` of a resource with everything about this program, and in it the key with the paths.
const METADATA_KEY: &str = "infra-gen";
pub(crate) const OVERRIDES_KEY: &str = "overrides";

/// A value for a property path.
#[derive(Debug, Clone)]
pub(crate) struct Override {
    /// The path with dots: `Foo.Bar.0.Baz`.
    pub(crate) path: String,
    pub(crate) value: Json,
}

impl Override {
    /// Sets the value in `block` and records the path.
    ///
    /// # Errors
    /// If the path does not fit the present properties.
    pub(crate) fn apply(&self, block: &mut ResourceBlock) -> Result<(), String> {
        let steps = steps(&self.path);
        if steps.iter().any(String::is_empty) {
            return Err(format!("the path `{}` has an empty name", self.path));
        }
        let mut root = Json::Object(block.properties.clone());
        let depth = set(&mut root, &steps, &self.value)
            .map_err(|reason| format!("cannot override `{}`: {reason}", self.path))?;
        record(block, &steps[..depth])?;
        if let Json::Object(properties) = root {
            block.properties = properties;
        }
        Ok(())
    }
}

/// The names and positions in a path. `\.` is a dot in a name.
pub(crate) fn steps(path: &str) -> Vec<String> {
    let mut steps = vec![String::new()];
    let mut letters = path.chars().peekable();
    while let Some(letter) = letters.next() {
        match (letter, steps.last_mut()) {
            ('.', _) => steps.push(String::new()),
            ('\\', Some(step)) if letters.peek() == Some(&'.') => {
                letters.next();
                step.push('.');
            }
            (letter, Some(step)) => step.push(letter),
            (_, None) => {}
        }
    }
    steps
}

/// Sets the value at `steps`, and returns how many steps lead to the first value that was not there before.
fn set(root: &mut Json, steps: &[String], value: &Json) -> Result<usize, String> {
    let mut place = root;
    let mut first_new = None;
    for (depth, step) in steps.iter().enumerate() {
        let is_last = depth + 1 == steps.len();
        let fresh = if is_last {
            Json::Null
        } else if steps[depth + 1].parse::<usize>().is_ok() {
            Json::Array(Vec::new())
        } else {
            Json::Object(serde_json::Map::new())
        };
        place = match place {
            Json::Object(entries) => {
                if intrinsic_call(entries).is_some() {
                    return Err(format!(
                        "`{}` is the result of a function",
                        steps[..depth].join(".")
                    ));
                }
                if !entries.contains_key(step) {
                    first_new.get_or_insert(depth + 1);
                }
                entries.entry(step.clone()).or_insert(fresh)
            }
            Json::Array(items) => {
                let length = items.len();
                let index = step.parse().ok().filter(|index: &usize| *index <= length);
                let Some(index) = index else {
                    return Err(format!(
                        "`{}` is a list of {length} items, which has no place `{step}`",
                        steps[..depth].join(".")
                    ));
                };
                if index == length {
                    first_new.get_or_insert(depth + 1);
                    items.push(fresh);
                }
                &mut items[index]
            }
            scalar => {
                return Err(format!(
                    "`{}` is `{scalar}`, which has no properties",
                    steps[..depth].join(".")
                ));
            }
        };
    }
    *place = value.clone();
    Ok(first_new.unwrap_or(steps.len()))
}

fn record(block: &mut ResourceBlock, steps: &[String]) -> Result<(), String> {
    fn entry<'m>(map: &'m mut Json, key: &str, empty: Json) -> Result<&'m mut Json, String> {
        match map {
            Json::Object(entries) => Ok(entries.entry(key).or_insert(empty)),
            other => Err(format!(
                "the metadata of a resource with overrides must be an object; found `{other}`"
            )),
        }
    }
    let metadata = block
        .attributes
        .entry("Metadata")
        .or_insert_with(|| Json::Object(serde_json::Map::new()));
    let own = entry(metadata, METADATA_KEY, Json::Object(serde_json::Map::new()))?;
    let paths = entry(own, OVERRIDES_KEY, Json::Array(Vec::new()))?;
    let names: Vec<String> = steps.iter().map(|step| step.replace('.', r"\.")).collect();
    let path = Json::from(names.join("."));
    if let Json::Array(paths) = paths
        && !paths.contains(&path)
    {
        paths.push(path);
    }
    Ok(())
}

impl ResourceBlock {
    /// The paths of the overridden properties: `Foo.Bar.0`. The checks skip them.
    pub fn overridden(&self) -> impl Iterator<Item = &str> {
        let paths = self
            .attributes
            .get("Metadata")
            .and_then(|metadata| metadata.get(METADATA_KEY)?.get(OVERRIDES_KEY)?.as_array());
        paths.into_iter().flatten().filter_map(Json::as_str)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::json;

    use super::{Override, steps};
    use crate::{resource::ResourceAttributes, template::ResourceBlock, value::Json};

    fn block(properties: Json) -> ResourceBlock {
        let Json::Object(properties) = properties else {
            panic!("properties are an object");
        };
        ResourceBlock::new("AWS::SNS::Topic", properties, &ResourceAttributes::default())
    }

    #[track_caller]
    fn overridden(before: Json, path: &str, after: &Json, recorded: &str) {
        let mut block = block(before);
        let change = Override {
            path: path.to_owned(),
            value: json!("new"),
        };
        change.apply(&mut block).unwrap();
        assert_eq!(&Json::Object(block.properties.clone()), after);
        assert_eq!(block.overridden().collect::<Vec<_>>(), [recorded]);
    }

    #[track_caller]
    fn refused(before: &Json, path: &str, reason: &str) {
        let mut block = block(before.clone());
        let change = Override {
            path: path.to_owned(),
            value: json!("new"),
        };
        assert_eq!(change.apply(&mut block).unwrap_err(), reason);
        assert_eq!(&Json::Object(block.properties), before);
    }

    #[test]
    fn a_present_value_is_replaced() {
        overridden(
            json!({"A": {"B": [1, 2]}}),
            "A.B.1",
            &json!({"A": {"B": [1, "new"]}}),
            "A.B.1",
        );
    }

    #[test]
    fn missing_objects_and_lists_are_added_and_recorded_as_a_whole() {
        overridden(
            json!({"A": {"B": 1}}),
            "A.C.0.D",
            &json!({"A": {"B": 1, "C": [{"D": "new"}]}}),
            "A.C",
        );
        overridden(json!({}), "A", &json!({"A": "new"}), "A");
    }

    #[test]
    fn an_item_is_appended_to_a_list() {
        overridden(json!({"A": [1]}), "A.1", &json!({"A": [1, "new"]}), "A.1");
    }

    #[test]
    fn a_path_that_does_not_fit_is_refused() {
        refused(
            &json!({"A": 1}),
            "A.B",
            "cannot override `A.B`: `A` is `1`, which has no properties",
        );
        refused(
            &json!({"A": [1]}),
            "A.2",
            "cannot override `A.2`: `A` is a list of 1 items, which has no place `2`",
        );
        refused(
            &json!({"A": {"Ref": "P"}}),
            "A.B",
            "cannot override `A.B`: `A` is the result of a function",
        );
        refused(
            &json!({}),
            "A.5",
            "cannot override `A.5`: `A` is a list of 0 items, which has no place `5`",
        );
        refused(&json!({}), "A..B", "the path `A..B` has an empty name");
    }

    #[test]
    fn a_name_may_contain_an_escaped_dot() {
        assert_eq!(steps(r"Variables.a\.b.c"), ["Variables", "a.b", "c"]);
    }

    proptest! {
        #[test]
        fn an_override_sets_its_value_and_no_other(path in "[AB](\\.([AB]|0)){0,3}") {
            let before = json!({ "A": { "A": [1, { "B": 2 }] }, "C": 3 });
            let mut block = block(before.clone());
            let change = Override { path: path.clone(), value: json!("new") };
            let pointer = format!("/{}", path.replace('.', "/"));
            if change.apply(&mut block).is_ok() {
                let mut after = Json::Object(block.properties.clone());
                prop_assert_eq!(after.pointer(&pointer), Some(&json!("new")));
                prop_assert_eq!(&after["C"], &json!(3));
                // What was there at the path is the only value that can differ.
                if let (Some(old), Some(new)) = (before.pointer(&pointer), after.pointer_mut(&pointer)) {
                    *new = old.clone();
                    prop_assert_eq!(after, before);
                }
            } else {
                prop_assert_eq!(Json::Object(block.properties), before);
            }
        }
    }
}
