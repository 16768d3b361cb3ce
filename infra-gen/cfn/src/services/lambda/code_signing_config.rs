//! `AWS::Lambda::CodeSigningConfig`. Generated; see `generator/`.

use crate::{
    handle::Handle,
    kind,
    reference::Arn,
    resource,
    schema::{Attribute, Object, Property, Reference, Shape, TypeSchema},
    tag::Tag,
    text_enum::text_enum,
    value::{Json, List, ObjectWriter, ToJson, Value},
};

/// Details about a [Code signing
/// configuration](https://docs.aws.amazon.com/lambda/latest/dg/configuration-codesigning.html).
///
/// `AWS::Lambda::CodeSigningConfig`.
#[derive(Debug, Clone, PartialEq)]
pub struct CodeSigningConfig {
    /// List of allowed publishers.
    pub allowed_publishers: Value<AllowedPublishers>,
    /// The code signing policy controls the validation failure action for signature mismatch or expiry.
    pub code_signing_policies: Option<Value<CodeSigningPolicies>>,
    /// Code signing configuration description.
    ///
    /// Length: at most 256.
    pub description: Option<Value<String>>,
    /// A list of tags to add to the code signing configuration.
    pub tags: Option<Value<List<Tag>>>,
}

impl CodeSigningConfig {
    /// With the required properties only.
    pub fn new(allowed_publishers: impl Into<Value<AllowedPublishers>>) -> Self {
        Self {
            allowed_publishers: allowed_publishers.into(),
            code_signing_policies: None,
            description: None,
            tags: None,
        }
    }
}

impl ToJson for CodeSigningConfig {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("AllowedPublishers", &self.allowed_publishers);
        object.optional("CodeSigningPolicies", self.code_signing_policies.as_ref());
        object.optional("Description", self.description.as_ref());
        object.optional("Tags", self.tags.as_ref());
        object.finish()
    }
}

impl resource::Resource for CodeSigningConfig {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::lambda::CodeSigningConfig;
    type Reference = Arn<kind::lambda::CodeSigningConfig>;
}

impl Handle<CodeSigningConfig> {
    /// The Amazon Resource Name (ARN) of the code signing configuration.
    ///
    /// `Fn::GetAtt` of `CodeSigningConfigArn`.
    pub fn code_signing_config_arn(&self) -> Value<Arn<kind::lambda::CodeSigningConfig>> {
        self.attribute("CodeSigningConfigArn")
    }

    /// The code signing configuration ID.
    ///
    /// `Fn::GetAtt` of `CodeSigningConfigId`.
    pub fn code_signing_config_id(&self) -> Value<String> {
        self.attribute("CodeSigningConfigId")
    }
}

/// List of signing profiles that can sign a code package.
#[derive(Debug, Clone, PartialEq)]
pub struct AllowedPublishers {
    /// The Amazon Resource Name (ARN) for each of the signing profiles. A signing profile defines a trusted
    /// user who can sign a code package.
    ///
    /// Items: 1 to 20.
    pub signing_profile_version_arns: Value<List<String>>,
}

impl AllowedPublishers {
    /// With the required properties only.
    pub fn new(signing_profile_version_arns: impl Into<Value<List<String>>>) -> Self {
        Self {
            signing_profile_version_arns: signing_profile_version_arns.into(),
        }
    }
}

impl ToJson for AllowedPublishers {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("SigningProfileVersionArns", &self.signing_profile_version_arns);
        object.finish()
    }
}

/// Code signing configuration
/// [policies](https://docs.aws.amazon.com/lambda/latest/dg/configuration-codesigning.html#config-codesigning-policies)
/// specify the validation failure action for signature mismatch or expiry.
#[derive(Debug, Clone, PartialEq)]
pub struct CodeSigningPolicies {
    /// Code signing configuration policy for deployment validation failure. If you set the policy to
    /// `Enforce`, Lambda blocks the deployment request if signature validation checks fail. If you set the
    /// policy to `Warn`, Lambda allows the deployment and issues a new Amazon CloudWatch metric (
    /// `SignatureValidationErrors`) and also stores the warning in the CloudTrail log.
    pub untrusted_artifact_on_deployment: Value<UntrustedArtifactOnDeployment>,
}

impl CodeSigningPolicies {
    /// With the required properties only.
    pub fn new(untrusted_artifact_on_deployment: impl Into<Value<UntrustedArtifactOnDeployment>>) -> Self {
        Self {
            untrusted_artifact_on_deployment: untrusted_artifact_on_deployment.into(),
        }
    }
}

impl ToJson for CodeSigningPolicies {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required(
            "UntrustedArtifactOnDeployment",
            &self.untrusted_artifact_on_deployment,
        );
        object.finish()
    }
}

text_enum! {
    /// The values of `CodeSigningPolicies.UntrustedArtifactOnDeployment`.
    UntrustedArtifactOnDeployment {
        Warn = "Warn",
        Enforce = "Enforce",
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::Lambda::CodeSigningConfig",
    properties: &CODE_SIGNING_CONFIG,
    create_only: &[],
    conditional_create_only: &[],
    read_only: &["CodeSigningConfigArn", "CodeSigningConfigId"],
    write_only: &[],
    primary_identifier: &["CodeSigningConfigArn"],
    reference: Reference::Arn,
    attributes: &[
        Attribute::scalar("CodeSigningConfigArn"),
        Attribute::scalar("CodeSigningConfigId"),
    ],
    stateful: false,
};

static ALLOWED_PUBLISHERS: Object = Object {
    properties: &[Property::required(
        "SigningProfileVersionArns",
        Shape::list(&Shape::TEXT.pattern(PATTERN_1).min_length(12).max_length(1024))
            .min_length(1)
            .max_length(20),
    )],
    constraints: &[],
};

static CODE_SIGNING_CONFIG: Object = Object {
    properties: &[
        Property::required("AllowedPublishers", Shape::Object(&ALLOWED_PUBLISHERS)),
        Property::optional("CodeSigningConfigArn", Shape::Json),
        Property::optional("CodeSigningConfigId", Shape::Json),
        Property::optional("CodeSigningPolicies", Shape::Object(&CODE_SIGNING_POLICIES)),
        Property::optional("Description", Shape::TEXT.max_length(256)),
        Property::optional("Tags", Shape::list(&Shape::Object(&TAG)).unique()),
    ],
    constraints: &[],
};

static CODE_SIGNING_POLICIES: Object = Object {
    properties: &[Property::required(
        "UntrustedArtifactOnDeployment",
        Shape::one_of(UntrustedArtifactOnDeployment::VALUES),
    )],
    constraints: &[],
};

static TAG: Object = Object {
    properties: &[
        Property::required("Key", Shape::TEXT.min_length(1).max_length(128)),
        Property::optional("Value", Shape::TEXT.max_length(256)),
    ],
    constraints: &[],
};

const PATTERN_1: &str = r"arn:(aws[a-zA-Z0-9-]*):([a-zA-Z0-9\-])+:((eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\d{1})?:(\d{12})?:(.*)";
