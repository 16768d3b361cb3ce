"""Limits the number of Lambda invocations that run at the same time.

MiniStack starts a process for each concurrent invocation. Hundreds of processes on a few cores slow each other down until
they exceed their timeouts.
"""

import os
import threading

CONCURRENCY = max(8, 4 * (os.cpu_count() or 1))
# A handler can wait for another function, which waits behind it. So no call waits longer than this.
WAIT_SECONDS = 5.0


def limited(function, concurrency: int = CONCURRENCY, wait_seconds: float = WAIT_SECONDS):
    """Returns `function` with at most `concurrency` calls at the same time.

    More calls wait. A call that has waited for `wait_seconds` runs in addition.
    """
    slots = threading.Semaphore(concurrency)

    def call(*arguments):
        has_slot = slots.acquire(timeout=wait_seconds)
        try:
            return function(*arguments)
        finally:
            if has_slot:
                slots.release()

    return call
