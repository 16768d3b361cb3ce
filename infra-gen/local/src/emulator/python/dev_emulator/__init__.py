"""MiniStack with an access check, verified snapshots and a drain, as a child process of `infra-gen dev`.

`main.py` wires the parts together and is the only module that changes MiniStack:

- `admission.py`: the rule that decides which requests are accepted. Pure functions.
- `gateway.py`: applies the rule to every HTTP and WebSocket request; counts requests; rejects work while draining.
- `listeners.py`: applies a stricter rule to the Runtime API ports, which only handlers use.
- `snapshots.py`: the folder format of snapshots: write, verify, restore, prune. Knows nothing of MiniStack.
- `saving.py`: takes a snapshot of the running process, now and then and on request.
- `executions.py`: Step Functions executions: how many run, and how they end when the process ends.
- `control.py`: commands from the parent on stdin, events to the parent on what was stdout.
- `redaction.py`: keeps secrets out of the log.
"""
