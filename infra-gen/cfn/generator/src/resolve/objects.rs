//! The structs of a resource's module, with the shapes of their properties.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::{
    Error,
    model::{Enum, List, Meaning, Number, Object, Presence, Property, Rule, Shape, Text, Update},
    naming, overrides,
    registry::{Additional, Kind, Kinds, ObjectEntry, PropertyEntry, ReferenceEntry, Schema, TypeSchema},
};

use super::{enums, error, identity::Identities, property_key, rules};

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
        };
        let root = Schema {
            properties: Some(schema.properties.clone()),
            required: schema.required.clone(),
            any_of: schema.any_of.clone(),
            one_of: schema.one_of.clone(),
            required_xor: schema.required_xor.clone(),
            dependent_excluded: schema.dependent_excluded.clone(),
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
                field: naming::field(property),
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
        if overrides::is_policy(&key) {
            return Ok(Shape::Policy);
        }
        if let Some(definition_name) = &schema.ref_name {
            return self.definition(definition_name, place, relations);
        }
        if is_written_as_text(schema) {
            return self.text(schema, place, &key, relations);
        }
        if schema.is(Kind::Array) {
            return self.list(schema, place, relations);
        }
        if !own_properties(schema).is_empty() {
            return self.inline_object(schema, place);
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
        let item = self.shape(
            &item,
            PropertyContext {
                in_list: true,
                ..place
            },
            relations,
        )?;
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
        for original in [short, long] {
            let is_another = self.schema.definitions.get(&original).is_some_and(is_struct)
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
        let place = format!("{}#{}.{}", self.type_name, place.object, place.property);
        Err(error(
            &place,
            "has no unused name for its object\n  hint: set one in `overrides.rs`",
        ))
    }

    fn scalar(
        &mut self,
        schema: &Schema,
        place: PropertyContext<'_>,
        key: &str,
        relations: &[String],
    ) -> Result<Shape, Error> {
        if schema.is(Kind::Object) || schema.format.as_deref() == Some("json") {
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
        let values: Vec<String> = if schema.values.is_empty() {
            schema
                .constant
                .iter()
                .filter_map(Value::as_str)
                .map(str::to_owned)
                .collect()
        } else {
            schema
                .values
                .iter()
                .filter_map(Value::as_str)
                .map(str::to_owned)
                .collect()
        };
        let meaning = if let Some(name) = overrides::name_type(key) {
            Meaning::Name(name)
        } else if values.is_empty() {
            self.identities.property(key, relations, schema.format.as_deref())
        } else {
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
                    || definitions.get(name).is_some_and(is_struct)
            };
            Meaning::Enum(enums::declare(
                &mut self.enums,
                is_taken,
                place.object,
                &property,
                &values,
            )?)
        };
        Ok(Shape::Text(Text {
            meaning,
            pattern: schema.pattern.as_deref().and_then(overrides::pattern),
            min_length: schema.min_length.filter(|min| *min > 0),
            max_length: schema.max_length,
            values,
        }))
    }

    /// The Rust name of an object: its name in the schema, with a suffix if the module already uses it.
    fn struct_name(&self, original: &str) -> String {
        let name = naming::capitalized(original);
        if name == self.resource || RESERVED.contains(&name.as_str()) {
            format!("{name}Property")
        } else {
            name
        }
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
