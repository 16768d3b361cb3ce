//! For people at a terminal: the most serious first, one thing a line, the sum at the end.
//!
//! Styles are always written; who prints strips them where nobody would see them.

use std::fmt::Write as _;

use anstyle::{AnsiColor, Style};

use super::{Names, words};
use crate::{
    access::AccessChange,
    group::{self, Group, Groups},
    iam::{Broadening, Given},
    machine::StateAction,
    model::{Action, Change, Diff, PropertyChange, ResourceChange, SectionChange},
    routes::RouteChange,
    summary,
};

const BOLD: Style = Style::new().bold();
const FAINT: Style = Style::new().dimmed();
const GOOD: Style = AnsiColor::Green.on_default();
const BAD: Style = AnsiColor::Red.on_default();
const WARN: Style = AnsiColor::Yellow.on_default();
const GRAVE: Style = AnsiColor::Red.on_default().bold();

/// The difference for a terminal of `width` columns.
pub fn terminal(diff: &Diff, names: Names<'_>, width: usize) -> String {
    let mut page = Page {
        text: String::new(),
        width: width.max(60),
    };
    page.line(0, FAINT, &format!("{} → {}", names.old, names.new));
    let groups = group::groups(diff);
    resources(&mut page, diff, &groups);
    permissions(&mut page, diff);
    access(&mut page, &diff.access);
    routes(&mut page, &diff.routes);
    machines(&mut page, diff);
    sections(&mut page, &diff.sections);
    page.text.push('\n');
    let summary = &diff.summary;
    let style = match () {
        () if !summary.data_lost.is_empty() => GRAVE,
        () if summary.destructive || summary.broadens => WARN.bold(),
        () => BOLD,
    };
    page.line(0, style, &summary.to_string());
    page.text
}

/// Differences of properties alone, each on a line of its own, for a terminal of `width` columns.
pub fn changes(changes: &[PropertyChange], indent: usize, width: usize) -> String {
    let mut page = Page {
        text: String::new(),
        width: width.max(60),
    };
    for change in changes {
        difference(&mut page, indent, change);
    }
    page.text
}

/// What has been written, and how wide it may be.
struct Page {
    text: String,
    width: usize,
}

impl Page {
    /// A line in one style, folded between words where it is too long.
    fn line(&mut self, indent: usize, style: Style, text: &str) {
        let room = self.width.saturating_sub(indent).max(20);
        let mut rest = String::new();
        let mut lines = Vec::new();
        for word in text.split(' ') {
            let longer = rest.chars().count() + 1 + word.chars().count();
            if !rest.is_empty() && longer > room - if lines.is_empty() { 0 } else { 2 } {
                lines.push(std::mem::take(&mut rest));
            }
            if !rest.is_empty() {
                rest.push(' ');
            }
            rest.push_str(word);
        }
        lines.push(rest);
        for (place, line) in lines.iter().enumerate() {
            let indent = if place == 0 { indent } else { indent + 2 };
            self.put(&format!("{:indent$}{style}{line}{style:#}\n", ""));
        }
    }

    fn put(&mut self, text: &str) {
        self.text.push_str(text);
    }

    fn heading(&mut self, text: &str) {
        self.put(&format!("\n{BOLD}{text}{BOLD:#}\n"));
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
    let mut groups_are_due = true;
    for resource in &diff.resources {
        if groups_are_due
            && matches!(
                resource.action,
                Action::Change | Action::Redeploy { .. } | Action::Add
            )
        {
            groups_are_due = false;
            for group in groups.iter() {
                grouped(page, group);
            }
            for (to, ids) in group::followers(diff) {
                let (counted, follow) = words::followers(ids.len());
                page.put(&format!(
                    "  {WARN}~{WARN:#}  {BOLD}{counted}{BOLD:#}  {follow} {to}\n"
                ));
                page.line(7, FAINT, &ids.join(", "));
            }
        }
        let left: Vec<&PropertyChange> = resource
            .changes
            .iter()
            .filter(|change| !groups.say(resource, change))
            .collect();
        if resource.action == Action::Change && left.is_empty() && resource.notes.is_empty() {
            continue;
        }
        one(page, diff, resource, &left);
    }
}

fn grouped(page: &mut Page, group: &Group<'_>) {
    let counted = summary::counted(group.members.len(), group.type_name);
    page.put(&format!("  {WARN}~{WARN:#}  {BOLD}{counted}{BOLD:#}\n"));
    difference(page, 7, group.change);
    page.line(7, FAINT, &group.members.join(", "));
}

fn one(page: &mut Page, diff: &Diff, resource: &ResourceChange, changes: &[&PropertyChange]) {
    let style = if resource.is_refused() {
        BAD
    } else {
        style_of(&resource.action)
    };
    let mark = words::mark(&resource.action);
    let id = &resource.logical_id;
    let said = match resource.action {
        Action::Add => String::new(),
        Action::Change if !resource.is_refused() => String::new(),
        _ => format!("  {style}{}{style:#}", words::action(resource)),
    };
    let type_name = &resource.type_name;
    page.put(&format!(
        "  {style}{mark:<2}{style:#} {BOLD}{id}{BOLD:#}  {FAINT}{type_name}{FAINT:#}{said}\n"
    ));
    if let Some(fate) = words::fate(resource) {
        let style = if resource.parts_with_data() { GRAVE } else { WARN };
        page.line(7, style, &fate);
    }
    if !matches!(resource.action, Action::Redeploy { .. }) {
        let mut told = Vec::new();
        for change in changes {
            match words::elsewhere(diff, id, change) {
                Some(place) if told.contains(&place) => {}
                Some(place) => {
                    page.line(7, FAINT, place);
                    told.push(place);
                }
                None => difference(page, 7, change),
            }
        }
    }
    for line in words::reached(&resource.ripple, id) {
        page.line(7, FAINT, &format!("↳ {line}"));
    }
    for note in &resource.notes {
        page.line(7, WARN, &format!("! {note}"));
    }
}

/// A difference on a line of its own, or on three where the values are long.
fn difference(page: &mut Page, indent: usize, change: &PropertyChange) {
    let path = change.path.short().to_string();
    let path = if path.is_empty() { "value".to_owned() } else { path };
    let mut end =
        words::effect(change.effect).map_or_else(String::new, |effect| format!("  {BAD}{effect}{BAD:#}"));
    if let Some(through) = &change.through {
        let _ = write!(end, "  {FAINT}depends on {through}{FAINT:#}");
    }
    if let Some(to) = &change.follows {
        let _ = write!(end, "  {FAINT}follows {to}{FAINT:#}");
    }
    let room = page.width.saturating_sub(indent + 4);
    let (old, new) = words::sides(&change.change, room);
    let (old, new) = (old.unwrap_or_default(), new.unwrap_or_default());
    let beside = words::effect(change.effect).map_or(0, |effect| effect.len() + 2)
        + change.follows.as_ref().map_or(0, |to| to.len() + 10)
        + change.through.as_ref().map_or(0, |through| through.len() + 13);
    let long = [&path, &old, &new]
        .map(|text| text.chars().count())
        .iter()
        .sum::<usize>()
        + beside
        + 5
        > room;
    let (o, n) = (format!("{BAD}{old}{BAD:#}"), format!("{GOOD}{new}{GOOD:#}"));
    let pad = " ".repeat(indent);
    match (&change.change, long) {
        (Change::Added { .. }, false) => page.put(&format!("{pad}{path}  {GOOD}+{GOOD:#} {n}{end}\n")),
        (Change::Removed { .. }, false) => page.put(&format!("{pad}{path}  {BAD}-{BAD:#} {o}{end}\n")),
        (Change::Changed { .. }, false) if old == new => page.put(&format!("{pad}{path}  {o}{end}\n")),
        (Change::Changed { .. }, false) => page.put(&format!("{pad}{path}  {o} → {n}{end}\n")),
        (Change::Reordered { .. }, false) => {
            page.put(&format!("{pad}{path}  {FAINT}order{FAINT:#} {o} → {n}{end}\n"));
        }
        (of, true) => {
            let order = if matches!(of, Change::Reordered { .. }) {
                "  order"
            } else {
                ""
            };
            page.put(&format!("{pad}{path}{FAINT}{order}{FAINT:#}{end}\n"));
            if of.after().is_some() && old == new {
                page.put(&format!("{pad}  {o}\n"));
                return;
            }
            if of.before().is_some() {
                page.put(&format!("{pad}  {BAD}-{BAD:#} {o}\n"));
            }
            if of.after().is_some() {
                page.put(&format!("{pad}  {GOOD}+{GOOD:#} {n}\n"));
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
        let who = words::principal(change);
        if last != Some(who) {
            page.line(
                2,
                Style::new(),
                if who.is_empty() { "(nobody is named)" } else { who },
            );
            last = Some(who);
        }
        let (mark, style) = match change.change {
            Given::Added => ("+", GOOD),
            Given::Removed => ("-", BAD),
        };
        let broadens = change
            .broadens
            .map_or_else(String::new, |why| format!("  ▲ {}", Broadening::describe(why)));
        page.line(
            4,
            if change.broadens.is_some() { WARN } else { style },
            &format!("{mark} {}{broadens}", words::grant(change)),
        );
    }
}

fn access(page: &mut Page, access: &[AccessChange]) {
    if access.is_empty() {
        return;
    }
    page.heading("Access");
    for change in access {
        let text = format!("{}  ▲ {}", words::access_place(change), change.what);
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
        page.put(&format!(
            "  {style}{mark}{style:#}  {BOLD}{name}{BOLD:#}  {}{broadens}\n",
            words::route(change)
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
            page.put(&format!(
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
        let whole = block.changes.len() == 1 && block.changes[0].path.segments().is_empty();
        let (mark, style) = match block.changes.first().map(|change| &change.change) {
            Some(Change::Added { .. }) if whole => ("+", GOOD),
            Some(Change::Removed { .. }) if whole => ("-", BAD),
            _ => ("~", WARN),
        };
        let name = if block.name.is_empty() {
            "(all)"
        } else {
            &block.name
        };
        page.put(&format!("  {style}{mark}{style:#}  {BOLD}{name}{BOLD:#}"));
        if whole {
            let room = page.width.saturating_sub(name.chars().count() + 12);
            let (old, new) = words::sides(&block.changes[0].change, room);
            let both = [old, new].into_iter().flatten().collect::<Vec<_>>().join(" → ");
            page.put(&format!("  {FAINT}{}{FAINT:#}\n", words::cut(&both, room)));
        } else {
            page.put("\n");
            for change in &block.changes {
                difference(page, 7, change);
            }
        }
        for note in &block.notes {
            page.line(7, WARN, &format!("! {note}"));
        }
    }
}
