//! How resources of each type are identified, and which properties identify a resource.

use std::collections::BTreeMap;

use crate::{
    model::Meaning,
    overrides::{self, Relation},
    source::Sources,
};

/// How each type is identified.
pub(super) struct Identities(BTreeMap<String, Identity>);

struct Identity {
    /// The property or attribute that `Ref` returns; `None` if it returns several, joined.
    reference: Option<String>,
    /// The attributes that are the ARN of the resource.
    arns: Vec<String>,
}

impl Identities {
    pub(super) fn new(sources: &Sources) -> Self {
        let identities = sources.types.iter().map(|(type_name, entry)| {
            let own_name = type_name.rsplit("::").next().unwrap_or_default();
            let own = sources
                .references
                .get(type_name)
                .map(|reference| &reference.reference)
                .filter(|names| !names.is_empty());
            let reference = match own.unwrap_or(&entry.schema.primary_identifier).as_slice() {
                [one] => Some(one.clone()),
                _ => None,
            };
            let arns = entry
                .schema
                .read_only_properties
                .iter()
                .filter(|name| overrides::attribute(&format!("{type_name}.{name}")).is_none())
                .filter(|name| {
                    let stem = name.strip_suffix("Arn").or_else(|| name.strip_suffix("ARN"));
                    overrides::refers_by_arn(type_name)
                        || stem.is_some_and(|stem| {
                            stem.is_empty()
                                || stem == own_name
                                || entry.schema.primary_identifier == [(*name).clone()]
                        })
                })
                .cloned()
                .collect();
            (type_name.clone(), Identity { reference, arns })
        });
        Self(identities.collect())
    }

    /// Whether `Ref` returns the ARN.
    pub(super) fn refers_by_arn(&self, type_name: &str) -> bool {
        let type_name = overrides::generated(type_name).unwrap_or(type_name);
        self.0.get(type_name).is_some_and(|identity| {
            identity
                .reference
                .as_ref()
                .is_some_and(|name| identity.arns.contains(name))
        })
    }

    /// What an attribute identifies: its own resource, another one, or `None`.
    pub(super) fn attribute(&self, type_name: &str, attribute: &str) -> Option<Meaning> {
        self.target(&format!("{type_name}.{attribute}"))
    }

    /// What a property identifies, from its relations in the reference and its format in the schema. A property that may
    /// identify several types is a plain string.
    pub(super) fn property(&self, key: &str, relations: &[String], format: Option<&str>) -> Meaning {
        if let Some(decided) = overrides::relation(key) {
            return match decided {
                // The name of the resource itself is a plain string.
                Relation::To(target) if target == key => Meaning::Plain,
                Relation::To(target) => self.target(target).unwrap_or_default(),
                Relation::Plain => Meaning::Plain,
            };
        }
        let format = format.filter(|format| format.starts_with("AWS::"));
        let targets = relations.iter().map(String::as_str).chain(format);
        let mut meanings = targets
            // The name of the resource itself is a plain string.
            .filter(|target| *target != key && !is_own_name(key, target))
            .map(|target| self.target(target));
        let Some(Some(first)) = meanings.next() else {
            return Meaning::Plain;
        };
        if meanings.all(|other| other.is_some_and(|other| other == first)) {
            first
        } else {
            Meaning::Plain
        }
    }

    /// What `AWS::Service::Type.Property` identifies.
    fn target(&self, target: &str) -> Option<Meaning> {
        let target = overrides::attribute(target).unwrap_or(target);
        let (type_name, property) = target.split_once('.')?;
        let type_name = overrides::type_name(type_name);
        let identity = self.0.get(type_name)?;
        let is_arn = identity.arns.iter().any(|arn| arn == property)
            || (property == "Arn" && !identity.arns.is_empty());
        let is_reference = identity.reference.as_ref().is_some_and(|name| {
            // Formats abbreviate the property to `Name` or `Id`.
            name == property || (matches!(property, "Name" | "Id") && name.ends_with(property))
        });
        if is_arn {
            Some(Meaning::Arn(type_name.to_owned()))
        } else if is_reference {
            Some(Meaning::Id(type_name.to_owned()))
        } else {
            None
        }
    }
}

/// Whether `key` is the same property as `target`: `AWS::S3::Bucket.BucketName` and `AWS::S3::Bucket.Name`.
fn is_own_name(key: &str, target: &str) -> bool {
    match (key.split_once('.'), target.split_once('.')) {
        (Some((key_type, property)), Some((target_type, name))) => {
            key_type == target_type && property.ends_with(name)
        }
        _ => false,
    }
}
