//! The features of `infra-gen-cfn`: one per service.

use std::collections::BTreeSet;

use infra_gen_cfn_generator::naming;

/// The manifest with one feature per service of `types`.
pub(crate) fn with_features<'t>(manifest: &str, types: impl Iterator<Item = &'t str>) -> String {
    let services: BTreeSet<String> = types
        .filter(|name| name.starts_with("AWS::"))
        .map(|name| naming::module(naming::service(name)))
        .collect();
    let mut features = String::from("[features]\n");
    features += "# Written by `infra-gen-schema-vendor`: the typed resources of one service each.\n";
    features += "default = []\n";
    for service in &services {
        features.extend([service, " = []\n"]);
    }
    let (before, rest) = manifest.split_once("[features]\n").unwrap_or((manifest, ""));
    let after = rest.find("\n[").map_or("", |end| &rest[end..]);
    format!("{before}{features}{after}")
}

#[cfg(test)]
mod tests {
    use super::with_features;

    #[test]
    fn the_section_is_replaced() {
        let manifest = "[package]\nname = \"x\"\n\n[features]\nold = []\n\n[dependencies]\n";
        let types = [
            "AWS::SQS::Queue",
            "AWS::S3::Bucket",
            "AWS::S3::AccessPoint",
            "Alexa::ASK::Skill",
        ];
        assert_eq!(
            with_features(manifest, types.into_iter()),
            "[package]\nname = \"x\"\n\n[features]\n\
             # Written by `infra-gen-schema-vendor`: the typed resources of one service each.\n\
             default = []\ns3 = []\nsqs = []\n\n[dependencies]\n"
        );
    }
}
