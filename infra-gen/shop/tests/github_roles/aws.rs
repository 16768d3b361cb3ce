//! AWS's own documentation of its API, from the data of the linter in `.venv`.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use infra_gen::cfn::Json;
use regress::Regex;

/// The handlers that CloudFormation uses in a deployment. It does not use `list`.
const HANDLERS: [&str; 4] = ["create", "read", "update", "delete"];

/// The actions that the handlers of some resource types call.
pub(crate) struct Handlers {
    /// The actions for creating, reading, updating and deleting a resource.
    pub(crate) called: BTreeSet<String>,
    /// The actions for listing and for tags only.
    others: BTreeSet<String>,
}

impl Handlers {
    pub(crate) fn new<'a>(types: impl IntoIterator<Item = &'a str>) -> Self {
        let mut handlers = Self {
            called: BTreeSet::new(),
            others: BTreeSet::new(),
        };
        let schemas = data().join("schemas");
        let files = read(&schemas.join("providers/eu-central-1.json"));
        for type_name in types.into_iter().collect::<BTreeSet<_>>() {
            let file = files[type_name].as_str();
            let file = file.unwrap_or_else(|| panic!("the registry has no type `{type_name}`"));
            let schema = read(&schemas.join(format!("resources/{file}.json")));
            handlers.others.extend(permissions(&schema["tagging"]));
            for (name, handler) in schema["handlers"].as_object().unwrap() {
                let actions = permissions(handler);
                if HANDLERS.contains(&name.as_str()) {
                    handlers.called.extend(actions);
                } else {
                    handlers.others.extend(actions);
                }
            }
        }
        handlers
    }

    /// Whether any handler lists the action.
    pub(crate) fn contain(&self, action: &str) -> bool {
        self.called
            .iter()
            .chain(&self.others)
            .any(|listed| listed.eq_ignore_ascii_case(action))
    }
}

/// The service authorization reference: all actions, and the resource types that each supports.
pub(crate) struct Reference(Json);

impl Reference {
    pub(crate) fn read() -> Self {
        Self(read(&data().join("AdditionalSpecs/Policies.json")))
    }

    pub(crate) fn has(&self, action: &str) -> bool {
        self.entry(action).is_some()
    }

    /// Whether a policy can allow the action on `*` only.
    pub(crate) fn has_no_resource_types(&self, action: &str) -> bool {
        self.arn_formats(action).is_empty()
    }

    /// The `arns` on which a policy can allow the action; `*` if the action supports no resource types.
    pub(crate) fn resources_of<'a>(&self, action: &str, arns: &'a BTreeSet<String>) -> Vec<&'a str> {
        let formats = self.arn_formats(action);
        if formats.is_empty() {
            return vec!["*"];
        }
        let is_supported = |arn: &str| formats.iter().any(|format| format.find(arn).is_some());
        arns.iter()
            .map(String::as_str)
            .filter(|arn| is_supported(arn))
            .collect()
    }

    /// The ARN formats of the resource types that the action supports.
    fn arn_formats(&self, action: &str) -> Vec<Regex> {
        let (service, _) = action.split_once(':').unwrap();
        let names = self.entry(action).and_then(|entry| entry["Resources"].as_array());
        let formats = names.into_iter().flatten().flat_map(|name| {
            self.0[service]["Resources"][name.as_str().unwrap().to_lowercase()]["ARNFormats"]
                .as_array()
                .unwrap()
        });
        formats
            .map(|format| {
                let format = format
                    .as_str()
                    .unwrap()
                    .replace("${Partition}", "aws")
                    .replace("${Region}", "[^:]*")
                    .replace("${Account}", "[^:]*");
                Regex::new(&format!("^{format}$")).unwrap()
            })
            .collect()
    }

    fn entry(&self, action: &str) -> Option<&Json> {
        let (service, name) = action.split_once(':')?;
        self.0.get(service)?["Actions"].get(name.to_lowercase())
    }
}

fn permissions(handler: &Json) -> impl Iterator<Item = String> {
    let actions = handler["permissions"].as_array().into_iter().flatten();
    actions.map(|action| action.as_str().unwrap().to_owned())
}

/// The folder with the linter's data, for any version of Python.
fn data() -> PathBuf {
    let libraries = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../.venv/lib");
    let entries = fs::read_dir(libraries).into_iter().flatten();
    let mut folders = entries.map(|entry| entry.unwrap().path().join("site-packages/cfnlint/data"));
    folders
        .find(|folder| folder.is_dir())
        .expect("the linter is missing in `.venv`; run `make setup`")
}

fn read(path: &Path) -> Json {
    serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap()
}
