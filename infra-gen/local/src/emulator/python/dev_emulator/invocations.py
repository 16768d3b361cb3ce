"""Limits the number of Lambda invocations that run at the same time.

MiniStack starts a process for each concurrent invocation. Hundreds of processes on a few cores slow each other down until
they exceed their timeouts.
"""

import os
import threading
import time

CONCURRENCY = max(8, 4 * (os.cpu_count() or 1))
# All running handlers may wait for functions that wait behind them. So if nothing starts or ends for this time, one more call runs.
STALL_SECONDS = 5.0


def limited(function, concurrency: int = CONCURRENCY, stall_seconds: float = STALL_SECONDS):
    """Returns `function` with at most `concurrency` calls at the same time. More calls wait.

    If no call starts or ends for `stall_seconds`, a waiting call runs in addition.
    """
    changed = threading.Condition()
    running, last_change = 0, time.monotonic()

    def change(difference: int):
        nonlocal running, last_change
        running += difference
        last_change = time.monotonic()
        changed.notify()

    def call(*arguments):
        with changed:
            while running >= concurrency:
                stalled_in = last_change + stall_seconds - time.monotonic()
                if stalled_in <= 0:
                    break
                changed.wait(stalled_in)
            change(1)
        try:
            return function(*arguments)
        finally:
            with changed:
                change(-1)

    return call
