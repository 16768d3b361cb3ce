//! Writes a page from rows. Both are in the bucket, and neither is kept in memory.

use serde::de::DeserializeOwned;
use shop_contract::workflow::{
    TaskErrorName,
    generate_report::{ReportHtmlTask, ReportPage},
};
use shop_runtime::{ShopZone, StoreError, TaskFailure};

use crate::{
    bucket::{Form, ReportsBucket},
    buffer::Buffer,
    report::{
        OrderRow, OrdersSummary, ProductRow, ProductsSummary,
        html::{Meta, OrdersHtml, PageError, ProductsHtml},
        lines,
    },
};

/// The number of bytes that are buffered before they are uploaded.
const ENOUGH: usize = 64 << 10;

/// A page that is written row by row.
pub(crate) trait Page: Sized {
    /// The summary of its rows.
    type Summary: DeserializeOwned;
    /// The type of its rows.
    type Row: DeserializeOwned;

    /// The name of its file.
    const FILE: &'static str;

    /// Writes the part before the rows.
    fn begin(out: Buffer, summary: &Self::Summary, meta: &Meta<'_>) -> Result<Self, PageError>;

    /// Writes a row.
    fn row(&mut self, row: &Self::Row) -> Result<(), PageError>;

    /// Writes the part after the rows.
    fn finish(self) -> Result<(), PageError>;
}

impl Page for OrdersHtml<Buffer> {
    type Summary = OrdersSummary;
    type Row = OrderRow;

    const FILE: &'static str = "orders.html";

    fn begin(out: Buffer, summary: &OrdersSummary, meta: &Meta<'_>) -> Result<Self, PageError> {
        Self::begin(out, summary, meta)
    }

    fn row(&mut self, row: &OrderRow) -> Result<(), PageError> {
        Self::row(self, row)
    }

    fn finish(self) -> Result<(), PageError> {
        Self::finish(self).map(drop)
    }
}

impl Page for ProductsHtml<Buffer> {
    type Summary = ProductsSummary;
    type Row = ProductRow;

    const FILE: &'static str = "products.html";

    fn begin(out: Buffer, summary: &ProductsSummary, meta: &Meta<'_>) -> Result<Self, PageError> {
        Self::begin(out, summary, meta)
    }

    fn row(&mut self, row: &ProductRow) -> Result<(), PageError> {
        Self::row(self, row)
    }

    fn finish(self) -> Result<(), PageError> {
        Self::finish(self).map(drop)
    }
}

/// Why a page could not be written.
#[derive(Debug, thiserror::Error)]
pub(crate) enum MakePageError {
    /// The bucket failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The rows do not match the summary.
    #[error(transparent)]
    Page(#[from] PageError),
    /// A line is not a valid row.
    #[error("line {number} is not a valid row: {source}")]
    Row {
        /// The line number, starting at one.
        number: u64,
        /// The error.
        source: serde_json::Error,
    },
}

impl From<MakePageError> for TaskFailure {
    fn from(error: MakePageError) -> Self {
        match error {
            MakePageError::Store(error) => error.into(),
            MakePageError::Page(_) | MakePageError::Row { .. } => Self {
                name: TaskErrorName::Broken,
                message: error.to_string(),
            },
        }
    }
}

/// Writes the page of a task from its rows and their summary.
pub(crate) async fn prepare<P: Page>(
    bucket: &ReportsBucket,
    environment: &str,
    zone: &ShopZone,
    task: ReportHtmlTask,
) -> Result<ReportPage, MakePageError> {
    let ReportHtmlTask { report, data } = task;
    let html = report.key(P::FILE);
    let summary: P::Summary = bucket.read_json(&data.summary).await?;
    let meta = Meta {
        generated_at: &report.as_of,
        asked_by: &report.requested_by,
        environment,
        zone,
        period: report.period.as_ref(),
    };
    write::<P>(bucket, &data.rows, &html, |out| P::begin(out, &summary, &meta)).await?;
    Ok(ReportPage {
        html,
        summary: data.summary,
    })
}

async fn write<P: Page>(
    bucket: &ReportsBucket,
    rows: &str,
    html: &str,
    begin: impl FnOnce(Buffer) -> Result<P, PageError>,
) -> Result<(), MakePageError> {
    let mut rows = bucket.read(rows).await?;
    bucket
        .write(html, Form::Html, async |upload| {
            let written = Buffer::default();
            let mut page = begin(written.clone())?;
            let (mut line, mut chunk, mut number) = (Vec::new(), Vec::new(), 0);
            while rows.line(&mut line).await? {
                number += 1;
                let row = lines::read_row(&line).map_err(|source| MakePageError::Row { number, source })?;
                page.row(&row)?;
                if written.len() >= ENOUGH {
                    written.drain_into(&mut chunk);
                    upload.write(&chunk).await?;
                    chunk.clear();
                    // Lets the uploads make progress.
                    tokio::task::yield_now().await;
                }
            }
            page.finish()?;
            written.drain_into(&mut chunk);
            upload.write(&chunk).await?;
            Ok(())
        })
        .await
}
