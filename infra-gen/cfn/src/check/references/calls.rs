//! Calls of functions: whether each is allowed where it is, and what it refers to.

use infra_gen_schema::Yields;

use super::{Site, Walk};
use crate::{
    check::catalog::references::{
        EARLY_REFERENCE, IMPORT_OF_OWN_EXPORT, INVALID_ARGUMENT, INVALID_REFERENCE, INVALID_SUBSTITUTION,
        MISPLACED_FUNCTION, UNKNOWN_ATTRIBUTE, UNKNOWN_FUNCTION, UNKNOWN_MAPPING, UNKNOWN_REFERENCE,
    },
    check::{
        functions::{self, AllowedIn, describe, is_transform},
        local_paths,
        query::quoted,
        sections::needs_extensions,
    },
    finding::Unplaced,
    intrinsic_call::is_intrinsic_call,
    substitution,
    value::Json,
};

impl<'a> Walk<'a, '_> {
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
                let hint = self.hint(
                    name,
                    functions::names(),
                    "see the list of intrinsic functions in the CloudFormation reference",
                );
                self.report(UNKNOWN_FUNCTION.found(format!("`{name}` is not a function"), hint));
            }
            return;
        };
        if let Some(finding) = self.not_allowed(name, function.allowed_in) {
            self.report(finding);
            return;
        }
        if is_transform(argument) {
            return self.value(argument);
        }
        if let Some(message) = functions::argument_error(function, argument) {
            self.report(INVALID_ARGUMENT.found_without_hint(message));
        } else {
            self.operands(name, argument);
        }
        match name {
            "Ref" => match argument {
                Json::String(target) => self.reference(target),
                _ if self.names.has_extensions => self.value(argument),
                other => self.report(
                    INVALID_ARGUMENT
                        .found_without_hint(format!("`Ref` takes a name; found {}", describe(other))),
                ),
            },
            "Fn::GetAtt" => self.get_att(argument),
            "Fn::Sub" => self.sub(argument),
            "Fn::If" => self.if_(argument),
            "Fn::FindInMap" => self.find_in_map(argument),
            "Fn::ImportValue" => self.import(argument),
            // The macro interprets its parameters.
            "Fn::Transform" => {
                if let Some(finding) = local_paths::included(argument)
                    && !self.names.template.is_serverless()
                {
                    self.report(finding);
                }
            }
            "Fn::ForEach" => {
                self.report(
                    INVALID_ARGUMENT.found("the loop has no name", "write it as `Fn::ForEach::Name`"),
                );
            }
            _ => self.value(argument),
        }
    }

    fn not_allowed(&self, name: &str, allowed_in: AllowedIn) -> Option<Unplaced> {
        let finding = match allowed_in {
            AllowedIn::ResourcesAndOutputs if !self.in_values() => MISPLACED_FUNCTION.found(
                format!(
                    "`{name}` is not allowed in a condition, which is evaluated before resources are created"
                ),
                "use parameters",
            ),
            AllowedIn::ConditionsAndRules if self.in_values() => MISPLACED_FUNCTION.found(
                format!("`{name}` is allowed in `Conditions` only"),
                "declare a condition and use it with `Fn::If`",
            ),
            AllowedIn::Rules if !matches!(self.site, Site::Rule(_)) => MISPLACED_FUNCTION.found(
                format!("`{name}` is allowed in `Rules` only"),
                "use a condition function",
            ),
            AllowedIn::LanguageExtensions if !self.names.has_extensions && !self.names.open => {
                needs_extensions(name)
            }
            _ => return None,
        };
        Some(finding)
    }

    /// Whether the current block may refer to resources.
    fn in_values(&self) -> bool {
        matches!(self.site, Site::Globals(_) | Site::Resource(_) | Site::Output(_))
    }

    /// The name in `Ref`, or in a variable of `Fn::Sub`.
    fn reference(&mut self, name: &'a str) {
        if self.names.is_parameter(name) {
            return;
        }
        if self.names.is_resource(name) {
            if self.in_values() {
                self.use_of(name);
            } else {
                self.report(resource_in_condition(name));
            }
            return;
        }
        if let Some(kind) = self.names.other_kind(name) {
            let hint = if kind == "a condition" {
                "use it with `Fn::If`"
            } else {
                "use `Fn::FindInMap`"
            };
            self.report(
                INVALID_REFERENCE.found(format!("`{name}` is {kind}, not a resource or parameter"), hint),
            );
        } else if self.in_values() && (self.names.is_generated(name) || self.is_generated_property(name)) {
            self.generated(name);
        } else if !self.names.open {
            let hint = if self.in_values() {
                let known = self.names.resources().chain(self.names.parameters());
                self.hint(name, known, "add a resource or parameter of this name")
            } else {
                self.hint(name, self.names.parameters(), "add a parameter of this name")
            };
            let kinds = if self.in_values() {
                "resource or parameter"
            } else {
                "parameter"
            };
            self.report(UNKNOWN_REFERENCE.found(format!("unknown {kinds} `{name}`"), hint));
        }
    }

    /// Whether a name is that of a property which becomes a resource: `Function.Version`.
    fn is_generated_property(&self, name: &str) -> bool {
        let Some((resource, property)) = name.split_once('.') else {
            return false;
        };
        let schema = self.names.schema(resource);
        schema.is_some_and(|schema| is_generated(schema.type_name, property))
    }

    /// A use of a resource that the serverless transform generates.
    fn generated(&mut self, name: &str) {
        if let Some(value) = self.early {
            self.report(evaluated_early(value, name));
        }
    }

    fn get_att(&mut self, argument: &'a Json) {
        match argument {
            Json::String(text) => match text.split_once('.') {
                Some((resource, attribute)) => self.attribute(resource, Some(attribute)),
                None => self.report(INVALID_ARGUMENT.found_without_hint(format!(
                    "`Fn::GetAtt` takes a resource and an attribute; found `{text}`"
                ))),
            },
            Json::Array(items) => match items.as_slice() {
                [Json::String(resource), Json::String(attribute)] => {
                    self.attribute(resource, Some(attribute));
                }
                [Json::String(resource), attribute] if is_intrinsic_call(attribute) => {
                    self.attribute(resource, None);
                    self.at(1, |walk| walk.attribute_name(attribute));
                }
                [_, _] if self.names.has_extensions || items.iter().any(is_transform) => {
                    self.value(argument);
                }
                _ => self.report(INVALID_ARGUMENT.found_without_hint(format!(
                    "`Fn::GetAtt` takes [resource, attribute]; found {argument}"
                ))),
            },
            other => self.report(INVALID_ARGUMENT.found_without_hint(format!(
                "`Fn::GetAtt` takes [resource, attribute]; found {}",
                describe(other)
            ))),
        }
    }

    fn attribute(&mut self, resource: &'a str, attribute: Option<&str>) {
        if self.names.is_resource(resource) {
            self.use_of(resource);
        } else if let Some(kind) = self.names.other_kind(resource) {
            self.report(INVALID_REFERENCE.found(
                format!("`{resource}` is {kind} and has no attributes"),
                "use `Ref`",
            ));
            return;
        } else if self.names.is_generated(resource) {
            self.generated(resource);
        } else {
            if !self.names.open && !self.is_generated_property(resource) {
                let hint = self.hint(resource, self.names.resources(), "add a resource of this name");
                self.report(UNKNOWN_REFERENCE.found(format!("unknown resource `{resource}`"), hint));
            }
            return;
        }
        let (Some(attribute), Some(schema)) = (attribute, self.names.schema(resource)) else {
            return;
        };
        let known = || schema.attributes.iter().map(|attribute| attribute.name);
        let is_known =
            schema.attribute(attribute).is_some() || known().any(|name| is_same_attribute(name, attribute));
        if !is_known && !is_generated(schema.type_name, attribute) {
            let otherwise = if schema.attributes.is_empty() {
                "this type has no attributes".to_owned()
            } else {
                format!("use one of {}", quoted(known()))
            };
            let hint = self.hint(attribute, known(), &otherwise);
            self.report(UNKNOWN_ATTRIBUTE.found(
                format!("`{}` has no attribute `{attribute}`", schema.type_name),
                hint,
            ));
        }
    }

    fn sub(&mut self, argument: &'a Json) {
        let (text, own) = match argument {
            Json::String(text) => (text, None),
            Json::Array(items) => match items.as_slice() {
                [Json::String(text)] => (text, None),
                // The variables that a macro returns are not known.
                _ if items.iter().any(is_transform) => return self.value(argument),
                [Json::String(text), Json::Object(own)] => (text, Some(own)),
                _ => {
                    return self.report(INVALID_ARGUMENT.found_without_hint(format!(
                        "`Fn::Sub` takes a string, or [string, variables]; found {argument}"
                    )));
                }
            },
            other => {
                return self.report(INVALID_ARGUMENT.found_without_hint(format!(
                    "`Fn::Sub` takes a string, or [string, variables]; found {}",
                    describe(other)
                )));
            }
        };
        // CloudFormation ignores white space around a name.
        for name in substitution::variables(text).map(str::trim) {
            if own.is_some_and(|own| own.contains_key(name)) {
                continue;
            }
            let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '.' | ':');
            if name.is_empty() || !name.chars().all(is_name) {
                self.report(INVALID_SUBSTITUTION.found(
                    format!("`${{{name}}}` does not contain a valid name"),
                    format!("correct the name, or write `${{!{name}}}` for the text `${{{name}}}`"),
                ));
                continue;
            }
            self.expect_variable(name);
            match name.split_once('.') {
                Some(_) if !self.in_values() => self.report(resource_in_condition(&format!("${{{name}}}"))),
                Some((resource, attribute)) => self.attribute(resource, Some(attribute)),
                None => self.reference(name),
            }
        }
        if let Some(own) = own {
            self.at(1, |walk| {
                for (name, value) in own {
                    walk.within(name, |walk| {
                        walk.expect(Yields::Scalar, value);
                        walk.value(value);
                    });
                }
            });
        }
    }

    fn if_(&mut self, argument: &'a Json) {
        let items = argument.as_array().map_or(&[][..], Vec::as_slice);
        let [condition, then, otherwise] = items else {
            return self.report(INVALID_ARGUMENT.found_without_hint(format!(
                "`Fn::If` takes [condition, then, otherwise]; found {}",
                describe(argument)
            )));
        };
        let Json::String(condition) = condition else {
            if !is_transform(condition) {
                self.at(0, |walk| {
                    walk.report(INVALID_ARGUMENT.found(
                        format!(
                            "the first item of `Fn::If` must be the name of a condition; found {}",
                            describe(condition)
                        ),
                        "declare it in `Conditions`, and use its name",
                    ));
                });
            }
            for (i, branch) in [(1, then), (2, otherwise)] {
                self.at(i, |walk| walk.value(branch));
            }
            return;
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
            self.report(IMPORT_OF_OWN_EXPORT.found(
                format!(
                    "the output `{output}` of this stack exports that name; imports work between stacks only"
                ),
                "use the value of the output",
            ));
        }
        self.early("an import name", name);
    }

    fn find_in_map(&mut self, argument: &'a Json) {
        let items = argument.as_array().map_or(&[][..], Vec::as_slice);
        // `DefaultValue` works with and without `AWS::LanguageExtensions`.
        let is_default = items
            .get(3)
            .is_none_or(|options| options.get("DefaultValue").is_some() || self.names.open);
        if !(3..=4).contains(&items.len()) || !is_default {
            return self.report(INVALID_ARGUMENT.found_without_hint(format!(
                "`Fn::FindInMap` takes [mapping, top-level key, second-level key] and optionally {{DefaultValue}}; found {}",
                describe(argument)
            )));
        }
        self.value(argument);
        let Json::String(mapping) = &items[0] else { return };
        let Some(entries) = self.names.mapping(mapping) else {
            if !self.names.open && items.len() == 3 {
                let hint = self.hint(mapping, self.names.mappings(), "add a mapping of this name");
                self.report(UNKNOWN_MAPPING.found(format!("unknown mapping `{mapping}`"), hint));
            }
            return;
        };
        let Json::String(first) = &items[1] else {
            return self.key_of_any(mapping, &items[2], entries, items.len());
        };
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
        // A fourth argument is the default for keys that do not exist.
        if !entries.contains_key(key) && arguments == 3 && !self.names.open {
            let hint = self.hint(key, entries.keys().map(String::as_str), "add the key");
            self.report(UNKNOWN_MAPPING.found(format!("the mapping `{mapping}` has no key `{key}`"), hint));
        }
    }
}

/// Whether both are names of one attribute. The schemas write some without the dots of the documentation:
/// `ReadEndPoint.AddressesList` of `AWS::ElastiCache::ReplicationGroup` is documented as `ReadEndPoint.Addresses.List`.
fn is_same_attribute(schema: &str, written: &str) -> bool {
    let letters = |name: &str| name.replace('.', "");
    letters(schema) == letters(written)
}

/// Whether an attribute belongs to another resource that the serverless transform generates: `Version.FunctionArn`.
/// <https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-generated-resources.html>
fn is_generated(type_name: &str, attribute: &str) -> bool {
    const PROPERTIES: [&str; 9] = [
        "Alias",
        "ApiKey",
        "Deployment",
        "DestinationQueue",
        "DestinationTopic",
        "DomainName",
        "Stage",
        "UsagePlan",
        "Version",
    ];
    let property = attribute.split('.').next().unwrap_or_default();
    type_name.starts_with("AWS::Serverless::") && PROPERTIES.contains(&property)
}

/// The finding for a value that CloudFormation evaluates before it creates resources.
pub(super) fn evaluated_early(value: &str, name: &str) -> Unplaced {
    EARLY_REFERENCE.found(
        format!("{value} is evaluated before resources are created, so it cannot refer to `{name}`"),
        "use parameters",
    )
}

fn resource_in_condition(reference: &str) -> Unplaced {
    EARLY_REFERENCE.found(
        format!("a condition is evaluated before resources are created, so it cannot refer to `{reference}`"),
        "use a parameter",
    )
}
