//! The picture as a Mermaid flowchart, which GitHub draws in a README.

use std::fmt::Write as _;

use super::groups::{Group, Member, Picture};

const CLASSES: &str = "  classDef door fill:#ddf4ff,stroke:#0969da,color:#1f2328
  classDef work fill:#fff8c5,stroke:#9a6700,color:#1f2328
  classDef flow fill:#fbefff,stroke:#8250df,color:#1f2328
  classDef data fill:#dafbe1,stroke:#1a7f37,color:#1f2328
  classDef guard fill:#ffebe9,stroke:#cf222e,color:#1f2328
  classDef other fill:#f6f8fa,stroke:#8c959f,color:#1f2328
";

pub(crate) fn mermaid(picture: &Picture) -> String {
    let mut text = "flowchart LR\n".to_owned();
    for group in &picture.groups {
        if picture.all && !group.parts.is_empty() {
            cluster(&mut text, group);
        } else {
            node(&mut text, 2, &group.owner, &group.parts_in_words());
        }
    }
    for (from, to) in &picture.arrows {
        let name = |place: &usize| &picture.groups[*place].owner.id;
        let _ = writeln!(text, "  {} --> {}", name(from), name(to));
    }
    text + CLASSES
}

fn cluster(text: &mut String, group: &Group) {
    let id = &group.owner.id;
    let _ = writeln!(text, "  subgraph {id}Group[\"{id}\"]");
    node(text, 4, &group.owner, "");
    for part in &group.parts {
        node(text, 4, part, "");
        let _ = writeln!(text, "    {id} -.- {}", part.id);
    }
    text.push_str("  end\n");
}

/// Logical IDs are letters and digits, so nothing in them means anything to Mermaid.
fn node(text: &mut String, indent: usize, member: &Member, parts: &str) {
    let (id, kind, role) = (&member.id, member.kind_in_words(), member.role().as_str());
    let parts = if parts.is_empty() {
        String::new()
    } else {
        format!("<br><small>{parts}</small>")
    };
    let _ = writeln!(
        text,
        "{:indent$}{id}[\"<b>{id}</b><br>{kind}{parts}\"]:::{role}",
        ""
    );
}
