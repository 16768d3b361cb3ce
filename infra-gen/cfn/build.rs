//! Writes the typed resources of the enabled services to `OUT_DIR`.

use std::{env, error::Error, fs, path::Path};

use infra_gen_cfn_generator::{generate, naming};

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=build.rs");
    let folder = env::var("OUT_DIR")?;
    let folder = Path::new(&folder);
    let mut names: Vec<&str> = infra_gen_schema::type_names().map(naming::service).collect();
    names.dedup();
    names.sort_unstable();
    names.dedup();
    // Cargo sets a variable for each enabled feature.
    let enabled =
        |service: &&str| env::var_os(format!("CARGO_FEATURE_{}", service.to_ascii_uppercase())).is_some();
    let generated = generate(names.into_iter().filter(enabled));
    let mut index = Vec::new();
    for (service, code) in &generated.services {
        let module = naming::module(service);
        let file = format!("{module}.rs");
        let include = format!("include!(concat!(env!(\"OUT_DIR\"), \"/{file}\"));");
        let allow = "#[allow(clippy::all, clippy::pedantic, reason = \"generated, with text from AWS\")]";
        index.push(format!(
            "/// `AWS::{service}`.\n{allow}\npub mod {module} {{\n    {include}\n}}\n"
        ));
        fs::write(folder.join(file), code)?;
    }
    fs::write(folder.join("services.rs"), index.concat())?;
    fs::write(folder.join("kinds.rs"), &generated.kinds)?;
    Ok(())
}
