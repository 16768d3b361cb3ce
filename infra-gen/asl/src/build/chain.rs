//! Handles of states, and chains of transitions between them.

use std::marker::PhantomData;

use super::flow::Flow;
use crate::{
    model::{Json, Transition},
    query::Jsonata,
};

/// Ties handles to their scope.
pub(super) type Brand<'s> = PhantomData<fn(&'s ()) -> &'s ()>;

/// A state with input `In` and output `Out`.
pub struct Step<'s, In, Out> {
    pub(super) name: &'static str,
    pub(super) brand: Brand<'s>,
    pub(super) types: PhantomData<fn(In) -> Out>,
}

/// A Choice state with input `In`.
pub struct ChoiceStep<'s, In> {
    pub(super) name: &'static str,
    pub(super) brand: Brand<'s>,
    pub(super) types: PhantomData<fn(In)>,
}

/// A Succeed state. Its input `In` is the output of the scope.
pub struct SucceedStep<'s, In> {
    pub(super) name: &'static str,
    pub(super) brand: Brand<'s>,
    pub(super) types: PhantomData<fn(In)>,
}

macro_rules! copy {
    ($name:ident<$($parameter:ident),+>) => {
        impl<$($parameter),+> Clone for $name<'_, $($parameter),+> {
            fn clone(&self) -> Self {
                *self
            }
        }

        impl<$($parameter),+> Copy for $name<'_, $($parameter),+> {}
    };
}

copy!(Step<In, Out>);
copy!(ChoiceStep<In>);
copy!(SucceedStep<In>);

/// A state of the scope `'s` that accepts the input `T`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` does not accept the output `{T}`",
    label = "does not take `{T}` as input",
    note = "connect it to a state that takes `{T}`, or change the output with `Call::with_output`, `Catch::with_output`, `Rule::when_with_output` or a Pass state"
)]
pub trait Target<'s, T>: sealed::Named + Copy {}

impl<'s, In, Out> Target<'s, In> for Step<'s, In, Out> {}
impl<'s, In> Target<'s, In> for ChoiceStep<'s, In> {}
impl<'s, In> Target<'s, In> for SucceedStep<'s, In> {}
impl<'s, T> Target<'s, T> for super::flow::FailStep<'s> {}

pub(super) mod sealed {
    use super::{ChoiceStep, Step, SucceedStep};

    pub trait Named {
        fn name(&self) -> &'static str;
    }

    impl<In, Out> Named for Step<'_, In, Out> {
        fn name(&self) -> &'static str {
            self.name
        }
    }

    impl<In> Named for ChoiceStep<'_, In> {
        fn name(&self) -> &'static str {
            self.name
        }
    }

    impl<In> Named for SucceedStep<'_, In> {
        fn name(&self) -> &'static str {
            self.name
        }
    }

    impl Named for super::super::flow::FailStep<'_> {
        fn name(&self) -> &'static str {
            self.name
        }
    }
}

/// A chain of transitions. Its last state has the output `T`.
#[must_use = "the last state of the chain has no next state; call `end` or `go_to`"]
pub struct Chain<'f, 's, In, Out, T> {
    pub(super) flow: &'f mut Flow<'s, In, Out>,
    pub(super) at: &'static str,
    pub(super) payload: PhantomData<fn() -> T>,
}

impl<'f, 's, In, Out, T> Chain<'f, 's, In, Out, T> {
    /// Goes to `step`, and continues the chain from it.
    pub fn then<U>(self, step: Step<'s, T, U>) -> Chain<'f, 's, In, Out, U> {
        self.flow.connect(self.at, Transition::Next(step.name.to_owned()));
        Chain {
            flow: self.flow,
            at: step.name,
            payload: PhantomData,
        }
    }

    /// Goes to `target` and ends the chain. `target` has no chain (a Choice state) or a chain of its own.
    pub fn go_to(self, target: impl Target<'s, T>) {
        self.flow
            .connect(self.at, Transition::Next(target.name().to_owned()));
    }
}

impl<In, Output> Chain<'_, '_, In, Output, Output> {
    /// Ends the scope: the output of the last state is the output of the scope.
    pub fn end(self) {
        self.flow.connect(self.at, Transition::End);
    }
}

/// A rule of a Choice state with input `In`.
pub struct Rule<'s, In> {
    pub(super) condition: Jsonata,
    pub(super) output: Option<Json>,
    pub(super) next: &'static str,
    brand: Brand<'s>,
    types: PhantomData<fn(In)>,
}

impl<'s, In> Rule<'s, In> {
    /// Goes to `next` with the input of the state if `condition` is true.
    pub fn when(condition: Jsonata, next: impl Target<'s, In>) -> Self {
        Self {
            condition,
            output: None,
            next: next.name(),
            brand: PhantomData,
            types: PhantomData,
        }
    }

    /// Goes to `next` with `output` if `condition` is true. The type `T` of `output` is not checked.
    pub fn when_with_output<T>(
        condition: Jsonata,
        output: impl Into<Json>,
        next: impl Target<'s, T>,
    ) -> Self {
        Self {
            condition,
            output: Some(output.into()),
            next: next.name(),
            brand: PhantomData,
            types: PhantomData,
        }
    }
}
