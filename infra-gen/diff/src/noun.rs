//! Resource types as English nouns.

/// The noun for a resource of this type: `table` for `AWS::DynamoDB::Table`, `user pool` for `AWS::Cognito::UserPool`.
pub(crate) fn noun(type_name: &str) -> String {
    let last = type_name.rsplit("::").next().unwrap_or(type_name);
    let mut noun = String::new();
    let mut after_lower = false;
    for char in last.chars() {
        if char.is_uppercase() && after_lower {
            noun.push(' ');
        }
        after_lower = char.is_lowercase() || char.is_ascii_digit();
        noun.extend(char.to_lowercase());
    }
    noun
}

/// `16 functions`, `2 policies`, `1 table`.
pub(crate) fn counted(count: usize, type_name: &str) -> String {
    let noun = noun(type_name);
    if count == 1 {
        return format!("1 {noun}");
    }
    match noun.strip_suffix('y') {
        Some(stem) if !stem.ends_with(['a', 'e', 'o', 'u']) => format!("{count} {stem}ies"),
        _ if noun.ends_with(['s', 'x']) => format!("{count} {noun}es"),
        _ => format!("{count} {noun}s"),
    }
}

#[cfg(test)]
mod tests {
    use super::counted;

    #[test]
    fn plurals_are_formed_correctly() {
        assert_eq!(counted(16, "AWS::Lambda::Function"), "16 functions");
        assert_eq!(counted(2, "AWS::S3::BucketPolicy"), "2 bucket policies");
        assert_eq!(counted(1, "AWS::DynamoDB::Table"), "1 table");
        assert_eq!(counted(3, "AWS::IAM::ServerAddress"), "3 server addresses");
    }
}
