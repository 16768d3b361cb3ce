//! The arguments of functions: a single value or a list where each is expected, and literals that a function refuses.
//! <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html>

use infra_gen_schema::Yields;

use super::Walk;
use crate::{
    check::{
        catalog::references::{INVALID_ARGUMENT, UNKNOWN_MAPPING},
        declared_names::PSEUDO_PARAMETERS,
        functions::{self, describe},
        properties::functions::{Function, conflict},
        query::is_resolved_later,
    },
    intrinsic_call::{intrinsic_call, is_complete, is_function_key, is_intrinsic_call},
    value::Json,
};

impl<'a> Walk<'a, '_> {
    /// Checks the arguments of a call whose number and form are right.
    pub(super) fn operands(&mut self, name: &str, argument: &'a Json) {
        let items = argument.as_array().map(Vec::as_slice);
        match (name, items) {
            ("Fn::Join", Some([_, list])) => self.at(1, |walk| {
                walk.expect(Yields::List, list);
                for (i, item) in list.as_array().into_iter().flatten().enumerate() {
                    walk.at(i, |walk| walk.expect(Yields::Scalar, item));
                }
            }),
            ("Fn::Select", Some([_, list])) => self.at(1, |walk| walk.expect(Yields::List, list)),
            ("Fn::Split", Some([_, text])) => self.at(1, |walk| walk.expect(Yields::Scalar, text)),
            ("Fn::Equals", Some(operands)) => {
                for (i, operand) in operands.iter().enumerate() {
                    self.at(i, |walk| walk.expect(Yields::Scalar, operand));
                }
            }
            ("Fn::Cidr", Some([block, sizes @ ..])) => {
                self.at(0, |walk| walk.network(block));
                for (i, size) in sizes.iter().enumerate() {
                    self.at(i + 1, |walk| walk.size(size));
                }
            }
            ("Fn::FindInMap", Some([_, keys @ ..])) => {
                for (i, key) in keys.iter().enumerate().filter(|(_, key)| key.is_array()) {
                    let message = format!(
                        "a key of `Fn::FindInMap` must be a string; found {}",
                        describe(key)
                    );
                    self.at(i + 1, |walk| {
                        walk.report(INVALID_ARGUMENT.found_without_hint(message));
                    });
                }
            }
            ("Fn::Base64", _) => self.expect(Yields::Scalar, argument),
            ("Fn::Length", _) => self.expect(Yields::List, argument),
            ("Fn::ImportValue", _) => self.import_name(argument),
            ("Fn::GetAZs", _) => self.region(argument),
            _ => {}
        }
    }

    /// The value must be of a type. A function whose result is not known may be.
    pub(super) fn expect(&mut self, expected: Yields, value: &'a Json) {
        match Function::from_json(value) {
            Some(Function::If(branches)) => {
                for (i, branch) in branches.iter().enumerate() {
                    self.within("Fn::If", |walk| {
                        walk.at(i + 1, |walk| walk.expect(expected, branch));
                    });
                }
            }
            Some(function) if self.is_declared(&function) => {
                let conflict = conflict(expected, &function, self.names.template);
                if let Some((message, hint)) = conflict {
                    self.report(INVALID_ARGUMENT.found(message, hint));
                }
            }
            _ => {}
        }
    }

    /// A variable of `Fn::Sub` must be a single value.
    pub(super) fn expect_variable(&mut self, name: &'a str) {
        let function = match name.split_once('.') {
            Some((resource, attribute)) => Function::GetAtt(resource, attribute),
            None => Function::Ref(name),
        };
        let conflict = conflict(Yields::Scalar, &function, self.names.template);
        if let Some((message, hint)) = conflict.filter(|_| self.is_declared(&function)) {
            self.report(INVALID_ARGUMENT.found(message, hint));
        }
    }

    /// Whether the target of a reference is in the template. The variable of a loop is not.
    fn is_declared(&self, function: &Function<'_>) -> bool {
        match function {
            Function::Ref(name) => {
                self.names.is_parameter(name)
                    || self.names.is_resource(name)
                    || PSEUDO_PARAMETERS.contains(name)
            }
            _ => true,
        }
    }

    /// The name of an attribute that is not a text: without `AWS::LanguageExtensions`, a `Ref`.
    pub(super) fn attribute_name(&mut self, name: &'a Json) {
        let call = name.as_object().and_then(intrinsic_call).map(|(name, _)| name);
        if let Some(other) = call.filter(|call| *call != "Ref" && functions::lookup(call).is_some())
            && !self.names.has_extensions
            && !self.names.open
        {
            let message = format!("the attribute must be a string or a `Ref`; found `{other}`");
            self.report(INVALID_ARGUMENT.found(message, "write the name of the attribute"));
        }
        self.value(name);
    }

    /// CloudFormation looks up the exports before it evaluates such functions.
    fn import_name(&mut self, name: &'a Json) {
        let call = name.as_object().and_then(intrinsic_call).map(|(name, _)| name);
        if let Some(function @ ("Fn::ImportValue" | "Fn::GetAZs")) = call {
            let message = format!("the name of an export must not depend on `{function}`");
            self.report(INVALID_ARGUMENT.found(message, "write the name of the export, or use a parameter"));
        } else {
            self.expect(Yields::Scalar, name);
        }
    }

    /// A region of `Fn::GetAZs` is empty for the current region.
    fn region(&mut self, region: &'a Json) {
        let name = region.as_str().unwrap_or_default();
        let is_zone = infra_gen_schema::regions().iter().any(|region| {
            let end = name.strip_prefix(region).unwrap_or_default();
            matches!(end.as_bytes(), [b'a'..=b'z'])
        });
        if is_zone {
            let message = format!("`Fn::GetAZs` takes a region; found the Availability Zone `{name}`");
            self.report(INVALID_ARGUMENT.found(message, "remove the last letter"));
        }
        self.expect(Yields::Scalar, region);
    }

    /// The network that `Fn::Cidr` divides.
    fn network(&mut self, block: &'a Json) {
        if let Some(Function::If(branches)) = Function::from_json(block) {
            for (i, branch) in branches.iter().enumerate() {
                self.within("Fn::If", |walk| walk.at(i + 1, |walk| walk.network(branch)));
            }
            return;
        }
        let text = block
            .as_str()
            .filter(|text| !is_resolved_later(text) && !text.contains("${"));
        if let Some(text) = text.filter(|text| !text.contains('/')) {
            let message = format!("`Fn::Cidr` divides a network, such as `10.0.0.0/16`; found `{text}`");
            self.report(INVALID_ARGUMENT.found_without_hint(message));
        }
        self.expect(Yields::Scalar, block);
    }

    /// A number of networks or bits of `Fn::Cidr`.
    fn size(&mut self, size: &'a Json) {
        let is_number = match size {
            Json::Number(number) => number.is_u64(),
            Json::String(text) => {
                text.parse::<u32>().is_ok() || is_resolved_later(text) || text.contains("${")
            }
            other => is_intrinsic_call(other),
        };
        if !is_number {
            let message = format!("`Fn::Cidr` takes a whole number here; found {}", describe(size));
            self.report(INVALID_ARGUMENT.found_without_hint(message));
        }
        self.expect(Yields::Scalar, size);
    }

    /// The second key of `Fn::FindInMap`, if the first one is not known: some first key must have it.
    pub(super) fn key_of_any(
        &mut self,
        mapping: &str,
        key: &'a Json,
        entries: &serde_json::Map<String, Json>,
        arguments: usize,
    ) {
        let Json::String(key) = key else { return };
        let may_have = |(first, values): (&String, &Json)| {
            is_function_key(first)
                || values
                    .as_object()
                    .is_none_or(|values| values.contains_key(key) || !is_complete(values))
        };
        if arguments == 3 && !self.names.open && !entries.is_empty() && !entries.iter().any(may_have) {
            let message = format!("no entry of the mapping `{mapping}` has the key `{key}`");
            let known = entries
                .values()
                .filter_map(Json::as_object)
                .flat_map(serde_json::Map::keys);
            let hint = self.hint(key, known.map(String::as_str), "add the key");
            self.report(UNKNOWN_MAPPING.found(message, hint));
        }
    }
}
