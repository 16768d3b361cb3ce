//! A chain without an end.
#![deny(unused_must_use)]

use infra_gen_asl::{FunctionRef, Task, Workflow};

struct Trip;

fn workflow(book: &FunctionRef<Trip, Trip>) {
    let _ = Workflow::<Trip, Trip>::define("", |flow| {
        let book = flow.task("Book", Task::new(book.invoke()));
        flow.start(book);
    });
}

fn main() {}
