//! What is refused, where, and with which mend; and what is not.

use infra_gen_asl::validate;

#[track_caller]
fn refused(json: &str, wanted: &[&str]) {
    let problems = validate(json).expect_err("a problem");
    let found: Vec<String> = problems.0.iter().map(ToString::to_string).collect();
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
fn a_dangling_target_is_told_with_the_name_that_was_meant() {
    refused(
        r#"{"StartAt":"Reserve","States":{
            "Reserve":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","Next":"Chrage",
                "Catch":[{"ErrorEquals":["States.ALL"],"Next":"Relaese"}]},
            "Charge":{"Type":"Choice","Choices":[{"Variable":"$.ok","BooleanEquals":true,"Next":"Done"}],"Default":"Nowhere"},
            "Release":{"Type":"Fail"},
            "Done":{"Type":"Succeed"}}}"#,
        &[
            "States.Reserve.Next: there is no state `Chrage` in this scope; did you mean `Charge`?",
            "States.Reserve.Catch[0].Next: there is no state `Relaese` in this scope; did you mean `Release`?",
            "States.Charge.Default: there is no state `Nowhere` in this scope",
        ],
    );
    refused(
        r#"{"StartAt":"B","States":{"A":{"Type":"Succeed"}}}"#,
        &["StartAt: there is no state `B` in this scope"],
    );
}

#[test]
fn a_branch_cannot_be_left() {
    refused(
        r#"{"StartAt":"Both","States":{"Both":{"Type":"Parallel","End":true,"Branches":[
            {"StartAt":"In","States":{"In":{"Type":"Pass","Next":"Both"}}}]}}}"#,
        &["States.Both.Branches[0].States.In.Next: there is no state `Both` in this scope"],
    );
}

#[test]
fn unreachable_and_endless_states_are_told() {
    refused(
        r#"{"StartAt":"A","States":{
            "A":{"Type":"Pass","Next":"B"},"B":{"Type":"Pass","Next":"A"},"C":{"Type":"Succeed"}}}"#,
        &[
            "States.C: no state leads here; name it in a `Next`, `Default` or `Catch`, or remove it",
            "States.A: no way leads from here to an end; give one of the states that follow `End`, or a way to one that has it",
            "States.B: no way leads from here to an end; give one of the states that follow `End`, or a way to one that has it",
        ],
    );
}

#[test]
fn a_state_goes_to_one_place() {
    refused(
        &path(r#""Type":"Pass""#),
        &["States.A: it goes nowhere; set `Next` to the name of a state, or `End` to `true`"],
    );
    refused(
        &path(r#""Type":"Pass","Next":"B","End":true"#),
        &["States.A: it has both `Next` and `End`; drop one of them"],
    );
}

#[test]
fn names_are_unique_in_the_whole_definition() {
    refused(
        r#"{"StartAt":"A","States":{"A":{"Type":"Parallel","End":true,"Branches":[
            {"StartAt":"A","States":{"A":{"Type":"Succeed"}}}]}}}"#,
        &[
            "States.A.Branches[0].States.A: the name is taken by States.A; names are unique in the whole definition",
        ],
    );
    refused(
        r#"{"StartAt":"A","States":{"A":{"Type":"Succeed"},"A":{"Type":"Fail"}}}"#,
        &["States.A: `A` is written twice here; only one of them would count"],
    );
}

#[test]
fn a_name_has_at_most_eighty_characters() {
    let name = "n".repeat(81);
    refused(
        &format!(r#"{{"StartAt":"{name}","States":{{"{name}":{{"Type":"Succeed"}}}}}}"#),
        &[&format!(
            "States.{name}: a state's name has 1 to 80 characters, and this has 81"
        )],
    );
}

#[test]
fn fields_are_known_and_belong() {
    refused(
        &path(r#""Type":"Task","Resourse":"arn:aws:states:::lambda:invoke","Next":"B""#),
        &[
            "States.A: `Resource` is missing; name what the task asks, `arn:aws:states:::lambda:invoke`",
            "States.A.Resourse: `Resourse` is not a field of this; did you mean `Resource`?",
        ],
    );
    refused(
        &path(r#""Type":"Wait","Seconds":1,"Retry":[],"Next":"B""#),
        &[
            "States.A.Retry: `Retry` does not belong to a Wait state: only Task, Parallel and Map states retry",
        ],
    );
    refused(
        &path(r#""Type":"Tsk","Next":"B""#),
        &["States.A.Type: `Tsk` is no type of state; did you mean `Task`?"],
    );
    refused(
        &path(&format!(r#"{TASK},"ItemReader":{{}}"#)),
        &["States.A.ItemReader: `ItemReader` is not a field of this"],
    );
}

#[test]
fn the_two_query_languages_do_not_mix() {
    refused(
        &jsonata(&format!(r#"{TASK},"Parameters":{{}}"#)),
        &["States.A.Parameters: `Parameters` belongs to JSONPath; this is JSONata: use `Arguments`"],
    );
    refused(
        &path(&format!(r#"{TASK},"Output":{{}}"#)),
        &[
            "States.A.Output: `Output` belongs to JSONata; this is JSONPath: use `ResultSelector`, `ResultPath` and `OutputPath`",
        ],
    );
    refused(
        &jsonata(r#""Type":"Pass","QueryLanguage":"JSONPath","Next":"B""#),
        &[
            "States.A.QueryLanguage: a state of a JSONata machine cannot be JSONPath; set `JSONPath` at the top and `JSONata` on the states that use it",
        ],
    );
}

#[test]
fn choice_rules_compare_once_and_with_the_right_type() {
    let rule = |rule: &str| path(&format!(r#""Type":"Choice","Default":"B","Choices":[{rule}]"#));
    refused(
        &rule(r#"{"Variable":"$.a","StringEqual":"x","Next":"B"}"#),
        &[
            "States.A.Choices[0]: it compares with nothing; add a comparison such as `StringEquals`; did you mean `StringEquals`?",
            "States.A.Choices[0].StringEqual: `StringEqual` is not a field of this",
        ],
    );
    refused(
        &rule(r#"{"Variable":"$.a","NumericEquals":"1","Next":"B"}"#),
        &["States.A.Choices[0].NumericEquals: `NumericEquals` takes a number, not `\"1\"`"],
    );
    refused(
        &rule(r#"{"Variable":"$.a","StringEquals":"x","IsNull":true,"Next":"B"}"#),
        &[
            "States.A.Choices[0].IsNull: a rule has one comparison, and this has `StringEquals` already; join them with `And`",
        ],
    );
    refused(
        &rule(r#"{"And":[{"Variable":"$.a","IsNull":true,"Next":"B"}],"Next":"B"}"#),
        &[
            "States.A.Choices[0].And[0].Next: `Next` belongs to the rule as a whole, not to a comparison within it",
        ],
    );
    refused(
        &jsonata(r#""Type":"Choice","Choices":[{"Condition":"$states.input.a","Next":"B"}]"#),
        &[
            "States.A.Choices[0].Condition: `$states.input.a` is never true; write an expression, `{% $states.input.a %}`",
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
            "States.A.Parameters[\"a.$\"]: `b` is no path: a path begins with `$`",
            "States.A.Parameters[\"c.$\"]: `States.Fromat` is no intrinsic function; did you mean `Format`?",
            "States.A.Parameters[\"d.$\"]: a name that ends in `.$` holds a path or an intrinsic function, not `1`",
        ],
    );
    refused(
        &path(&format!(r#"{TASK},"ResultPath":"$.a[*]""#)),
        &[
            "States.A.ResultPath: `$.a[*]` may find many places, and one is wanted: use names and indexes only",
        ],
    );
    refused(
        &path(&format!(r#"{TASK},"ResultPath":"$$.a""#)),
        &["States.A.ResultPath: `$$.a` is not within the state's data; begin with `$.`"],
    );
    refused(
        &jsonata(&format!(
            r#"{TASK},"Arguments":{{"a":"{{% $states.result %}}","b":"{{% name %}}","c":"{{% 1"}}"#
        )),
        &[
            "States.A.Arguments.a: `$states.result` is there once the state has worked, in `Output` and `Assign`",
            "States.A.Arguments.b: `name` stands for a field of nothing: an expression has no document at its root; write `$states.input.name`",
            "States.A.Arguments.c: `{% 1` begins with `{%` and does not end with `%}`",
        ],
    );
    refused(
        &jsonata(&format!(
            r#"{TASK},"Output":"{{% $states.errorOutput & $states.inptu %}}""#
        )),
        &[
            "States.A.Output: `$states.errorOutput` is there in a catcher only",
            "States.A.Output: `$states` has no `inptu`; did you mean `input`?",
        ],
    );
}

#[test]
fn errors_are_named_as_the_language_has_them() {
    refused(
        &path(&format!(
            r#"{TASK},"Retry":[{{"ErrorEquals":["States.ALL","X"]}},{{"ErrorEquals":["States.Timeuot"]}},{{"ErrorEquals":[]}}]"#
        )),
        &[
            "States.A.Retry[2].ErrorEquals: `ErrorEquals` names no error; name one, `States.ALL` for any",
            "States.A.Retry[0].ErrorEquals: `States.ALL` stands alone; drop the other names",
            "States.A.Retry[0].ErrorEquals: `States.ALL` stands last; what follows it is never tried",
            "States.A.Retry[1].ErrorEquals[0]: `States.Timeuot` is no error of the language, and `States.` begins only those; did you mean `States.Timeout`?",
        ],
    );
    refused(
        &path(&format!(
            r#"{TASK},"Catch":[{{"ErrorEquals":["States.Runtime"],"Next":"B"}}]"#
        )),
        &[
            "States.A.Catch[0].ErrorEquals[0]: `States.Runtime` ends the execution, whatever is written here; drop it",
        ],
    );
}

#[test]
fn times_are_in_range_and_agree() {
    refused(
        &path(&format!(r#"{TASK},"TimeoutSeconds":10,"HeartbeatSeconds":10"#)),
        &[
            "States.A.HeartbeatSeconds: a heartbeat every 10 s within a timeout of 10 s is never missed; make it shorter than the timeout",
        ],
    );
    refused(
        &path(&format!(
            r#"{TASK},"TimeoutSeconds":0,"Retry":[{{"ErrorEquals":["X"],"BackoffRate":0.5,"IntervalSeconds":9,"MaxDelaySeconds":9}}]"#
        )),
        &[
            "States.A.TimeoutSeconds: `TimeoutSeconds` is a whole number from 1 to 99999999, not `0`",
            "States.A.Retry[0].BackoffRate: `BackoffRate` is a number of at least 1.0, not `0.5`",
            "States.A.Retry[0].MaxDelaySeconds: `MaxDelaySeconds` of 9 never comes to bear on an interval of 9; make it larger",
        ],
    );
    refused(
        &path(r#""Type":"Wait","Timestamp":"tomorrow","Next":"B""#),
        &["States.A.Timestamp: `tomorrow` is no timestamp; write `2026-01-31T12:00:00Z`"],
    );
    refused(
        &path(r#""Type":"Wait","Seconds":1,"SecondsPath":"$.s","Next":"B""#),
        &["States.A.Seconds: `Seconds` and `SecondsPath` exclude each other; drop one of them"],
    );
}

#[test]
fn a_fail_state_has_one_error_and_one_cause() {
    let fail = r#"{"StartAt":"A","States":{"A":{"Type":"Fail","Error":"X","ErrorPath":"$.e","CausePath":"States.Fromat('')"}}}"#;
    refused(
        fail,
        &[
            "States.A.Error: `Error` and `ErrorPath` exclude each other; drop one of them",
            "States.A.CausePath: `States.Fromat` is no intrinsic function; did you mean `Format`?",
        ],
    );
}

#[test]
fn a_token_must_be_handed_out() {
    let task = r#""Type":"Task","Resource":"arn:aws:states:::sqs:sendMessage.waitForTaskToken","Next":"B""#;
    refused(
        &path(&format!(r#"{task},"Parameters":{{"MessageBody":"x"}}"#)),
        &[
            "States.A.Resource: the task waits for its token to come back and hands it to nobody; put the context's `Task.Token` into what it sends",
        ],
    );
    validate(&path(&format!(
        r#"{task},"Parameters":{{"MessageBody.$":"$$.Task.Token"}}"#
    )))
    .unwrap();
}

#[test]
fn a_map_knows_what_belongs_to_the_distributed_kind() {
    let map = |more: &str, config: &str| {
        path(&format!(
            r#""Type":"Map","Next":"B"{more},"ItemProcessor":{{{config}"StartAt":"I","States":{{"I":{{"Type":"Succeed"}}}}}}"#
        ))
    };
    refused(
        &map(r#","ToleratedFailureCount":1,"Label":"l""#, ""),
        &[
            "States.A.ToleratedFailureCount: `ToleratedFailureCount` belongs to a distributed Map state; set `ItemProcessor.ProcessorConfig.Mode` to `DISTRIBUTED` or drop it",
            "States.A.Label: `Label` belongs to a distributed Map state; set `ItemProcessor.ProcessorConfig.Mode` to `DISTRIBUTED` or drop it",
        ],
    );
    refused(
        &map("", r#""ProcessorConfig":{"Mode":"DISTRIBUTED"},"#),
        &[
            "States.A.ItemProcessor.ProcessorConfig: a distributed Map state names its `ExecutionType`, `STANDARD` or `EXPRESS`",
        ],
    );
    validate(&map(
        r#","ItemReader":{"Resource":"arn:aws:states:::s3:getObject","ReaderConfig":{"InputType":"CSV"},"Parameters":{"Bucket":"b"}},"ToleratedFailurePercentage":5.5"#,
        r#""ProcessorConfig":{"Mode":"DISTRIBUTED","ExecutionType":"EXPRESS"},"#,
    ))
    .unwrap();
}

#[test]
fn what_is_no_state_machine_is_told() {
    refused(
        "[]",
        &["a state machine is an object with `StartAt` and `States`"],
    );
    refused(
        "{}",
        &[
            "`StartAt` is missing; name the state that runs first",
            "`States` is missing; it holds the states by name",
        ],
    );
    refused(
        "{",
        &["this is not JSON: EOF while parsing an object at line 1 column 1"],
    );
}

#[test]
fn a_definition_has_at_most_one_mebibyte() {
    let json = path(&format!(r#"{TASK},"Comment":"{}""#, "x".repeat(1024 * 1024)));
    let problems = validate(&json).expect_err("a problem").to_string();
    assert!(
        problems.contains("and Step Functions takes 1048576; move a part"),
        "{problems}"
    );
}

#[test]
fn a_substitution_may_stand_for_a_resource() {
    validate(&path(r#""Type":"Task","Resource":"${Function}","Next":"B""#)).unwrap();
}
