//! Requests a report. Each employee has at most one report in progress; a second request returns the running one.
//!
//! `ListExecutions` and `DescribeExecution` are eventually consistent, so they may not know an execution that was just
//! started. Names are decided at once. Therefore an employee's executions are numbered, and a request starts the next number.
//! While that execution is running, starting it again with the same name and input returns the same execution. Once it has
//! ended, its name is taken, and the next number is tried. So a number is only started after the previous execution was seen
//! to have ended, and two concurrent requests get the same execution.
//!
//! The list of executions supplies the starting number, back to the employee's last report. If it is stale, the request takes
//! one or two more steps. It never returns an execution that does not exist. A name may be reused after ninety days, when the
//! list no longer contains it either.
//!
//! The local endpoint rejects a name that is in use even if the input is the same. So if a name is taken, the list is read
//! again to see whether that execution is running. If the list is stale about an execution that has just ended, the
//! request returns that one: a report that was finished a moment ago.

use std::future::Future;

use shop_contract::{ExecutionArn, workflow::generate_report::GenerateReportExecution};
use shop_runtime::StoreError;

/// Starts executions of the workflow.
pub trait StartExecution {
    /// Starts an execution with a name. Returns it if it is running, because it was started now or before with the same input.
    /// Returns none if the name is taken by an execution that has ended.
    fn start(
        &self,
        name: &str,
        input: &str,
    ) -> impl Future<Output = Result<Option<ExecutionArn>, StoreError>>;
}

/// Lists executions of the workflow.
pub trait ListExecutions {
    /// A page of the executions, latest first. The list may lack the most recent ones.
    fn list(&self, token: Option<String>) -> impl Future<Output = Result<Page, StoreError>>;
}

/// A page of the executions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// The executions of this page.
    pub executions: Vec<Listed>,
    /// The token of the next page, or none after the last page.
    pub next: Option<String>,
}

/// An execution in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// Its name.
    pub name: String,
    /// Its ARN.
    pub execution: ExecutionArn,
    /// Whether it is running.
    pub runs: bool,
}

/// Starts a report for an employee, or returns the one that is running, even if it has another period.
///
/// `employee` identifies the employee as long as the user pool exists. If the pool returns the employee's name to only one of
/// two concurrent requests, their inputs differ, and the list decides which execution is running.
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

/// The number of the employee's last execution in the list.
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

/// The name of an employee's execution: at most 80 characters, of which the employee's ID takes 36.
fn name(employee: &str, number: u64) -> String {
    format!("{employee}-{number}")
}

fn number_of(name: &str, employee: &str) -> Option<u64> {
    let number = name.strip_prefix(employee)?.strip_prefix('-')?;
    // Only the exact format: `-007` is not a name of ours.
    number
        .parse()
        .ok()
        .filter(|parsed: &u64| parsed.to_string() == number)
}

#[cfg(test)]
mod tests {
    use std::cell::RefCell;

    use super::*;

    /// Executions that have all ended, in pages, and the names that were started since.
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
    async fn the_last_report_is_found_among_many_of_other_employees() {
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
    fn a_number_is_parsed_exactly_and_for_its_employee_only() {
        assert_eq!(number_of(&name("ann", 17), "ann"), Some(17));
        for other in [
            "ann-2-17", "anna-17", "ann17", "ann-", "ann-017", "ann-+17", "bob-17",
        ] {
            assert_eq!(number_of(other, "ann"), None, "{other}");
        }
    }
}
