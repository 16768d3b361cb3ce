//! Identifiers, ARNs and networks whose text has a fixed form, and references that return another one.
//!
//! Only literal texts are compared with a form. The result of a reference is known if it is the identifier of a resource of
//! a known type, or a parameter of a type such as `AWS::EC2::Subnet::Id`.

use infra_gen_schema::{Format, Meaning, Reference, Shape, TextShape, TypeSchema, is_custom, lookup};

use crate::{
    check::{
        catalog::properties::{
            DOUBTFUL_IDENTIFIER, DOUBTFUL_REFERENCE, MALFORMED_IDENTIFIER, WRONG_REFERENCE,
        },
        query::is_resolved_later,
    },
    finding::{Rule, Unplaced},
    template::{ResourceBlock, Template},
    value::Json,
};

use super::{Shown, functions::Function, pattern::Patterns};

/// What AWS requires of a text.
struct Form {
    format: Format,
    /// The text as a hint describes it.
    example: &'static str,
    pattern: &'static str,
    /// Whether each service that takes such a text refuses others.
    is_enforced: bool,
}

/// The forms. Each comment names the page that states it.
const FORMS: &[Form] = &[
    // https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/resource-ids.html
    // https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html: InvalidAMIID.Malformed.
    // A parameter of Systems Manager may stand in place of an image:
    // https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-systems-manager-parameter-to-find-AMI.html
    Form {
        format: Format::ImageId,
        example: "`ami-` and 8 or 17 digits",
        pattern: "^(ami-([0-9a-z]{8}|[0-9a-z]{17})$|resolve:ssm:)",
        is_enforced: true,
    },
    // InvalidVpcID.Malformed
    Form {
        format: Format::VpcId,
        example: "`vpc-` and 8 or 17 hexadecimal digits",
        pattern: "^vpc-([0-9A-Fa-f]{8}|[0-9A-Fa-f]{17})$",
        is_enforced: true,
    },
    // InvalidSubnetID.Malformed
    Form {
        format: Format::SubnetId,
        example: "`subnet-` and 8 or 17 hexadecimal digits",
        pattern: "^subnet-([0-9A-Fa-f]{8}|[0-9A-Fa-f]{17})$",
        is_enforced: true,
    },
    // InvalidGroupId.Malformed
    Form {
        format: Format::SecurityGroupId,
        example: "`sg-` and 8 or 17 hexadecimal digits",
        pattern: "^sg-([0-9A-Fa-f]{8}|[0-9A-Fa-f]{17})$",
        is_enforced: true,
    },
    // https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateSecurityGroup.html
    Form {
        format: Format::SecurityGroupName,
        example: "letters, digits, spaces and `._-:/()#,@[]+=&;{}!$*`",
        pattern: r"^[a-zA-Z0-9 ._\-:/()#,@[\]+=&;{}!$*]+$",
        is_enforced: true,
    },
    // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-arns
    Form {
        format: Format::RoleArn,
        example: "`arn:aws:iam::111122223333:role/name`",
        pattern: r"^arn:aws[a-zA-Z-]*:iam::\d{12}:role/.+$",
        is_enforced: true,
    },
    // https://docs.aws.amazon.com/lambda/latest/api/API_FunctionConfiguration.html
    Form {
        format: Format::FunctionArn,
        example: "`arn:aws:lambda:us-east-1:111122223333:function:name`",
        pattern: r"^arn:aws[a-zA-Z-]*:lambda:[a-z0-9-]+:\d{12}:function:.+$",
        is_enforced: true,
    },
    // https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsns.html
    Form {
        format: Format::TopicArn,
        example: "`arn:aws:sns:us-east-1:111122223333:name`",
        pattern: r"^arn:aws[a-zA-Z-]*:sns:[a-z0-9-]+:\d{12}:.+$",
        is_enforced: true,
    },
    // https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsqs.html
    Form {
        format: Format::QueueArn,
        example: "`arn:aws:sqs:us-east-1:111122223333:name`",
        pattern: r"^arn:aws[a-zA-Z-]*:sqs:[a-z0-9-]+:\d{12}:.+$",
        is_enforced: true,
    },
    // https://docs.aws.amazon.com/service-authorization/latest/reference/list_awscertificatemanager.html
    Form {
        format: Format::CertificateArn,
        example: "`arn:aws:acm:us-east-1:111122223333:certificate/id`",
        pattern: r"^arn:aws[a-zA-Z-]*:acm:[a-z0-9-]+:\d{12}:certificate/.+$",
        is_enforced: true,
    },
    // https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html#key-id
    Form {
        format: Format::KeyArn,
        example: "`arn:aws:kms:us-east-1:111122223333:key/id`",
        pattern: r"^arn:aws[a-zA-Z-]*:kms:[a-z0-9-]+:\d{12}:(key|alias)/.+$",
        is_enforced: false,
    },
    Form {
        format: Format::KeyId,
        example: "the ID of a key",
        pattern: "^([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|mrk-[0-9a-f]{32}|alias/.+)$",
        is_enforced: false,
    },
    Form {
        format: Format::KeyAlias,
        example: "`alias/name`",
        pattern: "^alias/[a-zA-Z0-9:/_-]+$",
        is_enforced: false,
    },
    // https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html
    // Old buckets in us-east-1 may have other names.
    Form {
        format: Format::BucketName,
        example: "3 to 63 lower-case letters, digits, `.` and `-`",
        pattern: r"^(?!.*(\.\.|-\.|\.-))[a-z0-9][a-z0-9.\-]{1,61}[a-z0-9]$",
        is_enforced: false,
    },
    // https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_CreateLogGroup.html
    Form {
        format: Format::LogGroupName,
        example: "letters, digits and `._-/#`",
        pattern: r"^[.\-_/#A-Za-z0-9]{1,512}$",
        is_enforced: false,
    },
    // https://docs.aws.amazon.com/Route53/latest/APIReference/API_HostedZone.html
    Form {
        format: Format::HostedZoneId,
        example: "upper-case letters and digits",
        pattern: "^(/hostedzone/)?[A-Z0-9]{1,32}$",
        is_enforced: false,
    },
    // https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateVpc.html
    Form {
        format: Format::Ipv4Network,
        example: "a network such as `10.0.0.0/16`",
        pattern: r"^((25[0-5]|2[0-4]\d|1?\d?\d)(\.(?!/)|(?=/))){4}/(3[0-2]|[12]?\d)$",
        is_enforced: true,
    },
    Form {
        format: Format::Ipv6Network,
        example: "a network such as `2001:db8::/32`",
        pattern: r"^[0-9a-fA-F:]*:[0-9a-fA-F:.]*/(12[0-8]|1[01]\d|\d?\d)$",
        is_enforced: true,
    },
    // https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-template-resource-type-ref.html
    // Services also accept other forms of ISO 8601, and some a number of seconds.
    Form {
        format: Format::DateTime,
        example: "a time such as `2030-01-31T08:00:00Z`",
        pattern: r"^(\d{4}-?\d{2}-?\d{2}(T.*| .*)?|\d+(\.\d+)?)$",
        is_enforced: false,
    },
];

/// Why a literal text does not have one of the forms that the property takes.
pub(super) fn violation(
    shape: &TextShape,
    text: &str,
    type_name: &str,
    patterns: &mut Patterns,
) -> Option<Unplaced> {
    // An empty text may stand for no value.
    if shape.formats.is_empty() || text.is_empty() || is_resolved_later(text) {
        return None;
    }
    let forms: Vec<&Form> = FORMS
        .iter()
        .filter(|form| shape.formats.contains(&form.format))
        .collect();
    if forms.iter().any(|form| patterns.is_match(form.pattern, text)) {
        return None;
    }
    let is_network = |form: &&Form| matches!(form.format, Format::Ipv4Network | Format::Ipv6Network);
    let is_of_ec2 = type_name.starts_with("AWS::EC2::");
    if !is_of_ec2 && forms.iter().any(is_network) {
        // Other services also accept single addresses, and both versions.
        return None;
    }
    let examples: Vec<&str> = forms.iter().map(|form| form.example).collect();
    let rule = if forms.iter().all(|form| form.is_enforced) {
        &MALFORMED_IDENTIFIER
    } else {
        &DOUBTFUL_IDENTIFIER
    };
    Some(rule.found(
        format!(
            "{} is not {}",
            Shown(&Json::from(text)),
            article(forms.first()?.format)
        ),
        format!("use {}", examples.join(", or ")),
    ))
}

/// What a text of this form is.
pub(super) fn article(format: Format) -> &'static str {
    match format {
        Format::ImageId => "the ID of an image",
        Format::VpcId => "the ID of a VPC",
        Format::SubnetId => "the ID of a subnet",
        Format::SecurityGroupId => "the ID of a security group",
        Format::SecurityGroupName => "the name of a security group",
        Format::RoleArn => "the ARN of a role",
        Format::KeyArn | Format::KeyId | Format::KeyAlias => "the ARN or the ID of a KMS key, or an alias",
        Format::FunctionArn => "the ARN of a Lambda function",
        Format::TopicArn => "the ARN of a topic",
        Format::QueueArn => "the ARN of a queue",
        Format::CertificateArn => "the ARN of a certificate",
        Format::BucketName => "the name of a bucket",
        Format::LogGroupName => "the name of a log group",
        Format::HostedZoneId => "the ID of a hosted zone",
        Format::Ipv4Network => "an IPv4 network",
        Format::Ipv6Network => "an IPv6 network",
        Format::DateTime => "a date and time",
    }
}

/// The identifiers that references are compared with: the type of resource, and which of its values it is.
fn identified(format: Format) -> Option<(&'static str, Reference)> {
    Some(match format {
        // No resource type returns it by `Ref`.
        Format::ImageId => ("AWS::EC2::Image", Reference::Id),
        Format::VpcId => ("AWS::EC2::VPC", Reference::Id),
        Format::SubnetId => ("AWS::EC2::Subnet", Reference::Id),
        Format::SecurityGroupId => (SECURITY_GROUP, Reference::Id),
        Format::RoleArn => ("AWS::IAM::Role", Reference::Arn),
        Format::FunctionArn => ("AWS::Lambda::Function", Reference::Arn),
        Format::TopicArn => ("AWS::SNS::Topic", Reference::Arn),
        Format::QueueArn => ("AWS::SQS::Queue", Reference::Arn),
        Format::CertificateArn => ("AWS::CertificateManager::Certificate", Reference::Arn),
        _ => return None,
    })
}

const SECURITY_GROUP: &str = "AWS::EC2::SecurityGroup";

/// The identifier that a property takes.
struct Wanted {
    format: Format,
    type_name: &'static str,
    reference: Reference,
}

impl Wanted {
    /// The identifier that a property of this shape takes, and whether it takes a list of them. A property that takes one of
    /// several is not checked.
    fn of(shape: &Shape) -> Option<(Self, bool)> {
        let (text, is_list) = match shape {
            Shape::Text(text) => (text, false),
            Shape::List(list) => match &*list.item {
                Shape::Text(text) => (text, true),
                _ => return None,
            },
            _ => return None,
        };
        let [format] = text.formats.as_slice() else {
            return None;
        };
        let (type_name, reference) = identified(*format)?;
        let wanted = Self {
            format: *format,
            type_name,
            reference,
        };
        Some((wanted, is_list))
    }

    /// The rule that another identifier breaks. EC2 generates its IDs, so nothing else is one. A service may accept a name in
    /// place of an ARN.
    fn rule(&self) -> &'static Rule {
        match self.reference {
            Reference::Id => &WRONG_REFERENCE,
            Reference::Arn => &DOUBTFUL_REFERENCE,
        }
    }

    fn hint(&self) -> String {
        match self.format {
            Format::ImageId => "use the ID of an image, or a parameter".to_owned(),
            _ => format!("refer to an `{}`", self.type_name),
        }
    }
}

/// Why the result of a function is not the identifier that the property takes; `None` if it is or may be.
pub(super) fn wrong_reference(
    shape: &Shape,
    function: &Function<'_>,
    template: &Template,
) -> Option<Unplaced> {
    let (wanted, is_list) = Wanted::of(shape)?;
    match function {
        Function::Ref(target) => match template.parameters.get(*target) {
            Some(parameter) => wrong_parameter(&wanted, target, parameter.get("Type")?.as_str()?),
            // Only a parameter is a list.
            None if is_list => None,
            None => wrong_resource(&wanted, target, template.resources.get(*target)?),
        },
        Function::GetAtt(resource, name) => {
            wrong_attribute(&wanted, resource, name, template.resources.get(*resource)?)
        }
        Function::If(_) | Function::Other(_) => None,
    }
}

/// A parameter of a type such as `AWS::EC2::Subnet::Id` or `List<AWS::EC2::Subnet::Id>`.
fn wrong_parameter(wanted: &Wanted, name: &str, parameter_type: &str) -> Option<Unplaced> {
    let of = parameter_type
        .strip_prefix("List<")
        .and_then(|of| of.strip_suffix('>'))
        .unwrap_or(parameter_type);
    let type_name = of.strip_suffix("::Id")?;
    (type_name.starts_with("AWS::EC2::") && type_name != wanted.type_name).then(|| {
        wanted.rule().found(
            format!(
                "the parameter `{name}` is an `{of}`, but this must be {}",
                article(wanted.format)
            ),
            "refer to another parameter, or change its type",
        )
    })
}

fn wrong_resource(wanted: &Wanted, id: &str, block: &ResourceBlock) -> Option<Unplaced> {
    let type_name = block.type_name.as_str();
    let schema = known(type_name)?;
    // https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-securitygroup.html
    if wanted.format == Format::SecurityGroupId && type_name == SECURITY_GROUP {
        return (!block.properties.contains_key("VpcId")).then(|| {
            DOUBTFUL_REFERENCE.found(
                format!("`Ref` of `{id}` may return its name, because it has no `VpcId`"),
                format!("use `Fn::GetAtt` of `{id}.GroupId`"),
            )
        });
    }
    let is_wanted = type_name == wanted.type_name && schema.reference == wanted.reference
        || returns_qualified_arn(wanted.format, type_name)
        || by_ref(schema).contains(&wanted.format);
    if is_wanted {
        return None;
    }
    let returned = match schema.reference {
        Reference::Arn => "ARN",
        Reference::Id => "name or ID",
    };
    let message = format!(
        "`Ref` of `{id}` returns the {returned} of an `{type_name}`, but this must be {}",
        article(wanted.format)
    );
    let hint = if type_name == wanted.type_name {
        format!("use `Fn::GetAtt` of `{id}.Arn`")
    } else {
        wanted.hint()
    };
    Some(wanted.rule().found(message, hint))
}

fn wrong_attribute(wanted: &Wanted, id: &str, name: &str, block: &ResourceBlock) -> Option<Unplaced> {
    let attribute = known(&block.type_name)?.attribute(name)?;
    let Shape::Text(text) = &attribute.shape else {
        return None;
    };
    let is_wanted = match &text.meaning {
        _ if text.formats.contains(&wanted.format) => true,
        Meaning::Arn(of) => *of == wanted.type_name && wanted.reference == Reference::Arn,
        Meaning::Id(of) => *of == wanted.type_name && wanted.reference == Reference::Id,
        Meaning::Plain | Meaning::Name(_) => text.formats.is_empty(),
    };
    if is_wanted || returns_qualified_arn(wanted.format, &block.type_name) {
        return None;
    }
    Some(wanted.rule().found(
        format!("`Fn::GetAtt` of `{id}.{name}` is not {}", article(wanted.format)),
        wanted.hint(),
    ))
}

/// The schema of a type whose `Ref` is known: neither the author nor a handler decides what it returns.
fn known(type_name: &str) -> Option<&'static TypeSchema> {
    lookup(type_name).filter(|_| !is_custom(type_name))
}

/// The forms of what `Ref` returns.
fn by_ref(schema: &TypeSchema) -> &[Format] {
    let shape = match &*schema.primary_identifier {
        [name] => match schema.attribute(name) {
            Some(attribute) => Some(&attribute.shape),
            None => schema.root().property(name).map(|property| &property.shape),
        },
        _ => None,
    };
    match shape {
        Some(Shape::Text(text)) => &text.formats,
        _ => &[],
    }
}

/// Versions and aliases of a function are qualified function ARNs.
fn returns_qualified_arn(format: Format, type_name: &str) -> bool {
    format == Format::FunctionArn && matches!(type_name, "AWS::Lambda::Version" | "AWS::Lambda::Alias")
}
