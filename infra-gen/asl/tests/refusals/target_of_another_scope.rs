//! A branch leads to a state outside of the branch.

use infra_gen_asl::{Branch, FunctionRef, Task, Workflow};

struct Trip;

fn workflow(book: &FunctionRef<Trip, Trip>) {
    let _ = Workflow::<Trip, Trip>::define("", |flow| {
        let outside = flow.task("Outside", Task::new(book.invoke()));
        let _ = Branch::<Trip, Trip>::define(|flow| {
            let inside = flow.task("Inside", Task::new(book.invoke()));
            flow.start(inside).then(outside).end();
        });
        flow.start(outside).end();
    });
}

fn main() {}
