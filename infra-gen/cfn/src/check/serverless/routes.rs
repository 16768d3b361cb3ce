//! The routes of APIs: the paths and methods of events, and the default authorizers.
//! <https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-function-api.html>

use std::collections::BTreeMap;

use super::{
    events::events,
    model::{Model, Properties},
    presence::is_given,
};
use crate::{
    check::{
        catalog::serverless::{AUTHORIZER, DEFINITION, ROUTE},
        hint::did_you_mean,
        query::quoted,
    },
    finding::{Finding, Unplaced, ValuePath},
    intrinsic_call::is_complete,
    template::ResourceBlock,
    value::Json,
};

/// A type of events, the property that refers to their API, and the type of that API.
const APIS: [(&str, &str, &str); 2] = [
    ("Api", "RestApiId", "AWS::Serverless::Api"),
    ("HttpApi", "ApiId", "AWS::Serverless::HttpApi"),
];

const METHODS: [&str; 9] = [
    "any",
    "delete",
    "get",
    "head",
    "options",
    "patch",
    "post",
    "put",
    "x-amazon-apigateway-any-method",
];

pub(super) fn check(model: &Model<'_>, findings: &mut Vec<Finding>) {
    let mut routes = BTreeMap::new();
    for (id, block) in &model.template.resources {
        if !matches!(
            block.type_name.as_str(),
            "AWS::Serverless::Function" | "AWS::Serverless::StateMachine"
        ) {
            continue;
        }
        for (name, event_type, properties) in events(block) {
            let Some(properties) = properties.filter(|properties| is_complete(properties)) else {
                continue;
            };
            let Some(api) = APIS.iter().find(|(event, _, _)| *event == event_type) else {
                continue;
            };
            let path = ValuePath::from("Properties.Events").key(name).key("Properties");
            let mut report = |property: &str, found: Unplaced| {
                findings.push(Finding::resource(id, path.clone().key(property), found));
            };
            route(properties, &mut report);
            reference(model, api, properties, &mut report);
            if let Some(key) = managed(model, api, properties) {
                if let Some(first) = routes.get(&key) {
                    let (_, path, method) = key;
                    let message = format!("{first} has the same path `{path}` and method `{method}`");
                    report(
                        "Path",
                        ROUTE.found(message, "remove one of the two, or change its path or method"),
                    );
                } else {
                    routes.insert(key, format!("the event `{name}` of `{id}`"));
                }
            }
        }
    }
    authorizers(model, findings);
}

fn route(properties: &Properties, report: &mut impl FnMut(&str, Unplaced)) {
    if let Some(Json::String(path)) = properties.get("Path")
        && !path.starts_with(['/', '$', '{'])
    {
        let hint = format!("write `/{path}`");
        report(
            "Path",
            ROUTE.found(format!("the path `{path}` must start with `/`"), hint),
        );
    }
    if let Some(Json::String(method)) = properties.get("Method") {
        let lower = method.to_lowercase();
        if !METHODS.contains(&lower.as_str()) && !method.contains(['*', '$', '{']) {
            let known = METHODS.iter().copied().filter(|known| !known.contains('-'));
            let hint = did_you_mean(&lower, known.clone(), &format!("use one of {}", quoted(known)));
            report("Method", ROUTE.found(format!("unknown method `{method}`"), hint));
        }
    }
}

/// Reports a reference to an API of another kind.
fn reference(
    model: &Model<'_>,
    (event_type, property, type_name): &(&str, &str, &str),
    properties: &Properties,
    report: &mut impl FnMut(&str, Unplaced),
) {
    let referenced = properties
        .get(*property)
        .and_then(|value| value.get("Ref")?.as_str());
    let block = referenced.and_then(|id| model.template.resources.get(id));
    // The transform does not touch a definition that the author writes.
    let is_other = |block: &&ResourceBlock| {
        let is_api = APIS.iter().any(|(_, _, api)| *api == block.type_name);
        is_api && block.type_name != *type_name && !block.properties.contains_key("DefinitionBody")
    };
    if let Some(block) = block.filter(is_other) {
        let message = format!(
            "an event of type `{event_type}` needs an `{type_name}`; found an `{}`",
            block.type_name
        );
        let hint = format!("refer to an `{type_name}`, or change the type of the event");
        report(property, ROUTE.found(message, hint));
    }
}

/// The API, path and method of an event, if the transform writes the definition of the API.
fn managed<'p>(
    model: &Model<'_>,
    (_, property, type_name): &(&'static str, &str, &'static str),
    properties: &'p Properties,
) -> Option<((&'static str, String), &'p str, String)> {
    let reference = properties.get(*property);
    let api = model.api(reference, type_name)?;
    if ["DefinitionBody", "DefinitionUri"]
        .iter()
        .any(|name| api.contains_key(*name))
        || !is_complete(api)
    {
        return None;
    }
    let id = reference.map_or_else(String::new, Json::to_string);
    let path = properties.get("Path")?.as_str()?;
    let method = properties.get("Method")?.as_str()?.to_lowercase();
    Some(((type_name, id), path, method))
}

/// The default authorizer of an API is one of its authorizers.
fn authorizers(model: &Model<'_>, findings: &mut Vec<Finding>) {
    const PATH: &str = "Auth.DefaultAuthorizer";
    for (section, _, type_name) in APIS {
        let mut has_own = false;
        for (id, properties) in model.of_type(type_name) {
            has_own = true;
            if let Some(found) = default_authorizer(properties) {
                let path = ValuePath::from("Properties").join(PATH);
                findings.push(Finding::resource(id, path, found));
            }
            if is_given(properties, "DefinitionUri") && is_given(properties, "DefinitionBody") {
                let message = "`DefinitionBody` and `DefinitionUri` exclude each other";
                findings.push(Finding::resource(
                    id,
                    "Properties",
                    DEFINITION.found(message, "remove one of them"),
                ));
            }
        }
        // The globals are those of the implicit API. An API of the template may add the authorizer.
        let globals = model.globals.get(type_name).filter(|_| !has_own);
        if let Some(found) = globals.and_then(|globals| default_authorizer(globals)) {
            findings.push(Finding::block("Globals", section, PATH, found));
        }
    }
}

/// Why the transform refuses the default authorizer of an API.
fn default_authorizer(api: &Properties) -> Option<Unplaced> {
    let auth = api.get("Auth")?.as_object().filter(|auth| is_complete(auth))?;
    let name = auth.get("DefaultAuthorizer")?.as_str()?;
    let known = auth.get("Authorizers")?.as_object()?;
    let has_definition = ["DefinitionBody", "DefinitionUri"]
        .iter()
        .any(|definition| is_given(api, definition));
    // Without authorizers, the transform ignores the default.
    if known.contains_key(name)
        || name == "AWS_IAM"
        || known.is_empty()
        || !is_complete(known)
        || has_definition
    {
        return None;
    }
    let names = known.keys().map(String::as_str);
    let hint = did_you_mean(name, names.clone(), &format!("use one of {}", quoted(names)));
    Some(AUTHORIZER.found(format!("`Authorizers` has no authorizer `{name}`"), hint))
}
