//! Asking for a report: one at a time for each employee, and a second request gets the one that runs.
//!
//! Whether an execution runs is something that Step Functions tells late: `ListExecutions` and `DescribeExecution` may
//! not know of one that was started a moment ago. What it decides at once is who gets a name. An employee's executions are
//! numbered, and whoever wants a report starts the next number: while that one runs, starting it again under the same name
//! with the same input is the same execution; once it has ended, the name is taken, and the number after it is next. So
//! a number is only ever started after the one before it was seen to have ended, and two requests at once meet in the same
//! execution.
//!
//! Where to begin to count is what the list is asked for first, back to the employee's last report. If it is behind, that
//! costs a step or two, no more: it names no execution that there was not. A name may be used again after ninety days, when
//! the list has forgotten it too.
//!
//! The local endpoint gives a name to the first call alone, and refuses it to the second while the execution still runs. So
//! where a name is taken, the list is asked once more whether that execution runs. Should it be late in saying that one
//! has ended, the request gets that one: a report that was finished a moment ago.

use std::future::Future;

use shop_contract::{ExecutionArn, workflow::generate_report::GenerateReportExecution};
use shop_runtime::StoreError;

/// Starts executions of the workflow.
pub trait StartExecution {
    /// Starts an execution with a name. Returns it if it is running: it was started now, or before with the same input. Returns
    /// none if another execution had the name. In AWS that one has ended.
    fn start(
        &self,
        name: &str,
        input: &str,
    ) -> impl Future<Output = Result<Option<ExecutionArn>, StoreError>>;
}

/// Lists executions of the workflow.
pub trait ListExecutions {
    /// A page of the executions, latest first: the one at a token, or the first, perhaps without the very latest.
    fn list(&self, token: Option<String>) -> impl Future<Output = Result<Page, StoreError>>;
}

/// A page of the executions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// The executions of this page.
    pub executions: Vec<Listed>,
    /// The token of the next page; none after the last.
    pub next: Option<String>,
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

/// Starts a report for an employee, or finds the one that runs for them: perhaps one of another period.
///
/// `employee` tells them from everybody else, for as long as the user pool lives. Should the pool tell their name to one of
/// two requests at once and not to the other, the inputs differ, and the list says which execution runs.
pub async fn submit(
    workflow: &(impl StartExecution + ListExecutions),
    employee: &str,
    input: &GenerateReportExecution,
) -> Result<ExecutionArn, StoreError> {
    let input = serde_json::to_string(input).expect("an execution's input is a struct of texts");
    let mut number = last_number(workflow, employee).await?.unwrap_or(0);
    loop {
        let name = name(employee, number);
        if let Some(execution) = workflow.start(&name, &input).await? {
            return Ok(execution);
        }
        let latest = workflow.list(None).await?;
        if let Some(taken) = latest
            .executions
            .into_iter()
            .find(|listed| listed.runs && listed.name == name)
        {
            return Ok(taken.execution);
        }
        number += 1;
    }
}

/// The number of the employee's last execution that is listed.
async fn last_number(workflow: &impl ListExecutions, employee: &str) -> Result<Option<u64>, StoreError> {
    let mut token = None;
    loop {
        let page = workflow.list(token).await?;
        let numbers = page.executions.iter();
        let last = numbers
            .filter_map(|listed| number_of(&listed.name, employee))
            .max();
        token = page.next;
        if last.is_some() || token.is_none() {
            return Ok(last);
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
    use std::cell::RefCell;

    use super::*;

    /// Executions that have all ended, a page after the other, and the names that were asked for since.
    struct Ended {
        pages: Vec<Vec<&'static str>>,
        asked: RefCell<Vec<String>>,
    }

    fn arn(name: &str) -> ExecutionArn {
        let machine = "arn:aws:states:eu-central-1:000000000000:stateMachine:generate_report";
        ExecutionArn::from_name(machine, name).unwrap()
    }

    impl ListExecutions for Ended {
        async fn list(&self, token: Option<String>) -> Result<Page, StoreError> {
            let place: usize = token.map_or(0, |token| token.parse().unwrap());
            let executions = self.pages[place].iter().map(|name| Listed {
                name: (*name).to_owned(),
                execution: arn(name),
                runs: false,
            });
            Ok(Page {
                executions: executions.collect(),
                next: (place + 1 < self.pages.len()).then(|| (place + 1).to_string()),
            })
        }
    }

    impl StartExecution for Ended {
        async fn start(&self, name: &str, _: &str) -> Result<Option<ExecutionArn>, StoreError> {
            self.asked.borrow_mut().push(name.to_owned());
            let taken = self.pages.iter().flatten().any(|ended| *ended == name);
            Ok((!taken).then(|| arn(name)))
        }
    }

    #[tokio::test]
    async fn a_last_report_is_found_behind_any_number_of_other_peoples() {
        let workflow = Ended {
            pages: vec![
                vec!["bob-7", "cy-1"],
                vec!["bob-6"],
                vec!["ann-41", "ann-40", "bob-5"],
            ],
            asked: RefCell::default(),
        };
        for (employee, names) in [
            ("ann", &["ann-41", "ann-42"][..]),
            ("bob", &["bob-7", "bob-8"]),
            ("dee", &["dee-0"]),
        ] {
            let input = GenerateReportExecution {
                requested_by: employee.to_owned(),
                requester: None,
                period: None,
            };
            let execution = submit(&workflow, employee, &input).await.unwrap();
            assert_eq!(execution, arn(names.last().unwrap()));
            assert_eq!(workflow.asked.take(), names);
        }
    }

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
