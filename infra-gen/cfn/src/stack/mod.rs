//! A stack under construction. [`Stack::finish`] checks it and returns the template.
//!
//! Until then, resources stay typed and can be changed (`stack[&role].policies`), so that a grant can extend a role. The
//! template is sorted by logical ID, so the order of declaration does not matter.

mod assemble;
mod interface;

use std::{
    any::Any,
    collections::BTreeMap,
    ops::{Index, IndexMut},
};

use serde_json::json;

use self::{
    assemble::{Blocks, LoopBlock, LoopIndex},
    interface::Interface,
};
use crate::{
    condition::{Condition, ConditionTest},
    finding::Finding,
    handle::Handle,
    loops::{Loop, LoopItem, variable},
    mapping::{Mapping, MappingValue},
    names::LogicalId,
    output::Output,
    overrides::Override,
    parameter::{ParameterBlock, parameter_name},
    raw::Raw,
    resource::{ResourceAttributes, StackResource},
    rule::ParameterRule,
    template::ResourceBlock,
    transforms::Transform,
    value::{Json, List, ToJson, Value},
};

/// A stack under construction.
pub struct Stack {
    name: String,
    description: Option<String>,
    scope: Vec<String>,
    resources: BTreeMap<LogicalId, Entry>,
    parameters: BTreeMap<LogicalId, Json>,
    conditions: Blocks,
    mappings: BTreeMap<LogicalId, Json>,
    rules: BTreeMap<LogicalId, Json>,
    outputs: Blocks,
    loops: Vec<LoopBlock>,
    current_loop: Option<LoopIndex>,
    transforms: Vec<Transform>,
    interface: Interface,
    metadata: serde_json::Map<String, Json>,
    findings: Vec<Finding>,
    finishers: Vec<Finisher>,
}

type Finisher = Box<dyn FnOnce(&mut Stack)>;

struct Entry {
    path: String,
    resource: Box<dyn AnyResource>,
    attributes: ResourceAttributes,
    overrides: Vec<Override>,
    in_loop: Option<LoopIndex>,
}

impl Entry {
    /// The resource in the template, and why parts of it cannot be written.
    fn block(&self) -> (ResourceBlock, Vec<String>) {
        let mut reasons = Vec::new();
        let properties = self.resource.properties().unwrap_or_else(|reason| {
            reasons.push(reason);
            serde_json::Map::new()
        });
        let mut block = ResourceBlock::new(self.resource.type_name(), properties, &self.attributes);
        for change in &self.overrides {
            reasons.extend(change.apply(&mut block).err());
        }
        (block, reasons)
    }
}

/// A [`StackResource`] whose type is erased.
trait AnyResource: Any {
    fn type_name(&self) -> &str;
    fn properties(&self) -> Result<serde_json::Map<String, Json>, String>;
}

impl<R: StackResource> AnyResource for R {
    fn type_name(&self) -> &str {
        StackResource::type_name(self)
    }

    fn properties(&self) -> Result<serde_json::Map<String, Json>, String> {
        StackResource::properties(self)
    }
}

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
            rules: BTreeMap::new(),
            outputs: BTreeMap::new(),
            loops: Vec::new(),
            current_loop: None,
            transforms: Vec::new(),
            interface: Interface::default(),
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
    pub fn add<R: StackResource>(&mut self, id: LogicalId, resource: R) -> Handle<R> {
        self.claim(&id);
        let entry = Entry {
            path: self.path_of(&id),
            resource: Box::new(resource),
            attributes: ResourceAttributes::default(),
            overrides: Vec::new(),
            in_loop: self.current_loop,
        };
        self.resources.insert(id.clone(), entry);
        Handle::new(id)
    }

    /// Adds a resource of a type without a struct: [`add`](Self::add) with a [`Raw`].
    pub fn add_raw(&mut self, id: LogicalId, type_name: &str, properties: Json) -> Handle<Raw> {
        self.add(id, Raw::new(type_name, properties))
    }

    /// Runs `build`. In messages, the resources that it adds are below `construct`: `shop/Api/ApiProductsGet`.
    pub fn within<T>(&mut self, construct: &str, build: impl FnOnce(&mut Self) -> T) -> T {
        self.scope.push(construct.to_owned());
        let result = build(self);
        self.scope.pop();
        result
    }

    /// `Fn::ForEach`: runs `build` once, and CloudFormation repeats for each item the resources, conditions and outputs that it
    /// declares. Their logical IDs come from [`LoopItem::id`]; constructs that join other words to that ID work, too. The
    /// template needs `AWS::LanguageExtensions`, which the stack adds.
    ///
    /// ```
    /// # use infra_gen_cfn::{LogicalId, Parameter, Raw, Stack};
    /// # use serde_json::json;
    /// # let mut stack = Stack::new("shop");
    /// let teams = stack.parameter(LogicalId::new("Teams"), &Parameter::list());
    /// stack.for_each(LogicalId::new("TeamTopics"), teams, |stack, team| {
    ///     let topic = stack.add_raw(
    ///         team.id(&LogicalId::new("Topic")),
    ///         "AWS::SNS::Topic",
    ///         json!({ "DisplayName": team.value() }),
    ///     );
    ///     stack.output(team.id(&LogicalId::new("TopicArn")), topic.reference());
    /// });
    /// # assert!(stack.finish().is_ok());
    /// ```
    pub fn for_each<T>(
        &mut self,
        id: LogicalId,
        items: impl Into<Value<List<String>>>,
        build: impl FnOnce(&mut Self, &LoopItem) -> T,
    ) -> Loop<T> {
        let items = items.into();
        let variable = variable(&id);
        self.claim(&id);
        self.claim(&variable);
        let item = LoopItem::new(variable.clone(), &items);
        let outer = self.current_loop;
        self.loops.push(LoopBlock {
            id,
            variable,
            items: items.to_json(),
            outer,
        });
        self.current_loop = Some(self.loops.len() - 1);
        let each = build(self, &item);
        self.current_loop = outer;
        Loop::new(each, item, &items)
    }

    /// The attributes of a resource besides its properties, to read or change.
    pub fn attributes<R: StackResource>(&mut self, handle: &Handle<R>) -> &mut ResourceAttributes {
        &mut self.entry_mut(handle.logical_id()).attributes
    }

    /// Sets the property at `path` of a resource to `value`, whatever its type and schema say: for properties that are newer
    /// than this crate. A path has names and positions with dots between them, `Foo.Bar.0.Baz`; `\.` is a dot in a name.
    /// Missing objects and lists are added.
    ///
    /// The checks skip the value, apart from its references, and warn about it. The template records the path in the
    /// `Metadata` of the resource, so `validate` does the same.
    pub fn override_property<R: StackResource>(
        &mut self,
        handle: &Handle<R>,
        path: &str,
        value: &impl ToJson,
    ) {
        self.entry_mut(handle.logical_id()).overrides.push(Override {
            path: path.to_owned(),
            value: value.to_json(),
        });
    }

    /// Adds `dependency` to the `DependsOn` of `dependent`. A reference implies the dependency and needs no such call.
    pub fn add_dependency<A: StackResource, B: StackResource>(
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
    pub fn parameter<P: ParameterBlock>(&mut self, id: LogicalId, parameter: &P) -> Value<P::Value> {
        self.claim(&id);
        let value = Value::intrinsic(json!({ "Ref": id.as_str() }));
        self.parameters.insert(id, parameter.to_block());
        value
    }

    /// Returns a reference to the parameter of this name, and declares it at the first call. Constructs can share it.
    pub fn shared_parameter<P: ParameterBlock>(
        &mut self,
        id: LogicalId,
        declare: impl FnOnce() -> P,
    ) -> Value<P::Value> {
        if self.parameters.contains_key(&id) {
            return Value::intrinsic(json!({ "Ref": id.as_str() }));
        }
        self.parameter(id, &declare())
    }

    /// Shows these parameters as a group with a title in the console. Groups are shown in the order of the calls.
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-cloudformation-interface.html>
    ///
    /// # Panics
    /// If one of them is not the value of a parameter.
    #[track_caller]
    pub fn parameter_group(&mut self, title: &str, parameters: &[&dyn ToJson]) {
        let names = parameters
            .iter()
            .map(|parameter| parameter_name("a group", *parameter));
        self.interface.groups.push((title.to_owned(), names.collect()));
    }

    /// Shows this text in place of the parameter's name in the console.
    ///
    /// # Panics
    /// If `parameter` is not the value of a parameter.
    #[track_caller]
    pub fn parameter_label<T: ToJson>(&mut self, parameter: &Value<T>, label: &str) {
        self.interface
            .labels
            .insert(parameter_name("a label", parameter), label.to_owned());
    }

    /// Declares a rule, which CloudFormation checks before it changes any resource.
    pub fn rule(&mut self, id: LogicalId, rule: &ParameterRule) {
        if self.rules.contains_key(&id) {
            self.duplicate(&id);
        }
        self.rules.insert(id, rule.to_json());
    }

    /// Declares a condition.
    pub fn condition(&mut self, id: LogicalId, test: &ConditionTest) -> Condition {
        self.claim(&id);
        self.conditions
            .insert(id.clone(), (test.0.clone(), self.current_loop));
        Condition(id)
    }

    /// Declares a mapping: top-level key, second-level key, value.
    pub fn mapping<K1, K2, M, Values>(
        &mut self,
        id: LogicalId,
        entries: impl IntoIterator<Item = (K1, Values)>,
    ) -> Mapping<M::Value>
    where
        K1: Into<String>,
        K2: Into<String>,
        M: MappingValue,
        Values: IntoIterator<Item = (K2, M)>,
    {
        self.claim(&id);
        let entries = entries.into_iter().map(|(key, values)| {
            let values = values
                .into_iter()
                .map(|(key, value)| (key.into(), value.to_mapping()));
            (key.into(), Json::Object(values.collect()))
        });
        self.mappings.insert(id.clone(), Json::Object(entries.collect()));
        Mapping::new(id)
    }

    /// Declares an output. It may have the same logical ID as a resource, but not as another output.
    pub fn output(&mut self, id: LogicalId, output: impl Into<Output>) {
        if self.outputs.contains_key(&id) {
            self.duplicate(&id);
        }
        self.outputs
            .insert(id, (output.into().to_json(), self.current_loop));
    }

    /// Adds a transform of the whole template. `AWS::LanguageExtensions` is added by itself where the template needs it.
    pub fn add_transform(&mut self, transform: Transform) {
        if !self.transforms.contains(&transform) {
            self.transforms.push(transform);
        }
    }

    /// Calls `finisher` when all other resources are declared, for resources that depend on the whole stack, such as the
    /// deployment of an API. It adds resources in the same scope and loop as this call.
    pub fn before_finish(&mut self, finisher: impl FnOnce(&mut Self) + 'static) {
        let scope = self.scope.clone();
        let current_loop = self.current_loop;
        self.finishers.push(Box::new(move |stack| {
            stack.scope = scope;
            stack.current_loop = current_loop;
            finisher(stack);
            stack.scope.clear();
            stack.current_loop = None;
        }));
    }

    /// The resource as it is in the template, unless it changes later; `None` if the stack has no such resource.
    pub fn block(&self, id: &LogicalId) -> Option<ResourceBlock> {
        self.resources.get(id).map(|entry| entry.block().0)
    }

    /// Sets an entry of the template's metadata.
    pub fn metadata(&mut self, key: &str, value: Json) {
        self.metadata.insert(key.to_owned(), value);
    }

    /// Resources, parameters, conditions, mappings and loops share one namespace. CloudFormation allows some overlaps, but
    /// then it is unclear what a name refers to.
    fn claim(&mut self, id: &LogicalId) {
        let taken = self.resources.contains_key(id)
            || self.parameters.contains_key(id)
            || self.conditions.contains_key(id)
            || self.mappings.contains_key(id)
            || self
                .loops
                .iter()
                .any(|block| block.id == *id || block.variable == *id);
        if taken {
            self.duplicate(id);
        }
    }

    fn duplicate(&mut self, id: &LogicalId) {
        let path = self.path_of(id);
        self.findings.push(Finding::duplicate_id(path, id));
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

impl<R: StackResource> Index<&Handle<R>> for Stack {
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

impl<R: StackResource> IndexMut<&Handle<R>> for Stack {
    fn index_mut(&mut self, handle: &Handle<R>) -> &mut R {
        let id = handle.logical_id();
        let resource: &mut dyn Any = self.entry_mut(id).resource.as_mut();
        resource
            .downcast_mut()
            .unwrap_or_else(|| panic!("`{id}` was added to another stack"))
    }
}
