//! What changing from one CloudFormation template to another does.
//!
//! Two templates in, differences out: resources with what happens to each and to the data in them, whom a replacement
//! reaches, permissions given and taken, routes and who may call them, state machines state by state. What means the
//! same is no difference, however it is written.
//!
//! ```
//! use infra_gen_cfn::Template;
//!
//! let old = Template::parse(r#"{"Resources": {"T": {"Type": "AWS::SNS::Topic", "Properties": {"TopicName": "a"}}}}"#)?;
//! let new = Template::parse(r#"{"Resources": {"T": {"Type": "AWS::SNS::Topic", "Properties": {"TopicName": "b"}}}}"#)?;
//! let diff = infra_gen_diff::diff(&old, &new);
//! assert_eq!(diff.summary.to_string(), "0 to add, 0 to change, 1 to replace, 0 to remove");
//! # Ok::<(), infra_gen_cfn::ParseError>(())
//! ```
//!
//! Nothing here reads a file, the environment or the network, and nothing is deployed: what the account really holds is
//! not known. A value that only a deployment knows (a parameter's, an import's) is compared by its name. What cannot be
//! judged is reported as possible, and [`Summary::destructive`] and [`Summary::broadens`] treat it as certain.

mod access;
mod compare;
mod corrections;
mod evaluate;
mod expand;
mod group;
mod iam;
mod list;
mod machine;
mod model;
mod normal;
pub mod patch;
mod path;
mod reach;
mod references;
mod rename;
mod render;
mod resources;
mod ripple;
mod routes;
mod sam;
mod sections;
mod sequence;
mod summary;
mod text;
mod unjudged;

use std::collections::BTreeSet;

use infra_gen_cfn::{Json, Template};

pub use access::AccessChange;
pub use iam::{Broadening, Given, GrantChange, GrantEffect};
pub use machine::{MachineChange, StateAction, StateChange};
pub use model::{Action, Change, Diff, Effect, Fate, PropertyChange, Reached, ResourceChange, SectionChange};
pub use path::{Path, Segment};
pub use render::{Names, changes, json, markdown, terminal};
pub use routes::{Route, RouteChange};
pub use summary::Summary;

/// In what `new` differs from `old`. The values of parameters are not known: another default may be another value.
pub fn diff(old: &Template, new: &Template) -> Diff {
    between(old, new, None)
}

/// In what `new` differs from `old`, where a deployment decides the values of parameters and exactly those named get another
/// one.
pub fn diff_with_values(old: &Template, new: &Template, changed: &BTreeSet<String>) -> Diff {
    between(old, new, Some(changed))
}

fn between(old: &Template, new: &Template, values: Option<&BTreeSet<String>>) -> Diff {
    let patch = patch::between(&document(old), &document(new));
    let (mut old, mut new) = (
        normal::template(&expand::template(old)),
        normal::template(&expand::template(new)),
    );
    resources::drop_absent(&mut old, &mut new, values);
    let (old, new) = (old, new);
    let reach = reach::Reach::between(&old, &new, values);
    let rename::Found { renames, coarse } = rename::find(&old, &new);
    let mut resources = resources::compare(&old, &new, &renames, &reach);
    resources::note_coarse(&coarse, &mut resources);
    ripple::note(&new, &mut resources);
    ripple::add_reached_data(&new, &mut resources);
    resources::sort(&mut resources);
    let permissions = iam::compare(&old, &new, &renames);
    let routes = routes::compare(&old, &new, &renames);
    let access = access::compare(&old, &new, &resources);
    let sections = sections::compare(&old, &new);
    let unjudged = unjudged::find(&old, &new, &reach, &resources);
    Diff {
        summary: Summary::of(&resources, &sections, &permissions, &routes, &access, unjudged),
        state_machines: machine::compare(&old, &new, &renames),
        resources,
        permissions,
        access,
        routes,
        sections,
        patch,
    }
}

/// In what the values of a resource's properties differ, at a path below them; nothing is said of what that does.
pub fn values(path: &Path, old: &Json, new: &Json) -> Vec<PropertyChange> {
    let mut found = Vec::new();
    compare::values(path, old, new, &mut found);
    found
        .into_iter()
        .map(|(path, change)| PropertyChange {
            path,
            change,
            effect: Effect::None,
            follows: None,
            through: None,
        })
        .collect()
}

fn document(template: &Template) -> Json {
    serde_json::to_value(template).expect("a template has text keys only")
}
