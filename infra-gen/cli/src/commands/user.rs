//! `user`: manages the users who can sign in to the deployed application.

use std::fmt::Write as _;

use clap::Subcommand;

use super::list::ListFormat;
use super::{CommandError, connect, describe_stack, outputs, print};
use crate::app::Project;
use crate::deploy::stack;
use crate::email::Email;
use crate::exit::Outcome;
use crate::global_args::GlobalArgs;
use crate::program;
use crate::terminal::{Style, Terminal};
use crate::users::{Added, InitialCredential, Password, Pool, User, UserError, UserState};

/// Manage the users who can sign in: add, list, disable, enable
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Cognito emails the temporary password to the user and shows it nowhere else. Adding an
existing user only adds them to the group, so a list of addresses can be processed twice.

Examples:
  infra-gen user add --env prod ann@example.com
  infra-gen user add --env prod ann@example.com --group manager
  infra-gen user add --env prod ann@example.com --again      send a lost invitation again
  pass show ann | infra-gen user add --env dev ann@example.com --password-stdin
  infra-gen user list --env prod --format json
  infra-gen user disable --env prod ann@example.com          also signs the user out
  infra-gen user enable --env prod ann@example.com")]
pub(crate) struct Args {
    #[command(subcommand)]
    action: Action,
}

#[derive(Debug, Subcommand)]
enum Action {
    /// Add a user to the pool and a group; Cognito emails the invitation
    Add(AddArgs),
    /// List the users in the pool
    List(ListArgs),
    /// Disable a user and sign them out
    Disable(UserArgs),
    /// Enable a disabled user
    Enable(UserArgs),
}

#[derive(Debug, clap::Args)]
struct AddArgs {
    #[command(flatten)]
    user: UserArgs,
    /// Group to add the user to, in addition to the user's other groups [default: the application's first group]
    #[arg(long, value_name = "NAME")]
    group: Option<String>,
    /// Read a permanent password from stdin and send no email
    #[arg(long)]
    password_stdin: bool,
    /// Send the invitation again, with a new temporary password, to a user who has not signed in yet
    #[arg(long, conflicts_with = "password_stdin")]
    again: bool,
}

#[derive(Debug, clap::Args)]
struct UserArgs {
    /// Email address of the user
    #[arg(value_parser = Email::parse)]
    email: Email,
}

#[derive(Debug, clap::Args)]
struct ListArgs {
    /// Output format
    #[arg(long, value_enum, default_value_t = ListFormat::Text)]
    format: ListFormat,
}

pub(crate) async fn run(
    project: &Project,
    global: &GlobalArgs,
    args: &Args,
    terminal: Terminal,
) -> Result<Outcome, CommandError> {
    let users = project.users.ok_or(UserError::NoUsers)?;
    let (loaded, aws) = connect(project, global).await?;
    aws.expected_account(&loaded.settings).await?;
    let outputs = stack::outputs(describe_stack(&aws, &loaded.stack_name).await?);
    let pool = Pool::new(&aws, users, &outputs)?;
    match &args.action {
        Action::Add(args) => add(&pool, args, terminal).await?,
        Action::List(list) => {
            let listed = pool.list().await?;
            print(&match list.format {
                ListFormat::Text => table(&listed),
                ListFormat::Json => outputs::json(&listed),
                ListFormat::Yaml => outputs::yaml(&listed),
            })?;
        }
        Action::Disable(UserArgs { email }) => {
            pool.disable(email).await?;
            success(terminal, format_args!("disabled `{email}` and signed them out"));
            terminal.info(format_args!(
                "access tokens that were already issued remain valid until they expire"
            ));
        }
        Action::Enable(UserArgs { email }) => {
            pool.enable(email).await?;
            success(terminal, format_args!("enabled `{email}`"));
        }
    }
    Ok(Outcome::Done)
}

async fn add(pool: &Pool<'_>, args: &AddArgs, terminal: Terminal) -> Result<(), UserError> {
    let email = &args.user.email;
    let group = pool.group(args.group.as_deref())?;
    let credential = if args.password_stdin {
        InitialCredential::Password(Password::from_stdin()?)
    } else {
        InitialCredential::Invitation
    };
    match pool.add(email, group, &credential).await? {
        Added::New => match credential {
            InitialCredential::Invitation => success(
                terminal,
                format_args!("added `{email}` and emailed an invitation with a temporary password"),
            ),
            InitialCredential::Password(_) => success(
                terminal,
                format_args!("added `{email}` with the password from stdin"),
            ),
        },
        Added::Existing(UserState::Invited) if args.again => {
            pool.invite_again(email).await?;
            success(
                terminal,
                format_args!("emailed `{email}` a new invitation with a new temporary password"),
            );
        }
        Added::Existing(state) => report_existing(email, state, args, terminal),
    }
    Ok(())
}

fn report_existing(email: &Email, state: UserState, args: &AddArgs, terminal: Terminal) {
    terminal.info(format_args!("`{email}` already exists ({})", state.as_str()));
    if args.password_stdin {
        terminal.line(
            Style::Heading,
            format_args!("the password was not changed, because the user may have chosen it"),
        );
    }
    match state {
        UserState::Disabled => terminal.info(format_args!(
            "hint: `{} user enable` lets the user sign in again",
            program::name()
        )),
        UserState::Invited => terminal.info(format_args!("hint: `--again` sends the invitation again")),
        UserState::Active | UserState::Pending => {}
    }
}

fn success(terminal: Terminal, text: std::fmt::Arguments<'_>) {
    terminal.line(Style::Success, text);
}

/// Address, state, creation date and groups in columns.
fn table(users: &[User]) -> String {
    let width = users
        .iter()
        .map(|user| user.email.len())
        .max()
        .unwrap_or_default();
    users.iter().fold(String::new(), |mut text, user| {
        let day = user.created_at.as_deref().and_then(|at| at.get(..10));
        let groups = if user.groups.is_empty() {
            "in no group".to_owned()
        } else {
            user.groups.join(", ")
        };
        let _ = writeln!(
            text,
            "{:width$}  {:8}  since {}  {groups}",
            user.email,
            user.state.as_str(),
            day.unwrap_or("unknown")
        );
        text
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_groups_of_each_user_are_listed() {
        let user = |email: &str, groups: &[&'static str]| User {
            email: email.to_owned(),
            state: UserState::Active,
            groups: groups.to_vec(),
            created_at: Some("2026-11-23T00:00:00Z".to_owned()),
        };
        assert_eq!(
            table(&[
                user("ann@example.com", &["staff", "manager"]),
                user("bo@example.com", &[])
            ]),
            "ann@example.com  active    since 2026-11-23  staff, manager\n\
             bo@example.com   active    since 2026-11-23  in no group\n"
        );
    }
}
