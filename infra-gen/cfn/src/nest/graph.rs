//! Which resource needs which.

use std::collections::{BTreeMap, BTreeSet};

use super::uses::{self, Use};
use crate::{
    schema::{self, Yields},
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
            each_use(block, &mut |used| add(used.name()));
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
        uses::each(value, &mut |used| {
            first = first.or_else(|| {
                self.resources
                    .get_key_value(used.name())
                    .map(|(id, _)| id.as_str())
            });
        });
        first
    }
}

/// The resources of a template and what each needs of the others.
pub(super) struct Graph<'a> {
    template: &'a Template,
    needs: BTreeMap<&'a str, BTreeSet<&'a str>>,
}

impl<'a> Graph<'a> {
    pub(super) fn of(template: &'a Template) -> Self {
        Self {
            template,
            needs: template.dependencies(),
        }
    }

    /// What must not move: see [`stays`]. With it all that it needs, so that the root needs no nested stack.
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
                open.extend(&self.needs[id]);
            }
        }
        root
    }

    /// The resources beside `root`, each after all that it needs, and close to it.
    pub(super) fn others(&self, root: &BTreeSet<&'a str>) -> Vec<&'a str> {
        let mut order = Vec::new();
        let mut seen = root.clone();
        for id in self.needs.keys() {
            self.visit(id, &mut seen, &mut order);
        }
        order
    }

    /// Depth first, without recursion: a chain of resources may be as long as the template.
    fn visit(&self, start: &'a str, seen: &mut BTreeSet<&'a str>, order: &mut Vec<&'a str>) {
        if !seen.insert(start) {
            return;
        }
        let mut path = vec![(start, self.needs[start].iter())];
        while let Some((id, needs)) = path.last_mut() {
            let id = *id;
            if let Some(need) = needs.find(|need| !seen.contains(*need)) {
                seen.insert(need);
                path.push((need, self.needs[need].iter()));
            } else {
                order.push(id);
                path.pop();
            }
        }
    }
}

/// Calls `visit` with all that a resource uses, apart from what it waits for.
pub(super) fn each_use(block: &ResourceBlock, visit: &mut dyn FnMut(Use)) {
    let attributes = block.attributes.iter().filter(|(name, _)| *name != "DependsOn");
    for (_, value) in block.properties.iter().chain(attributes) {
        uses::each(value, visit);
    }
}

/// Whether a resource stays in the root, whatever is divided:
///
/// - one that holds data, or is not simply deleted with the stack;
/// - one that a condition may leave out, for a nested stack cannot hand on what is not there;
/// - one that reads a list or an object of another, for parameters and outputs of stacks are texts.
fn stays(template: &Template, block: &ResourceBlock) -> bool {
    let holds_data = schema::lookup(&block.type_name).is_none_or(|schema| schema.stateful);
    let outlives = ["DeletionPolicy", "UpdateReplacePolicy"]
        .iter()
        .filter_map(|policy| block.attributes.get(*policy))
        .any(|policy| policy != "Delete");
    let conditional = block.attributes.contains_key("Condition");
    let mut reads_more_than_text = false;
    each_use(block, &mut |used| {
        reads_more_than_text |= !is_text(template, &used);
    });
    holds_data || outlives || conditional || reads_more_than_text
}

fn is_text(template: &Template, used: &Use) -> bool {
    let Use::Attribute(name, attribute) = used else {
        return true;
    };
    let schema = template
        .resources
        .get(name)
        .and_then(|block| schema::lookup(&block.type_name));
    schema
        .and_then(|schema| schema.attribute(attribute))
        .is_none_or(|attribute| attribute.yields == Yields::Scalar)
}
