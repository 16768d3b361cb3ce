//! The states of a scope as a graph: every target exists, every state is reached, and from every state there is a way
//! to end.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    model::{Kind, Scope, State, Transition},
    problem::{Place, Problem, did_you_mean},
};

pub(super) fn scope(scope: &Scope, place: &Place, well_read: bool, problems: &mut Vec<Problem>) {
    if scope.states.is_empty() && well_read {
        problems.push(Problem::new(place, "there is no state; add one"));
    }
    if scope.states.is_empty() {
        return;
    }
    let before = problems.len();
    targets_exist(scope, place, problems);
    // A target that is not there makes others unreachable: that is one mistake, not two.
    if well_read && problems.len() == before {
        states_are_reached(scope, place, problems);
        states_can_end(scope, place, problems);
    }
}

/// Every name of a state that `state` may go on at, and the place that names it, seen from the state's own.
pub(crate) fn targets<'a>(state: &'a State, place: &Place) -> Vec<(&'a str, Place)> {
    let mut targets = Vec::new();
    if let Some(Transition::Next(next)) = state.kind.transition() {
        targets.push((next.as_str(), place.field("Next")));
    }
    if let Kind::Choice(choice) = &state.kind {
        for (i, rule) in choice.rules.iter().enumerate() {
            targets.push((rule.next.as_str(), place.field("Choices").index(i).field("Next")));
        }
        targets.extend(
            choice
                .default
                .iter()
                .map(|default| (default.as_str(), place.field("Default"))),
        );
    }
    if let Some(recovery) = state.kind.recovery() {
        for (i, catcher) in recovery.catch.iter().enumerate() {
            targets.push((catcher.next.as_str(), place.field("Catch").index(i).field("Next")));
        }
    }
    targets
}

fn targets_exist(scope: &Scope, place: &Place, problems: &mut Vec<Problem>) {
    let mut expect = |name: &str, at: Place| {
        // An empty name was reported as missing already.
        if !name.is_empty() && !scope.states.contains_key(name) {
            let meant = did_you_mean(name, scope.states.keys().map(String::as_str));
            problems.push(Problem::new(
                &at,
                format!("there is no state `{name}` in this scope{meant}"),
            ));
        }
    };
    expect(&scope.start_at, place.field("StartAt"));
    for (name, state) in &scope.states {
        for (target, at) in targets(state, &place.field("States").field(name)) {
            expect(target, at);
        }
    }
}

fn states_are_reached(scope: &Scope, place: &Place, problems: &mut Vec<Problem>) {
    let mut reached = BTreeSet::new();
    let mut open = vec![scope.start_at.as_str()];
    while let Some(name) = open.pop() {
        if let (true, Some(state)) = (reached.insert(name), scope.states.get(name)) {
            open.extend(targets(state, place).into_iter().map(|(target, _)| target));
        }
    }
    for name in scope
        .states
        .keys()
        .filter(|name| !reached.contains(name.as_str()))
    {
        let message = "no state leads here; name it in a `Next`, `Default` or `Catch`, or remove it";
        problems.push(Problem::new(&place.field("States").field(name), message));
    }
}

fn states_can_end(scope: &Scope, place: &Place, problems: &mut Vec<Problem>) {
    let mut leading_to: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (name, state) in &scope.states {
        for (target, _) in targets(state, place) {
            leading_to.entry(target).or_default().push(name);
        }
    }
    let mut ending = BTreeSet::new();
    let last = scope.states.iter().filter(|(_, state)| ends(state));
    let mut open: Vec<&str> = last.map(|(name, _)| name.as_str()).collect();
    while let Some(name) = open.pop() {
        if ending.insert(name) {
            open.extend(leading_to.get(name).into_iter().flatten());
        }
    }
    for name in scope.states.keys().filter(|name| !ending.contains(name.as_str())) {
        let message = "no way leads from here to an end; give one of the states that follow `End`, or a way to one that has it";
        problems.push(Problem::new(&place.field("States").field(name), message));
    }
}

fn ends(state: &State) -> bool {
    matches!(state.kind, Kind::Succeed | Kind::Fail(_)) || state.kind.transition() == Some(&Transition::End)
}
