//! Reads the policy statements of a template: identity policies, managed policies, resource policies and trust policies.

use infra_gen_cfn::{Json, ResourceBlock, Template};
use serde_json::json;

use super::expand::EVERYONE;
use crate::{compare, display, model::GrantEffect, normal};

/// A policy statement or its equivalent: its effect applies to each principal, each action and each resource.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct PolicyStatement {
    pub(super) principals: Vec<String>,
    pub(super) effect: GrantEffect,
    pub(super) actions: Vec<String>,
    pub(super) resources: Vec<String>,
    pub(super) condition: String,
}

/// The action of a policy that is known at deployment only.
const COMPUTED: &str = "(computed)";

/// All policy statements of the template.
pub(super) fn collect(template: &Template) -> Vec<PolicyStatement> {
    let mut collector = Collector::default();
    for (id, block) in &template.resources {
        match block.type_name.as_str() {
            "AWS::IAM::Role" | "AWS::IAM::User" | "AWS::IAM::Group" => collector.identity(id, block),
            "AWS::Serverless::Function" | "AWS::Serverless::StateMachine" => {
                collector.serverless_role(id, block);
            }
            "AWS::IAM::Policy" | "AWS::IAM::ManagedPolicy" => collector.attached_policy(id, block),
            "AWS::IAM::RolePolicy" | "AWS::IAM::UserPolicy" | "AWS::IAM::GroupPolicy" => {
                let names = ["RoleName", "UserName", "GroupName"];
                let owner = names.iter().find_map(|name| block.properties.get(*name));
                let owner = owner.map_or_else(|| display::reference(id), display::value);
                collector.document(block.properties.get("PolicyDocument"), &[owner], "", "");
            }
            "AWS::Lambda::Permission" => collector.lambda_permission(block),
            "AWS::Events::EventBusPolicy" => collector.event_bus_policy(id, block),
            _ => collector.resource_policies(id, block),
        }
    }
    collector.0
}

/// Properties that hold a resource-based policy. Their changes are reported as permissions, not as other access.
pub(crate) const RESOURCE_POLICIES: [&str; 15] = [
    "AccessPolicy",
    "DestinationPolicy",
    "FileSystemPolicy",
    "InlinePolicy",
    "KeyPolicy",
    "ModelPackageGroupPolicy",
    "PermissionsPolicyDocument",
    "Policy",
    "PolicyDocument",
    "PolicyTemplate",
    "PolicyText",
    "RegistryPolicyText",
    "RepositoryPolicyText",
    "ResourcePolicy",
    "ResourcePolicyDocument",
];

#[derive(Default)]
struct Collector(Vec<PolicyStatement>);

impl Collector {
    /// A role, user or group: its inline and managed policies, its permissions boundary and its trust policy.
    fn identity(&mut self, id: &str, block: &ResourceBlock) {
        let owner = display::reference(id);
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
                &display::value(managed),
                &only_if,
            );
        }
        self.boundary(&owner, block);
    }

    /// The role that the AWS SAM transform generates for a function or a state machine.
    /// <https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-function.html>
    fn serverless_role(&mut self, id: &str, block: &ResourceBlock) {
        let owner = display::reference(id);
        let owners = std::slice::from_ref(&owner);
        self.document(block.properties.get("AssumeRolePolicyDocument"), &[], &owner, "");
        for (policy, only_if) in branches(block.properties.get("Policies")) {
            match policy {
                Json::Object(entries) if entries.contains_key("Statement") => {
                    self.document(Some(policy), owners, "", &only_if);
                }
                // The name or ARN of a managed policy.
                Json::String(name) => {
                    self.add(&owner, GrantEffect::Allow, "(managed policy)", name, &only_if);
                }
                Json::Object(entries) if compare::is_function(entries) => {
                    let name = display::value(policy);
                    self.add(&owner, GrantEffect::Allow, "(managed policy)", &name, &only_if);
                }
                template => self.computed(template, owners, "", &only_if),
            }
        }
        self.boundary(&owner, block);
    }

    /// The resource policies of a resource: properties that are policy documents by their names or contents, at any depth.
    fn resource_policies(&mut self, id: &str, block: &ResourceBlock) {
        let own = display::reference(id);
        for (name, value) in &block.properties {
            let is_policy = RESOURCE_POLICIES.contains(&name.as_str());
            let mut documents = Vec::new();
            find_documents(value, "", &mut documents);
            if documents.is_empty() && is_policy {
                self.document(Some(value), &[], &own, "");
            }
            for (document, only_if) in documents {
                self.document(Some(&document), &[], &own, &only_if);
            }
        }
    }

    /// A policy of an event bus: a statement, or the principal and action of one.
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-events-eventbuspolicy.html>
    fn event_bus_policy(&mut self, id: &str, block: &ResourceBlock) {
        let property = |name: &str| block.properties.get(name);
        let bus = property("EventBusName").map_or_else(|| "default".to_owned(), display::value);
        if let Some(statement) = property("Statement") {
            self.document(Some(statement), &[], &bus, "");
        }
        if let Some(principal) = property("Principal") {
            let action = property("Action").map_or_else(|| display::reference(id), display::value);
            let condition = property("Condition").map_or_else(String::new, |condition| {
                let text = |name: &str| condition.get(name).map(display::value).unwrap_or_default();
                format!("{} {} = {}", text("Type"), text("Key"), text("Value"))
            });
            let principal = principal_name(display::value(principal));
            self.add(&principal, GrantEffect::Allow, &action, &bus, &condition);
        }
    }

    fn boundary(&mut self, owner: &str, block: &ResourceBlock) {
        for (boundary, only_if) in branches(block.properties.get("PermissionsBoundary")) {
            let boundary = display::value(boundary);
            self.add(owner, GrantEffect::Bound, "(boundary)", &boundary, &only_if);
        }
    }

    /// A policy that names the identities it is attached to.
    fn attached_policy(&mut self, id: &str, block: &ResourceBlock) {
        let lists = ["Roles", "Users", "Groups"];
        let mut owners: Vec<String> = lists
            .iter()
            .flat_map(|name| branches(block.properties.get(*name)))
            .map(|(owner, only_if)| and(&display::value(owner), &only_if))
            .collect();
        if owners.is_empty() {
            owners.push(display::reference(id));
        }
        self.document(block.properties.get("PolicyDocument"), &owners, "", "");
    }

    fn lambda_permission(&mut self, block: &ResourceBlock) {
        let property = |name: &str| block.properties.get(name);
        let text = |name: &str| property(name).map(display::value).unwrap_or_default();
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
                Some(format!("{operator} {key} = {}", display::value(property(name)?)))
            })
            .collect();
        let principal = principal_name(text("Principal"));
        self.add(
            &principal,
            GrantEffect::Allow,
            &text("Action"),
            &function_name(&text("FunctionName")),
            &conditions.join(" and "),
        );
    }

    /// A policy document, or several that conditions select from. `owners` are the identities of the policy; without them,
    /// the statements name the principals. `own` is the resource of a statement without resources.
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

    /// A policy that is known at deployment only, and is compared as text.
    fn computed(&mut self, value: &Json, owners: &[String], own: &str, only_if: &str) {
        let principals = match owners {
            [] => vec![own.to_owned()],
            owners => owners.to_vec(),
        };
        // It may allow and deny, so that adding and removing it may broaden access.
        self.0.push(PolicyStatement {
            principals,
            effect: GrantEffect::Computed,
            actions: vec![COMPUTED.to_owned()],
            resources: vec![value.to_string()],
            condition: only_if.to_owned(),
        });
    }

    fn statement(&mut self, statement: &Json, owners: &[String], own: &str, only_if: &str) {
        let Some(effect) = statement.get("Effect") else {
            self.computed(statement, owners, own, only_if);
            return;
        };
        self.0.push(PolicyStatement {
            principals: match owners {
                [] => principals(statement),
                owners => owners.to_vec(),
            },
            effect: match effect.as_str() {
                Some("Deny") => GrantEffect::Deny,
                _ => GrantEffect::Allow,
            },
            actions: actions_or_resources(statement, "Action", "NotAction"),
            resources: match actions_or_resources(statement, "Resource", "NotResource") {
                none if none.is_empty() => vec![own.to_owned()],
                resources => resources,
            },
            condition: and(only_if, &condition(statement.get("Condition"))),
        });
    }

    fn add(&mut self, principal: &str, effect: GrantEffect, action: &str, resource: &str, condition: &str) {
        self.0.push(PolicyStatement {
            principals: vec![principal.to_owned()],
            effect,
            actions: vec![action.to_owned()],
            resources: vec![resource.to_owned()],
            condition: condition.to_owned(),
        });
    }
}

/// The policy documents in a value, at any depth, also as JSON text, each with the conditions that it depends on.
fn find_documents(value: &Json, only_if: &str, found: &mut Vec<(Json, String)>) {
    for (value, value_if) in branches(Some(value)) {
        let only_if = and(only_if, &value_if);
        match value {
            Json::Object(entries) if entries.contains_key("Statement") => {
                found.push((value.clone(), only_if));
            }
            Json::Object(entries) => {
                for entry in entries.values() {
                    find_documents(entry, &only_if, found);
                }
            }
            Json::String(text) if text.trim_start().starts_with('{') && text.contains("\"Statement\"") => {
                if let Ok(document) = serde_json::from_str::<Json>(text) {
                    found.push((normal::value(&document, None), only_if));
                }
            }
            _ => {}
        }
    }
}

fn and(one: &str, other: &str) -> String {
    match (one, other) {
        ("", text) | (text, "") => text.to_owned(),
        (one, other) => format!("{one} and {other}"),
    }
}

/// The items of a list, or a single value, each with the conditions that it depends on: both branches of `Fn::If` are
/// included.
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

/// The items of a list, or a single value.
fn items(value: Option<&Json>) -> &[Json] {
    match value {
        Some(Json::Array(items)) => items,
        Some(one) => std::slice::from_ref(one),
        None => &[],
    }
}

fn actions_or_resources(statement: &Json, name: &str, negated: &str) -> Vec<String> {
    let named = items(statement.get(name)).iter().map(display::value);
    let negated = items(statement.get(negated));
    let all: Vec<String> = negated.iter().map(display::value).collect();
    named
        .chain((!all.is_empty()).then(|| format!("not {}", all.join(", "))))
        .collect()
}

fn principals(statement: &Json) -> Vec<String> {
    let names = |value: &Json| -> Vec<String> {
        match value {
            Json::Object(kinds) if !compare::is_function(kinds) => kinds
                .iter()
                .flat_map(|(kind, who)| {
                    items(Some(who))
                        .iter()
                        .map(move |who| (kind, display::value(who)))
                })
                .map(|(kind, who)| match (kind.as_str(), who.as_str()) {
                    ("AWS", "*") => EVERYONE.to_owned(),
                    ("AWS" | "Service", _) => who,
                    (kind, _) => format!("{kind} {who}"),
                })
                .collect(),
            value => vec![principal_name(display::value(value))],
        }
    };
    match (statement.get("Principal"), statement.get("NotPrincipal")) {
        (Some(principal), _) => names(principal),
        (None, Some(principal)) => vec![format!("not {}", names(principal).join(", "))],
        (None, None) => vec![String::new()],
    }
}

fn principal_name(principal: String) -> String {
    if principal == "*" {
        EVERYONE.to_owned()
    } else {
        principal
    }
}

/// The tests of a condition, sorted: `StringEquals aws:SourceArn = a | b and …`.
fn condition(condition: Option<&Json>) -> String {
    let Some(Json::Object(operators)) = condition else {
        return condition.map(display::value).unwrap_or_default();
    };
    let mut tests: Vec<String> = Vec::new();
    for (operator, keys) in operators {
        match keys {
            Json::Object(keys) => tests.extend(keys.iter().map(|(key, values)| {
                let values: Vec<String> = items(Some(values)).iter().map(display::value).collect();
                format!("{operator} {key} = {}", values.join(" | "))
            })),
            other => tests.push(format!("{operator} {other}")),
        }
    }
    tests.sort();
    tests.join(" and ")
}

/// The name of a function that is given by name or by ARN.
fn function_name(name: &str) -> String {
    match name
        .strip_prefix("${")
        .and_then(|rest| rest.strip_suffix(".Arn}"))
    {
        Some(id) => display::reference(id),
        None => name.to_owned(),
    }
}
