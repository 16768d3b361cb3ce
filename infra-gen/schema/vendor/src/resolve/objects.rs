//! The structs of a resource's module, with the shapes of their properties.

use std::collections::{BTreeMap, BTreeSet};

use infra_gen_cfn_generator::naming;
use infra_gen_schema::Update;
use serde_json::Value;

use crate::{
    Error,
    model::{Enum, List, Meaning, Number, Object, Presence, Property, Rule, Shape, Text},
    overrides,
    report::{Reason, Report},
    source::{Additional, Kind, Kinds, ObjectEntry, PropertyEntry, ReferenceEntry, Schema, TypeSchema},
};

use super::{enums, error, formats, identity::Identities, property_key, rules};

/// Names that a generated file already uses.
const RESERVED: [&str; 16] = [
    "Arn",
    "Attribute",
    "Handle",
    "Id",
    "Json",
    "List",
    "Map",
    "Object",
    "ObjectWriter",
    "Option",
    "Property",
    "Resource",
    "Shape",
    "String",
    "Value",
    "Vec",
];

/// The objects and enums of one type, by name.
pub(super) type Found = (BTreeMap<String, Object>, BTreeMap<String, Enum>);

/// Collects the objects and enums of one type.
pub(super) struct Objects<'a> {
    type_name: &'a str,
    resource: &'a str,
    schema: &'a TypeSchema,
    reference: &'a ReferenceEntry,
    identities: &'a Identities,
    found: BTreeMap<String, Object>,
    /// The schemas of the objects without a definition, by name.
    inline: BTreeMap<String, Schema>,
    enums: BTreeMap<String, Enum>,
    report: &'a mut Report,
}

/// The property whose shape is being determined.
#[derive(Clone, Copy)]
struct PropertyContext<'p> {
    /// The name of the object in the schema.
    object: &'p str,
    property: &'p str,
    in_list: bool,
}

impl<'a> Objects<'a> {
    /// The objects, including the resource itself, and the enums.
    pub(super) fn collect(
        type_name: &'a str,
        resource: &'a str,
        schema: &'a TypeSchema,
        reference: &'a ReferenceEntry,
        identities: &'a Identities,
        report: &'a mut Report,
    ) -> Result<Found, Error> {
        let mut objects = Self {
            type_name,
            resource,
            schema,
            reference,
            identities,
            found: BTreeMap::new(),
            inline: BTreeMap::new(),
            enums: BTreeMap::new(),
            report,
        };
        let root = Schema {
            properties: Some(schema.properties.clone()),
            required: schema.required.clone(),
            any_of: schema.any_of.clone(),
            one_of: schema.one_of.clone(),
            required_xor: schema.required_xor.clone(),
            dependent_excluded: schema.dependent_excluded.clone(),
            dependent_required: schema.dependent_required.clone(),
            additional_properties: Some(Additional::Allowed(false)),
            ..Schema::default()
        };
        let words = ObjectEntry::default();
        objects.declare(resource, resource, &root, &words)?;
        if let Some(object) = objects.found.get_mut(resource) {
            object.documentation.clone_from(&reference.documentation);
            object.rules.extend(overrides::rules(type_name));
            if !schema.required_or.is_empty() {
                object.rules.push(Rule::AtLeastOne(schema.required_or.clone()));
            }
        }
        Ok((objects.found, objects.enums))
    }

    /// Declares the object `name`, which is called `original` in the schema.
    fn declare(
        &mut self,
        name: &str,
        original: &str,
        schema: &Schema,
        words: &ObjectEntry,
    ) -> Result<(), Error> {
        if self.found.contains_key(name) {
            return Ok(());
        }
        // A placeholder, because the properties may refer to the object itself.
        let placeholder = Object {
            documentation: words.documentation.clone(),
            properties: Vec::new(),
            rules: rules::between(schema),
            predicates: rules::combinations(schema),
            open: is_open(schema) || (name == self.resource && overrides::is_open(self.type_name)),
        };
        self.found.insert(name.to_owned(), placeholder);
        let reference = self.reference;
        let entries: &BTreeMap<String, PropertyEntry> = if name == self.resource {
            &reference.properties
        } else {
            &words.properties
        };
        let undocumented = PropertyEntry::default();
        let mut properties = Vec::new();
        for (property, schema_of_property) in own_properties(schema) {
            let key = property_key(self.type_name, self.resource, original, property);
            if overrides::is_dropped(&key) {
                continue;
            }
            let entry = entries.get(property).unwrap_or(&undocumented);
            let place = PropertyContext {
                object: original,
                property,
                in_list: false,
            };
            let shape = match overrides::redefined(&key) {
                Some(definition) => {
                    let shape = self.definition(definition, place, &entry.relations)?;
                    with_min_items(shape, schema_of_property.min_items)
                }
                None => self.shape(schema_of_property, place, &entry.relations)?,
            };
            properties.push(Property {
                name: property.clone(),
                documentation: entry.documentation.clone(),
                presence: if schema.required.contains(property) {
                    Presence::Required
                } else {
                    Presence::Optional
                },
                shape,
                update: Update::InPlace,
                deprecated: false,
                boxed: false,
            });
        }
        if let Some(object) = self.found.get_mut(name) {
            object.properties = properties;
        }
        Ok(())
    }

    fn shape(
        &mut self,
        schema: &Schema,
        place: PropertyContext<'_>,
        relations: &[String],
    ) -> Result<Shape, Error> {
        let key = property_key(self.type_name, self.resource, place.object, place.property);
        let is_json = schema.is(Kind::Object) && own_properties(schema).is_empty();
        if overrides::is_policy(&key) || (is_json && overrides::is_policy_name(place.property)) {
            return Ok(Shape::Policy);
        }
        if let Some(definition_name) = &schema.ref_name {
            return self.definition(definition_name, place, relations);
        }
        if is_written_as_text(schema) {
            return self.text(schema, place, &key, relations);
        }
        if schema.is(Kind::Array) && schema.is(Kind::Object) && own_properties(schema).is_empty() {
            self.report.note(Reason::AnyObject, key);
            return Ok(Shape::Json);
        }
        if schema.is(Kind::Array) {
            let list = self.list(schema, place, relations)?;
            return if schema.is(Kind::String) {
                self.report.note(Reason::SeveralShapes, key);
                Ok(Shape::OneOf(vec![list, Shape::Text(Text::default())]))
            } else {
                Ok(list)
            };
        }
        if let Some(alternatives) = alternatives(schema) {
            return self.alternatives(&alternatives, place, relations);
        }
        if !own_properties(schema).is_empty() {
            let object = self.inline_object(schema, place)?;
            return if schema.is(Kind::String) {
                self.report.note(Reason::SeveralShapes, key);
                Ok(Shape::OneOf(vec![object, Shape::Text(Text::default())]))
            } else {
                Ok(object)
            };
        }
        let values = schema
            .pattern_properties
            .as_ref()
            .and_then(|patterns| patterns.values().next());
        let values = values.or(match &schema.additional_properties {
            Some(Additional::Of(values)) => Some(values),
            _ => None,
        });
        if let Some(values) = values {
            return Ok(Shape::Map(Box::new(self.shape(
                values,
                PropertyContext {
                    in_list: true,
                    ..place
                },
                relations,
            )?)));
        }
        self.scalar(schema, place, &key, relations)
    }

    /// A value with one of several shapes.
    fn alternatives(
        &mut self,
        alternatives: &[&Schema],
        place: PropertyContext<'_>,
        relations: &[String],
    ) -> Result<Shape, Error> {
        let mut shapes = Vec::new();
        for alternative in alternatives {
            shapes.push(self.shape(alternative, place, relations)?);
        }
        if shapes.iter().any(|shape| matches!(shape, Shape::Json)) {
            return Ok(Shape::Json);
        }
        if shapes.len() == 1 {
            return Ok(shapes.remove(0));
        }
        // CloudFormation converts each scalar to the others.
        if shapes.iter().all(is_scalar) {
            return Ok(Shape::Text(Text::default()));
        }
        let key = property_key(self.type_name, self.resource, place.object, place.property);
        self.report.note(Reason::SeveralShapes, key);
        Ok(Shape::OneOf(shapes))
    }

    fn definition(
        &mut self,
        name: &str,
        place: PropertyContext<'_>,
        relations: &[String],
    ) -> Result<Shape, Error> {
        let whole = self.schema;
        let definition = whole.definitions.get(name).ok_or_else(|| {
            error(
                self.type_name,
                format!("refers to the undefined definition `{name}`"),
            )
        })?;
        if is_struct(definition) {
            let struct_name = self.struct_name(name);
            let undocumented = ObjectEntry::default();
            let reference = self.reference;
            let words = reference.objects.get(name).unwrap_or(&undocumented);
            self.declare(&struct_name, name, definition, words)?;
            return Ok(Shape::Object(struct_name));
        }
        let is_named = !definition.values.is_empty() || definition.is(Kind::Array) && place.property != name;
        let place = if is_named && !place.in_list && relations.is_empty() {
            PropertyContext {
                property: name,
                ..place
            }
        } else {
            place
        };
        self.shape(definition, place, relations)
    }

    fn list(
        &mut self,
        schema: &Schema,
        place: PropertyContext<'_>,
        relations: &[String],
    ) -> Result<Shape, Error> {
        let mut item = schema.items.as_deref().cloned().unwrap_or_default();
        // In some schemas, the rules for the properties of the items are on the list.
        if let (Some(misplaced), Some(properties)) = (&schema.properties, &mut item.properties) {
            for (name, rules) in misplaced {
                if let Some(property) = properties.get_mut(name) {
                    property.values.clone_from(&rules.values);
                    property.min_length = property.min_length.or(rules.min_length);
                    property.max_length = property.max_length.or(rules.max_length);
                }
            }
        }
        let mut item = self.shape(
            &item,
            PropertyContext {
                in_list: true,
                ..place
            },
            relations,
        )?;
        if let (Shape::Text(text), Some(format)) = (&mut item, formats::of_items(schema))
            && text.formats.is_empty()
        {
            text.formats.push(format);
        }
        Ok(Shape::List(List {
            item: Box::new(item),
            min_items: schema.min_items.filter(|min| *min > 0),
            max_items: schema.max_items,
            unique: schema.unique_items,
        }))
    }

    /// An object without a definition. It is named after the property.
    fn inline_object(&mut self, schema: &Schema, place: PropertyContext<'_>) -> Result<Shape, Error> {
        let short = if place.in_list {
            naming::singular(place.property)
        } else {
            place.property.to_owned()
        };
        let long = format!("{}{short}", place.object);
        let numbered = (2..).map(|number| format!("{long}{number}"));
        for original in [short, long.clone()].into_iter().chain(numbered) {
            let is_another = self.enums.contains_key(&rust_name(&original))
                || self.schema.definitions.get(&original).is_some_and(is_struct)
                || self
                    .inline
                    .get(&original)
                    .is_some_and(|present| present != schema);
            if is_another {
                continue;
            }
            let name = self.struct_name(&original);
            let undocumented = ObjectEntry::default();
            let reference = self.reference;
            let words = reference.objects.get(&original).unwrap_or(&undocumented);
            self.inline.insert(original.clone(), schema.clone());
            self.declare(&name, &original, schema, words)?;
            return Ok(Shape::Object(name));
        }
        unreachable!("one of the numbered names is unused")
    }

    fn scalar(
        &mut self,
        schema: &Schema,
        place: PropertyContext<'_>,
        key: &str,
        relations: &[String],
    ) -> Result<Shape, Error> {
        if schema.is(Kind::Object) || schema.format.as_deref() == Some("json") {
            self.report.note(Reason::AnyObject, key.to_owned());
            return Ok(Shape::Json);
        }
        if schema.kind.is_none()
            && schema.values.is_empty()
            && schema.constant.is_none()
            && schema.pattern.is_none()
        {
            self.report.note(Reason::AnyValue, key.to_owned());
            return Ok(Shape::Json);
        }
        let is_flag = schema.is(Kind::Boolean) && !schema.is(Kind::Integer);
        if is_flag {
            return Ok(Shape::Boolean);
        }
        match &schema.kind {
            Some(Kinds::One(Kind::Integer)) => Ok(Shape::Integer(number(schema))),
            Some(Kinds::One(Kind::Number)) => Ok(Shape::Number(number(schema))),
            _ => self.text(schema, place, key, relations),
        }
    }

    fn text(
        &mut self,
        schema: &Schema,
        place: PropertyContext<'_>,
        key: &str,
        relations: &[String],
    ) -> Result<Shape, Error> {
        let ignore_case = !schema.enum_case_insensitive.is_empty();
        let values = [&schema.values, &schema.enum_case_insensitive]
            .into_iter()
            .flatten()
            .chain(&schema.constant);
        let mut values: Vec<String> = values.filter_map(scalar_text).collect();
        let mut seen = BTreeSet::new();
        values.retain(|value| seen.insert(value.clone()));
        let meaning = if let Some(name) = overrides::name_type(key) {
            Meaning::Name(name)
        } else if values.is_empty() {
            self.identities.property(key, relations, schema.format.as_deref())
        } else {
            let texts: Vec<&str> = values.iter().map(String::as_str).collect();
            if naming::variants(&texts).is_none() {
                self.report.note(Reason::SameVariant, key.to_owned());
            }
            let property = if place.in_list {
                naming::singular(place.property)
            } else {
                place.property.to_owned()
            };
            let definitions = &self.schema.definitions;
            let (resource, inline) = (self.resource, &self.inline);
            let is_taken = |name: &str| {
                name == resource
                    || RESERVED.contains(&name)
                    || inline.contains_key(name)
                    || definitions
                        .iter()
                        .any(|(original, schema)| rust_name(original) == name && is_struct(schema))
            };
            Meaning::Enum(enums::declare(
                &mut self.enums,
                is_taken,
                place.object,
                &property,
                values,
                ignore_case,
            ))
        };
        let formats = formats::of(schema, key)?;
        let formats = if formats.is_empty() {
            formats::of_meaning(&meaning)
        } else {
            formats
        };
        Ok(Shape::Text(Text {
            meaning,
            pattern: schema.pattern.as_deref().and_then(overrides::pattern),
            formats,
            min_length: schema.min_length.filter(|min| *min > 0),
            max_length: schema.max_length,
        }))
    }

    /// The Rust name of an object: its name in the schema, with a suffix if the module already uses it.
    fn struct_name(&self, original: &str) -> String {
        let name = rust_name(original);
        if name == self.resource || RESERVED.contains(&name.as_str()) {
            format!("{name}Property")
        } else {
            name
        }
    }
}

/// The Rust name of a definition. Some definitions of the serverless types have the name of a Python class,
/// `samtranslator__model__Auth`, or of a definition of another type, `AWS::Lambda::Function.Environment`.
pub(super) fn rust_name(original: &str) -> String {
    let name = original.rsplit("__").next().unwrap_or(original);
    let name = name.strip_prefix("AWS::").unwrap_or(name);
    name.split(|c: char| !c.is_ascii_alphanumeric())
        .map(naming::capitalized)
        .collect()
}

/// Whether an object of this schema may have other properties.
fn is_open(schema: &Schema) -> bool {
    let has_patterns = schema
        .pattern_properties
        .as_ref()
        .is_some_and(|patterns| !patterns.is_empty());
    has_patterns || !matches!(schema.additional_properties, Some(Additional::Allowed(false)))
}

/// The shapes between which a schema leaves the choice; `None` if it has a shape itself.
fn alternatives(schema: &Schema) -> Option<Vec<&Schema>> {
    let has_shape = schema.kind.is_some() || schema.properties.is_some();
    if has_shape {
        return None;
    }
    let says_something = |schema: &&Schema| **schema != Schema::default();
    let all: Vec<&Schema> = schema.all_of.iter().filter(says_something).collect();
    if all.len() == 1 {
        return Some(all);
    }
    let several: Vec<&Schema> = schema
        .any_of
        .iter()
        .chain(&schema.one_of)
        .filter(says_something)
        .collect();
    let have_shapes = several
        .iter()
        .all(|schema| schema.kind.is_some() || schema.ref_name.is_some());
    (!several.is_empty() && have_shapes).then_some(several)
}

fn is_scalar(shape: &Shape) -> bool {
    matches!(
        shape,
        Shape::Text(_) | Shape::Integer(_) | Shape::Number(_) | Shape::Boolean
    )
}

/// A scalar as a template may write it.
fn scalar_text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Bool(flag) => Some(flag.to_string()),
        _ => None,
    }
}

/// Whether the schema accepts any value that can be written as a string, such as environment variables of a function.
fn is_written_as_text(schema: &Schema) -> bool {
    schema.is(Kind::Array) && schema.is(Kind::String) && schema.items.is_none()
}

/// Adds a bound from the property to the shape of its definition.
fn with_min_items(shape: Shape, min_items: Option<u64>) -> Shape {
    match shape {
        Shape::List(list) => Shape::List(List {
            min_items: list.min_items.or(min_items),
            ..list
        }),
        other => other,
    }
}

/// Whether the schema describes an object with named properties.
fn is_struct(schema: &Schema) -> bool {
    !schema.is(Kind::Array) && !own_properties(schema).is_empty()
}

/// The properties of an object, including those of its alternatives.
pub(super) fn own_properties(schema: &Schema) -> BTreeMap<&String, &Schema> {
    let alternatives = schema.one_of.iter().chain(&schema.any_of);
    alternatives
        .filter_map(|alternative| alternative.properties.as_ref())
        .chain(&schema.properties)
        .flatten()
        .collect()
}

fn number(schema: &Schema) -> Number {
    Number {
        min: schema.minimum,
        max: schema.maximum,
        values: schema.values.iter().filter_map(Value::as_i64).collect(),
    }
}
