//! Names that follow the rules of CloudFormation and of a service.
//!
//! A malformed literal does not compile where it is evaluated at compile time, in a `const` or a `const { … }` block. Elsewhere,
//! `new` panics with the name, the rule and the place of the call. `parse` and `try_from` take computed names.
//!
//! ```compile_fail
//! # use infra_gen_cfn::LogicalId;
//! const ORDERS: LogicalId = LogicalId::new("My-Orders"); // only letters and digits are allowed
//! ```
//!
//! ```compile_fail
//! # use infra_gen_cfn::LogicalId;
//! let orders = const { LogicalId::new("My-Orders") };
//! ```

use std::{borrow::Cow, fmt, str::FromStr};

use serde::{Deserialize, Serialize};

use crate::{
    literal,
    value::{Json, Textual, ToJson},
};

/// A text that is not a valid name of its type.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{name}` is malformed: {rule}")]
pub struct InvalidName {
    name: String,
    rule: &'static str,
}

/// Declares a name type, with its rule as a sentence and as a `const fn`.
macro_rules! checked_name {
    ($(#[$attribute:meta])* $name:ident, $rule:literal, $is_valid:expr) => {
        $(#[$attribute])*
        #[doc = concat!("\n", $rule, ".")]
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Cow<'static, str>);

        impl $name {
            /// A literal name. In a `const` or a `const { … }` block, a malformed name does not compile.
            ///
            /// # Panics
            /// If the name is malformed and this is not evaluated at compile time.
            #[must_use]
            #[track_caller]
            pub const fn new(name: &'static str) -> Self {
                if !$is_valid(name) {
                    panic!("{}", literal::refusal(name, $rule).as_str());
                }
                Self(Cow::Borrowed(name))
            }

            /// Parses a name; `None` if it is malformed. `try_from` returns the reason.
            pub fn parse(name: &str) -> Option<Self> {
                Self::try_from(name).ok()
            }

            /// The name as a string.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl TryFrom<String> for $name {
            type Error = InvalidName;

            fn try_from(name: String) -> Result<Self, Self::Error> {
                if $is_valid(&name) {
                    Ok(Self(Cow::Owned(name)))
                } else {
                    Err(InvalidName { name, rule: $rule })
                }
            }
        }

        impl TryFrom<&str> for $name {
            type Error = InvalidName;

            fn try_from(name: &str) -> Result<Self, Self::Error> {
                Self::try_from(name.to_owned())
            }
        }

        impl FromStr for $name {
            type Err = InvalidName;

            fn from_str(name: &str) -> Result<Self, Self::Err> {
                Self::try_from(name)
            }
        }

        impl From<$name> for String {
            fn from(name: $name) -> Self {
                name.0.into_owned()
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

checked_name! {
    /// The name of a resource, parameter, condition, mapping or output in a template.
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/resources-section-structure.html>
    #[derive(Serialize, Deserialize)]
    #[serde(try_from = "String", into = "String")]
    LogicalId,
    "a logical ID has 1 to 255 letters and digits only",
    is_logical_id
}

impl LogicalId {
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

    /// This name followed by a variable of a loop: `Topic${NamesItem}`. Such a name is valid in the loop only.
    pub(crate) fn with_marker(&self, marker: &str) -> Self {
        Self(Cow::Owned(format!("{self}{marker}")))
    }

    /// The name where a template refers to it. The variable of a loop is replaced in `Fn::Sub` only.
    pub(crate) fn to_reference(&self) -> Json {
        if self.0.contains('{') {
            serde_json::json!({ "Fn::Sub": self.as_str() })
        } else {
            Json::from(self.as_str())
        }
    }

    /// The name with the variable of a loop replaced by an item.
    pub(crate) fn with_item(&self, marker: &str, item: &str) -> Self {
        Self(Cow::Owned(self.0.replace(marker, item)))
    }
}

const fn is_logical_id(name: &str) -> bool {
    has_length(name, 1, 255) && every_byte(name, b"")
}

/// Declares the name type of a resource type, which properties can hold.
macro_rules! resource_name {
    ($(#[$attribute:meta])* $name:ident, $rule:literal, $is_valid:expr) => {
        checked_name! { $(#[$attribute])* $name, $rule, $is_valid }

        impl Textual for $name {}

        impl ToJson for $name {
            fn to_json(&self) -> Json {
                Json::from(self.as_str())
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
