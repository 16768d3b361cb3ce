//! The names that a template declares, and the nearest of them to one that it does not.

use crate::{
    schema::{self, TypeSchema},
    template::{ResourceBlock, Template},
    value::Json,
};

/// What every stack has without declaring it.
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
#[derive(Clone, Copy)]
pub(super) struct Names<'a> {
    pub(super) template: &'a Template,
    /// Whether a transform or a module may declare more than can be seen.
    pub(super) open: bool,
    /// Whether the template may use the functions of `AWS::LanguageExtensions`.
    pub(super) has_extensions: bool,
}

impl<'a> Names<'a> {
    pub(super) fn of(template: &'a Template) -> Self {
        let transforms = template.transforms();
        let is_extension = |transform: &Json| transform == "AWS::LanguageExtensions";
        Self {
            template,
            open: !template.resource_macros.is_empty()
                || !transforms.iter().all(is_extension)
                || template.resources.values().any(is_module),
            has_extensions: transforms.iter().any(is_extension),
        }
    }

    /// Whether a transform makes several resources of this one: its references are then none of one resource's, and close
    /// no circle.
    /// <https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-generated-resources.html>
    pub(super) fn becomes_many(&self, name: &str) -> bool {
        let resource = self.template.resources.get(name);
        self.open && resource.is_some_and(|resource| resource.type_name.starts_with("AWS::Serverless::"))
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

    /// Whether loops make conditions of names that are not written out.
    pub(super) fn has_condition_loops(&self) -> bool {
        let mut names = self.template.conditions.keys();
        self.has_extensions && names.any(|name| name.starts_with("Fn::ForEach::"))
    }

    /// The mapping of this name, as far as it is written as one.
    pub(super) fn mapping(&self, name: &str) -> Option<&'a serde_json::Map<String, Json>> {
        self.template.mappings.get(name)?.as_object()
    }

    /// The schema of the resource's type, where the type is known.
    pub(super) fn schema(&self, resource: &str) -> Option<&'static TypeSchema> {
        schema::lookup(&self.template.resources.get(resource)?.type_name)
    }

    /// The condition under which the resource exists, if it has one.
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

    pub(super) fn resources(&self) -> impl Iterator<Item = &'a str> {
        self.template.resources.keys().map(String::as_str)
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

    /// What a name is that was taken for something else.
    pub(super) fn is_instead(&self, name: &str) -> Option<&'static str> {
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

/// The hint for a name that is not among `known`: the nearest known name if there is one, and otherwise `declare`.
pub(super) fn hint<'k>(name: &str, known: impl Iterator<Item = &'k str>, declare: &str) -> String {
    match nearest(name, known) {
        Some(near) => format!("did you mean `{near}`?"),
        None => declare.to_owned(),
    }
}

/// The most letters of a name: of a logical ID, which has the longest.
/// <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html>
const LONGEST: usize = 255;

fn nearest<'k>(name: &str, known: impl Iterator<Item = &'k str>) -> Option<&'k str> {
    // A third of the letters may differ; of two names equally near, the first in the alphabet is meant.
    let length = name.chars().count();
    let limit = (length / 3).max(1);
    known
        .filter(|candidate| length <= LONGEST && candidate.chars().count().abs_diff(length) <= limit)
        .map(|candidate| {
            let (name, lower) = (name.to_lowercase(), candidate.to_lowercase());
            (strsim::damerau_levenshtein(&name, &lower), candidate)
        })
        .filter(|(distance, _)| *distance <= limit)
        .min()
        .map(|(_, candidate)| candidate)
}

/// Whether the resource is a module: a template of its own, whose resources have names that begin with its.
/// <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/module-ref-resources.html>
fn is_module(resource: &ResourceBlock) -> bool {
    resource.type_name.ends_with("::MODULE")
}
