//! Overridden properties: the schema check skips them, and this check reports that.

use super::catalog::properties::OVERRIDDEN_PROPERTY;
use crate::{
    finding::{Finding, ValuePath},
    overrides::steps,
    template::{ResourceBlock, Template},
    value::Json,
};

/// A finding for each overridden value that the schemas would check otherwise.
pub(super) fn check(template: &Template) -> Vec<Finding> {
    let of_block = |(id, block)| {
        let id: &String = id;
        let block: &ResourceBlock = block;
        block.overridden().map(move |path| {
            let message = format!("`{path}` is overridden and was not checked");
            let found =
                OVERRIDDEN_PROPERTY.found(message, "remove the override when the schemas know the property");
            Finding::resource(id, path_of(block, path), found)
        })
    };
    template
        .resources
        .iter()
        .filter(|(_, block)| infra_gen_schema::lookup(&block.type_name).is_some())
        .flat_map(of_block)
        .collect()
}

impl Template {
    /// Whether a finding about a property is about an overridden value.
    pub(super) fn is_overridden(&self, finding: &Finding) -> bool {
        let path = &finding.path;
        let block = (path.section.as_deref() == Some("Resources"))
            .then(|| self.resources.get(path.name.as_deref()?))
            .flatten();
        let is_in = |overridden: &str| {
            let overridden = block.map(|block| path_of(block, overridden));
            overridden.is_some_and(|overridden| path.value.segments().starts_with(overridden.segments()))
        };
        block.is_some_and(|block| block.overridden().any(is_in))
    }
}

/// The place of a property in its block: `Properties.Foo[0].Bar` for `Foo.0.Bar`.
fn path_of(block: &ResourceBlock, path: &str) -> ValuePath {
    let mut found = ValuePath::from("Properties");
    let mut place = None;
    for (depth, step) in steps(path).into_iter().enumerate() {
        let index = place.and_then(Json::as_array).and(step.parse().ok());
        place = match index {
            _ if depth == 0 => block.properties.get(&step),
            Some(index) => place.and_then(|items| items.get::<usize>(index)),
            None => place.and_then(|value| value.get(&step)),
        };
        found = match index {
            Some(index) => found.index(index),
            None => found.key(step),
        };
    }
    found
}
