"""Takes snapshots of the running emulator.

A forked child sees the state of all services at one instant: the process forks on the event loop's thread, where no
request is half done, and the child writes while the emulator continues. S3 objects are files, which are linked right
before the fork. A save succeeds when the child reports that it was verified; anything else is a failure with a reason.
"""

import asyncio
import gc
import json
import logging
import os
import select
import signal
import threading
import time
from datetime import datetime, timezone

from . import executions
from .snapshots import Snapshot, Writer

log = logging.getLogger("snapshots")

# The interval of snapshots after changes. Including the time to write, changes are saved within a minute.
INTERVAL = 20.0
# The maximum interval, if taking a snapshot takes long.
LONGEST_INTERVAL = 40.0
# The timeout of the child.
TIMEOUT = 50.0
# A forked child can block on a lock that another thread held; the next attempt does not.
ATTEMPTS = 2


class SaveFailed(Exception):
    """The reason why there is no new snapshot."""


class Saver:
    """Saves into `root`. `services` maps names to functions that return the state; `encode` serializes a state."""

    def __init__(self, root: str, state: str, objects: str, services, encode, report):
        self._root = root
        self._state = state
        self._objects = objects
        self._services = services
        self._encode = encode
        self._report = report
        self._lock = threading.Lock()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._activity = 0
        self._saved_activity = 0
        self._was_running = False
        self._finished = False
        self._allowed = False

    def attach(self, loop: asyncio.AbstractEventLoop):
        self._loop = loop

    def allow(self):
        """Allows saving once the state is loaded. A snapshot taken earlier would contain empty services."""
        self._allowed = True

    def note_activity(self):
        """Records that the state may have changed."""
        self._activity += 1

    def run(self):
        """Saves periodically, as long as the process runs."""
        pause = INTERVAL
        while True:
            time.sleep(pause)
            if not self._is_due():
                continue
            began = time.monotonic()
            self.save_and_report()
            pause = min(max(INTERVAL, 8 * (time.monotonic() - began)), LONGEST_INTERVAL)

    def _is_due(self) -> bool:
        running = executions.running() > 0
        due = self._activity != self._saved_activity or running or self._was_running
        self._was_running = running
        return due

    def save_and_report(self, orderly: bool = False) -> bool:
        """Saves, and reports the result to the parent. An orderly save is the last one."""
        with self._lock:
            if self._finished or not self._allowed:
                return True
            activity = self._activity
            try:
                saved = self._save(orderly)
            except Exception as error:
                # All errors are reported to the parent, and the thread continues.
                known = isinstance(error, SaveFailed)
                log.error("could not save: %s", error, exc_info=not known)
                self._report(event="save_failed", orderly=orderly, error=str(error) if known else _reason(error))
                return False
            self._saved_activity = activity
            self._finished = orderly
            self._report(event="saved", orderly=orderly, snapshot=saved)
            return True

    def _save(self, orderly: bool) -> dict:
        for attempt in range(1, ATTEMPTS + 1):
            try:
                return self._fork_and_wait(orderly)
            except TimeoutError:
                log.warning("attempt %d to save timed out after %d s", attempt, TIMEOUT)
            except OSError as error:
                raise SaveFailed(str(error)) from error
        raise SaveFailed(f"writing timed out after {TIMEOUT:.0f} s")

    def _fork_and_wait(self, orderly: bool) -> dict:
        child, reader = self._on_loop(lambda: self._fork(orderly))
        try:
            answer = _read_all(reader, TIMEOUT)
        except BaseException:
            os.kill(child, signal.SIGKILL)
            raise
        finally:
            os.close(reader)
            os.waitpid(child, 0)
        try:
            outcome = json.loads(answer)
        except ValueError:
            raise SaveFailed("the process that writes the snapshot exited unexpectedly") from None
        if "error" in outcome:
            raise SaveFailed(outcome["error"])
        return outcome

    def _on_loop(self, action):
        """Runs an action between two steps of the event loop, where no request is half done."""
        loop = self._loop
        if loop is None or not loop.is_running() or threading.current_thread() is threading.main_thread():
            return action()
        done = threading.Event()
        outcome: list = []

        def call():
            try:
                outcome.append((action(), None))
            except BaseException as error:
                outcome.append((None, error))
            done.set()

        loop.call_soon_threadsafe(call)
        if not done.wait(TIMEOUT):
            raise TimeoutError
        result, error = outcome[0]
        if error is not None:
            raise error
        return result

    def _fork(self, orderly: bool) -> tuple[int, int]:
        taken_at = datetime.now(timezone.utc).strftime("%Y-%m-%dT%H:%M:%S.%f")[:-3] + "Z"
        writer = Writer(self._root)
        try:
            writer.link_objects(self._objects)
            reader, answer = os.pipe()
        except BaseException:
            writer.discard()
            raise
        child = os.fork()
        if child:
            os.close(answer)
            return child, reader
        # The child must not use any resource of the parent except its memory, and must not return.
        try:
            outcome = self._write(writer, answer, taken_at, orderly)
        except BaseException as error:
            writer.discard()
            outcome = {"error": _reason(error)}
        try:
            os.write(answer, json.dumps(outcome).encode())
        finally:
            os._exit(0)

    def _write(self, writer: Writer, answer: int, taken_at: str, orderly: bool) -> dict:
        gc.disable()
        logging.disable(logging.CRITICAL)
        _close_others(answer)
        for name, state in self._services().items():
            content = state()
            if content is None:
                writer.keep_service(name)
                continue
            encoded, blobs = self._encode(name, content)
            writer.add_service(name, encoded)
            for blob in blobs:
                writer.add_blob(blob, os.path.join(self._state, "lambda-blobs", blob))
        for file in list(writer.previous.files if writer.previous else ()):
            kind, _, name = file.partition("/")
            if kind == "services" and file not in writer.files:
                writer.keep_service(name.removesuffix(".json"))
        if not orderly and not writer.differs():
            writer.discard()
            return {**writer.previous.describe(), "takenAt": taken_at, "unchanged": True}
        return writer.commit(taken_at, orderly).describe()


def _reason(error: BaseException) -> str:
    if isinstance(error, OSError) and error.strerror:
        return f"{error.strerror} (`{error.filename}`)" if error.filename else error.strerror
    return f"{type(error).__name__}: {error}"


def _close_others(keep: int):
    """Closes inherited descriptors: an open socket would keep a client waiting for the end of its response."""
    limit = os.sysconf("SC_OPEN_MAX")
    os.closerange(3, keep)
    os.closerange(keep + 1, min(limit, 1 << 20) if limit > 0 else 1 << 16)


def _read_all(reader: int, timeout: float) -> bytes:
    deadline = time.monotonic() + timeout
    answer = b""
    # `select` rejects descriptors above 1023, and a busy emulator has more sockets.
    poll = select.poll()
    poll.register(reader, select.POLLIN)
    while True:
        if not poll.poll(1000 * max(0.0, deadline - time.monotonic())):
            raise TimeoutError
        part = os.read(reader, 1 << 16)
        if not part:
            return answer
        answer += part


def restored(snapshot: Snapshot | None) -> dict | None:
    return snapshot.describe() if snapshot else None
