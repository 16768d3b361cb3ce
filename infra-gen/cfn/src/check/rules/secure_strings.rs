//! Dynamic references to secure strings of Systems Manager, which few properties support.
//! <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references-ssm-secure-strings.html>

use crate::{
    check::catalog::services::secure_strings::SECURE_STRING,
    finding::{Finding, ValuePath},
    template::Template,
    value::Json,
};

/// The properties that support them, without the positions of items.
const SUPPORTED: [(&str, &str); 12] = [
    ("AWS::DirectoryService::MicrosoftAD", "Password"),
    ("AWS::DirectoryService::SimpleAD", "Password"),
    ("AWS::ElastiCache::ReplicationGroup", "AuthToken"),
    ("AWS::IAM::User", "LoginProfile.Password"),
    (
        "AWS::KinesisFirehose::DeliveryStream",
        "RedshiftDestinationConfiguration.Password",
    ),
    ("AWS::OpsWorks::App", "AppSource.Password"),
    ("AWS::OpsWorks::Stack", "CustomCookbooksSource.Password"),
    ("AWS::OpsWorks::Stack", "RdsDbInstances.DbPassword"),
    ("AWS::RDS::DBCluster", "MasterUserPassword"),
    ("AWS::RDS::DBInstance", "MasterUserPassword"),
    ("AWS::Redshift::Cluster", "MasterUserPassword"),
    ("AWS::Redshift::Cluster", "MasterPassword"),
];

pub(super) fn check(template: &Template, findings: &mut Vec<Finding>) {
    for (id, block) in &template.resources {
        let type_name = block.type_name.as_str();
        if !infra_gen_schema::is_known(type_name) || type_name.starts_with("AWS::Serverless::") {
            continue;
        }
        let mut names = Vec::new();
        for (name, value) in &block.properties {
            names.push(name.as_str());
            walk(
                value,
                ValuePath::from("Properties").key(name),
                &mut names,
                &mut |path, names| {
                    let property = names.join(".");
                    let is_supported = SUPPORTED.contains(&(type_name, property.as_str()));
                    if !is_supported {
                        let message =
                            format!("`{property}` does not support secure strings of Systems Manager");
                        let hint = "use a secret of Secrets Manager, or a parameter with `NoEcho`";
                        findings.push(Finding::resource(id, path, SECURE_STRING.found(message, hint)));
                    }
                },
            );
            names.pop();
        }
    }
}

/// Reports each text with such a reference: its path, and the names of the properties on it.
fn walk<'t>(
    value: &'t Json,
    path: ValuePath,
    names: &mut Vec<&'t str>,
    report: &mut impl FnMut(ValuePath, &[&str]),
) {
    match value {
        Json::String(text) if text.contains("{{resolve:ssm-secure:") => report(path, names),
        Json::Array(items) => {
            for (i, item) in items.iter().enumerate() {
                walk(item, path.clone().index(i), names, report);
            }
        }
        Json::Object(map) => {
            for (name, value) in map {
                let is_function = name == "Ref" || name.starts_with("Fn::");
                if !is_function {
                    names.push(name);
                }
                walk(value, path.clone().key(name), names, report);
                if !is_function {
                    names.pop();
                }
            }
        }
        _ => {}
    }
}
