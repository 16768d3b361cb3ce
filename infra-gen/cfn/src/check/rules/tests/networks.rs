//! Subnets, route tables and ports.

use super::expect;

#[test]
fn a_subnet_is_in_a_network_of_its_vpc() {
    let subnet = |network: &str, more: &str| {
        format!(
            "
Vpc: {{Type: AWS::EC2::VPC, Properties: {{CidrBlock: 10.0.0.0/16}}}}
Inner: {{Type: AWS::EC2::Subnet, Properties: {{VpcId: !Ref Vpc, CidrBlock: {network}}}}}{more}"
        )
    };
    expect(&subnet("10.0.7.0/24", ""), &[]);
    expect(&subnet("!Ref Network", ""), &[]);
    expect(
        &subnet("10.1.0.0/24", ""),
        &[
            "Inner at Properties.CidrBlock: `10.1.0.0/24` is not in the network of `Vpc`, `10.0.0.0/16`\n  hint: use a part of \
             that network",
        ],
    );
    let second =
        "\nMore: {Type: AWS::EC2::VPCCidrBlock, Properties: {VpcId: !Ref Vpc, CidrBlock: 10.1.0.0/16}}";
    expect(&subnet("10.1.0.0/24", second), &[]);
}

#[test]
fn subnets_that_exist_together_do_not_overlap() {
    let subnets = |first: &str, second: &str| {
        format!(
            "
A: {{Type: AWS::EC2::Subnet, {first} Properties: {{VpcId: vpc-1, CidrBlock: 10.0.0.0/23}}}}
B: {{Type: AWS::EC2::Subnet, Properties: {{VpcId: {second}, CidrBlock: 10.0.1.0/24}}}}"
        )
    };
    let message = "B at Properties.CidrBlock: `10.0.1.0/24` overlaps with `10.0.0.0/23`, the network of `A`";
    let hint = "hint: use another part of the VPC's network";
    expect(&subnets("", "vpc-1"), &[&format!("{message}\n  {hint}")]);
    expect(
        &subnets("Condition: C,", "vpc-1"),
        &[&format!("{message}, if the condition `C` is true\n  {hint}")],
    );
    expect(&subnets("", "vpc-2"), &[]);
}

#[test]
fn a_subnet_has_one_route_table() {
    let associations = |subnet: &str| {
        format!(
            "
A: {{Type: AWS::EC2::SubnetRouteTableAssociation, Properties: {{SubnetId: !Ref Inner, RouteTableId: a}}}}
B: {{Type: AWS::EC2::SubnetRouteTableAssociation, Properties: {{SubnetId: {subnet}, RouteTableId: b}}}}"
        )
    };
    expect(&associations("!Ref Outer"), &[]);
    expect(
        &associations("!Ref Inner"),
        &[
            "B at Properties.SubnetId: `A` already associates this subnet with a route table\n  hint: remove one of the two",
        ],
    );
}

#[test]
fn only_protocols_with_ports_have_ranges_of_ports() {
    let group = |rule: &str| {
        format!(
            "\nWeb: {{Type: AWS::EC2::SecurityGroup, Properties: {{SecurityGroupIngress: [{{{rule}}}]}}}}"
        )
    };
    expect(&group("IpProtocol: tcp, FromPort: 80, ToPort: 80"), &[]);
    expect(&group("IpProtocol: icmp, FromPort: 8, ToPort: -1"), &[]);
    expect(&group("IpProtocol: '-1', FromPort: 2, ToPort: 1"), &[]);
    expect(
        &group("IpProtocol: 6, FromPort: '443', ToPort: 80"),
        &[
            "Web at Properties.SecurityGroupIngress[0].FromPort: the range is empty: `FromPort` is 443, and `ToPort` is 80\n  \
             hint: swap them",
        ],
    );
}

#[test]
fn a_template_engine_may_write_an_availability_zone() {
    expect(
        "
Vpc: {Type: AWS::EC2::VPC, Properties: {CidrBlock: 10.0.0.0/16}}
Inner: {Type: AWS::EC2::Subnet, Properties: {VpcId: !Ref Vpc, CidrBlock: 10.0.7.0/24, AvailabilityZone: '{{ zone }}'}}",
        &[],
    );
}
