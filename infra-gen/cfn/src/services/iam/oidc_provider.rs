//! `AWS::IAM::OIDCProvider`. Generated; see `generator/`.

use crate::{
    handle::Handle,
    kind,
    reference::Arn,
    resource,
    schema::{Attribute, Object, Property, Reference, Shape, TypeSchema},
    tag::Tag,
    value::{Json, List, ObjectWriter, ToJson, Value},
};

/// Creates or updates an IAM entity to describe an identity provider (IdP) that supports [OpenID Connect
/// (OIDC)](https://docs.aws.amazon.com/http://openid.net/connect/).
///
/// `AWS::IAM::OIDCProvider`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct OIDCProvider {
    /// A list of client IDs (also known as audiences) that are associated with the specified IAM OIDC
    /// provider resource object. For more information, see
    /// [CreateOpenIDConnectProvider](https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateOpenIDConnectProvider.html).
    pub client_id_list: Option<Value<List<String>>>,
    /// A list of tags that are attached to the specified IAM OIDC provider. The returned list of tags is
    /// sorted by tag key. For more information about tagging, see [Tagging IAM
    /// resources](https://docs.aws.amazon.com/IAM/latest/UserGuide/id_tags.html) in the *IAM User Guide*.
    ///
    /// Items: at most 50.
    pub tags: Option<Value<List<Tag>>>,
    /// A list of certificate thumbprints that are associated with the specified IAM OIDC provider resource
    /// object. For more information, see
    /// [CreateOpenIDConnectProvider](https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateOpenIDConnectProvider.html).
    ///
    /// Items: at most 5.
    pub thumbprint_list: Option<Value<List<String>>>,
    /// The URL that the IAM OIDC provider resource object is associated with. For more information, see
    /// [CreateOpenIDConnectProvider](https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateOpenIDConnectProvider.html).
    ///
    /// Update requires: replacement. Length: 1 to 255.
    pub url: Option<Value<String>>,
}

impl OIDCProvider {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for OIDCProvider {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("ClientIdList", self.client_id_list.as_ref());
        object.optional("Tags", self.tags.as_ref());
        object.optional("ThumbprintList", self.thumbprint_list.as_ref());
        object.optional("Url", self.url.as_ref());
        object.finish()
    }
}

impl resource::Resource for OIDCProvider {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::iam::OIDCProvider;
    type Reference = Arn<kind::iam::OIDCProvider>;
}

impl Handle<OIDCProvider> {
    /// Returns the Amazon Resource Name (ARN) for the specified `AWS::IAM::OIDCProvider` resource.
    ///
    /// `Fn::GetAtt` of `Arn`.
    pub fn arn(&self) -> Value<Arn<kind::iam::OIDCProvider>> {
        self.attribute("Arn")
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::IAM::OIDCProvider",
    properties: &OIDC_PROVIDER,
    create_only: &["Url"],
    conditional_create_only: &[],
    read_only: &["Arn"],
    write_only: &[],
    primary_identifier: &["Arn"],
    reference: Reference::Arn,
    attributes: &[Attribute::scalar("Arn")],
    stateful: false,
};

static OIDC_PROVIDER: Object = Object {
    properties: &[
        Property::optional("Arn", Shape::Json),
        Property::optional(
            "ClientIdList",
            Shape::list(&Shape::TEXT.min_length(1).max_length(255)),
        ),
        Property::optional("Tags", Shape::list(&Shape::Object(&TAG)).max_length(50)),
        Property::optional(
            "ThumbprintList",
            Shape::list(
                &Shape::TEXT
                    .pattern("[0-9A-Fa-f]{40}")
                    .min_length(40)
                    .max_length(40),
            )
            .max_length(5),
        ),
        Property::optional("Url", Shape::TEXT.min_length(1).max_length(255)),
    ],
    constraints: &[],
};

static TAG: Object = Object {
    properties: &[
        Property::required(
            "Key",
            Shape::TEXT
                .pattern(r"^[\p{L}\p{Z}\p{N}_.:/=+\-@]+$")
                .min_length(1)
                .max_length(128),
        ),
        Property::required(
            "Value",
            Shape::TEXT
                .pattern(r"^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$")
                .min_length(1)
                .max_length(256),
        ),
    ],
    constraints: &[],
};
