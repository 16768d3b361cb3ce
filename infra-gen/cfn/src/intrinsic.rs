//! CloudFormation's intrinsic functions and pseudo parameters, with the types of their results.
//! <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference.html>
//!
//! `Ref` and `Fn::GetAtt` are methods of [`crate::Handle`].

use serde_json::json;

use crate::{
    condition::Condition,
    kind,
    mapping::Mapping,
    names::LogicalId,
    reference::Arn,
    substitution,
    value::{Json, List, ToJson, Value},
};

/// Concatenates strings. The result is a literal if all values are literals, and otherwise an `Fn::Sub`.
pub fn concat(values: impl IntoIterator<Item = Value<String>>) -> Value<String> {
    join("", values)
}

/// Joins strings with `delimiter` between them, like [`concat()`].
///
/// `Fn::Join` is used only if a value cannot be a variable of `Fn::Sub`, such as an import.
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

/// The value as a part of the text of `Fn::Sub`, if that is possible.
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

/// Escapes text for `Fn::Sub`: a literal `${` becomes `${!`.
fn escape(text: &str) -> String {
    text.replace("${", "${!")
}

/// `Fn::Sub`: replaces `${name}` in `template` by the variable of that name.
///
/// # Panics
/// If `template` uses a name that is not in `variables`. Pass pseudo parameters and references as variables too, so that
/// references come from handles.
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

/// `Fn::If`: `then` if the condition is true at deployment, and otherwise `otherwise`.
pub fn if_<T: ToJson>(condition: &Condition, then: &Value<T>, otherwise: &Value<T>) -> Value<T> {
    Value::intrinsic(json!({ "Fn::If": [condition.id().as_str(), then.to_json(), otherwise.to_json()] }))
}

/// `AWS::NoValue`: omits the property, as a branch of [`if_`].
pub fn no_value<T>() -> Value<T> {
    pseudo("AWS::NoValue")
}

/// `Fn::ImportValue`: the value that another stack of this account and region exports under `name`.
pub fn import_value(name: &Value<String>) -> Value<String> {
    Value::intrinsic(json!({ "Fn::ImportValue": name.to_json() }))
}

/// The argument of [`stack_output`].
#[derive(Debug, Clone)]
pub struct StackOutput {
    /// The name of the other stack.
    pub stack: Value<String>,
    /// The logical ID of its output.
    pub output: LogicalId,
    /// The region of the other stack; the region of this stack if not set.
    pub region: Option<Value<String>>,
    /// The role that may describe the other stack; needed if that is in another account.
    pub role: Option<Value<Arn<kind::iam::Role>>>,
}

impl StackOutput {
    /// An output of a stack in the same account and region.
    pub fn new(stack: impl Into<Value<String>>, output: LogicalId) -> Self {
        Self {
            stack: stack.into(),
            output,
            region: None,
            role: None,
        }
    }
}

/// `Fn::GetStackOutput`: an output of another stack, also of another account or region. Unlike [`import_value`], it needs no
/// export and does not prevent changes of the other stack.
/// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-getstackoutput.html>
pub fn stack_output(other: &StackOutput) -> Value<String> {
    let mut argument = json!({ "StackName": other.stack.to_json(), "OutputName": other.output.as_str() });
    if let Some(region) = &other.region {
        argument["Region"] = region.to_json();
    }
    if let Some(role) = &other.role {
        argument["RoleArn"] = role.to_json();
    }
    Value::intrinsic(json!({ "Fn::GetStackOutput": argument }))
}

/// `Fn::Select`: the item at `index`, from 0.
pub fn select<T: ToJson>(index: usize, items: &Value<List<T>>) -> Value<T> {
    Value::intrinsic(json!({ "Fn::Select": [index, items.to_json()] }))
}

/// `Fn::Select` with an index that is known at deployment, such as a parameter.
pub fn select_at<T: ToJson>(index: &Value<i64>, items: &Value<List<T>>) -> Value<T> {
    Value::intrinsic(json!({ "Fn::Select": [index.to_json(), items.to_json()] }))
}

/// `Fn::Split`: splits `text` at each `delimiter`.
pub fn split(delimiter: &str, text: &Value<String>) -> Value<List<String>> {
    Value::intrinsic(json!({ "Fn::Split": [delimiter, text.to_json()] }))
}

/// `Fn::Join` of a list whose items are known at deployment, such as a parameter. For single values, see [`join`].
pub fn join_list<T: ToJson>(delimiter: &str, items: &Value<List<T>>) -> Value<String> {
    Value::intrinsic(json!({ "Fn::Join": [delimiter, items.to_json()] }))
}

/// `Fn::Length`: the number of items. It needs `AWS::LanguageExtensions`, which the stack adds.
/// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-length.html>
pub fn length<T: ToJson>(items: &Value<List<T>>) -> Value<i64> {
    Value::intrinsic(json!({ "Fn::Length": items.to_json() }))
}

/// `Fn::ToJsonString`: an object or a list as JSON text. It needs `AWS::LanguageExtensions`, which the stack adds.
/// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-ToJsonString.html>
pub fn to_json_string(document: &impl ToJson) -> Value<String> {
    Value::intrinsic(json!({ "Fn::ToJsonString": document.to_json() }))
}

/// `Fn::FindInMap`: the value at a top-level and a second-level key of a mapping.
pub fn find_in_map<T>(mapping: &Mapping<T>, first: &Value<String>, second: &Value<String>) -> Value<T> {
    Value::intrinsic(json!({ "Fn::FindInMap": [mapping.id().as_str(), first.to_json(), second.to_json()] }))
}

/// [`find_in_map`] with a value for keys that the mapping does not have.
/// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-findinmap-enhancements.html>
pub fn find_in_map_or<T: ToJson>(
    mapping: &Mapping<T>,
    first: &Value<String>,
    second: &Value<String>,
    default: &Value<T>,
) -> Value<T> {
    Value::intrinsic(json!({
        "Fn::FindInMap": [
            mapping.id().as_str(),
            first.to_json(),
            second.to_json(),
            { "DefaultValue": default.to_json() },
        ]
    }))
}

/// `Fn::Transform`: the macro `name` replaces the call by its result. The type of the result is not checked.
/// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-transform.html>
pub fn transform<'a, T>(
    name: &str,
    parameters: impl IntoIterator<Item = (&'a str, Value<String>)>,
) -> Value<T> {
    let parameters: serde_json::Map<String, Json> = parameters
        .into_iter()
        .map(|(parameter, value)| (parameter.to_owned(), value.to_json()))
        .collect();
    Value::intrinsic(json!({ "Fn::Transform": { "Name": name, "Parameters": parameters } }))
}

/// `Fn::Transform` with `AWS::Include`: the contents of a file in a bucket, `s3://bucket/key`. Their type is not checked.
/// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/transform-aws-include.html>
pub fn include<T>(location: &Value<String>) -> Value<T> {
    transform("AWS::Include", [("Location", location.clone())])
}

/// `Fn::Base64`: encodes the text.
pub fn base64(text: &Value<String>) -> Value<String> {
    Value::intrinsic(json!({ "Fn::Base64": text.to_json() }))
}

/// `Fn::GetAZs`: the availability zones of the stack's region.
pub fn availability_zones() -> Value<List<String>> {
    Value::intrinsic(json!({ "Fn::GetAZs": "" }))
}

/// `Fn::GetAZs`: the availability zones of a region.
pub fn availability_zones_of(region: &Value<String>) -> Value<List<String>> {
    Value::intrinsic(json!({ "Fn::GetAZs": region.to_json() }))
}

/// `Fn::Cidr`: divides `block` into `count` blocks of `bits` host bits.
pub fn cidr(block: &Value<String>, count: u16, bits: u8) -> Value<List<String>> {
    Value::intrinsic(json!({ "Fn::Cidr": [block.to_json(), count, bits.to_string()] }))
}

/// `AWS::Region`: the region of the stack.
pub fn region() -> Value<String> {
    pseudo("AWS::Region")
}

/// `AWS::AccountId`: the account of the stack.
pub fn account_id() -> Value<String> {
    pseudo("AWS::AccountId")
}

/// `AWS::Partition`: `aws`, or another partition.
pub fn partition() -> Value<String> {
    pseudo("AWS::Partition")
}

/// `AWS::URLSuffix`: `amazonaws.com`, or the suffix of another partition.
pub fn url_suffix() -> Value<String> {
    pseudo("AWS::URLSuffix")
}

/// `AWS::StackName`: the name of the stack.
pub fn stack_name() -> Value<String> {
    pseudo("AWS::StackName")
}

/// `AWS::StackId`: the ARN of the stack.
pub fn stack_id() -> Value<String> {
    pseudo("AWS::StackId")
}

/// `AWS::NotificationARNs`: the topics that receive the events of the stack.
pub fn notification_arns() -> Value<List<Arn<kind::sns::Topic>>> {
    pseudo("AWS::NotificationARNs")
}

/// The ARN of a resource in the partition, region and account of the stack, for resources without an attribute for it:
/// `arn:PARTITION:service:REGION:ACCOUNT:resource`. This does not check that the ARN identifies a `K`.
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
    fn literals_are_joined_to_a_literal() {
        check(&concat(["a".into(), "b".into()]), &json!("ab"));
        check(&join(", ", ["a".into(), "b".into()]), &json!("a, b"));
    }

    #[test]
    fn a_single_value_is_not_changed() {
        check(&concat([region()]), &json!({ "Ref": "AWS::Region" }));
    }

    #[test]
    fn references_become_variables_of_sub() {
        let arn = concat(["arn:".into(), partition(), ":s3:::x".into()]);
        check(&arn, &json!({ "Fn::Sub": "arn:${AWS::Partition}:s3:::x" }));
        check(
            &concat([arn, "/*".into()]),
            &json!({ "Fn::Sub": "arn:${AWS::Partition}:s3:::x/*" }),
        );
    }

    #[test]
    fn a_literal_dollar_and_brace_are_escaped() {
        check(
            &concat(["${x}".into(), region()]),
            &json!({ "Fn::Sub": "${!x}${AWS::Region}" }),
        );
    }

    #[test]
    fn other_functions_are_joined() {
        let import = import_value(&"shared".into());
        check(
            &join("-", ["a".into(), import]),
            &json!({ "Fn::Join": ["-", ["a", { "Fn::ImportValue": "shared" }]] }),
        );
    }
}
