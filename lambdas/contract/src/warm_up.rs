//! The key of warm-up calls.

/// A key for the reads that a function makes during its start. No item and no execution has it: no parser of an ID
/// accepts it. And because it is not an ID, a method that writes does not accept it either.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WarmUpKey;

impl WarmUpKey {
    /// The key. It is also a valid name of an execution: Step Functions refuses other names before it looks them up.
    pub const fn as_str(self) -> &'static str {
        "_warm.up"
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{ExecutionArn, IdempotencyKey, ImageKey, OrderId, OrderReference, ProductId, ReportId};

    #[test]
    fn no_parser_of_an_id_accepts_the_key() {
        let key = WarmUpKey.as_str();
        assert!(ProductId::parse(key).is_err());
        assert!(OrderId::parse(key).is_err());
        assert!(OrderReference::parse(key).is_err());
        assert!(IdempotencyKey::parse(key).is_err());
        assert!(ReportId::parse(key).is_err());
        assert!(ImageKey::parse(key).is_err());
        let machine = "arn:aws:states:eu-central-1:000000000000:stateMachine:new_order";
        assert!(ExecutionArn::from_name(machine, key).is_err());
    }
}
