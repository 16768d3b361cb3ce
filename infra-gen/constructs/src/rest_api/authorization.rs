//! Who may call a route, and the authorizers that enforce it: one per user pool.

use std::collections::BTreeMap;

use infra_gen_cfn::{Handle, Id, List, LogicalId, Stack, Value, apigateway::Authorizer, kind};

use super::{Content, RestApiAddress};
use crate::user_pool::{Scope, UserPool};

/// Who may call a route.
#[derive(Clone, Copy, Default)]
pub enum Authorization<'a> {
    /// Anyone.
    Open,
    /// Roles and users with the permission `execute-api:Invoke`, who sign their requests (Signature Version 4). This is
    /// the default, so a route is never public by omission.
    #[default]
    Iam,
    /// Users of the scope's user pool, with an access token that has the scope. The gateway checks signature, issuer,
    /// expiry and scope. The function has to check for which client the token was issued.
    Scope(&'a Scope),
}

/// The properties of a method that authorize its callers.
pub(super) struct Settings {
    pub(super) kind: &'static str,
    pub(super) authorizer: Option<Value<Id<kind::apigateway::Authorizer>>>,
    pub(super) scopes: Option<Value<List<String>>>,
}

/// The authorizers of one API.
pub(super) struct Authorizers<'a> {
    address: &'a RestApiAddress,
    by_pool: BTreeMap<LogicalId, Handle<Authorizer>>,
}

impl<'a> Authorizers<'a> {
    pub(super) fn new(address: &'a RestApiAddress) -> Self {
        Self {
            address,
            by_pool: BTreeMap::new(),
        }
    }

    pub(super) fn settings(
        &mut self,
        stack: &mut Stack,
        authorization: &Authorization<'_>,
        content: &mut Content,
    ) -> Settings {
        let without_authorizer = |kind| Settings {
            kind,
            authorizer: None,
            scopes: None,
        };
        match authorization {
            Authorization::Open => without_authorizer("NONE"),
            Authorization::Iam => without_authorizer("AWS_IAM"),
            Authorization::Scope(scope) => {
                let authorizer = self.authorizer(stack, &scope.pool);
                content.add(authorizer.logical_id());
                Settings {
                    kind: "COGNITO_USER_POOLS",
                    authorizer: Some(authorizer.reference()),
                    scopes: Some([scope.name()].into()),
                }
            }
        }
    }

    fn authorizer(&mut self, stack: &mut Stack, pool: &UserPool) -> &Handle<Authorizer> {
        let id = pool.pool.logical_id();
        self.by_pool.entry(id.clone()).or_insert_with(|| {
            let resource = Authorizer {
                identity_source: Some("method.request.header.Authorization".into()),
                provider_arns: Some([pool.arn()].into()),
                ..Authorizer::new(id.as_str(), self.address.api.reference(), "COGNITO_USER_POOLS")
            };
            stack.add(self.address.id.join(id.as_str()).join("Authorizer"), resource)
        })
    }
}
