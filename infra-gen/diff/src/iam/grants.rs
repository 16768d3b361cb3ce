//! What policies say, clause by clause: of roles, users and groups, of managed policies, of resources, and trust.

use infra_gen_cfn::{Json, ResourceBlock, Template};
use serde_json::json;

use super::GrantEffect;

/// A statement, or what says as much: each of the principals may do each of the actions on each of the resources.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Clause {
    pub(super) principals: Vec<String>,
    pub(super) effect: GrantEffect,
    pub(super) actions: Vec<String>,
    pub(super) resources: Vec<String>,
    pub(super) condition: String,
}

/// Everything that the template lets be done.
pub(super) fn of(template: &Template) -> Vec<Clause> {
    let mut grants = Grants::default();
    for (id, block) in &template.resources {
        match block.type_name.as_str() {
            "AWS::IAM::Role" | "AWS::IAM::User" | "AWS::IAM::Group" => grants.identity(id, block),
            "AWS::IAM::Policy" | "AWS::IAM::ManagedPolicy" => grants.attached(id, block),
            "AWS::IAM::RolePolicy" | "AWS::IAM::UserPolicy" | "AWS::IAM::GroupPolicy" => {
                let names = ["RoleName", "UserName", "GroupName"];
                let owner = names.iter().find_map(|name| block.properties.get(*name));
                let owner = owner.map_or_else(|| shown(&json!({ "Ref": id })), shown);
                grants.document(block.properties.get("PolicyDocument"), &[owner], "", "");
            }
            "AWS::Lambda::Permission" => grants.permission(block),
            _ => {
                let own = shown(&json!({ "Ref": id }));
                for (name, value) in &block.properties {
                    if RESOURCE_POLICIES.contains(&name.as_str()) || value.get("Statement").is_some() {
                        grants.document(Some(value), &[], &own, "");
                    }
                }
                if block.properties.contains_key("Statement")
                    && block.type_name == "AWS::Events::EventBusPolicy"
                {
                    grants.document(block.properties.get("Statement"), &[], &own, "");
                }
            }
        }
    }
    grants.0
}

/// Properties that hold a resource-based policy. Their changes are reported as permissions, so the other comparison of
/// access leaves them out.
pub(crate) const RESOURCE_POLICIES: [&str; 9] = [
    "AccessPolicies",
    "AccessPolicy",
    "FileSystemPolicy",
    "KeyPolicy",
    "Policy",
    "PolicyDocument",
    "PolicyText",
    "RepositoryPolicyText",
    "ResourcePolicy",
];

/// A value as people read it: text as text, functions in the spelling of `Fn::Sub`, everything else as JSON.
pub(crate) fn shown(value: &Json) -> String {
    match value {
        Json::String(text) => text.clone(),
        Json::Object(entries) if entries.len() == 1 => {
            let Some((function, argument)) = entries.iter().next() else {
                return value.to_string();
            };
            match (function.as_str(), argument) {
                ("Ref", Json::String(id)) => format!("${{{id}}}"),
                ("Fn::GetAtt", Json::Array(parts)) => match parts.as_slice() {
                    [Json::String(id), Json::String(attribute)] => format!("${{{id}.{attribute}}}"),
                    _ => value.to_string(),
                },
                ("Fn::Sub", Json::String(text)) => text.clone(),
                _ => value.to_string(),
            }
        }
        value => value.to_string(),
    }
}

#[derive(Default)]
struct Grants(Vec<Clause>);

impl Grants {
    /// A role, user or group: its inline and managed policies, its boundary, and who may assume it.
    fn identity(&mut self, id: &str, block: &ResourceBlock) {
        let owner = shown(&json!({ "Ref": id }));
        self.document(block.properties.get("AssumeRolePolicyDocument"), &[], &owner, "");
        for (policy, only_if) in branches(block.properties.get("Policies")) {
            let owners = std::slice::from_ref(&owner);
            match policy.get("PolicyDocument") {
                Some(document) => self.document(Some(document), owners, "", &only_if),
                None => self.computed(policy, owners, "", &only_if),
            }
        }
        for (managed, only_if) in branches(block.properties.get("ManagedPolicyArns")) {
            self.add(
                &owner,
                GrantEffect::Allow,
                "(managed policy)",
                &shown(managed),
                &only_if,
            );
        }
        for (boundary, only_if) in branches(block.properties.get("PermissionsBoundary")) {
            self.add(
                &owner,
                GrantEffect::Bound,
                "(boundary)",
                &shown(boundary),
                &only_if,
            );
        }
    }

    /// A policy that names whom it is attached to.
    fn attached(&mut self, id: &str, block: &ResourceBlock) {
        let lists = ["Roles", "Users", "Groups"];
        let mut owners: Vec<String> = lists
            .iter()
            .flat_map(|name| branches(block.properties.get(*name)))
            .map(|(owner, only_if)| and(&shown(owner), &only_if))
            .collect();
        if owners.is_empty() {
            owners.push(shown(&json!({ "Ref": id })));
        }
        self.document(block.properties.get("PolicyDocument"), &owners, "", "");
    }

    fn permission(&mut self, block: &ResourceBlock) {
        let property = |name: &str| block.properties.get(name);
        let said = |name: &str| property(name).map(shown).unwrap_or_default();
        let conditions = [
            ("SourceArn", "ArnLike", "aws:SourceArn"),
            ("SourceAccount", "StringEquals", "aws:SourceAccount"),
            ("PrincipalOrgID", "StringEquals", "aws:PrincipalOrgID"),
            ("EventSourceToken", "StringEquals", "lambda:EventSourceToken"),
            (
                "FunctionUrlAuthType",
                "StringEquals",
                "lambda:FunctionUrlAuthType",
            ),
        ];
        let conditions: Vec<String> = conditions
            .into_iter()
            .filter_map(|(name, operator, key)| {
                Some(format!("{operator} {key} = {}", shown(property(name)?)))
            })
            .collect();
        let principal = match said("Principal") {
            everyone if everyone == "*" => "everyone".to_owned(),
            principal => principal,
        };
        self.add(
            &principal,
            GrantEffect::Allow,
            &said("Action"),
            &function_of(&said("FunctionName")),
            &conditions.join(" and "),
        );
    }

    /// A policy document, or one of several that conditions choose from. `owners` are whose policy it is; without any the
    /// statements say who. `own` is the resource that a statement without resources speaks of.
    fn document(&mut self, document: Option<&Json>, owners: &[String], own: &str, only_if: &str) {
        for (document, document_if) in branches(document) {
            let only_if = and(only_if, &document_if);
            match document.get("Statement") {
                Some(statements) => {
                    for (statement, statement_if) in branches(Some(statements)) {
                        self.statement(statement, owners, own, &and(&only_if, &statement_if));
                    }
                }
                None => self.statement(document, owners, own, &only_if),
            }
        }
    }

    /// Something that only the deployment knows: the text of it is all there is to compare.
    fn computed(&mut self, value: &Json, owners: &[String], own: &str, only_if: &str) {
        let principals = match owners {
            [] => vec![own.to_owned()],
            owners => owners.to_vec(),
        };
        self.0.push(Clause {
            principals,
            effect: GrantEffect::Allow,
            actions: vec!["(computed)".to_owned()],
            resources: vec![value.to_string()],
            condition: only_if.to_owned(),
        });
    }

    fn statement(&mut self, statement: &Json, owners: &[String], own: &str, only_if: &str) {
        let Some(effect) = statement.get("Effect") else {
            self.computed(statement, owners, own, only_if);
            return;
        };
        self.0.push(Clause {
            principals: match owners {
                [] => principals(statement),
                owners => owners.to_vec(),
            },
            effect: match effect.as_str() {
                Some("Deny") => GrantEffect::Deny,
                _ => GrantEffect::Allow,
            },
            actions: named(statement, "Action", "NotAction"),
            resources: match named(statement, "Resource", "NotResource") {
                none if none.is_empty() => vec![own.to_owned()],
                resources => resources,
            },
            condition: and(only_if, &condition(statement.get("Condition"))),
        });
    }

    fn add(&mut self, principal: &str, effect: GrantEffect, action: &str, resource: &str, condition: &str) {
        self.0.push(Clause {
            principals: vec![principal.to_owned()],
            effect,
            actions: vec![action.to_owned()],
            resources: vec![resource.to_owned()],
            condition: condition.to_owned(),
        });
    }
}

fn and(one: &str, other: &str) -> String {
    match (one, other) {
        ("", text) | (text, "") => text.to_owned(),
        (one, other) => format!("{one} and {other}"),
    }
}

/// The items of a list, or the one value that stands for it, each with the conditions that it depends on: whatever
/// `Fn::If` chooses from is there under its condition.
fn branches(value: Option<&Json>) -> Vec<(&Json, String)> {
    let mut found = Vec::new();
    if let Some(value) = value {
        collect_branches(value, "", &mut found);
    }
    found
}

fn collect_branches<'a>(value: &'a Json, only_if: &str, found: &mut Vec<(&'a Json, String)>) {
    if let Json::Array(items) = value {
        for item in items {
            collect_branches(item, only_if, found);
        }
        return;
    }
    match value.get("Fn::If").and_then(Json::as_array).map(Vec::as_slice) {
        Some([Json::String(condition), then, otherwise]) => {
            for (branch, word) in [(then, "if"), (otherwise, "unless")] {
                collect_branches(branch, &and(only_if, &format!("{word} {condition}")), found);
            }
        }
        _ if *value == json!({ "Ref": "AWS::NoValue" }) => {}
        _ => found.push((value, only_if.to_owned())),
    }
}

/// The items of a list, or the one value that stands for it.
fn items(value: Option<&Json>) -> &[Json] {
    match value {
        Some(Json::Array(items)) => items,
        Some(one) => std::slice::from_ref(one),
        None => &[],
    }
}

fn named(statement: &Json, name: &str, negated: &str) -> Vec<String> {
    let said = items(statement.get(name)).iter().map(shown);
    let negated = items(statement.get(negated));
    let all: Vec<String> = negated.iter().map(shown).collect();
    said.chain((!all.is_empty()).then(|| format!("not {}", all.join(", "))))
        .collect()
}

fn principals(statement: &Json) -> Vec<String> {
    let of = |value: &Json| -> Vec<String> {
        match value {
            Json::Object(kinds) if !crate::compare::is_function(kinds) => kinds
                .iter()
                .flat_map(|(kind, who)| items(Some(who)).iter().map(move |who| (kind, shown(who))))
                .map(|(kind, who)| match (kind.as_str(), who.as_str()) {
                    ("AWS", "*") => "everyone".to_owned(),
                    ("AWS" | "Service", _) => who,
                    (kind, _) => format!("{kind} {who}"),
                })
                .collect(),
            value => match shown(value).as_str() {
                "*" => vec!["everyone".to_owned()],
                who => vec![who.to_owned()],
            },
        }
    };
    match (statement.get("Principal"), statement.get("NotPrincipal")) {
        (Some(principal), _) => of(principal),
        (None, Some(principal)) => vec![format!("not {}", of(principal).join(", "))],
        (None, None) => vec![String::new()],
    }
}

/// `StringEquals aws:SourceArn = a | b and …`, in an order of its own.
fn condition(condition: Option<&Json>) -> String {
    let Some(Json::Object(operators)) = condition else {
        return condition.map(shown).unwrap_or_default();
    };
    let mut tests: Vec<String> = Vec::new();
    for (operator, keys) in operators {
        match keys {
            Json::Object(keys) => tests.extend(keys.iter().map(|(key, values)| {
                let values: Vec<String> = items(Some(values)).iter().map(shown).collect();
                format!("{operator} {key} = {}", values.join(" | "))
            })),
            other => tests.push(format!("{operator} {other}")),
        }
    }
    tests.sort();
    tests.join(" and ")
}

/// A function by name and by ARN is the same function.
fn function_of(name: &str) -> String {
    match name
        .strip_prefix("${")
        .and_then(|rest| rest.strip_suffix(".Arn}"))
    {
        Some(id) => format!("${{{id}}}"),
        None => name.to_owned(),
    }
}
