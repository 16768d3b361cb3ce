"""Counts running Step Functions executions, and aborts those that were running in a restored snapshot.

An execution is a thread of the emulator, so it ends with the process. MiniStack would report it as failed. On AWS, an
execution that is stopped externally is ABORTED, and callers rely on that.
"""

import sys
from datetime import datetime, timezone

CAUSE = "the emulator stopped while the execution was running"


def running() -> int:
    service = sys.modules.get("ministack.services.stepfunctions")
    if service is None:
        return 0
    return sum(execution.get("status") == "RUNNING" for execution in list(service._executions._data.values()))


def abort_running(state: dict, now: datetime | None = None) -> int:
    """Marks all running executions and map runs of a restored state as ABORTED; returns the number of executions."""
    stopped_at = (now or datetime.now(timezone.utc)).strftime("%Y-%m-%dT%H:%M:%S.%f")[:-3] + "Z"
    aborted = 0
    for execution in _values(state.get("executions")):
        if execution.get("status") != "RUNNING":
            continue
        execution.update(status="ABORTED", stopDate=stopped_at, error="Emulator.Stopped", cause=CAUSE)
        events = execution.setdefault("events", [])
        last = events[-1].get("id", len(events)) if events else 0
        events.append({
            "id": last + 1,
            "previousEventId": last,
            "type": "ExecutionAborted",
            "timestamp": stopped_at,
            "executionAbortedEventDetails": {"error": "Emulator.Stopped", "cause": CAUSE},
        })
        aborted += 1
    for run in _values(state.get("map_runs")):
        if run.get("status") == "RUNNING":
            run.update(status="ABORTED", stopDate=stopped_at)
    return aborted


def _values(store) -> list:
    """The records of a restored store, of all accounts and regions."""
    return list(getattr(store, "_data", store or {}).values())
