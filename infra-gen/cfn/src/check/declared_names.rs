//! The names that a template declares.

use super::serverless::{self, is_serverless};
use crate::{template::Template, value::Json};

/// The names that every template can use without declaring them.
/// <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/pseudo-parameter-reference.html>
pub(super) const PSEUDO_PARAMETERS: [&str; 8] = [
    "AWS::AccountId",
    "AWS::NoValue",
    "AWS::NotificationARNs",
    "AWS::Partition",
    "AWS::Region",
    "AWS::StackId",
    "AWS::StackName",
    "AWS::URLSuffix",
];

/// The names that a template declares.
pub(super) struct DeclaredNames<'a> {
    pub(super) template: &'a Template,
    /// The serverless resources, and the names that their transform declares.
    pub(super) serverless: serverless::Model<'a>,
    /// Whether another transform or a module may declare more names than the template shows.
    pub(super) open: bool,
    /// Whether the template may use the functions of `AWS::LanguageExtensions`.
    pub(super) has_extensions: bool,
}

impl<'a> DeclaredNames<'a> {
    pub(super) fn new(template: &'a Template) -> Self {
        let serverless = serverless::Model::new(template);
        Self {
            template,
            open: serverless.is_open,
            serverless,
            has_extensions: template.has_language_extensions(),
        }
    }

    /// Whether the serverless transform generates a resource of this name.
    pub(super) fn is_generated(&self, name: &str) -> bool {
        self.serverless.generated.contains(name)
    }

    /// Whether a transform expands this resource to several. Its references then belong to different resources, so they
    /// form no cycle.
    /// <https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-generated-resources.html>
    pub(super) fn is_expanded(&self, name: &str) -> bool {
        let resource = self.template.resources.get(name);
        self.template.is_serverless() && resource.is_some_and(|resource| is_serverless(&resource.type_name))
    }

    pub(super) fn is_resource(&self, name: &str) -> bool {
        self.template.resources.contains_key(name)
    }

    pub(super) fn is_parameter(&self, name: &str) -> bool {
        self.template.parameters.contains_key(name) || PSEUDO_PARAMETERS.contains(&name)
    }

    pub(super) fn is_condition(&self, name: &str) -> bool {
        self.template.conditions.contains_key(name)
    }

    /// Whether loops declare conditions whose names the template does not show.
    pub(super) fn has_condition_loops(&self) -> bool {
        let mut names = self.template.conditions.keys();
        self.has_extensions && names.any(|name| name.starts_with("Fn::ForEach::"))
    }

    /// The mapping of this name; `None` also if it is not written as a map.
    pub(super) fn mapping(&self, name: &str) -> Option<&'a serde_json::Map<String, Json>> {
        self.template.mappings.get(name)?.as_object()
    }

    /// The schema of the resource's type, if the type has one.
    pub(super) fn schema(&self, resource: &str) -> Option<&'static infra_gen_schema::TypeSchema> {
        let declared = self.template.resources.get(resource);
        let type_name = declared.map(|block| block.type_name.as_str());
        infra_gen_schema::lookup(type_name.or_else(|| self.serverless.generated.type_of(resource))?)
    }

    /// The `Condition` of a resource.
    pub(super) fn condition_of(&self, resource: &str) -> Option<&'a str> {
        let block = self.template.resources.get(resource)?;
        block.attributes.get("Condition")?.as_str()
    }

    /// The output that is exported under this name.
    pub(super) fn output_exporting(&self, name: &Json) -> Option<&'a str> {
        let mut outputs = self.template.outputs.iter();
        let exporting = outputs.find(|(_, output)| {
            let export = output.get("Export").and_then(|export| export.get("Name"));
            export == Some(name)
        });
        exporting.map(|(output, _)| output.as_str())
    }

    pub(super) fn resources(&self) -> impl Iterator<Item = &str> {
        let declared = self.template.resources.keys().map(String::as_str);
        declared.chain(self.serverless.generated.known())
    }

    pub(super) fn parameters(&self) -> impl Iterator<Item = &'a str> {
        let declared = self.template.parameters.keys().map(String::as_str);
        declared.chain(PSEUDO_PARAMETERS)
    }

    pub(super) fn conditions(&self) -> impl Iterator<Item = &'a str> {
        self.template.conditions.keys().map(String::as_str)
    }

    pub(super) fn mappings(&self) -> impl Iterator<Item = &'a str> {
        self.template.mappings.keys().map(String::as_str)
    }

    /// What else a name is declared as.
    pub(super) fn other_kind(&self, name: &str) -> Option<&'static str> {
        if self.is_resource(name) {
            Some("a resource")
        } else if self.is_parameter(name) {
            Some("a parameter")
        } else if self.is_condition(name) {
            Some("a condition")
        } else {
            self.template.mappings.contains_key(name).then_some("a mapping")
        }
    }
}
