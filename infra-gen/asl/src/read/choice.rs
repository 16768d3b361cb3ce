//! Reads the rules of a Choice state.

use crate::{
    model::{Choice, Comparator, Comparison, Json, Kind, QueryLanguage, Rule, Test},
    problem::{Place, did_you_mean},
    read::{
        fields::{Fields, Sink},
        state::other_language,
    },
};

pub(super) fn choice(fields: &mut Fields<'_>, language: QueryLanguage) -> Kind {
    let rules = fields.list("Choices").unwrap_or_default();
    if rules.is_empty() {
        fields.complain_here("`Choices` is missing or empty; a Choice state has at least one rule");
    }
    let place = fields.place.field("Choices");
    let rules = rules.into_iter().enumerate();
    let rules = rules
        .map(|(i, value)| rule(value, place.index(i), language, fields.problems))
        .collect();
    Kind::Choice(Choice {
        rules,
        default: fields.text("Default"),
    })
}

fn rule(value: Json, place: Place, language: QueryLanguage, problems: &mut Sink) -> Rule {
    let mut fields = Fields::of(value, place, "a rule", problems);
    let comment = fields.text("Comment");
    let next = fields.required_text("Next", "name the state to go on at when the rule holds");
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
            fields.complain(
                "Condition",
                format!("`Condition` is an expression in `{{% %}}`, not `{other}`"),
            );
            Json::Bool(false)
        }
        None => {
            fields
                .complain_here("`Condition` is missing; write the expression that says when the rule holds");
            Json::Bool(false)
        }
    }
}

/// The comparison that the fields left over make, and a complaint when they make none.
fn comparison(fields: &mut Fields<'_>) -> Comparison {
    for (name, make) in [
        ("And", Comparison::And as fn(_) -> _),
        ("Or", Comparison::Or as fn(_) -> _),
    ] {
        if fields.has(name) {
            let parts = fields.list(name).unwrap_or_default();
            if parts.is_empty() {
                fields.complain(
                    name,
                    format!("`{name}` joins nothing; list at least one comparison"),
                );
            }
            let place = fields.place.field(name);
            let parts = parts.into_iter().enumerate();
            return make(
                parts
                    .map(|(i, part)| nested(part, place.index(i), fields.problems))
                    .collect(),
            );
        }
    }
    if let Some(inner) = fields.take("Not") {
        return Comparison::Not(Box::new(nested(
            inner,
            fields.place.field("Not"),
            fields.problems,
        )));
    }
    let variable = fields.required_text("Variable", "a rule compares what this path finds");
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
        fields.complain_here(format!(
            "it compares with nothing; add a comparison such as `StringEquals`{meant}"
        ));
        return Comparison::Compare {
            variable,
            comparator: Comparator::StringMatches,
            operand: Json::from(""),
        };
    };
    let operand = fields.take(name).unwrap_or_default();
    for (other, _) in &comparators[1..] {
        fields.take(other);
        fields.complain(
            other,
            format!("a rule has one comparison, and this has `{name}` already; join them with `And`"),
        );
    }
    Comparison::Compare {
        variable,
        comparator: *comparator,
        operand,
    }
}

fn nested(value: Json, place: Place, problems: &mut Sink) -> Comparison {
    let mut fields = Fields::of(value, place, "a comparison", problems);
    let comparison = comparison(&mut fields);
    fields.finish(|name| {
        matches!(name, "Next" | "Assign")
            .then(|| format!("`{name}` belongs to the rule as a whole, not to a comparison within it"))
    });
    comparison
}
