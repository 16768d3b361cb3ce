//! Compares access other than through policies and routes: networks, public access, sharing, and the properties of any type
//! that affect access.
//!
//! [`rules`] is the table of what opens or restricts access; [`judge`] applies it. The rules of security groups and network
//! ACLs are compared as sets. A change of any other property that looks like access, or of an unknown type, may broaden
//! access. In doubt, it does.

mod judge;
mod levels;
mod network_acls;
mod networks;
mod places;
mod properties;
pub(crate) mod protections;
mod rule;
mod rules;
mod security_groups;
#[cfg(test)]
mod table_tests;

use std::collections::BTreeSet;

use infra_gen_cfn::{Json, ResourceBlock, Template};

use crate::{
    iam::RESOURCE_POLICIES,
    indirect::{Existence, IndirectChanges},
    model::{AccessChange, Action, Path, PropertyChange, ResourceChange},
    nested::is_nested_stack,
};

use judge::{Update, Verdict};
use rule::{AccessEffect, Rule};

/// All changes that broaden access, or may, other than through policies and routes. Both templates are in normal form, with
/// their values evaluated.
pub(crate) fn compare(
    old: &Template,
    new: &Template,
    changes: &[ResourceChange],
    indirect: &IndirectChanges<'_>,
    compared: &BTreeSet<String>,
) -> Vec<AccessChange> {
    let mut found = BTreeSet::new();
    security_groups::compare(old, new, &mut found);
    network_acls::compare(old, new, &mut found);
    for change in changes {
        let old_id = match &change.action {
            Action::Recreate { from } | Action::Redeploy { from } => from,
            _ => &change.logical_id,
        };
        let (before, after) = (old.resources.get(old_id), new.resources.get(&change.logical_id));
        let resource = Resource {
            change,
            before,
            after,
            existence: match (before, after) {
                (Some(before), Some(after)) => indirect.existence(before, after),
                _ => Existence::Unchanged,
            },
            rules: rules::of_type(&change.type_name).collect(),
        };
        if is_nested_stack(&change.type_name) {
            resource.nested_stack(compared.contains(&change.logical_id), &mut found);
        } else {
            resource.compare(&mut found);
        }
    }
    found.into_iter().collect()
}

/// The changes found so far, sorted and without duplicates.
type Found = BTreeSet<AccessChange>;

struct Resource<'a> {
    change: &'a ResourceChange,
    /// `None` if the resource certainly does not exist.
    before: Option<&'a ResourceBlock>,
    after: Option<&'a ResourceBlock>,
    existence: Existence,
    rules: Vec<&'static Rule>,
}

/// Types that only allow or restrict access, which is compared as permissions, routes or network rules.
const COMPARED_TYPES: [&str; 11] = [
    "AWS::ApiGateway::Method",
    "AWS::ApiGatewayV2::Route",
    "AWS::EC2::NetworkAclEntry",
    "AWS::EC2::SecurityGroupEgress",
    "AWS::EC2::SecurityGroupIngress",
    "AWS::IAM::GroupPolicy",
    "AWS::IAM::ManagedPolicy",
    "AWS::IAM::Policy",
    "AWS::IAM::RolePolicy",
    "AWS::IAM::UserPolicy",
    "AWS::Lambda::Permission",
];

/// Properties of other types that are compared as permissions, routes or network rules.
const COMPARED_PROPERTIES: [(&str, &[&str]); 8] = [
    ("AWS::ApiGateway::RestApi", &["Body"]),
    ("AWS::ApiGatewayV2::Api", &["Body", "RouteKey", "Target"]),
    (
        "AWS::EC2::SecurityGroup",
        &["SecurityGroupEgress", "SecurityGroupIngress"],
    ),
    ("AWS::IAM::Group", &["ManagedPolicyArns", "Policies"]),
    (
        "AWS::IAM::Role",
        &[
            "AssumeRolePolicyDocument",
            "ManagedPolicyArns",
            "PermissionsBoundary",
            "Policies",
        ],
    ),
    (
        "AWS::IAM::User",
        &["ManagedPolicyArns", "PermissionsBoundary", "Policies"],
    ),
    (
        "AWS::Serverless::Function",
        &[
            "AssumeRolePolicyDocument",
            "Events",
            "PermissionsBoundary",
            "Policies",
        ],
    ),
    (
        "AWS::Serverless::StateMachine",
        &["PermissionsBoundary", "Policies"],
    ),
];

/// Properties of any type that only describe the resource.
const DESCRIPTIVE: [&str; 2] = ["Description", "Tags"];

impl Resource<'_> {
    fn compare(&self, found: &mut Found) {
        let type_name = self.change.type_name.as_str();
        let is_unknown = infra_gen_schema::is_custom(type_name) || !infra_gen_schema::is_known(type_name);
        if is_unknown {
            let what = "unknown type; the change may broaden access";
            self.add(&Path::default(), what, false, found);
            return;
        }
        match self.change.action {
            Action::Add => self.created(true, found),
            Action::Remove => self.removed(true, found),
            Action::Redeploy { .. } => {}
            _ => self.updated(found),
        }
    }

    /// A nested stack, whose template is compared on its own, or not at all.
    fn nested_stack(&self, is_compared: bool, found: &mut Found) {
        let may_be_created = matches!(
            self.existence,
            Existence::MayChange {
                may_be_created: true,
                ..
            }
        );
        if self.change.action == Action::Remove || self.change.absent {
            return;
        }
        if !is_compared {
            let what = "the access that the nested template allows is not compared";
            self.add(&Path::default(), what, false, found);
        } else if may_be_created {
            let what = "the nested stack may be created, with the access that its template allows";
            self.add(&Path::default(), what, false, found);
        }
    }

    fn updated(&self, found: &mut Found) {
        if let Existence::MayChange {
            through,
            may_be_removed,
            may_be_created,
        } = &self.existence
        {
            if *may_be_created {
                self.created(false, found);
            }
            if *may_be_removed {
                self.removed(false, found);
            }
            if self.is_compared_as_a_whole() {
                let what = format!("it depends on {through}, which changes; access may broaden");
                self.add(&Path::default().name("Condition"), &what, false, found);
            }
        }
        for change in &self.change.changes {
            self.property(change, found);
        }
    }

    /// A changed property.
    fn property(&self, change: &PropertyChange, found: &mut Found) {
        let keys = change.path.below_properties();
        let is_relevant = keys.is_some_and(|keys| {
            keys.first()
                .is_none_or(|first| !DESCRIPTIVE.contains(&first.as_str()))
        });
        if !is_relevant || change.follows.is_some() {
            return;
        }
        if self.is_compared(change) {
            if let Some(through) = &change.through
                && change.change.before() == change.change.after()
            {
                let what = format!("it depends on {through}, which changes; access may broaden");
                self.add(&change.path, &what, false, found);
            }
            return;
        }
        let update = Update {
            change,
            before: self.before,
            after: self.after,
        };
        let depth = change.path.below_properties().map_or(0, |keys| keys.len());
        let covering: Vec<&Rule> = self
            .rules
            .iter()
            .copied()
            .filter(|rule| judge::covers(rule, change))
            .collect();
        // Of the rules at or above the change, the most specific one applies.
        let length = |rule: &Rule| match rule.name_at_any_depth() {
            Some(_) => 0,
            None => rule.segments().len(),
        };
        let above = covering
            .iter()
            .map(|rule| length(rule))
            .filter(|length| *length <= depth);
        let specific = above.max();
        for rule in &covering {
            if length(rule) > depth || Some(length(rule)) == specific {
                self.add_verdicts(rule, judge::update(rule, &update), found);
            }
        }
        if specific.is_some() {
            return;
        }
        for rule in self
            .rules
            .iter()
            .filter(|rule| rule.name_at_any_depth().is_some())
        {
            self.add_verdicts(rule, judge::update(rule, &update), found);
        }
        if let Some(rule) = self.rule_of_type() {
            let what = "any change of this type may broaden access";
            self.add_documented(&change.path, what, false, rule, found);
        } else if properties::affects_access(&self.change.type_name, change, &self.rules) {
            let what = "it affects access and was not compared; access may broaden";
            self.add(&change.path, what, false, found);
        }
    }

    /// The resource is created, or may be.
    fn created(&self, is_certain: bool, found: &mut Found) {
        // It certainly does not exist afterwards.
        let Some(block) = self.after else { return };
        let exists = is_certain && !block.attributes.contains_key("Condition");
        let is_specific = |name: &str| {
            let mut names = self
                .rules
                .iter()
                .filter(|rule| rule.name_at_any_depth().is_none());
            names.any(|rule| rule.segments().last() == Some(&name))
        };
        for rule in &self.rules {
            if rule.name_at_any_depth().is_some_and(is_specific) {
                continue;
            }
            if !rule.path.is_empty() {
                let verdicts = judge::creation(rule, block).into_iter();
                let verdicts = verdicts.map(|verdict| Verdict {
                    certain: verdict.certain && exists,
                    ..verdict
                });
                self.add_verdicts(rule, verdicts.collect(), found);
                continue;
            }
            match rule.effect {
                AccessEffect::Added => {
                    self.add_documented(&Path::default(), "it grants access", exists, rule, found);
                }
                AccessEffect::Created => {
                    self.add_documented(&Path::default(), "it is a new way in", exists, rule, found);
                }
                AccessEffect::Changed => {
                    let what = "a new resource of this type may broaden access";
                    self.add_documented(&Path::default(), what, false, rule, found);
                }
                _ => {}
            }
        }
    }

    /// The resource is removed, or may be.
    fn removed(&self, is_certain: bool, found: &mut Found) {
        let Some(block) = self.before else { return };
        let existed = is_certain && !block.attributes.contains_key("Condition");
        let Some(rule) = self.rule_of_type() else { return };
        match rule.effect {
            AccessEffect::Removed => {
                let what = "it no longer restricts access";
                self.add_documented(&Path::default(), what, existed, rule, found);
            }
            AccessEffect::Changed => {
                let what = "removing a resource of this type may broaden access";
                self.add_documented(&Path::default(), what, false, rule, found);
            }
            _ => {}
        }
    }

    /// The rule for the type as a whole.
    fn rule_of_type(&self) -> Option<&'static Rule> {
        let is_of_type = |rule: &&&'static Rule| {
            rule.path.is_empty() && !matches!(rule.effect, AccessEffect::Created | AccessEffect::Never)
        };
        self.rules.iter().find(is_of_type).copied()
    }

    /// Whether the resource only allows or restricts access by what is compared elsewhere, or has a policy.
    fn is_compared_as_a_whole(&self) -> bool {
        let type_name = self.change.type_name.as_str();
        let has_policy = |block: Option<&ResourceBlock>| {
            block.is_some_and(|block| {
                block.properties.iter().any(|(name, value)| {
                    RESOURCE_POLICIES.contains(&name.as_str()) || value.get("Statement").is_some()
                })
            })
        };
        COMPARED_TYPES.contains(&type_name)
            || COMPARED_PROPERTIES
                .iter()
                .any(|(of_type, _)| *of_type == type_name)
            || has_policy(self.before)
            || has_policy(self.after)
    }

    /// Whether the property is compared as a permission, a route or a network rule.
    fn is_compared(&self, change: &PropertyChange) -> bool {
        let type_name = self.change.type_name.as_str();
        if COMPARED_TYPES.contains(&type_name) {
            return true;
        }
        let Some(first) = change
            .path
            .below_properties()
            .and_then(|keys| keys.into_iter().next())
        else {
            return false;
        };
        let has_statements =
            |value: Option<&Json>| value.is_some_and(|value| value.get("Statement").is_some());
        let is_policy = [self.before, self.after]
            .into_iter()
            .flatten()
            .any(|block| has_statements(block.properties.get(&first)));
        let is_listed = COMPARED_PROPERTIES
            .iter()
            .any(|(of_type, names)| *of_type == type_name && names.contains(&first.as_str()));
        let has_rule = self.rules.iter().any(|rule| judge::covers(rule, change));
        is_listed || ((is_policy || RESOURCE_POLICIES.contains(&first.as_str())) && !has_rule)
    }

    fn add_verdicts(&self, rule: &Rule, verdicts: Vec<Verdict>, found: &mut Found) {
        for verdict in verdicts {
            self.add_documented(&verdict.path, &verdict.what, verdict.certain, rule, found);
        }
    }

    fn add(&self, path: &Path, what: &str, certain: bool, found: &mut Found) {
        self.insert(path, what, certain, None, found);
    }

    fn add_documented(&self, path: &Path, what: &str, certain: bool, rule: &Rule, found: &mut Found) {
        self.insert(path, what, certain, Some(rule.documentation()), found);
    }

    fn insert(
        &self,
        path: &Path,
        what: &str,
        certain: bool,
        documentation: Option<String>,
        found: &mut Found,
    ) {
        found.insert(AccessChange {
            logical_id: self.change.logical_id.clone(),
            type_name: self.change.type_name.clone(),
            path: path.clone(),
            what: what.to_owned(),
            certain,
            documentation,
        });
    }
}
