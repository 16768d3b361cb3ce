//! Uploads a file in parts: while one part fills, the previous ones are sent.

use std::{io::Write, mem};

use aws_sdk_s3::{
    Client,
    primitives::ByteStream,
    types::{CompletedMultipartUpload, CompletedPart},
};
use flate2::{Compression, write::GzEncoder};
use shop_runtime::StoreError;
use tokio::task::JoinSet;

use crate::bucket::Form;

/// The size of a part. S3 allows 10,000 parts of at least 5 MiB; with this size a file can have 78 GiB.
const PART: usize = 8 << 20;
/// The number of parts that are sent at the same time. Meanwhile the next one fills.
const TRAVELLING: usize = 2;

/// An upload in progress.
#[derive(Debug)]
pub struct Upload {
    client: Client,
    bucket: String,
    key: String,
    form: Form,
    /// Compresses the input if the format requires it, and writes the result to `part`.
    gzip: Option<GzEncoder<Vec<u8>>>,
    part: Vec<u8>,
    bytes: u64,
    parts: Option<Parts>,
}

/// The multipart upload of a file that is larger than one part.
#[derive(Debug)]
struct Parts {
    upload_id: String,
    begun: i32,
    travelling: JoinSet<Result<CompletedPart, StoreError>>,
    arrived: Vec<CompletedPart>,
}

impl Upload {
    pub(crate) fn new(client: Client, bucket: String, key: String, form: Form) -> Self {
        Self {
            client,
            bucket,
            key,
            form,
            gzip: form
                .content_encoding()
                .map(|_| GzEncoder::new(Vec::new(), Compression::default())),
            part: Vec::new(),
            bytes: 0,
            parts: None,
        }
    }

    /// Appends bytes.
    pub async fn write(&mut self, bytes: &[u8]) -> Result<(), StoreError> {
        self.bytes += bytes.len() as u64;
        let Some(gzip) = &mut self.gzip else {
            return self.add(bytes).await;
        };
        gzip.write_all(bytes).expect("memory takes what is written");
        let compressed = mem::take(gzip.get_mut());
        self.add(&compressed).await
    }

    /// Appends bytes that are already compressed.
    async fn add(&mut self, mut bytes: &[u8]) -> Result<(), StoreError> {
        while self.part.len() + bytes.len() >= PART {
            let (now, later) = bytes.split_at(PART - self.part.len());
            self.part.extend_from_slice(now);
            bytes = later;
            self.send_part().await?;
        }
        self.part.extend_from_slice(bytes);
        Ok(())
    }

    /// The number of bytes appended so far, before compression.
    pub fn bytes(&self) -> u64 {
        self.bytes
    }

    /// Completes the upload. After that, the file exists.
    pub(crate) async fn finish(mut self) -> Result<(), StoreError> {
        let finished = self.finish_gzip().await;
        if self.parts.is_none() {
            finished?;
            return self.put().await;
        }
        let finished = match finished {
            Ok(()) => self.finish_parts().await,
            Err(error) => Err(error),
        };
        if finished.is_err() {
            self.abort().await;
        }
        finished
    }

    /// Appends the rest of the compressed stream.
    async fn finish_gzip(&mut self) -> Result<(), StoreError> {
        let Some(gzip) = self.gzip.take() else {
            return Ok(());
        };
        let rest = gzip.finish().expect("memory takes what is written");
        self.add(&rest).await
    }

    /// Aborts the upload.
    pub(crate) async fn abort(mut self) {
        let Some(mut parts) = self.parts.take() else {
            return;
        };
        // A part that arrives after the abort would be stored, and billed.
        parts.travelling.shutdown().await;
        let aborted = self
            .client
            .abort_multipart_upload()
            .bucket(&self.bucket)
            .key(&self.key)
            .upload_id(parts.upload_id)
            .send()
            .await;
        if let Err(error) = aborted {
            // The bucket's lifecycle rule aborts it within a day.
            let error: StoreError = error.into();
            tracing::warn!(key = self.key, %error, "an upload could not be given up");
        }
    }

    async fn put(self) -> Result<(), StoreError> {
        self.client
            .put_object()
            .bucket(self.bucket)
            .key(self.key)
            .content_type(self.form.content_type())
            .set_content_encoding(self.form.content_encoding().map(str::to_owned))
            .body(self.part.into())
            .send()
            .await?;
        Ok(())
    }

    async fn send_part(&mut self) -> Result<(), StoreError> {
        let part = mem::replace(&mut self.part, Vec::with_capacity(PART));
        let mut parts = match self.parts.take() {
            Some(parts) => parts,
            None => self.begin_parts().await?,
        };
        parts.begun += 1;
        let number = parts.begun;
        let request = self
            .client
            .upload_part()
            .bucket(&self.bucket)
            .key(&self.key)
            .upload_id(&parts.upload_id)
            .part_number(number)
            .body(ByteStream::from(part));
        parts.travelling.spawn(async move {
            let sent = request.send().await?;
            Ok(CompletedPart::builder()
                .part_number(number)
                .set_e_tag(sent.e_tag)
                .set_checksum_crc32(sent.checksum_crc32)
                .build())
        });
        let parts = self.parts.insert(parts);
        while parts.travelling.len() > TRAVELLING {
            parts.arrive().await?;
        }
        Ok(())
    }

    async fn begin_parts(&self) -> Result<Parts, StoreError> {
        let begun = self
            .client
            .create_multipart_upload()
            .bucket(&self.bucket)
            .key(&self.key)
            .content_type(self.form.content_type())
            .set_content_encoding(self.form.content_encoding().map(str::to_owned))
            .send()
            .await?;
        Ok(Parts {
            upload_id: begun.upload_id.ok_or_else(|| StoreError::Busy {
                source: "an upload was begun without an ID".into(),
            })?,
            begun: 0,
            travelling: JoinSet::new(),
            arrived: Vec::new(),
        })
    }

    async fn finish_parts(&mut self) -> Result<(), StoreError> {
        if !self.part.is_empty() {
            self.send_part().await?;
        }
        let parts = self.parts.as_mut().expect("a part was sent");
        while !parts.travelling.is_empty() {
            parts.arrive().await?;
        }
        parts.arrived.sort_unstable_by_key(CompletedPart::part_number);
        let all = CompletedMultipartUpload::builder()
            .set_parts(Some(mem::take(&mut parts.arrived)))
            .build();
        self.client
            .complete_multipart_upload()
            .bucket(&self.bucket)
            .key(&self.key)
            .upload_id(&parts.upload_id)
            .multipart_upload(all)
            .send()
            .await?;
        Ok(())
    }
}

impl Parts {
    /// Waits for one part.
    async fn arrive(&mut self) -> Result<(), StoreError> {
        if let Some(part) = self.travelling.join_next().await {
            self.arrived.push(part.expect("no part panics or is cut off")?);
        }
        Ok(())
    }
}
