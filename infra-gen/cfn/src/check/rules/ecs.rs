//! Task definitions on Fargate, and the services that run tasks.
//! <https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html>

use crate::{
    check::{
        cases::{Cases, View},
        catalog::services::ecs::{
            AWSVPC_CONFIGURATION, AWSVPC_TARGET, FARGATE_NETWORK, FARGATE_SIZE, SERVICE_CONTAINER,
        },
        hint::did_you_mean,
    },
    finding::Finding,
};

const TASK: &str = "AWS::ECS::TaskDefinition";

pub(super) fn check(cases: &mut Cases<'_>, findings: &mut Vec<Finding>) {
    cases.each(TASK, findings, |task, findings| {
        if requires_fargate(task) {
            fargate(task, "Fargate", findings);
        }
    });
    cases.each("AWS::ECS::Service", findings, |service, findings| {
        let Some(task) = service.get("TaskDefinition").resource(TASK) else {
            return;
        };
        if runs_on_fargate(service) && !requires_fargate(&task) {
            fargate(
                &task,
                &format!("`{}` runs the task on Fargate, which", service.id),
                findings,
            );
        }
        let is_awsvpc = task.get("NetworkMode").is("awsvpc");
        if is_awsvpc && service.get("NetworkConfiguration").is_absent() && is_deployed_by_ecs(service) {
            let message = format!(
                "the network mode of `{}` is `awsvpc`, which requires `NetworkConfiguration`",
                task.id
            );
            findings.push(service.found(AWSVPC_CONFIGURATION.found(message, "add its subnets")));
        }
        for balancer in service.get("LoadBalancers").items() {
            container(&balancer, &task, findings);
            let group = balancer.get("TargetGroupArn");
            let by_instance = group
                .resource("AWS::ElasticLoadBalancingV2::TargetGroup")
                .filter(|group| group.get("TargetType").is_or_absent("instance"));
            if let Some(target) = by_instance.filter(|_| is_awsvpc) {
                let message = format!(
                    "`{}` has the target type `instance`, but the tasks of `{}` have addresses of their own",
                    target.id, task.id
                );
                findings.push(group.found(AWSVPC_TARGET.found(message, "set its `TargetType` to `ip`")));
            }
        }
    });
}

fn requires_fargate(task: &View<'_, '_>) -> bool {
    let launch_types = task.get("RequiresCompatibilities").items();
    launch_types.iter().any(|launch_type| launch_type.is("FARGATE"))
}

fn runs_on_fargate(service: &View<'_, '_>) -> bool {
    let strategy = service.get("CapacityProviderStrategy").items();
    service.get("LaunchType").is("FARGATE")
        || strategy.iter().any(|item| {
            let provider = item.get("CapacityProvider");
            provider.is("FARGATE") || provider.is("FARGATE_SPOT")
        })
}

fn is_deployed_by_ecs(service: &View<'_, '_>) -> bool {
    service
        .get("DeploymentController")
        .get("Type")
        .is_or_absent("ECS")
}

/// What Fargate requires of a task definition. `who` requires it.
fn fargate(task: &View<'_, '_>, who: &str, findings: &mut Vec<Finding>) {
    let mode = task.get("NetworkMode");
    if mode.is_absent() {
        let message = format!("{who} requires the network mode `awsvpc`");
        findings.push(task.found(FARGATE_NETWORK.found(message, "set `NetworkMode` to `awsvpc`")));
    } else if let Some(other) = mode.text().filter(|mode| mode != "awsvpc") {
        let message = format!("{who} requires the network mode `awsvpc`; found `{other}`");
        findings.push(mode.found(FARGATE_NETWORK.found(message, "set it to `awsvpc`")));
    }
    let sizes = [task.get("Cpu"), task.get("Memory")];
    for (size, name) in sizes.iter().zip(["Cpu", "Memory"]) {
        if size.is_absent() {
            let message = format!("{who} requires `{name}`");
            findings.push(task.found(FARGATE_SIZE.found(message, "set it for the task")));
        }
    }
    let [Some(cpu), Some(memory)] = [sizes[0].text(), sizes[1].text()] else {
        return;
    };
    let [Some(units), Some(mib)] = [units(&cpu, "vcpu"), units(&memory, "gb")] else {
        return;
    };
    match fargate_memory(units) {
        None => {
            let message = format!("{who} does not support {units} CPU units");
            let hint = "use 256, 512, 1024, 2048, 4096, 8192 or 16384";
            findings.push(sizes[0].found(FARGATE_SIZE.found(message, hint)));
        }
        Some([min, max, step])
            if mib < min
                || mib > max
                || !(mib - min).is_multiple_of(step)
                || (units, mib) == (256, 1_536) =>
        {
            let message = format!("{who} does not support {mib} MiB of memory with {units} CPU units");
            let hint = match units {
                256 => "use 512, 1024 or 2048 MiB, or more CPU units".to_owned(),
                _ => format!("use {min} to {max} MiB in steps of {step}, or other CPU units"),
            };
            findings.push(sizes[1].found(FARGATE_SIZE.found(message, hint)));
        }
        Some(_) => {}
    }
}

/// The least and the most memory for a number of CPU units, and the step between the sizes, in MiB; `None` if Fargate does not
/// have this number of CPU units.
/// <https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-cpu-memory-error.html>
fn fargate_memory(units: u64) -> Option<[u64; 3]> {
    Some(match units {
        256 => [512, 2_048, 512],
        512 => [1_024, 4_096, 1_024],
        1_024 => [2_048, 8_192, 1_024],
        2_048 => [4_096, 16_384, 1_024],
        4_096 => [8_192, 30_720, 1_024],
        8_192 => [16_384, 61_440, 4_096],
        16_384 => [32_768, 122_880, 8_192],
        // Larger tasks may exist by now.
        16_385.. => [0, u64::MAX, 1],
        _ => return None,
    })
}

/// A number of units: `1024`, or `1 vCPU` and `1 GB` for 1024 of them.
fn units(text: &str, thousand: &str) -> Option<u64> {
    let lower = text.to_lowercase();
    let Some(number) = lower.strip_suffix(thousand) else {
        return lower.trim().parse().ok();
    };
    let (whole, fraction) = number.trim().split_once('.').unwrap_or((number.trim(), ""));
    let whole: u64 = if whole.is_empty() { 0 } else { whole.parse().ok()? };
    let thousandths: u64 = format!("{fraction:0<3}").get(..3)?.parse().ok()?;
    whole.checked_mul(1_024)?.checked_add(thousandths * 1_024 / 1_000)
}

/// The container and the port of a load balancer are in the task definition.
fn container(balancer: &View<'_, '_>, task: &View<'_, '_>, findings: &mut Vec<Finding>) {
    let name = balancer.get("ContainerName");
    let Some((wanted, containers)) = name.text().zip(task.get("ContainerDefinitions").all_items()) else {
        return;
    };
    let names: Option<Vec<_>> = containers.iter().map(|one| one.get("Name").text()).collect();
    let Some(names) = names.filter(|names| !names.is_empty()) else {
        return;
    };
    let Some(position) = names.iter().position(|name| *name == wanted) else {
        let message = format!("`{}` has no container `{wanted}`", task.id);
        let hint = did_you_mean(
            &wanted,
            names.iter().map(AsRef::as_ref),
            "use the name of a container",
        );
        findings.push(name.found(SERVICE_CONTAINER.found(message, hint)));
        return;
    };
    let port = balancer.get("ContainerPort");
    let Some((number, mappings)) = port
        .number()
        .zip(containers[position].get("PortMappings").all_items())
    else {
        return;
    };
    let ports: Option<Vec<i64>> = mappings
        .iter()
        .map(|one| one.get("ContainerPort").number())
        .collect();
    if let Some(ports) = ports.filter(|ports| !ports.contains(&number)) {
        let message = format!("the container `{wanted}` of `{}` has no port {number}", task.id);
        let hint = match ports.as_slice() {
            [] => "add it to the `PortMappings` of the container".to_owned(),
            [only] => format!("use {only}, or add the port to the `PortMappings` of the container"),
            _ => "use one of its `PortMappings`".to_owned(),
        };
        findings.push(port.found(SERVICE_CONTAINER.found(message, hint)));
    }
}

#[cfg(test)]
mod tests {
    use super::units;

    #[test]
    fn sizes_may_have_a_unit() {
        assert_eq!(units("256", "vcpu"), Some(256));
        assert_eq!(units("1 vCPU", "vcpu"), Some(1_024));
        assert_eq!(units(".25 vCPU", "vcpu"), Some(256));
        assert_eq!(units("0.5GB", "gb"), Some(512));
        assert_eq!(units("30 GB", "gb"), Some(30_720));
        assert_eq!(units("much", "gb"), None);
    }
}
