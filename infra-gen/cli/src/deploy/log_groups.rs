//! The log groups of a stack's functions, from the template and the deployed resources.

use std::collections::BTreeMap;

use infra_gen_cfn::Template;
use serde_json::Value as Json;

use super::stack::Resource;

/// The log group of each function, by its logical ID without the suffix `Function`.
pub(crate) fn log_groups(template: &Template, deployed: &[Resource]) -> BTreeMap<String, String> {
    let physical = |logical: &str| {
        deployed
            .iter()
            .find(|resource| resource.logical == logical)
            .map(|resource| resource.physical.clone())
    };
    template
        .resources
        .iter()
        .filter(|(_, resource)| resource.type_name == "AWS::Lambda::Function")
        .filter_map(|(logical, function)| {
            let group = match function
                .properties
                .get("LoggingConfig")
                .and_then(|config| config.get("LogGroup"))
            {
                Some(Json::String(name)) => name.clone(),
                Some(reference) => physical(reference.get("Ref")?.as_str()?)?,
                None => format!("/aws/lambda/{}", physical(logical)?),
            };
            Some((
                logical.strip_suffix("Function").unwrap_or(logical).to_owned(),
                group,
            ))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_log_group_is_found_by_reference_by_name_and_by_default() {
        let template = Template::parse(
            r#"{"Resources": {
                "Logs": {"Type": "AWS::Logs::LogGroup"},
                "ReadFunction": {"Type": "AWS::Lambda::Function", "Properties": {"LoggingConfig": {"LogGroup": {"Ref": "Logs"}}}},
                "WriteFunction": {"Type": "AWS::Lambda::Function", "Properties": {"LoggingConfig": {"LogGroup": "/mine"}}},
                "Watch": {"Type": "AWS::Lambda::Function", "Properties": {}}
            }}"#,
        )
        .unwrap();
        let resource = |logical: &str, physical: &str| Resource {
            logical: logical.into(),
            physical: physical.into(),
            kind: String::new(),
            status: "CREATE_COMPLETE".into(),
            reason: String::new(),
        };
        let deployed = [
            resource("Logs", "stack-Logs-1"),
            resource("Watch", "stack-Watch-2"),
        ];
        let groups: Vec<_> = log_groups(&template, &deployed).into_iter().collect();
        let expected = [
            ("Read", "stack-Logs-1"),
            ("Watch", "/aws/lambda/stack-Watch-2"),
            ("Write", "/mine"),
        ];
        assert_eq!(
            groups,
            expected.map(|(name, group)| (name.to_owned(), group.to_owned()))
        );
    }
}
