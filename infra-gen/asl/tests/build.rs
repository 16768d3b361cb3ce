//! Workflows that types cannot refuse, and what defining them says.

use infra_gen_asl::{
    Branch, Catch, Fail, FunctionRef, Jsonata, Parallel, Task, WaitFor, Workflow,
    model::{Data, ErrorName, Json, Kind, Pass, PathData, QueryLanguage, State},
};
use infra_gen_cfn::{LogicalId, Value, intrinsic};

struct Trip;

fn book() -> FunctionRef<Trip, Trip> {
    FunctionRef::new(LogicalId::new("Book"), intrinsic::import_value(&"book".into()))
}

#[track_caller]
fn refused(workflow: Result<Workflow<Trip, Trip>, infra_gen_asl::Problems>, wanted: &str) {
    assert_eq!(workflow.expect_err("a problem").to_string(), wanted);
}

#[test]
fn a_state_without_a_way_on_is_named() {
    refused(
        Workflow::define("", |flow| {
            let first = flow.task("First", Task::of(book().invoke()));
            let second = flow.task("Second", Task::of(book().invoke()));
            flow.start(first).rejoin(second);
        }),
        "States.Second: no way leads on from here; lead one to `end()` or to another state",
    );
}

#[test]
fn a_state_that_nothing_leads_to_is_named() {
    refused(
        Workflow::define("", |flow| {
            let first = flow.task("First", Task::of(book().invoke()));
            flow.start(first).end();
            flow.fail("Lost", Fail::of("Lost", ""));
        }),
        "States.Lost: no state leads here; name it in a `Next`, `Default` or `Catch`, or remove it",
    );
}

#[test]
fn a_circle_without_an_exit_is_refused() {
    refused(
        Workflow::define("", |flow| {
            let wait = flow.wait("Wait", WaitFor::Seconds(1));
            let book = flow.task("Book", Task::of(book().invoke()));
            flow.start(wait).then(book).rejoin(wait);
        }),
        "States.Wait: no way leads from here to an end; give one of the states that follow `End`, or a way to one that has it\n\
         States.Book: no way leads from here to an end; give one of the states that follow `End`, or a way to one that has it",
    );
}

#[test]
fn two_ways_from_one_state_and_two_states_of_one_name_are_refused() {
    refused(
        Workflow::define("", |flow| {
            let book_ = flow.task("Book", Task::of(book().invoke()));
            flow.start(book_).end();
            flow.from(book_).end();
            flow.fail("Book", Fail::of("Lost", ""));
        }),
        "States.Book: two ways lead on from here; a state has one, and a Choice state has rules\n\
         States.Book: another state has this name; give one of the two another",
    );
}

#[test]
fn a_problem_within_a_branch_is_told_with_its_whole_place() {
    let branch = Branch::<Trip, Trip>::define(|flow| {
        flow.task("Inner", Task::of(book().invoke()));
    });
    let workflow: Result<Workflow<Trip, (Trip,)>, _> = Workflow::define("", |flow| {
        let both = flow.parallel("Both", Parallel::of((branch,)));
        flow.start(both).end();
    });
    assert_eq!(
        workflow.expect_err("a problem").to_string(),
        "States.Both.Branches[0]: it does not start; lead a way from `flow.start(…)`\n\
         States.Both.Branches[0].States.Inner: no way leads on from here; lead one to `end()` or to another state"
    );
}

#[test]
fn an_expression_is_judged_when_the_workflow_is_defined() {
    refused(
        Workflow::define("", |flow| {
            let wait = flow.wait("Wait", WaitFor::SecondsOf(Jsonata::new("seconds")));
            flow.start(wait).end();
        }),
        "States.Wait.Seconds: `seconds` stands for a field of nothing: an expression has no document at its root; write `$states.input.seconds`",
    );
}

#[test]
fn one_name_stands_for_one_resource() {
    let other: FunctionRef<Trip, Trip> = FunctionRef::new(
        LogicalId::new("Book"),
        intrinsic::import_value(&Value::from("other")),
    );
    refused(
        Workflow::define("", |flow| {
            let first = flow.task("First", Task::of(book().invoke()));
            let second = flow.task("Second", Task::of(other.invoke()));
            flow.start(first).then(second).end();
        }),
        "States.Second: `${Book}` stands for two different resources; give one another name",
    );
}

#[test]
fn a_literal_stands_in_the_definition_itself() {
    let book: FunctionRef<Trip, Trip> = FunctionRef::new(LogicalId::new("Book"), "book");
    let workflow = Workflow::<Trip, Trip>::define("", |flow| {
        let book = flow.task("Book", Task::of(book.invoke()));
        flow.start(book).end();
    })
    .unwrap();
    assert!(
        workflow
            .machine()
            .definition()
            .contains(r#""FunctionName":"book""#)
    );
    assert!(workflow.substitutions().is_empty());
}

#[test]
fn a_jsonpath_state_turns_the_machine_around() {
    let workflow = Workflow::<Trip, Trip>::define("", |flow| {
        let old = State {
            comment: None,
            query_language: None,
            data: Data::JsonPath(PathData::default()),
            assign: None,
            kind: Kind::Pass(Pass {
                result: Some(Json::Null),
                ..Pass::default()
            }),
        };
        let old = flow.state::<Trip, Trip>("Old", old);
        let book = flow.task("Book", Task::of(book().invoke()));
        let lost = flow.fail("Lost", Fail::of("Lost", "it is lost"));
        flow.start(old).then(book).end();
        flow.catch(book, Catch::of([ErrorName::ALL]), lost);
    })
    .unwrap();
    assert_eq!(workflow.machine().query_language, None);
    assert_eq!(
        workflow.machine().scope.states["Book"].query_language,
        Some(QueryLanguage::Jsonata)
    );
    assert_eq!(workflow.machine().scope.states["Old"].query_language, None);
}
