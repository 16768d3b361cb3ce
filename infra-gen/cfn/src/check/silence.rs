//! What AWS takes without a word and then does not do: an API that nobody can call, a function that is never called
//! because its caller may not.
//!
//! Only a [`crate::Stack`] is held to it: somebody else's template may have the rest in another stack.

use std::collections::BTreeMap;

use super::{
    Problem,
    find::{items, of_type},
    needs::Needs,
};
use crate::{
    call::named,
    template::{ResourceBlock, Template},
    value::Json,
};

/// Everything that would be deployed in vain.
pub(super) fn check(template: &Template, needs: &Needs<'_>) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (id, _) in of_type(template, "AWS::ApiGateway::RestApi") {
        unserved(template, needs, id, &mut problems);
    }
    let permissions = Permissions::of(template);
    for (id, path, called, service) in calls(template) {
        if !permissions.may_call(service, called) {
            let message = format!(
                "`{service}` may not call `{called}`, so the function is never called; add an `AWS::Lambda::Permission` for it"
            );
            problems.push(Problem::resource(id, path, message));
        }
    }
    problems
}

/// Methods are served by a stage, and by it as they were when its deployment was made.
fn unserved(template: &Template, needs: &Needs<'_>, api: &str, problems: &mut Vec<Problem>) {
    let of_api = |type_name| {
        of_type(template, type_name)
            .filter(|(_, block)| block.properties.get("RestApiId").and_then(named) == Some(api))
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
            let message = format!("nobody can call the API: it has methods, and no `{type_name}`; add one");
            problems.push(Problem::resource(api, "", message));
        }
    }
    let methods: Vec<&str> = methods.collect();
    for deployment in deployments {
        let awaited = needs.all_of(deployment);
        for method in methods.iter().filter(|method| !awaited.contains(*method)) {
            let message = format!(
                "the deployment may be made before the method `{method}`, and then does not serve it; let it depend on that"
            );
            problems.push(Problem::resource(deployment, "DependsOn", message));
        }
    }
}

/// Who calls which function of the template: the caller, where it says so, the function, and the service that calls.
fn calls(template: &Template) -> Vec<(&str, String, &str, &'static str)> {
    let mut calls = Vec::new();
    for (id, rule) in of_type(template, "AWS::Events::Rule") {
        for (i, target) in items(rule, "Targets").iter().enumerate() {
            let arn = target.get("Arn").filter(|_| target.get("RoleArn").is_none());
            if let Some(function) = arn.and_then(|arn| function(template, arn)) {
                calls.push((
                    id,
                    format!("Properties.Targets[{i}].Arn"),
                    function,
                    "events.amazonaws.com",
                ));
            }
        }
    }
    for (id, subscription) in of_type(template, "AWS::SNS::Subscription") {
        let endpoint = subscription.properties.get("Endpoint");
        if let Some(function) = endpoint.and_then(|endpoint| function(template, endpoint)) {
            calls.push((
                id,
                "Properties.Endpoint".to_owned(),
                function,
                "sns.amazonaws.com",
            ));
        }
    }
    for (id, method) in of_type(template, "AWS::ApiGateway::Method") {
        let integration = method.properties.get("Integration");
        let uri = integration.filter(|integration| integration.get("Credentials").is_none());
        let uri = uri.and_then(|integration| integration.get("Uri"));
        if let Some(function) = uri.and_then(|uri| called_at(template, uri)) {
            calls.push((
                id,
                "Properties.Integration.Uri".to_owned(),
                function,
                "apigateway.amazonaws.com",
            ));
        }
    }
    calls
}

const CALLABLE: [&str; 3] = [
    "AWS::Lambda::Alias",
    "AWS::Lambda::Function",
    "AWS::Lambda::Version",
];

/// The function of this template that a value stands for.
fn function<'a>(template: &'a Template, value: &Json) -> Option<&'a str> {
    let (id, block) = template.resources.get_key_value(named(value)?)?;
    is_callable(block).then_some(id.as_str())
}

/// The function whose ARN is within an address: `…:lambda:path/2015-03-31/functions/${Function.Arn}/invocations`.
fn called_at<'a>(template: &'a Template, uri: &Json) -> Option<&'a str> {
    let id = template.first_reference(uri)?;
    is_callable(&template.resources[id]).then_some(id)
}

fn is_callable(block: &ResourceBlock) -> bool {
    CALLABLE.contains(&block.type_name.as_str())
}

/// Who may call each function of the template.
struct Permissions<'a> {
    callers: BTreeMap<&'a str, Vec<&'a Json>>,
    /// Whether a function has a policy in one piece, which is not looked into.
    has_policies: bool,
}

impl<'a> Permissions<'a> {
    fn of(template: &'a Template) -> Self {
        let mut callers: BTreeMap<&str, Vec<&Json>> = BTreeMap::new();
        for (_, permission) in of_type(template, "AWS::Lambda::Permission") {
            let function = permission.properties.get("FunctionName").and_then(named);
            if let (Some(function), Some(caller)) = (function, permission.properties.get("Principal")) {
                callers.entry(function).or_default().push(caller);
            }
        }
        Self {
            callers,
            has_policies: of_type(template, "AWS::Lambda::ResourcePolicy").next().is_some(),
        }
    }

    fn may_call(&self, service: &str, function: &str) -> bool {
        let mut callers = self.callers.get(function).into_iter().flatten();
        self.has_policies || callers.any(|caller| *caller == service || caller.is_object())
    }
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::{Template, check::references};

    #[test]
    fn an_api_that_is_not_deployed_is_told() {
        expect(
            "",
            &[
                "Api: nobody can call the API: it has methods, and no `AWS::ApiGateway::Deployment`; add one",
                "Api: nobody can call the API: it has methods, and no `AWS::ApiGateway::Stage`; add one",
            ],
        );
    }

    #[test]
    fn a_deployment_waits_for_every_method() {
        let stage = "Stage: {Type: AWS::ApiGateway::Stage, Properties: {RestApiId: !Ref Api}}";
        expect(
            &format!(
                "Picture: {{Type: AWS::ApiGateway::Deployment, Properties: {{RestApiId: !Ref Api}}}}\n  {stage}"
            ),
            &[
                "Picture at DependsOn: the deployment may be made before the method `Get`, and then does not serve it; let \
               it depend on that",
            ],
        );
        expect(
            &format!(
                "Picture: {{Type: AWS::ApiGateway::Deployment, DependsOn: Get, Properties: {{RestApiId: !Ref Api}}}}\n  \
                 {stage}"
            ),
            &[],
        );
    }

    #[test]
    fn who_calls_a_function_may_call_it() {
        let template = "
Resources:
  Work: {Type: AWS::Lambda::Function}
  Daily: {Type: AWS::Events::Rule, Properties: {Targets: [{Id: a, Arn: !GetAtt Work.Arn}]}}
  News: {Type: AWS::SNS::Subscription, Properties: {Protocol: lambda, Endpoint: !GetAtt Work.Arn}}
  Get:
    Type: AWS::ApiGateway::Method
    Properties: {Integration: {Uri: !Sub 'arn:aws:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/${Work.Arn}/invocations'}}
";
        let told = |caller: &str, service: &str| {
            format!(
                "{caller}: `{service}.amazonaws.com` may not call `Work`, so the function is never called; add an \
                 `AWS::Lambda::Permission` for it"
            )
        };
        let (events, api) = (
            told("Daily at Properties.Targets[0].Arn", "events"),
            told("Get at Properties.Integration.Uri", "apigateway"),
        );
        told_of(
            template,
            &[&events, &told("News at Properties.Endpoint", "sns"), &api],
        );
        let may = "  May: {Type: AWS::Lambda::Permission, Properties: {FunctionName: !Ref Work, Principal: sns.amazonaws.com}}";
        told_of(&format!("{template}{may}\n"), &[&events, &api]);
    }

    /// What is told of an API with one method and `more`.
    #[track_caller]
    fn expect(more: &str, expected: &[&str]) {
        let template = format!(
            "Resources:
  Api: {{Type: AWS::ApiGateway::RestApi}}
  Get: {{Type: AWS::ApiGateway::Method, Properties: {{RestApiId: !Ref Api}}}}
  {more}
"
        );
        told_of(&template, expected);
    }

    #[track_caller]
    fn told_of(template: &str, expected: &[&str]) {
        let template = Template::from_yaml(template).unwrap();
        let (_, needs) = references::check(&template);
        let problems: Vec<String> = check(&template, &needs).iter().map(ToString::to_string).collect();
        let expected: Vec<String> = expected
            .iter()
            .map(|problem| format!("Resources/{problem}"))
            .collect();
        assert_eq!(problems, expected);
    }
}
