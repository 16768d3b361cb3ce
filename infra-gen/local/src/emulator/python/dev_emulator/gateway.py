"""The ASGI application in front of MiniStack, which receives all requests of the emulator's port.

It applies the rule of `admission.py`, replaces `Access-Control-Allow-Origin: *` with the site's origin, rejects new work
while the emulator drains, and records requests that may have changed the state.
"""

import json
import logging
from urllib.parse import parse_qs

from . import admission
from .admission import Request, Surroundings, Target

log = logging.getLogger("gateway")

RETRY_AFTER_SECONDS = 5
READING_VERBS = ("Describe", "List", "Get", "Filter", "Query", "Scan", "BatchGet", "Head", "Lookup")


class Gateway:
    def __init__(self, app, surroundings: Surroundings, is_session_key, note_activity, on_start):
        self._app = app
        self._surroundings = surroundings
        self._is_session_key = is_session_key
        self._note_activity = note_activity
        self._on_start = on_start
        self._draining = False
        self._closed = False
        self._external = 0

    def drain(self):
        """From now on, accepts only requests of handlers and workflows."""
        self._draining = True

    def close(self):
        """From now on, accepts no requests: the state is being saved for the last time."""
        self._closed = True

    def external_requests(self) -> int:
        """The number of external requests in progress."""
        return self._external

    async def __call__(self, scope, receive, send):
        if scope["type"] == "lifespan":
            self._on_start()
            await self._app(scope, receive, send)
            return
        if scope["type"] not in ("http", "websocket"):
            return
        request = read(scope)
        reason = admission.refusal(request, self._surroundings)
        target = admission.target_of(request, self._surroundings)
        if scope["type"] == "websocket":
            await self._websocket(scope, receive, send, reason, target)
            return
        if reason is not None:
            log.warning("rejected %s %s: %s", request.method, admission.printable(request.path), reason)
            await problem(send, 403, "Forbidden", reason)
            return
        internal = self._is_internal(request, target)
        if self._closed or (self._draining and not internal and target is not Target.HEALTH):
            await problem(send, 503, "Service Unavailable", "the local stack is stopping", RETRY_AFTER_SECONDS)
            return
        if not reads_only(request, target):
            self._note_activity()
        counted = not internal
        self._external += counted
        try:
            await self._app(scope, receive, self._with_own_origin(request, send))
        finally:
            self._external -= counted
            if not reads_only(request, target):
                # A request that was still running when a snapshot was taken belongs to the next one.
                self._note_activity()

    def _is_internal(self, request: Request, target: Target) -> bool:
        """Whether the request is from a handler or a workflow. They sign with a role, except requests for tokens."""
        if target is Target.TOKEN or (target is Target.API and request.path.endswith(admission.TOKEN_PATHS)):
            return True
        if target is Target.CALLBACK:
            return True
        authorization = request.header("authorization")
        _, _, credential = authorization.partition("Credential=")
        return bool(credential) and self._is_session_key(credential.split("/", 1)[0])

    async def _websocket(self, scope, receive, send, reason, target):
        if reason is None and target is Target.API and not self._draining:
            await self._app(scope, receive, send)
            return
        message = await receive()
        if message.get("type") == "websocket.connect":
            await send({"type": "websocket.close", "code": 1008})

    def _with_own_origin(self, request: Request, send):
        """Responses allow the site's origin instead of all origins."""
        origin = request.header("origin")

        async def send_checked(message):
            if message["type"] == "http.response.start":
                message = {**message, "headers": own_origin(message.get("headers", []), origin)}
            await send(message)

        return send_checked


def own_origin(headers, origin: str) -> list:
    """Replaces the wildcard. A request without `Origin` needs no CORS headers."""
    if not origin or origin == "null":
        return [(name, value) for name, value in headers if not name.lower().startswith(b"access-control-")]
    checked = []
    for name, value in headers:
        if name.lower() == b"access-control-allow-origin" and value.strip() == b"*":
            value = origin.encode("latin-1")
            checked.append((b"vary", b"Origin"))
        checked.append((name, value))
    return checked


def read(scope) -> Request:
    headers = tuple(
        (name.decode("latin-1").lower(), value.decode("latin-1").strip()) for name, value in scope.get("headers", [])
    )
    query = parse_qs(scope.get("query_string", b"").decode("utf-8", "replace"), keep_blank_values=True)
    return Request(scope.get("method", "GET"), scope["path"], query, headers)


def reads_only(request: Request, target: Target) -> bool:
    """Whether a request cannot change the state. In doubt, it can."""
    if target in (Target.HEALTH, Target.DISTRIBUTION):
        return request.method in ("GET", "HEAD", "OPTIONS")
    if target is Target.AWS and request.header("x-amz-target"):
        return request.header("x-amz-target").rpartition(".")[2].startswith(READING_VERBS)
    if target in (Target.AWS, Target.OBJECT_LINK, Target.ADMIN):
        return request.method in ("GET", "HEAD", "OPTIONS")
    return request.method == "OPTIONS"


async def problem(send, status: int, title: str, detail: str, retry_after: int | None = None):
    """A problem document (RFC 9457) without CORS headers, so that pages of other origins cannot read it."""
    body = json.dumps({"type": "about:blank", "title": title, "status": status, "detail": detail}).encode()
    headers = [
        (b"content-type", b"application/problem+json"),
        (b"content-length", str(len(body)).encode()),
        (b"cache-control", b"no-store"),
    ]
    if retry_after is not None:
        headers.append((b"retry-after", str(retry_after).encode()))
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
