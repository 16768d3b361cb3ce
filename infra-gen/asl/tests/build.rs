//! Problems that are reported when a workflow is defined, because types cannot express them.

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
fn refused(workflow: Result<Workflow<Trip, Trip>, infra_gen_cfn::Findings>, wanted: &str) {
    assert_eq!(
        workflow
            .expect_err("a finding")
            .to_string()
            .replace("\n  hint: ", "; "),
        wanted
    );
}

#[test]
fn a_state_without_a_next_state_is_reported() {
    refused(
        Workflow::define("", |flow| {
            let first = flow.task("First", Task::new(book().invoke()));
            let second = flow.task("Second", Task::new(book().invoke()));
            flow.start(first).go_to(second);
        }),
        "States.Second: the state has no next state; call `end()`, `then(…)` or `go_to(…)` after it",
    );
}

#[test]
fn an_unreachable_state_is_reported() {
    refused(
        Workflow::define("", |flow| {
            let first = flow.task("First", Task::new(book().invoke()));
            flow.start(first).end();
            flow.fail("Lost", Fail::new("Lost", ""));
        }),
        "States.Lost: the state is unreachable; refer to it in a `Next`, `Default` or `Catch`, or remove it",
    );
}

#[test]
fn a_loop_without_an_end_is_rejected() {
    refused(
        Workflow::define("", |flow| {
            let wait = flow.wait("Wait", WaitFor::Seconds(1));
            let book = flow.task("Book", Task::new(book().invoke()));
            flow.start(wait).then(book).go_to(wait);
        }),
        "States.Wait: the state never reaches an end; set `End` on a state after it, or add a transition to a state that ends\n\
         States.Book: the state never reaches an end; set `End` on a state after it, or add a transition to a state that ends",
    );
}

#[test]
fn two_next_states_and_duplicate_names_are_rejected() {
    refused(
        Workflow::define("", |flow| {
            let book_ = flow.task("Book", Task::new(book().invoke()));
            flow.start(book_).end();
            flow.from(book_).end();
            flow.fail("Book", Fail::new("Lost", ""));
        }),
        "States.Book: the state has two next states; use a Choice state to choose between them\n\
         States.Book: another state has the same name; rename one of them",
    );
}

#[test]
fn a_problem_in_a_branch_has_its_full_location() {
    let branch = Branch::<Trip, Trip>::define(|flow| {
        flow.task("Inner", Task::new(book().invoke()));
    });
    let workflow: Result<Workflow<Trip, (Trip,)>, _> = Workflow::define("", |flow| {
        let both = flow.parallel("Both", Parallel::new((branch,)));
        flow.start(both).end();
    });
    assert_eq!(
        workflow
            .expect_err("a problem")
            .to_string()
            .replace("\n  hint: ", "; "),
        "States.Both.Branches[0]: the scope has no first state; call `flow.start(…)`\n\
         States.Both.Branches[0].States.Inner: the state has no next state; call `end()`, `then(…)` or `go_to(…)` after it"
    );
}

#[test]
fn expressions_are_checked_when_the_workflow_is_defined() {
    refused(
        Workflow::define("", |flow| {
            let wait = flow.wait("Wait", WaitFor::SecondsOf(Jsonata::new("seconds")));
            flow.start(wait).end();
        }),
        "States.Wait.Seconds: `seconds` has no value: Step Functions evaluates expressions without a root document; write `$states.input.seconds`",
    );
}

#[test]
fn a_name_refers_to_one_resource() {
    let other: FunctionRef<Trip, Trip> = FunctionRef::new(
        LogicalId::new("Book"),
        intrinsic::import_value(&Value::from("other")),
    );
    refused(
        Workflow::define("", |flow| {
            let first = flow.task("First", Task::new(book().invoke()));
            let second = flow.task("Second", Task::new(other.invoke()));
            flow.start(first).then(second).end();
        }),
        "States.Second: `${Book}` refers to two different resources; rename one of them",
    );
}

#[test]
fn a_literal_is_part_of_the_definition() {
    let book: FunctionRef<Trip, Trip> = FunctionRef::new(LogicalId::new("Book"), "book");
    let workflow = Workflow::<Trip, Trip>::define("", |flow| {
        let book = flow.task("Book", Task::new(book.invoke()));
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
fn a_jsonpath_state_makes_the_machine_jsonpath() {
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
        let book = flow.task("Book", Task::new(book().invoke()));
        let lost = flow.fail("Lost", Fail::new("Lost", "it is lost"));
        flow.start(old).then(book).end();
        flow.catch(book, Catch::new([ErrorName::ALL]), lost);
    })
    .unwrap();
    assert_eq!(workflow.machine().query_language, None);
    assert_eq!(
        workflow.machine().scope.states["Book"].query_language,
        Some(QueryLanguage::Jsonata)
    );
    assert_eq!(workflow.machine().scope.states["Old"].query_language, None);
}
