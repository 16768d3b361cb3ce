//! Asking for a report: one at a time for each employee, and a second request gets the one that runs.
//!
//! Whether an execution runs is something that Step Functions tells late: `ListExecutions` and `DescribeExecution` may
//! not know of one that was started a moment ago. What it decides at once is who gets a name. An employee's executions are
//! numbered, and whoever wants a report starts the next number: while that one runs, starting it again under the same name
//! with the same input is the same execution; once it has ended, the name is taken, and the number after it is next. So
//! a number is only ever started after the one before it was seen to have ended, and two requests at once meet in the same
//! execution.
//!
//! Where to begin to count is all that the list is asked for. If it is behind, that costs a step or two, no more: it
//! names no execution that there was not. A name may be used again after ninety days, when the list has forgotten it too.

use std::future::Future;

use shop_contract::{ExecutionArn, workflow::generate_report::GenerateReportExecution};
use shop_runtime::StoreError;

/// Starts executions of the workflow.
pub trait StartExecution {
    /// Starts an execution under a name.
    fn start(&self, name: &str, input: &str) -> impl Future<Output = Result<Started, StoreError>>;
}

/// What became of an execution that was to be started.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Started {
    /// It runs, started now or before, with the same input.
    Runs(ExecutionArn),
    /// There was one of this name, and it has ended.
    NameTaken,
}

/// Lists executions of the workflow.
pub trait ListExecutions {
    /// The names of the latest executions, perhaps without the very latest, latest first.
    fn latest(&self) -> impl Future<Output = Result<Vec<String>, StoreError>>;
}

/// Who asks for a report.
#[derive(Debug, Clone, Copy)]
pub struct Requester<'a> {
    /// What tells them from everybody else, for as long as the user pool lives.
    pub id: &'a str,
    /// What the user pool calls them. It never changes, for it is part of the execution's input.
    pub name: &'a str,
}

/// Starts a report for an employee, or finds the one that runs for them.
pub async fn submit(
    workflow: &(impl StartExecution + ListExecutions),
    requester: Requester<'_>,
) -> Result<ExecutionArn, StoreError> {
    let names = workflow.latest().await?;
    let known = names
        .iter()
        .filter_map(|name| number_of(name, requester.id))
        .max();
    let input = GenerateReportExecution {
        requested_by: requester.name.to_owned(),
    };
    let input = serde_json::to_string(&input).expect("an execution's input is a struct of texts");
    let mut number = known.unwrap_or(0);
    loop {
        match workflow.start(&name(requester.id, number), &input).await? {
            Started::Runs(execution) => return Ok(execution),
            Started::NameTaken => number += 1,
        }
    }
}

/// The name of an employee's execution: at most 80 characters, of which the employee's ID is 36.
fn name(employee: &str, number: u64) -> String {
    format!("{employee}-{number}")
}

fn number_of(name: &str, employee: &str) -> Option<u64> {
    let number = name.strip_prefix(employee)?.strip_prefix('-')?;
    // Only as it is written above: `-007` is nobody's.
    number
        .parse()
        .ok()
        .filter(|parsed: &u64| parsed.to_string() == number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_read_as_it_is_written_and_of_its_employee_only() {
        assert_eq!(number_of(&name("ann", 17), "ann"), Some(17));
        for other in [
            "ann-2-17", "anna-17", "ann17", "ann-", "ann-017", "ann-+17", "bob-17",
        ] {
            assert_eq!(number_of(other, "ann"), None, "{other}");
        }
    }
}
