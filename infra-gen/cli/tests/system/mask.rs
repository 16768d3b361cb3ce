//! Masks what differs between runs: durations, dates, and generated names.

use crate::times::{self, is_time};

/// Masks times, dates, and the generated suffixes of names.
pub(crate) fn hide(text: &str) -> String {
    times::hide(text)
        .lines()
        .map(|line| mask_names(&mask_dates(line)))
        .fold(String::new(), |all, line| all + &line + "\n")
}

/// Removes how long a resource took, which is printed only for slow ones: `Web (2.3s)`.
pub(crate) fn hide_work(text: &str) -> String {
    text.lines()
        .map(mask_work)
        .fold(String::new(), |all, line| all + &line + "\n")
}

fn mask_work(line: &str) -> String {
    let taken = line.match_indices(" (").find_map(|(start, _)| {
        let (time, _) = line[start + 2..].split_once(')')?;
        is_time(time).then(|| start..start + 2 + time.len() + 1)
    });
    match taken {
        Some(taken) => line[..taken.start].to_owned() + &line[taken.end..],
        None => line.to_owned(),
    }
}

fn mask_names(line: &str) -> String {
    let is_part = |character: char| character.is_ascii_alphanumeric() || character == '-';
    line.split_inclusive(|character| !is_part(character))
        .map(mask_name)
        .collect()
}

/// Masks `2026-11-23` and `2026-11-23T01:02:03Z`.
fn mask_dates(line: &str) -> String {
    const SHAPES: [(&str, &str); 2] = [("dddd-dd-ddTdd:dd:ddZ", "[instant]"), ("dddd-dd-dd", "[date]")];
    let has_shape = |text: &str, shape: &str| {
        text.len() >= shape.len()
            && text
                .bytes()
                .zip(shape.bytes())
                .all(|(byte, wanted)| match wanted {
                    b'd' => byte.is_ascii_digit(),
                    other => byte == other,
                })
    };
    let mut masked = String::new();
    let mut rest = line;
    while let Some(character) = rest.chars().next() {
        if let Some((shape, word)) = SHAPES.into_iter().find(|(shape, _)| has_shape(rest, shape)) {
            masked.push_str(word);
            rest = &rest[shape.len()..];
        } else {
            masked.push(character);
            rest = &rest[character.len_utf8()..];
        }
    }
    masked
}

/// Masks the random suffix of `noticeboard-local-webbucket-1d79cc5510d70`.
fn mask_name(word: &str) -> String {
    let end = word.trim_end_matches(|character: char| !character.is_ascii_alphanumeric());
    match end.rsplit_once('-') {
        Some((name, suffix))
            if suffix.len() >= 12
                && suffix.bytes().all(|byte| byte.is_ascii_hexdigit())
                && suffix != "000000000000" =>
        {
            format!("{name}-[id]{}", &word[end.len()..])
        }
        _ => word.to_owned(),
    }
}
