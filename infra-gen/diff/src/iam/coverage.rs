//! Whether a change of permissions lets anybody do more than before. In doubt, it does.

use std::collections::BTreeSet;

use super::{Broadening, Grant, GrantEffect};

/// Why a grant that is new lets more be done than `before`; none where it does not.
pub(super) fn added(grant: &Grant, before: &BTreeSet<Grant>) -> Option<Broadening> {
    if grant.effect != GrantEffect::Allow {
        return None;
    }
    let of_kind = || before.iter().filter(|known| known.effect == GrantEffect::Allow);
    if of_kind().any(|known| {
        covers(known, grant) && (known.condition.is_empty() || known.condition == grant.condition)
    }) {
        return None;
    }
    if of_kind().any(|known| covers(known, grant)) {
        return Some(Broadening::ConditionDropped);
    }
    let wider = |known: &Grant| {
        covers(grant, known) && (grant.condition.is_empty() || known.condition == grant.condition)
    };
    if of_kind().any(wider) {
        return Some(Broadening::WildcardWider);
    }
    Some(Broadening::Allowed)
}

/// Why a grant that is gone lets more be done now; none where it does not.
pub(super) fn removed(grant: &Grant, now: &BTreeSet<Grant>) -> Option<Broadening> {
    match grant.effect {
        GrantEffect::Allow => None,
        GrantEffect::Deny => {
            let still = now.iter().any(|known| {
                known.effect == GrantEffect::Deny
                    && covers(known, grant)
                    && (known.condition.is_empty() || known.condition == grant.condition)
            });
            (!still).then_some(Broadening::DenyLifted)
        }
        GrantEffect::Bound => Some(Broadening::BoundaryLifted),
    }
}

/// Whether `wide` speaks of everything that `narrow` speaks of, conditions aside.
fn covers(wide: &Grant, narrow: &Grant) -> bool {
    (wide.principal == narrow.principal || wide.principal == "everyone")
        && matches(
            &wide.action.to_ascii_lowercase(),
            &narrow.action.to_ascii_lowercase(),
        )
        && matches(&wide.resource, &narrow.resource)
}

/// Whether `pattern` with `*` and `?` fits `text`. What is negated fits itself only.
fn matches(pattern: &str, text: &str) -> bool {
    if pattern == text {
        return true;
    }
    if pattern.starts_with("not ") || text.starts_with("not ") {
        return false;
    }
    let (pattern, text): (Vec<char>, Vec<char>) = (pattern.chars().collect(), text.chars().collect());
    let (mut p, mut t) = (0, 0);
    let mut star: Option<(usize, usize)> = None;
    while t < text.len() {
        match pattern.get(p) {
            Some('*') => {
                star = Some((p, t));
                p += 1;
            }
            // A wildcard in the text is wider than one character.
            Some('?') if text[t] != '*' => (p, t) = (p + 1, t + 1),
            Some(char) if *char == text[t] => (p, t) = (p + 1, t + 1),
            _ => match star {
                Some((at, from)) => {
                    star = Some((at, from + 1));
                    (p, t) = (at + 1, from + 1);
                }
                None => return false,
            },
        }
    }
    pattern[p..].iter().all(|char| *char == '*')
}

#[cfg(test)]
mod tests {
    use super::matches;

    #[test]
    fn a_wildcard_takes_in_what_fits_it() {
        assert!(matches("s3:Get*", "s3:GetObject"));
        assert!(matches("s3:*", "s3:Get*"));
        assert!(!matches("s3:Get*", "s3:*"));
        assert!(matches("${Images.Arn}/*", "${Images.Arn}/a/b"));
        assert!(matches("a?c", "abc"));
        assert!(!matches("a?c", "a*c"));
        assert!(!matches("*", "not a"));
    }
}
