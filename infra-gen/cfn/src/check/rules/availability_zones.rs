//! Names of Availability Zones.
//! <https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-regions-availability-zones.html>

use crate::{
    check::{
        cases::{Cases, View},
        catalog::services::availability_zones::{AVAILABILITY_ZONE, DOUBTFUL_ZONE},
        query::{UNKNOWN, is_resolved_later, text},
    },
    finding::{Finding, Unplaced},
    intrinsic_call::intrinsic_call,
    template::Template,
    value::Json,
};

pub(super) fn check<'t>(template: &'t Template, cases: &mut Cases<'t>, findings: &mut Vec<Finding>) {
    for (id, block) in &template.resources {
        let has_zones = ["AvailabilityZone", "AvailabilityZones"]
            .iter()
            .any(|name| block.properties.contains_key(*name));
        if block.type_name.starts_with("AWS::") && has_zones && !block.malformed {
            cases.check(id, findings, |resource, findings| {
                let mut zones = resource.get("AvailabilityZones").items();
                zones.push(resource.get("AvailabilityZone"));
                findings.extend(zones.iter().filter_map(fault));
            });
        }
    }
}

fn fault(zone: &View<'_, '_>) -> Option<Finding> {
    let value = zone.json()?;
    let call = value.as_object().and_then(intrinsic_call);
    let found = if matches!(call, Some(("Ref", Json::String(name))) if name == "AWS::Region") {
        not_a_zone("AWS::Region")
    } else {
        let name = text(value).filter(|name| !is_resolved_later(name))?;
        // `${AWS::Region}a`
        let in_region = name.strip_prefix(UNKNOWN).filter(|_| is_in_current_region(value));
        match in_region {
            Some(end) => of_region(end, &format!("${{AWS::Region}}{end}"))?,
            None if name.contains(UNKNOWN) => return None,
            None => named(&name)?,
        }
    };
    Some(zone.found(found))
}

fn is_in_current_region(value: &Json) -> bool {
    let text = value.get("Fn::Sub").and_then(Json::as_str);
    text.and_then(|text| text.strip_prefix("${AWS::Region}"))
        .is_some_and(|end| !end.contains("${"))
}

fn named(name: &str) -> Option<Unplaced> {
    let known = infra_gen_schema::regions()
        .iter()
        .filter_map(|region| name.strip_prefix(region))
        .min_by_key(|end| end.len());
    if let Some(end) = known {
        return of_region(end, name);
    }
    // The ID of a zone, which some services accept in place of the name.
    if name.contains("-az") {
        return None;
    }
    end_of_unknown_region(name).map_or_else(
        || Some(not_a_zone(name)),
        |end| {
            of_region(end, name).or_else(|| {
                Some(DOUBTFUL_ZONE.found(
                    format!("`{name}` is in no known region"),
                    "use a zone of a region, or `Fn::GetAZs`",
                ))
            })
        },
    )
}

/// The rest of a name that begins like a region, `eu-west-1`.
fn end_of_unknown_region(name: &str) -> Option<&str> {
    let (area, end) = name.split_at(name.find(|c: char| c.is_ascii_digit())?);
    let is_area = area.ends_with('-')
        && area.matches('-').count() >= 2
        && area.chars().all(|c| c.is_ascii_lowercase() || c == '-');
    end.get(1..).filter(|_| is_area)
}

/// What is wrong with a zone whose name is that of a region and `end`.
fn of_region(end: &str, name: &str) -> Option<Unplaced> {
    match end.as_bytes() {
        [b'g'..=b'z'] => Some(DOUBTFUL_ZONE.found(
            format!("no region has a zone `{end}`; found `{name}`"),
            "use a zone of the region, or `Fn::GetAZs`",
        )),
        // The second is a Local Zone or a Wavelength Zone.
        [b'a'..=b'f'] | [b'-', _, ..] => None,
        _ => Some(not_a_zone(name)),
    }
}

fn not_a_zone(name: &str) -> Unplaced {
    AVAILABILITY_ZONE.found(
        format!("`{name}` is not an Availability Zone"),
        "write the region and a letter, such as `eu-west-1a`, or select one of `Fn::GetAZs`",
    )
}
