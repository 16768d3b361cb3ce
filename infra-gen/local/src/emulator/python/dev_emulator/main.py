"""Runs MiniStack: the only module that imports and changes it.

When the parent exits, even if it is killed, the kernel closes this process's stdin. The process then saves and exits.
The handlers that MiniStack starts are in this process's group and end with it.
"""

import asyncio
import json
import os
import resource
import signal
import sys
import threading
import time

from . import executions, invocations, listeners, redaction, saving, snapshots
from .admission import Request, Surroundings, Target
from .control import Control
from .gateway import Gateway

# The timeout of a query in milliseconds. MiniStack allows one second of wall time, which is too short on a busy machine.
# This timeout only ends queries that would never finish.
QUERY_TIMEOUT = 60_000
# The interval of reports about the remaining work while draining.
DRAIN_REPORT_SECONDS = 0.5
# The timeout of the exit after everything is saved.
EXIT_SECONDS = 10.0


def main():
    if os.getpgid(0) != os.getpid():
        sys.exit("emulator.py must lead its own process group")
    # State, code and keys are readable by this user only.
    os.umask(0o077)
    # The parent handles Ctrl-C.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    control = Control()
    root = os.environ.pop("DEV_SNAPSHOTS")
    state, objects = os.environ["STATE_DIR"], os.environ["S3_DATA_DIR"]
    try:
        snapshot, problems = restore(root, state, objects)
    except (snapshots.NoSnapshot, OSError) as error:
        control.report("unreadable", error=str(error))
        sys.exit(1)
    redaction.install()
    extend_query_timeout()
    listeners.guard()
    support_mail_in_workflows()
    limit_invocations()
    try:
        Emulator(control, root, state, objects, snapshot, problems).run()
    finally:
        end_group()


def restore(root: str, state: str, objects: str):
    """Restores the newest snapshot. The state folder of an earlier version, without `snapshots`, is used as it is."""
    if not os.path.isdir(root):
        return None, []
    snapshots.discard_partial(root)
    snapshot, problems = snapshots.newest(root)
    if snapshot is None:
        snapshot = snapshots.Snapshot("", 0, "", False, {}, {})
        snapshots.restore(snapshot, state, objects)
        return None, problems
    snapshots.restore(snapshot, state, objects)
    return snapshot, problems


def extend_query_timeout():
    from jsonata import Jsonata

    parse = Jsonata.jsonata

    def with_timeout(expression, timeout=None):
        return parse(expression, timeout=timeout and max(timeout, QUERY_TIMEOUT))

    Jsonata.jsonata = staticmethod(with_timeout)


def support_mail_in_workflows():
    """Adds the integration `aws-sdk:sesv2:sendEmail` to Step Functions. MiniStack supports Amazon SES, but not from there.

    Identities do not have to be verified, because the emulator does not send mail.
    """
    from ministack.services import ses_v2, stepfunctions

    invoke = stepfunctions._invoke_aws_sdk_integration

    def with_mail(resource, data):
        if not resource.endswith(":aws-sdk:sesv2:sendEmail"):
            return invoke(resource, data)
        from ministack import app

        region = stepfunctions.get_region()
        credential = f"test/20260101/{region}/ses/aws4_request"
        headers = {
            "content-type": "application/json",
            "host": f"email.{region}.amazonaws.com",
            "authorization": f"AWS4-HMAC-SHA256 Credential={credential}",
        }
        status, _, body = app.call_service_handler_sync(
            ses_v2.handle_request, "POST", "/v2/email/outbound-emails", headers, json.dumps(data).encode(), {}
        )
        answer = json.loads(body or b"{}")
        if status >= 400:
            error = answer.get("__type", "SesV2Exception")
            raise stepfunctions._ExecutionError(f"SesV2.{error}", answer.get("message", ""))
        return answer

    stepfunctions._invoke_aws_sdk_integration = with_mail
    ses_v2._message_rejection = lambda sender, recipients=(): None


def limit_invocations():
    from ministack.services import lambda_svc

    lambda_svc._execute_function_dispatch = invocations.limited(lambda_svc._execute_function_dispatch)


def end_group():
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    os.killpg(os.getpgid(0), signal.SIGTERM)


class Emulator:
    """MiniStack's application behind the gateway, with snapshots."""

    def __init__(self, control: Control, root: str, state: str, objects: str, snapshot, problems):
        self._control = control
        self._snapshot = snapshot
        self._problems = problems
        self._aborted = 0
        self._is_new = not os.path.isdir(root)
        # Exists from the start of a run to its orderly end. If it exists at the start, the last run was killed.
        self._marker = os.path.join(root, ".running")
        self._was_killed = os.path.exists(self._marker)
        self._stop = threading.Event()
        self._stopping = threading.Lock()
        self._shutdown: asyncio.Event | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        port = int(os.environ["GATEWAY_PORT"])
        surroundings = Surroundings(
            port=port,
            site_origin=os.environ.pop("DEV_SITE_ORIGIN", ""),
            serves=served_name,
            served_unsigned=is_served_unsigned,
        )
        from ministack import app as ministack

        self._ministack = ministack
        self._saver = saving.Saver(
            root, state, objects, ministack._build_persistence_save_dict, encode, control.report
        )
        self._gateway = Gateway(
            ministack.app, surroundings, is_session_key, self._saver.note_activity, self._started
        )
        # It always reports success; the saver replaces it.
        ministack.save_all = lambda services: None
        ministack._load_persisted_state = self._load
        self._port = port

    def run(self):
        signal.signal(signal.SIGTERM, lambda *_: threading.Thread(target=self._stop_orderly).start())
        threading.Thread(target=self._handle_commands, daemon=True).start()
        asyncio.run(self._serve())

    async def _serve(self):
        from hypercorn.asyncio import serve
        from hypercorn.config import Config

        self._loop = asyncio.get_running_loop()
        self._shutdown = asyncio.Event()
        if self._stop.is_set():
            return
        soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
        if soft < hard:
            # Bursts of connections exceed the default of 1,024.
            resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
        config = Config()
        config.bind = [f"{os.environ['BIND_HOST']}:{self._port}"]
        config.keep_alive_timeout = 75
        config.loglevel = "INFO"
        await serve(self._gateway, config, shutdown_trigger=self._shutdown.wait)

    def _started(self):
        """Called when the event loop runs, before MiniStack loads its state."""
        self._saver.attach(asyncio.get_running_loop())

    def _load(self):
        """Replaces the loading of MiniStack: a service that cannot be restored is an error, instead of starting empty."""
        ministack = self._ministack
        for key, module in ministack._state_map.items():
            path = os.path.join(os.environ["STATE_DIR"], f"{key}.json")
            if not os.path.exists(path):
                continue
            data = ministack.load_state(key)
            if data is None:
                raise RuntimeError(f"the saved state of `{key}` cannot be read")
            if key == "stepfunctions":
                self._aborted = executions.abort_running(data)
            ministack._get_module(module).load_persisted_state(data)
        self._saver.allow()
        threading.Thread(target=self._announce, daemon=True).start()

    def _announce(self):
        # Saves data of an earlier version, and creates the folder that tells the next start that this one was complete.
        is_saved = self._saver.save_and_report() if self._is_new else True
        with open(self._marker, "w"):
            pass
        self._control.report(
            "started",
            snapshot=saving.restored(self._snapshot),
            wasKilled=self._was_killed,
            problems=self._problems,
            abortedExecutions=self._aborted,
            saved=is_saved,
        )
        self._saver.run()

    def _handle_commands(self):
        for command in self._control.commands():
            if command == "save":
                threading.Thread(target=self._saver.save_and_report, daemon=True).start()
            elif command == "drain":
                self._gateway.drain()
                threading.Thread(target=self._report_drain, daemon=True).start()
            elif command == "stop":
                self._stop_orderly()
                return
        self._stop_orderly()

    def _report_drain(self):
        while not self._stop.is_set():
            left = {"executions": executions.running(), "requests": self._gateway.external_requests()}
            self._control.report("draining", **left)
            if not any(left.values()):
                return
            time.sleep(DRAIN_REPORT_SECONDS)

    def _stop_orderly(self):
        """Saves for the last time, then exits. A failed save is reported and does not prevent the exit."""
        with self._stopping:
            if self._stop.is_set():
                return
            self._stop.set()
            self._gateway.close()
            if self._loop is not None:
                if self._saver.save_and_report(orderly=True) and os.path.exists(self._marker):
                    os.remove(self._marker)
                self._loop.call_soon_threadsafe(self._shutdown.set)
            # Everything is saved; processes that do not exit in time, such as a hanging handler, are killed.
            watchdog = threading.Timer(EXIT_SECONDS, os.killpg, (os.getpgid(0), signal.SIGKILL))
            watchdog.daemon = True
            watchdog.start()


def encode(name: str, state) -> tuple[bytes, list[str]]:
    """The state of a service in MiniStack's format, and the code files that it refers to."""
    from ministack.core import persistence

    wrapped = {"__ministack_format__": persistence._state_format_version(name), "payload": state}
    blobs = [f"{blob}.zip" for blob in code_blobs(state)] if name == "lambda" else []
    return json.dumps(wrapped, default=persistence._json_default).encode(), blobs


def code_blobs(state) -> set[str]:
    found: set[str] = set()
    pending = [state]
    while pending:
        value = pending.pop()
        if isinstance(value, dict):
            if "code_blob_ref" in value:
                found.add(value["code_blob_ref"])
            pending.extend(value.values())
        elif isinstance(value, list):
            pending.extend(value)
        elif hasattr(value, "_data"):
            pending.extend(value._data.values())
    return found


def served_name(host: str, path: str) -> Target | None:
    """The target that the emulator serves for a host name or a path of the data plane."""
    from ministack import app as ministack

    if ministack._parse_execute_api_url(host, path) or ministack._parse_lambda_url(host, path):
        return Target.API
    if ministack._resolve_custom_domain_request(host, path):
        return Target.API
    label = ministack._parse_cloudfront_dataplane_host(host)
    # For an unknown distribution, MiniStack would handle the request as S3.
    if label and ministack._get_module("cloudfront").find_distribution_for_label(label) is not None:
        return Target.DISTRIBUTION
    bucket = ministack._extract_s3_vhost_bucket(host)
    if bucket and host.split(":")[0].endswith((".localhost", ".amazonaws.com")):
        if ministack._get_module("s3")._bucket_owner_account(bucket) is not None:
            return Target.AWS
    return None


def is_served_unsigned(request: Request) -> bool:
    from ministack.core.iam_actions import unsigned_operations
    from ministack.core.router import detect_service

    operation = request.header("x-amz-target").rpartition(".")[2] or request.parameter("Action")
    if not operation:
        return False
    service = detect_service(request.method, request.path, dict(request.headers), request.query)
    return service != "s3" and operation in unsigned_operations(service)


def is_session_key(key: str) -> bool:
    """Whether an access key belongs to a session. Handlers and workflows have session keys, people have the root key."""
    sts = sys.modules.get("ministack.services.sts")
    return sts is not None and key in sts._sessions
