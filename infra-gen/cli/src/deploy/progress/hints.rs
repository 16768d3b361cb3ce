//! What usually helps against a reason that CloudFormation gives for a failure.
//!
//! A reason is the text of some service without an error code, so the words in it decide. An unknown reason gets no hint:
//! nothing is guessed.

/// The words of a reason, in lower case and all required, and the hint. The first match counts.
const HINTS: &[(&[&str], &str)] = &[
    (
        &["custom-named resource requires replacing"],
        "rename the resource in the same change, or let CloudFormation generate its name",
    ),
    (
        &["cname", "already"],
        "another distribution uses this domain name: remove it there first",
    ),
    (
        &["domain already", "user pool"],
        "another user pool uses this domain prefix: choose a different one",
    ),
    (
        &["already exist"],
        "a resource with this name exists outside the stack: delete it, import it, or let CloudFormation generate the name",
    ),
    (
        &["cannot be assumed by lambda"],
        "the role must trust `lambda.amazonaws.com`; if it does, the new role has not propagated yet: deploy again",
    ),
    (
        &["execution role does not have permissions"],
        "grant this action to the function's role, and create the grant before the resource (`DependsOn`)",
    ),
    (
        &["security token", "expired"],
        "the credentials expired during the operation: sign in and deploy again",
    ),
    (
        &["account must be verified"],
        "this account may not use CloudFront yet: ask AWS Support to verify it, then deploy again",
    ),
    (
        &["not authorized to perform"],
        "the deploying credentials or the service's role lack this permission",
    ),
    (
        &["access denied"],
        "the deploying credentials or the service's role lack this permission",
    ),
    (
        &["accessdenied"],
        "the deploying credentials or the service's role lack this permission",
    ),
    (
        &["unreservedconcurrentexecution"],
        "reserve less concurrency, or request more in Service Quotas",
    ),
    (
        &["rate exceeded"],
        "too many API calls at once in this account: deploy again",
    ),
    (
        &["throttl"],
        "too many API calls at once in this account: deploy again",
    ),
    (
        &["limit", "exceed"],
        "the account has reached a quota: request more in Service Quotas, or deploy to another region",
    ),
    (
        &["quota"],
        "the account has reached a quota: request more in Service Quotas, or deploy to another region",
    ),
    (
        &["bucket you tried to delete is not empty"],
        "empty the bucket, or retain it with a deletion policy",
    ),
    (
        &["conflicting conditional operation"],
        "a bucket with this name was deleted recently: deploy again in a few minutes",
    ),
    (
        &["unable to validate the following destination configurations"],
        "S3 has no permission to notify the target yet: create the permission before the bucket (`DependsOn`)",
    ),
    (
        &["nosuchkey"],
        "the code is missing in the artifacts bucket: deploy again, which uploads it",
    ),
    (
        &["unzipped size"],
        "the function exceeds 250 MB unzipped: strip its binary",
    ),
    (
        &["in use by"],
        "another stack imports this output: first deploy that stack without the import",
    ),
    (
        &["deletion protection"],
        "first disable the resource's deletion protection in a separate deployment",
    ),
    (
        &["deletionprotection"],
        "first disable the resource's deletion protection in a separate deployment",
    ),
    (
        &["more than one gsi"],
        "add or remove one index per deployment: deploy in steps",
    ),
    (
        &["existing schema attributes cannot be modified"],
        "attributes of a user pool can only be added: keep the existing ones",
    ),
    (
        &["cloudwatch logs role arn must be set"],
        "the account has no `AWS::ApiGateway::Account` with a role that may write logs: add one, once per region",
    ),
    (
        &["certificate", "us-east-1"],
        "CloudFront accepts only certificates in `us-east-1`: create it there",
    ),
    (
        &["state machine is being deleted"],
        "its executions have not ended yet: deploy again in a few minutes",
    ),
    (
        &["invalid state machine definition"],
        "check the definition with the command `validate --asl FILE`",
    ),
    (
        &["custom resource", "response"],
        "the function of the custom resource did not respond: read its logs",
    ),
    (
        &["did not stabilize"],
        "the resource took too long: check it in the console, then deploy again",
    ),
    (
        &["exceeded attempts to wait"],
        "the resource took too long: check it in the console, then deploy again",
    ),
    (
        &["internal failure"],
        "the AWS service had an internal failure: deploy again",
    ),
    (
        &["internalfailure"],
        "the AWS service had an internal failure: deploy again",
    ),
    (
        &["service unavailable"],
        "the AWS service had an internal failure: deploy again",
    ),
];

/// The hint for a reason, if it is a known one.
pub(crate) fn for_reason(reason: &str) -> Option<&'static str> {
    let reason = reason.to_lowercase();
    HINTS
        .iter()
        .find(|(words, _)| words.iter().all(|word| reason.contains(word)))
        .map(|(_, hint)| *hint)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(reason: &str, hint: &str) {
        let found = for_reason(reason).unwrap_or_default();
        assert!(found.starts_with(hint), "{reason}: {found}");
    }

    #[test]
    fn known_reasons_have_hints() {
        check(
            "shop-images already exists (Service: S3, Status Code: 409)",
            "a resource with this name",
        );
        check(
            "One or more of the CNAMEs you provided are already associated with a different resource.",
            "another distribution",
        );
        check(
            "Domain already associated with another user pool.",
            "another user pool",
        );
        check(
            "User: arn:aws:iam::1:user/ci is not authorized to perform: sns:CreateTopic on resource: x",
            "the deploying credentials",
        );
        check(
            "Resource handler returned message: \"Access denied for operation 'X'\"",
            "the deploying credentials",
        );
        check(
            "Access denied for operation 'AWS::CloudFront::Distribution: Your account must be verified before you can \
             add new CloudFront resources.",
            "this account may not use CloudFront yet",
        );
        check(
            "The role defined for the function cannot be assumed by Lambda.",
            "the role must trust",
        );
        check(
            "The maximum number of addresses has been reached: limit exceeded",
            "the account has reached a quota",
        );
        check(
            "Specified ReservedConcurrentExecutions for function decreases account's UnreservedConcurrentExecution below \
             its minimum value of [10].",
            "reserve less",
        );
        check("Rate exceeded for operation 'CreateApi'", "too many API calls");
        check(
            "Export shop:Table cannot be deleted as it is in use by web",
            "another stack imports",
        );
        check(
            "Error occurred while GetObject. S3 Error Code: NoSuchKey. S3 Error Message: The specified key does not exist.",
            "the code is missing in the artifacts bucket",
        );
        check(
            "CloudWatch Logs role ARN must be set in account settings to enable logging",
            "the account has no",
        );
    }

    #[test]
    fn an_unknown_reason_has_no_hint() {
        assert_eq!(for_reason("Property Colour cannot be red"), None);
    }
}
