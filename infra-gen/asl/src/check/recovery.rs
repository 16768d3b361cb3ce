//! Retriers and catchers: `States.ALL` alone and last, names that exist, delays that grow.

use crate::{
    model::{Data, ErrorName, Nullable, Recovery},
    problem::{Place, Problem, did_you_mean},
};

use super::data;

pub(super) fn recovery(recovery: &Recovery, data_: &Data, place: &Place, problems: &mut Vec<Problem>) {
    let language = data_.language();
    let retriers = recovery
        .retry
        .iter()
        .map(|retrier| retrier.error_equals.as_slice())
        .collect();
    errors(retriers, &place.field("Retry"), problems);
    for (i, retrier) in recovery.retry.iter().enumerate() {
        let here = place.field("Retry").index(i);
        if let Some(max_delay) = retrier.max_delay_seconds {
            let interval = retrier.interval_seconds.unwrap_or(1);
            if max_delay <= interval {
                let message = format!(
                    "`MaxDelaySeconds` of {max_delay} never comes to bear on an interval of {interval}; make it larger"
                );
                problems.push(Problem::new(&here.field("MaxDelaySeconds"), message));
            }
        }
    }
    let catchers = recovery
        .catch
        .iter()
        .map(|catcher| catcher.error_equals.as_slice())
        .collect();
    errors(catchers, &place.field("Catch"), problems);
    for (i, catcher) in recovery.catch.iter().enumerate() {
        let here = place.field("Catch").index(i);
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

fn errors(lists: Vec<&[ErrorName]>, place: &Place, problems: &mut Vec<Problem>) {
    let last = lists.len().saturating_sub(1);
    for (i, names) in lists.into_iter().enumerate() {
        let here = place.index(i).field("ErrorEquals");
        if names.contains(&ErrorName::ALL) {
            if names.len() > 1 {
                problems.push(Problem::new(
                    &here,
                    "`States.ALL` stands alone; drop the other names",
                ));
            }
            if i != last {
                problems.push(Problem::new(
                    &here,
                    "`States.ALL` stands last; what follows it is never tried",
                ));
            }
        }
        for (j, name) in names.iter().enumerate() {
            let here = here.index(j);
            if name.as_str().starts_with("States.") && !ErrorName::RESERVED.contains(name) {
                let meant = did_you_mean(name.as_str(), ErrorName::RESERVED.iter().map(ErrorName::as_str));
                let message =
                    format!("`{name}` is no error of the language, and `States.` begins only those{meant}");
                problems.push(Problem::new(&here, message));
            }
            if *name == ErrorName::RUNTIME || *name == ErrorName::DATA_LIMIT_EXCEEDED {
                let message = format!("`{name}` ends the execution, whatever is written here; drop it");
                problems.push(Problem::new(&here, message));
            }
        }
    }
}
