//! `deploy`: handlers, stack, outputs, site.

use super::outputs::text;
use super::{Failure, connect, print};
use crate::app::Project;
use crate::args::{Deploy, Global, STATE};
use crate::deploy::{self, Deployment, site};
use crate::exit::Ended;
use crate::package::build;
use crate::terminal::Terminal;
use crate::web;

pub(super) async fn run(
    project: &Project,
    global: &Global,
    args: &Deploy,
    terminal: Terminal,
) -> Result<Ended, Failure> {
    let (loaded, aws) = connect(project, global).await?;
    let workspace = build::workspace().await?;
    let site = project.site.filter(|_| !args.no_site);
    if site.is_some() {
        web::expect_tools()?;
    }
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
    if let Some(site) = &site {
        web::build_if_stale(&workspace, site, &workspace.join(STATE), terminal).await?;
        site::upload(&aws, &workspace, site, &outputs, terminal).await?;
    }
    print(&text(&outputs))?;
    Ok(Ended::Done)
}
