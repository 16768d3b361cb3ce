//! A scope under construction: its states, and which are connected.

use std::{collections::BTreeSet, marker::PhantomData};

use super::{
    branches::Branches,
    path::{Brand, Ending, Fork, Path, Rule, Step, Target},
    props::{Catch, Fail, Map, Parallel, Task, WaitFor},
    reference::Need,
};
use crate::{
    model::{
        self, Amount, Catcher, Choice, Data, Json, JsonObject, JsonataData, Kind, Pass, Processor,
        ProcessorMode, QueryLanguage, Recovery, Scope, State, Test, Text, Transition,
    },
    problem::{Place, Problem},
};

/// A scope under construction, which takes `In` and gives `Out`.
pub struct Flow<'s, In, Out> {
    parts: Parts,
    connected: BTreeSet<String>,
    brand: Brand<'s>,
    types: PhantomData<fn(In) -> Out>,
}

/// What a scope consists of, once its types have done their work.
#[derive(Debug, Clone, Default)]
pub struct Parts {
    pub(super) scope: Scope,
    /// What each state needs, those of the scopes within included.
    pub(super) needs: Vec<(String, Need)>,
    pub(super) problems: Vec<Problem>,
}

/// A Fail state; a way may lead to it with anything.
#[derive(Clone, Copy)]
pub struct Failure<'s> {
    pub(super) name: &'static str,
    brand: Brand<'s>,
}

/// The states.
impl<'s, In, Out> Flow<'s, In, Out> {
    /// A Task state.
    pub fn task<A, B>(&mut self, name: &'static str, task: Task<A, B>) -> Step<'s, A, B> {
        let Task {
            call,
            comment,
            timeout_seconds,
            heartbeat_seconds,
            retry,
            assign,
        } = task;
        self.parts
            .needs
            .extend(call.needs.into_iter().map(|need| (name.to_owned(), need)));
        let data = JsonataData {
            arguments: call.arguments,
            output: call.output,
        };
        let kind = Kind::Task(model::Task {
            resource: call.resource,
            timeout: timeout_seconds.map(Amount::from),
            heartbeat: heartbeat_seconds.map(Amount::from),
            credentials: None,
            recovery: Recovery {
                retry,
                catch: Vec::new(),
            },
            transition: Transition::End,
        });
        self.step(
            name,
            State {
                assign: variables(assign),
                ..jsonata(kind, data, comment)
            },
        )
    }

    /// A Parallel state.
    pub fn parallel<A, B: Branches<A>>(
        &mut self,
        name: &'static str,
        parallel: Parallel<B>,
    ) -> Step<'s, A, B::Out> {
        let mut branches = Vec::new();
        for (i, parts) in parallel.branches.into_parts().into_iter().enumerate() {
            let place = here(name).field("Branches").index(i);
            branches.push(model::Branch {
                comment: None,
                scope: self.absorb(parts, &place),
            });
        }
        let recovery = Recovery {
            retry: parallel.retry,
            catch: Vec::new(),
        };
        let kind = Kind::Parallel(model::Parallel {
            branches,
            recovery,
            transition: Transition::End,
        });
        self.step(name, jsonata(kind, JsonataData::default(), parallel.comment))
    }

    /// A Map state.
    pub fn map<A, Item, B>(&mut self, name: &'static str, map: Map<Item, B>) -> Step<'s, A, Vec<B>> {
        let scope = self.absorb(map.processor.parts, &here(name).field("ItemProcessor"));
        let mode = map
            .distributed
            .map_or(ProcessorMode::InlineDeclared, ProcessorMode::Distributed);
        let kind = Kind::Map(Box::new(model::Map {
            items_path: None,
            items: Some(map.items.into()),
            item_selector: map.selector,
            reader: None,
            batcher: None,
            writer: None,
            processor: Processor {
                comment: None,
                mode,
                scope,
            },
            max_concurrency: Some(map.max_concurrency.into()),
            tolerated_percentage: None,
            tolerated_count: None,
            label: None,
            recovery: Recovery {
                retry: map.retry,
                catch: Vec::new(),
            },
            transition: Transition::End,
        }));
        self.step(name, jsonata(kind, JsonataData::default(), map.comment))
    }

    /// A Wait state.
    pub fn wait<T>(&mut self, name: &'static str, wait: WaitFor) -> Step<'s, T, T> {
        self.step(
            name,
            jsonata(Kind::Wait(wait.into_model()), JsonataData::default(), None),
        )
    }

    /// A Pass state, which goes on with `output`. That it is a `B` is the author's word.
    pub fn pass<A, B>(&mut self, name: &'static str, output: impl Into<Json>) -> Step<'s, A, B> {
        let data = JsonataData {
            arguments: None,
            output: Some(output.into()),
        };
        self.step(name, jsonata(Kind::Pass(Pass::default()), data, None))
    }

    /// A state as a whole, for what the typed ones do not offer, JSONPath among it. Its types are the author's word; where
    /// it goes on is told by the way it stands in, as for any other.
    pub fn state<A, B>(&mut self, name: &'static str, state: State) -> Step<'s, A, B> {
        self.step(name, state)
    }

    /// A Choice state, which goes on at `default` when no rule holds.
    pub fn choice<T>(
        &mut self,
        name: &'static str,
        rules: impl IntoIterator<Item = Rule<'s, T>>,
        default: impl Target<'s, T>,
    ) -> Fork<'s, T> {
        let rules = rules.into_iter().map(|rule| model::Rule {
            comment: None,
            test: Test::Condition(rule.condition.into()),
            next: rule.next.to_owned(),
            assign: None,
            output: rule.output,
        });
        let choice = Choice {
            rules: rules.collect(),
            default: Some(default.name().to_owned()),
        };
        self.add(name, jsonata(Kind::Choice(choice), JsonataData::default(), None));
        Fork {
            name,
            brand: PhantomData,
            types: PhantomData,
        }
    }

    /// A Succeed state, which ends the scope with its input.
    pub fn succeed(&mut self, name: &'static str) -> Ending<'s, Out> {
        self.add(name, jsonata(Kind::Succeed, JsonataData::default(), None));
        Ending {
            name,
            brand: PhantomData,
            types: PhantomData,
        }
    }

    /// A Fail state, which ends the execution.
    pub fn fail(&mut self, name: &'static str, fail: Fail) -> Failure<'s> {
        let text = |json| match json {
            Json::String(text) => Some(Text::Value(text)),
            other => Some(Text::Value(other.to_string())),
        };
        let kind = Kind::Fail(model::Fail {
            error: text(fail.error),
            cause: text(fail.cause),
        });
        self.add(name, jsonata(kind, JsonataData::default(), None));
        Failure {
            name,
            brand: PhantomData,
        }
    }
}

/// The ways.
impl<'s, In, Out> Flow<'s, In, Out> {
    /// The way on which the scope starts.
    pub fn start<T>(&mut self, step: Step<'s, In, T>) -> Path<'_, 's, In, Out, T> {
        self.start_at(step);
        self.from(step)
    }

    /// Starts at `target`, whose way on is told elsewhere, or which has none: a Choice state.
    pub fn start_at(&mut self, target: impl Target<'s, In>) {
        if !self.parts.scope.start_at.is_empty() {
            let message = format!(
                "the scope starts at `{}` already; start it once",
                self.parts.scope.start_at
            );
            self.parts
                .problems
                .push(Problem::new(&here(target.name()), message));
        }
        target.name().clone_into(&mut self.parts.scope.start_at);
    }

    /// The way from `step` on, which a rule, a catcher or another way leads to.
    pub fn from<A, T>(&mut self, step: Step<'s, A, T>) -> Path<'_, 's, In, Out, T> {
        Path {
            flow: self,
            at: step.name,
            payload: PhantomData,
        }
    }

    /// Leads from `step` to `target` when it fails with an error that `catch` takes. Catchers are tried in the order
    /// they are told.
    pub fn catch<A, B, T>(&mut self, step: Step<'s, A, B>, catch: Catch<T>, target: impl Target<'s, T>) {
        let catcher = Catcher {
            error_equals: catch.errors,
            next: target.name().to_owned(),
            result_path: None,
            output: catch.output,
            assign: variables(catch.assign),
            comment: None,
        };
        let state = self.parts.scope.states.get_mut(step.name);
        match state.and_then(|state| state.kind.recovery_mut()) {
            Some(recovery) => recovery.catch.push(catcher),
            None => self.complain(
                step.name,
                "only Task, Parallel and Map states catch errors; this one never fails".to_owned(),
            ),
        }
    }

    pub(super) fn connect(&mut self, from: &str, to: Transition) {
        if !self.connected.insert(from.to_owned()) {
            let message =
                "two ways lead on from here; a state has one, and a Choice state has rules".to_owned();
            self.complain(from, message);
        }
        let state = self.parts.scope.states.get_mut(from);
        if let Some(transition) = state.and_then(|state| state.kind.transition_mut()) {
            *transition = to;
        }
    }
}

/// The inner workings.
impl<'s, In, Out> Flow<'s, In, Out> {
    pub(super) fn new() -> Self {
        Self {
            parts: Parts::default(),
            connected: BTreeSet::new(),
            brand: PhantomData,
            types: PhantomData,
        }
    }

    /// The scope as it was declared, with a complaint for each state that goes nowhere.
    pub(super) fn into_parts(mut self) -> Parts {
        if self.parts.scope.start_at.is_empty() {
            let message = "it does not start; lead a way from `flow.start(…)`";
            self.parts.problems.push(Problem::new(&Place::default(), message));
        }
        let loose: Vec<String> = self
            .parts
            .scope
            .states
            .iter()
            .filter(|(name, state)| state.kind.transition().is_some() && !self.connected.contains(*name))
            .map(|(name, _)| name.clone())
            .collect();
        for name in loose {
            self.complain(
                &name,
                "no way leads on from here; lead one to `end()` or to another state".to_owned(),
            );
        }
        self.parts
    }

    fn step<A, B>(&mut self, name: &'static str, state: State) -> Step<'s, A, B> {
        self.add(name, state);
        Step {
            name,
            brand: PhantomData,
            types: PhantomData,
        }
    }

    fn add(&mut self, name: &'static str, state: State) {
        if self.parts.scope.states.insert(name.to_owned(), state).is_some() {
            self.complain(
                name,
                "another state has this name; give one of the two another".to_owned(),
            );
        }
    }

    /// Takes over what a scope within this one needs and complains of.
    fn absorb(&mut self, parts: Parts, place: &Place) -> Scope {
        self.parts.needs.extend(parts.needs);
        let problems = parts.problems.into_iter().map(|problem| problem.within(place));
        self.parts.problems.extend(problems);
        parts.scope
    }

    fn complain(&mut self, name: &str, message: String) {
        self.parts.problems.push(Problem::new(&here(name), message));
    }
}

fn here(name: &str) -> Place {
    Place::default().field("States").field(name)
}

fn jsonata(kind: Kind, data: JsonataData, comment: Option<&str>) -> State {
    State {
        comment: comment.map(str::to_owned),
        query_language: None,
        data: Data::Jsonata(data),
        assign: None,
        kind,
    }
}

fn variables(assign: Vec<(&'static str, Json)>) -> Option<JsonObject> {
    if assign.is_empty() {
        return None;
    }
    Some(
        assign
            .into_iter()
            .map(|(name, value)| (name.to_owned(), value))
            .collect(),
    )
}

/// Writes into each state which language it is in, where that is not the machine's; gives the machine's.
pub(super) fn settle_languages(scope: &mut Scope) -> Option<QueryLanguage> {
    let mut path = false;
    visit(scope, &mut |state| {
        path |= state.data.language() == QueryLanguage::JsonPath;
    });
    if !path {
        visit(scope, &mut |state| state.query_language = None);
        return Some(QueryLanguage::Jsonata);
    }
    // A JSONata machine takes no JSONPath state, so a mixture is a JSONPath machine whose other states say so.
    visit(scope, &mut |state| {
        let language = state.data.language();
        state.query_language = (language == QueryLanguage::Jsonata).then_some(language);
    });
    None
}

fn visit(scope: &mut Scope, act: &mut impl FnMut(&mut State)) {
    for state in scope.states.values_mut() {
        act(state);
        match &mut state.kind {
            Kind::Parallel(parallel) => parallel
                .branches
                .iter_mut()
                .for_each(|branch| visit(&mut branch.scope, act)),
            Kind::Map(map) => visit(&mut map.processor.scope, act),
            _ => {}
        }
    }
}
