//! What the reports say, and that nothing in an order can make them say anything else.

mod adding;
mod data;
mod pages;
mod strangers;
mod strategies;
