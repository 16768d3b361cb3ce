//! Enums that are written as strings in the template.

/// Declares an enum with one string per variant.
#[allow(unused_macros, reason = "a program may enable no service")]
macro_rules! text_enum {
    ($(#[$doc:meta])* $name:ident { $($variant:ident = $text:literal,)* }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name {
            $(#[doc = concat!("`", $text, "`")] $variant,)*
        }

        impl $name {
            /// The strings of all variants, in the order of the variants.
            pub const VALUES: &'static [&'static str] = &[$($text),*];

            /// The string in the template.
            pub const fn as_str(self) -> &'static str {
                Self::VALUES[self as usize]
            }
        }

        impl crate::value::Textual for $name {}

        impl crate::value::ToJson for $name {
            fn to_json(&self) -> crate::value::Json {
                crate::value::Json::from(self.as_str())
            }
        }
    };
}

pub(crate) use text_enum;
