//! A catcher leads to a task with another input type.

use infra_gen_asl::{Catch, FunctionRef, Task, Workflow, model::ErrorName};

struct Trip;

fn workflow(book: &FunctionRef<Trip, Trip>) {
    let _ = Workflow::<Trip, Trip>::define("", |flow| {
        let first = flow.task("First", Task::new(book.invoke()));
        let second = flow.task("Second", Task::new(book.invoke()));
        flow.start(first).then(second).end();
        flow.catch(first, Catch::new([ErrorName::ALL]), second);
    });
}

fn main() {}
