//! `AWS::KMS::Key`. Generated; see `generator/`.

use crate::{
    handle::Handle,
    kind,
    policy::PolicyDocument,
    reference::{Arn, Id},
    resource,
    schema::{Attribute, Object, Property, Reference, Shape, TypeSchema},
    tag::Tag,
    text_enum::text_enum,
    value::{Json, List, ObjectWriter, ToJson, Value},
};

/// The `AWS::KMS::Key` resource specifies an [KMS
/// key](https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html#kms_keys) in AWS Key Management
/// Service. You can use this resource to create symmetric encryption KMS keys, asymmetric KMS keys for
/// encryption or signing, and symmetric HMAC KMS keys. You can use `AWS::KMS::Key` to create [multi-Region
/// primary
/// keys](https://docs.aws.amazon.com/kms/latest/developerguide/multi-region-keys-overview.html#mrk-primary-key)
/// of all supported types.
///
/// `AWS::KMS::Key`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Key {
    /// Skips ("bypasses") the key policy lockout safety check. The default value is false.
    pub bypass_policy_lockout_safety_check: Option<Value<bool>>,
    /// A description of the KMS key. Use a description that helps you to distinguish this KMS key from others
    /// in the account, such as its intended use.
    ///
    /// Length: at most 8192.
    pub description: Option<Value<String>>,
    /// Enables automatic rotation of the key material for the specified KMS key. By default, automatic key
    /// rotation is not enabled.
    pub enable_key_rotation: Option<Value<bool>>,
    /// Specifies whether the KMS key is enabled. Disabled KMS keys cannot be used in cryptographic
    /// operations.
    pub enabled: Option<Value<bool>>,
    /// The key policy to attach to the KMS key.
    pub key_policy: Option<Value<PolicyDocument>>,
    /// Specifies the type of KMS key to create. The default value, `SYMMETRIC_DEFAULT`, creates a KMS key
    /// with a 256-bit symmetric key for encryption and decryption. In China Regions, `SYMMETRIC_DEFAULT`
    /// creates a 128-bit symmetric key that uses SM4 encryption. You can't change the `KeySpec` value after
    /// the KMS key is created. For help choosing a key spec for your KMS key, see [Choosing a KMS key
    /// type](https://docs.aws.amazon.com/kms/latest/developerguide/symm-asymm-choose.html) in the *AWS Key
    /// Management Service Developer Guide*.
    pub key_spec: Option<Value<KeySpec>>,
    /// Determines the [cryptographic
    /// operations](https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html#cryptographic-operations)
    /// for which you can use the KMS key. The default value is `ENCRYPT_DECRYPT`. This property is required
    /// for asymmetric KMS keys and HMAC KMS keys. You can't change the `KeyUsage` value after the KMS key is
    /// created.
    pub key_usage: Option<Value<KeyUsage>>,
    /// Creates a multi-Region primary key that you can replicate in other AWS Regions. You can't change the
    /// `MultiRegion` value after the KMS key is created.
    pub multi_region: Option<Value<bool>>,
    /// The source of the key material for the KMS key. You cannot change the origin after you create the KMS
    /// key. The default is `AWS_KMS`, which means that AWS creates the key material.
    pub origin: Option<Value<Origin>>,
    /// Specifies the number of days in the waiting period before AWS deletes a KMS key that has been removed
    /// from a CloudFormation stack. Enter a value between 7 and 30 days. The default value is 30 days.
    ///
    /// Range: 7 to 30.
    pub pending_window_in_days: Option<Value<i64>>,
    /// Specifies a custom period of time between each rotation date. If no value is specified, the default
    /// value is 365 days.
    ///
    /// Range: 90 to 2560.
    pub rotation_period_in_days: Option<Value<i64>>,
    /// Assigns one or more tags to the replica key.
    pub tags: Option<Value<List<Tag>>>,
}

impl Key {
    /// Without any property.
    pub fn new() -> Self {
        Self::default()
    }
}

impl ToJson for Key {
    fn to_json(&self) -> Json {
        let mut object = ObjectWriter::default();
        object.optional(
            "BypassPolicyLockoutSafetyCheck",
            self.bypass_policy_lockout_safety_check.as_ref(),
        );
        object.optional("Description", self.description.as_ref());
        object.optional("EnableKeyRotation", self.enable_key_rotation.as_ref());
        object.optional("Enabled", self.enabled.as_ref());
        object.optional("KeyPolicy", self.key_policy.as_ref());
        object.optional("KeySpec", self.key_spec.as_ref());
        object.optional("KeyUsage", self.key_usage.as_ref());
        object.optional("MultiRegion", self.multi_region.as_ref());
        object.optional("Origin", self.origin.as_ref());
        object.optional("PendingWindowInDays", self.pending_window_in_days.as_ref());
        object.optional("RotationPeriodInDays", self.rotation_period_in_days.as_ref());
        object.optional("Tags", self.tags.as_ref());
        object.finish()
    }
}

impl resource::Resource for Key {
    const SCHEMA: &'static TypeSchema = &SCHEMA;
    type Kind = kind::kms::Key;
    type Reference = Id<kind::kms::Key>;
}

impl Handle<Key> {
    /// The Amazon Resource Name (ARN) of the KMS key, such as
    /// `arn:aws:kms:us-west-2:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab`.
    ///
    /// `Fn::GetAtt` of `Arn`.
    pub fn arn(&self) -> Value<Arn<kind::kms::Key>> {
        self.attribute("Arn")
    }

    /// The key ID of the KMS key, such as `1234abcd-12ab-34cd-56ef-1234567890ab`.
    ///
    /// `Fn::GetAtt` of `KeyId`.
    pub fn key_id(&self) -> Value<Id<kind::kms::Key>> {
        self.attribute("KeyId")
    }
}

text_enum! {
    /// The values of `Key.KeySpec`.
    KeySpec {
        SymmetricDefault = "SYMMETRIC_DEFAULT",
        Rsa2048 = "RSA_2048",
        Rsa3072 = "RSA_3072",
        Rsa4096 = "RSA_4096",
        EccNistP256 = "ECC_NIST_P256",
        EccNistP384 = "ECC_NIST_P384",
        EccNistP521 = "ECC_NIST_P521",
        EccSecgP256k1 = "ECC_SECG_P256K1",
        Hmac224 = "HMAC_224",
        Hmac256 = "HMAC_256",
        Hmac384 = "HMAC_384",
        Hmac512 = "HMAC_512",
        Sm2 = "SM2",
        MlDsa44 = "ML_DSA_44",
        MlDsa65 = "ML_DSA_65",
        MlDsa87 = "ML_DSA_87",
        EccNistEdwards25519 = "ECC_NIST_EDWARDS25519",
    }
}

text_enum! {
    /// The values of `Key.KeyUsage`.
    KeyUsage {
        EncryptDecrypt = "ENCRYPT_DECRYPT",
        SignVerify = "SIGN_VERIFY",
        GenerateVerifyMac = "GENERATE_VERIFY_MAC",
        KeyAgreement = "KEY_AGREEMENT",
    }
}

text_enum! {
    /// The values of `Key.Origin`.
    Origin {
        AwsKms = "AWS_KMS",
        External = "EXTERNAL",
    }
}

pub(super) static SCHEMA: TypeSchema = TypeSchema {
    type_name: "AWS::KMS::Key",
    properties: &KEY,
    create_only: &[],
    conditional_create_only: &[],
    read_only: &["Arn", "KeyId"],
    write_only: &[
        "BypassPolicyLockoutSafetyCheck",
        "PendingWindowInDays",
        "RotationPeriodInDays",
    ],
    primary_identifier: &["KeyId"],
    reference: Reference::Id,
    attributes: &[Attribute::scalar("Arn"), Attribute::scalar("KeyId")],
    stateful: true,
};

static KEY: Object = Object {
    properties: &[
        Property::optional("Arn", Shape::Json),
        Property::optional("BypassPolicyLockoutSafetyCheck", Shape::Boolean),
        Property::optional("Description", Shape::TEXT.max_length(8192)),
        Property::optional("EnableKeyRotation", Shape::Boolean),
        Property::optional("Enabled", Shape::Boolean),
        Property::optional("KeyId", Shape::Json),
        Property::optional("KeyPolicy", Shape::Json),
        Property::optional("KeySpec", Shape::one_of(KeySpec::VALUES)),
        Property::optional("KeyUsage", Shape::one_of(KeyUsage::VALUES)),
        Property::optional("MultiRegion", Shape::Boolean),
        Property::optional("Origin", Shape::one_of(Origin::VALUES)),
        Property::optional("PendingWindowInDays", Shape::INTEGER.min(7.0).max(30.0)),
        Property::optional("RotationPeriodInDays", Shape::INTEGER.min(90.0).max(2560.0)),
        Property::optional("Tags", Shape::list(&Shape::Object(&TAG)).unique()),
    ],
    constraints: &[],
};

static TAG: Object = Object {
    properties: &[
        Property::required("Key", Shape::TEXT.min_length(1).max_length(128)),
        Property::required("Value", Shape::TEXT.max_length(256)),
    ],
    constraints: &[],
};
