//! `AWS::ApiGateway::Account`. Generated; see `generator/`.

use crate::{
    handle::Handle,
    kind,
    reference::{Arn, Id},
    resource,
    schema::{Attribute, Object, Property, Reference, Shape, TypeSchema},
    value::{Json, ObjectWriter, ToJson, Value},
};

/// The `AWS::ApiGateway::Account` resource specifies the IAM role that Amazon API Gateway uses to write API
/// logs to Amazon CloudWatch Logs. To avoid overwriting other roles, you should only have one
/// `AWS::ApiGateway::Account` resource per region per account.
///
/// `AWS::ApiGateway::Account`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Account {
    /// The ARN of an Amazon CloudWatch role for the current Account.
    pub cloud_watch_role_arn: Option<Value<Arn<kind::iam::Role>>>,
}

impl Account {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for Account {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("CloudWatchRoleArn", self.cloud_watch_role_arn.as_ref());
        object.finish()
    }
}

impl resource::Resource for Account {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::apigateway::Account;
    type Reference = Id<kind::apigateway::Account>;
}

impl Handle<Account> {
    /// The ID for the account. For example: `abc123`.
    ///
    /// `Fn::GetAtt` of `Id`.
    pub fn id(&self) -> Value<Id<kind::apigateway::Account>> {
        self.attribute("Id")
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::ApiGateway::Account",
    properties: &ACCOUNT,
    create_only: &[],
    conditional_create_only: &[],
    read_only: &["Id"],
    write_only: &[],
    primary_identifier: &["Id"],
    reference: Reference::Id,
    attributes: &[Attribute::scalar("Id")],
    stateful: false,
};

static ACCOUNT: Object = Object {
    properties: &[
        Property::optional("CloudWatchRoleArn", Shape::TEXT),
        Property::optional("Id", Shape::Json),
    ],
    constraints: &[],
};
