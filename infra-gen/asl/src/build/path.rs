//! Handles of declared states, and the ways between them.

use std::marker::PhantomData;

use super::flow::Flow;
use crate::{
    model::{Json, Transition},
    query::Jsonata,
};

/// Belongs to one scope and no other: the handles of a scope fit nowhere else.
pub(super) type Brand<'s> = PhantomData<fn(&'s ()) -> &'s ()>;

/// A state that takes `In` and goes on with `Out`.
pub struct Step<'s, In, Out> {
    pub(super) name: &'static str,
    pub(super) brand: Brand<'s>,
    pub(super) types: PhantomData<fn(In) -> Out>,
}

/// A Choice state that takes `In`; its rules say where it goes on.
pub struct Fork<'s, In> {
    pub(super) name: &'static str,
    pub(super) brand: Brand<'s>,
    pub(super) types: PhantomData<fn(In)>,
}

/// A state that ends its scope, well with an `In` (Succeed) or badly whatever it takes (Fail, where `In` is `()`).
pub struct Ending<'s, In> {
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
copy!(Fork<In>);
copy!(Ending<In>);

/// A state of the scope `'s` that a way may lead to with a `T`.
#[diagnostic::on_unimplemented(
    message = "a way with `{T}` cannot lead to `{Self}`",
    label = "takes something else than `{T}`",
    note = "lead it to a state that takes `{T}`, or change what it carries with `Call::giving`, `Catch::giving`, `Rule::when_giving` or a Pass state"
)]
pub trait Target<'s, T>: sealed::Named + Copy {}

impl<'s, In, Out> Target<'s, In> for Step<'s, In, Out> {}
impl<'s, In> Target<'s, In> for Fork<'s, In> {}
impl<'s, In> Target<'s, In> for Ending<'s, In> {}
impl<'s, T> Target<'s, T> for super::flow::Failure<'s> {}

pub(super) mod sealed {
    use super::{Ending, Fork, Step};

    pub trait Named {
        fn name(&self) -> &'static str;
    }

    impl<In, Out> Named for Step<'_, In, Out> {
        fn name(&self) -> &'static str {
            self.name
        }
    }

    impl<In> Named for Fork<'_, In> {
        fn name(&self) -> &'static str {
            self.name
        }
    }

    impl<In> Named for Ending<'_, In> {
        fn name(&self) -> &'static str {
            self.name
        }
    }

    impl Named for super::super::flow::Failure<'_> {
        fn name(&self) -> &'static str {
            self.name
        }
    }
}

/// A way that has come as far as a state that goes on with a `T`.
#[must_use = "a way that is not led to its end leaves its last state without one; call `end` or `rejoin`"]
pub struct Path<'f, 's, In, Out, T> {
    pub(super) flow: &'f mut Flow<'s, In, Out>,
    pub(super) at: &'static str,
    pub(super) payload: PhantomData<fn() -> T>,
}

impl<'f, 's, In, Out, T> Path<'f, 's, In, Out, T> {
    /// Leads on to `step`, and from there.
    pub fn then<U>(self, step: Step<'s, T, U>) -> Path<'f, 's, In, Out, U> {
        self.flow.connect(self.at, Transition::Next(step.name.to_owned()));
        Path {
            flow: self.flow,
            at: step.name,
            payload: PhantomData,
        }
    }

    /// Leads to `target`, whose own way on is told elsewhere, or which has none.
    pub fn rejoin(self, target: impl Target<'s, T>) {
        self.flow
            .connect(self.at, Transition::Next(target.name().to_owned()));
    }
}

impl<In, Given> Path<'_, '_, In, Given, Given> {
    /// Ends here: what the state goes on with is what the scope gives.
    pub fn end(self) {
        self.flow.connect(self.at, Transition::End);
    }
}

/// One rule of a Choice state that takes `In`.
pub struct Rule<'s, In> {
    pub(super) condition: Jsonata,
    pub(super) output: Option<Json>,
    pub(super) next: &'static str,
    brand: Brand<'s>,
    types: PhantomData<fn(In)>,
}

impl<'s, In> Rule<'s, In> {
    /// Goes on at `next` with the state's input when `condition` gives true.
    pub fn when(condition: Jsonata, next: impl Target<'s, In>) -> Self {
        Self {
            condition,
            output: None,
            next: next.name(),
            brand: PhantomData,
            types: PhantomData,
        }
    }

    /// Goes on at `next` with `output` when `condition` gives true. That `output` is a `T` is the author's word.
    pub fn when_giving<T>(condition: Jsonata, output: impl Into<Json>, next: impl Target<'s, T>) -> Self {
        Self {
            condition,
            output: Some(output.into()),
            next: next.name(),
            brand: PhantomData,
            types: PhantomData,
        }
    }
}
