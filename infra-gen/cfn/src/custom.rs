//! Custom resources: CloudFormation calls a function or notifies a topic, which creates, updates and deletes them.
//! <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-custom-resources.html>

use std::{any::Any, marker::PhantomData};

use serde::Serialize;

use crate::{
    kind, literal,
    reference::Arn,
    resource::{StackResource, into_properties},
    value::{Json, ToJson, Value},
};

/// The properties of a custom resource type, which a team declares as a struct.
///
/// ```
/// # use infra_gen_cfn::{Arn, Attribute, Custom, CustomResource, CustomTypeName, LogicalId, Stack, Value, kind};
/// # use serde::Serialize;
/// #[derive(Serialize)]
/// #[serde(rename_all = "PascalCase")]
/// struct Certificate {
///     domain: Value<String>,
///     alternatives: Option<Vec<String>>,
/// }
///
/// impl CustomResource for Certificate {
///     const TYPE: CustomTypeName = CustomTypeName::new("Custom::Certificate");
/// }
///
/// impl Certificate {
///     const ARN: Attribute<Self, Arn<kind::certificatemanager::Certificate>> = Attribute::new("CertificateArn");
/// }
///
/// const CERTIFICATE: LogicalId = LogicalId::new("Certificate");
///
/// # let mut stack = Stack::new("shop");
/// # let handler: Value<Arn<kind::lambda::Function>> = Value::from("arn:aws:lambda:eu-west-1:1:function:f").assume_arn();
/// let certificate = stack.add(
///     CERTIFICATE,
///     Custom::new(handler, Certificate { domain: "example.com".into(), alternatives: None }),
/// );
/// let arn: Value<Arn<kind::certificatemanager::Certificate>> = certificate.get(Certificate::ARN);
/// # stack.output(LogicalId::new("Arn"), arn);
/// # assert!(stack.finish().is_ok());
/// ```
pub trait CustomResource: Serialize + Any {
    /// The type in the template: `Custom::Name`.
    const TYPE: CustomTypeName;
}

/// The type of a custom resource: `Custom::` and a name of letters, digits, `_`, `@` and `-`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CustomTypeName(&'static str);

impl CustomTypeName {
    /// A literal type. In a `const`, a malformed one does not compile.
    ///
    /// # Panics
    /// If the type is malformed and this is not evaluated at compile time.
    #[must_use]
    #[track_caller]
    pub const fn new(name: &'static str) -> Self {
        if !is_custom_type(name.as_bytes()) {
            let rule = "the type of a custom resource is `Custom::` with letters, digits, `_`, `@` and `-`; at most 60 characters";
            panic!("{}", literal::refusal(name, rule).as_str());
        }
        Self(name)
    }

    /// The type as a string.
    pub const fn as_str(self) -> &'static str {
        self.0
    }
}

const fn is_custom_type(name: &[u8]) -> bool {
    const PREFIX: &[u8] = b"Custom::";
    const MAX_LENGTH: usize = 60;
    if name.len() <= PREFIX.len() || name.len() > MAX_LENGTH {
        return false;
    }
    let mut i = 0;
    while i < name.len() {
        let fits = if i < PREFIX.len() {
            name[i] == PREFIX[i]
        } else {
            name[i].is_ascii_alphanumeric() || matches!(name[i], b'_' | b'@' | b'-')
        };
        if !fits {
            return false;
        }
        i += 1;
    }
    true
}

/// A custom resource: its handler and its properties.
#[derive(Debug, Clone, PartialEq)]
pub struct Custom<C> {
    /// The function or topic that handles the resource.
    pub service_token: ServiceToken,
    /// The seconds to wait for the handler, from 1 to 3,600; 3,600 if not set.
    pub service_timeout: Option<Value<i64>>,
    /// The other properties. Null values are left out, because CloudFormation refuses them.
    pub properties: C,
}

impl<C: CustomResource> Custom<C> {
    /// A custom resource with the default timeout.
    pub fn new(service_token: impl Into<ServiceToken>, properties: C) -> Self {
        Self {
            service_token: service_token.into(),
            service_timeout: None,
            properties,
        }
    }
}

impl<C: CustomResource> StackResource for Custom<C> {
    /// The physical ID that the handler returns.
    type Reference = String;

    fn type_name(&self) -> &str {
        C::TYPE.as_str()
    }

    fn properties(&self) -> Result<serde_json::Map<String, Json>, String> {
        let own = serde_json::to_value(&self.properties)
            .map_err(|error| format!("the properties cannot be written as JSON: {error}"))?;
        let mut properties = serde_json::Map::new();
        properties.insert("ServiceToken".to_owned(), self.service_token.to_json());
        if let Some(timeout) = &self.service_timeout {
            properties.insert("ServiceTimeout".to_owned(), timeout.to_json());
        }
        for (name, value) in into_properties(own)? {
            if properties.contains_key(&name) || name == "ServiceTimeout" {
                return Err(format!(
                    "`{name}` is a field of `Custom`, so the properties must not contain it"
                ));
            }
            if !value.is_null() {
                properties.insert(name, without_nulls(value));
            }
        }
        Ok(properties)
    }
}

fn without_nulls(value: Json) -> Json {
    match value {
        Json::Object(entries) => entries
            .into_iter()
            .filter(|(_, entry)| !entry.is_null())
            .map(|(name, entry)| (name, without_nulls(entry)))
            .collect(),
        Json::Array(items) => items
            .into_iter()
            .filter(|item| !item.is_null())
            .map(without_nulls)
            .collect(),
        scalar => scalar,
    }
}

/// The handler of a custom resource. It must be in the same region as the stack.
#[derive(Debug, Clone, PartialEq)]
pub enum ServiceToken {
    /// CloudFormation invokes this function.
    Function(Value<Arn<kind::lambda::Function>>),
    /// CloudFormation publishes to this topic.
    Topic(Value<Arn<kind::sns::Topic>>),
}

impl From<Value<Arn<kind::lambda::Function>>> for ServiceToken {
    fn from(arn: Value<Arn<kind::lambda::Function>>) -> Self {
        Self::Function(arn)
    }
}

impl From<Value<Arn<kind::sns::Topic>>> for ServiceToken {
    fn from(arn: Value<Arn<kind::sns::Topic>>) -> Self {
        Self::Topic(arn)
    }
}

impl ToJson for ServiceToken {
    fn to_json(&self) -> Json {
        match self {
            Self::Function(arn) => arn.to_json(),
            Self::Topic(arn) => arn.to_json(),
        }
    }
}

/// An attribute of the custom resource type `C` with values of type `T`.
pub struct Attribute<C, T> {
    name: &'static str,
    types: PhantomData<fn(C) -> T>,
}

impl<C, T> Attribute<C, T> {
    /// The attribute of this name in the handler's `Data`.
    #[must_use]
    pub const fn new(name: &'static str) -> Self {
        Self {
            name,
            types: PhantomData,
        }
    }

    pub(crate) fn name(&self) -> &'static str {
        self.name
    }
}

impl<C, T> Clone for Attribute<C, T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<C, T> Copy for Attribute<C, T> {}
