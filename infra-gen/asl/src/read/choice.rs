//! Reads the rules of a Choice state.

use crate::{
    model::{Choice, Comparator, Comparison, Json, Kind, QueryLanguage, Rule, Test},
    problem::{Location, did_you_mean},
    read::{
        fields::{Fields, Sink},
        state::other_language,
    },
    rules::{EXCLUSIVE_FIELDS, INVALID_VALUE, MISSING_FIELD, WRONG_TYPE},
};

pub(super) fn choice(fields: &mut Fields<'_>, language: QueryLanguage) -> Kind {
    let rules = fields.list("Choices").unwrap_or_default();
    if rules.is_empty() {
        fields.report_here(
            &MISSING_FIELD,
            "`Choices` is missing or empty; a Choice state must have at least one rule",
        );
    }
    let location = fields.location.field("Choices");
    let rules = rules.into_iter().enumerate();
    let rules = rules
        .map(|(i, value)| rule(value, location.index(i), language, fields.problems))
        .collect();
    Kind::Choice(Choice {
        rules,
        default: fields.text("Default"),
    })
}

fn rule(value: Json, location: Location, language: QueryLanguage, problems: &mut Sink) -> Rule {
    let mut fields = Fields::new(value, location, "a rule", problems);
    let comment = fields.text("Comment");
    let next = fields.required_text("Next", "name the next state");
    let assign = fields.object("Assign");
    match language {
        QueryLanguage::Jsonata => {
            let output = fields.take("Output");
            let test = Test::Condition(condition(&mut fields));
            fields.finish(|name| other_language(name, language));
            Rule {
                comment,
                test,
                next,
                assign,
                output,
            }
        }
        QueryLanguage::JsonPath => {
            let test = Test::Comparison(comparison(&mut fields));
            fields.finish(|name| other_language(name, language));
            Rule {
                comment,
                test,
                next,
                assign,
                output: None,
            }
        }
    }
}

fn condition(fields: &mut Fields<'_>) -> Json {
    match fields.take("Condition") {
        Some(condition @ (Json::String(_) | Json::Bool(_))) => condition,
        Some(other) => {
            fields.report(
                &WRONG_TYPE,
                "Condition",
                format!("`Condition` must be an expression in `{{% %}}`, not `{other}`"),
            );
            Json::Bool(false)
        }
        None => {
            fields.report_here(
                &MISSING_FIELD,
                "`Condition` is missing; add the expression to test",
            );
            Json::Bool(false)
        }
    }
}

/// The comparison in the remaining fields. Reports a problem if there is none.
fn comparison(fields: &mut Fields<'_>) -> Comparison {
    for (name, make) in [
        ("And", Comparison::And as fn(_) -> _),
        ("Or", Comparison::Or as fn(_) -> _),
    ] {
        if fields.has(name) {
            let parts = fields.list(name).unwrap_or_default();
            if parts.is_empty() {
                fields.report(
                    &INVALID_VALUE,
                    name,
                    format!("`{name}` must not be empty; add at least one comparison"),
                );
            }
            let location = fields.location.field(name);
            let parts = parts.into_iter().enumerate();
            return make(
                parts
                    .map(|(i, part)| nested(part, location.index(i), fields.problems))
                    .collect(),
            );
        }
    }
    if let Some(inner) = fields.take("Not") {
        return Comparison::Not(Box::new(nested(
            inner,
            fields.location.field("Not"),
            fields.problems,
        )));
    }
    let variable = fields.required_text("Variable", "set it to the path of the value to compare");
    let comparators: Vec<_> = fields
        .names()
        .into_iter()
        .filter_map(|name| Comparator::parse(&name).map(|known| (name, known)))
        .collect();
    let Some((name, comparator)) = comparators.first() else {
        let known: Vec<String> = Comparator::all().map(Comparator::name).collect();
        let written = fields.names();
        let meant = written
            .iter()
            .map(|name| did_you_mean(name, known.iter().map(String::as_str)));
        let meant = meant
            .into_iter()
            .find(|meant| !meant.is_empty())
            .unwrap_or_default();
        fields.report_here(
            &MISSING_FIELD,
            format!("the comparison operator is missing; add one such as `StringEquals`{meant}"),
        );
        return Comparison::Compare {
            variable,
            comparator: Comparator::StringMatches,
            operand: Json::from(""),
        };
    };
    let operand = fields.take(name).unwrap_or_default();
    for (other, _) in &comparators[1..] {
        fields.take(other);
        fields.report(&EXCLUSIVE_FIELDS,
            other,
            format!("a rule can have only one comparison, and this one has `{name}` already; combine them with `And`"),
        );
    }
    Comparison::Compare {
        variable,
        comparator: *comparator,
        operand,
    }
}

fn nested(value: Json, location: Location, problems: &mut Sink) -> Comparison {
    let mut fields = Fields::new(value, location, "a comparison", problems);
    // The model does not keep comments of nested comparisons.
    fields.text("Comment");
    let comparison = comparison(&mut fields);
    fields.finish(|name| {
        matches!(name, "Next" | "Assign")
            .then(|| format!("`{name}` is a field of the rule, not of a comparison in it"))
    });
    comparison
}
