//! A flowchart in Mermaid's language.

use std::{collections::BTreeMap, fmt::Write as _};

use super::labels::{arrows, caption, title};
use crate::{
    model::{Kind, Scope, State},
    state_machine::StateMachine,
};

/// The machine as a Mermaid flowchart, to stand in a fenced block of the language `mermaid`.
pub fn mermaid(machine: &StateMachine) -> String {
    let mut out = Drawing {
        text: "flowchart TD\n".to_owned(),
        next: 0,
    };
    out.line(1, "start((start))");
    out.line(1, "stop(((end)))");
    out.scope(&machine.scope, 1, Some("start"));
    out.line(1, "classDef failed stroke:#c33");
    out.text
}

struct Drawing {
    text: String,
    next: usize,
}

impl Drawing {
    /// The states of a scope, then its arrows. Only the outermost scope has a start and an end of its own to point from
    /// and to: in a box, what has no arrow in is first, and what has no arrow out is last.
    fn scope(&mut self, scope: &Scope, depth: usize, start: Option<&str>) {
        let mut ids = BTreeMap::new();
        for (name, state) in &scope.states {
            let id = format!("s{}", self.next);
            self.next += 1;
            self.state(&id, name, state, depth);
            ids.insert(name.as_str(), id);
        }
        if let (Some(start), Some(first)) = (start, ids.get(scope.start_at.as_str())) {
            self.line(depth, &format!("{start} --> {first}"));
        }
        for (name, state) in &scope.states {
            for arrow in arrows(state) {
                let to = match arrow.to {
                    Some(to) => ids.get(to).map(String::as_str),
                    None => start.map(|_| "stop"),
                };
                if let (Some(from), Some(to)) = (ids.get(name.as_str()), to) {
                    let shaft = if arrow.caught { "-.->" } else { "-->" };
                    let label = arrow
                        .label
                        .map(|label| format!("|{}|", quoted(&label)))
                        .unwrap_or_default();
                    self.line(depth, &format!("{from} {shaft}{label} {to}"));
                }
            }
        }
    }

    fn state(&mut self, id: &str, name: &str, state: &State, depth: usize) {
        let label = match caption(state) {
            Some(caption) => format!("\"{}<br><small>{}</small>\"", escaped(name), escaped(&caption)),
            None => quoted(name),
        };
        match &state.kind {
            Kind::Parallel(parallel) => {
                let branches = parallel.branches.iter().map(|branch| &branch.scope).collect();
                self.group(id, &title(name, state), branches, depth);
            }
            Kind::Map(map) => self.group(id, &title(name, state), vec![&map.processor.scope], depth),
            Kind::Choice(_) => self.line(depth, &format!("{id}{{{label}}}")),
            Kind::Wait(_) | Kind::Succeed => self.line(depth, &format!("{id}([{label}])")),
            Kind::Fail(_) => self.line(depth, &format!("{id}[{label}]:::failed")),
            Kind::Task(_) | Kind::Pass(_) => self.line(depth, &format!("{id}[{label}]")),
        }
    }

    fn group(&mut self, id: &str, title: &str, scopes: Vec<&Scope>, depth: usize) {
        self.line(depth, &format!("subgraph {id} [{}]", quoted(title)));
        let several = scopes.len() > 1;
        // Mermaid would turn the boxes by itself, and set the branches one below the other.
        self.line(depth + 1, "direction TB");
        for (i, scope) in scopes.into_iter().enumerate() {
            if several {
                self.line(depth + 1, &format!("subgraph {id}b{i} [\" \"]"));
                self.line(depth + 2, "direction TB");
                self.scope(scope, depth + 2, None);
                self.line(depth + 1, "end");
            } else {
                self.scope(scope, depth + 1, None);
            }
        }
        self.line(depth, "end");
    }

    fn line(&mut self, depth: usize, line: &str) {
        // Writing to a text does not fail.
        let _ = writeln!(self.text, "{:width$}{line}", "", width = depth * 4);
    }
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", escaped(text))
}

/// Mermaid reads HTML and Markdown in labels. HTML's entities keep both out; Mermaid's own (`#gt;`) come out garbled on
/// arrows.
fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '"' => escaped.push_str("&quot;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '#' => escaped.push_str("&num;"),
            '`' => escaped.push_str("&grave;"),
            '*' => escaped.push_str("&ast;"),
            '_' => escaped.push_str("&lowbar;"),
            c => escaped.push(c),
        }
    }
    escaped
}
