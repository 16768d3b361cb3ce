//! A stack under construction. [`Stack::finish`] checks it and returns the template.
//!
//! Until then, resources stay typed and can be changed (`stack[&role].policies`), so that a grant can extend a role. The
//! template is sorted by logical ID, so the order of declaration does not matter.

use std::{
    any::Any,
    collections::BTreeMap,
    ops::{Index, IndexMut},
};

use serde_json::json;

use crate::{
    check,
    condition::{Condition, ConditionTest, Mapping},
    finding::{Finding, Findings},
    handle::Handle,
    names::LogicalId,
    output::Output,
    parameter::Parameter,
    resource::{Resource, ResourceAttributes},
    template::{ResourceBlock, Template},
    value::{Json, ToJson, Value},
};

/// A stack under construction.
pub struct Stack {
    name: String,
    description: Option<String>,
    scope: Vec<String>,
    resources: BTreeMap<LogicalId, Entry>,
    parameters: BTreeMap<LogicalId, Json>,
    conditions: BTreeMap<LogicalId, Json>,
    mappings: BTreeMap<LogicalId, Json>,
    outputs: BTreeMap<LogicalId, Json>,
    metadata: serde_json::Map<String, Json>,
    findings: Vec<Finding>,
    finishers: Vec<Finisher>,
}

type Finisher = Box<dyn FnOnce(&mut Stack)>;

struct Entry {
    path: String,
    type_name: &'static str,
    resource: Box<dyn AnyResource>,
    attributes: ResourceAttributes,
}

impl Entry {
    fn block(&self) -> ResourceBlock {
        ResourceBlock::new(self.type_name, self.resource.to_json(), &self.attributes)
    }
}

/// A [`Resource`] whose type is erased.
trait AnyResource: ToJson + Any {}

impl<R: Resource> AnyResource for R {}

impl Stack {
    /// An empty stack. The name is the first part of construct paths in messages. It is not in the template.
    pub fn new(name: &str) -> Self {
        Self {
            name: name.to_owned(),
            description: None,
            scope: Vec::new(),
            resources: BTreeMap::new(),
            parameters: BTreeMap::new(),
            conditions: BTreeMap::new(),
            mappings: BTreeMap::new(),
            outputs: BTreeMap::new(),
            metadata: serde_json::Map::new(),
            findings: Vec::new(),
            finishers: Vec::new(),
        }
    }

    /// Sets the description of the stack; at most 1,024 bytes.
    pub fn set_description(&mut self, description: &str) {
        self.description = Some(description.to_owned());
    }

    /// Adds a resource and returns its handle. [`Stack::finish`] reports a logical ID that is used twice.
    pub fn add<R: Resource>(&mut self, id: LogicalId, resource: R) -> Handle<R> {
        self.claim(&id);
        let entry = Entry {
            path: self.path_of(&id),
            type_name: R::TYPE_NAME,
            resource: Box::new(resource),
            attributes: ResourceAttributes::default(),
        };
        self.resources.insert(id.clone(), entry);
        Handle::new(id)
    }

    /// Runs `build`. In messages, the resources that it adds are below `construct`: `shop/Api/ApiProductsGet`.
    pub fn within<T>(&mut self, construct: &str, build: impl FnOnce(&mut Self) -> T) -> T {
        self.scope.push(construct.to_owned());
        let result = build(self);
        self.scope.pop();
        result
    }

    /// The attributes of a resource besides its properties, to read or change.
    pub fn attributes<R: Resource>(&mut self, handle: &Handle<R>) -> &mut ResourceAttributes {
        &mut self.entry_mut(handle.logical_id()).attributes
    }

    /// Adds `dependency` to the `DependsOn` of `dependent`. A reference implies the dependency and needs no such call.
    pub fn add_dependency<A: Resource, B: Resource>(
        &mut self,
        dependent: &Handle<A>,
        dependency: &Handle<B>,
    ) {
        let depends_on = &mut self.attributes(dependent).depends_on;
        if let Err(index) = depends_on.binary_search(dependency.logical_id()) {
            depends_on.insert(index, dependency.logical_id().clone());
        }
    }

    /// Declares a parameter and returns a reference to its value.
    pub fn parameter<T>(&mut self, id: LogicalId, parameter: &Parameter<T>) -> Value<T> {
        self.claim(&id);
        let value = Value::intrinsic(json!({ "Ref": id.as_str() }));
        self.parameters.insert(id, parameter.to_json());
        value
    }

    /// Returns a reference to the parameter of this name, and declares it at the first call. Constructs can share it.
    pub fn shared_parameter<T>(&mut self, id: LogicalId, declare: impl FnOnce() -> Parameter<T>) -> Value<T> {
        if self.parameters.contains_key(&id) {
            return Value::intrinsic(json!({ "Ref": id.as_str() }));
        }
        self.parameter(id, &declare())
    }

    /// Declares a condition.
    pub fn condition(&mut self, id: LogicalId, test: &ConditionTest) -> Condition {
        self.claim(&id);
        self.conditions.insert(id.clone(), test.0.clone());
        Condition(id)
    }

    /// Declares a mapping: top-level key, second-level key, value.
    pub fn mapping(
        &mut self,
        id: LogicalId,
        entries: &BTreeMap<String, BTreeMap<String, String>>,
    ) -> Mapping {
        self.claim(&id);
        self.mappings.insert(id.clone(), json!(entries));
        Mapping(id)
    }

    /// Declares an output. It may have the same logical ID as a resource, but not as another output.
    pub fn output(&mut self, id: LogicalId, output: impl Into<Output>) {
        let output = output.into();
        if self.outputs.contains_key(&id) {
            let path = self.path_of(&id);
            self.findings.push(Finding::duplicate_id(path, &id));
        }
        self.outputs.insert(id, output.to_json());
    }

    /// Calls `finisher` when all other resources are declared, for resources that depend on the whole stack, such as the
    /// deployment of an API. It adds resources in the same scope as this call.
    pub fn before_finish(&mut self, finisher: impl FnOnce(&mut Self) + 'static) {
        let scope = self.scope.clone();
        self.finishers.push(Box::new(move |stack| {
            stack.scope = scope;
            finisher(stack);
            stack.scope.clear();
        }));
    }

    /// The resource as it is in the template, unless it changes later; `None` if the stack has no such resource.
    pub fn block(&self, id: &LogicalId) -> Option<ResourceBlock> {
        self.resources.get(id).map(Entry::block)
    }

    /// Sets an entry of the template's metadata.
    pub fn metadata(&mut self, key: &str, value: Json) {
        self.metadata.insert(key.to_owned(), value);
    }

    /// Checks the stack and returns its template.
    ///
    /// # Errors
    /// All findings, if one of them is an error, each with the path of the construct and property, and a hint how to fix it.
    pub fn finish(mut self) -> Result<Template, Findings> {
        while !self.finishers.is_empty() {
            for finisher in std::mem::take(&mut self.finishers) {
                finisher(&mut self);
            }
        }
        let mut paths = BTreeMap::new();
        let mut template = Template {
            description: self.description,
            metadata: self.metadata,
            parameters: by_name(self.parameters),
            mappings: by_name(self.mappings),
            conditions: by_name(self.conditions),
            outputs: by_name(self.outputs),
            ..Template::default()
        };
        for (id, entry) in self.resources {
            template.resources.insert(id.as_str().to_owned(), entry.block());
            paths.insert(id.into(), entry.path);
        }
        let mut findings = Findings(self.findings);
        findings.0.extend(check::own_template(&template).0);
        for finding in &mut findings.0 {
            finding.locate(&self.name, &paths);
        }
        findings.into_result().map(|()| template)
    }

    /// Resources, parameters, conditions and mappings share one namespace. CloudFormation allows some overlaps, but then it is
    /// unclear what a name refers to.
    fn claim(&mut self, id: &LogicalId) {
        let taken = self.resources.contains_key(id)
            || self.parameters.contains_key(id)
            || self.conditions.contains_key(id)
            || self.mappings.contains_key(id);
        if taken {
            let path = self.path_of(id);
            self.findings.push(Finding::duplicate_id(path, id));
        }
    }

    fn path_of(&self, id: &LogicalId) -> String {
        let mut path = self.name.clone();
        for part in self.scope.iter().map(String::as_str).chain([id.as_str()]) {
            path.push('/');
            path.push_str(part);
        }
        path
    }

    fn entry_mut(&mut self, id: &LogicalId) -> &mut Entry {
        self.resources
            .get_mut(id)
            .unwrap_or_else(|| panic!("`{id}` was added to another stack"))
    }
}

fn by_name(section: BTreeMap<LogicalId, Json>) -> serde_json::Map<String, Json> {
    section
        .into_iter()
        .map(|(id, block)| (id.into(), block))
        .collect()
}

impl<R: Resource> Index<&Handle<R>> for Stack {
    type Output = R;

    /// # Panics
    /// If the handle belongs to another stack.
    fn index(&self, handle: &Handle<R>) -> &R {
        let id = handle.logical_id();
        let entry = self
            .resources
            .get(id)
            .unwrap_or_else(|| panic!("`{id}` was added to another stack"));
        let resource: &dyn Any = entry.resource.as_ref();
        resource
            .downcast_ref()
            .unwrap_or_else(|| panic!("`{id}` was added to another stack"))
    }
}

impl<R: Resource> IndexMut<&Handle<R>> for Stack {
    fn index_mut(&mut self, handle: &Handle<R>) -> &mut R {
        let id = handle.logical_id();
        let resource: &mut dyn Any = self.entry_mut(id).resource.as_mut();
        resource
            .downcast_mut()
            .unwrap_or_else(|| panic!("`{id}` was added to another stack"))
    }
}
