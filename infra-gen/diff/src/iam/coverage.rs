//! Decides whether a changed grant allows more than before. In doubt, it does.
//!
//! A grant is compared only with grants that can cover it or be covered by it: their principal, action and resource are
//! equal, or one has a wildcard that matches the other.

use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    rc::Rc,
};

use super::expand::{EVERYONE, Grant, NO_CONDITION, SymbolTable};
use crate::model::{Broadening, GrantEffect};

/// The maximum number of steps, each about one compared letter. Policies that IAM accepts stay far below it.
const MAX_STEPS: usize = 100_000_000;

/// The number of steps of looking up a grant.
const LOOKUP_STEPS: usize = 10;

/// The comparison takes more than [`MAX_STEPS`].
struct LimitExceeded;

/// The grants of one template, indexed by principal, action and resource.
pub(super) struct Coverage<'s> {
    everyone: u32,
    no_condition: u32,
    actions: PatternIndex<'s>,
    resources: PatternIndex<'s>,
    grants: BTreeMap<u32, PrincipalGrants>,
    steps: usize,
}

/// The sorted conditions by effect, action and resource.
type PrincipalGrants = BTreeMap<(GrantEffect, u32, u32), Vec<u32>>;

/// Whether a grant was allowed, or denied, before.
enum Covered {
    Yes,
    /// Under a condition, or a different one.
    Conditionally,
    No,
}

impl<'s> Coverage<'s> {
    pub(super) fn new(grants: &BTreeSet<Grant>, symbols: &'s SymbolTable<'s>) -> Self {
        let mut by_principal: BTreeMap<u32, PrincipalGrants> = BTreeMap::new();
        for grant in grants {
            let key = (grant.effect, grant.action, grant.resource);
            let principal_grants = by_principal.entry(grant.principal).or_default();
            principal_grants.entry(key).or_default().push(grant.condition);
        }
        Self {
            everyone: symbols.symbol(EVERYONE),
            no_condition: symbols.symbol(NO_CONDITION),
            actions: PatternIndex::new(
                grants.iter().map(|grant| grant.action),
                symbols,
                str::to_ascii_lowercase,
            ),
            resources: PatternIndex::new(grants.iter().map(|grant| grant.resource), symbols, str::to_owned),
            grants: by_principal,
            steps: MAX_STEPS,
        }
    }

    /// Why adding the grant to these allows more, if it does.
    pub(super) fn broadening_if_added(&mut self, grant: &Grant) -> Option<Broadening> {
        match grant.effect {
            GrantEffect::Allow => {}
            GrantEffect::Computed => return Some(Broadening::Uncompared),
            GrantEffect::Deny | GrantEffect::Bound => return None,
        }
        match self.covered(grant) {
            Ok(Covered::Yes) => None,
            Ok(Covered::Conditionally) => Some(Broadening::ConditionDropped),
            Ok(Covered::No) => match self.covers_any(grant) {
                Ok(true) => Some(Broadening::WildcardWider),
                Ok(false) => Some(Broadening::Allowed),
                Err(LimitExceeded) => Some(Broadening::Uncompared),
            },
            Err(LimitExceeded) => Some(Broadening::Uncompared),
        }
    }

    /// Why removing the grant, so that these remain, allows more, if it does.
    pub(super) fn broadening_if_removed(&mut self, grant: &Grant) -> Option<Broadening> {
        match grant.effect {
            GrantEffect::Allow => None,
            GrantEffect::Deny => match self.covered(grant) {
                Ok(Covered::Yes) => None,
                Ok(Covered::Conditionally | Covered::No) => Some(Broadening::DenyLifted),
                Err(LimitExceeded) => Some(Broadening::Uncompared),
            },
            GrantEffect::Bound => Some(Broadening::BoundaryLifted),
            GrantEffect::Computed => Some(Broadening::Uncompared),
        }
    }

    /// Whether one of these with the same effect covers the grant.
    fn covered(&mut self, grant: &Grant) -> Result<Covered, LimitExceeded> {
        let actions = self.actions.covering(grant.action, &mut self.steps)?;
        let resources = self.resources.covering(grant.resource, &mut self.steps)?;
        let mut covered = Covered::No;
        for principal in [grant.principal, self.everyone] {
            let Some(known) = self.grants.get(&principal) else {
                continue;
            };
            for (&action, &resource) in combinations(&actions, &resources) {
                self.steps = self.steps.checked_sub(LOOKUP_STEPS).ok_or(LimitExceeded)?;
                let Some(conditions) = known.get(&(grant.effect, action, resource)) else {
                    continue;
                };
                let is_under = |condition| conditions.binary_search(&condition).is_ok();
                if is_under(self.no_condition) || is_under(grant.condition) {
                    return Ok(Covered::Yes);
                }
                covered = Covered::Conditionally;
            }
        }
        Ok(covered)
    }

    /// Whether the grant covers one of these with the same effect.
    fn covers_any(&mut self, grant: &Grant) -> Result<bool, LimitExceeded> {
        let actions = self.actions.covered_by(grant.action, &mut self.steps)?;
        let resources = self.resources.covered_by(grant.resource, &mut self.steps)?;
        let is_everyone = grant.principal == self.everyone;
        let principals = self
            .grants
            .iter()
            .filter(|(principal, _)| is_everyone || **principal == grant.principal);
        for (_, known) in principals {
            for (&action, &resource) in combinations(&actions, &resources) {
                self.steps = self.steps.checked_sub(LOOKUP_STEPS).ok_or(LimitExceeded)?;
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

fn combinations<'a>(actions: &'a [u32], resources: &'a [u32]) -> impl Iterator<Item = (&'a u32, &'a u32)> {
    actions
        .iter()
        .flat_map(move |action| resources.iter().map(move |resource| (action, resource)))
}

/// The actions or the resources of all grants, indexed by their patterns.
struct PatternIndex<'s> {
    symbols: &'s SymbolTable<'s>,
    /// Maps equivalent texts to the same text.
    fold: fn(&str) -> String,
    known: BTreeMap<String, Vec<u32>>,
    wildcards: Vec<String>,
    covering: HashMap<u32, Rc<[u32]>>,
    covered_by: HashMap<u32, Rc<[u32]>>,
}

impl<'s> PatternIndex<'s> {
    fn new(used: impl Iterator<Item = u32>, symbols: &'s SymbolTable<'s>, fold: fn(&str) -> String) -> Self {
        let used: BTreeSet<u32> = used.collect();
        let mut known: BTreeMap<String, Vec<u32>> = BTreeMap::new();
        for symbol in used {
            known.entry(fold(symbols.text(symbol))).or_default().push(symbol);
        }
        Self {
            symbols,
            fold,
            wildcards: known.keys().filter(|text| has_wildcard(text)).cloned().collect(),
            known,
            covering: HashMap::new(),
            covered_by: HashMap::new(),
        }
    }

    /// The symbols that cover `symbol`: equal texts, and patterns that match it.
    fn covering(&mut self, symbol: u32, steps: &mut usize) -> Result<Rc<[u32]>, LimitExceeded> {
        if let Some(found) = self.covering.get(&symbol) {
            return Ok(Rc::clone(found));
        }
        let text = (self.fold)(self.symbols.text(symbol));
        let mut found = self.known.get(&text).cloned().unwrap_or_default();
        for pattern in self.wildcards.iter().filter(|pattern| **pattern != text) {
            if matches(pattern, &text, steps)? {
                found.extend(&self.known[pattern]);
            }
        }
        let found: Rc<[u32]> = found.into();
        self.covering.insert(symbol, Rc::clone(&found));
        Ok(found)
    }

    /// The symbols that `symbol` covers.
    fn covered_by(&mut self, symbol: u32, steps: &mut usize) -> Result<Rc<[u32]>, LimitExceeded> {
        if let Some(found) = self.covered_by.get(&symbol) {
            return Ok(Rc::clone(found));
        }
        let text = (self.fold)(self.symbols.text(symbol));
        let mut found = Vec::new();
        if has_wildcard(&text) {
            for (known, symbols) in &self.known {
                if matches(&text, known, steps)? {
                    found.extend(symbols);
                }
            }
        } else {
            found.extend(self.known.get(&text).into_iter().flatten());
        }
        let found: Rc<[u32]> = found.into();
        self.covered_by.insert(symbol, Rc::clone(&found));
        Ok(found)
    }
}

/// Whether the text is a pattern. A negated text only covers itself.
fn has_wildcard(text: &str) -> bool {
    text.contains(['*', '?']) && !text.starts_with("not ")
}

/// Whether `pattern`, with `*` and `?`, covers `text`, which may be a pattern, too. A negated text only covers itself.
///
/// Glob crates such as `wildmatch` do not fit: their `?` matches a `*` in the text, which stands for more than one letter.
fn matches(pattern: &str, text: &str, steps: &mut usize) -> Result<bool, LimitExceeded> {
    // In the worst case each letter of the pattern is compared with each letter of the text, which is rare.
    let cost = pattern.len().saturating_mul(text.len()) / 16 + 1;
    *steps = steps.checked_sub(cost).ok_or(LimitExceeded)?;
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
            // A `*` in the text stands for more than one character.
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
    use super::{LimitExceeded, MAX_STEPS};

    #[track_caller]
    fn matches(pattern: &str, text: &str) -> bool {
        let mut steps = MAX_STEPS;
        super::matches(pattern, text, &mut steps).is_ok_and(|matches| matches)
    }

    #[test]
    fn a_wildcard_covers_matching_texts() {
        assert!(matches("s3:Get*", "s3:GetObject"));
        assert!(matches("s3:*", "s3:Get*"));
        assert!(!matches("s3:Get*", "s3:*"));
        assert!(matches("${Images.Arn}/*", "${Images.Arn}/a/b"));
        assert!(matches("a?c", "abc"));
        assert!(!matches("a?c", "a*c"));
        assert!(!matches("*", "not a"));
    }

    #[test]
    fn the_comparison_stops_at_the_step_limit() {
        let mut steps = 10;
        assert!(matches!(super::matches("a*", "abc", &mut steps), Ok(true)));
        assert!(matches!(
            super::matches(&"a*".repeat(50), &"a".repeat(50), &mut steps),
            Err(LimitExceeded)
        ));
    }
}
