//! DynamoDB for one test: a database in memory with its own port.

use std::{collections::HashMap, net::SocketAddr, time::Duration};

use aws_sdk_dynamodb::{
    Client,
    config::{StalledStreamProtectionConfig, timeout::TimeoutConfig},
    types::{
        AttributeDefinition, AttributeValue, BillingMode, GlobalSecondaryIndex, KeySchemaElement, KeyType,
        Projection as SdkProjection, ProjectionType, ScalarAttributeType,
    },
};
use dynoxide::Database;
use serde::Serialize;
use shop_contract::table::{self, Index, Projection, TableSchema};
use shop_runtime::{SdkConfig, sdk_config};
use tokio::{net::TcpListener, task::JoinHandle};

/// A DynamoDB server that stops when this value is dropped.
#[derive(Debug)]
pub struct Dynamo {
    address: SocketAddr,
    client: Client,
    server: JoinHandle<()>,
}

impl Dynamo {
    /// Starts an empty server.
    pub async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0")
            .await
            .expect("a free port on 127.0.0.1");
        let address = listener.local_addr().expect("the socket is bound");
        let database = Database::memory().expect("a database in memory");
        let server = tokio::spawn(dynoxide::server::serve_on(listener, database));
        let client = Client::new(&sdk_config_at(address));
        Self {
            address,
            client,
            server,
        }
    }

    /// Its address.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Its URL, for `AWS_ENDPOINT_URL`.
    pub fn endpoint(&self) -> String {
        format!("http://{}", self.address)
    }

    /// The configuration of a handler, without its timeouts, because the machine may be busy with other tests, and with immediate
    /// retries.
    pub fn sdk_config(&self) -> SdkConfig {
        sdk_config_at(self.address)
    }

    /// Creates a table from its schema, as the stack does.
    pub async fn create_table(&self, name: &str, schema: TableSchema) {
        let text = |name| (name, ScalarAttributeType::S);
        let mut keys = vec![text(schema.key)];
        keys.extend(schema.sort_key.map(text));
        keys.extend(schema.indexes.iter().flat_map(|index| {
            let sort_key_type = match index.sort_key_type {
                table::KeyType::String => ScalarAttributeType::S,
                table::KeyType::Number => ScalarAttributeType::N,
            };
            [text(index.partition_key), (index.sort_key, sort_key_type)]
        }));
        keys.sort_unstable();
        keys.dedup();
        self.client
            .create_table()
            .table_name(name)
            .billing_mode(BillingMode::PayPerRequest)
            .set_attribute_definitions(Some(keys.into_iter().map(attribute).collect()))
            .set_key_schema(Some(table_key(&schema)))
            .set_global_secondary_indexes(
                (!schema.indexes.is_empty()).then(|| schema.indexes.iter().map(secondary_index).collect()),
            )
            .send()
            .await
            .expect("the table is created");
    }

    /// Writes an item of the contract.
    pub async fn put(&self, table: &str, item: impl Serialize) {
        let item = serde_dynamo::to_item(item).expect("an item of the contract");
        self.put_raw(table, item).await;
    }

    /// All items of a table, in any order.
    pub async fn items(&self, table: &str) -> Vec<HashMap<String, AttributeValue>> {
        let scan = self
            .client
            .scan()
            .table_name(table)
            .into_paginator()
            .items()
            .send();
        scan.collect::<Result<_, _>>().await.expect("the table is read")
    }

    /// Deletes the item with this key.
    pub async fn delete(&self, table: &str, key: &str, text: &str) {
        self.client
            .delete_item()
            .table_name(table)
            .key(key, AttributeValue::S(text.to_owned()))
            .send()
            .await
            .expect("the item is deleted");
    }

    /// Writes any item.
    pub async fn put_raw(&self, table: &str, item: HashMap<String, AttributeValue>) {
        self.client
            .put_item()
            .table_name(table)
            .set_item(Some(item))
            .send()
            .await
            .expect("the item is written");
    }
}

impl Drop for Dynamo {
    fn drop(&mut self) {
        self.server.abort();
    }
}

fn sdk_config_at(address: SocketAddr) -> SdkConfig {
    let config = sdk_config(|name| match name {
        "AWS_ENDPOINT_URL" => Some(format!("http://{address}")),
        "AWS_REGION" => Some("eu-central-1".to_owned()),
        "AWS_ACCESS_KEY_ID" | "AWS_SECRET_ACCESS_KEY" => Some("test".to_owned()),
        _ => None,
    })
    .expect("everything that is read is given");
    let retries = config.retry_config().cloned();
    let retries = retries.expect("the runtime's configuration says how often to ask again");
    config
        .into_builder()
        .timeout_config(TimeoutConfig::disabled())
        .stalled_stream_protection(StalledStreamProtectionConfig::disabled())
        .retry_config(retries.with_initial_backoff(Duration::from_millis(1)))
        .build()
}

fn table_key(schema: &TableSchema) -> Vec<KeySchemaElement> {
    let sort_key = schema.sort_key.map(|name| key(name, KeyType::Range));
    [key(schema.key, KeyType::Hash)]
        .into_iter()
        .chain(sort_key)
        .collect()
}

fn attribute((name, attribute_type): (&str, ScalarAttributeType)) -> AttributeDefinition {
    AttributeDefinition::builder()
        .attribute_name(name)
        .attribute_type(attribute_type)
        .build()
        .expect("name and type are given")
}

fn secondary_index(index: &Index) -> GlobalSecondaryIndex {
    let projection = SdkProjection::builder();
    let projection = match index.projection {
        Projection::All => projection.projection_type(ProjectionType::All),
        Projection::KeysOnly => projection.projection_type(ProjectionType::KeysOnly),
        Projection::Include(attributes) => attributes.iter().fold(
            projection.projection_type(ProjectionType::Include),
            |projection, attribute| projection.non_key_attributes(*attribute),
        ),
    };
    GlobalSecondaryIndex::builder()
        .index_name(index.name)
        .key_schema(key(index.partition_key, KeyType::Hash))
        .key_schema(key(index.sort_key, KeyType::Range))
        .projection(projection.build())
        .build()
        .expect("name and keys are given")
}

fn key(name: &str, role: KeyType) -> KeySchemaElement {
    KeySchemaElement::builder()
        .attribute_name(name)
        .key_type(role)
        .build()
        .expect("name and role are given")
}
