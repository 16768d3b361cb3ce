//! Compares access other than through policies and routes: security groups, function URLs, public access, and properties of
//! any other type that affect access.
//!
//! Security groups, function URLs, buckets and public flags are compared by meaning. A change of any other property that
//! affects access, or of an unknown type, may broaden access. In doubt, it does.

mod properties;
mod public;
mod security_groups;

use std::collections::BTreeSet;

use infra_gen_cfn::{ResourceBlock, Template};

use crate::{
    iam::RESOURCE_POLICIES,
    model::{AccessChange, Action, Path, ResourceChange},
};

/// All changes that broaden access, or may, other than through policies and routes. Both templates are in normal form.
pub(crate) fn compare(old: &Template, new: &Template, changes: &[ResourceChange]) -> Vec<AccessChange> {
    let mut found = BTreeSet::new();
    security_groups::compare(old, new, &mut found);
    for change in changes {
        let old_id = match &change.action {
            Action::Recreate { from } | Action::Redeploy { from } => from,
            _ => &change.logical_id,
        };
        let resource = Resource {
            change,
            before: old.resources.get(old_id),
            after: new.resources.get(&change.logical_id),
        };
        resource.compare(&mut found);
    }
    found.into_iter().collect()
}

/// Whether resources of this type contain the template of another stack.
pub(crate) fn is_nested_stack(type_name: &str) -> bool {
    matches!(
        type_name,
        "AWS::CloudFormation::Stack" | "AWS::CloudFormation::StackSet" | "AWS::Serverless::Application"
    )
}

/// The changes found so far, sorted and without duplicates.
type Found = BTreeSet<AccessChange>;

struct Resource<'a> {
    change: &'a ResourceChange,
    before: Option<&'a ResourceBlock>,
    after: Option<&'a ResourceBlock>,
}

/// Types whose purpose is to allow or restrict access: any change may broaden it.
const ACCESS_TYPES: [&str; 24] = [
    "AWS::ApiGateway::Authorizer",
    "AWS::ApiGatewayV2::Authorizer",
    "AWS::AppSync::GraphQLApi",
    "AWS::Cognito::IdentityPoolRoleAttachment",
    "AWS::EC2::NetworkAclEntry",
    "AWS::EKS::AccessEntry",
    "AWS::IAM::InstanceProfile",
    "AWS::IAM::OIDCProvider",
    "AWS::IAM::SAMLProvider",
    "AWS::IAM::UserToGroupAddition",
    "AWS::LakeFormation::Permissions",
    "AWS::LakeFormation::PrincipalPermissions",
    "AWS::Lambda::LayerVersionPermission",
    "AWS::Organizations::Policy",
    "AWS::RAM::Permission",
    "AWS::RAM::ResourceShare",
    "AWS::S3::AccessGrant",
    "AWS::SSO::Assignment",
    "AWS::SSO::PermissionSet",
    "AWS::Serverless::Api",
    "AWS::Serverless::Connector",
    "AWS::Serverless::GraphQLApi",
    "AWS::Serverless::HttpApi",
    "AWS::VerifiedPermissions::Policy",
];

/// Types whose access is compared as permissions, routes or security group rules.
const COMPARED_ELSEWHERE: [&str; 13] = [
    "AWS::ApiGateway::Method",
    "AWS::ApiGatewayV2::Route",
    "AWS::EC2::SecurityGroup",
    "AWS::EC2::SecurityGroupEgress",
    "AWS::EC2::SecurityGroupIngress",
    "AWS::IAM::Group",
    "AWS::IAM::GroupPolicy",
    "AWS::IAM::ManagedPolicy",
    "AWS::IAM::Policy",
    "AWS::IAM::Role",
    "AWS::IAM::RolePolicy",
    "AWS::IAM::User",
    "AWS::IAM::UserPolicy",
];

impl Resource<'_> {
    fn compare(&self, found: &mut Found) {
        let type_name = self.change.type_name.as_str();
        let is_unknown = infra_gen_schema::is_custom(type_name) || !infra_gen_schema::is_known(type_name);
        if is_unknown {
            let what = "unknown type; the change may broaden access";
            self.add(&Path::default(), what, false, found);
            return;
        }
        if is_nested_stack(type_name) {
            if self.change.action != Action::Remove {
                let what = "the access that the nested template allows is not compared";
                self.add(&Path::default(), what, false, found);
            }
            return;
        }
        self.indirect_changes(found);
        if COMPARED_ELSEWHERE.contains(&type_name) || type_name == "AWS::Lambda::Permission" {
            return;
        }
        if ACCESS_TYPES.contains(&type_name) {
            let what = "any change of this type may broaden access";
            self.add(&Path::default(), what, false, found);
            return;
        }
        if self.change.action == Action::Remove {
            return;
        }
        self.public_access(found);
        if !matches!(self.change.action, Action::Add | Action::Redeploy { .. }) {
            self.other_properties(found);
        }
    }

    fn add(&self, path: &Path, what: &str, certain: bool, found: &mut Found) {
        found.insert(AccessChange {
            logical_id: self.change.logical_id.clone(),
            type_name: self.change.type_name.clone(),
            path: path.clone(),
            what: what.to_owned(),
            certain,
        });
    }

    /// Properties that affect access and depend on a changed condition, mapping or parameter.
    fn indirect_changes(&self, found: &mut Found) {
        let type_name = self.change.type_name.as_str();
        let is_access_type = COMPARED_ELSEWHERE.contains(&type_name)
            || ACCESS_TYPES.contains(&type_name)
            || matches!(type_name, "AWS::Lambda::Permission" | "AWS::Lambda::Url");
        let has_policy = |block: Option<&ResourceBlock>| {
            block.is_some_and(|block| {
                RESOURCE_POLICIES
                    .iter()
                    .any(|name| block.properties.contains_key(*name))
            })
        };
        let is_access_type = is_access_type || has_policy(self.before) || has_policy(self.after);
        for change in &self.change.changes {
            if let Some(through) = &change.through
                && (is_access_type || properties::affects_access(type_name, change))
            {
                let what = format!("it depends on {through}, which changes; access may broaden");
                self.add(&change.path, &what, false, found);
            }
        }
    }

    /// Changed properties that affect access and are not compared by meaning.
    fn other_properties(&self, found: &mut Found) {
        for change in &self.change.changes {
            if change.follows.is_none() && properties::affects_access(&self.change.type_name, change) {
                let what = "it affects access and was not compared; access may broaden";
                self.add(&change.path, what, false, found);
            }
        }
    }
}
