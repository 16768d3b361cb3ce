//! The output type of the last task is not that of the workflow.

use infra_gen_asl::{FunctionRef, Task, Workflow};

struct Trip;
struct Seat;
struct Room;

fn workflow(seat: &FunctionRef<Trip, Seat>) {
    let _ = Workflow::<Trip, Room>::define("", |flow| {
        let seat = flow.task("Seat", Task::new(seat.invoke()));
        flow.start(seat).end();
    });
}

fn main() {}
