//! References to names that do not exist, circular dependencies, and misused functions.

use infra_gen_cfn::Template;

#[test]
fn an_unknown_reference_is_reported_with_the_nearest_name() {
    check(
        r"
Parameters: {Stage: {Type: String}}
Resources:
  Orders: {Type: Shop::Data::A}
  Reader:
    Type: Shop::Data::A
    Properties:
      A: !Ref Order
      B: !Ref Stag
      C: !Ref AWS::Regin
      D: [!Ref SomethingElse]
",
        &[
            "Resources/Reader at Properties.A.Ref: unknown resource or parameter `Order`\n  hint: did you mean `Orders`?",
            "Resources/Reader at Properties.B.Ref: unknown resource or parameter `Stag`\n  hint: did you mean `Stage`?",
            "Resources/Reader at Properties.C.Ref: unknown resource or parameter `AWS::Regin`\n  hint: did you mean `AWS::Region`?",
            "Resources/Reader at Properties.D[0].Ref: unknown resource or parameter `SomethingElse`\n  hint: \
             add a resource or parameter of this name",
        ],
    );
}

#[test]
fn an_unknown_resource_is_found_in_each_form_of_get_att() {
    check(
        r"
Parameters: {Stage: {Type: String}}
Resources:
  Reader:
    Type: Shop::Data::A
    Properties:
      A: !GetAtt Order.Arn
      B: {Fn::GetAtt: Order.Arn}
      C: !GetAtt [Reader]
      D: !GetAtt Stage.Arn
      E: !GetAtt Stage
",
        &[
            "Resources/Reader at Properties.A.Fn::GetAtt: unknown resource `Order`\n  hint: add a resource of this name",
            "Resources/Reader at Properties.B.Fn::GetAtt: unknown resource `Order`\n  hint: add a resource of this name",
            "Resources/Reader at Properties.C.Fn::GetAtt: \
             `Fn::GetAtt` takes [resource, attribute]; found [\"Reader\"]",
            "Resources/Reader at Properties.D.Fn::GetAtt: `Stage` is a parameter and has no attributes\n  hint: use `Ref`",
            "Resources/Reader at Properties.E.Fn::GetAtt: \
             `Fn::GetAtt` takes a resource and an attribute; found `Stage`",
        ],
    );
}

#[cfg(feature = "sns")]
#[test]
fn an_unknown_attribute_is_reported_with_the_nearest_name() {
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
            "Outputs/Arn at Value.Fn::GetAtt: `AWS::SNS::Topic` has no attribute `TopicArm`\n  hint: did you mean `TopicArn`?",
            "Outputs/Name at Value.Fn::Sub: `AWS::SNS::Topic` has no attribute `TopicNames`\n  hint: did you mean `TopicName`?",
        ]
    );
}

#[test]
fn the_variables_of_sub_are_references() {
    check(
        r"
Resources:
  A: {Type: Shop::Data::A}
  Reader:
    Type: Shop::Data::A
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
            "Resources/Reader at Properties.Own.Fn::Sub[1].Mine.Ref: unknown resource or parameter `Nothing`\n  \
             hint: add a resource or parameter of this name",
            "Resources/Reader at Properties.Unknown.Fn::Sub: unknown resource or parameter `Queue`\n  hint: \
             add a resource or parameter of this name",
            "Resources/Reader at Properties.Unknown.Fn::Sub: unknown resource `Queue`\n  hint: add a resource of this name",
            "Resources/Reader at Properties.Within.Fn::Sub: `${A B}` does not contain a valid name\n  hint: \
             correct the name, or write `${!A B}` for the text `${A B}`",
            "Resources/Reader at Properties.Empty.Fn::Sub: `${}` does not contain a valid name\n  hint: \
             correct the name, or write `${!}` for the text `${}`",
            "Resources/Reader at Properties.Shape.Fn::Sub: \
             `Fn::Sub` takes a string, or [string, variables]; found [\"a\",\"b\"]",
        ],
    );
}

#[test]
fn unknown_conditions_are_found_everywhere() {
    check(
        r"
Parameters: {Stage: {Type: String}}
Conditions:
  IsProd: !Equals [!Ref Stage, prod]
  Both: !And [!Condition IsProd, !Condition IsDev]
Resources:
  A:
    Type: Shop::Data::A
    Condition: IsPrd
    Properties: {P: !If [IsProduction, 1, 2], Q: !If [IsProd, 1]}
Outputs:
  O: {Condition: Nope, Value: x}
",
        &[
            "Conditions/Both at Fn::And[1].Condition: unknown condition `IsDev`\n  hint: declare it in `Conditions`",
            "Resources/A at Condition: unknown condition `IsPrd`\n  hint: did you mean `IsProd`?",
            "Resources/A at Properties.P.Fn::If[0]: unknown condition `IsProduction`\n  hint: declare it in `Conditions`",
            "Resources/A at Properties.Q.Fn::If: `Fn::If` takes [condition, then, otherwise]; found a list of 2 items",
            "Outputs/O at Condition: unknown condition `Nope`\n  hint: declare it in `Conditions`",
        ],
    );
}

#[test]
fn a_condition_cannot_refer_to_a_resource() {
    check(
        r"
Conditions:
  A: !Equals [!Ref Topic, x]
  B: !Equals [!GetAtt Topic.Arn, x]
  C: !Equals [!Sub '${Topic.Arn}', x]
Resources:
  Topic: {Type: Shop::Data::A}
",
        &[
            "Conditions/A at Fn::Equals[0].Ref: a condition is evaluated before resources are created, \
             so it cannot refer to `Topic`\n  hint: use a parameter",
            "Conditions/B at Fn::Equals[0].Fn::GetAtt: `Fn::GetAtt` is not allowed in a condition, \
             which is evaluated before resources are created\n  hint: use parameters",
            "Conditions/C at Fn::Equals[0].Fn::Sub: a condition is evaluated before resources are created, \
             so it cannot refer to `${Topic.Arn}`\n  hint: use a parameter",
        ],
    );
}

#[test]
fn functions_are_not_allowed_in_parameters_and_mappings() {
    check(
        r"
Parameters:
  Stage: {Type: String, Default: !Ref AWS::Region}
Mappings:
  M: {a: {b: !Sub x}}
Resources:
  A: {Type: Shop::Data::A}
",
        &[
            "Parameters/Stage at Default: `Ref` is not allowed in a parameter\n  hint: \
             use it where the parameter is used",
            "Mappings/M at a.b: `Fn::Sub` is not allowed in a mapping\n  hint: \
             use it where the mapping is used",
        ],
    );
}

#[test]
fn literal_keys_of_mappings_are_checked() {
    check(
        r"
Parameters: {Stage: {Type: String}}
Mappings:
  Limits: {dev: {Days: 7}, prod: {Days: 30}}
Resources:
  A:
    Type: Shop::Data::A
    Properties:
      Fine: [!FindInMap [Limits, dev, Days], !FindInMap [Limits, !Ref Stage, Days]]
      Map: !FindInMap [Limit, dev, Days]
      First: !FindInMap [Limits, staging, Days]
      Second: !FindInMap [Limits, dev, Day]
      Shape: !FindInMap [Limits, dev]
",
        &[
            "Resources/A at Properties.Map.Fn::FindInMap: unknown mapping `Limit`\n  hint: did you mean `Limits`?",
            "Resources/A at Properties.First.Fn::FindInMap: the mapping `Limits` has no key `staging`\n  hint: add the key",
            "Resources/A at Properties.Second.Fn::FindInMap: the mapping `Limits` has no key `Day`\n  \
             hint: did you mean `Days`?",
            "Resources/A at Properties.Shape.Fn::FindInMap: \
             `Fn::FindInMap` takes [mapping, top-level key, second-level key] and optionally {DefaultValue}; found a list of 2 items",
        ],
    );
}

#[test]
fn depends_on_takes_resources() {
    check(
        r"
Parameters: {Stage: {Type: String}}
Resources:
  A: {Type: Shop::Data::A, DependsOn: B}
  C: {Type: Shop::Data::A, DependsOn: [A, Stage, 5]}
",
        &[
            "Resources/A at DependsOn: unknown resource `B` in `DependsOn`\n  hint: did you mean `A`?",
            "Resources/C at DependsOn[1]: `DependsOn` takes resources; `Stage` is a parameter\n  hint: remove it",
            "Resources/C at DependsOn[2]: `DependsOn` takes the names of resources; found `5`",
        ],
    );
}

#[test]
fn the_arguments_of_functions_are_checked() {
    check(
        r"
Resources:
  A:
    Type: Shop::Data::A
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
            "Resources/A at Properties.A.Fn::Join: the delimiter of `Fn::Join` must be a string; found `Ref`",
            "Resources/A at Properties.B.Fn::Join: `Fn::Join` takes [delimiter, list]; found `\"text\"` in place of the list",
            "Resources/A at Properties.C.Fn::Select: `Fn::Select` takes item 2 of a list of 2 items; the first is item 0",
            "Resources/A at Properties.D.Fn::Select: the index of `Fn::Select` must be a whole number from 0; found \"x\"",
            "Resources/A at Properties.E.Fn::Split: `Fn::Split` takes [delimiter, string]; found a list of 1 item in place of the \
             string",
            "Resources/A at Properties.F.Fn::Base64: `Fn::Base64` takes a string; found a list of 1 item",
            "Resources/A at Properties.G.Fn::Cidr: `Fn::Cidr` takes [block, count, bits]; found a list of 1 item",
            "Resources/A at Properties.H.Fn::Equals: `Fn::Equals` is allowed in `Conditions` only\n  hint: \
             declare a condition and use it with `Fn::If`",
            "Resources/A at Properties.I.Fn::Length: `Fn::Length` needs the transform `AWS::LanguageExtensions`\n  \
             hint: add `Transform: AWS::LanguageExtensions`",
            "Resources/A at Properties.J.Fn::Joyn: `Fn::Joyn` is not a function\n  hint: did you mean `Fn::Join`?",
            "Resources/A at Properties.K.Ref: `Ref` takes a name; found a list of 1 item",
            "Resources/A at Properties.L: `Fn::Sub` has other keys beside it in the same map\n  hint: give the function a map of its own",
            "Resources/A at Properties.M.Fn::Join: `Fn::Join` joins strings; found a map",
            "Resources/A at Properties.N[1].Fn::GetStackOutput: `Fn::GetStackOutput` takes {StackName, OutputName} and \
             optionally {Region, RoleArn}; found a map",
        ],
    );
}

#[test]
fn a_macro_may_return_any_argument() {
    check(
        r"
Resources:
  A:
    Type: Shop::Data::A
    Properties:
      A: {Fn::Base64: {Fn::Sub: {Fn::Transform: {Name: M}}}}
      B: {Fn::Join: [{Fn::Transform: {Name: M}}, {Fn::Transform: {Name: M}}]}
      C: {Fn::Select: {Fn::Transform: {Name: M}}}
      D: {Fn::Sub: ['${A}', {Fn::Transform: {Name: M}}]}
      E: {Fn::If: {Fn::Transform: {Name: M}}}
      F: {Fn::GetAtt: {Fn::Transform: {Name: M}}}
      G: {Ref: {Fn::Transform: {Name: M}}}
      H: {Fn::FindInMap: {Fn::Transform: {Name: M}}}
      I: {Fn::Cidr: [{Fn::Transform: {Name: M}}, 1]}
",
        &[],
    );
}

#[test]
fn the_first_item_of_if_names_a_condition() {
    check(
        "
Resources:
  A: {Type: Shop::Data::A, Properties: {P: !If [!Equals [a, b], !Ref Absent, c]}}
",
        &[
            "Resources/A at Properties.P.Fn::If[0]: the first item of `Fn::If` must be the name of a condition; found \
             `Fn::Equals`\n  hint: declare it in `Conditions`, and use its name",
            "Resources/A at Properties.P.Fn::If[1].Ref: unknown resource or parameter `Absent`\n  hint: add a resource or \
             parameter of this name",
        ],
    );
}

#[test]
fn a_cycle_is_reported_with_all_its_references() {
    check(
        r"
Resources:
  Role: {Type: Shop::Data::A, Properties: {Policies: [{Resource: !GetAtt Function.Arn}]}}
  Function: {Type: Shop::Data::A, Properties: {Env: {Q: !Sub 'x-${Queue}'}}, DependsOn: [Log]}
  Queue: {Type: Shop::Data::A, DependsOn: Role}
  Log: {Type: Shop::Data::A}
  Bystander: {Type: Shop::Data::A, Properties: {A: !Ref Role}}
",
        &[
            "Resources/Function at Properties.Env.Q.Fn::Sub: circular dependency `Function → Queue → Role → Function`: \
             `Function` uses `Queue` at Properties.Env.Q.Fn::Sub, `Queue` uses `Role` at DependsOn, \
             `Role` uses `Function` at Properties.Policies[0].Resource.Fn::GetAtt\n  hint: remove one of these \
             references, or move it to a resource of its own (a policy, permission or rule)",
        ],
    );
}

#[test]
fn a_resource_that_refers_to_itself_is_a_cycle() {
    check(
        "Resources: {A: {Type: Shop::Data::A, Properties: {Name: !Ref A}}}",
        &[
            "Resources/A at Properties.Name.Ref: circular dependency `A → A`: `A` uses `A` at Properties.Name.Ref\n  \
             hint: remove one of these references, or move it to a resource of its own (a policy, permission or rule)",
        ],
    );
}

#[test]
fn serverless_resources_form_no_cycle_with_their_transform() {
    let template = |transform: &str| {
        format!(
            "{transform}
Resources:
  Api: {{Type: AWS::Serverless::Api, Properties: {{StageName: v1, DefinitionBody: {{uri: !GetAtt Function.Arn}}}}}}
  Function:
    Type: AWS::Serverless::Function
    Properties:
      Handler: a
      Runtime: provided.al2023
      Events: {{A: {{Type: Api, Properties: {{RestApiId: !Ref Api, Path: /, Method: get}}}}}}
"
        )
    };
    check(&template("Transform: AWS::Serverless-2016-10-31"), &[]);
    check(
        &template(""),
        &[
            "Resources/Api at Type: `AWS::Serverless::Api` needs the serverless transform\n  hint: \
             add `Transform: AWS::Serverless-2016-10-31`",
            "Resources/Function at Type: `AWS::Serverless::Function` needs the serverless transform\n  hint: \
             add `Transform: AWS::Serverless-2016-10-31`",
            "Resources/Api at Properties.DefinitionBody.uri.Fn::GetAtt: circular dependency `Api → Function → Api`: \
             `Api` uses `Function` at Properties.DefinitionBody.uri.Fn::GetAtt, `Function` uses `Api` at \
             Properties.Events.A.Properties.RestApiId.Ref\n  hint: remove one of these references, or move it to a resource of its \
             own (a policy, permission or rule)",
        ],
    );
}

#[test]
fn the_resources_of_a_module_are_not_in_the_template() {
    check(
        "
Resources: {Files: {Type: My::Files::Encrypted::MODULE}}
Outputs: {Name: {Value: !Ref FilesBucket}, Arn: {Value: !GetAtt FilesBucket.Arn}}
",
        &[],
    );
}

#[test]
fn references_that_exclude_each_other_form_no_cycle() {
    let template = |branch: &str| {
        format!(
            r"
Parameters: {{Stage: {{Type: String}}}}
Conditions: {{C: !Equals [!Ref Stage, a]}}
Resources:
  A: {{Type: Shop::Data::A, Properties: {{P: !If [C, !Ref B, x]}}}}
  B: {{Type: Shop::Data::A, Properties: {{P: {branch}}}}}
"
        )
    };
    check(&template("!If [C, x, !Ref A]"), &[]);
    assert_eq!(problems(&template("!If [C, !Ref A, x]")).len(), 1);
}

#[test]
fn cyclic_conditions_are_reported() {
    check(
        r"
Conditions:
  A: !Not [!Condition B]
  B: !Not [!Condition A]
Resources: {R: {Type: Shop::Data::A}}
",
        &[
            "Conditions/A at Fn::Not[0].Condition: circular dependency `A → B → A`: \
             `A` uses `B` at Fn::Not[0].Condition, `B` uses `A` at Fn::Not[0].Condition\n  hint: \
             define one of them without the other",
        ],
    );
}

#[test]
fn a_conditional_resource_is_used_under_its_condition_only() {
    let missing = |at: &str| {
        format!(
            "{at}: `Queue` exists only if the condition `IsProd` is true, but this reference can exist when it is \
             false\n  hint: use the reference in `Fn::If` with `IsProd`, or add the same condition here"
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
  Queue: {{Type: Shop::Data::A, Condition: IsProd}}
{resources}
"
        )
    };
    check(
        &template(
            r"
  Fine: {Type: Shop::Data::A, Condition: IsProd, Properties: {P: !Ref Queue}}
  Chosen: {Type: Shop::Data::A, Properties: {P: !If [IsProd, !GetAtt Queue.Arn, x], Q: !If [IsDev, x, !Ref Queue]}}
  Waits: {Type: Shop::Data::A, DependsOn: Queue}
Outputs: {O: {Condition: IsProd, Value: !Ref Queue}}",
        ),
        &[],
    );
    check(
        &template(
            r"
  Always: {Type: Shop::Data::A, Properties: {P: !Sub '${Queue}-x'}}
  Other: {Type: Shop::Data::A, Condition: IsDev, Properties: {P: !If [IsProd, x, !Ref Queue]}}
Outputs: {O: {Value: !GetAtt Queue.Arn}}",
        ),
        &[
            &missing("Resources/Always at Properties.P.Fn::Sub"),
            &missing("Resources/Other at Properties.P.Fn::If[2].Ref"),
            &missing("Outputs/O at Value.Fn::GetAtt"),
        ],
    );
}

#[test]
fn export_and_import_names_cannot_refer_to_resources() {
    check(
        r"
Resources:
  A: {Type: Shop::Data::A, Properties: {P: !ImportValue {Fn::Sub: '${B}-arn'}, Q: !ImportValue {Fn::Sub: '${AWS::Region}-arn'}}}
  B: {Type: Shop::Data::A}
Outputs: {O: {Value: x, Export: {Name: !GetAtt B.Name}}}
",
        &[
            "Resources/A at Properties.P.Fn::ImportValue.Fn::Sub: an import name is evaluated before resources \
             are created, so it cannot refer to `B`\n  hint: use parameters",
            "Outputs/O at Export.Name.Fn::GetAtt: an export name is evaluated before resources are created, so it \
             cannot refer to `B`\n  hint: use parameters",
        ],
    );
}

#[test]
fn a_stack_cannot_import_its_own_export() {
    check(
        r"
Resources: {A: {Type: Shop::Data::A, Properties: {P: !ImportValue {Fn::Sub: '${AWS::StackName}-b'}}}}
Outputs: {O: {Value: x, Export: {Name: !Sub '${AWS::StackName}-b'}}}
",
        &[
            "Resources/A at Properties.P.Fn::ImportValue: the output `O` of this stack exports that name; imports work \
             between stacks only\n  hint: use the value of the output",
        ],
    );
}

#[test]
fn names_that_a_transform_may_add_are_not_refused() {
    check(
        r"
Transform: [Mine, AWS::Serverless-2016-10-31]
Resources:
  Hello: {Type: AWS::Serverless::Function, Properties: {Policies: !Sub '${HelloRole.Arn}', Description: !Mine x}}
Outputs: {Version: {Value: !GetAtt Hello.Version.FunctionArn}, Api: {Value: !Ref ServerlessRestApi}}
",
        &[],
    );
}

#[test]
fn language_extensions_allow_their_functions() {
    check(
        r"
Transform: AWS::LanguageExtensions
Mappings: {M: {a: {b: c}}}
Resources:
  Fn::ForEach::Topics: [Name, [A, B], {'Topic${Name}': {Type: AWS::SNS::Topic}}]
  A:
    Type: Shop::Data::A
    DeletionPolicy: !FindInMap [M, a, b]
    Properties: {L: !Length [1], J: !ToJsonString {a: !Ref TopicA}, F: !FindInMap [M, x, y, {DefaultValue: z}]}
",
        &[],
    );
}

#[test]
fn a_long_chain_is_not_a_cycle() {
    let chain: Vec<String> = (1..500)
        .map(|i| format!("  R{i}: {{Type: Shop::Data::A, DependsOn: R{}}}", i - 1))
        .collect();
    let chain = chain.join("\n");
    check(
        &format!("Resources:\n  R0: {{Type: Shop::Data::A}}\n{chain}"),
        &[],
    );
}

#[track_caller]
fn check(template: &str, expected: &[&str]) {
    assert_eq!(problems(template), expected);
}

#[track_caller]
fn problems(template: &str) -> Vec<String> {
    let template = Template::parse(template).unwrap_or_else(|error| panic!("{error}"));
    template.findings().0.iter().map(ToString::to_string).collect()
}

#[test]
fn documented_names_of_attributes_are_known() {
    check(
        "
Resources:
  Cache:
    Type: AWS::ElastiCache::ReplicationGroup
    Properties: {ReplicationGroupDescription: sessions, Engine: redis, CacheNodeType: cache.t4g.micro, NumCacheClusters: 2, AutomaticFailoverEnabled: true}
  Handle: {Type: AWS::CloudFormation::WaitConditionHandle}
  Ready: {Type: AWS::CloudFormation::WaitCondition, Properties: {Handle: !Ref Handle, Timeout: '600', Count: 1}}
Outputs:
  Addresses: {Value: !Join [',', !GetAtt Cache.ReadEndPoint.Addresses.List]}
  Data: {Value: !Sub '${Ready.Data}'}
",
        &[],
    );
}

#[test]
fn at_most_twenty_cycles_are_reported() {
    let all: Vec<String> = (0..50).map(|id| format!("R{id:02}")).collect();
    let resources: Vec<String> = all
        .iter()
        .map(|id| {
            let others: Vec<&str> = all
                .iter()
                .filter(|other| *other != id)
                .map(String::as_str)
                .collect();
            format!(
                "  {id}: {{Type: Shop::Data::A, DependsOn: [{}]}}",
                others.join(", ")
            )
        })
        .collect();
    let found = problems(&format!("Resources:\n{}\n", resources.join("\n")));
    assert_eq!(found.len(), 21);
    assert!(found[0].starts_with("Resources/R00 at DependsOn[0]: circular dependency `R00 → R01 → R00`"));
    assert_eq!(
        found[20],
        "Resources: there are more than 20 circular dependencies\n  hint: fix these first"
    );
}
