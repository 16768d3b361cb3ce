//! Finds the location of a path in the text of a document.
//!
//! Checks know paths only. If there are findings, the text is read a second time, now with the locations of its keys, so a
//! template without findings pays nothing for them.

use super::{
    in_string, is_json,
    json::{self, Lines, Notes},
    node::{Content, Node, SourceLocation},
    without_byte_order_mark, yaml,
};
use crate::{
    finding::{Findings, Segment, ValuePath},
    value::Json,
};

impl Findings {
    /// Sets the location of each finding that has none. `text` is the document that was checked: a template in JSON or YAML,
    /// or a state machine definition. [`SourceMap::value`] describes the location.
    pub fn locate(&mut self, text: &str) {
        let mut unlocated = self
            .0
            .iter_mut()
            .filter(|finding| finding.location.is_none())
            .peekable();
        if unlocated.peek().is_none() {
            return;
        }
        // A text that cannot be read has no findings besides the reader's error, which has a location.
        let Some(map) = SourceMap::new(text) else {
            return;
        };
        for finding in unlocated {
            finding.location = map.value(&finding.path.from_top());
        }
    }
}

/// The locations of the values in a document.
#[derive(Debug)]
pub struct SourceMap<'t> {
    text: &'t str,
    document: Node,
    /// In JSON, the reader counts bytes.
    lines: Option<Lines<'t>>,
}

impl<'t> SourceMap<'t> {
    /// Reads a document in JSON or YAML; `None` if it is neither.
    pub fn new(text: &'t str) -> Option<Self> {
        let text = without_byte_order_mark(text);
        let as_json = is_json(text).then(|| json::read_located(text).ok()).flatten();
        let lines = as_json.is_some().then(|| Lines::new(text));
        let as_yaml = || yaml::read(text, &mut Notes::Noted(Vec::new())).ok();
        let document = as_json.or_else(as_yaml)?;
        Some(Self {
            text,
            document,
            lines,
        })
    }

    /// The location of the key, or of the item in a list, at the end of the path. If the document has no such value, because
    /// it is missing or within a string, it is that of the innermost map or list on the path. Values of aliases and merge keys
    /// are located where they are written.
    pub fn value(&self, path: &ValuePath) -> Option<SourceLocation> {
        let mut node = &self.document;
        let mut location = node.at;
        for segment in path.segments() {
            let Some(inner) = inner(node, segment) else { break };
            node = inner;
            location = node.key.or(node.at).or(location);
        }
        location.map(|location| self.in_characters(location))
    }

    /// The location of the byte `offset` of the string at the end of the path. `None` if there is no such string, or if a
    /// location in it cannot be derived from the text: only a string on one line and a literal block scalar (`|`) show their
    /// content as it is.
    pub fn in_string(&self, path: &ValuePath, offset: usize) -> Option<SourceLocation> {
        let mut node = &self.document;
        for segment in path.segments() {
            node = inner(node, segment)?;
        }
        let Content::Scalar(Json::String(content)) = &node.content else {
            return None;
        };
        let start = self.in_characters(node.at?).offset_in(self.text)?;
        let found = in_string::offset(self.text, start, content, offset)?;
        Some(SourceLocation::at(self.text, found))
    }

    fn in_characters(&self, location: SourceLocation) -> SourceLocation {
        match &self.lines {
            Some(lines) => lines.in_characters(location),
            None => location,
        }
    }
}

fn inner<'n>(node: &'n Node, segment: &Segment) -> Option<&'n Node> {
    match (&node.content, segment) {
        (Content::Map(entries), Segment::Key(key)) => entries.get(key),
        (Content::List(items), Segment::Index(index)) => items.get(*index),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::{
        SourceMap, Template,
        check::catalog::document::INVALID_STRUCTURE,
        finding::{Finding, FindingPath, Findings, Segment, ValuePath},
    };

    /// Looks up a path and shows the location as `line:column`, and the rest of that line.
    fn at(text: &str, path: impl Into<ValuePath>) -> String {
        Template::parse(text).expect("a template");
        let found = INVALID_STRUCTURE.found_without_hint("");
        let finding = Finding::new(FindingPath::definition(path), found);
        let mut findings = Findings(vec![finding]);
        findings.locate(text);
        let location = findings.0[0].location.expect("a location");
        let line = text.lines().nth(location.line as usize - 1).expect("a line");
        let rest: String = line.chars().skip(location.column as usize - 1).collect();
        format!("{}:{} {rest}", location.line, location.column)
    }

    /// Where the character `mark` of the string at `path` is: the line, and the text from the column on.
    #[track_caller]
    fn check_string(text: &str, path: &str, mark: char, expected: Option<(u32, &str)>) {
        let map = SourceMap::new(text).expect("a document");
        let mut value =
            &serde_json::to_value(Template::parse(text).expect("a template")).expect("a document");
        let path = ValuePath::from(path);
        for segment in path.segments() {
            value = match segment {
                Segment::Key(key) => &value[key],
                Segment::Index(index) => &value[*index],
            };
        }
        let offset = value.as_str().and_then(|content| content.find(mark));
        let location = map.in_string(&path, offset.expect("the mark is in the string"));
        let found = location.map(|at| {
            let line = text.lines().nth(at.line as usize - 1).expect("a line");
            let column = line
                .char_indices()
                .nth(at.column as usize - 1)
                .expect("a column")
                .0;
            (at.line, &line[column..])
        });
        assert_eq!(found, expected);
    }

    #[test]
    fn a_character_of_a_string_is_located() {
        let yaml = "Metadata:\n  A: !Sub |\n    one\n\n      twö *x\n  B: ['it''s *y', \"ä\\\"\\u00e4\\n *z\", plain *p]\n  C: >\n    a\n    *q\n  D: 'a\n    *r'\n  E: !Join ['', [a, !Sub 'b*s']]\n  F: |2-\n      *i\n  G: | # text\n    {\n\n     *j\n    }\nResources: {}\n";
        check_string(yaml, "Metadata.A.Fn::Sub", '*', Some((5, "*x")));
        check_string(
            yaml,
            "Metadata.B[0]",
            '*',
            Some((6, "*y', \"ä\\\"\\u00e4\\n *z\", plain *p]")),
        );
        check_string(yaml, "Metadata.B[1]", '*', Some((6, "*z\", plain *p]")));
        check_string(yaml, "Metadata.B[2]", '*', Some((6, "*p]")));
        check_string(yaml, "Metadata.C", '*', None);
        check_string(yaml, "Metadata.D", '*', None);
        check_string(
            yaml,
            "Metadata.E.Fn::Join[1][1].Fn::Sub",
            '*',
            Some((12, "*s']]")),
        );
        check_string(yaml, "Metadata.F", '*', Some((14, "*i")));
        check_string(yaml, "Metadata.G", '*', Some((18, "*j")));
        let json = r#"{"Metadata": {"Ä": ["ä\"\ud83d\ude00\/ *x"]}, "Resources": {}}"#;
        check_string(
            json,
            "Metadata.Ä[0]",
            '*',
            Some((1, r#"*x"]}, "Resources": {}}"#)),
        );
    }

    const YAML: &str = "\
Resources:
  Orders:
    Type: AWS::DynamoDB::Table
    Properties:
      KeySchema:
        - AttributeName: id
          KeyType: HASH
        - {AttributeName: at, KeyType: RANGE}
      Name: !If [IsProd, {Größe: 1}, !Sub '${A}']
      Role: !GetAtt Role.Arn
  'Jobs': {Type: AWS::SQS::Queue, Properties: {Tags: [a, b]}}
";

    #[test]
    fn a_key_of_yaml_is_located() {
        assert_eq!(at(YAML, "Resources.Orders"), "2:3 Orders:");
        assert_eq!(
            at(YAML, "Resources.Orders.Type"),
            "3:5 Type: AWS::DynamoDB::Table"
        );
        assert_eq!(
            at(YAML, "Resources.Orders.Properties.KeySchema[0].KeyType"),
            "7:11 KeyType: HASH"
        );
        assert_eq!(
            at(YAML, "Resources.Orders.Properties.KeySchema[1].KeyType"),
            "8:31 KeyType: RANGE}"
        );
        assert!(at(YAML, "Resources.Jobs").starts_with("11:3 'Jobs': {"));
        assert_eq!(at(YAML, "Resources.Jobs.Properties.Tags[1]"), "11:58 b]}}");
    }

    #[test]
    fn an_item_of_a_list_is_located() {
        assert_eq!(
            at(YAML, "Resources.Orders.Properties.KeySchema[0]"),
            "6:11 AttributeName: id"
        );
    }

    #[test]
    fn short_tags_and_branches_are_located() {
        assert_eq!(
            at(YAML, "Resources.Orders.Properties.Name.Fn::If[1].Größe"),
            "9:27 Größe: 1}, !Sub '${A}']"
        );
        let sub = at(YAML, "Resources.Orders.Properties.Name.Fn::If[2].Fn::Sub");
        assert!(sub.starts_with("9:3") && sub.ends_with("'${A}']"), "{sub}");
        let attribute = at(YAML, "Resources.Orders.Properties.Role.Fn::GetAtt[1]");
        assert!(
            attribute.starts_with("10:") && attribute.ends_with("Role.Arn"),
            "{attribute}"
        );
    }

    #[test]
    fn a_missing_value_is_located_at_the_object_that_lacks_it() {
        assert_eq!(at(YAML, "Resources.Orders.DependsOn"), "2:3 Orders:");
        assert_eq!(
            at(YAML, "Resources.Orders.Properties.KeySchema[0].Size"),
            "6:11 AttributeName: id"
        );
        assert_eq!(
            at(YAML, "Resources.Orders.Type.Deeper"),
            "3:5 Type: AWS::DynamoDB::Table"
        );
        assert_eq!(at(YAML, "Outputs"), "1:1 Resources:");
    }

    #[test]
    fn aliases_and_merge_keys_are_located_where_the_value_is_written() {
        let text = "\
Resources:
  A: &a
    Type: AWS::SNS::Topic
    Properties: &p
      DisplayName: x
  B:
    Type: AWS::SNS::Topic
    Properties:
      <<: *p
      TopicName: y
  C: *a
";
        assert_eq!(
            at(text, "Resources.B.Properties.DisplayName"),
            "5:7 DisplayName: x"
        );
        assert_eq!(at(text, "Resources.B.Properties.TopicName"), "10:7 TopicName: y");
        assert_eq!(at(text, "Resources.C"), "11:3 C: *a");
        assert_eq!(
            at(text, "Resources.C.Properties.DisplayName"),
            "5:7 DisplayName: x"
        );
    }

    #[test]
    fn a_line_that_is_indented_too_little_keeps_its_columns() {
        let text = "Resources:\n  A:\n    Type: AWS::SNS::Topic\n    Properties: {\n  DisplayName: x,\nTags: [y]\n    }\n";
        assert_eq!(
            at(text, "Resources.A.Properties.DisplayName"),
            "5:3 DisplayName: x,"
        );
        assert_eq!(at(text, "Resources.A.Properties.Tags[0]"), "6:8 y]");
    }

    const JSON: &str = r#"{
  "Resources": {
    "Orders": {"Type": "AWS::SNS::Topic",
      "Properties" : {"Größe": "ä\"", "A\"b": [1, {"c": 2}]}}
  }
}"#;

    #[test]
    fn a_key_of_json_is_located_and_columns_count_characters() {
        assert!(at(JSON, "Resources").starts_with("2:3 \"Resources\""));
        assert!(at(JSON, "Resources.Orders.Type").starts_with("3:16 \"Type\""));
        assert!(at(JSON, "Resources.Orders.Properties.Größe").starts_with("4:23 \"Größe\""));
        let quoted = ValuePath::from("Resources.Orders.Properties").key("A\"b");
        assert!(
            at(JSON, &quoted).starts_with("4:39 \"A\\\"b\""),
            "{}",
            at(JSON, &quoted)
        );
        assert!(at(JSON, quoted.clone().index(0)).starts_with("4:48 1"));
        assert!(at(JSON, quoted.index(1).key("c")).starts_with("4:52 \"c\""));
    }

    #[test]
    fn the_location_of_a_malformed_value_counts_characters_too() {
        let text = "{\"Resources\": {\"Ä\": {\"Type\": 1}}}";
        let error = Template::parse(text).expect_err("a type is a string");
        let location = error.location.expect("a location");
        assert_eq!((location.line, location.column), (1, 30));
    }

    #[test]
    fn no_document_panics() {
        for text in ["", "{", "[", "a: *b", "{\"a\": 1", "\u{FEFF}Resources: {}"] {
            let found = INVALID_STRUCTURE.found_without_hint("");
            let mut findings = Findings(vec![Finding::section("Resources", found)]);
            findings.locate(text);
        }
    }
}
