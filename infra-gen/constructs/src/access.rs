//! Who may be granted something, and what becomes of data.

use infra_gen_cfn::{
    DeletionPolicy, Handle, List, LogicalId, Resource, Stack, Value,
    iam::{self, role},
    policy::{PolicyDocument, Statement},
};

/// The name of the inline policy that grants are written into.
const POLICY_NAME: &str = "Grants";

/// Something that acts under a role of its own, and so can be granted access.
pub trait Grantee {
    /// The role that it acts under.
    fn role(&self) -> &Handle<iam::Role>;

    /// Adds a statement to the role, or to a policy of it. Every grant ends here.
    fn allow(&self, stack: &mut Stack, statement: Statement) {
        grants_of(&mut stack[self.role()]).add(statement);
    }
}

/// The policy document that grants go to, made on the first one.
///
/// # Panics
/// When the role's policies were replaced by an intrinsic function, which cannot be added to.
fn grants_of(role: &mut iam::Role) -> &mut PolicyDocument {
    let policies = role
        .policies
        .get_or_insert_with(|| Value::from(List::default()))
        .literal_mut()
        .expect("the role's policies are written by grants");
    if policies.0.is_empty() {
        policies
            .0
            .push(role::Policy::new(PolicyDocument::default(), POLICY_NAME).into());
    }
    policies.0[0]
        .literal_mut()
        .and_then(|policy| policy.policy_document.literal_mut())
        .expect("the role's policies are written by grants")
}

/// Grants that stand in a policy of their own, beside the role.
///
/// A grant is usually written into the role, which is there before whoever acts under it. Where what is granted waits for
/// that one, each would wait for the other: a function may read the bucket that calls it, and neither could be made
/// first. A policy of its own waits for both.
pub struct SeparateGrants {
    /// The policy that they stand in.
    pub policy: Handle<iam::RolePolicy>,
    role: Handle<iam::Role>,
}

impl SeparateGrants {
    /// Adds a policy to the stack under `id`: what is granted to this is granted to `grantee`.
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
            .expect("the policy is this construct's own")
            .add(statement);
    }
}

/// What becomes of a resource that holds data when it leaves the stack, or is replaced.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Removal {
    /// It stays in the account, outside any stack.
    Retain,
    /// It is deleted, and what it holds is lost.
    Destroy,
}

impl Removal {
    /// Sets both policies of `resource`: a replacement loses as much as a deletion.
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
