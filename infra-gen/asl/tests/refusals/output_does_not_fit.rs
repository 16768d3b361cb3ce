//! The output type of a task is not the input type of the next.

use infra_gen_asl::{FunctionRef, Task, Workflow};

struct Trip;
struct Seat;
struct Room;

fn workflow(seat: &FunctionRef<Trip, Seat>, room: &FunctionRef<Trip, Room>) {
    let _ = Workflow::<Trip, Room>::define("", |flow| {
        let seat = flow.task("Seat", Task::new(seat.invoke()));
        let room = flow.task("Room", Task::new(room.invoke()));
        flow.start(seat).then(room).end();
    });
}

fn main() {}
