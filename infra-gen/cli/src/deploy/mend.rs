//! What usually helps against a reason that CloudFormation gives for a failure.
//!
//! The reasons are the services' own sentences, so they are told apart by the words in them. Where none fits, nothing
//! is guessed.

/// The words of a reason, all in lower case and all needed, and the mend. The first that fits is told.
const MENDS: &[(&[&str], &str)] = &[
    (
        &["custom-named resource requires replacing"],
        "rename the resource in the same change, or let CloudFormation name it",
    ),
    (
        &["cname", "already"],
        "another distribution has this domain: take it from there first",
    ),
    (
        &["domain already", "user pool"],
        "the domain's prefix is taken by somebody else's user pool: choose another",
    ),
    (
        &["already exist"],
        "a resource of that name lives outside this stack: remove it, import it, or let CloudFormation name it",
    ),
    (
        &["cannot be assumed by lambda"],
        "the role must trust `lambda.amazonaws.com`; if it does, it was too young: deploy again",
    ),
    (
        &["execution role does not have permissions"],
        "grant the function's role this action, and let the resource depend on the grant",
    ),
    (
        &["security token", "expired"],
        "the credentials ended before CloudFormation did: sign in and deploy again",
    ),
    (
        &["account must be verified"],
        "a new account may not use CloudFront yet: ask AWS Support to verify it, then deploy again",
    ),
    (
        &["not authorized to perform"],
        "the credentials that deploy, or the service's own role, lack this permission",
    ),
    (
        &["access denied"],
        "the credentials that deploy, or the service's own role, lack this permission",
    ),
    (
        &["accessdenied"],
        "the credentials that deploy, or the service's own role, lack this permission",
    ),
    (
        &["unreservedconcurrentexecution"],
        "reserve less concurrency, or ask for more in Service Quotas",
    ),
    (
        &["rate exceeded"],
        "too many calls at once in this account: deploy again",
    ),
    (
        &["throttl"],
        "too many calls at once in this account: deploy again",
    ),
    (
        &["limit", "exceed"],
        "a quota of the account is used up: ask for more in Service Quotas, or deploy to another region",
    ),
    (
        &["quota"],
        "a quota of the account is used up: ask for more in Service Quotas, or deploy to another region",
    ),
    (
        &["bucket you tried to delete is not empty"],
        "empty the bucket, or retain it with a deletion policy",
    ),
    (
        &["conflicting conditional operation"],
        "a bucket of that name was deleted a moment ago: deploy again in some minutes",
    ),
    (
        &["unable to validate the following destination configurations"],
        "the bucket may not notify its target yet: let the bucket depend on the target's permission",
    ),
    (
        &["nosuchkey"],
        "the code is not in the artifacts bucket any more: deploy again, which uploads it",
    ),
    (
        &["unzipped size"],
        "the function is larger than 250 MB unpacked: strip its binary",
    ),
    (
        &["in use by"],
        "another stack imports this output: deploy that one without the import first",
    ),
    (
        &["deletion protection"],
        "switch the resource's deletion protection off in a deployment of its own first",
    ),
    (
        &["deletionprotection"],
        "switch the resource's deletion protection off in a deployment of its own first",
    ),
    (
        &["more than one gsi"],
        "add or remove one index a deployment: deploy in steps",
    ),
    (
        &["existing schema attributes cannot be modified"],
        "a user pool's attributes can only be added to: keep the old ones",
    ),
    (
        &["cloudwatch logs role arn must be set"],
        "the account has no `AWS::ApiGateway::Account` with a role that may write logs: add one, once a region",
    ),
    (
        &["certificate", "us-east-1"],
        "CloudFront takes certificates from `us-east-1` only: make it there",
    ),
    (
        &["state machine is being deleted"],
        "its executions are still ending: deploy again in some minutes",
    ),
    (
        &["invalid state machine definition"],
        "check the definition with the command `validate --asl FILE`",
    ),
    (
        &["custom resource", "response"],
        "the custom resource's function did not answer: read its logs",
    ),
    (
        &["did not stabilize"],
        "the resource took too long: look at it in the console, then deploy again",
    ),
    (
        &["exceeded attempts to wait"],
        "the resource took too long: look at it in the console, then deploy again",
    ),
    (
        &["internal failure"],
        "the service failed by itself: deploy again",
    ),
    (&["internalfailure"], "the service failed by itself: deploy again"),
    (
        &["service unavailable"],
        "the service failed by itself: deploy again",
    ),
];

/// What usually helps against `reason`, if that is known.
pub(crate) fn usual(reason: &str) -> Option<&'static str> {
    let reason = reason.to_lowercase();
    MENDS
        .iter()
        .find(|(words, _)| words.iter().all(|word| reason.contains(word)))
        .map(|(_, mend)| *mend)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(reason: &str, mend: &str) {
        let found = usual(reason).unwrap_or_default();
        assert!(found.starts_with(mend), "{reason}: {found}");
    }

    #[test]
    fn the_well_known_reasons_have_their_mends() {
        check(
            "shop-images already exists (Service: S3, Status Code: 409)",
            "a resource of that name",
        );
        check(
            "One or more of the CNAMEs you provided are already associated with a different resource.",
            "another distribution",
        );
        check(
            "Domain already associated with another user pool.",
            "the domain's prefix",
        );
        check(
            "User: arn:aws:iam::1:user/ci is not authorized to perform: sns:CreateTopic on resource: x",
            "the credentials that deploy",
        );
        check(
            "Resource handler returned message: \"Access denied for operation 'X'\"",
            "the credentials",
        );
        check(
            "Access denied for operation 'AWS::CloudFront::Distribution: Your account must be verified before you can \
             add new CloudFront resources.",
            "a new account",
        );
        check(
            "The role defined for the function cannot be assumed by Lambda.",
            "the role must trust",
        );
        check(
            "The maximum number of addresses has been reached: limit exceeded",
            "a quota of the account",
        );
        check(
            "Specified ReservedConcurrentExecutions for function decreases account's UnreservedConcurrentExecution below \
             its minimum value of [10].",
            "reserve less",
        );
        check("Rate exceeded for operation 'CreateApi'", "too many calls");
        check(
            "Export shop:Table cannot be deleted as it is in use by web",
            "another stack imports",
        );
        check(
            "Error occurred while GetObject. S3 Error Code: NoSuchKey. S3 Error Message: The specified key does not exist.",
            "the code is not in the artifacts bucket",
        );
        check(
            "CloudWatch Logs role ARN must be set in account settings to enable logging",
            "the account has no",
        );
    }

    #[test]
    fn an_unknown_reason_is_not_explained_by_guessing() {
        assert_eq!(usual("Property Colour cannot be red"), None);
    }
}
