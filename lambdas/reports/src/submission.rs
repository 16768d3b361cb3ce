//! Asking for a report: one at a time for each employee, and a second request gets the one that runs.
//!
//! Whether an execution runs is something that Step Functions tells late: `ListExecutions` and `DescribeExecution` may
//! not know of one that was started a moment ago. What it decides at once is who gets a name. An employee's executions are
//! numbered, and whoever wants a report starts the next number: while that one runs, starting it again under the same name
//! with the same input is the same execution; once it has ended, the name is taken, and the number after it is next. So
//! a number is only ever started after the one before it was seen to have ended, and two requests at once meet in the same
//! execution.
//!
//! Where to begin to count is what the list is asked for first. If it is behind, that costs a step or two, no more: it
//! names no execution that there was not. A name may be used again after ninety days, when the list has forgotten it too.
//!
//! The local endpoint gives a name to the first call alone, and refuses it to the second while the execution still runs. So
//! where a name is taken, the list is asked once more whether that execution runs. Should it be late in saying that one
//! has ended, the request gets that one: a report that was finished a moment ago.

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
    /// There was one of this name; it has ended, where the service is the real one.
    NameTaken,
}

/// Lists executions of the workflow.
pub trait ListExecutions {
    /// The latest executions, perhaps without the very latest, latest first.
    fn latest(&self) -> impl Future<Output = Result<Vec<Listed>, StoreError>>;
}

/// An execution, as a list knows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// Its name.
    pub name: String,
    /// What it is called over all of AWS.
    pub execution: ExecutionArn,
    /// Whether it has not ended.
    pub runs: bool,
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
    let listed = workflow.latest().await?;
    let known = listed
        .iter()
        .filter_map(|listed| number_of(&listed.name, requester.id))
        .max();
    let input = GenerateReportExecution {
        requested_by: requester.name.to_owned(),
    };
    let input = serde_json::to_string(&input).expect("an execution's input is a struct of texts");
    let mut number = known.unwrap_or(0);
    loop {
        let name = name(requester.id, number);
        if let Started::Runs(execution) = workflow.start(&name, &input).await? {
            return Ok(execution);
        }
        let listed = workflow.latest().await?;
        if let Some(taken) = listed
            .into_iter()
            .find(|listed| listed.runs && listed.name == name)
        {
            return Ok(taken.execution);
        }
        number += 1;
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
