//! The forms of identifiers, from the `format` keywords of the schemas.

use infra_gen_schema::Format;

use crate::{Error, model::Meaning, overrides, source::Schema};

use super::error;

/// The forms of which the string at `key` must have one; empty if it may have any form.
pub(super) fn of(schema: &Schema, key: &str) -> Result<Vec<Format>, Error> {
    if overrides::has_no_format(key) {
        return Ok(Vec::new());
    }
    let own = schema.format.iter().map(Some);
    let alternatives = schema
        .any_of
        .iter()
        .map(|alternative| alternative.format.as_ref());
    let mut formats = Vec::new();
    for format in own.chain(alternatives) {
        // An alternative without a form allows any.
        let Some(format) = format else {
            return Ok(Vec::new());
        };
        match read(format) {
            Read::Form(format) if !formats.contains(&format) => formats.push(format),
            Read::Form(_) => {}
            Read::NotAForm => return Ok(Vec::new()),
            Read::Unknown => return Err(error(key, format!("has the unknown format `{format}`"))),
        }
    }
    Ok(formats)
}

/// The form of an identifier that the reference documents, and the schema does not. Only EC2's own IDs are certain: other
/// identifiers may be given as a name or as an ARN.
pub(super) fn of_meaning(meaning: &Meaning) -> Vec<Format> {
    match meaning {
        Meaning::Id(of) if of == "AWS::EC2::Subnet" => vec![Format::SubnetId],
        Meaning::Id(of) if of == "AWS::EC2::VPC" => vec![Format::VpcId],
        _ => Vec::new(),
    }
}

/// The form of the items of a list, if the schema states it on the list.
pub(super) fn of_items(list: &Schema) -> Option<Format> {
    match list.format.as_deref()? {
        "AWS::EC2::Subnet.Ids" => Some(Format::SubnetId),
        "AWS::EC2::SecurityGroup.Ids" => Some(Format::SecurityGroupId),
        _ => None,
    }
}

enum Read {
    Form(Format),
    /// The type of the value, or a form without a check.
    NotAForm,
    Unknown,
}

fn read(format: &str) -> Read {
    Read::Form(match format {
        "AWS::EC2::Image.Id" => Format::ImageId,
        "AWS::EC2::VPC.Id" => Format::VpcId,
        "AWS::EC2::Subnet.Id" => Format::SubnetId,
        "AWS::EC2::SecurityGroup.Id" => Format::SecurityGroupId,
        "AWS::EC2::SecurityGroup.Name" => Format::SecurityGroupName,
        "AWS::IAM::Role.Arn" => Format::RoleArn,
        "AWS::KMS::Key.Arn" => Format::KeyArn,
        "AWS::KMS::Key.Id" => Format::KeyId,
        "AWS::KMS::Alias.AliasName" => Format::KeyAlias,
        "AWS::Lambda::Function.Arn" => Format::FunctionArn,
        "AWS::SNS::Topic.Arn" => Format::TopicArn,
        "AWS::SQS::Queue.Arn" => Format::QueueArn,
        "AWS::ACM::Certificate.Arn" => Format::CertificateArn,
        "AWS::S3::Bucket.Name" => Format::BucketName,
        "AWS::Logs::LogGroup.Name" => Format::LogGroupName,
        "AWS::Route53::HostedZone.Id" => Format::HostedZoneId,
        "ipv4-network" => Format::Ipv4Network,
        "ipv6-network" => Format::Ipv6Network,
        "date-time" => Format::DateTime,
        "double" | "int64" | "json" | "password" | "string" | "timestamp" | "uri"
        // The hosted zone of an AWS service.
        | "AWS::Route53::AliasTarget.HostedZoneId" => return Read::NotAForm,
        // A pattern in the wrong place.
        pattern if pattern.starts_with("(^arn:") => return Read::NotAForm,
        _ => return Read::Unknown,
    })
}
