"""Runs `infra-gen validate` and reads its findings."""

from __future__ import annotations

import json
import subprocess
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from .findings import Finding, join_path

# A crash of the tool is a finding of its own rule, so that it is counted and never overlooked.
CRASH = "crash"


@dataclass
class Result:
    """The outcome for one template; `checked` and `total` are None if the tool did not report them."""

    file: Path
    findings: list[Finding] = field(default_factory=list)
    checked: int | None = None
    total: int | None = None


def validate(binary: Path, files: list[Path], jobs: int, *options: str) -> list[Result]:
    """Runs the tool once per file, `jobs` at a time. `options` stand before the file."""
    with ThreadPoolExecutor(jobs) as pool:
        return list(pool.map(lambda file: _validate(binary, file, options), files))


def _validate(binary: Path, file: Path, options: tuple[str, ...]) -> Result:
    try:
        run = subprocess.run(
            [binary, "validate", *options, file, "--format", "json", "--quiet"],
            capture_output=True,
            text=True,
            errors="replace",
            timeout=60,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return Result(file, [Finding(str(file), CRASH, "no result after 60 s")])
    if run.returncode not in (0, 1):
        return Result(file, [Finding(str(file), CRASH, f"exit code {run.returncode}: {run.stderr[-300:]}")])
    try:
        return read_report(file, run.stdout)
    except (ValueError, KeyError) as error:
        return Result(file, [Finding(str(file), CRASH, f"no report: {error!r}; {run.stderr[:300]}")])


def read_report(file: Path, output: str) -> Result:
    """Reads the output of `infra-gen validate --format json`; `docs/validate.schema.json` describes it."""
    # The definitions of state machines in files next to the template follow it.
    checked, *_definitions = json.loads(output)["files"]
    findings = [_finding(str(file), finding) for finding in checked["findings"]]
    resources = checked["resources"]
    if resources is None:
        return Result(file, findings)
    return Result(file, findings, resources["checked"], resources["total"])


def _finding(file: str, finding: dict) -> Finding:
    section, name, *path = [*finding["path"], "", ""] if len(finding["path"]) < 2 else finding["path"]
    return Finding(
        file,
        finding["rule"],
        finding["message"],
        section=section,
        name=name,
        path=join_path([segment for segment in path if segment != ""]),
        line=finding["line"] or 0,
        severity=finding["severity"],
        hint=finding["hint"] or "",
    )
