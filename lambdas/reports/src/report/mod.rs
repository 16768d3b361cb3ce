//! What a report says and how it looks: rows, the figures that they add up to, the pages and the mail.
//!
//! A report is made in two steps. The first reads the store, adds every [`OrderRow`] to an [`OrdersSummary`] and
//! writes it down as a [line](lines); the second reads the summary and then the lines, and writes the page as it
//! goes. Products take the same way. Whatever the number of orders, neither step holds more than the summary, which
//! grows with the days and the catalogue.
//!
//! Deliberately absent: the clock, the store, anything asynchronous and anything random. What goes in are rows, what
//! comes out goes into an [`std::io::Write`], and the same rows are the same bytes.

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
