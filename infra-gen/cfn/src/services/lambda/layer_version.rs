//! `AWS::Lambda::LayerVersion`. Generated; see `generator/`.

use crate::{
    handle::Handle,
    kind,
    reference::Arn,
    resource,
    schema::{Attribute, Object, Property, Reference, Shape, TypeSchema},
    text_enum::text_enum,
    value::{Json, List, ObjectWriter, ToJson, Value},
};

/// The `AWS::Lambda::LayerVersion` resource creates a [Lambda
/// layer](https://docs.aws.amazon.com/lambda/latest/dg/configuration-layers.html) from a ZIP archive.
///
/// `AWS::Lambda::LayerVersion`.
#[derive(Debug, Clone, PartialEq)]
pub struct LayerVersion {
    /// A list of compatible [instruction set
    /// architectures](https://docs.aws.amazon.com/lambda/latest/dg/foundation-arch.html).
    ///
    /// Update requires: replacement. Items: at most 2.
    pub compatible_architectures: Option<Value<List<CompatibleArchitecture>>>,
    /// A list of compatible [function
    /// runtimes](https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html). Used for filtering with
    /// [ListLayers](https://docs.aws.amazon.com/lambda/latest/dg/API_ListLayers.html) and
    /// [ListLayerVersions](https://docs.aws.amazon.com/lambda/latest/dg/API_ListLayerVersions.html).
    ///
    /// Update requires: replacement. Items: at most 15.
    pub compatible_runtimes: Option<Value<List<CompatibleRuntime>>>,
    /// The function layer archive.
    ///
    /// Update requires: replacement.
    pub content: Value<Content>,
    /// The description of the version.
    ///
    /// Update requires: replacement. Length: at most 256.
    pub description: Option<Value<String>>,
    /// The name or Amazon Resource Name (ARN) of the layer.
    ///
    /// Update requires: replacement. Length: 1 to 140.
    pub layer_name: Option<Value<String>>,
    /// The layer's software license. It can be any of the following:
    ///
    /// Update requires: replacement. Length: at most 512.
    pub license_info: Option<Value<String>>,
}

impl LayerVersion {
    /// With the required properties only.
    pub fn new(content: impl Into<Value<Content>>) -> Self {
        Self {
            compatible_architectures: None,
            compatible_runtimes: None,
            content: content.into(),
            description: None,
            layer_name: None,
            license_info: None,
        }
    }
}

impl ToJson for LayerVersion {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional("CompatibleArchitectures", self.compatible_architectures.as_ref());
        object.optional("CompatibleRuntimes", self.compatible_runtimes.as_ref());
        object.required("Content", &self.content);
        object.optional("Description", self.description.as_ref());
        object.optional("LayerName", self.layer_name.as_ref());
        object.optional("LicenseInfo", self.license_info.as_ref());
        object.finish()
    }
}

impl resource::Resource for LayerVersion {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::lambda::LayerVersion;
    type Reference = Arn<kind::lambda::LayerVersion>;
}

impl Handle<LayerVersion> {
    /// The ARN of the layer version.
    ///
    /// `Fn::GetAtt` of `LayerVersionArn`.
    pub fn layer_version_arn(&self) -> Value<Arn<kind::lambda::LayerVersion>> {
        self.attribute("LayerVersionArn")
    }
}

/// A ZIP archive that contains the contents of an [Lambda
/// layer](https://docs.aws.amazon.com/lambda/latest/dg/configuration-layers.html).
#[derive(Debug, Clone, PartialEq)]
pub struct Content {
    /// The Amazon S3 bucket of the layer archive.
    ///
    /// Length: 3 to 63. Pattern: `^[0-9A-Za-z\.\-_]*(?<!\.)$`.
    pub s3_bucket: Value<String>,
    /// The Amazon S3 key of the layer archive.
    ///
    /// Length: 1 to 1024.
    pub s3_key: Value<String>,
    /// Specifies whether Lambda should copy the deployment package to its internal storage (COPY) or
    /// reference it directly from your S3 bucket (REFERENCE).
    pub s3_object_storage_mode: Option<Value<S3ObjectStorageMode>>,
    /// For versioned objects, the version of the layer archive object to use.
    ///
    /// Length: 1 to 1024.
    pub s3_object_version: Option<Value<String>>,
}

impl Content {
    /// With the required properties only.
    pub fn new(s3_bucket: impl Into<Value<String>>, s3_key: impl Into<Value<String>>) -> Self {
        Self {
            s3_bucket: s3_bucket.into(),
            s3_key: s3_key.into(),
            s3_object_storage_mode: None,
            s3_object_version: None,
        }
    }
}

impl ToJson for Content {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.required("S3Bucket", &self.s3_bucket);
        object.required("S3Key", &self.s3_key);
        object.optional("S3ObjectStorageMode", self.s3_object_storage_mode.as_ref());
        object.optional("S3ObjectVersion", self.s3_object_version.as_ref());
        object.finish()
    }
}

text_enum! {
    /// The values of `LayerVersion.CompatibleArchitecture`.
    CompatibleArchitecture {
        Arm64 = "arm64",
        X86_64 = "x86_64",
    }
}

text_enum! {
    /// The values of `LayerVersion.CompatibleRuntime`.
    CompatibleRuntime {
        Dotnet10 = "dotnet10",
        Dotnet6 = "dotnet6",
        Dotnet8 = "dotnet8",
        Dotnetcore1_0 = "dotnetcore1.0",
        Dotnetcore2_0 = "dotnetcore2.0",
        Dotnetcore2_1 = "dotnetcore2.1",
        Dotnetcore3_1 = "dotnetcore3.1",
        Go1X = "go1.x",
        Java11 = "java11",
        Java11Al2023 = "java11.al2023",
        Java17 = "java17",
        Java17Al2023 = "java17.al2023",
        Java21 = "java21",
        Java25 = "java25",
        Java8 = "java8",
        Java8Al2 = "java8.al2",
        Java8Al2023 = "java8.al2023",
        Nodejs = "nodejs",
        Nodejs10X = "nodejs10.x",
        Nodejs12X = "nodejs12.x",
        Nodejs14X = "nodejs14.x",
        Nodejs16X = "nodejs16.x",
        Nodejs18X = "nodejs18.x",
        Nodejs20X = "nodejs20.x",
        Nodejs22X = "nodejs22.x",
        Nodejs24X = "nodejs24.x",
        Nodejs26X = "nodejs26.x",
        Nodejs4_3 = "nodejs4.3",
        Nodejs4_3Edge = "nodejs4.3-edge",
        Nodejs6_10 = "nodejs6.10",
        Nodejs8_10 = "nodejs8.10",
        Provided = "provided",
        ProvidedAl2 = "provided.al2",
        ProvidedAl2023 = "provided.al2023",
        Python2_7 = "python2.7",
        Python3_10 = "python3.10",
        Python3_11 = "python3.11",
        Python3_12 = "python3.12",
        Python3_13 = "python3.13",
        Python3_14 = "python3.14",
        Python3_15 = "python3.15",
        Python3_6 = "python3.6",
        Python3_7 = "python3.7",
        Python3_8 = "python3.8",
        Python3_9 = "python3.9",
        Ruby2_5 = "ruby2.5",
        Ruby2_7 = "ruby2.7",
        Ruby3_2 = "ruby3.2",
        Ruby3_3 = "ruby3.3",
        Ruby3_4 = "ruby3.4",
        Ruby4_0 = "ruby4.0",
    }
}

text_enum! {
    /// The values of `Content.S3ObjectStorageMode`.
    S3ObjectStorageMode {
        Copy = "COPY",
        Reference = "REFERENCE",
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::Lambda::LayerVersion",
    properties: &LAYER_VERSION,
    create_only: &[
        "CompatibleArchitectures",
        "CompatibleRuntimes",
        "Content",
        "Description",
        "LayerName",
        "LicenseInfo",
    ],
    conditional_create_only: &[],
    read_only: &["LayerVersionArn"],
    write_only: &["Content"],
    primary_identifier: &["LayerVersionArn"],
    reference: Reference::Arn,
    attributes: &[Attribute::scalar("LayerVersionArn")],
    stateful: false,
};

static CONTENT: Object = Object {
    properties: &[
        Property::required(
            "S3Bucket",
            Shape::TEXT
                .pattern(r"^[0-9A-Za-z\.\-_]*(?<!\.)$")
                .min_length(3)
                .max_length(63),
        ),
        Property::required("S3Key", Shape::TEXT.min_length(1).max_length(1024)),
        Property::optional("S3ObjectStorageMode", Shape::one_of(S3ObjectStorageMode::VALUES)),
        Property::optional("S3ObjectVersion", Shape::TEXT.min_length(1).max_length(1024)),
    ],
    constraints: &[],
};

static LAYER_VERSION: Object = Object {
    properties: &[
        Property::optional(
            "CompatibleArchitectures",
            Shape::list(&Shape::one_of(CompatibleArchitecture::VALUES)).max_length(2),
        ),
        Property::optional(
            "CompatibleRuntimes",
            Shape::list(&Shape::one_of(CompatibleRuntime::VALUES)).max_length(15),
        ),
        Property::required("Content", Shape::Object(&CONTENT)),
        Property::optional("Description", Shape::TEXT.max_length(256)),
        Property::optional(
            "LayerName",
            Shape::TEXT.pattern(PATTERN_1).min_length(1).max_length(140),
        ),
        Property::optional("LayerVersionArn", Shape::Json),
        Property::optional("LicenseInfo", Shape::TEXT.max_length(512)),
    ],
    constraints: &[],
};

const PATTERN_1: &str = r"^(arn:(aws[a-zA-Z-]*)?:lambda:(eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\d{1}:\d{12}:layer:[a-zA-Z0-9-_]+)|[a-zA-Z0-9-_]+$";
