//! `AWS::CloudWatch::InsightRule`. Generated; see `generator/`.

use crate::{
    handle::Handle,
    kind,
    reference::Arn,
    resource,
    schema::{Attribute, Object, Property, Reference, Shape, TypeSchema},
    tag::Tag,
    text_enum::text_enum,
    value::{Json, List, ObjectWriter, ToJson, Value},
};

/// Creates or updates a Contributor Insights rule. Rules evaluate log events in a CloudWatch Logs log group,
/// enabling you to find contributor data for the log events in that log group. For more information, see
/// [Using Contributor Insights to Analyze High-Cardinality
/// Data](https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/ContributorInsights.html) in the
/// *Amazon CloudWatch User Guide*.
///
/// `AWS::CloudWatch::InsightRule`.
#[derive(Debug, Clone, PartialEq)]
pub struct InsightRule {
    /// Determines whether the rules is evaluated on transformed versions of logs. Valid values are `TRUE` and
    /// `FALSE`.
    pub apply_on_transformed_logs: Option<Value<bool>>,
    /// The definition of the rule, as a JSON object. For details about the syntax, see [Contributor Insights
    /// Rule
    /// Syntax](https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/ContributorInsights-RuleSyntax.html)
    /// in the *Amazon CloudWatch User Guide*.
    pub rule_body: Value<String>,
    /// The name of the rule.
    ///
    /// Update requires: replacement. Length: 1 to 128. Pattern: `^[\x20-\x7E]+$`.
    pub rule_name: Value<String>,
    /// The current state of the rule. Valid values are `ENABLED` and `DISABLED`.
    ///
    /// Length: 1 to 32.
    pub rule_state: Value<RuleState>,
    /// A list of key-value pairs to associate with the Contributor Insights rule. You can associate as many
    /// as 50 tags with a rule.
    pub tags: Option<Value<List<Tag>>>,
}

impl InsightRule {
    /// With the required properties only.
    pub fn new(
        rule_body: impl Into<Value<String>>,
        rule_name: impl Into<Value<String>>,
        rule_state: impl Into<Value<RuleState>>,
    ) -> Self {
        Self {
            apply_on_transformed_logs: None,
            rule_body: rule_body.into(),
            rule_name: rule_name.into(),
            rule_state: rule_state.into(),
            tags: None,
        }
    }
}

impl ToJson for InsightRule {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("ApplyOnTransformedLogs", self.apply_on_transformed_logs.as_ref());
        object.required("RuleBody", &self.rule_body);
        object.required("RuleName", &self.rule_name);
        object.required("RuleState", &self.rule_state);
        object.optional("Tags", self.tags.as_ref());
        object.finish()
    }
}

impl resource::Resource for InsightRule {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::cloudwatch::InsightRule;
    type Reference = Arn<kind::cloudwatch::InsightRule>;
}

impl Handle<InsightRule> {
    /// The ARN of the Contributor Insights rule, such as
    /// `arn:aws:cloudwatch:us-west-2:123456789012:insight-rule/MyInsightRuleName`.
    ///
    /// `Fn::GetAtt` of `Arn`.
    pub fn arn(&self) -> Value<Arn<kind::cloudwatch::InsightRule>> {
        self.attribute("Arn")
    }

    /// The name of the Contributor Insights rule.
    ///
    /// `Fn::GetAtt` of `RuleName`.
    pub fn rule_name(&self) -> Value<String> {
        self.attribute("RuleName")
    }
}

text_enum! {
    /// The values of `InsightRule.RuleState`.
    RuleState {
        Enabled = "ENABLED",
        Disabled = "DISABLED",
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::CloudWatch::InsightRule",
    properties: &INSIGHT_RULE,
    create_only: &["RuleName"],
    conditional_create_only: &[],
    read_only: &["Arn"],
    write_only: &[],
    primary_identifier: &["Arn"],
    reference: Reference::Arn,
    attributes: &[Attribute::scalar("Arn"), Attribute::scalar("RuleName")],
    stateful: false,
};

static INSIGHT_RULE: Object = Object {
    properties: &[
        Property::optional("ApplyOnTransformedLogs", Shape::Boolean),
        Property::optional("Arn", Shape::Json),
        Property::required("RuleBody", Shape::TEXT),
        Property::required(
            "RuleName",
            Shape::TEXT
                .pattern(r"^[\x20-\x7E]+$")
                .min_length(1)
                .max_length(128),
        ),
        Property::required(
            "RuleState",
            Shape::one_of(RuleState::VALUES).min_length(1).max_length(32),
        ),
        Property::optional("Tags", Shape::list(&Shape::Object(&TAG)).unique()),
    ],
    constraints: &[],
};

static TAG: Object = Object {
    properties: &[
        Property::required("Key", Shape::TEXT.min_length(1).max_length(128)),
        Property::required("Value", Shape::TEXT.max_length(256)),
    ],
    constraints: &[],
};
