//! Checks retriers and catchers: error names, the position of `States.ALL`, and delays.

use infra_gen_cfn::Finding;

use crate::{
    model::{Data, ErrorName, Nullable, Recovery},
    problem::{Location, did_you_mean, problem},
    rules::{ERROR_NAME, INVALID_VALUE, UNKNOWN_ERROR_NAME},
};

use super::data;

pub(super) fn recovery(recovery: &Recovery, data_: &Data, location: &Location, problems: &mut Vec<Finding>) {
    let language = data_.language();
    let retriers = recovery
        .retry
        .iter()
        .map(|retrier| retrier.error_equals.as_slice())
        .collect();
    errors(retriers, &location.field("Retry"), problems);
    for (i, retrier) in recovery.retry.iter().enumerate() {
        let here = location.field("Retry").index(i);
        if let Some(max_delay) = retrier.max_delay_seconds {
            let interval = retrier.interval_seconds.unwrap_or(1);
            if max_delay <= interval {
                let message = format!(
                    "`MaxDelaySeconds` must be greater than `IntervalSeconds` ({interval}), not {max_delay}"
                );
                problems.push(problem(&INVALID_VALUE, &here.field("MaxDelaySeconds"), message));
            }
        }
    }
    let catchers = recovery
        .catch
        .iter()
        .map(|catcher| catcher.error_equals.as_slice())
        .collect();
    errors(catchers, &location.field("Catch"), problems);
    for (i, catcher) in recovery.catch.iter().enumerate() {
        let here = location.field("Catch").index(i);
        if let Some(Nullable::Path(path)) = &catcher.result_path {
            data::result_path(path, &here.field("ResultPath"), problems);
        }
        if let Some(output) = &catcher.output {
            data::template(
                output,
                language,
                data::Stage::Caught,
                &here.field("Output"),
                problems,
            );
        }
        if let Some(assign) = &catcher.assign {
            data::assign(
                assign,
                language,
                data::Stage::Caught,
                &here.field("Assign"),
                problems,
            );
        }
    }
}

fn errors(lists: Vec<&[ErrorName]>, location: &Location, problems: &mut Vec<Finding>) {
    let last = lists.len().saturating_sub(1);
    for (i, names) in lists.into_iter().enumerate() {
        let here = location.index(i).field("ErrorEquals");
        if names.contains(&ErrorName::ALL) {
            if names.len() > 1 {
                problems.push(problem(
                    &ERROR_NAME,
                    &here,
                    "`States.ALL` must be the only name in its list; remove the others",
                ));
            }
            if i != last {
                problems.push(problem(
                    &ERROR_NAME,
                    &here,
                    "`States.ALL` must be in the last entry; later entries are never tried",
                ));
            }
        }
        for (j, name) in names.iter().enumerate() {
            let here = here.index(j);
            if name.as_str().starts_with("States.") && !ErrorName::RESERVED.contains(name) {
                let meant = did_you_mean(name.as_str(), ErrorName::RESERVED.iter().map(ErrorName::as_str));
                let message = format!("unknown error name `{name}`; the prefix `States.` is reserved{meant}");
                problems.push(problem(&UNKNOWN_ERROR_NAME, &here, message));
            }
            if *name == ErrorName::RUNTIME {
                let message = format!("`{name}` cannot be retried or caught; remove it");
                problems.push(problem(&UNKNOWN_ERROR_NAME, &here, message));
            }
        }
    }
}
