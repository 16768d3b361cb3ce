//! Where a function's code is: in the artifacts bucket, under a key that `deploy` chooses.
//!
//! Bucket and key are parameters of the template. So the template does not change when the code changes, and writing it
//! does not require a build of the handlers.

use infra_gen_cfn::{LogicalId, Parameter, Stack, Value, lambda::function};

/// The template parameter for the name of the artifacts bucket.
pub const ARTIFACTS_BUCKET_PARAMETER: LogicalId = LogicalId::new("ArtifactsBucket");

/// A handler binary. The template has a parameter `<name>CodeKey` for each, and one [`ARTIFACTS_BUCKET_PARAMETER`] for
/// all of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Package {
    /// The first part of the parameter's name: letters and digits.
    pub name: &'static str,
    /// The Cargo package that contains the binary.
    pub cargo_package: &'static str,
    /// The name of the binary in that package.
    pub binary: &'static str,
}

impl Package {
    /// The template parameter for this package's key in the artifacts bucket.
    ///
    /// # Panics
    /// When the name has characters other than letters and digits.
    pub fn parameter(&self) -> LogicalId {
        LogicalId::parse(&format!("{}CodeKey", self.name)).unwrap_or_else(|| {
            panic!(
                "the package name `{}` must consist of letters and digits",
                self.name
            )
        })
    }

    /// The code property of a function of this package. Declares the parameters that it refers to.
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
