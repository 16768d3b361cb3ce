//! Messages about malformed literals, which are also built at compile time.

/// The bytes of a message; the end of a longer one is cut off.
const CAPACITY: usize = 512;

/// A message with a bounded length, because compile-time code cannot allocate.
pub(crate) struct Message {
    bytes: [u8; CAPACITY],
    length: usize,
}

impl Message {
    pub(crate) const fn as_str(&self) -> &str {
        let (written, _) = self.bytes.split_at(self.length);
        match std::str::from_utf8(written) {
            Ok(text) => text,
            Err(error) => {
                // The last character was cut off.
                let (whole, _) = written.split_at(error.valid_up_to());
                match std::str::from_utf8(whole) {
                    Ok(text) => text,
                    Err(_) => "malformed literal",
                }
            }
        }
    }

    const fn push(&mut self, text: &str) {
        let bytes = text.as_bytes();
        let mut i = 0;
        while i < bytes.len() && self.length < CAPACITY {
            self.bytes[self.length] = bytes[i];
            self.length += 1;
            i += 1;
        }
    }
}

/// Why `literal` is refused. `rule` is a sentence without a full stop.
pub(crate) const fn refusal(literal: &str, rule: &str) -> Message {
    let mut message = Message {
        bytes: [0; CAPACITY],
        length: 0,
    };
    message.push("`");
    message.push(literal);
    message.push("` is malformed: ");
    message.push(rule);
    message
}

#[cfg(test)]
mod tests {
    use super::{CAPACITY, refusal};

    #[test]
    fn the_message_has_the_literal_and_the_rule() {
        assert_eq!(
            refusal("my-queue", "a name has letters only").as_str(),
            "`my-queue` is malformed: a name has letters only"
        );
    }

    #[test]
    fn a_long_message_ends_at_a_whole_character() {
        let message = refusal(&"é".repeat(CAPACITY), "");
        assert_eq!(message.as_str(), format!("`{}", "é".repeat((CAPACITY - 1) / 2)));
    }
}
