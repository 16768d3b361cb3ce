"""MiniStack with an access check, verified snapshots and a drain, as a child process of `infra-gen dev`.

`main.py` wires the parts together and is the only module that changes MiniStack:

- `admission.py`: the rule that decides which requests are accepted. Pure functions.
- `gateway.py`: applies the rule to every HTTP and WebSocket request; counts requests; rejects work while draining.
- `listeners.py`: applies a stricter rule to the Runtime API ports, which only handlers use.
- `snapshots.py`: the folder format of snapshots: write, verify, restore, prune. Independent of MiniStack.
- `saving.py`: takes snapshots of the running process, periodically and on request.
- `executions.py`: counts running Step Functions executions, and aborts those of a restored state.
- `control.py`: the protocol with the parent: commands on stdin, events on the original stdout.
- `redaction.py`: keeps secrets out of the log.
"""
