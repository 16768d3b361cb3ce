//! The bucket of the reports. Files are written and read as streams.

use aws_sdk_s3::Client;
use serde::{Serialize, de::DeserializeOwned};
use shop_runtime::{SdkConfig, StoreError};

pub use crate::{download::Download, upload::Upload};

use crate::timeouts::with_task_timeouts;

/// The largest file that is read as a whole: a summary, whose size depends on days and products, not on orders.
const LARGEST_WHOLE: u64 = 64 << 20;

/// The bucket.
#[derive(Debug, Clone)]
pub struct ReportsBucket {
    client: Client,
    name: String,
}

/// The format of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// One line of JSON per row.
    Rows,
    /// One JSON value.
    Json,
    /// An HTML page.
    Html,
}

impl Form {
    /// The media type.
    pub const fn content_type(self) -> &'static str {
        match self {
            Self::Rows => "application/x-ndjson",
            Self::Json => "application/json",
            Self::Html => "text/html; charset=utf-8",
        }
    }

    /// The content encoding. Only pages are compressed: browsers decompress them, and tasks read the other files in
    /// ranges.
    pub const fn content_encoding(self) -> Option<&'static str> {
        match self {
            Self::Rows | Self::Json => None,
            Self::Html => Some("gzip"),
        }
    }
}

impl ReportsBucket {
    /// The bucket of this name.
    pub fn new(aws: &SdkConfig, name: String) -> Self {
        Self {
            client: Client::new(&with_task_timeouts(aws)),
            name,
        }
    }

    /// Writes a file with the output of `write`. If that fails, the file does not exist: there are no partial files.
    pub async fn write<T, E: From<StoreError>>(
        &self,
        key: &str,
        form: Form,
        write: impl AsyncFnOnce(&mut Upload) -> Result<T, E>,
    ) -> Result<T, E> {
        let mut upload = Upload::new(self.client.clone(), self.name.clone(), key.to_owned(), form);
        match write(&mut upload).await {
            Ok(written) => {
                upload.finish().await?;
                Ok(written)
            }
            Err(error) => {
                upload.abort().await;
                Err(error)
            }
        }
    }

    /// Writes a value as JSON.
    pub async fn write_json(&self, key: &str, value: &impl Serialize) -> Result<(), StoreError> {
        let json = serde_json::to_vec(value).expect("a summary is made of texts and numbers");
        self.write(key, Form::Json, async |upload| upload.write(&json).await)
            .await
    }

    /// Whether all of these files exist.
    pub async fn holds_all(&self, keys: &[String]) -> Result<bool, StoreError> {
        for key in keys {
            let listed = self
                .client
                .list_objects_v2()
                .bucket(&self.name)
                .prefix(key)
                .max_keys(1)
                .send()
                .await?;
            let found = listed.contents.unwrap_or_default();
            if found.first().and_then(|object| object.key.as_deref()) != Some(key) {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Starts to read a file.
    pub async fn read(&self, key: &str) -> Result<Download, StoreError> {
        Download::begin(self.client.clone(), self.name.clone(), key.to_owned()).await
    }

    /// Reads a value that was written as JSON.
    pub async fn read_json<T: DeserializeOwned>(&self, key: &str) -> Result<T, StoreError> {
        let corrupt = |source: Box<dyn std::error::Error + Send + Sync>| StoreError::Corrupt {
            key: key.to_owned(),
            source,
        };
        let mut file = self.read(key).await?;
        if file.size() > LARGEST_WHOLE {
            return Err(corrupt(format!("it has {} bytes", file.size()).into()));
        }
        let json = file.rest().await?;
        serde_json::from_slice(&json).map_err(|error| corrupt(error.into()))
    }
}
