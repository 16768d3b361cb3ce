//! The summary line.

use std::fmt;

use serde::Serialize;

/// The counts, and the warnings to read first.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[expect(
    clippy::struct_excessive_bools,
    reason = "one flag per gate, documented as JSON"
)]
pub struct Summary {
    /// Resources to create.
    pub add: usize,
    /// Resources to update in place.
    pub change: usize,
    /// Resources to replace.
    pub replace: usize,
    /// Resources that are replaced under some conditions, or whose update has an unknown effect.
    pub may_replace: usize,
    /// Resources that are removed if a condition no longer holds.
    pub may_remove: usize,
    /// Resources with a new logical ID.
    pub recreate: usize,
    /// Deployments of APIs.
    pub redeploy: usize,
    /// Resources to remove, whether deleted or retained.
    pub remove: usize,
    /// Blocks of other sections that differ.
    pub other: usize,
    /// Resources that are deleted with their data: `table Orders`.
    pub data_lost: Vec<String>,
    /// Resources that may be deleted with their data.
    pub data_at_risk: Vec<String>,
    /// Resources that stay in the account, outside the stack.
    pub left_behind: Vec<String>,
    /// Resources whose update CloudFormation refuses, so that the deployment fails.
    pub refused: Vec<String>,
    /// Differences that cannot be assessed: `nested stack Data`.
    pub unjudged: Vec<String>,
    /// Whether a resource that holds data, or may, is or may be removed or replaced, even if it is retained. A difference
    /// that cannot be assessed counts.
    pub destructive: bool,
    /// Whether any resource, with data or without, is or may be removed or replaced. A difference that cannot be assessed
    /// counts, and so does an update that CloudFormation refuses, because only a new resource can make it.
    pub removes: bool,
    /// Whether more is allowed than before. A difference that cannot be assessed counts.
    pub broadens: bool,
    /// Whether `broadens` is certain.
    #[serde(skip)]
    pub broadens_with_certainty: bool,
}

impl Summary {
    /// Adds the summary of a nested stack. Its resources are named `Inner/Orders`.
    pub(crate) fn include(&mut self, nested_stack: &str, nested: &Self) {
        for (count, more) in [
            (&mut self.add, nested.add),
            (&mut self.change, nested.change),
            (&mut self.replace, nested.replace),
            (&mut self.may_replace, nested.may_replace),
            (&mut self.may_remove, nested.may_remove),
            (&mut self.recreate, nested.recreate),
            (&mut self.redeploy, nested.redeploy),
            (&mut self.remove, nested.remove),
            (&mut self.other, nested.other),
        ] {
            *count += more;
        }
        // The last word is the logical ID.
        let qualified = |name: &String| match name.rsplit_once(' ') {
            Some((noun, id)) => format!("{noun} {nested_stack}/{id}"),
            None => format!("{nested_stack}/{name}"),
        };
        for (names, more) in [
            (&mut self.data_lost, &nested.data_lost),
            (&mut self.data_at_risk, &nested.data_at_risk),
            (&mut self.left_behind, &nested.left_behind),
            (&mut self.refused, &nested.refused),
        ] {
            names.extend(more.iter().map(qualified));
        }
        let unjudged = nested
            .unjudged
            .iter()
            .map(|name| format!("{nested_stack}: {name}"));
        self.unjudged.extend(unjudged);
        self.destructive |= nested.destructive;
        self.removes |= nested.removes;
        self.broadens |= nested.broadens;
        self.broadens_with_certainty |= nested.broadens_with_certainty;
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
            f.write_str("no differences")?;
            return if self.unjudged.is_empty() {
                Ok(())
            } else {
                write!(f, "; not compared: {}", self.unjudged.join(", "))
            };
        }
        let mut data = Vec::new();
        for (what, names) in [
            ("data lost", &self.data_lost),
            ("data at risk", &self.data_at_risk),
            ("retained", &self.left_behind),
        ] {
            if !names.is_empty() {
                data.push(format!("{what}: {}", names.join(", ")));
            }
        }
        // Count, label, whether a zero is shown, whether the resources may lose data.
        let counts = [
            (self.add, "to add", true, false),
            (self.change, "to change", true, false),
            (self.redeploy, "to redeploy", false, false),
            (self.replace, "to replace", true, true),
            (self.may_replace, "may be replaced", false, true),
            (self.may_remove, "may be removed", false, true),
            (self.recreate, "with a new logical ID", false, true),
            (self.remove, "to remove", true, true),
        ];
        // The data follows the last count that it can belong to.
        let last = counts
            .iter()
            .rposition(|(count, .., may_lose_data)| *may_lose_data && *count > 0);
        let mut separator = "";
        for (index, (count, label, always, _)) in counts.into_iter().enumerate() {
            if !always && count == 0 {
                continue;
            }
            write!(f, "{separator}{count} {label}")?;
            separator = ", ";
            if Some(index) == last && !data.is_empty() {
                write!(f, " ({})", data.join("; "))?;
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
            f.write_str(if self.broadens_with_certainty {
                "; permissions broaden"
            } else {
                "; permissions may broaden"
            })?;
        }
        Ok(())
    }
}
