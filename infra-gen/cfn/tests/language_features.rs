//! Parameters, rules, mappings, loops and functions of a stack, and the templates they give.

#![expect(clippy::unwrap_used, reason = "a failed test panics")]

use infra_gen_cfn::{
    ConditionTest, Handle, Id, ItemPattern, Json, List, LogicalId, NumberBounds, Output, Parameter,
    ParameterBlock, ParameterRule, ParameterType, Raw, RuleList, RuleTest, RuleText, SsmParameter, Stack,
    SubnetAttribute, Template, TextBounds, Textual, ToJson, Transform, Value, VpcAttribute,
    intrinsic::{self, StackOutput},
    kind, map_for_each,
};
use serde_json::json;

const ALERTS: LogicalId = LogicalId::new("Alerts");

#[track_caller]
fn problems(stack: Stack) -> Vec<String> {
    match stack.finish() {
        Ok(_) => Vec::new(),
        Err(problems) => problems.0.iter().map(ToString::to_string).collect(),
    }
}

/// A stack with one resource whose property `Value` is this value.
fn with_value(stack: &mut Stack, value: &impl ToJson) -> Handle<Raw> {
    stack.add_raw(
        ALERTS,
        "Vendor::Service::Thing",
        json!({ "Value": value.to_json() }),
    )
}

#[track_caller]
fn template(stack: Stack) -> Template {
    let template = stack.finish().unwrap();
    for text in [template.to_json(), template.to_yaml()] {
        let read = Template::parse(&text).unwrap();
        assert_eq!(read, template);
        assert_eq!(read.check(), Ok(()));
    }
    template
}

#[test]
fn parameters_have_the_types_of_cloudformation() {
    fn type_of(parameter: &impl ParameterBlock) -> String {
        parameter.to_block()["Type"].as_str().unwrap().to_owned()
    }
    let types = [
        type_of(&Parameter::text()),
        type_of(&Parameter::number()),
        type_of(&Parameter::whole_number()),
        type_of(&Parameter::list()),
        type_of(&Parameter::numbers()),
        type_of(&Parameter::of(ParameterType::AVAILABILITY_ZONE)),
        type_of(&Parameter::of(ParameterType::AVAILABILITY_ZONE.list())),
        type_of(&Parameter::of(ParameterType::HOSTED_ZONE)),
        type_of(&Parameter::of(ParameterType::IMAGE)),
        type_of(&Parameter::of(ParameterType::INSTANCE)),
        type_of(&Parameter::key_pair()),
        type_of(&Parameter::of(ParameterType::SECURITY_GROUP)),
        type_of(&Parameter::of(ParameterType::SECURITY_GROUP_NAME)),
        type_of(&Parameter::of(ParameterType::SUBNET)),
        type_of(&Parameter::of(ParameterType::SUBNET.list())),
        type_of(&Parameter::of(ParameterType::VOLUME)),
        type_of(&Parameter::of(ParameterType::VPC)),
        type_of(&Parameter::ssm_name()),
        type_of(&SsmParameter::of(ParameterType::TEXT)),
        type_of(&SsmParameter::of(ParameterType::TEXT.list())),
        type_of(&SsmParameter::of(ParameterType::IMAGE)),
        type_of(&SsmParameter::of(ParameterType::SUBNET.list())),
        type_of(&SsmParameter::key_pair()),
    ];
    insta::assert_snapshot!(types.join("\n"), @r"
    String
    Number
    Number
    CommaDelimitedList
    List<Number>
    AWS::EC2::AvailabilityZone::Name
    List<AWS::EC2::AvailabilityZone::Name>
    AWS::Route53::HostedZone::Id
    AWS::EC2::Image::Id
    AWS::EC2::Instance::Id
    AWS::EC2::KeyPair::KeyName
    AWS::EC2::SecurityGroup::Id
    AWS::EC2::SecurityGroup::GroupName
    AWS::EC2::Subnet::Id
    List<AWS::EC2::Subnet::Id>
    AWS::EC2::Volume::Id
    AWS::EC2::VPC::Id
    AWS::SSM::Parameter::Name
    AWS::SSM::Parameter::Value<String>
    AWS::SSM::Parameter::Value<List<String>>
    AWS::SSM::Parameter::Value<AWS::EC2::Image::Id>
    AWS::SSM::Parameter::Value<List<AWS::EC2::Subnet::Id>>
    AWS::SSM::Parameter::Value<AWS::EC2::KeyPair::KeyName>
    ");
}

#[test]
fn parameters_are_written_with_their_bounds() {
    let mut stack = Stack::new("shop");
    let size: Value<i64> = stack.parameter(
        LogicalId::new("Size"),
        &Parameter {
            description: Some("Items per page".to_owned()),
            default: Some(20),
            bounds: NumberBounds {
                min: Some(1),
                max: Some(100),
            },
            constraint_description: Some("must be between 1 and 100".to_owned()),
            ..Parameter::whole_number()
        },
    );
    let secret: Value<String> = stack.parameter(
        LogicalId::new("Secret"),
        &Parameter {
            bounds: TextBounds {
                allowed_pattern: Some("[a-z]+".to_owned()),
                min_length: Some(8),
                max_length: Some(64),
            },
            no_echo: true,
            ..Parameter::text()
        },
    );
    let teams: Value<List<String>> = stack.parameter(
        LogicalId::new("Teams"),
        &Parameter {
            default: Some(vec!["orders".to_owned(), "stock".to_owned()]),
            allowed_values: vec!["orders".to_owned(), "stock".to_owned(), "web".to_owned()],
            bounds: ItemPattern {
                allowed_pattern: Some("[a-z]+".to_owned()),
            },
            ..Parameter::list()
        },
    );
    let zone: Value<Id<kind::route53::HostedZone>> = stack.parameter(
        LogicalId::new("Zone"),
        &SsmParameter {
            default: Some("/network/zone".to_owned()),
            ..SsmParameter::of(ParameterType::HOSTED_ZONE)
        },
    );
    with_value(&mut stack, &json!([size, secret, teams, zone]));
    stack.parameter_group("Access", &[&secret, &teams]);
    stack.parameter_group("Look", &[&size]);
    stack.parameter_label(&size, "Items per page");
    insta::assert_snapshot!(template(stack).to_yaml(), @r"
    AWSTemplateFormatVersion: '2010-09-09'

    Metadata:
      AWS::CloudFormation::Interface:
        ParameterGroups:
          - Label:
              default: Access
            Parameters:
              - Secret
              - Teams
          - Label:
              default: Look
            Parameters:
              - Size
        ParameterLabels:
          Size:
            default: Items per page

    Parameters:
      Secret:
        Type: String
        AllowedPattern: '[a-z]+'
        MinLength: 8
        MaxLength: 64
        NoEcho: true
      Size:
        Type: Number
        Description: Items per page
        Default: 20
        MinValue: 1
        MaxValue: 100
        ConstraintDescription: must be between 1 and 100
      Teams:
        Type: CommaDelimitedList
        Default: orders,stock
        AllowedValues:
          - orders
          - stock
          - web
        AllowedPattern: '[a-z]+'
      Zone:
        Type: AWS::SSM::Parameter::Value<AWS::Route53::HostedZone::Id>
        Default: /network/zone

    Resources:
      Alerts:
        Type: Vendor::Service::Thing
        Properties:
          Value:
            - !Ref Size
            - !Ref Secret
            - !Ref Teams
            - !Ref Zone
    ");
}

#[test]
fn a_parameter_can_be_one_of_an_enum() {
    let mut stack = Stack::new("shop");
    let stage: Value<LevelName> = stack.parameter(
        LogicalId::new("Level"),
        &Parameter::one_of([LevelName::Low, LevelName::High]),
    );
    with_value(&mut stack, &stage);
    let template = template(stack);
    assert_eq!(
        template.parameters["Level"],
        json!({ "Type": "String", "AllowedValues": ["low", "high"] })
    );
}

#[derive(Debug, Clone, Copy)]
enum LevelName {
    Low,
    High,
}

impl Textual for LevelName {}

impl ToJson for LevelName {
    fn to_json(&self) -> Json {
        json!(match self {
            Self::Low => "low",
            Self::High => "high",
        })
    }
}

#[test]
fn a_parameter_is_in_one_group_only() {
    let mut stack = Stack::new("shop");
    let size = stack.parameter(LogicalId::new("Size"), &Parameter::number());
    with_value(&mut stack, &size);
    stack.parameter_group("One", &[&size]);
    stack.parameter_group("Two", &[&size]);
    insta::assert_snapshot!(problems(stack).join("\n"), @r"
    Metadata/AWS::CloudFormation::Interface at ParameterGroups: the parameter `Size` is in two groups
      hint: remove it from one of them
    ");
}

#[test]
#[should_panic(expected = "a group takes a parameter; found `\"a\"`")]
fn only_parameters_are_grouped() {
    Stack::new("shop").parameter_group("One", &[&"a".to_owned()]);
}

#[test]
fn rules_compare_parameters() {
    let mut stack = Stack::new("shop");
    let stage = stack.parameter(LogicalId::new("Stage"), &Parameter::text());
    let size = stack.parameter(LogicalId::new("Size"), &Parameter::text());
    let is_large = RuleTest::any([
        RuleTest::contains(["large", "xlarge"], &size),
        RuleTest::equals(&size, "huge").negate(),
    ]);
    stack.rule(
        LogicalId::new("ProdIsLarge"),
        &ParameterRule::new(is_large, "prod needs a large size").when(RuleTest::equals(&stage, "prod")),
    );
    with_value(&mut stack, &json!([stage, size]));
    insta::assert_snapshot!(template(stack).to_yaml(), @r"
    AWSTemplateFormatVersion: '2010-09-09'

    Parameters:
      Size:
        Type: String
      Stage:
        Type: String

    Rules:
      ProdIsLarge:
        RuleCondition: !Equals
          - !Ref Stage
          - prod
        Assertions:
          - Assert: !Or
              - !Contains
                - - large
                  - xlarge
                - !Ref Size
              - !Not
                - !Equals
                  - !Ref Size
                  - huge
            AssertDescription: prod needs a large size

    Resources:
      Alerts:
        Type: Vendor::Service::Thing
        Properties:
          Value:
            - !Ref Stage
            - !Ref Size
    ");
}

#[test]
fn rules_read_attributes_of_resources() {
    let mut stack = Stack::new("shop");
    let vpc = stack.parameter(LogicalId::new("Vpc"), &Parameter::of(ParameterType::VPC));
    let subnets = stack.parameter(
        LogicalId::new("Subnets"),
        &Parameter::of(ParameterType::SUBNET.list()),
    );
    let department = VpcAttribute::Tag("Department".to_owned());
    let in_vpc = RuleTest::each_in(
        RuleList::value_of(&subnets, &SubnetAttribute::VpcId),
        RuleList::ref_all(ParameterType::VPC),
    );
    let departments = RuleList::value_of_all(ParameterType::VPC, &department);
    let of_it = RuleTest::all([
        RuleTest::each_equals(departments, "IT"),
        RuleTest::contains(["IT"], RuleText::value_of(&vpc, &department)),
    ]);
    stack.rule(
        LogicalId::new("Network"),
        &ParameterRule::new(in_vpc, "the subnets must be in the VPC").and(of_it, "the VPC must belong to IT"),
    );
    with_value(&mut stack, &json!([vpc, subnets, subnets.to_texts()]));
    insta::assert_snapshot!(template(stack).to_yaml(), @r"
    AWSTemplateFormatVersion: '2010-09-09'

    Parameters:
      Subnets:
        Type: List<AWS::EC2::Subnet::Id>
      Vpc:
        Type: AWS::EC2::VPC::Id

    Rules:
      Network:
        Assertions:
          - Assert:
              Fn::EachMemberIn:
                - Fn::ValueOf:
                    - Subnets
                    - VpcId
                - Fn::RefAll: AWS::EC2::VPC::Id
            AssertDescription: the subnets must be in the VPC
          - Assert: !And
              - Fn::EachMemberEquals:
                  - Fn::ValueOfAll:
                      - AWS::EC2::VPC::Id
                      - Tags.Department
                  - IT
              - !Contains
                - - IT
                - Fn::ValueOf:
                    - Vpc
                    - Tags.Department
            AssertDescription: the VPC must belong to IT

    Resources:
      Alerts:
        Type: Vendor::Service::Thing
        Properties:
          Value:
            - !Ref Vpc
            - !Ref Subnets
            - !Ref Subnets
    ");
}

#[test]
fn a_rule_cannot_use_a_resource() {
    let mut stack = Stack::new("shop");
    let thing = with_value(&mut stack, &json!(1));
    let rule = ParameterRule::new(RuleTest::equals(&thing.reference(), "a"), "no");
    stack.rule(LogicalId::new("Rule"), &rule);
    insta::assert_snapshot!(problems(stack).join("\n"), @r"
    Rules/Rule at Assertions[0].Assert.Fn::Equals[0].Ref: a condition is evaluated before resources are created, so it cannot refer to `Alerts`
      hint: use a parameter
    ");
}

#[test]
#[should_panic(expected = "`Fn::ValueOf` takes a parameter; found `\"vpc-1\"`")]
fn only_parameters_have_attributes() {
    let vpc: Value<Id<kind::ec2::VPC>> = Id::existing("vpc-1").into();
    RuleText::value_of(&vpc, &VpcAttribute::DefaultNetworkAcl);
}

#[test]
fn mappings_are_typed() {
    let mut stack = Stack::new("shop");
    let sizes = stack.mapping(
        LogicalId::new("Sizes"),
        [
            ("eu-west-1", [("Memory", 512), ("Disk", 10)]),
            ("us-east-1", [("Memory", 1024), ("Disk", 20)]),
        ],
    );
    let zones = stack.mapping(LogicalId::new("Zones"), [("eu-west-1", [("Names", ["a", "b"])])]);
    let memory: Value<i64> =
        intrinsic::find_in_map_or(&sizes, &intrinsic::region(), &"Memory".into(), &256.into());
    let names: Value<List<String>> = intrinsic::find_in_map(&zones, &"eu-west-1".into(), &"Names".into());
    with_value(&mut stack, &json!([memory, names]));
    // The default of `Fn::FindInMap` needs no transform.
    insta::assert_snapshot!(template(stack).to_yaml(), @r"
    AWSTemplateFormatVersion: '2010-09-09'

    Mappings:
      Sizes:
        eu-west-1:
          Memory: 512
          Disk: 10
        us-east-1:
          Memory: 1024
          Disk: 20
      Zones:
        eu-west-1:
          Names:
            - a
            - b

    Resources:
      Alerts:
        Type: Vendor::Service::Thing
        Properties:
          Value:
            - !FindInMap
              - Sizes
              - !Ref AWS::Region
              - Memory
              - DefaultValue: 256
            - !FindInMap
              - Zones
              - eu-west-1
              - Names
    ");
}

#[test]
fn a_computed_key_of_a_mapping_needs_the_language_extensions() {
    let mut stack = Stack::new("shop");
    let sizes = stack.mapping(LogicalId::new("Sizes"), [("eu-1", [("Memory", 512)])]);
    let key = intrinsic::concat([intrinsic::stack_name(), "-1".into()]);
    let memory = intrinsic::find_in_map(&sizes, &key, &"Memory".into());
    with_value(&mut stack, &memory);
    assert_eq!(template(stack).other["Transform"], "AWS::LanguageExtensions");
}

#[test]
fn functions_with_their_results() {
    let mut stack = Stack::new("shop");
    let teams = stack.parameter(LogicalId::new("Teams"), &Parameter::list());
    let index = stack.parameter(LogicalId::new("Index"), &Parameter::whole_number());
    let count: Value<i64> = intrinsic::length(&teams);
    let other = StackOutput {
        region: Some("us-east-1".into()),
        role: Some(Value::from("arn:aws:iam::123456789012:role/reader").assume_arn()),
        ..StackOutput::new("network", LogicalId::new("VpcId"))
    };
    let values = json!({
        "Length": count,
        "Text": count.to_text(),
        "Json": intrinsic::to_json_string(&json!({ "team": intrinsic::select_at(&index, &teams) })),
        "Joined": intrinsic::join_list(", ", &teams),
        "Zones": intrinsic::availability_zones_of(&intrinsic::region()),
        "Topics": intrinsic::notification_arns(),
        "Output": intrinsic::stack_output(&other),
        "LocalOutput": intrinsic::stack_output(&StackOutput::new("network", LogicalId::new("VpcId"))),
        "Included": intrinsic::include::<String>(&"s3://templates/part.yaml".into()),
        "Generated": intrinsic::transform::<String>("Macro", [("Team", "orders".into())]),
    });
    with_value(&mut stack, &values);
    insta::assert_snapshot!(template(stack).to_yaml(), @r"
    AWSTemplateFormatVersion: '2010-09-09'

    Parameters:
      Index:
        Type: Number
      Teams:
        Type: CommaDelimitedList
    Transform: AWS::LanguageExtensions

    Resources:
      Alerts:
        Type: Vendor::Service::Thing
        Properties:
          Value:
            Length:
              Fn::Length: !Ref Teams
            Text:
              Fn::Length: !Ref Teams
            Json:
              Fn::ToJsonString:
                team: !Select
                  - !Ref Index
                  - !Ref Teams
            Joined: !Join
              - ', '
              - !Ref Teams
            Zones:
              Fn::GetAZs: !Ref AWS::Region
            Topics: !Ref AWS::NotificationARNs
            Output:
              Fn::GetStackOutput:
                StackName: network
                OutputName: VpcId
                Region: us-east-1
                RoleArn: arn:aws:iam::123456789012:role/reader
            LocalOutput:
              Fn::GetStackOutput:
                StackName: network
                OutputName: VpcId
            Included:
              Fn::Transform:
                Name: AWS::Include
                Parameters:
                  Location: s3://templates/part.yaml
            Generated:
              Fn::Transform:
                Name: Macro
                Parameters:
                  Team: orders
    ");
}

#[test]
fn transforms_are_ordered() {
    let mut stack = Stack::new("shop");
    let teams = stack.parameter(LogicalId::new("Teams"), &Parameter::list());
    with_value(&mut stack, &intrinsic::length(&teams));
    stack.add_transform(Transform::named("AWS::Serverless-2016-10-31"));
    stack.add_transform(Transform::with(
        "AWS::Include",
        [("Location", "s3://templates/a".into())],
    ));
    stack.add_transform(Transform::named("OurMacro"));
    stack.add_transform(Transform::named("OurMacro"));
    assert_eq!(
        stack.finish().unwrap().other["Transform"],
        json!([
            "OurMacro",
            "AWS::LanguageExtensions",
            "AWS::Serverless-2016-10-31",
            { "Name": "AWS::Include", "Parameters": { "Location": "s3://templates/a" } },
        ])
    );
}

#[test]
fn a_plain_stack_needs_no_transform() {
    let mut stack = Stack::new("shop");
    with_value(&mut stack, &json!("a"));
    assert!(template(stack).other.is_empty());
}

#[test]
fn a_loop_repeats_resources_conditions_and_outputs() {
    let mut stack = Stack::new("shop");
    let stage = stack.parameter(LogicalId::new("Stage"), &Parameter::text());
    let teams = stack.parameter(LogicalId::new("Teams"), &Parameter::list());
    stack.for_each(LogicalId::new("PerTeam"), teams, |stack, team| {
        let is_used = stack.condition(
            team.id(&LogicalId::new("IsUsed")),
            &ConditionTest::equals(&stage, &team.value()),
        );
        let topic = stack.add_raw(
            team.id(&ALERTS),
            "AWS::SNS::Topic",
            json!({ "DisplayName": intrinsic::concat(["Team ".into(), team.value()]) }),
        );
        let policy = stack.add_raw(
            team.id(&ALERTS).join("Policy"),
            "AWS::SNS::TopicPolicy",
            json!({ "Topics": [topic.reference()], "PolicyDocument": { "Statement": { "Effect": "Deny", "Principal": "*", "Action": "sns:Publish", "Resource": topic.reference() } } }),
        );
        for handle in [&topic, &policy] {
            stack.attributes(handle).condition = Some(is_used.clone());
        }
        stack.output(
            team.id(&LogicalId::new("TopicName")),
            Output {
                condition: Some(is_used),
                ..topic.attribute::<String>("TopicName").into()
            },
        );
    });
    insta::assert_snapshot!(template(stack).to_yaml(), @r"
    AWSTemplateFormatVersion: '2010-09-09'

    Parameters:
      Stage:
        Type: String
      Teams:
        Type: CommaDelimitedList

    Conditions:
      Fn::ForEach::PerTeamConditions:
        - PerTeamItem
        - !Ref Teams
        - IsUsed${PerTeamItem}: !Equals
            - !Ref Stage
            - !Ref PerTeamItem
    Transform: AWS::LanguageExtensions

    Resources:
      Fn::ForEach::PerTeam:
        - PerTeamItem
        - !Ref Teams
        - Alerts${PerTeamItem}:
            Type: AWS::SNS::Topic
            Properties:
              DisplayName: !Sub Team ${PerTeamItem}
            Condition: !Sub IsUsed${PerTeamItem}
          Alerts${PerTeamItem}Policy:
            Type: AWS::SNS::TopicPolicy
            Properties:
              Topics:
                - Ref: !Sub Alerts${PerTeamItem}
              PolicyDocument:
                Statement:
                  Effect: Deny
                  Principal: '*'
                  Action: sns:Publish
                  Resource:
                    Ref: !Sub Alerts${PerTeamItem}
            Condition: !Sub IsUsed${PerTeamItem}

    Outputs:
      Fn::ForEach::PerTeamOutputs:
        - PerTeamItem
        - !Ref Teams
        - TopicName${PerTeamItem}:
            Condition: !Sub IsUsed${PerTeamItem}
            Value: !GetAtt
              - !Sub Alerts${PerTeamItem}
              - TopicName
    ");
}

#[test]
fn loops_can_be_nested() {
    let mut stack = Stack::new("shop");
    let outer = stack.for_each(LogicalId::new("Teams"), ["Orders", "Stock"], |stack, team| {
        stack.for_each(LogicalId::new("Levels"), ["low", "high"], |stack, level| {
            let id = level.id(&team.id(&ALERTS));
            stack.add_raw(id, "AWS::SNS::Topic", json!({ "DisplayName": level.value() }))
        })
    });
    let inner = &outer.each;
    let in_team = inner.instance(&inner.each, "high").unwrap();
    let topic = outer.instance(&in_team, "Orders").unwrap();
    assert_eq!(topic.logical_id().as_str(), "AlertsOrdershigh");
    assert!(outer.instance(&in_team, "Other").is_none());
    stack.output(LogicalId::new("Topic"), topic.attribute::<String>("TopicName"));
    insta::assert_snapshot!(template(stack).to_yaml(), @r"
    AWSTemplateFormatVersion: '2010-09-09'
    Transform: AWS::LanguageExtensions

    Resources:
      Fn::ForEach::Teams:
        - TeamsItem
        - - Orders
          - Stock
        - Fn::ForEach::Levels:
            - LevelsItem
            - - low
              - high
            - Alerts${TeamsItem}${LevelsItem}:
                Type: AWS::SNS::Topic
                Properties:
                  DisplayName: !Ref LevelsItem

    Outputs:
      Topic:
        Value: !GetAtt AlertsOrdershigh.TopicName
    ");
}

#[test]
fn a_loop_can_write_the_entries_of_a_map() {
    let mut stack = Stack::new("shop");
    let teams = stack.parameter(LogicalId::new("Teams"), &Parameter::list());
    let variables = map_for_each(&LogicalId::new("Variables"), teams, |team| {
        (team.key("TEAM_", "_NAME"), team.value())
    });
    with_value(&mut stack, &variables);
    insta::assert_snapshot!(template(stack).to_yaml(), @r"
    AWSTemplateFormatVersion: '2010-09-09'

    Parameters:
      Teams:
        Type: CommaDelimitedList
    Transform: AWS::LanguageExtensions

    Resources:
      Alerts:
        Type: Vendor::Service::Thing
        Properties:
          Value:
            Fn::ForEach::Variables:
              - VariablesItem
              - !Ref Teams
              - TEAM_${VariablesItem}_NAME: !Ref VariablesItem
    ");
}

#[test]
fn the_contents_of_a_loop_are_checked() {
    let mut stack = Stack::new("shop");
    stack.within("Alarms", |stack| {
        stack.for_each(LogicalId::new("Teams"), ["Orders", "Stock"], |stack, team| {
            stack.add_raw(
                team.id(&ALERTS),
                "AWS::SNS::Topik",
                json!({ "Name": { "Ref": "Missing" } }),
            );
        });
    });
    insta::assert_snapshot!(problems(stack).join("\n"), @r"
    shop/Alarms/Alerts${TeamsItem} at Type: unknown resource type `AWS::SNS::Topik`
      hint: did you mean `AWS::SNS::Topic`?
    shop/Alarms/Alerts${TeamsItem} at Properties.Name.Ref: unknown resource or parameter `Missing`
      hint: add a resource or parameter of this name
    ");
}

#[test]
fn items_of_a_loop_are_used_in_the_loop_only() {
    let mut stack = Stack::new("shop");
    let alerts = stack.for_each(LogicalId::new("Teams"), ["Orders", "Stock"], |stack, team| {
        stack.add_raw(LogicalId::new("Same"), "AWS::SNS::Topic", json!({}));
        stack.add_raw(team.id(&ALERTS), "AWS::SNS::Topic", json!({}))
    });
    stack.output(LogicalId::new("Alerts"), alerts.each.reference());
    insta::assert_snapshot!(problems(stack).join("\n"), @r"
    shop/Same: `Same` does not contain the item `TeamsItem`, so it is the same for each item
      hint: make the name with `LoopItem::id` or `LoopItem::key`
    Outputs/Alerts at Value.Ref.Fn::Sub: the item `TeamsItem` is used outside of its loop
      hint: move this into the loop, or use `Loop::instance`
    ");
}

#[test]
fn what_cloudformation_does_not_support_in_loops_is_refused() {
    let mut stack = Stack::new("shop");
    let other = stack.add_raw(LogicalId::new("Other"), "Vendor::Service::Thing", json!({}));
    let zones = intrinsic::availability_zones();
    stack.for_each(LogicalId::new("Zones"), zones, |stack, zone| {
        stack.add_raw(
            zone.id(&LogicalId::new("InZone")),
            "Vendor::Service::Thing",
            json!({}),
        );
    });
    stack.for_each(LogicalId::new("Teams"), ["orders", "stock"], |stack, team| {
        let is_orders = stack.condition(
            team.id(&LogicalId::new("IsOrders")),
            &ConditionTest::equals(&team.value(), &"orders".into()),
        );
        stack.condition(
            team.id(&LogicalId::new("IsOther")),
            &ConditionTest::holds(&is_orders).negate(),
        );
        let size: Value<String> = intrinsic::if_(&is_orders, &"large".into(), &"small".into());
        let first = stack.add_raw(
            team.id(&LogicalId::new("First")),
            "Vendor::Service::Thing",
            json!({ "Size": size }),
        );
        let second = stack.add_raw(
            team.id(&LogicalId::new("Second")),
            "Vendor::Service::Thing",
            json!({}),
        );
        stack.add_dependency(&second, &first);
        stack.add_dependency(&second, &other);
    });
    stack.for_each(LogicalId::new("Levels"), ["high-1", "low"], |stack, level| {
        let topic = stack.add_raw(level.id(&ALERTS), "AWS::SNS::Topic", json!({}));
        stack.output(level.id(&LogicalId::new("TopicName")), topic.reference());
    });
    insta::assert_snapshot!(problems(stack).join("\n"), @r#"
    Conditions/Fn::ForEach::TeamsConditions at [2]["IsOther${TeamsItem}"].Fn::Not[0].Condition: a condition cannot name another condition of the loop
      hint: repeat its test
    shop/Fn::ForEach::Zones at [1]: a loop is expanded before CloudFormation evaluates `Fn::GetAZs`
      hint: use a parameter, a mapping or literals as items
    shop/First${TeamsItem} at Properties.Size.Fn::If: `Fn::If` cannot name a condition of the loop
      hint: set the condition of the whole resource, or use `Fn::FindInMap` with the item
    shop/Second${TeamsItem} at DependsOn: `DependsOn` cannot name a resource of the loop
      hint: refer to the resource in a property
    Outputs/Fn::ForEach::LevelsOutputs at [2]["TopicName&{LevelsItem}"].Value.Ref.Fn::Sub: CloudFormation cannot refer to a block in a loop if an item has characters other than letters and digits
      hint: use items of letters and digits, or declare the blocks with a Rust loop
    "#);
}

#[test]
fn characters_besides_letters_and_digits_are_left_out_of_ids() {
    let mut stack = Stack::new("shop");
    let networks = stack.for_each(
        LogicalId::new("Networks"),
        ["10.0.1.0/24", "10.0.2.0/24"],
        |stack, network| {
            let id = network.id(&LogicalId::new("Network"));
            stack.add_raw(id, "Vendor::Service::Thing", json!({ "Block": network.value() }))
        },
    );
    let first = networks.instance(&networks.each, "10.0.1.0/24").unwrap();
    stack.output(LogicalId::new("First"), first.reference());
    insta::assert_snapshot!(template(stack).to_yaml(), @r"
    AWSTemplateFormatVersion: '2010-09-09'
    Transform: AWS::LanguageExtensions

    Resources:
      Fn::ForEach::Networks:
        - NetworksItem
        - - '10.0.1.0/24'
          - '10.0.2.0/24'
        - Network&{NetworksItem}:
            Type: Vendor::Service::Thing
            Properties:
              Block: !Ref NetworksItem

    Outputs:
      First:
        Value: !Ref Network1001024
    ");
}

#[test]
fn items_must_give_different_ids() {
    let mut stack = Stack::new("shop");
    stack.for_each(LogicalId::new("Teams"), ["a-b", "ab"], |stack, team| {
        stack.add_raw(team.id(&ALERTS), "AWS::SNS::Topic", json!({}));
    });
    insta::assert_snapshot!(problems(stack).join("\n"), @r"
    shop/Alerts&{TeamsItem}: two items of a loop give the same logical ID `Alertsab`
      hint: use items that differ in letters and digits
    ");
}
