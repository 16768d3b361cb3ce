//! A stack under construction: typed resources by logical ID, until [`Stack::finish`] checks and writes them.
//!
//! Resources stay typed and changeable until then (`stack[&role].policies`), which is how a grant reaches the
//! role it widens. The order of declaration leaves no trace in the template: it is sorted by logical ID.

use std::{
    any::Any,
    collections::BTreeMap,
    marker::PhantomData,
    ops::{Index, IndexMut},
};

use serde_json::json;

use crate::{
    check::{self, Problem, Problems},
    handle::Handle,
    names::LogicalId,
    resource::{Resource, ResourceAttributes},
    template::{ResourceBlock, Template},
    value::{Json, List, ToJson, Value},
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
    problems: Vec<Problem>,
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

/// A [`Resource`] behind one pointer: what the stack needs of it once its type is forgotten.
trait AnyResource: ToJson + Any {}

impl<R: Resource> AnyResource for R {}

impl Stack {
    /// An empty stack. The name is the first part of every construct path in messages; it is not in the template.
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
            problems: Vec::new(),
            finishers: Vec::new(),
        }
    }

    /// Says what the stack is for; at most 1,024 bytes.
    pub fn describe(&mut self, description: &str) {
        self.description = Some(description.to_owned());
    }

    /// Adds a resource and hands out its handle. A logical ID that is taken is reported by [`Stack::finish`].
    pub fn add<R: Resource>(&mut self, id: LogicalId, resource: R) -> Handle<R> {
        self.claim(&id);
        let entry = Entry {
            path: self.path_of(&id),
            type_name: R::SCHEMA.type_name,
            resource: Box::new(resource),
            attributes: ResourceAttributes::default(),
        };
        self.resources.insert(id.clone(), entry);
        Handle::new(id)
    }

    /// Everything that `build` adds stands under `construct` in messages: `shop/Api/ApiProductsGet`.
    pub fn within<T>(&mut self, construct: &str, build: impl FnOnce(&mut Self) -> T) -> T {
        self.scope.push(construct.to_owned());
        let built = build(self);
        self.scope.pop();
        built
    }

    /// The attributes of a resource beside its properties, to read or change.
    pub fn attributes<R: Resource>(&mut self, handle: &Handle<R>) -> &mut ResourceAttributes {
        &mut self.entry_mut(handle.logical_id()).attributes
    }

    /// Makes `dependent` wait for `dependency` where no reference does.
    pub fn depend<A: Resource, B: Resource>(&mut self, dependent: &Handle<A>, dependency: &Handle<B>) {
        let waits_for = &mut self.attributes(dependent).depends_on;
        if let Err(place) = waits_for.binary_search(dependency.logical_id()) {
            waits_for.insert(place, dependency.logical_id().clone());
        }
    }

    /// Declares a parameter and gives the value that it has at deployment.
    pub fn parameter<T>(&mut self, id: LogicalId, parameter: &Parameter<T>) -> Value<T> {
        self.claim(&id);
        let value = Value::intrinsic(json!({ "Ref": id.as_str() }));
        self.parameters.insert(id, parameter.to_json());
        value
    }

    /// The parameter of this name, declared by whoever asks first: constructs may share one.
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

    /// Declares a mapping: first-level key, second-level key, value.
    pub fn mapping(&mut self, id: LogicalId, entries: BTreeMap<String, BTreeMap<String, String>>) -> Mapping {
        self.claim(&id);
        self.mappings.insert(id.clone(), json!(entries));
        Mapping(id)
    }

    /// Declares an output. Outputs may share the logical ID of a resource, not of one another.
    pub fn output(&mut self, id: LogicalId, output: impl Into<Output>) {
        let output = output.into();
        if self.outputs.insert(id.clone(), output.to_json()).is_some() {
            let path = self.path_of(&id);
            self.problems.push(Problem::duplicate(path, &id));
        }
    }

    /// Calls `finisher` when everything has been declared: for what follows from the whole, such as the identity of
    /// an API's deployment. Within it, constructs add as they would have here.
    pub fn before_finish(&mut self, finisher: impl FnOnce(&mut Self) + 'static) {
        let scope = self.scope.clone();
        self.finishers.push(Box::new(move |stack| {
            stack.scope = scope;
            finisher(stack);
            stack.scope.clear();
        }));
    }

    /// A resource as the template will have it, if it stays as it is; `None` when there is none of this name.
    pub fn block(&self, id: &LogicalId) -> Option<ResourceBlock> {
        self.resources.get(id).map(Entry::block)
    }

    /// Sets an entry of the template's own metadata.
    pub fn metadata(&mut self, key: &str, value: Json) {
        self.metadata.insert(key.to_owned(), value);
    }

    /// Checks everything and writes the template; or every problem found, not only the first.
    ///
    /// # Errors
    /// All problems, each with the construct's path, the property's path and the way to mend it.
    pub fn finish(mut self) -> Result<Template, Problems> {
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
        let mut problems = self.problems;
        problems.extend(check::own_template(&template));
        if problems.is_empty() {
            return Ok(template);
        }
        for problem in &mut problems {
            problem.locate(&self.name, &paths);
        }
        Err(Problems(problems))
    }

    /// Resources, parameters, conditions and mappings share one namespace here, though CloudFormation would let some
    /// overlap: a `Ref` that could mean two things helps nobody.
    fn claim(&mut self, id: &LogicalId) {
        let taken = self.resources.contains_key(id)
            || self.parameters.contains_key(id)
            || self.conditions.contains_key(id)
            || self.mappings.contains_key(id);
        if taken {
            let path = self.path_of(id);
            self.problems.push(Problem::duplicate(path, id));
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
    /// When the handle is another stack's.
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

/// A parameter of the template whose value has type `T`.
/// <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html>
#[derive(Debug, Clone)]
pub struct Parameter<T> {
    /// What its value is.
    pub parameter_type: ParameterType<T>,
    /// What the parameter is for.
    pub description: Option<String>,
    /// What it is when none is given.
    pub default: Option<Json>,
    /// The only values it may have.
    pub allowed_values: Vec<Json>,
    /// A regular expression that the whole value matches.
    pub allowed_pattern: Option<String>,
    /// What to say when the value breaks the rules.
    pub constraint_description: Option<String>,
    /// Masks the value wherever the service shows it.
    pub no_echo: bool,
}

/// What the value of a parameter is, as CloudFormation names it and as a type.
#[derive(Debug, Clone, Copy)]
pub struct ParameterType<T> {
    name: &'static str,
    value: PhantomData<fn() -> T>,
}

impl Parameter<String> {
    /// A parameter of text.
    pub fn text() -> Self {
        Self::of("String")
    }

    /// A parameter that names an SSM parameter and has its value.
    pub fn ssm() -> Self {
        Self::of("AWS::SSM::Parameter::Value<String>")
    }
}

impl Parameter<f64> {
    /// A parameter of a number.
    pub fn number() -> Self {
        Self::of("Number")
    }
}

impl Parameter<List<String>> {
    /// A parameter of several texts with commas between them.
    pub fn list() -> Self {
        Self::of("CommaDelimitedList")
    }
}

impl<T> Parameter<T> {
    fn of(name: &'static str) -> Self {
        Self {
            parameter_type: ParameterType { name, value: PhantomData },
            description: None,
            default: None,
            allowed_values: Vec::new(),
            allowed_pattern: None,
            constraint_description: None,
            no_echo: false,
        }
    }

    fn to_json(&self) -> Json {
        let mut block = json!({ "Type": self.parameter_type.name });
        let optional = [
            ("Description", self.description.as_ref().map(|text| json!(text))),
            ("Default", self.default.clone()),
            (
                "AllowedValues",
                (!self.allowed_values.is_empty()).then(|| json!(self.allowed_values)),
            ),
            (
                "AllowedPattern",
                self.allowed_pattern.as_ref().map(|text| json!(text)),
            ),
            (
                "ConstraintDescription",
                self.constraint_description.as_ref().map(|text| json!(text)),
            ),
            ("NoEcho", self.no_echo.then(|| json!(true))),
        ];
        for (key, value) in optional {
            if let Some(value) = value {
                block[key] = value;
            }
        }
        block
    }
}

/// An output of the stack. Any textual value converts into one without description or export.
/// <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/outputs-section-structure.html>
#[derive(Debug, Clone)]
pub struct Output {
    /// What is put out.
    pub value: Value<String>,
    /// What it is for.
    pub description: Option<String>,
    /// The name under which other stacks of the account and region may import it.
    pub export: Option<Value<String>>,
    /// The condition under which it exists.
    pub condition: Option<Condition>,
}

impl<T: Into<Value<String>>> From<T> for Output {
    fn from(value: T) -> Self {
        Self {
            value: value.into(),
            description: None,
            export: None,
            condition: None,
        }
    }
}

impl Output {
    fn to_json(&self) -> Json {
        let mut block = serde_json::Map::new();
        if let Some(description) = &self.description {
            block.insert("Description".into(), json!(description));
        }
        if let Some(condition) = &self.condition {
            block.insert("Condition".into(), json!(condition.id().as_str()));
        }
        block.insert("Value".into(), self.value.to_json());
        if let Some(export) = &self.export {
            block.insert("Export".into(), json!({ "Name": export.to_json() }));
        }
        Json::Object(block)
    }
}

/// A declared condition; only [`Stack::condition`] makes one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Condition(LogicalId);

impl Condition {
    /// Its name in the template.
    pub fn id(&self) -> &LogicalId {
        &self.0
    }
}

/// A declared mapping; only [`Stack::mapping`] makes one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mapping(LogicalId);

impl Mapping {
    /// Its name in the template.
    pub fn id(&self) -> &LogicalId {
        &self.0
    }
}

/// What a condition tests, from the condition functions.
/// <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference-conditions.html>
#[derive(Debug, Clone)]
pub struct ConditionTest(Json);

impl ConditionTest {
    /// `Fn::Equals`.
    pub fn equals<T: ToJson>(left: &Value<T>, right: &Value<T>) -> Self {
        Self(json!({ "Fn::Equals": [left.to_json(), right.to_json()] }))
    }

    /// `Fn::And` of two to ten tests.
    pub fn all(tests: impl IntoIterator<Item = Self>) -> Self {
        Self(json!({ "Fn::And": tests.into_iter().map(|test| test.0).collect::<Vec<_>>() }))
    }

    /// `Fn::Or` of two to ten tests.
    pub fn any(tests: impl IntoIterator<Item = Self>) -> Self {
        Self(json!({ "Fn::Or": tests.into_iter().map(|test| test.0).collect::<Vec<_>>() }))
    }

    /// `Fn::Not`.
    #[must_use]
    pub fn negate(self) -> Self {
        Self(json!({ "Fn::Not": [self.0] }))
    }

    /// Another condition of the stack.
    pub fn holds(condition: &Condition) -> Self {
        Self(json!({ "Condition": condition.id().as_str() }))
    }
}
