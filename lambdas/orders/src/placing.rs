//! What an order costs, and writing it down at the prices that the customer agreed to, once, whatever happens on the
//! way.
//!
//! It asks for one capability at a time and knows neither tables nor events.

use std::{collections::BTreeMap, future::Future};

use shop_contract::{
    Money, NewOrder, Order, OrderId, OrderLine, OrderState, PriceChange, Product, ProductId, RepricedLine,
    workflow::{AgreedPrice, AgreedPrices, NewOrderTask, OrderRequest, RequestedLine},
};
use shop_runtime::{ProductsTable, StoreError, products_table};

/// Finds products by their IDs.
pub trait ReadProducts {
    /// The products that there are of these, in any order. At most a hundred IDs, each once.
    fn read(&self, ids: &[ProductId]) -> impl Future<Output = Result<Vec<Product>, StoreError>>;
}

impl ReadProducts for ProductsTable {
    async fn read(&self, ids: &[ProductId]) -> Result<Vec<Product>, StoreError> {
        // Consistent: an older version would refuse a price that the customer has just seen.
        let items = self.items(ids, true).await?;
        items.into_iter().map(products_table::product).collect()
    }
}

/// Finds one order.
pub trait ReadOrder {
    /// The order as it was last written, if there is one of this ID.
    fn find(&self, id: &OrderId) -> impl Future<Output = Result<Option<Order>, StoreError>>;
}

/// Writes new orders.
pub trait AddOrder {
    /// Writes the order, unless there is one of its ID.
    fn add(&self, order: &Order) -> impl Future<Output = Result<Added, StoreError>>;
}

/// What became of an order that was to be added.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Added {
    /// It is written.
    Written,
    /// This one was there already.
    Before(Box<Order>),
}

/// What is wanted, at the prices of the moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quote {
    /// The lines, as they were wanted.
    pub lines: Vec<OrderLine>,
    /// The sum of them.
    pub total: Money,
}

/// Why what is wanted has no price.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum QuoteError {
    /// It names products that there are none of.
    #[error("no product is called {}", names(.0))]
    UnknownProducts(Vec<ProductId>),
    /// Its prices cannot be added up.
    #[error(transparent)]
    Total(#[from] TotalError),
}

/// Why an order is not written.
#[derive(Debug, thiserror::Error)]
pub enum PlaceError {
    /// It has no price.
    #[error(transparent)]
    Quote(#[from] QuoteError),
    /// Another order has its ID.
    #[error("another order has this ID")]
    IdTaken(OrderId),
    /// The store did not do its part.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Why prices have no sum.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TotalError {
    /// They are of several currencies.
    #[error("the prices are of several currencies; an order is paid in one")]
    Currencies,
    /// They are too large.
    #[error("the total is larger than can be counted")]
    Overflow,
    /// They are not those that add up to the agreed total.
    #[error("the agreed prices do not add up to the agreed total")]
    NotAgreed,
}

/// Writes the order as pending at the agreed prices, or finds that this was done before.
///
/// The prices may have changed since the customer agreed to them. That is for the decision to find, in the transaction
/// that takes the stock.
pub async fn place(
    products: &impl ReadProducts,
    orders: &(impl ReadOrder + AddOrder),
    task: NewOrderTask,
) -> Result<Order, PlaceError> {
    match quote(products, &task.order.lines, task.agreed.as_ref()).await? {
        Ok(Quote { lines, total }) => {
            let order = Order {
                id: task.order_id.clone(),
                created_at: task.created_at.clone(),
                customer: task.order.customer.clone(),
                lines,
                total,
                state: OrderState::Pending,
            };
            match orders.add(&order).await? {
                Added::Written => Ok(order),
                Added::Before(before) => same(*before, &task),
            }
        }
        // A product may have left since the order was written; the order stands.
        Err(cannot) => match orders.find(&task.order_id).await? {
            Some(before) => same(before, &task),
            None => Err(cannot.into()),
        },
    }
}

/// What the lines cost at the agreed prices, or at those of the moment where none were agreed; or why they have no
/// price. It is another failure not to be able to tell.
pub async fn quote(
    products: &impl ReadProducts,
    wanted: &[RequestedLine],
    agreed: Option<&AgreedPrices>,
) -> Result<Result<Quote, QuoteError>, StoreError> {
    let ids: Vec<_> = wanted.iter().map(|line| line.product_id.clone()).collect();
    let found = products.read(&ids).await?;
    Ok(price(wanted, found, agreed))
}

/// The agreed prices, if the customer agreed to what the quote says; otherwise what differs.
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

/// How the order's prices differ from `new`, which holds those that changed.
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

/// IDs for a message.
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
    let (currency, amount) = lines.next().expect("an order has a line");
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

/// The order that was there before, if it is the one that was to be written.
fn same(before: Order, task: &NewOrderTask) -> Result<Order, PlaceError> {
    if is_written(&before, task) {
        Ok(before)
    } else {
        Err(PlaceError::IdTaken(before.id))
    }
}

/// Whether an order is the one of the task. Every pattern names all fields: a new field does not compile until it is
/// compared, or left out for a reason.
fn is_written(order: &Order, task: &NewOrderTask) -> bool {
    let Order {
        id,
        // An order outlives its execution; another execution of the same order starts later.
        created_at: _,
        customer,
        lines,
        total,
        // It may have been decided.
        state: _,
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
    fn prices_of_two_currencies_have_no_total() {
        let lines = [line(350, "EUR", 1), line(350, "USD", 1)];
        assert_eq!(total(&lines), Err(TotalError::Currencies));
    }

    #[test]
    fn a_total_beyond_counting_is_an_error_and_not_a_small_sum() {
        for lines in [
            vec![line(u64::MAX, "EUR", 2)],
            vec![line(u64::MAX, "EUR", 1), line(1, "EUR", 1)],
        ] {
            assert_eq!(total(&lines), Err(TotalError::Overflow));
        }
    }
}
