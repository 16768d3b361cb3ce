//! Reads YAML: converts the events of the parser to values, and expands short tags, aliases and merge keys.
//!
//! The reader does not recurse. A limit on the depth stops deeply nested documents, and a limit on the number of values stops
//! aliases that multiply.

use std::collections::BTreeMap;

use indexmap::{IndexMap, map::Entry};
use saphyr_parser::{Event, Marker, Parser, ScalarStyle, ScanError, Span, Tag};

use super::{lenient::Lenient, scalar, tag};
use crate::{
    check::catalog::document::{KEY_TYPE, PLACEHOLDER, RESPELLED_NUMBER, YAML_ALIAS},
    finding::Unplaced,
    template::{
        error::ParseError,
        json::{Notes, duplicate_key, too_deep},
        node::{Content, MAX_DEPTH, Node, SourceLocation, kind_of},
    },
    value::Json,
};

type At = Option<SourceLocation>;

/// The maximum number of values with aliases expanded. A template of 1 MB cannot have as many without aliases.
const MAX_VALUES: usize = 500_000;

/// Reads a YAML document.
pub(in crate::template) fn read(text: &str, notes: &mut Notes) -> Result<Node, ParseError> {
    let mut lenient = Lenient::new(text);
    loop {
        match read_strictly(&lenient, notes) {
            Ok(node) => return Ok(node),
            Err(Error::Template(error)) => return Err(error),
            Err(Error::Yaml(error)) if lenient.indent(&error) => {}
            Err(Error::Yaml(error)) => return Err(syntax_error(&error, &lenient)),
        }
    }
}

enum Error {
    /// The text is not YAML.
    Yaml(ScanError),
    /// The YAML is not a valid template.
    Template(ParseError),
}

impl From<ParseError> for Error {
    fn from(error: ParseError) -> Self {
        Self::Template(error)
    }
}

fn read_strictly(lenient: &Lenient<'_>, notes: &mut Notes) -> Result<Node, Error> {
    let mut reader = Reader {
        lenient,
        open: Vec::new(),
        depth: 0,
        anchors: BTreeMap::new(),
        root: None,
        values: 0,
        documents: 0,
        notes: notes.fresh(),
    };
    for event in Parser::new_from_str(&lenient.text()) {
        let (event, span) = event.map_err(Error::Yaml)?;
        reader.take(event, span)?;
    }
    *notes = reader.notes;
    reader.root.ok_or_else(|| {
        let start = SourceLocation::new(1, 1);
        ParseError::new(start, "the template is empty")
            .hint("add the section `Resources`")
            .into()
    })
}

struct Reader<'a> {
    lenient: &'a Lenient<'a>,
    /// The lists and maps that contain the next event, outermost first.
    open: Vec<Frame>,
    /// The nesting depth of `open`.
    depth: usize,
    anchors: BTreeMap<usize, Value>,
    root: Option<Node>,
    values: usize,
    documents: usize,
    notes: Notes,
}

/// A list or map that is not complete yet.
struct Frame {
    at: At,
    tag: Option<Tag>,
    anchor: usize,
    held: Held,
    /// The size of the values in it.
    size: Size,
}

impl Frame {
    /// A tag adds a level: the map around its argument.
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
        /// The name in `{{ name }}`.
        placeholder: Option<String>,
    },
}

/// A key whose value is not complete yet.
enum Key {
    Merge,
    Name(String, At),
    /// The inner map of `{{ name }}`.
    Placeholder(String),
}

/// A complete value. Its size counts again for each alias.
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

impl Reader<'_> {
    fn take(&mut self, event: Event<'_>, span: Span) -> Result<(), ParseError> {
        let at = Some(location(span.start, self.lenient));
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
                    placeholder: None,
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
            let error = ParseError::new(at, "the file has more than one YAML document");
            return Err(error.hint("use one file per template"));
        }
        Ok(())
    }

    fn open(&mut self, at: At, anchor: usize, tag: Option<Tag>, held: Held) -> Result<(), ParseError> {
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
            Held::Map {
                placeholder: Some(name),
                entries,
                merges,
                ..
            } => {
                if !entries.is_empty() || !merges.is_empty() {
                    return Err(not_a_string_key(frame.at));
                }
                let text = format!("{{{{ {name} }}}}");
                self.remark(
                    PLACEHOLDER.found(
                        format!("`{text}` is a placeholder, which CloudFormation cannot read"),
                        "replace the placeholders before the deployment; a string in braces needs quotes",
                    ),
                    frame.at,
                );
                Content::Scalar(Json::from(text))
            }
            Held::Map { entries, merges, .. } => Content::Map(merge(entries, merges)?),
        };
        let mut node = Node::new(frame.at, content);
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
        if tag.is_none() && style == ScalarStyle::Plain {
            self.check_plain(text, is_key, at);
        }
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
            node: Node::new(at, content),
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
            return Err(ParseError::new(
                at,
                "the alias refers to a value that contains it",
            ));
        };
        self.values += value.size.values;
        check_values(self.values, at)?;
        let mut value = value.clone();
        value.node.at = at;
        self.remark(
            YAML_ALIAS.found(
                "CloudFormation does not support YAML aliases",
                "write the value again, or expand the aliases with `aws cloudformation package`",
            ),
            at,
        );
        self.finish(value, 0)
    }

    /// Records a scalar without quotes that is not what it looks like.
    fn check_plain(&mut self, text: &str, is_key: bool, at: At) {
        if is_key {
            let kind = match scalar::resolve(text) {
                Json::String(_) => return,
                other => kind_of(&other),
            };
            self.remark(
                KEY_TYPE.found(
                    format!("the key `{text}` is {kind}; CloudFormation accepts strings only"),
                    "put it in quotes",
                ),
                at,
            );
        } else if let Some(number) = scalar::respelled(text) {
            self.remark(
                RESPELLED_NUMBER.found(
                    format!("CloudFormation reads `{text}` as the number {number}"),
                    format!("write `'{text}'` if the text matters"),
                ),
                at,
            );
        }
    }

    /// Records what CloudFormation reads differently, at the current path.
    fn remark(&mut self, found: Unplaced, at: At) {
        let path = self.path();
        self.notes.remark(ParseError::remark(found, at, path));
    }

    /// The path of the value that is read next.
    fn path(&self) -> String {
        let mut path = String::new();
        let mut add = |key: &str| {
            if !path.is_empty() && !key.starts_with('[') {
                path.push('.');
            }
            path.push_str(key);
        };
        for frame in &self.open {
            if let Some(Ok(Meaning::Function(name))) = frame.tag.as_ref().map(|tag| meaning(tag, frame.at)) {
                add(&name);
            }
            match &frame.held {
                Held::List(items) => add(&format!("[{}]", items.len())),
                Held::Map {
                    key: Some(Key::Name(name, _)),
                    ..
                } => add(name),
                Held::Map { .. } => {}
            }
        }
        path
    }

    /// Adds a complete value to the list or map that contains it.
    fn finish(&mut self, value: Value, anchor: usize) -> Result<(), ParseError> {
        let at = value.node.at;
        check_depth(self.depth + value.size.depth, at)?;
        check_values(self.values, at)?;
        if anchor != 0 {
            self.anchors.insert(anchor, value.clone());
        }
        if self.expects_key() {
            let key = match value.node.content {
                Content::Scalar(Json::String(name)) => Key::Name(name, at),
                Content::Map(entries) => {
                    Key::Placeholder(only_name(&entries).ok_or_else(|| not_a_string_key(at))?)
                }
                _ => return Err(not_a_string_key(at)),
            };
            self.key(key);
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
            Held::Map {
                entries,
                key,
                merges,
                placeholder,
            } => match key.take() {
                Some(Key::Name(name, key)) => {
                    let node = Node { key, ..value.node };
                    match entries.entry(name) {
                        Entry::Occupied(mut first) => {
                            self.notes.note(duplicate_key(first.key(), key))?;
                            first.insert(node);
                        }
                        Entry::Vacant(place) => {
                            place.insert(node);
                        }
                    }
                }
                Some(Key::Placeholder(name)) => {
                    let is_alone = entries.is_empty() && placeholder.is_none();
                    if !is_alone || !matches!(value.node.content, Content::Scalar(Json::Null)) {
                        return Err(not_a_string_key(at));
                    }
                    *placeholder = Some(name);
                }
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

/// The name in a map that has only this name, without a value: `{name}`.
fn only_name(entries: &IndexMap<String, Node>) -> Option<String> {
    let (name, node) = entries.first().filter(|_| entries.len() == 1)?;
    matches!(node.content, Content::Scalar(Json::Null)).then(|| name.clone())
}

/// Adds the entries of `<<`. The entries of the map itself take precedence, then the first map with the key.
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
                let message = format!("`<<` must be a map or a list of maps; found {kind}");
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
            // Split at the first dot only: `!GetAtt Stack.Outputs.Arn` is the attribute `Outputs.Arn`.
            let argument = match text.split_once('.') {
                Some((resource, attribute)) if function == "Fn::GetAtt" => {
                    Content::List(vec![text_node(resource, at), text_node(attribute, at)])
                }
                _ => Content::Scalar(Json::from(text)),
            };
            Ok(call(function, Node::new(at, argument)))
        }
        Meaning::Text => Ok(Content::Scalar(Json::from(text))),
        Meaning::Plain => Ok(Content::Scalar(scalar::resolve(text))),
        Meaning::Collection => {
            let message = format!("the tag `{}` is not for a scalar", written(tag));
            Err(ParseError::new(at, message).hint("remove the tag"))
        }
    }
}

fn tagged_collection(node: Node, tag: &Tag) -> Result<Node, ParseError> {
    let at = node.at;
    match meaning(tag, at)? {
        Meaning::Function(function) => Ok(Node::new(at, call(function, node))),
        Meaning::Collection => Ok(node),
        Meaning::Text | Meaning::Plain => {
            let message = format!(
                "the tag `{}` is for a scalar; found {}",
                written(tag),
                node.kind()
            );
            Err(ParseError::new(at, message).hint("remove the tag"))
        }
    }
}

/// The meaning of a tag.
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
                let message = format!("CloudFormation does not support the tag `!!{other}`");
                Err(ParseError::new(at, message).hint("write the value as a string"))
            }
        };
    }
    match (tag.handle.as_str(), tag.suffix.as_str()) {
        ("!", "") | ("", "!") => Ok(Meaning::Text),
        ("!", name) => Ok(Meaning::Function(tag::function_of(name))),
        _ => {
            let message = format!("CloudFormation does not support the tag `{}`", written(tag));
            Err(ParseError::new(at, message).hint("use the name of a function, such as `!Sub`"))
        }
    }
}

/// The tag as it is written.
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
    Node::new(at, Content::Scalar(Json::from(text)))
}

/// The error of the parser, which reads ahead and has its own limit for nested brackets.
fn syntax_error(error: &ScanError, lenient: &Lenient<'_>) -> ParseError {
    let at = location(*error.marker(), lenient);
    match error.info() {
        "recursion limit exceeded" => too_deep(at),
        info => ParseError::new(at, format!("invalid YAML: {info}")),
    }
}

fn not_a_string_key(at: At) -> ParseError {
    ParseError::new(at, "a key must be a string").hint("put it in quotes")
}

fn check_depth(depth: usize, at: At) -> Result<(), ParseError> {
    if depth > MAX_DEPTH {
        return Err(too_deep(at));
    }
    Ok(())
}

fn check_values(values: usize, at: At) -> Result<(), ParseError> {
    if values > MAX_VALUES {
        let message = format!("the document has more than {MAX_VALUES} values, with aliases expanded");
        return Err(ParseError::new(at, message).hint("use fewer aliases, or split the template"));
    }
    Ok(())
}

fn location(marker: Marker, lenient: &Lenient<'_>) -> SourceLocation {
    let line = marker.line().max(1);
    SourceLocation::new(line, marker.col().saturating_sub(lenient.added_to(line)) + 1)
}
