//! A single-page web app: a private bucket behind CloudFront, with a fallback to `index.html` and security headers.

use infra_gen_cfn::{
    Handle, Id, LogicalId, Stack, Value,
    cloudfront::{
        self, distribution,
        origin_access_control::OriginAccessControlConfig,
        response_headers_policy::{
            ContentSecurityPolicy, ContentTypeOptions, FrameOptions, ReferrerPolicy,
            ResponseHeadersPolicyConfig, SecurityHeadersConfig, StrictTransportSecurity,
        },
    },
    intrinsic::{account_id, concat, join, partition, stack_name},
    policy::{Action, Principal, Statement},
};

use crate::bucket::{Bucket, objects};

/// The site's distribution.
pub struct StaticSite {
    /// The distribution.
    pub distribution: Handle<cloudfront::Distribution>,
    headers: Handle<cloudfront::ResponseHeadersPolicy>,
    connects_to: Vec<Value<String>>,
}

/// What a site needs.
pub struct StaticSiteProps<'a> {
    /// What it is, in one line.
    pub description: &'a str,
    /// The bucket with the built bundle.
    pub bundle: &'a Bucket,
    /// Other buckets, each served below a path.
    pub paths: Vec<PathOrigin<'a>>,
}

/// A bucket that is served below a path of the site.
pub struct PathOrigin<'a> {
    /// Which paths: `/images/*`. The object's key is the whole path without its first slash.
    pub pattern: &'a str,
    /// The bucket.
    pub bucket: &'a Bucket,
}

/// AWS's managed cache policy `CachingOptimized`: keeps what `Cache-Control` says, compressed and not.
/// <https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-cache-policies.html>
const CACHING_OPTIMIZED: &str = "658327ea-f89d-4fab-a63d-7e88639e58f6";

/// The ID of the origin that holds the bundle.
const BUNDLE_ORIGIN: &str = "bundle";

impl StaticSite {
    /// Adds a site to the stack: `<id>Distribution`, `<id>AccessControl` and `<id>Headers`.
    pub fn new(stack: &mut Stack, id: &LogicalId, props: &StaticSiteProps<'_>) -> Self {
        stack.within(id.as_str(), |stack| {
            let access = stack.add(id.join("AccessControl"), access_control(id));
            let policy = stack.add(id.join("Headers"), security_headers(id));
            let headers = policy.reference();
            let mut origins = vec![origin(BUNDLE_ORIGIN, props.bundle, &access)];
            let mut behaviors = Vec::new();
            for path in &props.paths {
                let name = path.pattern.trim_matches(['/', '*']);
                origins.push(origin(name, path.bucket, &access));
                behaviors.push(distribution::CacheBehavior {
                    compress: Some(true.into()),
                    cache_policy_id: Some(Id::existing(CACHING_OPTIMIZED).into()),
                    response_headers_policy_id: Some(headers.clone()),
                    ..distribution::CacheBehavior::new(path.pattern, name, "redirect-to-https")
                });
            }
            let default = distribution::DefaultCacheBehavior {
                compress: Some(true.into()),
                cache_policy_id: Some(Id::existing(CACHING_OPTIMIZED).into()),
                response_headers_policy_id: Some(headers),
                ..distribution::DefaultCacheBehavior::new(
                    BUNDLE_ORIGIN,
                    distribution::ViewerProtocolPolicy::RedirectToHttps,
                )
            };
            let config = distribution::DistributionConfig {
                comment: Some(props.description.into()),
                origins: Some(origins.into()),
                cache_behaviors: (!behaviors.is_empty()).then(|| behaviors.into()),
                default_root_object: Some("index.html".into()),
                custom_error_responses: Some(fallback().into()),
                http_version: Some(distribution::HttpVersion::Http2and3.into()),
                ipv6_enabled: Some(true.into()),
                price_class: Some(distribution::PriceClass::PriceClass100.into()),
                ..distribution::DistributionConfig::new(default, true)
            };
            let distribution = stack.add(id.join("Distribution"), cloudfront::Distribution::new(config));
            let site = Self {
                distribution,
                headers: policy,
                connects_to: Vec::new(),
            };
            let buckets = props.paths.iter().map(|path| path.bucket).chain([props.bundle]);
            for bucket in buckets {
                site.read(stack, bucket);
            }
            site
        })
    }

    /// The host name of the distribution.
    pub fn domain_name(&self) -> Value<String> {
        self.distribution.domain_name()
    }

    /// The site's origin, `https://…`, without a final slash.
    pub fn origin(&self) -> Value<String> {
        concat(["https://".into(), self.domain_name()])
    }

    /// Lets the site's scripts call `origin`, which its content security policy would refuse.
    pub fn connect_to(&mut self, stack: &mut Stack, origin: Value<String>) {
        self.connects_to.push(origin);
        let headers = stack[&self.headers].response_headers_policy_config.literal_mut();
        let security = headers.and_then(|config| config.security_headers_config.as_mut()?.literal_mut());
        security
            .expect("the headers are this construct's own")
            .content_security_policy = Some(content_security_policy(&self.connects_to).into());
    }

    /// Lets CloudFront read the bucket, for this distribution only.
    fn read(&self, stack: &mut Stack, bucket: &Bucket) {
        const ACTION: Action = Action::new("s3:GetObject");
        let this = concat([
            "arn:".into(),
            partition(),
            ":cloudfront::".into(),
            account_id(),
            ":distribution/".into(),
            self.distribution.reference().into(),
        ]);
        let statement = Statement::allow([ACTION], [objects(&bucket.bucket, "*")])
            .to(Principal::Service("cloudfront.amazonaws.com"))
            .when("StringEquals", "AWS:SourceArn", [this]);
        bucket.allow(stack, statement);
    }
}

/// Paths of the app itself are no objects: without the permission to list, the bucket answers 403 for them, and the app
/// gets to show its own page. The same holds below the other paths, where a missing object gives the app's page.
fn fallback() -> [distribution::CustomErrorResponse; 2] {
    [403, 404].map(|status| distribution::CustomErrorResponse {
        response_code: Some(200.into()),
        response_page_path: Some("/index.html".into()),
        error_caching_min_ttl: Some(0.0.into()),
        ..distribution::CustomErrorResponse::new(status)
    })
}

fn origin(
    name: &str,
    bucket: &Bucket,
    access: &Handle<cloudfront::OriginAccessControl>,
) -> distribution::Origin {
    distribution::Origin {
        origin_access_control_id: Some(access.id()),
        // Required by the service, and empty where an access control is used instead.
        s3_origin_config: Some(
            distribution::S3OriginConfig {
                origin_access_identity: Some("".into()),
                ..distribution::S3OriginConfig::new()
            }
            .into(),
        ),
        ..distribution::Origin::new(bucket.bucket.regional_domain_name(), name)
    }
}

/// Names of both are unique in the account, so they begin with the stack's.
fn name_of(id: &LogicalId) -> Value<String> {
    join("-", [stack_name(), id.as_str().into()])
}

fn access_control(id: &LogicalId) -> cloudfront::OriginAccessControl {
    cloudfront::OriginAccessControl::new(OriginAccessControlConfig::new(
        name_of(id),
        "s3",
        "always",
        "sigv4",
    ))
}

/// Scripts, styles and pictures from the site itself, calls to the site and `connects_to`, frames from nowhere.
/// <https://www.w3.org/TR/CSP3/>
fn content_security_policy(connects_to: &[Value<String>]) -> ContentSecurityPolicy {
    let sources = [Value::from("'self'")]
        .into_iter()
        .chain(connects_to.iter().cloned());
    let policy = concat([
        "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'; \
         img-src 'self' data:; connect-src "
            .into(),
        join(" ", sources),
    ]);
    ContentSecurityPolicy::new(policy, true)
}

fn security_headers(id: &LogicalId) -> cloudfront::ResponseHeadersPolicy {
    const TWO_YEARS: i64 = 63_072_000;
    let headers = SecurityHeadersConfig {
        content_security_policy: Some(content_security_policy(&[]).into()),
        content_type_options: Some(ContentTypeOptions::new(true).into()),
        frame_options: Some(FrameOptions::new("DENY", true).into()),
        referrer_policy: Some(ReferrerPolicy::new(true, "same-origin").into()),
        strict_transport_security: Some(
            StrictTransportSecurity {
                include_subdomains: Some(true.into()),
                ..StrictTransportSecurity::new(TWO_YEARS, true)
            }
            .into(),
        ),
        ..SecurityHeadersConfig::new()
    };
    cloudfront::ResponseHeadersPolicy::new(ResponseHeadersPolicyConfig {
        security_headers_config: Some(headers.into()),
        ..ResponseHeadersPolicyConfig::new(name_of(id))
    })
}
