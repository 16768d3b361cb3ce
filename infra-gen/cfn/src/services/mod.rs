//! The typed resources, one module a service. Generated; see `generator/`.
