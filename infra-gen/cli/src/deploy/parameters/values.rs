//! Decides the value of each parameter.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use infra_gen_cfn::{Json, NESTED_TEMPLATES_PARAMETER, Template};
use infra_gen_constructs::{ARTIFACTS_BUCKET_PARAMETER, Package};

use super::choices::Choices;
use super::rules::{self, Rules};
use super::usage::{self, Usage};

/// The value of a parameter in a change set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum ParameterValue {
    Value(String),
    /// The value in the deployed stack.
    UsePrevious,
}

/// All parameters of a template with their values.
#[derive(Debug)]
pub(crate) struct Values {
    pub(super) parameters: Vec<Parameter>,
}

/// A parameter and where its value comes from.
#[derive(Debug)]
pub(super) struct Parameter {
    pub(super) name: String,
    pub(super) source: ValueSource,
    /// The deployed value; `None` while the parameter is not deployed.
    pub(super) deployed: Option<String>,
    /// The template's default.
    pub(super) default: Option<String>,
    pub(super) no_echo: bool,
    pub(super) usages: Vec<Usage>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum ValueSource {
    /// The location of code, which the deployment sets.
    Deployment,
    /// The user gave the value for this run.
    Given(String),
    /// The user chose the default with `--use-default`.
    Default(String),
    /// The parameter keeps its deployed value.
    Kept,
    /// The parameter is new and gets its default.
    NewDefault,
    Missing,
}

impl ValueSource {
    /// Where the value of a parameter comes from.
    fn choose(name: &str, choices: &Choices, deployed: Option<&str>, default: Option<&str>) -> Self {
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

    /// Why the template does not allow the value, if so.
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
                let violation = rules.violation(value)?;
                let value = shown(value);
                Some(format!(
                    "the value{value} of parameter `{name}` {violation}{}",
                    rules.description()
                ))
            }
            // CloudFormation returns masked values for `NoEcho`, and looked-up values for SSM parameters.
            Self::Kept if !rules.no_echo && !rules.is_looked_up() => {
                let violation = rules.violation(deployed?)?;
                let value = shown(deployed?);
                Some(format!(
                    "the deployed value{value} of parameter `{name}` {violation}; set another one with `--parameter \
                     {name}=VALUE`"
                ))
            }
            _ => None,
        }
    }
}

/// All problems with the values of the parameters.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct ValueErrors(Vec<String>);

impl std::error::Error for ValueErrors {}

impl fmt::Display for ValueErrors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0.as_slice() {
            [only] => f.write_str(only),
            several => write!(f, "invalid parameter values:\n  {}", several.join("\n  ")),
        }
    }
}

/// The names of the parameters that the deployment sets.
#[derive(Debug, Default)]
pub(crate) struct AutomaticParameters(BTreeSet<String>);

impl AutomaticParameters {
    pub(crate) fn new(packages: &[Package]) -> Self {
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
    /// Decides the value of each parameter. `deployed` has the values of the deployed stack.
    ///
    /// Unknown names and values that the template does not allow are errors. A missing value is not:
    /// [`expect_complete`](Self::expect_complete) reports it.
    pub(crate) fn decide(
        template: &Template,
        deployed: &BTreeMap<String, String>,
        choices: &Choices,
        automatic: &AutomaticParameters,
    ) -> Result<Self, ValueErrors> {
        let mut errors = Vec::new();
        for name in choices.names() {
            if automatic.0.contains(name) {
                errors.push(format!(
                    "parameter `{name}` is set by the deployment and cannot be given a value"
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
                ValueSource::Deployment
            } else {
                ValueSource::choose(name, choices, deployed.as_deref(), default.as_deref())
            };
            if choices.takes_default(name) && source == ValueSource::Missing {
                errors.push(format!(
                    "parameter `{name}` has no default for `--use-default`; set a value with `--parameter {name}=VALUE`"
                ));
            }
            errors.extend(source.problem(name, &rules, deployed.as_deref()));
            parameters.push(Parameter {
                name: name.clone(),
                source,
                deployed,
                default,
                no_echo: rules.no_echo,
                usages: usage::find(template, name),
            });
        }
        if errors.is_empty() {
            Ok(Self { parameters })
        } else {
            Err(ValueErrors(errors))
        }
    }

    /// Fails if a parameter has no value.
    pub(crate) fn expect_complete(&self, template: &Template) -> Result<(), ValueErrors> {
        let missing: Vec<String> = self
            .parameters
            .iter()
            .filter(|parameter| parameter.source == ValueSource::Missing)
            .map(|parameter| missing(&parameter.name, template.parameters.get(&parameter.name)))
            .collect();
        if missing.is_empty() {
            Ok(())
        } else {
            Err(ValueErrors(missing))
        }
    }

    /// The values for the change set, without the parameters that the deployment sets.
    pub(crate) fn submitted(&self) -> BTreeMap<String, ParameterValue> {
        let value = |parameter: &Parameter| {
            let value = match &parameter.source {
                ValueSource::Given(value) | ValueSource::Default(value) => {
                    ParameterValue::Value(value.clone())
                }
                ValueSource::Kept => ParameterValue::UsePrevious,
                ValueSource::Deployment | ValueSource::NewDefault | ValueSource::Missing => return None,
            };
            Some((parameter.name.clone(), value))
        };
        self.parameters.iter().filter_map(value).collect()
    }

    /// The parameters that the deployment sets, each with whether the stack has a value for it.
    pub(crate) fn automatic(&self) -> impl Iterator<Item = (&str, bool)> {
        self.parameters
            .iter()
            .filter(|parameter| parameter.source == ValueSource::Deployment)
            .map(|parameter| (parameter.name.as_str(), parameter.deployed.is_some()))
    }
}

fn unknown(name: &str, template: &Template, automatic: &AutomaticParameters) -> String {
    let known: Vec<&str> = template
        .parameters
        .keys()
        .map(String::as_str)
        .filter(|known| !automatic.0.contains(*known))
        .collect();
    if known.is_empty() {
        format!("unknown parameter `{name}`; the template has no parameters that can be set")
    } else {
        format!(
            "unknown parameter `{name}`; the template has `{}`",
            known.join("`, `")
        )
    }
}

fn missing(name: &str, block: Option<&Json>) -> String {
    let text = |key| block.and_then(|block| block.get(key)).and_then(Json::as_str);
    let description = text("Description").map_or_else(String::new, |text| format!(" ({text})"));
    format!("parameter `{name}`{description} has no value; set it with `--parameter {name}=VALUE`")
}

#[cfg(test)]
mod tests {
    use infra_gen_diff::Change;

    use super::super::NamedValue;
    use super::super::annotate::{HIDDEN, SECTION};
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
        Template::parse(TEMPLATE).expect("the template is valid")
    }

    fn automatic() -> AutomaticParameters {
        AutomaticParameters(BTreeSet::from(["Key".to_owned()]))
    }

    fn deployed(values: &[(&str, &str)]) -> BTreeMap<String, String> {
        let owned = values
            .iter()
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        owned.collect()
    }

    fn choices(given: &[&str], defaults: &[&str]) -> Choices {
        let given: Vec<NamedValue> = given
            .iter()
            .map(|text| text.parse().expect("`NAME=VALUE`"))
            .collect();
        let defaults: Vec<String> = defaults.iter().map(|&name| name.to_owned()).collect();
        Choices::new(&given, None, &defaults).expect("the choices are consistent")
    }

    fn decide(values: &[(&str, &str)], choices: &Choices) -> Result<Values, ValueErrors> {
        Values::decide(&template(), &deployed(values), choices, &automatic())
    }

    #[track_caller]
    fn check_error(values: &[(&str, &str)], choices: &Choices, expected: &str) {
        assert_eq!(
            decide(values, choices)
                .expect_err("a value is invalid")
                .to_string(),
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
        .expect("the values are valid");
        let submitted = values.submitted();
        assert_eq!(submitted.len(), 3, "{submitted:?}");
        assert!(
            submitted
                .values()
                .all(|value| *value == ParameterValue::UsePrevious),
            "{submitted:?}"
        );
        assert_eq!(values.automatic().collect::<Vec<_>>(), [("Key", true)]);
    }

    #[test]
    fn given_values_and_chosen_defaults_are_submitted() {
        let chosen = choices(&["Stage=prod"], &["Days"]);
        let values = decide(&[("Days", "9"), ("Stage", "dev")], &chosen).expect("the values are valid");
        let value = |text: &str| ParameterValue::Value(text.to_owned());
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
        let values = decide(&[("Stage", "dev")], &choices(&[], &[])).expect("the values are valid");
        assert!(!values.submitted().contains_key("Days"));
        assert_eq!(values.expect_complete(&template()), Ok(()));
    }

    #[test]
    fn a_missing_value_is_reported_with_the_description() {
        let values = decide(&[], &choices(&[], &[])).expect("the given values are valid");
        let error = values
            .expect_complete(&template())
            .expect_err("`Stage` has no value");
        assert_eq!(
            error.to_string(),
            "parameter `Stage` (Where it runs) has no value; set it with `--parameter Stage=VALUE`"
        );
    }

    #[test]
    fn every_wrong_value_is_reported() {
        check_error(
            &[],
            &choices(&["Days=15", "Stage=test", "Dayz=3", "Key=mine"], &[]),
            "invalid parameter values:\n  unknown parameter `Dayz`; the template has `Days`, `Stage`, `Secret`\n  \
             parameter `Key` is set by the deployment and cannot be given a value\n  the value `15` of parameter `Days` is \
             above the maximum of 14\n  the value `test` of parameter `Stage` is not one of `dev`, \
             `prod`",
        );
    }

    #[test]
    fn a_deployed_value_that_is_no_longer_allowed_is_reported() {
        check_error(
            &[("Stage", "staging")],
            &choices(&[], &[]),
            "the deployed value `staging` of parameter `Stage` is not one of `dev`, `prod`; set another one with \
             `--parameter Stage=VALUE`",
        );
    }

    #[test]
    fn a_hidden_value_is_never_shown() {
        check_error(
            &[("Stage", "dev")],
            &choices(&["Secret="], &[]),
            "the value of parameter `Secret` is shorter than the minimum length of 1",
        );
        let values = decide(
            &[("Stage", "dev"), ("Secret", "****")],
            &choices(&["Secret=hunter2"], &[]),
        )
        .expect("the values are valid");
        let mut difference = infra_gen_diff::diff(&template(), &template());
        values.annotate(&mut difference);
        let shown = format!("{difference:?}");
        assert!(shown.contains(HIDDEN) && !shown.contains("hunter2"), "{shown}");
    }

    #[test]
    fn the_difference_shows_changed_values_and_their_usages() {
        let values = decide(&[("Days", "9"), ("Stage", "dev")], &choices(&["Days=7"], &[]))
            .expect("the values are valid");
        let mut difference = infra_gen_diff::diff(&template(), &template());
        assert!(difference.is_empty());
        values.annotate(&mut difference);
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
    fn a_value_that_may_cause_data_loss_is_a_risk() {
        let text = "
Parameters: {Name: {Type: String}, Stage: {Type: String}, Title: {Type: String}}
Conditions: {IsProd: !Equals [!Ref Stage, prod]}
Resources:
  Files: {Type: 'AWS::S3::Bucket', Properties: {BucketName: !Sub 'files-${Name}'}}
  Topic: {Type: 'AWS::SNS::Topic', Properties: {DisplayName: !Ref Title}}
";
        let template = Template::parse(text).expect("the template is valid");
        let deployed = deployed(&[("Name", "a"), ("Stage", "dev"), ("Title", "t")]);
        let risks = |given: &[&str]| {
            let values = Values::decide(&template, &deployed, &choices(given, &[]), &automatic());
            values.expect("the values are valid").risks()
        };
        assert_eq!(risks(&["Name=b"]), ["`Name` (used by `Files`)"]);
        assert_eq!(risks(&["Stage=prod"]), ["`Stage` (used by condition `IsProd`)"]);
        assert!(risks(&["Name=a", "Title=u"]).is_empty());
    }

    #[test]
    fn a_new_default_is_pointed_out_when_the_deployed_value_is_kept() {
        let newer =
            Template::parse(&TEMPLATE.replace("Default: 4", "Default: 5")).expect("the template is valid");
        let deployed = deployed(&[("Days", "9"), ("Stage", "dev")]);
        let values = Values::decide(&newer, &deployed, &Choices::default(), &automatic())
            .expect("the values are valid");
        let mut difference = infra_gen_diff::diff(&template(), &newer);
        values.annotate(&mut difference);
        assert_eq!(
            difference.sections[0].notes,
            ["the deployed value `9` is kept; use `--use-default Days` for the new default"]
        );
    }
}
