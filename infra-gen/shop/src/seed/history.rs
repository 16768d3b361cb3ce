//! Generated orders. The `i`-th order stays the same for 365 days, except that employees pack, ship and deliver it in its first
//! days; then the same order is placed again a year later. So seeding can stop at any point and be resumed.
//!
//! An order is computed from its index alone, with a random number generator of our own, because the sequence of a
//! library's generator may change between releases.

use jiff::{SignedDuration, Timestamp as Instant};
use shop_contract::{
    Actor, Address, Cancellation, CountryCode, Customer, Email, HistoryEntry, Money, Order, OrderEvent,
    OrderId, OrderLine, OrderNumber, OrderState, PhoneNumber, PostalCode, Product, Quantity, Rejection,
    Shipment, Shortfall, TextLine, Timestamp,
};
use uuid::Uuid;

const DAYS: u64 = 365;
const SECONDS_PER_DAY: u64 = 86_400;
const SECONDS_PER_HOUR: u64 = 3_600;
const YEAR: u64 = DAYS * SECONDS_PER_DAY;
/// The longest time between an order and its decision, in seconds.
const SLOWEST_DECISION: u64 = 9;
/// Fewer than there are orders, so that some customers have several orders.
const CUSTOMERS: u64 = 40_000;

/// Computes orders on demand.
pub(super) struct History {
    products: Vec<Product>,
    now: Instant,
}

impl History {
    /// Orders of these products in the 365 days before `now`.
    pub(super) fn new(products: Vec<Product>, now: Instant) -> Self {
        Self { products, now }
    }

    /// The ID of the order with this index.
    pub(super) fn id(index: u64) -> OrderId {
        let mut random = Random::new("id", index);
        let bits = (u128::from(random.next_u64()) << 64) | u128::from(random.next_u64());
        let uuid = Uuid::new_v8(bits.to_be_bytes());
        OrderId::parse(&uuid.to_string()).expect("a UUID of version 8 is an order ID")
    }

    /// The order with this index.
    pub(super) fn order(&self, index: u64) -> Order {
        let mut random = Random::new("order", index);
        // The mean of two random numbers: most orders are placed around noon and few at night.
        let time = u64::midpoint(random.below(SECONDS_PER_DAY), random.below(SECONDS_PER_DAY));
        let created_at = self.last(random.below(DAYS) * SECONDS_PER_DAY + time);
        let decided_at =
            created_at + SignedDuration::from_secs((random.below(SLOWEST_DECISION) + 1).cast_signed());

        let lines = self.lines(&mut random);
        let amount = lines
            .iter()
            .map(|line| line.price.amount * u64::from(line.quantity.count()))
            .sum();
        let currency = lines[0].price.currency.clone();
        let mut state = decide(&mut random, &lines, timestamp(decided_at));
        let mut history = Vec::new();
        if let OrderState::Confirmed { decided_at } = state {
            (state, history) = self.fulfil(index, created_at, &decided_at);
        }
        let id = Self::id(index);
        Order {
            number: OrderNumber::of(&id),
            id,
            created_at: timestamp(created_at),
            customer: customer(random.below(CUSTOMERS)).into(),
            lines,
            total: Money { amount, currency },
            state,
            history,
            notes: Vec::new(),
            refunds: Vec::new(),
        }
    }

    /// The state of a confirmed order at this time, and its changes. One of 50 is cancelled; the others are packed within hours,
    /// shipped within a day and delivered three days later.
    fn fulfil(
        &self,
        index: u64,
        created_at: Instant,
        decided_at: &Timestamp,
    ) -> (OrderState, Vec<HistoryEntry>) {
        let mut random = Random::new("fulfilment", index);
        let employee = *random.pick(&EMPLOYEES);
        let shipment = Shipment {
            carrier: (*random.pick(&["DHL", "Austrian Post", "GLS"])).to_owned(),
            tracking_url: (random.below(4) > 0).then(|| {
                format!(
                    "https://tracking.example.com/{:012}",
                    random.below(1_000_000_000_000)
                )
            }),
        };
        let cancelled = random.below(50) == 0;
        let mut at = created_at;
        let mut state = OrderState::Confirmed {
            decided_at: decided_at.clone(),
        };
        let mut history = Vec::new();
        let steps: &[(OrderEvent, u64)] = if cancelled {
            &[(OrderEvent::Cancelled, 3)]
        } else {
            &[
                (OrderEvent::Packed, 8),
                (OrderEvent::Shipped, 24),
                (OrderEvent::Delivered, 72),
            ]
        };
        for &(event, hours) in steps {
            let seconds = hours * SECONDS_PER_HOUR / 4 + random.below(hours * SECONDS_PER_HOUR);
            at += SignedDuration::from_secs(seconds.cast_signed());
            if at > self.now {
                break;
            }
            let decided_at = decided_at.clone();
            state = match event {
                OrderEvent::Packed => OrderState::Packed { decided_at },
                OrderEvent::Shipped => OrderState::Shipped {
                    decided_at,
                    shipment: shipment.clone(),
                },
                OrderEvent::Delivered => OrderState::Delivered {
                    decided_at,
                    shipment: shipment.clone(),
                },
                OrderEvent::Cancelled => OrderState::Cancelled {
                    decided_at,
                    cancellation: Cancellation {
                        reason: "The customer changed their mind".to_owned(),
                    },
                },
            };
            history.push(HistoryEntry {
                at: timestamp(at),
                by: Actor {
                    sub: employee.0.to_owned(),
                    name: Some(employee.1.to_owned()),
                },
                event,
            });
        }
        (state, history)
    }

    /// The last time that was `second` seconds into a year of 365 days and long enough ago for an order to be decided. Years
    /// are counted from 1970, so that they start at midnight.
    fn last(&self, second: u64) -> Instant {
        let latest = self.now.as_second() - SLOWEST_DECISION.cast_signed();
        let ago = (latest - second.cast_signed()).rem_euclid(YEAR.cast_signed());
        Instant::from_second(latest - ago).expect("a timestamp minus at most a year is a timestamp")
    }

    /// One to four products, most of them in a quantity of one or two.
    fn lines(&self, random: &mut Random) -> Vec<OrderLine> {
        let count = (random.below(2) + random.below(3) + 1).min(self.products.len() as u64);
        let mut chosen: Vec<&Product> = Vec::new();
        while (chosen.len() as u64) < count {
            let product = random.pick(&self.products);
            if chosen.iter().all(|other| other.id != product.id) {
                chosen.push(product);
            }
        }
        chosen
            .into_iter()
            .map(|product| OrderLine {
                product_id: product.id.clone(),
                name: product.name.clone(),
                price: product.price.clone(),
                quantity: quantity(*random.pick(&[1, 1, 1, 2, 2, 3, 4, 6, 12])),
            })
            .collect()
    }
}

/// Of 100 orders, four are rejected because a product is out of stock, and one because of an internal error.
fn decide(random: &mut Random, lines: &[OrderLine], decided_at: Timestamp) -> OrderState {
    let rejection = match random.below(100) {
        0 => Rejection::NotProcessed,
        1..=4 => {
            let line = random.pick(lines);
            let requested = line.quantity;
            let available = u32::try_from(random.below(requested.count().into()));
            Rejection::OutOfStock {
                shortfalls: vec![Shortfall {
                    product_id: line.product_id.clone(),
                    requested,
                    available: available.expect("less than was requested"),
                }],
            }
        }
        _ => return OrderState::Confirmed { decided_at },
    };
    OrderState::Rejected {
        decided_at,
        rejection,
    }
}

/// The ID and the name of employees, who cannot sign in.
const EMPLOYEES: [(&str, &str); 3] = [
    ("11111111-1111-4111-8111-111111111111", "greta"),
    ("22222222-2222-4222-8222-222222222222", "luca"),
    ("33333333-3333-4333-8333-333333333333", "noah"),
];
const FIRST_NAMES: [&str; 20] = [
    "Ada", "Amir", "Bruno", "Clara", "David", "Elif", "Emma", "Felix", "Greta", "Hugo", "Ines", "Jan",
    "Lena", "Luca", "Marta", "Noah", "Olga", "Paul", "Sara", "Yusuf",
];
const LAST_NAMES: [&str; 20] = [
    "Adler", "Bauer", "Costa", "Dubois", "Egger", "Fischer", "Garcia", "Huber", "Ivanova", "Jansen",
    "Keller", "Lang", "Moreau", "Novak", "Okafor", "Peeters", "Rossi", "Schmidt", "Weber", "Yilmaz",
];
const STREETS: [&str; 10] = [
    "Am Markt",
    "Bahnhofstrasse",
    "Birkenweg",
    "Gartenstrasse",
    "Hauptstrasse",
    "Kirchplatz",
    "Lindenallee",
    "Parkstrasse",
    "Schulweg",
    "Seestrasse",
];
const CITIES: [(&str, &str, &str); 10] = [
    ("10115", "Berlin", "DE"),
    ("20095", "Hamburg", "DE"),
    ("50667", "Cologne", "DE"),
    ("80331", "Munich", "DE"),
    ("04109", "Leipzig", "DE"),
    ("1010", "Vienna", "AT"),
    ("5020", "Salzburg", "AT"),
    ("8001", "Zurich", "CH"),
    ("1011 AB", "Amsterdam", "NL"),
    ("L-1111", "Luxembourg", "LU"),
];

/// The customer with this number, who is the same in all of their orders.
fn customer(number: u64) -> Customer {
    let mut random = Random::new("customer", number);
    let (first, last) = (*random.pick(&FIRST_NAMES), *random.pick(&LAST_NAMES));
    let (postal_code, city, country) = *random.pick(&CITIES);
    let street = format!("{} {}", random.pick(&STREETS), random.below(120) + 1);
    let email = format!("{first}.{last}.{number}@example.com").to_lowercase();
    // Berlin's range of numbers for use in fiction.
    let phone = (random.below(3) > 0).then(|| format!("+49 30 23125 {:03}", random.below(1_000)));
    Customer {
        name: line(&format!("{first} {last}")),
        email: Email::parse(&email).expect("names of letters form an address"),
        address: Address {
            street: line(&street),
            postal_code: PostalCode::parse(postal_code).expect("the list contains postal codes"),
            city: line(city),
            country: CountryCode::parse(country).expect("the list contains country codes"),
        },
        phone: phone.map(|phone| PhoneNumber::parse(&phone).expect("digits and spaces form a phone number")),
    }
}

fn line(text: &str) -> TextLine {
    TextLine::parse(text).expect("the lists contain short words")
}

fn quantity(count: u64) -> Quantity {
    Quantity::new(count).expect("the list contains valid quantities")
}

fn timestamp(instant: Instant) -> Timestamp {
    let text = instant.strftime("%Y-%m-%dT%H:%M:%SZ").to_string();
    Timestamp::parse(&text).expect("the format is that of a timestamp")
}

/// A deterministic random number generator, `SplitMix64`.
struct Random(u64);

impl Random {
    /// A generator for the `index`-th item of a kind. Different kinds have independent sequences.
    fn new(kind: &str, index: u64) -> Self {
        let kind = kind.bytes().fold(0, |sum: u64, byte| {
            sum.wrapping_mul(257).wrapping_add(byte.into())
        });
        let start = Self(kind).next_u64();
        // Advanced once, because the sequences of adjacent seeds are otherwise shifted copies of each other.
        Self(Self(start ^ index).next_u64())
    }

    fn next_u64(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below `end`. The slight bias towards small numbers does not matter here.
    fn below(&mut self, end: u64) -> u64 {
        self.next_u64() % end
    }

    fn pick<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        let index = usize::try_from(self.below(from.len() as u64));
        &from[index.expect("the number is an index of the slice")]
    }
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, HashSet};

    use shop_contract::{OrderStatus, table::orders};

    use super::*;
    use crate::seed::catalogue;

    fn at(moment: &str) -> History {
        let now = moment.parse().unwrap();
        History::new(catalogue::products(now).unwrap(), now)
    }

    fn decided_at(order: &Order) -> Timestamp {
        let decided_at = order.state.decided_at();
        decided_at
            .unwrap_or_else(|| panic!("order {} is pending", order.id.as_str()))
            .clone()
    }

    fn moment(time: &Timestamp) -> Instant {
        time.as_str().parse().unwrap()
    }

    #[test]
    fn an_order_stays_the_same_until_it_is_placed_again_a_year_later() {
        let (before, after) = ("2026-11-22T00:00:00Z", "2026-11-24T15:00:00Z");
        let (earlier, later) = (at(before), at(after));
        let mut repeated = 0;
        for index in 0..5_000 {
            let (old, new) = (earlier.order(index), later.order(index));
            assert_eq!(old.id, History::id(index));
            if new.created_at == old.created_at {
                assert_eq!(
                    (&new.customer, &new.lines, decided_at(&new)),
                    (&old.customer, &old.lines, decided_at(&old))
                );
                // Employees have worked on it since.
                assert!(new.history.starts_with(&old.history));
            } else {
                let (created_at, year) = (moment(&old.created_at), SignedDuration::from_hours(365 * 24));
                assert_eq!(moment(&new.created_at), created_at + year);
                assert!(before <= decided_at(&new).as_str() && decided_at(&new).as_str() <= after);
                assert_eq!(
                    (new.id, new.customer, new.lines),
                    (old.id, old.customer, old.lines)
                );
                repeated += 1;
            }
        }
        assert!((10..100).contains(&repeated), "{repeated} were repeated");
        // Later versions must find the orders that earlier versions have written.
        assert_eq!(History::id(0).as_str(), "7d01f818-ee0a-801f-b2f4-5aafa01fad7f");
    }

    #[test]
    fn no_order_is_in_the_future() {
        for (now, orders_today) in [
            ("2026-11-22T00:00:05Z", 0..5),
            ("2026-11-22T09:00:00Z", 5..30),
            ("2026-11-22T15:00:00Z", 20..60),
            ("2026-11-22T23:59:59Z", 35..80),
        ] {
            let history = at(now);
            let mut today = 0;
            for index in 0..20_000 {
                let order = history.order(index);
                assert!(decided_at(&order).as_str() <= now, "{index} at {now}");
                today += u32::from(order.created_at.as_str().starts_with("2026-11-22"));
            }
            assert!(orders_today.contains(&today), "{today} by {now}");
        }
    }

    #[test]
    fn every_order_is_one_that_the_shop_could_have_accepted() {
        let history = at("2026-11-22T15:00:00Z");
        let (first, last) = ("2025-11-22T14:59:50Z", "2026-11-22T15:00:00Z");
        let mut of_status = BTreeMap::<OrderStatus, u32>::new();
        let mut days = HashSet::new();
        for index in 0..20_000 {
            let order = history.order(index);
            let item = crate::seed::item(orders::OrderItem::new(&order));
            assert_eq!(serde_dynamo::from_item::<_, Order>(item).unwrap(), order);

            let costs = order.lines.iter().map(|line| {
                let mut products = history.products.iter();
                let product = products.find(|product| product.id == line.product_id).unwrap();
                product.price.amount * u64::from(line.quantity.count())
            });
            assert_eq!(order.total.amount, costs.sum::<u64>());
            let products: HashSet<_> = order.lines.iter().map(|line| &line.product_id).collect();
            assert_eq!(products.len(), order.lines.len());

            *of_status.entry(order.state.status()).or_default() += 1;
            let decided_at = decided_at(&order);
            assert!(order.created_at < decided_at);
            assert!(first <= order.created_at.as_str() && decided_at.as_str() <= last);
            let mut times = vec![&decided_at];
            times.extend(order.history.iter().map(|entry| &entry.at));
            assert!(times.is_sorted() && times[times.len() - 1].as_str() <= last);
            days.insert(order.created_at.as_str()[..10].to_owned());
        }
        assert!(
            (500..1_500).contains(&of_status[&OrderStatus::Rejected]),
            "{of_status:?}"
        );
        for status in OrderStatus::ALL {
            let count = of_status.get(&status).copied().unwrap_or_default();
            assert_eq!(count == 0, status == OrderStatus::Pending, "{of_status:?}");
        }
        // The first and the last day are not complete.
        assert_eq!(days.len(), 366);
    }

    #[test]
    fn ids_are_unique_and_evenly_distributed_over_the_shards() {
        let ids: HashSet<_> = (0..100_000).map(History::id).collect();
        assert_eq!(ids.len(), 100_000);
        for shard in orders::SHARDS {
            let share = ids.iter().filter(|id| id.shard() == shard).count();
            assert!(
                (5_500..7_000).contains(&share),
                "{share} of 100,000 in shard {shard}"
            );
        }
    }
}
