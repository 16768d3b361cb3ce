"""The line to the parent: commands on stdin, events on the pipe that was stdout, one JSON object per line.

Commands: `save`, `drain`, `stop`. Events: `started`, `saved`, `save_failed`, `draining`, `stopped`. The end of stdin means
that the parent is gone; that is a `stop`.
"""

import json
import os
import threading


class Control:
    def __init__(self):
        # Whatever prints to stdout, prints to the log from now on.
        self._events = os.dup(1)
        os.dup2(2, 1)
        self._lock = threading.Lock()

    def report(self, event: str, **details):
        line = json.dumps({"event": event, **details}) + "\n"
        with self._lock:
            try:
                os.write(self._events, line.encode())
            except OSError:
                # The parent is gone. The end of stdin says so, too, and is acted upon.
                pass

    def commands(self):
        """Every command until the parent is gone."""
        with os.fdopen(os.dup(0), "r", encoding="utf-8") as lines:
            for line in lines:
                yield line.strip()
