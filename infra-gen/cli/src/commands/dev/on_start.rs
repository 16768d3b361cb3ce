//! Calls the functions in [`App::on_start`](crate::App::on_start), once each, after the deployment.
//!
//! A failed call is reported and does not end the run: the stack works, and the function can be called again later.

use aws_sdk_lambda::Client;
use aws_sdk_lambda::primitives::Blob;

use crate::app::Call;
use crate::aws::{Aws, AwsError};
use crate::deploy::stack::Resource;
use crate::terminal::{Style, Terminal};

/// Calls the functions one after another and reports the results.
pub(super) async fn call(calls: &[Call], deployed: &[Resource], aws: &Aws, terminal: Terminal) {
    let client = Client::new(&aws.config);
    for call in calls {
        let function = call.function;
        match invoke(&client, call, deployed).await {
            Ok(returned) => terminal.info(format_args!("function `{function}` returned {returned}")),
            Err(failure) => terminal.line(
                Style::Error,
                format_args!("function `{function}` failed: {failure}"),
            ),
        }
    }
}

/// Returns the function's result, or why there is none.
async fn invoke(client: &Client, call: &Call, deployed: &[Resource]) -> Result<String, String> {
    let function = deployed.iter().find(|resource| resource.logical == call.function);
    let function = function.ok_or("the stack has no resource with this logical ID")?;
    let answer = client
        .invoke()
        .function_name(&function.physical)
        .payload(Blob::new(call.payload))
        .send()
        .await
        .map_err(|error| {
            AwsError::new(format!("call `{}`", call.function), &error)
                .problem()
                .to_owned()
        })?;
    let payload = answer.payload.map(Blob::into_inner).unwrap_or_default();
    let payload = String::from_utf8_lossy(&payload).into_owned();
    match answer.function_error {
        None => Ok(payload),
        Some(_) => Err(payload),
    }
}
