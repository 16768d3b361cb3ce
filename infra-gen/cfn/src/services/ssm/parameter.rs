//! `AWS::SSM::Parameter`. Generated; see `generator/`.

use crate::{
    handle::Handle,
    kind,
    reference::{Arn, Id},
    resource,
    schema::{Attribute, Object, Property, Reference, Shape, TypeSchema},
    text_enum::text_enum,
    value::{Json, Map, ObjectWriter, ToJson, Value},
};

/// The `AWS::SSM::Parameter` resource creates an SSM parameter in AWS Systems Manager Parameter Store.
///
/// `AWS::SSM::Parameter`.
#[derive(Debug, Clone, PartialEq)]
pub struct Parameter {
    /// A regular expression used to validate the parameter value. For example, for `String` types with values
    /// restricted to numbers, you can specify the following: `AllowedPattern=^\d+$`
    ///
    /// Length: at most 1024.
    pub allowed_pattern: Option<Value<String>>,
    /// The data type of the parameter, such as `text` or `aws:ec2:image`. The default is `text`.
    ///
    /// Length: at most 128.
    pub data_type: Option<Value<DataType>>,
    /// Information about the parameter.
    ///
    /// Length: at most 1024.
    pub description: Option<Value<String>>,
    /// The name of the parameter.
    ///
    /// Update requires: replacement. Length: 1 to 2048.
    pub name: Option<Value<String>>,
    /// Information about the policies assigned to a parameter.
    ///
    /// Length: 1 to 4096.
    pub policies: Option<Value<String>>,
    /// Optional metadata that you assign to a resource in the form of an arbitrary set of tags (key-value
    /// pairs). Tags enable you to categorize a resource in different ways, such as by purpose, owner, or
    /// environment. For example, you might want to tag a Systems Manager parameter to identify the type of
    /// resource to which it applies, the environment, or the type of configuration data referenced by the
    /// parameter.
    pub tags: Option<Value<Map<String>>>,
    /// The parameter tier.
    pub tier: Option<Value<Tier>>,
    /// The type of parameter.
    pub r#type: Value<ParameterType>,
    /// The parameter value.
    pub value: Value<String>,
}

impl Parameter {
    /// With the required properties only.
    pub fn new(r#type: impl Into<Value<ParameterType>>, value: impl Into<Value<String>>) -> Self {
        Self {
            allowed_pattern: None,
            data_type: None,
            description: None,
            name: None,
            policies: None,
            tags: None,
            tier: None,
            r#type: r#type.into(),
            value: value.into(),
        }
    }
}

impl ToJson for Parameter {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("AllowedPattern", self.allowed_pattern.as_ref());
        object.optional("DataType", self.data_type.as_ref());
        object.optional("Description", self.description.as_ref());
        object.optional("Name", self.name.as_ref());
        object.optional("Policies", self.policies.as_ref());
        object.optional("Tags", self.tags.as_ref());
        object.optional("Tier", self.tier.as_ref());
        object.required("Type", &self.r#type);
        object.required("Value", &self.value);
        object.finish()
    }
}

impl resource::Resource for Parameter {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::ssm::Parameter;
    type Reference = Id<kind::ssm::Parameter>;
}

impl Handle<Parameter> {
    /// `Fn::GetAtt` of `Arn`.
    pub fn arn(&self) -> Value<Arn<kind::ssm::Parameter>> {
        self.attribute("Arn")
    }

    /// Returns the type of the parameter. Valid values are `String` or `StringList`.
    ///
    /// `Fn::GetAtt` of `Type`.
    pub fn r#type(&self) -> Value<String> {
        self.attribute("Type")
    }

    /// Returns the value of the parameter.
    ///
    /// `Fn::GetAtt` of `Value`.
    pub fn value(&self) -> Value<String> {
        self.attribute("Value")
    }
}

text_enum! {
    /// The values of `Parameter.DataType`.
    DataType {
        Text = "text",
        AwsEc2Image = "aws:ec2:image",
    }
}

text_enum! {
    /// The values of `Parameter.Type`.
    ParameterType {
        String = "String",
        StringList = "StringList",
    }
}

text_enum! {
    /// The values of `Parameter.Tier`.
    Tier {
        Standard = "Standard",
        Advanced = "Advanced",
        IntelligentTiering = "Intelligent-Tiering",
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::SSM::Parameter",
    properties: &PARAMETER,
    create_only: &["Name"],
    conditional_create_only: &[],
    read_only: &["Arn"],
    write_only: &["AllowedPattern", "Description", "Policies", "Tier"],
    primary_identifier: &["Name"],
    reference: Reference::Id,
    attributes: &[
        Attribute::scalar("AllowedPattern"),
        Attribute::scalar("Arn"),
        Attribute::scalar("DataType"),
        Attribute::scalar("Description"),
        Attribute::scalar("Name"),
        Attribute::scalar("Policies"),
        Attribute::scalar("Tier"),
        Attribute::scalar("Type"),
        Attribute::scalar("Value"),
    ],
    stateful: false,
};

static PARAMETER: Object = Object {
    properties: &[
        Property::optional("AllowedPattern", Shape::TEXT.max_length(1024)),
        Property::optional("Arn", Shape::Json),
        Property::optional("DataType", Shape::one_of(DataType::VALUES).max_length(128)),
        Property::optional("Description", Shape::TEXT.max_length(1024)),
        Property::optional("Name", Shape::TEXT.min_length(1).max_length(2048)),
        Property::optional("Policies", Shape::TEXT.min_length(1).max_length(4096)),
        Property::optional("Tags", Shape::Map(&Shape::TEXT)),
        Property::optional("Tier", Shape::one_of(Tier::VALUES)),
        Property::required("Type", Shape::one_of(ParameterType::VALUES)),
        Property::required("Value", Shape::TEXT),
    ],
    constraints: &[],
};
