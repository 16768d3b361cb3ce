//! The pages of a listing. An index knows the positions of the items in order, and a table has the items themselves.

use std::{collections::BTreeMap, future::Future};

use shop_contract::PageLimit;

use crate::{StoreError, dynamo::Readable};

/// Items in an order.
pub trait Listing {
    /// The position of an item.
    type Position: Clone;
    /// The ID of an item.
    type Id: Clone + Ord;
    /// An item.
    type Item;

    /// The next `limit` positions after one, or from the start; fewer only at the end. A position that cannot be read is
    /// counted and replaced by the next one.
    fn list(
        &self,
        after: Option<&Self::Position>,
        limit: usize,
    ) -> impl Future<Output = Result<Readable<Self::Position>, StoreError>>;

    /// The items with these IDs that exist, in any order. At most [`PageLimit::MAX`] IDs, without duplicates.
    fn read(&self, ids: &[Self::Id]) -> impl Future<Output = Result<Readable<Self::Item>, StoreError>>;

    /// The ID at a position.
    fn id_at(position: &Self::Position) -> &Self::Id;

    /// The ID of an item.
    fn id_of(item: &Self::Item) -> &Self::Id;

    /// Whether an item belongs to the listing. An index lags behind its table and may list an item that no longer does.
    fn includes(&self, item: &Self::Item) -> bool;
}

/// One page of a listing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page<Item, Position> {
    /// The items.
    pub items: Vec<Item>,
    /// How many more items the page would have if they could be read.
    pub unreadable: u32,
    /// The position after which the next page starts; none on the last page.
    pub next: Option<Position>,
}

/// Reads the page after a position, or the first page.
///
/// A page is full unless it is the last one: an item that was deleted after it was listed, or cannot be read, is replaced by
/// the next one. The last page is known to be the last, so no client requests an empty page.
pub async fn page<L: Listing>(
    listing: &L,
    limit: PageLimit,
    mut after: Option<L::Position>,
) -> Result<Page<L::Item, L::Position>, StoreError> {
    let mut items = Vec::new();
    let mut unreadable = 0;
    loop {
        let room = limit.items() - items.len();
        // One more than fits, to learn whether there is a next page.
        let listed = listing.list(after.as_ref(), room + 1).await?;
        unreadable += listed.unreadable;
        let mut positions = listed.read;
        let more = positions.len() > room;
        positions.truncate(room);

        let ids: Vec<_> = positions
            .iter()
            .map(|position| L::id_at(position).clone())
            .collect();
        if !ids.is_empty() {
            let found = listing.read(&ids).await?;
            unreadable += found.unreadable;
            items.extend(in_order::<L>(&ids, found.read).filter(|item| listing.includes(item)));
        }
        if more {
            after = positions.pop().or(after);
        }
        if !more || items.len() == limit.items() {
            return Ok(Page {
                items,
                unreadable,
                next: if more { after } else { None },
            });
        }
    }
}

fn in_order<L: Listing>(ids: &[L::Id], items: Vec<L::Item>) -> impl Iterator<Item = L::Item> {
    let mut by_id: BTreeMap<_, _> = items
        .into_iter()
        .map(|item| (L::id_of(&item).clone(), item))
        .collect();
    ids.iter().filter_map(move |id| by_id.remove(id))
}
