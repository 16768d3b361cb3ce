//! CloudFormation's intrinsic functions and pseudo parameters, typed by what they yield.
//! <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference.html>
//!
//! `Ref` and `Fn::GetAtt` are on [`crate::Handle`], where the resource is known.

use serde_json::json;

use crate::{
    condition::{Condition, Mapping},
    names::LogicalId,
    reference::Arn,
    substitution,
    value::{Json, List, ToJson, Value},
};

/// The values one after the other: a literal where all are, else `Fn::Sub`, which reads like the text that it yields.
pub fn concat(values: impl IntoIterator<Item = Value<String>>) -> Value<String> {
    join("", values)
}

/// The values with `delimiter` between them; as [`concat()`].
///
/// `Fn::Join` is written only around a value that `Fn::Sub` cannot name, such as an import.
pub fn join(delimiter: &str, values: impl IntoIterator<Item = Value<String>>) -> Value<String> {
    let parts: Vec<Json> = values.into_iter().map(|value| value.to_json()).collect();
    if let [only] = parts.as_slice() {
        return text_or_intrinsic(only.clone());
    }
    let Some(pieces) = parts.iter().map(substitution).collect::<Option<Vec<_>>>() else {
        return Value::intrinsic(json!({ "Fn::Join": [delimiter, parts] }));
    };
    if let Some(literals) = parts.iter().map(Json::as_str).collect::<Option<Vec<_>>>() {
        return Value::from(literals.join(delimiter));
    }
    Value::intrinsic(json!({ "Fn::Sub": pieces.join(&escape(delimiter)) }))
}

fn text_or_intrinsic(value: Json) -> Value<String> {
    match value {
        Json::String(text) => Value::from(text),
        expression => Value::intrinsic(expression),
    }
}

/// The value as a piece of a `Fn::Sub` text, if it has a name there.
fn substitution(value: &Json) -> Option<String> {
    if let Some(text) = value.as_str() {
        return Some(escape(text));
    }
    if let Some(name) = value.get("Ref").and_then(Json::as_str) {
        return Some(format!("${{{name}}}"));
    }
    if let Some([resource, attribute]) = value
        .get("Fn::GetAtt")
        .and_then(Json::as_array)
        .map(Vec::as_slice)
    {
        return Some(format!("${{{}.{}}}", resource.as_str()?, attribute.as_str()?));
    }
    value.get("Fn::Sub").and_then(Json::as_str).map(str::to_owned)
}

/// Text that `Fn::Sub` leaves as it is: a literal `${` is written `${!`.
fn escape(text: &str) -> String {
    text.replace("${", "${!")
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
    for name in substitution::variables(template) {
        assert!(
            variables.contains_key(name),
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

/// `Fn::GetStackOutput`: what another stack of this account and region puts out as `output`. Unlike [`import_value`], it
/// needs no export, and nobody keeps the other stack from changing.
/// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-getstackoutput.html>
pub fn stack_output(stack: &Value<String>, output: &LogicalId) -> Value<String> {
    Value::intrinsic(json!({
        "Fn::GetStackOutput": { "StackName": stack.to_json(), "OutputName": output.as_str() }
    }))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(value: &Value<String>, expected: &Json) {
        assert_eq!(&value.to_json(), expected);
    }

    #[test]
    fn literals_are_joined_at_once() {
        check(&concat(["a".into(), "b".into()]), &json!("ab"));
        check(&join(", ", ["a".into(), "b".into()]), &json!("a, b"));
    }

    #[test]
    fn one_value_stays_what_it_is() {
        check(&concat([region()]), &json!({ "Ref": "AWS::Region" }));
    }

    #[test]
    fn references_read_like_the_text_they_yield() {
        let arn = concat(["arn:".into(), partition(), ":s3:::x".into()]);
        check(&arn, &json!({ "Fn::Sub": "arn:${AWS::Partition}:s3:::x" }));
        check(
            &concat([arn, "/*".into()]),
            &json!({ "Fn::Sub": "arn:${AWS::Partition}:s3:::x/*" }),
        );
    }

    #[test]
    fn a_dollar_and_brace_of_ones_own_stay_literal() {
        check(
            &concat(["${x}".into(), region()]),
            &json!({ "Fn::Sub": "${!x}${AWS::Region}" }),
        );
    }

    #[test]
    fn what_sub_cannot_name_is_joined() {
        let import = import_value(&"shared".into());
        check(
            &join("-", ["a".into(), import]),
            &json!({ "Fn::Join": ["-", ["a", { "Fn::ImportValue": "shared" }]] }),
        );
    }
}
