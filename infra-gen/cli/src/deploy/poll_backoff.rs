//! The pause between two polls of an API. CloudFormation and Lambda offer no notification to wait for instead.

use std::time::Duration;

const FIRST: Duration = Duration::from_millis(50);
const LONGEST: Duration = Duration::from_secs(2);

/// Pauses that start short and grow up to two seconds.
#[derive(Debug)]
pub(crate) struct PollBackoff(Duration);

impl Default for PollBackoff {
    fn default() -> Self {
        Self(FIRST)
    }
}

impl PollBackoff {
    pub(crate) async fn wait(&mut self) {
        tokio::time::sleep(self.0).await;
        self.0 = (self.0 * 3 / 2).min(LONGEST);
    }
}
