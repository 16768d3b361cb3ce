//! `AWS::SSM::PatchBaseline`. Generated; see `generator/`.

use crate::{
    handle::Handle,
    kind,
    reference::Id,
    resource,
    schema::{Attribute, Object, Property, Reference, Shape, TypeSchema},
    tag::Tag,
    text_enum::text_enum,
    value::{Json, List, ObjectWriter, ToJson, Value},
};

/// The `AWS::SSM::PatchBaseline` resource defines the basic information for an AWS Systems Manager patch
/// baseline. A patch baseline defines which patches are approved for installation on your instances.
///
/// `AWS::SSM::PatchBaseline`.
#[derive(Debug, Clone, PartialEq)]
pub struct PatchBaseline {
    /// A set of rules used to include patches in the baseline.
    pub approval_rules: Option<Value<RuleGroup>>,
    /// A list of explicitly approved patches for the baseline.
    ///
    /// Items: at most 50.
    pub approved_patches: Option<Value<List<String>>>,
    /// Defines the compliance level for approved patches. When an approved patch is reported as missing, this
    /// value describes the severity of the compliance violation. The default value is `UNSPECIFIED`.
    pub approved_patches_compliance_level: Option<Value<ApprovedPatchesComplianceLevel>>,
    /// Indicates whether the list of approved patches includes non-security updates that should be applied to
    /// the managed nodes. The default value is `false`. Applies to Linux managed nodes only.
    pub approved_patches_enable_non_security: Option<Value<bool>>,
    /// Indicates the status you want to assign to security patches that are available but not approved
    /// because they don't meet the installation criteria specified in the patch baseline.
    pub available_security_updates_compliance_status: Option<Value<AvailableSecurityUpdatesComplianceStatus>>,
    /// Indicates whether this is the default baseline. AWS Systems Manager supports creating multiple default
    /// patch baselines. For example, you can create a default patch baseline for each operating system.
    pub default_baseline: Option<Value<bool>>,
    /// A description of the patch baseline.
    ///
    /// Length: 1 to 1024.
    pub description: Option<Value<String>>,
    /// A set of global filters used to include patches in the baseline.
    pub global_filters: Option<Value<PatchFilterGroup>>,
    /// The name of the patch baseline.
    ///
    /// Length: 3 to 128. Pattern: `^[a-zA-Z0-9_\-.]{3,128}$`.
    pub name: Value<String>,
    /// Defines the operating system the patch baseline applies to. The default value is `WINDOWS`.
    ///
    /// Update requires: replacement.
    pub operating_system: Option<Value<OperatingSystem>>,
    /// The name of the patch group to be registered with the patch baseline.
    pub patch_groups: Option<Value<List<String>>>,
    /// A list of explicitly rejected patches for the baseline.
    ///
    /// Items: at most 50.
    pub rejected_patches: Option<Value<List<String>>>,
    /// The action for Patch Manager to take on patches included in the `RejectedPackages` list.
    pub rejected_patches_action: Option<Value<RejectedPatchesAction>>,
    /// Information about the patches to use to update the managed nodes, including target operating systems
    /// and source repositories. Applies to Linux managed nodes only.
    ///
    /// Items: at most 20.
    pub sources: Option<Value<List<PatchSource>>>,
    /// Optional metadata that you assign to a resource. Tags enable you to categorize a resource in different
    /// ways, such as by purpose, owner, or environment. For example, you might want to tag a patch baseline
    /// to identify the severity level of patches it specifies and the operating system family it applies to.
    ///
    /// Items: at most 1000.
    pub tags: Option<Value<List<Tag>>>,
}

impl PatchBaseline {
    /// With the required properties only.
    pub fn new(name: impl Into<Value<String>>) -> Self {
        Self {
            approval_rules: None,
            approved_patches: None,
            approved_patches_compliance_level: None,
            approved_patches_enable_non_security: None,
            available_security_updates_compliance_status: None,
            default_baseline: None,
            description: None,
            global_filters: None,
            name: name.into(),
            operating_system: None,
            patch_groups: None,
            rejected_patches: None,
            rejected_patches_action: None,
            sources: None,
            tags: None,
        }
    }
}

impl ToJson for PatchBaseline {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("ApprovalRules", self.approval_rules.as_ref());
        object.optional("ApprovedPatches", self.approved_patches.as_ref());
        object.optional(
            "ApprovedPatchesComplianceLevel",
            self.approved_patches_compliance_level.as_ref(),
        );
        object.optional(
            "ApprovedPatchesEnableNonSecurity",
            self.approved_patches_enable_non_security.as_ref(),
        );
        object.optional(
            "AvailableSecurityUpdatesComplianceStatus",
            self.available_security_updates_compliance_status.as_ref(),
        );
        object.optional("DefaultBaseline", self.default_baseline.as_ref());
        object.optional("Description", self.description.as_ref());
        object.optional("GlobalFilters", self.global_filters.as_ref());
        object.required("Name", &self.name);
        object.optional("OperatingSystem", self.operating_system.as_ref());
        object.optional("PatchGroups", self.patch_groups.as_ref());
        object.optional("RejectedPatches", self.rejected_patches.as_ref());
        object.optional("RejectedPatchesAction", self.rejected_patches_action.as_ref());
        object.optional("Sources", self.sources.as_ref());
        object.optional("Tags", self.tags.as_ref());
        object.finish()
    }
}

impl resource::Resource for PatchBaseline {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::ssm::PatchBaseline;
    type Reference = Id<kind::ssm::PatchBaseline>;
}

impl Handle<PatchBaseline> {
    /// The ID of the patch baseline.
    ///
    /// `Fn::GetAtt` of `Id`.
    pub fn id(&self) -> Value<Id<kind::ssm::PatchBaseline>> {
        self.attribute("Id")
    }
}

/// The `PatchFilter` property type defines a patch filter for an AWS Systems Manager patch baseline.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct PatchFilter {
    /// The key for the filter.
    pub key: Option<Value<Key>>,
    /// The value for the filter key.
    ///
    /// Items: at most 20.
    pub values: Option<Value<List<String>>>,
}

impl PatchFilter {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for PatchFilter {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("Key", self.key.as_ref());
        object.optional("Values", self.values.as_ref());
        object.finish()
    }
}

/// The `PatchFilterGroup` property type specifies a set of patch filters for an AWS Systems Manager patch
/// baseline, typically used for approval rules for a Systems Manager patch baseline.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct PatchFilterGroup {
    /// The set of patch filters that make up the group.
    ///
    /// Items: at most 5.
    pub patch_filters: Option<Value<List<PatchFilter>>>,
}

impl PatchFilterGroup {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for PatchFilterGroup {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("PatchFilters", self.patch_filters.as_ref());
        object.finish()
    }
}

/// `PatchSource` is the property type for the `Sources` resource of the
/// [AWS::SSM::PatchBaseline](https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-ssm-patchbaseline.html)
/// resource.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct PatchSource {
    /// The value of the repo configuration.
    ///
    /// Length: 1 to 1024.
    pub configuration: Option<Value<String>>,
    /// The name specified to identify the patch source.
    ///
    /// Pattern: `^[a-zA-Z0-9_\-.]{3,50}$`.
    pub name: Option<Value<String>>,
    /// The specific operating system versions a patch repository applies to, such as "Ubuntu16.04",
    /// "RedhatEnterpriseLinux7.2" or "Suse12.7". For lists of supported product values, see
    /// [PatchFilter](https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_PatchFilter.html) in
    /// the *AWS Systems Manager API Reference*.
    ///
    /// Items: at most 20.
    pub products: Option<Value<List<String>>>,
}

impl PatchSource {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for PatchSource {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("Configuration", self.configuration.as_ref());
        object.optional("Name", self.name.as_ref());
        object.optional("Products", self.products.as_ref());
        object.finish()
    }
}

/// The `Rule` property type specifies an approval rule for a Systems Manager patch baseline.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Rule {
    /// The number of days after the release date of each patch matched by the rule that the patch is marked
    /// as approved in the patch baseline. For example, a value of `7` means that patches are approved seven
    /// days after they are released.
    ///
    /// Range: 0 to 360.
    pub approve_after_days: Option<Value<i64>>,
    /// The cutoff date for auto approval of released patches. Any patches released on or before this date are
    /// installed automatically.
    ///
    /// Length: at most 10.
    pub approve_until_date: Option<Value<String>>,
    /// A compliance severity level for all approved patches in a patch baseline. Valid compliance severity
    /// levels include the following: `UNSPECIFIED`, `CRITICAL`, `HIGH`, `MEDIUM`, `LOW`, and `INFORMATIONAL`.
    pub compliance_level: Option<Value<ComplianceLevel>>,
    /// For managed nodes identified by the approval rule filters, enables a patch baseline to apply
    /// non-security updates available in the specified repository. The default value is `false`. Applies to
    /// Linux managed nodes only.
    pub enable_non_security: Option<Value<bool>>,
    /// The patch filter group that defines the criteria for the rule.
    pub patch_filter_group: Option<Value<PatchFilterGroup>>,
}

impl Rule {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for Rule {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("ApproveAfterDays", self.approve_after_days.as_ref());
        object.optional("ApproveUntilDate", self.approve_until_date.as_ref());
        object.optional("ComplianceLevel", self.compliance_level.as_ref());
        object.optional("EnableNonSecurity", self.enable_non_security.as_ref());
        object.optional("PatchFilterGroup", self.patch_filter_group.as_ref());
        object.finish()
    }
}

/// The `RuleGroup` property type specifies a set of rules that define the approval rules for an AWS Systems
/// Manager patch baseline.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct RuleGroup {
    /// The rules that make up the rule group.
    ///
    /// Items: at most 10.
    pub patch_rules: Option<Value<List<Rule>>>,
}

impl RuleGroup {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for RuleGroup {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("PatchRules", self.patch_rules.as_ref());
        object.finish()
    }
}

text_enum! {
    /// The values of `PatchBaseline.ApprovedPatchesComplianceLevel`.
    ApprovedPatchesComplianceLevel {
        Critical = "CRITICAL",
        High = "HIGH",
        Medium = "MEDIUM",
        Low = "LOW",
        Informational = "INFORMATIONAL",
        Unspecified = "UNSPECIFIED",
    }
}

text_enum! {
    /// The values of `PatchBaseline.AvailableSecurityUpdatesComplianceStatus`.
    AvailableSecurityUpdatesComplianceStatus {
        NonCompliant = "NON_COMPLIANT",
        Compliant = "COMPLIANT",
    }
}

text_enum! {
    /// The values of `Rule.ComplianceLevel`.
    ComplianceLevel {
        Critical = "CRITICAL",
        High = "HIGH",
        Informational = "INFORMATIONAL",
        Low = "LOW",
        Medium = "MEDIUM",
        Unspecified = "UNSPECIFIED",
    }
}

text_enum! {
    /// The values of `PatchFilter.Key`.
    Key {
        AdvisoryId = "ADVISORY_ID",
        Arch = "ARCH",
        BugzillaId = "BUGZILLA_ID",
        Classification = "CLASSIFICATION",
        CveId = "CVE_ID",
        Epoch = "EPOCH",
        MsrcSeverity = "MSRC_SEVERITY",
        Name = "NAME",
        PatchId = "PATCH_ID",
        PatchSet = "PATCH_SET",
        Priority = "PRIORITY",
        Product = "PRODUCT",
        ProductFamily = "PRODUCT_FAMILY",
        Release = "RELEASE",
        Repository = "REPOSITORY",
        Section = "SECTION",
        Security = "SECURITY",
        Severity = "SEVERITY",
        Version = "VERSION",
    }
}

text_enum! {
    /// The values of `PatchBaseline.OperatingSystem`.
    OperatingSystem {
        Windows = "WINDOWS",
        AmazonLinux = "AMAZON_LINUX",
        AmazonLinux2 = "AMAZON_LINUX_2",
        AmazonLinux2022 = "AMAZON_LINUX_2022",
        AmazonLinux2023 = "AMAZON_LINUX_2023",
        Ubuntu = "UBUNTU",
        RedhatEnterpriseLinux = "REDHAT_ENTERPRISE_LINUX",
        Suse = "SUSE",
        Centos = "CENTOS",
        OracleLinux = "ORACLE_LINUX",
        Debian = "DEBIAN",
        Macos = "MACOS",
        Raspbian = "RASPBIAN",
        RockyLinux = "ROCKY_LINUX",
        AlmaLinux = "ALMA_LINUX",
    }
}

text_enum! {
    /// The values of `PatchBaseline.RejectedPatchesAction`.
    RejectedPatchesAction {
        AllowAsDependency = "ALLOW_AS_DEPENDENCY",
        Block = "BLOCK",
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::SSM::PatchBaseline",
    properties: &PATCH_BASELINE,
    create_only: &["OperatingSystem"],
    conditional_create_only: &[],
    read_only: &["Id"],
    write_only: &[],
    primary_identifier: &["Id"],
    reference: Reference::Id,
    attributes: &[Attribute::scalar("Id")],
    stateful: false,
};

static PATCH_BASELINE: Object = Object {
    properties: &[
        Property::optional("ApprovalRules", Shape::Object(&RULE_GROUP)),
        Property::optional(
            "ApprovedPatches",
            Shape::list(&Shape::TEXT.min_length(1).max_length(100)).max_length(50),
        ),
        Property::optional(
            "ApprovedPatchesComplianceLevel",
            Shape::one_of(ApprovedPatchesComplianceLevel::VALUES),
        ),
        Property::optional("ApprovedPatchesEnableNonSecurity", Shape::Boolean),
        Property::optional(
            "AvailableSecurityUpdatesComplianceStatus",
            Shape::one_of(AvailableSecurityUpdatesComplianceStatus::VALUES),
        ),
        Property::optional("DefaultBaseline", Shape::Boolean),
        Property::optional("Description", Shape::TEXT.min_length(1).max_length(1024)),
        Property::optional("GlobalFilters", Shape::Object(&PATCH_FILTER_GROUP)),
        Property::optional("Id", Shape::Json),
        Property::required(
            "Name",
            Shape::TEXT
                .pattern(r"^[a-zA-Z0-9_\-.]{3,128}$")
                .min_length(3)
                .max_length(128),
        ),
        Property::optional("OperatingSystem", Shape::one_of(OperatingSystem::VALUES)),
        Property::optional(
            "PatchGroups",
            Shape::list(&Shape::TEXT.min_length(1).max_length(256)),
        ),
        Property::optional(
            "RejectedPatches",
            Shape::list(&Shape::TEXT.min_length(1).max_length(100)).max_length(50),
        ),
        Property::optional(
            "RejectedPatchesAction",
            Shape::one_of(RejectedPatchesAction::VALUES),
        ),
        Property::optional(
            "Sources",
            Shape::list(&Shape::Object(&PATCH_SOURCE)).max_length(20),
        ),
        Property::optional("Tags", Shape::list(&Shape::Object(&TAG)).max_length(1000)),
    ],
    constraints: &[],
};

static PATCH_FILTER: Object = Object {
    properties: &[
        Property::optional("Key", Shape::one_of(Key::VALUES)),
        Property::optional(
            "Values",
            Shape::list(&Shape::TEXT.min_length(1).max_length(64)).max_length(20),
        ),
    ],
    constraints: &[],
};

static PATCH_FILTER_GROUP: Object = Object {
    properties: &[Property::optional(
        "PatchFilters",
        Shape::list(&Shape::Object(&PATCH_FILTER)).max_length(5),
    )],
    constraints: &[],
};

static PATCH_SOURCE: Object = Object {
    properties: &[
        Property::optional("Configuration", Shape::TEXT.min_length(1).max_length(1024)),
        Property::optional("Name", Shape::TEXT.pattern(r"^[a-zA-Z0-9_\-.]{3,50}$")),
        Property::optional(
            "Products",
            Shape::list(&Shape::TEXT.min_length(1).max_length(128)).max_length(20),
        ),
    ],
    constraints: &[],
};

static RULE: Object = Object {
    properties: &[
        Property::optional("ApproveAfterDays", Shape::INTEGER.min(0.0).max(360.0)),
        Property::optional("ApproveUntilDate", Shape::TEXT.max_length(10)),
        Property::optional("ComplianceLevel", Shape::one_of(ComplianceLevel::VALUES)),
        Property::optional("EnableNonSecurity", Shape::Boolean),
        Property::optional("PatchFilterGroup", Shape::Object(&PATCH_FILTER_GROUP)),
    ],
    constraints: &[],
};

static RULE_GROUP: Object = Object {
    properties: &[Property::optional(
        "PatchRules",
        Shape::list(&Shape::Object(&RULE)).max_length(10),
    )],
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
                .min_length(1)
                .max_length(256),
        ),
    ],
    constraints: &[],
};
