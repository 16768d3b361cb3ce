//! The one line that says what a difference comes to.

use std::fmt;

use serde::Serialize;

use crate::{
    access::AccessChange,
    iam::GrantChange,
    model::{Action, Fate, ResourceChange, SectionChange},
    routes::RouteChange,
};

/// The counts, and what else is to be known first.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Summary {
    /// Resources that are new.
    pub add: usize,
    /// Resources that are updated where they are.
    pub change: usize,
    /// Resources that are replaced.
    pub replace: usize,
    /// Resources that are replaced under some conditions, or of whose update nothing is known.
    pub may_replace: usize,
    /// Resources that are removed where a condition no longer holds.
    pub may_remove: usize,
    /// Resources with a new logical ID.
    pub recreate: usize,
    /// Deployments of APIs.
    pub redeploy: usize,
    /// Resources that are deleted or left behind.
    pub remove: usize,
    /// Blocks of other sections that differ.
    pub other: usize,
    /// What is deleted with the data in it: `table Orders`.
    pub data_lost: Vec<String>,
    /// What may be, if its replacement takes place.
    pub data_at_risk: Vec<String>,
    /// What stays in the account, outside of the stack.
    pub left_behind: Vec<String>,
    /// What CloudFormation will refuse to update, so that the deployment fails.
    pub refused: Vec<String>,
    /// What differs and cannot be judged at all: `nested stack Data`.
    pub unjudged: Vec<String>,
    /// Whether data leaves the application's sight, kept or not: something that holds data, or may, is or may be removed
    /// or replaced. What cannot be judged counts.
    pub destructive: bool,
    /// Whether anybody may do more than before. What cannot be judged counts.
    pub broadens: bool,
    /// Whether that is certain.
    #[serde(skip)]
    pub broadens_for_certain: bool,
}

impl Summary {
    pub(crate) fn of(
        resources: &[ResourceChange],
        sections: &[SectionChange],
        permissions: &[GrantChange],
        routes: &[RouteChange],
        access: &[AccessChange],
        unjudged: Vec<String>,
    ) -> Self {
        let broadens_for_certain = permissions.iter().any(|change| change.broadens.is_some())
            || routes.iter().any(|route| route.broadens)
            || access.iter().any(|change| change.certain);
        let mut summary = Self {
            other: sections.len(),
            destructive: resources.iter().any(ResourceChange::parts_with_data) || !unjudged.is_empty(),
            broadens: broadens_for_certain || !access.is_empty() || !unjudged.is_empty(),
            broadens_for_certain,
            unjudged,
            ..Self::default()
        };
        for change in resources {
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
            let named = format!("{} {id}", noun(&change.type_name));
            if change.is_refused() {
                summary.refused.push(named.clone());
            }
            match (change.fate, &change.action) {
                (Some(Fate::Deleted), Action::MayReplace | Action::MayRemove) if change.parts_with_data() => {
                    summary.data_at_risk.push(named);
                }
                (Some(Fate::Deleted), _) if change.stateful => summary.data_lost.push(named),
                (Some(Fate::Deleted), _) if change.may_hold_data => summary.data_at_risk.push(named),
                (Some(Fate::Retained), action)
                    if !matches!(action, Action::MayReplace | Action::MayRemove) =>
                {
                    summary.left_behind.push(named);
                }
                _ => {}
            }
        }
        summary
    }
}

impl fmt::Display for Summary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let resources = self.add
            + self.change
            + self.replace
            + self.may_replace
            + self.may_remove
            + self.recreate
            + self.redeploy
            + self.remove;
        if resources + self.other == 0 {
            return f.write_str("no differences");
        }
        let mut about = Vec::new();
        for (what, names) in [
            ("data lost", &self.data_lost),
            ("data at risk", &self.data_at_risk),
            ("left behind", &self.left_behind),
        ] {
            if !names.is_empty() {
                about.push(format!("{what}: {}", names.join(", ")));
            }
        }
        // Beside the count of what it is about, or the last of them.
        let counts = [
            (self.add, "to add", true, false),
            (self.change, "to change", true, false),
            (self.redeploy, "to redeploy", false, false),
            (self.replace, "to replace", true, true),
            (self.may_replace, "may be replaced", false, true),
            (self.may_remove, "may be removed", false, true),
            (self.recreate, "under a new logical ID", false, true),
            (self.remove, "to remove", true, true),
        ];
        let last = counts.iter().rposition(|(count, .., parts)| *parts && *count > 0);
        let mut between = "";
        for (place, (count, what, always, _)) in counts.into_iter().enumerate() {
            if !always && count == 0 {
                continue;
            }
            write!(f, "{between}{count} {what}")?;
            between = ", ";
            if Some(place) == last && !about.is_empty() {
                write!(f, " ({})", about.join("; "))?;
            }
        }
        match self.other {
            0 => {}
            1 => f.write_str("; 1 other difference")?,
            other => write!(f, "; {other} other differences")?,
        }
        if !self.refused.is_empty() {
            write!(f, "; the update will fail: {}", self.refused.join(", "))?;
        }
        if !self.unjudged.is_empty() {
            write!(f, "; not compared: {}", self.unjudged.join(", "))?;
        }
        if self.broadens {
            let word = if self.broadens_for_certain {
                "permissions broaden"
            } else {
                "permissions may broaden"
            };
            write!(f, "; {word}")?;
        }
        Ok(())
    }
}

/// What people call a thing of this type: `table` for `AWS::DynamoDB::Table`, `user pool` for `AWS::Cognito::UserPool`.
pub(crate) fn noun(type_name: &str) -> String {
    let last = type_name.rsplit("::").next().unwrap_or(type_name);
    let mut noun = String::new();
    let mut after_lower = false;
    for char in last.chars() {
        if char.is_uppercase() && after_lower {
            noun.push(' ');
        }
        after_lower = char.is_lowercase() || char.is_ascii_digit();
        noun.extend(char.to_lowercase());
    }
    noun
}

/// `16 functions`, `2 policies`, `1 table`.
pub(crate) fn counted(count: usize, type_name: &str) -> String {
    let noun = noun(type_name);
    if count == 1 {
        return format!("1 {noun}");
    }
    match noun.strip_suffix('y') {
        Some(stem) if !stem.ends_with(['a', 'e', 'o', 'u']) => format!("{count} {stem}ies"),
        _ if noun.ends_with(['s', 'x']) => format!("{count} {noun}es"),
        _ => format!("{count} {noun}s"),
    }
}

#[cfg(test)]
mod tests {
    use super::counted;

    #[test]
    fn things_are_counted_in_english() {
        assert_eq!(counted(16, "AWS::Lambda::Function"), "16 functions");
        assert_eq!(counted(2, "AWS::S3::BucketPolicy"), "2 bucket policies");
        assert_eq!(counted(1, "AWS::DynamoDB::Table"), "1 table");
        assert_eq!(counted(3, "AWS::IAM::ServerAddress"), "3 server addresses");
    }
}
