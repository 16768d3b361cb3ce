"""The reviewed lists: disagreements that a person read and explained, with a reason for each.

An entry matches a finding by any of `rule`, `files` (a pattern of file names below the corpus folder), `place` and `message`
(regular expressions). All keys of an entry must match. The verdict `elsewhere` says that the finding belongs to another place, `at`.
"""

from __future__ import annotations

import fnmatch
import re
from dataclasses import dataclass, field
from pathlib import Path

from .findings import Finding

try:
    import tomllib
except ModuleNotFoundError:  # Python 3.10
    import tomli as tomllib

_CONDITIONS = ("rule", "files", "place", "message")
_KEYS = {*_CONDITIONS, "verdict", "reason", "source", "at"}


@dataclass
class Entry:
    verdict: str
    reason: str
    conditions: dict[str, str]
    source: str = ""
    at: str = ""
    used: int = field(default=0, compare=False)

    def matches(self, finding: Finding, file: str) -> bool:
        return all(_holds(key, wanted, finding, file) for key, wanted in self.conditions.items())

    def __str__(self) -> str:
        return ", ".join(f"{key} `{value}`" for key, value in self.conditions.items())


class Reviewed:
    """One reviewed list."""

    def __init__(self, entries: list[Entry]) -> None:
        self.entries = entries

    @classmethod
    def load(cls, path: Path, verdicts: set[str]) -> Reviewed:
        entries = []
        for number, entry in enumerate(tomllib.loads(path.read_text("utf-8")).get("entry", []), start=1):
            if problem := _problem(entry, verdicts):
                raise ValueError(f"{path.name}: entry {number}: {problem}")
            conditions = {key: entry[key] for key in _CONDITIONS if key in entry}
            entries.append(Entry(entry["verdict"], entry["reason"], conditions, entry.get("source", ""), entry.get("at", "")))
        return cls(entries)

    def find(self, finding: Finding, root: Path) -> Entry | None:
        """The first entry that matches, which is then counted as used."""
        file = str(Path(finding.file).relative_to(root))
        for entry in self.entries:
            if entry.matches(finding, file):
                entry.used += 1
                return entry
        return None

    def unused(self) -> list[Entry]:
        return [entry for entry in self.entries if entry.used == 0]


def _holds(key: str, wanted: str, finding: Finding, file: str) -> bool:
    if key == "rule":
        return finding.rule == wanted
    if key == "files":
        return fnmatch.fnmatchcase(file, wanted)
    text = finding.place() if key == "place" else finding.message
    return re.search(wanted, text) is not None


def _problem(entry: dict, verdicts: set[str]) -> str | None:
    if unknown := set(entry) - _KEYS:
        return f"unknown key `{min(unknown)}`"
    if not entry.get("reason"):
        return "`reason` is missing"
    if entry.get("verdict") not in verdicts:
        return f"`verdict` must be one of {', '.join(sorted(verdicts))}"
    if (entry["verdict"] == "elsewhere") != ("at" in entry):
        return "`at` belongs to the verdict `elsewhere`, and only to it"
    if not any(key in entry for key in _CONDITIONS):
        return f"one of {', '.join(_CONDITIONS)} is required"
    return None
