//! The variables in the text of `Fn::Sub`.
//! <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference-sub.html>

/// The names between `${` and `}`. `${!Name}` is no variable but the text `${Name}`, and a `${` that is never closed is
/// text, too.
pub(super) fn variables(text: &str) -> impl Iterator<Item = &str> {
    text.split("${")
        .skip(1)
        .filter_map(|rest| rest.split_once('}'))
        .map(|(name, _)| name)
        .filter(|name| !name.starts_with('!'))
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
    fn an_exclamation_mark_makes_it_text() {
        check("${!Name} and ${Name}", &["Name"]);
    }

    #[test]
    fn what_is_never_closed_is_text() {
        check("cost: $5 {a} ${Name", &[]);
    }

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        assert_eq!(variables(text).collect::<Vec<_>>(), expected);
    }
}
