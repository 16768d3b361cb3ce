//! One task gives what the next does not take.

use infra_gen_asl::{FunctionRef, Task, Workflow};

struct Trip;
struct Seat;
struct Room;

fn workflow(seat: &FunctionRef<Trip, Seat>, room: &FunctionRef<Trip, Room>) {
    let _ = Workflow::<Trip, Room>::define("", |flow| {
        let seat = flow.task("Seat", Task::of(seat.invoke()));
        let room = flow.task("Room", Task::of(room.invoke()));
        flow.start(seat).then(room).end();
    });
}

fn main() {}
