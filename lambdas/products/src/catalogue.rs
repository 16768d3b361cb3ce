//! What the shop means by its catalogue: products by name, a page at a time, and one product by its ID.
//!
//! It asks for one capability at a time and knows neither table nor request.

use std::{collections::BTreeMap, future::Future};

use serde::{Deserialize, Serialize};
use shop_contract::{PageLimit, Product, ProductId};
use shop_runtime::StoreError;

/// Finds one product.
pub trait ReadProduct {
    /// The product, if there is one of this ID.
    fn find(&self, id: &ProductId) -> impl Future<Output = Result<Option<Product>, StoreError>>;
}

/// Finds products by their IDs.
pub trait ReadProducts {
    /// The products that there are of these, in any order. At most [`PageLimit::MAX`] IDs, each once.
    fn read(&self, ids: &[ProductId]) -> impl Future<Output = Result<Vec<Product>, StoreError>>;
}

/// Knows the order of the catalogue.
pub trait ListProducts {
    /// The next `limit` places after one, or from the start; fewer only where the catalogue ends.
    fn list(
        &self,
        limit: usize,
        after: Option<&Place>,
    ) -> impl Future<Output = Result<Vec<Place>, StoreError>>;
}

/// A product's place in the catalogue, which is ordered by name.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Place {
    /// The product's name.
    pub name: String,
    /// The product, which tells apart those of one name.
    pub id: ProductId,
}

/// One page of the catalogue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// The products.
    pub products: Vec<Product>,
    /// The place after which the next page starts; none on the last page.
    pub next: Option<Place>,
}

/// Reads the page that starts after a place, or the first one.
///
/// A page is full unless it is the last: a product that was removed after it was listed makes room for the next. And
/// the last page says that it is the last; nobody is sent on to an empty one.
pub async fn page<S>(store: &S, limit: PageLimit, after: Option<Place>) -> Result<Page, StoreError>
where
    S: ListProducts + ReadProducts,
{
    let mut products = Vec::new();
    let mut after = after;
    loop {
        let room = limit.items() - products.len();
        // One more than there is room for, to learn whether there is more.
        let mut places = store.list(room + 1, after.as_ref()).await?;
        let more = places.len() > room;
        places.truncate(room);

        let ids: Vec<_> = places.iter().map(|place| place.id.clone()).collect();
        products.extend(in_order(&ids, store.read(&ids).await?));
        if !more {
            return Ok(Page { products, next: None });
        }
        after = places.pop().or(after);
        if products.len() == limit.items() {
            return Ok(Page {
                products,
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
