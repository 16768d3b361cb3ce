//! The tables as maps in memory. Every call has the fault of the plan.

use std::{
    cell::{Cell, RefCell},
    collections::BTreeMap,
};

use shop_contract::{Order, OrderId, OrderState, Product, ProductId, Rejection, Shortfall, Timestamp};
use shop_orders::{
    inventory::{Confirmation, Obstacles, RejectOrder, Rejected, TakeStock},
    placing::{AddOrder, Added, ReadOrder, ReadProducts},
};
use shop_runtime::StoreError;

use crate::{
    plan::{Fault, Plan, euros, product_id},
    workflow,
};

pub(crate) async fn check(plan: &Plan) {
    let memory = Memory {
        products: plan
            .products()
            .map(|product| (product.id.clone(), product))
            .collect::<BTreeMap<_, _>>()
            .into(),
        orders: RefCell::default(),
        plan: plan.clone(),
        calls: Cell::new(0),
    };
    memory.change_prices(0);
    workflow::check(plan, &memory, &memory, &memory, || memory.calls.set(usize::MAX)).await;
}

struct Memory {
    products: RefCell<BTreeMap<ProductId, Product>>,
    orders: RefCell<BTreeMap<OrderId, Order>>,
    plan: Plan,
    calls: Cell<usize>,
}

impl Memory {
    /// Makes the call with the fault of the plan.
    async fn call<T>(&self, conflict: Option<T>, make: impl FnOnce() -> T) -> Result<T, StoreError> {
        let number = self.calls.get();
        self.calls.set(number.saturating_add(1));
        self.change_prices(number.saturating_add(1));
        let busy = || StoreError::Busy {
            source: "the plan says so".into(),
        };
        match self.plan.faults.get(number).copied().unwrap_or(Fault::None) {
            Fault::None => Ok(make()),
            Fault::Delay => {
                tokio::task::yield_now().await;
                Ok(make())
            }
            Fault::Before | Fault::Throttle => Err(busy()),
            Fault::After => {
                make();
                Err(busy())
            }
            Fault::Conflict => Ok(conflict.unwrap_or_else(make)),
        }
    }

    /// Changes the prices that the plan changes at this call.
    fn change_prices(&self, call: usize) {
        let mut products = self.products.borrow_mut();
        for (&number, change) in &self.plan.price_changes {
            if change.at_call == call {
                let product = products.get_mut(&product_id(number)).expect("the plan has it");
                product.price = euros(change.amount);
            }
        }
    }

    /// The obstacles, or the order is confirmed and its stock is taken.
    fn take(&self, order: &Order, decided_at: &Timestamp) -> Confirmation {
        let mut orders = self.orders.borrow_mut();
        let order = orders.get_mut(&order.id).expect("it was read");
        if order.state != OrderState::Pending {
            return Confirmation::DecidedBefore;
        }
        let mut products = self.products.borrow_mut();
        let short: Vec<_> = order
            .lines
            .iter()
            .map(|line| Shortfall {
                product_id: line.product_id.clone(),
                requested: line.quantity,
                available: products[&line.product_id].stock,
            })
            .filter(|line| line.available < line.requested.count())
            .collect();
        let prices = order
            .lines
            .iter()
            .map(|line| (line, &products[&line.product_id].price))
            .filter(|(line, price)| line.price != **price)
            .map(|(line, price)| (line.product_id.clone(), price.clone()));
        let obstacles = Obstacles {
            shortfalls: short,
            prices: prices.collect(),
        };
        if !obstacles.is_empty() {
            return Confirmation::Unmet(obstacles);
        }
        for line in &order.lines {
            let product = products.get_mut(&line.product_id).expect("it was counted");
            product.stock -= line.quantity.count();
        }
        order.state = OrderState::Confirmed {
            decided_at: decided_at.clone(),
        };
        Confirmation::Confirmed
    }
}

impl ReadProducts for Memory {
    async fn read(&self, ids: &[ProductId]) -> Result<Vec<Product>, StoreError> {
        let read = || {
            ids.iter()
                .filter_map(|id| self.products.borrow().get(id).cloned())
                .collect()
        };
        self.call(None, read).await
    }
}

impl ReadOrder for Memory {
    async fn find(&self, id: &OrderId) -> Result<Option<Order>, StoreError> {
        self.call(None, || self.orders.borrow().get(id).cloned()).await
    }
}

impl AddOrder for Memory {
    async fn add(&self, order: &Order) -> Result<Added, StoreError> {
        let add = || {
            let mut orders = self.orders.borrow_mut();
            if let Some(before) = orders.get(&order.id) {
                return Added::Existing(Box::new(before.clone()));
            }
            orders.insert(order.id.clone(), order.clone());
            Added::Written
        };
        self.call(None, add).await
    }
}

impl TakeStock for Memory {
    async fn confirm(&self, order: &Order, decided_at: &Timestamp) -> Result<Confirmation, StoreError> {
        let conflict = Confirmation::Contended(Obstacles::default());
        self.call(Some(conflict), || self.take(order, decided_at)).await
    }
}

impl RejectOrder for Memory {
    async fn reject(
        &self,
        id: &OrderId,
        rejection: &Rejection,
        decided_at: &Timestamp,
    ) -> Result<Rejected, StoreError> {
        let reject = || {
            let mut orders = self.orders.borrow_mut();
            if let Some(order) = orders
                .get_mut(id)
                .filter(|order| order.state == OrderState::Pending)
            {
                order.state = OrderState::Rejected {
                    decided_at: decided_at.clone(),
                    rejection: rejection.clone(),
                };
                return Rejected::Now;
            }
            Rejected::DecidedBefore
        };
        self.call(None, reject).await
    }
}
