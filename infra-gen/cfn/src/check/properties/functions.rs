//! Intrinsic functions where a value may be: what they yield, as far as that is certain.

use crate::{
    call::{attribute, call},
    schema::{self, Shape, Yields},
    template::Template,
    value::Json,
};

/// A function call: an object with one entry, `Ref` or `Fn::…`.
pub(super) enum Function<'t> {
    /// The two branches of `Fn::If`.
    If(&'t [Json]),
    Ref(&'t str),
    /// The resource and the attribute.
    GetAtt(&'t str, &'t str),
    /// Another function.
    Other(&'t str),
}

impl<'t> Function<'t> {
    /// The call that `value` is, if it is one.
    pub(super) fn of(value: &'t Json) -> Option<Self> {
        let (name, argument) = call(value.as_object()?)?;
        match (name, argument) {
            ("Ref", Json::String(target)) => Some(Self::Ref(target)),
            ("Fn::If", Json::Array(parts)) if parts.len() == 3 => Some(Self::If(&parts[1..])),
            ("Fn::GetAtt", _) => Some(
                attribute(argument)
                    .map_or(Self::Other(name), |(resource, name)| Self::GetAtt(resource, name)),
            ),
            _ => Some(Self::Other(name)),
        }
    }
}

/// Whether this is `AWS::NoValue`, which leaves the property out.
pub(super) fn is_no_value(value: &Json) -> bool {
    matches!(Function::of(value), Some(Function::Ref("AWS::NoValue")))
}

/// Whether a condition decides if the value is there at all.
pub(super) fn is_conditional(value: &Json) -> bool {
    match Function::of(value) {
        Some(Function::If(branches)) => branches
            .iter()
            .any(|branch| is_no_value(branch) || is_conditional(branch)),
        Some(Function::Ref(target)) => target == "AWS::NoValue",
        _ => false,
    }
}

/// Why the function cannot stand where `shape` is wanted; `None` where it can, or may.
pub(super) fn mismatch(shape: &Shape, function: &Function<'_>, template: &Template) -> Option<String> {
    let yields = yields(function, template)?;
    let wanted = match shape {
        Shape::Text(_) | Shape::Integer(_) | Shape::Number(_) | Shape::Boolean => Yields::Scalar,
        Shape::List(_) => Yields::List,
        Shape::Object(_) | Shape::Map(_) => Yields::Object,
        Shape::Json => return None,
    };
    // The text of a whole object, put together by a function, goes where an object may be given as text.
    let is_text_of_object = wanted == Yields::Object && matches!(function, Function::Other(_));
    if yields == wanted || is_text_of_object {
        return None;
    }
    let call = match function {
        Function::Ref(target) => format!("`Ref` of `{target}`"),
        Function::GetAtt(resource, attribute) => format!("`Fn::GetAtt` of `{resource}.{attribute}`"),
        Function::If(_) => "`Fn::If`".to_owned(),
        Function::Other(name) => format!("`{name}`"),
    };
    let (yields, wanted) = (name(yields), name(wanted));
    let hint = match wanted {
        "a list" => "put it in `[…]`",
        "a single value" => "take one item with `Fn::Select`, or join them with `Fn::Join`",
        _ => "write the object itself",
    };
    Some(format!("{call} yields {yields}, and this is {wanted}; {hint}"))
}

fn name(yields: Yields) -> &'static str {
    match yields {
        Yields::Scalar => "a single value",
        Yields::List => "a list",
        Yields::Object => "an object",
    }
}

/// What the function certainly yields.
fn yields(function: &Function<'_>, template: &Template) -> Option<Yields> {
    match function {
        Function::Ref("AWS::NoValue") | Function::If(_) => None,
        Function::Ref("AWS::NotificationARNs") | Function::Other("Fn::Split" | "Fn::GetAZs" | "Fn::Cidr") => {
            Some(Yields::List)
        }
        Function::Ref(target) => match template.parameters.get(*target) {
            Some(parameter) => {
                let parameter_type = parameter.get("Type")?.as_str()?;
                let is_list = parameter_type == "CommaDelimitedList" || parameter_type.contains("List<");
                Some(if is_list { Yields::List } else { Yields::Scalar })
            }
            None => Some(Yields::Scalar),
        },
        Function::GetAtt(resource, attribute) => {
            let resource = template.resources.get(*resource)?;
            Some(schema::lookup(&resource.type_name)?.attribute(attribute)?.yields)
        }
        Function::Other(
            "Fn::GetStackOutput" | "Fn::Join" | "Fn::Sub" | "Fn::Base64" | "Fn::ToJsonString" | "Fn::Length",
        ) => Some(Yields::Scalar),
        Function::Other(_) => None,
    }
}
