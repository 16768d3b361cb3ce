//! Which definitions are rejected, with which messages, and which are accepted.

use infra_gen_asl::{
    DefinitionContext, check_definition, check_definition_in, model::ExecutionType, validate,
};

#[track_caller]
fn refused(json: &str, wanted: &[&str]) {
    let problems = validate(json).expect_err("a problem");
    let found: Vec<String> = problems
        .0
        .iter()
        .map(|finding| finding.to_string().replace("\n  hint: ", "; "))
        .collect();
    assert_eq!(found, wanted, "{json}");
}

/// A JSONPath machine of one state `A` with these fields, and a state `B` that ends.
fn path(fields: &str) -> String {
    format!(r#"{{"StartAt":"A","States":{{"A":{{{fields}}},"B":{{"Type":"Succeed"}}}}}}"#)
}

/// The same in JSONata.
fn jsonata(fields: &str) -> String {
    path(fields).replacen('{', r#"{"QueryLanguage":"JSONata","#, 1)
}

const TASK: &str = r#""Type":"Task","Resource":"arn:aws:states:::lambda:invoke","Next":"B""#;

#[test]
fn an_unknown_target_is_reported_with_a_suggestion() {
    refused(
        r#"{"StartAt":"Reserve","States":{
            "Reserve":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","Next":"Chrage",
                "Catch":[{"ErrorEquals":["States.ALL"],"Next":"Relaese"}]},
            "Charge":{"Type":"Choice","Choices":[{"Variable":"$.ok","BooleanEquals":true,"Next":"Done"}],"Default":"Nowhere"},
            "Release":{"Type":"Fail"},
            "Done":{"Type":"Succeed"}}}"#,
        &[
            "States.Reserve.Next: state `Chrage` does not exist in this scope; did you mean `Charge`?",
            "States.Reserve.Catch[0].Next: state `Relaese` does not exist in this scope; did you mean `Release`?",
            "States.Charge.Default: state `Nowhere` does not exist in this scope",
        ],
    );
    refused(
        r#"{"StartAt":"B","States":{"A":{"Type":"Succeed"}}}"#,
        &["StartAt: state `B` does not exist in this scope"],
    );
}

#[test]
fn a_branch_cannot_target_an_outer_state() {
    refused(
        r#"{"StartAt":"Both","States":{"Both":{"Type":"Parallel","End":true,"Branches":[
            {"StartAt":"In","States":{"In":{"Type":"Pass","Next":"Both"}}}]}}}"#,
        &["States.Both.Branches[0].States.In.Next: state `Both` does not exist in this scope"],
    );
}

#[test]
fn unreachable_and_endless_states_are_reported() {
    refused(
        r#"{"StartAt":"A","States":{
            "A":{"Type":"Pass","Next":"B"},"B":{"Type":"Pass","Next":"A"},"C":{"Type":"Succeed"}}}"#,
        &[
            "States.C: the state is unreachable; refer to it in a `Next`, `Default` or `Catch`, or remove it",
            "States.A: the state never reaches an end; set `End` on a state after it, or add a transition to a state that ends",
            "States.B: the state never reaches an end; set `End` on a state after it, or add a transition to a state that ends",
        ],
    );
}

#[test]
fn a_state_has_exactly_one_transition() {
    refused(
        &path(r#""Type":"Pass""#),
        &["States.A: the next state is missing; set `Next` to the name of a state, or `End` to `true`"],
    );
    refused(
        &path(r#""Type":"Pass","Next":"B","End":true"#),
        &["States.A: `Next` and `End` are mutually exclusive; remove one of them"],
    );
}

#[test]
fn names_are_unique_in_the_whole_definition() {
    refused(
        r#"{"StartAt":"A","States":{"A":{"Type":"Parallel","End":true,"Branches":[
            {"StartAt":"A","States":{"A":{"Type":"Succeed"}}}]}}}"#,
        &[
            "States.A.Branches[0].States.A: States.A has the same name; names must be unique in the definition",
        ],
    );
    refused(
        r#"{"StartAt":"A","States":{"A":{"Type":"Succeed"},"A":{"Type":"Fail"}}}"#,
        &["States.A: duplicate key `A`; only one of the values would be used"],
    );
}

#[test]
fn a_name_has_at_most_eighty_characters() {
    let name = "n".repeat(81);
    refused(
        &format!(r#"{{"StartAt":"{name}","States":{{"{name}":{{"Type":"Succeed"}}}}}}"#),
        &[&format!(
            "States.{name}: a state name must have 1 to 80 characters, not 81"
        )],
    );
}

#[test]
fn unknown_and_misplaced_fields_are_reported() {
    refused(
        &path(r#""Type":"Task","Resourse":"arn:aws:states:::lambda:invoke","Next":"B""#),
        &[
            "States.A: `Resource` is missing; set it to an ARN such as `arn:aws:states:::lambda:invoke`",
            "States.A.Resourse: unknown field `Resourse`; did you mean `Resource`?",
        ],
    );
    refused(
        &path(r#""Type":"Wait","Seconds":1,"Retry":[],"Next":"B""#),
        &["States.A.Retry: a Wait state has no field `Retry`: only Task, Parallel and Map states retry"],
    );
    refused(
        &path(r#""Type":"Tsk","Next":"B""#),
        &["States.A.Type: unknown state type `Tsk`; did you mean `Task`?"],
    );
    refused(
        &path(&format!(r#"{TASK},"ItemReader":{{}}"#)),
        &["States.A.ItemReader: unknown field `ItemReader`"],
    );
}

#[test]
fn the_two_query_languages_do_not_mix() {
    refused(
        &jsonata(&format!(r#"{TASK},"Parameters":{{}}"#)),
        &[
            "States.A.Parameters: `Parameters` is a field of JSONPath, but this state uses JSONata; use `Arguments`",
        ],
    );
    refused(
        &path(&format!(r#"{TASK},"Output":{{}}"#)),
        &[
            "States.A.Output: `Output` is a field of JSONata, but this state uses JSONPath; use `ResultSelector`, `ResultPath` and `OutputPath`",
        ],
    );
    refused(
        &jsonata(r#""Type":"Pass","QueryLanguage":"JSONPath","Next":"B""#),
        &[
            "States.A.QueryLanguage: a state cannot use JSONPath in a JSONata state machine; set `JSONPath` at the top level and `JSONata` on the states that use it",
        ],
    );
}

#[test]
fn choice_rules_compare_once_and_with_the_right_type() {
    let rule = |rule: &str| path(&format!(r#""Type":"Choice","Default":"B","Choices":[{rule}]"#));
    refused(
        &rule(r#"{"Variable":"$.a","StringEqual":"x","Next":"B"}"#),
        &[
            "States.A.Choices[0]: the comparison operator is missing; add one such as `StringEquals`; did you mean `StringEquals`?",
            "States.A.Choices[0].StringEqual: unknown field `StringEqual`",
        ],
    );
    refused(
        &rule(r#"{"Variable":"$.a","NumericEquals":"1","Next":"B"}"#),
        &["States.A.Choices[0].NumericEquals: `NumericEquals` must be a number, not `\"1\"`"],
    );
    refused(
        &rule(r#"{"Variable":"$.a","StringEquals":"x","IsNull":true,"Next":"B"}"#),
        &[
            "States.A.Choices[0].IsNull: a rule can have only one comparison, and this one has `StringEquals` already; combine them with `And`",
        ],
    );
    refused(
        &rule(r#"{"And":[{"Variable":"$.a","IsNull":true,"Next":"B"}],"Next":"B"}"#),
        &["States.A.Choices[0].And[0].Next: `Next` is a field of the rule, not of a comparison in it"],
    );
    refused(
        &jsonata(r#""Type":"Choice","Choices":[{"Condition":"$states.input.a","Next":"B"}]"#),
        &[
            "States.A.Choices[0].Condition: `$states.input.a` is a string, not an expression; write `{% $states.input.a %}`",
        ],
    );
}

#[test]
fn paths_expressions_and_functions_are_parsed() {
    refused(
        &path(&format!(
            r#"{TASK},"Parameters":{{"a.$":"b","c.$":"States.Fromat('x')","d.$":1}}"#
        )),
        &[
            "States.A.Parameters[\"a.$\"]: `b` is not a path; a path starts with `$`",
            "States.A.Parameters[\"c.$\"]: `States.Fromat` is not an intrinsic function; did you mean `Format`?",
            "States.A.Parameters[\"d.$\"]: a field whose name ends in `.$` must be a path or an intrinsic function, not `1`",
        ],
    );
    refused(
        &path(&format!(r#"{TASK},"ResultPath":"$.a[*]""#)),
        &["States.A.ResultPath: `$.a[*]` must be a reference path; use names and indexes only"],
    );
    refused(
        &path(&format!(r#"{TASK},"ResultPath":"$$.a""#)),
        &["States.A.ResultPath: `$$.a` is not in the state's data; start the path with `$.`"],
    );
    refused(
        &jsonata(&format!(
            r#"{TASK},"Arguments":{{"a":"{{% $states.result %}}","b":"{{% name %}}","c":"{{% 1"}}"#
        )),
        &[
            "States.A.Arguments.a: `$states.result` is available only in `Output` and `Assign` of a state that has a result",
            "States.A.Arguments.b: `name` has no value: Step Functions evaluates expressions without a root document; write `$states.input.name`",
            "States.A.Arguments.c: `{% 1` starts with `{%` but does not end with `%}`",
        ],
    );
    refused(
        &jsonata(&format!(
            r#"{TASK},"Output":"{{% $states.errorOutput & $states.inptu %}}""#
        )),
        &[
            "States.A.Output: `$states.errorOutput` is available only in `Catch`",
            "States.A.Output: `$states` has no field `inptu`; did you mean `input`?",
        ],
    );
}

#[test]
fn error_names_and_their_order_are_checked() {
    refused(
        &path(&format!(
            r#"{TASK},"Retry":[{{"ErrorEquals":["States.ALL","X"]}},{{"ErrorEquals":["States.Timeuot"]}},{{"ErrorEquals":[]}}]"#
        )),
        &[
            "States.A.Retry[2].ErrorEquals: `ErrorEquals` must not be empty; list the errors to match, or `States.ALL` for any",
            "States.A.Retry[0].ErrorEquals: `States.ALL` must be the only name in its list; remove the others",
            "States.A.Retry[0].ErrorEquals: `States.ALL` must be in the last entry; later entries are never tried",
            "States.A.Retry[1].ErrorEquals[0]: unknown error name `States.Timeuot`; the prefix `States.` is reserved; did you mean `States.Timeout`?",
        ],
    );
    refused(
        &path(&format!(
            r#"{TASK},"Catch":[{{"ErrorEquals":["States.Runtime"],"Next":"B"}}]"#
        )),
        &["States.A.Catch[0].ErrorEquals[0]: `States.Runtime` cannot be retried or caught; remove it"],
    );
}

#[test]
fn times_are_in_range_and_consistent() {
    refused(
        &path(&format!(r#"{TASK},"TimeoutSeconds":10,"HeartbeatSeconds":10"#)),
        &["States.A.HeartbeatSeconds: `HeartbeatSeconds` must be less than `TimeoutSeconds` (10), not 10"],
    );
    refused(
        &path(&format!(
            r#"{TASK},"TimeoutSeconds":0,"Retry":[{{"ErrorEquals":["X"],"BackoffRate":0.5,"IntervalSeconds":9,"MaxDelaySeconds":9}}]"#
        )),
        &[
            "States.A.TimeoutSeconds: `TimeoutSeconds` must be an integer from 1 to 99999999, not `0`",
            "States.A.Retry[0].BackoffRate: `BackoffRate` must be a number of at least 1.0, not `0.5`",
            "States.A.Retry[0].MaxDelaySeconds: `MaxDelaySeconds` must be greater than `IntervalSeconds` (9), not 9",
        ],
    );
    refused(
        &path(r#""Type":"Wait","Timestamp":"tomorrow","Next":"B""#),
        &["States.A.Timestamp: `tomorrow` is not a timestamp; write `2026-01-31T12:00:00Z`"],
    );
    refused(
        &path(r#""Type":"Wait","Seconds":1,"SecondsPath":"$.s","Next":"B""#),
        &["States.A.Seconds: `Seconds` and `SecondsPath` are mutually exclusive; remove one of them"],
    );
}

#[test]
fn a_fail_state_has_one_error_and_one_cause() {
    let fail = r#"{"StartAt":"A","States":{"A":{"Type":"Fail","Error":"X","ErrorPath":"$.e","CausePath":"States.Fromat('')"}}}"#;
    refused(
        fail,
        &[
            "States.A.Error: `Error` and `ErrorPath` are mutually exclusive; remove one of them",
            "States.A.CausePath: `States.Fromat` is not an intrinsic function; did you mean `Format`?",
        ],
    );
}

#[test]
fn a_task_token_must_be_passed_on() {
    let task = r#""Type":"Task","Resource":"arn:aws:states:::sqs:sendMessage.waitForTaskToken","Next":"B""#;
    refused(
        &path(&format!(r#"{task},"Parameters":{{"MessageBody":"x"}}"#)),
        &[
            "States.A.Resource: the task waits for a callback but does not pass on its token; add `Task.Token` of the context to its arguments",
        ],
    );
    validate(&path(&format!(
        r#"{task},"Parameters":{{"MessageBody.$":"$$.Task.Token"}}"#
    )))
    .unwrap();
}

#[test]
fn distributed_map_fields_require_the_distributed_mode() {
    let map = |more: &str, config: &str| {
        path(&format!(
            r#""Type":"Map","Next":"B"{more},"ItemProcessor":{{{config}"StartAt":"I","States":{{"I":{{"Type":"Succeed"}}}}}}"#
        ))
    };
    refused(
        &map(r#","ToleratedFailureCount":1,"Label":"l""#, ""),
        &[
            "States.A.Label: `Label` requires a distributed Map state; set `ItemProcessor.ProcessorConfig.Mode` to `DISTRIBUTED` or remove it",
        ],
    );
    refused(
        &map("", r#""ProcessorConfig":{"Mode":"DISTRIBUTED"},"#),
        &[
            "States.A.ItemProcessor.ProcessorConfig: `ExecutionType` is missing; set it to `STANDARD` or `EXPRESS`",
        ],
    );
    validate(&map(
        r#","ItemReader":{"Resource":"arn:aws:states:::s3:getObject","ReaderConfig":{"InputType":"CSV"},"Parameters":{"Bucket":"b"}},"ToleratedFailurePercentage":5.5"#,
        r#""ProcessorConfig":{"Mode":"DISTRIBUTED","ExecutionType":"EXPRESS"},"#,
    ))
    .unwrap();
}

#[test]
fn what_the_service_accepts_is_accepted() {
    let inner = r#""StartAt":"I","States":{"I":{"Type":"Succeed"}}"#;
    for fields in [
        format!(r#""Type":"Map","Next":"B","ToleratedFailurePercentage":50,"ItemProcessor":{{{inner}}}"#),
        format!(r#""Type":"Map","Next":"B","Iterator":{{"ProcessorConfig":{{"Mode":"INLINE"}},{inner}}}"#),
        r#""Type":"Choice","Default":"B","Choices":[{"Next":"B","Not":{"Comment":"c","Variable":"$.a","IsNull":true}}]"#.to_owned(),
        format!(r#"{TASK},"Credentials":{{"RoleArn.$":"$.role"}}"#),
        format!(r#"{TASK},"Parameters":{{"a.$":"$.[0].['b c']","b.$":"$.list[(@.length-1)]","c.$":"$[-1]"}}"#),
    ] {
        validate(&path(&fields)).unwrap_or_else(|problems| panic!("{fields}: {problems}"));
    }
}

#[test]
fn nested_states_inherit_the_query_language_of_the_machine() {
    let map = |inner: &str| {
        path(&format!(
            r#""Type":"Map","QueryLanguage":"JSONata","Items":[1],"Next":"B","ItemProcessor":{{"StartAt":"I","States":{{"I":{{"Type":"Pass",{inner},"End":true}}}}}}"#
        ))
    };
    validate(&map(r#""InputPath":"$.a""#)).unwrap();
    validate(&map(r#""QueryLanguage":"JSONPath","InputPath":"$.a""#)).unwrap();
    refused(
        &map(r#""Output":"{% 1 %}""#),
        &[
            "States.A.ItemProcessor.States.I.Output: `Output` is a field of JSONata, but this state uses JSONPath; use `ResultSelector`, `ResultPath` and `OutputPath`",
        ],
    );
}

#[test]
fn fields_that_contradict_each_other_are_reported() {
    let inner = r#""StartAt":"I","States":{"I":{"Type":"Succeed"}}"#;
    refused(
        &path(&format!(
            r#""Type":"Map","Next":"B","Parameters":{{}},"ItemSelector":{{}},"ItemProcessor":{{{inner}}}"#
        )),
        &["States.A.Parameters: `Parameters` is the former name of `ItemSelector`; remove it"],
    );
    let reader = |config: &str| {
        path(&format!(
            r#""Type":"Map","Next":"B","ItemReader":{{"Resource":"arn:aws:states:::s3:getObject","ReaderConfig":{{{config}}}}},"ItemProcessor":{{"ProcessorConfig":{{"Mode":"DISTRIBUTED","ExecutionType":"STANDARD"}},{inner}}}"#
        ))
    };
    refused(
        &reader(r#""InputType":"CSV","MaxItems":1,"MaxItemsPath":"$.max""#),
        &[
            "States.A.ItemReader.ReaderConfig.MaxItems: `MaxItems` and `MaxItemsPath` are mutually exclusive; remove one of them",
        ],
    );
    refused(
        &reader(r#""InputType":"CVS","CSVHeaderLocation":"GIVEN""#),
        &[
            "States.A.ItemReader.ReaderConfig.InputType: `CVS` is not a value of `InputType`; use one of CSV, JSON, JSONL, MANIFEST, PARQUET",
            "States.A.ItemReader.ReaderConfig: `CSVHeaders` is missing; list the names of the columns, or set `CSVHeaderLocation` to `FIRST_ROW`",
        ],
    );
}

#[test]
fn credentials_name_a_role() {
    refused(
        &path(&format!(r#"{TASK},"Credentials":{{"Role":"x"}}"#)),
        &["States.A.Credentials: `RoleArn` is missing; set it to the ARN of the role for this task"],
    );
    refused(
        &path(&format!(r#"{TASK},"Credentials":null"#)),
        &["States.A.Credentials: `Credentials` must be an object with `RoleArn`, not `null`"],
    );
    refused(
        &path(r#""Type":"Pass","Credentials":{"RoleArn":"x"},"Next":"B""#),
        &["States.A.Credentials: a Pass state has no field `Credentials`: only Task states assume a role"],
    );
}

#[test]
fn an_express_workflow_does_not_wait_for_other_services() {
    let definition = path(r#""Type":"Task","Resource":"arn:aws:states:::batch:submitJob.sync","Next":"B""#);
    let express = DefinitionContext {
        execution_type: ExecutionType::Express,
        ..DefinitionContext::default()
    };
    let (_, found) = check_definition_in(&definition, express);
    assert_eq!(found.0.len(), 1, "{found}");
    assert!(found.0[0].message.contains("does not support `.sync`"), "{found}");
    validate(&definition).unwrap();
}

#[test]
fn a_scope_cannot_set_the_variables_of_outer_scopes() {
    let machine = |inner: &str, mode: &str| {
        format!(
            r#"{{"QueryLanguage":"JSONata","StartAt":"S","States":{{"S":{{"Type":"Pass","Assign":{{"x":1}},"Next":"A"}},
            "A":{{"Type":"Map","Items":[1],"Assign":{{"z":1}},"End":true,
            "ItemProcessor":{{{mode}"StartAt":"I","States":{{"I":{{"Type":"Pass","Assign":{{"{inner}":2}},"End":true}}}}}}}}}}}}"#
        )
    };
    refused(
        &machine("x", ""),
        &[
            "States.A.ItemProcessor.States.I.Assign.x: `x` is a variable of an outer scope, which this scope can only read; rename it",
        ],
    );
    validate(&machine("y", "")).unwrap();
    // The state sets its own variables after the inner scope.
    validate(&machine("z", "")).unwrap();
    validate(&machine(
        "x",
        r#""ProcessorConfig":{"Mode":"DISTRIBUTED","ExecutionType":"STANDARD"},"#,
    ))
    .unwrap();
}

#[test]
fn values_that_are_substituted_at_deployment_are_not_judged() {
    let text = r#"{"StartAt":"A","States":{
        "A":{"Type":"Wait","Seconds":${Seconds},"Next":"${Next}"},
        "B":{"Type":"Task","Resource":"${Function}","TimeoutSeconds":"${Timeout}","Credentials":"${Role}","End":true}}}"#;
    let (machine, found) = check_definition(text);
    assert!(machine.is_some() && found.0.is_empty(), "{found}");
    let (_, found) = check_definition(&path(r#""Type":"Task","Resource":"${Open","Next":"B""#));
    assert_eq!(found.0.len(), 1, "{found}");
}

#[test]
fn timestamps_have_an_upper_case_t_and_a_zone() {
    for text in [
        "2026-01-31 12:00:00Z",
        "2026-01-31T12:00:00",
        "2026-02-31T12:00:00Z",
    ] {
        refused(
            &path(&format!(r#""Type":"Wait","Timestamp":"{text}","Next":"B""#)),
            &[&format!(
                "States.A.Timestamp: `{text}` is not a timestamp; write `2026-01-31T12:00:00Z`"
            )],
        );
    }
}

#[test]
fn a_document_that_is_not_a_state_machine_is_rejected() {
    refused(
        "[]",
        &["a state machine must be an object with `StartAt` and `States`"],
    );
    refused(
        "{}",
        &[
            "`StartAt` is missing; name the first state",
            "`States` is missing; add the states by name",
        ],
    );
    refused(
        "{",
        &["line 1, column 2: invalid JSON: EOF while parsing an object"],
    );
}

#[test]
fn a_definition_has_at_most_one_mebibyte() {
    let json = path(&format!(r#"{TASK},"Comment":"{}""#, "x".repeat(1024 * 1024)));
    let problems = validate(&json).expect_err("a problem").to_string();
    assert!(
        problems.contains("but the limit is 1048576\n  hint: move a part"),
        "{problems}"
    );
}

#[test]
fn a_substitution_is_accepted_as_a_resource() {
    validate(&path(r#""Type":"Task","Resource":"${Function}","Next":"B""#)).unwrap();
}
