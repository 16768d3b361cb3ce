//! `Resource` and `NotResource`: the format of ARNs.
//! <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-arns>

use super::{
    Policy,
    places::Kind,
    text::{is_partial, shown, text},
};
use crate::{
    check::{
        catalog::policies::{INCOMPLETE_ARN, INVALID_POLICY_RESOURCE},
        query::UNKNOWN,
    },
    finding::Unplaced,
    intrinsic_call::intrinsic_call,
    substitution::{Piece, pieces},
    value::Json,
};

impl Policy<'_> {
    pub(super) fn resource(&self, resource: &Json) -> Option<Unplaced> {
        if let Some(name) = self.identifier(resource) {
            let type_name = &self.template.resources[name].type_name;
            return Some(INVALID_POLICY_RESOURCE.found(
                format!("`Ref` of `{name}`, an `{type_name}`, is not an ARN"),
                format!("use `{name}.Arn`"),
            ));
        }
        let text = text(self.template, resource)?;
        if text == "*" {
            // S3: "Policy has invalid resource".
            // <https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-arn-format.html>
            return (self.type_name == "AWS::S3::BucketPolicy").then(|| {
                INVALID_POLICY_RESOURCE.found(
                    "the policy of a bucket cannot apply to all resources",
                    "use the ARN of the bucket, and the same with `/*` for its objects",
                )
            });
        }
        let is_relative =
            self.type_name.starts_with("AWS::ApiGateway::") && text.starts_with("execute-api:/");
        if text.starts_with(UNKNOWN) || text.starts_with("{{resolve:") || is_relative {
            return None;
        }
        if !text.starts_with("arn:") {
            return Some(INVALID_POLICY_RESOURCE.found(
                format!("`{}` is neither an ARN nor `*`", shown(&text)),
                "begin it with `arn:`",
            ));
        }
        arn_fault(&text, self.kind)
    }

    /// The resource whose `Ref` a string begins with, if that is not an ARN.
    fn identifier(&self, value: &Json) -> Option<&str> {
        let name = match intrinsic_call(value.as_object()?)? {
            ("Ref", Json::String(name)) => name.as_str(),
            ("Fn::Sub", Json::String(text)) => match pieces(text).next()? {
                Piece::Variable(name) if !name.contains('.') => name,
                _ => return None,
            },
            _ => return None,
        };
        let (name, block) = self.template.resources.get_key_value(name)?;
        let schema = infra_gen_schema::lookup(&block.type_name)?;
        // The identifier of some types is their ARN, such as that of secrets. They have no attribute for it.
        let has_other_arn = schema.attributes.iter().any(|attribute| attribute.name == "Arn");
        (schema.reference == infra_gen_schema::Reference::Id && has_other_arn).then_some(name.as_str())
    }
}

fn arn_fault(arn: &str, kind: Kind) -> Option<Unplaced> {
    let invalid = |reason: &str, hint: &str| {
        Some(INVALID_POLICY_RESOURCE.found(format!("`{}` {reason}", shown(arn)), hint))
    };
    if let Some((_, rest)) = arn.split_once("${AWS::") {
        let name = rest.split('}').next().unwrap_or_default();
        let message =
            format!("`${{AWS::{name}}}` is not replaced here, because the text is not in `Fn::Sub`");
        // IAM refuses its own ARNs; it does not check those of other services.
        let rule = if arn.contains(":iam:") {
            &INVALID_POLICY_RESOURCE
        } else {
            &INCOMPLETE_ARN
        };
        return Some(rule.found(message, "put the text in `Fn::Sub`"));
    }
    let is_incomplete = arn.matches(':').count() < 5 && !arn.contains(UNKNOWN);
    // A part that is known at deployment only may contain colons, so what follows it is not checked.
    let mut parts = arn
        .splitn(6, ':')
        .skip(1)
        .take_while(|part| !part.contains(UNKNOWN));
    let partition = parts.next()?;
    let is_partition = partition == "aws" || partition.starts_with("aws-") || is_open(partition);
    if !is_partition {
        return invalid("has no valid partition", "write `arn:aws:…`");
    }
    // IAM checks these; other services are more tolerant.
    if matches!(kind, Kind::Identity | Kind::Managed) {
        let service = match parts.next() {
            Some(service) => service,
            None if arn.contains(UNKNOWN) => return None,
            None => "",
        };
        if service.is_empty() || service.contains(['*', '?']) {
            return invalid("must name one service", "write the service without wildcards");
        }
        if is_incomplete && arn.contains("::") {
            return invalid(
                "has too few parts",
                "write it as `arn:partition:service:region:account:resource`",
            );
        }
        if service == "iam" {
            if parts.next().is_some_and(|region| !region.is_empty()) {
                return invalid("has a region, but IAM is global", "leave the region empty");
            }
            let _account = parts.next();
            if parts.next().is_some_and(|resource| !is_iam_resource(resource)) {
                return invalid(
                    "is not a resource of IAM",
                    "begin the last part with `role/`, `user/`, `policy/` or another type",
                );
            }
        }
    }
    if is_incomplete && !arn.ends_with('*') {
        return Some(INCOMPLETE_ARN.found(
            format!(
                "`{}` has too few parts, so it applies to all resources that begin with it",
                shown(arn)
            ),
            "write it as `arn:partition:service:region:account:resource`",
        ));
    }
    let account = arn.split(':').nth(4).filter(|_| !arn.contains(UNKNOWN))?;
    let is_short = account.bytes().all(|byte| byte.is_ascii_digit()) && !matches!(account.len(), 0 | 12);
    is_short.then(|| {
        INCOMPLETE_ARN.found(
            format!("the account `{account}` has {} digits", account.len()),
            "an account ID has 12 digits",
        )
    })
}

/// Whether a part may be any text.
fn is_open(part: &str) -> bool {
    part.contains(['*', '?', '$']) || is_partial(part)
}

/// <https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsidentityandaccessmanagementiam.html>
fn is_iam_resource(resource: &str) -> bool {
    const TYPES: [&str; 14] = [
        "access-report/",
        "assumed-role/",
        "federated-user/",
        "group/",
        "instance-profile/",
        "mfa/",
        "oidc-provider/",
        "policy/",
        "report/",
        "role/",
        "saml-provider/",
        "server-certificate/",
        "sms-mfa/",
        "user/",
    ];
    let first = resource.split('/').next().unwrap_or_default();
    resource == "root" || is_open(first) || TYPES.iter().any(|name| resource.starts_with(name))
}
