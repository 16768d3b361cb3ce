//! The templates of divided resources: a parameter for what a nested stack uses of others, an output for what others use
//! of it.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::json;
use sha2::{Digest, Sha256};

use super::{
    NESTED_TEMPLATES_PARAMETER, Nested, WAITS,
    graph::each_use,
    parts::Parts,
    uses::{self, Use},
};
use crate::{
    template::{ResourceBlock, Template},
    value::Json,
};

type Section = serde_json::Map<String, Json>;

/// The type of a nested stack.
pub(super) const STACK_TYPE: &str = "AWS::CloudFormation::Stack";

/// What differs in a nested stack though it is called the same.
const OWN_OF_A_STACK: [&str; 2] = ["AWS::StackName", "AWS::StackId"];

/// The root and the nested stacks of divided resources.
pub(super) fn write(template: &Template, parts: &Parts<'_>) -> Nested {
    let plan = Plan::of(template, parts);
    let mut root = Template {
        resources: template
            .resources
            .iter()
            .filter(|(id, _)| parts.root.contains(id.as_str()))
            .map(|(id, block)| (id.clone(), block.clone()))
            .collect(),
        ..template.clone()
    };
    let place = json!({ "Type": "String", "Description": "Where the templates of the nested stacks are" });
    root.parameters
        .insert(NESTED_TEMPLATES_PARAMETER.to_owned(), place);
    for output in root.outputs.values_mut() {
        *output = uses::rewrite(output, &mut |used| plan.as_read_by_root(used));
    }
    let mut children = BTreeMap::new();
    for (part, ids) in parts.nested.iter().enumerate() {
        let child = Child::write(&plan, part, ids);
        let id = plan.stack_ids[part].clone();
        root.resources.insert(id.clone(), child.block());
        children.insert(id, child.template);
    }
    root.resources.sort_keys();
    Nested { root, children }
}

/// A template's name by its content.
pub(super) fn file_name(template: &Template) -> String {
    let digest: [u8; 32] = Sha256::digest(template.to_json_minified()).into();
    digest
        .iter()
        .fold(String::new(), |name, byte| name + &format!("{byte:02x}"))
        + ".json"
}

/// Who has what, and what it is called between stacks.
struct Plan<'a> {
    template: &'a Template,
    /// The part that a resource is in; the root's are in none.
    part_of: BTreeMap<&'a str, usize>,
    /// The nested stacks' logical IDs.
    stack_ids: Vec<String>,
    /// What is used across stacks, and the name of the parameter and output that carry it.
    carried: BTreeMap<Use, String>,
}

impl<'a> Plan<'a> {
    fn of(template: &'a Template, parts: &Parts<'a>) -> Self {
        let part_of = parts
            .nested
            .iter()
            .enumerate()
            .flat_map(|(part, ids)| ids.iter().map(move |id| (*id, part)))
            .collect();
        let mut taken: BTreeSet<String> = template
            .resources
            .keys()
            .chain(template.parameters.keys())
            .chain(template.conditions.keys())
            .chain(template.mappings.keys())
            .cloned()
            .collect();
        let stack_ids = parts.nested.iter().map(|ids| {
            // Called after its first resource, as which part it is would change with those before it.
            let first = ids.first().copied().unwrap_or_default();
            free(format!("Nested{first}"), &mut taken)
        });
        let stack_ids = stack_ids.collect();
        let mut plan = Self {
            template,
            part_of,
            stack_ids,
            carried: BTreeMap::new(),
        };
        plan.carried = plan
            .crossing()
            .into_iter()
            .map(|used| {
                let name = match &used {
                    // A resource is called the same in every stack, and so a text that names it stays as it is.
                    Use::Ref(name) if template.resources.contains_key(name) => name.clone(),
                    Use::Ref(name) => free(name.replace("AWS::", "Root"), &mut taken),
                    Use::Attribute(name, attribute) => {
                        free(format!("{name}{}", attribute.replace('.', "")), &mut taken)
                    }
                };
                (used, name)
            })
            .collect();
        plan
    }

    /// Everything that a nested stack uses of another stack, parameters apart.
    fn crossing(&self) -> BTreeSet<Use> {
        let mut crossing = BTreeSet::new();
        for (id, block) in &self.template.resources {
            let part = self.part_of.get(id.as_str());
            each_use(block, &mut |used| {
                if part.is_some() && self.is_elsewhere(&used, part) {
                    crossing.insert(used);
                }
            });
        }
        for value in self.template.conditions.values() {
            uses::each(value, &mut |used| {
                if OWN_OF_A_STACK.contains(&used.name()) {
                    crossing.insert(used);
                }
            });
        }
        for output in self.template.outputs.values() {
            uses::each(output, &mut |used| {
                if self.part_of.contains_key(used.name()) {
                    crossing.insert(used);
                }
            });
        }
        crossing
    }

    fn is_elsewhere(&self, used: &Use, part: Option<&usize>) -> bool {
        if OWN_OF_A_STACK.contains(&used.name()) {
            return true;
        }
        self.template.resources.contains_key(used.name()) && self.part_of.get(used.name()) != part
    }

    /// How the root reads it.
    fn as_read_by_root(&self, used: Use) -> Use {
        match self.part_of.get(used.name()) {
            Some(part) => {
                let output = format!("Outputs.{}", self.carried[&used]);
                Use::Attribute(self.stack_ids[*part].clone(), output)
            }
            None => used,
        }
    }

    /// What a resource that waits for `id` waits for in the root.
    fn stack_or_resource<'b>(&'b self, id: &'b str) -> &'b str {
        self.part_of.get(id).map_or(id, |part| &self.stack_ids[*part])
    }
}

fn free(name: String, taken: &mut BTreeSet<String>) -> String {
    let mut name = name;
    while !taken.insert(name.clone()) {
        name.push('X');
    }
    name
}

/// A nested stack that is being written.
struct Child<'p> {
    plan: &'p Plan<'p>,
    part: usize,
    template: Template,
    /// What it is given.
    arguments: Section,
    /// What its stack waits for in the root, beside what it is given.
    waits_for: BTreeSet<String>,
}

impl<'p> Child<'p> {
    fn write(plan: &'p Plan<'p>, part: usize, ids: &[&str]) -> Self {
        let mut child = Self {
            plan,
            part,
            template: Template::default(),
            arguments: Section::new(),
            waits_for: BTreeSet::new(),
        };
        let mut ids = ids.to_vec();
        ids.sort_unstable();
        let mut waits = Section::new();
        for id in ids {
            let block = &plan.template.resources[id];
            let written = child.resource(id, block, &mut waits);
            child.template.resources.insert(id.to_owned(), written);
        }
        if !waits.is_empty() {
            child.template.metadata.insert(WAITS.to_owned(), waits.into());
        }
        child.outputs();
        child.template.parameters.sort_keys();
        child.arguments.sort_keys();
        child
    }

    /// The stack, as the root has it.
    fn block(&self) -> ResourceBlock {
        let mut properties = Section::new();
        if !self.arguments.is_empty() {
            properties.insert("Parameters".to_owned(), self.arguments.clone().into());
        }
        let url = format!("${{{NESTED_TEMPLATES_PARAMETER}}}/{}", file_name(&self.template));
        properties.insert("TemplateURL".to_owned(), json!({ "Fn::Sub": url }));
        let mut attributes = Section::new();
        if !self.waits_for.is_empty() {
            attributes.insert("DependsOn".to_owned(), json!(self.waits_for));
        }
        ResourceBlock {
            type_name: STACK_TYPE.to_owned(),
            properties,
            attributes,
            written: Vec::new(),
        }
    }

    fn resource(&mut self, id: &str, block: &ResourceBlock, waits: &mut Section) -> ResourceBlock {
        let mut written = block.clone();
        for value in written.properties.values_mut() {
            *value = self.value(value);
        }
        for (name, value) in &mut written.attributes {
            if name != "DependsOn" {
                *value = self.value(value);
            }
        }
        let (here, elsewhere): (Vec<&str>, Vec<&str>) = block
            .depends_on()
            .partition(|name| self.plan.part_of.get(name) == Some(&self.part));
        if !elsewhere.is_empty() {
            written.attributes.shift_remove("DependsOn");
            if !here.is_empty() {
                written.attributes.insert("DependsOn".to_owned(), json!(here));
            }
            let plan = self.plan;
            self.waits_for.extend(
                elsewhere
                    .iter()
                    .map(|name| plan.stack_or_resource(name).to_owned()),
            );
            waits.insert(id.to_owned(), json!(elsewhere));
        }
        written
    }

    fn value(&mut self, value: &Json) -> Json {
        self.declare_names(value);
        uses::rewrite(value, &mut |used| self.used(used))
    }

    /// How the stack itself reads what the whole template uses.
    fn used(&mut self, used: Use) -> Use {
        let template = self.plan.template;
        if self.plan.is_elsewhere(&used, Some(&self.part)) {
            let name = self.plan.carried[&used].clone();
            let argument = self.plan.as_read_by_root(used).to_json();
            self.parameter(&name, json!({ "Type": "String" }), argument);
            return Use::Ref(name);
        }
        if let Use::Ref(name) = &used
            && let Some(declared) = template.parameters.get(name)
        {
            let (declaration, argument) = handed_on(name, declared);
            self.parameter(name, declaration, argument);
        }
        used
    }

    fn parameter(&mut self, name: &str, declaration: Json, argument: Json) {
        self.template.parameters.insert(name.to_owned(), declaration);
        self.arguments.insert(name.to_owned(), argument);
    }

    /// Takes over the conditions and mappings that a value names.
    fn declare_names(&mut self, value: &Json) {
        match value {
            Json::Array(items) => items.iter().for_each(|item| self.declare_names(item)),
            Json::Object(entries) => {
                for (key, entry) in entries {
                    match key.as_str() {
                        "Fn::If" => self.condition(&entry[0]),
                        "Condition" => self.condition(entry),
                        "Fn::FindInMap" => self.template.mappings = self.plan.template.mappings.clone(),
                        _ => {}
                    }
                    self.declare_names(entry);
                }
            }
            _ => {}
        }
    }

    fn condition(&mut self, name: &Json) {
        // `Condition` is also what a policy's statement says; only a name that is declared is one.
        let Some((name, test)) = name
            .as_str()
            .and_then(|name| self.plan.template.conditions.get_key_value(name))
        else {
            return;
        };
        if !self.template.conditions.contains_key(name) {
            // Named before it is written, for conditions may be made of one another.
            self.template.conditions.insert(name.clone(), Json::Null);
            let test = self.value(test);
            self.template.conditions.insert(name.clone(), test);
        }
    }

    fn outputs(&mut self) {
        for (used, name) in &self.plan.carried {
            if self.plan.part_of.get(used.name()) == Some(&self.part) {
                let output = json!({ "Value": used.to_json() });
                self.template.outputs.insert(name.clone(), output);
            }
        }
    }
}

/// How a parameter of the root is declared in a nested stack, and what it is given. A list travels as a text.
fn handed_on(name: &str, declared: &Json) -> (Json, Json) {
    let kind = declared.get("Type").and_then(Json::as_str).unwrap_or("String");
    let is_list = kind == "CommaDelimitedList" || kind.contains("List<");
    let mut declaration = if is_list {
        json!({ "Type": "CommaDelimitedList" })
    } else {
        json!({ "Type": "String" })
    };
    if let Some(hidden) = declared.get("NoEcho") {
        declaration["NoEcho"] = hidden.clone();
    }
    let reference = json!({ "Ref": name });
    let argument = if is_list {
        json!({ "Fn::Join": [",", reference] })
    } else {
        reference
    };
    (declaration, argument)
}
