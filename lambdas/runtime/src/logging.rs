//! The log: one JSON object a line on stdout, in the form that Lambda's own log controls read (`timestamp`,
//! `level`, `message` at the top).
//!
//! Nothing of a request's content is logged but its method and route. The libraries below would: at their most talkative,
//! one of them writes events and answers out whole, tokens and all. They are therefore heard from `INFO` on,
//! whatever the level.
//!
//! An error line is a fault of the shop or of what it runs on, and nothing else: somebody is woken by it. What customers and
//! clients do, and orders that end as they may (out of stock, not found, refused), are `INFO` with a `reason`; what passes by
//! itself is `WARN`.

use std::{error::Error, io, panic};

use tracing::level_filters::LevelFilter;
use tracing_subscriber::{filter::Targets, layer::SubscriberExt, util::SubscriberInitExt};

/// Starts logging. The setting is Lambda's own, `AWS_LAMBDA_LOG_LEVEL`.
pub(crate) fn start(setting: Option<&str>) {
    tracing_subscriber::fmt()
        .json()
        .flatten_event(true)
        .with_current_span(true)
        .with_span_list(false)
        .with_max_level(level(setting))
        .with_writer(io::stdout)
        .finish()
        .with(filter(level(setting)))
        .init();
    // The process may end with the panic, and with it the only trace: the default hook's several lines, which a
    // log of one object a line takes for several events.
    panic::set_hook(Box::new(
        |panic| tracing::error!(error = %panic, "the handler panicked"),
    ));
}

/// An error and what caused it, each after a colon.
pub fn chain(error: &dyn Error) -> String {
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

/// Ours by the level, everybody else's down to `INFO`. The runtime's report of a handler that failed or panicked is left out:
/// it is an error whatever the failure is, and [`crate::perform`], [`crate::answer`] and the panic hook say it at its level.
fn filter(level: LevelFilter) -> Targets {
    Targets::new()
        .with_default(level.min(LevelFilter::INFO))
        .with_target(OURS, level)
        .with_target(HANDLER_FAILED, LevelFilter::OFF)
}

/// Where `lambda_runtime` reports a handler that returned an error or panicked.
const HANDLER_FAILED: &str = "lambda_runtime::layers::panic";

/// How the names of this workspace's crates of handlers begin.
const OURS: &str = "shop_";

fn level(setting: Option<&str>) -> LevelFilter {
    match setting {
        Some("TRACE") => LevelFilter::TRACE,
        Some("DEBUG") => LevelFilter::DEBUG,
        Some("WARN") => LevelFilter::WARN,
        Some("ERROR" | "FATAL") => LevelFilter::ERROR,
        Some(_) | None => LevelFilter::INFO,
    }
}

/// The lines that are logged while a test runs something.
#[cfg(test)]
pub(crate) mod captured {
    use std::{
        fmt::Write,
        sync::{Arc, Mutex},
    };

    use tracing::{
        Event, Level, Subscriber,
        field::{Field, Visit},
    };
    use tracing_subscriber::{
        layer::{Context, Layer, SubscriberExt},
        registry,
    };

    /// A line: its level and its fields as text.
    #[derive(Debug, Clone)]
    pub(crate) struct Line {
        pub(crate) level: Level,
        pub(crate) fields: String,
    }

    #[derive(Clone, Default)]
    struct Lines(Arc<Mutex<Vec<Line>>>);

    impl<S: Subscriber> Layer<S> for Lines {
        fn on_event(&self, event: &Event<'_>, _: Context<'_, S>) {
            let mut fields = Fields(String::new());
            event.record(&mut fields);
            let line = Line {
                level: *event.metadata().level(),
                fields: fields.0,
            };
            self.0.lock().unwrap().push(line);
        }
    }

    struct Fields(String);

    impl Visit for Fields {
        fn record_debug(&mut self, field: &Field, value: &dyn std::fmt::Debug) {
            write!(self.0, "{}={value:?} ", field.name()).expect("a text takes what is written");
        }
    }

    /// Runs something on this thread, and returns what it logged.
    pub(crate) fn lines_of(run: impl FnOnce()) -> Vec<Line> {
        let lines = Lines::default();
        tracing::subscriber::with_default(registry().with(lines.clone()), run);
        let lines = lines.0.lock().unwrap();
        lines.clone()
    }
}

#[cfg(test)]
mod tests {
    use tracing::Level;

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
        assert_eq!(level(Some("WARN")), LevelFilter::WARN);
        assert_eq!(level(Some("LOUD")), LevelFilter::INFO);
        assert_eq!(level(None), LevelFilter::INFO);
    }

    #[test]
    fn only_our_own_crates_log_below_info() {
        let filter = filter(LevelFilter::TRACE);
        assert!(filter.would_enable("shop_auth::exchange", &Level::TRACE));
        assert!(filter.would_enable("lambda_runtime::runtime", &Level::INFO));
        for library in [
            "lambda_runtime::layers::api_response",
            "hyper_util::client",
            "rustls",
        ] {
            assert!(!filter.would_enable(library, &Level::DEBUG), "{library}");
        }
        assert!(!filter.would_enable("lambda_runtime::layers::panic", &Level::ERROR));
        assert!(!super::filter(LevelFilter::ERROR).would_enable("lambda_runtime", &Level::WARN));
    }
}
