//! REST APIs. A deployment is a snapshot of the methods that exist when it is created.
//! <https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-deploy-api.html>

use std::collections::BTreeSet;

use crate::{
    check::catalog::services::api_gateway::{
        DEPLOYMENT_ORDER, INTEGRATION, MISSING_AUTHORIZER, NO_METHOD, RESOURCE_PATH, STAGE_DEPLOYMENT,
    },
    check::{
        cases::{Cases, View},
        dependencies::Dependencies,
        query::{UNKNOWN, items, quoted, referenced_resource, resources_of_type, text},
    },
    finding::{Finding, Unplaced},
    intrinsic_call::referenced_id,
    template::{ResourceBlock, Template},
    value::Json,
};

pub(super) fn check(
    template: &Template,
    cases: &mut Cases<'_>,
    dependencies: &Dependencies<'_>,
    findings: &mut Vec<Finding>,
) {
    cases.each(METHOD, findings, |method, findings| {
        integration(&method.get("Integration"), findings);
    });
    for (id, deployment) in resources_of_type(template, DEPLOYMENT) {
        if let Some(finding) = deployment_without_methods(template, dependencies, id, deployment) {
            findings.push(Finding::resource(id, "", finding));
        }
    }
    for (id, stage) in resources_of_type(template, "AWS::ApiGateway::Stage") {
        let mut report = |path: String, finding: Unplaced| {
            findings.push(Finding::resource(id, format!("Properties{path}"), finding));
        };
        match stage.properties.get("DeploymentId") {
            None => report(
                String::new(),
                STAGE_DEPLOYMENT.found(
                    "`DeploymentId` is missing",
                    "add the deployment that the stage serves",
                ),
            ),
            Some(served) => {
                let deployment = referenced_resource(template, served, DEPLOYMENT);
                let of = |block: &ResourceBlock| {
                    block
                        .properties
                        .get("RestApiId")
                        .and_then(referenced_id)
                        .map(str::to_owned)
                };
                if let Some((deployment_id, deployment)) = deployment
                    && let (Some(own), Some(other)) = (of(stage), of(deployment))
                    && own != other
                {
                    report(
                        ".DeploymentId".to_owned(),
                        STAGE_DEPLOYMENT.found(
                            format!(
                                "`{deployment_id}` is a deployment of the API `{other}`; the stage belongs to `{own}`"
                            ),
                            "use a deployment of the same API",
                        ),
                    );
                }
            }
        }
        for (i, setting) in items(stage, "MethodSettings").iter().enumerate() {
            if let Some(path) = setting.get("ResourcePath").and_then(text)
                && !path.starts_with('/')
                && !path.starts_with(UNKNOWN)
            {
                report(
                    format!(".MethodSettings[{i}].ResourcePath"),
                    RESOURCE_PATH.found(
                        format!("`{path}` does not begin with `/`"),
                        "write `/*` for every path",
                    ),
                );
            }
        }
    }
    for (id, method) in resources_of_type(template, METHOD) {
        if let Some(finding) = missing_authorizer(method) {
            findings.push(Finding::resource(id, "Properties.AuthorizationType", finding));
        }
    }
}

const DEPLOYMENT: &str = "AWS::ApiGateway::Deployment";
const METHOD: &str = "AWS::ApiGateway::Method";

/// API Gateway refuses a deployment while the API has no method, so the deployment must depend on one.
fn deployment_without_methods(
    template: &Template,
    dependencies: &Dependencies<'_>,
    id: &str,
    deployment: &ResourceBlock,
) -> Option<Unplaced> {
    let (api_id, api) = referenced_resource(
        template,
        deployment.properties.get("RestApiId")?,
        "AWS::ApiGateway::RestApi",
    )?;
    if api.properties.contains_key("Body") || api.properties.contains_key("BodyS3Location") {
        return None;
    }
    let methods: BTreeSet<&str> = resources_of_type(template, METHOD)
        .filter(|(_, method)| method.properties.get("RestApiId").and_then(referenced_id) == Some(api_id))
        .map(|(id, _)| id)
        .collect();
    if methods.is_empty() {
        return Some(NO_METHOD.found(
            format!("the API `{api_id}` has no method to deploy"),
            format!("add an `{METHOD}`"),
        ));
    }
    let earlier = dependencies.transitive(id);
    (!methods.iter().any(|method| earlier.contains(method))).then(|| {
        DEPLOYMENT_ORDER.found(
            format!(
                "the deployment may be created before any method of `{api_id}`, and would then be refused"
            ),
            format!("add the methods to `DependsOn`: {}", quoted(methods)),
        )
    })
}

/// An authorization type that requires an authorizer, without one.
fn missing_authorizer(method: &ResourceBlock) -> Option<Unplaced> {
    let Some(Json::String(kind)) = method.properties.get("AuthorizationType") else {
        return None;
    };
    let needs_authorizer = matches!(kind.as_str(), "CUSTOM" | "COGNITO_USER_POOLS");
    (needs_authorizer && !method.properties.contains_key("AuthorizerId"))
        .then(|| MISSING_AUTHORIZER.found(format!("`{kind}` requires an authorizer"), "set `AuthorizerId`"))
}

/// <https://docs.aws.amazon.com/apigateway/latest/api/API_PutIntegration.html>
fn integration(integration: &View<'_, '_>, findings: &mut Vec<Finding>) {
    let Some(kind) = integration.get("Type").text().filter(|kind| kind != "MOCK") else {
        return;
    };
    for name in ["IntegrationHttpMethod", "Uri"] {
        if integration.get(name).is_absent() {
            let message = format!("an integration of the type `{kind}` requires `{name}`");
            findings.push(integration.found(INTEGRATION.found(message, "add it")));
        }
    }
    let uri = integration.get("Uri");
    let is_arn = uri.partial_text().is_some_and(|text| {
        text.starts_with("arn:") && text.contains(":lambda:") && !text.contains(":apigateway:")
    });
    if kind.starts_with("AWS") && (is_arn || uri.resource("AWS::Lambda::Function").is_some()) {
        let message = "the ARN of a function is not the URI of an integration";
        let hint = "write `arn:aws:apigateway:REGION:lambda:path/2015-03-31/functions/ARN/invocations`";
        findings.push(uri.found(INTEGRATION.found(message, hint)));
    }
    if integration.get("ConnectionType").is("VPC_LINK") && integration.get("ConnectionId").is_absent() {
        let message = "an integration over a VPC link requires `ConnectionId`";
        findings.push(integration.found(INTEGRATION.found(message, "add the ID of the link")));
    }
}
