//! RFC 6902: the operations that make one document of another, and their application.
//! <https://www.rfc-editor.org/rfc/rfc6902>
//!
//! Only `add`, `remove` and `replace` are written and read: that is enough to say every difference.

use std::fmt;

use infra_gen_cfn::Json;
use serde::{Deserialize, Serialize};

/// One operation. Its path is a JSON pointer (RFC 6901).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "op", rename_all = "lowercase")]
pub enum Operation {
    /// Puts a value where none was; in a list, before the item of that index, or at its end.
    Add {
        /// Where.
        path: String,
        /// What.
        value: Json,
    },
    /// Takes a value away.
    Remove {
        /// Where.
        path: String,
    },
    /// Puts a value in the place of another.
    Replace {
        /// Where.
        path: String,
        /// What.
        value: Json,
    },
}

/// An operation whose path is not in the document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoSuchPlace {
    /// The path.
    pub path: String,
}

impl fmt::Display for NoSuchPlace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "the document has nothing at `{}`; apply the patch to the template that it was made from",
            self.path
        )
    }
}

impl std::error::Error for NoSuchPlace {}

/// The operations that make `new` of `old`.
pub fn between(old: &Json, new: &Json) -> Vec<Operation> {
    let mut operations = Vec::new();
    differences(String::new(), old, new, &mut operations);
    operations
}

/// Applies `operations` to `document`, one after the other.
///
/// # Errors
/// When a path leads nowhere. The document is then half changed.
pub fn apply(document: &mut Json, operations: &[Operation]) -> Result<(), NoSuchPlace> {
    for operation in operations {
        let (Operation::Add { path, .. } | Operation::Remove { path } | Operation::Replace { path, .. }) =
            operation;
        one(document, operation).ok_or_else(|| NoSuchPlace { path: path.clone() })?;
    }
    Ok(())
}

fn differences(path: String, old: &Json, new: &Json, operations: &mut Vec<Operation>) {
    match (old, new) {
        _ if old == new => {}
        (Json::Object(old), Json::Object(new)) => {
            for (name, old) in old {
                let path = format!("{path}/{}", escape(name));
                match new.get(name) {
                    Some(new) => differences(path, old, new, operations),
                    None => operations.push(Operation::Remove { path }),
                }
            }
            for (name, value) in new {
                if !old.contains_key(name) {
                    let (path, value) = (format!("{path}/{}", escape(name)), value.clone());
                    operations.push(Operation::Add { path, value });
                }
            }
        }
        (Json::Array(old), Json::Array(new)) => {
            for (place, (old, new)) in old.iter().zip(new).enumerate() {
                differences(format!("{path}/{place}"), old, new, operations);
            }
            for place in (new.len()..old.len()).rev() {
                operations.push(Operation::Remove {
                    path: format!("{path}/{place}"),
                });
            }
            for value in new.iter().skip(old.len()) {
                let (path, value) = (format!("{path}/-"), value.clone());
                operations.push(Operation::Add { path, value });
            }
        }
        _ => operations.push(Operation::Replace {
            path,
            value: new.clone(),
        }),
    }
}

fn one(document: &mut Json, operation: &Operation) -> Option<()> {
    let (Operation::Add { path, .. } | Operation::Remove { path } | Operation::Replace { path, .. }) =
        operation;
    let Some((parent, last)) = path.rsplit_once('/') else {
        // The whole document.
        let (Operation::Add { value, .. } | Operation::Replace { value, .. }) = operation else {
            return None;
        };
        *document = value.clone();
        return Some(());
    };
    let name = last.replace("~1", "/").replace("~0", "~");
    match (document.pointer_mut(parent)?, operation) {
        (Json::Object(entries), Operation::Add { value, .. }) => {
            entries.insert(name, value.clone());
        }
        (Json::Object(entries), Operation::Replace { value, .. }) => *entries.get_mut(&name)? = value.clone(),
        (Json::Object(entries), Operation::Remove { .. }) => {
            entries.shift_remove(&name)?;
        }
        (Json::Array(items), Operation::Add { value, .. }) if name == "-" => items.push(value.clone()),
        (Json::Array(items), Operation::Add { value, .. }) => {
            let place = name.parse().ok().filter(|place| *place <= items.len())?;
            items.insert(place, value.clone());
        }
        (Json::Array(items), Operation::Replace { value, .. }) => {
            *items.get_mut(name.parse::<usize>().ok()?)? = value.clone();
        }
        (Json::Array(items), Operation::Remove { .. }) => {
            let place = name.parse().ok().filter(|place| *place < items.len())?;
            items.remove(place);
        }
        _ => return None,
    }
    Some(())
}

fn escape(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}
