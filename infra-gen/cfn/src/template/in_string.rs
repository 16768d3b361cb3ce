//! Finds a character of a string in the text of the document that contains the string.

/// The offset in `document` of the byte `wanted` of `content`. The string is written at the offset `start`, after an optional
/// tag. `None` if the string is folded or continues on another line.
pub(super) fn offset(document: &str, start: usize, content: &str, wanted: usize) -> Option<usize> {
    let start = block_header(document, start).unwrap_or(start);
    let text = document.get(start..)?;
    let written = without_tag(text);
    let start = start + text.len() - written.len();
    let found = match written.chars().next()? {
        '|' => in_block(written, content, wanted),
        '>' => None,
        '"' => in_quotes(&written[1..], content, wanted, escape).map(|found| 1 + found),
        '\'' => in_quotes(&written[1..], content, wanted, doubled).map(|found| 1 + found),
        _ => in_quotes(written, content, wanted, |_| None),
    };
    found.map(|found| start + found)
}

/// The offset of the `|` of a literal block scalar whose first line is at `start`. The YAML parser reports the first line as the
/// start of a block scalar without a tag.
fn block_header(document: &str, start: usize) -> Option<usize> {
    let before = document.get(..start)?;
    let (above, indentation) = before.rsplit_once('\n')?;
    let above = above.trim_end();
    let line = above.rfind('\n').map_or(0, |at| at + 1);
    let header = line + above[line..].rfind('|')?;
    let indicators = above[header + 1..]
        .split('#')
        .next()
        .unwrap_or_default()
        .trim_end();
    let is_header = indentation.bytes().all(|byte| byte == b' ')
        && indicators
            .bytes()
            .all(|byte| byte.is_ascii_digit() || b"+-".contains(&byte));
    is_header.then_some(header)
}

/// The text behind a YAML tag, such as `!Sub`.
fn without_tag(text: &str) -> &str {
    if !text.starts_with('!') {
        return text;
    }
    let end = text.find(char::is_whitespace).unwrap_or(text.len());
    text[end..].trim_start_matches(' ')
}

/// In a literal block scalar, each line ends like the line in the text, behind the indentation.
fn in_block(written: &str, content: &str, wanted: usize) -> Option<usize> {
    let before = content.get(..wanted)?;
    let (index, column) = (
        before.matches('\n').count(),
        wanted - before.rfind('\n').map_or(0, |at| at + 1),
    );
    let mut lines = written.split_inclusive('\n');
    // The header, and the lines before.
    let start: usize = lines.by_ref().take(1 + index).map(str::len).sum();
    let line = lines.next()?.trim_end_matches(['\n', '\r']);
    let content = content.split('\n').nth(index)?.trim_end_matches('\r');
    line.ends_with(content)
        .then(|| start + line.len() - content.len() + column)
}

/// Compares the characters of the text and the content. `escaped` returns the length of the escape sequence at the start of a
/// text.
fn in_quotes(
    written: &str,
    content: &str,
    wanted: usize,
    escaped: fn(&str) -> Option<usize>,
) -> Option<usize> {
    let mut offset = 0;
    for c in content.get(..wanted)?.chars() {
        let rest = written.get(offset..)?;
        offset += match escaped(rest) {
            Some(length) => length,
            None if rest.starts_with(c) && c != '\n' => c.len_utf8(),
            None => return None,
        };
    }
    Some(offset)
}

/// `''` in single quotes.
fn doubled(text: &str) -> Option<usize> {
    text.starts_with("''").then_some(2)
}

/// An escape sequence in double quotes; a surrogate pair is one character.
fn escape(text: &str) -> Option<usize> {
    let code = text.strip_prefix('\\')?.chars().next()?;
    Some(match code {
        'x' => 4,
        'u' if is_high_surrogate(text) => 12,
        'u' => 6,
        'U' => 10,
        code => 1 + code.len_utf8(),
    })
}

fn is_high_surrogate(text: &str) -> bool {
    let digits = text.get(2..6).unwrap_or_default();
    u32::from_str_radix(digits, 16).is_ok_and(|code| (0xD800..0xDC00).contains(&code))
}
