//! Whether two patterns have a text in common.

/// A part of a pattern.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Token {
    /// This character.
    One(char),
    /// Any character.
    AnyOne,
    /// Any text.
    Any,
    /// Any text without `/` and `:`.
    Part,
}

impl Token {
    /// Whether the token may stand for more or less than one character.
    fn repeats(self) -> bool {
        matches!(self, Self::Any | Self::Part)
    }

    fn accepts(self, c: char) -> bool {
        match self {
            Self::One(own) => own == c,
            Self::AnyOne | Self::Any => true,
            Self::Part => !matches!(c, '/' | ':'),
        }
    }

    /// Whether both accept a character.
    fn meets(self, other: Self) -> bool {
        match (self, other) {
            (Self::One(c), _) => other.accepts(c),
            (_, Self::One(c)) => self.accepts(c),
            _ => true,
        }
    }
}

/// Whether a text matches both patterns.
pub(super) fn overlap(left: &[Token], right: &[Token]) -> bool {
    // The positions in `right` that are reachable with the tokens of `left` read so far.
    let mut reached = vec![false; right.len() + 1];
    reached[0] = true;
    skip_repeats(&mut reached, right);
    for &token in left {
        let mut next = vec![false; right.len() + 1];
        for position in 0..=right.len() {
            if !reached[position] {
                continue;
            }
            if token.repeats() {
                // Matches nothing, or one more character of `right`.
                next[position] = true;
                if right.get(position).is_some_and(|&other| token.meets(other)) {
                    reached[position + 1] = true;
                }
            } else if let Some(&other) = right.get(position)
                && token.meets(other)
            {
                next[position + usize::from(!other.repeats())] = true;
            }
        }
        skip_repeats(&mut next, right);
        reached = next;
    }
    reached[right.len()]
}

/// A token that repeats may also match nothing.
fn skip_repeats(reached: &mut [bool], tokens: &[Token]) {
    for (position, token) in tokens.iter().enumerate() {
        if reached[position] && token.repeats() {
            reached[position + 1] = true;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_overlap_if_a_text_matches_both() {
        for (left, right, expected) in [
            ("abc", "abc", true),
            ("abc", "abd", false),
            ("a*", "*c", true),
            ("a*", "b*", false),
            ("a?c", "abc", true),
            ("a?c", "ac", false),
            ("a?", "?b", true),
            ("", "", true),
            ("", "*", true),
            ("a", "", false),
            ("*a*b*", "ab", true),
            ("*a*b*", "ba", false),
            ("a%", "a/b", false),
            ("a%", "ab*", true),
            ("a%/b", "a/b", true),
            ("x%", "x*/*", false),
            ("%", "?", true),
        ] {
            assert_eq!(overlap(&tokens(left), &tokens(right)), expected, "{left} {right}");
            assert_eq!(overlap(&tokens(right), &tokens(left)), expected, "{right} {left}");
        }
    }

    /// `%` is [`Token::Part`].
    fn tokens(pattern: &str) -> Vec<Token> {
        let token = |c| match c {
            '*' => Token::Any,
            '?' => Token::AnyOne,
            '%' => Token::Part,
            c => Token::One(c),
        };
        pattern.chars().map(token).collect()
    }
}
