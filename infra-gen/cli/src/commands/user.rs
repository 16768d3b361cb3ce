//! `user`: who may sign in to the deployed application.

use std::fmt::Write as _;

use super::{Failure, connect, outputs, print};
use crate::app::Project;
use crate::args::{Global, ListFormat, User, UserAction, UserAdd};
use crate::deploy::stack::{self, Stack};
use crate::exit::Outcome;
use crate::program;
use crate::terminal::{Style, Terminal};
use crate::users::{Added, Email, InitialCredential, Password, Person, Pool, State, UserError};

pub(super) async fn run(
    project: &Project,
    global: &Global,
    args: &User,
    terminal: Terminal,
) -> Result<Outcome, Failure> {
    let users = project.users.ok_or(UserError::NoUsers)?;
    let (loaded, aws) = connect(project, global).await?;
    aws.expected_account(&loaded.settings).await?;
    let description = Stack::new(&aws, &loaded.stack_name)
        .describe()
        .await?
        .ok_or_else(|| Failure::NoStack(loaded.stack_name.clone()))?;
    let outputs = stack::outputs(description);
    let pool = Pool::of(&aws, users, &outputs)?;
    match &args.action {
        UserAction::Add(add) => self::add(&pool, add, terminal).await?,
        UserAction::List(list) => {
            let people = pool.list().await?;
            print(&match list.format {
                ListFormat::Text => table(&people, users.group),
                ListFormat::Json => outputs::json(&people),
                ListFormat::Yaml => outputs::yaml(&people),
            })?;
        }
        UserAction::Disable(who) => {
            let email = &who.email;
            pool.disable(email).await?;
            done(
                terminal,
                format_args!("`{email}` is signed out and cannot sign in any more"),
            );
            terminal.info(format_args!(
                "an access token that was handed out before still opens the API until it expires"
            ));
        }
        UserAction::Enable(who) => {
            pool.enable(&who.email).await?;
            done(terminal, format_args!("`{}` can sign in again", who.email));
        }
    }
    Ok(Outcome::Done)
}

async fn add(pool: &Pool<'_>, args: &UserAdd, terminal: Terminal) -> Result<(), UserError> {
    let email = &args.who.email;
    let credential = if args.password_stdin {
        InitialCredential::Password(Password::from_stdin()?)
    } else {
        InitialCredential::Invitation
    };
    match pool.add(email, &credential).await? {
        Added::New => match credential {
            InitialCredential::Invitation => done(
                terminal,
                format_args!(
                    "`{email}` is added; the invitation with the first password is on its way there"
                ),
            ),
            InitialCredential::Password(_) => done(
                terminal,
                format_args!("`{email}` is added and signs in with the password from stdin"),
            ),
        },
        Added::Already(State::Invited) if args.again => {
            pool.invite_again(email).await?;
            done(
                terminal,
                format_args!("`{email}` is invited again, with a new first password"),
            );
        }
        Added::Already(state) => already(email, state, args, terminal),
    }
    Ok(())
}

fn already(email: &Email, state: State, args: &UserAdd, terminal: Terminal) {
    terminal.info(format_args!("`{email}` is there already ({})", state.as_str()));
    if args.password_stdin {
        terminal.line(
            Style::Heading,
            format_args!("the password stays as it was: its owner may have chosen it"),
        );
    }
    match state {
        State::Disabled => terminal.info(format_args!(
            "`{} user enable` lets them sign in again",
            program::name()
        )),
        State::Invited => terminal.info(format_args!("`--again` mails the invitation anew")),
        State::Active | State::Pending => {}
    }
}

fn done(terminal: Terminal, text: std::fmt::Arguments<'_>) {
    terminal.line(Style::Success, text);
}

/// Address, state and the day of joining in columns.
fn table(people: &[Person], group: &str) -> String {
    let width = people
        .iter()
        .map(|person| person.email.len())
        .max()
        .unwrap_or_default();
    people.iter().fold(String::new(), |mut text, person| {
        let day = person.created_at.as_deref().and_then(|at| at.get(..10));
        let note = if person.in_group {
            String::new()
        } else {
            format!("  not in group `{group}`")
        };
        let _ = writeln!(
            text,
            "{:width$}  {:8}  since {}{note}",
            person.email,
            person.state.as_str(),
            day.unwrap_or("unknown")
        );
        text
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_is_not_in_the_group_is_marked() {
        let person = |email: &str, in_group| Person {
            email: email.to_owned(),
            state: State::Active,
            in_group,
            created_at: Some("2026-11-23T00:00:00Z".to_owned()),
        };
        assert_eq!(
            table(
                &[person("ann@example.com", true), person("bo@example.com", false)],
                "staff"
            ),
            "ann@example.com  active    since 2026-11-23\n\
             bo@example.com   active    since 2026-11-23  not in group `staff`\n"
        );
    }
}
