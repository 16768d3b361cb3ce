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
    let mut index = String::new();
    for (service, code) in &generated.services {
        let module = naming::module(service);
        let path = folder.join(format!("{module}.rs"));
        index += &format!("/// `AWS::{service}`.\npub mod {module} {{\n    include!({path:?});\n}}\n");
        fs::write(&path, code)?;
    }
    fs::write(folder.join("services.rs"), index)?;
    fs::write(folder.join("kinds.rs"), &generated.kinds)?;
    Ok(())
}
