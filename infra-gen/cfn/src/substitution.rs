//! Parses the text of `Fn::Sub`: the only reader of its syntax.
//! <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference-sub.html>

/// A part of the text of `Fn::Sub`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Piece<'t> {
    /// Literal text.
    Text(&'t str),
    /// `${!Name}`, which is the literal text `${Name}`.
    Escaped(&'t str),
    /// The text between `${` and `}`: a name, or a name and an attribute.
    Variable(&'t str),
}

/// The parts of the text of `Fn::Sub` in order. A `${` without `}` is literal text.
pub fn pieces(text: &str) -> impl Iterator<Item = Piece<'_>> {
    let mut rest = text;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let variable = rest
            .strip_prefix("${")
            .and_then(|opened| opened.split_once('}'))
            .filter(|(name, _)| !name.contains("${"));
        if let Some((name, behind)) = variable {
            rest = behind;
            return Some(
                name.strip_prefix('!')
                    .map_or(Piece::Variable(name), Piece::Escaped),
            );
        }
        let opening = if rest.starts_with("${") { 2 } else { 0 };
        let end = rest[opening..]
            .find("${")
            .map_or(rest.len(), |next| opening + next);
        let (text, behind) = rest.split_at(end);
        rest = behind;
        Some(Piece::Text(text))
    })
}

/// The names of the variables.
pub(crate) fn variables(text: &str) -> impl Iterator<Item = &str> {
    pieces(text).filter_map(|piece| match piece {
        Piece::Variable(name) => Some(name),
        Piece::Text(_) | Piece::Escaped(_) => None,
    })
}

#[cfg(test)]
mod tests {
    use super::variables;

    #[test]
    fn names_attributes_and_pseudo_parameters_are_variables() {
        check(
            "a-${AWS::Region}-${Table}/${Table.Arn}",
            &["AWS::Region", "Table", "Table.Arn"],
        );
    }

    #[test]
    fn an_exclamation_mark_escapes_a_variable() {
        check("${!Name} and ${Name}", &["Name"]);
    }

    #[test]
    fn an_unclosed_variable_is_literal_text() {
        check("cost: $5 {a} ${Name", &[]);
        check("a ${b ${Name} c", &["Name"]);
    }

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        assert_eq!(variables(text).collect::<Vec<_>>(), expected);
    }
}
