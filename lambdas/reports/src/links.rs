//! Links that allow anyone who has them to open a file of the bucket for a limited time.
//!
//! A link is signed with credentials and becomes invalid when they expire, whatever expiry it contains. A function does not
//! know when its own credentials expire. So it assumes a role for signing: the session's expiry is known and is after that of
//! the links, and the session's policy allows only the files of one report. A role that is assumed from another role lasts at
//! most one hour, which limits the links, and the settings reject more.
//! <https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-presigned-url.html>
//! <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles.html#iam-term-role-chaining>

use std::time::{Duration, SystemTime};

use aws_sdk_s3::{
    config::{Credentials, ResponseChecksumValidation, SharedCredentialsProvider},
    presigning::PresigningConfig,
};
use aws_sdk_sts::types::Credentials as Session;
use serde_json::json;
use shop_contract::Timestamp;
use shop_runtime::{SdkConfig, StoreError};

use crate::bucket::Form;

/// The minimum duration of a session.
const SHORTEST_SESSION: Duration = Duration::from_mins(15);
/// How much longer than the links a session lasts, if possible: it starts a moment before them.
const MARGIN: Duration = Duration::from_mins(1);
/// The maximum duration of a session that is assumed from another role.
const LONGEST_SESSION: Duration = Duration::from_hours(1);

/// Makes links.
#[derive(Debug)]
pub struct Links {
    aws: SdkConfig,
    sts: aws_sdk_sts::Client,
    reader_role: String,
    bucket: String,
    lifetime: Duration,
}

/// A file to link to.
#[derive(Debug, Clone, Copy)]
pub struct Page<'a> {
    /// The file's key in the bucket.
    pub key: &'a str,
    /// The file name for saving: letters, digits, hyphens and dots.
    pub file_name: &'a str,
}

/// Links and their common expiry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signed<const COUNT: usize> {
    /// One link per page.
    pub urls: [String; COUNT],
    /// When they expire.
    pub expire_at: SystemTime,
}

impl<const COUNT: usize> Signed<COUNT> {
    /// When they expire, to the second.
    pub fn expires_at(&self) -> Timestamp {
        let moment = jiff::Timestamp::try_from(self.expire_at).expect("the clock is in this era");
        let text = moment.strftime("%Y-%m-%dT%H:%M:%SZ").to_string();
        Timestamp::parse(&text).expect("it is written as a moment is")
    }
}

impl Links {
    /// Links to pages of the bucket, signed by the role and valid for the given time.
    pub fn new(aws: &SdkConfig, reader_role: String, bucket: String, lifetime: Duration) -> Self {
        Self {
            sts: aws_sdk_sts::Client::new(aws),
            aws: aws.clone(),
            reader_role,
            bucket,
            lifetime,
        }
    }

    /// Makes links to pages, valid from now. The session has a name, so that a log of the bucket identifies the report.
    pub async fn sign<const COUNT: usize>(
        &self,
        session: &str,
        pages: [Page<'_>; COUNT],
        now: SystemTime,
    ) -> Result<Signed<COUNT>, StoreError> {
        let session = self.take_on_role(session, &pages).await?;
        let expire_at = end_of_links(now, self.lifetime, end_of(&session));
        let lasts = expire_at.duration_since(now).unwrap_or_default();
        let presigning = PresigningConfig::builder()
            .start_time(now)
            .expires_in(lasts)
            .build()
            .map_err(refused)?;
        let client = self.client_as(session);
        let mut urls = [const { String::new() }; COUNT];
        for (url, page) in urls.iter_mut().zip(pages) {
            let signed = client
                .get_object()
                .bucket(&self.bucket)
                .key(page.key)
                .response_content_type(Form::Html.content_type())
                .response_content_disposition(format!("inline; filename=\"{}\"", page.file_name))
                .presigned(presigning.clone())
                .await?;
            signed.uri().clone_into(url);
        }
        Ok(Signed { urls, expire_at })
    }

    async fn take_on_role(&self, name: &str, pages: &[Page<'_>]) -> Result<Session, StoreError> {
        let lasts = (self.lifetime + MARGIN).clamp(SHORTEST_SESSION, LONGEST_SESSION);
        let assumed = self
            .sts
            .assume_role()
            .role_arn(&self.reader_role)
            .role_session_name(session_name(name))
            .duration_seconds(i32::try_from(lasts.as_secs()).expect("an hour at the most"))
            .policy(self.policy(pages))
            .send()
            .await?;
        assumed.credentials.ok_or_else(|| StoreError::Busy {
            source: "a role was taken on without credentials".into(),
        })
    }

    /// The session's permissions, a part of the role's: read these pages.
    fn policy(&self, pages: &[Page<'_>]) -> String {
        let partition = self.reader_role.split(':').nth(1).unwrap_or("aws");
        let files: Vec<_> = pages
            .iter()
            .map(|page| format!("arn:{partition}:s3:::{}/{}", self.bucket, page.key))
            .collect();
        json!({
            "Version": "2012-10-17",
            "Statement": [{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": files }],
        })
        .to_string()
    }

    fn client_as(&self, session: Session) -> aws_sdk_s3::Client {
        let end = end_of(&session);
        let credentials = Credentials::new(
            session.access_key_id,
            session.secret_access_key,
            Some(session.session_token),
            end,
            "reader role",
        );
        let config = self
            .aws
            .clone()
            .into_builder()
            .credentials_provider(SharedCredentialsProvider::new(credentials))
            // Browsers neither send nor check the checksum.
            .response_checksum_validation(ResponseChecksumValidation::WhenRequired)
            .build();
        aws_sdk_s3::Client::new(&config)
    }
}

/// When the session expires.
fn end_of(session: &Session) -> Option<SystemTime> {
    SystemTime::try_from(session.expiration).ok()
}

/// When the links expire: at their own expiry or at the session's, whichever is earlier. To the second, as it is reported.
fn end_of_links(now: SystemTime, lifetime: Duration, signer: Option<SystemTime>) -> SystemTime {
    let own = now + lifetime;
    signer.map_or(own, |signer| own.min(signer))
}

/// The name as a session name: at most 64 characters of those that an execution's name may contain.
fn session_name(name: &str) -> String {
    let end = name.char_indices().nth(64).map_or(name.len(), |(end, _)| end);
    name[..end].to_owned()
}

fn refused(error: impl std::error::Error + Send + Sync + 'static) -> StoreError {
    StoreError::Refused { source: error.into() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_expires_before_its_session() {
        let now = SystemTime::UNIX_EPOCH + Duration::from_hours(1_000);
        let minutes = |count| now + Duration::from_mins(count);
        let half_an_hour = Duration::from_mins(30);
        assert_eq!(end_of_links(now, half_an_hour, Some(minutes(60))), minutes(30));
        assert_eq!(end_of_links(now, half_an_hour, Some(minutes(15))), minutes(15));
        assert_eq!(end_of_links(now, half_an_hour, None), minutes(30));
    }

    #[test]
    fn a_session_name_is_derived_from_the_execution() {
        assert_eq!(session_name("ann-1"), "ann-1");
        assert_eq!(session_name(&"x".repeat(80)).len(), 64);
    }
}
