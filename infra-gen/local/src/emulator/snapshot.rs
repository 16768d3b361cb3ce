//! Snapshots, the report of a start, and the loss after a failure.

use std::fmt;
use std::time::Duration;

use jiff::Timestamp;
use serde::Deserialize;

/// A snapshot of the state, verified on the disk.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Snapshot {
    /// Snapshots are numbered consecutively.
    pub number: u64,
    /// The time of the saved state.
    pub taken_at: Timestamp,
}

impl fmt::Display for Snapshot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.taken_at.strftime("%Y-%m-%d %H:%M:%S UTC"))
    }
}

/// The result of a start.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct StartReport {
    /// The snapshot in use; `None` if there is no data of an earlier run.
    pub snapshot: Option<Snapshot>,
    /// Whether the last run ended without saving.
    pub was_killed: bool,
    /// The problems of newer snapshots that are not used.
    pub problems: Vec<String>,
    /// The number of executions that were running in the snapshot and are now ABORTED.
    pub aborted_executions: u64,
}

/// The data that is lost because the state could not be saved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Loss {
    /// The start of this run.
    pub(super) started_at: Timestamp,
    /// The time of the failure.
    pub(super) lost_at: Timestamp,
    /// The newest snapshot.
    pub(super) remaining: Option<Snapshot>,
}

impl fmt::Display for Loss {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some(snapshot) = &self.remaining else {
            return f.write_str("all data of this run is lost, and there is no earlier snapshot");
        };
        if snapshot.taken_at < self.started_at {
            return write!(
                f,
                "all data of this run is lost; the next start uses the snapshot of {snapshot}"
            );
        }
        let age = self.lost_at.duration_since(snapshot.taken_at).unsigned_abs();
        write!(
            f,
            "changes of the last {} are lost; the next start uses the snapshot of {snapshot}",
            Span(age)
        )
    }
}

/// A duration as text: `8 s`, `3 min 12 s`.
struct Span(Duration);

impl fmt::Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let seconds = self.0.as_secs();
        match seconds / 60 {
            0 => write!(f, "{seconds} s"),
            minutes => write!(f, "{minutes} min {} s", seconds % 60),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn loss(remaining: Option<&str>) -> String {
        let loss = Loss {
            started_at: "2026-11-30T10:00:00Z".parse().unwrap(),
            lost_at: "2026-11-30T10:05:12Z".parse().unwrap(),
            remaining: remaining.map(|taken_at| Snapshot {
                number: 1,
                taken_at: taken_at.parse().unwrap(),
            }),
        };
        loss.to_string()
    }

    #[test]
    fn a_loss_names_its_extent_and_the_remaining_snapshot() {
        assert_eq!(
            loss(Some("2026-11-30T10:02:00.100Z")),
            "changes of the last 3 min 11 s are lost; the next start uses the snapshot of 2026-11-30 10:02:00 UTC"
        );
        assert_eq!(
            loss(Some("2026-11-30T09:00:00Z")),
            "all data of this run is lost; the next start uses the snapshot of 2026-11-30 09:00:00 UTC"
        );
        assert_eq!(
            loss(None),
            "all data of this run is lost, and there is no earlier snapshot"
        );
    }
}
