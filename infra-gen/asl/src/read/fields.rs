//! Reads an object field by field. Each reader takes the fields it knows, and the rest is reported as unknown.

use serde_json::Number;

use infra_gen_cfn::{Finding, Rule};

use crate::{
    model::{Amount, ErrorName, Json, JsonObject, Nullable, QueryLanguage, Text},
    problem::{Location, did_you_mean, problem},
    query::{Delimited, delimited},
    rules::{EXCLUSIVE_FIELDS, INVALID_VALUE, MISSING_FIELD, UNKNOWN_FIELD, WRONG_TYPE},
};

/// The problems found so far.
pub(super) type Sink = Vec<Finding>;

/// The fields of an object that were not taken yet.
pub(super) struct Fields<'a> {
    pub(super) location: Location,
    pub(super) problems: &'a mut Sink,
    rest: JsonObject,
    known: Vec<String>,
}

impl<'a> Fields<'a> {
    /// The fields of `value` at `location`. Reports a problem if it is not an object.
    pub(super) fn new(value: Json, location: Location, what: &str, problems: &'a mut Sink) -> Self {
        let rest = match value {
            Json::Object(fields) => fields,
            other => {
                problems.push(problem(
                    &WRONG_TYPE,
                    &location,
                    format!("{what} must be an object, not {}", kind_of(&other)),
                ));
                JsonObject::new()
            }
        };
        Self {
            location,
            problems,
            rest,
            known: Vec::new(),
        }
    }

    /// Takes the field `name`.
    pub(super) fn take(&mut self, name: &str) -> Option<Json> {
        self.known.push(name.to_owned());
        self.rest.shift_remove(name)
    }

    /// Puts back a field, to read it again.
    pub(super) fn put_back(&mut self, name: &str, value: Json) {
        self.rest.insert(name.to_owned(), value);
    }

    /// Whether there is a field `name`.
    pub(super) fn has(&self, name: &str) -> bool {
        self.rest.contains_key(name)
    }

    /// The names of the fields that were not taken yet.
    pub(super) fn names(&self) -> Vec<String> {
        self.rest.keys().cloned().collect()
    }

    pub(super) fn report(&mut self, rule: &'static Rule, field: &str, message: impl Into<String>) {
        self.problems
            .push(problem(rule, &self.location.field(field), message));
    }

    pub(super) fn report_here(&mut self, rule: &'static Rule, message: impl Into<String>) {
        self.problems.push(problem(rule, &self.location, message));
    }

    pub(super) fn text(&mut self, name: &str) -> Option<String> {
        match self.take(name)? {
            Json::String(text) => Some(text),
            other => self.wrong_type(name, "a string", &other),
        }
    }

    /// A required string; empty if it is missing, which is reported.
    pub(super) fn required_text(&mut self, name: &str, why: &str) -> String {
        if !self.has(name) {
            self.known.push(name.to_owned());
            self.report_here(&MISSING_FIELD, format!("`{name}` is missing; {why}"));
            return String::new();
        }
        self.text(name).unwrap_or_default()
    }

    pub(super) fn boolean(&mut self, name: &str) -> Option<bool> {
        match self.take(name)? {
            Json::Bool(value) => Some(value),
            other => self.wrong_type(name, "`true` or `false`", &other),
        }
    }

    pub(super) fn object(&mut self, name: &str) -> Option<JsonObject> {
        match self.take(name)? {
            Json::Object(object) => Some(object),
            other => self.wrong_type(name, "an object", &other),
        }
    }

    pub(super) fn list(&mut self, name: &str) -> Option<Vec<Json>> {
        match self.take(name)? {
            Json::Array(items) => Some(items),
            other => self.wrong_type(name, "an array", &other),
        }
    }

    /// An integer from `min` to `max`.
    pub(super) fn whole(&mut self, name: &str, min: u64, max: u64) -> Option<u64> {
        let value = self.take(name)?;
        match value.as_u64() {
            Some(number) if (min..=max).contains(&number) => Some(number),
            _ => {
                self.report(
                    &INVALID_VALUE,
                    name,
                    format!("`{name}` must be an integer from {min} to {max}, not `{value}`"),
                );
                None
            }
        }
    }

    /// A number of at least `min`, possibly with a fraction.
    pub(super) fn number(&mut self, name: &str, min: f64) -> Option<Number> {
        match self.take(name)? {
            Json::Number(number) if number.as_f64().is_some_and(|value| value >= min) => Some(number),
            other => {
                self.report(
                    &INVALID_VALUE,
                    name,
                    format!("`{name}` must be a number of at least {min:?}, not `{other}`"),
                );
                None
            }
        }
    }

    /// A path or `null`.
    pub(super) fn nullable(&mut self, name: &str) -> Option<Nullable> {
        match self.take(name)? {
            Json::String(path) => Some(Nullable::Path(path)),
            Json::Null => Some(Nullable::Null),
            other => self.wrong_type(name, "a path or `null`", &other),
        }
    }

    /// A number in `range`, an expression (JSONata), or a path in the field `<name>Path` (JSONPath).
    pub(super) fn amount(
        &mut self,
        name: &str,
        range: std::ops::RangeInclusive<u64>,
        language: QueryLanguage,
    ) -> Option<Amount> {
        let by_path = self.path_field(name, language);
        if let (Some(_), true) = (&by_path, self.has(name)) {
            self.report(
                &EXCLUSIVE_FIELDS,
                name,
                format!("`{name}` and `{name}Path` are mutually exclusive; remove one of them"),
            );
        }
        let Some(value) = self.take(name) else {
            return by_path.map(Amount::Path);
        };
        let amount = match value {
            Json::Number(number) if number.as_u64().is_some_and(|number| range.contains(&number)) => {
                Some(Amount::Number(number))
            }
            Json::String(text) if is_expression(&text, language) => Some(Amount::Expression(text)),
            other => {
                let (min, max) = range.into_inner();
                let or = match language {
                    QueryLanguage::JsonPath => "",
                    QueryLanguage::Jsonata => " or an expression in `{% %}`",
                };
                self.report(
                    &INVALID_VALUE,
                    name,
                    format!("`{name}` must be an integer from {min} to {max}{or}, not `{other}`"),
                );
                None
            }
        };
        by_path.map(Amount::Path).or(amount)
    }

    /// A string, possibly an expression (JSONata), or a path in the field `<name>Path` (JSONPath).
    pub(super) fn text_or_path(&mut self, name: &str, language: QueryLanguage) -> Option<Text> {
        let by_path = self.path_field(name, language);
        if let (Some(_), true) = (&by_path, self.has(name)) {
            self.report(
                &EXCLUSIVE_FIELDS,
                name,
                format!("`{name}` and `{name}Path` are mutually exclusive; remove one of them"),
            );
        }
        let text = self.text(name);
        by_path.map(Text::Path).or(text.map(Text::Value))
    }

    pub(super) fn errors(&mut self) -> Vec<ErrorName> {
        if !self.has("ErrorEquals") {
            self.report_here(
                &MISSING_FIELD,
                "`ErrorEquals` is missing; list the errors to match, or `States.ALL` for any",
            );
        }
        let Some(names) = self.list("ErrorEquals") else {
            return Vec::new();
        };
        if names.is_empty() {
            self.report(
                &INVALID_VALUE,
                "ErrorEquals",
                "`ErrorEquals` must not be empty; list the errors to match, or `States.ALL` for any",
            );
        }
        let location = self.location.field("ErrorEquals");
        let mut errors = Vec::new();
        for (i, name) in names.into_iter().enumerate() {
            match name {
                Json::String(name) if !name.is_empty() => errors.push(ErrorName::from_text(&name)),
                other => self.problems.push(problem(
                    &WRONG_TYPE,
                    &location.index(i),
                    format!("an error name must be a non-empty string, not `{other}`"),
                )),
            }
        }
        errors
    }

    /// Reports the remaining fields as unknown. `explain` can give a better message.
    pub(super) fn finish(self, explain: impl Fn(&str) -> Option<String>) {
        for name in self.rest.keys() {
            let message = explain(name).unwrap_or_else(|| {
                let meant = did_you_mean(name, self.known.iter().map(String::as_str));
                format!("unknown field `{name}`{meant}")
            });
            self.problems
                .push(problem(&UNKNOWN_FIELD, &self.location.field(name), message));
        }
    }

    fn path_field(&mut self, name: &str, language: QueryLanguage) -> Option<String> {
        match language {
            QueryLanguage::JsonPath => self.text(&format!("{name}Path")),
            QueryLanguage::Jsonata => None,
        }
    }

    fn wrong_type<T>(&mut self, name: &str, wanted: &str, found: &Json) -> Option<T> {
        self.report(
            &WRONG_TYPE,
            name,
            format!("`{name}` must be {wanted}, not {}", kind_of(found)),
        );
        None
    }
}

/// Whether `text` is an expression in a state of this language.
pub(super) fn is_expression(text: &str, language: QueryLanguage) -> bool {
    language == QueryLanguage::Jsonata && matches!(delimited(text), Delimited::Expression(_))
}

/// The JSON type of `value`, for messages.
pub(super) fn kind_of(value: &Json) -> &'static str {
    match value {
        Json::Null => "`null`",
        Json::Bool(_) => "a boolean",
        Json::Number(_) => "a number",
        Json::String(_) => "a string",
        Json::Array(_) => "an array",
        Json::Object(_) => "an object",
    }
}
