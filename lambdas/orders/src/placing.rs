//! Prices an order, and writes it at the agreed prices exactly once.
//!
//! It depends on small traits, and knows neither tables nor events.

use std::{collections::BTreeMap, future::Future};

use shop_contract::{
    Money, NewOrder, Order, OrderId, OrderLine, OrderNumber, OrderState, PriceChange, Product, ProductId,
    RepricedLine,
    workflow::{AgreedPrice, AgreedPrices, NewOrderTask, OrderRequest, RequestedLine},
};
use shop_runtime::{ProductsTable, StoreError, products_table};

/// Reads products by their IDs.
pub trait ReadProducts {
    /// The products with these IDs that exist, in any order. At most a hundred IDs, without duplicates.
    fn read(&self, ids: &[ProductId]) -> impl Future<Output = Result<Vec<Product>, StoreError>>;
}

impl ReadProducts for ProductsTable {
    async fn read(&self, ids: &[ProductId]) -> Result<Vec<Product>, StoreError> {
        // Consistent: an older version would refuse a price that the customer has just seen.
        let items = self.items(ids, true).await?;
        items.into_iter().map(products_table::product).collect()
    }
}

/// Reads one order.
pub trait ReadOrder {
    /// The order with this ID, as it was last written, if it exists.
    fn find(&self, id: &OrderId) -> impl Future<Output = Result<Option<Order>, StoreError>>;
}

/// Writes new orders.
pub trait AddOrder {
    /// Writes the order, unless an order with its ID exists.
    fn add(&self, order: &Order) -> impl Future<Output = Result<Added, StoreError>>;
}

/// The result of adding an order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Added {
    /// It was written.
    Written,
    /// This order already existed.
    Existing(Box<Order>),
}

/// The requested products with their prices.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quote {
    /// The lines, in the requested order.
    pub lines: Vec<OrderLine>,
    /// The total.
    pub total: Money,
}

/// Why the requested products have no price.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum QuoteError {
    /// Products do not exist.
    #[error("unknown products: {}", names(.0))]
    UnknownProducts(Vec<ProductId>),
    /// The prices have no total.
    #[error(transparent)]
    Total(#[from] TotalError),
}

/// Why an order was not written.
#[derive(Debug, thiserror::Error)]
pub enum PlaceError {
    /// It has no price.
    #[error(transparent)]
    Quote(#[from] QuoteError),
    /// Another order has its ID.
    #[error("another order has this ID")]
    IdTaken(OrderId),
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Why prices have no total.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TotalError {
    /// They are in several currencies.
    #[error("the prices are in several currencies; order products of one currency only")]
    Currencies,
    /// They are too large.
    #[error("the total is too large")]
    Overflow,
    /// They do not add up to the agreed total.
    #[error("the agreed prices do not add up to the agreed total")]
    NotAgreed,
}

/// Writes the order as pending at the agreed prices, or finds that an earlier run wrote it.
///
/// The prices may have changed since the customer agreed to them. The decision checks them, in the transaction that takes the
/// stock.
pub async fn place(
    products: &impl ReadProducts,
    orders: &(impl ReadOrder + AddOrder),
    task: NewOrderTask,
) -> Result<Order, PlaceError> {
    match quote(products, &task.order.lines, task.agreed.as_ref()).await? {
        Ok(Quote { lines, total }) => {
            // Without `..`: a new field of a request does not compile until the order has it.
            let OrderRequest { customer, lines: _ } = &task.order;
            let order = Order {
                number: OrderNumber::of(&task.order_id),
                id: task.order_id.clone(),
                created_at: task.created_at.clone(),
                customer: customer.clone(),
                lines,
                total,
                state: OrderState::Pending,
                history: Vec::new(),
                notes: Vec::new(),
                refunds: Vec::new(),
            };
            match orders.add(&order).await? {
                Added::Written => Ok(order),
                Added::Existing(existing) => existing_order(*existing, &task),
            }
        }
        // A product may have been deleted after the order was written. The order is still valid.
        Err(error) => match orders.find(&task.order_id).await? {
            Some(existing) => existing_order(existing, &task),
            None => Err(error.into()),
        },
    }
}

/// Prices the lines: at the agreed prices, or at the current prices if none were agreed. The inner error says why they have no
/// price, and the outer error that the products cannot be read.
pub async fn quote(
    products: &impl ReadProducts,
    wanted: &[RequestedLine],
    agreed: Option<&AgreedPrices>,
) -> Result<Result<Quote, QuoteError>, StoreError> {
    let ids: Vec<_> = wanted.iter().map(|line| line.product_id.clone()).collect();
    let found = products.read(&ids).await?;
    Ok(price(wanted, found, agreed))
}

/// The agreed prices, if they match the quote; otherwise the difference.
pub fn agree(order: &NewOrder, quote: &Quote) -> Result<AgreedPrices, PriceChange> {
    // Both have one line per product, in the same order.
    let lines = order.lines.as_slice().iter().zip(&quote.lines);
    let same_prices = lines
        .clone()
        .all(|(wanted, line)| wanted.price.as_ref().is_none_or(|shown| *shown == line.price));
    if same_prices && order.total == quote.total {
        let lines = quote.lines.iter().map(|line| AgreedPrice {
            product_id: line.product_id.clone(),
            price: line.price.clone(),
        });
        return Ok(AgreedPrices {
            lines: lines.collect(),
            total: quote.total.clone(),
        });
    }
    let lines = lines.map(|(wanted, line)| RepricedLine {
        product_id: line.product_id.clone(),
        name: line.name.clone(),
        quantity: line.quantity,
        agreed_price: wanted.price.clone(),
        price: line.price.clone(),
    });
    Err(PriceChange {
        lines: lines.collect(),
        agreed_total: order.total.clone(),
        total: quote.total.clone(),
    })
}

/// The difference between the order's prices and `new`, which has the changed prices.
pub(crate) fn price_change(
    order: &Order,
    new: &BTreeMap<ProductId, Money>,
) -> Result<PriceChange, TotalError> {
    let repriced = order.lines.iter().map(|line| OrderLine {
        price: new.get(&line.product_id).unwrap_or(&line.price).clone(),
        ..line.clone()
    });
    let repriced: Vec<_> = repriced.collect();
    let total = total(&repriced)?;
    let lines = order
        .lines
        .iter()
        .zip(repriced)
        .map(|(agreed, now)| RepricedLine {
            product_id: now.product_id,
            name: now.name,
            quantity: now.quantity,
            agreed_price: Some(agreed.price.clone()),
            price: now.price,
        });
    Ok(PriceChange {
        lines: lines.collect(),
        agreed_total: order.total.clone(),
        total,
    })
}

/// Formats IDs for a message.
fn names(ids: &[ProductId]) -> String {
    let quoted: Vec<_> = ids.iter().map(|id| format!("`{id}`")).collect();
    quoted.join(", ")
}

fn price(
    wanted: &[RequestedLine],
    found: Vec<Product>,
    agreed: Option<&AgreedPrices>,
) -> Result<Quote, QuoteError> {
    let mut found: BTreeMap<_, _> = found
        .into_iter()
        .map(|product| (product.id.clone(), product))
        .collect();
    let (mut lines, mut unknown) = (Vec::new(), Vec::new());
    for line in wanted {
        match found.remove(&line.product_id) {
            Some(product) => lines.push(OrderLine {
                price: match agreed {
                    Some(agreed) => agreed_price(agreed, &product.id)?,
                    None => product.price,
                },
                product_id: product.id,
                name: product.name,
                quantity: line.quantity,
            }),
            None => unknown.push(line.product_id.clone()),
        }
    }
    if !unknown.is_empty() {
        return Err(QuoteError::UnknownProducts(unknown));
    }
    let total = total(&lines)?;
    if agreed.is_some_and(|agreed| agreed.total != total) {
        return Err(TotalError::NotAgreed.into());
    }
    Ok(Quote { lines, total })
}

fn agreed_price(agreed: &AgreedPrices, id: &ProductId) -> Result<Money, TotalError> {
    let line = agreed.lines.iter().find(|line| line.product_id == *id);
    line.map(|line| line.price.clone()).ok_or(TotalError::NotAgreed)
}

fn total(lines: &[OrderLine]) -> Result<Money, TotalError> {
    let mut lines = lines.iter().map(|line| {
        let count = u64::from(line.quantity.count());
        let amount = line.price.amount.checked_mul(count).ok_or(TotalError::Overflow);
        (&line.price.currency, amount)
    });
    let (currency, amount) = lines.next().expect("an order has at least one line");
    let mut sum = amount?;
    for (other, amount) in lines {
        if other != currency {
            return Err(TotalError::Currencies);
        }
        sum = sum.checked_add(amount?).ok_or(TotalError::Overflow)?;
    }
    Ok(Money {
        amount: sum,
        currency: currency.clone(),
    })
}

/// The existing order, if it is the order of the task.
fn existing_order(existing: Order, task: &NewOrderTask) -> Result<Order, PlaceError> {
    if is_order_of(&existing, task) {
        Ok(existing)
    } else {
        Err(PlaceError::IdTaken(existing.id))
    }
}

/// Whether an order is the one of the task. Every pattern names all fields: a new field does not compile until it is
/// compared, or left out for a reason.
fn is_order_of(order: &Order, task: &NewOrderTask) -> bool {
    let Order {
        id,
        // It is derived from the ID.
        number: _,
        // An order outlives its execution; another execution of the same order starts later.
        created_at: _,
        customer,
        lines,
        total,
        // It may have been decided, and employees may have worked on it.
        state: _,
        history: _,
        notes: _,
        refunds: _,
    } = order;
    let NewOrderTask {
        order_id,
        created_at: _,
        order: request,
        agreed,
    } = task;
    let OrderRequest {
        customer: requested_customer,
        lines: requested_lines,
    } = request;
    let same_line = |(line, requested): (&OrderLine, &RequestedLine)| {
        let OrderLine {
            product_id,
            // The product may have been renamed.
            name: _,
            price,
            quantity,
        } = line;
        let RequestedLine {
            product_id: requested_id,
            quantity: requested_quantity,
        } = requested;
        // Without agreed prices an older version wrote the order at the prices of that moment.
        let same_price = agreed
            .as_ref()
            .is_none_or(|agreed| agreed_price(agreed, requested_id).is_ok_and(|agreed| agreed == *price));
        product_id == requested_id && quantity == requested_quantity && same_price
    };
    let same_total = agreed.as_ref().is_none_or(|agreed| agreed.total == *total);
    id == order_id
        && customer == requested_customer
        && lines.len() == requested_lines.len()
        && lines.iter().zip(requested_lines).all(same_line)
        && same_total
}

#[cfg(test)]
mod tests {
    use shop_contract::{Currency, Quantity};

    use super::*;

    fn line(amount: u64, currency: &str, quantity: u64) -> OrderLine {
        OrderLine {
            product_id: ProductId::parse("oat").unwrap(),
            name: "Oat".to_owned(),
            price: Money {
                amount,
                currency: Currency::parse(currency).unwrap(),
            },
            quantity: Quantity::new(quantity).unwrap(),
        }
    }

    #[test]
    fn a_total_is_the_sum_of_all_lines() {
        let total = total(&[line(350, "EUR", 2), line(1, "EUR", 99)]).unwrap();
        assert_eq!((total.amount, total.currency.as_str()), (799, "EUR"));
    }

    #[test]
    fn prices_in_two_currencies_have_no_total() {
        let lines = [line(350, "EUR", 1), line(350, "USD", 1)];
        assert_eq!(total(&lines), Err(TotalError::Currencies));
    }

    #[test]
    fn a_total_that_overflows_is_an_error() {
        for lines in [
            vec![line(u64::MAX, "EUR", 2)],
            vec![line(u64::MAX, "EUR", 1), line(1, "EUR", 1)],
        ] {
            assert_eq!(total(&lines), Err(TotalError::Overflow));
        }
    }
}
