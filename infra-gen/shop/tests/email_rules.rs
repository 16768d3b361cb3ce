//! `infra-gen user` and the shop accept the same email addresses, although neither knows the other.

use infra_gen::Email;
use proptest::prelude::*;
use shop_contract as contract;

#[track_caller]
fn check(text: &str) -> bool {
    let accepted = Email::parse(text).is_ok();
    assert_eq!(accepted, contract::Email::parse(text).is_ok(), "{text:?}");
    accepted
}

#[test]
fn both_accept_and_reject_the_same_addresses() {
    let (label, mailbox) = ("b".repeat(63), "a".repeat(64));
    for valid in [
        "ann@example.com",
        "o'neill+shop@mail.example.co.uk",
        "!#$%&'*+/=?^_`{|}~-@1.2",
        &format!("ann@{label}.example"),
        &format!("{mailbox}@example.com"),
    ] {
        assert!(check(valid), "{valid}");
    }
    for invalid in [
        "",
        "ann",
        "ann@localhost",
        "ann..lee@example.com",
        ".ann@example.com",
        "ann.@example.com",
        "ann@example..com",
        "ann@example.com.",
        "ann@-a.com",
        "ann@a-.com",
        "ann@exämple.com",
        "änn@example.com",
        "\"ann\"@example.com",
        "ann@[127.0.0.1]",
        "a b@example.com",
        "ann@example.com\n",
        &format!("ann@{label}b.example"),
        &format!("{mailbox}a@example.com"),
        &format!("ann@{}com", "abcdefgh.".repeat(30)),
    ] {
        assert!(!check(invalid), "{invalid}");
    }
}

proptest! {
    #[test]
    fn both_agree_on_any_text(text in prop_oneof![
        any::<String>(),
        "[ -~]{0,12}@[ -~]{0,12}",
        "[a-z.+]{0,66}@[a-z0-9.-]{0,66}",
        "[a-z]{1,8}([.][a-z]{0,8}){0,3}@[a-z0-9]{1,8}([.-][a-z0-9]{0,8}){0,4}",
    ]) {
        check(&text);
    }
}
