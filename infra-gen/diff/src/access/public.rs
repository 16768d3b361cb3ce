//! Public access: function URLs, buckets, and flags that open a resource to the public.

use std::collections::BTreeMap;

use infra_gen_cfn::Json;
use serde_json::Map;

use super::{Found, Resource};
use crate::{
    compare::is_function,
    model::{Path, Segment},
};

/// Properties of any type that open a resource to the public if they are true.
pub(super) const PUBLIC_FLAGS: [&str; 6] = [
    "AllowUnauthenticatedIdentities",
    "AssociatePublicIpAddress",
    "EndpointPublicAccess",
    "MapPublicIpOnLaunch",
    "PublicAccess",
    "PubliclyAccessible",
];

const PUBLIC_ACCESS_BLOCKS: [&str; 4] = [
    "BlockPublicAcls",
    "BlockPublicPolicy",
    "IgnorePublicAcls",
    "RestrictPublicBuckets",
];

type Properties = Map<String, Json>;

impl Resource<'_> {
    pub(super) fn public_access(&self, found: &mut Found) {
        let before = self.before.map(|block| &block.properties);
        let after = self.after.map(|block| &block.properties);
        match self.change.type_name.as_str() {
            "AWS::Lambda::Url" => self.function_url(before, after, found),
            "AWS::S3::Bucket" | "AWS::S3::AccessPoint" => {
                self.public_access_block(before, after, found);
                self.bucket_acl(before, after, found);
            }
            _ => {}
        }
        self.public_flags(before, after, found);
    }

    fn function_url(&self, before: Option<&Properties>, after: Option<&Properties>, found: &mut Found) {
        let auth = |properties: Option<&Properties>| properties?.get("AuthType").cloned();
        let (old, new) = (auth(before), auth(after));
        let path = Path::default().name("Properties").name("AuthType");
        match new {
            Some(Json::String(kind)) if kind == "AWS_IAM" => {}
            new if new == old => {}
            Some(Json::String(_)) => self.add(&path, "callers need no credentials", true, found),
            _ => self.add(&path, "callers may need no credentials", false, found),
        }
    }

    fn public_access_block(
        &self,
        before: Option<&Properties>,
        after: Option<&Properties>,
        found: &mut Found,
    ) {
        let name = "PublicAccessBlockConfiguration";
        let block = |properties: Option<&Properties>| properties?.get(name).cloned();
        let (old, new) = (block(before), block(after));
        // A new bucket blocks all public access unless its template disables that.
        let is_new = before.is_none();
        if old == new || (is_new && new.is_none()) {
            return;
        }
        let path = Path::default().name("Properties").name(name);
        for flag in PUBLIC_ACCESS_BLOCKS {
            let was_blocked = if is_new {
                Some(true)
            } else {
                is_blocked(old.as_ref(), flag)
            };
            match (was_blocked, is_blocked(new.as_ref(), flag)) {
                (_, Some(true)) | (Some(false), Some(false)) => {}
                (Some(true), Some(false)) => {
                    self.add(
                        &path.name(flag),
                        "public access is no longer blocked",
                        true,
                        found,
                    );
                }
                _ => self.add(
                    &path.name(flag),
                    "public access may no longer be blocked",
                    false,
                    found,
                ),
            }
        }
    }

    fn bucket_acl(&self, before: Option<&Properties>, after: Option<&Properties>, found: &mut Found) {
        let acl = |properties: Option<&Properties>| properties?.get("AccessControl").cloned();
        let (old, new) = (acl(before), acl(after));
        if old == new {
            return;
        }
        let path = Path::default().name("Properties").name("AccessControl");
        match &new {
            None => {}
            Some(Json::String(acl)) if matches!(acl.as_str(), "Private" | "BucketOwnerFullControl") => {}
            Some(Json::String(acl)) => self.add(&path, &format!("the ACL is {acl}"), true, found),
            Some(_) => self.add(&path, "the ACL may be public", false, found),
        }
    }

    fn public_flags(&self, before: Option<&Properties>, after: Option<&Properties>, found: &mut Found) {
        let flags = |properties: Option<&Properties>| {
            let mut flags = BTreeMap::new();
            if let Some(properties) = properties {
                collect_flags(&Path::default().name("Properties"), properties, &mut flags);
            }
            flags
        };
        let old = flags(before);
        for (path, value) in flags(after) {
            if old.get(&path) == Some(&value) {
                continue;
            }
            match boolean(&value) {
                Some(false) => {}
                Some(true) => self.add(&path, "it becomes public", true, found),
                None => self.add(&path, "it may become public", false, found),
            }
        }
    }
}

/// Whether the block has the flag, or `None` if that is known at deployment only.
fn is_blocked(block: Option<&Json>, flag: &str) -> Option<bool> {
    match block {
        None => Some(false),
        Some(Json::Object(entries)) if !is_function(entries) => {
            entries.get(flag).map_or(Some(false), boolean)
        }
        Some(_) => None,
    }
}

fn collect_flags(path: &Path, entries: &Map<String, Json>, flags: &mut BTreeMap<Path, Json>) {
    for (name, value) in entries {
        let path = path.name(name);
        match value {
            value if PUBLIC_FLAGS.contains(&name.as_str()) && !is_plain_object(value) => {
                flags.insert(path, value.clone());
            }
            Json::Object(entries) => collect_flags(&path, entries, flags),
            Json::Array(items) => {
                for (index, item) in items.iter().enumerate() {
                    if let Json::Object(entries) = item {
                        collect_flags(&path.then(Segment::Index(index)), entries, flags);
                    }
                }
            }
            _ => {}
        }
    }
}

fn is_plain_object(value: &Json) -> bool {
    value.as_object().is_some_and(|entries| !is_function(entries))
}

fn boolean(value: &Json) -> Option<bool> {
    match value {
        Json::Bool(value) => Some(*value),
        Json::String(text) => text.parse().ok(),
        _ => None,
    }
}
