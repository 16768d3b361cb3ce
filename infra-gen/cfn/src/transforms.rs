//! Transforms of the whole template, and which of them a template needs.
//! <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-macros.html>

use serde_json::json;

use crate::{
    intrinsic_call::intrinsic_call,
    loops::KEY_PREFIX,
    template::Template,
    value::{Json, ToJson, Value},
};

/// The transform with loops, `Fn::Length`, `Fn::ToJsonString` and functions in more places.
/// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/transform-aws-languageextensions.html>
pub(crate) const LANGUAGE_EXTENSIONS: &str = "AWS::LanguageExtensions";

/// A transform of the whole template.
#[derive(Debug, Clone, PartialEq)]
pub struct Transform(Json);

impl Transform {
    /// A transform of AWS or a macro of the account, by its name.
    pub fn named(name: &str) -> Self {
        Self(Json::from(name))
    }

    /// A transform with parameters.
    pub fn with<'a>(name: &str, parameters: impl IntoIterator<Item = (&'a str, Value<String>)>) -> Self {
        let parameters: serde_json::Map<String, Json> = parameters
            .into_iter()
            .map(|(parameter, value)| (parameter.to_owned(), value.to_json()))
            .collect();
        Self(json!({ "Name": name, "Parameters": parameters }))
    }

    fn name(&self) -> Option<&str> {
        self.0.as_str().or_else(|| self.0.get("Name")?.as_str())
    }

    /// The place in the order: macros of the account see the template as it was written, then come AWS's transforms, with
    /// `AWS::LanguageExtensions` before `AWS::Serverless`.
    fn rank(&self) -> usize {
        match self.name() {
            Some(LANGUAGE_EXTENSIONS) => 1,
            Some(name) if name.starts_with("AWS::") => 2,
            _ => 0,
        }
    }
}

/// The value of the section `Transform`; `None` if the template needs none.
pub(crate) fn section(declared: &[Transform], template: &Template) -> Option<Json> {
    let mut transforms = declared.to_vec();
    let extensions = Transform::named(LANGUAGE_EXTENSIONS);
    if !transforms.contains(&extensions) && needs_language_extensions(template) {
        transforms.push(extensions);
    }
    transforms.sort_by_key(Transform::rank);
    match transforms.as_slice() {
        [] => None,
        [only] => Some(only.0.clone()),
        several => Some(several.iter().map(|transform| transform.0.clone()).collect()),
    }
}

/// Whether the template has something that only `AWS::LanguageExtensions` allows.
fn needs_language_extensions(template: &Template) -> bool {
    let is_loop = |key: &String| key.starts_with(KEY_PREFIX);
    let with_function = |policy: &str, attributes: &serde_json::Map<String, Json>| {
        attributes.get(policy).is_some_and(Json::is_object)
    };
    template.resource_macros.keys().any(is_loop)
        || template
            .conditions
            .iter()
            .any(|(key, value)| is_loop(key) || uses_extension(value))
        || template
            .outputs
            .iter()
            .any(|(key, value)| is_loop(key) || uses_extension(value))
        || template.resources.values().any(|block| {
            with_function("DeletionPolicy", &block.attributes)
                || with_function("UpdateReplacePolicy", &block.attributes)
                || block
                    .properties
                    .iter()
                    .chain(&block.attributes)
                    .any(|(key, value)| is_loop(key) || uses_extension(value))
        })
}

fn uses_extension(value: &Json) -> bool {
    match value {
        Json::Array(items) => items.iter().any(uses_extension),
        Json::Object(entries) => {
            let call_needs_it = match intrinsic_call(entries) {
                Some(("Fn::Length" | "Fn::ToJsonString", _)) => true,
                Some((name, _)) if name.starts_with(KEY_PREFIX) => true,
                // A name that is the result of a function.
                Some(("Ref", argument)) => argument.is_object(),
                Some(("Fn::GetAtt", Json::Array(parts))) => parts.first().is_some_and(Json::is_object),
                Some(("Fn::FindInMap", Json::Array(parts))) => {
                    parts.first().is_some_and(Json::is_object)
                        || parts.iter().skip(1).take(2).any(is_extended_key)
                }
                _ => false,
            };
            call_needs_it
                || entries
                    .iter()
                    .any(|(key, value)| key.starts_with(KEY_PREFIX) || uses_extension(value))
        }
        _ => false,
    }
}

/// Without the transform, a key of `Fn::FindInMap` is a text, a `Ref` or another `Fn::FindInMap`.
/// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-findinmap.html>
fn is_extended_key(key: &Json) -> bool {
    let call = key.as_object().and_then(intrinsic_call);
    call.is_some_and(|(name, _)| !matches!(name, "Ref" | "Fn::FindInMap"))
}
