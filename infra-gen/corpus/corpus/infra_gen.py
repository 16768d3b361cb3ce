"""Runs `infra-gen validate` and reads its findings."""

from __future__ import annotations

import re
import subprocess
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from .findings import Finding

# A crash of the tool is a finding of its own rule, so that it is counted and never overlooked.
CRASH = "crash"

_FINDING = re.compile(
    r"(?P<section>[A-Za-z0-9:_-]+)(?:/(?P<name>.*?))?(?: at (?P<path>.*?))?: (?P<message>.*)", re.DOTALL
)
_SYNTAX = re.compile(r"line (?P<line>\d+), column \d+: (?P<message>.*)", re.DOTALL)
_CHECKED = re.compile(r"checked (\d+) of (\d+) resources?")
_VALID = re.compile(r"is valid: (\d+) resources?")


@dataclass
class Result:
    """The outcome for one template; `checked` and `total` are None if the tool did not report them."""

    file: Path
    findings: list[Finding] = field(default_factory=list)
    checked: int | None = None
    total: int | None = None


def validate(binary: Path, files: list[Path], jobs: int) -> list[Result]:
    """Runs the tool once per file, `jobs` at a time."""
    with ThreadPoolExecutor(jobs) as pool:
        return list(pool.map(lambda file: _validate(binary, file), files))


def _validate(binary: Path, file: Path) -> Result:
    try:
        run = subprocess.run(
            [binary, "validate", file], capture_output=True, text=True, errors="replace", timeout=60, check=False
        )
    except subprocess.TimeoutExpired:
        return Result(file, [Finding(str(file), CRASH, "no result after 60 s")])
    if run.returncode not in (0, 1):
        return Result(file, [Finding(str(file), CRASH, f"exit code {run.returncode}: {run.stderr[-300:]}")])
    result = Result(file, read_findings(str(file), run.stderr) if run.returncode else [])
    if run.returncode and not result.findings:
        result.findings = [Finding(str(file), CRASH, f"no finding in the output: {run.stderr[:300]}")]
    if found := _CHECKED.search(run.stdout + run.stderr):
        result.checked, result.total = int(found[1]), int(found[2])
    elif found := _VALID.search(run.stdout + run.stderr):
        result.checked = result.total = int(found[1])
    return result


def read_findings(file: str, output: str) -> list[Finding]:
    """Reads the text output of `infra-gen validate`."""
    findings: list[Finding] = []
    for block in _blocks(output):
        message, _, hint = block.removeprefix("caused by: ").partition("\nhint: ")
        if found := _SYNTAX.fullmatch(message):
            findings.append(Finding(file, "syntax", found["message"], line=int(found["line"]), hint=hint))
        elif found := _FINDING.fullmatch(message):
            findings.append(
                Finding(
                    file,
                    "validate",
                    found["message"],
                    section=found["section"],
                    name=found["name"] or "",
                    path=found["path"] or "",
                    hint=hint,
                )
            )
        else:
            findings.append(Finding(file, "unreadable", message, hint=hint))
    return findings


def _blocks(output: str) -> list[str]:
    """One block per finding: the message, and the hint on a line of its own."""
    blocks: list[str] = []
    for line in output.splitlines()[1:]:
        text = line.strip()
        if not text:
            continue
        if text.startswith("hint: ") and blocks:
            blocks[-1] += f"\n{text}"
        elif line.startswith("  ") and not line.startswith("   "):
            blocks.append(text)
        elif blocks:
            blocks[-1] += f" {text}"
    return blocks
