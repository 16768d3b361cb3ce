//! Whether a change of permissions lets anybody do more than before. In doubt, it does.
//!
//! A grant is held only against those that can cover it or be covered by it: found by their principal, action and
//! resource, where either is the same or one has a wildcard that takes in the other.

use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    rc::Rc,
};

use super::{
    Broadening, GrantEffect,
    apart::{EVERYONE, Grant, NO_CONDITION, Words},
};

/// How much is looked at, in steps of a letter compared or so. Policies that IAM would take stay far below.
const MOST_STEPS: usize = 100_000_000;

/// How many steps it is to look a grant up.
const LOOK_UP: usize = 10;

/// There is too much to look at.
struct TooMuch;

/// The grants of one template, by what they speak of.
pub(super) struct Coverage<'w> {
    everyone: u32,
    no_condition: u32,
    actions: Column<'w>,
    resources: Column<'w>,
    grants: BTreeMap<u32, OfPrincipal>,
    steps: usize,
}

/// By effect, action and resource: the conditions, in order.
type OfPrincipal = BTreeMap<(GrantEffect, u32, u32), Vec<u32>>;

/// Whether something was allowed, or denied, before.
enum Covered {
    Yes,
    /// Under a condition, or another one.
    Otherwise,
    No,
}

impl<'w> Coverage<'w> {
    pub(super) fn of(grants: &BTreeSet<Grant>, words: &'w Words<'w>) -> Self {
        let mut by_principal: BTreeMap<u32, OfPrincipal> = BTreeMap::new();
        for grant in grants {
            let what = (grant.effect, grant.action, grant.resource);
            let of_principal = by_principal.entry(grant.principal).or_default();
            of_principal.entry(what).or_default().push(grant.condition);
        }
        Self {
            everyone: words.number(EVERYONE),
            no_condition: words.number(NO_CONDITION),
            actions: Column::of(
                grants.iter().map(|grant| grant.action),
                words,
                str::to_ascii_lowercase,
            ),
            resources: Column::of(grants.iter().map(|grant| grant.resource), words, str::to_owned),
            grants: by_principal,
            steps: MOST_STEPS,
        }
    }

    /// Why a grant that is new lets more be done than these; none where it does not.
    pub(super) fn added(&mut self, grant: &Grant) -> Option<Broadening> {
        if grant.effect != GrantEffect::Allow {
            return None;
        }
        match self.covered(grant) {
            Ok(Covered::Yes) => None,
            Ok(Covered::Otherwise) => Some(Broadening::ConditionDropped),
            Ok(Covered::No) => match self.takes_in_some(grant) {
                Ok(true) => Some(Broadening::WildcardWider),
                Ok(false) => Some(Broadening::Allowed),
                Err(TooMuch) => Some(Broadening::Uncompared),
            },
            Err(TooMuch) => Some(Broadening::Uncompared),
        }
    }

    /// Why a grant that is gone lets more be done now; none where it does not.
    pub(super) fn removed(&mut self, grant: &Grant) -> Option<Broadening> {
        match grant.effect {
            GrantEffect::Allow => None,
            GrantEffect::Deny => match self.covered(grant) {
                Ok(Covered::Yes) => None,
                Ok(Covered::Otherwise | Covered::No) => Some(Broadening::DenyLifted),
                Err(TooMuch) => Some(Broadening::Uncompared),
            },
            GrantEffect::Bound => Some(Broadening::BoundaryLifted),
        }
    }

    /// Whether one of these with the same effect speaks of everything that `grant` speaks of.
    fn covered(&mut self, grant: &Grant) -> Result<Covered, TooMuch> {
        let actions = self.actions.taking_in(grant.action, &mut self.steps)?;
        let resources = self.resources.taking_in(grant.resource, &mut self.steps)?;
        let mut covered = Covered::No;
        for principal in [grant.principal, self.everyone] {
            let Some(known) = self.grants.get(&principal) else {
                continue;
            };
            for (&action, &resource) in each_with_each(&actions, &resources) {
                self.steps = self.steps.checked_sub(LOOK_UP).ok_or(TooMuch)?;
                let Some(conditions) = known.get(&(grant.effect, action, resource)) else {
                    continue;
                };
                let is_under = |condition| conditions.binary_search(&condition).is_ok();
                if is_under(self.no_condition) || is_under(grant.condition) {
                    return Ok(Covered::Yes);
                }
                covered = Covered::Otherwise;
            }
        }
        Ok(covered)
    }

    /// Whether `grant` speaks of everything that one of these with the same effect speaks of.
    fn takes_in_some(&mut self, grant: &Grant) -> Result<bool, TooMuch> {
        let actions = self.actions.taken_in(grant.action, &mut self.steps)?;
        let resources = self.resources.taken_in(grant.resource, &mut self.steps)?;
        let is_everyone = grant.principal == self.everyone;
        let principals = self
            .grants
            .iter()
            .filter(|(principal, _)| is_everyone || **principal == grant.principal);
        for (_, known) in principals {
            for (&action, &resource) in each_with_each(&actions, &resources) {
                self.steps = self.steps.checked_sub(LOOK_UP).ok_or(TooMuch)?;
                let conditions = known.get(&(grant.effect, action, resource));
                if conditions.is_some_and(|conditions| {
                    grant.condition == self.no_condition || conditions.binary_search(&grant.condition).is_ok()
                }) {
                    return Ok(true);
                }
            }
        }
        Ok(false)
    }
}

fn each_with_each<'a>(actions: &'a [u32], resources: &'a [u32]) -> impl Iterator<Item = (&'a u32, &'a u32)> {
    actions
        .iter()
        .flat_map(move |action| resources.iter().map(move |resource| (action, resource)))
}

/// The actions or the resources of all grants.
struct Column<'w> {
    words: &'w Words<'w>,
    /// What differs in nothing that counts becomes the same.
    fold: fn(&str) -> String,
    known: BTreeMap<String, Vec<u32>>,
    wild: Vec<String>,
    taking_in: HashMap<u32, Rc<[u32]>>,
    taken_in: HashMap<u32, Rc<[u32]>>,
}

impl<'w> Column<'w> {
    fn of(used: impl Iterator<Item = u32>, words: &'w Words<'w>, fold: fn(&str) -> String) -> Self {
        let used: BTreeSet<u32> = used.collect();
        let mut known: BTreeMap<String, Vec<u32>> = BTreeMap::new();
        for word in used {
            known.entry(fold(words.text(word))).or_default().push(word);
        }
        Self {
            words,
            fold,
            wild: known.keys().filter(|text| is_wild(text)).cloned().collect(),
            known,
            taking_in: HashMap::new(),
            taken_in: HashMap::new(),
        }
    }

    /// The words that take `word` in: the same, and those with wildcards that fit it.
    fn taking_in(&mut self, word: u32, steps: &mut usize) -> Result<Rc<[u32]>, TooMuch> {
        if let Some(found) = self.taking_in.get(&word) {
            return Ok(Rc::clone(found));
        }
        let text = (self.fold)(self.words.text(word));
        let mut found = self.known.get(&text).cloned().unwrap_or_default();
        for wide in self.wild.iter().filter(|wide| **wide != text) {
            if matches(wide, &text, steps)? {
                found.extend(&self.known[wide]);
            }
        }
        let found: Rc<[u32]> = found.into();
        self.taking_in.insert(word, Rc::clone(&found));
        Ok(found)
    }

    /// The words that `word` takes in.
    fn taken_in(&mut self, word: u32, steps: &mut usize) -> Result<Rc<[u32]>, TooMuch> {
        if let Some(found) = self.taken_in.get(&word) {
            return Ok(Rc::clone(found));
        }
        let text = (self.fold)(self.words.text(word));
        let mut found = Vec::new();
        if is_wild(&text) {
            for (narrow, words) in &self.known {
                if matches(&text, narrow, steps)? {
                    found.extend(words);
                }
            }
        } else {
            found.extend(self.known.get(&text).into_iter().flatten());
        }
        let found: Rc<[u32]> = found.into();
        self.taken_in.insert(word, Rc::clone(&found));
        Ok(found)
    }
}

/// Whether the text takes in others. What is negated takes in itself only.
fn is_wild(text: &str) -> bool {
    text.contains(['*', '?']) && !text.starts_with("not ")
}

/// Whether `pattern` with `*` and `?` fits `text`. What is negated fits itself only.
fn matches(pattern: &str, text: &str, steps: &mut usize) -> Result<bool, TooMuch> {
    // A letter of the pattern may be held against each of the text's, though it seldom is.
    let cost = pattern.len().saturating_mul(text.len()) / 16 + 1;
    *steps = steps.checked_sub(cost).ok_or(TooMuch)?;
    if pattern == text {
        return Ok(true);
    }
    if pattern.starts_with("not ") || text.starts_with("not ") {
        return Ok(false);
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
                None => return Ok(false),
            },
        }
    }
    Ok(pattern[p..].iter().all(|char| *char == '*'))
}

#[cfg(test)]
mod tests {
    use super::{MOST_STEPS, TooMuch};

    #[track_caller]
    fn matches(pattern: &str, text: &str) -> bool {
        let mut steps = MOST_STEPS;
        super::matches(pattern, text, &mut steps).is_ok_and(|matches| matches)
    }

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

    #[test]
    fn there_is_an_end_to_what_is_compared() {
        let mut steps = 10;
        assert!(matches!(super::matches("a*", "abc", &mut steps), Ok(true)));
        assert!(matches!(
            super::matches(&"a*".repeat(50), &"a".repeat(50), &mut steps),
            Err(TooMuch)
        ));
    }
}
