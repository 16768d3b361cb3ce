//! The template of each environment: a snapshot of the whole template, and rules that all templates follow.

#[path = "common/environment.rs"]
mod environment;

use std::collections::BTreeSet;

use insta::{Settings as Insta, assert_snapshot};
use serde_json::json;
use shop_contract::{
    Function,
    api::{Access, OPERATIONS},
    sign_in,
};
use shop_infra::settings::ENVIRONMENTS;

#[test]
fn every_environment_has_the_reviewed_template() {
    let mut insta = Insta::clone_current();
    insta.set_snapshot_path("../../../snapshots/templates");
    insta.set_prepend_module_to_snapshot(false);
    insta.set_omit_expression(true);
    insta.bind(|| {
        for environment in ENVIRONMENTS {
            assert_snapshot!(environment.name, template(environment.name));
        }
    });
}

#[test]
fn the_same_settings_give_the_same_bytes() {
    for environment in ENVIRONMENTS {
        assert_eq!(template(environment.name), template(environment.name));
    }
}

#[test]
fn every_function_of_the_contract_is_in_the_stack_with_its_own_handler() {
    let template = environment::template("prod");
    let handlers: BTreeSet<&str> = template
        .resources
        .values()
        .filter(|resource| resource.type_name == "AWS::Lambda::Function")
        .filter_map(|resource| resource.properties["Handler"].as_str())
        .collect();
    let functions: BTreeSet<&str> = Function::ALL.iter().map(|function| function.name()).collect();
    assert_eq!(handlers, functions);
}

#[test]
fn employee_operations_require_the_employee_scope() {
    let template = environment::template("prod");
    for operation in OPERATIONS {
        let method = template.resources.values().find(|resource| {
            resource.type_name == "AWS::ApiGateway::Method"
                && resource
                    .properties
                    .get("OperationName")
                    .and_then(|name| name.as_str())
                    == Some(operation.function.name())
        });
        let method = &method.expect("every operation is a method").properties;
        let (kind, scopes) = match operation.access {
            Access::Public => ("NONE", None),
            Access::Staff | Access::Manager => (
                "COGNITO_USER_POOLS",
                Some(json!([sign_in::full_employee_scope()])),
            ),
        };
        assert_eq!(method["AuthorizationType"], kind, "{}", operation.path);
        assert_eq!(
            method.get("AuthorizationScopes"),
            scopes.as_ref(),
            "{}",
            operation.path
        );
    }
}

#[test]
fn sign_in_redirects_to_the_sites_own_pages_only() {
    let template = environment::template("prod");
    let client = &template.resources["EmployeesSiteClient"].properties;
    let own = |path: &str| json!([{ "Fn::Sub": format!("https://${{SiteDistribution.DomainName}}{path}") }]);
    assert_eq!(client["CallbackURLs"], own(sign_in::CALLBACK_PATH));
    assert_eq!(client["LogoutURLs"], own(sign_in::SIGNED_OUT_PATH));
}

#[test]
fn handlers_accept_tokens_of_the_sites_client_only() {
    let template = environment::template("prod");
    let mut functions = 0;
    for resource in template.resources.values() {
        let client = resource
            .properties
            .get("Environment")
            .and_then(|environment| environment["Variables"].get("USER_POOL_CLIENT"));
        if let Some(client) = client {
            assert_eq!(client, &json!({ "Ref": "EmployeesSiteClient" }));
            functions += 1;
        }
    }
    let employees = OPERATIONS
        .iter()
        .filter(|operation| operation.access.requires_employee())
        .count();
    assert_eq!(
        functions,
        employees + 1,
        "the employee operations and the token exchange"
    );
}

#[test]
fn only_production_retains_data() {
    let retained = |name| template(name).matches(r#""DeletionPolicy": "Retain""#).count();
    let destroyed = |name| template(name).matches(r#""DeletionPolicy": "Delete""#).count();
    // The key of the alarms' topic, which encrypts messages only until they are delivered.
    assert_eq!(destroyed("prod"), 1);
    assert_eq!(retained("local"), 0);
    // The account's logging role is shared with other APIs.
    assert_eq!(retained("dev"), 2);
}

#[test]
fn no_template_allows_wildcard_actions() {
    for environment in ENVIRONMENTS {
        let built = environment::template(environment.name);
        for (id, resource) in &built.resources {
            let text = serde_json::to_string(&resource.properties).unwrap();
            for statement in text
                .split(r#"{"Effect":"#)
                .filter(|statement| statement.starts_with(r#""Allow""#))
            {
                let actions = statement.split(r#""Resource""#).next().unwrap_or_default();
                assert!(
                    !actions.contains('*'),
                    "{id} allows a wildcard action: {statement}"
                );
            }
        }
    }
}

fn template(environment: &str) -> String {
    environment::template(environment).to_json()
}
