//! Checks each resource's properties against what AWS's registry says of its type: names, required ones, types, values.
//!
//! What cannot be known before deployment is let through: the value of a function, a type of no enabled feature, a
//! custom resource. Whether what a function names exists is checked with the references. Where CloudFormation converts (`"true"` for `true`, `"5"` for `5`, `5` for `"5"`), so does this.

mod constraints;
mod functions;
mod pattern;
mod scalars;
mod suggest;

use std::fmt::{self, Write as _};

use crate::{
    schema::{self, ListShape, Object, Shape, TypeSchema},
    template::{ResourceBlock, Template},
    value::Json,
};

use self::{
    constraints::{Presence, broken, presence},
    functions::Function,
    pattern::Patterns,
};

use super::Problem;

type Properties = serde_json::Map<String, Json>;

/// Every property that CloudFormation or the service would refuse.
pub(crate) fn check(template: &Template) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (name, output) in &template.outputs {
        if let Some(message) = output.get("Value").and_then(|value| no_text(value, template)) {
            problems.push(Problem::block("Outputs", name, "Value", message));
        }
    }
    let mut patterns = Patterns::default();
    for (logical_id, resource) in &template.resources {
        if let Some(message) = misspelled(&resource.type_name) {
            problems.push(Problem::resource(logical_id, "Type", message));
        }
        if let Some(schema) = schema::lookup(&resource.type_name) {
            let mut checker = Checker {
                template,
                logical_id,
                schema,
                path: Vec::new(),
                patterns: &mut patterns,
                problems: &mut problems,
            };
            checker.resource(resource);
        }
    }
    problems
}

/// Whether a type was meant that is called nearly so. Of a service that is known not every type is: new ones come.
fn misspelled(type_name: &str) -> Option<String> {
    const NEARLY: usize = 2;
    let known = schema::of_service(type_name)?;
    if known.iter().any(|schema| schema.type_name == type_name) {
        return None;
    }
    let distance = |schema: &TypeSchema| strsim::damerau_levenshtein(type_name, schema.type_name);
    let nearest = known.iter().min_by_key(|schema| distance(schema))?;
    (distance(nearest) <= NEARLY).then(|| {
        format!(
            "there is no type `{type_name}`; did you mean `{}`?",
            nearest.type_name
        )
    })
}

/// Why a value is not the text that an output is.
fn no_text(value: &Json, template: &Template) -> Option<String> {
    match Function::of(value) {
        Some(Function::If(branches)) => branches.iter().find_map(|branch| no_text(branch, template)),
        Some(function) => functions::mismatch(&Shape::TEXT, &function, template),
        None => (value.is_array() || value.is_object()).then(|| {
            format!(
                "{} is not a text, as outputs are; write one value, or join several with `Fn::Join`",
                Shown(value)
            )
        }),
    }
}

/// Walks through one resource's properties.
struct Checker<'t, 'p> {
    template: &'t Template,
    logical_id: &'t str,
    schema: &'static TypeSchema,
    path: Vec<Segment<'t>>,
    patterns: &'p mut Patterns,
    problems: &'p mut Vec<Problem>,
}

/// A step on the way to a value.
#[derive(Clone, Copy)]
enum Segment<'t> {
    Name(&'t str),
    Item(usize),
    /// A branch of `Fn::If`, which is no step within the value.
    Branch(usize),
}

impl<'t> Checker<'t, '_> {
    fn resource(&mut self, resource: &'t ResourceBlock) {
        self.object(self.schema.properties, &resource.properties);
    }

    fn value(&mut self, shape: &Shape, value: &'t Json) {
        if let Some(function) = Function::of(value) {
            self.function(shape, &function);
            if let Shape::Text(text) = shape {
                self.report(scalars::certainly_too_long(text, value));
            }
            return;
        }
        match (shape, value) {
            (Shape::Text(text), _) => {
                let message = scalars::text(text, value, self.patterns);
                self.report(message);
            }
            (Shape::Integer(number), _) => self.report(scalars::integer(number, value)),
            (Shape::Number(number), _) => self.report(scalars::number(number, value)),
            (Shape::Boolean, _) => self.report(scalars::boolean(value)),
            (Shape::Json, _) => {}
            (Shape::List(list), Json::Array(items)) => self.list(list, items),
            (Shape::Map(of), Json::Object(entries)) => self.map(of, entries),
            (Shape::Object(object), Json::Object(properties)) => self.object(object, properties),
            // Some objects may also be given as the text of one.
            (Shape::Object(_) | Shape::Map(_), Json::String(text)) if text.trim_start().starts_with('{') => {}
            (Shape::List(_), _) => self.report(Some(format!("{} is not a list; write `[…]`", Shown(value)))),
            (Shape::Map(_) | Shape::Object(_), _) => {
                self.report(Some(format!("{} is not an object; write `{{…}}`", Shown(value))));
            }
        }
    }

    fn object(&mut self, object: &'static Object, properties: &'t Properties) {
        for (name, value) in properties {
            self.path.push(Segment::Name(name));
            match object.property(name) {
                Some(_) if self.is_read_only() => self.report(Some(format!(
                    "`{name}` is set by the service; remove it, and read it with `Fn::GetAtt`"
                ))),
                Some(property) => self.value(&property.shape, value),
                // A macro or a loop puts other properties in its place.
                None if name.starts_with("Fn::") => {}
                None => {
                    let known = object.properties.iter().map(|property| property.name);
                    self.report(Some(suggest::unknown_property(name, known)));
                }
            }
            self.path.pop();
        }
        let is_complete = !properties.keys().any(|name| name.starts_with("Fn::"));
        if is_complete {
            for property in object.properties.iter().filter(|property| property.required) {
                if presence(properties, property.name) == Presence::No
                    && !self.is_read_only_below(property.name)
                {
                    self.report(Some(format!("`{}` is missing; set it", property.name)));
                }
            }
            for constraint in object.constraints {
                self.report(broken(constraint, properties));
            }
        }
    }

    fn list(&mut self, list: &ListShape, items: &'t [Json]) {
        for (i, item) in items.iter().enumerate() {
            self.path.push(Segment::Item(i));
            if list.unique && !functions::is_conditional(item) && items[..i].contains(item) {
                self.report(Some(format!("{} is there twice; remove one", Shown(item))));
            }
            self.value(list.item, item);
            self.path.pop();
        }
        let certain = items
            .iter()
            .filter(|item| !functions::is_conditional(item))
            .count() as u64;
        if let Some(min) = list.length.min.filter(|min| (items.len() as u64) < *min) {
            self.report(Some(format!(
                "has {} of at least {}; add more",
                items.len(),
                Counted(min, "item")
            )));
        }
        if let Some(max) = list.length.max.filter(|max| certain > *max) {
            self.report(Some(format!(
                "has {certain} of at most {}; remove some",
                Counted(max, "item")
            )));
        }
    }

    fn map(&mut self, of: &Shape, entries: &'t Properties) {
        for (name, value) in entries.iter().filter(|(name, _)| !name.starts_with("Fn::")) {
            self.path.push(Segment::Name(name));
            self.value(of, value);
            self.path.pop();
        }
    }

    fn function(&mut self, shape: &Shape, function: &Function<'t>) {
        if let Function::If(branches) = function {
            for (i, branch) in branches.iter().enumerate() {
                self.path.push(Segment::Branch(i + 1));
                self.value(shape, branch);
                self.path.pop();
            }
            return;
        }
        self.report(functions::mismatch(shape, function, self.template));
    }

    fn report(&mut self, message: Option<String>) {
        if let Some(message) = message {
            let path = self.shown_path();
            self.problems
                .push(Problem::resource(self.logical_id, path, message));
        }
    }

    fn shown_path(&self) -> String {
        let mut shown = String::from("Properties");
        for segment in &self.path {
            // Writing to a `String` does not fail.
            let _ = match segment {
                Segment::Name(name) => write!(shown, ".{name}"),
                Segment::Item(i) => write!(shown, "[{i}]"),
                Segment::Branch(i) => write!(shown, ".Fn::If[{i}]"),
            };
        }
        shown
    }

    fn is_read_only(&self) -> bool {
        // Most types have a handful of such paths, all short: the common case allocates nothing.
        self.schema.read_only.iter().any(|pattern| {
            let mut names = self.names();
            pattern
                .split('.')
                .all(|name| names.next().is_some_and(|step| name == "*" || step == name))
                && names.next().is_none()
        })
    }

    fn is_read_only_below(&self, property: &str) -> bool {
        self.schema.read_only.iter().any(|pattern| {
            let mut names = self.names().chain([property]);
            pattern
                .split('.')
                .all(|name| names.next().is_some_and(|step| name == "*" || step == name))
                && names.next().is_none()
        })
    }

    /// The path as the schema's lists have it: `*` for every item.
    fn names(&self) -> impl Iterator<Item = &str> {
        self.path.iter().filter_map(|segment| match segment {
            Segment::Name(name) => Some(*name),
            Segment::Item(_) => Some("*"),
            Segment::Branch(_) => None,
        })
    }
}

/// A value as it is quoted in a message, cut where it is long.
struct Shown<'v>(&'v Json);

impl fmt::Display for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const LONG: usize = 60;
        let text = match self.0 {
            Json::String(text) => text.clone(),
            other => other.to_string(),
        };
        match text.char_indices().nth(LONG) {
            Some((end, _)) => write!(f, "`{}…`", &text[..end]),
            None => write!(f, "`{text}`"),
        }
    }
}

/// `1 item`, `2 items`.
struct Counted(u64, &'static str);

impl fmt::Display for Counted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let plural = if self.0 == 1 { "" } else { "s" };
        write!(f, "{} {}{plural}", self.0, self.1)
    }
}

#[cfg(all(test, feature = "all-services"))]
mod tests;
