//! Streams: their modes.
//! <https://docs.aws.amazon.com/kinesis/latest/APIReference/API_CreateStream.html>

use crate::{
    check::{cases::Cases, catalog::services::kinesis::SHARDS},
    finding::Finding,
};

pub(super) fn check(cases: &mut Cases<'_>, findings: &mut Vec<Finding>) {
    cases.each("AWS::Kinesis::Stream", findings, |stream, findings| {
        let mode = stream.at("StreamModeDetails.StreamMode");
        let shards = stream.get("ShardCount");
        if mode.is("ON_DEMAND") && shards.is_present() {
            let message = "a stream with the mode `ON_DEMAND` must not have `ShardCount`";
            findings.push(shards.found(SHARDS.found(message, "remove one of the two")));
        } else if mode.is("PROVISIONED") && shards.is_absent() {
            let message = "a stream with the mode `PROVISIONED` requires `ShardCount`";
            findings.push(stream.found(SHARDS.found(message, "add it")));
        }
    });
}
