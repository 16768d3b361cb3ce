//! What CloudFormation gets, an environment at a time: the whole template as a snapshot, and the rules that each keeps.

use std::collections::BTreeSet;

use insta::{Settings as Insta, assert_snapshot};
use shop_contract::{
    Function,
    api::{Access, OPERATIONS},
};
use shop_infra::{settings::ENVIRONMENTS, stack};

#[test]
fn every_environment_has_the_template_that_was_reviewed() {
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
    let template = built("prod");
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
fn what_is_the_employees_is_closed_to_the_world() {
    let template = built("prod");
    for operation in OPERATIONS {
        let method = template.resources.values().find(|resource| {
            resource.type_name == "AWS::ApiGateway::Method"
                && resource
                    .properties
                    .get("OperationName")
                    .and_then(|name| name.as_str())
                    == Some(operation.function.name())
        });
        let authorization = &method.expect("every operation is a method").properties["AuthorizationType"];
        assert_eq!(
            authorization == "NONE",
            operation.access == Access::Public,
            "{}",
            operation.path
        );
    }
}

#[test]
fn production_keeps_its_data_and_the_others_let_it_go() {
    let retained = |name| template(name).matches(r#""DeletionPolicy": "Retain""#).count();
    let destroyed = |name| template(name).matches(r#""DeletionPolicy": "Delete""#).count();
    assert_eq!(destroyed("prod"), 0);
    assert_eq!(retained("local"), 0);
    // The account's logging role is shared with whatever else logs there.
    assert_eq!(retained("dev"), 2);
}

#[test]
fn no_template_has_a_wildcard_that_allows() {
    for environment in ENVIRONMENTS {
        let built = built(environment.name);
        for (id, resource) in &built.resources {
            let text = serde_json::to_string(&resource.properties).unwrap();
            for statement in text
                .split(r#"{"Effect":"#)
                .filter(|statement| statement.starts_with(r#""Allow""#))
            {
                let actions = statement.split(r#""Resource""#).next().unwrap_or_default();
                assert!(!actions.contains('*'), "{id} allows by wildcard: {statement}");
            }
        }
    }
}

fn built(environment: &str) -> infra_gen::cfn::Template {
    let environment = ENVIRONMENTS.iter().find(|known| known.name == environment);
    let settings = environment
        .expect("the environment exists")
        .parse()
        .expect("its data file is valid");
    stack::build(&settings).finish().expect("its template is valid")
}

fn template(environment: &str) -> String {
    built(environment).to_json()
}
