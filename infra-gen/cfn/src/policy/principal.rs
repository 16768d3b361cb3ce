//! Principals: who may use a resource or assume a role.
//! <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html>

use std::collections::BTreeMap;

use serde_json::json;

use super::one_or_many;
use crate::{
    intrinsic::{account_id, concat, partition},
    value::{Json, ToJson, Value},
};

/// A principal in a policy of a resource or in the trust policy of a role.
#[derive(Debug, Clone, PartialEq)]
pub enum Principal {
    /// Everyone, including anonymous users.
    Anyone,
    /// An account by its ID, or a role, user or session by its ARN. An account includes all its roles and users that their
    /// own policies allow the action.
    Aws(Value<String>),
    /// An AWS service, `lambda.amazonaws.com`.
    Service(Value<String>),
    /// An `OpenID` Connect provider: the ARN of the provider in IAM, or `cognito-identity.amazonaws.com`.
    WebIdentity(Value<String>),
    /// A SAML provider: the ARN of the provider in IAM.
    Saml(Value<String>),
    /// An account by its canonical user ID, in policies of S3.
    CanonicalUser(Value<String>),
}

impl Principal {
    /// The account of the stack.
    pub fn this_account() -> Self {
        Self::Aws(concat([
            "arn:".into(),
            partition(),
            ":iam::".into(),
            account_id(),
            ":root".into(),
        ]))
    }

    /// An AWS service, `lambda.amazonaws.com`.
    pub fn service(name: &str) -> Self {
        Self::Service(name.into())
    }

    /// The key in the JSON of the principal.
    fn kind(&self) -> Option<(&'static str, &Value<String>)> {
        match self {
            Self::Anyone => None,
            Self::Aws(arn) => Some(("AWS", arn)),
            Self::Service(name) => Some(("Service", name)),
            Self::WebIdentity(provider) | Self::Saml(provider) => Some(("Federated", provider)),
            Self::CanonicalUser(id) => Some(("CanonicalUser", id)),
        }
    }
}

/// The JSON of `Principal` or `NotPrincipal`.
pub(super) fn principals(principals: &[Principal]) -> Json {
    let mut kinds: BTreeMap<&str, Vec<Json>> = BTreeMap::new();
    for principal in principals {
        let Some((kind, name)) = principal.kind() else {
            // Includes all others.
            return json!("*");
        };
        kinds.entry(kind).or_default().push(name.to_json());
    }
    let kinds = kinds
        .into_iter()
        .map(|(kind, of_kind)| (kind.to_owned(), one_or_many(of_kind)));
    Json::Object(kinds.collect())
}
