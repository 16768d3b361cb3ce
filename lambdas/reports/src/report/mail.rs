//! The mail that announces a report. The topic sends plain text only.
//!
//! This module does not send anything: the workflow publishes the mail.

use shop_contract::{Timestamp, workflow::generate_report::ReportPeriod};
use shop_runtime::ShopZone;

use super::{OrdersSummary, ProductsSummary, figures};

/// The maximum length of a subject in SNS, in characters.
const LONGEST_SUBJECT: usize = 100;

/// The mail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mail {
    /// One line of printable ASCII, at most 100 characters, as SNS requires.
    pub subject: String,
    /// The body.
    pub text: String,
}

/// The contents of the mail.
#[derive(Debug, Clone, Copy)]
pub struct MailFacts<'a> {
    /// The name of the environment.
    pub environment: &'a str,
    /// The employee who requested the report.
    pub asked_by: &'a str,
    /// When it was requested.
    pub asked_at: &'a Timestamp,
    /// The period that it covers; all orders if absent.
    pub period: Option<&'a ReportPeriod>,
    /// The URL of the report's page on the site, which requires a sign-in.
    pub page_url: &'a str,
    /// The URL of the orders report.
    pub orders_url: &'a str,
    /// The URL of the products report.
    pub products_url: &'a str,
    /// When both links expire.
    pub links_expire_at: &'a Timestamp,
    /// The time zone of days and times.
    pub zone: &'a ShopZone,
    /// The totals of the orders, if known.
    pub orders: Option<&'a OrdersSummary>,
    /// The totals of the products, if known.
    pub products: Option<&'a ProductsSummary>,
}

/// Writes the mail.
pub fn write(facts: &MailFacts<'_>) -> Mail {
    let asked_at = figures::moment(facts.asked_at, facts.zone);
    let asked_by = one_line(facts.asked_by);
    let environment = one_line(facts.environment);
    let expire = figures::moment(facts.links_expire_at, facts.zone);
    let period = facts.period.map(figures::period);
    let covers = period.as_deref().unwrap_or("all orders");
    let figures = [facts.orders.map(orders_line), facts.products.map(products_line)];
    let figures: String = figures.into_iter().flatten().collect();
    let gap = if figures.is_empty() { "" } else { "\n" };
    let text = format!(
        "Hello,\n\
         \n\
         The report that {asked_by} requested on {asked_at} is ready. Period: {covers}.\n\
         \n\
         {figures}{gap}\
         Open the report (sign-in required):\n{page}\n\
         \n\
         Direct links, until {expire} ({zone}):\n\
         \n\
         Orders:\n{orders}\n\
         \n\
         Products:\n{products}\n\
         \n\
         Anyone with a direct link can open it without signing in, so do not forward these links. After they expire, \
         use the first link: it works until the report is deleted.\n\
         \n\
         Quarter Past, {environment}\n",
        page = facts.page_url,
        zone = facts.zone.name(),
        orders = facts.orders_url,
        products = facts.products_url,
    );
    let what = period.unwrap_or(asked_at);
    Mail {
        subject: subject(&format!(
            "Quarter Past ({environment}): orders and products, {what}"
        )),
        text,
    }
}

fn orders_line(orders: &OrdersSummary) -> String {
    let outcomes = &orders.outcomes;
    format!(
        "{}: {} sold, {} pending, {} cancelled, {} rejected. Revenue: {}.{}\n",
        figures::counted(outcomes.all(), "order", "orders"),
        figures::count(outcomes.sold()),
        figures::count(outcomes.pending),
        figures::count(outcomes.cancelled),
        figures::count(outcomes.rejected()),
        if orders.revenue.is_empty() {
            "none".to_owned()
        } else {
            figures::amounts(&orders.revenue)
        },
        figures::left_out(orders.unreadable, "order", "orders"),
    )
}

fn products_line(products: &ProductsSummary) -> String {
    format!(
        "{}: {} sold out, {} low in stock.{}\n",
        figures::counted(products.products, "product", "products"),
        figures::count(products.sold_out),
        figures::count(products.low),
        figures::left_out(products.unreadable, "product", "products"),
    )
}

/// The text without line breaks.
fn one_line(text: &str) -> String {
    text.chars()
        .map(|char| if char.is_control() { ' ' } else { char })
        .collect()
}

/// The text reduced to what SNS accepts as a subject: ASCII that does not start with a space.
fn subject(text: &str) -> String {
    let printable = |char: char| if matches!(char, ' '..='~') { char } else { '?' };
    text.chars()
        .map(printable)
        .take(LONGEST_SUBJECT)
        .collect::<String>()
        .trim()
        .to_owned()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn moment(text: &str) -> Timestamp {
        Timestamp::parse(text).unwrap()
    }

    fn facts<'a>(
        environment: &'a str,
        asked_by: &'a str,
        at: &'a Timestamp,
        zone: &'a ShopZone,
    ) -> MailFacts<'a> {
        MailFacts {
            environment,
            asked_by,
            asked_at: at,
            period: None,
            page_url: "https://shop.example/reports/ann-0",
            orders_url: "https://example.com/orders.html?signature=1",
            products_url: "https://example.com/products.html?signature=2",
            links_expire_at: at,
            zone,
            orders: None,
            products: None,
        }
    }

    fn mail(environment: &str, asked_by: &str) -> Mail {
        let zone = ShopZone::new("Europe/Berlin");
        write(&MailFacts {
            links_expire_at: &moment("2026-11-23T08:45:00Z"),
            ..facts(environment, asked_by, &moment("2026-11-23T08:15:00Z"), &zone)
        })
    }

    #[test]
    fn the_mail_names_the_requester_and_the_expiry() {
        let mail = mail("prod", "ann@example.com");
        insta::assert_snapshot!(format!("{}\n\n{}", mail.subject, mail.text), @r"
        Quarter Past (prod): orders and products, 23 Nov 2026, 09:15 CET

        Hello,

        The report that ann@example.com requested on 23 Nov 2026, 09:15 CET is ready. Period: all orders.

        Open the report (sign-in required):
        https://shop.example/reports/ann-0

        Direct links, until 23 Nov 2026, 09:45 CET (Europe/Berlin):

        Orders:
        https://example.com/orders.html?signature=1

        Products:
        https://example.com/products.html?signature=2

        Anyone with a direct link can open it without signing in, so do not forward these links. After they expire, use the first link: it works until the report is deleted.

        Quarter Past, prod
        ");
    }

    #[test]
    fn the_mail_names_the_period_of_the_report() {
        let day = |text| Some(shop_contract::Day::parse(text).unwrap());
        let period = ReportPeriod {
            from: day("2026-11-01"),
            to: day("2026-11-30"),
            begins: None,
            ends: None,
        };
        let mail = write(&MailFacts {
            period: Some(&period),
            ..facts(
                "prod",
                "ann",
                &moment("2026-11-23T08:15:00Z"),
                &ShopZone::new("UTC"),
            )
        });
        assert!(
            mail.subject
                .ends_with(": orders and products, 1 Nov 2026 to 30 Nov 2026"),
            "{}",
            mail.subject
        );
        assert!(
            mail.text.contains("Period: 1 Nov 2026 to 30 Nov 2026."),
            "{}",
            mail.text
        );
    }

    #[test]
    fn known_totals_are_two_lines() {
        let (orders, products) = (OrdersSummary::default(), ProductsSummary::new(10));
        let mail = write(&MailFacts {
            orders: Some(&orders),
            products: Some(&products),
            ..facts(
                "prod",
                "ann",
                &moment("2026-11-23T08:15:00Z"),
                &ShopZone::new("UTC"),
            )
        });
        let told = "\n\n0 orders: 0 sold, 0 pending, 0 cancelled, 0 rejected. Revenue: none.\n\
                    0 products: 0 sold out, 0 low in stock.\n\nOpen the report";
        assert!(mail.text.contains(told), "{}", mail.text);
    }

    proptest! {
        #[test]
        fn every_subject_is_valid_for_sns(environment: String, asked_by: String) {
            let mail = mail(&environment, &asked_by);
            prop_assert!((1..=100).contains(&mail.subject.len()));
            prop_assert!(mail.subject.bytes().all(|byte| (b' '..=b'~').contains(&byte)));
            prop_assert!(!mail.subject.starts_with(' '));
        }

        #[test]
        fn a_name_cannot_add_a_line(asked_by: String) {
            let lines = mail("dev", &asked_by).text.lines().count();
            prop_assert_eq!(lines, mail("dev", "ann").text.lines().count());
        }
    }
}
