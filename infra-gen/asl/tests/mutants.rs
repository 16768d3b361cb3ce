//! The checks of a definition neither panic nor hang, whatever the definition is.
//!
//! Each mutant is a definition with a few random changes: in its text, in its JSON, or in a string such as a path or an
//! expression. `ASL_MUTANTS` sets their number; `make asl-mutants` checks a million.

use std::{
    env,
    sync::atomic::{AtomicU64, Ordering},
    thread,
    time::{Duration, Instant},
};

use infra_gen_asl::{DefinitionContext, Syntax, check_definition_in, model::ExecutionType};
use serde_json::{Value as Json, json};

/// The number of mutants in a normal run.
const FEW: u64 = 3_000;
/// The time for one mutant, even on a busy machine.
const LONGEST: Duration = Duration::from_secs(20);

#[test]
fn no_mutant_makes_the_checks_panic_or_hang() {
    let count = env::var("ASL_MUTANTS").map_or(FEW, |text| text.parse().expect("`ASL_MUTANTS` is a number"));
    let threads = thread::available_parallelism().map_or(1, usize::from);
    let next = AtomicU64::new(0);
    thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                let originals = originals();
                loop {
                    let seed = next.fetch_add(1, Ordering::Relaxed);
                    if seed >= count {
                        break;
                    }
                    check(&Mutator::new(seed).mutant(&originals));
                }
            });
        }
    });
}

fn check(text: &str) {
    let _shown = ShownOnPanic(text);
    let start = Instant::now();
    for execution_type in [ExecutionType::Standard, ExecutionType::Express] {
        let context = DefinitionContext {
            execution_type,
            syntax: Syntax::JsonOrYaml,
        };
        let (machine, findings) = check_definition_in(text, context);
        assert_eq!(machine.is_some(), !findings.has_errors());
        if let Some(machine) = machine {
            assert!(machine.definition().starts_with('{'));
        }
    }
    assert!(start.elapsed() < LONGEST, "the checks took {:?}", start.elapsed());
}

/// Prints the mutant if the checks panic.
struct ShownOnPanic<'a>(&'a str);

impl Drop for ShownOnPanic<'_> {
    fn drop(&mut self) {
        if thread::panicking() {
            eprintln!("the mutant:\n{}", self.0);
        }
    }
}

/// Makes mutants. The same seed makes the same one.
struct Mutator(u64);

impl Mutator {
    fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    /// A number below `end`.
    fn below(&mut self, end: usize) -> usize {
        // xorshift64*
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        let random = self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33;
        usize::try_from(random).expect("31 bits") % end.max(1)
    }

    fn pick<'a, T>(&mut self, items: &'a [T]) -> &'a T {
        &items[self.below(items.len())]
    }

    fn mutant(&mut self, originals: &[Json]) -> String {
        let mut document = self.pick(originals).clone();
        for _ in 0..=self.below(3) {
            let values = count(&document);
            let at = self.below(values);
            let donor = self.pick(originals).clone();
            self.change(&mut document, at, &donor);
        }
        let mut text = if self.below(8) == 0 {
            serde_json::to_string_pretty(&document).expect("JSON")
        } else {
            document.to_string()
        };
        if self.below(3) == 0 {
            text = self.change_text(&text);
        }
        text
    }

    /// Changes the value number `at`, in the order of the text.
    fn change(&mut self, value: &mut Json, at: usize, donor: &Json) {
        let Some(value) = nth(value, at) else { return };
        match self.below(6) {
            0 => *value = self.scalar(),
            1 => {
                let mut donor = donor.clone();
                let values = count(&donor);
                let from = self.below(values);
                if let Some(part) = nth(&mut donor, from) {
                    *value = part.take();
                }
            }
            2 => {
                if let Json::Object(fields) = value {
                    let names: Vec<String> = fields.keys().cloned().collect();
                    if !names.is_empty() {
                        let removed = fields.shift_remove(self.pick(&names)).expect("a field");
                        let name = self.pick(NAMES).to_string();
                        fields.insert(name, removed);
                    }
                }
            }
            3 => {
                if let Json::Array(items) = value
                    && let Some(item) = items.first().cloned()
                {
                    items.push(item);
                }
            }
            _ => {
                if let Json::String(text) = value {
                    *text = self.change_text(text);
                } else {
                    *value = self.scalar();
                }
            }
        }
    }

    fn scalar(&mut self) -> Json {
        match self.below(6) {
            0 => Json::Null,
            1 => json!({}),
            2 => json!([]),
            3 => self
                .pick(&[json!(0), json!(-1), json!(1.5), json!(1e300), json!(u64::MAX)])
                .clone(),
            4 => json!(self.below(2) == 0),
            _ => json!(self.pick(TEXTS)),
        }
    }

    /// Inserts, removes, repeats or replaces a part of a text.
    fn change_text(&mut self, text: &str) -> String {
        let characters: Vec<char> = text.chars().collect();
        let from = self.below(characters.len() + 1);
        let to = (from + self.below(8)).min(characters.len());
        let part: String = characters[from..to].iter().collect();
        let (before, after): (String, String) = (
            characters[..from].iter().collect(),
            characters[to..].iter().collect(),
        );
        let repeated = 1 + self.below(200);
        match self.below(4) {
            0 => format!("{before}{after}"),
            1 => format!("{before}{}{after}", part.repeat(repeated)),
            2 => format!("{before}{}{after}", self.pick(TEXTS)),
            _ => format!("{before}{}{after}", self.pick(TEXTS).repeat(repeated)),
        }
    }
}

/// The number of values in a document, itself included.
fn count(value: &Json) -> usize {
    1 + match value {
        Json::Array(items) => items.iter().map(count).sum(),
        Json::Object(fields) => fields.values().map(count).sum(),
        _ => 0,
    }
}

/// The value number `at`, in the order of the text.
fn nth(value: &mut Json, mut at: usize) -> Option<&mut Json> {
    if at == 0 {
        return Some(value);
    }
    at -= 1;
    let inner: Vec<&mut Json> = match value {
        Json::Array(items) => items.iter_mut().collect(),
        Json::Object(fields) => fields.values_mut().collect(),
        _ => return None,
    };
    for value in inner {
        let values = count(value);
        if at < values {
            return nth(value, at);
        }
        at -= values;
    }
    None
}

const NAMES: &[&str] = &[
    "Type",
    "Next",
    "End",
    "Choices",
    "Default",
    "States",
    "StartAt",
    "Catch",
    "Retry",
    "Assign",
    "Output",
    "Arguments",
    "Parameters",
    "ItemProcessor",
    "Iterator",
    "Branches",
    "And",
    "Not",
    "Variable",
    "IsNull",
    "x.$",
    "QueryLanguage",
    "Seconds",
    "TimeoutSeconds",
    "ItemReader",
    "ReaderConfig",
    "ResultPath",
    "Credentials",
    "",
];

const TEXTS: &[&str] = &[
    "$",
    "$$",
    "$.",
    "$.a",
    "$.a[?(@.b == 'c')]",
    "$..",
    "[",
    "]",
    "(",
    ")",
    "{",
    "}",
    "[?(",
    "@",
    "'",
    "\"",
    "\\",
    "/",
    "!",
    "&&",
    "||",
    "==",
    "=~ /",
    "*",
    ":",
    ",",
    "-1",
    ".",
    "{%",
    "%}",
    "{% $states.input %}",
    "${",
    "${A}",
    "States.Format('{}', ",
    "States.Array(",
    "States.",
    "function($x){",
    "$map(",
    "? ",
    "~>",
    "/*",
    "JSONata",
    "JSONPath",
    "A",
    "States.ALL",
    "arn:aws:states:::",
    "aws-sdk:",
    ".sync",
    "\u{0}",
    "é",
    "\u{1F36A}",
    "\n",
    " ",
    "- a: &b\n",
    "0",
    "1e9",
    "2026-01-31T12:00:00Z",
];

/// Definitions that use most of the language.
fn originals() -> Vec<Json> {
    vec![
        json!({
            "Comment": "paths", "StartAt": "A", "TimeoutSeconds": 60,
            "States": {
                "A": {
                    "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke.waitForTaskToken", "TimeoutSeconds": 20,
                    "HeartbeatSecondsPath": "$.beat", "InputPath": "$.list[?(@.a > 1 && !(@.b in ['x','y']))]",
                    "Parameters": { "token.$": "$$.Task.Token", "n.$": "States.MathAdd($.a[-1], 1)", "t.$": "States.Format('{} {}', $.x, States.UUID())" },
                    "ResultSelector": { "x.$": "$..a['b','c']" }, "ResultPath": "$.result[0].x", "OutputPath": "$.list[1:3]",
                    "Assign": { "v.$": "$.list[*].length()" }, "Credentials": { "RoleArn.$": "$.role" },
                    "Retry": [{ "ErrorEquals": ["E", "States.Timeout"], "MaxAttempts": 2, "BackoffRate": 1.5, "JitterStrategy": "FULL" }],
                    "Catch": [{ "ErrorEquals": ["States.ALL"], "Next": "F", "ResultPath": "$.error" }],
                    "Next": "B",
                },
                "B": {
                    "Type": "Choice", "Default": "F",
                    "Choices": [
                        { "And": [{ "Variable": "$.a", "IsPresent": true }, { "Not": { "Variable": "$.b[0]", "StringMatches": "x*\\\\*" } }], "Next": "C" },
                        { "Variable": "$.t", "TimestampLessThanPath": "$.u", "Next": "D", "Assign": { "w": 1 } },
                    ],
                },
                "C": {
                    "Type": "Map", "ItemsPath": "$.items", "MaxConcurrency": 3, "ToleratedFailurePercentage": 10, "Label": "each",
                    "ItemReader": { "Resource": "arn:aws:states:::s3:getObject", "ReaderConfig": { "InputType": "CSV", "CSVHeaderLocation": "GIVEN", "CSVHeaders": ["a"], "MaxItemsPath": "$.max" }, "Parameters": { "Bucket": "b", "Key.$": "$.key" } },
                    "ItemBatcher": { "MaxItemsPerBatch": 5, "BatchInput": { "x.$": "$.y" } },
                    "ItemSelector": { "i.$": "$$.Map.Item.Index" },
                    "ResultWriter": { "Resource": "arn:aws:states:::s3:putObject", "WriterConfig": { "Transformation": "FLATTEN" }, "Parameters": { "Bucket": "b" } },
                    "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "EXPRESS" }, "StartAt": "I", "States": { "I": { "Type": "Pass", "Result": [1], "End": true } } },
                    "Next": "D",
                },
                "D": { "Type": "Wait", "TimestampPath": "$.at", "Next": "E" },
                "E": { "Type": "Parallel", "Branches": [{ "StartAt": "P", "States": { "P": { "Type": "Wait", "Seconds": 1, "Next": "Q" }, "Q": { "Type": "Succeed" } } }], "End": true },
                "F": { "Type": "Fail", "ErrorPath": "$.error.Error", "CausePath": "States.JsonToString($.error)" },
            },
        }),
        json!({
            "QueryLanguage": "JSONata", "StartAt": "A",
            "States": {
                "A": {
                    "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:dynamodb:query", "TimeoutSeconds": "{% $states.input.t * 2 %}",
                    "Arguments": { "TableName": "t", "Keys": ["{% $map($states.input.keys, function($k) { $k.id & '!' }) %}"] },
                    "Assign": { "x": "{% $sum($states.result.Items.n.N ~> $map($number)) %}" },
                    "Output": "{% $merge([$states.input, {'n': $states.result.Count}]) %}",
                    "Catch": [{ "ErrorEquals": ["States.ALL"], "Output": "{% $states.errorOutput.Error %}", "Next": "C" }],
                    "Next": "B",
                },
                "B": { "Type": "Choice", "Choices": [{ "Condition": "{% $states.input.n > 3 and $x < 2 %}", "Next": "D", "Output": { "a": "{% 1 %}" } }], "Default": "C" },
                "C": { "Type": "Fail", "Error": "E", "Cause": "{% 'x' & $string($x) %}" },
                "D": {
                    "Type": "Map", "Items": "{% [1..$x] %}", "ItemSelector": { "v": "{% $states.context.Map.Item.Value %}" },
                    "ItemProcessor": { "StartAt": "I", "States": { "I": { "Type": "Pass", "Assign": { "y": "{% $x + 1 %}" }, "Output": "{% $states.input.v ? 'a' : 'b' %}", "End": true } } },
                    "Next": "W",
                },
                "W": { "Type": "Wait", "Timestamp": "2026-01-31T12:00:00Z", "End": true },
            },
        }),
    ]
}
