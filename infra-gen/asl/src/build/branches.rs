//! Nested scopes: the branches of a Parallel state and the processor of a Map state.

use std::marker::PhantomData;

use super::flow::{Flow, Parts};

/// A nested scope with input `In` and output `Out`.
pub struct Branch<In, Out> {
    pub(super) parts: Parts,
    types: PhantomData<fn(In) -> Out>,
}

impl<In, Out> Branch<In, Out> {
    /// The branch with the states and transitions of `define`. Its problems are reported with those of the workflow.
    pub fn define(define: impl for<'s> FnOnce(&mut Flow<'s, In, Out>)) -> Self {
        let mut flow = Flow::new();
        define(&mut flow);
        Self {
            parts: flow.into_parts(),
            types: PhantomData,
        }
    }
}

/// Branches with the same input.
pub trait Branches<In> {
    /// Their outputs together.
    type Out;

    #[doc(hidden)]
    fn into_parts(self) -> Vec<Parts>;
}

impl<In, Out> Branches<In> for Vec<Branch<In, Out>> {
    type Out = Vec<Out>;

    fn into_parts(self) -> Vec<Parts> {
        self.into_iter().map(|branch| branch.parts).collect()
    }
}

macro_rules! tuple {
    ($($name:ident $index:tt),+) => {
        impl<In, $($name),+> Branches<In> for ($(Branch<In, $name>,)+) {
            type Out = ($($name,)+);

            fn into_parts(self) -> Vec<Parts> {
                vec![$(self.$index.parts),+]
            }
        }
    };
}

tuple!(A 0);
tuple!(A 0, B 1);
tuple!(A 0, B 1, C 2);
tuple!(A 0, B 1, C 2, D 3);
tuple!(A 0, B 1, C 2, D 3, E 4);
tuple!(A 0, B 1, C 2, D 3, E 4, F 5);
