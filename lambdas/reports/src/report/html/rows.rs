//! The table of all rows, written as they come: the first in the table, the others folded after it.

use std::io::Write;

use maud::{Markup, html};
use serde::{Serialize, Serializer};

use super::{
    PageError, ROWS_FOLDED, ROWS_SHOWN, folded,
    frame::write,
    parts::{Tone, tag},
};
use crate::report::figures;

/// What the table is about.
pub(super) struct Table {
    /// What the rows are, to be put after a number: "orders".
    pub(super) noun: &'static str,
    /// In which order they come: "newest first".
    pub(super) order: &'static str,
    /// The columns. The first one names the row.
    pub(super) columns: &'static [Column],
}

/// A column.
pub(super) struct Column {
    /// What stands above it.
    pub(super) heading: &'static str,
    /// How its cells look.
    pub(super) kind: Kind,
}

/// How the cells of a column look. The script goes by it as well.
#[derive(Clone, Copy)]
pub(super) enum Kind {
    /// Text of any length.
    Text,
    /// A word or two that stay on one line.
    Short,
    Code,
    Number,
    Tag,
    Pieces,
}

impl Kind {
    const fn class(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Short => "short",
            Self::Code => "code",
            Self::Number => "number",
            Self::Tag => "tagged",
            Self::Pieces => "pieces",
        }
    }
}

/// A cell.
pub(super) enum Cell {
    /// Text, of which nothing is trusted.
    Text(String),
    /// One of a few words.
    Tag(Tone, &'static str),
    /// Several texts that have nothing to do with each other.
    Pieces(Vec<String>),
}

impl Serialize for Cell {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Text(text) => text.serialize(serializer),
            Self::Tag(tone, text) => (tone.class(), text).serialize(serializer),
            Self::Pieces(pieces) => pieces.serialize(serializer),
        }
    }
}

/// A table of which rows are still to come.
pub(super) struct Rows<W> {
    out: W,
    table: Table,
    expected: u64,
    written: u64,
}

impl<W: Write> Rows<W> {
    /// Begins the table of as many rows as will come.
    pub(super) fn begin(mut out: W, table: Table, expected: u64) -> Result<Self, PageError> {
        let noun = table.noun;
        write(&mut out, &html! { h2 id="all" { "All " (noun) } })?;
        if expected > 0 {
            let last = expected.min(ROWS_SHOWN);
            write(
                &mut out,
                &html! {
                    p.range role="status" {
                        "1–" (figures::count(last)) " of " (figures::count(expected)) " " (noun) ", " (table.order)
                    }
                },
            )?;
            out.write_all(b"<table role=\"table\" class=\"rows\" aria-labelledby=\"all\">\n")?;
            write(&mut out, &heading(table.columns))?;
            out.write_all(b"<tbody role=\"rowgroup\">\n")?;
        } else {
            write(&mut out, &html! { p { "There are none yet." } })?;
        }
        Ok(Self {
            out,
            table,
            expected,
            written: 0,
        })
    }

    /// Writes the next row, which has a cell for each column.
    pub(super) fn row(&mut self, cells: &[Cell]) -> Result<(), PageError> {
        if self.written == self.expected {
            return Err(PageError::RowsDiffer {
                expected: self.expected,
                written: self.written + 1,
            });
        }
        if self.written < ROWS_SHOWN {
            write(&mut self.out, &row(self.table.columns, cells))?;
        } else {
            self.fold(cells)?;
        }
        self.written += 1;
        Ok(())
    }

    /// Ends the table, if all rows came.
    pub(super) fn finish(mut self) -> Result<W, PageError> {
        if self.written < self.expected {
            return Err(PageError::RowsDiffer {
                expected: self.expected,
                written: self.written,
            });
        }
        if self.written > ROWS_SHOWN {
            self.out.write_all(folded::CLOSE)?;
        } else if self.written > 0 {
            self.end_table()?;
        }
        Ok(self.out)
    }

    fn fold(&mut self, cells: &[Cell]) -> Result<(), PageError> {
        let place = self.written - ROWS_SHOWN;
        if place == 0 {
            self.end_table()?;
            let pager = self.pager();
            write(&mut self.out, &pager)?;
        }
        if place.is_multiple_of(ROWS_FOLDED) {
            if place > 0 {
                self.out.write_all(folded::CLOSE)?;
            }
            self.out.write_all(folded::OPEN)?;
        } else {
            self.out.write_all(folded::NEXT)?;
        }
        folded::write(&mut self.out, &cells)?;
        Ok(())
    }

    fn end_table(&mut self) -> Result<(), PageError> {
        Ok(self.out.write_all(b"</tbody>\n</table>\n")?)
    }

    /// What leads to the folded rows, or says where they are.
    fn pager(&self) -> Markup {
        let noun = self.table.noun;
        let rest = figures::count(self.expected - ROWS_SHOWN);
        let pages = self.expected.div_ceil(ROWS_SHOWN);
        html! {
            nav.pager hidden aria-label={ "Pages of " (noun) }
                data-rows=(self.expected) data-shown=(ROWS_SHOWN) data-folded=(ROWS_FOLDED)
                data-noun={ (noun) ", " (self.table.order) } {
                button type="button" data-go="first" { "First" }
                button type="button" data-go="previous" { "Previous" }
                label {
                    "Page "
                    input type="number" min="1" max=(pages) value="1" inputmode="numeric";
                    " of " (figures::count(pages))
                }
                button type="button" data-go="next" { "Next" }
                button type="button" data-go="last" { "Last" }
            }
            noscript {
                p.note {
                    "The other " (rest) " " (noun) " are in this file too. They are shown page by page when the browser "
                    "is allowed to run the file’s own script."
                }
            }
            p.note.on-paper {
                "Not on paper: the other " (noun) ". All " (figures::count(self.expected))
                " are in the file that this was printed from."
            }
        }
    }
}

fn heading(columns: &[Column]) -> Markup {
    html! {
        thead role="rowgroup" {
            tr role="row" {
                @for column in columns {
                    th role="columnheader" scope="col" class=(column.kind.class()) { (column.heading) }
                }
            }
        }
    }
}

/// A row. The roles say what the elements are anyway: on a phone a row is a card, and there the style takes that away.
fn row(columns: &[Column], cells: &[Cell]) -> Markup {
    html! {
        tr role="row" {
            @for (index, (column, cell)) in columns.iter().zip(cells).enumerate() {
                @let class = column.kind.class();
                @if index == 0 {
                    th role="rowheader" scope="row" class=(class) data-label=(column.heading) { (content(cell)) }
                } @else {
                    td role="cell" class=(class) data-label=(column.heading) { (content(cell)) }
                }
            }
        }
    }
}

fn content(cell: &Cell) -> Markup {
    html! {
        @match cell {
            Cell::Text(text) => (text),
            Cell::Tag(tone, text) => (tag(*tone, text)),
            Cell::Pieces(pieces) => @for piece in pieces { span { (piece) } " " },
        }
    }
}
