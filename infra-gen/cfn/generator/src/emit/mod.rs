//! Writes the model as Rust code.

mod object;
mod resource;
mod schema;
mod service;
mod types;

use std::collections::BTreeMap;

use crate::model::Service;

/// All generated files, by path in the crate.
pub(crate) fn files(services: &[Service]) -> BTreeMap<String, String> {
    let mut files = BTreeMap::from([
        ("src/kind.rs".to_owned(), service::kinds(services)),
        ("src/services/mod.rs".to_owned(), service::index(services)),
    ]);
    for service in services {
        let folder = format!("src/services/{}", service.module);
        files.insert(format!("{folder}/mod.rs"), service::module(service));
        for resource in &service.resources {
            files.insert(
                format!("{folder}/{}.rs", resource.module),
                resource::file(resource),
            );
        }
    }
    files
}
