//! `AWS::Route53::CidrCollection`. Generated; see `generator/`.

use crate::{
    handle::Handle,
    kind,
    reference::{Arn, Id},
    resource,
    schema::{Attribute, Object, Property, Reference, Shape, TypeSchema},
    value::{Json, List, ObjectWriter, ToJson, Value},
};

/// Creates a CIDR collection in the current AWS account.
///
/// `AWS::Route53::CidrCollection`.
#[derive(Debug, Clone, PartialEq)]
pub struct CidrCollection {
    /// A complex type that contains information about the list of CIDR locations.
    pub locations: Option<Value<List<Location>>>,
    /// The name of a CIDR collection.
    ///
    /// Update requires: replacement. Length: 1 to 64. Pattern: `^[0-9A-Za-z_\-]+$`.
    pub name: Value<String>,
}

impl CidrCollection {
    /// With the required properties only.
    pub fn new(name: impl Into<Value<String>>) -> Self {
        Self {
            locations: None,
            name: name.into(),
        }
    }
}

impl ToJson for CidrCollection {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("Locations", self.locations.as_ref());
        object.required("Name", &self.name);
        object.finish()
    }
}

impl resource::Resource for CidrCollection {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::route53::CidrCollection;
    type Reference = Id<kind::route53::CidrCollection>;
}

impl Handle<CidrCollection> {
    /// "The Amazon resource name (ARN) to uniquely identify the AWS resource.
    ///
    /// `Fn::GetAtt` of `Arn`.
    pub fn arn(&self) -> Value<Arn<kind::route53::CidrCollection>> {
        self.attribute("Arn")
    }

    /// The UUID of the CIDR collection.
    ///
    /// `Fn::GetAtt` of `Id`.
    pub fn id(&self) -> Value<Id<kind::route53::CidrCollection>> {
        self.attribute("Id")
    }
}

/// Specifies the list of CIDR blocks for a CIDR location.
#[derive(Debug, Clone, PartialEq)]
pub struct Location {
    /// List of CIDR blocks.
    pub cidr_list: Value<List<String>>,
    /// The CIDR collection location name.
    ///
    /// Length: 1 to 16.
    pub location_name: Value<String>,
}

impl Location {
    /// With the required properties only.
    pub fn new(cidr_list: impl Into<Value<List<String>>>, location_name: impl Into<Value<String>>) -> Self {
        Self {
            cidr_list: cidr_list.into(),
            location_name: location_name.into(),
        }
    }
}

impl ToJson for Location {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("CidrList", &self.cidr_list);
        object.required("LocationName", &self.location_name);
        object.finish()
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::Route53::CidrCollection",
    properties: &CIDR_COLLECTION,
    create_only: &["Name"],
    conditional_create_only: &[],
    read_only: &["Arn", "Id"],
    write_only: &[],
    primary_identifier: &["Id"],
    reference: Reference::Id,
    attributes: &[Attribute::scalar("Arn"), Attribute::scalar("Id")],
    stateful: false,
};

static CIDR_COLLECTION: Object = Object {
    properties: &[
        Property::optional("Arn", Shape::Json),
        Property::optional("Id", Shape::Json),
        Property::optional("Locations", Shape::list(&Shape::Object(&LOCATION)).unique()),
        Property::required(
            "Name",
            Shape::TEXT
                .pattern(r"^[0-9A-Za-z_\-]+$")
                .min_length(1)
                .max_length(64),
        ),
    ],
    constraints: &[],
};

static LOCATION: Object = Object {
    properties: &[
        Property::required("CidrList", Shape::list(&Shape::TEXT).unique()),
        Property::required("LocationName", Shape::TEXT.min_length(1).max_length(16)),
    ],
    constraints: &[],
};
