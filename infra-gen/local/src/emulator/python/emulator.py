"""Starts MiniStack under the control of `infra-gen dev`; see `dev_emulator/main.py`."""

from dev_emulator.main import main

main()
