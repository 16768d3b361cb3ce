//! What the generated modules of the services import.

#[allow(unused_imports, reason = "a program may enable no service")]
pub(crate) use crate::{
    handle::Handle,
    kind, names,
    plain_traits::plain_traits,
    policy::PolicyDocument,
    reference::{Arn, Id},
    tag::Tag,
    text_enum::text_enum,
    value::{Json, List, Map, ObjectWriter, ToJson, Value},
};
