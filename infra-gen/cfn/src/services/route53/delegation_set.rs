//! `AWS::Route53::DelegationSet`. Generated; see `generator/`.

use crate::{
    handle::Handle,
    kind,
    reference::Arn,
    resource,
    schema::{Attribute, Object, Property, Reference, Shape, TypeSchema},
    value::{Json, List, ObjectWriter, ToJson, Value},
};

/// Resource Type definition for AWS::Route53::DelegationSet. Creates a reusable delegation set (a group of
/// four name servers) that can be associated with multiple hosted zones.
///
/// `AWS::Route53::DelegationSet`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct DelegationSet {}

impl DelegationSet {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for DelegationSet {
    fn to_json(&self) -> Json {
        let object = ObjectWriter::default();
        object.finish()
    }
}

impl resource::Resource for DelegationSet {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::route53::DelegationSet;
    type Reference = Arn<kind::route53::DelegationSet>;
}

impl Handle<DelegationSet> {
    /// The Amazon Resource Name (ARN) of the delegation set.
    ///
    /// `Fn::GetAtt` of `Arn`.
    pub fn arn(&self) -> Value<Arn<kind::route53::DelegationSet>> {
        self.attribute("Arn")
    }

    /// A unique string that identifies the request and allows retrying failed CreateReusableDelegationSet
    /// requests without risk of executing the operation twice.
    ///
    /// `Fn::GetAtt` of `CallerReference`.
    pub fn caller_reference(&self) -> Value<String> {
        self.attribute("CallerReference")
    }

    /// The ID that Amazon Route 53 assigns to a reusable delegation set.
    ///
    /// `Fn::GetAtt` of `Id`.
    pub fn id(&self) -> Value<String> {
        self.attribute("Id")
    }

    /// A list of the authoritative name servers for the delegation set.
    ///
    /// `Fn::GetAtt` of `NameServers`.
    pub fn name_servers(&self) -> Value<List<String>> {
        self.attribute("NameServers")
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::Route53::DelegationSet",
    properties: &DELEGATION_SET,
    create_only: &[],
    conditional_create_only: &[],
    read_only: &["Arn", "CallerReference", "Id", "NameServers"],
    write_only: &[],
    primary_identifier: &["Arn"],
    reference: Reference::Arn,
    attributes: &[
        Attribute::scalar("Arn"),
        Attribute::scalar("CallerReference"),
        Attribute::scalar("Id"),
        Attribute::list("NameServers"),
    ],
    stateful: false,
};

static DELEGATION_SET: Object = Object {
    properties: &[
        Property::optional("Arn", Shape::Json),
        Property::optional("CallerReference", Shape::Json),
        Property::optional("Id", Shape::Json),
        Property::optional("NameServers", Shape::Json),
    ],
    constraints: &[],
};
