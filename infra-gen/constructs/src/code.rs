//! Where a function's code is: in the artifacts bucket, under a key that deployment chooses.
//!
//! Both are parameters of the template, so the template does not change when code does, and no handler has to be
//! built to write it.

use infra_gen_cfn::{LogicalId, Parameter, Stack, Value, lambda::function};

/// The template parameter that takes the artifacts bucket's name.
pub const ARTIFACTS_BUCKET_PARAMETER: LogicalId = LogicalId::new("ArtifactsBucket");

/// A handler binary. For each, the template has a parameter `<name>CodeKey`; all share
/// [`ARTIFACTS_BUCKET_PARAMETER`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Package {
    /// The first part of the parameter's name: letters and digits.
    pub name: &'static str,
    /// The Cargo package that holds the binary.
    pub cargo_package: &'static str,
    /// The binary's name in that package.
    pub binary: &'static str,
}

impl Package {
    /// The template parameter that takes this package's key in the artifacts bucket.
    ///
    /// # Panics
    /// When the name has anything but letters and digits.
    pub fn parameter(&self) -> LogicalId {
        LogicalId::parse(&format!("{}CodeKey", self.name)).unwrap_or_else(|| {
            panic!(
                "the package name `{}` has more than letters and digits",
                self.name
            )
        })
    }

    /// The code property of a function of this package; declares the parameters that it refers to.
    pub(crate) fn code(&self, stack: &mut Stack) -> function::Code {
        let bucket = stack.shared_parameter(ARTIFACTS_BUCKET_PARAMETER, || Parameter {
            description: Some("The bucket that holds the functions' code".to_owned()),
            ..Parameter::text()
        });
        let key: Value<String> = stack.shared_parameter(self.parameter(), || Parameter {
            description: Some(format!(
                "The key of the {} package in the artifacts bucket",
                self.name
            )),
            ..Parameter::text()
        });
        function::Code {
            s3_bucket: Some(bucket),
            s3_key: Some(key),
            ..function::Code::new()
        }
    }
}
