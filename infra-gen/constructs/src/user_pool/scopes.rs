//! The scopes of a pool's access tokens. Each belongs to a resource server, which represents an API.

use std::borrow::Cow;

use infra_gen_cfn::{
    Handle, LogicalId, Stack, Value,
    cognito::{self, user_pool_resource_server::ResourceServerScopeType},
};

use super::UserPool;

/// A resource server of a pool: an API that accepts the pool's access tokens.
pub struct ResourceServer {
    /// The resource server.
    pub server: Handle<cognito::UserPoolResourceServer>,
    pool: UserPool,
    identifier: Cow<'static, str>,
}

/// The options of a [`ResourceServer`].
#[derive(Clone)]
pub struct ResourceServerProps<'a> {
    /// The pool whose access tokens the API accepts.
    pub pool: &'a UserPool,
    /// The first part of the scopes' names in a token, and the name in the console.
    pub identifier: Cow<'static, str>,
    /// The scopes.
    pub scopes: Vec<ScopeProps>,
}

impl<'a> ResourceServerProps<'a> {
    /// A resource server of `pool` without scopes.
    pub fn new(pool: &'a UserPool, identifier: impl Into<Cow<'static, str>>) -> Self {
        Self {
            pool,
            identifier: identifier.into(),
            scopes: Vec::new(),
        }
    }
}

/// A scope of a [`ResourceServer`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScopeProps {
    /// The name within the resource server.
    pub name: Cow<'static, str>,
    /// What the scope permits.
    pub description: Cow<'static, str>,
}

impl ScopeProps {
    /// A scope with this name and description.
    pub fn new(name: impl Into<Cow<'static, str>>, description: impl Into<Cow<'static, str>>) -> Self {
        Self {
            name: name.into(),
            description: description.into(),
        }
    }
}

/// A scope of a pool's access tokens. It contains its pool, so a route cannot combine the scope with another pool.
#[derive(Clone)]
pub struct Scope {
    /// The pool that issues the tokens.
    pub pool: UserPool,
    server: Handle<cognito::UserPoolResourceServer>,
    name: String,
}

impl ResourceServer {
    /// Adds a resource server to the stack: `<id>ResourceServer`.
    pub fn new(stack: &mut Stack, id: LogicalId, props: ResourceServerProps<'_>) -> Self {
        let ResourceServerProps {
            pool,
            identifier,
            scopes,
        } = props;
        let scopes = scopes
            .into_iter()
            .map(|scope| ResourceServerScopeType::new(scope.description, scope.name));
        let server = cognito::UserPoolResourceServer {
            scopes: Some(Value::from(scopes.collect::<Vec<_>>())),
            ..cognito::UserPoolResourceServer::new(&*identifier, &*identifier, pool.id())
        };
        Self {
            server: stack.add(id.join("ResourceServer"), server),
            pool: pool.clone(),
            identifier,
        }
    }

    /// The scope with this name. [`Stack::finish`] reports a name that the resource server does not have.
    pub fn scope(&self, name: &str) -> Scope {
        Scope {
            pool: self.pool.clone(),
            server: self.server.clone(),
            name: format!("{}/{name}", self.identifier),
        }
    }
}

impl Scope {
    /// The scope as it appears in a token: `SERVER/NAME`.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The resource that a client with this scope depends on.
    pub(super) fn server(&self) -> &Handle<cognito::UserPoolResourceServer> {
        &self.server
    }
}
