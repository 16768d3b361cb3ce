//! The rules of Availability Zones, for all services.

use crate::finding::{
    Example::Text,
    Rule,
    Scope::Template,
    Severity::{Error, Warning},
};

pub(super) static RULES: [&Rule; 2] = [&AVAILABILITY_ZONE, &DOUBTFUL_ZONE];

pub(in crate::check) static AVAILABILITY_ZONE: Rule = Rule {
    id: "availability-zone",
    severity: Error,
    scope: Template,
    summary: "a text that is not the name of an Availability Zone",
    explanation: "The name of an Availability Zone is that of its region and a letter. Local Zones and Wavelength Zones have longer names. Services refuse others.",
    source: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-regions-availability-zones.html",
    bad: Text(
        "\
Resources:
  Data:
    Type: AWS::EC2::Volume
    Properties:
      AvailabilityZone: us-east-1
      Size: 8
",
    ),
    good: "\
Resources:
  Data:
    Type: AWS::EC2::Volume
    Properties:
      AvailabilityZone: us-east-1a
      Size: 8
",
};

pub(in crate::check) static DOUBTFUL_ZONE: Rule = Rule {
    id: "doubtful-availability-zone",
    severity: Warning,
    scope: Template,
    summary: "an Availability Zone that is not known",
    explanation: "No region has more than six Availability Zones, `a` to `f`. A service refuses a zone that does not exist.",
    source: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-regions-availability-zones.html",
    bad: Text(
        "\
Resources:
  Data:
    Type: AWS::EC2::Volume
    Properties:
      AvailabilityZone: us-east-1z
      Size: 8
",
    ),
    good: "\
Resources:
  Data:
    Type: AWS::EC2::Volume
    Properties:
      AvailabilityZone: us-east-1a
      Size: 8
",
};
