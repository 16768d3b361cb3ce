//! A file on its way to the bucket, in parts as S3 takes them: while one fills, the last ones travel.

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

/// How large a part is. S3 takes 10,000 of at least 5 MiB: with these a file may have 78 GiB.
const PART: usize = 8 << 20;
/// How many parts travel at a time: enough for the next to fill meanwhile.
const TRAVELLING: usize = 2;

/// A file on its way.
#[derive(Debug)]
pub struct Upload {
    client: Client,
    bucket: String,
    key: String,
    form: Form,
    /// Compresses what is written, if the form says so; what comes out of it goes on to `part`.
    gzip: Option<GzEncoder<Vec<u8>>>,
    part: Vec<u8>,
    bytes: u64,
    parts: Option<Parts>,
}

/// The parts of a file that is too large for one.
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

    /// Adds bytes to the file.
    pub async fn write(&mut self, bytes: &[u8]) -> Result<(), StoreError> {
        self.bytes += bytes.len() as u64;
        let Some(gzip) = &mut self.gzip else {
            return self.add(bytes).await;
        };
        gzip.write_all(bytes).expect("memory takes what is written");
        let compressed = mem::take(gzip.get_mut());
        self.add(&compressed).await
    }

    /// Adds bytes as they are stored.
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

    /// How many bytes were added so far, before they are compressed.
    pub fn bytes(&self) -> u64 {
        self.bytes
    }

    /// Ends the file; from now on it is there.
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

    /// Adds what the compression still holds.
    async fn finish_gzip(&mut self) -> Result<(), StoreError> {
        let Some(gzip) = self.gzip.take() else {
            return Ok(());
        };
        let rest = gzip.finish().expect("memory takes what is written");
        self.add(&rest).await
    }

    /// Gives the file up.
    pub(crate) async fn abort(mut self) {
        let Some(mut parts) = self.parts.take() else {
            return;
        };
        // A part that arrives after the end would be kept, and paid for.
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
            // The bucket forgets it by itself in a day.
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
