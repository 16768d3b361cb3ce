//! The messages that came, in a file: the newest of them, each once.
//!
//! The file is replaced as a whole, so that a killed process leaves the old one or the new one.

use std::collections::VecDeque;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use super::InboxError;
use super::message::Message;
use crate::private;

/// How many are kept.
const MOST: usize = 200;

/// Messages in the order in which they came.
#[derive(Debug)]
pub(super) struct Store {
    file: PathBuf,
    messages: VecDeque<Message>,
}

impl Store {
    /// Reads what is kept in a folder. A file that is no such file is begun anew: it was only ever a copy.
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

    /// Keeps a message; one that is there already came twice.
    pub(super) fn add(&mut self, message: Message) -> Result<(), InboxError> {
        if self.messages.iter().any(|kept| kept.id == message.id) {
            return Ok(());
        }
        self.messages.push_back(message);
        while self.messages.len() > MOST {
            self.messages.pop_front();
        }
        let text = serde_json::to_vec(&self.messages).expect("messages are texts, which are always JSON");
        let fresh = self.file.with_extension("json.new");
        private::write(&fresh, &text).map_err(failed("write", &fresh))?;
        std::fs::rename(&fresh, &self.file).map_err(failed("replace", &self.file))
    }
}

fn failed(action: &'static str, path: &Path) -> impl FnOnce(std::io::Error) -> InboxError {
    let path = path.to_path_buf();
    move |source| InboxError::Keep { action, path, source }
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
    fn a_message_that_came_twice_is_kept_once_and_the_oldest_go_first() {
        let folder = tempfile::tempdir().unwrap();
        let mut store = Store::open(&folder.path().join("inbox")).unwrap();
        for number in [0, 1, 1].into_iter().chain(2..=MOST) {
            store.add(message(number)).unwrap();
        }
        let expected: Vec<String> = (1..=MOST).map(|number| number.to_string()).collect();
        assert_eq!(ids(&store), expected);
        let again = Store::open(&folder.path().join("inbox")).unwrap();
        assert_eq!(ids(&again), expected);
    }

    #[test]
    fn a_broken_file_is_begun_anew() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("messages.json"), "[{").unwrap();
        let mut store = Store::open(folder.path()).unwrap();
        store.add(message(1)).unwrap();
        assert_eq!(ids(&Store::open(folder.path()).unwrap()), ["1"]);
    }
}
