//! What a property does to access: one row per property, or per type.
//!
//! The rows are data; [`super::judge`] applies them to a change.

/// A property that opens or restricts access, or a type whose resources do.
#[derive(Debug)]
pub(super) struct Rule {
    /// The type, or `*` for every type.
    pub(super) type_name: &'static str,
    /// The place below the properties, with `*` for any item or key: `Listeners.*.Protocol`. Empty for the resource as a
    /// whole; `**.Name` for a property of that name at any depth.
    pub(super) path: &'static str,
    pub(super) effect: AccessEffect,
    /// The page of AWS's documentation that describes the property.
    pub(super) page: &'static str,
}

/// Which changes broaden access.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum AccessEffect {
    /// A value further to the right in `levels`. Equally open values are separated by `/`.
    Level {
        levels: &'static [&'static str],
        /// The value if the property is absent: one of `levels`, or [`UNKNOWN`].
        absent: &'static str,
        of_new: OfNew,
    },
    /// An address outside the networks that were allowed before. `absent` is allowed if the property is absent.
    Addresses { absent: &'static str },
    /// Adding it, or an item of it.
    Added,
    /// Creating the resource; an update does not by itself.
    Created,
    /// Removing it, or an item of it.
    Removed,
    /// Like [`Removed`](Self::Removed), and a new resource without it.
    RemovedOrMissing,
    /// Any change: the direction is unknown.
    Changed,
    /// No change, although the name of the property looks like access.
    Never,
}

/// How the level of a new resource counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum OfNew {
    /// A new resource with an open value is broader access, even if the value is a default.
    Counts,
    /// Only a value that the template gives counts: the default of a new resource is the most restrictive value.
    CountsIfGiven,
    /// It does not: the property restricts what other properties allow.
    Ignored,
}

/// A default that AWS does not document, or that depends on the account.
pub(super) const UNKNOWN: &str = "?";

type Levels = &'static [&'static str];

/// The property exposes the resource, also a new one.
pub(super) const fn exposes(
    type_name: &'static str,
    path: &'static str,
    levels: Levels,
    absent: &'static str,
    page: &'static str,
) -> Rule {
    level(type_name, path, levels, absent, OfNew::Counts, page)
}

/// The property blocks exposure; without it, a new resource is not exposed.
pub(super) const fn blocks(
    type_name: &'static str,
    path: &'static str,
    levels: Levels,
    absent: &'static str,
    page: &'static str,
) -> Rule {
    level(type_name, path, levels, absent, OfNew::CountsIfGiven, page)
}

/// The property restricts access; a new resource without it is as open as others.
pub(super) const fn limits(
    type_name: &'static str,
    path: &'static str,
    levels: Levels,
    absent: &'static str,
    page: &'static str,
) -> Rule {
    level(type_name, path, levels, absent, OfNew::Ignored, page)
}

const fn level(
    type_name: &'static str,
    path: &'static str,
    levels: Levels,
    absent: &'static str,
    of_new: OfNew,
    page: &'static str,
) -> Rule {
    let effect = AccessEffect::Level {
        levels,
        absent,
        of_new,
    };
    Rule {
        type_name,
        path,
        effect,
        page,
    }
}

/// The property lists the networks that have access.
pub(super) const fn addresses(
    type_name: &'static str,
    path: &'static str,
    absent: &'static str,
    page: &'static str,
) -> Rule {
    rule(type_name, path, AccessEffect::Addresses { absent }, page)
}

/// The property, or the resource, grants access.
pub(super) const fn grants(type_name: &'static str, path: &'static str, page: &'static str) -> Rule {
    rule(type_name, path, AccessEffect::Added, page)
}

/// The resource is a new way in.
pub(super) const fn opens(type_name: &'static str, path: &'static str, page: &'static str) -> Rule {
    rule(type_name, path, AccessEffect::Created, page)
}

/// The property, or the resource, restricts access.
pub(super) const fn restricts(type_name: &'static str, path: &'static str, page: &'static str) -> Rule {
    rule(type_name, path, AccessEffect::Removed, page)
}

/// Without the property, the resource is public.
pub(super) const fn isolates(type_name: &'static str, path: &'static str, page: &'static str) -> Rule {
    rule(type_name, path, AccessEffect::RemovedOrMissing, page)
}

/// A change of the property, or of the resource, may open access.
pub(super) const fn affects(type_name: &'static str, path: &'static str, page: &'static str) -> Rule {
    rule(type_name, path, AccessEffect::Changed, page)
}

/// The property does not affect access.
pub(super) const fn ignores(type_name: &'static str, path: &'static str, page: &'static str) -> Rule {
    rule(type_name, path, AccessEffect::Never, page)
}

const fn rule(type_name: &'static str, path: &'static str, effect: AccessEffect, page: &'static str) -> Rule {
    Rule {
        type_name,
        path,
        effect,
        page,
    }
}

impl Rule {
    /// The segments of the path.
    pub(super) fn segments(&self) -> Vec<&'static str> {
        if self.path.is_empty() {
            Vec::new()
        } else {
            self.path.split('.').collect()
        }
    }

    /// The address of AWS's page about the property.
    pub(super) fn documentation(&self) -> String {
        let folder = if self.page.starts_with("sam-") {
            "serverless-application-model/latest/developerguide"
        } else {
            "AWSCloudFormation/latest/TemplateReference"
        };
        format!("https://docs.aws.amazon.com/{folder}/{}.html", self.page)
    }

    /// The name of a property at any depth.
    pub(super) fn name_at_any_depth(&self) -> Option<&'static str> {
        self.path.strip_prefix("**.")
    }
}
