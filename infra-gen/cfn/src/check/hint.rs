//! The hint for a misspelled name: the nearest name that exists.

use crate::limits::MAX_LOGICAL_ID_LENGTH;

/// "did you mean …?" if one of the `known` names is near, and `otherwise` if none is.
pub fn did_you_mean<'k>(name: &str, known: impl IntoIterator<Item = &'k str>, otherwise: &str) -> String {
    match nearest(name, known) {
        Some(near) => format!("did you mean `{near}`?"),
        None => otherwise.to_owned(),
    }
}

/// The known name with the smallest edit distance, at most a third of the name's length; on a tie the first in the alphabet.
fn nearest<'k>(name: &str, known: impl IntoIterator<Item = &'k str>) -> Option<&'k str> {
    let length = name.chars().count();
    let limit = (length / 3).max(1);
    known
        .into_iter()
        // No name in a template is longer than a logical ID.
        .filter(|candidate| {
            length <= MAX_LOGICAL_ID_LENGTH && candidate.chars().count().abs_diff(length) <= limit
        })
        .map(|candidate| {
            let (name, lower) = (name.to_lowercase(), candidate.to_lowercase());
            (strsim::damerau_levenshtein(&name, &lower), candidate)
        })
        .filter(|(distance, _)| *distance <= limit)
        .min()
        .map(|(_, candidate)| candidate)
}
