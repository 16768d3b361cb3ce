//! What access tokens of a pool can be good for: scopes, each of a resource server, which stands for an API.

use infra_gen_cfn::{
    Handle, Stack, Value,
    cognito::{self, user_pool_resource_server::ResourceServerScopeType},
};

use super::UserPool;

/// An API, as the tokens of a pool call it.
pub struct ResourceServer {
    /// The resource server.
    pub server: Handle<cognito::UserPoolResourceServer>,
    pool: UserPool,
    identifier: String,
}

/// What an access token of a pool can be good for. It knows its pool, so a route that wants a scope cannot ask another
/// pool for it.
#[derive(Clone)]
pub struct Scope {
    /// The pool whose tokens can have it.
    pub pool: UserPool,
    server: Handle<cognito::UserPoolResourceServer>,
    name: String,
}

impl UserPool {
    /// Adds an API that tokens of this pool can be for, with its scopes, each a name and what it is good for.
    pub fn add_resource_server(
        &self,
        stack: &mut Stack,
        identifier: &str,
        scopes: &[(&str, &str)],
    ) -> ResourceServer {
        let scopes = scopes
            .iter()
            .map(|(name, description)| ResourceServerScopeType::new(*description, *name));
        let server = cognito::UserPoolResourceServer {
            scopes: Some(Value::from(scopes.collect::<Vec<_>>())),
            ..cognito::UserPoolResourceServer::new(identifier, identifier, self.id())
        };
        let id = self.logical_id().join(identifier).join("ResourceServer");
        ResourceServer {
            server: stack.add(id, server),
            pool: self.clone(),
            identifier: identifier.to_owned(),
        }
    }
}

impl ResourceServer {
    /// The scope of this name. One that the server does not have is reported when the stack is finished.
    pub fn scope(&self, name: &str) -> Scope {
        Scope {
            pool: self.pool.clone(),
            server: self.server.clone(),
            name: format!("{}/{name}", self.identifier),
        }
    }
}

impl Scope {
    /// The scope as a token has it: `SERVER/NAME`.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// What has to be there before a client can be given the scope.
    pub(super) fn server(&self) -> &Handle<cognito::UserPoolResourceServer> {
        &self.server
    }
}
