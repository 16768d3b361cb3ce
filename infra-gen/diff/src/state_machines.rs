//! Compares state machines, state by state.
//!
//! A definition is read from an object or from text, including text that functions assemble. Valid definitions are
//! compared as the model of the language writes them, so that redundant fields (`"End": false`) are not differences;
//! invalid ones are compared as written.

use indexmap::IndexMap;
use infra_gen_cfn::{Json, Template};
use serde_json::Map;

use crate::{
    compare, display,
    model::{Effect, MachineChange, Path, PropertyChange, StateAction, StateChange},
    rename::Renames,
};

/// The properties that hold a definition, whose differences are shown state by state.
pub(crate) const DEFINITIONS: [&str; 2] = ["Definition", "DefinitionString"];

const TYPE: &str = "AWS::StepFunctions::StateMachine";

/// The state machines whose definitions differ. Both templates are in normal form.
pub(crate) fn compare(old: &Template, new: &Template, renames: &Renames) -> Vec<MachineChange> {
    let machines = old.resources.iter().filter(|(_, block)| block.type_name == TYPE);
    machines
        .filter_map(|(id, before)| {
            let id = renames.get(id).unwrap_or(id);
            let after = new.resources.get(id).filter(|after| after.type_name == TYPE)?;
            if DEFINITIONS
                .iter()
                .all(|name| before.properties.get(*name) == after.properties.get(*name))
            {
                return None;
            }
            compare_definitions(
                id,
                definition(&before.properties)?,
                definition(&after.properties)?,
            )
        })
        .collect()
}

/// The definition as an object, or `None` if it is neither an object nor text that is JSON.
fn definition(properties: &Map<String, Json>) -> Option<Map<String, Json>> {
    let value = DEFINITIONS.iter().find_map(|name| properties.get(*name))?;
    let text = match value {
        Json::Object(entries) if !compare::is_function(entries) => Json::Object(entries.clone()).to_string(),
        value => display::value(value),
    };
    let definition = match infra_gen_asl::validate(&text) {
        Ok(machine) => machine.to_json(),
        Err(_) => serde_json::from_str(&text).ok()?,
    };
    match definition {
        Json::Object(definition) => Some(definition),
        _ => None,
    }
}

fn compare_definitions(
    id: &str,
    mut old: Map<String, Json>,
    mut new: Map<String, Json>,
) -> Option<MachineChange> {
    let (mut before, mut after) = (IndexMap::new(), IndexMap::new());
    flatten("", &mut old, &mut before);
    flatten("", &mut new, &mut after);
    let mut states = Vec::new();
    for (name, state) in &before {
        if !after.contains_key(name) {
            states.push(state_change(name, state, StateAction::Removed));
        }
    }
    for (name, state) in &after {
        match before.get(name) {
            None => states.push(state_change(name, state, StateAction::Added)),
            Some(known) => {
                let changes = changes(known, state);
                if !changes.is_empty() {
                    states.push(StateChange {
                        changes,
                        goes_on: String::new(),
                        ..state_change(name, state, StateAction::Changed)
                    });
                }
            }
        }
    }
    let changes = changes(&old, &new);
    let differs = !states.is_empty() || !changes.is_empty();
    differs.then(|| MachineChange {
        logical_id: id.to_owned(),
        states,
        changes,
    })
}

/// Moves the states of a scope and of its nested scopes into `states`, under their full names.
fn flatten(parent: &str, scope: &mut Map<String, Json>, states: &mut IndexMap<String, Map<String, Json>>) {
    let Some(Json::Object(own)) = scope.shift_remove("States") else {
        return;
    };
    for (name, state) in own {
        let Json::Object(mut state) = state else { continue };
        let name = if parent.is_empty() {
            name
        } else {
            format!("{parent} / {name}")
        };
        // Reserves the position before the nested states.
        states.insert(name.clone(), Map::new());
        if let Some(Json::Array(branches)) = state.get_mut("Branches") {
            for (index, branch) in branches.iter_mut().enumerate() {
                if let Json::Object(branch) = branch {
                    flatten(&format!("{name} / {}", index + 1), branch, states);
                }
            }
        }
        for processor in ["ItemProcessor", "Iterator"] {
            if let Some(Json::Object(processor)) = state.get_mut(processor) {
                flatten(&name, processor, states);
            }
        }
        states.insert(name, state);
    }
}

fn state_change(name: &str, state: &Map<String, Json>, action: StateAction) -> StateChange {
    let text = |field: &str| state.get(field).and_then(Json::as_str);
    StateChange {
        state: name.to_owned(),
        kind: text("Type").unwrap_or_default().to_owned(),
        action,
        goes_on: match text("Next") {
            Some(next) => format!("then {next}"),
            None if state.get("End") == Some(&Json::Bool(true)) => "ends".to_owned(),
            None => String::new(),
        },
        changes: Vec::new(),
    }
}

fn changes(old: &Map<String, Json>, new: &Map<String, Json>) -> Vec<PropertyChange> {
    let mut found = Vec::new();
    compare::objects(&Path::default(), old, new, &mut found);
    compare::with_effect(found, Effect::InPlace)
}
