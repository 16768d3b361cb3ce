//! The pages: one file a report, with everything in it. It asks no server for anything, and its policy says so to
//! the browser: no style, script, font, picture or connection but what stands in it, by its hash.
//!
//! A page is written as its rows come in. Up to [`ROWS_SHOWN`] of them stand in the table; the others follow as
//! [folded rows](folded), which weigh nothing until a small script shows them, page by page. Without scripts, and on
//! paper, the first rows are there and the page says where the others are.
//!
//! Every text goes into the page through `maud`, which escapes it, or through [`folded`], which escapes it for where
//! that is. What is written as it is are constants of this module: the style, the script and a handful of tags.

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

/// How many rows stand in the table, and how many a page shows.
pub const ROWS_SHOWN: u64 = 100;
/// How many rows are folded into one block: as many as are read at once to show a page.
pub const ROWS_FOLDED: u64 = 10 * ROWS_SHOWN;

/// Why a page is not finished. What was written of it is worth nothing.
#[derive(Debug, thiserror::Error)]
pub enum PageError {
    /// It could not be written.
    #[error("the page cannot be written")]
    Io(#[from] io::Error),
    /// The rows are not those of the summary.
    #[error("the summary counts {expected} rows, and {written} came; take both from one run")]
    RowsDiffer {
        /// How many the summary counts.
        expected: u64,
        /// How many were written.
        written: u64,
    },
    /// An order came after an older one.
    #[error("order `{id}` is newer than the one before it; sort the rows, newest first")]
    NotNewestFirst {
        /// Which order.
        id: OrderId,
    },
}
