//! The Markdown format for a pull request: the summary and the warnings are visible, everything else is folded.

use std::fmt::Write as _;

use super::{Names, describe};
use crate::{
    group,
    model::{Action, Broadening, Change, ChangeKind, Diff, PropertyChange, ResourceChange, StateAction},
    noun,
};

/// The maximum length of a value in a table. The JSON format has the complete value.
const MAX_VALUE: usize = 160;

/// The maximum number of characters. GitHub accepts 65,536 per comment, and the tool that posts it adds some.
const MAX_LENGTH: usize = 64_000;

/// The differences as GitHub Flavored Markdown.
pub fn markdown(diff: &Diff, names: Names<'_>) -> String {
    let mut page = format!(
        "### {} → {}\n\n**{}**\n",
        escape(names.old),
        escape(names.new),
        escape(&diff.summary.to_string())
    );
    let mut omitted = 0;
    let stacks = stacks("", diff);
    let mut write_part = |write: fn(&mut String, &str, &Diff), stack: &str, diff: &Diff| {
        let mut part = String::new();
        write(&mut part, stack, diff);
        omitted += add(&mut page, &part);
    };
    for (stack, diff) in &stacks {
        write_part(warnings, stack, diff);
    }
    for (stack, diff) in &stacks {
        for write in [permissions, access, routes, resources, machines, sections] {
            write_part(write, stack, diff);
        }
    }
    if omitted > 0 {
        let _ = writeln!(
            page,
            "\n> [!WARNING]\n> {omitted} more lines do not fit into a comment; run without `--format markdown` to see all"
        );
    }
    page
}

/// The stack and its nested stacks that differ, each with the nested stack's name and a slash: `Inner/`.
fn stacks<'a>(stack: &str, diff: &'a Diff) -> Vec<(String, &'a Diff)> {
    let mut all = vec![(stack.to_owned(), diff)];
    for nested in diff.nested.iter().filter(|nested| !nested.diff.is_empty()) {
        all.extend(stacks(&format!("{stack}{}/", nested.logical_id), &nested.diff));
    }
    all
}

/// A title, with the nested stack that it is about.
fn title(text: &str, stack: &str) -> String {
    match stack.strip_suffix('/') {
        Some(stack) => format!("{text} in nested stack {stack}"),
        None => text.to_owned(),
    }
}

/// Adds as much of a part as fits, and returns the number of omitted lines.
fn add(page: &mut String, part: &str) -> usize {
    const CLOSE: &str = "\n</details>\n";
    let mut room = MAX_LENGTH.saturating_sub(page.chars().count());
    if part.chars().count() <= room {
        page.push_str(part);
        return 0;
    }
    room = room.saturating_sub(CLOSE.len());
    let mut is_open = false;
    let mut lines = part.split_inclusive('\n');
    let mut omitted = 0;
    for line in lines.by_ref() {
        let Some(left) = room.checked_sub(line.chars().count()) else {
            omitted = 1;
            break;
        };
        room = left;
        page.push_str(line);
        match line.trim_end() {
            "<details>" => is_open = true,
            "</details>" => is_open = false,
            _ => {}
        }
    }
    if is_open {
        page.push_str(CLOSE);
    }
    omitted + lines.count()
}

/// Data loss and failing updates come first, and are not folded.
fn warnings(page: &mut String, stack: &str, diff: &Diff) {
    for resource in &diff.resources {
        if resource.is_refused() {
            let _ = writeln!(
                page,
                "\n> [!CAUTION]\n> `{stack}{}` ({}): {}; the deployment will fail",
                resource.logical_id,
                resource.type_name,
                describe::action(resource)
            );
        }
        if let Some(disposition) = describe::disposition(resource) {
            let _ = writeln!(
                page,
                "\n> [!{}]\n> `{stack}{}` ({}): {}; {disposition}",
                if resource.loses_data() { "CAUTION" } else { "NOTE" },
                resource.logical_id,
                resource.type_name,
                describe::action(resource)
            );
        }
    }
}

fn permissions(page: &mut String, stack: &str, diff: &Diff) {
    if diff.permissions.is_empty() {
        return;
    }
    let _ = write!(
        page,
        "\n#### {}\n\n| | principal | permission | |\n| --- | --- | --- | --- |\n",
        escape(&title("Permissions", stack))
    );
    for change in &diff.permissions {
        let mark = if change.change == ChangeKind::Added {
            "+"
        } else {
            "-"
        };
        let broadens = change.broadens.map_or("", Broadening::describe);
        let broadens = if broadens.is_empty() {
            String::new()
        } else {
            format!("⚠️ {broadens}")
        };
        let (who, what) = (code(describe::principal(change)), code(&describe::grant(change)));
        let _ = writeln!(page, "| {mark} | {who} | {what} | {broadens} |");
    }
}

fn access(page: &mut String, stack: &str, diff: &Diff) {
    if diff.access.is_empty() {
        return;
    }
    let _ = write!(
        page,
        "\n#### {}\n\n| resource | |\n| --- | --- |\n",
        escape(&title("Access", stack))
    );
    for change in &diff.access {
        let place = code(&describe::access_place(change));
        let _ = writeln!(page, "| {place} | ⚠️ {} |", escape(&change.what));
    }
}

fn routes(page: &mut String, stack: &str, diff: &Diff) {
    if diff.routes.is_empty() {
        return;
    }
    let _ = write!(
        page,
        "\n#### {}\n\n| | route | | |\n| --- | --- | --- | --- |\n",
        escape(&title("Routes", stack))
    );
    for change in &diff.routes {
        let mark = match (&change.old, &change.new) {
            (None, _) => "+",
            (_, None) => "-",
            _ => "~",
        };
        let name = code(&format!("{} {}", change.method, change.path));
        let broadens = if change.broadens {
            "⚠️ more callers"
        } else {
            ""
        };
        let _ = writeln!(
            page,
            "| {mark} | {name} | {} | {broadens} |",
            escape(&describe::route(change))
        );
    }
}

fn resources(page: &mut String, stack: &str, diff: &Diff) {
    if diff.resources.is_empty() {
        return;
    }
    let count = diff.resources.len();
    fold(page, &title(&format!("Resources: {count}"), stack), |page| {
        let groups = group::groups(diff);
        for group in groups.iter() {
            let _ = writeln!(
                page,
                "- **{}**: {}\n  - {}",
                noun::counted(group.members.len(), group.type_name),
                code(&group.members.join(", ")),
                difference(group.change)
            );
        }
        for (to, ids) in group::followers(diff) {
            let (counted, follow) = describe::followers(ids.len());
            let _ = writeln!(page, "- **{counted}** {follow} `{to}`: {}", code(&ids.join(", ")));
        }
        for resource in &diff.resources {
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
    });
}

fn one_resource(page: &mut String, diff: &Diff, resource: &ResourceChange, changes: &[&PropertyChange]) {
    let _ = writeln!(
        page,
        "- {} **{}** ({}): {}",
        code(describe::mark(&resource.action)),
        escape(&resource.logical_id),
        resource.type_name,
        escape(&describe::action(resource))
    );
    if !matches!(resource.action, Action::Redeploy { .. }) {
        let is_shown_here = |change: &&&PropertyChange| {
            describe::details_elsewhere(diff, &resource.logical_id, change).is_none()
        };
        for change in changes.iter().filter(is_shown_here) {
            let _ = writeln!(page, "  - {}", difference(change));
        }
    }
    for line in describe::dependents(&resource.impact, &resource.logical_id) {
        let _ = writeln!(page, "  - ↳ {}", escape(&line));
    }
    for note in &resource.notes {
        let _ = writeln!(page, "  - ⚠️ {}", note_text(note));
    }
}

fn machines(page: &mut String, stack: &str, diff: &Diff) {
    for machine in &diff.state_machines {
        fold(
            page,
            &format!("State machine {stack}{}", machine.logical_id),
            |page| {
                for change in &machine.changes {
                    let _ = writeln!(page, "- {}", difference(change));
                }
                for state in &machine.states {
                    let mark = match state.action {
                        StateAction::Added => "+",
                        StateAction::Removed => "-",
                        StateAction::Changed => "~",
                    };
                    let _ = writeln!(
                        page,
                        "- {} **{}** ({}) {}",
                        code(mark),
                        escape(&state.state),
                        state.kind,
                        escape(&state.goes_on)
                    );
                    for change in &state.changes {
                        let _ = writeln!(page, "  - {}", difference(change));
                    }
                }
            },
        );
    }
}

fn sections(page: &mut String, stack: &str, diff: &Diff) {
    if diff.sections.is_empty() {
        return;
    }
    fold(
        page,
        &title(&format!("Other sections: {}", diff.sections.len()), stack),
        |page| {
            for block in &diff.sections {
                let name = if block.name.is_empty() {
                    String::new()
                } else {
                    format!(".{}", block.name)
                };
                let _ = writeln!(page, "- **{}**", escape(&format!("{}{name}", block.section)));
                for change in &block.changes {
                    let _ = writeln!(page, "  - {}", difference(change));
                }
                for note in &block.notes {
                    let _ = writeln!(page, "  - ⚠️ {}", note_text(note));
                }
            }
        },
    );
}

fn fold(page: &mut String, title: &str, inner: impl FnOnce(&mut String)) {
    let _ = write!(page, "\n<details>\n<summary>{}</summary>\n\n", escape(title));
    inner(page);
    page.push_str("\n</details>\n");
}

fn difference(change: &PropertyChange) -> String {
    let path = change.path.short().to_string();
    let path = if path.is_empty() {
        String::new()
    } else {
        code(&path) + " "
    };
    let (old, new) = describe::values(&change.change, MAX_VALUE);
    let (old, new) = (old.map(|old| code(&old)), new.map(|new| code(&new)));
    let both = match (&change.change, old, new) {
        (Change::Reordered { .. }, Some(old), Some(new)) => format!("order {old} → {new}"),
        (_, Some(old), Some(new)) if old == new => old,
        (_, Some(old), Some(new)) => format!("{old} → {new}"),
        (_, Some(old), None) => format!("removed {old}"),
        (_, None, new) => format!("added {}", new.unwrap_or_default()),
    };
    let effect = describe::effect(change.effect).map_or_else(String::new, |effect| format!(" **{effect}**"));
    let follows = change
        .follows
        .as_ref()
        .map_or_else(String::new, |to| format!(" (follows `{to}`)"));
    let through = change
        .through
        .as_ref()
        .map_or_else(String::new, |through| format!(" (depends on {through})"));
    format!("{path}{both}{effect}{follows}{through}")
}

/// The text in a code span that its content cannot end, nor break the columns of a table.
fn code(text: &str) -> String {
    let longest = text.split(|char| char != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    let pad = if text.starts_with('`') || text.ends_with('`') || text.is_empty() {
        " "
    } else {
        ""
    };
    format!(
        "{fence}{pad}{}{pad}{fence}",
        text.replace('|', "\\|").replace('\n', " ")
    )
}

/// A note of this crate, whose code spans are kept.
fn note_text(note: &str) -> String {
    note.replace('<', "&lt;")
}

/// The text, escaped for Markdown and HTML.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for char in text.chars() {
        match char {
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '&' => escaped.push_str("&amp;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' => {
                escaped.push('\\');
                escaped.push(char);
            }
            '\n' => escaped.push(' '),
            char => escaped.push(char),
        }
    }
    escaped
}
