//! What each function refers to, and whether it may stand where it stands.

use super::{Site, Walk};
use crate::{
    call::is_call,
    check::functions::{self, Place, describe},
    substitution,
    value::Json,
};

impl<'a> Walk<'a> {
    pub(super) fn call(&mut self, name: &'a str, argument: &'a Json) {
        if name.starts_with("Fn::ForEach::") && self.names.has_extensions {
            return;
        }
        let known = if name.starts_with("Fn::ForEach::") {
            "Fn::ForEach"
        } else {
            name
        };
        let Some(function) = functions::lookup(known) else {
            if !self.names.open {
                let hint = self.hint(name, functions::names(), "CloudFormation has no such function");
                self.problem(format!("`{name}` is not a function; {hint}"));
            }
            return;
        };
        if let Some(message) = self.misplaced(name, function.place) {
            self.problem(message);
            return;
        }
        if let Some(message) = functions::misuse(function, argument) {
            self.problem(message);
        }
        match name {
            "Ref" => match argument {
                Json::String(target) => self.reference(target),
                _ if self.names.has_extensions => self.value(argument),
                other => self.problem(format!("`Ref` takes a name; found {}", describe(other))),
            },
            "Fn::GetAtt" => self.get_att(argument),
            "Fn::Sub" => self.sub(argument),
            "Fn::If" => self.if_(argument),
            "Fn::FindInMap" => self.find_in_map(argument),
            "Fn::ImportValue" => self.import(argument),
            // What a macro makes of its parameters is its own business.
            "Fn::Transform" => {}
            "Fn::ForEach" => self.problem("a loop is written `Fn::ForEach::Name`; give it a name".to_owned()),
            _ => self.value(argument),
        }
    }

    fn misplaced(&self, name: &str, place: Place) -> Option<String> {
        let in_values = matches!(self.site, Site::Resource(_) | Site::Output(_));
        match place {
            Place::Values if !in_values => Some(format!(
                "`{name}` does not work in a condition, which is decided before there are resources; use parameters"
            )),
            Place::Tests if in_values => Some(format!(
                "`{name}` works in `Conditions` only; declare a condition and use it with `Fn::If`"
            )),
            Place::Rules if !matches!(self.site, Site::Rule(_)) => Some(format!(
                "`{name}` works in `Rules` only; use a condition function here"
            )),
            Place::Extended if !self.names.has_extensions && !self.names.open => Some(format!(
                "`{name}` needs `Transform: AWS::LanguageExtensions`; add that to the template"
            )),
            _ => None,
        }
    }

    /// What `Ref` or a variable of `Fn::Sub` names.
    fn reference(&mut self, name: &'a str) {
        if self.names.is_parameter(name) {
            return;
        }
        let in_values = matches!(self.site, Site::Resource(_) | Site::Output(_));
        if self.names.is_resource(name) {
            if in_values {
                self.use_of(name);
            } else {
                self.problem(format!(
                    "a condition is decided before there are resources, so it cannot use `{name}`; use a parameter"
                ));
            }
            return;
        }
        if let Some(instead) = self.names.is_instead(name) {
            let use_it = if instead == "a condition" {
                "use it with `Fn::If`"
            } else {
                "use `Fn::FindInMap`"
            };
            self.problem(format!(
                "`{name}` is {instead}, not a resource or parameter; {use_it}"
            ));
        } else if !self.names.open {
            let hint = if in_values {
                let known = self.names.resources().chain(self.names.parameters());
                self.hint(name, known, "add a resource or parameter of this name")
            } else {
                self.hint(name, self.names.parameters(), "add a parameter of this name")
            };
            self.problem(format!("nothing is named `{name}`; {hint}"));
        }
    }

    fn get_att(&mut self, argument: &'a Json) {
        match argument {
            Json::String(text) => match text.split_once('.') {
                Some((resource, attribute)) => self.attribute(resource, Some(attribute)),
                None => self.problem(format!(
                    "`Fn::GetAtt` takes a resource and an attribute; found `{text}` alone"
                )),
            },
            Json::Array(items) => match items.as_slice() {
                [Json::String(resource), Json::String(attribute)] => {
                    self.attribute(resource, Some(attribute));
                }
                [Json::String(resource), attribute] if is_call(attribute) => {
                    self.attribute(resource, None);
                    self.at(1, |walk| walk.value(attribute));
                }
                [_, _] if self.names.has_extensions => self.value(argument),
                _ => self.problem(format!(
                    "`Fn::GetAtt` takes [resource, attribute]; found {argument}"
                )),
            },
            other => self.problem(format!(
                "`Fn::GetAtt` takes [resource, attribute]; found {}",
                describe(other)
            )),
        }
    }

    fn attribute(&mut self, resource: &'a str, attribute: Option<&str>) {
        if !self.names.is_resource(resource) {
            if let Some(instead) = self.names.is_instead(resource) {
                self.problem(format!(
                    "`{resource}` is {instead} and has no attributes; use `Ref`"
                ));
            } else if !self.names.open {
                let hint = self.hint(resource, self.names.resources(), "add a resource of this name");
                self.problem(format!("no resource is named `{resource}`; {hint}"));
            }
            return;
        }
        self.use_of(resource);
        let (Some(attribute), Some(schema)) = (attribute, self.names.schema(resource)) else {
            return;
        };
        if schema.attribute(attribute).is_none() {
            let known = || schema.attributes.iter().map(|attribute| attribute.name);
            let list = known()
                .map(|name| format!("`{name}`"))
                .collect::<Vec<_>>()
                .join(", ");
            let declare = if list.is_empty() {
                "it has none".to_owned()
            } else {
                format!("it has {list}")
            };
            let hint = self.hint(attribute, known(), &declare);
            self.problem(format!(
                "`{}` has no attribute `{attribute}`; {hint}",
                schema.type_name
            ));
        }
    }

    fn sub(&mut self, argument: &'a Json) {
        let (text, own) = match argument {
            Json::String(text) => (text, None),
            Json::Array(items) => match items.as_slice() {
                [Json::String(text)] => (text, None),
                [Json::String(text), Json::Object(own)] => (text, Some(own)),
                _ => {
                    return self.problem(format!(
                        "`Fn::Sub` takes a text, or [text, variables]; found {argument}"
                    ));
                }
            },
            other => {
                return self.problem(format!(
                    "`Fn::Sub` takes a text, or [text, variables]; found {}",
                    describe(other)
                ));
            }
        };
        // CloudFormation ignores white space around a name.
        for name in substitution::variables(text).map(str::trim) {
            if own.is_some_and(|own| own.contains_key(name)) {
                continue;
            }
            let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '.' | ':');
            if name.is_empty() || !name.chars().all(is_name) {
                self.problem(format!(
                    "`${{{name}}}` names nothing; write `${{!{name}}}` for the text itself, without spaces in a name"
                ));
                continue;
            }
            match name.split_once('.') {
                Some(_) if !matches!(self.site, Site::Resource(_) | Site::Output(_)) => self.problem(format!(
                    "a condition is decided before there are resources, so it cannot use `${{{name}}}`; use a parameter"
                )),
                Some((resource, attribute)) => self.attribute(resource, Some(attribute)),
                None => self.reference(name),
            }
        }
        if let Some(own) = own {
            self.at(1, |walk| {
                for (name, value) in own {
                    walk.within(name, |walk| walk.value(value));
                }
            });
        }
    }

    fn if_(&mut self, argument: &'a Json) {
        let Some([Json::String(condition), then, otherwise]) = argument.as_array().map(Vec::as_slice) else {
            return self.problem(format!(
                "`Fn::If` takes [condition, then, otherwise]; found {}",
                describe(argument)
            ));
        };
        self.at(0, |walk| walk.condition(condition));
        for (i, branch, holds) in [(1, then, true), (2, otherwise, false)] {
            self.when.push((condition, holds));
            self.at(i, |walk| walk.value(branch));
            self.when.pop();
        }
    }

    fn import(&mut self, name: &'a Json) {
        if let Some(output) = self.names.output_exporting(name) {
            self.problem(format!(
                "the output `{output}` of this very stack exports that name, and an import needs another stack's; use \
                 the output's value itself"
            ));
        }
        self.early("the name of an import", name);
    }

    fn find_in_map(&mut self, argument: &'a Json) {
        let items = argument.as_array().map_or(&[][..], Vec::as_slice);
        // `DefaultValue` works with and without `AWS::LanguageExtensions`.
        let is_default = items
            .get(3)
            .is_none_or(|options| options.get("DefaultValue").is_some() || self.names.open);
        if !(3..=4).contains(&items.len()) || !is_default {
            return self.problem(format!(
                "`Fn::FindInMap` takes [mapping, first key, second key], and perhaps {{DefaultValue}}; found {}",
                describe(argument)
            ));
        }
        self.value(argument);
        let Json::String(mapping) = &items[0] else { return };
        let Some(entries) = self.names.mapping(mapping) else {
            if !self.names.open && items.len() == 3 {
                let hint = self.hint(mapping, self.names.mappings(), "add a mapping of this name");
                self.problem(format!("no mapping is named `{mapping}`; {hint}"));
            }
            return;
        };
        let Json::String(first) = &items[1] else { return };
        match entries.get(first) {
            Some(Json::Object(inner)) => {
                if let Json::String(second) = &items[2] {
                    self.key(mapping, second, inner, items.len());
                }
            }
            _ => self.key(mapping, first, entries, items.len()),
        }
    }

    fn key(&mut self, mapping: &str, key: &str, entries: &serde_json::Map<String, Json>, arguments: usize) {
        // A fourth argument is the default for keys that are not there.
        if !entries.contains_key(key) && arguments == 3 && !self.names.open {
            let hint = self.hint(key, entries.keys().map(String::as_str), "add the key");
            self.problem(format!("the mapping `{mapping}` has no key `{key}`; {hint}"));
        }
    }
}
