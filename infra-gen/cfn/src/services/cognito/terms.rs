//! `AWS::Cognito::Terms`. Generated; see `generator/`.

use crate::{
    handle::Handle,
    kind,
    reference::Id,
    resource,
    schema::{Attribute, Object, Property, Reference, Shape, TypeSchema},
    text_enum::text_enum,
    value::{Json, Map, ObjectWriter, ToJson, Value},
};

/// Creates terms documents for the requested app client. When Terms and conditions and Privacy policy
/// documents are configured, the app client displays links to them in the sign-up page of managed login for
/// the app client.
///
/// `AWS::Cognito::Terms`.
#[derive(Debug, Clone, PartialEq)]
pub struct Terms {
    /// The ID of the app client that the terms documents are assigned to.
    ///
    /// Update requires: replacement. Length: 1 to 128. Pattern: `^[\w+]+$`.
    pub client_id: Option<Value<String>>,
    /// This parameter is reserved for future use and currently accepts one value.
    pub enforcement: Value<TermsEnforcementType>,
    /// A map of URLs to languages. For each localized language that will view the requested `TermsName`,
    /// assign a URL. A selection of `cognito:default` displays for all languages that don't have a
    /// language-specific URL.
    pub links: Value<Map<String>>,
    /// The type and friendly name of the terms documents.
    ///
    /// Pattern: `^(terms-of-use|privacy-policy)$`.
    pub terms_name: Value<String>,
    /// This parameter is reserved for future use and currently accepts one value.
    pub terms_source: Value<TermsSourceType>,
    /// The ID of the user pool that contains the terms documents.
    ///
    /// Update requires: replacement. Length: 1 to 55. Pattern: `^[\w-]+_[0-9a-zA-Z]+$`.
    pub user_pool_id: Value<Id<kind::cognito::UserPool>>,
}

impl Terms {
    /// With the required properties only.
    pub fn new(
        enforcement: impl Into<Value<TermsEnforcementType>>,
        links: impl Into<Value<Map<String>>>,
        terms_name: impl Into<Value<String>>,
        terms_source: impl Into<Value<TermsSourceType>>,
        user_pool_id: impl Into<Value<Id<kind::cognito::UserPool>>>,
    ) -> Self {
        Self {
            client_id: None,
            enforcement: enforcement.into(),
            links: links.into(),
            terms_name: terms_name.into(),
            terms_source: terms_source.into(),
            user_pool_id: user_pool_id.into(),
        }
    }
}

impl ToJson for Terms {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("ClientId", self.client_id.as_ref());
        object.required("Enforcement", &self.enforcement);
        object.required("Links", &self.links);
        object.required("TermsName", &self.terms_name);
        object.required("TermsSource", &self.terms_source);
        object.required("UserPoolId", &self.user_pool_id);
        object.finish()
    }
}

impl resource::Resource for Terms {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::cognito::Terms;
    type Reference = Id<kind::cognito::Terms>;
}

impl Handle<Terms> {
    /// The ID of the terms documents.
    ///
    /// `Fn::GetAtt` of `TermsId`.
    pub fn terms_id(&self) -> Value<String> {
        self.attribute("TermsId")
    }
}

text_enum! {
    /// The values of `Terms.TermsEnforcementType`.
    TermsEnforcementType {
        None = "NONE",
    }
}

text_enum! {
    /// The values of `Terms.TermsSourceType`.
    TermsSourceType {
        Link = "LINK",
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::Cognito::Terms",
    properties: &TERMS,
    create_only: &["ClientId", "UserPoolId"],
    conditional_create_only: &[],
    read_only: &["TermsId"],
    write_only: &["ClientId"],
    primary_identifier: &["UserPoolId", "TermsId"],
    reference: Reference::Id,
    attributes: &[Attribute::scalar("TermsId")],
    stateful: false,
};

static TERMS: Object = Object {
    properties: &[
        Property::optional(
            "ClientId",
            Shape::TEXT.pattern(r"^[\w+]+$").min_length(1).max_length(128),
        ),
        Property::required("Enforcement", Shape::one_of(TermsEnforcementType::VALUES)),
        Property::required(
            "Links",
            Shape::Map(
                &Shape::TEXT
                    .pattern(r"^[\p{L}\p{M}\p{S}\p{N}\p{P}]+$")
                    .min_length(1)
                    .max_length(1024),
            ),
        ),
        Property::optional("TermsId", Shape::Json),
        Property::required(
            "TermsName",
            Shape::TEXT.pattern("^(terms-of-use|privacy-policy)$"),
        ),
        Property::required("TermsSource", Shape::one_of(TermsSourceType::VALUES)),
        Property::required(
            "UserPoolId",
            Shape::TEXT
                .pattern(r"^[\w-]+_[0-9a-zA-Z]+$")
                .min_length(1)
                .max_length(55),
        ),
    ],
    constraints: &[],
};
