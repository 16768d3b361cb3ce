//! Reads a whole definition, and the scopes in it.

use indexmap::IndexMap;

use crate::{
    model::{Branch, Json, Machine, QueryLanguage, Scope},
    problem::{Place, Problem},
    read::{
        fields::{Fields, Sink},
        state,
    },
};

/// The longest that an execution may be told to take.
pub(super) const MAX_SECONDS: u64 = 99_999_999;

/// The machine that `document` describes, as far as it does, and what is wrong with its shape.
pub(crate) fn machine(document: Json) -> (Machine, Vec<Problem>) {
    let mut problems = Vec::new();
    let mut fields = Fields::of(document, Place::default(), "a state machine", &mut problems);
    let comment = fields.text("Comment");
    let version = fields.text("Version");
    if version.as_deref().is_some_and(|version| version != "1.0") {
        fields.complain("Version", "`1.0` is the only version of the language");
    }
    let query_language = query_language(&mut fields);
    let timeout_seconds = fields.whole("TimeoutSeconds", 1, MAX_SECONDS);
    let scope = scope(&mut fields, query_language.unwrap_or_default());
    fields.finish(|_| None);
    let machine = Machine {
        comment,
        version,
        query_language,
        timeout_seconds,
        scope,
    };
    (machine, problems)
}

/// `QueryLanguage`, of a machine or a state.
pub(super) fn query_language(fields: &mut Fields<'_>) -> Option<QueryLanguage> {
    let text = fields.text("QueryLanguage")?;
    let language = QueryLanguage::parse(&text);
    if language.is_none() {
        fields.complain(
            "QueryLanguage",
            format!("`{text}` is no query language; it is `JSONPath` or `JSONata`"),
        );
    }
    language
}

/// `StartAt` and `States` of the object that is being read.
pub(super) fn scope(fields: &mut Fields<'_>, language: QueryLanguage) -> Scope {
    let start_at = fields.required_text("StartAt", "name the state that runs first");
    if !fields.has("States") {
        fields.complain_here("`States` is missing; it holds the states by name");
    }
    let place = fields.place.field("States");
    let mut states = IndexMap::new();
    for (name, value) in fields.object("States").unwrap_or_default() {
        let state = state::state(value, place.field(&name), language, fields.problems);
        states.insert(name, state);
    }
    Scope { start_at, states }
}

/// One branch of a Parallel state.
pub(super) fn branch(value: Json, place: Place, language: QueryLanguage, problems: &mut Sink) -> Branch {
    let mut fields = Fields::of(value, place, "a branch", problems);
    let comment = fields.text("Comment");
    let scope = scope(&mut fields, language);
    fields.finish(|_| None);
    Branch { comment, scope }
}
