//! A DynamoDB table: encrypted, with point-in-time recovery, by default billed per request.

use std::{borrow::Cow, collections::BTreeMap};

use infra_gen_cfn::{
    Arn, Handle, Id, LogicalId, Stack, Value,
    dynamodb::{self, table},
    intrinsic::concat,
    kind,
    policy::{Action, Statement},
};

use crate::access::{Grantee, Removal};

/// A DynamoDB table.
pub struct Table {
    /// The table.
    pub table: Handle<dynamodb::Table>,
}

/// The options of a [`Table`].
#[derive(Debug, Clone)]
pub struct TableProps {
    /// The primary key.
    pub key: Key,
    /// The global secondary indexes.
    pub indexes: Vec<Index>,
    /// How reads and writes are billed.
    pub billing: Billing,
    /// The attribute that holds an item's expiry time, in seconds since the Unix epoch.
    pub time_to_live: Option<Cow<'static, str>>,
    /// Whether DynamoDB rejects requests to delete the table, from the stack or by hand; by default not.
    pub deletion_protection: bool,
    /// What happens to the table when it is removed from the stack; by default it is retained.
    pub removal: Removal,
}

impl TableProps {
    /// A table with this primary key.
    pub fn new(key: Key) -> Self {
        Self {
            key,
            indexes: Vec::new(),
            billing: Billing::default(),
            time_to_live: None,
            deletion_protection: false,
            removal: Removal::default(),
        }
    }
}

/// The key of a table or an index.
#[derive(Debug, Clone)]
pub struct Key {
    /// The attribute whose value decides the partition of an item.
    pub partition: KeyAttribute,
    /// The attribute that orders the items of a partition.
    pub sort: Option<KeyAttribute>,
}

impl Key {
    /// A key of a partition attribute alone.
    pub fn new(name: impl Into<Cow<'static, str>>, key_type: KeyType) -> Self {
        Self {
            partition: KeyAttribute::new(name, key_type),
            sort: None,
        }
    }
}

/// An attribute of a key.
#[derive(Debug, Clone)]
pub struct KeyAttribute {
    /// The attribute's name.
    pub name: Cow<'static, str>,
    /// The type of its values.
    pub key_type: KeyType,
}

impl KeyAttribute {
    /// An attribute of this name and type.
    pub fn new(name: impl Into<Cow<'static, str>>, key_type: KeyType) -> Self {
        Self {
            name: name.into(),
            key_type,
        }
    }
}

/// The type of a key attribute.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeyType {
    /// Text.
    String,
    /// A number.
    Number,
    /// Bytes.
    Binary,
}

/// A global secondary index.
#[derive(Debug, Clone)]
pub struct Index {
    /// Its name, 3 to 255 letters, digits, `_`, `.` and `-`.
    pub name: Cow<'static, str>,
    /// Its key.
    pub key: Key,
    /// Which attributes of an item it contains.
    pub projection: Projection,
}

impl Index {
    /// An index with this name and key that contains all attributes.
    pub fn new(name: impl Into<Cow<'static, str>>, key: Key) -> Self {
        Self {
            name: name.into(),
            key,
            projection: Projection::default(),
        }
    }
}

/// Which attributes an index contains besides its own key and the table's.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Projection {
    /// All attributes.
    #[default]
    All,
    /// No other attributes.
    KeysOnly,
    /// These attributes.
    Include(Vec<Cow<'static, str>>),
}

/// How reads and writes are billed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Billing {
    /// Per request.
    #[default]
    OnDemand,
    /// Per capacity unit, for the table and for each index.
    Provisioned {
        /// Read capacity units.
        read: u32,
        /// Write capacity units.
        write: u32,
    },
}

/// An operation on a table's items that can be granted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TableAccess {
    /// Read one item by key.
    GetItem,
    /// Read up to 100 items by key.
    BatchGetItem,
    /// Read the items of a partition, of the table or an index.
    Query,
    /// Read all items, page by page, of the table or an index.
    Scan,
    /// Write one item.
    PutItem,
    /// Update one item.
    UpdateItem,
    /// Delete one item.
    DeleteItem,
    /// Write or delete up to 25 items.
    BatchWriteItem,
    /// Make a transaction depend on an item.
    ConditionCheckItem,
}

impl TableAccess {
    const READ: [Self; 4] = [Self::GetItem, Self::BatchGetItem, Self::Query, Self::Scan];

    const fn action(self) -> Action {
        match self {
            Self::GetItem => Action::new("dynamodb:GetItem"),
            Self::BatchGetItem => Action::new("dynamodb:BatchGetItem"),
            Self::Query => Action::new("dynamodb:Query"),
            Self::Scan => Action::new("dynamodb:Scan"),
            Self::PutItem => Action::new("dynamodb:PutItem"),
            Self::UpdateItem => Action::new("dynamodb:UpdateItem"),
            Self::DeleteItem => Action::new("dynamodb:DeleteItem"),
            Self::BatchWriteItem => Action::new("dynamodb:BatchWriteItem"),
            Self::ConditionCheckItem => Action::new("dynamodb:ConditionCheckItem"),
        }
    }
}

impl Table {
    /// Adds a table to the stack under `id`.
    pub fn new(stack: &mut Stack, id: LogicalId, props: TableProps) -> Self {
        let indexes: Vec<_> = props
            .indexes
            .iter()
            .map(|index| index_of(index, props.billing))
            .collect();
        let resource = dynamodb::Table {
            attribute_definitions: Some(attributes(&props).into()),
            billing_mode: Some(billing_mode(props.billing).into()),
            provisioned_throughput: throughput(props.billing),
            global_secondary_indexes: (!indexes.is_empty()).then(|| indexes.into()),
            point_in_time_recovery_specification: Some(
                table::PointInTimeRecoverySpecification {
                    point_in_time_recovery_enabled: Some(true.into()),
                    ..table::PointInTimeRecoverySpecification::new()
                }
                .into(),
            ),
            // With the AWS managed key, because CloudTrail records its use.
            sse_specification: Some(table::SSESpecification::new(true).into()),
            time_to_live_specification: props.time_to_live.map(|attribute| {
                table::TimeToLiveSpecification {
                    attribute_name: Some(attribute.into()),
                    ..table::TimeToLiveSpecification::new(true)
                }
                .into()
            }),
            deletion_protection_enabled: Some(props.deletion_protection.into()),
            ..dynamodb::Table::new(key_schema(&props.key))
        };
        let table = stack.add(id, resource);
        props.removal.apply(stack, &table);
        Self { table }
    }

    /// The table's name.
    pub fn name(&self) -> Value<Id<kind::dynamodb::Table>> {
        self.table.reference()
    }

    /// The table's ARN.
    pub fn arn(&self) -> Value<Arn<kind::dynamodb::Table>> {
        self.table.arn()
    }

    /// Allows `grantee` exactly `access` on the table itself.
    pub fn grant(
        &self,
        stack: &mut Stack,
        grantee: &impl Grantee,
        access: impl IntoIterator<Item = TableAccess>,
    ) {
        let actions = access.into_iter().map(TableAccess::action);
        grantee.allow(stack, Statement::allow(actions, [self.arn().into()]));
    }

    /// Allows `grantee` all operations that read items of the table itself.
    pub fn grant_read(&self, stack: &mut Stack, grantee: &impl Grantee) {
        self.grant(stack, grantee, TableAccess::READ);
    }

    /// Allows `grantee` to query the index called `index`.
    pub fn grant_query_index(&self, stack: &mut Stack, grantee: &impl Grantee, index: &str) {
        let arn = concat([self.arn().into(), format!("/index/{index}").into()]);
        grantee.allow(stack, Statement::allow([TableAccess::Query.action()], [arn]));
    }
}

fn key_schema(key: &Key) -> Vec<table::KeySchema> {
    let partition = table::KeySchema::new(&*key.partition.name, table::KeyType::Hash);
    let sort = key
        .sort
        .as_ref()
        .map(|sort| table::KeySchema::new(&*sort.name, table::KeyType::Range));
    [partition].into_iter().chain(sort).collect()
}

/// The definitions of all key attributes, each once, ordered by name.
fn attributes(props: &TableProps) -> Vec<table::AttributeDefinition> {
    let keys = props.indexes.iter().map(|index| &index.key).chain([&props.key]);
    let types: BTreeMap<&str, KeyType> = keys
        .flat_map(|key| [&key.partition].into_iter().chain(&key.sort))
        .map(|attribute| (&*attribute.name, attribute.key_type))
        .collect();
    types
        .into_iter()
        .map(|(name, key_type)| {
            let attribute_type = match key_type {
                KeyType::String => table::AttributeType::S,
                KeyType::Number => table::AttributeType::N,
                KeyType::Binary => table::AttributeType::B,
            };
            table::AttributeDefinition::new(name, attribute_type)
        })
        .collect()
}

fn index_of(index: &Index, billing: Billing) -> table::GlobalSecondaryIndex {
    let (projection_type, attributes) = match &index.projection {
        Projection::All => (table::ProjectionType::All, None),
        Projection::KeysOnly => (table::ProjectionType::KeysOnly, None),
        Projection::Include(attributes) => (table::ProjectionType::Include, Some(attributes.clone().into())),
    };
    let projection = table::Projection {
        projection_type: Some(projection_type.into()),
        non_key_attributes: attributes,
    };
    table::GlobalSecondaryIndex {
        provisioned_throughput: throughput(billing),
        ..table::GlobalSecondaryIndex::new(&*index.name, key_schema(&index.key), projection)
    }
}

fn billing_mode(billing: Billing) -> table::BillingMode {
    match billing {
        Billing::OnDemand => table::BillingMode::PayPerRequest,
        Billing::Provisioned { .. } => table::BillingMode::Provisioned,
    }
}

fn throughput(billing: Billing) -> Option<Value<table::ProvisionedThroughput>> {
    match billing {
        Billing::OnDemand => None,
        Billing::Provisioned { read, write } => {
            Some(table::ProvisionedThroughput::new(i64::from(read), i64::from(write)).into())
        }
    }
}
