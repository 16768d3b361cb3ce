//! The roles that GitHub Actions assumes (`docs/ci/github-roles.yaml`) allow exactly what a deployment needs.
//!
//! No emulator enforces these permissions. AWS publishes what is needed: the registry schemas list the actions that the
//! handlers of each resource type call, and the service authorization reference lists all actions with the resource types
//! that they support. Both are part of the linter that `make setup` installs. If a newer version lists more actions, these
//! tests fail before a deployment does.

#![expect(clippy::unwrap_used, reason = "a test fails with a panic")]

mod aws;
mod calls;
#[path = "../common/environment.rs"]
mod environment;
#[path = "../common/pattern.rs"]
mod pattern;
mod role;
mod stack;

use std::collections::BTreeSet;

use aws::{Handlers, Reference};
use calls::{OWN, UNUSED};
use role::Role;
use stack::{DeployedStack, ENVIRONMENTS, full_arn};

#[test]
fn the_deploy_role_allows_all_actions_of_cloudformations_handlers() {
    let reference = Reference::read();
    for stack in ENVIRONMENTS.map(DeployedStack::new) {
        let role = Role::deploy(stack.environment);
        let arns = stack.arns();
        let handlers = Handlers::new(stack.types());
        let called = handlers
            .called
            .iter()
            .filter(|action| reference.has(action) && !is_unused(action));
        let denied: Vec<String> = called
            .flat_map(|action| {
                reference
                    .resources_of(action, &arns)
                    .into_iter()
                    .filter(|arn| !role.allows(action, arn))
                    .map(move |arn| format!("{action} on {arn}"))
            })
            .collect();
        assert!(
            denied.is_empty(),
            "the role of `{}` denies these actions of CloudFormation's handlers; allow them, or add them to `UNUSED` with \
             the reason:\n{}",
            stack.environment,
            denied.join("\n")
        );
    }
}

#[test]
fn the_deploy_role_allows_the_programs_own_actions() {
    for environment in ENVIRONMENTS {
        let role = Role::deploy(environment);
        for (arn, actions) in OWN {
            let arn = full_arn(arn, environment);
            for action in *actions {
                assert!(role.allows(action, &arn), "{action} on {arn}");
            }
        }
    }
}

#[test]
fn the_deploy_role_allows_no_other_actions() {
    let stacks = ENVIRONMENTS.map(DeployedStack::new);
    let handlers = Handlers::new(stacks.iter().flat_map(DeployedStack::types));
    let own: BTreeSet<&str> = OWN.iter().flat_map(|(_, actions)| *actions).copied().collect();
    for action in Role::deploy("prod").actions() {
        assert!(
            handlers.contain(action) || own.contains(action),
            "neither CloudFormation nor the program calls `{action}`"
        );
        assert!(
            !is_unused(action),
            "`{action}` is allowed although it is in `UNUSED`"
        );
    }
    for entry in UNUSED.iter().flat_map(|(_, entries)| *entries) {
        assert!(
            handlers.called.iter().any(|action| covers(entry, action)),
            "no handler calls `{entry}` any more; remove it from `UNUSED`"
        );
    }
}

#[test]
fn each_action_exists_and_is_allowed_on_specific_resources() {
    let reference = Reference::read();
    for role in [Role::plan("prod"), Role::deploy("prod")] {
        for statement in &role.allowed {
            for action in &statement.actions {
                assert!(reference.has(action), "AWS has no action `{action}`");
                assert_eq!(
                    statement.resources == ["*"],
                    reference.has_no_resource_types(action),
                    "`{action}` on {:?}: an action without resource types must be allowed on `*`, and any other action on \
                     specific resources",
                    statement.resources
                );
            }
        }
    }
}

#[test]
fn the_plan_role_only_reads_stacks_and_templates() {
    let role = Role::plan("prod");
    let reads = [
        "cloudformation:DescribeStacks",
        "cloudformation:GetTemplate",
        "cloudformation:ListStackResources",
    ];
    assert_eq!(role.actions().collect::<Vec<_>>(), reads);
    for action in reads {
        for stack in ["STACK", "STACK-NestedApi-1"] {
            let arn = format!("arn:aws:cloudformation:REGION:ACCOUNT:stack/{stack}/1");
            assert!(
                role.allows(action, &full_arn(&arn, "prod")),
                "{action} on {stack}"
            );
        }
    }
}

#[test]
fn roles_may_be_passed_only_to_the_services_that_the_stacks_roles_trust() {
    let stacks = ENVIRONMENTS.map(DeployedStack::new);
    let roles = || stacks.iter().flat_map(|stack| stack.of_type("AWS::IAM::Role"));
    let trusted: BTreeSet<String> = roles()
        .flat_map(|role| role::texts_at(&role.properties["AssumeRolePolicyDocument"], "Service"))
        .collect();
    let attached: BTreeSet<String> = roles()
        .filter_map(|role| role.properties.get("ManagedPolicyArns"))
        .flat_map(|arns| role::texts(&stack::resolve(arns, "cookie-shop", "prod")))
        .collect();

    let role = Role::deploy("prod");
    assert_eq!(role.condition("iam:PassRole", "iam:PassedToService"), trusted);
    assert_eq!(role.condition("iam:AttachRolePolicy", "iam:PolicyARN"), attached);
}

#[test]
fn the_deploy_role_cannot_change_either_role() {
    let role = Role::deploy("prod");
    // The roles exist already and trust only GitHub, so creating or passing them grants no access.
    let harmless = ["iam:CreateRole", "iam:PassRole", "iam:TagRole", "iam:UntagRole"];
    for own in ["deploy", "plan"] {
        let arn = full_arn(&format!("arn:aws:iam::ACCOUNT:role/STACK-{own}"), "prod");
        let of_roles = role.actions().filter(|action| action.starts_with("iam:"));
        for action in of_roles.filter(|action| role.allows(action, &arn)) {
            let reads = action.starts_with("iam:Get") || action.starts_with("iam:List");
            assert!(reads || harmless.contains(&action), "{action} on {arn}");
        }
    }
}

#[test]
fn the_policy_fits_into_a_role_even_with_the_longest_names() {
    // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html#reference_iam-quotas-entity-length
    const MAX: usize = 10_240;
    const MAX_MANAGED: usize = 6_144;
    let longest = Role::read("DeployRole", &"a".repeat(31), &"e".repeat(21));
    assert!(longest.characters <= MAX, "{} characters", longest.characters);
    assert!(
        longest.attached.iter().all(|length| *length <= MAX_MANAGED),
        "{:?}",
        longest.attached
    );
}

fn is_unused(action: &str) -> bool {
    UNUSED
        .iter()
        .any(|(_, entries)| entries.iter().any(|entry| covers(entry, action)))
}

/// Whether an entry is the action or its whole service.
fn covers(entry: &str, action: &str) -> bool {
    if entry.ends_with(':') {
        action.starts_with(entry)
    } else {
        entry == action
    }
}
