//! The products table: one item a product, keyed by `id`.
//!
//! The catalogue is shown by name, and a table keyed by `id` can be listed in the order of its hashes only. So an index
//! gathers the listed products in one partition, sorted by name. One partition takes 1,000 writes a second,
//! and every sale writes the product's stock: the index therefore carries keys alone, for DynamoDB leaves an index alone
//! when nothing it carries changes. A page is one query for the keys and one batch for the products.

use super::{Attribute, CorruptAttribute, Index, Projection, TableSchema};
use crate::{Currency, ImageKey, Money, Product, ProductId, Timestamp};

/// The table's keys and indexes.
pub const SCHEMA: TableSchema = TableSchema {
    key: ID,
    indexes: &[BY_NAME],
};

/// The listed products by name.
pub const BY_NAME: Index = Index {
    name: "by-name",
    partition_key: LISTING,
    sort_key: NAME,
    projection: Projection::KeysOnly,
};

/// The product's identifier.
pub const ID: &str = "id";
/// The product's name.
pub const NAME: &str = "name";
/// Where the product is listed. A product without it can be fetched, and is not in the catalogue.
pub const LISTING: &str = "listing";
/// The one listing there is.
pub const CATALOGUE: &str = "catalogue";
/// How many are in stock.
pub const STOCK: &str = "stock";
/// When the item last changed.
pub const UPDATED_AT: &str = "updatedAt";

/// What one costs, in minor units.
pub const PRICE: &str = "price";
/// The currency of the price.
pub const CURRENCY: &str = "currency";

const DESCRIPTION: &str = "description";
const IMAGE_KEY: &str = "imageKey";

/// The item of a product that the catalogue lists.
pub fn to_item(product: Product) -> Vec<(&'static str, Attribute)> {
    vec![
        (ID, Attribute::Text(product.id.into())),
        (LISTING, Attribute::Text(CATALOGUE.to_owned())),
        (NAME, Attribute::Text(product.name)),
        (DESCRIPTION, Attribute::Text(product.description)),
        (PRICE, Attribute::Number(product.price.amount)),
        (CURRENCY, Attribute::Text(product.price.currency.into())),
        (IMAGE_KEY, Attribute::Text(product.image_key.into())),
        (STOCK, Attribute::Number(product.stock.into())),
        (UPDATED_AT, Attribute::Text(product.updated_at.into())),
    ]
}

/// Reads a product from its item, or names the attribute that is not what it should be.
pub fn from_item(
    mut attribute: impl FnMut(&'static str) -> Option<Attribute>,
) -> Result<Product, CorruptAttribute> {
    let mut text = |name| match attribute(name) {
        Some(Attribute::Text(text)) => Ok(text),
        Some(Attribute::Number(_) | Attribute::List(_) | Attribute::Map(_)) | None => {
            Err(CorruptAttribute { name })
        }
    };
    let id = parsed(ID, &text(ID)?, ProductId::parse)?;
    let name = text(NAME)?;
    let description = text(DESCRIPTION)?;
    let currency = parsed(CURRENCY, &text(CURRENCY)?, Currency::parse)?;
    let image_key = parsed(IMAGE_KEY, &text(IMAGE_KEY)?, ImageKey::parse)?;
    let updated_at = parsed(UPDATED_AT, &text(UPDATED_AT)?, Timestamp::parse)?;

    let mut number = |name| match attribute(name) {
        Some(Attribute::Number(number)) => Ok(number),
        Some(Attribute::Text(_) | Attribute::List(_) | Attribute::Map(_)) | None => {
            Err(CorruptAttribute { name })
        }
    };
    let price = Money {
        amount: number(PRICE)?,
        currency,
    };
    let stock = u32::try_from(number(STOCK)?).map_err(|_| CorruptAttribute { name: STOCK })?;
    Ok(Product {
        id,
        name,
        description,
        price,
        image_key,
        stock,
        updated_at,
    })
}

fn parsed<T>(
    name: &'static str,
    text: &str,
    parse: fn(&str) -> Result<T, crate::Malformed>,
) -> Result<T, CorruptAttribute> {
    parse(text).map_err(|_| CorruptAttribute { name })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    fn cookie() -> Product {
        Product {
            id: ProductId::parse("double-chocolate").unwrap(),
            name: "Double Chocolate".to_owned(),
            description: "Dark and soft.".to_owned(),
            price: Money {
                amount: 350,
                currency: Currency::parse("EUR").unwrap(),
            },
            image_key: ImageKey::parse("double-chocolate.svg").unwrap(),
            stock: 12,
            updated_at: Timestamp::parse("2026-11-22T10:00:00Z").unwrap(),
        }
    }

    fn item() -> BTreeMap<&'static str, Attribute> {
        to_item(cookie()).into_iter().collect()
    }

    #[test]
    fn an_item_reads_back_as_the_product_it_was_made_of() {
        let item = item();
        assert_eq!(from_item(|name| item.get(name).cloned()), Ok(cookie()));
    }

    #[test]
    fn an_item_holds_every_key_attribute() {
        for key in [SCHEMA.key, BY_NAME.partition_key, BY_NAME.sort_key] {
            assert!(matches!(item().get(key), Some(Attribute::Text(_))), "{key}");
        }
    }

    #[test]
    fn the_attribute_that_is_wrong_is_named() {
        for name in [
            ID,
            NAME,
            DESCRIPTION,
            PRICE,
            CURRENCY,
            IMAGE_KEY,
            STOCK,
            UPDATED_AT,
        ] {
            let mut item = item();
            item.remove(name);
            assert_eq!(
                from_item(|name| item.get(name).cloned()),
                Err(CorruptAttribute { name })
            );
        }
        for (name, wrong) in [
            (ID, Attribute::Text("No Slug".to_owned())),
            (NAME, Attribute::Number(1)),
            (PRICE, Attribute::Text("350".to_owned())),
            (STOCK, Attribute::Number(1 << 32)),
            (UPDATED_AT, Attribute::Text("yesterday".to_owned())),
        ] {
            let mut item = item();
            item.insert(name, wrong);
            assert_eq!(
                from_item(|name| item.get(name).cloned()),
                Err(CorruptAttribute { name })
            );
        }
    }
}
