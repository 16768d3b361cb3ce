//! A single-page web app: a private bucket behind CloudFront, with security headers and correct status codes.
//!
//! The props list the paths of the app's pages. CloudFront answers these with `index.html` and status 200, and any other
//! page path with `404.html` and status 404; an edge function decides (`static_site/pages.js`). It answers a missing file
//! with `not-found.txt` and status 404, never with HTML. The bundle must contain the three files: see
//! [`StaticSite::REQUIRED_FILES`].

use std::borrow::Cow;

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
    policy::{Action, Operator, Principal, Statement},
};

use crate::bucket::{Bucket, objects};

/// A CloudFront distribution that serves a web app.
pub struct StaticSite {
    /// The distribution.
    pub distribution: Handle<cloudfront::Distribution>,
    headers: Handle<cloudfront::ResponseHeadersPolicy>,
    connects_to: Vec<Value<String>>,
}

/// The options of a [`StaticSite`].
#[derive(Clone)]
pub struct StaticSiteProps<'a> {
    /// The bucket that holds the built bundle.
    pub bundle: &'a Bucket,
    /// What the site is, in one line.
    pub description: Option<Cow<'static, str>>,
    /// The paths of the app's pages; by default only `/`.
    pub pages: Vec<PagePath>,
    /// Other buckets, each served under a path.
    pub paths: Vec<PathOrigin<'a>>,
}

impl<'a> StaticSiteProps<'a> {
    /// A site with one page that serves the files in `bundle`.
    pub fn new(bundle: &'a Bucket) -> Self {
        Self {
            bundle,
            description: None,
            pages: vec![PagePath::new("/")],
            paths: Vec::new(),
        }
    }
}

/// A bucket that is served under a path of the site.
#[derive(Clone)]
pub struct PathOrigin<'a> {
    /// The paths: `/images/*`. An object's key is the whole path without the leading slash.
    pub pattern: Cow<'static, str>,
    /// The bucket.
    pub bucket: &'a Bucket,
}

impl<'a> PathOrigin<'a> {
    /// Serves the objects in `bucket` under the paths that match `pattern`.
    pub fn new(pattern: impl Into<Cow<'static, str>>, bucket: &'a Bucket) -> Self {
        Self {
            pattern: pattern.into(),
            bucket,
        }
    }
}

/// The path of a page: `/products/:id`. A segment that starts with a colon matches any text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PagePath(Cow<'static, str>);

impl PagePath {
    /// A literal path. In a `const`, a malformed one does not compile.
    ///
    /// # Panics
    ///
    /// When the path is malformed and this is not evaluated at compile time.
    pub const fn new(path: &'static str) -> Self {
        assert!(is_page_path(path), "{}", PAGE_PATH_RULE);
        Self(Cow::Borrowed(path))
    }

    /// Parses a path; `None` unless it starts with a slash and consists of letters, digits, `-`, `_`, `/` and `:`.
    pub fn parse(path: impl Into<Cow<'static, str>>) -> Option<Self> {
        let path = path.into();
        is_page_path(&path).then_some(Self(path))
    }
}

const PAGE_PATH_RULE: &str =
    "a page path starts with a slash and consists of letters, digits, `-`, `_`, `/` and `:`";

const fn is_page_path(path: &str) -> bool {
    let bytes = path.as_bytes();
    if bytes.is_empty() || bytes[0] != b'/' {
        return false;
    }
    let mut at = 0;
    while at < bytes.len() {
        if !(bytes[at].is_ascii_alphanumeric() || matches!(bytes[at], b'-' | b'_' | b'/' | b':')) {
            return false;
        }
        at += 1;
    }
    true
}

/// AWS's managed cache policy `CachingOptimized`: it follows `Cache-Control` and caches compressed variants.
/// <https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-cache-policies.html>
const CACHING_OPTIMIZED: &str = "658327ea-f89d-4fab-a63d-7e88639e58f6";

/// The ID of the origin that holds the bundle.
const BUNDLE_ORIGIN: &str = "bundle";

impl StaticSite {
    /// The files that every bundle must contain: the app, the answer for unknown pages and the answer for missing files.
    pub const REQUIRED_FILES: [&str; 3] = ["index.html", "404.html", "not-found.txt"];

    /// Adds a site to the stack: `<id>Distribution`, `<id>Pages`, `<id>AccessControl` and `<id>Headers`.
    pub fn new(stack: &mut Stack, id: LogicalId, props: StaticSiteProps<'_>) -> Self {
        stack.within(id.as_str(), |stack| {
            let access = stack.add(id.join("AccessControl"), access_control(&id));
            let policy = stack.add(id.join("Headers"), security_headers(&id));
            let headers = policy.reference();
            let pages = stack.add(id.join("Pages"), pages_function(&id, &props.pages));
            let mut origins = vec![origin(BUNDLE_ORIGIN, props.bundle, &access)];
            let mut behaviors = Vec::new();
            for path in &props.paths {
                let name = path.pattern.trim_matches(['/', '*']);
                origins.push(origin(name, path.bucket, &access));
                behaviors.push(distribution::CacheBehavior {
                    compress: Some(true.into()),
                    cache_policy_id: Some(Id::existing(CACHING_OPTIMIZED).into()),
                    response_headers_policy_id: Some(headers.clone()),
                    ..distribution::CacheBehavior::new(&*path.pattern, name, "redirect-to-https")
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
                comment: props.description.map(Into::into),
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

    /// The site's origin, `https://…`, without a trailing slash.
    pub fn origin(&self) -> Value<String> {
        concat(["https://".into(), self.domain_name()])
    }

    /// Allows the site's scripts to call `origin`. The content security policy blocks all other origins.
    pub fn connect_to(&mut self, stack: &mut Stack, origin: Value<String>) {
        if self.connects_to.contains(&origin) {
            return;
        }
        self.connects_to.push(origin);
        let headers = stack[&self.headers].response_headers_policy_config.literal_mut();
        let security = headers.and_then(|config| config.security_headers_config.as_mut()?.literal_mut());
        security
            .expect("only this construct writes the headers")
            .content_security_policy = Some(content_security_policy(&self.connects_to).into());
    }

    /// Allows CloudFront to read the bucket, for this distribution only.
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
            .to(Principal::service("cloudfront.amazonaws.com"))
            .when(Operator::StringEquals, "AWS:SourceArn", [this]);
        bucket.allow(stack, statement);
    }
}

/// The edge function that handles the paths of pages, before and after the request to the bucket. Its runtime has neither
/// modules nor files, so the list of pages is part of the code.
/// <https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/functions-javascript-runtime-20.html>
fn pages_function(id: &LogicalId, pages: &[PagePath]) -> cloudfront::Function {
    let list: Vec<&str> = pages.iter().map(|page| page.0.as_ref()).collect();
    let list = serde_json::to_string(&list).expect("strings serialize as JSON");
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

/// The answer for a missing file. A bucket answers 403 when the caller may not list it.
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
        // Required by the service; empty because an origin access control is used instead.
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

/// Such names are unique in an account, so they start with the stack's name.
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

/// Allows scripts, styles and images of the site itself, requests to the site and to `connects_to`, and no framing.
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
