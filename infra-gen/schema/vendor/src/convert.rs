//! Converts the resolved model to the types that are written to the data files.

use std::collections::BTreeMap;

use infra_gen_cfn_generator::{
    docs,
    reference::{ObjectDocs, TypeDocs},
};
use infra_gen_schema::{
    Bounds, Constraint, Enum, EnumId, LambdaRuntime, Lifecycle, ListShape, NumberShape, ObjectId, Reference,
    Shape, TextShape, TypeSchema,
};

use crate::{
    Error,
    model::{self, Meaning, Presence, Resource, Rule},
    source::Sources,
};

/// A text that lives as long as the program, as the archives need it.
pub(crate) fn text(text: &str) -> &'static str {
    text.to_owned().leak()
}

/// The schema and the documentation of a type.
pub(crate) fn resource(resource: &Resource) -> (TypeSchema, TypeDocs) {
    let numbers = Numbers::new(resource);
    let objects = numbers.objects.iter().map(|name| numbers.object(name)).collect();
    let docs = TypeDocs {
        documentation: documentation(&resource.objects[&resource.name].documentation),
        objects: numbers
            .objects
            .iter()
            .map(|name| object_docs(&resource.objects[*name]))
            .collect(),
        attributes: resource
            .attributes
            .iter()
            .map(|attribute| documentation(&attribute.documentation))
            .collect(),
    };
    let schema = TypeSchema {
        type_name: text(&resource.type_name),
        objects,
        enums: numbers
            .enums
            .iter()
            .map(|name| {
                let declared = &resource.enums[*name];
                Enum {
                    name: text(name),
                    values: texts(&declared.values),
                    ignore_case: declared.ignore_case,
                }
            })
            .collect(),
        create_only: texts(&resource.create_only),
        conditional_create_only: texts(&resource.conditional_create_only),
        read_only: texts(&resource.read_only),
        write_only: texts(&resource.write_only),
        primary_identifier: texts(&resource.primary_identifier),
        reference: if resource.refers_by_arn {
            Reference::Arn
        } else {
            Reference::Id
        },
        attributes: resource
            .attributes
            .iter()
            .map(|attribute| infra_gen_schema::Attribute {
                name: text(&attribute.name),
                shape: numbers.shape(&attribute.shape),
                read_only: attribute.has_method,
            })
            .collect(),
        arn_template: resource.arn_template.as_deref().map(text),
        holds_data: resource.holds_data,
        lifecycle: resource.lifecycle.as_ref().map(|(status, date)| Lifecycle {
            status: *status,
            date: date.as_deref().map(text),
        }),
        regions: resource
            .regions
            .iter()
            .enumerate()
            .fold(0, |bits, (i, has)| bits | (u64::from(*has) << i)),
    };
    (schema, docs)
}

/// The facts about all types together.
pub(crate) fn facts(sources: &Sources) -> Result<Vec<u8>, Error> {
    #[derive(serde::Serialize)]
    #[serde(untagged)]
    enum Fact {
        Runtimes(Vec<LambdaRuntime>),
        Texts(Box<[&'static str]>),
    }
    let runtimes = sources
        .lambda_runtimes
        .iter()
        .map(|(name, entry)| LambdaRuntime {
            name: text(name),
            deprecated: entry.deprecated.as_deref().map(text),
            create_blocked: entry.create_block.as_deref().map(text),
            update_blocked: entry.update_block.as_deref().map(text),
            successor: entry.successor.as_deref().map(text),
        })
        .collect();
    let facts = BTreeMap::from([
        ("lambda-runtimes", Fact::Runtimes(runtimes)),
        ("regions", Fact::Texts(texts(&sources.regions))),
    ]);
    infra_gen_schema::write(&facts).map_err(|error| Error::Encode(error.to_string()))
}

/// The numbers of the objects and enums of a type.
struct Numbers<'r> {
    resource: &'r Resource,
    /// The resource itself first.
    objects: Vec<&'r str>,
    enums: Vec<&'r str>,
}

impl<'r> Numbers<'r> {
    fn new(resource: &'r Resource) -> Self {
        let own = resource.name.as_str();
        let others = resource
            .objects
            .keys()
            .map(String::as_str)
            .filter(|name| *name != own);
        Self {
            resource,
            objects: std::iter::once(own).chain(others).collect(),
            enums: resource.enums.keys().map(String::as_str).collect(),
        }
    }

    fn object(&self, name: &str) -> infra_gen_schema::Object {
        let object = &self.resource.objects[name];
        let mut properties: Vec<infra_gen_schema::Property> = object
            .properties
            .iter()
            .map(|property| {
                let read_only = property.presence == Presence::ReadOnly;
                infra_gen_schema::Property {
                    name: text(&property.name),
                    required: property.presence == Presence::Required,
                    read_only,
                    deprecated: property.deprecated,
                    boxed: property.boxed,
                    update: property.update,
                    shape: if read_only {
                        Shape::Json
                    } else {
                        self.shape(&property.shape)
                    },
                }
            })
            .collect();
        properties.sort_by_key(|property| property.name);
        infra_gen_schema::Object {
            name: text(name),
            properties: properties.into(),
            constraints: object.rules.iter().map(constraint).collect(),
            rules: object.predicates.clone().into(),
            open: object.open,
        }
    }

    fn shape(&self, shape: &model::Shape) -> Shape {
        match shape {
            model::Shape::Text(of) => {
                let values = match &of.meaning {
                    Meaning::Enum(name) => self.enums.iter().position(|known| known == name),
                    _ => None,
                };
                Shape::Text(TextShape {
                    meaning: match &of.meaning {
                        Meaning::Plain | Meaning::Enum(_) => infra_gen_schema::Meaning::Plain,
                        Meaning::Name(name) => infra_gen_schema::Meaning::Name(name),
                        Meaning::Arn(of) => infra_gen_schema::Meaning::Arn(text(of)),
                        Meaning::Id(of) => infra_gen_schema::Meaning::Id(text(of)),
                    },
                    pattern: of.pattern.as_deref().map(text),
                    length: Bounds {
                        min: of.min_length,
                        max: of.max_length,
                    },
                    values: values.map(|number| EnumId(narrow(number))),
                    formats: of.formats.clone(),
                })
            }
            model::Shape::Integer(number) => Shape::Integer(self::number(number)),
            model::Shape::Number(number) => Shape::Number(self::number(number)),
            model::Shape::Boolean => Shape::Boolean,
            model::Shape::Json => Shape::Json,
            model::Shape::Policy => Shape::Policy,
            model::Shape::List(list) => Shape::List(ListShape {
                item: Box::new(self.shape(&list.item)),
                length: Bounds {
                    min: list.min_items,
                    max: list.max_items,
                },
                unique: list.unique,
            }),
            model::Shape::Map(value) => Shape::Map(Box::new(self.shape(value))),
            model::Shape::Object(name) => match self.objects.iter().position(|known| known == name) {
                Some(number) => Shape::Object(ObjectId(narrow(number))),
                // Only attributes refer to objects that no property uses.
                None => Shape::Json,
            },
            model::Shape::OneOf(shapes) => {
                Shape::OneOf(shapes.iter().map(|shape| self.shape(shape)).collect())
            }
        }
    }
}

fn narrow(number: usize) -> u16 {
    u16::try_from(number).expect("a type has fewer than 65,536 objects")
}

fn number(number: &model::Number) -> NumberShape {
    NumberShape {
        range: Bounds {
            min: number.min,
            max: number.max,
        },
        values: number.values.clone().into(),
    }
}

fn constraint(rule: &Rule) -> Constraint {
    match rule {
        Rule::ExactlyOne(names) => Constraint::ExactlyOne(texts(names)),
        Rule::AtLeastOne(names) => Constraint::AtLeastOne(texts(names)),
        Rule::Requires(name, others) => Constraint::Requires(text(name), texts(others)),
        Rule::Excludes(name, others) => Constraint::Excludes(text(name), texts(others)),
        Rule::Unless(name, value, others) => Constraint::Unless(text(name), text(value), texts(others)),
    }
}

fn object_docs(object: &model::Object) -> ObjectDocs {
    let mut properties: Vec<(&str, &'static str)> = object
        .properties
        .iter()
        .map(|property| (property.name.as_str(), documentation(&property.documentation)))
        .collect();
    properties.sort_by_key(|(name, _)| *name);
    ObjectDocs {
        documentation: documentation(&object.documentation),
        properties: properties.into_iter().map(|(_, words)| words).collect(),
    }
}

/// The part of AWS's documentation that is kept.
fn documentation(markdown: &str) -> &'static str {
    text(&docs::first_paragraph(markdown).unwrap_or_default())
}

fn texts(texts: &[String]) -> Box<[&'static str]> {
    texts.iter().map(|one| text(one)).collect()
}
