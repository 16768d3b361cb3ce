//! Expands `Fn::ForEach`, so that the checks see what the loops declare.
//!
//! If the items of a loop are known at deployment only, it is expanded for one item with an unknown text.

use std::collections::BTreeMap;

use serde_json::{Map, json};

use super::Template;
use crate::{
    finding::ValuePath,
    intrinsic_call::intrinsic_call,
    loops::KEY_PREFIX,
    substitution::{Piece, pieces, variables},
    value::Json,
};

/// Upper bound on the blocks and entries that one template's loops expand to. Loops beyond it are not expanded.
const MAX_EXPANDED: usize = 10_000;

/// Stands for an unknown item in names.
const UNKNOWN_NAME: &str = "Item";

/// Stands for an unknown item in the text of `Fn::Sub`: a text that is known at deployment only.
const UNKNOWN_TEXT: &str = "${AWS::StackName}";

/// A template whose loops are expanded.
pub(crate) struct Expanded {
    pub(crate) template: Template,
    /// Where each expanded resource, condition and output is declared, by section and name.
    pub(crate) origins: BTreeMap<(&'static str, String), LoopOrigin>,
    /// The sections and names that two items of a loop, or an item and another block, have.
    pub(crate) duplicates: Vec<(&'static str, String)>,
    /// Whether the items of all loops are known, so that the template shows all names.
    pub(crate) is_complete: bool,
}

/// Where the body of a loop declares a block.
#[derive(Debug, Clone)]
pub(crate) struct LoopOrigin {
    /// The name in the loop: `Topic${Name}`.
    pub(crate) key: String,
    /// The key of the outermost loop: `Fn::ForEach::Topics`.
    pub(crate) outermost: String,
    /// The path of the block in that loop.
    pub(crate) path: ValuePath,
}

impl Template {
    /// Whether a loop is anywhere in the template.
    pub(crate) fn has_loops(&self) -> bool {
        let is_loop = |(key, _): (&String, &Json)| key.starts_with(KEY_PREFIX);
        self.conditions.iter().any(is_loop)
            || self.resource_macros.iter().any(is_loop)
            || self.outputs.iter().any(is_loop)
            || self.resources.values().any(|block| {
                block
                    .properties
                    .iter()
                    .any(|(key, value)| key.starts_with(KEY_PREFIX) || contains_loop(value))
            })
    }

    /// The template with its loops expanded.
    pub(crate) fn expand_loops(&self) -> Expanded {
        let mut expander = Expander {
            left: MAX_EXPANDED,
            origins: BTreeMap::new(),
            duplicates: Vec::new(),
            is_complete: true,
        };
        let mut template = self.clone();
        template.conditions = expander.section("Conditions", &self.conditions);
        template.outputs = expander.section("Outputs", &self.outputs);
        let resources = expander.section("Resources", &self.resource_macros);
        template.resource_macros = Map::new();
        for (id, block) in resources {
            if template.resources.contains_key(&id) {
                expander.duplicates.push(("Resources", id.clone()));
            }
            let is_block = block.get("Type").is_some_and(Json::is_string);
            let document = json!({ "Resources": { (&id): (&block) } });
            match serde_json::from_value::<Self>(document) {
                Ok(read) if is_block => template.resources.extend(read.resources),
                _ => {
                    template.resource_macros.insert(id, block);
                }
            }
        }
        for block in template.resources.values_mut() {
            if block
                .properties
                .iter()
                .any(|(key, value)| key.starts_with(KEY_PREFIX) || contains_loop(value))
            {
                block.properties = expander.object(&block.properties, &mut |_, _| {});
            }
        }
        template.resources.sort_keys();
        Expanded {
            template,
            origins: expander.origins,
            duplicates: expander.duplicates,
            is_complete: expander.is_complete,
        }
    }
}

fn contains_loop(value: &Json) -> bool {
    match value {
        Json::Array(items) => items.iter().any(contains_loop),
        Json::Object(entries) => entries
            .iter()
            .any(|(key, value)| key.starts_with(KEY_PREFIX) || contains_loop(value)),
        _ => false,
    }
}

struct Expander {
    left: usize,
    origins: BTreeMap<(&'static str, String), LoopOrigin>,
    duplicates: Vec<(&'static str, String)>,
    is_complete: bool,
}

/// A key and value of a loop for one item, and where the loop declares them.
struct Entry {
    key: String,
    value: Json,
    key_in_loop: String,
    path: ValuePath,
}

impl Expander {
    /// Expands a section and notes the origin of each block.
    fn section(&mut self, name: &'static str, section: &Map<String, Json>) -> Map<String, Json> {
        let mut origins = BTreeMap::new();
        let mut duplicates = Vec::new();
        let expanded = self.object(section, &mut |outermost, entry| {
            let origin = LoopOrigin {
                key: entry.key_in_loop.clone(),
                outermost: outermost.to_owned(),
                path: entry.path.clone(),
            };
            let is_second = origins.insert((name, entry.key.clone()), origin).is_some();
            if is_second || section.contains_key(&entry.key) {
                duplicates.push((name, entry.key.clone()));
            }
        });
        self.origins.extend(origins);
        self.duplicates.extend(duplicates);
        expanded
    }

    /// Expands the loops among the entries of an object, and inside them. Calls `note` with the key of each outermost loop and
    /// each entry of it.
    fn object(
        &mut self,
        object: &Map<String, Json>,
        note: &mut dyn FnMut(&str, &Entry),
    ) -> Map<String, Json> {
        let mut expanded = Map::new();
        for (key, value) in object {
            let entries = key
                .starts_with(KEY_PREFIX)
                .then(|| self.entries(value, &mut Vec::new(), &ValuePath::default()))
                .flatten();
            match entries {
                Some(entries) => {
                    for entry in entries {
                        note(key, &entry);
                        expanded.insert(entry.key, entry.value);
                    }
                }
                None => {
                    expanded.insert(key.clone(), self.value(value));
                }
            }
        }
        expanded
    }

    fn value(&mut self, value: &Json) -> Json {
        match value {
            Json::Array(items) => items.iter().map(|item| self.value(item)).collect(),
            Json::Object(entries) => Json::Object(self.object(entries, &mut |_, _| {})),
            scalar => scalar.clone(),
        }
    }

    /// The entries of a loop at a path; `None` if they are too many. `bindings` has the items of the outer loops.
    fn entries(
        &mut self,
        block: &Json,
        bindings: &mut Vec<(String, Item)>,
        path: &ValuePath,
    ) -> Option<Vec<Entry>> {
        let [Json::String(variable), collection, Json::Object(body)] = block.as_array()?.as_slice() else {
            return None;
        };
        let collection = insert_all(bindings, collection);
        let mut entries = Vec::new();
        for item in Item::all(&collection) {
            self.is_complete &= matches!(item, Item::Known(_));
            bindings.push((variable.clone(), item));
            for (key, value) in body {
                let path = path.clone().index(2).key(key);
                self.left = self.left.checked_sub(1)?;
                if key.starts_with(KEY_PREFIX) {
                    entries.extend(self.entries(value, bindings, &path)?);
                } else {
                    let name = bindings.iter().fold(key.clone(), |key, (variable, item)| {
                        item.insert_in_name(variable, &key)
                    });
                    let value = insert_all(bindings, value);
                    entries.push(Entry {
                        key: name,
                        value: self.value(&value),
                        key_in_loop: key.clone(),
                        path,
                    });
                }
            }
            bindings.pop();
        }
        Some(entries)
    }
}

fn insert_all(bindings: &[(String, Item)], value: &Json) -> Json {
    bindings.iter().fold(value.clone(), |value, (variable, item)| {
        item.insert(variable, &value)
    })
}

/// An item of a loop.
enum Item {
    Known(String),
    /// The expression of an item that is known at deployment only.
    Unknown(Json),
}

impl Item {
    fn all(collection: &Json) -> Vec<Self> {
        let known = collection.as_array().and_then(|items| {
            items
                .iter()
                .map(|item| match item {
                    Json::String(text) => Some(Self::Known(text.clone())),
                    Json::Number(number) => Some(Self::Known(number.to_string())),
                    _ => None,
                })
                .collect()
        });
        known.unwrap_or_else(|| vec![Self::Unknown(json!({ "Fn::Select": [0, collection] }))])
    }

    /// The value with the variable of the loop replaced by this item.
    fn insert(&self, variable: &str, value: &Json) -> Json {
        match value {
            Json::String(text) => Json::from(self.insert_in_name(variable, text)),
            Json::Array(items) => items.iter().map(|item| self.insert(variable, item)).collect(),
            Json::Object(entries) => match intrinsic_call(entries) {
                Some(("Ref", Json::String(name))) if name == variable => match self {
                    Self::Known(text) => Json::from(text.as_str()),
                    Self::Unknown(expression) => expression.clone(),
                },
                Some(("Ref", name)) => json!({ "Ref": self.insert_in_reference(variable, name) }),
                Some(("Fn::GetAtt", Json::Array(parts))) => match parts.as_slice() {
                    [name, attribute] => json!({
                        "Fn::GetAtt": [self.insert_in_reference(variable, name), self.insert(variable, attribute)]
                    }),
                    _ => value.clone(),
                },
                Some(("Fn::Sub", Json::String(text))) => {
                    json!({ "Fn::Sub": self.insert_in_text(variable, text) })
                }
                Some(("Fn::Sub", Json::Array(parts))) => {
                    let parts: Vec<Json> = parts
                        .iter()
                        .map(|part| match part {
                            Json::String(text) => Json::from(self.insert_in_text(variable, text)),
                            other => self.insert(variable, other),
                        })
                        .collect();
                    json!({ "Fn::Sub": parts })
                }
                _ => entries
                    .iter()
                    .map(|(key, entry)| {
                        let entry = if key == "Condition" {
                            self.insert_in_reference(variable, entry)
                        } else {
                            self.insert(variable, entry)
                        };
                        (self.insert_in_name(variable, key), entry)
                    })
                    .collect(),
            },
            scalar => scalar.clone(),
        }
    }

    /// Replaces the variable in a name that `Fn::Sub` builds. Without variables, the name is a text.
    fn insert_in_reference(&self, variable: &str, name: &Json) -> Json {
        match name.get("Fn::Sub").and_then(Json::as_str) {
            Some(text) => {
                let text = self.insert_in_name(variable, text);
                if variables(&text).next().is_some() {
                    json!({ "Fn::Sub": text })
                } else {
                    Json::from(text)
                }
            }
            None => self.insert(variable, name),
        }
    }

    /// Replaces the variable in a name or a literal text.
    fn insert_in_name(&self, variable: &str, name: &str) -> String {
        if !name.contains('{') {
            return name.to_owned();
        }
        let text = match self {
            Self::Known(text) => text.as_str(),
            Self::Unknown(_) => UNKNOWN_NAME,
        };
        let letters: String = text.chars().filter(char::is_ascii_alphanumeric).collect();
        name.replace(&format!("${{{variable}}}"), text)
            .replace(&format!("&{{{variable}}}"), &letters)
    }

    /// Replaces the variable in the text of `Fn::Sub`.
    fn insert_in_text(&self, variable: &str, text: &str) -> String {
        pieces(text)
            .map(|piece| match (piece, self) {
                (Piece::Variable(name), Self::Known(text)) if name.trim() == variable => {
                    text.replace("${", "${!")
                }
                (Piece::Variable(name), Self::Unknown(_)) if name.trim() == variable => {
                    UNKNOWN_TEXT.to_owned()
                }
                (Piece::Variable(name), _) => format!("${{{name}}}"),
                (Piece::Escaped(name), _) => format!("${{!{name}}}"),
                (Piece::Text(text), _) => self.insert_in_name(variable, text),
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::{Value as Json, json};

    use crate::{LogicalId, Raw, Stack, Template, intrinsic};

    const TOPIC: LogicalId = LogicalId::new("Topic");

    fn expanded(yaml: &str) -> Template {
        Template::from_yaml(yaml).unwrap().expand_loops().template
    }

    /// The resources of a stack as one document.
    fn resources(template: &Template) -> Json {
        json!(template.resources)
    }

    #[test]
    fn names_and_texts_are_replaced_by_known_items() {
        let template = expanded(
            "Resources:
  Fn::ForEach::Topics:
    - Name
    - [a-1, b]
    - Topic&{Name}:
        Type: AWS::SNS::Topic
        Condition: !Sub Is${Name}
        Properties:
          TopicName: !Ref Name
          DisplayName: !Sub '${Name} ${Other} ${!Name}'
          Other: !GetAtt [!Sub 'Queue${Name}', Arn]
          Key: {Ref: !Sub 'Key${Name}'}
",
        );
        assert_eq!(
            json!(template.resources["Topica1"]),
            json!({
                "Type": "AWS::SNS::Topic",
                "Properties": {
                    "TopicName": "a-1",
                    "DisplayName": { "Fn::Sub": "a-1 ${Other} ${!Name}" },
                    "Other": { "Fn::GetAtt": ["Queuea-1", "Arn"] },
                    "Key": { "Ref": "Keya-1" },
                },
                "Condition": "Isa-1",
            })
        );
        assert_eq!(template.resources.len(), 2);
    }

    #[test]
    fn unknown_items_stay_unknown() {
        let template = expanded(
            "Parameters: {Names: {Type: CommaDelimitedList}}
Resources:
  Fn::ForEach::Topics:
    - Name
    - !Ref Names
    - Topic${Name}:
        Type: AWS::SNS::Topic
        Properties:
          TopicName: !Ref Name
          DisplayName: !Sub 'Topic ${Name}'
          Key: {Ref: !Sub 'Topic${Name}'}
",
        );
        assert_eq!(
            json!(template.resources["TopicItem"].properties),
            json!({
                "TopicName": { "Fn::Select": [0, { "Ref": "Names" }] },
                "DisplayName": { "Fn::Sub": "Topic ${AWS::StackName}" },
                "Key": { "Ref": "TopicItem" },
            })
        );
    }

    #[test]
    fn malformed_loops_stay_as_they_are() {
        let yaml = "Resources: {'Fn::ForEach::Topics': [Name, [a]], T: {Type: AWS::SNS::Topic}}";
        let template = Template::from_yaml(yaml).unwrap();
        assert_eq!(template.expand_loops().template, template);
    }

    #[test]
    fn loops_with_too_many_items_stay_as_they_are() {
        let items: Vec<String> = (0..200).map(|i| i.to_string()).collect();
        let items = json!(items);
        let inner = json!([
            "Y", items, { "Topic${X}${Y}": { "Type": "AWS::SNS::Topic" } }
        ]);
        let text = json!({ "Resources": { "Fn::ForEach::A": ["X", items, { "Fn::ForEach::B": inner }] } });
        let template = Template::from_json(&text.to_string()).unwrap();
        assert!(template.has_loops());
        assert!(template.expand_loops().template.has_loops());
    }

    proptest! {
        #[test]
        fn a_loop_equals_the_same_resources_written_one_by_one(
            teams in proptest::collection::btree_set("[a-zA-Z0-9]{1,4}", 1..4),
            levels in proptest::collection::btree_set("[a-zA-Z0-9]{1,4}-?", 1..4),
        ) {
            let teams: Vec<String> = teams.into_iter().collect();
            let levels: Vec<String> = levels.into_iter().collect();
            let topic = |name, owner| Raw::new(
                "Vendor::Service::Thing",
                json!({ "Name": name, "Owner": intrinsic::concat([owner, "-x".into()]) }),
            );

            let mut looped = Stack::new("looped");
            looped.for_each(LogicalId::new("Teams"), teams.clone(), |stack, team| {
                stack.for_each(LogicalId::new("Levels"), levels.clone(), |stack, level| {
                    let id = level.id(&team.id(&TOPIC)).join("End");
                    stack.add(id, topic(level.value(), team.value()));
                });
            });

            let mut plain = Stack::new("plain");
            let mut ids = std::collections::BTreeSet::new();
            for team in &teams {
                for level in &levels {
                    let id = LogicalId::parse(&format!("Topic{team}{}End", level.replace('-', ""))).unwrap();
                    prop_assume!(ids.insert(id.clone()));
                    plain.add(id, topic(level.as_str().into(), team.as_str().into()));
                }
            }
            let looped = looped.finish().unwrap().expand_loops();
            prop_assert_eq!(resources_with_literals(&looped.template), resources(&plain.finish().unwrap()));
        }
    }

    /// The resources, with each `Fn::Sub` without variables as a literal.
    fn resources_with_literals(template: &Template) -> Json {
        fn literal(value: &Json) -> Json {
            match value {
                Json::Array(items) => items.iter().map(literal).collect(),
                Json::Object(entries) => match entries.get("Fn::Sub").and_then(Json::as_str) {
                    Some(text) if !text.contains('$') => json!(text),
                    _ => entries
                        .iter()
                        .map(|(key, value)| (key.clone(), literal(value)))
                        .collect(),
                },
                scalar => scalar.clone(),
            }
        }
        literal(&resources(template))
    }
}
