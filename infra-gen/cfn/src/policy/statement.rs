//! One statement of a policy.

use std::borrow::Cow;

use serde_json::json;

use super::{Action, Comparison, Conditions, Principal, one_or_many, principal::principals};
use crate::{
    literal::refusal,
    value::{Json, ToJson, Value},
};

/// One statement of a policy.
#[derive(Debug, Clone, PartialEq)]
pub struct Statement {
    /// `Sid`: the ID of the statement.
    pub sid: Option<Sid>,
    /// `Effect`: whether the statement allows or denies.
    pub effect: Effect,
    /// `Principal` or `NotPrincipal`; `None` in a policy of a role, user or group.
    pub principals: Option<Scope<Principal>>,
    /// `Action` or `NotAction`.
    pub actions: Scope<Action>,
    /// `Resource` or `NotResource`; `None` in the trust policy of a role.
    pub resources: Option<Scope<Value<String>>>,
    /// `Condition`.
    pub conditions: Conditions,
}

/// An element that a policy writes in two ways.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Scope<T> {
    /// These only: `Action`, `Resource`, `Principal`.
    Only(Vec<T>),
    /// All but these: `NotAction`, `NotResource`, `NotPrincipal`.
    Except(Vec<T>),
}

/// The effect of a statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Effect {
    /// Allows the actions, unless another statement denies them.
    Allow,
    /// Denies the actions, even if another statement allows them.
    Deny,
}

/// The ID of a statement: letters and digits. It is unique within a policy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sid(Cow<'static, str>);

impl Sid {
    /// A literal ID. In a `const` or a `const { … }` block, a malformed one does not compile.
    ///
    /// # Panics
    /// If the ID is malformed and this is not evaluated at compile time.
    #[must_use]
    #[track_caller]
    pub const fn new(id: &'static str) -> Self {
        assert!(
            is_sid(id.as_bytes()),
            "{}",
            refusal(id, "a statement ID has letters and digits only").as_str()
        );
        Self(Cow::Borrowed(id))
    }

    /// Parses an ID; `None` if it is empty or has other characters than ASCII letters and digits.
    pub fn parse(id: &str) -> Option<Self> {
        is_sid(id.as_bytes()).then(|| Self(Cow::Owned(id.to_owned())))
    }
}

const fn is_sid(text: &[u8]) -> bool {
    let mut i = 0;
    while i < text.len() {
        if !text[i].is_ascii_alphanumeric() {
            return false;
        }
        i += 1;
    }
    !text.is_empty()
}

impl Statement {
    /// Allows `actions` on `resources`.
    pub fn allow(
        actions: impl IntoIterator<Item = Action>,
        resources: impl IntoIterator<Item = Value<String>>,
    ) -> Self {
        let resources: Vec<Value<String>> = resources.into_iter().collect();
        Self {
            sid: None,
            effect: Effect::Allow,
            principals: None,
            actions: Scope::Only(sorted(actions)),
            resources: (!resources.is_empty()).then_some(Scope::Only(resources)),
            conditions: Conditions::default(),
        }
    }

    /// Denies `actions` on `resources`.
    pub fn deny(
        actions: impl IntoIterator<Item = Action>,
        resources: impl IntoIterator<Item = Value<String>>,
    ) -> Self {
        Self {
            effect: Effect::Deny,
            ..Self::allow(actions, resources)
        }
    }

    /// Denies all actions but `actions` on `resources`.
    pub fn deny_all_except(
        actions: impl IntoIterator<Item = Action>,
        resources: impl IntoIterator<Item = Value<String>>,
    ) -> Self {
        Self {
            actions: Scope::Except(sorted(actions)),
            ..Self::deny([], resources)
        }
    }

    /// Denies every action of `service` on `resources` to everyone.
    pub fn deny_service(service: &str, resources: impl IntoIterator<Item = Value<String>>) -> Self {
        Self::deny([Action::all_of(service)], resources).to(Principal::Anyone)
    }

    /// A statement of a trust policy: `principal` may assume the role.
    pub fn trust(principal: Principal) -> Self {
        const ROLE: Action = Action::new("sts:AssumeRole");
        const WEB_IDENTITY: Action = Action::new("sts:AssumeRoleWithWebIdentity");
        const SAML: Action = Action::new("sts:AssumeRoleWithSAML");
        let action = match &principal {
            Principal::WebIdentity(_) => WEB_IDENTITY,
            Principal::Saml(_) => SAML,
            Principal::Anyone | Principal::Aws(_) | Principal::Service(_) | Principal::CanonicalUser(_) => {
                ROLE
            }
        };
        Self::allow([action], []).to(principal)
    }

    /// The same statement with an ID.
    #[must_use]
    pub fn with_sid(self, sid: Sid) -> Self {
        Self {
            sid: Some(sid),
            ..self
        }
    }

    /// The same statement with one more principal. This replaces [`Self::to_all_except`].
    #[must_use]
    pub fn to(mut self, principal: Principal) -> Self {
        match &mut self.principals {
            Some(Scope::Only(principals)) => principals.push(principal),
            principals => *principals = Some(Scope::Only(vec![principal])),
        }
        self
    }

    /// The same statement for all principals but `principals`. AWS supports this in statements that deny only.
    #[must_use]
    pub fn to_all_except(self, principals: impl IntoIterator<Item = Principal>) -> Self {
        Self {
            principals: Some(Scope::Except(principals.into_iter().collect())),
            ..self
        }
    }

    /// The same statement for all resources but `resources`.
    #[must_use]
    pub fn on_all_except(self, resources: impl IntoIterator<Item = Value<String>>) -> Self {
        Self {
            resources: Some(Scope::Except(resources.into_iter().collect())),
            ..self
        }
    }

    /// The same statement with one more condition: `comparison` of `key` with `values`. See [`Conditions::add`].
    #[must_use]
    pub fn when(
        mut self,
        comparison: impl Into<Comparison>,
        key: &str,
        values: impl IntoIterator<Item = Value<String>>,
    ) -> Self {
        self.conditions.add(comparison, key, values);
        self
    }

    /// The same statement, for requests that have `key` only.
    #[must_use]
    pub fn when_present(mut self, key: &str) -> Self {
        self.conditions.add_presence(key, true);
        self
    }

    /// The same statement, for requests that do not have `key` only.
    #[must_use]
    pub fn when_absent(mut self, key: &str) -> Self {
        self.conditions.add_presence(key, false);
        self
    }

    /// Adds the actions of `other` if everything else is equal; returns whether it is.
    pub(super) fn absorb(&mut self, other: &Self) -> bool {
        let is_equal = self.sid == other.sid
            && self.effect == other.effect
            && self.principals == other.principals
            && self.resources == other.resources
            && self.conditions == other.conditions;
        // Two lists of exceptions do not add up: each statement allows what the other excepts.
        let (true, Scope::Only(actions), Scope::Only(added)) = (is_equal, &mut self.actions, &other.actions)
        else {
            return false;
        };
        actions.extend_from_slice(added);
        actions.sort();
        actions.dedup();
        true
    }
}

fn sorted(actions: impl IntoIterator<Item = Action>) -> Vec<Action> {
    let mut actions: Vec<Action> = actions.into_iter().collect();
    actions.sort();
    actions.dedup();
    actions
}

impl ToJson for Statement {
    fn to_json(&self) -> Json {
        let mut statement = serde_json::Map::new();
        let mut set = |name: &str, value: Json| statement.insert(name.to_owned(), value);
        if let Some(sid) = &self.sid {
            set("Sid", json!(sid.0));
        }
        set(
            "Effect",
            json!(match self.effect {
                Effect::Allow => "Allow",
                Effect::Deny => "Deny",
            }),
        );
        match &self.principals {
            Some(Scope::Only(only)) => {
                set("Principal", principals(only));
            }
            Some(Scope::Except(except)) => {
                set("NotPrincipal", principals(except));
            }
            None => {}
        }
        let actions =
            |actions: &[Action]| one_or_many(actions.iter().map(|action| json!(action.as_str())).collect());
        match &self.actions {
            Scope::Only(only) => set("Action", actions(only)),
            Scope::Except(except) => set("NotAction", actions(except)),
        };
        let resources =
            |resources: &[Value<String>]| one_or_many(resources.iter().map(ToJson::to_json).collect());
        match &self.resources {
            Some(Scope::Only(only)) => {
                set("Resource", resources(only));
            }
            Some(Scope::Except(except)) => {
                set("NotResource", resources(except));
            }
            None => {}
        }
        if !self.conditions.is_empty() {
            set("Condition", self.conditions.to_json());
        }
        Json::Object(statement)
    }
}
