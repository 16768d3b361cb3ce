//! Services and task definitions of ECS.

use super::expect;

/// A service that runs the task definition `Task` behind a load balancer.
fn service(task: &str, balancer: &str) -> String {
    format!(
        "
Task: {{Type: AWS::ECS::TaskDefinition, Properties: {{{task}}}}}
Web: {{Type: AWS::ECS::Service, Properties: {{TaskDefinition: !Ref Task, LoadBalancers: [{balancer}]}}}}"
    )
}

#[test]
fn a_load_balancer_names_a_container_and_a_port() {
    let task = "ContainerDefinitions: [{Name: web, PortMappings: [{ContainerPort: 80}]}, {Name: log}]";
    expect(&service(task, "{ContainerName: web, ContainerPort: '80'}"), &[]);
    expect(
        &service(task, "{ContainerName: wbe, ContainerPort: 80}"),
        &[
            "Web at Properties.LoadBalancers[0].ContainerName: `Task` has no container `wbe`\n  hint: did you mean `web`?",
        ],
    );
    expect(
        &service(task, "{ContainerName: log, ContainerPort: 80}"),
        &[
            "Web at Properties.LoadBalancers[0].ContainerPort: the container `log` of `Task` has no port 80\n  hint: add it to the \
             `PortMappings` of the container",
        ],
    );
}

#[test]
fn unknown_containers_and_ports_are_not_reported() {
    let of_parameter = "ContainerDefinitions: [{Name: web, PortMappings: [{ContainerPort: !Ref Port}]}]";
    expect(
        &service(of_parameter, "{ContainerName: web, ContainerPort: 80}"),
        &[],
    );
    let of_macro = "ContainerDefinitions: [{Fn::Transform: {Name: M}}, {Name: web}]";
    expect(&service(of_macro, "{ContainerName: log, ContainerPort: 80}"), &[]);
    expect(
        &service(of_parameter, "{ContainerName: !Ref Name, ContainerPort: 81}"),
        &[],
    );
}

#[test]
fn a_wrong_port_in_one_case_is_a_warning() {
    let task = "ContainerDefinitions: [{Name: web, PortMappings: [{ContainerPort: !If [A, 80, 81]}]}]";
    expect(
        &service(task, "{ContainerName: web, ContainerPort: 80}"),
        &[
            "Web at Properties.LoadBalancers[0].ContainerPort: the container `web` of `Task` has no port 80, if the condition `A` is \
             false\n  hint: use 81, or add the port to the `PortMappings` of the container",
        ],
    );
}

#[test]
fn a_service_on_fargate_needs_a_task_for_fargate() {
    let on_fargate = |size: &str| {
        format!(
            "
Task: {{Type: AWS::ECS::TaskDefinition, Properties: {{NetworkMode: awsvpc, {size}}}}}
Web: {{Type: AWS::ECS::Service, Properties: {{LaunchType: FARGATE, TaskDefinition: !Ref Task, NetworkConfiguration: {{}}}}}}"
        )
    };
    expect(&on_fargate("Cpu: 1 vCPU, Memory: 2 GB"), &[]);
    expect(&on_fargate("Cpu: !Ref Cpu, Memory: 1"), &[]);
    expect(
        &on_fargate("Cpu: '1024', Memory: '1024'"),
        &[
            "Task at Properties.Memory: `Web` runs the task on Fargate, which does not support 1024 MiB of memory with 1024 CPU units\n  \
             hint: use 2048 to 8192 MiB in steps of 1024, or other CPU units",
        ],
    );
}
