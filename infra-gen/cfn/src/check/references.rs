//! Whether every reference leads somewhere, and every function is used as it must be.
//!
//! Properties are judged against their schemas elsewhere; here a value matters only for the functions in it.

mod calls;

use super::{
    Problem,
    circles::{self, Edge},
    functions::describe,
    names::{self, Names},
    needs::Needs,
    worlds::Worlds,
};
use crate::{call::call, template::Template, value::Json};

/// Every reference that leads nowhere or in a circle, and every function that is misused; and what is needed by what.
pub(super) fn check(template: &Template) -> (Vec<Problem>, Needs<'_>) {
    let mut walk = Walk {
        names: Names::of(template),
        worlds: Worlds::of(template),
        site: Site::Parameter(""),
        path: String::new(),
        when: Vec::new(),
        early: None,
        problems: Vec::new(),
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
        // What a loop makes is known once the transform has run.
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
    walk.resources(template);
    for (name, output) in &template.outputs {
        walk.site = Site::Output(name);
        walk.output(output);
    }
    let mut problems = walk.problems;
    problems.extend(circles::conditions(&walk.condition_edges));
    let names = walk.names;
    let one_by_one = walk.edges.iter().filter(|edge| !names.becomes_many(edge.from));
    problems.extend(circles::resources(one_by_one));
    (problems, Needs::of(&walk.edges))
}

/// Where in the template the walk is.
#[derive(Clone, Copy)]
enum Site<'a> {
    Parameter(&'a str),
    Mapping(&'a str),
    Condition(&'a str),
    Rule(&'a str),
    Resource(&'a str),
    Output(&'a str),
}

struct Walk<'a> {
    names: Names<'a>,
    worlds: Worlds<'a>,
    site: Site<'a>,
    /// The path within the site.
    path: String,
    /// The conditions that hold or do not hold here.
    when: Vec<(&'a str, bool)>,
    /// What the value at hand is, if it is decided before there are resources.
    early: Option<&'static str>,
    problems: Vec<Problem>,
    edges: Vec<Edge<'a>>,
    condition_edges: Vec<Edge<'a>>,
}

impl<'a> Walk<'a> {
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
            other => self.problem(format!(
                "`Condition` names a condition; found {}",
                describe(other)
            )),
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
                            walk.problem(format!("`DependsOn` names resources; found {}", describe(other)));
                        }
                    });
                }
            }
            other => self.problem(format!("`DependsOn` names resources; found {}", describe(other))),
        }
    }

    fn dependency(&mut self, name: &'a str) {
        if self.names.is_resource(name) {
            self.edge(name);
        } else if let Some(instead) = self.names.is_instead(name) {
            self.problem(format!(
                "`DependsOn` names resources, and `{name}` is {instead}; remove it"
            ));
        } else if !self.names.open {
            let hint = self.hint(
                name,
                self.names.resources(),
                "add that resource, or remove the dependency",
            );
            self.problem(format!(
                "`DependsOn` names the resource `{name}`, which does not exist; {hint}"
            ));
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
                "Export" => self.within(name, |walk| walk.early("the name of an export", value)),
                _ => self.within(name, |walk| walk.value(value)),
            }
        }
        self.when.clear();
    }

    /// A value that is decided before there are resources.
    fn early(&mut self, what: &'static str, value: &'a Json) {
        let outer = self.early.replace(what);
        self.value(value);
        self.early = outer;
    }

    /// A block that holds plain values only.
    fn plain(&mut self, value: &'a Json) {
        match value {
            Json::Object(map) => match call(map) {
                Some(("Fn::Transform", _)) => {}
                Some((name, _)) => {
                    let holder = if matches!(self.site, Site::Parameter(_)) {
                        "parameter"
                    } else {
                        "mapping"
                    };
                    self.problem(format!(
                        "`{name}` does not work in a {holder}, which holds plain values only; use it where the {holder} is used"
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
            Json::Object(map) => match call(map) {
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
            if key.starts_with("Fn::") && !is_macro {
                self.problem(format!(
                    "`{key}` stands beside other keys; a function is the one key of its map"
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
            self.problem(format!("no condition is named `{name}`; {hint}"));
        }
    }

    /// Notes that the value at hand is made of the resource `to`, which has to be there wherever this is.
    fn use_of(&mut self, to: &'a str) {
        if let Some(what) = self.early {
            self.problem(format!(
                "{what} is decided before there are resources, so it cannot use `{to}`; put it together from parameters"
            ));
            return;
        }
        self.edge(to);
        let Some(condition) = self.names.condition_of(to) else {
            return;
        };
        let mut absent = self.when.clone();
        absent.push((condition, false));
        if self.worlds.any(&absent) == Some(true) {
            self.problem(format!(
                "`{to}` is only there under the condition `{condition}`, and this is there without it; put it into \
                 `Fn::If` of that condition, or put what stands here under the condition, too"
            ));
        }
    }

    /// Notes that the resource at hand waits for `to`.
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

    fn within(&mut self, key: &str, visit: impl FnOnce(&mut Self)) {
        let length = self.path.len();
        if length > 0 {
            self.path.push('.');
        }
        self.path.push_str(key);
        visit(self);
        self.path.truncate(length);
    }

    fn at(&mut self, index: usize, visit: impl FnOnce(&mut Self)) {
        let length = self.path.len();
        self.path.push('[');
        self.path.push_str(&index.to_string());
        self.path.push(']');
        visit(self);
        self.path.truncate(length);
    }

    /// The hint for a name that is not among `known`: see [`names::hint`].
    fn hint<'k>(&self, name: &str, known: impl Iterator<Item = &'k str>, declare: &str) -> String {
        // Beyond so many problems nobody reads on, and every name held against every other takes its time.
        const MOST_MENDED: usize = 1_000;
        if self.problems.len() < MOST_MENDED {
            names::hint(name, known, declare)
        } else {
            declare.to_owned()
        }
    }

    fn problem(&mut self, message: String) {
        let (section, name) = match self.site {
            Site::Parameter(name) => ("Parameters", name),
            Site::Mapping(name) => ("Mappings", name),
            Site::Condition(name) => ("Conditions", name),
            Site::Rule(name) => ("Rules", name),
            Site::Resource(id) => ("Resources", id),
            Site::Output(name) => ("Outputs", name),
        };
        self.problems
            .push(Problem::block(section, name, self.path.as_str(), message));
    }
}
