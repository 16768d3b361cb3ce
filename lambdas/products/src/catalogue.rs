//! The catalogue: products by name, one page at a time.
//!
//! It knows neither table nor request.

use std::future::Future;

use serde::{Deserialize, Deserializer, Serialize, de::Error as _};
use shop_contract::{PageLimit, Product, ProductId, table::products::IndexEntry};
use shop_runtime::{
    Listing, Page, ProductsTable, StoreError, dynamo, dynamo::Readable, page, products_table,
};

/// The products and their order.
pub trait Catalogue {
    /// The next `limit` positions after one, or from the start; fewer only at the end of the catalogue. A position that
    /// cannot be read is counted and replaced by the next one.
    fn list(
        &self,
        after: Option<&Position>,
        limit: usize,
    ) -> impl Future<Output = Result<Readable<Position>, StoreError>>;

    /// The products with these IDs that exist, in any order. At most [`PageLimit::MAX`] IDs, without duplicates.
    fn read(&self, ids: &[ProductId]) -> impl Future<Output = Result<Readable<Product>, StoreError>>;
}

/// The position of a product in the catalogue, which is sorted by name.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Position {
    /// The product's name: 1 to 1,024 bytes, the maximum of a sort key.
    #[serde(deserialize_with = "sort_key")]
    pub name: String,
    /// The product's ID, for products with the same name.
    pub id: ProductId,
}

/// Reads the page after a position, or the first page.
pub async fn read_page(
    catalogue: &impl Catalogue,
    limit: PageLimit,
    after: Option<Position>,
) -> Result<Page<Product, Position>, StoreError> {
    page(&Products(catalogue), limit, after).await
}

struct Products<'a, C>(&'a C);

impl<C: Catalogue> Listing for Products<'_, C> {
    type Position = Position;
    type Id = ProductId;
    type Item = Product;

    async fn list(&self, after: Option<&Position>, limit: usize) -> Result<Readable<Position>, StoreError> {
        self.0.list(after, limit).await
    }

    async fn read(&self, ids: &[ProductId]) -> Result<Readable<Product>, StoreError> {
        self.0.read(ids).await
    }

    fn id_at(position: &Position) -> &ProductId {
        &position.id
    }

    fn id_of(product: &Product) -> &ProductId {
        &product.id
    }

    fn includes(&self, _: &Product) -> bool {
        true
    }
}

impl Catalogue for ProductsTable {
    async fn list(&self, after: Option<&Position>, limit: usize) -> Result<Readable<Position>, StoreError> {
        let after = after.map(|Position { name, id }| IndexEntry {
            name: name.clone(),
            id: id.clone(),
        });
        let entries = Self::list(self, after.as_ref(), limit).await?;
        let positions = entries.read.into_iter();
        Ok(Readable {
            read: positions
                .map(|IndexEntry { name, id }| Position { name, id })
                .collect(),
            unreadable: entries.unreadable,
        })
    }

    async fn read(&self, ids: &[ProductId]) -> Result<Readable<Product>, StoreError> {
        // The page may show a product as it was before a change a moment ago. An order reads it again.
        let items = self.items(ids, false).await?;
        Ok(dynamo::read_each(items, products_table::product))
    }
}

/// A position comes from a client, and DynamoDB would refuse such a name as our error.
fn sort_key<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    let name = String::deserialize(deserializer)?;
    if (1..=1024).contains(&name.len()) {
        Ok(name)
    } else {
        Err(D::Error::custom("a name has 1 to 1,024 bytes"))
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::{collection, prelude::*, sample::Index};
    use shop_contract::{Currency, ImageKey, Money, Timestamp};

    use super::*;

    /// A catalogue in which some products were deleted after they were listed.
    #[derive(Debug)]
    struct Shelf {
        positions: BTreeSet<Position>,
        deleted: BTreeSet<ProductId>,
    }

    impl Shelf {
        fn remaining(&self) -> Vec<ProductId> {
            self.positions
                .iter()
                .map(|position| position.id.clone())
                .filter(|id| !self.deleted.contains(id))
                .collect()
        }
    }

    impl Catalogue for Shelf {
        async fn list(
            &self,
            after: Option<&Position>,
            limit: usize,
        ) -> Result<Readable<Position>, StoreError> {
            let next = self.positions.iter().filter(|position| Some(*position) > after);
            Ok(Readable {
                read: next.take(limit).cloned().collect(),
                unreadable: 0,
            })
        }

        async fn read(&self, ids: &[ProductId]) -> Result<Readable<Product>, StoreError> {
            assert!(ids.len() <= PageLimit::MAX.items(), "{} IDs at once", ids.len());
            // Backwards, because a batch returns items in any order.
            let kept = ids.iter().rev().filter(|id| !self.deleted.contains(id));
            Ok(Readable {
                read: kept.map(product).collect(),
                unreadable: 0,
            })
        }
    }

    fn product(id: &ProductId) -> Product {
        Product {
            id: id.clone(),
            name: "Cookie".to_owned(),
            description: "Crisp.".to_owned(),
            price: Money {
                amount: 350,
                currency: Currency::parse("EUR").unwrap(),
            },
            image_key: ImageKey::parse("cookie.svg").unwrap(),
            stock: 1,
            updated_at: Timestamp::parse("2026-11-22T10:00:00Z").unwrap(),
        }
    }

    fn shelf() -> impl Strategy<Value = Shelf> {
        // Few names, so that some are equal. Many products, so that a page of a hundred is not the last.
        let id = "[a-z]{1,3}".prop_map(|id| ProductId::parse(&id).unwrap());
        let names = collection::btree_map(id, "[abc]", 0..250);
        (names, collection::vec(any::<Index>(), 0..120)).prop_map(|(names, deleted)| {
            let ids: Vec<_> = names.keys().cloned().collect();
            let deleted = if ids.is_empty() {
                BTreeSet::new()
            } else {
                deleted.iter().map(|at| at.get(&ids).clone()).collect()
            };
            Shelf {
                positions: names
                    .into_iter()
                    .map(|(id, name)| Position { name, id })
                    .collect(),
                deleted,
            }
        })
    }

    fn walk(shelf: &Shelf, limit: PageLimit) -> Vec<Page<Product, Position>> {
        let executor = tokio::runtime::Builder::new_current_thread().build().unwrap();
        let mut pages = Vec::new();
        let mut after = None;
        loop {
            let read = executor.block_on(read_page(shelf, limit, after)).unwrap();
            after = read.next.clone();
            pages.push(read);
            if after.is_none() {
                return pages;
            }
        }
    }

    proptest! {
        #[test]
        fn every_product_is_listed_once_and_in_order(shelf in shelf(), limit in 1_u8..=100) {
            let pages = walk(&shelf, PageLimit::try_from(limit).unwrap());
            let listed: Vec<_> = pages.iter().flat_map(|page| &page.items).map(|product| product.id.clone()).collect();
            prop_assert_eq!(listed, shelf.remaining());
        }

        #[test]
        fn a_page_is_full_unless_it_is_the_last(shelf in shelf(), limit in 1_u8..=100) {
            let pages = walk(&shelf, PageLimit::try_from(limit).unwrap());
            for page in &pages[..pages.len() - 1] {
                prop_assert_eq!(page.items.len(), usize::from(limit));
            }
        }

        #[test]
        fn no_token_leads_to_an_empty_page(shelf in shelf(), limit in 1_u8..=100) {
            let shelf = Shelf { deleted: BTreeSet::new(), ..shelf };
            let pages = walk(&shelf, PageLimit::try_from(limit).unwrap());
            prop_assert!(pages.len() == 1 || pages.iter().all(|page| !page.items.is_empty()));
        }
    }
}
