//! `AWS::Logs::AccountPolicy`. Generated; see `generator/`.

use crate::{
    handle::Handle,
    kind,
    reference::Id,
    resource,
    schema::{Attribute, Object, Property, Reference, Shape, TypeSchema},
    text_enum::text_enum,
    value::{Json, ObjectWriter, ToJson, Value},
};

/// Creates or updates an account-level data protection policy or subscription filter policy that applies to
/// all log groups or a subset of log groups in the account.
///
/// `AWS::Logs::AccountPolicy`.
#[derive(Debug, Clone, PartialEq)]
pub struct AccountPolicy {
    /// Specify the policy, in JSON.
    ///
    /// Length: 1 to 30720.
    pub policy_document: Value<String>,
    /// A name for the policy. This must be unique within the account.
    ///
    /// Update requires: replacement. Length: 1 to 256. Pattern: `^[^:*]{1,256}$`.
    pub policy_name: Value<String>,
    /// The type of policy that you're creating or updating.
    ///
    /// Update requires: replacement.
    pub policy_type: Value<PolicyType>,
    /// Currently the only valid value for this parameter is `ALL`, which specifies that the policy applies to
    /// all log groups in the account. If you omit this parameter, the default of `ALL` is used. To scope down
    /// a subscription filter policy to a subset of log groups, use the `SelectionCriteria` parameter.
    pub scope: Option<Value<AccountPolicyScope>>,
    /// Use this parameter to apply the new policy to a subset of log groups in the account.
    pub selection_criteria: Option<Value<String>>,
}

impl AccountPolicy {
    /// With the required properties only.
    pub fn new(
        policy_document: impl Into<Value<String>>,
        policy_name: impl Into<Value<String>>,
        policy_type: impl Into<Value<PolicyType>>,
    ) -> Self {
        Self {
            policy_document: policy_document.into(),
            policy_name: policy_name.into(),
            policy_type: policy_type.into(),
            scope: None,
            selection_criteria: None,
        }
    }
}

impl ToJson for AccountPolicy {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("PolicyDocument", &self.policy_document);
        object.required("PolicyName", &self.policy_name);
        object.required("PolicyType", &self.policy_type);
        object.optional("Scope", self.scope.as_ref());
        object.optional("SelectionCriteria", self.selection_criteria.as_ref());
        object.finish()
    }
}

impl resource::Resource for AccountPolicy {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::logs::AccountPolicy;
    type Reference = Id<kind::logs::AccountPolicy>;
}

impl Handle<AccountPolicy> {
    /// The account ID of the account where this policy was created. For example, `123456789012`.
    ///
    /// `Fn::GetAtt` of `AccountId`.
    pub fn account_id(&self) -> Value<String> {
        self.attribute("AccountId")
    }
}

text_enum! {
    /// The values of `AccountPolicy.Scope`.
    AccountPolicyScope {
        All = "ALL",
    }
}

text_enum! {
    /// The values of `AccountPolicy.PolicyType`.
    PolicyType {
        DataProtectionPolicy = "DATA_PROTECTION_POLICY",
        SubscriptionFilterPolicy = "SUBSCRIPTION_FILTER_POLICY",
        FieldIndexPolicy = "FIELD_INDEX_POLICY",
        TransformerPolicy = "TRANSFORMER_POLICY",
        MetricExtractionPolicy = "METRIC_EXTRACTION_POLICY",
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::Logs::AccountPolicy",
    properties: &ACCOUNT_POLICY,
    create_only: &["PolicyName", "PolicyType"],
    conditional_create_only: &[],
    read_only: &["AccountId"],
    write_only: &[],
    primary_identifier: &["AccountId", "PolicyType", "PolicyName"],
    reference: Reference::Id,
    attributes: &[Attribute::scalar("AccountId")],
    stateful: false,
};

static ACCOUNT_POLICY: Object = Object {
    properties: &[
        Property::optional("AccountId", Shape::Json),
        Property::required("PolicyDocument", Shape::TEXT.min_length(1).max_length(30720)),
        Property::required(
            "PolicyName",
            Shape::TEXT
                .pattern("^[^:*]{1,256}$")
                .min_length(1)
                .max_length(256),
        ),
        Property::required("PolicyType", Shape::one_of(PolicyType::VALUES)),
        Property::optional("Scope", Shape::one_of(AccountPolicyScope::VALUES)),
        Property::optional("SelectionCriteria", Shape::TEXT),
    ],
    constraints: &[],
};
