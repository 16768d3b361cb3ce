//! Counts the changes for the summary.

use crate::{
    model::{
        AccessChange, Action, Disposition, GrantChange, ResourceChange, RouteChange, SectionChange, Summary,
    },
    noun::noun,
};

/// Summarizes the changes. `unjudged` are the differences that cannot be assessed.
pub(crate) fn summarize(
    resources: &[ResourceChange],
    sections: &[SectionChange],
    permissions: &[GrantChange],
    routes: &[RouteChange],
    access: &[AccessChange],
    unjudged: Vec<String>,
) -> Summary {
    let broadens_with_certainty = permissions.iter().any(|change| change.broadens.is_some())
        || routes.iter().any(|route| route.broadens)
        || access.iter().any(|change| change.certain);
    let mut summary = Summary {
        other: sections.len(),
        destructive: resources.iter().any(ResourceChange::loses_data) || !unjudged.is_empty(),
        removes: resources.iter().any(ResourceChange::leaves_or_is_refused) || !unjudged.is_empty(),
        broadens: broadens_with_certainty || !access.is_empty() || !unjudged.is_empty(),
        broadens_with_certainty,
        unjudged,
        ..Summary::default()
    };
    for change in resources {
        if change.absent {
            summary.other += 1;
            continue;
        }
        *match &change.action {
            Action::Add => &mut summary.add,
            Action::Change => &mut summary.change,
            Action::Replace => &mut summary.replace,
            Action::MayReplace => &mut summary.may_replace,
            Action::MayRemove => &mut summary.may_remove,
            Action::Recreate { .. } => &mut summary.recreate,
            Action::Redeploy { .. } => &mut summary.redeploy,
            Action::Remove => &mut summary.remove,
        } += 1;
        let id = match &change.action {
            Action::Recreate { from } => from,
            _ => &change.logical_id,
        };
        let name = format!("{} {id}", noun(&change.type_name));
        if change.is_refused() {
            summary.refused.push(name.clone());
        }
        match (change.disposition, &change.action) {
            (Some(Disposition::Deleted), Action::MayReplace | Action::MayRemove) if change.loses_data() => {
                summary.data_at_risk.push(name);
            }
            (Some(Disposition::Deleted), _) if change.stateful => summary.data_lost.push(name),
            (Some(Disposition::Deleted), _) if change.may_hold_data => summary.data_at_risk.push(name),
            (Some(Disposition::Retained), action)
                if !matches!(action, Action::MayReplace | Action::MayRemove) =>
            {
                summary.left_behind.push(name);
            }
            _ => {}
        }
    }
    summary
}
