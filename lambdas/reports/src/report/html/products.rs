//! The page about products.

use std::io::Write;

use maud::{Markup, html};

use super::{
    PageError,
    frame::{self, Meta, write},
    parts::{Headline, Part, bar, headlines, split, tag},
    rows::{Cell, Column, Kind, Rows, Table},
    text::visible,
};
use crate::report::{ProductRow, ProductsSummary, StockLevel, Total, figures};

const TABLE: Table = Table {
    noun: "products",
    order: "by name",
    columns: &[
        Column {
            heading: "Product",
            kind: Kind::Text,
        },
        Column {
            heading: "ID",
            kind: Kind::Code,
        },
        Column {
            heading: "Price",
            kind: Kind::Number,
        },
        Column {
            heading: "Stock",
            kind: Kind::Number,
        },
        Column {
            heading: "Level",
            kind: Kind::Tag,
        },
        Column {
            heading: "Stock value",
            kind: Kind::Number,
        },
        Column {
            heading: "Sold",
            kind: Kind::Number,
        },
        Column {
            heading: "Revenue",
            kind: Kind::Number,
        },
    ],
};

const NOTES: &[&str] = &[
    "Stock and prices are as of the time when the product was read. Stock is valued at that price.",
    "Sales and revenue include the orders that were confirmed and not cancelled, at the prices when they were placed. \
     Currencies are never converted or combined.",
];

/// Writes the page about products.
pub struct ProductsHtml<W> {
    rows: Rows<W>,
    few: u32,
    /// The name of the time zone.
    zone: String,
}

impl<W: Write> ProductsHtml<W> {
    /// Writes the part before the rows.
    pub fn begin(mut out: W, summary: &ProductsSummary, meta: &Meta<'_>) -> Result<Self, PageError> {
        let covers = match summary.products {
            0 if summary.unreadable > 0 => "No product could be read.".to_owned(),
            0 => "There are no products yet.".to_owned(),
            count => format!(
                "Stock and sales of {}.",
                figures::counted(count, "product", "products")
            ),
        };
        let covers = covers
            + &figures::left_out(summary.unreadable, "product", "products")
            + &figures::left_out(summary.unreadable_orders, "order", "orders");
        frame::begin(&mut out, "Products", &covers, meta)?;
        write(&mut out, &headlines(&at_a_glance(summary)))?;
        if summary.products > 0 {
            write(&mut out, &stock(summary))?;
        }
        if !summary.best.is_empty() || summary.discontinued.products > 0 {
            write(&mut out, &sales(summary))?;
        }
        Ok(Self {
            rows: Rows::begin(out, TABLE, summary.products)?,
            few: summary.few,
            zone: meta.zone.name().to_owned(),
        })
    }

    /// Writes a product. Products are ordered by name.
    pub fn row(&mut self, row: &ProductRow) -> Result<(), PageError> {
        self.rows.row(&cells(row, self.few))
    }

    /// Writes the part after the rows. Fails unless all products of the summary were written.
    pub fn finish(self) -> Result<W, PageError> {
        let mut out = self.rows.finish()?;
        frame::finish(&mut out, &self.zone, NOTES)?;
        Ok(out)
    }
}

fn cells(row: &ProductRow, few: u32) -> [Cell; 8] {
    let level = StockLevel::of(row.stock, few);
    let currency = &row.price.currency;
    [
        Cell::Text(visible(&row.name)),
        Cell::Text(row.id.to_string()),
        Cell::Text(figures::money(currency, Total(row.price.amount.into()))),
        Cell::Text(figures::count(row.stock)),
        Cell::Tag(level.into(), level.label()),
        Cell::Text(figures::money(currency, Total(row.value()))),
        Cell::Text(figures::count(row.sold.pieces)),
        Cell::Text(figures::amounts(&row.sold.revenue)),
    ]
}

fn at_a_glance(summary: &ProductsSummary) -> Vec<Headline> {
    let of_all = |count| format!("{} of all", figures::share(count, summary.products));
    vec![
        Headline {
            label: "Stock value",
            figure: figures::amounts(&summary.value),
            remark: "at today’s prices".to_owned(),
        },
        Headline {
            label: "Stock",
            figure: figures::count(summary.pieces),
            remark: format!(
                "units of {}",
                figures::counted(summary.products, "product", "products")
            ),
        },
        Headline {
            label: "Sold out",
            figure: figures::count(summary.sold_out),
            remark: of_all(summary.sold_out),
        },
        Headline {
            label: "Low stock",
            figure: figures::count(summary.low),
            remark: format!("{} units or fewer", figures::count(summary.few)),
        },
        Headline {
            label: "Sold",
            figure: figures::count(summary.sold.pieces),
            remark: format!("for {}", figures::amounts(&summary.sold.revenue)),
        },
    ]
}

fn stock(summary: &ProductsSummary) -> Markup {
    let parts = StockLevel::ALL.map(|level| Part {
        tone: level.into(),
        label: level.label(),
        count: summary.of(level),
    });
    html! {
        section aria-labelledby="stock" {
            h2 id="stock" { "Stock" }
            (split(&parts))
            div.scroll role="group" tabindex="0" aria-labelledby="stock" {
                table aria-labelledby="stock" {
                    thead { tr {
                        th scope="col" { "Level" }
                        th.number scope="col" { "Products" }
                        th.number scope="col" { "Share" }
                    } }
                    tbody {
                        @for part in &parts {
                            tr {
                                th scope="row" { (tag(part.tone, part.label)) }
                                td.number { (figures::count(part.count)) }
                                td.number { (figures::share(part.count, summary.products)) }
                            }
                        }
                    }
                }
            }
            @if !summary.scarce.is_empty() { (scarce(summary)) }
        }
    }
}

fn scarce(summary: &ProductsSummary) -> Markup {
    let all = summary.sold_out + summary.low;
    let shown = summary.scarce.len() as u64;
    html! {
        h3 id="scarce" { "Sold out or low" }
        @if shown < all {
            p { "Showing the " (figures::count(shown)) " products with the lowest stock, out of " (figures::count(all)) ". The table of all products contains the others." }
        }
        div.scroll role="group" tabindex="0" aria-labelledby="scarce" {
            table aria-labelledby="scarce" {
                thead { tr {
                    th scope="col" { "Product" }
                    th scope="col" { "Level" }
                    th.number scope="col" { "Stock" }
                    th.number scope="col" { "Sold" }
                } }
                tbody {
                    @for product in &summary.scarce {
                        @let level = StockLevel::of(product.stock, summary.few);
                        tr {
                            th scope="row" { (visible(&product.name)) }
                            td { (tag(level.into(), level.label())) }
                            td.number { (figures::count(product.stock)) }
                            td.number { (figures::count(product.sold)) }
                        }
                    }
                }
            }
        }
    }
}

fn sales(summary: &ProductsSummary) -> Markup {
    let most = summary.best.first().map_or(0, |product| product.pieces);
    let discontinued = &summary.discontinued;
    html! {
        section aria-labelledby="best" {
            h2 id="best" { "Best sellers" }
            p {
                @match summary.products - summary.sold.products {
                    0 => "Each product had sales.",
                    unsold => { (figures::counted(unsold, "product", "products")) " had no sales." }
                }
                @if discontinued.products > 0 {
                    " Sales of " (figures::counted(discontinued.products, "discontinued product", "discontinued products"))
                    ": " (figures::counted(discontinued.pieces, "unit", "units"))
                    " for " (figures::amounts(&discontinued.revenue)) ". No other figure on this page includes them."
                }
            }
            @if !summary.best.is_empty() {
                div.scroll role="group" tabindex="0" aria-labelledby="best" {
                    table aria-labelledby="best" {
                        thead { tr {
                            th scope="col" { "Product" }
                            th.number scope="col" { "Units" }
                            th.drawn scope="col" { span.unseen { "Chart" } }
                            th.number scope="col" { "Revenue" }
                        } }
                        tbody {
                            @for product in &summary.best {
                                tr {
                                    th scope="row" { (visible(&product.name)) }
                                    td.number { (figures::count(product.pieces)) }
                                    td.drawn { (bar(product.pieces, most)) }
                                    td.number { (figures::amounts(&product.revenue)) }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}
