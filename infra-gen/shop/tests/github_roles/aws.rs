//! What AWS says of its own interface, as the linter in `.venv` has it.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use infra_gen::cfn::Json;
use regress::Regex;

/// What CloudFormation does to one resource. Listing all that an account has of a type is not among it.
const VERBS: [&str; 4] = ["create", "read", "update", "delete"];

/// What the handlers of some resource types call.
pub(crate) struct Handlers {
    /// What making, reading, changing and deleting a resource may call.
    pub(crate) called: BTreeSet<String>,
    /// What is named only for listing and for tags.
    besides: BTreeSet<String>,
}

impl Handlers {
    pub(crate) fn of<'a>(kinds: impl IntoIterator<Item = &'a str>) -> Self {
        let mut handlers = Self {
            called: BTreeSet::new(),
            besides: BTreeSet::new(),
        };
        let schemas = data().join("schemas");
        let files = read(&schemas.join("providers/eu-central-1.json"));
        for kind in kinds.into_iter().collect::<BTreeSet<_>>() {
            let file = files[kind].as_str();
            let file = file.unwrap_or_else(|| panic!("the registry has no type `{kind}`"));
            let schema = read(&schemas.join(format!("resources/{file}.json")));
            handlers.besides.extend(permissions(&schema["tagging"]));
            for (verb, handler) in schema["handlers"].as_object().unwrap() {
                let named = permissions(handler);
                if VERBS.contains(&verb.as_str()) {
                    handlers.called.extend(named);
                } else {
                    handlers.besides.extend(named);
                }
            }
        }
        handlers
    }

    pub(crate) fn name(&self, action: &str) -> bool {
        self.called
            .iter()
            .chain(&self.besides)
            .any(|named| named.eq_ignore_ascii_case(action))
    }
}

/// The service authorization reference: which actions there are, and by which resources each is told apart.
pub(crate) struct Reference(Json);

impl Reference {
    pub(crate) fn read() -> Self {
        Self(read(&data().join("AdditionalSpecs/Policies.json")))
    }

    pub(crate) fn knows(&self, action: &str) -> bool {
        self.entry(action).is_some()
    }

    pub(crate) fn has_no_finer_resource(&self, action: &str) -> bool {
        self.kinds(action).is_empty()
    }

    /// Those of `arns` that a policy can tell the action by; everything, where that is none of any.
    pub(crate) fn known_by<'a>(&self, action: &str, arns: &'a BTreeSet<String>) -> Vec<&'a str> {
        let kinds = self.kinds(action);
        if kinds.is_empty() {
            return vec!["*"];
        }
        let is_known = |arn: &str| kinds.iter().any(|kind| kind.find(arn).is_some());
        arns.iter()
            .map(String::as_str)
            .filter(|arn| is_known(arn))
            .collect()
    }

    /// How the ARNs look that the action knows.
    fn kinds(&self, action: &str) -> Vec<Regex> {
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
    let named = handler["permissions"].as_array().into_iter().flatten();
    named.map(|action| action.as_str().unwrap().to_owned())
}

/// The linter's data, in whichever version of Python it was installed.
fn data() -> PathBuf {
    let libraries = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../.venv/lib");
    let entries = fs::read_dir(libraries).into_iter().flatten();
    let mut folders = entries.map(|entry| entry.unwrap().path().join("site-packages/cfnlint/data"));
    folders
        .find(|folder| folder.is_dir())
        .expect("the linter is missing in `.venv`: run `make setup`")
}

fn read(path: &Path) -> Json {
    serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap()
}
