//! A DynamoDB table: encrypted, with point-in-time recovery, paid by request unless said otherwise.

use std::collections::BTreeMap;

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

/// What a table needs.
pub struct TableProps {
    /// What items are found by.
    pub key: Key,
    /// Other ways to find them.
    pub indexes: Vec<Index>,
    /// How reads and writes are paid.
    pub billing: Billing,
    /// The attribute with the second (Unix time) at which an item expires.
    pub time_to_live: Option<&'static str>,
    /// Whether the table refuses to be deleted, by the stack or by hand.
    pub deletion_protection: bool,
    /// What becomes of the items when the table leaves the stack.
    pub removal: Removal,
}

/// The key of a table or an index.
#[derive(Debug, Clone, Copy)]
pub struct Key {
    /// The attribute that spreads items over partitions.
    pub partition: (&'static str, KeyType),
    /// The attribute that orders the items of a partition.
    pub sort: Option<(&'static str, KeyType)>,
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
    pub name: &'static str,
    /// Its key.
    pub key: Key,
    /// Which of the item's attributes a read of it finds.
    pub projection: Projection,
}

/// Which attributes an index carries besides its keys and the table's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Projection {
    /// All.
    All,
    /// None.
    KeysOnly,
    /// These.
    Include(Vec<&'static str>),
}

/// How reads and writes are paid.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Billing {
    /// By request.
    OnDemand,
    /// By capacity units a second, of the table and of each index.
    Provisioned {
        /// Read capacity units.
        read: u32,
        /// Write capacity units.
        write: u32,
    },
}

/// One thing that can be done with a table's items.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TableAccess {
    /// Reads one item by key.
    GetItem,
    /// Reads up to a hundred items by key.
    BatchGetItem,
    /// Reads the items of a partition, of the table or an index.
    Query,
    /// Reads all items, page by page, of the table or an index.
    Scan,
    /// Writes one item.
    PutItem,
    /// Changes one item.
    UpdateItem,
    /// Deletes one item.
    DeleteItem,
    /// Writes or deletes up to 25 items.
    BatchWriteItem,
    /// Makes a transaction depend on an item.
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
    pub fn new(stack: &mut Stack, id: LogicalId, props: &TableProps) -> Self {
        let indexes: Vec<_> = props
            .indexes
            .iter()
            .map(|index| index_of(index, props.billing))
            .collect();
        let resource = dynamodb::Table {
            attribute_definitions: Some(attributes(props).into()),
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
            // With a key of the account that AWS manages: every use of it is in CloudTrail.
            sse_specification: Some(table::SSESpecification::new(true).into()),
            time_to_live_specification: props.time_to_live.map(|attribute| {
                table::TimeToLiveSpecification {
                    attribute_name: Some(attribute.into()),
                    ..table::TimeToLiveSpecification::new(true)
                }
                .into()
            }),
            deletion_protection_enabled: Some(props.deletion_protection.into()),
            ..dynamodb::Table::new(key_schema(props.key))
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

    /// Lets `grantee` do exactly `access` with the table itself.
    pub fn grant(
        &self,
        stack: &mut Stack,
        grantee: &impl Grantee,
        access: impl IntoIterator<Item = TableAccess>,
    ) {
        let actions = access.into_iter().map(TableAccess::action);
        grantee.allow(stack, Statement::allow(actions, [self.arn().into()]));
    }

    /// Lets `grantee` read items in every way there is.
    pub fn grant_read(&self, stack: &mut Stack, grantee: &impl Grantee) {
        self.grant(stack, grantee, TableAccess::READ);
    }

    /// Lets `grantee` query the index called `index`, and nothing else of the table.
    pub fn grant_query_index(&self, stack: &mut Stack, grantee: &impl Grantee, index: &'static str) {
        let arn = concat([self.arn().into(), format!("/index/{index}").into()]);
        grantee.allow(stack, Statement::allow([TableAccess::Query.action()], [arn]));
    }
}

fn key_schema(key: Key) -> Vec<table::KeySchema> {
    let partition = table::KeySchema::new(key.partition.0, table::KeyType::Hash);
    let sort = key
        .sort
        .map(|(name, _)| table::KeySchema::new(name, table::KeyType::Range));
    [partition].into_iter().chain(sort).collect()
}

/// The definitions of all key attributes, each once, by name.
fn attributes(props: &TableProps) -> Vec<table::AttributeDefinition> {
    let keys = props.indexes.iter().map(|index| index.key).chain([props.key]);
    let typed: BTreeMap<&str, KeyType> = keys
        .flat_map(|key| [key.partition].into_iter().chain(key.sort))
        .collect();
    typed
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
        ..table::GlobalSecondaryIndex::new(index.name, key_schema(index.key), projection)
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
