//! The terminal format: the most severe changes first, one item per line, the summary at the end.
//!
//! The text always contains styles; the caller strips them if the output does not support them.

use std::fmt::Write as _;

use anstyle::{AnsiColor, Style};

use super::{Names, describe};
use crate::{
    group::{self, Group, Groups},
    model::{
        AccessChange, Action, Broadening, Change, ChangeKind, Diff, PropertyChange, ResourceChange,
        RouteChange, SectionChange, StateAction,
    },
    noun,
};

const BOLD: Style = Style::new().bold();
const FAINT: Style = Style::new().dimmed();
const GOOD: Style = AnsiColor::Green.on_default();
const BAD: Style = AnsiColor::Red.on_default();
const WARN: Style = AnsiColor::Yellow.on_default();
const DATA_LOSS: Style = AnsiColor::Red.on_default().bold();

/// The differences for a terminal of `width` columns.
pub fn terminal(diff: &Diff, names: Names<'_>, width: usize) -> String {
    let mut page = Page {
        text: String::new(),
        width: width.max(60),
        stack: String::new(),
    };
    page.line(0, FAINT, &format!("{} → {}", names.old, names.new));
    stack(&mut page, diff);
    page.text.push('\n');
    let summary = &diff.summary;
    let style = match () {
        () if !summary.data_lost.is_empty() => DATA_LOSS,
        () if summary.destructive || summary.broadens => WARN.bold(),
        () => BOLD,
    };
    page.line(0, style, &summary.to_string());
    page.text
}

/// The differences of a stack, and then those of its nested stacks.
fn stack(page: &mut Page, diff: &Diff) {
    let groups = group::groups(diff);
    resources(page, diff, &groups);
    permissions(page, diff);
    access(page, &diff.access);
    routes(page, &diff.routes);
    machines(page, diff);
    sections(page, &diff.sections);
    for nested in diff.nested.iter().filter(|nested| !nested.diff.is_empty()) {
        let outer = page.stack.clone();
        page.stack = format!("{outer}{}/", nested.logical_id);
        stack(page, &nested.diff);
        page.stack = outer;
    }
}

/// Property changes only, one per line, for a terminal of `width` columns.
pub fn property_changes(changes: &[PropertyChange], indent: usize, width: usize) -> String {
    let mut page = Page {
        text: String::new(),
        width: width.max(60),
        stack: String::new(),
    };
    for change in changes {
        difference(&mut page, indent, change);
    }
    page.text
}

/// The text written so far, and its width.
struct Page {
    text: String,
    width: usize,
    /// The nested stack that is shown, with a slash: `Inner/`. Empty for the root.
    stack: String,
}

impl Page {
    /// Adds a line in one style, wrapped between words if it is too long.
    fn line(&mut self, indent: usize, style: Style, text: &str) {
        let width = self.width.saturating_sub(indent).max(20);
        let mut rest = String::new();
        let mut lines = Vec::new();
        for word in text.split(' ') {
            let longer = rest.chars().count() + 1 + word.chars().count();
            if !rest.is_empty() && longer > width - if lines.is_empty() { 0 } else { 2 } {
                lines.push(std::mem::take(&mut rest));
            }
            if !rest.is_empty() {
                rest.push(' ');
            }
            rest.push_str(word);
        }
        lines.push(rest);
        for (index, line) in lines.iter().enumerate() {
            let indent = if index == 0 { indent } else { indent + 2 };
            self.push(&format!("{:indent$}{style}{line}{style:#}\n", ""));
        }
    }

    fn push(&mut self, text: &str) {
        self.text.push_str(text);
    }

    fn heading(&mut self, text: &str) {
        let place = match self.stack.strip_suffix('/') {
            Some(stack) => format!(" in nested stack {stack}"),
            None => String::new(),
        };
        self.push(&format!("\n{BOLD}{text}{place}{BOLD:#}\n"));
    }
}

fn style_of(action: &Action) -> Style {
    match action {
        Action::Remove | Action::Replace => BAD,
        Action::MayReplace
        | Action::MayRemove
        | Action::Recreate { .. }
        | Action::Change
        | Action::Redeploy { .. } => WARN,
        Action::Add => GOOD,
    }
}

fn resources<'a>(page: &mut Page, diff: &'a Diff, groups: &Groups<'a>) {
    if diff.resources.is_empty() {
        return;
    }
    page.heading("Resources");
    let mut groups_are_pending = true;
    for resource in &diff.resources {
        if groups_are_pending
            && matches!(
                resource.action,
                Action::Change | Action::Redeploy { .. } | Action::Add
            )
        {
            groups_are_pending = false;
            for group in groups.iter() {
                group_of_resources(page, group);
            }
            for (to, ids) in group::followers(diff) {
                let (counted, follow) = describe::followers(ids.len());
                page.push(&format!(
                    "  {WARN}~{WARN:#}  {BOLD}{counted}{BOLD:#}  {follow} {to}\n"
                ));
                page.line(7, FAINT, &ids.join(", "));
            }
        }
        let ungrouped: Vec<&PropertyChange> = resource
            .changes
            .iter()
            .filter(|change| !groups.contain(resource, change))
            .collect();
        if resource.action == Action::Change && ungrouped.is_empty() && resource.notes.is_empty() {
            continue;
        }
        one_resource(page, diff, resource, &ungrouped);
    }
}

fn group_of_resources(page: &mut Page, group: &Group<'_>) {
    let counted = noun::counted(group.members.len(), group.type_name);
    page.push(&format!("  {WARN}~{WARN:#}  {BOLD}{counted}{BOLD:#}\n"));
    difference(page, 7, group.change);
    page.line(7, FAINT, &group.members.join(", "));
}

fn one_resource(page: &mut Page, diff: &Diff, resource: &ResourceChange, changes: &[&PropertyChange]) {
    let style = if resource.is_refused() {
        BAD
    } else {
        style_of(&resource.action)
    };
    let mark = describe::mark(&resource.action);
    let id = &resource.logical_id;
    let action = match resource.action {
        Action::Add => String::new(),
        Action::Change if !resource.is_refused() => String::new(),
        _ => format!("  {style}{}{style:#}", describe::action(resource)),
    };
    let type_name = &resource.type_name;
    page.push(&format!(
        "  {style}{mark:<2}{style:#} {BOLD}{id}{BOLD:#}  {FAINT}{type_name}{FAINT:#}{action}\n"
    ));
    if let Some(disposition) = describe::disposition(resource) {
        let style = if resource.loses_data() { DATA_LOSS } else { WARN };
        page.line(7, style, &disposition);
    }
    if !matches!(resource.action, Action::Redeploy { .. }) {
        let mut shown = Vec::new();
        for change in changes {
            match describe::details_elsewhere(diff, id, change) {
                Some(note) if shown.contains(&note) => {}
                Some(note) => {
                    page.line(7, FAINT, note);
                    shown.push(note);
                }
                None => difference(page, 7, change),
            }
        }
    }
    for line in describe::dependents(&resource.impact, id) {
        page.line(7, FAINT, &format!("↳ {line}"));
    }
    for note in &resource.notes {
        page.line(7, WARN, &format!("! {note}"));
    }
}

/// A difference on one line, or on three if the values are long.
fn difference(page: &mut Page, indent: usize, change: &PropertyChange) {
    let path = change.path.short().to_string();
    let path = if path.is_empty() { "value".to_owned() } else { path };
    let mut suffix =
        describe::effect(change.effect).map_or_else(String::new, |effect| format!("  {BAD}{effect}{BAD:#}"));
    if let Some(through) = &change.through {
        let _ = write!(suffix, "  {FAINT}depends on {through}{FAINT:#}");
    }
    if let Some(to) = &change.follows {
        let _ = write!(suffix, "  {FAINT}follows {to}{FAINT:#}");
    }
    let width = page.width.saturating_sub(indent + 4);
    let (old, new) = describe::values(&change.change, width);
    let (old, new) = (old.unwrap_or_default(), new.unwrap_or_default());
    let suffix_width = describe::effect(change.effect).map_or(0, |effect| effect.len() + 2)
        + change.follows.as_ref().map_or(0, |to| to.len() + 10)
        + change.through.as_ref().map_or(0, |through| through.len() + 13);
    let long = [&path, &old, &new]
        .map(|text| text.chars().count())
        .iter()
        .sum::<usize>()
        + suffix_width
        + 5
        > width;
    let (o, n) = (format!("{BAD}{old}{BAD:#}"), format!("{GOOD}{new}{GOOD:#}"));
    let pad = " ".repeat(indent);
    match (&change.change, long) {
        (Change::Added { .. }, false) => page.push(&format!("{pad}{path}  {GOOD}+{GOOD:#} {n}{suffix}\n")),
        (Change::Removed { .. }, false) => page.push(&format!("{pad}{path}  {BAD}-{BAD:#} {o}{suffix}\n")),
        (Change::Changed { .. }, false) if old == new => page.push(&format!("{pad}{path}  {o}{suffix}\n")),
        (Change::Changed { .. }, false) => page.push(&format!("{pad}{path}  {o} → {n}{suffix}\n")),
        (Change::Reordered { .. }, false) => {
            page.push(&format!("{pad}{path}  {FAINT}order{FAINT:#} {o} → {n}{suffix}\n"));
        }
        (change, true) => {
            let order = if matches!(change, Change::Reordered { .. }) {
                "  order"
            } else {
                ""
            };
            page.push(&format!("{pad}{path}{FAINT}{order}{FAINT:#}{suffix}\n"));
            if change.after().is_some() && old == new {
                page.push(&format!("{pad}  {o}\n"));
                return;
            }
            if change.before().is_some() {
                page.push(&format!("{pad}  {BAD}-{BAD:#} {o}\n"));
            }
            if change.after().is_some() {
                page.push(&format!("{pad}  {GOOD}+{GOOD:#} {n}\n"));
            }
        }
    }
}

fn permissions(page: &mut Page, diff: &Diff) {
    if diff.permissions.is_empty() {
        return;
    }
    page.heading("Permissions");
    let mut last = None;
    for change in &diff.permissions {
        let who = describe::principal(change);
        if last != Some(who) {
            page.line(
                2,
                Style::new(),
                if who.is_empty() { "(no principal)" } else { who },
            );
            last = Some(who);
        }
        let (mark, style) = match change.change {
            ChangeKind::Added => ("+", GOOD),
            ChangeKind::Removed => ("-", BAD),
        };
        let broadens = change.broadens.map_or_else(String::new, |reason| {
            format!("  ▲ {}", Broadening::describe(reason))
        });
        page.line(
            4,
            if change.broadens.is_some() { WARN } else { style },
            &format!("{mark} {}{broadens}", describe::grant(change)),
        );
    }
}

fn access(page: &mut Page, access: &[AccessChange]) {
    if access.is_empty() {
        return;
    }
    page.heading("Access");
    for change in access {
        let text = format!("{}  ▲ {}", describe::access_place(change), change.what);
        page.line(2, WARN, &text);
    }
}

fn routes(page: &mut Page, routes: &[RouteChange]) {
    if routes.is_empty() {
        return;
    }
    page.heading("Routes");
    for change in routes {
        let (mark, style) = match (&change.old, &change.new) {
            (None, _) => ("+", GOOD),
            (_, None) => ("-", BAD),
            _ => ("~", WARN),
        };
        let name = format!("{} {}", change.method, change.path);
        let broadens = if change.broadens {
            format!("  {WARN}▲ more callers{WARN:#}")
        } else {
            String::new()
        };
        page.push(&format!(
            "  {style}{mark}{style:#}  {BOLD}{name}{BOLD:#}  {}{broadens}\n",
            describe::route(change)
        ));
    }
}

fn machines(page: &mut Page, diff: &Diff) {
    for machine in &diff.state_machines {
        page.heading(&format!("State machine {}", machine.logical_id));
        for change in &machine.changes {
            difference(page, 2, change);
        }
        for state in &machine.states {
            let (mark, style) = match state.action {
                StateAction::Added => ("+", GOOD),
                StateAction::Removed => ("-", BAD),
                StateAction::Changed => ("~", WARN),
            };
            let goes_on = if state.goes_on.is_empty() || state.action == StateAction::Removed {
                String::new()
            } else {
                format!("  {}", state.goes_on)
            };
            let (name, kind) = (&state.state, &state.kind);
            page.push(&format!(
                "  {style}{mark}{style:#}  {BOLD}{name}{BOLD:#}  {FAINT}{kind}{FAINT:#}{goes_on}\n"
            ));
            for change in &state.changes {
                difference(page, 7, change);
            }
        }
    }
}

fn sections(page: &mut Page, sections: &[SectionChange]) {
    let mut last = None;
    for block in sections {
        if last != Some(&block.section) {
            page.heading(&block.section);
            last = Some(&block.section);
        }
        let is_whole_block = block.changes.len() == 1 && block.changes[0].path.segments().is_empty();
        let (mark, style) = match block.changes.first().map(|change| &change.change) {
            Some(Change::Added { .. }) if is_whole_block => ("+", GOOD),
            Some(Change::Removed { .. }) if is_whole_block => ("-", BAD),
            _ => ("~", WARN),
        };
        let name = if block.name.is_empty() {
            "(value)"
        } else {
            &block.name
        };
        page.push(&format!("  {style}{mark}{style:#}  {BOLD}{name}{BOLD:#}"));
        let width = page.width.saturating_sub(name.chars().count() + 12);
        let (old, new) = describe::values(&block.changes[0].change, width);
        let both: Vec<String> = [old, new].into_iter().flatten().collect();
        let both = both.join(" → ");
        if is_whole_block && both.chars().count() <= width {
            page.push(&format!("  {FAINT}{both}{FAINT:#}\n"));
        } else {
            page.push("\n");
            for change in &block.changes {
                difference(page, 7, change);
            }
        }
        for note in &block.notes {
            page.line(7, WARN, &format!("! {note}"));
        }
    }
}
