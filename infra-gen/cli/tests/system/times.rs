//! Masks durations in the output, which differ between runs and machines.

/// Masks the time at the start of a line, and removes lines that are printed only after a long wait.
pub(crate) fn hide(text: &str) -> String {
    text.lines()
        .map(mask_time)
        .filter(|line| !line.starts_with("[time] still "))
        .fold(String::new(), |all, line| all + &line + "\n")
}

fn mask_time(line: &str) -> String {
    match line.trim_start().split_once(' ') {
        Some((time, rest)) if is_time(time) => format!("[time] {rest}"),
        _ => line.to_owned(),
    }
}

/// `0.3s`, `4m05s`
pub(crate) fn is_time(text: &str) -> bool {
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    text.strip_suffix('s')
        .and_then(|number| number.split_once(['.', 'm']))
        .is_some_and(|(whole, rest)| is_number(whole) && is_number(rest))
}
