//! Checks the graph of a scope: all targets exist, all states are reachable, and all states reach an end.

use std::collections::{BTreeMap, BTreeSet};

use infra_gen_cfn::{Finding, Severity};

use crate::{
    model::{Kind, Scope, State, Transition},
    problem::{Location, did_you_mean, problem},
    rules::{MISSING_FIELD, NO_END, UNKNOWN_STATE, UNREACHABLE_STATE},
};

pub(super) fn scope(scope: &Scope, location: &Location, is_well_formed: bool, problems: &mut Vec<Finding>) {
    if scope.states.is_empty() && is_well_formed {
        problems.push(problem(
            &MISSING_FIELD,
            location,
            "`States` must have at least one state",
        ));
    }
    if scope.states.is_empty() {
        return;
    }
    let before = problems.len();
    targets_exist(scope, location, problems);
    // A missing target makes other states unreachable, which is not a second mistake.
    if is_well_formed && problems.len() == before {
        states_are_reached(scope, location, problems);
        states_can_end(scope, location, problems);
    }
}

/// The names of all states that can follow `state`, with the location of each name.
pub(crate) fn targets<'a>(state: &'a State, location: &Location) -> Vec<(&'a str, Location)> {
    let mut targets = Vec::new();
    if let Some(Transition::Next(next)) = state.kind.transition() {
        targets.push((next.as_str(), location.field("Next")));
    }
    if let Kind::Choice(choice) = &state.kind {
        for (i, rule) in choice.rules.iter().enumerate() {
            targets.push((
                rule.next.as_str(),
                location.field("Choices").index(i).field("Next"),
            ));
        }
        targets.extend(
            choice
                .default
                .iter()
                .map(|default| (default.as_str(), location.field("Default"))),
        );
    }
    if let Some(recovery) = state.kind.recovery() {
        for (i, catcher) in recovery.catch.iter().enumerate() {
            targets.push((
                catcher.next.as_str(),
                location.field("Catch").index(i).field("Next"),
            ));
        }
    }
    targets
}

fn targets_exist(scope: &Scope, location: &Location, problems: &mut Vec<Finding>) {
    let mut expect = |name: &str, at: Location| {
        // An empty name was reported as missing already.
        if !name.is_empty() && !scope.states.contains_key(name) {
            let meant = did_you_mean(name, scope.states.keys().map(String::as_str));
            problems.push(problem(
                &UNKNOWN_STATE,
                &at,
                format!("state `{name}` does not exist in this scope{meant}"),
            ));
        }
    };
    expect(&scope.start_at, location.field("StartAt"));
    for (name, state) in &scope.states {
        for (target, at) in targets(state, &location.field("States").field(name)) {
            expect(target, at);
        }
    }
}

fn states_are_reached(scope: &Scope, location: &Location, problems: &mut Vec<Finding>) {
    let mut reached = BTreeSet::new();
    let mut open = vec![scope.start_at.as_str()];
    while let Some(name) = open.pop() {
        if let (true, Some(state)) = (reached.insert(name), scope.states.get(name)) {
            open.extend(targets(state, location).into_iter().map(|(target, _)| target));
        }
    }
    for name in scope
        .states
        .keys()
        .filter(|name| !reached.contains(name.as_str()))
    {
        let message = "the state is unreachable; refer to it in a `Next`, `Default` or `Catch`, or remove it";
        problems.push(problem(
            &UNREACHABLE_STATE,
            &location.field("States").field(name),
            message,
        ));
    }
}

/// The states from which a path of transitions leads to the state `name`, without that state.
pub(super) fn states_before<'a>(
    leading_to: &BTreeMap<&'a str, Vec<&'a str>>,
    name: &str,
) -> BTreeSet<&'a str> {
    let mut before = BTreeSet::new();
    let mut open = vec![name];
    while let Some(target) = open.pop() {
        for source in leading_to.get(target).into_iter().flatten() {
            if *source != name && before.insert(*source) {
                open.push(source);
            }
        }
    }
    before
}

/// The states with a transition to each state.
pub(super) fn leading_to(scope: &Scope) -> BTreeMap<&str, Vec<&str>> {
    let mut leading_to: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (name, state) in &scope.states {
        for (target, _) in targets(state, &Location::default()) {
            leading_to.entry(target).or_default().push(name);
        }
    }
    leading_to
}

fn states_can_end(scope: &Scope, location: &Location, problems: &mut Vec<Finding>) {
    let leading_to = leading_to(scope);
    let mut ending = BTreeSet::new();
    let last = scope.states.iter().filter(|(_, state)| ends(state));
    let mut open: Vec<&str> = last.map(|(name, _)| name.as_str()).collect();
    while let Some(name) = open.pop() {
        if ending.insert(name) {
            open.extend(leading_to.get(name).into_iter().flatten());
        }
    }
    // The service only requires that the scope has an end: an endless loop in a part of it is accepted.
    let severity = if ending.is_empty() {
        Severity::Error
    } else {
        Severity::Warning
    };
    for name in scope.states.keys().filter(|name| !ending.contains(name.as_str())) {
        let message = "the state never reaches an end; set `End` on a state after it, or add a transition to a state that ends";
        let finding = problem(&NO_END, &location.field("States").field(name), message);
        problems.push(Finding { severity, ..finding });
    }
}

fn ends(state: &State) -> bool {
    matches!(state.kind, Kind::Succeed | Kind::Fail(_)) || state.kind.transition() == Some(&Transition::End)
}
