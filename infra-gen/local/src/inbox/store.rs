//! Stores the newest messages in a file, without duplicates.
//!
//! The file is replaced atomically, so that a killed process leaves the old or the new version.

use std::collections::VecDeque;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use super::InboxError;
use super::message::Message;
use crate::private;

/// The maximum number of stored messages.
const MAX_MESSAGES: usize = 200;

/// The messages in the order of arrival.
#[derive(Debug)]
pub(super) struct Store {
    file: PathBuf,
    messages: VecDeque<Message>,
}

impl Store {
    /// Reads the messages stored in a folder. An unreadable file counts as empty, because it only contains copies.
    pub(super) fn open(folder: &Path) -> Result<Self, InboxError> {
        private::create_folder(folder).map_err(failed("create", folder))?;
        let file = folder.join("messages.json");
        let messages = match std::fs::read(&file) {
            Ok(text) => serde_json::from_slice(&text).unwrap_or_default(),
            Err(error) if error.kind() == ErrorKind::NotFound => VecDeque::new(),
            Err(error) => return Err(failed("read", &file)(error)),
        };
        Ok(Self { file, messages })
    }

    pub(super) fn messages(&self) -> impl Iterator<Item = Message> + '_ {
        self.messages.iter().cloned()
    }

    /// Stores a message, unless it is a duplicate.
    pub(super) fn add(&mut self, message: Message) -> Result<(), InboxError> {
        if self.messages.iter().any(|stored| stored.id == message.id) {
            return Ok(());
        }
        self.messages.push_back(message);
        while self.messages.len() > MAX_MESSAGES {
            self.messages.pop_front();
        }
        let text = serde_json::to_vec(&self.messages).expect("messages are always valid JSON");
        let new = self.file.with_extension("json.new");
        private::write(&new, &text).map_err(failed("write", &new))?;
        std::fs::rename(&new, &self.file).map_err(failed("replace", &self.file))
    }
}

fn failed(action: &'static str, path: &Path) -> impl FnOnce(std::io::Error) -> InboxError {
    let path = path.to_path_buf();
    move |source| InboxError::File { action, path, source }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn message(number: usize) -> Message {
        Message {
            id: number.to_string(),
            at: "2026-11-23T00:00:00Z".to_owned(),
            from: "news".to_owned(),
            to: Vec::new(),
            subject: String::new(),
            text: String::new(),
        }
    }

    fn ids(store: &Store) -> Vec<String> {
        store.messages().map(|message| message.id).collect()
    }

    #[test]
    fn duplicates_are_dropped_and_the_oldest_messages_are_removed_first() {
        let folder = tempfile::tempdir().unwrap();
        let mut store = Store::open(&folder.path().join("inbox")).unwrap();
        for number in [0, 1, 1].into_iter().chain(2..=MAX_MESSAGES) {
            store.add(message(number)).unwrap();
        }
        let expected: Vec<String> = (1..=MAX_MESSAGES).map(|number| number.to_string()).collect();
        assert_eq!(ids(&store), expected);
        let again = Store::open(&folder.path().join("inbox")).unwrap();
        assert_eq!(ids(&again), expected);
    }

    #[test]
    fn a_damaged_file_counts_as_empty() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("messages.json"), "[{").unwrap();
        let mut store = Store::open(folder.path()).unwrap();
        store.add(message(1)).unwrap();
        assert_eq!(ids(&Store::open(folder.path()).unwrap()), ["1"]);
    }
}
