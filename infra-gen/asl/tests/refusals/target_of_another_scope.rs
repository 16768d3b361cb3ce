//! A branch leads to a state outside of it.

use infra_gen_asl::{Branch, FunctionRef, Task, Workflow};

struct Trip;

fn workflow(book: &FunctionRef<Trip, Trip>) {
    let _ = Workflow::<Trip, Trip>::define("", |flow| {
        let outside = flow.task("Outside", Task::of(book.invoke()));
        let _ = Branch::<Trip, Trip>::define(|flow| {
            let inside = flow.task("Inside", Task::of(book.invoke()));
            flow.start(inside).then(outside).end();
        });
        flow.start(outside).end();
    });
}

fn main() {}
