//! Pipelines: their stages, and the artifacts that actions pass on.
//! <https://docs.aws.amazon.com/codepipeline/latest/userguide/pipeline-requirements.html>

use std::collections::BTreeSet;

use crate::{
    check::{
        cases::{Cases, View},
        catalog::services::codepipeline::{ARTIFACT, ARTIFACT_COUNT, STAGES},
        hint::did_you_mean,
    },
    finding::Finding,
};

pub(super) fn check(cases: &mut Cases<'_>, findings: &mut Vec<Finding>) {
    cases.each("AWS::CodePipeline::Pipeline", findings, |pipeline, findings| {
        let Some(items) = pipeline.get("Stages").all_items() else {
            return;
        };
        categories(&items, findings);
        unique_names(&items, findings);
        artifacts(&items, findings);
        for action in items.iter().flat_map(|stage| stage.get("Actions").items()) {
            counts(&action, findings);
        }
    });
}

/// The first stage has source actions only, and no other stage has any.
fn categories(stages: &[View<'_, '_>], findings: &mut Vec<Finding>) {
    for (i, stage) in stages.iter().enumerate() {
        for action in stage.get("Actions").items() {
            let category = action.at("ActionTypeId.Category");
            let Some(name) = category.text() else { continue };
            let (is_source, is_first) = (name == "Source", i == 0);
            let message = match (is_source, is_first) {
                (false, true) => format!("the first stage has source actions only; found `{name}`"),
                (true, false) => "only the first stage may have source actions".to_owned(),
                _ => continue,
            };
            findings.push(category.found(STAGES.found(message, "move the action to another stage")));
        }
    }
}

fn unique_names(stages: &[View<'_, '_>], findings: &mut Vec<Finding>) {
    let mut seen = BTreeSet::new();
    for stage in stages {
        let name = stage.get("Name");
        if let Some(text) = name.text()
            && !seen.insert(text.clone())
        {
            let message = format!("another stage has the name `{text}`");
            findings.push(name.found(STAGES.found(message, "rename one of the two")));
        }
    }
}

/// Each artifact is the output of one action, and an input only of later ones.
fn artifacts(stages: &[View<'_, '_>], findings: &mut Vec<Finding>) {
    let mut known: BTreeSet<String> = BTreeSet::new();
    for stage in stages {
        let Some(actions) = stage.get("Actions").all_items() else {
            return;
        };
        let mut outputs = Vec::new();
        for action in &actions {
            let Some(items) = action.get("OutputArtifacts").all_items() else {
                return;
            };
            // The schema refuses an artifact that is not an object.
            for output in items.into_iter().filter(|output| output.text().is_none()) {
                let name = output.get("Name");
                let Some(text) = name.text() else { return };
                outputs.push((name, text.into_owned()));
            }
        }
        // The actions of a stage run in the order of `RunOrder`, so all outputs of the stage count.
        for (name, text) in outputs {
            if !known.insert(text.clone()) {
                let message = format!("another action has the output artifact `{text}`");
                findings.push(name.found(ARTIFACT.found(message, "rename one of the two")));
            }
        }
        for action in &actions {
            for input in action.get("InputArtifacts").items() {
                let name = input.get("Name");
                if let Some(text) = name.text().filter(|text| !known.contains(text.as_ref())) {
                    let message = format!("no earlier action has the output artifact `{text}`");
                    let hint = did_you_mean(
                        &text,
                        known.iter().map(String::as_str),
                        "add it to the outputs of an action",
                    );
                    findings.push(name.found(ARTIFACT.found(message, hint)));
                }
            }
            template_path(action, findings);
        }
    }
}

/// The artifact in the path of a template, `Artifact::template.yaml`, is an input of the action.
fn template_path(action: &View<'_, '_>, findings: &mut Vec<Finding>) {
    if !action.at("ActionTypeId.Provider").is("CloudFormation") {
        return;
    }
    let path = action.at("Configuration.TemplatePath");
    let inputs = action.get("InputArtifacts").all_items();
    let names: Option<Vec<_>> =
        inputs.and_then(|inputs| inputs.iter().map(|input| input.get("Name").text()).collect());
    if let (Some(text), Some(names)) = (path.text(), names)
        && let Some((artifact, _)) = text.split_once("::")
        && !names.iter().any(|name| name == artifact)
    {
        let message = format!("the action has no input artifact `{artifact}`");
        findings.push(path.found(ARTIFACT.found(message, "add it to `InputArtifacts`")));
    }
}

/// The numbers of input and output artifacts of AWS's actions: provider, category, at least and at most.
/// <https://docs.aws.amazon.com/codepipeline/latest/userguide/reference-action-artifacts.html>
const COUNTS: [(&str, &str, [usize; 2], [usize; 2]); 13] = [
    ("CloudFormation", "Deploy", [0, 10], [0, 1]),
    ("CodeBuild", "Build", [1, 5], [0, 5]),
    ("CodeBuild", "Test", [1, 5], [0, 5]),
    ("CodeCommit", "Source", [0, 0], [1, 1]),
    ("CodeDeploy", "Deploy", [1, 1], [0, 0]),
    ("DeviceFarm", "Test", [1, 1], [0, 0]),
    ("ECR", "Source", [0, 0], [1, 1]),
    ("ECS", "Deploy", [1, 1], [0, 0]),
    ("ElasticBeanstalk", "Deploy", [1, 1], [0, 0]),
    ("Lambda", "Invoke", [0, 5], [0, 5]),
    ("Manual", "Approval", [0, 0], [0, 0]),
    ("S3", "Deploy", [1, 1], [0, 0]),
    ("S3", "Source", [0, 0], [1, 1]),
];

fn counts(action: &View<'_, '_>, findings: &mut Vec<Finding>) {
    let of = action.get("ActionTypeId");
    let is_of_aws = of.get("Owner").is("AWS");
    let listed = COUNTS
        .iter()
        .find(|(provider, category, ..)| of.get("Provider").is(provider) && of.get("Category").is(category));
    let Some((provider, _, inputs, outputs)) = listed.filter(|_| is_of_aws) else {
        return;
    };
    for (list, kind, [min, max]) in [
        ("InputArtifacts", "input", *inputs),
        ("OutputArtifacts", "output", *outputs),
    ] {
        let list = action.get(list);
        let Some(items) = list.all_items() else { continue };
        let count = items.len();
        let (bound, limit) = if count > max {
            ("at most", max)
        } else if count < min {
            ("at least", min)
        } else {
            continue;
        };
        let plural = if limit == 1 { "" } else { "s" };
        let message =
            format!("a `{provider}` action must have {bound} {limit} {kind} artifact{plural}; found {count}");
        let place = if list.is_absent() { action } else { &list };
        findings.push(place.found(ARTIFACT_COUNT.found(message, "change the list")));
    }
}
