//! Names that follow the rules of CloudFormation and of a service. Literals are checked at compile time, other names when
//! they are parsed:
//!
//! ```compile_fail
//! # use infra_gen_cfn::LogicalId;
//! const ORDERS: LogicalId = LogicalId::new("My-Orders"); // only letters and digits are allowed
//! ```

use std::{borrow::Cow, fmt};

use serde::{Deserialize, Serialize};

use crate::value::{Json, Textual, ToJson};

/// The name of a resource, parameter, condition, mapping or output in a template: 1 to 255 letters and digits.
/// <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/resources-section-structure.html>
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct LogicalId(Cow<'static, str>);

impl LogicalId {
    /// A literal name. In a `const`, a malformed name does not compile.
    ///
    /// # Panics
    /// If the name is malformed and this is not evaluated at compile time.
    #[must_use]
    pub const fn new(name: &'static str) -> Self {
        assert!(
            is_logical_id(name),
            "a logical ID has 1 to 255 letters and digits only"
        );
        Self(Cow::Borrowed(name))
    }

    /// Parses a name; `None` if it is not 1 to 255 ASCII letters and digits.
    pub fn parse(name: &str) -> Option<Self> {
        is_logical_id(name).then(|| Self(Cow::Owned(name.to_owned())))
    }

    /// The letters and digits of `words`, with each word capitalized: `get_products` becomes `GetProducts`. `None` if the
    /// result is empty or longer than 255.
    pub fn from_words(words: &str) -> Option<Self> {
        Self::parse(Self(Cow::Borrowed("")).join(words).as_str())
    }

    /// This name followed by the letters and digits of `suffix`, with each word capitalized: `Api` and `/products/{id}`
    /// become `ApiProductsId`.
    #[must_use]
    pub fn join(&self, suffix: &str) -> Self {
        let mut name = self.0.clone().into_owned();
        for word in suffix.split(|c: char| !c.is_ascii_alphanumeric()) {
            let mut letters = word.chars();
            name.extend(letters.next().map(|first| first.to_ascii_uppercase()));
            name.push_str(letters.as_str());
        }
        Self(Cow::Owned(name))
    }

    /// The name as a string.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

const fn is_logical_id(name: &str) -> bool {
    has_length(name, 1, 255) && every_byte(name, b"")
}

impl fmt::Display for LogicalId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl TryFrom<String> for LogicalId {
    type Error = String;

    fn try_from(name: String) -> Result<Self, Self::Error> {
        Self::parse(&name)
            .ok_or_else(|| format!("`{name}` is not a logical ID; use 1 to 255 ASCII letters and digits"))
    }
}

impl From<LogicalId> for String {
    fn from(id: LogicalId) -> Self {
        id.0.into_owned()
    }
}

/// Declares the name type of a resource type, with its rule as a sentence and as a `const fn`.
macro_rules! resource_name {
    ($(#[$doc:meta])* $name:ident, $rule:literal, $is_valid:expr) => {
        $(#[$doc])*
        #[doc = concat!("\n", $rule, ".")]
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Cow<'static, str>);

        impl $name {
            /// A literal name. In a `const`, a malformed name does not compile.
            ///
            /// # Panics
            /// If the name is malformed and this is not evaluated at compile time.
            #[must_use]
            pub const fn new(name: &'static str) -> Self {
                assert!($is_valid(name), $rule);
                Self(Cow::Borrowed(name))
            }

            /// Parses a name; `None` if it is malformed.
            pub fn parse(name: &str) -> Option<Self> {
                $is_valid(name).then(|| Self(Cow::Owned(name.to_owned())))
            }

            /// The name as a string.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl Textual for $name {}

        impl ToJson for $name {
            fn to_json(&self) -> Json {
                Json::from(self.as_str())
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

resource_name! {
    /// The name of a DynamoDB table or index.
    /// <https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/HowItWorks.NamingRulesDataTypes.html>
    TableName,
    "a table name has 3 to 255 letters, digits, `_`, `.` and `-`",
    is_table_name
}

const fn is_table_name(name: &str) -> bool {
    has_length(name, 3, 255) && every_byte(name, b"_.-")
}

resource_name! {
    /// The name of a Lambda function.
    /// <https://docs.aws.amazon.com/lambda/latest/api/API_CreateFunction.html>
    FunctionName,
    "a function name has 1 to 64 letters, digits, `_` and `-`",
    is_function_name
}

const fn is_function_name(name: &str) -> bool {
    has_length(name, 1, 64) && every_byte(name, b"_-")
}

resource_name! {
    /// The name of a standard SNS topic.
    /// <https://docs.aws.amazon.com/sns/latest/api/API_CreateTopic.html>
    TopicName,
    "a topic name has 1 to 256 letters, digits, `_` and `-`",
    is_topic_name
}

const fn is_topic_name(name: &str) -> bool {
    has_length(name, 1, 256) && every_byte(name, b"_-")
}

resource_name! {
    /// The name of an IAM role.
    /// <https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html>
    RoleName,
    "a role name has 1 to 64 letters, digits and `_+=,.@-`",
    is_role_name
}

const fn is_role_name(name: &str) -> bool {
    has_length(name, 1, 64) && every_byte(name, b"_+=,.@-")
}

resource_name! {
    /// The name of a Step Functions state machine.
    /// <https://docs.aws.amazon.com/step-functions/latest/apireference/API_CreateStateMachine.html>
    StateMachineName,
    "a state machine name has 1 to 80 letters, digits, `_` and `-`",
    is_state_machine_name
}

const fn is_state_machine_name(name: &str) -> bool {
    has_length(name, 1, 80) && every_byte(name, b"_-")
}

resource_name! {
    /// The name of a general purpose S3 bucket. Dots are not allowed, because they break TLS for virtual-hosted addresses.
    /// <https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html>
    BucketName,
    "a bucket name has 3 to 63 lower-case letters, digits and `-`, and begins and ends with a letter or digit",
    is_bucket_name
}

const fn is_bucket_name(name: &str) -> bool {
    let bytes = name.as_bytes();
    let mut i = 0;
    while i < bytes.len() {
        if bytes[i].is_ascii_uppercase() {
            return false;
        }
        i += 1;
    }
    has_length(name, 3, 63) && every_byte(name, b"-") && bytes[0] != b'-' && bytes[bytes.len() - 1] != b'-'
}

const fn has_length(text: &str, min: usize, max: usize) -> bool {
    min <= text.len() && text.len() <= max
}

/// Whether every byte is an ASCII letter or digit or one of `others`.
const fn every_byte(text: &str, others: &[u8]) -> bool {
    let bytes = text.as_bytes();
    let mut i = 0;
    while i < bytes.len() {
        if !bytes[i].is_ascii_alphanumeric() && !contains(others, bytes[i]) {
            return false;
        }
        i += 1;
    }
    true
}

const fn contains(bytes: &[u8], wanted: u8) -> bool {
    let mut i = 0;
    while i < bytes.len() {
        if bytes[i] == wanted {
            return true;
        }
        i += 1;
    }
    false
}
