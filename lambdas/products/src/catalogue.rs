//! What the shop means by its catalogue: products by name, a page at a time, and one product by its ID.
//!
//! It asks for one capability at a time and knows neither table nor request.

use std::{collections::BTreeMap, future::Future};

use serde::{Deserialize, Deserializer, Serialize, de::Error as _};
use shop_contract::{PageLimit, Product, ProductId};
use shop_runtime::{StoreError, dynamo::Readable};

/// Finds one product.
pub trait ReadProduct {
    /// The product, if there is one of this ID.
    fn find(&self, id: &ProductId) -> impl Future<Output = Result<Option<Product>, StoreError>>;
}

/// Finds products by their IDs.
pub trait ReadProducts {
    /// The products that there are of these, in any order. At most [`PageLimit::MAX`] IDs, each once.
    fn read(&self, ids: &[ProductId]) -> impl Future<Output = Result<Readable<Product>, StoreError>>;
}

/// Knows the order of the catalogue.
pub trait ListProducts {
    /// The next `limit` places after one, or from the start; fewer only where the catalogue ends. A place that cannot be read
    /// is counted and replaced by the next.
    fn list(
        &self,
        limit: usize,
        after: Option<&Place>,
    ) -> impl Future<Output = Result<Readable<Place>, StoreError>>;
}

/// A product's place in the catalogue, which is ordered by name.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Place {
    /// The product's name: 1 to 1,024 bytes, for so much can be sorted by.
    #[serde(deserialize_with = "sortable")]
    pub name: String,
    /// The product, which tells apart those of one name.
    pub id: ProductId,
}

/// One page of the catalogue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// The products.
    pub products: Vec<Product>,
    /// How many more there would be, if they could be read.
    pub unreadable: u32,
    /// The place after which the next page starts; none on the last page.
    pub next: Option<Place>,
}

/// Reads the page that starts after a place, or the first one.
///
/// A page is full unless it is the last: a product that was removed after it was listed makes room for the next. And
/// the last page says that it is the last; nobody is sent on to an empty one.
pub async fn page<S>(store: &S, limit: PageLimit, mut after: Option<Place>) -> Result<Page, StoreError>
where
    S: ListProducts + ReadProducts,
{
    let mut products = Vec::new();
    let mut unreadable = 0;
    loop {
        let room = limit.items() - products.len();
        // One more than there is room for, to learn whether there is more.
        let listed = store.list(room + 1, after.as_ref()).await?;
        unreadable += listed.unreadable;
        let mut places = listed.read;
        let more = places.len() > room;
        places.truncate(room);

        let ids: Vec<_> = places.iter().map(|place| place.id.clone()).collect();
        let found = store.read(&ids).await?;
        unreadable += found.unreadable;
        products.extend(in_order(&ids, found.read));
        if !more {
            return Ok(Page {
                products,
                unreadable,
                next: None,
            });
        }
        after = places.pop().or(after);
        if products.len() == limit.items() {
            return Ok(Page {
                products,
                unreadable,
                next: after,
            });
        }
    }
}

fn in_order(ids: &[ProductId], products: Vec<Product>) -> impl Iterator<Item = Product> {
    let mut by_id: BTreeMap<_, _> = products
        .into_iter()
        .map(|product| (product.id.clone(), product))
        .collect();
    ids.iter().filter_map(move |id| by_id.remove(id))
}

/// A place comes back from a client, who may have made it up; the store would refuse such a name as our mistake.
fn sortable<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
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

    /// A catalogue of which some products were removed since they were listed.
    #[derive(Debug)]
    struct Shelf {
        places: BTreeSet<Place>,
        removed: BTreeSet<ProductId>,
    }

    impl Shelf {
        fn left(&self) -> Vec<ProductId> {
            self.places
                .iter()
                .map(|place| place.id.clone())
                .filter(|id| !self.removed.contains(id))
                .collect()
        }
    }

    impl ListProducts for Shelf {
        async fn list(&self, limit: usize, after: Option<&Place>) -> Result<Readable<Place>, StoreError> {
            let next = self.places.iter().filter(|place| Some(*place) > after);
            Ok(Readable {
                read: next.take(limit).cloned().collect(),
                unreadable: 0,
            })
        }
    }

    impl ReadProducts for Shelf {
        async fn read(&self, ids: &[ProductId]) -> Result<Readable<Product>, StoreError> {
            assert!(ids.len() <= PageLimit::MAX.items(), "{} IDs at once", ids.len());
            // Backwards, for a batch answers in any order.
            let kept = ids.iter().rev().filter(|id| !self.removed.contains(id));
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
        // Few names, so that some are shared; many products, so that a page of a hundred is not the last.
        let id = "[a-z]{1,3}".prop_map(|id| ProductId::parse(&id).unwrap());
        let names = collection::btree_map(id, "[abc]", 0..250);
        (names, collection::vec(any::<Index>(), 0..120)).prop_map(|(names, removed)| {
            let ids: Vec<_> = names.keys().cloned().collect();
            let removed = if ids.is_empty() {
                BTreeSet::new()
            } else {
                removed.iter().map(|at| at.get(&ids).clone()).collect()
            };
            Shelf {
                places: names.into_iter().map(|(id, name)| Place { name, id }).collect(),
                removed,
            }
        })
    }

    fn walk(shelf: &Shelf, limit: PageLimit) -> Vec<Page> {
        let executor = tokio::runtime::Builder::new_current_thread().build().unwrap();
        let mut pages = Vec::new();
        let mut after = None;
        loop {
            let read = executor.block_on(page(shelf, limit, after)).unwrap();
            after = read.next.clone();
            pages.push(read);
            if after.is_none() {
                return pages;
            }
        }
    }

    proptest! {
        #[test]
        fn every_product_is_shown_once_and_in_order(shelf in shelf(), limit in 1_u8..=100) {
            let pages = walk(&shelf, PageLimit::try_from(limit).unwrap());
            let shown: Vec<_> = pages.iter().flat_map(|page| &page.products).map(|product| product.id.clone()).collect();
            prop_assert_eq!(shown, shelf.left());
        }

        #[test]
        fn a_page_is_full_unless_it_is_the_last(shelf in shelf(), limit in 1_u8..=100) {
            let pages = walk(&shelf, PageLimit::try_from(limit).unwrap());
            for page in &pages[..pages.len() - 1] {
                prop_assert_eq!(page.products.len(), usize::from(limit));
            }
        }

        #[test]
        fn nobody_is_sent_on_to_an_empty_page(shelf in shelf(), limit in 1_u8..=100) {
            let shelf = Shelf { removed: BTreeSet::new(), ..shelf };
            let pages = walk(&shelf, PageLimit::try_from(limit).unwrap());
            prop_assert!(pages.len() == 1 || pages.iter().all(|page| !page.products.is_empty()));
        }
    }
}
