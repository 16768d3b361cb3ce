//! `AWS::Logs::Transformer`. Generated; see `generator/`.

use crate::{
    kind,
    reference::Id,
    resource,
    schema::{Object, Property, Reference, Shape, TypeSchema},
    text_enum::text_enum,
    value::{Json, List, ObjectWriter, ToJson, Value},
};

/// Creates or updates a *log transformer* for a single log group. You use log transformers to transform log
/// events into a different format, making them easier for you to process and analyze. You can also transform
/// logs from different sources into standardized formats that contains relevant, source-specific information.
///
/// `AWS::Logs::Transformer`.
#[derive(Debug, Clone, PartialEq)]
pub struct Transformer {
    /// Specify either the name or ARN of the log group to create the transformer for.
    ///
    /// Update requires: replacement. Length: 1 to 2048. Pattern: `[\w#+=/:,.@-]*`.
    pub log_group_identifier: Value<String>,
    /// This structure is an array that contains the configuration of this log transformer. A log transformer
    /// is an array of processors, where each processor applies one type of transformation to the log events
    /// that are ingested.
    ///
    /// Items: 1 to 20.
    pub transformer_config: Value<List<Processor>>,
}

impl Transformer {
    /// With the required properties only.
    pub fn new(
        log_group_identifier: impl Into<Value<String>>,
        transformer_config: impl Into<Value<List<Processor>>>,
    ) -> Self {
        Self {
            log_group_identifier: log_group_identifier.into(),
            transformer_config: transformer_config.into(),
        }
    }
}

impl ToJson for Transformer {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("LogGroupIdentifier", &self.log_group_identifier);
        object.required("TransformerConfig", &self.transformer_config);
        object.finish()
    }
}

impl resource::Resource for Transformer {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::logs::Transformer;
    type Reference = Id<kind::logs::Transformer>;
}

/// This object defines one key that will be added with the
/// [addKeys](https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CloudWatch-Logs-Transformation-Processors.html#CloudWatch-Logs-Transformation-addKey)
/// processor.
#[derive(Debug, Clone, PartialEq)]
pub struct AddKeyEntry {
    /// The key of the new entry to be added to the log event
    ///
    /// Length: 1 to 128. Pattern: `^.*[a-zA-Z0-9]+.*$`.
    pub key: Value<String>,
    /// Specifies whether to overwrite the value if the key already exists in the log event. If you omit this,
    /// the default is `false`.
    pub overwrite_if_exists: Option<Value<bool>>,
    /// The value of the new entry to be added to the log event
    ///
    /// Length: 1 to 256.
    pub value: Value<String>,
}

impl AddKeyEntry {
    /// With the required properties only.
    pub fn new(key: impl Into<Value<String>>, value: impl Into<Value<String>>) -> Self {
        Self {
            key: key.into(),
            overwrite_if_exists: None,
            value: value.into(),
        }
    }
}

impl ToJson for AddKeyEntry {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("Key", &self.key);
        object.optional("OverwriteIfExists", self.overwrite_if_exists.as_ref());
        object.required("Value", &self.value);
        object.finish()
    }
}

/// This processor adds new key-value pairs to the log event.
#[derive(Debug, Clone, PartialEq)]
pub struct AddKeys {
    /// An array of objects, where each object contains the information about one key to add to the log event.
    ///
    /// Items: 1 to 5.
    pub entries: Value<List<AddKeyEntry>>,
}

impl AddKeys {
    /// With the required properties only.
    pub fn new(entries: impl Into<Value<List<AddKeyEntry>>>) -> Self {
        Self {
            entries: entries.into(),
        }
    }
}

impl ToJson for AddKeys {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("Entries", &self.entries);
        object.finish()
    }
}

/// This processor copies values within a log event. You can also use this processor to add metadata to log
/// events by copying the values of the following metadata keys into the log events: `@logGroupName`,
/// `@logGroupStream`, `@accountId`, `@regionName`.
#[derive(Debug, Clone, PartialEq)]
pub struct CopyValue {
    /// An array of `CopyValueEntry` objects, where each object contains the information about one field value
    /// to copy.
    ///
    /// Items: 1 to 5.
    pub entries: Value<List<CopyValueEntry>>,
}

impl CopyValue {
    /// With the required properties only.
    pub fn new(entries: impl Into<Value<List<CopyValueEntry>>>) -> Self {
        Self {
            entries: entries.into(),
        }
    }
}

impl ToJson for CopyValue {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("Entries", &self.entries);
        object.finish()
    }
}

/// This object defines one value to be copied with the
/// [copyValue](https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CloudWatch-Logs-Transformation-Processors.html#CloudWatch-Logs-Transformation-copyValue)
/// processor.
#[derive(Debug, Clone, PartialEq)]
pub struct CopyValueEntry {
    /// Specifies whether to overwrite the value if the destination key already exists. If you omit this, the
    /// default is `false`.
    pub overwrite_if_exists: Option<Value<bool>>,
    /// The key to copy.
    ///
    /// Length: 1 to 128. Pattern: `^.*[a-zA-Z0-9]+.*$`.
    pub source: Value<String>,
    /// The key of the field to copy the value to.
    ///
    /// Length: 1 to 128. Pattern: `^.*[a-zA-Z0-9]+.*$`.
    pub target: Value<String>,
}

impl CopyValueEntry {
    /// With the required properties only.
    pub fn new(source: impl Into<Value<String>>, target: impl Into<Value<String>>) -> Self {
        Self {
            overwrite_if_exists: None,
            source: source.into(),
            target: target.into(),
        }
    }
}

impl ToJson for CopyValueEntry {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("OverwriteIfExists", self.overwrite_if_exists.as_ref());
        object.required("Source", &self.source);
        object.required("Target", &self.target);
        object.finish()
    }
}

/// The `CSV` processor parses comma-separated values (CSV) from the log events into columns.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Csv {
    /// An array of names to use for the columns in the transformed log event.
    ///
    /// Items: 1 to 100.
    pub columns: Option<Value<List<String>>>,
    /// The character used to separate each column in the original comma-separated value log event. If you
    /// omit this, the processor looks for the comma `,` character as the delimiter.
    ///
    /// Length: 1 to 2.
    pub delimiter: Option<Value<String>>,
    /// The character used used as a text qualifier for a single column of data. If you omit this, the double
    /// quotation mark `"` character is used.
    ///
    /// Length: 1 to 1.
    pub quote_character: Option<Value<String>>,
    /// The path to the field in the log event that has the comma separated values to be parsed. If you omit
    /// this value, the whole log message is processed.
    ///
    /// Length: 1 to 128.
    pub source: Option<Value<String>>,
}

impl Csv {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for Csv {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("Columns", self.columns.as_ref());
        object.optional("Delimiter", self.delimiter.as_ref());
        object.optional("QuoteCharacter", self.quote_character.as_ref());
        object.optional("Source", self.source.as_ref());
        object.finish()
    }
}

/// This processor converts a datetime string into a format that you specify.
#[derive(Debug, Clone, PartialEq)]
pub struct DateTimeConverter {
    /// The locale of the source field. If you omit this, the default of `locale.ROOT` is used.
    ///
    /// Length: 1 or more.
    pub locale: Option<Value<String>>,
    /// A list of patterns to match against the `source` field.
    ///
    /// Items: 1 to 5.
    pub match_patterns: Value<List<String>>,
    /// The key to apply the date conversion to.
    ///
    /// Length: 1 to 128. Pattern: `^.*[a-zA-Z0-9]+.*$`.
    pub source: Value<String>,
    /// The time zone of the source field. If you omit this, the default used is the UTC zone.
    ///
    /// Length: 1 or more.
    pub source_timezone: Option<Value<String>>,
    /// The JSON field to store the result in.
    ///
    /// Length: 1 to 128. Pattern: `^.*[a-zA-Z0-9]+.*$`.
    pub target: Value<String>,
    /// The datetime format to use for the converted data in the target field.
    ///
    /// Length: 1 to 64.
    pub target_format: Option<Value<String>>,
    /// The time zone of the target field. If you omit this, the default used is the UTC zone.
    ///
    /// Length: 1 or more.
    pub target_timezone: Option<Value<String>>,
}

impl DateTimeConverter {
    /// With the required properties only.
    pub fn new(
        match_patterns: impl Into<Value<List<String>>>,
        source: impl Into<Value<String>>,
        target: impl Into<Value<String>>,
    ) -> Self {
        Self {
            locale: None,
            match_patterns: match_patterns.into(),
            source: source.into(),
            source_timezone: None,
            target: target.into(),
            target_format: None,
            target_timezone: None,
        }
    }
}

impl ToJson for DateTimeConverter {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("Locale", self.locale.as_ref());
        object.required("MatchPatterns", &self.match_patterns);
        object.required("Source", &self.source);
        object.optional("SourceTimezone", self.source_timezone.as_ref());
        object.required("Target", &self.target);
        object.optional("TargetFormat", self.target_format.as_ref());
        object.optional("TargetTimezone", self.target_timezone.as_ref());
        object.finish()
    }
}

/// This processor deletes entries from a log event. These entries are key-value pairs.
#[derive(Debug, Clone, PartialEq)]
pub struct DeleteKeys {
    /// The list of keys to delete.
    ///
    /// Items: 1 to 5.
    pub with_keys: Value<List<String>>,
}

impl DeleteKeys {
    /// With the required properties only.
    pub fn new(with_keys: impl Into<Value<List<String>>>) -> Self {
        Self {
            with_keys: with_keys.into(),
        }
    }
}

impl ToJson for DeleteKeys {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("WithKeys", &self.with_keys);
        object.finish()
    }
}

/// This processor uses pattern matching to parse and structure unstructured data. This processor can also
/// extract fields from log messages.
#[derive(Debug, Clone, PartialEq)]
pub struct Grok {
    /// The grok pattern to match against the log event. For a list of supported grok patterns, see [Supported
    /// grok
    /// patterns](https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CloudWatch-Logs-Transformation-Processors.html#Grok-Patterns).
    ///
    /// Length: 1 to 512.
    pub r#match: Value<String>,
    /// The path to the field in the log event that you want to parse. If you omit this value, the whole log
    /// message is parsed.
    ///
    /// Length: 1 to 128. Pattern: `^.*[a-zA-Z0-9]+.*$`.
    pub source: Option<Value<String>>,
}

impl Grok {
    /// With the required properties only.
    pub fn new(r#match: impl Into<Value<String>>) -> Self {
        Self {
            r#match: r#match.into(),
            source: None,
        }
    }
}

impl ToJson for Grok {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("Match", &self.r#match);
        object.optional("Source", self.source.as_ref());
        object.finish()
    }
}

/// This processor takes a list of objects that contain key fields, and converts them into a map of target
/// keys.
#[derive(Debug, Clone, PartialEq)]
pub struct ListToMap {
    /// A Boolean value to indicate whether the list will be flattened into single items. Specify `true` to
    /// flatten the list. The default is `false`
    pub flatten: Option<Value<bool>>,
    /// If you set `flatten` to `true`, use `flattenedElement` to specify which element, `first` or `last`, to
    /// keep.
    pub flattened_element: Option<Value<FlattenedElement>>,
    /// The key of the field to be extracted as keys in the generated map
    ///
    /// Length: 1 to 128. Pattern: `^.*[a-zA-Z0-9]+.*$`.
    pub key: Value<String>,
    /// The key in the log event that has a list of objects that will be converted to a map.
    ///
    /// Length: 1 to 128. Pattern: `^.*[a-zA-Z0-9]+.*$`.
    pub source: Value<String>,
    /// The key of the field that will hold the generated map
    ///
    /// Length: 1 to 128. Pattern: `^.*[a-zA-Z0-9]+.*$`.
    pub target: Option<Value<String>>,
    /// If this is specified, the values that you specify in this parameter will be extracted from the
    /// `source` objects and put into the values of the generated map. Otherwise, original objects in the
    /// source list will be put into the values of the generated map.
    ///
    /// Length: 1 to 128. Pattern: `^.*[a-zA-Z0-9]+.*$`.
    pub value_key: Option<Value<String>>,
}

impl ListToMap {
    /// With the required properties only.
    pub fn new(key: impl Into<Value<String>>, source: impl Into<Value<String>>) -> Self {
        Self {
            flatten: None,
            flattened_element: None,
            key: key.into(),
            source: source.into(),
            target: None,
            value_key: None,
        }
    }
}

impl ToJson for ListToMap {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("Flatten", self.flatten.as_ref());
        object.optional("FlattenedElement", self.flattened_element.as_ref());
        object.required("Key", &self.key);
        object.required("Source", &self.source);
        object.optional("Target", self.target.as_ref());
        object.optional("ValueKey", self.value_key.as_ref());
        object.finish()
    }
}

/// This processor converts a string to lowercase.
#[derive(Debug, Clone, PartialEq)]
pub struct LowerCaseString {
    /// The array caontaining the keys of the fields to convert to lowercase.
    ///
    /// Items: 1 to 10.
    pub with_keys: Value<List<String>>,
}

impl LowerCaseString {
    /// With the required properties only.
    pub fn new(with_keys: impl Into<Value<List<String>>>) -> Self {
        Self {
            with_keys: with_keys.into(),
        }
    }
}

impl ToJson for LowerCaseString {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("WithKeys", &self.with_keys);
        object.finish()
    }
}

/// This object defines one key that will be moved with the
/// [moveKey](https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CloudWatch-Logs-Transformation.html#CloudWatch-Logs-Transformation-moveKey)
/// processor.
#[derive(Debug, Clone, PartialEq)]
pub struct MoveKeyEntry {
    /// Specifies whether to overwrite the value if the destination key already exists. If you omit this, the
    /// default is `false`.
    pub overwrite_if_exists: Option<Value<bool>>,
    /// The key to move.
    ///
    /// Length: 1 to 128. Pattern: `^.*[a-zA-Z0-9]+.*$`.
    pub source: Value<String>,
    /// The key to move to.
    ///
    /// Length: 1 to 128. Pattern: `^.*[a-zA-Z0-9]+.*$`.
    pub target: Value<String>,
}

impl MoveKeyEntry {
    /// With the required properties only.
    pub fn new(source: impl Into<Value<String>>, target: impl Into<Value<String>>) -> Self {
        Self {
            overwrite_if_exists: None,
            source: source.into(),
            target: target.into(),
        }
    }
}

impl ToJson for MoveKeyEntry {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("OverwriteIfExists", self.overwrite_if_exists.as_ref());
        object.required("Source", &self.source);
        object.required("Target", &self.target);
        object.finish()
    }
}

/// This processor moves a key from one field to another. The original key is deleted.
#[derive(Debug, Clone, PartialEq)]
pub struct MoveKeys {
    /// An array of objects, where each object contains the information about one key to move.
    ///
    /// Items: 1 to 5.
    pub entries: Value<List<MoveKeyEntry>>,
}

impl MoveKeys {
    /// With the required properties only.
    pub fn new(entries: impl Into<Value<List<MoveKeyEntry>>>) -> Self {
        Self {
            entries: entries.into(),
        }
    }
}

impl ToJson for MoveKeys {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("Entries", &self.entries);
        object.finish()
    }
}

/// This processor parses CloudFront vended logs, extract fields, and convert them into JSON format. Encoded
/// field values are decoded. Values that are integers and doubles are treated as such. For more information
/// about this processor including examples, see
/// [parseCloudfront](https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CloudWatch-Logs-Transformation-Processors.html#CloudWatch-Logs-Transformation-parseCloudfront)
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ParseCloudfront {
    /// Omit this parameter and the whole log message will be processed by this processor. No other value than
    /// `@message` is allowed for `source`.
    ///
    /// Length: 1 to 128. Pattern: `^.*[a-zA-Z0-9]+.*$`.
    pub source: Option<Value<String>>,
}

impl ParseCloudfront {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for ParseCloudfront {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("Source", self.source.as_ref());
        object.finish()
    }
}

/// This processor parses log events that are in JSON format. It can extract JSON key-value pairs and place
/// them under a destination that you specify.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ParseJSON {
    /// The location to put the parsed key value pair into. If you omit this parameter, it is placed under the
    /// root node.
    ///
    /// Length: 1 to 128. Pattern: `^.*[a-zA-Z0-9]+.*$`.
    pub destination: Option<Value<String>>,
    /// Path to the field in the log event that will be parsed. Use dot notation to access child fields. For
    /// example, `store.book`
    ///
    /// Length: 1 to 128.
    pub source: Option<Value<String>>,
}

impl ParseJSON {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for ParseJSON {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("Destination", self.destination.as_ref());
        object.optional("Source", self.source.as_ref());
        object.finish()
    }
}

/// This processor parses a specified field in the original log event into key-value pairs.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ParseKeyValue {
    /// The destination field to put the extracted key-value pairs into
    ///
    /// Length: 1 to 128. Pattern: `^.*[a-zA-Z0-9]+.*$`.
    pub destination: Option<Value<String>>,
    /// The field delimiter string that is used between key-value pairs in the original log events. If you
    /// omit this, the ampersand `&` character is used.
    ///
    /// Length: 1 to 128.
    pub field_delimiter: Option<Value<String>>,
    /// If you want to add a prefix to all transformed keys, specify it here.
    ///
    /// Length: 1 to 128. Pattern: `^.*[a-zA-Z0-9]+.*$`.
    pub key_prefix: Option<Value<String>>,
    /// The delimiter string to use between the key and value in each pair in the transformed log event.
    ///
    /// Length: 1 to 128.
    pub key_value_delimiter: Option<Value<String>>,
    /// A value to insert into the value field in the result, when a key-value pair is not successfully split.
    ///
    /// Length: 1 to 128. Pattern: `^.*[a-zA-Z0-9]+.*$`.
    pub non_match_value: Option<Value<String>>,
    /// Specifies whether to overwrite the value if the destination key already exists. If you omit this, the
    /// default is `false`.
    pub overwrite_if_exists: Option<Value<bool>>,
    /// Path to the field in the log event that will be parsed. Use dot notation to access child fields. For
    /// example, `store.book`
    ///
    /// Length: 1 to 128. Pattern: `^.*[a-zA-Z0-9]+.*$`.
    pub source: Option<Value<String>>,
}

impl ParseKeyValue {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for ParseKeyValue {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("Destination", self.destination.as_ref());
        object.optional("FieldDelimiter", self.field_delimiter.as_ref());
        object.optional("KeyPrefix", self.key_prefix.as_ref());
        object.optional("KeyValueDelimiter", self.key_value_delimiter.as_ref());
        object.optional("NonMatchValue", self.non_match_value.as_ref());
        object.optional("OverwriteIfExists", self.overwrite_if_exists.as_ref());
        object.optional("Source", self.source.as_ref());
        object.finish()
    }
}

/// Use this processor to parse RDS for PostgreSQL vended logs, extract fields, and and convert them into a
/// JSON format. This processor always processes the entire log event message. For more information about this
/// processor including examples, see
/// [parsePostGres](https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CloudWatch-Logs-Transformation-Processors.html#CloudWatch-Logs-Transformation-parsePostGres).
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ParsePostgres {
    /// Omit this parameter and the whole log message will be processed by this processor. No other value than
    /// `@message` is allowed for `source`.
    ///
    /// Length: 1 to 128. Pattern: `^.*[a-zA-Z0-9]+.*$`.
    pub source: Option<Value<String>>,
}

impl ParsePostgres {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for ParsePostgres {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("Source", self.source.as_ref());
        object.finish()
    }
}

/// Use this processor to parse Route 53 vended logs, extract fields, and and convert them into a JSON format.
/// This processor always processes the entire log event message. For more information about this processor
/// including examples, see
/// [parseRoute53](https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CloudWatch-Logs-Transformation-Processors.html#CloudWatch-Logs-Transformation-parseRoute53).
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ParseRoute53 {
    /// Omit this parameter and the whole log message will be processed by this processor. No other value than
    /// `@message` is allowed for `source`.
    ///
    /// Length: 1 to 128. Pattern: `^.*[a-zA-Z0-9]+.*$`.
    pub source: Option<Value<String>>,
}

impl ParseRoute53 {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for ParseRoute53 {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("Source", self.source.as_ref());
        object.finish()
    }
}

/// This processor converts logs into [Open Cybersecurity Schema Framework
/// (OCSF)](https://docs.aws.amazon.com/https://ocsf.io) events.
#[derive(Debug, Clone, PartialEq)]
pub struct ParseToOCSF {
    /// Specify the service or process that produces the log events that will be converted with this
    /// processor.
    pub event_source: Value<EventSource>,
    /// The version of the OCSF mapping to use for parsing log data.
    ///
    /// Length: 1 to 10. Pattern: `^v\d+\.\d+(\.\d+)?$`.
    pub mapping_version: Option<Value<String>>,
    /// Specify which version of the OCSF schema to use for the transformed log events.
    pub ocsf_version: Value<OcsfVersion>,
    /// The path to the field in the log event that you want to parse. If you omit this value, the whole log
    /// message is parsed.
    ///
    /// Length: 1 to 128. Pattern: `^.*[a-zA-Z0-9]+.*$`.
    pub source: Option<Value<String>>,
}

impl ParseToOCSF {
    /// With the required properties only.
    pub fn new(
        event_source: impl Into<Value<EventSource>>,
        ocsf_version: impl Into<Value<OcsfVersion>>,
    ) -> Self {
        Self {
            event_source: event_source.into(),
            mapping_version: None,
            ocsf_version: ocsf_version.into(),
            source: None,
        }
    }
}

impl ToJson for ParseToOCSF {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("EventSource", &self.event_source);
        object.optional("MappingVersion", self.mapping_version.as_ref());
        object.required("OcsfVersion", &self.ocsf_version);
        object.optional("Source", self.source.as_ref());
        object.finish()
    }
}

/// Use this processor to parse Amazon VPC vended logs, extract fields, and and convert them into a JSON
/// format. This processor always processes the entire log event message.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ParseVPC {
    /// Omit this parameter and the whole log message will be processed by this processor. No other value than
    /// `@message` is allowed for `source`.
    ///
    /// Length: 1 to 128. Pattern: `^.*[a-zA-Z0-9]+.*$`.
    pub source: Option<Value<String>>,
}

impl ParseVPC {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for ParseVPC {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("Source", self.source.as_ref());
        object.finish()
    }
}

/// Use this processor to parse AWS WAF vended logs, extract fields, and and convert them into a JSON format.
/// This processor always processes the entire log event message. For more information about this processor
/// including examples, see
/// [parseWAF](https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CloudWatch-Logs-Transformation-Processors.html#CloudWatch-Logs-Transformation-parsePostGres).
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ParseWAF {
    /// Omit this parameter and the whole log message will be processed by this processor. No other value than
    /// `@message` is allowed for `source`.
    ///
    /// Length: 1 to 128. Pattern: `^.*[a-zA-Z0-9]+.*$`.
    pub source: Option<Value<String>>,
}

impl ParseWAF {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for ParseWAF {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("Source", self.source.as_ref());
        object.finish()
    }
}

/// This structure contains the information about one processor in a log transformer.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Processor {
    /// Use this parameter to include the
    /// [addKeys](https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CloudWatch-Logs-Transformation.html#CloudWatch-Logs-Transformation-addKeys)
    /// processor in your transformer.
    pub add_keys: Option<Value<AddKeys>>,
    /// Use this parameter to include the
    /// [copyValue](https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CloudWatch-Logs-Transformation-Processors.html#CloudWatch-Logs-Transformation-copyValue)
    /// processor in your transformer.
    pub copy_value: Option<Value<CopyValue>>,
    /// Use this parameter to include the
    /// [CSV](https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CloudWatch-Logs-Transformation.html#CloudWatch-Logs-Transformation-CSV)
    /// processor in your transformer.
    pub csv: Option<Value<Csv>>,
    /// Use this parameter to include the
    /// [datetimeConverter](https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CloudWatch-Logs-Transformation-Processors.html#CloudWatch-Logs-Transformation-datetimeConverter)
    /// processor in your transformer.
    pub date_time_converter: Option<Value<DateTimeConverter>>,
    /// Use this parameter to include the
    /// [deleteKeys](https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CloudWatch-Logs-Transformation.html#CloudWatch-Logs-Transformation-deleteKeys)
    /// processor in your transformer.
    pub delete_keys: Option<Value<DeleteKeys>>,
    /// Use this parameter to include the
    /// [grok](https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CloudWatch-Logs-Transformation-Processors.html#CloudWatch-Logs-Transformation-grok)
    /// processor in your transformer.
    pub grok: Option<Value<Grok>>,
    /// Use this parameter to include the
    /// [listToMap](https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CloudWatch-Logs-Transformation.html#CloudWatch-Logs-Transformation-listToMap)
    /// processor in your transformer.
    pub list_to_map: Option<Value<ListToMap>>,
    /// Use this parameter to include the
    /// [lowerCaseString](https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CloudWatch-Logs-Transformation-Processors.html#CloudWatch-Logs-Transformation-lowerCaseString)
    /// processor in your transformer.
    pub lower_case_string: Option<Value<LowerCaseString>>,
    /// Use this parameter to include the
    /// [moveKeys](https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CloudWatch-Logs-Transformation-Processors.html#CloudWatch-Logs-Transformation-moveKeys)
    /// processor in your transformer.
    pub move_keys: Option<Value<MoveKeys>>,
    /// Use this parameter to include the
    /// [parseCloudfront](https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CloudWatch-Logs-Transformation-Processors.html#CloudWatch-Logs-Transformation-parseCloudfront)
    /// processor in your transformer.
    pub parse_cloudfront: Option<Value<ParseCloudfront>>,
    /// Use this parameter to include the
    /// [parseJSON](https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CloudWatch-Logs-Transformation-Processors.html#CloudWatch-Logs-Transformation-parseJSON)
    /// processor in your transformer.
    pub parse_json: Option<Value<ParseJSON>>,
    /// Use this parameter to include the
    /// [parseKeyValue](https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CloudWatch-Logs-Transformation-Processors.html#CloudWatch-Logs-Transformation-parseKeyValue)
    /// processor in your transformer.
    pub parse_key_value: Option<Value<ParseKeyValue>>,
    /// Use this parameter to include the
    /// [parsePostGres](https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CloudWatch-Logs-Transformation.html#CloudWatch-Logs-Transformation-parsePostGres)
    /// processor in your transformer.
    pub parse_postgres: Option<Value<ParsePostgres>>,
    /// Use this parameter to include the
    /// [parseRoute53](https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CloudWatch-Logs-Transformation-Processors.html#CloudWatch-Logs-Transformation-parseRoute53)
    /// processor in your transformer.
    pub parse_route53: Option<Value<ParseRoute53>>,
    /// Use this parameter to convert logs into Open Cybersecurity Schema (OCSF) format.
    pub parse_to_ocsf: Option<Value<ParseToOCSF>>,
    /// Use this parameter to include the
    /// [parseVPC](https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CloudWatch-Logs-Transformation-Processors.html#CloudWatch-Logs-Transformation-parseVPC)
    /// processor in your transformer.
    pub parse_vpc: Option<Value<ParseVPC>>,
    /// Use this parameter to include the
    /// [parseWAF](https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CloudWatch-Logs-Transformation.html#CloudWatch-Logs-Transformation-parseWAF)
    /// processor in your transformer.
    pub parse_waf: Option<Value<ParseWAF>>,
    /// Use this parameter to include the
    /// [renameKeys](https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CloudWatch-Logs-Transformation.html#CloudWatch-Logs-Transformation-renameKeys)
    /// processor in your transformer.
    pub rename_keys: Option<Value<RenameKeys>>,
    /// Use this parameter to include the
    /// [splitString](https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CloudWatch-Logs-Transformation-Processors.html#CloudWatch-Logs-Transformation-splitString)
    /// processor in your transformer.
    pub split_string: Option<Value<SplitString>>,
    /// Use this parameter to include the
    /// [substituteString](https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CloudWatch-Logs-Transformation-Processors.html#CloudWatch-Logs-Transformation-substituteString)
    /// processor in your transformer.
    pub substitute_string: Option<Value<SubstituteString>>,
    /// Use this parameter to include the
    /// [trimString](https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CloudWatch-Logs-Transformation-Processors.html#CloudWatch-Logs-Transformation-trimString)
    /// processor in your transformer.
    pub trim_string: Option<Value<TrimString>>,
    /// Use this parameter to include the
    /// [typeConverter](https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CloudWatch-Logs-Transformation-Processors.html#CloudWatch-Logs-Transformation-typeConverter)
    /// processor in your transformer.
    pub type_converter: Option<Value<TypeConverter>>,
    /// Use this parameter to include the
    /// [upperCaseString](https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CloudWatch-Logs-Transformation-Processors.html#CloudWatch-Logs-Transformation-upperCaseString)
    /// processor in your transformer.
    pub upper_case_string: Option<Value<UpperCaseString>>,
}

impl Processor {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for Processor {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("AddKeys", self.add_keys.as_ref());
        object.optional("CopyValue", self.copy_value.as_ref());
        object.optional("Csv", self.csv.as_ref());
        object.optional("DateTimeConverter", self.date_time_converter.as_ref());
        object.optional("DeleteKeys", self.delete_keys.as_ref());
        object.optional("Grok", self.grok.as_ref());
        object.optional("ListToMap", self.list_to_map.as_ref());
        object.optional("LowerCaseString", self.lower_case_string.as_ref());
        object.optional("MoveKeys", self.move_keys.as_ref());
        object.optional("ParseCloudfront", self.parse_cloudfront.as_ref());
        object.optional("ParseJSON", self.parse_json.as_ref());
        object.optional("ParseKeyValue", self.parse_key_value.as_ref());
        object.optional("ParsePostgres", self.parse_postgres.as_ref());
        object.optional("ParseRoute53", self.parse_route53.as_ref());
        object.optional("ParseToOCSF", self.parse_to_ocsf.as_ref());
        object.optional("ParseVPC", self.parse_vpc.as_ref());
        object.optional("ParseWAF", self.parse_waf.as_ref());
        object.optional("RenameKeys", self.rename_keys.as_ref());
        object.optional("SplitString", self.split_string.as_ref());
        object.optional("SubstituteString", self.substitute_string.as_ref());
        object.optional("TrimString", self.trim_string.as_ref());
        object.optional("TypeConverter", self.type_converter.as_ref());
        object.optional("UpperCaseString", self.upper_case_string.as_ref());
        object.finish()
    }
}

/// This object defines one key that will be renamed with the
/// [renameKey](https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CloudWatch-Logs-Transformation-Processors.html#CloudWatch-Logs-Transformation-renameKey)
/// processor.
#[derive(Debug, Clone, PartialEq)]
pub struct RenameKeyEntry {
    /// The key to rename
    ///
    /// Length: 1 to 128. Pattern: `^.*[a-zA-Z0-9]+.*$`.
    pub key: Value<String>,
    /// Specifies whether to overwrite the existing value if the destination key already exists. The default
    /// is `false`
    pub overwrite_if_exists: Option<Value<bool>>,
    /// The string to use for the new key name
    ///
    /// Length: 1 to 128. Pattern: `^.*[a-zA-Z0-9]+.*$`.
    pub rename_to: Value<String>,
}

impl RenameKeyEntry {
    /// With the required properties only.
    pub fn new(key: impl Into<Value<String>>, rename_to: impl Into<Value<String>>) -> Self {
        Self {
            key: key.into(),
            overwrite_if_exists: None,
            rename_to: rename_to.into(),
        }
    }
}

impl ToJson for RenameKeyEntry {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("Key", &self.key);
        object.optional("OverwriteIfExists", self.overwrite_if_exists.as_ref());
        object.required("RenameTo", &self.rename_to);
        object.finish()
    }
}

/// Use this processor to rename keys in a log event.
#[derive(Debug, Clone, PartialEq)]
pub struct RenameKeys {
    /// An array of `RenameKeyEntry` objects, where each object contains the information about a single key to
    /// rename.
    ///
    /// Items: 1 to 5.
    pub entries: Value<List<RenameKeyEntry>>,
}

impl RenameKeys {
    /// With the required properties only.
    pub fn new(entries: impl Into<Value<List<RenameKeyEntry>>>) -> Self {
        Self {
            entries: entries.into(),
        }
    }
}

impl ToJson for RenameKeys {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("Entries", &self.entries);
        object.finish()
    }
}

/// Use this processor to split a field into an array of strings using a delimiting character.
#[derive(Debug, Clone, PartialEq)]
pub struct SplitString {
    /// An array of `SplitStringEntry` objects, where each object contains the information about one field to
    /// split.
    ///
    /// Items: 1 to 10.
    pub entries: Value<List<SplitStringEntry>>,
}

impl SplitString {
    /// With the required properties only.
    pub fn new(entries: impl Into<Value<List<SplitStringEntry>>>) -> Self {
        Self {
            entries: entries.into(),
        }
    }
}

impl ToJson for SplitString {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("Entries", &self.entries);
        object.finish()
    }
}

/// This object defines one log field that will be split with the
/// [splitString](https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CloudWatch-Logs-Transformation-Processors.html#CloudWatch-Logs-Transformation-splitString)
/// processor.
#[derive(Debug, Clone, PartialEq)]
pub struct SplitStringEntry {
    /// The separator characters to split the string entry on.
    ///
    /// Length: 1 to 128.
    pub delimiter: Value<String>,
    /// The key of the field to split.
    ///
    /// Length: 1 to 128. Pattern: `^.*[a-zA-Z0-9]+.*$`.
    pub source: Value<String>,
}

impl SplitStringEntry {
    /// With the required properties only.
    pub fn new(delimiter: impl Into<Value<String>>, source: impl Into<Value<String>>) -> Self {
        Self {
            delimiter: delimiter.into(),
            source: source.into(),
        }
    }
}

impl ToJson for SplitStringEntry {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("Delimiter", &self.delimiter);
        object.required("Source", &self.source);
        object.finish()
    }
}

/// This processor matches a key’s value against a regular expression and replaces all matches with a
/// replacement string.
#[derive(Debug, Clone, PartialEq)]
pub struct SubstituteString {
    /// An array of objects, where each object contains the information about one key to match and replace.
    ///
    /// Items: 1 to 10.
    pub entries: Value<List<SubstituteStringEntry>>,
}

impl SubstituteString {
    /// With the required properties only.
    pub fn new(entries: impl Into<Value<List<SubstituteStringEntry>>>) -> Self {
        Self {
            entries: entries.into(),
        }
    }
}

impl ToJson for SubstituteString {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("Entries", &self.entries);
        object.finish()
    }
}

/// This object defines one log field key that will be replaced using the
/// [substituteString](https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CloudWatch-Logs-Transformation-Processors.html#CloudWatch-Logs-Transformation-substituteString)
/// processor.
#[derive(Debug, Clone, PartialEq)]
pub struct SubstituteStringEntry {
    /// The regular expression string to be replaced. Special regex characters such as \[ and \] must be
    /// escaped using \\ when using double quotes and with \ when using single quotes. For more information,
    /// see [Class
    /// Pattern](https://docs.aws.amazon.com/https://docs.oracle.com/en/java/javase/17/docs/api/java.base/java/util/regex/Pattern.html)
    /// on the Oracle web site.
    ///
    /// Length: 1 to 128.
    pub from: Value<String>,
    /// The key to modify
    ///
    /// Length: 1 to 128. Pattern: `^.*[a-zA-Z0-9]+.*$`.
    pub source: Value<String>,
    /// The string to be substituted for each match of `from`
    ///
    /// Length: 1 to 128.
    pub to: Value<String>,
}

impl SubstituteStringEntry {
    /// With the required properties only.
    pub fn new(
        from: impl Into<Value<String>>,
        source: impl Into<Value<String>>,
        to: impl Into<Value<String>>,
    ) -> Self {
        Self {
            from: from.into(),
            source: source.into(),
            to: to.into(),
        }
    }
}

impl ToJson for SubstituteStringEntry {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("From", &self.from);
        object.required("Source", &self.source);
        object.required("To", &self.to);
        object.finish()
    }
}

/// Use this processor to remove leading and trailing whitespace.
#[derive(Debug, Clone, PartialEq)]
pub struct TrimString {
    /// The array containing the keys of the fields to trim.
    ///
    /// Items: 1 to 10.
    pub with_keys: Value<List<String>>,
}

impl TrimString {
    /// With the required properties only.
    pub fn new(with_keys: impl Into<Value<List<String>>>) -> Self {
        Self {
            with_keys: with_keys.into(),
        }
    }
}

impl ToJson for TrimString {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("WithKeys", &self.with_keys);
        object.finish()
    }
}

/// Use this processor to convert a value type associated with the specified key to the specified type. It's a
/// casting processor that changes the types of the specified fields. Values can be converted into one of the
/// following datatypes: `integer`, `double`, `string` and `boolean`.
#[derive(Debug, Clone, PartialEq)]
pub struct TypeConverter {
    /// An array of `TypeConverterEntry` objects, where each object contains the information about one field
    /// to change the type of.
    ///
    /// Items: 1 to 5.
    pub entries: Value<List<TypeConverterEntry>>,
}

impl TypeConverter {
    /// With the required properties only.
    pub fn new(entries: impl Into<Value<List<TypeConverterEntry>>>) -> Self {
        Self {
            entries: entries.into(),
        }
    }
}

impl ToJson for TypeConverter {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("Entries", &self.entries);
        object.finish()
    }
}

/// This object defines one value type that will be converted using the
/// [typeConverter](https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CloudWatch-Logs-Transformation-Processors.html#CloudWatch-Logs-Transformation-typeConverter)
/// processor.
#[derive(Debug, Clone, PartialEq)]
pub struct TypeConverterEntry {
    /// The key with the value that is to be converted to a different type.
    ///
    /// Length: 1 to 128. Pattern: `^.*[a-zA-Z0-9]+.*$`.
    pub key: Value<String>,
    /// The type to convert the field value to. Valid values are `integer`, `double`, `string` and `boolean`.
    pub r#type: Value<TypeConverterEntryType>,
}

impl TypeConverterEntry {
    /// With the required properties only.
    pub fn new(key: impl Into<Value<String>>, r#type: impl Into<Value<TypeConverterEntryType>>) -> Self {
        Self {
            key: key.into(),
            r#type: r#type.into(),
        }
    }
}

impl ToJson for TypeConverterEntry {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("Key", &self.key);
        object.required("Type", &self.r#type);
        object.finish()
    }
}

/// This processor converts a string field to uppercase.
#[derive(Debug, Clone, PartialEq)]
pub struct UpperCaseString {
    /// The array of containing the keys of the field to convert to uppercase.
    ///
    /// Items: 1 to 10.
    pub with_keys: Value<List<String>>,
}

impl UpperCaseString {
    /// With the required properties only.
    pub fn new(with_keys: impl Into<Value<List<String>>>) -> Self {
        Self {
            with_keys: with_keys.into(),
        }
    }
}

impl ToJson for UpperCaseString {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("WithKeys", &self.with_keys);
        object.finish()
    }
}

text_enum! {
    /// The values of `ParseToOCSF.EventSource`.
    EventSource {
        CloudTrail = "CloudTrail",
        Route53Resolver = "Route53Resolver",
        VPCFlow = "VPCFlow",
        EKSAudit = "EKSAudit",
        Awswaf = "AWSWAF",
    }
}

text_enum! {
    /// The values of `ListToMap.FlattenedElement`.
    FlattenedElement {
        First = "first",
        Last = "last",
    }
}

text_enum! {
    /// The values of `ParseToOCSF.OcsfVersion`.
    OcsfVersion {
        V1_1 = "V1.1",
        V1_5 = "V1.5",
    }
}

text_enum! {
    /// The values of `TypeConverterEntry.Type`.
    TypeConverterEntryType {
        Boolean = "boolean",
        Integer = "integer",
        Double = "double",
        String = "string",
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::Logs::Transformer",
    properties: &TRANSFORMER,
    create_only: &["LogGroupIdentifier"],
    conditional_create_only: &[],
    read_only: &[],
    write_only: &[],
    primary_identifier: &["LogGroupIdentifier"],
    reference: Reference::Id,
    attributes: &[],
    stateful: false,
};

static ADD_KEY_ENTRY: Object = Object {
    properties: &[
        Property::required(
            "Key",
            Shape::TEXT
                .pattern("^.*[a-zA-Z0-9]+.*$")
                .min_length(1)
                .max_length(128),
        ),
        Property::optional("OverwriteIfExists", Shape::Boolean),
        Property::required("Value", Shape::TEXT.min_length(1).max_length(256)),
    ],
    constraints: &[],
};

static ADD_KEYS: Object = Object {
    properties: &[Property::required(
        "Entries",
        Shape::list(&Shape::Object(&ADD_KEY_ENTRY))
            .min_length(1)
            .max_length(5)
            .unique(),
    )],
    constraints: &[],
};

static COPY_VALUE: Object = Object {
    properties: &[Property::required(
        "Entries",
        Shape::list(&Shape::Object(&COPY_VALUE_ENTRY))
            .min_length(1)
            .max_length(5),
    )],
    constraints: &[],
};

static COPY_VALUE_ENTRY: Object = Object {
    properties: &[
        Property::optional("OverwriteIfExists", Shape::Boolean),
        Property::required(
            "Source",
            Shape::TEXT
                .pattern("^.*[a-zA-Z0-9]+.*$")
                .min_length(1)
                .max_length(128),
        ),
        Property::required(
            "Target",
            Shape::TEXT
                .pattern("^.*[a-zA-Z0-9]+.*$")
                .min_length(1)
                .max_length(128),
        ),
    ],
    constraints: &[],
};

static CSV: Object = Object {
    properties: &[
        Property::optional(
            "Columns",
            Shape::list(
                &Shape::TEXT
                    .pattern("^.*[a-zA-Z0-9]+.*$")
                    .min_length(1)
                    .max_length(128),
            )
            .min_length(1)
            .max_length(100),
        ),
        Property::optional("Delimiter", Shape::TEXT.min_length(1).max_length(2)),
        Property::optional("QuoteCharacter", Shape::TEXT.min_length(1).max_length(1)),
        Property::optional("Source", Shape::TEXT.min_length(1).max_length(128)),
    ],
    constraints: &[],
};

static DATE_TIME_CONVERTER: Object = Object {
    properties: &[
        Property::optional("Locale", Shape::TEXT.min_length(1)),
        Property::required(
            "MatchPatterns",
            Shape::list(
                &Shape::TEXT
                    .pattern("^.*[a-zA-Z0-9]+.*$")
                    .min_length(1)
                    .max_length(128),
            )
            .min_length(1)
            .max_length(5)
            .unique(),
        ),
        Property::required(
            "Source",
            Shape::TEXT
                .pattern("^.*[a-zA-Z0-9]+.*$")
                .min_length(1)
                .max_length(128),
        ),
        Property::optional("SourceTimezone", Shape::TEXT.min_length(1)),
        Property::required(
            "Target",
            Shape::TEXT
                .pattern("^.*[a-zA-Z0-9]+.*$")
                .min_length(1)
                .max_length(128),
        ),
        Property::optional("TargetFormat", Shape::TEXT.min_length(1).max_length(64)),
        Property::optional("TargetTimezone", Shape::TEXT.min_length(1)),
    ],
    constraints: &[],
};

static DELETE_KEYS: Object = Object {
    properties: &[Property::required(
        "WithKeys",
        Shape::list(&Shape::TEXT.min_length(1).max_length(128))
            .min_length(1)
            .max_length(5)
            .unique(),
    )],
    constraints: &[],
};

static GROK: Object = Object {
    properties: &[
        Property::required("Match", Shape::TEXT.min_length(1).max_length(512)),
        Property::optional(
            "Source",
            Shape::TEXT
                .pattern("^.*[a-zA-Z0-9]+.*$")
                .min_length(1)
                .max_length(128),
        ),
    ],
    constraints: &[],
};

static LIST_TO_MAP: Object = Object {
    properties: &[
        Property::optional("Flatten", Shape::Boolean),
        Property::optional("FlattenedElement", Shape::one_of(FlattenedElement::VALUES)),
        Property::required(
            "Key",
            Shape::TEXT
                .pattern("^.*[a-zA-Z0-9]+.*$")
                .min_length(1)
                .max_length(128),
        ),
        Property::required(
            "Source",
            Shape::TEXT
                .pattern("^.*[a-zA-Z0-9]+.*$")
                .min_length(1)
                .max_length(128),
        ),
        Property::optional(
            "Target",
            Shape::TEXT
                .pattern("^.*[a-zA-Z0-9]+.*$")
                .min_length(1)
                .max_length(128),
        ),
        Property::optional(
            "ValueKey",
            Shape::TEXT
                .pattern("^.*[a-zA-Z0-9]+.*$")
                .min_length(1)
                .max_length(128),
        ),
    ],
    constraints: &[],
};

static LOWER_CASE_STRING: Object = Object {
    properties: &[Property::required(
        "WithKeys",
        Shape::list(&Shape::TEXT.min_length(1).max_length(128))
            .min_length(1)
            .max_length(10)
            .unique(),
    )],
    constraints: &[],
};

static MOVE_KEY_ENTRY: Object = Object {
    properties: &[
        Property::optional("OverwriteIfExists", Shape::Boolean),
        Property::required(
            "Source",
            Shape::TEXT
                .pattern("^.*[a-zA-Z0-9]+.*$")
                .min_length(1)
                .max_length(128),
        ),
        Property::required(
            "Target",
            Shape::TEXT
                .pattern("^.*[a-zA-Z0-9]+.*$")
                .min_length(1)
                .max_length(128),
        ),
    ],
    constraints: &[],
};

static MOVE_KEYS: Object = Object {
    properties: &[Property::required(
        "Entries",
        Shape::list(&Shape::Object(&MOVE_KEY_ENTRY))
            .min_length(1)
            .max_length(5),
    )],
    constraints: &[],
};

static PARSE_CLOUDFRONT: Object = Object {
    properties: &[Property::optional(
        "Source",
        Shape::TEXT
            .pattern("^.*[a-zA-Z0-9]+.*$")
            .min_length(1)
            .max_length(128),
    )],
    constraints: &[],
};

static PARSE_JSON: Object = Object {
    properties: &[
        Property::optional(
            "Destination",
            Shape::TEXT
                .pattern("^.*[a-zA-Z0-9]+.*$")
                .min_length(1)
                .max_length(128),
        ),
        Property::optional("Source", Shape::TEXT.min_length(1).max_length(128)),
    ],
    constraints: &[],
};

static PARSE_KEY_VALUE: Object = Object {
    properties: &[
        Property::optional(
            "Destination",
            Shape::TEXT
                .pattern("^.*[a-zA-Z0-9]+.*$")
                .min_length(1)
                .max_length(128),
        ),
        Property::optional("FieldDelimiter", Shape::TEXT.min_length(1).max_length(128)),
        Property::optional(
            "KeyPrefix",
            Shape::TEXT
                .pattern("^.*[a-zA-Z0-9]+.*$")
                .min_length(1)
                .max_length(128),
        ),
        Property::optional("KeyValueDelimiter", Shape::TEXT.min_length(1).max_length(128)),
        Property::optional(
            "NonMatchValue",
            Shape::TEXT
                .pattern("^.*[a-zA-Z0-9]+.*$")
                .min_length(1)
                .max_length(128),
        ),
        Property::optional("OverwriteIfExists", Shape::Boolean),
        Property::optional(
            "Source",
            Shape::TEXT
                .pattern("^.*[a-zA-Z0-9]+.*$")
                .min_length(1)
                .max_length(128),
        ),
    ],
    constraints: &[],
};

static PARSE_POSTGRES: Object = Object {
    properties: &[Property::optional(
        "Source",
        Shape::TEXT
            .pattern("^.*[a-zA-Z0-9]+.*$")
            .min_length(1)
            .max_length(128),
    )],
    constraints: &[],
};

static PARSE_ROUTE53: Object = Object {
    properties: &[Property::optional(
        "Source",
        Shape::TEXT
            .pattern("^.*[a-zA-Z0-9]+.*$")
            .min_length(1)
            .max_length(128),
    )],
    constraints: &[],
};

static PARSE_TO_OCSF: Object = Object {
    properties: &[
        Property::required("EventSource", Shape::one_of(EventSource::VALUES)),
        Property::optional(
            "MappingVersion",
            Shape::TEXT
                .pattern(r"^v\d+\.\d+(\.\d+)?$")
                .min_length(1)
                .max_length(10),
        ),
        Property::required("OcsfVersion", Shape::one_of(OcsfVersion::VALUES)),
        Property::optional(
            "Source",
            Shape::TEXT
                .pattern("^.*[a-zA-Z0-9]+.*$")
                .min_length(1)
                .max_length(128),
        ),
    ],
    constraints: &[],
};

static PARSE_VPC: Object = Object {
    properties: &[Property::optional(
        "Source",
        Shape::TEXT
            .pattern("^.*[a-zA-Z0-9]+.*$")
            .min_length(1)
            .max_length(128),
    )],
    constraints: &[],
};

static PARSE_WAF: Object = Object {
    properties: &[Property::optional(
        "Source",
        Shape::TEXT
            .pattern("^.*[a-zA-Z0-9]+.*$")
            .min_length(1)
            .max_length(128),
    )],
    constraints: &[],
};

static PROCESSOR: Object = Object {
    properties: &[
        Property::optional("AddKeys", Shape::Object(&ADD_KEYS)),
        Property::optional("CopyValue", Shape::Object(&COPY_VALUE)),
        Property::optional("Csv", Shape::Object(&CSV)),
        Property::optional("DateTimeConverter", Shape::Object(&DATE_TIME_CONVERTER)),
        Property::optional("DeleteKeys", Shape::Object(&DELETE_KEYS)),
        Property::optional("Grok", Shape::Object(&GROK)),
        Property::optional("ListToMap", Shape::Object(&LIST_TO_MAP)),
        Property::optional("LowerCaseString", Shape::Object(&LOWER_CASE_STRING)),
        Property::optional("MoveKeys", Shape::Object(&MOVE_KEYS)),
        Property::optional("ParseCloudfront", Shape::Object(&PARSE_CLOUDFRONT)),
        Property::optional("ParseJSON", Shape::Object(&PARSE_JSON)),
        Property::optional("ParseKeyValue", Shape::Object(&PARSE_KEY_VALUE)),
        Property::optional("ParsePostgres", Shape::Object(&PARSE_POSTGRES)),
        Property::optional("ParseRoute53", Shape::Object(&PARSE_ROUTE53)),
        Property::optional("ParseToOCSF", Shape::Object(&PARSE_TO_OCSF)),
        Property::optional("ParseVPC", Shape::Object(&PARSE_VPC)),
        Property::optional("ParseWAF", Shape::Object(&PARSE_WAF)),
        Property::optional("RenameKeys", Shape::Object(&RENAME_KEYS)),
        Property::optional("SplitString", Shape::Object(&SPLIT_STRING)),
        Property::optional("SubstituteString", Shape::Object(&SUBSTITUTE_STRING)),
        Property::optional("TrimString", Shape::Object(&TRIM_STRING)),
        Property::optional("TypeConverter", Shape::Object(&TYPE_CONVERTER)),
        Property::optional("UpperCaseString", Shape::Object(&UPPER_CASE_STRING)),
    ],
    constraints: &[],
};

static RENAME_KEY_ENTRY: Object = Object {
    properties: &[
        Property::required(
            "Key",
            Shape::TEXT
                .pattern("^.*[a-zA-Z0-9]+.*$")
                .min_length(1)
                .max_length(128),
        ),
        Property::optional("OverwriteIfExists", Shape::Boolean),
        Property::required(
            "RenameTo",
            Shape::TEXT
                .pattern("^.*[a-zA-Z0-9]+.*$")
                .min_length(1)
                .max_length(128),
        ),
    ],
    constraints: &[],
};

static RENAME_KEYS: Object = Object {
    properties: &[Property::required(
        "Entries",
        Shape::list(&Shape::Object(&RENAME_KEY_ENTRY))
            .min_length(1)
            .max_length(5),
    )],
    constraints: &[],
};

static SPLIT_STRING: Object = Object {
    properties: &[Property::required(
        "Entries",
        Shape::list(&Shape::Object(&SPLIT_STRING_ENTRY))
            .min_length(1)
            .max_length(10),
    )],
    constraints: &[],
};

static SPLIT_STRING_ENTRY: Object = Object {
    properties: &[
        Property::required("Delimiter", Shape::TEXT.min_length(1).max_length(128)),
        Property::required(
            "Source",
            Shape::TEXT
                .pattern("^.*[a-zA-Z0-9]+.*$")
                .min_length(1)
                .max_length(128),
        ),
    ],
    constraints: &[],
};

static SUBSTITUTE_STRING: Object = Object {
    properties: &[Property::required(
        "Entries",
        Shape::list(&Shape::Object(&SUBSTITUTE_STRING_ENTRY))
            .min_length(1)
            .max_length(10),
    )],
    constraints: &[],
};

static SUBSTITUTE_STRING_ENTRY: Object = Object {
    properties: &[
        Property::required("From", Shape::TEXT.min_length(1).max_length(128)),
        Property::required(
            "Source",
            Shape::TEXT
                .pattern("^.*[a-zA-Z0-9]+.*$")
                .min_length(1)
                .max_length(128),
        ),
        Property::required("To", Shape::TEXT.min_length(1).max_length(128)),
    ],
    constraints: &[],
};

static TRANSFORMER: Object = Object {
    properties: &[
        Property::required(
            "LogGroupIdentifier",
            Shape::TEXT
                .pattern(r"[\w#+=/:,.@-]*")
                .min_length(1)
                .max_length(2048),
        ),
        Property::required(
            "TransformerConfig",
            Shape::list(&Shape::Object(&PROCESSOR))
                .min_length(1)
                .max_length(20),
        ),
    ],
    constraints: &[],
};

static TRIM_STRING: Object = Object {
    properties: &[Property::required(
        "WithKeys",
        Shape::list(&Shape::TEXT.min_length(1).max_length(128))
            .min_length(1)
            .max_length(10)
            .unique(),
    )],
    constraints: &[],
};

static TYPE_CONVERTER: Object = Object {
    properties: &[Property::required(
        "Entries",
        Shape::list(&Shape::Object(&TYPE_CONVERTER_ENTRY))
            .min_length(1)
            .max_length(5),
    )],
    constraints: &[],
};

static TYPE_CONVERTER_ENTRY: Object = Object {
    properties: &[
        Property::required(
            "Key",
            Shape::TEXT
                .pattern("^.*[a-zA-Z0-9]+.*$")
                .min_length(1)
                .max_length(128),
        ),
        Property::required("Type", Shape::one_of(TypeConverterEntryType::VALUES)),
    ],
    constraints: &[],
};

static UPPER_CASE_STRING: Object = Object {
    properties: &[Property::required(
        "WithKeys",
        Shape::list(&Shape::TEXT.min_length(1).max_length(128))
            .min_length(1)
            .max_length(10)
            .unique(),
    )],
    constraints: &[],
};
