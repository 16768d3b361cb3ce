"""What a validator reports, and how the places of two findings compare."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum


@dataclass(frozen=True)
class Finding:
    """One finding of one validator.

    `section` and `name` are empty for a finding about the whole file, such as a syntax error. `path` is the path below the
    named entry, written as `Properties.Tags[0].Key`.
    """

    file: str
    rule: str
    message: str
    section: str = ""
    name: str = ""
    path: str = ""
    line: int = 0
    severity: str = "error"
    hint: str = ""

    def place(self) -> str:
        entry = "/".join(part for part in (self.section, self.name) if part)
        return f"{entry} at {self.path}" if self.path else entry or f"line {self.line}"


class Nearness(IntEnum):
    """How close the places of two findings are; larger is closer."""

    ELSEWHERE = 0
    SAME_ENTRY = 1
    NEAR = 2
    SAME = 3


def join_path(segments: list[str | int]) -> str:
    """`["Properties", "Tags", 0, "Key"]` → `Properties.Tags[0].Key`"""
    text = ""
    for segment in segments:
        if isinstance(segment, int):
            text += f"[{segment}]"
        else:
            text += f".{segment}" if text else str(segment)
    return text


def nearness(one: Finding, other: Finding) -> Nearness:
    """`NEAR` is the same line, the same value, the value directly above or below, or the value beside it, if a message names it."""
    same_line = one.line > 0 and one.line == other.line
    if (one.section, one.name) != (other.section, other.name):
        return Nearness.NEAR if same_line else Nearness.ELSEWHERE
    if one.path == other.path and (one.section or same_line):
        return Nearness.SAME
    mine, theirs = _value_path(one.path), _value_path(other.path)
    if same_line or mine == theirs or _parent(mine) == theirs or mine == _parent(theirs):
        return Nearness.NEAR
    if _parent(mine) == _parent(theirs) and (mentions(one, _key(theirs)) or mentions(other, _key(mine))):
        return Nearness.NEAR
    return Nearness.SAME_ENTRY


def closest(finding: Finding, candidates: list[Finding]) -> tuple[Nearness, Finding | None]:
    """The candidate that is closest to `finding`."""
    best, match = Nearness.ELSEWHERE, None
    for candidate in candidates:
        found = nearness(finding, candidate)
        if found > best:
            best, match = found, candidate
    return best, match


def mentions(finding: Finding, name: str) -> bool:
    """Whether the message names the entry `name`: a cycle or a duplicate is one finding, and its message names the others."""
    return re.search(rf"[`\s'{{,]{re.escape(name)}[`\s'}},:]", f" {finding.message} ") is not None


def shape(message: str) -> str:
    """The message without the parts that differ from template to template: quoted values, numbers, lists."""
    text = re.sub(r"`[^`]*`", "`…`", message)
    text = re.sub(r"'[^']*'", "'…'", text)
    text = re.sub(r"\d+", "0", text)
    text = re.sub(r"(`…`)(, `…`)+( or `…`| and `…`)?", "`…`, …", text)
    return text[:160]


# Validators differ in how they write a path from the first intrinsic function on.
_FUNCTION = re.compile(r"(^|\.)(Fn::\w+|Ref|Condition$).*")


def _value_path(path: str) -> str:
    return _FUNCTION.sub("", path)


def _key(path: str) -> str:
    return path.rpartition(".")[2]


def _parent(path: str) -> str:
    return re.sub(r"(^|\.)[^.\[\]]*$|\[\d+\]$", "", path)
