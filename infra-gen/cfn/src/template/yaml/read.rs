//! YAML in: from the parser's events to values, with short tags, aliases and merges put in their long form.
//!
//! Nothing recurses: a document of brackets only is refused by its depth, and one whose aliases multiply by its size.

use std::collections::BTreeMap;

use indexmap::{IndexMap, map::Entry};
use saphyr_parser::{Event, Marker, Parser, ScalarStyle, ScanError, Span, Tag};

use super::{lenient::Lenient, scalar, tag};
use crate::{
    template::{
        error::ParseError,
        json::{Duplicates, duplicate, too_deep},
        node::{Content, MAX_DEPTH, Node, Place},
    },
    value::Json,
};

type At = Option<Place>;

/// How many values a document may have with its aliases written out; a template of 1 MB cannot hold as many.
const MAX_VALUES: usize = 500_000;

/// Reads a YAML document.
pub(in crate::template) fn read(text: &str, duplicates: &mut Duplicates) -> Result<Node, ParseError> {
    let mut lenient = Lenient::new(text);
    loop {
        match read_strictly(&lenient.text(), duplicates) {
            Ok(node) => return Ok(node),
            Err(Error::Template(error)) => return Err(error),
            Err(Error::Yaml(error)) if lenient.indent(&error) => {}
            Err(Error::Yaml(error)) => return Err(syntax(&error)),
        }
    }
}

enum Error {
    /// The text is no YAML.
    Yaml(ScanError),
    /// It is YAML, and no template.
    Template(ParseError),
}

impl From<ParseError> for Error {
    fn from(error: ParseError) -> Self {
        Self::Template(error)
    }
}

fn read_strictly(text: &str, duplicates: &mut Duplicates) -> Result<Node, Error> {
    let mut reader = Reader {
        duplicates: duplicates.fresh(),
        ..Reader::default()
    };
    for event in Parser::new_from_str(text) {
        let (event, span) = event.map_err(Error::Yaml)?;
        reader.take(event, span)?;
    }
    *duplicates = reader.duplicates;
    reader.root.ok_or_else(|| {
        let start = Place { line: 1, column: 1 };
        ParseError::new(start, "the text is empty; a template has at least `Resources`").into()
    })
}

#[derive(Default)]
struct Reader {
    /// The lists and maps around the next event, outermost first.
    open: Vec<Frame>,
    /// How many levels those make.
    depth: usize,
    anchors: BTreeMap<usize, Value>,
    root: Option<Node>,
    values: usize,
    documents: usize,
    duplicates: Duplicates,
}

/// A list or map whose end has not come yet.
struct Frame {
    at: At,
    tag: Option<Tag>,
    anchor: usize,
    held: Held,
    /// Of all that is within.
    size: Size,
}

impl Frame {
    /// A tag adds a level of its own: the map around its argument.
    fn levels(&self) -> usize {
        1 + usize::from(self.tag.is_some())
    }
}

enum Held {
    List(Vec<Node>),
    Map {
        entries: IndexMap<String, Node>,
        key: Option<Key>,
        merges: Vec<Node>,
    },
}

/// A key whose value has not come yet.
enum Key {
    Merge,
    Name(String, At),
}

/// A finished value, with the size that it has wherever it is repeated.
#[derive(Clone)]
struct Value {
    node: Node,
    size: Size,
}

#[derive(Clone, Copy, Default)]
struct Size {
    values: usize,
    depth: usize,
}

impl Reader {
    fn take(&mut self, event: Event<'_>, span: Span) -> Result<(), ParseError> {
        let at = Some(place(span.start));
        match event {
            Event::Nothing | Event::StreamStart | Event::StreamEnd | Event::DocumentEnd => Ok(()),
            Event::DocumentStart(_) => self.document(at),
            Event::Scalar(text, style, anchor, tag) => self.scalar(&text, style, anchor, tag.as_deref(), at),
            Event::SequenceStart(anchor, tag) => {
                let held = Held::List(Vec::new());
                self.open(at, anchor, tag.map(std::borrow::Cow::into_owned), held)
            }
            Event::MappingStart(anchor, tag) => {
                let held = Held::Map {
                    entries: IndexMap::new(),
                    key: None,
                    merges: Vec::new(),
                };
                self.open(at, anchor, tag.map(std::borrow::Cow::into_owned), held)
            }
            Event::SequenceEnd | Event::MappingEnd => self.close(),
            Event::Alias(anchor) => self.alias(anchor, at),
        }
    }

    fn document(&mut self, at: At) -> Result<(), ParseError> {
        self.documents += 1;
        if self.documents > 1 {
            let message = "a second document begins here; keep one template to a file";
            return Err(ParseError::new(at, message));
        }
        Ok(())
    }

    fn open(&mut self, at: At, anchor: usize, tag: Option<Tag>, held: Held) -> Result<(), ParseError> {
        if self.expects_key() {
            return Err(ParseError::new(at, "a key is one text; write this one as a text"));
        }
        let size = Size::default();
        let frame = Frame {
            at,
            tag,
            anchor,
            held,
            size,
        };
        self.depth += frame.levels();
        self.open.push(frame);
        check_depth(self.depth, at)
    }

    fn close(&mut self) -> Result<(), ParseError> {
        let Some(frame) = self.open.pop() else {
            unreachable!("the parser closes only what it opened");
        };
        let levels = frame.levels();
        self.depth -= levels;
        let content = match frame.held {
            Held::List(items) => Content::List(items),
            Held::Map { entries, merges, .. } => Content::Map(merge(entries, merges)?),
        };
        let mut node = Node {
            at: frame.at,
            content,
        };
        if let Some(tag) = &frame.tag {
            node = tagged_collection(node, tag)?;
        }
        let size = Size {
            values: frame.size.values + 1,
            depth: frame.size.depth + levels,
        };
        self.values += 1;
        self.finish(Value { node, size }, frame.anchor)
    }

    fn scalar(
        &mut self,
        text: &str,
        style: ScalarStyle,
        anchor: usize,
        tag: Option<&Tag>,
        at: At,
    ) -> Result<(), ParseError> {
        let is_key = self.expects_key();
        let content = match tag {
            None if is_key || style != ScalarStyle::Plain => Content::Scalar(Json::from(text)),
            None => Content::Scalar(scalar::resolve(text)),
            Some(tag) => tagged_scalar(text, tag, at)?,
        };
        let size = Size {
            values: 1,
            depth: 2 * usize::from(tag.is_some()),
        };
        let value = Value {
            node: Node { at, content },
            size,
        };
        self.values += 1;
        if is_key && tag.is_none() && style == ScalarStyle::Plain && text == "<<" {
            self.key(Key::Merge);
            return Ok(());
        }
        self.finish(value, anchor)
    }

    fn alias(&mut self, anchor: usize, at: At) -> Result<(), ParseError> {
        let Some(value) = self.anchors.get(&anchor) else {
            let message = "the alias stands within the value that it repeats; repeat a finished value";
            return Err(ParseError::new(at, message));
        };
        self.values += value.size.values;
        check_values(self.values, at)?;
        let mut value = value.clone();
        value.node.at = at;
        self.finish(value, 0)
    }

    /// Puts a finished value where it belongs.
    fn finish(&mut self, value: Value, anchor: usize) -> Result<(), ParseError> {
        let at = value.node.at;
        check_depth(self.depth + value.size.depth, at)?;
        check_values(self.values, at)?;
        if anchor != 0 {
            self.anchors.insert(anchor, value.clone());
        }
        if self.expects_key() {
            let Content::Scalar(Json::String(name)) = value.node.content else {
                return Err(ParseError::new(at, "a key is one text; write this one as a text"));
            };
            self.key(Key::Name(name, at));
            return Ok(());
        }
        let Some(frame) = self.open.last_mut() else {
            self.root = Some(value.node);
            return Ok(());
        };
        frame.size.values += value.size.values;
        frame.size.depth = frame.size.depth.max(value.size.depth);
        match &mut frame.held {
            Held::List(items) => items.push(value.node),
            Held::Map { entries, key, merges } => match key.take() {
                Some(Key::Name(name, at)) => match entries.entry(name) {
                    Entry::Occupied(mut first) => {
                        self.duplicates.note(duplicate(first.key(), at))?;
                        first.insert(value.node);
                    }
                    Entry::Vacant(place) => {
                        place.insert(value.node);
                    }
                },
                Some(Key::Merge) | None => merges.push(value.node),
            },
        }
        Ok(())
    }

    fn key(&mut self, name: Key) {
        if let Some(Frame {
            held: Held::Map { key, .. },
            ..
        }) = self.open.last_mut()
        {
            *key = Some(name);
        }
    }

    fn expects_key(&self) -> bool {
        let innermost = self.open.last().map(|frame| &frame.held);
        matches!(innermost, Some(Held::Map { key: None, .. }))
    }
}

/// Adds what `<<` names: the map's own entries win, then the first map that has the key.
fn merge(
    mut entries: IndexMap<String, Node>,
    merges: Vec<Node>,
) -> Result<IndexMap<String, Node>, ParseError> {
    for node in merges {
        let sources = match node.content {
            Content::List(items) => items,
            _ => vec![node],
        };
        for source in sources {
            let kind = source.kind();
            let Content::Map(source_entries) = source.content else {
                let message = format!("`<<` merges maps; found {kind}");
                return Err(ParseError::new(source.at, message));
            };
            for (key, value) in source_entries {
                entries.entry(key).or_insert(value);
            }
        }
    }
    Ok(entries)
}

fn tagged_scalar(text: &str, tag: &Tag, at: At) -> Result<Content, ParseError> {
    match meaning(tag, at)? {
        Meaning::Function(function) => {
            // Only the first point divides: `!GetAtt Stack.Outputs.Arn` is the attribute `Outputs.Arn`.
            let argument = match text.split_once('.') {
                Some((resource, attribute)) if function == "Fn::GetAtt" => {
                    Content::List(vec![text_node(resource, at), text_node(attribute, at)])
                }
                _ => Content::Scalar(Json::from(text)),
            };
            Ok(call(
                function,
                Node {
                    at,
                    content: argument,
                },
            ))
        }
        Meaning::Text => Ok(Content::Scalar(Json::from(text))),
        Meaning::Plain => {
            // `!!int 0123` stays a text all the same: its digits count.
            Ok(Content::Scalar(scalar::resolve(text)))
        }
        Meaning::Collection => {
            let message = format!("`{}` is not what stands behind it; remove the tag", written(tag));
            Err(ParseError::new(at, message))
        }
    }
}

fn tagged_collection(node: Node, tag: &Tag) -> Result<Node, ParseError> {
    let at = node.at;
    match meaning(tag, at)? {
        Meaning::Function(function) => Ok(Node {
            at,
            content: call(function, node),
        }),
        Meaning::Collection => Ok(node),
        Meaning::Text | Meaning::Plain => {
            let message = format!(
                "the tag `{}` is for one scalar; found {}; remove it",
                written(tag),
                node.kind()
            );
            Err(ParseError::new(at, message))
        }
    }
}

/// What a tag says of the value behind it.
enum Meaning {
    Function(String),
    Text,
    Plain,
    Collection,
}

fn meaning(tag: &Tag, at: At) -> Result<Meaning, ParseError> {
    if tag.is_yaml_core_schema() {
        return match tag.suffix.as_str() {
            "str" => Ok(Meaning::Text),
            "int" | "float" | "bool" | "null" => Ok(Meaning::Plain),
            "seq" | "map" => Ok(Meaning::Collection),
            other => {
                let message =
                    format!("CloudFormation does not take the tag `!!{other}`; write the value as text");
                Err(ParseError::new(at, message))
            }
        };
    }
    match (tag.handle.as_str(), tag.suffix.as_str()) {
        ("!", "") | ("", "!") => Ok(Meaning::Text),
        ("!", name) => Ok(Meaning::Function(tag::function_of(name))),
        _ => {
            let message = format!(
                "`{}` is no tag of CloudFormation; write the function's name, `!Sub`",
                written(tag)
            );
            Err(ParseError::new(at, message))
        }
    }
}

/// The tag as its author wrote it.
fn written(tag: &Tag) -> String {
    if tag.is_yaml_core_schema() {
        format!("!!{}", tag.suffix)
    } else {
        tag.to_string()
    }
}

/// A map with the one key `function`.
fn call(function: String, argument: Node) -> Content {
    Content::Map(IndexMap::from([(function, argument)]))
}

fn text_node(text: &str, at: At) -> Node {
    let content = Content::Scalar(Json::from(text));
    Node { at, content }
}

/// What the parser says. It looks ahead of us, and has a limit of its own for nested brackets.
fn syntax(error: &ScanError) -> ParseError {
    let at = place(*error.marker());
    match error.info() {
        "recursion limit exceeded" => too_deep(at),
        info => ParseError::new(at, format!("this is not YAML: {info}; correct the text here")),
    }
}

fn check_depth(depth: usize, at: At) -> Result<(), ParseError> {
    if depth > MAX_DEPTH {
        return Err(too_deep(at));
    }
    Ok(())
}

fn check_values(values: usize, at: At) -> Result<(), ParseError> {
    if values > MAX_VALUES {
        let message =
            format!("the document has more than {MAX_VALUES} values with its aliases written out; split it");
        return Err(ParseError::new(at, message));
    }
    Ok(())
}

fn place(marker: Marker) -> Place {
    Place {
        line: marker.line().max(1),
        column: marker.col() + 1,
    }
}
