//! Uploads the images to the bucket and writes the products to the table.
//!
//! Images are overwritten. Existing products are not, because their stock has changed since. They only get the shard of the index by
//! stock, if their item is older than the index.

use aws_sdk_dynamodb::{Client, operation::put_item::PutItemError, types::AttributeValue};
use aws_sdk_s3::primitives::ByteStream;
use include_dir::{Dir, include_dir};
use infra_gen::{BoxError, SeedContext};
use jiff::Timestamp as Instant;
use serde::Deserialize;
use shop_contract::{Currency, ImageKey, Money, Product, ProductId, Timestamp, table::products};

use super::{failed, item, output};
use crate::stack::{IMAGES_BUCKET, PRODUCTS_TABLE};

const CATALOGUE: &str = include_str!("../../seed/products.yaml");
static IMAGES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/seed/images");

/// Uploads the images and adds the missing products.
pub(super) async fn fill(context: &SeedContext<'_>, products: &[Product]) -> Result<(), BoxError> {
    upload_images(context).await?;
    add_products(context, products).await
}

async fn upload_images(context: &SeedContext<'_>) -> Result<(), BoxError> {
    let bucket = output(context, IMAGES_BUCKET)?;
    for image in IMAGES.files() {
        let key = format!("images/{}", image.path().display());
        context
            .s3
            .put_object()
            .bucket(bucket)
            .key(&key)
            .content_type("image/svg+xml")
            .cache_control("public, max-age=3600")
            .body(ByteStream::from_static(image.contents()))
            .send()
            .await
            .map_err(|error| failed(format_args!("upload `{key}` to `{bucket}`"), error))?;
    }
    (context.progress)(format_args!(
        "uploaded {} images to `{bucket}`",
        IMAGES.files().count()
    ));
    Ok(())
}

async fn add_products(context: &SeedContext<'_>, catalogue: &[Product]) -> Result<(), BoxError> {
    let table = output(context, PRODUCTS_TABLE)?;
    let dynamodb = Client::new(context.sdk);
    let (total, mut added) = (catalogue.len(), 0);
    for product in catalogue {
        let id = &product.id;
        let written = dynamodb
            .put_item()
            .table_name(table)
            .set_item(Some(item(products::ProductItem::from(product.clone()))))
            .condition_expression("attribute_not_exists(#id)")
            .expression_attribute_names("#id", products::ID)
            .send()
            .await;
        match written {
            Ok(_) => added += 1,
            Err(error)
                if error
                    .as_service_error()
                    .is_some_and(PutItemError::is_conditional_check_failed_exception) =>
            {
                add_shard(&dynamodb, table, id).await?;
            }
            Err(error) => return Err(failed(format_args!("write product `{id}` to `{table}`"), error)),
        }
    }
    (context.progress)(format_args!(
        "added {added} of {total} products to `{table}`; the others already exist"
    ));
    Ok(())
}

/// Adds an existing product to the index by stock.
async fn add_shard(dynamodb: &Client, table: &str, id: &ProductId) -> Result<(), BoxError> {
    dynamodb
        .update_item()
        .table_name(table)
        .key(products::ID, AttributeValue::S(id.to_string()))
        .update_expression("SET #shard = if_not_exists(#shard, :shard)")
        // A product that was deleted meanwhile stays deleted.
        .condition_expression("attribute_exists(#id)")
        .expression_attribute_names("#id", products::ID)
        .expression_attribute_names("#shard", products::STOCK_SHARD)
        .expression_attribute_values(":shard", AttributeValue::S(products::stock_shard(id).to_owned()))
        .send()
        .await
        .map_err(|error| {
            failed(
                format_args!("add product `{id}` to the index of `{table}`"),
                error,
            )
        })?;
    Ok(())
}

/// An entry of the data file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Cookie {
    id: String,
    name: String,
    description: String,
    price: u64,
    stock: u32,
    image: String,
}

/// The products in the data file, updated at `now`.
pub(super) fn products(now: Instant) -> Result<Vec<Product>, BoxError> {
    let cookies: Vec<Cookie> = serde_yaml::from_str(CATALOGUE)?;
    let now = Timestamp::parse(&now.strftime("%Y-%m-%dT%H:%M:%SZ").to_string())?;
    cookies
        .into_iter()
        .map(|cookie| {
            Ok(Product {
                id: ProductId::parse(&cookie.id)?,
                name: cookie.name,
                description: cookie.description,
                price: Money {
                    amount: cookie.price,
                    currency: Currency::parse("EUR")?,
                },
                image_key: ImageKey::parse(&cookie.image)?,
                stock: cookie.stock,
                updated_at: now.clone(),
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_entry_is_a_product_with_an_image_of_its_own() {
        let catalogue = products(Instant::UNIX_EPOCH).unwrap();
        assert!(catalogue.len() >= 12, "only {} products", catalogue.len());
        let used: BTreeSet<&str> = catalogue
            .iter()
            .map(|product| product.image_key.as_str())
            .collect();
        let existing: BTreeSet<&str> = IMAGES.files().filter_map(|file| file.path().to_str()).collect();
        assert_eq!(used, existing);
        let ids: BTreeSet<&str> = catalogue.iter().map(|product| product.id.as_str()).collect();
        assert_eq!(ids.len(), catalogue.len());
    }

    #[test]
    fn images_contain_no_scripts() {
        for image in IMAGES.files() {
            let text = image.contents_utf8().unwrap();
            assert!(
                !text.contains("<script") && !text.contains("javascript:"),
                "{}",
                image.path().display()
            );
        }
    }
}
