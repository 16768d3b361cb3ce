"""The protocol with the parent: commands on stdin, events on the original stdout, one JSON object per line.

Commands: `save`, `drain`, `stop`. Events: `started`, `unreadable`, `saved`, `save_failed`, `draining`. The end of stdin
means that the parent has exited, which is treated as `stop`.
"""

import json
import os
import threading


class Control:
    def __init__(self):
        # From now on, everything printed to stdout goes to the log.
        self._events = os.dup(1)
        os.dup2(2, 1)
        self._lock = threading.Lock()

    def report(self, event: str, **details):
        line = json.dumps({"event": event, **details}) + "\n"
        with self._lock:
            try:
                os.write(self._events, line.encode())
            except OSError:
                # The parent has exited. The end of stdin is handled elsewhere.
                pass

    def commands(self):
        """All commands until the parent exits."""
        with os.fdopen(os.dup(0), "r", encoding="utf-8") as lines:
            for line in lines:
                yield line.strip()
