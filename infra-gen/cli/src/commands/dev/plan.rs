//! What `dev` runs and at which addresses, decided before anything starts.

use infra_gen_cfn::Template;

use super::{Args, DevError};
use crate::app::{AddressOverride, Addresses, Loaded, Project};
use crate::commands::{CommandError, synth};
use crate::global_args::GlobalArgs;
use crate::settings::Environment;

/// The environment to run, with its addresses.
pub(super) struct Plan {
    pub(super) environment: &'static str,
    pub(super) loaded: Loaded,
    pub(super) template: Template,
    pub(super) addresses: Addresses,
    /// The port of the endpoint.
    pub(super) port: u16,
    /// Whether `dev` starts an emulator, instead of using an endpoint that is already running.
    pub(super) starts_emulator: bool,
}

impl Plan {
    pub(super) fn new(project: &Project, global: &GlobalArgs, args: &Args) -> Result<Self, CommandError> {
        let (environment, file_endpoint) = local_environment(project, global.env.as_deref())?;
        let endpoint = match (&global.endpoint_url, args.port) {
            (Some(endpoint), _) => endpoint.clone(),
            (None, Some(port)) => format!("http://127.0.0.1:{port}"),
            (None, None) => file_endpoint,
        };
        let port = endpoint
            .trim_end_matches('/')
            .rsplit_once(':')
            .and_then(|(_, port)| port.parse().ok())
            .ok_or_else(|| DevError::Endpoint(endpoint.clone()))?;
        let addresses = Addresses {
            endpoint,
            site_origin: format!("http://localhost:{}", args.site_port),
        };
        let loaded = project.load_at(environment, &AddressOverride::All(addresses.clone()))?;
        Ok(Self {
            environment: environment.name,
            template: synth::template(&loaded)?,
            loaded,
            addresses,
            port,
            starts_emulator: global.endpoint_url.is_none(),
        })
    }
}

/// The named environment, or else the first local one, with the endpoint of its file.
fn local_environment<'a>(
    project: &'a Project,
    name: Option<&str>,
) -> Result<(&'a Environment, String), CommandError> {
    for environment in project.environments {
        if name.is_some_and(|name| name != environment.name) {
            continue;
        }
        match project.load(environment)?.settings.endpoint {
            Some(endpoint) => return Ok((environment, endpoint)),
            None if name.is_some() => return Err(DevError::NotLocal(environment.name).into()),
            None => {}
        }
    }
    Err(DevError::NoLocalEnvironment.into())
}
