//! The site's port while `dev` runs: the inbox at once, the site as soon as it is deployed.

use std::collections::BTreeMap;
use std::convert::Infallible;
use std::path::Path;
use std::sync::{Arc, OnceLock};

use infra_gen_local::inbox::Inbox;
use infra_gen_local::site::{Distribution, Drain, SiteServer};
use tokio::task::JoinSet;

use super::plan::Plan;
use super::{DevError, inbox};
use crate::app::Site;

/// The site's port while it is open.
pub(super) struct Serving<'a> {
    pub(super) site: &'a Site,
    pub(super) port: u16,
    pub(super) inbox: Arc<Inbox>,
    distribution: Arc<OnceLock<Distribution>>,
    drain: Drain,
    /// Closes the port when it is dropped.
    _visitors: JoinSet<Infallible>,
}

impl<'a> Serving<'a> {
    pub(super) fn start(
        site: &'a Site,
        server: SiteServer,
        inbox: &Path,
        plan: &Plan,
    ) -> Result<Self, DevError> {
        let inbox = Arc::new(inbox::open(inbox, plan)?);
        let distribution = Arc::new(OnceLock::new());
        let (port, drain) = (server.port(), server.drain());
        let mut visitors = JoinSet::new();
        visitors.spawn(server.serve(Arc::clone(&inbox), Arc::clone(&distribution)));
        Ok(Self {
            site,
            port,
            inbox,
            distribution,
            drain,
            _visitors: visitors,
        })
    }

    /// Serves the deployed distribution from now on.
    pub(super) fn show(&self, endpoint: &str, outputs: &BTreeMap<String, String>) -> Result<(), DevError> {
        let output = self.site.domain_output;
        let domain = outputs.get(output).ok_or(DevError::MissingOutput(output))?;
        let distribution = Distribution::new(endpoint, domain)?;
        self.distribution.get_or_init(|| distribution);
        Ok(())
    }

    /// Rejects visitors from now on.
    pub(super) fn drain(&self) {
        self.drain.begin();
    }
}
