//! REST APIs: a deployment is a picture of what is there when it is taken.
//! <https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-deploy-api.html>

use std::collections::BTreeSet;

use crate::{
    call::named,
    check::{
        Problem,
        find::{UNKNOWN, items, of_type, resource, text},
        needs::Needs,
    },
    template::{ResourceBlock, Template},
    value::Json,
};

pub(super) fn check(template: &Template, needs: &Needs<'_>, problems: &mut Vec<Problem>) {
    for (id, deployment) in of_type(template, DEPLOYMENT) {
        if let Some(message) = nothing_to_deploy(template, needs, id, deployment) {
            problems.push(Problem::resource(id, "", message));
        }
    }
    for (id, stage) in of_type(template, "AWS::ApiGateway::Stage") {
        let mut report = |path: String, message: String| {
            problems.push(Problem::resource(id, format!("Properties{path}"), message));
        };
        match stage.properties.get("DeploymentId") {
            None => report(
                String::new(),
                "`DeploymentId` is missing; name the deployment that the stage serves".to_owned(),
            ),
            Some(served) => {
                let deployment = resource(template, served, DEPLOYMENT);
                let of = |block: &ResourceBlock| {
                    block
                        .properties
                        .get("RestApiId")
                        .and_then(named)
                        .map(str::to_owned)
                };
                if let Some((deployment_id, deployment)) = deployment
                    && let (Some(own), Some(other)) = (of(stage), of(deployment))
                    && own != other
                {
                    report(
                        ".DeploymentId".to_owned(),
                        format!(
                            "`{deployment_id}` is a deployment of `{other}`, and the stage is one of `{own}`; take one of the same API"
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
                    format!("`{path}` does not begin with `/`; write `/*` for every path"),
                );
            }
        }
    }
    for (id, method) in of_type(template, METHOD) {
        if let Some(message) = unauthorized(method) {
            problems.push(Problem::resource(id, "Properties.AuthorizationType", message));
        }
    }
}

const DEPLOYMENT: &str = "AWS::ApiGateway::Deployment";
const METHOD: &str = "AWS::ApiGateway::Method";

/// A deployment of an API that has no method yet is refused, and nothing but waiting for one sees to it.
fn nothing_to_deploy(
    template: &Template,
    needs: &Needs<'_>,
    id: &str,
    deployment: &ResourceBlock,
) -> Option<String> {
    let (api_id, api) = resource(
        template,
        deployment.properties.get("RestApiId")?,
        "AWS::ApiGateway::RestApi",
    )?;
    if api.properties.contains_key("Body") || api.properties.contains_key("BodyS3Location") {
        return None;
    }
    let methods: BTreeSet<&str> = of_type(template, METHOD)
        .filter(|(_, method)| method.properties.get("RestApiId").and_then(named) == Some(api_id))
        .map(|(id, _)| id)
        .collect();
    if methods.is_empty() {
        return Some(format!(
            "the API `{api_id}` has no method, and API Gateway deploys none without; add an `{METHOD}`"
        ));
    }
    let waits_for = needs.all_of(id);
    (!methods.iter().any(|method| waits_for.contains(method))).then(|| {
        format!(
            "the deployment may be made before the methods of `{api_id}`, and without one it is refused; let it depend on \
             them: {}",
            methods.iter().map(|method| format!("`{method}`")).collect::<Vec<_>>().join(", ")
        )
    })
}

/// A kind of authorization that somebody has to decide, and nobody named.
fn unauthorized(method: &ResourceBlock) -> Option<String> {
    let Some(Json::String(kind)) = method.properties.get("AuthorizationType") else {
        return None;
    };
    let wants_one = matches!(kind.as_str(), "CUSTOM" | "COGNITO_USER_POOLS");
    (wants_one && !method.properties.contains_key("AuthorizerId"))
        .then(|| format!("`{kind}` needs an authorizer; set `AuthorizerId`"))
}
