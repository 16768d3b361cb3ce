//! The roles that GitHub Actions takes (`docs/ci/github-roles.yaml`) may do what a deployment does, and nothing beside.
//!
//! What it takes to make a table nobody knows by heart, and no emulator refuses what is missing. AWS publishes both sides:
//! the registry's schemas name what each resource type's handlers call, and the service authorization reference says which
//! actions there are, and on what. Both come with the linter that `make setup` installs; a newer one that names more fails
//! here, before a deployment does.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by its panic")]

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
use stack::{Deployed, STACKS, named};

#[test]
fn what_cloudformation_calls_for_the_stack_is_allowed_on_what_it_makes() {
    let reference = Reference::read();
    for stack in STACKS.map(Deployed::of) {
        let role = Role::deploying(stack.environment);
        let arns = stack.arns();
        let handlers = Handlers::of(stack.kinds());
        let called = handlers
            .called
            .iter()
            .filter(|action| reference.knows(action) && !is_unused(action));
        let refused: Vec<String> = called
            .flat_map(|action| {
                reference
                    .known_by(action, &arns)
                    .into_iter()
                    .filter(|arn| !role.allows(action, arn))
                    .map(move |arn| format!("{action} on {arn}"))
            })
            .collect();
        assert!(
            refused.is_empty(),
            "handlers name these, and the role of `{}` refuses them; allow them, or say in `UNUSED` why they are never \
             called:\n{}",
            stack.environment,
            refused.join("\n")
        );
    }
}

#[test]
fn what_the_program_calls_itself_is_allowed() {
    for environment in STACKS {
        let role = Role::deploying(environment);
        for (arn, actions) in OWN {
            let arn = named(arn, environment);
            for action in *actions {
                assert!(role.allows(action, &arn), "{action} on {arn}");
            }
        }
    }
}

#[test]
fn nothing_is_allowed_that_neither_calls() {
    let stacks = STACKS.map(Deployed::of);
    let handlers = Handlers::of(stacks.iter().flat_map(Deployed::kinds));
    let own: BTreeSet<&str> = OWN.iter().flat_map(|(_, actions)| *actions).copied().collect();
    for action in Role::deploying("prod").actions() {
        assert!(
            handlers.name(action) || own.contains(action),
            "nobody calls `{action}`"
        );
        assert!(!is_unused(action), "`{action}` is allowed, and in `UNUSED`");
    }
    for entry in UNUSED.iter().flat_map(|(_, entries)| *entries) {
        assert!(
            handlers.called.iter().any(|action| covers(entry, action)),
            "no handler names `{entry}` any more; take it out of `UNUSED`"
        );
    }
}

#[test]
fn each_action_exists_and_is_allowed_on_what_its_service_knows_it_by() {
    let reference = Reference::read();
    for role in [Role::planning("prod"), Role::deploying("prod")] {
        for statement in &role.allowed {
            for action in &statement.actions {
                assert!(reference.knows(action), "AWS has no action `{action}`");
                assert_eq!(
                    statement.resources == ["*"],
                    reference.has_no_finer_resource(action),
                    "`{action}` on {:?}: what its service knows no resource of is allowed on `*` or not at all, and \
                     everything else on less",
                    statement.resources
                );
            }
        }
    }
}

#[test]
fn the_planning_role_reads_templates_and_nothing_else() {
    let role = Role::planning("prod");
    let reads = [
        "cloudformation:DescribeStacks",
        "cloudformation:GetTemplate",
        "cloudformation:ListStackResources",
    ];
    assert_eq!(role.actions().collect::<Vec<_>>(), reads);
    for action in reads {
        for stack in ["STACK", "STACK-NestedApi-1"] {
            let arn = format!("arn:aws:cloudformation:REGION:ACCOUNT:stack/{stack}/1");
            assert!(role.allows(action, &named(&arn, "prod")), "{action} on {stack}");
        }
    }
}

#[test]
fn roles_are_handed_to_the_services_that_the_templates_roles_trust() {
    let stacks = STACKS.map(Deployed::of);
    let roles = || stacks.iter().flat_map(|stack| stack.of_type("AWS::IAM::Role"));
    let trusted: BTreeSet<String> = roles()
        .flat_map(|role| role::texts_at(&role.properties["AssumeRolePolicyDocument"], "Service"))
        .collect();
    let attached: BTreeSet<String> = roles()
        .filter_map(|role| role.properties.get("ManagedPolicyArns"))
        .flat_map(|arns| role::texts(&stack::written_out(arns, "cookie-shop", "prod")))
        .collect();

    let role = Role::deploying("prod");
    assert_eq!(role.condition("iam:PassRole", "iam:PassedToService"), trusted);
    assert_eq!(role.condition("iam:AttachRolePolicy", "iam:PolicyARN"), attached);
}

#[test]
fn neither_role_can_be_changed_by_what_it_lets_in() {
    let role = Role::deploying("prod");
    // Nobody but GitHub is trusted by them, so that handing them on lets nobody in; and they exist already.
    let harmless = ["iam:CreateRole", "iam:PassRole", "iam:TagRole", "iam:UntagRole"];
    for own in ["deploy", "plan"] {
        let arn = named(&format!("arn:aws:iam::ACCOUNT:role/STACK-{own}"), "prod");
        let of_roles = role.actions().filter(|action| action.starts_with("iam:"));
        for action in of_roles.filter(|action| role.allows(action, &arn)) {
            let reads = action.starts_with("iam:Get") || action.starts_with("iam:List");
            assert!(reads || harmless.contains(&action), "{action} on {arn}");
        }
    }
}

#[test]
fn the_policy_fits_into_a_role_whatever_the_application_is_called() {
    // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html#reference_iam-quotas-entity-length
    const MOST: usize = 10_240;
    let longest = Role::read("DeployRole", &"a".repeat(31), &"e".repeat(21));
    assert!(longest.characters <= MOST, "{} characters", longest.characters);
}

fn is_unused(action: &str) -> bool {
    UNUSED
        .iter()
        .any(|(_, entries)| entries.iter().any(|entry| covers(entry, action)))
}

/// Whether an entry is the action, or its whole service.
fn covers(entry: &str, action: &str) -> bool {
    if entry.ends_with(':') {
        action.starts_with(entry)
    } else {
        entry == action
    }
}
