//! Resources that AWS creates but that cannot be reached: an API that is not deployed, a function whose caller lacks the
//! permission to invoke it.
//!
//! Only a [`crate::Stack`] is checked: in other templates, the missing part may be in another stack.

use std::collections::BTreeMap;

use super::{
    dependencies::Dependencies,
    query::{items, resources_of_type},
};
use crate::{
    check::catalog::stack::{API_NOT_DEPLOYED, NO_INVOKE_PERMISSION},
    finding::Finding,
    intrinsic_call::referenced_id,
    template::{ResourceBlock, Template},
    value::Json,
};

pub(super) fn check(template: &Template, dependencies: &Dependencies<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (id, _) in resources_of_type(template, "AWS::ApiGateway::RestApi") {
        undeployed_methods(template, dependencies, id, &mut findings);
    }
    let permissions = Permissions::new(template);
    for invocation in invocations(template) {
        let Invocation {
            caller,
            path,
            function,
            service,
        } = invocation;
        if !permissions.may_invoke(service, function) {
            let finding = NO_INVOKE_PERMISSION.found(
                format!("`{service}` has no permission to invoke `{function}`"),
                "add an `AWS::Lambda::Permission`",
            );
            findings.push(Finding::resource(caller, path, finding));
        }
    }
    findings
}

/// A stage serves the methods that existed when its deployment was created.
fn undeployed_methods(
    template: &Template,
    dependencies: &Dependencies<'_>,
    api: &str,
    findings: &mut Vec<Finding>,
) {
    let of_api = |type_name| {
        resources_of_type(template, type_name)
            .filter(|(_, block)| block.properties.get("RestApiId").and_then(referenced_id) == Some(api))
            .map(|(id, _)| id)
    };
    let mut methods = of_api("AWS::ApiGateway::Method").peekable();
    if methods.peek().is_none() {
        return;
    }
    let mut deployments = of_api("AWS::ApiGateway::Deployment").peekable();
    for (missing, type_name) in [
        (deployments.peek().is_none(), "AWS::ApiGateway::Deployment"),
        (
            of_api("AWS::ApiGateway::Stage").next().is_none(),
            "AWS::ApiGateway::Stage",
        ),
    ] {
        if missing {
            let message = format!("the API has methods but no `{type_name}`, so it cannot be called");
            findings.push(Finding::resource(
                api,
                "",
                API_NOT_DEPLOYED.found(message, "add one"),
            ));
        }
    }
    let methods: Vec<&str> = methods.collect();
    for deployment in deployments {
        let earlier = dependencies.transitive(deployment);
        for method in methods.iter().filter(|method| !earlier.contains(*method)) {
            let finding = API_NOT_DEPLOYED.found(
                format!(
                    "the deployment may be created before the method `{method}` and then does not serve it"
                ),
                format!("add `{method}` to `DependsOn`"),
            );
            findings.push(Finding::resource(deployment, "DependsOn", finding));
        }
    }
}

/// A resource that makes a service invoke a function of the template.
struct Invocation<'a> {
    caller: &'a str,
    /// The property of the caller that names the function.
    path: String,
    function: &'a str,
    service: &'static str,
}

fn invocations(template: &Template) -> Vec<Invocation<'_>> {
    let mut invocations = Vec::new();
    for (id, rule) in resources_of_type(template, "AWS::Events::Rule") {
        for (i, target) in items(rule, "Targets").iter().enumerate() {
            let arn = target.get("Arn").filter(|_| target.get("RoleArn").is_none());
            if let Some(function) = arn.and_then(|arn| function(template, arn)) {
                invocations.push(Invocation {
                    caller: id,
                    path: format!("Properties.Targets[{i}].Arn"),
                    function,
                    service: "events.amazonaws.com",
                });
            }
        }
    }
    for (id, subscription) in resources_of_type(template, "AWS::SNS::Subscription") {
        let endpoint = subscription.properties.get("Endpoint");
        if let Some(function) = endpoint.and_then(|endpoint| function(template, endpoint)) {
            invocations.push(Invocation {
                caller: id,
                path: "Properties.Endpoint".to_owned(),
                function,
                service: "sns.amazonaws.com",
            });
        }
    }
    for (id, method) in resources_of_type(template, "AWS::ApiGateway::Method") {
        let integration = method.properties.get("Integration");
        let uri = integration.filter(|integration| integration.get("Credentials").is_none());
        let uri = uri.and_then(|integration| integration.get("Uri"));
        if let Some(function) = uri.and_then(|uri| function_in_uri(template, uri)) {
            invocations.push(Invocation {
                caller: id,
                path: "Properties.Integration.Uri".to_owned(),
                function,
                service: "apigateway.amazonaws.com",
            });
        }
    }
    invocations
}

const INVOCABLE_TYPES: [&str; 3] = [
    "AWS::Lambda::Alias",
    "AWS::Lambda::Function",
    "AWS::Lambda::Version",
];

/// The function of this template that a value refers to.
fn function<'a>(template: &'a Template, value: &Json) -> Option<&'a str> {
    let (id, block) = template.resources.get_key_value(referenced_id(value)?)?;
    is_invocable(block).then_some(id.as_str())
}

/// The function whose ARN is part of an integration URI: `…:lambda:path/2015-03-31/functions/${Function.Arn}/invocations`.
fn function_in_uri<'a>(template: &'a Template, uri: &Json) -> Option<&'a str> {
    let id = template.first_reference(uri)?;
    is_invocable(&template.resources[id]).then_some(id)
}

fn is_invocable(block: &ResourceBlock) -> bool {
    INVOCABLE_TYPES.contains(&block.type_name.as_str())
}

/// The principals that may invoke each function of the template.
struct Permissions<'a> {
    principals: BTreeMap<&'a str, Vec<&'a Json>>,
    /// Whether a function has an `AWS::Lambda::ResourcePolicy`, whose contents are not checked.
    has_policies: bool,
}

impl<'a> Permissions<'a> {
    fn new(template: &'a Template) -> Self {
        let mut principals: BTreeMap<&str, Vec<&Json>> = BTreeMap::new();
        for (_, permission) in resources_of_type(template, "AWS::Lambda::Permission") {
            let function = permission.properties.get("FunctionName").and_then(referenced_id);
            if let (Some(function), Some(principal)) = (function, permission.properties.get("Principal")) {
                principals.entry(function).or_default().push(principal);
            }
        }
        Self {
            principals,
            has_policies: resources_of_type(template, "AWS::Lambda::ResourcePolicy")
                .next()
                .is_some(),
        }
    }

    fn may_invoke(&self, service: &str, function: &str) -> bool {
        let mut principals = self.principals.get(function).into_iter().flatten();
        self.has_policies || principals.any(|principal| *principal == service || principal.is_object())
    }
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::{
        Template,
        check::{declared_names::DeclaredNames, references},
    };

    #[test]
    fn an_api_without_deployment_or_stage_is_reported() {
        expect(
            "",
            &[
                "Api: the API has methods but no `AWS::ApiGateway::Deployment`, so it cannot be called\n  hint: add one",
                "Api: the API has methods but no `AWS::ApiGateway::Stage`, so it cannot be called\n  hint: add one",
            ],
        );
    }

    #[test]
    fn a_deployment_depends_on_every_method() {
        let stage = "Stage: {Type: AWS::ApiGateway::Stage, Properties: {RestApiId: !Ref Api}}";
        expect(
            &format!(
                "Deployed: {{Type: AWS::ApiGateway::Deployment, Properties: {{RestApiId: !Ref Api}}}}\n  {stage}"
            ),
            &[
                "Deployed at DependsOn: the deployment may be created before the method `Get` and then does not serve it\n  \
                 hint: add `Get` to `DependsOn`",
            ],
        );
        expect(
            &format!(
                "Deployed: {{Type: AWS::ApiGateway::Deployment, DependsOn: Get, Properties: {{RestApiId: !Ref Api}}}}\n  \
                 {stage}"
            ),
            &[],
        );
    }

    #[test]
    fn every_caller_needs_a_permission_to_invoke_the_function() {
        let template = "
Resources:
  Work: {Type: AWS::Lambda::Function}
  Daily: {Type: AWS::Events::Rule, Properties: {Targets: [{Id: a, Arn: !GetAtt Work.Arn}]}}
  News: {Type: AWS::SNS::Subscription, Properties: {Protocol: lambda, Endpoint: !GetAtt Work.Arn}}
  Get:
    Type: AWS::ApiGateway::Method
    Properties: {Integration: {Uri: !Sub 'arn:aws:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/${Work.Arn}/invocations'}}
";
        let denied = |caller: &str, service: &str| {
            format!(
                "{caller}: `{service}.amazonaws.com` has no permission to invoke `Work`\n  hint: add an \
                 `AWS::Lambda::Permission`"
            )
        };
        let (events, api) = (
            denied("Daily at Properties.Targets[0].Arn", "events"),
            denied("Get at Properties.Integration.Uri", "apigateway"),
        );
        expect_in(
            template,
            &[&events, &denied("News at Properties.Endpoint", "sns"), &api],
        );
        let may = "  May: {Type: AWS::Lambda::Permission, Properties: {FunctionName: !Ref Work, Principal: sns.amazonaws.com}}";
        expect_in(&format!("{template}{may}\n"), &[&events, &api]);
    }

    /// Checks an API with one method and `more` resources.
    #[track_caller]
    fn expect(more: &str, expected: &[&str]) {
        let template = format!(
            "Resources:
  Api: {{Type: AWS::ApiGateway::RestApi}}
  Get: {{Type: AWS::ApiGateway::Method, Properties: {{RestApiId: !Ref Api}}}}
  {more}
"
        );
        expect_in(&template, expected);
    }

    #[track_caller]
    fn expect_in(template: &str, expected: &[&str]) {
        let template = Template::from_yaml(template).unwrap();
        let (_, dependencies) = references::check(&DeclaredNames::new(&template));
        let findings: Vec<String> = check(&template, &dependencies)
            .iter()
            .map(ToString::to_string)
            .collect();
        let expected: Vec<String> = expected
            .iter()
            .map(|problem| format!("Resources/{problem}"))
            .collect();
        assert_eq!(findings, expected);
    }
}
