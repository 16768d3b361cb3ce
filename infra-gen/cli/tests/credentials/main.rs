//! Every source of AWS credentials, against services on this machine: the whole program runs, with a home folder of its
//! own, and asks for the outputs of a stack. The fake CloudFormation records which access key signed the request.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by its panic")]

mod failures;
mod fake;
mod home;
#[path = "../system/http.rs"]
#[expect(dead_code, reason = "only requests are read here")]
mod http;
mod sources;
mod terminal;
