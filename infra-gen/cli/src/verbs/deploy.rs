//! `deploy`: handlers, stack, outputs, site.

use super::outputs::text;
use super::{Failure, connect, print};
use crate::app::Project;
use crate::args::{Deploy, Global};
use crate::deploy::{self, Deployment, site};
use crate::exit::Ended;
use crate::package::build;
use crate::terminal::Terminal;

pub(super) async fn run(
    project: &Project,
    global: &Global,
    args: &Deploy,
    terminal: Terminal,
) -> Result<Ended, Failure> {
    let (loaded, aws) = connect(project, global).await?;
    let workspace = build::workspace().await?;
    let outputs = deploy::deploy(&Deployment {
        app: project.name,
        loaded: &loaded,
        packages: &project.packages,
        workspace: &workspace,
        aws: &aws,
        terminal,
        replace_failed: args.replace_failed,
    })
    .await?;
    if let (Some(site), false) = (&project.site, args.no_site) {
        site::upload(&aws, &workspace, site, &outputs, terminal).await?;
    }
    print(&text(&outputs))?;
    Ok(Ended::Done)
}
