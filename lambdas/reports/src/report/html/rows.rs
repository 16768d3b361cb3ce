//! The table of all rows. The first rows are in the table; the others are folded after it.

use std::io::Write;

use maud::{Markup, html};
use serde::{Serialize, Serializer};

use super::{
    PageError, ROWS_FOLDED, ROWS_SHOWN, folded,
    frame::write,
    parts::{Tone, tag},
};
use crate::report::figures;

/// A description of the table.
pub(super) struct Table {
    /// The plural noun for the rows: "orders".
    pub(super) noun: &'static str,
    /// The sort order: "newest first".
    pub(super) order: &'static str,
    /// The columns. The first one contains the row headers.
    pub(super) columns: &'static [Column],
}

/// A column.
pub(super) struct Column {
    /// The column header.
    pub(super) heading: &'static str,
    /// The kind of its cells.
    pub(super) kind: Kind,
}

/// The kind of a column's cells. `report.js` depends on it too.
#[derive(Clone, Copy)]
pub(super) enum Kind {
    /// Text of any length.
    Text,
    /// One or two words that stay on one line.
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
    /// Untrusted text.
    Text(String),
    /// One of a fixed set of words.
    Tag(Tone, &'static str),
    /// Several unrelated texts.
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

/// Writes a table row by row.
pub(super) struct Rows<W> {
    out: W,
    table: Table,
    expected: u64,
    written: u64,
}

impl<W: Write> Rows<W> {
    /// Writes the start of a table with the given number of rows.
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
            write(&mut out, &html! { p { "None." } })?;
        }
        Ok(Self {
            out,
            table,
            expected,
            written: 0,
        })
    }

    /// Writes the next row, with one cell per column.
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

    /// Writes the end of the table. Fails unless all rows were written.
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

    /// The navigation for the folded rows, and the text that replaces it without scripts and in print.
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
                    "This file also contains the other " (rest) " " (noun) ". To display them, allow the browser to run the "
                    "file’s script."
                }
            }
            p.note.on-paper {
                "Not printed: the other " (noun) ". The file contains all " (figures::count(self.expected)) "."
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

/// A row. The explicit roles repeat those of the elements, because the phone layout (`display: block`) removes them.
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
