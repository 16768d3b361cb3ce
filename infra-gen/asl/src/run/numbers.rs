//! Numbers as JSON, and ranges of them, for both query languages.

use crate::model::Json;

/// The service's limit for the length of a range.
const MAX_RANGE: usize = 1000;

/// The number as JSON; a whole number has no fraction. `None` for infinity and NaN.
#[expect(
    clippy::cast_possible_truncation,
    reason = "guarded: whole and within the exact range of `f64`"
)]
pub(super) fn number_to_json(number: f64) -> Option<Json> {
    const EXACT: f64 = 9_007_199_254_740_992.0;
    if number.fract() == 0.0 && number.abs() < EXACT {
        Some(Json::from(number as i64))
    } else {
        serde_json::Number::from_f64(number).map(Json::Number)
    }
}

/// The numbers from `first` to `last`, both included, in steps of `step`.
pub(super) fn range(first: f64, last: f64, step: f64) -> Result<Vec<f64>, String> {
    if step == 0.0 {
        return Err("the step of a range must not be 0".to_owned());
    }
    let mut values = Vec::new();
    let mut value = first;
    while (step > 0.0 && value <= last) || (step < 0.0 && value >= last) {
        if values.len() == MAX_RANGE {
            return Err(format!("the range has more than {MAX_RANGE} items"));
        }
        values.push(value);
        value += step;
    }
    Ok(values)
}
