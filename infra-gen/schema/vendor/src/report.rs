//! What the schemas contain and the data cannot express. The report is vendored next to the data.

use std::{collections::BTreeMap, fmt};

/// The places that the data does not express, by reason.
#[derive(Default)]
pub(crate) struct Report(BTreeMap<Reason, Vec<String>>);

/// Why a place is not expressed.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Reason {
    /// The schema describes an object without properties.
    AnyObject,
    /// The schema says nothing about the value.
    AnyValue,
    /// The schema describes several shapes.
    SeveralShapes,
    /// Two values of an enum have the same name in Rust.
    SameVariant,
}

impl Report {
    pub(crate) fn note(&mut self, reason: Reason, place: String) {
        let places = self.0.entry(reason).or_default();
        if !places.contains(&place) {
            places.push(place);
        }
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(
            f,
            "Properties that the schemas do not describe further. Written by `infra-gen-schema-vendor`."
        )?;
        for (reason, places) in &self.0 {
            let reason = match reason {
                Reason::AnyObject => "any JSON, because the schema describes an object without properties",
                Reason::AnyValue => "any JSON, because the schema does not name a type",
                Reason::SeveralShapes => {
                    "the first shape or any JSON in Rust, because the schema allows several shapes; `validate` checks them"
                }
                Reason::SameVariant => {
                    "a string in Rust, because two values have the same name; `validate` checks them"
                }
            };
            writeln!(f, "\n{} {reason}:", places.len())?;
            for place in places {
                writeln!(f, "  {place}")?;
            }
        }
        Ok(())
    }
}
