//! CloudFormation's intrinsic functions and pseudo parameters, typed by what they yield.
//! <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference.html>
//!
//! `Ref` and `Fn::GetAtt` are on [`crate::Handle`], where the resource is known.

use serde_json::json;

use crate::{
    reference::Arn,
    stack::{Condition, Mapping},
    value::{Json, List, ToJson, Value},
};

/// `Fn::Join`: the values with `delimiter` between them. Adjacent literals are written as one.
pub fn join(delimiter: &str, values: impl IntoIterator<Item = Value<String>>) -> Value<String> {
    let mut parts: Vec<Json> = Vec::new();
    for value in values {
        let part = value.to_json();
        match (parts.last_mut(), part) {
            (Some(Json::String(last)), Json::String(next)) => {
                last.push_str(delimiter);
                last.push_str(&next);
            }
            (_, part) => parts.push(part),
        }
    }
    match parts.as_slice() {
        [] => Value::from(String::new()),
        [Json::String(whole)] => Value::from(whole.clone()),
        _ => Value::intrinsic(json!({ "Fn::Join": [delimiter, parts] })),
    }
}

/// `Fn::Join` without a delimiter.
pub fn concat(values: impl IntoIterator<Item = Value<String>>) -> Value<String> {
    join("", values)
}

/// `Fn::Sub` with its own variables: `${name}` in `template` stands for the value of that name.
///
/// # Panics
/// When `template` uses a name that `variables` lacks: a pseudo parameter or a reference is passed as a variable,
/// so that it comes from a handle.
pub fn sub<'a>(
    template: &str,
    variables: impl IntoIterator<Item = (&'a str, Value<String>)>,
) -> Value<String> {
    let variables: serde_json::Map<String, Json> = variables
        .into_iter()
        .map(|(name, value)| (name.to_owned(), value.to_json()))
        .collect();
    for used in template
        .split("${")
        .skip(1)
        .filter_map(|rest| rest.split_once('}'))
    {
        let name = used.0;
        assert!(
            name.starts_with('!') || variables.contains_key(name),
            "`{template}` uses `${{{name}}}`, which is not among its variables"
        );
    }
    Value::intrinsic(json!({ "Fn::Sub": [template, variables] }))
}

/// `Fn::If`: `then` where the condition holds at deployment, `otherwise` where not.
pub fn if_<T: ToJson>(condition: &Condition, then: &Value<T>, otherwise: &Value<T>) -> Value<T> {
    Value::intrinsic(json!({ "Fn::If": [condition.id().as_str(), then.to_json(), otherwise.to_json()] }))
}

/// `AWS::NoValue`: the property is left out, as one branch of [`if_`].
pub fn no_value<T>() -> Value<T> {
    pseudo("AWS::NoValue")
}

/// `Fn::ImportValue`: what another stack of this account and region exports under `name`.
pub fn import_value(name: &Value<String>) -> Value<String> {
    Value::intrinsic(json!({ "Fn::ImportValue": name.to_json() }))
}

/// `Fn::Select`: the item at `index`, from 0.
pub fn select<T: ToJson>(index: usize, items: &Value<List<T>>) -> Value<T> {
    Value::intrinsic(json!({ "Fn::Select": [index, items.to_json()] }))
}

/// `Fn::Split`: the parts of `text` between `delimiter`s.
pub fn split(delimiter: &str, text: &Value<String>) -> Value<List<String>> {
    Value::intrinsic(json!({ "Fn::Split": [delimiter, text.to_json()] }))
}

/// `Fn::FindInMap`: the value at a first- and second-level key of a mapping.
pub fn find_in_map(mapping: &Mapping, first: &Value<String>, second: &Value<String>) -> Value<String> {
    Value::intrinsic(json!({ "Fn::FindInMap": [mapping.id().as_str(), first.to_json(), second.to_json()] }))
}

/// `Fn::Base64`: the text, encoded.
pub fn base64(text: &Value<String>) -> Value<String> {
    Value::intrinsic(json!({ "Fn::Base64": text.to_json() }))
}

/// `Fn::GetAZs` of the stack's region.
pub fn availability_zones() -> Value<List<String>> {
    Value::intrinsic(json!({ "Fn::GetAZs": "" }))
}

/// `Fn::Cidr`: `count` blocks of `bits` host bits out of `block`.
pub fn cidr(block: &Value<String>, count: u16, bits: u8) -> Value<List<String>> {
    Value::intrinsic(json!({ "Fn::Cidr": [block.to_json(), count, bits.to_string()] }))
}

/// The region that the stack is deployed to.
pub fn region() -> Value<String> {
    pseudo("AWS::Region")
}

/// The twelve digits of the account that the stack is deployed to.
pub fn account_id() -> Value<String> {
    pseudo("AWS::AccountId")
}

/// `aws`, or another partition's name.
pub fn partition() -> Value<String> {
    pseudo("AWS::Partition")
}

/// `amazonaws.com`, or another partition's suffix.
pub fn url_suffix() -> Value<String> {
    pseudo("AWS::URLSuffix")
}

/// The stack's own name.
pub fn stack_name() -> Value<String> {
    pseudo("AWS::StackName")
}

/// The stack's own ARN.
pub fn stack_id() -> Value<String> {
    pseudo("AWS::StackId")
}

/// The ARN of a resource that CloudFormation gives no attribute for: `arn:PARTITION:service:REGION:ACCOUNT:resource`,
/// in the stack's own partition, region and account. That it names a `K` is the caller's word.
pub fn regional_arn<K>(service: &str, resource: &Value<String>) -> Value<Arn<K>> {
    let text = concat([
        Value::from("arn:"),
        partition(),
        Value::from(format!(":{service}:")),
        region(),
        Value::from(":"),
        account_id(),
        Value::from(":"),
        resource.clone(),
    ]);
    Value::intrinsic(text.to_json())
}

fn pseudo<T>(name: &str) -> Value<T> {
    Value::intrinsic(json!({ "Ref": name }))
}
