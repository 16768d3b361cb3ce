//! Resources of the serverless transform (AWS SAM), as the transform reads them.
//! <https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification.html>
//!
//! | module | contains |
//! | --- | --- |
//! | `globals` | the section `Globals`, and its properties merged into those of a resource |
//! | `events` | the events of functions and state machines |
//! | `functions` | what a function requires |
//! | `connectors` | what connectors connect |
//! | `routes` | the paths and methods of events, and the authorizers of APIs |
//! | `permissions` | policy templates |
//! | `generated` | the names of the resources that the transform generates |
//! | `transformed` | resources that the transform writes, for the rules of their types |
//! | `model` | what these modules share |
//! | `values` | values that the transform reads itself |
//! | `presence` | whether a property is given |

mod connectors;
mod events;
mod functions;
mod generated;
mod globals;
mod model;
mod permissions;
mod presence;
mod routes;
#[cfg(test)]
mod tests;
mod transformed;
mod values;

pub(super) use globals::sections;
pub(super) use model::Model;
pub(super) use transformed::Transformed;

use crate::{
    finding::Finding,
    template::{ResourceBlock, SERVERLESS_TRANSFORM, Template},
    transforms::LANGUAGE_EXTENSIONS,
    value::Json,
};

pub(super) fn check(model: &Model<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    globals::check(model.template, &mut findings);
    events::check(model, &mut findings);
    routes::check(model, &mut findings);
    functions::check(model, &mut findings);
    permissions::check(model, &mut findings);
    connectors::check(model, &mut findings);
    values::check(model, &mut findings);
    findings
}

/// Whether another transform, a loop or a module may add resources that the template does not show.
fn is_open(template: &Template) -> bool {
    let is_known = |transform: &Json| transform == LANGUAGE_EXTENSIONS || transform == SERVERLESS_TRANSFORM;
    template.malformed
        || !template.resource_macros.is_empty()
        || !template.transforms().iter().all(is_known)
        || template.resources.values().any(is_module)
}

/// Whether the resource is a module. The names of a module's resources begin with the name of the module.
/// <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/module-ref-resources.html>
fn is_module(resource: &ResourceBlock) -> bool {
    resource.type_name.ends_with("::MODULE")
}

/// Whether the serverless transform replaces a resource of this type.
pub(super) fn is_serverless(type_name: &str) -> bool {
    type_name.starts_with("AWS::Serverless::")
}

/// Whether the transform reads a property of a resource without copying its nulls. A null property is absent, events and
/// authorizers become other resources, and the definition of a state machine becomes a string. CloudFormation looks for nulls
/// after that.
pub(super) fn accepts_null(type_name: &str, property: &str, value: &Json) -> bool {
    is_serverless(type_name)
        && (value.is_null()
            || matches!(property, "Auth" | "Events")
            || (type_name == "AWS::Serverless::StateMachine" && property == "Definition"))
}
