//! A workflow with all types of states: a traveller books a trip.

use infra_gen_asl::{
    Branch, Call, Catch, ErrorOutput, Fail, FunctionRef, ItemAction, Jsonata, MachineRef, Map, Parallel,
    Rule, TableRef, Task, TopicRef, WaitFor, Workflow,
    model::{ErrorName, Jitter, Retrier},
};
use infra_gen_cfn::{LogicalId, Value, intrinsic};
use serde_json::json;

/// The request of the traveller.
pub(crate) struct Trip;
/// A trip with reserved seats and rooms.
pub(crate) struct Held;
/// A paid trip.
pub(crate) struct Paid;
/// A seat on one leg.
pub(crate) struct Seat;
/// Rooms at every stop.
pub(crate) struct Rooms;
/// One leg of a trip.
pub(crate) struct Leg;

/// The functions and resources that the workflow uses.
pub(crate) struct Resources {
    pub(crate) hold_seat: FunctionRef<Leg, Seat>,
    pub(crate) hold_rooms: FunctionRef<Trip, Rooms>,
    pub(crate) charge: FunctionRef<Held, Paid>,
    pub(crate) release: FunctionRef<ErrorOutput, ()>,
    pub(crate) invoice: MachineRef<Paid, Paid>,
    pub(crate) travellers: TopicRef,
    pub(crate) trips: TableRef,
}

impl Resources {
    /// Resources of a stack, with values that are known only at deployment.
    pub(crate) fn of_a_stack() -> Self {
        let value = |name: &'static str| -> Value<String> { intrinsic::import_value(&name.into()) };
        Self {
            hold_seat: FunctionRef::new(LogicalId::new("HoldSeat"), value("hold-seat")),
            hold_rooms: FunctionRef::new(LogicalId::new("HoldRooms"), value("hold-rooms")),
            charge: FunctionRef::new(LogicalId::new("Charge"), value("charge")),
            release: FunctionRef::new(LogicalId::new("Release"), value("release")),
            invoice: MachineRef::new(
                LogicalId::new("Invoice"),
                value("arn:aws:states:eu-west-1:123456789012:stateMachine:invoice"),
            ),
            travellers: TopicRef::new(
                LogicalId::new("Travellers"),
                value("arn:aws:sns:eu-west-1:123456789012:travellers"),
            ),
            trips: TableRef::new(
                LogicalId::new("Trips"),
                value("trips"),
                value("arn:aws:dynamodb:eu-west-1:123456789012:table/trips"),
            ),
        }
    }
}

const REFUSED: ErrorName = ErrorName::new("CardRefused");

/// The workflow.
pub(crate) fn book_trip(resources: &Resources) -> Result<Workflow<Trip, Paid>, infra_gen_cfn::Findings> {
    let patient = Retrier {
        interval_seconds: Some(2),
        max_attempts: Some(5),
        max_delay_seconds: Some(20),
        jitter: Some(Jitter::Full),
        ..Retrier::new([
            ErrorName::new("Lambda.TooManyRequestsException"),
            ErrorName::TIMEOUT,
        ])
    };
    let seats = Branch::<Trip, Vec<Seat>>::define(|flow| {
        let seat = Branch::<Leg, Seat>::define(|flow| {
            let hold = flow.task("Hold a seat", Task::new(resources.hold_seat.invoke()));
            flow.start(hold).end();
        });
        let each = flow.map(
            "Hold seats",
            Map {
                max_concurrency: 4,
                ..Map::new(Jsonata::new("$states.input.legs"), seat)
            },
        );
        flow.start(each).end();
    });
    let rooms = Branch::<Trip, Rooms>::define(|flow| {
        let hold = flow.task(
            "Hold rooms",
            Task {
                timeout_seconds: Some(60),
                ..Task::new(resources.hold_rooms.invoke())
            },
        );
        flow.start(hold).end();
    });

    Workflow::define("Books a trip: all of it, or nothing", |flow| {
        let hold = flow.parallel("Hold", Parallel::new((seats, rooms)));
        let total = flow.pass::<_, Held>(
            "Add up",
            json!({ "seats": "{% $states.input[0] %}", "rooms": "{% $states.input[1] %}", "total": "{% $sum($states.input[0].price) %}" }),
        );
        let cool_off = flow.wait::<Held>("Cool off", WaitFor::Seconds(3600));
        let charge = flow.task(
            "Charge",
            Task {
                timeout_seconds: Some(30),
                retry: vec![patient],
                ..Task::new(resources.charge.invoke())
            },
        );
        let invoice = flow.task("Invoice", Task::new(resources.invoice.run()));
        let item = json!({ "Item": { "id": { "S": "{% $states.context.Execution.Name %}" } } });
        let keep: Call<Paid, _> = resources.trips.item(ItemAction::Put, item);
        let keep = flow.task("Keep", Task::new(keep.discard_result()));
        let tell: Call<Paid, _> = resources
            .travellers
            .publish(Some(json!("Your trip")), Jsonata::new("$string($states.input)"));
        let tell = flow.task("Tell the traveller", Task::new(tell.discard_result()));
        let release = flow.task("Release", Task::new(resources.release.invoke()));
        let refused = flow.fail("Refused", Fail::new("TripRefused", "the trip could not be paid"));
        let dear = flow.choice(
            "Dear?",
            [Rule::when(Jsonata::new("$states.input.total > 1000"), cool_off)],
            charge,
        );

        flow.start(hold).then(total).go_to(dear);
        flow.from(cool_off).go_to(charge);
        flow.from(charge).then(invoice).then(keep).then(tell).end();
        flow.catch(charge, Catch::new([REFUSED]), refused);
        flow.catch(charge, Catch::new([ErrorName::ALL]), release);
        flow.from(release).go_to(refused);
    })
}
