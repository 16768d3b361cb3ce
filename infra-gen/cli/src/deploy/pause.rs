//! A pause between two questions to an API that tells nobody when it is done.

use std::time::Duration;

/// Short at first, never longer than two seconds.
///
/// CloudFormation calls nobody back; asking again is the only way to wait for it.
#[derive(Debug)]
pub(crate) struct Pause(Duration);

impl Default for Pause {
    fn default() -> Self {
        Self(Duration::from_millis(50))
    }
}

impl Pause {
    pub(crate) async fn wait(&mut self) {
        tokio::time::sleep(self.0).await;
        self.0 = (self.0 * 3 / 2).min(Duration::from_secs(2));
    }
}
