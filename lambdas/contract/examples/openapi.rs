//! Writes the OpenAPI document to `lambdas/contract/openapi.json`. The web app's types are generated from it.

use std::{fs, io, path::Path};

fn main() -> io::Result<()> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("openapi.json");
    fs::write(&path, shop_contract::openapi::document_text())
}
