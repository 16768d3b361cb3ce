//! Writes the typed resources of infra-gen-cfn from the vendored registry schemas.
