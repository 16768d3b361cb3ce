//! The log: one JSON object a line on stdout, in the form that Lambda's own log controls read (`timestamp`,
//! `level`, `message` at the top). Nothing of a request's content is logged but its method and path.

use std::{error::Error, io, panic};

use tracing::level_filters::LevelFilter;

/// Starts logging. `level` is Lambda's own setting, `AWS_LAMBDA_LOG_LEVEL`.
pub(crate) fn start(level: Option<&str>) {
    tracing_subscriber::fmt()
        .json()
        .flatten_event(true)
        .with_current_span(true)
        .with_span_list(false)
        .with_max_level(filter(level))
        .with_writer(io::stdout)
        .init();
    // The process may end with the panic, and with it the only trace: the default hook's several lines, which a
    // log of one object a line takes for several events.
    panic::set_hook(Box::new(
        |panic| tracing::error!(error = %panic, "the handler panicked"),
    ));
}

/// An error and what caused it, each after a colon.
pub(crate) fn chain(error: &dyn Error) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        let said = error.to_string();
        // Errors that repeat their cause's text would say it twice.
        if !text.ends_with(&said) {
            text.push_str(": ");
            text.push_str(&said);
        }
        cause = error.source();
    }
    text
}

fn filter(level: Option<&str>) -> LevelFilter {
    match level {
        Some("TRACE") => LevelFilter::TRACE,
        Some("DEBUG") => LevelFilter::DEBUG,
        Some("WARN") => LevelFilter::WARN,
        Some("ERROR" | "FATAL") => LevelFilter::ERROR,
        Some(_) | None => LevelFilter::INFO,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, thiserror::Error)]
    #[error("the page cannot be read")]
    struct Outer(#[source] io::Error);

    #[test]
    fn a_chain_names_every_cause() {
        let error = Outer(io::Error::new(io::ErrorKind::TimedOut, "no answer in 2 s"));
        assert_eq!(chain(&error), "the page cannot be read: no answer in 2 s");
    }

    #[test]
    fn an_unknown_level_is_taken_for_info() {
        assert_eq!(filter(Some("WARN")), LevelFilter::WARN);
        assert_eq!(filter(Some("LOUD")), LevelFilter::INFO);
        assert_eq!(filter(None), LevelFilter::INFO);
    }
}
