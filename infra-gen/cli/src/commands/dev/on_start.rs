//! Calls the functions in [`App::on_start`](crate::App::on_start), once each, after the deployment.
//!
//! A failed call is reported and does not end the run: the stack works, and the function can be called again later.

use infra_gen_local::rpc::lambda::Lambda;

use crate::app::Call;
use crate::aws::{Aws, AwsError};
use crate::deploy::stack::Resource;
use crate::terminal::{Style, Terminal};

/// Calls the functions one after another and reports the results.
pub(super) async fn call(calls: &[Call], deployed: &[Resource], aws: &Aws, terminal: Terminal) {
    let client = Lambda::new(&aws.config);
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
async fn invoke(client: &Lambda, call: &Call, deployed: &[Resource]) -> Result<String, String> {
    let function = deployed.iter().find(|resource| resource.logical == call.function);
    let function = function.ok_or("the stack has no resource with this logical ID")?;
    let answer = client
        .invoke(&function.physical, call.payload.as_bytes())
        .await
        .map_err(|error| {
            AwsError::new(format!("call `{}`", call.function), &error)
                .problem()
                .to_owned()
        })?;
    let payload = String::from_utf8_lossy(&answer.payload).into_owned();
    if answer.failed { Err(payload) } else { Ok(payload) }
}
