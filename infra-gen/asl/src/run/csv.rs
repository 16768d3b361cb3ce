//! CSV as an item reader reads it: RFC 4180 with one of five delimiters.

use serde_json::json;

use crate::model::{Json, JsonObject};

/// The values of `CSVDelimiter`.
const DELIMITERS: [(&str, char); 5] = [
    ("COMMA", ','),
    ("PIPE", '|'),
    ("SEMICOLON", ';'),
    ("SPACE", ' '),
    ("TAB", '\t'),
];

/// The character for a value of `CSVDelimiter`.
pub(super) fn delimiter(name: &str) -> Result<char, String> {
    let found = DELIMITERS.iter().find(|(known, _)| *known == name);
    found
        .map(|(_, character)| *character)
        .ok_or_else(|| format!("unknown `CSVDelimiter` `{name}`; use COMMA, PIPE, SEMICOLON, SPACE or TAB"))
}

/// The rows of `text` as objects, with the names in `headers` or in the first row. A short row is filled with empty
/// strings, and fields without a name are dropped.
pub(super) fn items(text: &str, delimiter: char, headers: Option<Vec<String>>) -> Result<Vec<Json>, String> {
    let mut rows = rows(text.trim_start_matches('\u{feff}'), delimiter).into_iter();
    let names = match headers {
        Some(headers) => headers,
        None => rows.next().ok_or("the file has no header row")?,
    };
    let duplicate = (1..names.len()).find(|&index| names[..index].contains(&names[index]));
    if duplicate.is_some() {
        return Err("CSV headers cannot contain duplicates.".to_owned());
    }
    let item = |row: Vec<String>| {
        let mut cells = row.into_iter();
        let fields = names
            .iter()
            .map(|name| (name.clone(), json!(cells.next().unwrap_or_default())));
        Json::Object(fields.collect::<JsonObject>())
    };
    Ok(rows.map(item).collect())
}

/// The cells of each row that is not empty.
fn rows(text: &str, delimiter: char) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    let mut row = Vec::new();
    let mut cell = String::new();
    let mut quoted = false;
    let mut characters = text.chars().peekable();
    while let Some(c) = characters.next() {
        match c {
            '"' if quoted && characters.peek() == Some(&'"') => {
                characters.next();
                cell.push('"');
            }
            '"' if quoted || cell.is_empty() => quoted = !quoted,
            '\r' if !quoted && characters.peek() == Some(&'\n') => {}
            '\n' if !quoted => {
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            c if c == delimiter && !quoted => row.push(std::mem::take(&mut cell)),
            c => cell.push(c),
        }
    }
    row.push(cell);
    rows.push(row);
    rows.retain(|row| row.len() > 1 || row.iter().any(|cell| !cell.is_empty()));
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_row_names_the_fields() {
        assert_eq!(
            items("id,name\r\n1,\"a, \"\"b\"\"\"\r\n", ',', None).unwrap(),
            [json!({ "id": "1", "name": "a, \"b\"" })]
        );
    }

    #[test]
    fn headers_can_name_the_fields() {
        let headers = Some(vec!["id".to_owned(), "name".to_owned()]);
        assert_eq!(
            items("1|x|y\n", '|', headers).unwrap(),
            [json!({ "id": "1", "name": "x" })]
        );
    }

    #[test]
    fn quoted_fields_can_contain_line_breaks_and_short_rows_are_filled() {
        assert_eq!(
            items("\u{feff}a;b\n\"x\ny\";2\n\n3\n", ';', None).unwrap(),
            [json!({ "a": "x\ny", "b": "2" }), json!({ "a": "3", "b": "" })]
        );
    }

    #[test]
    fn duplicate_headers_are_an_error() {
        assert!(items("a,b,a\n1,2,3\n", ',', None).is_err());
    }
}
