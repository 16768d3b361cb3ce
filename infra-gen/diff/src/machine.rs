//! State machines, state by state.
//!
//! A definition is read from an object or from text, whatever functions put the text together. One that is valid is
//! compared as the model of the language writes it, so that what says nothing (`"End": false`) is no difference; one
//! that is not valid is compared as it stands.

use indexmap::IndexMap;
use infra_gen_cfn::{Json, Template};
use serde::Serialize;
use serde_json::Map;

use crate::{
    compare,
    iam::shown,
    model::{Effect, PropertyChange},
    path::Path,
    rename::Renames,
};

/// A state machine whose definition differs.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct MachineChange {
    /// Its logical ID in the new template.
    pub logical_id: String,
    /// The states that differ, in the new definition's order; those that are gone come first.
    pub states: Vec<StateChange>,
    /// What differs beside the states: `StartAt`, `TimeoutSeconds`, …
    pub changes: Vec<PropertyChange>,
}

/// A state that is new, gone or different.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct StateChange {
    /// The name, after the names of the states that it is within: `Prepare / 1 / Orders`.
    pub state: String,
    /// `Task`, `Choice`, …
    pub kind: String,
    /// What happens to it.
    pub action: StateAction,
    /// Where it goes on, in words, for one that is new.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub goes_on: String,
    /// What differs within it.
    pub changes: Vec<PropertyChange>,
}

/// What happens to a state.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum StateAction {
    /// It is new.
    Added,
    /// It is gone.
    Removed,
    /// It is different.
    Changed,
}

/// The properties that hold a definition; their differences are shown state by state.
pub(crate) const DEFINITIONS: [&str; 2] = ["Definition", "DefinitionString"];

const TYPE: &str = "AWS::StepFunctions::StateMachine";

/// The state machines whose definitions differ. Both templates are in their one form.
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
            one(
                id,
                definition(&before.properties)?,
                definition(&after.properties)?,
            )
        })
        .collect()
}

/// The definition as an object; none when it is no text that JSON can be read from.
fn definition(properties: &Map<String, Json>) -> Option<Map<String, Json>> {
    let given = DEFINITIONS.iter().find_map(|name| properties.get(*name))?;
    let written = match given {
        Json::Object(entries) if !compare::is_function(entries) => Json::Object(entries.clone()).to_string(),
        text => shown(text),
    };
    let definition = match infra_gen_asl::validate(&written) {
        Ok(machine) => machine.to_json(),
        Err(_) => serde_json::from_str(&written).ok()?,
    };
    match definition {
        Json::Object(definition) => Some(definition),
        _ => None,
    }
}

fn one(id: &str, mut old: Map<String, Json>, mut new: Map<String, Json>) -> Option<MachineChange> {
    let (mut before, mut after) = (IndexMap::new(), IndexMap::new());
    flatten("", &mut old, &mut before);
    flatten("", &mut new, &mut after);
    let mut states = Vec::new();
    for (name, state) in &before {
        if !after.contains_key(name) {
            states.push(whole(name, state, StateAction::Removed));
        }
    }
    for (name, state) in &after {
        match before.get(name) {
            None => states.push(whole(name, state, StateAction::Added)),
            Some(known) => {
                let changes = changes(known, state);
                if !changes.is_empty() {
                    states.push(StateChange {
                        changes,
                        goes_on: String::new(),
                        ..whole(name, state, StateAction::Changed)
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

/// Moves the states out of a scope, and out of the scopes within them, each under its full name.
fn flatten(within: &str, scope: &mut Map<String, Json>, states: &mut IndexMap<String, Map<String, Json>>) {
    let Some(Json::Object(own)) = scope.shift_remove("States") else {
        return;
    };
    for (name, state) in own {
        let Json::Object(mut state) = state else { continue };
        let name = if within.is_empty() {
            name
        } else {
            format!("{within} / {name}")
        };
        // Its place before those of the states within it.
        states.insert(name.clone(), Map::new());
        if let Some(Json::Array(branches)) = state.get_mut("Branches") {
            for (place, branch) in branches.iter_mut().enumerate() {
                if let Json::Object(branch) = branch {
                    flatten(&format!("{name} / {}", place + 1), branch, states);
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

fn whole(name: &str, state: &Map<String, Json>, action: StateAction) -> StateChange {
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
    found
        .into_iter()
        .map(|(path, change)| PropertyChange {
            path,
            change,
            effect: Effect::InPlace,
            follows: None,
            through: None,
        })
        .collect()
}
