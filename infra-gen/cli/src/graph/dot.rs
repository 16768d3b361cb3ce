//! The picture in Graphviz's language.

use std::fmt::Write as _;

use super::groups::{Group, Member, Picture, Role};

pub(crate) fn dot(picture: &Picture) -> String {
    let mut text = format!(
        "digraph {} {{\n  rankdir=LR;\n  node [shape=box, style=\"rounded,filled\", fontname=\"Helvetica\", fontsize=11];\n  \
         edge [color=\"#59636e\"];\n",
        quoted(&picture.title)
    );
    for group in &picture.groups {
        if picture.all && !group.parts.is_empty() {
            cluster(&mut text, group);
        } else {
            node(&mut text, 2, &group.owner, &group.parts_in_words());
        }
    }
    for (from, to) in &picture.arrows {
        let name = |place: &usize| quoted(&picture.groups[*place].owner.id);
        let _ = writeln!(text, "  {} -> {};", name(from), name(to));
    }
    text + "}\n"
}

fn cluster(text: &mut String, group: &Group) {
    let id = &group.owner.id;
    let _ = writeln!(
        text,
        "  subgraph {} {{\n    label={};",
        quoted(&format!("cluster_{id}")),
        quoted(id)
    );
    node(text, 4, &group.owner, "");
    for part in &group.parts {
        node(text, 4, part, "");
        let _ = writeln!(
            text,
            "    {} -> {} [style=dotted, arrowhead=none];",
            quoted(id),
            quoted(&part.id)
        );
    }
    text.push_str("  }\n");
}

fn node(text: &mut String, indent: usize, member: &Member, parts: &str) {
    let colour = match member.role() {
        Role::Door => "#ddf4ff",
        Role::Work => "#fff8c5",
        Role::Flow => "#fbefff",
        Role::Data => "#dafbe1",
        Role::Guard => "#ffebe9",
        Role::Other => "#f6f8fa",
    };
    let mut label = format!("{}\n{}", member.id, member.kind_in_words());
    if !parts.is_empty() {
        let _ = write!(label, "\n{parts}");
    }
    let _ = writeln!(
        text,
        "{:indent$}{} [label={}, fillcolor=\"{colour}\"];",
        "",
        quoted(&member.id),
        quoted(&label)
    );
}

fn quoted(text: &str) -> String {
    let text = text
        .replace('\\', "\\\\")
        .replace('"', "\\\"")
        .replace('\n', "\\n");
    format!("\"{text}\"")
}
