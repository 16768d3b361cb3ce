//! Every source of AWS credentials, against fake services on this machine. The program runs with its own home folder and
//! reads the outputs of a stack. The fake CloudFormation records which access key signed the request.

#![expect(clippy::unwrap_used, reason = "a panic is how a test reports a failed step")]

mod failures;
mod fake;
mod home;
#[path = "../system/http.rs"]
#[expect(dead_code, reason = "these tests only read requests")]
mod http;
mod sources;
mod terminal;
