//! A web service: a load balancer with a firewall, containers on Fargate, and a database.
//!
//! `cargo run -p infra-gen-cfn --example web_service --features ec2,ecs,elasticloadbalancingv2,iam,logs,rds,wafv2`
//! prints its template. A reference that does not fit does not compile: `net.vpc.reference()` where a subnet is required.

use infra_gen_cfn::{
    DeletionPolicy, Findings, Handle, Id, LogicalId, Stack, Value,
    ec2::{
        InternetGateway, Route, RouteTable, SecurityGroup, Subnet, SubnetRouteTableAssociation, VPC,
        VPCGatewayAttachment, security_group::Ingress,
    },
    ecs::{
        Cluster, Service, TaskDefinition, service,
        task_definition::{
            ContainerDefinition, LogConfiguration, NetworkMode, PortMapping, RequiresCompatibility, Secret,
        },
    },
    elasticloadbalancingv2::{
        Listener, LoadBalancer, TargetGroup,
        listener::{self, Action as ListenerAction, ActionType},
        target_group::{Protocol, TargetType},
    },
    iam::{Role, role::Policy},
    intrinsic, kind,
    logs::LogGroup,
    policy::{Action, PolicyDocument, Principal, Statement},
    rds::{DBInstance, DBSubnetGroup},
    wafv2::{
        WebACL, WebACLAssociation,
        web_acl::{
            AllowAction, DefaultAction, ManagedRuleGroupStatement, OverrideAction, Rule,
            Statement as WebStatement, VisibilityConfig, WebACLScope,
        },
    },
};
use serde_json::json;

const PORT: i64 = 8080;

fn main() -> Result<(), Findings> {
    let mut stack = Stack::new("web-service");
    let network = network(&mut stack);
    let public = security_group(
        &mut stack,
        LogicalId::new("PublicGroup"),
        &network,
        from_everywhere(80),
    );
    let containers = from_group(&public, PORT);
    let containers = security_group(&mut stack, LogicalId::new("ContainerGroup"), &network, containers);
    let database = from_group(&containers, 5432);
    let database = security_group(&mut stack, LogicalId::new("DatabaseGroup"), &network, database);

    let database = postgres(&mut stack, &network, &database);
    let task = task(&mut stack, &database);
    let (balancer, listener, targets) = balancer(&mut stack, &network, &public);
    firewall(&mut stack, &balancer);
    let service = service(&mut stack, &network, &containers, &task, &targets);
    // ECS refuses a target group without a load balancer.
    stack.add_dependency(&service, &listener);
    stack.output(LogicalId::new("Address"), balancer.dns_name());

    print!("{}", stack.finish()?.to_json());
    Ok(())
}

struct Network {
    vpc: Handle<VPC>,
    subnets: [Handle<Subnet>; 2],
}

impl Network {
    fn subnets(&self) -> [Value<Id<kind::ec2::Subnet>>; 2] {
        self.subnets.each_ref().map(Handle::reference)
    }
}

/// Two public subnets in different zones.
fn network(stack: &mut Stack) -> Network {
    let vpc = stack.add(
        LogicalId::new("Vpc"),
        VPC {
            cidr_block: Some("10.0.0.0/16".into()),
            ..VPC::new()
        },
    );
    let gateway = stack.add(LogicalId::new("Gateway"), InternetGateway::new());
    let attachment = stack.add(
        LogicalId::new("GatewayAttachment"),
        VPCGatewayAttachment {
            internet_gateway_id: Some(gateway.reference()),
            ..VPCGatewayAttachment::new(vpc.reference())
        },
    );
    let routes = stack.add(LogicalId::new("Routes"), RouteTable::new(vpc.reference()));
    let to_internet = stack.add(
        LogicalId::new("ToInternet"),
        Route {
            destination_cidr_block: Some("0.0.0.0/0".into()),
            // A plain string, because it may also be a VPN gateway. Every reference converts to one.
            gateway_id: Some(gateway.reference().into()),
            ..Route::new(routes.reference())
        },
    );
    stack.add_dependency(&to_internet, &attachment);
    let subnets = [
        (LogicalId::new("SubnetA"), LogicalId::new("SubnetARoutes")),
        (LogicalId::new("SubnetB"), LogicalId::new("SubnetBRoutes")),
    ];
    let mut zone = 0;
    let subnets = subnets.map(|(id, association)| {
        let subnet = stack.add(
            id,
            Subnet {
                availability_zone: Some(intrinsic::select(zone, &intrinsic::availability_zones())),
                cidr_block: Some(format!("10.0.{zone}.0/24").into()),
                ..Subnet::new(vpc.reference())
            },
        );
        let to_subnet = SubnetRouteTableAssociation::new(routes.reference(), subnet.reference());
        stack.add(association, to_subnet);
        zone += 1;
        subnet
    });
    Network { vpc, subnets }
}

fn from_everywhere(port: i64) -> Ingress {
    Ingress {
        cidr_ip: Some("0.0.0.0/0".into()),
        from_port: Some(port.into()),
        to_port: Some(port.into()),
        ..Ingress::new("tcp")
    }
}

fn from_group(source: &Handle<SecurityGroup>, port: i64) -> Ingress {
    Ingress {
        source_security_group_id: Some(source.group_id()),
        from_port: Some(port.into()),
        to_port: Some(port.into()),
        ..Ingress::new("tcp")
    }
}

fn security_group(
    stack: &mut Stack,
    id: LogicalId,
    network: &Network,
    ingress: Ingress,
) -> Handle<SecurityGroup> {
    let description = id.as_str().to_owned();
    stack.add(
        id,
        SecurityGroup {
            vpc_id: Some(network.vpc.reference()),
            security_group_ingress: Some([ingress].into()),
            ..SecurityGroup::new(description)
        },
    )
}

/// A database whose password RDS generates and keeps in Secrets Manager.
fn postgres(stack: &mut Stack, network: &Network, group: &Handle<SecurityGroup>) -> Handle<DBInstance> {
    let subnets = stack.add(
        LogicalId::new("DatabaseSubnets"),
        DBSubnetGroup::new("Database", network.subnets()),
    );
    let database = stack.add(
        LogicalId::new("Database"),
        DBInstance {
            engine: Some("postgres".into()),
            db_name: Some("web".into()),
            db_instance_class: Some("db.t4g.micro".into()),
            allocated_storage: Some("20".into()),
            master_username: Some("web".into()),
            manage_master_user_password: Some(true.into()),
            storage_encrypted: Some(true.into()),
            db_subnet_group_name: Some(subnets.reference()),
            vpc_security_groups: Some([group.reference()].into()),
            ..DBInstance::new()
        },
    );
    // The default of CloudFormation for a single instance, written out.
    stack.attributes(&database).deletion_policy = Some(DeletionPolicy::Snapshot);
    stack.attributes(&database).update_replace_policy = Some(DeletionPolicy::Snapshot);
    database
}

/// One container. Its execution role may write the logs and read the password; its own role may do nothing yet.
fn task(stack: &mut Stack, database: &Handle<DBInstance>) -> Handle<TaskDefinition> {
    let logs = stack.add(
        LogicalId::new("Logs"),
        LogGroup {
            retention_in_days: Some(14.into()),
            ..LogGroup::new()
        },
    );
    let password = database.master_user_secret_secret_arn();
    let role = || {
        Role::new(PolicyDocument::new([Statement::trust(Principal::service(
            "ecs-tasks.amazonaws.com",
        ))]))
    };
    let start = PolicyDocument::new([
        Statement::allow(
            [
                Action::new("logs:CreateLogStream"),
                Action::new("logs:PutLogEvents"),
            ],
            [logs.arn().into()],
        ),
        Statement::allow(
            [Action::new("secretsmanager:GetSecretValue")],
            [password.clone().into()],
        ),
    ]);
    let execution = stack.add(
        LogicalId::new("ExecutionRole"),
        Role {
            policies: Some([Policy::new(start, "Start")].into()),
            ..role()
        },
    );
    let own = stack.add(LogicalId::new("TaskRole"), role());
    let options = [
        ("awslogs-group", logs.reference().into()),
        ("awslogs-region", intrinsic::region()),
        ("awslogs-stream-prefix", "web".into()),
    ];
    let container = ContainerDefinition {
        port_mappings: Some(
            [PortMapping {
                container_port: Some(PORT.into()),
                ..PortMapping::new()
            }]
            .into(),
        ),
        log_configuration: Some(
            LogConfiguration {
                options: Some(options.into()),
                ..LogConfiguration::new("awslogs")
            }
            .into(),
        ),
        secrets: Some([Secret::new("DATABASE_SECRET", password)].into()),
        ..ContainerDefinition::new("public.ecr.aws/nginx/nginx:stable", "web")
    };
    stack.add(
        LogicalId::new("Task"),
        TaskDefinition {
            cpu: Some("256".into()),
            memory: Some("512".into()),
            network_mode: Some(NetworkMode::Awsvpc.into()),
            requires_compatibilities: Some([RequiresCompatibility::Fargate].into()),
            execution_role_arn: Some(execution.arn()),
            task_role_arn: Some(own.arn()),
            container_definitions: Some([container].into()),
            ..TaskDefinition::new()
        },
    )
}

fn balancer(
    stack: &mut Stack,
    network: &Network,
    group: &Handle<SecurityGroup>,
) -> (Handle<LoadBalancer>, Handle<Listener>, Handle<TargetGroup>) {
    let balancer = stack.add(
        LogicalId::new("Balancer"),
        LoadBalancer {
            subnets: Some(network.subnets().into()),
            security_groups: Some([group.reference()].into()),
            ..LoadBalancer::new()
        },
    );
    let targets = stack.add(
        LogicalId::new("Targets"),
        TargetGroup {
            vpc_id: Some(network.vpc.reference()),
            port: Some(PORT.into()),
            protocol: Some(Protocol::Http.into()),
            // Fargate registers addresses, not instances.
            target_type: Some(TargetType::Ip.into()),
            ..TargetGroup::new()
        },
    );
    let forward = ListenerAction {
        target_group_arn: Some(targets.reference()),
        ..ListenerAction::new(ActionType::Forward)
    };
    let listener = stack.add(
        LogicalId::new("Listener"),
        Listener {
            port: Some(80.into()),
            protocol: Some(listener::Protocol::Http.into()),
            ..Listener::new([forward], balancer.reference())
        },
    );
    (balancer, listener, targets)
}

fn service(
    stack: &mut Stack,
    network: &Network,
    group: &Handle<SecurityGroup>,
    task: &Handle<TaskDefinition>,
    targets: &Handle<TargetGroup>,
) -> Handle<Service> {
    let cluster = stack.add(LogicalId::new("Cluster"), Cluster::new());
    let addresses = service::AwsVpcConfiguration {
        // Without a NAT gateway, the image is pulled through the internet gateway.
        assign_public_ip: Some(service::AssignPublicIp::Enabled.into()),
        subnets: Some(network.subnets().into()),
        security_groups: Some([group.reference()].into()),
    };
    stack.add(
        LogicalId::new("Service"),
        Service {
            cluster: Some(cluster.reference()),
            task_definition: Some(task.reference()),
            desired_count: Some(2.into()),
            launch_type: Some(service::LaunchType::Fargate.into()),
            network_configuration: Some(
                service::NetworkConfiguration {
                    awsvpc_configuration: Some(addresses.into()),
                }
                .into(),
            ),
            load_balancers: Some(
                [service::LoadBalancer {
                    container_name: Some("web".into()),
                    container_port: Some(PORT.into()),
                    target_group_arn: Some(targets.reference()),
                    ..service::LoadBalancer::new()
                }]
                .into(),
            ),
            ..Service::new()
        },
    )
}

/// AWS's common rules in front of the load balancer.
fn firewall(stack: &mut Stack, balancer: &Handle<LoadBalancer>) {
    let visible = |name: &str| VisibilityConfig::new(true, name, true);
    let common = WebStatement {
        managed_rule_group_statement: Some(
            ManagedRuleGroupStatement::new("AWSManagedRulesCommonRuleSet", "AWS").into(),
        ),
        ..WebStatement::new()
    };
    let common = Rule {
        // The actions of the rules in the group apply.
        override_action: Some(
            OverrideAction {
                none: Some(json!({}).into()),
                ..OverrideAction::new()
            }
            .into(),
        ),
        ..Rule::new("Common", 0, common, visible("Common"))
    };
    let allow = DefaultAction {
        allow: Some(AllowAction::new().into()),
        ..DefaultAction::new()
    };
    let firewall = stack.add(
        LogicalId::new("Firewall"),
        WebACL {
            rules: Some(vec![common].into()),
            ..WebACL::new(allow, WebACLScope::Regional, visible("Firewall"))
        },
    );
    let association = WebACLAssociation::new(balancer.reference(), firewall.arn());
    stack.add(LogicalId::new("FirewallAssociation"), association);
}
