//! Reads the body of a request as JSON of a contract's type.
//!
//! The gateway validates bodies by the same types. They are validated again here, because an event may come from elsewhere, and
//! because a schema cannot express all rules.

use std::fmt::Write;

use serde::de::DeserializeOwned;
use serde_json::{Error, Value};
use serde_path_to_error::{Path, Segment};
use shop_contract::InvalidValue;

use crate::{Failure, Request, objects::Objects, unique::Unique};

/// The maximum size of a body. The largest possible order needs a quarter of it.
const MAX_BYTES: usize = 64 * 1024;

impl Request {
    /// The body, which must be declared as JSON and match the type. The failure says what is wrong and where.
    pub fn json<T: DeserializeOwned>(&self) -> Result<T, Failure> {
        if !self.header("content-type").is_some_and(is_json) {
            return Err(Failure::UnsupportedMediaType {
                detail: "the body must be JSON in UTF-8, with the header `content-type: application/json`"
                    .to_owned(),
            });
        }
        let body = self.body()?;
        if body.len() > MAX_BYTES {
            return Err(Failure::TooLarge {
                detail: format!(
                    "the body has {} bytes; at most {MAX_BYTES} are allowed",
                    body.len()
                ),
            });
        }
        // Through a value, so that an error names the field and not the column.
        let value = Objects(parse(&body)?);
        value
            .check()
            .map_err(|error| invalid(".", "#".to_owned(), &error))?;
        serde_path_to_error::deserialize(value).map_err(|error| {
            let path = error.path();
            invalid(&path.to_string(), pointer(path), error.inner())
        })
    }
}

fn parse(body: &[u8]) -> Result<Value, Failure> {
    let mut reader = serde_json::Deserializer::from_slice(body);
    let value = serde_path_to_error::deserialize(&mut reader).map_err(|error| {
        let path = error.path();
        match error.inner() {
            // The syntax is valid, and a field is duplicated.
            inner if inner.is_data() => invalid(&path.to_string(), pointer(path), inner),
            inner => not_json(inner),
        }
    });
    let Unique(value) = value?;
    reader.end().map_err(|error| not_json(&error))?;
    Ok(value)
}

fn not_json(error: &Error) -> Failure {
    Failure::invalid(format!("the body is not JSON: {error}"))
}

fn invalid(path: &str, pointer: String, error: &Error) -> Failure {
    Failure::Invalid {
        detail: match path {
            "." => format!("body: {error}"),
            path => format!("body, `{path}`: {error}"),
        },
        errors: vec![InvalidValue {
            detail: error.to_string(),
            pointer,
        }],
    }
}

/// The path as a JSON Pointer in a URI fragment (RFC 6901, section 6). It ends at an unknown segment, and then points to the parent
/// of the invalid value.
fn pointer(path: &Path) -> String {
    let mut pointer = "#".to_owned();
    for segment in path {
        match segment {
            Segment::Seq { index } => write!(pointer, "/{index}").expect("a string accepts all text"),
            Segment::Map { key: name } | Segment::Enum { variant: name } => {
                pointer.push('/');
                push_escaped(&mut pointer, name);
            }
            Segment::Unknown => break,
        }
    }
    pointer
}

/// Writes the name of a field, escaped for a pointer and for a fragment.
fn push_escaped(pointer: &mut String, name: &str) {
    for byte in name.bytes() {
        match byte {
            b'~' => pointer.push_str("~0"),
            b'/' => pointer.push_str("~1"),
            _ if byte.is_ascii_alphanumeric() || b"-._!$&'()*+,;=:@?".contains(&byte) => {
                pointer.push(byte.into());
            }
            _ => write!(pointer, "%{byte:02X}").expect("a string accepts all text"),
        }
    }
}

/// Whether a media type is JSON in UTF-8. Other parameters have no meaning for JSON.
fn is_json(media_type: &str) -> bool {
    let mut parts = media_type.split(';').map(str::trim);
    let is_utf8 = |parameter: &str| match parameter.split_once('=') {
        Some((name, value)) if name.trim().eq_ignore_ascii_case("charset") => {
            let value = value.trim().trim_matches('"');
            ["utf-8", "utf8", "us-ascii"]
                .iter()
                .any(|charset| value.eq_ignore_ascii_case(charset))
        }
        _ => true,
    };
    parts
        .next()
        .is_some_and(|essence| essence.eq_ignore_ascii_case("application/json"))
        && parts.all(is_utf8)
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;
    use serde_json::json;
    use shop_contract::ProductId;

    use super::*;

    #[derive(Debug, PartialEq, Deserialize)]
    #[serde(rename_all = "camelCase", deny_unknown_fields)]
    struct Basket {
        lines: Vec<Line>,
    }

    #[derive(Debug, PartialEq, Deserialize)]
    #[serde(rename_all = "camelCase", deny_unknown_fields)]
    struct Line {
        product_id: ProductId,
    }

    fn read(media_type: &str, body: &Value, encoded: bool) -> Result<Basket, Failure> {
        let event = json!({
            "httpMethod": "POST", "path": "/baskets", "headers": { "Content-Type": media_type },
            "requestContext": { "requestId": "r-1" }, "body": body, "isBase64Encoded": encoded
        });
        Request::parse(&event.to_string()).unwrap().json()
    }

    #[track_caller]
    fn check_refused(body: &str, detail: &str, pointers: &[&str]) {
        let Err(Failure::Invalid {
            detail: found,
            errors,
        }) = read("application/json", &body.into(), false)
        else {
            panic!("{body} is accepted")
        };
        assert_eq!(found, detail);
        assert!(
            errors.iter().all(|error| detail.ends_with(&error.detail)),
            "{errors:?}"
        );
        assert!(
            errors.iter().map(|error| &error.pointer).eq(pointers),
            "{errors:?}"
        );
    }

    #[test]
    fn a_body_is_read_as_its_type() {
        let body = r#"{"lines":[{"productId":"oat"}]}"#;
        let basket = Basket {
            lines: vec![Line {
                product_id: ProductId::parse("oat").unwrap(),
            }],
        };
        for media_type in [
            "application/json",
            "Application/JSON; charset=utf-8",
            "application/json;Charset=\"UTF-8\"",
            "application/json; profile=x",
        ] {
            assert_eq!(read(media_type, &body.into(), false).unwrap(), basket);
        }
        let encoded = "eyJsaW5lcyI6W3sicHJvZHVjdElkIjoib2F0In1dfQ==";
        assert_eq!(read("application/json", &encoded.into(), true).unwrap(), basket);
    }

    #[test]
    fn an_error_names_the_invalid_field() {
        check_refused(
            r#"{"lines":[{"productId":"oat"},{"productId":"No Slug"}]}"#,
            "body, `lines[1].productId`: expected a product ID of at most 64 lower-case letters and digits, with hyphens only between them",
            &["#/lines/1/productId"],
        );
        check_refused(
            r#"{"lines":[{"productId":"oat","price":1}]}"#,
            "body, `lines[0].price`: unknown field `price`, expected `productId`",
            &["#/lines/0/price"],
        );
        check_refused("{}", "body: missing field `lines`", &["#"]);
        check_refused("3", "body: invalid type: number, expected an object", &["#"]);
    }

    #[test]
    fn a_duplicate_field_is_refused() {
        check_refused(
            r#"{"lines":[{"productId":"oat","productId":"rye"}]}"#,
            "body, `lines[0]`: duplicate field `productId` at line 1 column 40",
            &["#/lines/0"],
        );
        check_refused(
            r#"{"lines":[],"lines":[]}"#,
            "body: duplicate field `lines` at line 1 column 19",
            &["#"],
        );
        check_refused(
            "{} {}",
            "the body is not JSON: trailing characters at line 1 column 4",
            &[],
        );
    }

    #[test]
    fn an_array_is_not_accepted_as_an_object() {
        check_refused(
            r#"{"lines":[["oat"]]}"#,
            "body, `lines[0]`: invalid type: array, expected an object",
            &["#/lines/0"],
        );
        check_refused(
            r#"[[{"productId":"oat"}]]"#,
            "body: invalid type: array, expected an object",
            &["#"],
        );
    }

    #[test]
    fn a_pointer_escapes_any_field_name() {
        for (name, pointer) in [
            ("a/b", "#/a~1b"),
            ("m~n", "#/m~0n"),
            ("", "#/"),
            ("50%", "#/50%25"),
            ("\"#\n", "#/%22%23%0A"),
            ("ä", "#/%C3%A4"),
        ] {
            let body = json!({ name: 1, "lines": [] }).to_string();
            let Err(Failure::Invalid { errors, .. }) = read("application/json", &body.into(), false) else {
                panic!("{name} is accepted")
            };
            assert_eq!(errors[0].pointer, pointer);
        }
    }

    #[test]
    fn invalid_json_is_refused_with_its_position() {
        check_refused(
            "",
            "the body is not JSON: EOF while parsing a value at line 1 column 0",
            &[],
        );
        check_refused(
            r#"{"lines":[}"#,
            "the body is not JSON: expected value at line 1 column 11",
            &[],
        );
        assert!(matches!(
            read("application/json", &Value::Null, false),
            Err(Failure::Invalid { .. })
        ));
        assert!(matches!(
            read("application/json", &"%%%".into(), true),
            Err(Failure::Invalid { .. })
        ));
    }

    #[test]
    fn a_body_with_another_media_type_is_refused() {
        for media_type in [
            "text/plain",
            "application/x-www-form-urlencoded",
            "application/jsonp",
            "application/json; charset=utf-16",
            "application/json;profile=x; charset = \"ISO-8859-1\"",
            "",
        ] {
            assert!(
                matches!(
                    read(media_type, &"{}".into(), false),
                    Err(Failure::UnsupportedMediaType { .. })
                ),
                "{media_type}"
            );
        }
    }

    #[test]
    fn a_body_that_is_too_large_is_refused() {
        let body = "[".repeat(1_000_000);
        assert!(matches!(
            read("application/json", &body.into(), false),
            Err(Failure::TooLarge { .. })
        ));
    }
}
