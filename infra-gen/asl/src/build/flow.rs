//! A scope under construction: its states, and their transitions.

use std::{collections::BTreeSet, marker::PhantomData};

use super::{
    branches::Branches,
    chain::{Brand, Chain, ChoiceStep, Rule, Step, SucceedStep, Target},
    props::{Catch, Fail, Map, Parallel, Task, WaitFor},
    reference::Need,
};
use infra_gen_cfn::Finding;

use crate::{
    model::{
        self, Amount, Catcher, Choice, Data, Json, JsonObject, JsonataData, Kind, Pass, Processor,
        ProcessorMode, QueryLanguage, Recovery, Scope, State, Test, Text, Transition,
    },
    problem::{Location, problem, within},
    rules::{EXCLUSIVE_FIELDS, MISSING_FIELD, STATE_NAME, UNKNOWN_FIELD},
};

/// A scope under construction, with input `In` and output `Out`.
pub struct Flow<'s, In, Out> {
    parts: Parts,
    connected: BTreeSet<String>,
    brand: Brand<'s>,
    types: PhantomData<fn(In) -> Out>,
}

/// The contents of a scope, without its types.
#[derive(Debug, Clone, Default)]
pub struct Parts {
    pub(super) scope: Scope,
    /// What each state needs, including the states of nested scopes.
    pub(super) needs: Vec<(String, Need)>,
    pub(super) problems: Vec<Finding>,
}

/// A Fail state. It accepts any input.
#[derive(Clone, Copy)]
pub struct FailStep<'s> {
    pub(super) name: &'static str,
    brand: Brand<'s>,
}

/// States.
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
            let location = here(name).field("Branches").index(i);
            branches.push(model::Branch {
                comment: None,
                scope: self.absorb(parts, &location),
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
                is_iterator: false,
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

    /// A Pass state with this output. The type `B` of the output is not checked.
    pub fn pass<A, B>(&mut self, name: &'static str, output: impl Into<Json>) -> Step<'s, A, B> {
        let data = JsonataData {
            arguments: None,
            output: Some(output.into()),
        };
        self.step(name, jsonata(Kind::Pass(Pass::default()), data, None))
    }

    /// A state as a whole, for features that the typed states do not have, such as JSONPath. Its types are not checked. Its
    /// transition is set like that of any other state.
    pub fn state<A, B>(&mut self, name: &'static str, state: State) -> Step<'s, A, B> {
        self.step(name, state)
    }

    /// A Choice state. Its next state is `default` if no rule matches.
    pub fn choice<T>(
        &mut self,
        name: &'static str,
        rules: impl IntoIterator<Item = Rule<'s, T>>,
        default: impl Target<'s, T>,
    ) -> ChoiceStep<'s, T> {
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
        ChoiceStep {
            name,
            brand: PhantomData,
            types: PhantomData,
        }
    }

    /// A Succeed state. Its input is the output of the scope.
    pub fn succeed(&mut self, name: &'static str) -> SucceedStep<'s, Out> {
        self.add(name, jsonata(Kind::Succeed, JsonataData::default(), None));
        SucceedStep {
            name,
            brand: PhantomData,
            types: PhantomData,
        }
    }

    /// A Fail state. It fails the execution.
    pub fn fail(&mut self, name: &'static str, fail: Fail) -> FailStep<'s> {
        let text = |json| match json {
            Json::String(text) => Some(Text::Value(text)),
            other => Some(Text::Value(other.to_string())),
        };
        let kind = Kind::Fail(model::Fail {
            error: text(fail.error),
            cause: text(fail.cause),
        });
        self.add(name, jsonata(kind, JsonataData::default(), None));
        FailStep {
            name,
            brand: PhantomData,
        }
    }
}

/// Transitions.
impl<'s, In, Out> Flow<'s, In, Out> {
    /// Starts the scope at `step`, and a chain from it.
    pub fn start<T>(&mut self, step: Step<'s, In, T>) -> Chain<'_, 's, In, Out, T> {
        self.start_at(step);
        self.from(step)
    }

    /// Starts the scope at `target`, which has no chain (a Choice state) or a chain of its own.
    pub fn start_at(&mut self, target: impl Target<'s, In>) {
        if !self.parts.scope.start_at.is_empty() {
            let message = format!(
                "the scope already starts at `{}`; call `start` only once",
                self.parts.scope.start_at
            );
            self.parts
                .problems
                .push(problem(&EXCLUSIVE_FIELDS, &here(target.name()), message));
        }
        target.name().clone_into(&mut self.parts.scope.start_at);
    }

    /// Starts a chain at `step`, which a rule, a catcher or another chain leads to.
    pub fn from<A, T>(&mut self, step: Step<'s, A, T>) -> Chain<'_, 's, In, Out, T> {
        Chain {
            flow: self,
            at: step.name,
            payload: PhantomData,
        }
    }

    /// Goes from `step` to `target` after an error that `catch` matches. Catchers are tried in the order of these calls.
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
            None => self.report(
                &UNKNOWN_FIELD,
                step.name,
                "only Task, Parallel and Map states can catch errors".to_owned(),
            ),
        }
    }

    pub(super) fn connect(&mut self, from: &str, to: Transition) {
        if !self.connected.insert(from.to_owned()) {
            let message =
                "the state has two next states; use a Choice state to choose between them".to_owned();
            self.report(&EXCLUSIVE_FIELDS, from, message);
        }
        let state = self.parts.scope.states.get_mut(from);
        if let Some(transition) = state.and_then(|state| state.kind.transition_mut()) {
            *transition = to;
        }
    }
}

/// Internals.
impl<'s, In, Out> Flow<'s, In, Out> {
    pub(super) fn new() -> Self {
        Self {
            parts: Parts::default(),
            connected: BTreeSet::new(),
            brand: PhantomData,
            types: PhantomData,
        }
    }

    /// The contents of the scope, with a problem for each state without a next state.
    pub(super) fn into_parts(mut self) -> Parts {
        if self.parts.scope.start_at.is_empty() {
            let message = "the scope has no first state; call `flow.start(…)`";
            self.parts
                .problems
                .push(problem(&MISSING_FIELD, &Location::default(), message));
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
            self.report(
                &MISSING_FIELD,
                &name,
                "the state has no next state; call `end()`, `then(…)` or `go_to(…)` after it".to_owned(),
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
            self.report(
                &STATE_NAME,
                name,
                "another state has the same name; rename one of them".to_owned(),
            );
        }
    }

    /// Takes over the needs and problems of a nested scope.
    fn absorb(&mut self, parts: Parts, location: &Location) -> Scope {
        self.parts.needs.extend(parts.needs);
        let problems = parts.problems.into_iter().map(|found| within(found, location));
        self.parts.problems.extend(problems);
        parts.scope
    }

    fn report(&mut self, rule: &'static infra_gen_cfn::Rule, name: &str, message: String) {
        self.parts.problems.push(problem(rule, &here(name), message));
    }
}

fn here(name: &str) -> Location {
    Location::default().field("States").field(name)
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

/// Sets the query language of each state that differs from the machine's, and returns the machine's.
pub(super) fn set_query_languages(scope: &mut Scope) -> Option<QueryLanguage> {
    let mut path = false;
    visit(scope, &mut |state| {
        path |= state.data.language() == QueryLanguage::JsonPath;
    });
    if !path {
        visit(scope, &mut |state| state.query_language = None);
        return Some(QueryLanguage::Jsonata);
    }
    // A JSONata machine cannot have JSONPath states, so a mixture is a JSONPath machine with JSONata states.
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
