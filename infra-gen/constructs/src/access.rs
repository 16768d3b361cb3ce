//! Who can be granted access, and what happens to data when its resource is removed.

use infra_gen_cfn::{
    DeletionPolicy, Handle, List, LogicalId, Resource, Stack, Value,
    iam::{self, role},
    policy::{PolicyDocument, Statement},
};

/// The name of the inline policy that holds a role's grants.
const POLICY_NAME: &str = "Grants";

/// Something that runs under a role of its own and can be granted access.
pub trait Grantee {
    /// The role that it runs under.
    fn role(&self) -> &Handle<iam::Role>;

    /// Adds a statement to the role, or to a policy of the role. Every grant calls this method.
    fn allow(&self, stack: &mut Stack, statement: Statement) {
        grants_of(&mut stack[self.role()]).add(statement);
    }
}

/// The role's policy document for grants. The first grant creates it.
///
/// # Panics
/// When the role's policies were replaced by an intrinsic function, which cannot be extended.
fn grants_of(role: &mut iam::Role) -> &mut PolicyDocument {
    let policies = role
        .policies
        .get_or_insert_with(|| Value::from(List::default()))
        .literal_mut()
        .expect("only grants write the role's policies");
    if policies.0.is_empty() {
        policies
            .0
            .push(role::Policy::new(PolicyDocument::default(), POLICY_NAME).into());
    }
    policies.0[0]
        .literal_mut()
        .and_then(|policy| policy.policy_document.literal_mut())
        .expect("only grants write the role's policies")
}

/// Grants in a policy resource of their own instead of the role.
///
/// A role is created before the function that runs under it. If the function may read the bucket that invokes it, a
/// grant in the role would make role and bucket wait for each other. A separate policy waits for both, which breaks the
/// cycle.
pub struct SeparateGrants {
    /// The policy that holds the grants.
    pub policy: Handle<iam::RolePolicy>,
    role: Handle<iam::Role>,
}

impl SeparateGrants {
    /// Adds a policy to the stack under `id`. Grants to the result apply to `grantee`.
    pub fn new(stack: &mut Stack, id: LogicalId, grantee: &impl Grantee) -> Self {
        let role = grantee.role().clone();
        let policy = iam::RolePolicy {
            policy_document: Some(PolicyDocument::default().into()),
            ..iam::RolePolicy::new(id.as_str(), role.reference())
        };
        Self {
            policy: stack.add(id, policy),
            role,
        }
    }
}

impl Grantee for SeparateGrants {
    fn role(&self) -> &Handle<iam::Role> {
        &self.role
    }

    fn allow(&self, stack: &mut Stack, statement: Statement) {
        let document = stack[&self.policy].policy_document.as_mut();
        document
            .and_then(Value::literal_mut)
            .expect("only this construct writes the policy")
            .add(statement);
    }
}

/// What happens to a resource that holds data when it is removed from the stack or replaced.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Removal {
    /// The resource stays in the account, outside the stack.
    #[default]
    Retain,
    /// The resource is deleted together with its data.
    Destroy,
}

impl Removal {
    /// Sets both policies of `resource`, because replacing it loses as much data as deleting it.
    pub(crate) fn apply<R: Resource>(self, stack: &mut Stack, resource: &Handle<R>) {
        let policy = match self {
            Self::Retain => DeletionPolicy::Retain,
            Self::Destroy => DeletionPolicy::Delete,
        };
        let attributes = stack.attributes(resource);
        attributes.deletion_policy = Some(policy);
        attributes.update_replace_policy = Some(policy);
    }
}
