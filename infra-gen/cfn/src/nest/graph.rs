//! The dependencies among the resources of a template.

use std::collections::{BTreeMap, BTreeSet};

use super::references::{self, Reference};
use crate::{
    template::{ResourceBlock, Template},
    value::Json,
};

impl Template {
    /// The other resources that each resource refers to: in a property, in an attribute or in `DependsOn`.
    pub fn dependencies(&self) -> BTreeMap<&str, BTreeSet<&str>> {
        let dependencies = self.resources.iter().map(|(id, block)| {
            let mut dependencies = BTreeSet::new();
            let mut add = |name: &str| {
                if let Some((name, _)) = self.resources.get_key_value(name)
                    && name != id
                {
                    dependencies.insert(name.as_str());
                }
            };
            each_reference(block, &mut |reference| add(reference.name()));
            for name in block.depends_on() {
                add(name);
            }
            (id.as_str(), dependencies)
        });
        dependencies.collect()
    }

    /// The first resource that a value refers to, if any.
    pub fn first_reference(&self, value: &Json) -> Option<&str> {
        let mut first = None;
        references::each(value, &mut |reference| {
            first = first.or_else(|| {
                self.resources
                    .get_key_value(reference.name())
                    .map(|(id, _)| id.as_str())
            });
        });
        first
    }
}

/// The resources of a template and the dependencies of each.
pub(super) struct Graph<'a> {
    template: &'a Template,
    dependencies: BTreeMap<&'a str, BTreeSet<&'a str>>,
}

impl<'a> Graph<'a> {
    pub(super) fn new(template: &'a Template) -> Self {
        Self {
            template,
            dependencies: template.dependencies(),
        }
    }

    /// The resources that must stay in the root, see [`stays`], and their dependencies, so that the root does not depend on a
    /// nested stack.
    pub(super) fn root(&self) -> BTreeSet<&'a str> {
        let mut open: Vec<&str> = self
            .template
            .resources
            .iter()
            .filter(|(_, block)| stays(self.template, block))
            .map(|(id, _)| id.as_str())
            .collect();
        let mut root = BTreeSet::new();
        while let Some(id) = open.pop() {
            if root.insert(id) {
                open.extend(&self.dependencies[id]);
            }
        }
        root
    }

    /// The resources outside `root`, each after its dependencies and close to them.
    pub(super) fn others(&self, root: &BTreeSet<&'a str>) -> Vec<&'a str> {
        let mut order = Vec::new();
        let mut seen = root.clone();
        for id in self.dependencies.keys() {
            self.visit(id, &mut seen, &mut order);
        }
        order
    }

    /// Depth first, without recursion, because a chain of resources may be as long as the template.
    fn visit(&self, start: &'a str, seen: &mut BTreeSet<&'a str>, order: &mut Vec<&'a str>) {
        if !seen.insert(start) {
            return;
        }
        let mut path = vec![(start, self.dependencies[start].iter())];
        while let Some((id, dependencies)) = path.last_mut() {
            let id = *id;
            if let Some(next) = dependencies.find(|dependency| !seen.contains(*dependency)) {
                seen.insert(next);
                path.push((next, self.dependencies[next].iter()));
            } else {
                order.push(id);
                path.pop();
            }
        }
    }
}

/// Calls `visit` with every reference in a resource, apart from `DependsOn`.
pub(super) fn each_reference(block: &ResourceBlock, visit: &mut dyn FnMut(Reference)) {
    let attributes = block.attributes.iter().filter(|(name, _)| *name != "DependsOn");
    for (_, value) in block.properties.iter().chain(attributes) {
        references::each(value, visit);
    }
}

/// Whether a resource must stay in the root because it
///
/// - holds data, or is not deleted with the stack;
/// - is conditional: a nested stack cannot output a resource that does not exist;
/// - reads a list or an object of another resource: parameters and outputs of stacks are strings.
fn stays(template: &Template, block: &ResourceBlock) -> bool {
    let holds_data = infra_gen_schema::lookup(&block.type_name).is_none_or(|schema| schema.holds_data);
    let outlives = ["DeletionPolicy", "UpdateReplacePolicy"]
        .iter()
        .filter_map(|policy| block.attributes.get(*policy))
        .any(|policy| policy != "Delete");
    let conditional = block.attributes.contains_key("Condition");
    let mut reads_collections = false;
    each_reference(block, &mut |reference| {
        reads_collections |= !is_scalar(template, &reference);
    });
    holds_data || outlives || conditional || reads_collections
}

fn is_scalar(template: &Template, reference: &Reference) -> bool {
    let Reference::GetAtt(name, attribute) = reference else {
        return true;
    };
    let schema = template
        .resources
        .get(name)
        .and_then(|block| infra_gen_schema::lookup(&block.type_name));
    schema
        .and_then(|schema| schema.attribute(attribute))
        .is_none_or(|attribute| attribute.yields() == infra_gen_schema::Yields::Scalar)
}
