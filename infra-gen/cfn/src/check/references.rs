//! References and functions: every name must exist, every function must be used correctly, and nothing may depend on itself.
//!
//! This check reads only the functions in a value. Other values are checked against the schemas by `properties`.

mod calls;
mod operands;

use super::{
    conditions::ConditionSolver,
    cycles::{self, Edge},
    declared_names::DeclaredNames,
    dependencies::Dependencies,
    functions::describe,
    hint::did_you_mean,
    serverless,
};
use crate::{
    check::catalog::references::{
        ABSENT_REFERENCE, CONDITIONAL_REFERENCE, INVALID_DEPENDS_ON, INVALID_REFERENCE, MISPLACED_FUNCTION,
        UNKNOWN_CONDITION, UNKNOWN_REFERENCE,
    },
    finding::{Finding, Step, Unplaced},
    intrinsic_call::{intrinsic_call, is_function_key},
    template::Template,
    value::Json,
};

/// The findings with references and functions; and the dependencies among resources.
pub(super) fn check<'a>(names: &DeclaredNames<'a>) -> (Vec<Finding>, Dependencies<'a>) {
    let template = names.template;
    let mut walk = Walk {
        names,
        solver: ConditionSolver::new(template),
        site: Site::Parameter(""),
        path: Vec::new(),
        when: Vec::new(),
        early: None,
        findings: Vec::new(),
        edges: Vec::new(),
        condition_edges: Vec::new(),
    };
    for (name, parameter) in &template.parameters {
        walk.site = Site::Parameter(name);
        walk.plain(parameter);
    }
    for (name, mapping) in &template.mappings {
        walk.site = Site::Mapping(name);
        walk.plain(mapping);
    }
    for (name, test) in &template.conditions {
        // The transform expands the loop.
        if name.starts_with("Fn::ForEach::") && walk.names.has_extensions {
            continue;
        }
        walk.site = Site::Condition(name);
        walk.value(test);
    }
    if let Some(Json::Object(rules)) = template.other.get("Rules") {
        for (name, rule) in rules {
            walk.site = Site::Rule(name);
            walk.value(rule);
        }
    }
    for (name, _, globals) in serverless::sections(template) {
        walk.site = Site::Globals(name);
        for (property, value) in globals {
            walk.within(property, |walk| walk.value(value));
        }
    }
    walk.resources(template);
    for (name, output) in &template.outputs {
        walk.site = Site::Output(name);
        walk.output(output);
    }
    let mut findings = walk.findings;
    findings.extend(cycles::conditions(&walk.condition_edges));
    let unexpanded = walk.edges.iter().filter(|edge| !names.is_expanded(edge.from));
    findings.extend(cycles::resources(unexpanded));
    (findings, Dependencies::new(&walk.edges))
}

/// The block of the template that is being walked.
#[derive(Clone, Copy)]
enum Site<'a> {
    Parameter(&'a str),
    Mapping(&'a str),
    Condition(&'a str),
    Rule(&'a str),
    Globals(&'a str),
    Resource(&'a str),
    Output(&'a str),
}

struct Walk<'a, 'n> {
    names: &'n DeclaredNames<'a>,
    solver: ConditionSolver<'a>,
    site: Site<'a>,
    /// The path within the block.
    path: Vec<Step<'a>>,
    /// The conditions of the current value: name, and whether it is true or false here.
    when: Vec<(&'a str, bool)>,
    /// What the current value is, if CloudFormation evaluates it before it creates resources.
    early: Option<&'static str>,
    findings: Vec<Finding>,
    edges: Vec<Edge<'a>>,
    condition_edges: Vec<Edge<'a>>,
}

impl<'a> Walk<'a, '_> {
    fn resources(&mut self, template: &'a Template) {
        for (id, block) in &template.resources {
            self.site = Site::Resource(id);
            self.when.clear();
            if let Some(condition) = block.attributes.get("Condition") {
                self.within("Condition", |walk| walk.existence(condition));
            }
            self.within("Properties", |walk| {
                for (key, value) in &block.properties {
                    walk.within(key, |walk| walk.value(value));
                }
            });
            for (name, value) in &block.attributes {
                match name.as_str() {
                    "Condition" => {}
                    "DependsOn" => self.within(name, |walk| walk.depends_on(value)),
                    _ => self.within(name, |walk| walk.value(value)),
                }
            }
            self.when.clear();
        }
    }

    /// The condition under which the whole resource or output exists.
    fn existence(&mut self, condition: &'a Json) {
        match condition {
            Json::String(name) => {
                self.condition(name);
                self.when.push((name, true));
            }
            other => self.report(INVALID_DEPENDS_ON.found_without_hint(format!(
                "`Condition` must be the name of a condition; found {}",
                describe(other)
            ))),
        }
    }

    fn depends_on(&mut self, value: &'a Json) {
        match value {
            Json::String(name) => self.dependency(name),
            Json::Array(items) => {
                for (i, item) in items.iter().enumerate() {
                    self.at(i, |walk| match item {
                        Json::String(name) => walk.dependency(name),
                        other => {
                            walk.report(not_a_resource_name(other));
                        }
                    });
                }
            }
            other => self.report(not_a_resource_name(other)),
        }
    }

    fn dependency(&mut self, name: &'a str) {
        if self.names.is_resource(name) {
            self.edge(name);
        } else if let Some(kind) = self.names.other_kind(name) {
            self.report(INVALID_REFERENCE.found(
                format!("`DependsOn` takes resources; `{name}` is {kind}"),
                "remove it",
            ));
        } else if !self.names.open && !self.names.is_generated(name) {
            let hint = self.hint(
                name,
                self.names.resources(),
                "add the resource, or remove the dependency",
            );
            self.report(UNKNOWN_REFERENCE.found(format!("unknown resource `{name}` in `DependsOn`"), hint));
        }
    }

    fn output(&mut self, output: &'a Json) {
        let Json::Object(parts) = output else { return };
        self.when.clear();
        if let Some(condition) = parts.get("Condition") {
            self.within("Condition", |walk| walk.existence(condition));
        }
        for (name, value) in parts {
            match name.as_str() {
                "Condition" => {}
                "Export" => self.within(name, |walk| walk.early("an export name", value)),
                _ => self.within(name, |walk| walk.value(value)),
            }
        }
        self.when.clear();
    }

    /// Walks a value that CloudFormation evaluates before it creates resources.
    fn early(&mut self, what: &'static str, value: &'a Json) {
        let outer = self.early.replace(what);
        self.value(value);
        self.early = outer;
    }

    /// Walks a block that must not contain functions.
    fn plain(&mut self, value: &'a Json) {
        match value {
            Json::Object(map) => match intrinsic_call(map) {
                Some(("Fn::Transform", _)) => {}
                Some((name, _)) => {
                    let block = if matches!(self.site, Site::Parameter(_)) {
                        "parameter"
                    } else {
                        "mapping"
                    };
                    self.report(MISPLACED_FUNCTION.found(
                        format!("`{name}` is not allowed in a {block}"),
                        format!("use it where the {block} is used"),
                    ));
                }
                None => {
                    for (key, value) in map {
                        self.within(key, |walk| walk.plain(value));
                    }
                }
            },
            Json::Array(items) => {
                for (i, item) in items.iter().enumerate() {
                    self.at(i, |walk| walk.plain(item));
                }
            }
            _ => {}
        }
    }

    fn value(&mut self, value: &'a Json) {
        match value {
            Json::Array(items) => {
                for (i, item) in items.iter().enumerate() {
                    self.at(i, |walk| walk.value(item));
                }
            }
            Json::Object(map) => match intrinsic_call(map) {
                Some((name, argument)) => self.within(name, |walk| walk.call(name, argument)),
                None => self.map(map),
            },
            _ => {}
        }
    }

    fn map(&mut self, map: &'a serde_json::Map<String, Json>) {
        if let (Site::Condition(_) | Site::Rule(_), 1, Some(Json::String(name))) =
            (self.site, map.len(), map.get("Condition"))
        {
            self.within("Condition", |walk| walk.condition(name));
            return;
        }
        for (key, value) in map {
            let is_macro = key == "Fn::Transform" || key.starts_with("Fn::ForEach::");
            if is_function_key(key) && !is_macro {
                self.report(MISPLACED_FUNCTION.found(
                    format!("`{key}` has other keys beside it in the same map"),
                    "give the function a map of its own",
                ));
            }
            if !is_macro {
                self.within(key, |walk| walk.value(value));
            }
        }
    }

    fn condition(&mut self, name: &'a str) {
        if self.names.is_condition(name) {
            if let Site::Condition(from) = self.site {
                let edge = self.edge_between(from, name);
                self.condition_edges.push(edge);
            }
        } else if !self.names.open && !self.names.has_condition_loops() {
            let hint = self.hint(name, self.names.conditions(), "declare it in `Conditions`");
            self.report(UNKNOWN_CONDITION.found(format!("unknown condition `{name}`"), hint));
        }
    }

    /// Records that the current value refers to the resource `to`, which must exist whenever the value does.
    fn use_of(&mut self, to: &'a str) {
        if let Some(value) = self.early {
            self.report(calls::evaluated_early(value, to));
            return;
        }
        self.edge(to);
        // The resources with the globals may have conditions.
        let is_global = matches!(self.site, Site::Globals(_));
        let Some(condition) = self.names.condition_of(to).filter(|_| !is_global) else {
            return;
        };
        let mut missing = self.when.clone();
        missing.push((condition, false));
        let never_exists = self.solver.can_hold(&[(condition, true)]) == Some(false);
        let (rule, message) = if self.solver.holds_by_default(&missing) {
            let message = format!(
                "`{to}` exists only if the condition `{condition}` is true, and with the default parameters it is false"
            );
            (&ABSENT_REFERENCE, message)
        } else if self.solver.can_hold(&missing) != Some(true) {
            return;
        } else if never_exists {
            let message = format!("`{to}` never exists, because its condition `{condition}` is always false");
            (&ABSENT_REFERENCE, message)
        } else {
            let message = format!(
                "`{to}` exists only if the condition `{condition}` is true, but this reference can exist when it is false"
            );
            (&CONDITIONAL_REFERENCE, message)
        };
        let hint =
            format!("use the reference in `Fn::If` with `{condition}`, or add the same condition here");
        self.report(rule.found(message, hint));
    }

    /// Records that the current resource depends on `to`.
    fn edge(&mut self, to: &'a str) {
        if let Site::Resource(from) = self.site {
            let edge = self.edge_between(from, to);
            self.edges.push(edge);
        }
    }

    fn edge_between(&self, from: &'a str, to: &'a str) -> Edge<'a> {
        Edge {
            from,
            to,
            path: self.path.clone(),
            when: self.when.clone(),
        }
    }

    fn within(&mut self, key: &'a str, visit: impl FnOnce(&mut Self)) {
        self.path.push(Step::Key(key));
        visit(self);
        self.path.pop();
    }

    fn at(&mut self, index: usize, visit: impl FnOnce(&mut Self)) {
        self.path.push(Step::Index(index));
        visit(self);
        self.path.pop();
    }

    /// The hint for a name that is not among `known`: see [`did_you_mean`].
    fn hint<'k>(&self, name: &str, known: impl Iterator<Item = &'k str>, otherwise: &str) -> String {
        // Comparing every name with every other is slow, and so many hints are not useful.
        const MAX_HINTS: usize = 1_000;
        if self.findings.len() < MAX_HINTS {
            did_you_mean(name, known, otherwise)
        } else {
            otherwise.to_owned()
        }
    }

    fn report(&mut self, found: Unplaced) {
        let (section, name) = match self.site {
            Site::Parameter(name) => ("Parameters", name),
            Site::Mapping(name) => ("Mappings", name),
            Site::Condition(name) => ("Conditions", name),
            Site::Rule(name) => ("Rules", name),
            Site::Globals(name) => ("Globals", name),
            Site::Resource(id) => ("Resources", id),
            Site::Output(name) => ("Outputs", name),
        };
        self.findings
            .push(Finding::block(section, name, self.path.as_slice(), found));
    }
}

fn not_a_resource_name(value: &Json) -> Unplaced {
    INVALID_DEPENDS_ON.found_without_hint(format!(
        "`DependsOn` takes the names of resources; found {}",
        describe(value)
    ))
}
