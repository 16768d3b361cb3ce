//! The contents and the layout of a report: rows, totals, pages and mail.
//!
//! A report is made in two steps. The first reads the store, adds each [`OrderRow`] to an [`OrdersSummary`] and writes it as
//! a [line](lines). The second reads the summary and then the lines, and writes the page. Products are processed in the same
//! way. Neither step keeps more than the summary in memory, which grows with the number of days and products.
//!
//! Deliberately absent: clock, store, async code and randomness. The input is rows, the output is an [`std::io::Write`], and
//! equal rows give equal bytes.

pub mod html;
pub mod lines;
pub mod mail;

mod amounts;
mod figures;
mod order_row;
mod orders_summary;
mod product_row;
mod products_summary;
mod sales;

pub use amounts::{Amounts, Total};
pub use order_row::{OrderRow, Outcome, RowLine};
pub use orders_summary::{DayFigures, LargestOrder, OrdersSummary, OutcomeCounts};
pub use product_row::{ProductRow, StockLevel};
pub use products_summary::{BestSeller, ProductsSummary, ScarceProduct, SoldInAll};
pub use sales::{ProductSales, Sales, Sold};
