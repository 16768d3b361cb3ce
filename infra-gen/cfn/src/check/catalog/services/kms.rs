//! The rules of KMS.

use crate::finding::{Example::Text, Rule, Scope::Template, Severity::Error};

pub(super) static RULES: [&Rule; 2] = [&KEY_POLICY_LOCKOUT, &KEY_USAGE];

pub(in crate::check) static KEY_POLICY_LOCKOUT: Rule = Rule {
    id: "kms-key-policy-lockout",
    severity: Error,
    scope: Template,
    summary: "a key policy that no principal may change",
    explanation: "KMS refuses a key policy that does not allow its creator to change it with `kms:PutKeyPolicy`, unless \
                  `BypassPolicyLockoutSafetyCheck` is `true`. The default key policy allows it to the account.",
    source: "https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateKey.html#KMS-CreateKey-request-Policy",
    bad: Text(
        "\
Resources:
  Alarms:
    Type: AWS::KMS::Key
    Properties:
      KeyPolicy:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Principal:
              Service: cloudwatch.amazonaws.com
            Action:
              - kms:Decrypt
              - kms:GenerateDataKey
            Resource: '*'
",
    ),
    good: "\
Resources:
  Alarms:
    Type: AWS::KMS::Key
    Properties:
      KeyPolicy:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Principal:
              AWS: !Sub arn:${AWS::Partition}:iam::${AWS::AccountId}:root
            Action: kms:*
            Resource: '*'
          - Effect: Allow
            Principal:
              Service: cloudwatch.amazonaws.com
            Action:
              - kms:Decrypt
              - kms:GenerateDataKey
            Resource: '*'
",
};

pub(in crate::check) static KEY_USAGE: Rule = Rule {
    id: "kms-key-usage",
    severity: Error,
    scope: Template,
    summary: "a usage that the key does not support",
    explanation: "A symmetric key only encrypts, an HMAC key only computes codes, a key of elliptic curves does not \
                  encrypt, and only a symmetric key is rotated. KMS refuses others.",
    source: "https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateKey.html",
    bad: Text(
        "\
Resources:
  Key:
    Type: AWS::KMS::Key
    Properties:
      KeySpec: RSA_2048
      EnableKeyRotation: true
      KeyUsage: SIGN_VERIFY
",
    ),
    good: "\
Resources:
  Key:
    Type: AWS::KMS::Key
    Properties:
      KeySpec: RSA_2048
      KeyUsage: SIGN_VERIFY
",
};
