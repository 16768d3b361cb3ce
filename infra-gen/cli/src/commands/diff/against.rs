//! The value of `--against`: a file, a Git revision or another environment.

use std::path::PathBuf;
use std::str::FromStr;

/// The source of the old template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Against {
    File(PathBuf),
    Revision { revision: String, path: Option<PathBuf> },
    Environment(String),
}

impl FromStr for Against {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let Some((kind @ ("git" | "env"), rest)) = text.split_once(':') else {
            return Ok(Self::File(PathBuf::from(text)));
        };
        match (kind, rest.split_once(':')) {
            (_, _) if rest.is_empty() => {
                Err("expected `git:REV`, `git:REV:PATH` or `env:NAME`, for example `env:staging`".to_owned())
            }
            // Git would read a revision that starts with a hyphen as an option.
            ("git", _) if rest.starts_with('-') => Err(format!(
                "`{rest}` is not a revision; expected a branch, tag or commit"
            )),
            ("env", _) => Ok(Self::Environment(rest.to_owned())),
            (_, Some((revision, path))) => Ok(Self::Revision {
                revision: revision.to_owned(),
                path: Some(PathBuf::from(path)),
            }),
            (_, None) => Ok(Self::Revision {
                revision: rest.to_owned(),
                path: None,
            }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &Against) {
        assert_eq!(text.parse::<Against>().as_ref(), Ok(expected));
    }

    #[test]
    fn the_prefix_selects_the_kind_of_source() {
        check("old.json", &Against::File("old.json".into()));
        check("env:staging", &Against::Environment("staging".to_owned()));
        let revision = "HEAD~1".to_owned();
        check(
            "git:HEAD~1",
            &Against::Revision {
                revision: revision.clone(),
                path: None,
            },
        );
        check(
            "git:HEAD~1:a/b.json",
            &Against::Revision {
                revision,
                path: Some("a/b.json".into()),
            },
        );
    }

    #[test]
    fn an_option_of_git_is_rejected_as_a_revision() {
        assert!("git:--output=x".parse::<Against>().is_err());
        assert!("git:".parse::<Against>().is_err());
    }
}
