//! `AWS::SSM::MaintenanceWindow`. Generated; see `generator/`.

use crate::{
    handle::Handle,
    kind,
    reference::Id,
    resource,
    schema::{Attribute, Object, Property, Reference, Shape, TypeSchema},
    tag::Tag,
    value::{Json, List, ObjectWriter, ToJson, Value},
};

/// The `AWS::SSM::MaintenanceWindow` resource represents general information about a maintenance window for
/// AWS Systems Manager. Maintenance windows let you define a schedule for when to perform potentially
/// disruptive actions on your instances, such as patching an operating system (OS), updating drivers, or
/// installing software. Each maintenance window has a schedule, a duration, a set of registered targets, and
/// a set of registered tasks.
///
/// `AWS::SSM::MaintenanceWindow`.
#[derive(Debug, Clone, PartialEq)]
pub struct MaintenanceWindow {
    /// Enables a maintenance window task to run on managed instances, even if you have not registered those
    /// instances as targets. If enabled, then you must specify the unregistered instances (by instance ID)
    /// when you register a task with the maintenance window.
    pub allow_unassociated_targets: Value<bool>,
    /// The number of hours before the end of the maintenance window that AWS Systems Manager stops scheduling
    /// new tasks for execution.
    ///
    /// Range: 0 to 23.
    pub cutoff: Value<i64>,
    /// A description of the maintenance window.
    ///
    /// Length: 1 to 128.
    pub description: Option<Value<String>>,
    /// The duration of the maintenance window in hours.
    ///
    /// Range: 1 to 24.
    pub duration: Value<i64>,
    /// The date and time, in ISO-8601 Extended format, for when the maintenance window is scheduled to become
    /// inactive.
    pub end_date: Option<Value<String>>,
    /// The name of the maintenance window.
    ///
    /// Length: 3 to 128. Pattern: `^[a-zA-Z0-9_\-.]{3,128}$`.
    pub name: Value<String>,
    /// The schedule of the maintenance window in the form of a cron or rate expression.
    ///
    /// Length: 1 to 256.
    pub schedule: Value<String>,
    /// The number of days to wait to run a maintenance window after the scheduled cron expression date and
    /// time.
    ///
    /// Range: 1 to 6.
    pub schedule_offset: Option<Value<i64>>,
    /// The time zone that the scheduled maintenance window executions are based on, in Internet Assigned
    /// Numbers Authority (IANA) format.
    pub schedule_timezone: Option<Value<String>>,
    /// The date and time, in ISO-8601 Extended format, for when the maintenance window is scheduled to become
    /// active. `StartDate` allows you to delay activation of the maintenance window until the specified
    /// future date.
    pub start_date: Option<Value<String>>,
    /// Optional metadata that you assign to a resource in the form of an arbitrary set of tags (key-value
    /// pairs). Tags enable you to categorize a resource in different ways, such as by purpose, owner, or
    /// environment. For example, you might want to tag a maintenance window to identify the type of tasks it
    /// will run, the types of targets, and the environment it will run in.
    ///
    /// Items: at most 1000.
    pub tags: Option<Value<List<Tag>>>,
}

impl MaintenanceWindow {
    /// With the required properties only.
    pub fn new(
        allow_unassociated_targets: impl Into<Value<bool>>,
        cutoff: impl Into<Value<i64>>,
        duration: impl Into<Value<i64>>,
        name: impl Into<Value<String>>,
        schedule: impl Into<Value<String>>,
    ) -> Self {
        Self {
            allow_unassociated_targets: allow_unassociated_targets.into(),
            cutoff: cutoff.into(),
            description: None,
            duration: duration.into(),
            end_date: None,
            name: name.into(),
            schedule: schedule.into(),
            schedule_offset: None,
            schedule_timezone: None,
            start_date: None,
            tags: None,
        }
    }
}

impl ToJson for MaintenanceWindow {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("AllowUnassociatedTargets", &self.allow_unassociated_targets);
        object.required("Cutoff", &self.cutoff);
        object.optional("Description", self.description.as_ref());
        object.required("Duration", &self.duration);
        object.optional("EndDate", self.end_date.as_ref());
        object.required("Name", &self.name);
        object.required("Schedule", &self.schedule);
        object.optional("ScheduleOffset", self.schedule_offset.as_ref());
        object.optional("ScheduleTimezone", self.schedule_timezone.as_ref());
        object.optional("StartDate", self.start_date.as_ref());
        object.optional("Tags", self.tags.as_ref());
        object.finish()
    }
}

impl resource::Resource for MaintenanceWindow {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::ssm::MaintenanceWindow;
    type Reference = Id<kind::ssm::MaintenanceWindow>;
}

impl Handle<MaintenanceWindow> {
    /// The ID of the maintenance window.
    ///
    /// `Fn::GetAtt` of `WindowId`.
    pub fn window_id(&self) -> Value<Id<kind::ssm::MaintenanceWindow>> {
        self.attribute("WindowId")
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::SSM::MaintenanceWindow",
    properties: &MAINTENANCE_WINDOW,
    create_only: &[],
    conditional_create_only: &[],
    read_only: &["WindowId"],
    write_only: &[],
    primary_identifier: &["WindowId"],
    reference: Reference::Id,
    attributes: &[Attribute::scalar("WindowId")],
    stateful: false,
};

static MAINTENANCE_WINDOW: Object = Object {
    properties: &[
        Property::required("AllowUnassociatedTargets", Shape::Boolean),
        Property::required("Cutoff", Shape::INTEGER.min(0.0).max(23.0)),
        Property::optional("Description", Shape::TEXT.min_length(1).max_length(128)),
        Property::required("Duration", Shape::INTEGER.min(1.0).max(24.0)),
        Property::optional("EndDate", Shape::TEXT),
        Property::required(
            "Name",
            Shape::TEXT
                .pattern(r"^[a-zA-Z0-9_\-.]{3,128}$")
                .min_length(3)
                .max_length(128),
        ),
        Property::required("Schedule", Shape::TEXT.min_length(1).max_length(256)),
        Property::optional("ScheduleOffset", Shape::INTEGER.min(1.0).max(6.0)),
        Property::optional("ScheduleTimezone", Shape::TEXT),
        Property::optional("StartDate", Shape::TEXT),
        Property::optional("Tags", Shape::list(&Shape::Object(&TAG)).max_length(1000)),
        Property::optional("WindowId", Shape::Json),
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
