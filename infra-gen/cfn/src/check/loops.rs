//! Loops (`Fn::ForEach`): what CloudFormation cannot expand.
//! <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-foreach.html>
//!
//! [`check`] is for stacks only: the expanded template cannot show these mistakes. For any template, [`expanded`] checks what the
//! loops declare.

use std::collections::BTreeSet;

use super::catalog::{document::DUPLICATE_KEY, stack::INVALID_LOOP};
use crate::{
    finding::{Finding, FindingPath, ValuePath},
    intrinsic_call::intrinsic_call,
    loops::KEY_PREFIX,
    template::Template,
    value::Json,
};

/// Upper bound on loops within one another.
/// <https://github.com/aws-cloudformation/cfn-language-discussion/blob/main/RFCs/0009-Fn::ForEach.md>
const MAX_DEPTH: usize = 5;

/// The sections that may have loops.
const SECTIONS: [&str; 3] = ["Conditions", "Outputs", "Resources"];

/// The finding for a name that two items of a loop, or an item and another block, have.
pub(crate) fn duplicate(section: &str, name: &str) -> Finding {
    let message = format!("two items of a loop give the same logical ID `{name}`");
    let found = DUPLICATE_KEY.found(message, "use items that differ in letters and digits");
    Finding::block(section, name, "", found)
}

/// The findings about a template whose loops are expanded, at the places where the loops declare the blocks. The findings of the
/// items of a loop are the same, so each is reported once. Without all items, other names may exist.
pub(super) fn expanded(template: &Template, check: impl Fn(&Template) -> Vec<Finding>) -> Vec<Finding> {
    let mut expanded = template.expand_loops();
    let is_empty = expanded.template.resources.is_empty() && expanded.template.resource_macros.is_empty();
    // Too many items to expand, or none.
    if is_empty || expanded.template.has_loops() {
        return check(template);
    }
    expanded.template.malformed |= !expanded.is_complete;
    let duplicates = expanded.duplicates.iter();
    let duplicates = duplicates.map(|(section, name)| duplicate(section, name));
    let mut distinct: Vec<Finding> = Vec::new();
    let mut seen = BTreeSet::new();
    for mut finding in duplicates.chain(check(&expanded.template)) {
        let section = SECTIONS
            .into_iter()
            .find(|section| finding.path.section.as_deref() == Some(section));
        let block = section.zip(finding.path.name.clone());
        if let Some(origin) = block.and_then(|block| expanded.origins.get(&block)) {
            finding.path.name = Some(origin.outermost.clone());
            finding.path.value = origin.path.clone().join(finding.path.value);
            if !seen.insert((finding.rule.id, finding.path.clone())) {
                continue;
            }
        }
        distinct.push(finding);
    }
    distinct
}

pub(crate) fn check(template: &Template) -> Vec<Finding> {
    let resources: serde_json::Map<String, Json> = template
        .resources
        .iter()
        .map(|(id, block)| (id.clone(), block.to_document()))
        .chain(template.resource_macros.clone())
        .collect();
    let sections = [
        ("Conditions", &template.conditions),
        ("Resources", &resources),
        ("Outputs", &template.outputs),
    ];
    let mut variables = BTreeSet::new();
    for (_, section) in sections {
        collect_variables(section, &mut variables);
    }
    let mut walk = Walk {
        variables,
        scope: Vec::new(),
        place: FindingPath::default(),
        findings: Vec::new(),
    };
    for (section, blocks) in sections {
        for (name, block) in blocks {
            walk.place = FindingPath::block(section, name, "");
            walk.entry(name, block, &ValuePath::default());
        }
    }
    walk.findings
}

fn collect_variables<'t>(section: &'t serde_json::Map<String, Json>, variables: &mut BTreeSet<&'t str>) {
    for (key, value) in section {
        if key.starts_with(KEY_PREFIX)
            && let Some(variable) = value.get(0).and_then(Json::as_str)
        {
            variables.insert(variable);
        }
        collect_in(value, variables);
    }
}

fn collect_in<'t>(value: &'t Json, variables: &mut BTreeSet<&'t str>) {
    match value {
        Json::Array(items) => items.iter().for_each(|item| collect_in(item, variables)),
        Json::Object(entries) => collect_variables(entries, variables),
        _ => {}
    }
}

struct Walk<'t> {
    /// The variables of all loops.
    variables: BTreeSet<&'t str>,
    /// The variables of the loops around the current value.
    scope: Vec<&'t str>,
    place: FindingPath,
    findings: Vec<Finding>,
}

impl<'t> Walk<'t> {
    /// An entry of a map, which may be a loop.
    fn entry(&mut self, key: &'t str, value: &'t Json, path: &ValuePath) {
        let parts = key
            .starts_with(KEY_PREFIX)
            .then(|| value.as_array().map(Vec::as_slice))
            .flatten();
        let Some([Json::String(variable), collection, Json::Object(body)]) = parts else {
            return self.value(value, path);
        };
        if let Some(function) = late_function(collection) {
            self.report(
                &path.clone().index(1),
                &format!("a loop is expanded before CloudFormation evaluates `{function}`"),
                "use a parameter, a mapping or literals as items",
            );
        }
        self.value(collection, &path.clone().index(1));
        self.scope.push(variable);
        if self.scope.len() == MAX_DEPTH + 1 {
            self.report(
                path,
                &format!("more than {MAX_DEPTH} loops within one another"),
                "use a Rust loop for one of them",
            );
        }
        for (key, value) in body {
            let path = path.clone().index(2).key(key);
            if !key.starts_with(KEY_PREFIX)
                && let Some(missing) = self.scope.iter().find(|variable| !contains(key, variable))
            {
                let message =
                    format!("`{key}` does not contain the item `{missing}`, so it is the same for each item");
                self.report(
                    &path,
                    &message,
                    "make the name with `LoopItem::id` or `LoopItem::key`",
                );
            }
            self.entry(key, value, &path);
        }
        self.scope.pop();
    }

    fn value(&mut self, value: &'t Json, path: &ValuePath) {
        match value {
            Json::String(text) => self.text(text, path),
            Json::Array(items) => {
                for (i, item) in items.iter().enumerate() {
                    self.value(item, &path.clone().index(i));
                }
            }
            Json::Object(entries) => {
                if let Some(("Ref", Json::String(name))) = intrinsic_call(entries)
                    && self.is_out_of_scope(name)
                {
                    self.out_of_scope(name, path);
                }
                for (key, value) in entries {
                    let path = path.clone().key(key);
                    if self.is_reported(key, value, &path) {
                        continue;
                    }
                    self.entry(key, value, &path);
                }
            }
            _ => {}
        }
    }

    fn text(&mut self, text: &str, path: &ValuePath) {
        let outside = self
            .variables
            .iter()
            .copied()
            .find(|variable| contains(text, variable) && self.is_out_of_scope(variable));
        if let Some(variable) = outside {
            self.out_of_scope(variable, path);
        } else if self
            .scope
            .iter()
            .any(|variable| text.contains(&format!("&{{{variable}}}")))
        {
            // https://github.com/aws-cloudformation/cfn-language-discussion/issues/162
            self.report(
                path,
                "CloudFormation cannot refer to a block in a loop if an item has characters other than letters and digits",
                "use items of letters and digits, or declare the blocks with a Rust loop",
            );
        }
    }

    /// Reports a name that CloudFormation does not expand.
    fn is_reported(&mut self, key: &str, value: &Json, path: &ValuePath) -> bool {
        let (name, message, hint) = match key {
            "DependsOn" => (
                Some(value),
                "`DependsOn` cannot name a resource of the loop",
                "refer to the resource in a property",
            ),
            // https://github.com/aws-cloudformation/cfn-language-discussion/issues/137
            "Fn::If" => (
                value.get(0),
                "`Fn::If` cannot name a condition of the loop",
                "set the condition of the whole resource, or use `Fn::FindInMap` with the item",
            ),
            "Condition" => (
                Some(value),
                "a condition cannot name another condition of the loop",
                "repeat its test",
            ),
            _ => return false,
        };
        let is_in = |name: &Json| {
            let text = name.as_str().unwrap_or_default();
            self.scope.iter().any(|variable| contains(text, variable))
        };
        let is_reported = match name {
            Some(Json::Array(names)) => names.iter().any(is_in),
            Some(name) => is_in(name),
            None => false,
        };
        if is_reported {
            self.report(path, message, hint);
        }
        is_reported
    }

    fn is_out_of_scope(&self, variable: &str) -> bool {
        self.variables.contains(variable) && !self.scope.contains(&variable)
    }

    fn out_of_scope(&mut self, variable: &str, path: &ValuePath) {
        let message = format!("the item `{variable}` is used outside of its loop");
        self.report(path, &message, "move this into the loop, or use `Loop::instance`");
    }

    fn report(&mut self, path: &ValuePath, message: &str, hint: &str) {
        let place = FindingPath {
            value: path.clone(),
            ..self.place.clone()
        };
        self.findings
            .push(Finding::new(place, INVALID_LOOP.found(message, hint)));
    }
}

/// Whether a text contains the variable as `${Variable}` or `&{Variable}`.
fn contains(text: &str, variable: &str) -> bool {
    ['$', '&']
        .iter()
        .any(|sigil| text.contains(&format!("{sigil}{{{variable}}}")))
}

/// A function in a collection that CloudFormation evaluates after it has expanded the loops.
fn late_function(value: &Json) -> Option<&str> {
    const EARLY: [&str; 7] = [
        "Fn::FindInMap",
        "Fn::Join",
        "Fn::Length",
        "Fn::Select",
        "Fn::Split",
        "Fn::Sub",
        "Ref",
    ];
    match value {
        Json::Array(items) => items.iter().find_map(late_function),
        Json::Object(entries) => {
            if let Some((name, _)) = intrinsic_call(entries)
                && !EARLY.contains(&name)
            {
                return Some(name);
            }
            entries.values().find_map(late_function)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::Template;

    #[track_caller]
    fn expect(body: &str, expected: &[&str]) {
        let text = format!(
            "Transform: AWS::LanguageExtensions\nParameters: {{Names: {{Type: CommaDelimitedList}}}}\nResources:\n  First: {{Type: \
             AWS::SNS::Topic}}\n  {body}\n"
        );
        let findings = Template::from_yaml(&text).expect("a template").findings();
        let found: Vec<String> = findings
            .0
            .iter()
            .map(|finding| format!("{}: {}", finding.path, finding.message))
            .collect();
        assert_eq!(found, expected, "{body}");
    }

    #[test]
    fn the_body_of_a_loop_is_checked_once_for_all_items() {
        let queues =
            |body: &str| format!("Fn::ForEach::Queues: [Name, [A, B], {{'Queue${{Name}}': {body}}}]");
        expect(
            &queues("{Type: AWS::SQS::Queue, Properties: {QueueName: !Ref Name}}"),
            &[],
        );
        expect(
            &queues("{Type: AWS::SQS::Queue, Properties: {DelaySecnds: 1}}"),
            &[
                "Resources/Fn::ForEach::Queues at [2][\"Queue${Name}\"].Properties.DelaySecnds: `DelaySecnds` is not a property",
            ],
        );
        expect(
            &queues("{Type: AWS::SQS::Queue, Properties: {KmsMasterKeyId: !Ref Nme}}"),
            &[
                "Resources/Fn::ForEach::Queues at [2][\"Queue${Name}\"].Properties.KmsMasterKeyId.Ref: unknown resource or parameter `Nme`",
            ],
        );
    }

    #[test]
    fn two_items_have_different_logical_ids() {
        expect(
            "Fn::ForEach::Topics: [Name, [irst, econd], {'F${Name}': {Type: AWS::SNS::Topic}}]",
            &[
                "Resources/Fn::ForEach::Topics at [2][\"F${Name}\"]: two items of a loop give the same logical ID `First`",
            ],
        );
    }

    #[test]
    fn items_that_are_known_at_deployment_only_may_have_any_name() {
        expect(
            "Fn::ForEach::Topics: [Name, !Ref Names, {'Topic${Name}': {Type: AWS::SNS::Topic, DependsOn: First}}]\n  Last: {Type: \
             AWS::SNS::Topic, DependsOn: TopicAny}",
            &[],
        );
    }
}
