//! CSV as an item reader reads it: RFC 4180 with one of five delimiters.

use serde_json::json;

use crate::model::{Json, JsonObject};

/// The values of `CSVDelimiter`.
const DELIMITERS: [(&str, u8); 5] = [
    ("COMMA", b','),
    ("PIPE", b'|'),
    ("SEMICOLON", b';'),
    ("SPACE", b' '),
    ("TAB", b'\t'),
];

/// The character for a value of `CSVDelimiter`.
pub(super) fn delimiter(name: &str) -> Result<u8, String> {
    let found = DELIMITERS.iter().find(|(known, _)| *known == name);
    found
        .map(|(_, character)| *character)
        .ok_or_else(|| format!("unknown `CSVDelimiter` `{name}`; use COMMA, PIPE, SEMICOLON, SPACE or TAB"))
}

/// The rows of `text` as objects, with the names in `headers` or in the first row. A short row is filled with empty
/// strings, and fields without a name are dropped.
pub(super) fn items(text: &str, delimiter: u8, headers: Option<Vec<String>>) -> Result<Vec<Json>, String> {
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .has_headers(false)
        .flexible(true)
        .from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let mut rows = reader.deserialize::<Vec<String>>();
    let names = match headers {
        Some(headers) => headers,
        None => rows
            .next()
            .ok_or("the file has no header row")?
            .map_err(|error| error.to_string())?,
    };
    let duplicate = (1..names.len()).find(|&index| names[..index].contains(&names[index]));
    if duplicate.is_some() {
        return Err("CSV headers cannot contain duplicates.".to_owned());
    }
    let item = |row: Result<Vec<String>, csv::Error>| {
        let mut cells = row.map_err(|error| error.to_string())?.into_iter();
        let fields = names
            .iter()
            .map(|name| (name.clone(), json!(cells.next().unwrap_or_default())));
        Ok(Json::Object(fields.collect::<JsonObject>()))
    };
    rows.map(item).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_row_names_the_fields() {
        assert_eq!(
            items("id,name\r\n1,\"a, \"\"b\"\"\"\r\n", b',', None).unwrap(),
            [json!({ "id": "1", "name": "a, \"b\"" })]
        );
    }

    #[test]
    fn headers_can_name_the_fields() {
        let headers = Some(vec!["id".to_owned(), "name".to_owned()]);
        assert_eq!(
            items("1|x|y\n", b'|', headers).unwrap(),
            [json!({ "id": "1", "name": "x" })]
        );
    }

    #[test]
    fn quoted_fields_can_contain_line_breaks_and_short_rows_are_filled() {
        assert_eq!(
            items("\u{feff}a;b\n\"x\ny\";2\n\n3\n", b';', None).unwrap(),
            [json!({ "a": "x\ny", "b": "2" }), json!({ "a": "3", "b": "" })]
        );
    }

    #[test]
    fn duplicate_headers_are_an_error() {
        assert!(items("a,b,a\n1,2,3\n", b',', None).is_err());
    }
}
