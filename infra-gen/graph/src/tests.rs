use super::*;

/// A group with two graphs, a label with special characters, and an edge from a node to itself.
fn sample() -> Diagram {
    let lane = |id: &str| Graph {
        nodes: vec![Node::new(id, id, Shape::Box, Color::Blue)],
        edges: Vec::new(),
    };
    Diagram {
        label: "Sample \"quoted\"".to_owned(),
        heading: Some("Sample".to_owned()),
        direction: Direction::Down,
        graph: Graph {
            nodes: vec![
                Node::new("start", "start", Shape::Start, Color::Gray),
                Node::new(
                    "both",
                    "Both",
                    Shape::Group(vec![lane("a"), lane("b")]),
                    Color::Gray,
                ),
                Node::new("end", "a < b & *c*", Shape::Decision, Color::Yellow).with_details(["one", "two"]),
            ],
            edges: vec![
                Edge::new(0, 1),
                Edge {
                    line: Line::Dashed,
                    ..Edge::new(1, 2).with_label("\"x\" > 1")
                },
                Edge::new(2, 2),
            ],
        },
    }
}

#[test]
fn mermaid_has_subgraphs_and_no_keyword_as_an_id() {
    assert_eq!(
        sample().to_mermaid(),
        r#"flowchart TD
  start(("start")):::gray
  subgraph both ["Both"]
    direction TB
    subgraph both_0 [" "]
      direction TB
      a["a"]:::blue
    end
    subgraph both_1 [" "]
      direction TB
      b["b"]:::blue
    end
  end
  end_{{"a &lt; b &amp; &ast;c&ast;<br><small>one<br>two</small>"}}:::yellow
  start --> both
  both -.->|"&quot;x&quot; &gt; 1"| end_
  end_ --> end_
  classDef gray fill:#f6f8fa,stroke:#8c959f,color:#1f2328
  classDef blue fill:#ddf4ff,stroke:#0969da,color:#1f2328
  classDef yellow fill:#fff8c5,stroke:#9a6700,color:#1f2328
"#
    );
}

#[test]
fn dot_has_clusters_and_edges_that_end_at_them() {
    assert_eq!(
        sample().to_dot(),
        r##"digraph "Sample \"quoted\"" {
  graph [rankdir=TB, compound=true, style=rounded, fontname="Helvetica", fontsize=11];
  node [shape=box, style="rounded,filled", fontname="Helvetica", fontsize=11];
  edge [color="#59636e", fontname="Helvetica", fontsize=10];
  "start" [shape=circle, label="start", fillcolor="#f6f8fa", color="#8c959f"];
  subgraph "cluster_both" {
    label="Both";
    "both" [shape=point, style=invis];
    subgraph "cluster_both_0" {
      label="";
      "a" [label="a", fillcolor="#ddf4ff", color="#0969da"];
    }
    subgraph "cluster_both_1" {
      label="";
      "b" [label="b", fillcolor="#ddf4ff", color="#0969da"];
    }
  }
  "end" [shape=hexagon, label="a < b & *c*\none\ntwo", fillcolor="#fff8c5", color="#9a6700"];
  "start" -> "both" [lhead="cluster_both"];
  "both" -> "end" [label="\"x\" > 1", style=dashed, color="#cf222e", ltail="cluster_both"];
  "end" -> "end";
}
"##
    );
}

#[test]
fn svg_shows_the_heading_and_escapes_text() {
    let svg = sample().to_svg();
    assert!(svg.contains("aria-label=\"Sample &quot;quoted&quot;\""));
    assert!(svg.contains(">Sample</text>"));
    assert!(svg.contains(">a &lt; b &amp; *c*</text>"));
    assert_eq!(svg.matches("class=\"lane\"").count(), 2);
    assert_eq!(svg.matches("<path class=\"edge").count(), 3);
}

#[test]
fn the_same_diagram_gives_the_same_bytes() {
    assert_eq!(sample().to_svg(), sample().to_svg());
}

#[test]
fn nodes_that_read_to_the_right_share_one_width() {
    let diagram = Diagram {
        direction: Direction::Right,
        heading: None,
        graph: Graph {
            nodes: vec![
                Node::new("a", "a", Shape::Box, Color::Gray),
                Node::new("b", "a much longer name", Shape::Box, Color::Gray),
            ],
            edges: vec![Edge::new(0, 1)],
        },
        ..sample()
    };
    let svg = diagram.to_svg();
    let widths: Vec<&str> = svg
        .lines()
        .filter_map(|line| {
            line.strip_prefix("<rect class=\"gray\"")?
                .split("width=\"")
                .nth(1)?
                .split('"')
                .next()
        })
        .collect();
    assert!(widths.len() == 2 && widths[0] == widths[1], "{widths:?}");
}

#[test]
fn svg_has_plain_colors_and_tooltips() {
    let mut diagram = sample();
    diagram.graph.edges[1].title = Some("x > 1 and y < 2".to_owned());
    let svg = diagram.to_svg();
    assert!(!svg.contains("var("), "{svg}");
    assert!(svg.contains(".blue{fill:#ddf4ff;stroke:#0969da}"), "{svg}");
    assert!(
        svg.contains("@media(prefers-color-scheme:dark){text{fill:#e6edf3}"),
        "{svg}"
    );
    assert_eq!(
        svg.matches("<title>x &gt; 1 and y &lt; 2</title>").count(),
        2,
        "{svg}"
    );
}
