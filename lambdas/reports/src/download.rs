//! Downloads a file in ranges: while one is processed, the next one is fetched. If the connection breaks, only the current
//! range is fetched again.

use aws_sdk_s3::Client;
use shop_runtime::StoreError;
use tokio::task::JoinHandle;

/// The size of a range.
const PIECE: u64 = 8 << 20;
/// The number of attempts for a range whose download breaks.
const ATTEMPTS: u32 = 4;

/// A download in progress.
#[derive(Debug)]
pub struct Download {
    source: Source,
    /// The end of the requested range.
    asked: u64,
    ahead: Option<JoinHandle<Result<Vec<u8>, StoreError>>>,
    piece: Vec<u8>,
    at: usize,
}

/// The source of the ranges.
#[derive(Debug, Clone)]
struct Source {
    client: Client,
    bucket: String,
    key: String,
    size: u64,
    /// The version of the file, so that all ranges are of the same one.
    tag: Option<String>,
}

impl Download {
    pub(crate) async fn begin(client: Client, bucket: String, key: String) -> Result<Self, StoreError> {
        let head = client.head_object().bucket(&bucket).key(&key).send().await?;
        let size = head
            .content_length
            .and_then(|size| u64::try_from(size).ok())
            .unwrap_or_default();
        let mut download = Self {
            source: Source {
                client,
                bucket,
                key,
                size,
                tag: head.e_tag,
            },
            asked: 0,
            ahead: None,
            piece: Vec::new(),
            at: 0,
        };
        download.ask();
        Ok(download)
    }

    /// The size of the file in bytes.
    pub fn size(&self) -> u64 {
        self.source.size
    }

    /// Reads the next line into `line`, without the line break. Returns whether there was one.
    pub async fn line(&mut self, line: &mut Vec<u8>) -> Result<bool, StoreError> {
        line.clear();
        loop {
            let rest = &self.piece[self.at..];
            if let Some(length) = rest.iter().position(|&byte| byte == b'\n') {
                line.extend_from_slice(&rest[..length]);
                self.at += length + 1;
                return Ok(true);
            }
            line.extend_from_slice(rest);
            if !self.fetch().await? {
                return Ok(!line.is_empty());
            }
        }
    }

    /// Reads the rest of the file.
    pub(crate) async fn rest(&mut self) -> Result<Vec<u8>, StoreError> {
        let mut bytes = self.piece[self.at..].to_vec();
        while self.fetch().await? {
            bytes.extend_from_slice(&self.piece);
        }
        Ok(bytes)
    }

    /// Takes the next range and requests the one after it. Returns whether there was one.
    async fn fetch(&mut self) -> Result<bool, StoreError> {
        self.at = 0;
        self.piece.clear();
        let Some(ahead) = self.ahead.take() else {
            return Ok(false);
        };
        let piece = ahead.await.expect("no piece panics or is cut off")?;
        self.ask();
        self.piece = piece;
        Ok(true)
    }

    fn ask(&mut self) {
        let from = self.asked;
        if from < self.source.size {
            self.asked = (from + PIECE).min(self.source.size);
            let (source, to) = (self.source.clone(), self.asked - 1);
            self.ahead = Some(tokio::spawn(async move { source.piece(from, to).await }));
        }
    }
}

impl Drop for Download {
    fn drop(&mut self) {
        if let Some(ahead) = &self.ahead {
            ahead.abort();
        }
    }
}

impl Source {
    /// The bytes from one offset to another, both included.
    async fn piece(&self, from: u64, to: u64) -> Result<Vec<u8>, StoreError> {
        let mut attempt = 1;
        loop {
            let got = self
                .client
                .get_object()
                .bucket(&self.bucket)
                .key(&self.key)
                .range(format!("bytes={from}-{to}"))
                .set_if_match(self.tag.clone())
                .send()
                .await?;
            match got.body.collect().await {
                Ok(bytes) => return Ok(bytes.to_vec()),
                Err(error) if attempt == ATTEMPTS => return Err(StoreError::Busy { source: error.into() }),
                Err(_) => attempt += 1,
            }
        }
    }
}
