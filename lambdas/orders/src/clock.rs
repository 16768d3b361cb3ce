//! Times for the domain. The handlers read the clock and pass the time on.

use std::time::SystemTime;

use shop_contract::Timestamp;

/// The time, truncated to seconds.
pub(crate) fn timestamp(moment: SystemTime) -> Timestamp {
    let moment =
        jiff::Timestamp::try_from(moment).expect("the clock shows a time between the years -9999 and 9999");
    let text = moment.strftime("%Y-%m-%dT%H:%M:%SZ").to_string();
    Timestamp::parse(&text).expect("the format of a timestamp")
}
