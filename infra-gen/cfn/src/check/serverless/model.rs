//! What several checks read about the serverless resources of a template, determined once.

use std::{borrow::Cow, collections::BTreeMap};

use super::{
    generated::GeneratedNames,
    globals::{merged, sections},
    is_open, is_serverless,
};
use crate::{template::Template, value::Json};

pub(super) type Properties = serde_json::Map<String, Json>;

/// The serverless resources of a template.
pub(in crate::check) struct Model<'t> {
    pub(in crate::check) template: &'t Template,
    /// Whether the template shows only a part of its resources.
    pub(in crate::check) is_open: bool,
    /// The properties in `Globals`, by the type that they are for.
    pub(super) globals: BTreeMap<String, &'t Properties>,
    /// The properties of each serverless resource with its globals.
    properties: BTreeMap<&'t str, Cow<'t, Properties>>,
    /// The names of the resources that the transform generates.
    pub(in crate::check) generated: GeneratedNames,
    /// For an implicit API without globals.
    none: Properties,
}

impl<'t> Model<'t> {
    pub(in crate::check) fn new(template: &'t Template) -> Self {
        let globals: BTreeMap<String, &Properties> = sections(template)
            .map(|(_, type_name, properties)| (type_name, properties))
            .collect();
        let serverless = template
            .resources
            .iter()
            .filter(|(_, block)| is_serverless(&block.type_name));
        let properties = serverless
            .map(|(id, block)| (id.as_str(), merged(globals.get(&block.type_name).copied(), block)))
            .collect();
        let mut model = Self {
            template,
            is_open: is_open(template),
            globals,
            properties,
            generated: GeneratedNames::default(),
            none: Properties::new(),
        };
        model.generated = GeneratedNames::new(&model);
        model
    }

    /// The properties of a serverless resource with the globals for its type, without null properties.
    pub(in crate::check) fn properties(&self, id: &str) -> Option<&Properties> {
        self.properties.get(id).map(Cow::as_ref)
    }

    /// The properties of an event's API in the template; of the implicit API without a reference. `None` for another API.
    pub(super) fn api(&self, reference: Option<&Json>, type_name: &str) -> Option<&Properties> {
        let Some(reference) = reference else {
            return Some(self.globals.get(type_name).copied().unwrap_or(&self.none));
        };
        let id = reference.get("Ref").unwrap_or(reference).as_str()?;
        let block = self.template.resources.get(id)?;
        (block.type_name == type_name)
            .then(|| self.properties(id))
            .flatten()
    }

    /// The serverless resources of a type, with their properties.
    pub(super) fn of_type(&self, type_name: &str) -> impl Iterator<Item = (&'t str, &Properties)> {
        let all = self.properties.iter();
        all.filter(move |(id, _)| {
            let block = &self.template.resources[**id];
            block.type_name == type_name && !block.malformed
        })
        .map(|(id, properties)| (*id, properties.as_ref()))
    }
}
