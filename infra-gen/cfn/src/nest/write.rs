//! Writes the templates of a partition. A nested stack has a parameter for each reference to another stack, and an output
//! for each reference from another stack.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::json;
use sha2::{Digest, Sha256};

use super::{
    NESTED_TEMPLATES_PARAMETER, Nested, WAITS,
    graph::each_reference,
    partition::Partition,
    references::{self, Reference},
};
use crate::{
    parameter::is_list_type,
    template::{ResourceBlock, Template},
    value::Json,
};

type Section = serde_json::Map<String, Json>;

/// The type of a nested stack.
const STACK_TYPE: &str = "AWS::CloudFormation::Stack";

/// The pseudo parameters whose value differs in a nested stack.
const STACK_SPECIFIC: [&str; 2] = ["AWS::StackName", "AWS::StackId"];

/// The templates of the root and the nested stacks.
pub(super) fn write(template: &Template, partition: &Partition<'_>) -> Nested {
    let plan = Plan::new(template, partition);
    let mut root = Template {
        resources: template
            .resources
            .iter()
            .filter(|(id, _)| partition.root.contains(id.as_str()))
            .map(|(id, block)| (id.clone(), block.clone()))
            .collect(),
        ..template.clone()
    };
    let folder = json!({ "Type": "String", "Description": "Where the templates of the nested stacks are" });
    root.parameters
        .insert(NESTED_TEMPLATES_PARAMETER.to_owned(), folder);
    for output in root.outputs.values_mut() {
        *output = references::replace(output, &mut |reference| plan.in_root(reference));
    }
    let mut children = BTreeMap::new();
    for (part, ids) in partition.nested.iter().enumerate() {
        let child = Child::write(&plan, part, ids);
        let id = plan.stack_ids[part].clone();
        root.resources.insert(id.clone(), child.block());
        children.insert(id, child.template);
    }
    root.resources.sort_keys();
    Nested { root, children }
}

/// The file name of a template: the hash of its content.
pub(super) fn file_name(template: &Template) -> String {
    hex::encode(Sha256::digest(template.to_json_minified())) + ".json"
}

/// The stack of each resource, and the names of the parameters and outputs between the stacks.
struct Plan<'a> {
    template: &'a Template,
    /// The part of each resource outside the root.
    part_of: BTreeMap<&'a str, usize>,
    /// The logical ID of each nested stack.
    stack_ids: Vec<String>,
    /// The references between stacks, and the name of the parameter and output for each.
    names: BTreeMap<Reference, String>,
}

impl<'a> Plan<'a> {
    fn new(template: &'a Template, partition: &Partition<'a>) -> Self {
        let part_of = partition
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
        let stack_ids = partition.nested.iter().map(|ids| {
            // Named after its first resource, because its number would change with the earlier parts.
            let first = ids.first().copied().unwrap_or_default();
            unused(format!("Nested{first}"), &mut taken)
        });
        let stack_ids = stack_ids.collect();
        let mut plan = Self {
            template,
            part_of,
            stack_ids,
            names: BTreeMap::new(),
        };
        plan.names = plan
            .references_between_stacks()
            .into_iter()
            .map(|reference| {
                let name = match &reference {
                    // The parameter has the name of the resource, so that an `Fn::Sub` does not change.
                    Reference::Ref(name) if template.resources.contains_key(name) => name.clone(),
                    Reference::Ref(name) => unused(name.replace("AWS::", "Root"), &mut taken),
                    Reference::GetAtt(name, attribute) => {
                        unused(format!("{name}{}", attribute.replace('.', "")), &mut taken)
                    }
                };
                (reference, name)
            })
            .collect();
        plan
    }

    /// The references from one stack to another, apart from those to parameters of the template.
    fn references_between_stacks(&self) -> BTreeSet<Reference> {
        let mut found = BTreeSet::new();
        for (id, block) in &self.template.resources {
            let part = self.part_of.get(id.as_str());
            each_reference(block, &mut |reference| {
                if part.is_some() && self.is_in_other_stack(&reference, part) {
                    found.insert(reference);
                }
            });
        }
        for value in self.template.conditions.values() {
            references::each(value, &mut |reference| {
                if STACK_SPECIFIC.contains(&reference.name()) {
                    found.insert(reference);
                }
            });
        }
        for output in self.template.outputs.values() {
            references::each(output, &mut |reference| {
                if self.part_of.contains_key(reference.name()) {
                    found.insert(reference);
                }
            });
        }
        found
    }

    fn is_in_other_stack(&self, reference: &Reference, part: Option<&usize>) -> bool {
        if STACK_SPECIFIC.contains(&reference.name()) {
            return true;
        }
        self.template.resources.contains_key(reference.name()) && self.part_of.get(reference.name()) != part
    }

    /// The same reference in the root template.
    fn in_root(&self, reference: Reference) -> Reference {
        match self.part_of.get(reference.name()) {
            Some(part) => {
                let output = format!("Outputs.{}", self.names[&reference]);
                Reference::GetAtt(self.stack_ids[*part].clone(), output)
            }
            None => reference,
        }
    }

    /// The resource of the root that is or contains the resource `id`.
    fn stack_or_resource<'b>(&'b self, id: &'b str) -> &'b str {
        self.part_of.get(id).map_or(id, |part| &self.stack_ids[*part])
    }
}

/// The name, with a suffix if it is already in use.
fn unused(name: String, taken: &mut BTreeSet<String>) -> String {
    let mut name = name;
    while !taken.insert(name.clone()) {
        name.push('X');
    }
    name
}

/// A nested stack under construction.
struct Child<'p> {
    plan: &'p Plan<'p>,
    part: usize,
    template: Template,
    /// The values of its parameters.
    arguments: Section,
    /// The `DependsOn` of the stack in the root.
    depends_on: BTreeSet<String>,
}

impl<'p> Child<'p> {
    fn write(plan: &'p Plan<'p>, part: usize, ids: &[&str]) -> Self {
        let mut child = Self {
            plan,
            part,
            template: Template::default(),
            arguments: Section::new(),
            depends_on: BTreeSet::new(),
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

    /// The resource of the stack in the root.
    fn block(&self) -> ResourceBlock {
        let mut properties = Section::new();
        if !self.arguments.is_empty() {
            properties.insert("Parameters".to_owned(), self.arguments.clone().into());
        }
        let url = format!("${{{NESTED_TEMPLATES_PARAMETER}}}/{}", file_name(&self.template));
        properties.insert("TemplateURL".to_owned(), json!({ "Fn::Sub": url }));
        let mut attributes = Section::new();
        if !self.depends_on.is_empty() {
            attributes.insert("DependsOn".to_owned(), json!(self.depends_on));
        }
        ResourceBlock {
            type_name: STACK_TYPE.to_owned(),
            properties,
            attributes,
            written: Vec::new(),
            malformed: false,
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
        let (here, in_other_stacks): (Vec<&str>, Vec<&str>) = block
            .depends_on()
            .partition(|name| self.plan.part_of.get(name) == Some(&self.part));
        if !in_other_stacks.is_empty() {
            written.attributes.shift_remove("DependsOn");
            if !here.is_empty() {
                written.attributes.insert("DependsOn".to_owned(), json!(here));
            }
            let plan = self.plan;
            self.depends_on.extend(
                in_other_stacks
                    .iter()
                    .map(|name| plan.stack_or_resource(name).to_owned()),
            );
            waits.insert(id.to_owned(), json!(in_other_stacks));
        }
        written
    }

    fn value(&mut self, value: &Json) -> Json {
        self.declare_names(value);
        references::replace(value, &mut |reference| self.reference(reference))
    }

    /// The same reference in the nested template. Declares the parameter that it needs.
    fn reference(&mut self, reference: Reference) -> Reference {
        let template = self.plan.template;
        if self.plan.is_in_other_stack(&reference, Some(&self.part)) {
            let name = self.plan.names[&reference].clone();
            let argument = self.plan.in_root(reference).to_json();
            self.parameter(&name, json!({ "Type": "String" }), argument);
            return Reference::Ref(name);
        }
        if let Reference::Ref(name) = &reference
            && let Some(declared) = template.parameters.get(name)
        {
            let (declaration, argument) = pass_parameter(name, declared);
            self.parameter(name, declaration, argument);
        }
        reference
    }

    fn parameter(&mut self, name: &str, declaration: Json, argument: Json) {
        self.template.parameters.insert(name.to_owned(), declaration);
        self.arguments.insert(name.to_owned(), argument);
    }

    /// Copies the conditions and mappings that a value refers to.
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
        // `Condition` is also a key of policy statements, so the name must be a declared condition.
        let Some((name, test)) = name
            .as_str()
            .and_then(|name| self.plan.template.conditions.get_key_value(name))
        else {
            return;
        };
        if !self.template.conditions.contains_key(name) {
            // Inserted before its test is copied, because conditions may refer to each other.
            self.template.conditions.insert(name.clone(), Json::Null);
            let test = self.value(test);
            self.template.conditions.insert(name.clone(), test);
        }
    }

    fn outputs(&mut self) {
        for (reference, name) in &self.plan.names {
            if self.plan.part_of.get(reference.name()) == Some(&self.part) {
                let output = json!({ "Value": reference.to_json() });
                self.template.outputs.insert(name.clone(), output);
            }
        }
    }
}

/// The declaration and the value of a root parameter in a nested stack. A list is passed as one string.
fn pass_parameter(name: &str, declared: &Json) -> (Json, Json) {
    let parameter_type = declared.get("Type").and_then(Json::as_str).unwrap_or("String");
    let is_list = is_list_type(parameter_type);
    let mut declaration = if is_list {
        json!({ "Type": "CommaDelimitedList" })
    } else {
        json!({ "Type": "String" })
    };
    if let Some(no_echo) = declared.get("NoEcho") {
        declaration["NoEcho"] = no_echo.clone();
    }
    let reference = json!({ "Ref": name });
    let argument = if is_list {
        json!({ "Fn::Join": [",", reference] })
    } else {
        reference
    };
    (declaration, argument)
}
