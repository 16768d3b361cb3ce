//! The values of a template's parameters, by one rule for `diff`, `diff --change-set` and `deploy`.
//!
//! A parameter gets the value that was given for this run; without one it keeps its deployed value; without that it gets
//! its default. A parameter without any of the three is an error. CloudFormation itself would go back to the default for
//! every parameter that an update does not name.
//!
//! Where the handlers' code lies is a parameter, too, and the deployment alone sets it. Values of `NoEcho` parameters are
//! never shown.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use infra_gen_cfn::{Json, NESTED_TEMPLATES_PARAMETER, Template, schema};
use infra_gen_constructs::{ARTIFACTS_BUCKET_PARAMETER, Package};
use infra_gen_diff::{Change, Diff, Effect, Path, PropertyChange, SectionChange};

use super::change_set::Given;

pub(crate) use choices::{Choices, ChoicesError, Typed};
use rules::Rules;

mod choices;
mod rules;

/// What is shown in place of a `NoEcho` value.
const HIDDEN: &str = "(hidden, NoEcho)";

/// The section of a difference that has the values of parameters.
const SECTION: &str = "Parameter values";

/// Every parameter of a template with the value that it gets.
#[derive(Debug)]
pub(crate) struct Values {
    parameters: Vec<Parameter>,
}

/// A parameter and where its value comes from.
#[derive(Debug)]
struct Parameter {
    name: String,
    source: Source,
    /// Nothing while it is not deployed.
    deployed: Option<String>,
    /// The template's default.
    default: Option<String>,
    no_echo: bool,
    /// Resources and conditions that refer to it.
    users: Vec<User>,
}

/// What refers to a parameter.
#[derive(Debug)]
struct User {
    /// In words.
    name: String,
    /// Whether another value may cost data: by replacing a resource that holds some, or by a condition.
    may_cost_data: bool,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Source {
    /// Where code lies: only the deployment knows.
    Deployment,
    Given(String),
    /// It was asked for by name.
    Default(String),
    Kept,
    /// It is new, and nothing was said about it.
    NewDefault,
    Missing,
}

impl Source {
    fn of(name: &str, choices: &Choices, deployed: Option<&str>, default: Option<&str>) -> Self {
        if let Some(value) = choices.given(name) {
            return Self::Given(value.to_owned());
        }
        let is_reset = choices.takes_default(name);
        match (deployed, default) {
            (_, Some(default)) if is_reset => Self::Default(default.to_owned()),
            (Some(_), _) if !is_reset => Self::Kept,
            (None, Some(_)) => Self::NewDefault,
            _ => Self::Missing,
        }
    }

    /// Why the template does not allow the value.
    fn problem(&self, name: &str, rules: &Rules<'_>, deployed: Option<&str>) -> Option<String> {
        let shown = |value: &str| {
            if rules.no_echo {
                String::new()
            } else {
                format!(" `{value}`")
            }
        };
        match self {
            Self::Given(value) => {
                let problem = rules.judge(value)?;
                let value = shown(value);
                Some(format!(
                    "the value{value} of parameter `{name}` {problem}{}",
                    rules.explained()
                ))
            }
            // What CloudFormation masks or looks up is not the value that was given.
            Self::Kept if !rules.no_echo && !rules.is_looked_up() => {
                let problem = rules.judge(deployed?)?;
                let value = shown(deployed?);
                Some(format!(
                    "the deployed value{value} of parameter `{name}` {problem}; give it another with `--parameter \
                     {name}=VALUE`"
                ))
            }
            _ => None,
        }
    }
}

/// Everything that is wrong with the values of the parameters.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct ValueErrors(Vec<String>);

impl std::error::Error for ValueErrors {}

impl fmt::Display for ValueErrors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0.as_slice() {
            [only] => f.write_str(only),
            several => write!(f, "the parameters have wrong values:\n  {}", several.join("\n  ")),
        }
    }
}

/// Which of a template's parameters the deployment sets itself.
#[derive(Debug, Default)]
pub(crate) struct Automatic(BTreeSet<String>);

impl Automatic {
    pub(crate) fn of(packages: &[Package]) -> Self {
        let mut names: BTreeSet<String> = packages
            .iter()
            .map(|package| package.parameter().into())
            .collect();
        if !names.is_empty() {
            names.insert(ARTIFACTS_BUCKET_PARAMETER.into());
        }
        names.insert(NESTED_TEMPLATES_PARAMETER.to_owned());
        Self(names)
    }
}

impl Values {
    /// Decides the value of every parameter. `deployed` has the values of the stack as it is.
    ///
    /// Unknown names and values that the template does not allow are errors; a missing value is one for
    /// [`expect_complete`](Self::expect_complete).
    pub(crate) fn decide(
        template: &Template,
        deployed: &BTreeMap<String, String>,
        choices: &Choices,
        automatic: &Automatic,
    ) -> Result<Self, ValueErrors> {
        let mut errors = Vec::new();
        for name in choices.names() {
            if automatic.0.contains(name) {
                errors.push(format!(
                    "parameter `{name}` is set by the deployment itself; do not give it a value"
                ));
            } else if !template.parameters.contains_key(name) {
                errors.push(unknown(name, template, automatic));
            }
        }
        let mut parameters = Vec::new();
        for (name, block) in &template.parameters {
            let rules = Rules::read(block);
            let default = block.get("Default").and_then(rules::as_text);
            let deployed = deployed.get(name).cloned();
            let source = if automatic.0.contains(name) {
                Source::Deployment
            } else {
                Source::of(name, choices, deployed.as_deref(), default.as_deref())
            };
            if choices.takes_default(name) && source == Source::Missing {
                errors.push(format!(
                    "parameter `{name}` has no default for `--use-default`; give it a value with `--parameter \
                     {name}=VALUE`"
                ));
            }
            errors.extend(source.problem(name, &rules, deployed.as_deref()));
            parameters.push(Parameter {
                name: name.clone(),
                source,
                deployed,
                default,
                no_echo: rules.no_echo,
                users: users(template, name),
            });
        }
        if errors.is_empty() {
            Ok(Self { parameters })
        } else {
            Err(ValueErrors(errors))
        }
    }

    /// Refuses parameters that would have no value.
    pub(crate) fn expect_complete(&self, template: &Template) -> Result<(), ValueErrors> {
        let missing: Vec<String> = self
            .parameters
            .iter()
            .filter(|parameter| parameter.source == Source::Missing)
            .map(|parameter| missing(&parameter.name, template.parameters.get(&parameter.name)))
            .collect();
        if missing.is_empty() {
            Ok(())
        } else {
            Err(ValueErrors(missing))
        }
    }

    /// What CloudFormation is told. Parameters that the deployment sets are left out.
    pub(crate) fn submitted(&self) -> BTreeMap<String, Given> {
        let given = |parameter: &Parameter| {
            let given = match &parameter.source {
                Source::Given(value) | Source::Default(value) => Given::Value(value.clone()),
                Source::Kept => Given::AsDeployed,
                Source::Deployment | Source::NewDefault | Source::Missing => return None,
            };
            Some((parameter.name.clone(), given))
        };
        self.parameters.iter().filter_map(given).collect()
    }

    /// The parameters that the deployment sets, each with whether the stack has a value for it.
    pub(crate) fn automatic(&self) -> impl Iterator<Item = (&str, bool)> {
        self.parameters
            .iter()
            .filter(|parameter| parameter.source == Source::Deployment)
            .map(|parameter| (parameter.name.as_str(), parameter.deployed.is_some()))
    }

    /// The parameters whose new value may remove or replace what holds data, each with what uses it. Only CloudFormation
    /// knows whether it does.
    pub(crate) fn risks(&self) -> Vec<String> {
        let changed = self
            .parameters
            .iter()
            .filter(|parameter| parameter.changed().is_some());
        changed
            .filter_map(|parameter| {
                let users = parameter.users.iter().filter(|user| user.may_cost_data);
                let users: Vec<&str> = users.map(|user| user.name.as_str()).collect();
                (!users.is_empty()).then(|| format!("`{}` (used by {})", parameter.name, users.join(", ")))
            })
            .collect()
    }

    /// The parameters whose values change. Those that the deployment itself sets say where the code is.
    pub(crate) fn changed(&self) -> BTreeSet<String> {
        self.parameters
            .iter()
            .filter(|parameter| parameter.changed().is_some())
            .map(|parameter| parameter.name.clone())
            .collect()
    }

    /// Adds the values that change to a difference, and to the parameters that change what becomes of their values.
    pub(crate) fn note(&self, difference: &mut Diff) {
        for parameter in &self.parameters {
            if let Some(change) = parameter.changed() {
                difference.sections.push(change);
                difference.summary.other += 1;
            }
            let section = difference
                .sections
                .iter_mut()
                .find(|section| section.section == "Parameters" && section.name == parameter.name);
            if let Some(section) = section {
                parameter.annotate(section);
            }
        }
    }
}

impl Parameter {
    /// The difference between the deployed value and the one that it gets.
    fn changed(&self) -> Option<SectionChange> {
        let (Source::Given(new) | Source::Default(new)) = &self.source else {
            return None;
        };
        let shown = |value: &str| Json::from(if self.no_echo { HIDDEN } else { value });
        let change = match &self.deployed {
            // A hidden value may be the same; nobody can tell.
            Some(old) if self.no_echo || old != new => Change::Changed {
                old: shown(old),
                new: shown(new),
            },
            Some(_) => return None,
            None => Change::Added { new: shown(new) },
        };
        let mut notes = Vec::new();
        if let Source::Default(_) = self.source {
            notes.push("this is the template's default".to_owned());
        }
        if !self.users.is_empty() {
            let users: Vec<&str> = self.users.iter().map(|user| user.name.as_str()).collect();
            notes.push(format!("used by {}", users.join(", ")));
        }
        Some(SectionChange {
            section: SECTION.to_owned(),
            name: self.name.clone(),
            changes: vec![PropertyChange {
                path: Path::default(),
                change,
                effect: Effect::None,
                follows: None,
                through: None,
            }],
            notes,
        })
    }

    fn annotate(&self, section: &mut SectionChange) {
        let name = &self.name;
        let changes_default = section.changes.iter().any(|change| {
            matches!(change.change, Change::Changed { .. }) && change.path.to_string() == "Default"
        });
        match &self.source {
            Source::Deployment => section.notes = vec!["the deployment sets its value".to_owned()],
            Source::Kept if changes_default => {
                let kept = match &self.deployed {
                    Some(value) if !self.no_echo => format!("the deployed value `{value}` is kept"),
                    _ => "the deployed value is kept".to_owned(),
                };
                section
                    .notes
                    .push(format!("{kept}; `--use-default {name}` takes the new default"));
            }
            Source::Missing => {
                section.notes = vec![format!(
                    "it has no default: give it a value with `--parameter {name}=VALUE`"
                )];
            }
            Source::Given(_) if self.default.is_none() => section.notes.clear(),
            _ => {}
        }
    }
}

fn unknown(name: &str, template: &Template, automatic: &Automatic) -> String {
    let known: Vec<&str> = template
        .parameters
        .keys()
        .map(String::as_str)
        .filter(|known| !automatic.0.contains(*known))
        .collect();
    if known.is_empty() {
        format!("there is no parameter `{name}`; the template has none that takes a value")
    } else {
        format!(
            "there is no parameter `{name}`; the template has `{}`",
            known.join("`, `")
        )
    }
}

fn missing(name: &str, block: Option<&Json>) -> String {
    let text = |key| block.and_then(|block| block.get(key)).and_then(Json::as_str);
    let description = text("Description").map_or_else(String::new, |text| format!(" ({text})"));
    format!("parameter `{name}`{description} has no value; give it one with `--parameter {name}=VALUE`")
}

/// What refers to a parameter.
fn users(template: &Template, name: &str) -> Vec<User> {
    let in_resources = template.resources.iter().filter_map(|(logical, block)| {
        let value = serde_json::to_value(block).ok()?;
        refers(&value, name).then(|| User {
            name: format!("`{logical}`"),
            may_cost_data: schema::holds_data(&block.type_name) != Some(false),
        })
    });
    let in_conditions = template
        .conditions
        .iter()
        .filter(|(_, condition)| refers(condition, name))
        .map(|(condition, _)| User {
            name: format!("condition `{condition}`"),
            may_cost_data: true,
        });
    in_resources.chain(in_conditions).collect()
}

fn refers(value: &Json, name: &str) -> bool {
    match value {
        Json::Array(items) => items.iter().any(|item| refers(item, name)),
        Json::Object(fields) => fields.iter().any(|(key, value)| match (key.as_str(), value) {
            ("Ref", Json::String(to)) => to == name,
            ("Fn::Sub", Json::String(text)) => text.contains(&format!("${{{name}}}")),
            ("Fn::Sub", Json::Array(parts)) => parts.iter().any(|part| match part {
                Json::String(text) => text.contains(&format!("${{{name}}}")),
                other => refers(other, name),
            }),
            (_, value) => refers(value, name),
        }),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEMPLATE: &str = "
Parameters:
  Days: {Type: Number, Default: 4, MinValue: 1, MaxValue: 14}
  Stage: {Type: String, AllowedValues: [dev, prod], Description: Where it runs}
  Secret: {Type: String, NoEcho: true, Default: x, MinLength: 1}
  Key: {Type: String}
Resources:
  Jobs: {Type: 'AWS::SQS::Queue', Properties: {DelaySeconds: !Ref Days, QueueName: !Sub 'jobs-${Stage}'}}
";

    fn template() -> Template {
        Template::parse(TEMPLATE).expect("the test's template can be read")
    }

    fn automatic() -> Automatic {
        Automatic(BTreeSet::from(["Key".to_owned()]))
    }

    fn deployed(values: &[(&str, &str)]) -> BTreeMap<String, String> {
        let owned = values
            .iter()
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        owned.collect()
    }

    fn choices(given: &[&str], defaults: &[&str]) -> Choices {
        let given: Vec<Typed> = given.iter().map(|text| text.parse().expect("K=V")).collect();
        let defaults: Vec<String> = defaults.iter().map(|&name| name.to_owned()).collect();
        Choices::new(&given, None, &defaults).expect("the choices agree")
    }

    fn decide(values: &[(&str, &str)], choices: &Choices) -> Result<Values, ValueErrors> {
        Values::decide(&template(), &deployed(values), choices, &automatic())
    }

    #[track_caller]
    fn check_error(values: &[(&str, &str)], choices: &Choices, expected: &str) {
        assert_eq!(
            decide(values, choices).expect_err("a value is wrong").to_string(),
            expected
        );
    }

    #[test]
    fn deployed_values_are_kept() {
        let values = decide(
            &[
                ("Days", "9"),
                ("Stage", "dev"),
                ("Secret", "****"),
                ("Key", "a.zip"),
            ],
            &choices(&[], &[]),
        )
        .expect("all is well");
        let submitted = values.submitted();
        assert_eq!(submitted.len(), 3, "{submitted:?}");
        assert!(
            submitted.values().all(|given| *given == Given::AsDeployed),
            "{submitted:?}"
        );
        assert_eq!(values.automatic().collect::<Vec<_>>(), [("Key", true)]);
    }

    #[test]
    fn given_values_and_wanted_defaults_are_sent() {
        let chosen = choices(&["Stage=prod"], &["Days"]);
        let values = decide(&[("Days", "9"), ("Stage", "dev")], &chosen).expect("all is well");
        let value = |text: &str| Given::Value(text.to_owned());
        assert_eq!(
            values.submitted(),
            BTreeMap::from([
                ("Days".to_owned(), value("4")),
                ("Stage".to_owned(), value("prod"))
            ])
        );
    }

    #[test]
    fn a_new_parameter_takes_its_default() {
        let values = decide(&[("Stage", "dev")], &choices(&[], &[])).expect("all is well");
        assert!(!values.submitted().contains_key("Days"));
        assert_eq!(values.expect_complete(&template()), Ok(()));
    }

    #[test]
    fn a_parameter_without_any_value_is_named_with_its_description() {
        let values = decide(&[], &choices(&[], &[])).expect("nothing is wrong yet");
        let error = values
            .expect_complete(&template())
            .expect_err("there is no stage");
        assert_eq!(
            error.to_string(),
            "parameter `Stage` (Where it runs) has no value; give it one with `--parameter Stage=VALUE`"
        );
    }

    #[test]
    fn every_wrong_value_is_reported() {
        check_error(
            &[],
            &choices(&["Days=15", "Stage=test", "Dayz=3", "Key=mine"], &[]),
            "the parameters have wrong values:\n  there is no parameter `Dayz`; the template has `Days`, `Stage`, \
             `Secret`\n  parameter `Key` is set by the deployment itself; do not give it a value\n  the value `15` of \
             parameter `Days` is above its maximum, 14\n  the value `test` of parameter `Stage` is not one of `dev`, \
             `prod`",
        );
    }

    #[test]
    fn a_deployed_value_that_is_not_allowed_any_more_is_reported() {
        check_error(
            &[("Stage", "staging")],
            &choices(&[], &[]),
            "the deployed value `staging` of parameter `Stage` is not one of `dev`, `prod`; give it another with \
             `--parameter Stage=VALUE`",
        );
    }

    #[test]
    fn a_hidden_value_is_never_shown() {
        check_error(
            &[("Stage", "dev")],
            &choices(&["Secret="], &[]),
            "the value of parameter `Secret` is shorter than its minimum length, 1",
        );
        let values = decide(
            &[("Stage", "dev"), ("Secret", "****")],
            &choices(&["Secret=hunter2"], &[]),
        )
        .expect("all is well");
        let mut difference = infra_gen_diff::diff(&template(), &template());
        values.note(&mut difference);
        let shown = format!("{difference:?}");
        assert!(shown.contains(HIDDEN) && !shown.contains("hunter2"), "{shown}");
    }

    #[test]
    fn a_difference_has_the_values_that_change_and_what_uses_them() {
        let values =
            decide(&[("Days", "9"), ("Stage", "dev")], &choices(&["Days=7"], &[])).expect("all is well");
        let mut difference = infra_gen_diff::diff(&template(), &template());
        assert!(difference.is_empty());
        values.note(&mut difference);
        let [section] = difference.sections.as_slice() else {
            panic!("{:?}", difference.sections);
        };
        assert_eq!(
            (section.section.as_str(), section.name.as_str()),
            (SECTION, "Days")
        );
        let (old, new) = (Json::from("9"), Json::from("7"));
        assert_eq!(section.changes[0].change, Change::Changed { old, new });
        assert_eq!(section.notes, ["used by `Jobs`"]);
        assert_eq!(difference.summary.other, 1);
    }

    #[test]
    fn a_value_that_may_cost_data_is_a_risk() {
        let text = "
Parameters: {Name: {Type: String}, Stage: {Type: String}, Title: {Type: String}}
Conditions: {IsProd: !Equals [!Ref Stage, prod]}
Resources:
  Files: {Type: 'AWS::S3::Bucket', Properties: {BucketName: !Sub 'files-${Name}'}}
  Topic: {Type: 'AWS::SNS::Topic', Properties: {DisplayName: !Ref Title}}
";
        let template = Template::parse(text).expect("it can be read");
        let deployed = deployed(&[("Name", "a"), ("Stage", "dev"), ("Title", "t")]);
        let risks = |given: &[&str]| {
            let values = Values::decide(&template, &deployed, &choices(given, &[]), &automatic());
            values.expect("all is well").risks()
        };
        assert_eq!(risks(&["Name=b"]), ["`Name` (used by `Files`)"]);
        assert_eq!(risks(&["Stage=prod"]), ["`Stage` (used by condition `IsProd`)"]);
        assert!(risks(&["Name=a", "Title=u"]).is_empty());
    }

    #[test]
    fn a_new_default_does_not_replace_a_deployed_value_in_silence() {
        let newer = Template::parse(&TEMPLATE.replace("Default: 4", "Default: 5")).expect("it can be read");
        let deployed = deployed(&[("Days", "9"), ("Stage", "dev")]);
        let values =
            Values::decide(&newer, &deployed, &Choices::default(), &automatic()).expect("all is well");
        let mut difference = infra_gen_diff::diff(&template(), &newer);
        values.note(&mut difference);
        assert_eq!(
            difference.sections[0].notes,
            ["the deployed value `9` is kept; `--use-default Days` takes the new default"]
        );
    }
}
