//! Reading a request's body as JSON of a contract's type.
//!
//! The gateway checks bodies by the same types before a handler sees them. They are checked once more here, for whatever
//! reaches the handler another way, and by the rules that a schema cannot say.

use std::fmt::Write;

use serde::de::DeserializeOwned;
use serde_json::{Error, Value};
use serde_path_to_error::{Path, Segment};
use shop_contract::InvalidValue;

use crate::{Failure, Request, objects::Objects, unique::Unique};

/// The longest body that is read. The largest order there can be has a quarter of it.
const MAX_BYTES: usize = 64 * 1024;

impl Request {
    /// The body, which has to say that it is JSON and to be of the type, or what is wrong with it and where.
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
                detail: format!("the body has {} bytes; at most {MAX_BYTES} are read", body.len()),
            });
        }
        // By way of a value, for then a message says which field is wrong and not which column.
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
            // The syntax is right, and a field stands twice.
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

/// The path as a JSON Pointer in a fragment (RFC 6901, 6). A part that is not known ends it: what holds the wrong value is
/// named then.
fn pointer(path: &Path) -> String {
    let mut pointer = "#".to_owned();
    for segment in path {
        match segment {
            Segment::Seq { index } => write!(pointer, "/{index}").expect("a text takes what is written"),
            Segment::Map { key: name } | Segment::Enum { variant: name } => {
                pointer.push('/');
                push_escaped(&mut pointer, name);
            }
            Segment::Unknown => break,
        }
    }
    pointer
}

/// Writes the name of a field as a pointer has it, and that as a fragment has it.
fn push_escaped(pointer: &mut String, name: &str) {
    for byte in name.bytes() {
        match byte {
            b'~' => pointer.push_str("~0"),
            b'/' => pointer.push_str("~1"),
            _ if byte.is_ascii_alphanumeric() || b"-._!$&'()*+,;=:@?".contains(&byte) => {
                pointer.push(byte.into());
            }
            _ => write!(pointer, "%{byte:02X}").expect("a text takes what is written"),
        }
    }
}

/// Whether a media type is JSON, in the one character set that is read. Other parameters mean nothing for JSON.
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
        let Err(Failure::Invalid { detail: told, errors }) = read("application/json", &body.into(), false)
        else {
            panic!("{body} is read")
        };
        assert_eq!(told, detail);
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
    fn the_field_that_is_wrong_is_named() {
        check_refused(
            r#"{"lines":[{"productId":"oat"},{"productId":"No Slug"}]}"#,
            "body, `lines[1].productId`: expected a product ID: at most 64 lower-case letters, digits and inner hyphens",
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
    fn a_field_that_stands_twice_is_refused() {
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
    fn an_array_of_an_object_s_values_is_not_the_object() {
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
    fn a_pointer_leads_to_whatever_name_a_stranger_gives_a_field() {
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
                panic!("{name} is read")
            };
            assert_eq!(errors[0].pointer, pointer);
        }
    }

    #[test]
    fn what_is_not_json_is_refused_with_the_place() {
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
    fn a_body_that_is_not_called_json_is_refused() {
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
    fn a_body_beyond_reason_is_refused_unread() {
        let body = "[".repeat(1_000_000);
        assert!(matches!(
            read("application/json", &body.into(), false),
            Err(Failure::TooLarge { .. })
        ));
    }
}
