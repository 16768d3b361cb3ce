//! The contents of reports, and their safety against malicious orders.

mod data;
mod pages;
mod strategies;
mod totals;
mod untrusted_text;
