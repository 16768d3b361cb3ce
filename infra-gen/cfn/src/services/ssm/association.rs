//! `AWS::SSM::Association`. Generated; see `generator/`.

use crate::{
    handle::Handle,
    kind,
    reference::Id,
    resource,
    schema::{Attribute, Object, Property, Reference, Shape, TypeSchema},
    tag::Tag,
    text_enum::text_enum,
    value::{Json, List, Map, ObjectWriter, ToJson, Value},
};

/// The `AWS::SSM::Association` resource creates a State Manager association for your managed instances. A
/// State Manager association defines the state that you want to maintain on your instances. For example, an
/// association can specify that anti-virus software must be installed and running on your instances, or that
/// certain ports must be closed. For static targets, the association specifies a schedule for when the
/// configuration is reapplied.
///
/// `AWS::SSM::Association`.
#[derive(Debug, Clone, PartialEq)]
pub struct Association {
    /// By default, when you create a new association, the system runs it immediately after it is created and
    /// then according to the schedule you specified. Specify this option if you don't want an association to
    /// run immediately after you create it. This parameter is not supported for rate expressions.
    pub apply_only_at_cron_interval: Option<Value<bool>>,
    /// A role used by association to take actions on your behalf.
    ///
    /// Length: 1 to 512. Pattern: `arn:aws(-[^:]+)?:iam::[0-9]{12}:role/.+`.
    pub association_dispatch_assume_role: Option<Value<String>>,
    /// Specify a descriptive name for the association.
    ///
    /// Pattern: `^[a-zA-Z0-9_\-.]{3,128}$`.
    pub association_name: Option<Value<String>>,
    /// Choose the parameter that will define how your automation will branch out. This target is required for
    /// associations that use an Automation runbook and target resources by using rate controls. Automation is
    /// a tool in AWS Systems Manager.
    ///
    /// Length: 1 to 50.
    pub automation_target_parameter_name: Option<Value<String>>,
    /// The names or Amazon Resource Names (ARNs) of the Change Calendar type documents your associations are
    /// gated under. The associations only run when that Change Calendar is open. For more information, see
    /// [AWS Systems Manager Change
    /// Calendar](https://docs.aws.amazon.com/systems-manager/latest/userguide/systems-manager-change-calendar)
    /// in the *AWS Systems Manager User Guide*.
    pub calendar_names: Option<Value<List<String>>>,
    /// The severity level that is assigned to the association.
    pub compliance_severity: Option<Value<ComplianceSeverity>>,
    /// The version of the SSM document to associate with the target.
    ///
    /// Pattern: `([$]LATEST|[$]DEFAULT|^[1-9][0-9]*$)`.
    pub document_version: Option<Value<String>>,
    /// The ID of the instance that the SSM document is associated with. You must specify the `InstanceId` or
    /// `Targets` property.
    ///
    /// Update requires: replacement. Pattern: `(^i-(\w{8}|\w{17})$)|(^mi-\w{17}$)`.
    pub instance_id: Option<Value<String>>,
    /// The maximum number of targets allowed to run the association at the same time. You can specify a
    /// number, for example 10, or a percentage of the target set, for example 10%. The default value is 100%,
    /// which means all targets run the association at the same time.
    ///
    /// Length: 1 to 7. Pattern: `^([1-9][0-9]{0,6}|[1-9][0-9]%|[1-9]%|100%)$`.
    pub max_concurrency: Option<Value<String>>,
    /// The number of errors that are allowed before the system stops sending requests to run the association
    /// on additional targets. You can specify either an absolute number of errors, for example 10, or a
    /// percentage of the target set, for example 10%. If you specify 3, for example, the system stops sending
    /// requests when the fourth error is received. If you specify 0, then the system stops sending requests
    /// after the first error is returned.
    ///
    /// Length: 1 to 7. Pattern: `^([1-9][0-9]{0,6}|[0]|[1-9][0-9]%|[0-9]%|100%)$`.
    pub max_errors: Option<Value<String>>,
    /// The name of the SSM document that contains the configuration information for the instance. You can
    /// specify `Command` or `Automation` documents. The documents can be AWS -predefined documents, documents
    /// you created, or a document that is shared with you from another account. For SSM documents that are
    /// shared with you from other AWS accounts, you must specify the complete SSM document ARN, in the
    /// following format:
    ///
    /// Pattern: `^[a-zA-Z0-9_\-.:/]{3,200}$`.
    pub name: Value<Id<kind::ssm::Document>>,
    /// An Amazon Simple Storage Service (Amazon S3) bucket where you want to store the output details of the
    /// request.
    pub output_location: Option<Value<InstanceAssociationOutputLocation>>,
    /// The parameters for the runtime configuration of the document.
    pub parameters: Option<Value<Map<List<String>>>>,
    /// A cron expression that specifies a schedule when the association runs. The schedule runs in
    /// Coordinated Universal Time (UTC).
    ///
    /// Length: 1 to 256.
    pub schedule_expression: Option<Value<String>>,
    /// Number of days to wait after the scheduled day to run an association.
    ///
    /// Range: 1 to 6.
    pub schedule_offset: Option<Value<i64>>,
    /// The mode for generating association compliance. You can specify `AUTO` or `MANUAL`. In `AUTO` mode,
    /// the system uses the status of the association execution to determine the compliance status. If the
    /// association execution runs successfully, then the association is `COMPLIANT`. If the association
    /// execution doesn't run successfully, the association is `NON-COMPLIANT`.
    pub sync_compliance: Option<Value<SyncCompliance>>,
    /// A key-value pair to associate with a resource.
    ///
    /// Items: at most 1000.
    pub tags: Option<Value<List<Tag>>>,
    /// The targets for the association. You must specify the `InstanceId` or `Targets` property. You can
    /// target all instances in an AWS account by specifying t he `InstanceIds` key with a value of `*`.
    ///
    /// Items: at most 5.
    pub targets: Option<Value<List<Target>>>,
    /// The number of seconds the service should wait for the association status to show "Success" before
    /// proceeding with the stack execution. If the association status doesn't show "Success" after the
    /// specified number of seconds, then stack creation fails.
    ///
    /// Range: 15 to 172800.
    pub wait_for_success_timeout_seconds: Option<Value<i64>>,
}

impl Association {
    /// With the required properties only.
    pub fn new(name: impl Into<Value<Id<kind::ssm::Document>>>) -> Self {
        Self {
            apply_only_at_cron_interval: None,
            association_dispatch_assume_role: None,
            association_name: None,
            automation_target_parameter_name: None,
            calendar_names: None,
            compliance_severity: None,
            document_version: None,
            instance_id: None,
            max_concurrency: None,
            max_errors: None,
            name: name.into(),
            output_location: None,
            parameters: None,
            schedule_expression: None,
            schedule_offset: None,
            sync_compliance: None,
            tags: None,
            targets: None,
            wait_for_success_timeout_seconds: None,
        }
    }
}

impl ToJson for Association {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional(
            "ApplyOnlyAtCronInterval",
            self.apply_only_at_cron_interval.as_ref(),
        );
        object.optional(
            "AssociationDispatchAssumeRole",
            self.association_dispatch_assume_role.as_ref(),
        );
        object.optional("AssociationName", self.association_name.as_ref());
        object.optional(
            "AutomationTargetParameterName",
            self.automation_target_parameter_name.as_ref(),
        );
        object.optional("CalendarNames", self.calendar_names.as_ref());
        object.optional("ComplianceSeverity", self.compliance_severity.as_ref());
        object.optional("DocumentVersion", self.document_version.as_ref());
        object.optional("InstanceId", self.instance_id.as_ref());
        object.optional("MaxConcurrency", self.max_concurrency.as_ref());
        object.optional("MaxErrors", self.max_errors.as_ref());
        object.required("Name", &self.name);
        object.optional("OutputLocation", self.output_location.as_ref());
        object.optional("Parameters", self.parameters.as_ref());
        object.optional("ScheduleExpression", self.schedule_expression.as_ref());
        object.optional("ScheduleOffset", self.schedule_offset.as_ref());
        object.optional("SyncCompliance", self.sync_compliance.as_ref());
        object.optional("Tags", self.tags.as_ref());
        object.optional("Targets", self.targets.as_ref());
        object.optional(
            "WaitForSuccessTimeoutSeconds",
            self.wait_for_success_timeout_seconds.as_ref(),
        );
        object.finish()
    }
}

impl resource::Resource for Association {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::ssm::Association;
    type Reference = Id<kind::ssm::Association>;
}

impl Handle<Association> {
    /// The association ID.
    ///
    /// `Fn::GetAtt` of `AssociationId`.
    pub fn association_id(&self) -> Value<Id<kind::ssm::Association>> {
        self.attribute("AssociationId")
    }
}

/// `InstanceAssociationOutputLocation` is a property of the
/// [AWS::SSM::Association](https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-ssm-association.html)
/// resource that specifies an Amazon S3 bucket where you want to store the results of this association
/// request.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct InstanceAssociationOutputLocation {
    /// `S3OutputLocation` is a property of the
    /// [InstanceAssociationOutputLocation](https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-ssm-association-instanceassociationoutputlocation.html)
    /// property that specifies an Amazon S3 bucket where you want to store the results of this request.
    pub s3_location: Option<Value<S3OutputLocation>>,
}

impl InstanceAssociationOutputLocation {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for InstanceAssociationOutputLocation {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("S3Location", self.s3_location.as_ref());
        object.finish()
    }
}

/// `S3OutputLocation` is a property of the
/// [AWS::SSM::Association](https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-ssm-association.html)
/// resource that specifies an Amazon S3 bucket where you want to store the results of this association
/// request.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct S3OutputLocation {
    /// The name of the S3 bucket.
    ///
    /// Length: 3 to 63.
    pub output_s3_bucket_name: Option<Value<Id<kind::s3::Bucket>>>,
    /// The S3 bucket subfolder.
    ///
    /// Length: at most 1024.
    pub output_s3_key_prefix: Option<Value<String>>,
    /// The AWS Region of the S3 bucket.
    ///
    /// Length: 3 to 20.
    pub output_s3_region: Option<Value<String>>,
}

impl S3OutputLocation {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for S3OutputLocation {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("OutputS3BucketName", self.output_s3_bucket_name.as_ref());
        object.optional("OutputS3KeyPrefix", self.output_s3_key_prefix.as_ref());
        object.optional("OutputS3Region", self.output_s3_region.as_ref());
        object.finish()
    }
}

/// `Target` is a property of the
/// [AWS::SSM::Association](https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-ssm-association.html)
/// resource that specifies the targets for an SSM document in Systems Manager. You can target all instances
/// in an AWS account by specifying the `InstanceIds` key with a value of `*`. To view a JSON and a YAML
/// example that targets all instances, see the example "Create an association for all managed instances in an
/// AWS account " later in this page.
#[derive(Debug, Clone, PartialEq)]
pub struct Target {
    /// User-defined criteria for sending commands that target managed nodes that meet the criteria.
    ///
    /// Length: 1 to 163. Pattern: `^[\p{L}\p{Z}\p{N}_.:/=+\-@]{1,128}$|resource-groups:Name`.
    pub key: Value<String>,
    /// User-defined criteria that maps to `Key`. For example, if you specified `tag:ServerRole`, you could
    /// specify `value:WebServer` to run a command on instances that include EC2 tags of
    /// `ServerRole,WebServer`.
    ///
    /// Items: at most 50.
    pub values: Value<List<String>>,
}

impl Target {
    /// With the required properties only.
    pub fn new(key: impl Into<Value<String>>, values: impl Into<Value<List<String>>>) -> Self {
        Self {
            key: key.into(),
            values: values.into(),
        }
    }
}

impl ToJson for Target {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("Key", &self.key);
        object.required("Values", &self.values);
        object.finish()
    }
}

text_enum! {
    /// The values of `Association.ComplianceSeverity`.
    ComplianceSeverity {
        Critical = "CRITICAL",
        High = "HIGH",
        Medium = "MEDIUM",
        Low = "LOW",
        Unspecified = "UNSPECIFIED",
    }
}

text_enum! {
    /// The values of `Association.SyncCompliance`.
    SyncCompliance {
        Auto = "AUTO",
        Manual = "MANUAL",
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::SSM::Association",
    properties: &ASSOCIATION,
    create_only: &["InstanceId"],
    conditional_create_only: &[],
    read_only: &["AssociationId"],
    write_only: &["WaitForSuccessTimeoutSeconds"],
    primary_identifier: &["AssociationId"],
    reference: Reference::Id,
    attributes: &[Attribute::scalar("AssociationId")],
    stateful: false,
};

static ASSOCIATION: Object = Object {
    properties: &[
        Property::optional("ApplyOnlyAtCronInterval", Shape::Boolean),
        Property::optional(
            "AssociationDispatchAssumeRole",
            Shape::TEXT
                .pattern("arn:aws(-[^:]+)?:iam::[0-9]{12}:role/.+")
                .min_length(1)
                .max_length(512),
        ),
        Property::optional("AssociationId", Shape::Json),
        Property::optional(
            "AssociationName",
            Shape::TEXT.pattern(r"^[a-zA-Z0-9_\-.]{3,128}$"),
        ),
        Property::optional(
            "AutomationTargetParameterName",
            Shape::TEXT.min_length(1).max_length(50),
        ),
        Property::optional("CalendarNames", Shape::list(&Shape::TEXT)),
        Property::optional("ComplianceSeverity", Shape::one_of(ComplianceSeverity::VALUES)),
        Property::optional(
            "DocumentVersion",
            Shape::TEXT.pattern("([$]LATEST|[$]DEFAULT|^[1-9][0-9]*$)"),
        ),
        Property::optional(
            "InstanceId",
            Shape::TEXT.pattern(r"(^i-(\w{8}|\w{17})$)|(^mi-\w{17}$)"),
        ),
        Property::optional(
            "MaxConcurrency",
            Shape::TEXT
                .pattern("^([1-9][0-9]{0,6}|[1-9][0-9]%|[1-9]%|100%)$")
                .min_length(1)
                .max_length(7),
        ),
        Property::optional(
            "MaxErrors",
            Shape::TEXT
                .pattern("^([1-9][0-9]{0,6}|[0]|[1-9][0-9]%|[0-9]%|100%)$")
                .min_length(1)
                .max_length(7),
        ),
        Property::required("Name", Shape::TEXT.pattern(r"^[a-zA-Z0-9_\-.:/]{3,200}$")),
        Property::optional(
            "OutputLocation",
            Shape::Object(&INSTANCE_ASSOCIATION_OUTPUT_LOCATION),
        ),
        Property::optional("Parameters", Shape::Map(&Shape::list(&Shape::TEXT))),
        Property::optional("ScheduleExpression", Shape::TEXT.min_length(1).max_length(256)),
        Property::optional("ScheduleOffset", Shape::INTEGER.min(1.0).max(6.0)),
        Property::optional("SyncCompliance", Shape::one_of(SyncCompliance::VALUES)),
        Property::optional("Tags", Shape::list(&Shape::Object(&TAG)).max_length(1000)),
        Property::optional("Targets", Shape::list(&Shape::Object(&TARGET)).max_length(5)),
        Property::optional(
            "WaitForSuccessTimeoutSeconds",
            Shape::INTEGER.min(15.0).max(172_800.0),
        ),
    ],
    constraints: &[],
};

static INSTANCE_ASSOCIATION_OUTPUT_LOCATION: Object = Object {
    properties: &[Property::optional(
        "S3Location",
        Shape::Object(&S3_OUTPUT_LOCATION),
    )],
    constraints: &[],
};

static S3_OUTPUT_LOCATION: Object = Object {
    properties: &[
        Property::optional("OutputS3BucketName", Shape::TEXT.min_length(3).max_length(63)),
        Property::optional("OutputS3KeyPrefix", Shape::TEXT.max_length(1024)),
        Property::optional("OutputS3Region", Shape::TEXT.min_length(3).max_length(20)),
    ],
    constraints: &[],
};

static TAG: Object = Object {
    properties: &[
        Property::required(
            "Key",
            Shape::TEXT
                .pattern(r"^([\p{L}\p{Z}\p{N}_.:/=+\-@]*)$")
                .min_length(1)
                .max_length(128),
        ),
        Property::required(
            "Value",
            Shape::TEXT
                .pattern(r"^([\p{L}\p{Z}\p{N}_.:/=+\-@]*)$")
                .max_length(256),
        ),
    ],
    constraints: &[],
};

static TARGET: Object = Object {
    properties: &[
        Property::required(
            "Key",
            Shape::TEXT.pattern(PATTERN_1).min_length(1).max_length(163),
        ),
        Property::required("Values", Shape::list(&Shape::TEXT).max_length(50)),
    ],
    constraints: &[],
};

const PATTERN_1: &str = r"^[\p{L}\p{Z}\p{N}_.:/=+\-@]{1,128}$|resource-groups:Name";
