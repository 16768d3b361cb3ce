//! `AWS::Route53::DNSSEC`. Generated; see `generator/`.

use crate::{
    kind,
    reference::Id,
    resource,
    schema::{Object, Property, Reference, Shape, TypeSchema},
    value::{Json, ObjectWriter, ToJson, Value},
};

/// The `AWS::Route53::DNSSEC` resource is used to enable DNSSEC signing in a hosted zone.
///
/// `AWS::Route53::DNSSEC`.
#[derive(Debug, Clone, PartialEq)]
pub struct DNSSEC {
    /// A unique string (ID) that is used to identify a hosted zone. For example: `Z00001111A1ABCaaABC11`.
    ///
    /// Update requires: replacement. Pattern: `^[A-Z0-9]{1,32}$`.
    pub hosted_zone_id: Value<Id<kind::route53::HostedZone>>,
}

impl DNSSEC {
    /// With the required properties only.
    pub fn new(hosted_zone_id: impl Into<Value<Id<kind::route53::HostedZone>>>) -> Self {
        Self {
            hosted_zone_id: hosted_zone_id.into(),
        }
    }
}

impl ToJson for DNSSEC {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("HostedZoneId", &self.hosted_zone_id);
        object.finish()
    }
}

impl resource::Resource for DNSSEC {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::route53::DNSSEC;
    type Reference = Id<kind::route53::DNSSEC>;
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::Route53::DNSSEC",
    properties: &DNSSEC,
    create_only: &["HostedZoneId"],
    conditional_create_only: &[],
    read_only: &[],
    write_only: &[],
    primary_identifier: &["HostedZoneId"],
    reference: Reference::Id,
    attributes: &[],
    stateful: false,
};

static DNSSEC: Object = Object {
    properties: &[Property::required(
        "HostedZoneId",
        Shape::TEXT.pattern("^[A-Z0-9]{1,32}$"),
    )],
    constraints: &[],
};
