//! Suppressions: rules that do not apply to a template or resource, each with a reason.
//!
//! ```yaml
//! Metadata:
//!   infra-gen:
//!     suppress:
//!       - rule: unknown-property
//!         reason: the property is newer than this program
//! ```
//!
//! In the metadata of a resource, a suppression applies to this resource; in that of the template, to all of it. Any rule can be
//! suppressed, also one that AWS enforces: the author may know better.

use super::{
    catalog::suppressions::{INVALID_SUPPRESSION, UNUSED_SUPPRESSION},
    hint::did_you_mean,
};
use crate::{
    finding::{Finding, FindingPath, Findings, Rule, Scope, Unplaced, ValuePath},
    overrides::OVERRIDES_KEY,
    template::Template,
    value::Json,
};

/// The key in the metadata.
const KEY: &str = "infra-gen";

/// A rule that does not apply.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suppression {
    /// The rule.
    pub rule: &'static Rule,
    /// Why it does not apply.
    pub reason: String,
    /// Where the suppression is written. In the metadata of a resource, it applies to this resource only.
    path: FindingPath,
    used: usize,
}

/// A finding that was suppressed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suppressed {
    /// The finding.
    pub finding: Finding,
    /// Why it was suppressed.
    pub reason: String,
    /// Where the suppression is written; empty if it is not in the template.
    pub suppressed_at: FindingPath,
}

impl Suppression {
    /// A suppression for any template.
    pub fn everywhere(rule: &'static Rule, reason: impl Into<String>) -> Self {
        Self {
            rule,
            reason: reason.into(),
            path: FindingPath::default(),
            used: 0,
        }
    }

    /// A finding about the suppression if it suppressed nothing.
    pub fn unused(&self) -> Option<Finding> {
        (self.used == 0).then(|| {
            let message = format!("the suppression of `{}` suppresses nothing", self.rule);
            Finding::new(self.path.clone(), UNUSED_SUPPRESSION.found(message, "remove it"))
        })
    }

    fn applies_to(&self, finding: &Finding) -> bool {
        let is_in_scope = self.path.section.as_deref() != Some("Resources")
            || (self.path.section == finding.path.section && self.path.name == finding.path.name);
        self.rule == finding.rule && is_in_scope
    }
}

/// Removes the findings to which a suppression applies, and returns them.
pub fn suppress(findings: &mut Findings, suppressions: &mut [Suppression]) -> Vec<Suppressed> {
    let mut suppressed = Vec::new();
    for finding in std::mem::take(&mut findings.0) {
        let suppression = suppressions
            .iter_mut()
            .find(|suppression| suppression.applies_to(&finding));
        match suppression {
            Some(suppression) => {
                suppression.used += 1;
                suppressed.push(Suppressed {
                    finding,
                    reason: suppression.reason.clone(),
                    suppressed_at: suppression.path.clone(),
                });
            }
            None => findings.0.push(finding),
        }
    }
    suppressed
}

impl Template {
    /// Removes the findings that the metadata of the template and its resources suppresses, and returns them. Adds a finding
    /// for each suppression that is malformed, names none of `rules`, or suppressed nothing.
    pub fn suppress(&self, findings: &mut Findings, rules: &[&'static Rule]) -> Vec<Suppressed> {
        let (mut suppressions, malformed) = self.suppressions(rules);
        let suppressed = suppress(findings, &mut suppressions);
        findings.0.extend(malformed);
        // The rules for stacks are checked when the stack is built, and not again for its template.
        let checked = suppressions
            .iter()
            .filter(|suppression| suppression.rule.scope != Scope::Stack);
        findings.0.extend(checked.filter_map(Suppression::unused));
        suppressed
    }

    /// The suppressions in the metadata, and a finding for each malformed one or unknown rule.
    pub fn suppressions(&self, rules: &[&'static Rule]) -> (Vec<Suppression>, Vec<Finding>) {
        let of_template = self
            .metadata
            .get(KEY)
            .map(|entry| (FindingPath::block("Metadata", KEY, ""), entry));
        let of_resources = self.resources.iter().filter_map(|(id, block)| {
            let entry = block.attributes.get("Metadata")?.get(KEY)?;
            let value = ValuePath::from("Metadata").key(KEY);
            Some((FindingPath::block("Resources", id, value), entry))
        });
        let mut suppressions = Vec::new();
        let mut malformed = Vec::new();
        for (path, entry) in of_template.into_iter().chain(of_resources) {
            for (path, entry) in entries(&path, entry, &mut malformed) {
                match read(entry, rules) {
                    Ok((rule, reason)) => suppressions.push(Suppression {
                        path,
                        ..Suppression::everywhere(rule, reason)
                    }),
                    Err(found) => malformed.push(Finding::new(path, found)),
                }
            }
        }
        (suppressions, malformed)
    }
}

/// The items of the list `suppress`, each with its path.
fn entries<'t>(
    path: &FindingPath,
    entry: &'t Json,
    malformed: &mut Vec<Finding>,
) -> Vec<(FindingPath, &'t Json)> {
    let within = |value: ValuePath| FindingPath {
        value: path.value.clone().join(value),
        ..path.clone()
    };
    let known = entry.as_object().map(|keys| {
        keys.keys()
            .find(|key| !["suppress", OVERRIDES_KEY].contains(&key.as_str()))
    });
    match known {
        Some(None) => {}
        Some(Some(other)) => {
            let message = format!("unknown key `{other}`");
            let found = INVALID_SUPPRESSION.found(message, "use `suppress`");
            malformed.push(Finding::new(within(ValuePath::default().key(other)), found));
        }
        None => {
            let found = INVALID_SUPPRESSION.found("this metadata is not a map", SHAPE);
            malformed.push(Finding::new(path.clone(), found));
        }
    }
    match entry.get("suppress") {
        Some(Json::Array(items)) => items
            .iter()
            .enumerate()
            .map(|(i, item)| (within(ValuePath::from("suppress").index(i)), item))
            .collect(),
        Some(_) => {
            let found = INVALID_SUPPRESSION.found("`suppress` is not a list", SHAPE);
            malformed.push(Finding::new(within("suppress".into()), found));
            Vec::new()
        }
        None => Vec::new(),
    }
}

const SHAPE: &str = "write `suppress: [{ rule: …, reason: … }]`";

fn read(entry: &Json, rules: &[&'static Rule]) -> Result<(&'static Rule, String), Unplaced> {
    let text = |key: &str| entry.get(key).and_then(Json::as_str).map(str::trim);
    let Some(id) = text("rule") else {
        return Err(INVALID_SUPPRESSION.found("the suppression names no rule", SHAPE));
    };
    let Some(rule) = rules.iter().find(|rule| rule.id == id) else {
        let hint = did_you_mean(
            id,
            rules.iter().map(|rule| rule.id),
            "see the list of rules: `infra-gen rules`",
        );
        return Err(INVALID_SUPPRESSION.found(format!("unknown rule `{id}`"), hint));
    };
    match text("reason") {
        Some(reason) if !reason.is_empty() => Ok((rule, reason.to_owned())),
        _ => Err(INVALID_SUPPRESSION.found(
            format!("the suppression of `{id}` has no reason"),
            "add a `reason`: why the rule does not apply",
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::{own_template, rules};

    /// A topic with an unknown attribute, and the given metadata.
    fn template(of_template: &str, of_resource: &str) -> Template {
        let text = format!(
            "Metadata: {{{of_template}}}\nResources:\n  A: {{Type: AWS::SNS::Topic, Versoin: 1}}\n  B: {{Type: \
             AWS::SNS::Topic, Versoin: 1, Metadata: {{{of_resource}}}}}\n"
        );
        Template::from_yaml(&text).expect("a template")
    }

    /// The remaining findings, and the suppressed ones.
    fn check(template: &Template) -> (Vec<String>, Vec<String>) {
        let mut findings = template.findings();
        let suppressed = template.suppress(&mut findings, &rules());
        let remaining = findings
            .0
            .iter()
            .map(|finding| format!("{} {}", finding.rule, finding.path));
        let suppressed = suppressed
            .iter()
            .map(|suppressed| format!("{} {}", suppressed.finding.path, suppressed.reason));
        (remaining.collect(), suppressed.collect())
    }

    const SUPPRESS: &str = "infra-gen: {suppress: [{rule: unknown-resource-attribute, reason: an old tool}]}";

    #[test]
    fn the_metadata_of_a_template_suppresses_everywhere() {
        let (remaining, suppressed) = check(&template(SUPPRESS, ""));
        assert!(remaining.is_empty(), "{remaining:?}");
        assert_eq!(
            suppressed,
            [
                "Resources/A at Versoin an old tool",
                "Resources/B at Versoin an old tool"
            ]
        );
    }

    #[test]
    fn the_metadata_of_a_resource_suppresses_in_this_resource() {
        let (remaining, suppressed) = check(&template("", SUPPRESS));
        assert_eq!(remaining, ["unknown-resource-attribute Resources/A at Versoin"]);
        assert_eq!(suppressed, ["Resources/B at Versoin an old tool"]);
    }

    #[test]
    fn malformed_suppressions_are_errors() {
        for (metadata, message) in [
            ("infra-gen: 1", "this metadata is not a map"),
            ("infra-gen: {supress: []}", "unknown key `supress`"),
            ("infra-gen: {suppress: {}}", "`suppress` is not a list"),
            (
                "infra-gen: {suppress: [null-value]}",
                "the suppression names no rule",
            ),
            (
                "infra-gen: {suppress: [{rule: nul-value, reason: x}]}",
                "unknown rule `nul-value`",
            ),
            (
                "infra-gen: {suppress: [{rule: null-value}]}",
                "the suppression of `null-value` has no reason",
            ),
            (
                "infra-gen: {suppress: [{rule: null-value, reason: ' '}]}",
                "the suppression of `null-value` has no reason",
            ),
        ] {
            let template = template(metadata, "");
            let mut findings = template.findings();
            template.suppress(&mut findings, &rules());
            let found: Vec<&str> = findings
                .0
                .iter()
                .filter(|finding| finding.rule == &INVALID_SUPPRESSION)
                .map(|finding| finding.message.as_str())
                .collect();
            assert_eq!(found, [message], "{metadata}");
        }
    }

    #[test]
    fn a_suppression_that_suppresses_nothing_is_a_warning() {
        let unused = "infra-gen: {suppress: [{rule: null-value, reason: x}]}";
        let template = template("", unused);
        let mut findings = template.findings();
        template.suppress(&mut findings, &rules());
        let last = findings.0.last().expect("a warning");
        assert_eq!(last.rule, &UNUSED_SUPPRESSION);
        assert_eq!(
            last.path.to_string(),
            "Resources/B at Metadata.infra-gen.suppress[0]"
        );
        let of_stack = "infra-gen: {suppress: [{rule: wildcard-action, reason: x}]}";
        assert_eq!(check(&self::template("", of_stack)).0.len(), 2);
    }

    #[test]
    fn a_rule_for_stacks_is_suppressed_when_the_stack_is_built() {
        let template = |reason: &str| {
            let text = format!(
                "Resources: {{A: {{Type: Shop::Data::A, Metadata: {{infra-gen: {{suppress: [{{rule: wildcard-action{reason}}}]}}}}, \
                 Properties: {{Statement: {{Effect: Allow, Action: 's3:*'}}}}}}}}"
            );
            Template::from_yaml(&text).expect("a template")
        };
        assert!(own_template(&template(", reason: a sandbox")).0.is_empty());
        assert_eq!(own_template(&template("")).0.len(), 1);
    }
}
