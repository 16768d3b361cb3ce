//! References that lead nowhere or in a circle, and functions that are misused.

use infra_gen_cfn::Template;

#[test]
fn a_reference_to_nothing_offers_the_nearest_name() {
    check(
        r"
Parameters: {Stage: {Type: String}}
Resources:
  Orders: {Type: Custom::A}
  Reader:
    Type: Custom::A
    Properties:
      A: !Ref Order
      B: !Ref Stag
      C: !Ref AWS::Regin
      D: [!Ref SomethingElse]
",
        &[
            "Resources/Reader at Properties.A.Ref: nothing is named `Order`; did you mean `Orders`?",
            "Resources/Reader at Properties.B.Ref: nothing is named `Stag`; did you mean `Stage`?",
            "Resources/Reader at Properties.C.Ref: nothing is named `AWS::Regin`; did you mean `AWS::Region`?",
            "Resources/Reader at Properties.D[0].Ref: nothing is named `SomethingElse`; \
             add a resource or parameter of this name",
        ],
    );
}

#[test]
fn an_attribute_of_nothing_is_found_in_each_of_its_forms() {
    check(
        r"
Parameters: {Stage: {Type: String}}
Resources:
  Reader:
    Type: Custom::A
    Properties:
      A: !GetAtt Order.Arn
      B: {Fn::GetAtt: Order.Arn}
      C: !GetAtt [Reader]
      D: !GetAtt Stage.Arn
      E: !GetAtt Stage
",
        &[
            "Resources/Reader at Properties.A.Fn::GetAtt: no resource is named `Order`; add a resource of this name",
            "Resources/Reader at Properties.B.Fn::GetAtt: no resource is named `Order`; add a resource of this name",
            "Resources/Reader at Properties.C.Fn::GetAtt: \
             `Fn::GetAtt` takes [resource, attribute]; found [\"Reader\"]",
            "Resources/Reader at Properties.D.Fn::GetAtt: `Stage` is a parameter and has no attributes; use `Ref`",
            "Resources/Reader at Properties.E.Fn::GetAtt: \
             `Fn::GetAtt` takes a resource and an attribute; found `Stage` alone",
        ],
    );
}

#[cfg(feature = "sns")]
#[test]
fn an_attribute_that_the_type_lacks_offers_the_nearest() {
    let problems = problems(
        r"
Resources:
  Topic: {Type: AWS::SNS::Topic}
Outputs:
  Arn: {Value: !GetAtt Topic.TopicArm}
  Name: {Value: !Sub '${Topic.TopicNames}'}
",
    );
    assert_eq!(
        problems,
        [
            "Outputs/Arn at Value.Fn::GetAtt: `AWS::SNS::Topic` has no attribute `TopicArm`; did you mean `TopicArn`?",
            "Outputs/Name at Value.Fn::Sub: `AWS::SNS::Topic` has no attribute `TopicNames`; did you mean `TopicName`?",
        ]
    );
}

#[test]
fn the_variables_of_a_substitution_are_references() {
    check(
        r"
Resources:
  A: {Type: Custom::A}
  Reader:
    Type: Custom::A
    Properties:
      Fine: !Sub '${A}-${A.Arn}-${!Nothing}-${AWS::Region}-$x-{y}'
      Own: !Sub ['${A}-${Mine}', {Mine: !Ref Nothing}]
      Unknown: !Sub 'a-${Queue}-${Queue.Arn}'
      Around: !Sub '${ A }-${ AWS::Region }'
      Within: !Sub '${A B}'
      Empty: !Sub '${}'
      Shape: !Sub [a, b]
",
        &[
            "Resources/Reader at Properties.Own.Fn::Sub[1].Mine.Ref: nothing is named `Nothing`; \
             add a resource or parameter of this name",
            "Resources/Reader at Properties.Unknown.Fn::Sub: nothing is named `Queue`; \
             add a resource or parameter of this name",
            "Resources/Reader at Properties.Unknown.Fn::Sub: no resource is named `Queue`; add a resource of this name",
            "Resources/Reader at Properties.Within.Fn::Sub: `${A B}` names nothing; \
             write `${!A B}` for the text itself, without spaces in a name",
            "Resources/Reader at Properties.Empty.Fn::Sub: `${}` names nothing; \
             write `${!}` for the text itself, without spaces in a name",
            "Resources/Reader at Properties.Shape.Fn::Sub: \
             `Fn::Sub` takes a text, or [text, variables]; found [\"a\",\"b\"]",
        ],
    );
}

#[test]
fn conditions_are_known_wherever_they_are_used() {
    check(
        r"
Parameters: {Stage: {Type: String}}
Conditions:
  IsProd: !Equals [!Ref Stage, prod]
  Both: !And [!Condition IsProd, !Condition IsDev]
Resources:
  A:
    Type: Custom::A
    Condition: IsPrd
    Properties: {P: !If [IsProduction, 1, 2], Q: !If [IsProd, 1]}
Outputs:
  O: {Condition: Nope, Value: x}
",
        &[
            "Conditions/Both at Fn::And[1].Condition: no condition is named `IsDev`; declare it in `Conditions`",
            "Resources/A at Condition: no condition is named `IsPrd`; did you mean `IsProd`?",
            "Resources/A at Properties.P.Fn::If[0]: no condition is named `IsProduction`; declare it in `Conditions`",
            "Resources/A at Properties.Q.Fn::If: `Fn::If` takes [condition, then, otherwise]; found a list of 2",
            "Outputs/O at Condition: no condition is named `Nope`; declare it in `Conditions`",
        ],
    );
}

#[test]
fn a_condition_cannot_use_a_resource() {
    check(
        r"
Conditions:
  A: !Equals [!Ref Topic, x]
  B: !Equals [!GetAtt Topic.Arn, x]
  C: !Equals [!Sub '${Topic.Arn}', x]
Resources:
  Topic: {Type: Custom::A}
",
        &[
            "Conditions/A at Fn::Equals[0].Ref: a condition is decided before there are resources, \
             so it cannot use `Topic`; use a parameter",
            "Conditions/B at Fn::Equals[0].Fn::GetAtt: `Fn::GetAtt` does not work in a condition, \
             which is decided before there are resources; use parameters",
            "Conditions/C at Fn::Equals[0].Fn::Sub: a condition is decided before there are resources, \
             so it cannot use `${Topic.Arn}`; use a parameter",
        ],
    );
}

#[test]
fn parameters_and_mappings_hold_plain_values() {
    check(
        r"
Parameters:
  Stage: {Type: String, Default: !Ref AWS::Region}
Mappings:
  M: {a: {b: !Sub x}}
Resources:
  A: {Type: Custom::A}
",
        &[
            "Parameters/Stage at Default: `Ref` does not work in a parameter, which holds plain values only; \
             use it where the parameter is used",
            "Mappings/M at a.b: `Fn::Sub` does not work in a mapping, which holds plain values only; \
             use it where the mapping is used",
        ],
    );
}

#[test]
fn keys_of_mappings_are_looked_up_as_far_as_they_are_written() {
    check(
        r"
Parameters: {Stage: {Type: String}}
Mappings:
  Limits: {dev: {Days: 7}, prod: {Days: 30}}
Resources:
  A:
    Type: Custom::A
    Properties:
      Fine: [!FindInMap [Limits, dev, Days], !FindInMap [Limits, !Ref Stage, Days]]
      Map: !FindInMap [Limit, dev, Days]
      First: !FindInMap [Limits, staging, Days]
      Second: !FindInMap [Limits, dev, Day]
      Shape: !FindInMap [Limits, dev]
",
        &[
            "Resources/A at Properties.Map.Fn::FindInMap: no mapping is named `Limit`; did you mean `Limits`?",
            "Resources/A at Properties.First.Fn::FindInMap: the mapping `Limits` has no key `staging`; add the key",
            "Resources/A at Properties.Second.Fn::FindInMap: the mapping `Limits` has no key `Day`; \
             did you mean `Days`?",
            "Resources/A at Properties.Shape.Fn::FindInMap: \
             `Fn::FindInMap` takes [mapping, first key, second key], and perhaps {DefaultValue}; found a list of 2",
        ],
    );
}

#[test]
fn dependencies_are_resources() {
    check(
        r"
Parameters: {Stage: {Type: String}}
Resources:
  A: {Type: Custom::A, DependsOn: B}
  C: {Type: Custom::A, DependsOn: [A, Stage, 5]}
",
        &[
            "Resources/A at DependsOn: `DependsOn` names the resource `B`, which does not exist; did you mean `A`?",
            "Resources/C at DependsOn[1]: `DependsOn` names resources, and `Stage` is a parameter; remove it",
            "Resources/C at DependsOn[2]: `DependsOn` names resources; found `5`",
        ],
    );
}

#[test]
fn functions_take_their_arguments_and_no_others() {
    check(
        r"
Resources:
  A:
    Type: Custom::A
    Properties:
      A: !Join [!Ref AWS::Region, [a]]
      B: !Join [',', text]
      C: !Select [2, [a, b]]
      D: !Select [x, [a, b]]
      E: !Split [',', [a]]
      F: !Base64 [a]
      G: !Cidr [10.0.0.0/16]
      H: !Equals [a, b]
      I: !Length [a]
      J: !Joyn [a]
      K: {Ref: [a]}
      L: {Fn::Sub: a, Other: b}
      M: !Join ['', [a, {b: c}]]
      N: [!GetStackOutput {StackName: a, OutputName: B}, !GetStackOutput {StackName: a}]
",
        &[
            "Resources/A at Properties.A.Fn::Join: the delimiter of `Fn::Join` is a plain text; found `Ref`",
            "Resources/A at Properties.B.Fn::Join: `Fn::Join` takes [delimiter, list]; the list is `\"text\"`",
            "Resources/A at Properties.C.Fn::Select: `Fn::Select` takes item 2 of a list of 2; the first is item 0",
            "Resources/A at Properties.D.Fn::Select: the index of `Fn::Select` is a whole number from 0; found \"x\"",
            "Resources/A at Properties.E.Fn::Split: `Fn::Split` takes [delimiter, text]; the text is a list of 1",
            "Resources/A at Properties.F.Fn::Base64: `Fn::Base64` takes a text; found a list of 1",
            "Resources/A at Properties.G.Fn::Cidr: `Fn::Cidr` takes [block, count, bits]; found a list of 1",
            "Resources/A at Properties.H.Fn::Equals: `Fn::Equals` works in `Conditions` only; \
             declare a condition and use it with `Fn::If`",
            "Resources/A at Properties.I.Fn::Length: `Fn::Length` needs `Transform: AWS::LanguageExtensions`; \
             add that to the template",
            "Resources/A at Properties.J.Fn::Joyn: `Fn::Joyn` is not a function; did you mean `Fn::Join`?",
            "Resources/A at Properties.K.Ref: `Ref` takes a name; found a list of 1",
            "Resources/A at Properties.L: `Fn::Sub` stands beside other keys; a function is the one key of its map",
            "Resources/A at Properties.M.Fn::Join: `Fn::Join` joins texts; found a map",
            "Resources/A at Properties.N[1].Fn::GetStackOutput: `Fn::GetStackOutput` takes {StackName, OutputName}, and \
             perhaps {Region, RoleArn}; found a map",
        ],
    );
}

#[test]
fn a_circle_is_shown_all_the_way_round() {
    check(
        r"
Resources:
  Role: {Type: Custom::A, Properties: {Policies: [{Resource: !GetAtt Function.Arn}]}}
  Function: {Type: Custom::A, Properties: {Env: {Q: !Sub 'x-${Queue}'}}, DependsOn: [Log]}
  Queue: {Type: Custom::A, DependsOn: Role}
  Log: {Type: Custom::A}
  Bystander: {Type: Custom::A, Properties: {A: !Ref Role}}
",
        &[
            "Resources/Function at Properties.Env.Q.Fn::Sub: circular dependency `Function → Queue → Role → Function`: \
             `Function` uses `Queue` at Properties.Env.Q.Fn::Sub, `Queue` uses `Role` at DependsOn, \
             `Role` uses `Function` at Properties.Policies[0].Resource.Fn::GetAtt; take one of these references out, \
             or move it to a resource of its own (a policy, permission or rule)",
        ],
    );
}

#[test]
fn a_resource_that_refers_to_itself_is_a_circle() {
    check(
        "Resources: {A: {Type: Custom::A, Properties: {Name: !Ref A}}}",
        &[
            "Resources/A at Properties.Name.Ref: circular dependency `A → A`: `A` uses `A` at Properties.Name.Ref; \
             take one of these references out, or move it to a resource of its own (a policy, permission or rule)",
        ],
    );
}

#[test]
fn what_a_transform_makes_many_resources_of_closes_no_circle() {
    let template = |transform: &str| {
        format!(
            "{transform}
Resources:
  Api: {{Type: AWS::Serverless::Api, Properties: {{DefinitionBody: {{uri: !GetAtt Function.Arn}}}}}}
  Function: {{Type: AWS::Serverless::Function, Properties: {{Events: {{A: {{RestApiId: !Ref Api}}}}}}}}
"
        )
    };
    check(&template("Transform: AWS::Serverless-2016-10-31"), &[]);
    check(
        &template(""),
        &[
            "Resources/Api at Type: `AWS::Serverless::Api` exists only with the serverless transform; \
             add `Transform: AWS::Serverless-2016-10-31`",
            "Resources/Function at Type: `AWS::Serverless::Function` exists only with the serverless transform; \
             add `Transform: AWS::Serverless-2016-10-31`",
            "Resources/Api at Properties.DefinitionBody.uri.Fn::GetAtt: circular dependency `Api → Function → Api`: \
             `Api` uses `Function` at Properties.DefinitionBody.uri.Fn::GetAtt, `Function` uses `Api` at \
             Properties.Events.A.RestApiId.Ref; take one of these references out, or move it to a resource of its own \
             (a policy, permission or rule)",
        ],
    );
}

#[test]
fn a_module_has_resources_that_stand_nowhere() {
    check(
        "
Resources: {Files: {Type: My::Files::Encrypted::MODULE}}
Outputs: {Name: {Value: !Ref FilesBucket}, Arn: {Value: !GetAtt FilesBucket.Arn}}
",
        &[],
    );
}

#[test]
fn references_that_never_hold_together_make_no_circle() {
    let template = |branch: &str| {
        format!(
            r"
Parameters: {{Stage: {{Type: String}}}}
Conditions: {{C: !Equals [!Ref Stage, a]}}
Resources:
  A: {{Type: Custom::A, Properties: {{P: !If [C, !Ref B, x]}}}}
  B: {{Type: Custom::A, Properties: {{P: {branch}}}}}
"
        )
    };
    check(&template("!If [C, x, !Ref A]"), &[]);
    assert_eq!(problems(&template("!If [C, !Ref A, x]")).len(), 1);
}

#[test]
fn conditions_in_a_circle_are_shown() {
    check(
        r"
Conditions:
  A: !Not [!Condition B]
  B: !Not [!Condition A]
Resources: {R: {Type: Custom::A}}
",
        &[
            "Conditions/A at Fn::Not[0].Condition: circular dependency `A → B → A`: \
             `A` uses `B` at Fn::Not[0].Condition, `B` uses `A` at Fn::Not[0].Condition; \
             define one of them without the other",
        ],
    );
}

#[test]
fn what_a_condition_may_leave_out_is_used_under_it_only() {
    let absent = |at: &str| {
        format!(
            "{at}: `Queue` is only there under the condition `IsProd`, and this is there without it; put it into `Fn::If` \
             of that condition, or put what stands here under the condition, too"
        )
    };
    let template = |resources: &str| {
        format!(
            r"
Parameters: {{Stage: {{Type: String, AllowedValues: [dev, prod]}}}}
Conditions:
  IsProd: !Equals [!Ref Stage, prod]
  IsDev: !Equals [!Ref Stage, dev]
Resources:
  Queue: {{Type: Custom::A, Condition: IsProd}}
{resources}
"
        )
    };
    check(
        &template(
            r"
  Fine: {Type: Custom::A, Condition: IsProd, Properties: {P: !Ref Queue}}
  Chosen: {Type: Custom::A, Properties: {P: !If [IsProd, !GetAtt Queue.Arn, x], Q: !If [IsDev, x, !Ref Queue]}}
  Waits: {Type: Custom::A, DependsOn: Queue}
Outputs: {O: {Condition: IsProd, Value: !Ref Queue}}",
        ),
        &[],
    );
    check(
        &template(
            r"
  Always: {Type: Custom::A, Properties: {P: !Sub '${Queue}-x'}}
  Other: {Type: Custom::A, Condition: IsDev, Properties: {P: !If [IsProd, x, !Ref Queue]}}
Outputs: {O: {Value: !GetAtt Queue.Arn}}",
        ),
        &[
            &absent("Resources/Always at Properties.P.Fn::Sub"),
            &absent("Resources/Other at Properties.P.Fn::If[2].Ref"),
            &absent("Outputs/O at Value.Fn::GetAtt"),
        ],
    );
}

#[test]
fn the_names_of_exports_and_imports_are_decided_before_there_are_resources() {
    check(
        r"
Resources:
  A: {Type: Custom::A, Properties: {P: !ImportValue {Fn::Sub: '${B}-arn'}, Q: !ImportValue {Fn::Sub: '${AWS::Region}-arn'}}}
  B: {Type: Custom::A}
Outputs: {O: {Value: x, Export: {Name: !GetAtt B.Name}}}
",
        &[
            "Resources/A at Properties.P.Fn::ImportValue.Fn::Sub: the name of an import is decided before there are \
             resources, so it cannot use `B`; put it together from parameters",
            "Outputs/O at Export.Name.Fn::GetAtt: the name of an export is decided before there are resources, so it \
             cannot use `B`; put it together from parameters",
        ],
    );
}

#[test]
fn a_stack_does_not_import_what_it_exports() {
    check(
        r"
Resources: {A: {Type: Custom::A, Properties: {P: !ImportValue {Fn::Sub: '${AWS::StackName}-b'}}}}
Outputs: {O: {Value: x, Export: {Name: !Sub '${AWS::StackName}-b'}}}
",
        &[
            "Resources/A at Properties.P.Fn::ImportValue: the output `O` of this very stack exports that name, and an \
             import needs another stack's; use the output's value itself",
        ],
    );
}

#[test]
fn what_a_transform_may_add_is_not_missed() {
    check(
        r"
Transform: AWS::Serverless-2016-10-31
Resources:
  Hello: {Type: AWS::Serverless::Function, Properties: {Policies: !Sub '${HelloRole.Arn}', A: !Mine x}}
Outputs: {Api: {Value: !Ref ServerlessRestApi}}
",
        &[],
    );
}

#[test]
fn language_extensions_bring_their_functions() {
    check(
        r"
Transform: AWS::LanguageExtensions
Mappings: {M: {a: {b: c}}}
Resources:
  Fn::ForEach::Topics: [Name, [A, B], {'Topic${Name}': {Type: AWS::SNS::Topic}}]
  A:
    Type: Custom::A
    DeletionPolicy: !FindInMap [M, a, b]
    Properties: {L: !Length [1], J: !ToJsonString {a: !Ref TopicA}, F: !FindInMap [M, x, y, {DefaultValue: z}]}
",
        &[],
    );
}

#[test]
fn a_chain_of_hundreds_is_no_circle() {
    let chain: Vec<String> = (1..500)
        .map(|i| format!("  R{i}: {{Type: Custom::A, DependsOn: R{}}}", i - 1))
        .collect();
    let chain = chain.join("\n");
    check(&format!("Resources:\n  R0: {{Type: Custom::A}}\n{chain}"), &[]);
}

#[track_caller]
fn check(template: &str, expected: &[&str]) {
    assert_eq!(problems(template), expected);
}

#[track_caller]
fn problems(template: &str) -> Vec<String> {
    let template = Template::parse(template).unwrap_or_else(|error| panic!("{error}"));
    match template.check() {
        Ok(()) => Vec::new(),
        Err(problems) => problems.0.iter().map(ToString::to_string).collect(),
    }
}

#[test]
fn of_a_great_many_circles_the_first_are_shown() {
    let all: Vec<String> = (0..50).map(|id| format!("R{id:02}")).collect();
    let resources: Vec<String> = all
        .iter()
        .map(|id| {
            let others: Vec<&str> = all
                .iter()
                .filter(|other| *other != id)
                .map(String::as_str)
                .collect();
            format!("  {id}: {{Type: Custom::A, DependsOn: [{}]}}", others.join(", "))
        })
        .collect();
    let found = problems(&format!("Resources:\n{}\n", resources.join("\n")));
    assert_eq!(found.len(), 21);
    assert!(found[0].starts_with("Resources/R00 at DependsOn[0]: circular dependency `R00 → R01 → R00`"));
    assert_eq!(
        found[20],
        "Resources: there are more circular dependencies than these 20; fix these first"
    );
}
