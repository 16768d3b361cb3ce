//! A single-page web app: a private bucket behind CloudFront, with security headers and honest status codes.
//!
//! The paths of the app's pages are listed. They answer with `index.html` and status 200; any other page path answers
//! with `404.html` and status 404. A function at the edge decides that (`static_site/pages.js`). A missing file answers
//! with `not-found.txt` and status 404, never with HTML. The bundle brings the three files.

use infra_gen_cfn::{
    Handle, Id, LogicalId, Stack, Value,
    cloudfront::{
        self, distribution, function,
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
    /// The paths of the app's pages.
    pub pages: Vec<PagePath<'a>>,
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

/// The path of a page: `/products/:id`, where a part that begins with a colon stands for any text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PagePath<'a>(&'a str);

impl<'a> PagePath<'a> {
    /// A page at `path`.
    ///
    /// # Panics
    ///
    /// If `path` does not begin with a slash, or has a character other than letters, digits, `-`, `_`, `/` and `:`.
    pub const fn new(path: &'a str) -> Self {
        let bytes = path.as_bytes();
        assert!(
            !bytes.is_empty() && bytes[0] == b'/',
            "a page's path begins with a slash"
        );
        let mut at = 0;
        while at < bytes.len() {
            assert!(
                bytes[at].is_ascii_alphanumeric() || matches!(bytes[at], b'-' | b'_' | b'/' | b':'),
                "a page's path has letters, digits, `-`, `_`, `/` and `:`"
            );
            at += 1;
        }
        Self(path)
    }
}

/// AWS's managed cache policy `CachingOptimized`: keeps what `Cache-Control` says, compressed and not.
/// <https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-cache-policies.html>
const CACHING_OPTIMIZED: &str = "658327ea-f89d-4fab-a63d-7e88639e58f6";

/// The ID of the origin that holds the bundle.
const BUNDLE_ORIGIN: &str = "bundle";

impl StaticSite {
    /// Adds a site to the stack: `<id>Distribution`, `<id>Pages`, `<id>AccessControl` and `<id>Headers`.
    pub fn new(stack: &mut Stack, id: &LogicalId, props: &StaticSiteProps<'_>) -> Self {
        stack.within(id.as_str(), |stack| {
            let access = stack.add(id.join("AccessControl"), access_control(id));
            let policy = stack.add(id.join("Headers"), security_headers(id));
            let headers = policy.reference();
            let pages = stack.add(id.join("Pages"), pages_function(id, &props.pages));
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
                function_associations: Some(
                    ["viewer-request", "viewer-response"]
                        .map(|event| distribution::FunctionAssociation {
                            event_type: Some(event.into()),
                            function_arn: Some(pages.function_arn()),
                        })
                        .into(),
                ),
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
                custom_error_responses: Some(missing_files().into()),
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
        if self.connects_to.contains(&origin) {
            return;
        }
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

/// Decides about the paths of pages, before the bucket is asked and after it has answered. The runtime has no modules and
/// reads no files, so the list of pages stands in the code.
/// <https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/functions-javascript-runtime-20.html>
fn pages_function(id: &LogicalId, pages: &[PagePath<'_>]) -> cloudfront::Function {
    let list: Vec<&str> = pages.iter().map(|page| page.0).collect();
    let list = serde_json::to_string(&list).expect("texts are always JSON");
    let code = include_str!("static_site/pages.js").replace("[/* the paths of the pages */]", &list);
    let config = function::FunctionConfig::new(
        "Answers unknown pages with status 404",
        function::Runtime::CloudfrontJs2_0,
    );
    cloudfront::Function {
        auto_publish: Some(true.into()),
        ..cloudfront::Function::new(code, config, name_of(&id.join("Pages")))
    }
}

/// What a missing file answers with. Without the permission to list, the bucket answers 403 for it.
fn missing_files() -> [distribution::CustomErrorResponse; 2] {
    [403, 404].map(|status| distribution::CustomErrorResponse {
        response_code: Some(404.into()),
        response_page_path: Some("/not-found.txt".into()),
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
        referrer_policy: Some(ReferrerPolicy::new(true, "no-referrer").into()),
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
