//! Whether a property is given.

use super::model::Properties;
use crate::{intrinsic_call::intrinsic_call, value::Json};

/// Whether a property has a value. Null and `AWS::NoValue` stand for no value.
pub(super) fn is_given(properties: &Properties, name: &str) -> bool {
    properties.get(name).is_some_and(|value| {
        let reference = value.as_object().and_then(intrinsic_call);
        !value.is_null() && !matches!(reference, Some(("Ref", Json::String(name))) if name == "AWS::NoValue")
    })
}
