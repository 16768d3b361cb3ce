//! The log: one JSON object per line on stdout, in the format of Lambda's advanced logging controls (`timestamp`, `level` and
//! `message` at the top level).
//!
//! Of a request, only the method and the route are logged. Libraries would log more: at `TRACE`, one of them logs whole events and
//! responses, including tokens. So libraries log at `INFO` or above, whatever the configured level.
//!
//! An `ERROR` line is an error of the shop or of its infrastructure, because an error wakes the person on call. Client errors
//! and expected outcomes of orders (out of stock, not found, refused) are `INFO` with a `reason`. Transient errors are
//! `WARN`.

use std::{error::Error, io, panic};

use tracing::level_filters::LevelFilter;
use tracing_subscriber::{filter::Targets, layer::SubscriberExt, util::SubscriberInitExt};

/// Starts logging. The setting is Lambda's `AWS_LAMBDA_LOG_LEVEL`.
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
    // The process may end with the panic. The default hook would write several lines, which the log would show as several
    // events.
    panic::set_hook(Box::new(
        |panic| tracing::error!(error = %panic, "the handler panicked"),
    ));
}

/// An error and its causes, separated by colons.
pub fn chain(error: &dyn Error) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        let message = error.to_string();
        // Some errors already contain the text of their cause.
        if !text.ends_with(&message) {
            text.push_str(": ");
            text.push_str(&message);
        }
        cause = error.source();
    }
    text
}

/// The shop's crates at the level, and libraries at `INFO` or above. `lambda_runtime`'s report of a failed handler is excluded:
/// it is always an error, and [`crate::perform`], [`crate::Service`] and the panic hook log the failure at its own level.
fn filter(level: LevelFilter) -> Targets {
    Targets::new()
        .with_default(level.min(LevelFilter::INFO))
        .with_target(OURS, level)
        .with_target(HANDLER_FAILED, LevelFilter::OFF)
}

/// Where `lambda_runtime` reports a handler that returned an error or panicked.
const HANDLER_FAILED: &str = "lambda_runtime::layers::panic";

/// The prefix of the shop's crates.
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

/// Captures the log lines of a test.
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

    /// A log line.
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

    /// Runs a function on this thread, and returns its log lines.
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
    fn a_chain_has_every_cause() {
        let error = Outer(io::Error::new(io::ErrorKind::TimedOut, "no answer in 2 s"));
        assert_eq!(chain(&error), "the page cannot be read: no answer in 2 s");
    }

    #[test]
    fn an_unknown_level_is_info() {
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
