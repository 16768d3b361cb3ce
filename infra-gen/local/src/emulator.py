"""Runs MiniStack as a child that never outlives its parent.

The parent holds the other end of this process's stdin and never writes to it. However the parent ends, the kernel
closes that end; then this process asks itself to stop, which saves the state. The handlers that MiniStack started
are in this process's group and are ended with it.
"""

import os
import signal
import sys
import threading

# How long a query may take, in milliseconds. MiniStack allows a second on the clock, in which a busy machine may not get
# to it; this only ends what would not end.
QUERY_TIMEOUT = 60_000


def stop_with_parent():
    while os.read(0, 1):
        pass
    os.kill(os.getpid(), signal.SIGTERM)


def be_patient_with_queries():
    from jsonata import Jsonata

    parse = Jsonata.jsonata

    def patient(expression, timeout=None):
        return parse(expression, timeout=timeout and max(timeout, QUERY_TIMEOUT))

    Jsonata.jsonata = staticmethod(patient)


def end_group():
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    os.killpg(os.getpgid(0), signal.SIGTERM)


def main():
    if os.getpgid(0) != os.getpid():
        sys.exit("emulator.py must lead its own process group")
    # Ctrl-C on the terminal is the parent's to answer.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=stop_with_parent, daemon=True).start()
    be_patient_with_queries()
    from ministack.app import main as serve

    try:
        serve()
    finally:
        end_group()


main()
