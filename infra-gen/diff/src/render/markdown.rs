//! For a pull request: the sum and what is serious in sight, everything else folded.

use std::fmt::Write as _;

use super::{Names, words};
use crate::{
    group,
    iam::{Broadening, Given},
    machine::StateAction,
    model::{Action, Change, Diff, PropertyChange, ResourceChange},
    summary,
};

/// How much of a value a table shows; the JSON has all of it.
const ROOM: usize = 160;

/// How many characters there are at most. GitHub takes 65,536 in a comment, and whoever posts it adds a few.
const MOST: usize = 64_000;

/// The difference as GitHub's Markdown.
pub fn markdown(diff: &Diff, names: Names<'_>) -> String {
    let mut page = format!(
        "### {} → {}\n\n**{}**\n",
        escape(names.old),
        escape(names.new),
        escape(&diff.summary.to_string())
    );
    let mut left_out = 0;
    for write in [
        serious,
        permissions,
        access,
        routes,
        resources,
        machines,
        sections,
    ] {
        let mut part = String::new();
        write(&mut part, diff);
        left_out += add(&mut page, &part);
    }
    if left_out > 0 {
        let _ = writeln!(
            page,
            "\n> [!WARNING]\n> {left_out} more lines do not fit into a comment; without `--format markdown` they are all there"
        );
    }
    page
}

/// Adds as much of a part as there is room for, and tells how many lines are left out.
fn add(page: &mut String, part: &str) -> usize {
    const CLOSE: &str = "\n</details>\n";
    let mut room = MOST.saturating_sub(page.chars().count());
    if part.chars().count() <= room {
        page.push_str(part);
        return 0;
    }
    room = room.saturating_sub(CLOSE.len());
    let mut is_open = false;
    let mut lines = part.split_inclusive('\n');
    let mut left_out = 0;
    for line in lines.by_ref() {
        let Some(less) = room.checked_sub(line.chars().count()) else {
            left_out = 1;
            break;
        };
        room = less;
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
    left_out + lines.count()
}

/// What takes data away or fails comes unfolded and first.
fn serious(page: &mut String, diff: &Diff) {
    for resource in &diff.resources {
        if resource.is_refused() {
            let _ = writeln!(
                page,
                "\n> [!CAUTION]\n> `{}` ({}): {}; the deployment will fail",
                resource.logical_id,
                resource.type_name,
                words::action(resource)
            );
        }
        if let Some(fate) = words::fate(resource) {
            let _ = writeln!(
                page,
                "\n> [!{}]\n> `{}` ({}): {}; {fate}",
                if resource.parts_with_data() {
                    "CAUTION"
                } else {
                    "NOTE"
                },
                resource.logical_id,
                resource.type_name,
                words::action(resource)
            );
        }
    }
}

fn permissions(page: &mut String, diff: &Diff) {
    if diff.permissions.is_empty() {
        return;
    }
    page.push_str("\n#### Permissions\n\n| | who | what | |\n| --- | --- | --- | --- |\n");
    for change in &diff.permissions {
        let mark = if change.change == Given::Added { "+" } else { "-" };
        let broadens = change.broadens.map_or("", Broadening::describe);
        let broadens = if broadens.is_empty() {
            String::new()
        } else {
            format!("⚠️ {broadens}")
        };
        let (who, what) = (code(words::principal(change)), code(&words::grant(change)));
        let _ = writeln!(page, "| {mark} | {who} | {what} | {broadens} |");
    }
}

fn access(page: &mut String, diff: &Diff) {
    if diff.access.is_empty() {
        return;
    }
    page.push_str("\n#### Access\n\n| where | |\n| --- | --- |\n");
    for change in &diff.access {
        let place = code(&words::access_place(change));
        let _ = writeln!(page, "| {place} | ⚠️ {} |", escape(&change.what));
    }
}

fn routes(page: &mut String, diff: &Diff) {
    if diff.routes.is_empty() {
        return;
    }
    page.push_str("\n#### Routes\n\n| | route | | |\n| --- | --- | --- | --- |\n");
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
            escape(&words::route(change))
        );
    }
}

fn resources(page: &mut String, diff: &Diff) {
    if diff.resources.is_empty() {
        return;
    }
    fold(page, &format!("Resources: {}", diff.resources.len()), |page| {
        let groups = group::groups(diff);
        for group in groups.iter() {
            let _ = writeln!(
                page,
                "- **{}**: {}\n  - {}",
                summary::counted(group.members.len(), group.type_name),
                code(&group.members.join(", ")),
                difference(group.change)
            );
        }
        for (to, ids) in group::followers(diff) {
            let (counted, follow) = words::followers(ids.len());
            let _ = writeln!(page, "- **{counted}** {follow} `{to}`: {}", code(&ids.join(", ")));
        }
        for resource in &diff.resources {
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
    });
}

fn one(page: &mut String, diff: &Diff, resource: &ResourceChange, changes: &[&PropertyChange]) {
    let _ = writeln!(
        page,
        "- {} **{}** ({}): {}",
        code(words::mark(&resource.action)),
        escape(&resource.logical_id),
        resource.type_name,
        escape(&words::action(resource))
    );
    if !matches!(resource.action, Action::Redeploy { .. }) {
        let told = |change: &&&PropertyChange| words::elsewhere(diff, &resource.logical_id, change).is_none();
        for change in changes.iter().filter(told) {
            let _ = writeln!(page, "  - {}", difference(change));
        }
    }
    for line in words::reached(&resource.ripple, &resource.logical_id) {
        let _ = writeln!(page, "  - ↳ {}", escape(&line));
    }
    for note in &resource.notes {
        let _ = writeln!(page, "  - ⚠️ {}", note_text(note));
    }
}

fn machines(page: &mut String, diff: &Diff) {
    for machine in &diff.state_machines {
        fold(page, &format!("State machine {}", machine.logical_id), |page| {
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
        });
    }
}

fn sections(page: &mut String, diff: &Diff) {
    if diff.sections.is_empty() {
        return;
    }
    fold(
        page,
        &format!("Other sections: {}", diff.sections.len()),
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
    let (old, new) = words::sides(&change.change, ROOM);
    let (old, new) = (old.map(|old| code(&old)), new.map(|new| code(&new)));
    let both = match (&change.change, old, new) {
        (Change::Reordered { .. }, Some(old), Some(new)) => format!("order {old} → {new}"),
        (_, Some(old), Some(new)) if old == new => old,
        (_, Some(old), Some(new)) => format!("{old} → {new}"),
        (_, Some(old), None) => format!("removed {old}"),
        (_, None, new) => format!("added {}", new.unwrap_or_default()),
    };
    let effect = words::effect(change.effect).map_or_else(String::new, |effect| format!(" **{effect}**"));
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

/// Text in a code span that nothing in it can end; a table's columns are kept, too.
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

/// Our own words: the code spans in them stay.
fn note_text(note: &str) -> String {
    note.replace('<', "&lt;")
}

/// Text that Markdown and HTML leave as it is.
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
