//! Reads a definition and its scopes.

use indexmap::IndexMap;

use infra_gen_cfn::Finding;

use crate::{
    model::{Branch, Json, Machine, QueryLanguage, Scope},
    problem::Location,
    read::{
        fields::{Fields, Sink},
        state,
    },
    rules::{INVALID_VALUE, MISSING_FIELD},
};

/// The service's limit for timeouts and waits.
pub(crate) const MAX_SECONDS: u64 = 99_999_999;

/// The machine in `document`, and the problems of its fields.
pub(crate) fn machine(document: Json) -> (Machine, Vec<Finding>) {
    let mut problems = Vec::new();
    let mut fields = Fields::new(document, Location::default(), "a state machine", &mut problems);
    let comment = fields.text("Comment");
    let version = fields.text("Version");
    if version.as_deref().is_some_and(|version| version != "1.0") {
        fields.report(&INVALID_VALUE, "Version", "`Version` must be `1.0`");
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

/// `QueryLanguage` of a machine or a state.
pub(super) fn query_language(fields: &mut Fields<'_>) -> Option<QueryLanguage> {
    let text = fields.text("QueryLanguage")?;
    let language = QueryLanguage::parse(&text);
    if language.is_none() {
        fields.report(
            &INVALID_VALUE,
            "QueryLanguage",
            format!("unknown query language `{text}`; use `JSONPath` or `JSONata`"),
        );
    }
    language
}

/// `StartAt` and `States`. `language` is that of the machine, which states of nested scopes inherit, too.
pub(super) fn scope(fields: &mut Fields<'_>, language: QueryLanguage) -> Scope {
    let start_at = fields.required_text("StartAt", "name the first state");
    if !fields.has("States") {
        fields.report_here(&MISSING_FIELD, "`States` is missing; add the states by name");
    }
    let location = fields.location.field("States");
    let mut states = IndexMap::new();
    for (name, value) in fields.object("States").unwrap_or_default() {
        let state = state::state(value, location.field(&name), language, fields.problems);
        states.insert(name, state);
    }
    Scope { start_at, states }
}

/// One branch of a Parallel state.
pub(super) fn branch(
    value: Json,
    location: Location,
    language: QueryLanguage,
    problems: &mut Sink,
) -> Branch {
    let mut fields = Fields::new(value, location, "a branch", problems);
    let comment = fields.text("Comment");
    let scope = scope(&mut fields, language);
    fields.finish(|_| None);
    Branch { comment, scope }
}
