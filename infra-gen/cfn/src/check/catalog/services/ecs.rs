//! The rules of ECS.

use crate::finding::{Example::Text, Rule, Scope::Template, Severity::Error};

pub(super) static RULES: [&Rule; 5] = [
    &FARGATE_NETWORK,
    &FARGATE_SIZE,
    &SERVICE_CONTAINER,
    &AWSVPC_TARGET,
    &AWSVPC_CONFIGURATION,
];

pub(in crate::check) static FARGATE_NETWORK: Rule = Rule {
    id: "ecs-fargate-network-mode",
    severity: Error,
    scope: Template,
    summary: "a Fargate task with another network mode than `awsvpc`",
    explanation: "Tasks on Fargate have the network mode `awsvpc`. ECS refuses other modes, and the default of a task definition is `bridge`.",
    source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html",
    bad: Text(
        "\
Resources:
  Web:
    Type: AWS::ECS::TaskDefinition
    Properties:
      RequiresCompatibilities: [FARGATE]
      NetworkMode: bridge
      Cpu: 256
      Memory: 512
      ContainerDefinitions:
        - Name: web
          Image: nginx
",
    ),
    good: "\
Resources:
  Web:
    Type: AWS::ECS::TaskDefinition
    Properties:
      RequiresCompatibilities: [FARGATE]
      NetworkMode: awsvpc
      Cpu: 256
      Memory: 512
      ContainerDefinitions:
        - Name: web
          Image: nginx
",
};

pub(in crate::check) static FARGATE_SIZE: Rule = Rule {
    id: "ecs-fargate-size",
    severity: Error,
    scope: Template,
    summary: "a Fargate task with a combination of CPU and memory that Fargate does not have",
    explanation: "A task definition for Fargate sets the CPU units and the memory of the task. For each number of CPU units, Fargate has some sizes of memory. ECS refuses anything else.",
    source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-cpu-memory-error.html",
    bad: Text(
        "\
Resources:
  Web:
    Type: AWS::ECS::TaskDefinition
    Properties:
      RequiresCompatibilities: [FARGATE]
      NetworkMode: awsvpc
      Cpu: 256
      Memory: 4096
      ContainerDefinitions:
        - Name: web
          Image: nginx
",
    ),
    good: "\
Resources:
  Web:
    Type: AWS::ECS::TaskDefinition
    Properties:
      RequiresCompatibilities: [FARGATE]
      NetworkMode: awsvpc
      Cpu: 256
      Memory: 1024
      ContainerDefinitions:
        - Name: web
          Image: nginx
",
};

pub(in crate::check) static SERVICE_CONTAINER: Rule = Rule {
    id: "ecs-service-container",
    severity: Error,
    scope: Template,
    summary: "a load balancer of a service whose container or port is not in the task definition",
    explanation: "A load balancer of a service names a container of the task definition and one of the container's port mappings. ECS refuses anything else.",
    source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LoadBalancer.html",
    bad: Text(
        "\
Resources:
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      NetworkMode: awsvpc
      ContainerDefinitions:
        - Name: web
          Image: nginx
          Memory: 128
          PortMappings:
            - ContainerPort: 80
  Target:
    Type: AWS::ElasticLoadBalancingV2::TargetGroup
    Properties:
      Port: 80
      Protocol: HTTP
      TargetType: ip
      VpcId: vpc-0123456789abcdef0
  Web:
    Type: AWS::ECS::Service
    Properties:
      TaskDefinition: !Ref Task
      NetworkConfiguration:
        AwsvpcConfiguration:
          Subnets: [subnet-0123456789abcdef0]
      LoadBalancers:
        - ContainerName: web
          ContainerPort: 8080
          TargetGroupArn: !Ref Target
",
    ),
    good: "\
Resources:
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      NetworkMode: awsvpc
      ContainerDefinitions:
        - Name: web
          Image: nginx
          Memory: 128
          PortMappings:
            - ContainerPort: 80
  Target:
    Type: AWS::ElasticLoadBalancingV2::TargetGroup
    Properties:
      Port: 80
      Protocol: HTTP
      TargetType: ip
      VpcId: vpc-0123456789abcdef0
  Web:
    Type: AWS::ECS::Service
    Properties:
      TaskDefinition: !Ref Task
      NetworkConfiguration:
        AwsvpcConfiguration:
          Subnets: [subnet-0123456789abcdef0]
      LoadBalancers:
        - ContainerName: web
          ContainerPort: 80
          TargetGroupArn: !Ref Target
",
};

pub(in crate::check) static AWSVPC_TARGET: Rule = Rule {
    id: "ecs-target-type",
    severity: Error,
    scope: Template,
    summary: "a target group for instances of a service whose tasks have addresses of their own",
    explanation: "Tasks with the network mode `awsvpc` have network interfaces of their own, so their target group has the target type `ip`. ECS refuses `instance`, the default.",
    source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/alb.html",
    bad: Text(
        "\
Resources:
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      NetworkMode: awsvpc
      ContainerDefinitions:
        - Name: web
          Image: nginx
          Memory: 128
          PortMappings:
            - ContainerPort: 80
  Target:
    Type: AWS::ElasticLoadBalancingV2::TargetGroup
    Properties:
      Port: 80
      Protocol: HTTP
      TargetType: instance
      VpcId: vpc-0123456789abcdef0
  Web:
    Type: AWS::ECS::Service
    Properties:
      TaskDefinition: !Ref Task
      NetworkConfiguration:
        AwsvpcConfiguration:
          Subnets: [subnet-0123456789abcdef0]
      LoadBalancers:
        - ContainerName: web
          ContainerPort: 80
          TargetGroupArn: !Ref Target
",
    ),
    good: "\
Resources:
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      NetworkMode: awsvpc
      ContainerDefinitions:
        - Name: web
          Image: nginx
          Memory: 128
          PortMappings:
            - ContainerPort: 80
  Target:
    Type: AWS::ElasticLoadBalancingV2::TargetGroup
    Properties:
      Port: 80
      Protocol: HTTP
      TargetType: ip
      VpcId: vpc-0123456789abcdef0
  Web:
    Type: AWS::ECS::Service
    Properties:
      TaskDefinition: !Ref Task
      NetworkConfiguration:
        AwsvpcConfiguration:
          Subnets: [subnet-0123456789abcdef0]
      LoadBalancers:
        - ContainerName: web
          ContainerPort: 80
          TargetGroupArn: !Ref Target
",
};

pub(in crate::check) static AWSVPC_CONFIGURATION: Rule = Rule {
    id: "ecs-network-configuration",
    severity: Error,
    scope: Template,
    summary: "a service without subnets for tasks that have addresses of their own",
    explanation: "A service whose tasks have the network mode `awsvpc` has a `NetworkConfiguration` with their subnets. ECS refuses the service otherwise.",
    source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html",
    bad: Text(
        "\
Resources:
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      NetworkMode: awsvpc
      ContainerDefinitions:
        - Name: web
          Image: nginx
          Memory: 128
          PortMappings:
            - ContainerPort: 80
  Target:
    Type: AWS::ElasticLoadBalancingV2::TargetGroup
    Properties:
      Port: 80
      Protocol: HTTP
      TargetType: ip
      VpcId: vpc-0123456789abcdef0
  Web:
    Type: AWS::ECS::Service
    Properties:
      TaskDefinition: !Ref Task
      LoadBalancers:
        - ContainerName: web
          ContainerPort: 80
          TargetGroupArn: !Ref Target
",
    ),
    good: "\
Resources:
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      NetworkMode: awsvpc
      ContainerDefinitions:
        - Name: web
          Image: nginx
          Memory: 128
          PortMappings:
            - ContainerPort: 80
  Target:
    Type: AWS::ElasticLoadBalancingV2::TargetGroup
    Properties:
      Port: 80
      Protocol: HTTP
      TargetType: ip
      VpcId: vpc-0123456789abcdef0
  Web:
    Type: AWS::ECS::Service
    Properties:
      TaskDefinition: !Ref Task
      NetworkConfiguration:
        AwsvpcConfiguration:
          Subnets: [subnet-0123456789abcdef0]
      LoadBalancers:
        - ContainerName: web
          ContainerPort: 80
          TargetGroupArn: !Ref Target
",
};
