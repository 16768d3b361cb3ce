//! Checks the properties of each resource against its schema: names, required properties, types and values.
//!
//! Not checked: values that are known at deployment only, custom resources, and types without a schema. References are
//! checked by `references`. Conversions of CloudFormation are allowed: `"true"` for `true`, `"5"` for `5`, `5` for `"5"`.

mod constraints;
mod formats;
pub(super) mod functions;
mod pattern;
mod predicates;
mod scalars;
mod suggest;

use std::fmt;

use infra_gen_schema::{ListShape, Object, Shape, TextShape, TypeSchema, lookup};

use crate::{
    check::{
        catalog::properties::{
            DOUBTFUL_COMBINATION, DUPLICATE_ITEM, LIST_LENGTH, MISSING_PROPERTY, PROPERTY_COMBINATION,
            READ_ONLY_PROPERTY, WRONG_TYPE,
        },
        conditions::ConditionSolver,
        local_paths::local_path,
        scenario::Scenario,
        serverless::{self, Model, is_serverless},
    },
    finding::{Finding, Rule, Severity, Unplaced, ValuePath},
    intrinsic_call::{is_complete, is_function_key},
    template::Template,
    value::Json,
};

use self::{
    constraints::{Presence, presence, violation},
    functions::Function,
    pattern::Patterns,
    predicates::Violation,
};

type Properties = serde_json::Map<String, Json>;

pub(super) fn check(serverless: &Model<'_>) -> Vec<Finding> {
    let template = serverless.template;
    let mut findings = Vec::new();
    for (name, output) in &template.outputs {
        if let Some(finding) = output
            .get("Value")
            .and_then(|value| output_value_error(value, template))
        {
            findings.push(Finding::block("Outputs", name, "Value", finding));
        }
    }
    let mut checkers = Checkers::new(template);
    for (id, resource) in template.resources.iter().filter(|(_, block)| !block.malformed) {
        let own = checkers.resource(id, &resource.properties);
        match serverless.properties(id) {
            None => findings.extend(own),
            // A property may come from the globals, so only all properties together can be incomplete.
            Some(merged) => {
                findings.extend(own.into_iter().filter(|finding| !is_about_several(finding)));
                let together = checkers.resource(id, merged);
                findings.extend(together.into_iter().filter(is_about_several));
            }
        }
    }
    for (name, type_name, globals) in serverless::sections(template) {
        if let Some(schema) = lookup(&type_name) {
            let found = checkers.check(Place::Globals(name), schema, None, globals);
            findings.extend(found.into_iter().filter(|finding| !is_about_several(finding)));
        }
    }
    findings
}

/// Checks the properties of these resources only.
pub(super) fn of_resources<'t>(template: &'t Template, ids: impl Iterator<Item = &'t str>) -> Vec<Finding> {
    let mut checkers = Checkers::new(template);
    ids.flat_map(|id| checkers.resource(id, &template.resources[id].properties))
        .collect()
}

/// Checks objects with shared caches.
struct Checkers<'t> {
    template: &'t Template,
    patterns: Patterns,
    solver: ConditionSolver<'t>,
}

impl<'t> Checkers<'t> {
    fn new(template: &'t Template) -> Self {
        Self {
            template,
            patterns: Patterns::default(),
            solver: ConditionSolver::new(template),
        }
    }

    /// The findings for a resource with these properties; none if its type has no schema.
    fn resource(&mut self, id: &'t str, properties: &'t Properties) -> Vec<Finding> {
        let block = &self.template.resources[id];
        let condition = block.attributes.get("Condition").and_then(Json::as_str);
        match lookup(&block.type_name) {
            Some(schema) => self.check(Place::Resource(id), schema, condition, properties),
            None => Vec::new(),
        }
    }

    fn check(
        &mut self,
        place: Place<'t>,
        schema: &'static TypeSchema,
        condition: Option<&'t str>,
        properties: &'t Properties,
    ) -> Vec<Finding> {
        let mut findings = Vec::new();
        Checker {
            template: self.template,
            place,
            schema,
            condition,
            path: Vec::new(),
            assumed: Vec::new(),
            solver: &mut self.solver,
            patterns: &mut self.patterns,
            findings: &mut findings,
        }
        .resource(properties);
        findings
    }
}

/// Whether a finding is about several properties, of which some may be missing.
pub(super) fn is_about_several(finding: &Finding) -> bool {
    [&MISSING_PROPERTY, &PROPERTY_COMBINATION, &DOUBTFUL_COMBINATION].contains(&finding.rule)
}

/// Where the properties are.
#[derive(Clone, Copy)]
enum Place<'t> {
    /// In the resource with this logical ID.
    Resource(&'t str),
    /// In the section of `Globals` with this name.
    Globals(&'t str),
}

/// The value of an output must be a string.
fn output_value_error(value: &Json, template: &Template) -> Option<Unplaced> {
    match Function::from_json(value) {
        Some(Function::If(branches)) => branches
            .iter()
            .find_map(|branch| output_value_error(branch, template)),
        Some(function) => functions::mismatch(&Shape::Text(TextShape::ANY), &function, template),
        None => (value.is_array() || value.is_object()).then(|| {
            WRONG_TYPE.found(
                format!("the value of an output must be a string; found {}", Shown(value)),
                "use one value, or join several with `Fn::Join`",
            )
        }),
    }
}

/// Walks the properties of one resource.
struct Checker<'t, 'p> {
    template: &'t Template,
    place: Place<'t>,
    schema: &'static TypeSchema,
    /// The condition of the resource.
    condition: Option<&'t str>,
    path: Vec<Segment<'t>>,
    /// The conditions of the branches around the value.
    assumed: Vec<(&'t str, bool)>,
    solver: &'p mut ConditionSolver<'t>,
    patterns: &'p mut Patterns,
    findings: &'p mut Vec<Finding>,
}

/// A broken rule, and how.
type Broken = (&'static Rule, Violation);

/// The condition of an `Fn::If` with this argument.
fn condition_of(argument: &Json) -> Option<&str> {
    argument.get(0)?.as_str()
}

/// A step of the path to a value.
#[derive(Clone, Copy)]
enum Segment<'t> {
    Name(&'t str),
    Item(usize),
    /// A branch of `Fn::If`. It is not part of the path in the schema.
    Branch(usize),
}

impl<'t> Checker<'t, '_> {
    /// The properties of the resource, of which `Fn::If` may choose all at once.
    fn resource(&mut self, properties: &'t Properties) {
        let Some(Function::If(branches)) = Function::call(properties) else {
            self.object(self.schema.root(), properties);
            return;
        };
        let condition = properties.get("Fn::If").and_then(condition_of);
        for (i, branch) in branches.iter().enumerate() {
            if let Json::Object(properties) = branch
                && !functions::is_no_value(branch)
            {
                self.branch(condition, i, |checker| checker.resource(properties));
            }
        }
    }

    /// Checks the branch `i` of `Fn::If`, in which the condition is known.
    fn branch(&mut self, condition: Option<&'t str>, i: usize, check: impl FnOnce(&mut Self)) {
        let known = self.assumed.len();
        self.assumed
            .extend(condition.map(|condition| (condition, i == 0)));
        self.path.push(Segment::Branch(i + 1));
        check(self);
        self.path.pop();
        self.assumed.truncate(known);
    }

    fn value(&mut self, shape: &'static Shape, value: &'t Json) {
        // A null property of a serverless resource is absent.
        if value.is_null() && self.path.len() == 1 && is_serverless(self.schema.type_name) {
            return;
        }
        if let Some(function) = Function::from_json(value) {
            self.function(shape, value, &function);
            if let Shape::Text(text) = shape {
                self.report(scalars::too_long_without_variables(text, value));
            }
            return;
        }
        let local = local_path(self.schema.type_name, &self.names(), value);
        if let Some(finding) = local {
            // `sam build` and `sam deploy` upload the files of a serverless template.
            return self.report((!self.template.is_serverless()).then_some(finding));
        }
        match (shape, value) {
            (Shape::Text(text), _) => {
                let values = text.values.map(|id| self.schema.values(id));
                let finding = scalars::text(text, values, value, self.patterns)
                    .or_else(|| self.format(text, value.as_str()?));
                self.report(finding);
            }
            (Shape::Integer(number), _) => self.report(scalars::integer(number, value)),
            (Shape::Number(number), _) => self.report(scalars::number(number, value)),
            (Shape::Boolean, _) => self.report(scalars::boolean(value)),
            (Shape::Json | Shape::Policy, _) => {}
            (Shape::OneOf(shapes), _) => self.one_of(shapes, value),
            (Shape::List(list), Json::Array(items)) => self.list(list, items),
            (Shape::Map(of), Json::Object(entries)) => self.map(of, entries),
            (Shape::Object(id), Json::Object(properties)) => self.object(self.schema.object(*id), properties),
            // Some objects may also be given as a JSON string.
            (Shape::Object(_) | Shape::Map(_), Json::String(text)) if text.trim_start().starts_with('{') => {}
            // The serverless transform also accepts one statement without a list.
            (Shape::List(list), Json::Object(_))
                if is_serverless(self.schema.type_name)
                    && self.names().last() == Some("CustomStatements") =>
            {
                self.value(&list.item, value);
            }
            (Shape::List(_), _) => self.report(Some(
                WRONG_TYPE.found(format!("{} is not a list", Shown(value)), "write it as `[…]`"),
            )),
            (Shape::Map(_) | Shape::Object(_), _) => {
                self.report(Some(
                    WRONG_TYPE.found(format!("{} is not an object", Shown(value)), "write it as `{…}`"),
                ));
            }
        }
    }

    /// A text with variables may be inside a loop.
    fn format(&mut self, shape: &TextShape, text: &str) -> Option<Unplaced> {
        let may_be_in_loop = text.contains("${") && self.template.has_macros();
        if may_be_in_loop {
            return None;
        }
        formats::violation(shape, text, self.schema.type_name, self.patterns)
    }

    /// A value with one of several shapes. If it has none of them, the findings of the nearest are reported.
    fn one_of(&mut self, shapes: &'static [Shape], value: &'t Json) {
        let before = self.findings.len();
        let mut nearest: Option<Vec<Finding>> = None;
        for shape in shapes {
            self.value(shape, value);
            let found = self.findings.split_off(before);
            if found.is_empty() {
                return;
            }
            let is_nearer = nearest.as_ref().is_none_or(|known| {
                let depth = |findings: &[Finding]| {
                    findings
                        .iter()
                        .map(|finding| finding.path.to_string().len())
                        .min()
                };
                (depth(&found), known.len()) > (depth(known), found.len())
            });
            if is_nearer {
                nearest = Some(found);
            }
        }
        self.findings.extend(nearest.unwrap_or_default());
    }

    fn object(&mut self, object: &'static Object, properties: &'t Properties) {
        for (name, value) in properties {
            self.path.push(Segment::Name(name));
            match object.property(name) {
                Some(_) if self.is_read_only() => self.report(Some(READ_ONLY_PROPERTY.found(
                    format!("`{name}` is read-only"),
                    "remove it, and read it with `Fn::GetAtt`",
                ))),
                Some(property) => self.value(&property.shape, value),
                // A macro or a loop is replaced with other properties.
                None if is_function_key(name) || object.open => {}
                None => {
                    let settable = object.properties.iter().filter(|property| !property.read_only);
                    let known = settable.map(|property| property.name);
                    self.report(Some(suggest::unknown_property(name, known)));
                }
            }
            self.path.pop();
        }
        self.together(object, properties);
    }

    /// The rules for several properties of an object, for each combination of the conditions that it uses.
    fn together(&mut self, object: &'static Object, properties: &'t Properties) {
        let is_complete = is_complete(properties);
        let scenarios = Scenario::all(properties, &self.assumed);
        let mut found: Vec<(Broken, Vec<usize>)> = Vec::new();
        for (number, scenario) in scenarios.iter().enumerate() {
            for broken in self.broken(object, properties, scenario, is_complete) {
                match found.iter_mut().find(|(known, _)| *known == broken) {
                    Some((_, numbers)) => numbers.push(number),
                    None => found.push((broken, vec![number])),
                }
            }
        }
        // The common case asks no question about conditions.
        if found.is_empty() || !self.is_reachable() {
            return;
        }
        let is_possible = |scenario: &Scenario<'t>| scenario.is_possible(self.condition, self.solver);
        let possible: Vec<bool> = scenarios.iter().map(is_possible).collect();
        for ((rule, violation), mut numbers) in found {
            let is_certain = numbers.len() == scenarios.len();
            numbers.retain(|number| possible[*number]);
            let Some(first) = numbers.first().filter(|_| !is_certain) else {
                if is_certain {
                    self.place(rule, violation, "", rule.severity);
                }
                continue;
            };
            // Other values of the parameters make a template that AWS accepts.
            let is_always = numbers.len() == possible.iter().filter(|is_possible| **is_possible).count();
            let (suffix, severity) = if is_always {
                (String::new(), rule.severity)
            } else {
                (scenarios[*first].suffix(), Severity::Warning)
            };
            self.place(rule, violation, &suffix, severity);
        }
    }

    /// The rules that several properties of an object break in a scenario.
    fn broken(
        &mut self,
        object: &'static Object,
        properties: &'t Properties,
        scenario: &Scenario<'t>,
        is_complete: bool,
    ) -> Vec<Broken> {
        let mut broken: Vec<Broken> = Vec::new();
        let required = object
            .properties
            .iter()
            .filter(|property| property.required && is_complete);
        for property in required {
            if presence(properties, property.name, scenario) == Presence::No
                && !self.is_read_only_below(property.name)
            {
                let message = format!("the required property `{}` is missing", property.name);
                broken.push((&MISSING_PROPERTY, Violation::here(message, "add it")));
            }
        }
        for constraint in object.constraints.iter().filter(|_| is_complete) {
            let violation = violation(constraint, properties, scenario);
            broken.extend(violation.map(|violation| -> Broken { (&PROPERTY_COMBINATION, violation) }));
        }
        for rule in &object.rules {
            let of = if rule.is_enforced {
                &PROPERTY_COMBINATION
            } else {
                &DOUBTFUL_COMBINATION
            };
            let violations = predicates::violations(&rule.predicate, properties, scenario, self.patterns);
            broken.extend(
                violations
                    .into_iter()
                    .map(|violation| -> Broken { (of, violation) }),
            );
        }
        broken
    }

    /// Whether the branches around the value can be chosen, as far as that is known.
    fn is_reachable(&mut self) -> bool {
        let mut expected = self.assumed.clone();
        expected.extend(self.condition.map(|condition| (condition, true)));
        expected.is_empty() || self.solver.can_hold(&expected) != Some(false)
    }

    fn place(&mut self, rule: &'static Rule, violation: Violation, suffix: &str, severity: Severity) {
        let path = self.path_in_block().join(ValuePath::from(violation.path));
        let found = rule.found(format!("{}{suffix}", violation.message), violation.hint);
        let mut finding = self.finding(path, found);
        finding.severity = severity;
        self.findings.push(finding);
    }

    fn list(&mut self, list: &'static ListShape, items: &'t [Json]) {
        for (i, item) in items.iter().enumerate() {
            self.path.push(Segment::Item(i));
            if list.unique && !functions::is_no_value(item) && items[..i].contains(item) {
                let message = format!("{} is in the list twice", Shown(item));
                let found = DUPLICATE_ITEM.found(message, "remove one of the two");
                let mut finding = self.finding(self.path_in_block(), found);
                if functions::is_conditional(item) {
                    finding.severity = Severity::Warning;
                }
                self.findings.push(finding);
            }
            self.value(&list.item, item);
            self.path.pop();
        }
        let certain = items
            .iter()
            .filter(|item| !functions::is_conditional(item))
            .count() as u64;
        if let Some(min) = list.length.min.filter(|min| (items.len() as u64) < *min) {
            let message = format!(
                "the list has {}; the minimum is {min}",
                Counted(items.len() as u64, "item")
            );
            self.report(Some(LIST_LENGTH.found(message, "add more")));
        }
        if let Some(max) = list.length.max.filter(|max| certain > *max) {
            let message = format!("the list has {}; the maximum is {max}", Counted(certain, "item"));
            self.report(Some(LIST_LENGTH.found(message, "remove some")));
        }
    }

    fn map(&mut self, of: &'static Shape, entries: &'t Properties) {
        for (name, value) in entries.iter().filter(|(name, _)| !is_function_key(name)) {
            self.path.push(Segment::Name(name));
            self.value(of, value);
            self.path.pop();
        }
    }

    fn function(&mut self, shape: &'static Shape, value: &'t Json, function: &Function<'t>) {
        if let Function::If(branches) = function {
            let condition = value.get("Fn::If").and_then(condition_of);
            for (i, branch) in branches.iter().enumerate() {
                self.branch(condition, i, |checker| checker.value(shape, branch));
            }
            return;
        }
        let finding = functions::mismatch(shape, function, self.template)
            .or_else(|| formats::wrong_reference(shape, function, self.template));
        self.report(finding);
    }

    fn report(&mut self, finding: Option<Unplaced>) {
        if let Some(finding) = finding {
            let finding = self.finding(self.path_in_block(), finding);
            self.findings.push(finding);
        }
    }

    fn finding(&self, path: ValuePath, found: Unplaced) -> Finding {
        match self.place {
            Place::Resource(id) => Finding::resource(id, path, found),
            Place::Globals(name) => Finding::block("Globals", name, path, found),
        }
    }

    fn path_in_block(&self) -> ValuePath {
        let top = match self.place {
            Place::Resource(_) => ValuePath::from("Properties"),
            Place::Globals(_) => ValuePath::default(),
        };
        self.path.iter().fold(top, |path, segment| match segment {
            Segment::Name(name) => path.key(*name),
            Segment::Item(i) => path.index(*i),
            Segment::Branch(i) => path.key("Fn::If").index(*i),
        })
    }

    fn is_read_only(&self) -> bool {
        // The common case allocates nothing.
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

    /// The path as the schema writes it: `*` for each item of a list.
    fn names(&self) -> impl Iterator<Item = &str> + Clone {
        self.path.iter().filter_map(|segment| match segment {
            Segment::Name(name) => Some(*name),
            Segment::Item(_) => Some("*"),
            Segment::Branch(_) => None,
        })
    }
}

/// A value in a message, shortened.
struct Shown<'v>(&'v Json);

impl fmt::Display for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const MAX_CHARACTERS: usize = 60;
        let text = match self.0 {
            Json::String(text) => text.clone(),
            other => other.to_string(),
        };
        match text.char_indices().nth(MAX_CHARACTERS) {
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

#[cfg(test)]
mod tests;
