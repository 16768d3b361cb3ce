//! Loops: `Fn::ForEach` repeats resources, conditions, outputs or the entries of a map for each item of a list.
//! <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-foreach.html>
//!
//! A loop over items that are known in Rust needs no `Fn::ForEach`; a Rust loop is simpler. `Fn::ForEach` is for items that
//! are known at deployment, such as a parameter.

use serde_json::json;

use crate::{
    handle::Handle,
    names::LogicalId,
    resource::StackResource,
    value::{Json, List, Map, ToJson, Value},
};

/// The prefix of a loop's key in the template.
pub(crate) const KEY_PREFIX: &str = "Fn::ForEach::";

/// The current item of a loop.
#[derive(Debug, Clone)]
pub struct LoopItem {
    variable: LogicalId,
    marker: String,
}

impl LoopItem {
    pub(crate) fn new(variable: LogicalId, items: &Value<List<String>>) -> Self {
        // `&{…}` inserts only the letters and digits of an item. CloudFormation replaces it in keys, but not in references.
        // <https://github.com/aws-cloudformation/cfn-language-discussion/issues/162>
        let has_other_characters =
            literals(items).is_some_and(|items| items.iter().any(|item| LogicalId::parse(item).is_none()));
        let sigil = if has_other_characters { '&' } else { '$' };
        Self {
            marker: format!("{sigil}{{{variable}}}"),
            variable,
        }
    }

    /// The text of the item.
    pub fn value(&self) -> Value<String> {
        Value::intrinsic(json!({ "Ref": self.variable.as_str() }))
    }

    /// A logical ID for each item: `base` followed by the item. Items that are known at deployment only must consist of
    /// letters and digits. Other characters of known items are left out; but then no other block can refer to the ID.
    #[must_use]
    pub fn id(&self, base: &LogicalId) -> LogicalId {
        base.with_marker(&self.marker)
    }

    /// A key for each item, for [`map_for_each`]: the item between `prefix` and `suffix`.
    pub fn key(&self, prefix: &str, suffix: &str) -> String {
        format!("{prefix}${{{}}}{suffix}", self.variable)
    }
}

/// A loop in a stack. Only [`Stack::for_each`](crate::Stack::for_each) returns one.
#[derive(Debug, Clone)]
pub struct Loop<T> {
    /// What the loop declares for each item. Its handles and values are valid inside the loop only.
    pub each: T,
    item: LoopItem,
    items: Option<Vec<String>>,
}

impl<T> Loop<T> {
    pub(crate) fn new(each: T, item: LoopItem, items: &Value<List<String>>) -> Self {
        Self {
            each,
            item,
            items: literals(items),
        }
    }

    /// The resource of one item, for references from outside of the loop. `None` if the loop has no such item, or if its
    /// items are known at deployment only.
    pub fn instance<R: StackResource>(&self, handle: &Handle<R>, item: &str) -> Option<Handle<R>> {
        self.items.as_ref()?.iter().find(|known| *known == item)?;
        let letters: String = item.chars().filter(char::is_ascii_alphanumeric).collect();
        Some(Handle::new(
            handle.logical_id().with_item(&self.item.marker, &letters),
        ))
    }
}

/// `Fn::ForEach` in a property: a map with an entry for each item. `id` must be unique among the loops of the template.
pub fn map_for_each<T: ToJson>(
    id: &LogicalId,
    items: impl Into<Value<List<String>>>,
    entry: impl FnOnce(&LoopItem) -> (String, Value<T>),
) -> Value<Map<T>> {
    let items = items.into();
    let variable = variable(id);
    let (key, value) = entry(&LoopItem::new(variable.clone(), &items));
    let body = Json::Object([(key, value.to_json())].into_iter().collect());
    Value::intrinsic(json!({
        format!("{KEY_PREFIX}{id}"): [variable.as_str(), items.to_json(), body]
    }))
}

/// The variable of a loop.
pub(crate) fn variable(id: &LogicalId) -> LogicalId {
    id.join("Item")
}

/// The items, if all are known.
fn literals(items: &Value<List<String>>) -> Option<Vec<String>> {
    let List(items) = items.literal()?;
    items.iter().map(|item| item.literal().cloned()).collect()
}
