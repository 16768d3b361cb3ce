"""Decides whether a request may reach the emulator. Without I/O and state: the same request gives the same result.

Three rules, in this order:

1. The `Host` must be loopback, or a name that the emulator serves (a distribution, a function URL, a bucket). This
   prevents DNS rebinding, where the host name of a page resolves to 127.0.0.1.
2. Requests of pages are accepted from the site's origin, and from the hosted sign-in pages to themselves. All requests of
   other pages are rejected, including preflights. The exceptions are links to a sign-in page or to a pre-signed object.
3. The AWS APIs require credentials. The deployed API, the sign-in pages and pre-signed URLs have their own checks.

Browsers add `Origin` and `Sec-Fetch-Site`, which pages cannot change or remove. A request with neither is not from a page
of a current browser; an old browser sends at least `Origin`, except with a plain GET.
"""

import re
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Callable

LOOPBACK = ("localhost", "127.0.0.1", "[::1]")
LOOPBACK_HOST = re.compile(r"(?:localhost|127\.0\.0\.1|\[::1\])(?::[0-9]{1,5})?")
SIGN_IN_PATHS = ("/oauth2/authorize", "/oauth2/login", "/login", "/logout")
SIGN_IN_LINKS = ("/oauth2/authorize", "/login", "/logout")
TOKEN_PATHS = ("/oauth2/token", "/oauth2/userInfo", "/oauth2/userinfo", "/oauth2/revoke")
# `/eu-west-1_AbC123/.well-known/jwks.json`; no bucket can have such a name.
POOL_METADATA = re.compile(r"/[a-z0-9-]+_[A-Za-z0-9]+/\.well-known/(?:jwks\.json|openid-configuration)")
HEALTH_PATHS = ("/_ministack/health", "/_ministack/ready")
# Their last segment is an unguessable token.
CALLBACK_PREFIXES = ("/_ministack/cfn-response/", "/_ministack/cfn-signal/")
ADMIN_PREFIXES = ("/_ministack/", "/_localstack/")
# Links in the messages of a topic. They contain a token.
UNSIGNED_LINKS = ("ConfirmSubscription", "Unsubscribe")


class Target(Enum):
    """The target of a request."""

    HEALTH = auto()
    ADMIN = auto()
    CALLBACK = auto()
    SIGN_IN = auto()
    TOKEN = auto()
    API = auto()
    DISTRIBUTION = auto()
    OBJECT_LINK = auto()
    AWS = auto()


@dataclass(frozen=True)
class Surroundings:
    """The configuration of the rule."""

    port: int
    # `http://localhost:5173`; empty if there is no site.
    site_origin: str = ""
    # Maps host and path to the target that the emulator serves there, if any.
    serves: Callable[[str, str], Target | None] = lambda host, path: None
    # Whether AWS accepts the operation without credentials, such as `InitiateAuth`.
    served_unsigned: Callable[["Request"], bool] = lambda request: False


@dataclass(frozen=True)
class Request:
    """A request; header names are lower-case."""

    method: str
    path: str
    query: dict[str, list[str]] = field(default_factory=dict)
    headers: tuple[tuple[str, str], ...] = ()

    def all(self, name: str) -> list[str]:
        return [value for key, value in self.headers if key == name]

    def header(self, name: str) -> str:
        return next(iter(self.all(name)), "")

    def parameter(self, name: str) -> str:
        return next(iter(self.query.get(name, ())), "")

    @property
    def is_preflight(self) -> bool:
        return self.method == "OPTIONS" and bool(self.header("access-control-request-method"))


def refusal(request: Request, surroundings: Surroundings) -> str | None:
    """The reason why the request is rejected, or None."""
    hosts = request.all("host")
    if len(hosts) != 1:
        return "exactly one `Host` header is required"
    host = hosts[0].lower()
    # Regardless of the path: the deployed API can be reached by path with any host.
    if not is_loopback(host) and surroundings.serves(host, "/") is None:
        return "the `Host` is not this machine"
    target = target_of(request, surroundings)
    return _browser_refusal(request, target, surroundings) or _credentials_refusal(request, target, surroundings)


def is_loopback(host: str) -> bool:
    """Whether a `Host` header is loopback, with or without a port."""
    return LOOPBACK_HOST.fullmatch(host) is not None


def target_of(request: Request, surroundings: Surroundings) -> Target:
    """The target of the request. MiniStack matches its own paths before the host."""
    path = request.path
    if path in HEALTH_PATHS:
        return Target.HEALTH
    if path.startswith(CALLBACK_PREFIXES):
        return Target.CALLBACK
    if path.startswith(ADMIN_PREFIXES):
        return Target.ADMIN
    if path in SIGN_IN_PATHS:
        return Target.SIGN_IN
    if path in TOKEN_PATHS or POOL_METADATA.fullmatch(path):
        return Target.TOKEN
    served = surroundings.serves(request.header("host").lower(), path)
    if served is not None and served is not Target.AWS:
        return served
    return Target.OBJECT_LINK if _is_object_link(request) else Target.AWS


def _is_object_link(request: Request) -> bool:
    """Whether it is a pre-signed URL of an S3 object, the only signed query that people open as a link."""
    if request.all("authorization") or "Action" in request.query or request.all("x-amz-target"):
        return False
    signed = bool(request.parameter("X-Amz-Signature")) and "/s3/aws4_request" in request.parameter("X-Amz-Credential")
    return signed and request.path.count("/") > 1 - (not is_loopback(request.header("host").lower()))


def _browser_refusal(request: Request, target: Target, surroundings: Surroundings) -> str | None:
    origins = request.all("origin")
    fetch_site = request.header("sec-fetch-site")
    if len(origins) > 1:
        return "more than one `Origin` header"
    if origins:
        return _origin_refusal(origins[0], fetch_site, target, surroundings)
    if not fetch_site:
        return None
    if fetch_site == "same-origin":
        allowed = (Target.SIGN_IN, Target.OBJECT_LINK, Target.HEALTH)
        return None if target in allowed else "a page of this port may only use the sign-in pages"
    if fetch_site == "none":
        # Typed by a person, or opened from a bookmark.
        return "browsers may not use the AWS APIs" if target in (Target.AWS, Target.ADMIN, Target.CALLBACK) else None
    is_link = (
        request.method in ("GET", "HEAD")
        and request.header("sec-fetch-mode") == "navigate"
        and request.header("sec-fetch-dest") in ("document", "")
    )
    if is_link and (request.path in SIGN_IN_LINKS or target is Target.OBJECT_LINK):
        return None
    return "a page of another origin may not use this port"


def _origin_refusal(origin: str, fetch_site: str, target: Target, surroundings: Surroundings) -> str | None:
    if surroundings.site_origin and origin == surroundings.site_origin:
        is_internal = target in (Target.ADMIN, Target.CALLBACK)
        return "pages may not use the emulator's own endpoints" if is_internal else None
    own = origin in [f"http://{name}:{surroundings.port}" for name in LOOPBACK]
    # A page with the referrer policy `no-referrer` sends `null` instead of its origin.
    hidden = origin == "null" and fetch_site == "same-origin"
    if (own or hidden) and target is Target.SIGN_IN:
        return None
    return f"the `Origin` `{printable(origin)}` may not use this port"


def _credentials_refusal(request: Request, target: Target, surroundings: Surroundings) -> str | None:
    if target is Target.ADMIN:
        return None if has_signature(request) else "the emulator's own endpoints require AWS credentials"
    if target is not Target.AWS or request.is_preflight or has_signature(request):
        return None
    if not request.all("authorization"):
        if request.parameter("Action") in UNSIGNED_LINKS or surroundings.served_unsigned(request):
            return None
    return "the AWS APIs require AWS credentials"


def has_signature(request: Request) -> bool:
    """Whether the request claims to be signed. MiniStack checks the signature."""
    authorization = request.header("authorization")
    if authorization:
        return authorization.startswith("AWS4-") and "Credential=" in authorization or authorization.startswith("AWS ")
    return bool(
        (request.parameter("X-Amz-Credential") and request.parameter("X-Amz-Signature"))
        or (request.parameter("AWSAccessKeyId") and request.parameter("Signature"))
    )


def printable(text: str) -> str:
    return "".join(character if character.isprintable() else "?" for character in text)[:200]
