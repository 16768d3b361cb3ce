//! The pages: one self-contained HTML file per report. A Content-Security-Policy with hashes forbids the browser to load any
//! style, script, font, image or connection from outside the file.
//!
//! A page is written as its rows arrive. The first [`ROWS_SHOWN`] rows are in the table. The others follow as
//! [folded rows](folded), which a small script displays page by page. Without scripts and in print, only the first rows are
//! visible, and the page says where the others are.
//!
//! All text is written through `maud`, which escapes it, or through [`folded`], which escapes it for a script element. Only
//! constants of this module are written as they are: the style, the script and a few tags.

mod charts;
mod folded;
mod frame;
mod orders;
mod parts;
mod periods;
mod products;
mod rows;
mod text;

pub use frame::Meta;
pub use orders::OrdersHtml;
pub use products::ProductsHtml;

use std::io;

use shop_contract::OrderId;

/// The number of rows in the table and per page.
pub const ROWS_SHOWN: u64 = 100;
/// The number of rows per folded block. Showing a page parses one block.
pub const ROWS_FOLDED: u64 = 10 * ROWS_SHOWN;

/// Why a page is incomplete. The part that was written must be discarded.
#[derive(Debug, thiserror::Error)]
pub enum PageError {
    /// Writing failed.
    #[error("could not write the page")]
    Io(#[from] io::Error),
    /// The number of rows differs from the summary.
    #[error(
        "expected {expected} rows as in the summary, but found {written}; use the rows and the summary of the same run"
    )]
    RowsDiffer {
        /// The number in the summary.
        expected: u64,
        /// The number that was written.
        written: u64,
    },
    /// An order follows an older one.
    #[error("order `{id}` is newer than the one before it; sort the rows, newest first")]
    NotNewestFirst {
        /// The order's ID.
        id: OrderId,
    },
}
