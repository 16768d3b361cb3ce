//! An error goes to a task that takes something else.

use infra_gen_asl::{Catch, FunctionRef, Task, Workflow, model::ErrorName};

struct Trip;

fn workflow(book: &FunctionRef<Trip, Trip>) {
    let _ = Workflow::<Trip, Trip>::define("", |flow| {
        let first = flow.task("First", Task::of(book.invoke()));
        let second = flow.task("Second", Task::of(book.invoke()));
        flow.start(first).then(second).end();
        flow.catch(first, Catch::of([ErrorName::ALL]), second);
    });
}

fn main() {}
