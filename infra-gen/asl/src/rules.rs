//! The rules for definitions in Amazon States Language.
//!
//! Codes in explanations are those of the service's API `ValidateStateMachineDefinition`. The tests check that the first
//! example of each rule breaks it, and that the second has no findings.

use infra_gen_cfn::{
    Example::{Built, Text},
    Rule,
    Scope::StateMachine,
    Severity::{Error, Warning},
};

/// The rules for state machines, sorted by ID.
pub fn rules() -> Vec<&'static Rule> {
    let mut rules = RULES.to_vec();
    rules.sort_by_key(|rule| rule.id);
    rules
}

static RULES: [&Rule; 24] = [
    &INVALID_JSON,
    &DUPLICATE_KEY,
    &UNKNOWN_FIELD,
    &MISSING_FIELD,
    &EXCLUSIVE_FIELDS,
    &WRONG_TYPE,
    &INVALID_VALUE,
    &STATE_NAME,
    &UNKNOWN_STATE,
    &UNREACHABLE_STATE,
    &NO_END,
    &DEFINITION_TOO_LARGE,
    &INVALID_PATH,
    &PATH_SYNTAX,
    &INVALID_EXPRESSION,
    &VARIABLE_NAME,
    &INVALID_RESOURCE,
    &TASK_TOKEN,
    &ERROR_NAME,
    &UNKNOWN_ERROR_NAME,
    &UNKNOWN_ACTION,
    &EXPRESS_INTEGRATION,
    &OUTER_VARIABLE,
    &PLAIN_TEXT,
];

const DIAGNOSTICS: &str = "https://docs.aws.amazon.com/step-functions/latest/apireference/API_ValidateStateMachineDefinitionDiagnostic.html";

pub(crate) static INVALID_JSON: Rule = Rule {
    id: "asl-invalid-json",
    severity: Error,
    scope: StateMachine,
    summary: "a definition that is not JSON",
    explanation: "Step Functions refuses a definition that is not well-formed JSON (`INVALID_JSON_DESCRIPTION`).",
    source: DIAGNOSTICS,
    bad: Text(
        r#"{ "StartAt": }
"#,
    ),
    good: r#"{
  "StartAt": "Done",
  "States": {
    "Done": {
      "Type": "Succeed"
    }
  }
}
"#,
};

pub(crate) static DUPLICATE_KEY: Rule = Rule {
    id: "asl-duplicate-key",
    severity: Error,
    scope: StateMachine,
    summary: "two fields with the same name",
    explanation: "A JSON reader keeps one of the values, so the definition does not do what it says. In JSONPath, \
                  `name` and `name.$` are the same field. In a workflow written in Rust, one placeholder stands \
                  for two resources.",
    source: "https://docs.aws.amazon.com/step-functions/latest/dg/amazon-states-language-state-machine-structure.html",
    bad: Text(
        r#"{ "StartAt": "Done", "StartAt": "Done", "States": { "Done": { "Type": "Succeed" } } }
"#,
    ),
    good: r#"{
  "StartAt": "Done",
  "States": {
    "Done": {
      "Type": "Succeed"
    }
  }
}
"#,
};

pub(crate) static UNKNOWN_FIELD: Rule = Rule {
    id: "asl-unknown-field",
    severity: Error,
    scope: StateMachine,
    summary: "a field that the state or machine does not have",
    explanation: "Step Functions refuses unknown fields (`SCHEMA_VALIDATION_FAILED`). Most of them are typos, or \
                  belong to the other query language.",
    source: DIAGNOSTICS,
    bad: Text(
        r#"{
  "StartAt": "Done",
  "Coment": "x",
  "States": {
    "Done": {
      "Type": "Succeed"
    }
  }
}
"#,
    ),
    good: r#"{
  "StartAt": "Done",
  "Comment": "x",
  "States": {
    "Done": {
      "Type": "Succeed"
    }
  }
}
"#,
};

pub(crate) static MISSING_FIELD: Rule = Rule {
    id: "asl-missing-field",
    severity: Error,
    scope: StateMachine,
    summary: "a required field that is missing",
    explanation: "Step Functions refuses a definition without its required fields (`SCHEMA_VALIDATION_FAILED`): \
                  each state has a type, and each state that does not end names its successor.",
    source: DIAGNOSTICS,
    bad: Text(
        r#"{
  "StartAt": "Wait",
  "States": {
    "Wait": {
      "Type": "Wait",
      "End": true
    }
  }
}
"#,
    ),
    good: r#"{
  "StartAt": "Wait",
  "States": {
    "Wait": {
      "Type": "Wait",
      "Seconds": 1,
      "End": true
    }
  }
}
"#,
};

pub(crate) static EXCLUSIVE_FIELDS: Rule = Rule {
    id: "asl-exclusive-fields",
    severity: Error,
    scope: StateMachine,
    summary: "fields that exclude each other, or that need another mode",
    explanation: "Step Functions refuses fields that contradict each other, such as `Next` and `End`, and fields \
                  of distributed Map states in other ones (`SCHEMA_VALIDATION_FAILED`).",
    source: DIAGNOSTICS,
    bad: Text(
        r#"{
  "StartAt": "Wait",
  "States": {
    "Wait": {
      "Type": "Wait",
      "Seconds": 1,
      "Timestamp": "2026-01-31T12:00:00Z",
      "End": true
    }
  }
}
"#,
    ),
    good: r#"{
  "StartAt": "Wait",
  "States": {
    "Wait": {
      "Type": "Wait",
      "Seconds": 1,
      "End": true
    }
  }
}
"#,
};

pub(crate) static WRONG_TYPE: Rule = Rule {
    id: "asl-wrong-type",
    severity: Error,
    scope: StateMachine,
    summary: "a value of the wrong JSON type",
    explanation: "Step Functions refuses a field with a value of another type (`SCHEMA_VALIDATION_FAILED`).",
    source: DIAGNOSTICS,
    bad: Text(
        r#"{
  "StartAt": "Wait",
  "States": {
    "Wait": {
      "Type": "Wait",
      "Seconds": 1,
      "End": "yes"
    }
  }
}
"#,
    ),
    good: r#"{
  "StartAt": "Wait",
  "States": {
    "Wait": {
      "Type": "Wait",
      "Seconds": 1,
      "End": true
    }
  }
}
"#,
};

pub(crate) static INVALID_VALUE: Rule = Rule {
    id: "asl-invalid-value",
    severity: Error,
    scope: StateMachine,
    summary: "a value that is out of range or not one of the allowed values",
    explanation: "Step Functions refuses values that the language does not allow (`SCHEMA_VALIDATION_FAILED`): \
                  unknown types of states, numbers out of range, malformed timestamps.",
    source: DIAGNOSTICS,
    bad: Text(
        r#"{
  "StartAt": "Done",
  "States": {
    "Done": {
      "Type": "Success"
    }
  }
}
"#,
    ),
    good: r#"{
  "StartAt": "Done",
  "States": {
    "Done": {
      "Type": "Succeed"
    }
  }
}
"#,
};

pub(crate) static STATE_NAME: Rule = Rule {
    id: "asl-state-name",
    severity: Error,
    scope: StateMachine,
    summary: "a name of a state that is too long, malformed or used twice",
    explanation: "The name of a state has 1 to 80 characters without control characters, and is unique in the \
                  whole definition (`INVALID_STATE_NAME`, `DUPLICATE_STATE_NAME`).",
    source: DIAGNOSTICS,
    bad: Text(
        r#"{
  "StartAt": "",
  "States": {
    "": {
      "Type": "Succeed"
    }
  }
}
"#,
    ),
    good: r#"{
  "StartAt": "Done",
  "States": {
    "Done": {
      "Type": "Succeed"
    }
  }
}
"#,
};

pub(crate) static UNKNOWN_STATE: Rule = Rule {
    id: "asl-unknown-state",
    severity: Error,
    scope: StateMachine,
    summary: "a transition to a state that does not exist",
    explanation: "Step Functions refuses `StartAt`, `Next` and `Default` that name no state of the same scope \
                  (`MISSING_TRANSITION_TARGET`).",
    source: DIAGNOSTICS,
    bad: Text(
        r#"{
  "StartAt": "Dnoe",
  "States": {
    "Done": {
      "Type": "Succeed"
    }
  }
}
"#,
    ),
    good: r#"{
  "StartAt": "Done",
  "States": {
    "Done": {
      "Type": "Succeed"
    }
  }
}
"#,
};

pub(crate) static UNREACHABLE_STATE: Rule = Rule {
    id: "asl-unreachable-state",
    severity: Error,
    scope: StateMachine,
    summary: "a state that no transition leads to",
    explanation: "Step Functions refuses a definition with states that cannot be reached \
                  (`MISSING_TRANSITION_TARGET`).",
    source: DIAGNOSTICS,
    bad: Text(
        r#"{
  "StartAt": "Done",
  "States": {
    "Done": {
      "Type": "Succeed"
    },
    "Lost": {
      "Type": "Fail"
    }
  }
}
"#,
    ),
    good: r#"{
  "StartAt": "Done",
  "States": {
    "Done": {
      "Type": "Succeed"
    }
  }
}
"#,
};

pub(crate) static NO_END: Rule = Rule {
    id: "asl-no-end",
    severity: Error,
    scope: StateMachine,
    summary: "a state from which the execution never ends",
    explanation: "Step Functions refuses a scope without a terminal state (`MISSING_END_STATE`). If other states \
                  end, the finding is a warning: the loop runs until its timeout.",
    source: DIAGNOSTICS,
    bad: Text(
        r#"{
  "StartAt": "A",
  "States": {
    "A": {
      "Type": "Pass",
      "Next": "B"
    },
    "B": {
      "Type": "Pass",
      "Next": "A"
    }
  }
}
"#,
    ),
    good: r#"{
  "StartAt": "A",
  "States": {
    "A": {
      "Type": "Pass",
      "Next": "B"
    },
    "B": {
      "Type": "Pass",
      "End": true
    }
  }
}
"#,
};

pub(crate) static DEFINITION_TOO_LARGE: Rule = Rule {
    id: "asl-definition-too-large",
    severity: Error,
    scope: StateMachine,
    summary: "a definition of more than 1 MB",
    explanation: "Step Functions accepts definitions of at most 1 MB. A part of a larger one can become a state \
                  machine of its own.",
    source: "https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html",
    bad: Built {
        description: "a definition with a comment of 1 MB",
        build: || {
            let comment = "x".repeat(1024 * 1024);
            format!(r#"{{"Comment":"{comment}","StartAt":"Done","States":{{"Done":{{"Type":"Succeed"}}}}}}"#)
        },
    },
    good: r#"{
  "StartAt": "Done",
  "States": {
    "Done": {
      "Type": "Succeed"
    }
  }
}
"#,
};

pub(crate) static INVALID_PATH: Rule = Rule {
    id: "asl-invalid-path",
    severity: Error,
    scope: StateMachine,
    summary: "a malformed path or intrinsic function",
    explanation: "Step Functions refuses malformed JSONPath expressions and intrinsic functions. Where a result \
                  is stored, only a reference path is allowed: names and indexes.",
    source: "https://docs.aws.amazon.com/step-functions/latest/dg/amazon-states-language-paths.html",
    bad: Text(
        r#"{
  "StartAt": "A",
  "States": {
    "A": {
      "Type": "Pass",
      "InputPath": "$.a[",
      "End": true
    }
  }
}
"#,
    ),
    good: r#"{
  "StartAt": "A",
  "States": {
    "A": {
      "Type": "Pass",
      "InputPath": "$.a",
      "End": true
    }
  }
}
"#,
};

pub(crate) static PATH_SYNTAX: Rule = Rule {
    id: "asl-path-syntax",
    severity: Warning,
    scope: StateMachine,
    summary: "a path that Step Functions accepts but reads differently than it looks",
    explanation: "Step Functions reads a literal without quotes in a filter as a string, a function other than \
                  `length()` as the name of a field, and most special characters as part of a name.",
    source: "https://docs.aws.amazon.com/step-functions/latest/dg/amazon-states-language-paths.html",
    bad: Text(
        r#"{
  "StartAt": "A",
  "States": {
    "A": {
      "Type": "Pass",
      "InputPath": "$.list[?(@.status == Open)]",
      "End": true
    }
  }
}
"#,
    ),
    good: r#"{
  "StartAt": "A",
  "States": {
    "A": {
      "Type": "Pass",
      "InputPath": "$.list[?(@.status == 'Open')]",
      "End": true
    }
  }
}
"#,
};

pub(crate) static INVALID_EXPRESSION: Rule = Rule {
    id: "asl-invalid-expression",
    severity: Error,
    scope: StateMachine,
    summary: "a malformed JSONata expression, or a field of `$states` that is not available there",
    explanation: "Step Functions refuses malformed expressions. `$states.result` exists after the state only, \
                  `$states.errorOutput` in `Catch` only.",
    source: "https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html",
    bad: Text(
        r#"{
  "QueryLanguage": "JSONata",
  "StartAt": "A",
  "States": {
    "A": {
      "Type": "Pass",
      "Output": "{% $states.input. %}",
      "End": true
    }
  }
}
"#,
    ),
    good: r#"{
  "QueryLanguage": "JSONata",
  "StartAt": "A",
  "States": {
    "A": {
      "Type": "Pass",
      "Output": "{% $states.input.a %}",
      "End": true
    }
  }
}
"#,
};

pub(crate) static VARIABLE_NAME: Rule = Rule {
    id: "asl-variable-name",
    severity: Error,
    scope: StateMachine,
    summary: "a malformed or reserved name of a variable",
    explanation: "The name of a variable begins with a letter and has at most 80 letters, digits and underscores. \
                  `states` is reserved.",
    source: "https://docs.aws.amazon.com/step-functions/latest/dg/workflow-variables.html",
    bad: Text(
        r#"{
  "QueryLanguage": "JSONata",
  "StartAt": "A",
  "States": {
    "A": {
      "Type": "Pass",
      "Assign": {
        "states": 1
      },
      "End": true
    }
  }
}
"#,
    ),
    good: r#"{
  "QueryLanguage": "JSONata",
  "StartAt": "A",
  "States": {
    "A": {
      "Type": "Pass",
      "Assign": {
        "count": 1
      },
      "End": true
    }
  }
}
"#,
};

pub(crate) static INVALID_RESOURCE: Rule = Rule {
    id: "asl-invalid-resource",
    severity: Error,
    scope: StateMachine,
    summary: "a resource of a task that is not an ARN of a function, activity or integration",
    explanation: "Step Functions refuses a `Resource` that is not a valid ARN (`INVALID_RESOURCE`).",
    source: DIAGNOSTICS,
    bad: Text(
        r#"{
  "StartAt": "Work",
  "States": {
    "Work": {
      "Type": "Task",
      "Resource": "invoke",
      "End": true
    }
  }
}
"#,
    ),
    good: r#"{
  "StartAt": "Work",
  "States": {
    "Work": {
      "Type": "Task",
      "Resource": "arn:aws:states:::lambda:invoke",
      "End": true
    }
  }
}
"#,
};

pub(crate) static TASK_TOKEN: Rule = Rule {
    id: "asl-task-token",
    severity: Warning,
    scope: StateMachine,
    summary: "a task that waits for a callback and does not pass on its token",
    explanation: "Step Functions accepts the definition, but no other process knows the token, so the task waits \
                  until its timeout.",
    source: "https://docs.aws.amazon.com/step-functions/latest/dg/connect-to-resource.html#connect-wait-token",
    bad: Text(
        r#"{
  "StartAt": "Work",
  "States": {
    "Work": {
      "Type": "Task",
      "Resource": "arn:aws:states:::lambda:invoke.waitForTaskToken",
      "End": true
    }
  }
}
"#,
    ),
    good: r#"{
  "StartAt": "Work",
  "States": {
    "Work": {
      "Type": "Task",
      "Resource": "arn:aws:states:::lambda:invoke.waitForTaskToken",
      "Parameters": {
        "token.$": "$$.Task.Token"
      },
      "End": true
    }
  }
}
"#,
};

pub(crate) static ERROR_NAME: Rule = Rule {
    id: "asl-error-name",
    severity: Error,
    scope: StateMachine,
    summary: "error names that cannot be retried or caught in this way",
    explanation: "`States.ALL` is the only name in its list and in the last entry. Step Functions refuses others.",
    source: "https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html",
    bad: Text(
        r#"{
  "StartAt": "Work",
  "States": {
    "Work": {
      "Type": "Task",
      "Resource": "arn:aws:states:::lambda:invoke",
      "Retry": [
        {
          "ErrorEquals": [
            "States.ALL",
            "States.Timeout"
          ]
        }
      ],
      "End": true
    }
  }
}
"#,
    ),
    good: r#"{
  "StartAt": "Work",
  "States": {
    "Work": {
      "Type": "Task",
      "Resource": "arn:aws:states:::lambda:invoke",
      "Retry": [
        {
          "ErrorEquals": [
            "States.ALL"
          ]
        }
      ],
      "End": true
    }
  }
}
"#,
};

pub(crate) static UNKNOWN_ERROR_NAME: Rule = Rule {
    id: "asl-unknown-error-name",
    severity: Warning,
    scope: StateMachine,
    summary: "a reserved error name that matches nothing",
    explanation: "Names that begin with `States.` are reserved. Step Functions accepts any of them, but an unknown one \
                  matches no error of the service, and `States.Runtime` can be neither retried nor caught.",
    source: "https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html",
    bad: Text(
        r#"{
  "StartAt": "Work",
  "States": {
    "Work": {
      "Type": "Task",
      "Resource": "arn:aws:states:::lambda:invoke",
      "Retry": [
        {
          "ErrorEquals": [
            "States.Timeuot"
          ]
        }
      ],
      "End": true
    }
  }
}
"#,
    ),
    good: r#"{
  "StartAt": "Work",
  "States": {
    "Work": {
      "Type": "Task",
      "Resource": "arn:aws:states:::lambda:invoke",
      "Retry": [
        {
          "ErrorEquals": [
            "States.Timeout"
          ]
        }
      ],
      "End": true
    }
  }
}
"#,
};

pub(crate) static UNKNOWN_ACTION: Rule = Rule {
    id: "asl-unknown-action",
    severity: Warning,
    scope: StateMachine,
    summary: "an AWS SDK integration with an unknown action",
    explanation: "Step Functions refuses actions that the service does not have. The list here may be older than the \
                  service, so the finding is a warning.",
    source: "https://docs.aws.amazon.com/step-functions/latest/dg/integrate-services.html",
    bad: Text(
        r#"{
  "StartAt": "Work",
  "States": {
    "Work": {
      "Type": "Task",
      "Resource": "arn:aws:states:::aws-sdk:dynamodb:Query",
      "End": true
    }
  }
}
"#,
    ),
    good: r#"{
  "StartAt": "Work",
  "States": {
    "Work": {
      "Type": "Task",
      "Resource": "arn:aws:states:::aws-sdk:dynamodb:query",
      "End": true
    }
  }
}
"#,
};

pub(crate) static EXPRESS_INTEGRATION: Rule = Rule {
    id: "asl-express-workflow",
    severity: Error,
    scope: StateMachine,
    summary: "a part of an Express workflow that only Standard workflows can have",
    explanation: "Step Functions refuses `.sync`, `.waitForTaskToken`, activities and distributed Map states in an Express \
                  workflow. The type is a property of the machine; the states of a distributed Map are a workflow of \
                  the type in `ExecutionType`.",
    source: "https://docs.aws.amazon.com/step-functions/latest/dg/choosing-workflow-type.html",
    bad: Text(
        r#"{
  "StartAt": "Each",
  "States": {
    "Each": {
      "Type": "Map",
      "ItemProcessor": {
        "ProcessorConfig": {
          "Mode": "DISTRIBUTED",
          "ExecutionType": "EXPRESS"
        },
        "StartAt": "Work",
        "States": {
          "Work": {
            "Type": "Task",
            "Resource": "arn:aws:states:::states:startExecution.sync:2",
            "End": true
          }
        }
      },
      "End": true
    }
  }
}
"#,
    ),
    good: r#"{
  "StartAt": "Each",
  "States": {
    "Each": {
      "Type": "Map",
      "ItemProcessor": {
        "ProcessorConfig": {
          "Mode": "DISTRIBUTED",
          "ExecutionType": "STANDARD"
        },
        "StartAt": "Work",
        "States": {
          "Work": {
            "Type": "Task",
            "Resource": "arn:aws:states:::states:startExecution.sync:2",
            "End": true
          }
        }
      },
      "End": true
    }
  }
}
"#,
};

pub(crate) static OUTER_VARIABLE: Rule = Rule {
    id: "asl-outer-variable",
    severity: Error,
    scope: StateMachine,
    summary: "an assignment to a variable of an outer scope",
    explanation: "The states of a Parallel branch or an inline Map state can read the variables of the scopes around them, \
                  but cannot set them: Step Functions refuses the definition.",
    source: "https://docs.aws.amazon.com/step-functions/latest/dg/workflow-variables.html",
    bad: Text(
        r#"{
  "QueryLanguage": "JSONata",
  "StartAt": "A",
  "States": {
    "A": {
      "Type": "Pass",
      "Assign": {
        "count": 1
      },
      "Next": "B"
    },
    "B": {
      "Type": "Parallel",
      "Branches": [
        {
          "StartAt": "C",
          "States": {
            "C": {
              "Type": "Pass",
              "Assign": {
                "count": 2
              },
              "End": true
            }
          }
        }
      ],
      "End": true
    }
  }
}
"#,
    ),
    good: r#"{
  "QueryLanguage": "JSONata",
  "StartAt": "A",
  "States": {
    "A": {
      "Type": "Pass",
      "Assign": {
        "count": 1
      },
      "Next": "B"
    },
    "B": {
      "Type": "Parallel",
      "Branches": [
        {
          "StartAt": "C",
          "States": {
            "C": {
              "Type": "Pass",
              "Assign": {
                "branchCount": 2
              },
              "End": true
            }
          }
        }
      ],
      "End": true
    }
  }
}
"#,
};

pub(crate) static PLAIN_TEXT: Rule = Rule {
    id: "asl-plain-text",
    severity: Warning,
    scope: StateMachine,
    summary: "a plain string that ends like an expression",
    explanation: "An expression starts with `{%` and ends with `%}`. Step Functions takes any other string as it is.",
    source: "https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html",
    bad: Text(
        r#"{
  "QueryLanguage": "JSONata",
  "StartAt": "A",
  "States": {
    "A": {
      "Type": "Pass",
      "Output": "$states.input.a %}",
      "End": true
    }
  }
}
"#,
    ),
    good: r#"{
  "QueryLanguage": "JSONata",
  "StartAt": "A",
  "States": {
    "A": {
      "Type": "Pass",
      "Output": "{% $states.input.a %}",
      "End": true
    }
  }
}
"#,
};

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::rules;
    use crate::check_definition;

    #[test]
    fn the_bad_example_of_each_rule_breaks_it_and_the_good_one_has_no_findings() {
        for rule in rules() {
            let (_, found) = check_definition(&rule.bad.text());
            let broken: Vec<&str> = found.0.iter().map(|finding| finding.rule.id).collect();
            assert!(broken.contains(&rule.id), "`{rule}` is not broken: {broken:?}");
            let (machine, found) = check_definition(rule.good);
            assert!(machine.is_some() && found.0.is_empty(), "`{rule}`: {found}");
        }
    }

    #[test]
    fn each_rule_has_a_unique_id_and_is_documented() {
        let mut ids = BTreeSet::new();
        for rule in rules() {
            assert!(rule.id.starts_with("asl-") && ids.insert(rule.id), "{rule}");
            assert!(
                !rule.summary.ends_with('.') && rule.explanation.ends_with('.'),
                "{rule}"
            );
            assert!(rule.source.starts_with("https://docs.aws.amazon.com/"), "{rule}");
        }
    }
}
