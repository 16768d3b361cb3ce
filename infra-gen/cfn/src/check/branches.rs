//! The values that a value may have: all branches of `Fn::If`.

use crate::{finding::ValuePath, intrinsic_call::intrinsic_call, value::Json};

/// A value, with the path to it.
#[derive(Debug, Clone)]
pub(super) struct Branch<'a> {
    pub(super) path: ValuePath,
    pub(super) value: &'a Json,
    /// Whether the value depends on a condition.
    pub(super) is_conditional: bool,
}

/// The value, or the values of the branches if it is `Fn::If`. Branches that omit the value are left out.
pub(super) fn branches(path: ValuePath, value: &Json) -> Vec<Branch<'_>> {
    let mut found = Vec::new();
    collect(path, value, false, &mut found);
    found
}

/// The items of a list, or the value itself if it is not a list; in all branches.
pub(super) fn items(of: Branch<'_>) -> Vec<Branch<'_>> {
    let mut found = Vec::new();
    match of.value {
        Json::Array(list) => {
            for (i, item) in list.iter().enumerate() {
                collect(of.path.clone().index(i), item, of.is_conditional, &mut found);
            }
        }
        _ => found.push(of),
    }
    found
}

fn collect<'a>(path: ValuePath, value: &'a Json, is_conditional: bool, found: &mut Vec<Branch<'a>>) {
    match value.as_object().and_then(intrinsic_call) {
        Some(("Fn::If", Json::Array(arguments))) => {
            for (i, argument) in arguments.iter().enumerate().skip(1) {
                let path = path.clone().key("Fn::If").index(i);
                collect(path, argument, true, found);
            }
        }
        Some(("Ref", Json::String(name))) if name == "AWS::NoValue" => {}
        _ => found.push(Branch {
            path,
            value,
            is_conditional,
        }),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn every_branch_of_a_condition_is_a_value() {
        let value = json!({ "Fn::If": ["C", { "Fn::If": ["D", 1, { "Ref": "AWS::NoValue" }] }, [2, 3]] });
        let found: Vec<(String, String)> = branches("A".into(), &value)
            .into_iter()
            .flat_map(items)
            .map(|branch| (branch.path.to_string(), branch.value.to_string()))
            .collect();
        let expected = [
            ("A.Fn::If[1].Fn::If[1]", "1"),
            ("A.Fn::If[2][0]", "2"),
            ("A.Fn::If[2][1]", "3"),
        ];
        assert_eq!(
            found,
            expected.map(|(path, value)| (path.to_owned(), value.to_owned()))
        );
    }

    #[test]
    fn only_branches_are_conditional() {
        let value = json!([1, { "Fn::If": ["C", 2, 3] }]);
        let conditional: Vec<bool> = branches(ValuePath::default(), &value)
            .into_iter()
            .flat_map(items)
            .map(|branch| branch.is_conditional)
            .collect();
        assert_eq!(conditional, [false, true, true]);
    }
}
