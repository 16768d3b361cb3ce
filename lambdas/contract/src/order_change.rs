//! The requests of employees that change an order: a transition of its status, a refund and a note.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{
    Cancellation, IdempotencyKey, InvalidParameter, Malformed, Money, NoteText, OrderEvent, OrderState,
    OrderStatus, Shipment, TextLine, text::validated_text,
};

/// A change of an order's status.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(
    tag = "to",
    rename_all = "UPPERCASE",
    rename_all_fields = "camelCase",
    deny_unknown_fields
)]
pub enum Transition {
    // With braces: serde ignores unknown fields of a variant without fields.
    /// A confirmed order was packed.
    Packed {},
    /// A packed order was shipped.
    Shipped {
        /// The carrier's name.
        carrier: TextLine,
        /// The carrier's page about the parcel, if it has one.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[schemars(with = "TrackingUrl")]
        tracking_url: Option<TrackingUrl>,
    },
    /// A shipped order was delivered.
    Delivered {},
    /// A confirmed or packed order is cancelled, and its stock is returned.
    Cancelled {
        /// The reason, for employees.
        reason: TextLine,
    },
}

/// What a transition does to an order in a state.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// The order gets this state.
    To(OrderState),
    /// The order has already made this transition, and stays as it is.
    Made,
    /// The order cannot make this transition.
    Impossible,
}

impl Transition {
    /// The status that it leads to.
    pub const fn target(&self) -> OrderStatus {
        match self {
            Self::Packed {} => OrderStatus::Packed,
            Self::Shipped { .. } => OrderStatus::Shipped,
            Self::Delivered {} => OrderStatus::Delivered,
            Self::Cancelled { .. } => OrderStatus::Cancelled,
        }
    }

    /// The event in the order's history.
    pub const fn event(&self) -> OrderEvent {
        match self {
            Self::Packed {} => OrderEvent::Packed,
            Self::Shipped { .. } => OrderEvent::Shipped,
            Self::Delivered {} => OrderEvent::Delivered,
            Self::Cancelled { .. } => OrderEvent::Cancelled,
        }
    }

    /// What it does to an order in this state.
    ///
    /// A repeated transition is made already if its details are the same. With another carrier or another reason it is a
    /// different transition, and impossible: the caller would otherwise believe that the order has the new details.
    pub fn step(&self, state: &OrderState) -> Step {
        let to = match (self, state) {
            (Self::Packed {}, OrderState::Confirmed { decided_at }) => OrderState::Packed {
                decided_at: decided_at.clone(),
            },
            (
                Self::Shipped {
                    carrier,
                    tracking_url,
                },
                OrderState::Packed { decided_at },
            ) => OrderState::Shipped {
                decided_at: decided_at.clone(),
                shipment: shipment(carrier, tracking_url.as_ref()),
            },
            (Self::Delivered {}, OrderState::Shipped { decided_at, shipment }) => OrderState::Delivered {
                decided_at: decided_at.clone(),
                shipment: shipment.clone(),
            },
            (
                Self::Cancelled { reason },
                OrderState::Confirmed { decided_at } | OrderState::Packed { decided_at },
            ) => OrderState::Cancelled {
                decided_at: decided_at.clone(),
                cancellation: Cancellation {
                    reason: reason.to_string(),
                },
            },
            _ if self.is_made(state) => return Step::Made,
            _ => return Step::Impossible,
        };
        Step::To(to)
    }

    /// Whether this was the last transition of an order in this state.
    fn is_made(&self, state: &OrderState) -> bool {
        match (self, state) {
            (Self::Packed {}, OrderState::Packed { .. })
            | (Self::Delivered {}, OrderState::Delivered { .. }) => true,
            (
                Self::Shipped {
                    carrier,
                    tracking_url,
                },
                OrderState::Shipped { shipment: stored, .. },
            ) => shipment(carrier, tracking_url.as_ref()) == *stored,
            (Self::Cancelled { reason }, OrderState::Cancelled { cancellation, .. }) => {
                cancellation.reason == reason.as_str()
            }
            _ => false,
        }
    }
}

fn shipment(carrier: &TextLine, tracking_url: Option<&TrackingUrl>) -> Shipment {
    Shipment {
        carrier: carrier.to_string(),
        tracking_url: tracking_url.map(TrackingUrl::to_string),
    }
}

/// The address of a carrier's page: an `https` URL of at most 500 visible ASCII characters.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "String", into = "String")]
#[schemars(extend("maxLength" = 500, "pattern" = "^https://[0-9A-Za-z][!-~]*$"))]
pub struct TrackingUrl(String);

validated_text!(
    TrackingUrl,
    |text| {
        text.len() <= 500
            && text.strip_prefix("https://").is_some_and(|rest| {
                rest.starts_with(|first: char| first.is_ascii_alphanumeric())
                    && rest.bytes().all(|byte| byte.is_ascii_graphic())
            })
    },
    expected "an `https` URL of at most 500 characters"
);

/// A new refund.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NewRefund {
    /// The amount: more than zero, in the currency of the order. All refunds of an order are at most its total.
    pub amount: Money,
    /// The reason, for employees.
    pub reason: TextLine,
}

/// A new note.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NewNote {
    /// The text.
    pub text: NoteText,
}

/// The headers of a request that must not be repeated by mistake.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct IdempotencyHeaders {
    /// Makes the request safe to retry: requests with the same key and the same body have one effect.
    #[serde(rename = "Idempotency-Key")]
    pub idempotency_key: IdempotencyKey,
}

impl IdempotencyHeaders {
    /// Reads the headers. The error names the invalid or missing one.
    pub fn read<'a>(
        mut header: impl FnMut(&'static str) -> Option<&'a str>,
    ) -> Result<Self, InvalidParameter> {
        const KEY: &str = "Idempotency-Key";
        let invalid = |reason: Malformed| InvalidParameter { name: KEY, reason };
        let key = IdempotencyKey::parse(header(KEY).unwrap_or_default());
        Ok(Self {
            idempotency_key: key.map_err(invalid)?,
        })
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::text::tests::check;

    fn state(status: &str) -> OrderState {
        let mut state = json!({ "status": status, "decidedAt": "2026-11-22T10:00:01Z" });
        match status {
            "SHIPPED" | "DELIVERED" => state["shipment"] = json!({ "carrier": "DHL" }),
            "CANCELLED" => state["cancellation"] = json!({ "reason": "The customer called" }),
            "REJECTED" => state["rejection"] = json!({ "reason": "NotProcessed" }),
            _ => {}
        }
        serde_json::from_value(state).unwrap()
    }

    fn transition(json: Value) -> Transition {
        serde_json::from_value(json).unwrap()
    }

    #[test]
    fn each_transition_starts_from_its_states_only() {
        let transitions = [
            (json!({ "to": "PACKED" }), &[OrderStatus::Confirmed][..]),
            (
                json!({ "to": "SHIPPED", "carrier": "DHL" }),
                &[OrderStatus::Packed],
            ),
            (json!({ "to": "DELIVERED" }), &[OrderStatus::Shipped]),
            (
                json!({ "to": "CANCELLED", "reason": "The customer called" }),
                &[OrderStatus::Confirmed, OrderStatus::Packed],
            ),
        ];
        for (json, from) in transitions {
            let transition = transition(json);
            for status in OrderStatus::ALL {
                let step = transition.step(&state(status.as_str()));
                if from.contains(&status) {
                    let Step::To(next) = step else {
                        panic!("{transition:?} from {status:?}: {step:?}")
                    };
                    assert_eq!(next.status(), transition.target());
                    assert_eq!(next.decided_at(), state(status.as_str()).decided_at());
                } else if status == transition.target() {
                    assert_eq!(step, Step::Made, "{transition:?}");
                } else {
                    assert_eq!(step, Step::Impossible, "{transition:?} from {status:?}");
                }
            }
        }
    }

    #[test]
    fn a_repeated_transition_with_other_details_is_not_the_same() {
        for (status, json) in [
            ("SHIPPED", json!({ "to": "SHIPPED", "carrier": "GLS" })),
            (
                "SHIPPED",
                json!({ "to": "SHIPPED", "carrier": "DHL", "trackingUrl": "https://track.example/1" }),
            ),
            (
                "CANCELLED",
                json!({ "to": "CANCELLED", "reason": "Out of flour" }),
            ),
        ] {
            assert_eq!(transition(json).step(&state(status)), Step::Impossible);
        }
    }

    #[test]
    fn a_request_is_read_strictly() {
        for wrong in [
            json!({ "to": "PACKED", "carrier": "DHL" }),
            json!({ "to": "DELIVERED", "at": "2026-11-22T10:00:01Z" }),
            json!({ "to": "SHIPPED" }),
            json!({ "to": "SHIPPED", "carrier": "" }),
            json!({ "to": "SHIPPED", "carrier": "DHL", "trackingUrl": "http://track.example" }),
            json!({ "to": "CANCELLED" }),
            json!({ "to": "CONFIRMED" }),
            json!({ "to": "PENDING" }),
            json!({}),
        ] {
            assert!(
                serde_json::from_value::<Transition>(wrong.clone()).is_err(),
                "{wrong}"
            );
        }
    }

    #[test]
    fn a_tracking_link_is_an_https_url() {
        let longest = format!("https://track.example/{}", "1".repeat(478));
        for right in ["https://track.example", "https://track.example/a?b=c#d", &longest] {
            check::<TrackingUrl>(right, true);
        }
        for wrong in [
            "",
            "https://",
            "http://track.example",
            "javascript:alert(1)",
            "HTTPS://track.example",
            "https:///track.example",
            "https://track.example/a b",
            "https://track.example/ä",
            "https://track.example\n",
            &format!("{longest}1"),
        ] {
            check::<TrackingUrl>(wrong, false);
        }
    }

    #[test]
    fn the_idempotency_key_is_required() {
        let key = "8e03978e-40d5-43e8-bc93-6894a57f9324";
        let headers = IdempotencyHeaders::read(|_| Some(key)).unwrap();
        assert_eq!(headers.idempotency_key.as_str(), key);
        for wrong in [None, Some(""), Some("1")] {
            assert_eq!(
                IdempotencyHeaders::read(|_| wrong).unwrap_err().name,
                "Idempotency-Key"
            );
        }
    }
}
