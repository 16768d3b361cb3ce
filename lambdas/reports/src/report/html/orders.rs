//! The page about orders.

use std::io::Write;

use maud::{Markup, html};
use shop_contract::{Currency, Timestamp};
use shop_runtime::ShopZone;

use super::{
    PageError,
    charts::{Bar, Chart},
    frame::{self, Meta, write},
    parts::{Headline, Part, Tone, bar, headlines, split, tag},
    periods::{self, Length, Period},
    rows::{Cell, Column, Kind, Rows, Table},
    text::visible,
};
use crate::report::{OrderRow, OrdersSummary, Outcome, RowLine, Total, figures};

/// The maximum number of products in the list of best sellers.
const BEST: usize = 10;
/// The maximum number of revenue charts, one per currency. The table contains all currencies.
const DRAWN: usize = 3;
/// The maximum number of products named in an order's row.
const NAMED: usize = 4;

const TABLE: Table = Table {
    noun: "orders",
    order: "newest first",
    columns: &[
        Column {
            heading: "Order",
            kind: Kind::Code,
        },
        Column {
            heading: "Received",
            kind: Kind::Short,
        },
        Column {
            heading: "Customer",
            kind: Kind::Text,
        },
        Column {
            heading: "Country",
            kind: Kind::Short,
        },
        Column {
            heading: "Items",
            kind: Kind::Pieces,
        },
        Column {
            heading: "Status",
            kind: Kind::Tag,
        },
        Column {
            heading: "Total",
            kind: Kind::Number,
        },
    ],
};

const NOTES: &[&str] = &[
    "Revenue is the total of the orders that were confirmed and not cancelled, at the prices when they were placed. Refunds are \
     not deducted. Currencies are never converted or combined.",
    "An order is pending until its stock is reserved, usually for a few seconds.",
    "Sales are the orders that were confirmed and not cancelled: confirmed, packed, shipped and delivered.",
];

/// Writes the page about orders. Rows are not kept in memory.
pub struct OrdersHtml<W> {
    rows: Rows<W>,
    /// The name of the time zone.
    zone: String,
    newest: Option<Timestamp>,
}

impl<W: Write> OrdersHtml<W> {
    /// Writes the part before the rows.
    pub fn begin(mut out: W, summary: &OrdersSummary, meta: &Meta<'_>) -> Result<Self, PageError> {
        frame::begin(&mut out, "Orders", &covers(summary, meta.zone), meta)?;
        write(&mut out, &headlines(&at_a_glance(summary)))?;
        if summary.outcomes.all() > 0 {
            write(&mut out, &over_time(summary))?;
            write(&mut out, &by_status(summary))?;
        }
        if !summary.revenue.is_empty() {
            write(&mut out, &by_currency(summary))?;
            write(&mut out, &best_sold(summary))?;
        }
        Ok(Self {
            rows: Rows::begin(out, TABLE, summary.outcomes.all())?,
            zone: meta.zone.name().to_owned(),
            newest: None,
        })
    }

    /// Writes an order. It must not be newer than the previous one.
    pub fn row(&mut self, row: &OrderRow) -> Result<(), PageError> {
        if self.newest.as_ref().is_some_and(|newest| row.at > *newest) {
            return Err(PageError::NotNewestFirst { id: row.id.clone() });
        }
        self.newest = Some(row.at.clone());
        self.rows.row(&cells(row))
    }

    /// Writes the part after the rows. Fails unless all orders of the summary were written.
    pub fn finish(self) -> Result<W, PageError> {
        let mut out = self.rows.finish()?;
        frame::finish(&mut out, &self.zone, NOTES)?;
        Ok(out)
    }
}

/// One cell per column. Without `..`: a new field of a row does not compile until it is shown, or left out on purpose.
fn cells(row: &OrderRow) -> [Cell; TABLE.columns.len()] {
    let OrderRow {
        id,
        at: _,
        local: _,
        customer,
        country,
        outcome,
        amount,
        currency,
        lines,
    } = row;
    [
        Cell::Text(id.to_string()),
        Cell::Text(row.local_time()),
        Cell::Text(visible(customer)),
        Cell::Text(visible(country)),
        Cell::Pieces(items(lines)),
        Cell::Tag((*outcome).into(), outcome.label()),
        Cell::Text(figures::money(currency, Total((*amount).into()))),
    ]
}

fn items(lines: &[RowLine]) -> Vec<String> {
    let named = lines.iter().take(NAMED);
    let mut pieces: Vec<_> = named
        .map(|line| format!("{} × {}", line.quantity.count(), visible(&line.name)))
        .collect();
    if let Some(more) = lines.len().checked_sub(NAMED).filter(|more| *more > 0) {
        pieces.push(format!("and {more} more"));
    }
    pieces
}

fn covers(summary: &OrdersSummary, zone: &ShopZone) -> String {
    let covers = match (&summary.first, &summary.last) {
        (Some(first), Some(last)) => format!(
            "{}, from {} to {}.",
            figures::counted(summary.outcomes.all(), "order", "orders"),
            figures::moment(first, zone),
            figures::moment(last, zone)
        ),
        _ if summary.unreadable > 0 => "No order could be read.".to_owned(),
        _ => "There are no orders.".to_owned(),
    };
    covers + &figures::left_out(summary.unreadable, "order", "orders")
}

fn at_a_glance(summary: &OrdersSummary) -> Vec<Headline> {
    let outcomes = &summary.outcomes;
    let all = outcomes.all();
    let of_all = |count| format!("{} of all", figures::share(count, all));
    let mut shown = vec![
        Headline {
            label: "Revenue",
            figure: figures::amounts(&summary.revenue),
            remark: "of all sales".to_owned(),
        },
        Headline {
            label: "Orders",
            figure: figures::count(all),
            remark: format!("{} sold", figures::share(outcomes.sold(), all)),
        },
    ];
    // An average over several currencies is meaningless. Each has its own row in a table.
    if let Some((currency, average)) = only(summary) {
        shown.push(Headline {
            label: "Average order value",
            figure: figures::money(currency, average),
            remark: "of all sales".to_owned(),
        });
    }
    shown.push(Headline {
        label: "Pending",
        figure: figures::count(outcomes.pending),
        remark: of_all(outcomes.pending),
    });
    shown.push(Headline {
        label: "Rejected",
        figure: figures::count(outcomes.rejected()),
        remark: of_all(outcomes.rejected()),
    });
    shown
}

/// The currency and the average order value, if all sales have the same currency.
fn only(summary: &OrdersSummary) -> Option<(&Currency, Total)> {
    let mut currencies = summary.paid_in.keys();
    let currency = currencies.next()?;
    let average = summary.average(currency)?;
    currencies.next().is_none().then_some((currency, average))
}

fn over_time(summary: &OrdersSummary) -> Markup {
    let Some((length, periods)) = periods::gather(&summary.days) else {
        return Markup::default();
    };
    html! {
        section aria-labelledby="time" {
            h2 id="time" { "Over time" }
            (orders_chart(length, &periods).draw())
            @for (index, currency) in most_used(summary).into_iter().enumerate() {
                (revenue_chart(&format!("revenue{index}"), currency, length, &periods))
            }
        }
    }
}

fn orders_chart(length: Length, periods: &[Period]) -> Chart<'static> {
    const PARTS: [(Tone, &str); 4] = [
        (Tone::Good, "Sold"),
        (Tone::Wait, "Pending"),
        (Tone::Bad, "Cancelled, out of stock or prices changed"),
        (Tone::Fault, "Not processed"),
    ];
    let counts = |period: &Period| {
        let outcomes = &period.figures.outcomes;
        [
            outcomes.sold(),
            outcomes.pending,
            // None of them is a fault of the shop, so they share a colour.
            outcomes.cancelled + outcomes.out_of_stock + outcomes.price_changed,
            outcomes.not_processed,
        ]
        .map(u128::from)
        .to_vec()
    };
    let most = periods.iter().max_by_key(|period| period.figures.outcomes.all());
    let summary = most.map_or_else(String::new, |most| {
        format!(
            "Most orders per {}: {} ({}).",
            length.name(),
            figures::count(most.figures.outcomes.all()),
            most.label
        )
    });
    Chart {
        id: "orders",
        title: format!("Orders per {}", length.name()),
        summary,
        parts: &PARTS,
        bars: bars(periods, counts),
        written: &|figure| figures::count(figure),
        unit: 1,
    }
}

fn revenue_chart(id: &str, currency: &Currency, length: Length, periods: &[Period]) -> Markup {
    let revenue = |period: &Period| period.figures.revenue.of(currency);
    let most = periods.iter().max_by_key(|period| revenue(period));
    let summary = most.map_or_else(String::new, |most| {
        format!(
            "Highest revenue per {}: {} ({}).",
            length.name(),
            figures::money(currency, revenue(most)),
            most.label
        )
    });
    let chart = Chart {
        id,
        title: format!("Revenue per {} ({currency})", length.name()),
        summary,
        parts: &[(Tone::Good, "Revenue")],
        bars: bars(periods, |period| vec![revenue(period).0]),
        written: &|figure| figures::money(currency, Total(figure)),
        unit: figures::one(currency),
    };
    chart.draw()
}

fn bars(periods: &[Period], figures: impl Fn(&Period) -> Vec<u128>) -> Vec<Bar> {
    periods
        .iter()
        .map(|period| Bar {
            label: period.label.clone(),
            figures: figures(period),
        })
        .collect()
}

/// The currencies with the most sales.
fn most_used(summary: &OrdersSummary) -> Vec<&Currency> {
    let mut used: Vec<_> = summary.paid_in.iter().collect();
    used.sort_by_key(|(_, count)| std::cmp::Reverse(**count));
    used.truncate(DRAWN);
    used.into_iter().map(|(currency, _)| currency).collect()
}

fn by_status(summary: &OrdersSummary) -> Markup {
    let outcomes = &summary.outcomes;
    let parts = Outcome::ALL.map(|outcome| Part {
        tone: outcome.into(),
        label: outcome.label(),
        count: outcomes.of(outcome),
    });
    html! {
        section aria-labelledby="status" {
            h2 id="status" { "By status" }
            (split(&parts))
            div.scroll role="group" tabindex="0" aria-labelledby="status" {
                table aria-labelledby="status" {
                    thead { tr {
                        th scope="col" { "Status" }
                        th.number scope="col" { "Orders" }
                        th.number scope="col" { "Share" }
                    } }
                    tbody {
                        @for part in &parts {
                            tr {
                                th scope="row" { (tag(part.tone, part.label)) }
                                td.number { (figures::count(part.count)) }
                                td.number { (figures::share(part.count, outcomes.all())) }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn by_currency(summary: &OrdersSummary) -> Markup {
    html! {
        section aria-labelledby="revenue" {
            h2 id="revenue" { "Revenue" }
            div.scroll role="group" tabindex="0" aria-labelledby="revenue" {
                table aria-labelledby="revenue" {
                    thead { tr {
                        th scope="col" { "Currency" }
                        th.number scope="col" { "Sales" }
                        th.number scope="col" { "Revenue" }
                        th.number scope="col" { "Average" }
                        th.number scope="col" { "Largest" }
                    } }
                    tbody {
                        @for (currency, count) in &summary.paid_in {
                            tr {
                                th scope="row" { (currency) }
                                td.number { (figures::count(*count)) }
                                td.number { (figures::money(currency, summary.revenue.of(currency))) }
                                td.number { @if let Some(average) = summary.average(currency) { (figures::money(currency, average)) } }
                                td.number { @if let Some(largest) = summary.largest.get(currency) {
                                    (figures::money(currency, Total(largest.amount.into())))
                                    " " span.code { (largest.id) }
                                } }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn best_sold(summary: &OrdersSummary) -> Markup {
    let best = summary.sales.best(BEST);
    let most = best.first().map_or(0, |(_, sales)| sales.sold.pieces);
    html! {
        section aria-labelledby="best" {
            h2 id="best" { "Best sellers" }
            p { "Sales of " (figures::counted(summary.sales.iter().len() as u64, "product", "products")) "." }
            div.scroll role="group" tabindex="0" aria-labelledby="best" {
                table aria-labelledby="best" {
                    thead { tr {
                        th scope="col" { "Product" }
                        th.number scope="col" { "Units" }
                        th.drawn scope="col" { span.unseen { "Chart" } }
                        th.number scope="col" { "Orders" }
                        th.number scope="col" { "Revenue" }
                    } }
                    tbody {
                        @for (_, sales) in best {
                            tr {
                                th scope="row" { (visible(&sales.name)) }
                                td.number { (figures::count(sales.sold.pieces)) }
                                td.drawn { (bar(sales.sold.pieces, most)) }
                                td.number { (figures::count(sales.sold.orders)) }
                                td.number { (figures::amounts(&sales.sold.revenue)) }
                            }
                        }
                    }
                }
            }
        }
    }
}
