//! Takes an object apart, field by field: whoever reads asks for each field it knows, and what is left is reported.

use serde_json::Number;

use crate::{
    model::{Amount, ErrorName, Json, JsonObject, Nullable, QueryLanguage, Text},
    problem::{Place, Problem, did_you_mean},
    query::{Delimited, delimited},
};

/// The problems found so far.
pub(super) type Sink = Vec<Problem>;

/// An object that is being taken apart.
pub(super) struct Fields<'a> {
    pub(super) place: Place,
    pub(super) problems: &'a mut Sink,
    left: JsonObject,
    asked: Vec<String>,
}

impl<'a> Fields<'a> {
    /// The fields of `value`, which stands at `place`; none and a complaint when it is no object.
    pub(super) fn of(value: Json, place: Place, what: &str, problems: &'a mut Sink) -> Self {
        let left = match value {
            Json::Object(fields) => fields,
            other => {
                problems.push(Problem::new(
                    &place,
                    format!("{what} is an object, not {}", kind_of(&other)),
                ));
                JsonObject::new()
            }
        };
        Self {
            place,
            problems,
            left,
            asked: Vec::new(),
        }
    }

    /// Takes the field `name` as it is.
    pub(super) fn take(&mut self, name: &str) -> Option<Json> {
        self.asked.push(name.to_owned());
        self.left.shift_remove(name)
    }

    /// Gives back what was taken, for another way to read it.
    pub(super) fn put_back(&mut self, name: &str, value: Json) {
        self.left.insert(name.to_owned(), value);
    }

    /// Whether the field `name` is there.
    pub(super) fn has(&self, name: &str) -> bool {
        self.left.contains_key(name)
    }

    /// The names of the fields that nobody asked for yet.
    pub(super) fn names(&self) -> Vec<String> {
        self.left.keys().cloned().collect()
    }

    pub(super) fn complain(&mut self, field: &str, message: impl Into<String>) {
        self.problems
            .push(Problem::new(&self.place.field(field), message));
    }

    pub(super) fn complain_here(&mut self, message: impl Into<String>) {
        self.problems.push(Problem::new(&self.place, message));
    }

    pub(super) fn text(&mut self, name: &str) -> Option<String> {
        match self.take(name)? {
            Json::String(text) => Some(text),
            other => self.wrong(name, "a text", &other),
        }
    }

    /// A text that must be there; empty after a complaint.
    pub(super) fn required_text(&mut self, name: &str, why: &str) -> String {
        if !self.has(name) {
            self.asked.push(name.to_owned());
            self.complain_here(format!("`{name}` is missing; {why}"));
            return String::new();
        }
        self.text(name).unwrap_or_default()
    }

    pub(super) fn boolean(&mut self, name: &str) -> Option<bool> {
        match self.take(name)? {
            Json::Bool(value) => Some(value),
            other => self.wrong(name, "`true` or `false`", &other),
        }
    }

    pub(super) fn object(&mut self, name: &str) -> Option<JsonObject> {
        match self.take(name)? {
            Json::Object(object) => Some(object),
            other => self.wrong(name, "an object", &other),
        }
    }

    pub(super) fn list(&mut self, name: &str) -> Option<Vec<Json>> {
        match self.take(name)? {
            Json::Array(items) => Some(items),
            other => self.wrong(name, "a list", &other),
        }
    }

    /// A whole number from `min` to `max`.
    pub(super) fn whole(&mut self, name: &str, min: u64, max: u64) -> Option<u64> {
        let value = self.take(name)?;
        match value.as_u64() {
            Some(number) if (min..=max).contains(&number) => Some(number),
            _ => {
                self.complain(
                    name,
                    format!("`{name}` is a whole number from {min} to {max}, not `{value}`"),
                );
                None
            }
        }
    }

    /// A number of at least `min`, whole or not.
    pub(super) fn number(&mut self, name: &str, min: f64) -> Option<Number> {
        match self.take(name)? {
            Json::Number(number) if number.as_f64().is_some_and(|value| value >= min) => Some(number),
            other => {
                self.complain(
                    name,
                    format!("`{name}` is a number of at least {min:?}, not `{other}`"),
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
            other => self.wrong(name, "a path or `null`", &other),
        }
    }

    /// A number from `min` to `max`, or an expression (JSONata), or a path in the field `<name>Path` (JSONPath).
    pub(super) fn amount(
        &mut self,
        name: &str,
        range: std::ops::RangeInclusive<u64>,
        language: QueryLanguage,
    ) -> Option<Amount> {
        let by_path = self.path_twin(name, language);
        if let (Some(_), true) = (&by_path, self.has(name)) {
            self.complain(
                name,
                format!("`{name}` and `{name}Path` exclude each other; drop one of them"),
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
                self.complain(
                    name,
                    format!("`{name}` is a whole number from {min} to {max}{or}, not `{other}`"),
                );
                None
            }
        };
        by_path.map(Amount::Path).or(amount)
    }

    /// A text, possibly an expression (JSONata), or a path in the field `<name>Path` (JSONPath).
    pub(super) fn text_or_path(&mut self, name: &str, language: QueryLanguage) -> Option<Text> {
        let by_path = self.path_twin(name, language);
        if let (Some(_), true) = (&by_path, self.has(name)) {
            self.complain(
                name,
                format!("`{name}` and `{name}Path` exclude each other; drop one of them"),
            );
        }
        let text = self.text(name);
        by_path.map(Text::Path).or(text.map(Text::Value))
    }

    pub(super) fn errors(&mut self) -> Vec<ErrorName> {
        if !self.has("ErrorEquals") {
            self.complain_here(
                "`ErrorEquals` is missing; name the errors that this takes, `States.ALL` for any",
            );
        }
        let Some(names) = self.list("ErrorEquals") else {
            return Vec::new();
        };
        if names.is_empty() {
            self.complain(
                "ErrorEquals",
                "`ErrorEquals` names no error; name one, `States.ALL` for any",
            );
        }
        let place = self.place.field("ErrorEquals");
        let mut errors = Vec::new();
        for (i, name) in names.into_iter().enumerate() {
            match name {
                Json::String(name) if !name.is_empty() => errors.push(ErrorName::from_text(&name)),
                other => self.problems.push(Problem::new(
                    &place.index(i),
                    format!("an error's name is a text, not `{other}`"),
                )),
            }
        }
        errors
    }

    /// Reports what nobody asked for. `explain` may know the field from elsewhere.
    pub(super) fn finish(self, explain: impl Fn(&str) -> Option<String>) {
        for name in self.left.keys() {
            let message = explain(name).unwrap_or_else(|| {
                let meant = did_you_mean(name, self.asked.iter().map(String::as_str));
                format!("`{name}` is not a field of this{meant}")
            });
            self.problems.push(Problem::new(&self.place.field(name), message));
        }
    }

    fn path_twin(&mut self, name: &str, language: QueryLanguage) -> Option<String> {
        match language {
            QueryLanguage::JsonPath => self.text(&format!("{name}Path")),
            QueryLanguage::Jsonata => None,
        }
    }

    fn wrong<T>(&mut self, name: &str, wanted: &str, found: &Json) -> Option<T> {
        self.complain(name, format!("`{name}` is {wanted}, not {}", kind_of(found)));
        None
    }
}

fn is_expression(text: &str, language: QueryLanguage) -> bool {
    language == QueryLanguage::Jsonata && matches!(delimited(text), Delimited::Expression(_))
}

/// What `value` is, for messages.
pub(super) fn kind_of(value: &Json) -> &'static str {
    match value {
        Json::Null => "`null`",
        Json::Bool(_) => "a boolean",
        Json::Number(_) => "a number",
        Json::String(_) => "a text",
        Json::Array(_) => "a list",
        Json::Object(_) => "an object",
    }
}
