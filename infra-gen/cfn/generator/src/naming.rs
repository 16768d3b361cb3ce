//! Converts AWS's names to Rust names.

/// Words that would be split in the wrong place, and how to split them.
const WORDS: [(&str, &str); 17] = [
    ("DDoS", "Ddos"),
    ("DynamoDBv2", "DynamoDbV2"),
    ("ETag", "Etag"),
    ("FSx", "Fsx"),
    ("GiB", "Gib"),
    ("IPv4", "Ipv4"),
    ("IPv6", "Ipv6"),
    ("IdC", "Idc"),
    ("IoT", "Iot"),
    ("KiB", "Kib"),
    ("MiB", "Mib"),
    ("MiBps", "Mibps"),
    ("OAuth", "Oauth"),
    ("OTel", "Otel"),
    ("QnA", "Qna"),
    ("SaaS", "Saas"),
    ("VCpu", "Vcpu"),
];

/// Keywords of Rust. Fields with these names are raw identifiers.
const KEYWORDS: [&str; 46] = [
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "do", "dyn", "else",
    "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop", "macro",
    "match", "mod", "move", "mut", "override", "priv", "pub", "ref", "return", "static", "struct", "trait",
    "true", "try", "type", "typeof", "unsafe", "use", "virtual", "where", "while",
];

/// `KMSMasterKeyId` as `kms_master_key_id`.
pub fn snake(name: &str) -> String {
    let name = WORDS.iter().fold(name.to_owned(), |name, (spelling, word)| {
        respell(&name, spelling, word)
    });
    let letters: Vec<char> = name.chars().collect();
    let mut snake = String::new();
    for (i, &letter) in letters.iter().enumerate() {
        if !letter.is_ascii_alphanumeric() {
            if !snake.ends_with('_') {
                snake.push('_');
            }
            continue;
        }
        let starts_word = letter.is_ascii_uppercase() && i > 0 && {
            let after_lower = !letters[i - 1].is_ascii_uppercase();
            let ends_acronym =
                letters.get(i + 1).is_some_and(char::is_ascii_lowercase) && !is_plural(&letters, i);
            after_lower || ends_acronym
        };
        if starts_word && !snake.is_empty() && !snake.ends_with('_') {
            snake.push('_');
        }
        snake.push(letter.to_ascii_lowercase());
    }
    snake
}

/// The name with `word` for `spelling`, where it is a whole word or its plural: `IdC` is not a word of `OpenIdConnect`.
fn respell(name: &str, spelling: &str, word: &str) -> String {
    let mut pieces = name.split(spelling);
    let mut respelt = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let rest = piece.strip_prefix('s').unwrap_or(piece);
        let is_word = !rest.starts_with(|c: char| c.is_ascii_lowercase());
        respelt += if is_word { word } else { spelling };
        respelt += piece;
    }
    respelt
}

/// Whether the capital at `i` is the last letter of an acronym in the plural: the `L` of `CallbackURLs`.
fn is_plural(letters: &[char], i: usize) -> bool {
    letters.get(i + 1) == Some(&'s') && letters.get(i + 2).is_none_or(|next| !next.is_ascii_lowercase())
}

/// The name of a field or method.
pub fn field(name: &str) -> String {
    let snake = snake(name);
    if KEYWORDS.contains(&snake.as_str()) {
        format!("r#{snake}")
    } else {
        snake
    }
}

/// The service of a type: `AWS::DynamoDB::Table` as `DynamoDB`.
pub fn service(type_name: &str) -> &str {
    type_name.split("::").nth(1).unwrap_or(type_name)
}

/// The last part of the name of a type: `AWS::DynamoDB::Table` as `Table`.
pub fn type_name(type_name: &str) -> &str {
    type_name.rsplit("::").next().unwrap_or(type_name)
}

/// The module and feature of a service: `DynamoDB` as `dynamodb`.
pub fn module(service: &str) -> String {
    service.to_ascii_lowercase()
}

/// The variants of an enum with their values. Values that differ only in case share a variant, which is written in the spelling
/// with the most capitals. `None` if two other values have the same name, or one has none.
pub fn variants<'v>(values: &[&'v str]) -> Option<Vec<(String, &'v str)>> {
    let capitals = |text: &str| text.bytes().filter(u8::is_ascii_uppercase).count();
    let mut variants: Vec<(String, &'v str)> = Vec::new();
    for text in values.iter().copied() {
        let name = variant(text);
        if name.is_empty() {
            return None;
        }
        match variants
            .iter_mut()
            .find(|(present, _)| present.eq_ignore_ascii_case(&name))
        {
            Some((present, other)) if other.eq_ignore_ascii_case(text) => {
                if capitals(text) > capitals(other) {
                    *present = name;
                    *other = text;
                }
            }
            Some(_) => return None,
            None => variants.push((name, text)),
        }
    }
    Some(variants)
}

/// `PAY_PER_REQUEST` as `PayPerRequest`.
pub fn variant(text: &str) -> String {
    let mut variant = String::new();
    for word in text
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
    {
        let between_digits =
            variant.ends_with(|c: char| c.is_ascii_digit()) && word.starts_with(|c: char| c.is_ascii_digit());
        if between_digits {
            variant.push('_');
        }
        let is_upper_case = word.len() > 1 && !word.contains(|c: char| c.is_ascii_lowercase());
        let word = if is_upper_case {
            word.to_ascii_lowercase()
        } else {
            word.to_owned()
        };
        variant.push_str(&capitalized(&word));
    }
    match variant.as_str() {
        "" if text == "*" => "Any".to_owned(),
        "Self" => "Itself".to_owned(),
        digits if digits.starts_with(|c: char| c.is_ascii_digit()) => format!("V{digits}"),
        _ => variant,
    }
}

/// The singular: `AllowedMethods` as `AllowedMethod`.
pub fn singular(name: &str) -> String {
    if let Some(stem) = name.strip_suffix("ies") {
        format!("{stem}y")
    } else if name.ends_with("ss") || name.ends_with("us") {
        name.to_owned()
    } else {
        name.strip_suffix('s').unwrap_or(name).to_owned()
    }
}

/// The word with a capital first letter.
pub fn capitalized(word: &str) -> String {
    let mut letters = word.chars();
    match letters.next() {
        Some(first) => first.to_ascii_uppercase().to_string() + letters.as_str(),
        None => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::{singular, snake, variant};

    #[test]
    fn fields_keep_acronyms_together() {
        for (name, field) in [
            ("KMSMasterKeyId", "kms_master_key_id"),
            ("SSESpecification", "sse_specification"),
            ("CallbackURLs", "callback_urls"),
            ("S3BucketSource", "s3_bucket_source"),
            ("IPv6CidrBlock", "ipv6_cidr_block"),
            ("AllowedOAuthFlows", "allowed_oauth_flows"),
            ("deadLetterTargetArn", "dead_letter_target_arn"),
            ("Endpoint.Address", "endpoint_address"),
            ("WebACLId", "web_acl_id"),
            ("IPSet", "ip_set"),
            ("OnSourceDDoSProtectionConfig", "on_source_ddos_protection_config"),
            ("MemoryGiBPerVCpu", "memory_gib_per_vcpu"),
            ("TargetMiBps", "target_mibps"),
            ("IdCInstanceArn", "idc_instance_arn"),
            ("OpenIdConnectIssuerUrl", "open_id_connect_issuer_url"),
        ] {
            assert_eq!(snake(name), field);
        }
    }

    #[test]
    fn variants_keep_versions_readable() {
        for (text, name) in [
            ("PAY_PER_REQUEST", "PayPerRequest"),
            ("provided.al2023", "ProvidedAl2023"),
            ("x86_64", "X86_64"),
            ("TLSv1.2_2021", "TLSv1_2_2021"),
            ("redirect-to-https", "RedirectToHttps"),
            ("*", "Any"),
            ("S", "S"),
        ] {
            assert_eq!(variant(text), name);
        }
    }

    #[test]
    fn plurals_become_singulars() {
        for (many, one) in [
            ("Policies", "Policy"),
            ("AllowedMethods", "AllowedMethod"),
            ("Access", "Access"),
        ] {
            assert_eq!(singular(many), one);
        }
    }
}
