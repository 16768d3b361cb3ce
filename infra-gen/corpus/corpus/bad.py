"""Mode `bad`: which errors of cfn-lint we report at the same place.

`reviewed/cfn_lint.toml` lists errors that neither CloudFormation nor the service refuses; they do not count.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass

from . import cfn_lint, infra_gen
from .findings import Finding, Nearness, closest, mentions, shape
from .report import share, table
from .reviewed import Reviewed
from .run import HERE, Run

GOAL = 0.95
EXAMPLES = 3
# One finding of ours for a cycle or a pair; cfn-lint reports each member.
GROUPS = {"E3004", "E3019", "E3022", "E3060"}


@dataclass(frozen=True)
class Compared:
    theirs: Finding
    nearness: Nearness
    ours: Finding | None
    excused: str = ""

    @property
    def reported(self) -> bool:
        return self.nearness >= Nearness.NEAR


def run(run: Run) -> tuple[str, bool]:
    """The report, and whether the goal is met."""
    reviewed = Reviewed.load(HERE / "reviewed/cfn_lint.toml", {"not refused", "no verdict", "elsewhere"})
    files = run.templates("bad")
    ours = {str(result.file): result.findings for result in infra_gen.validate(run.binary, files, run.jobs)}
    theirs = cfn_lint.errors(files, run.jobs, run.cache)
    crashed = [file for file, found in theirs.items() if found is None]
    compared = [
        _compare(run, finding, ours[file], reviewed)
        for file, found in theirs.items()
        for finding in dict.fromkeys(found or [])
    ]
    counted = [one for one in compared if not one.excused]
    reported = sum(1 for one in counted if one.reported)
    met = reported >= GOAL * len(counted)
    parts = [
        "## Templates with errors",
        table(
            ["figure", "value"],
            [
                ["templates", len(files)],
                ["templates on which cfn-lint crashes", len(crashed)],
                ["errors of cfn-lint", len(compared)],
                ["not refused by CloudFormation or the service", len(compared) - len(counted)],
                ["reported at the same place", f"{reported} of {len(counted)} ({share(reported, len(counted))})"],
                ["of these, at exactly the same path", sum(1 for one in counted if one.nearness == Nearness.SAME)],
                ["of these, as warnings", sum(1 for one in counted if one.reported and one.ours and one.ours.severity != "error")],
                ["another finding in the same entry", sum(1 for one in counted if one.nearness == Nearness.SAME_ENTRY)],
            ],
        ),
        f"Goal: at least {GOAL:.0%} reported at the same place: {'met' if met else 'not met'}.",
        "### By rule\n\n" + _by_rule(counted),
        "### Missed\n\n" + _missed(run, counted),
        "### Not refused\n\n" + _excused(compared),
    ]
    if unused := reviewed.unused():
        parts.append("Entries of `reviewed/cfn_lint.toml` that match nothing:\n\n" + "\n".join(f"- {one}" for one in unused))
    return "\n\n".join(parts), met


def _compare(run: Run, theirs: Finding, ours: list[Finding], reviewed: Reviewed) -> Compared:
    nearness, match = closest(theirs, ours)
    if nearness < Nearness.NEAR and theirs.rule in GROUPS:
        if member := next((one for one in ours if mentions(one, theirs.name)), None):
            nearness, match = Nearness.NEAR, member
    entry = reviewed.find(theirs, run.root)
    if entry is None:
        return Compared(theirs, nearness, match)
    if entry.verdict == "elsewhere":
        match = next((one for one in ours if re.search(entry.at, one.place())), None)
        return Compared(theirs, Nearness.NEAR if match else nearness, match)
    return Compared(theirs, nearness, match, f"{entry.verdict}: {entry.reason}")


def _by_rule(counted: list[Compared]) -> str:
    groups: dict[str, list[Compared]] = defaultdict(list)
    for one in counted:
        groups[one.theirs.rule].append(one)
    rows = []
    for rule, group in sorted(groups.items(), key=lambda item: -sum(1 for one in item[1] if not one.reported)):
        reported = [one for one in group if one.reported]
        ours = {f"{one.ours.rule}: {shape(one.ours.message)}" for one in reported if one.ours}
        rows.append([rule, len(group), len(group) - len(reported), share(len(reported), len(group)), "; ".join(sorted(ours))])
    return table(["rule", "errors", "missed", "reported", "our findings there"], rows)


def _missed(run: Run, counted: list[Compared]) -> str:
    groups: dict[tuple[str, str], list[Compared]] = defaultdict(list)
    for one in counted:
        if not one.reported:
            groups[one.theirs.rule, shape(one.theirs.message)[:40]].append(one)
    rows = []
    for (rule, _), group in sorted(groups.items(), key=lambda item: -len(item[1])):
        for one in group[:EXAMPLES]:
            rows.append([rule, len(group), run.where(one.theirs), one.theirs.message])
    return table(["rule", "missed", "example", "cfn-lint's message"], rows)


def _excused(compared: list[Compared]) -> str:
    groups: dict[tuple[str, str], int] = defaultdict(int)
    for one in compared:
        if one.excused:
            groups[one.theirs.rule, one.excused] += 1
    rows = [[rule, count, reason] for (rule, reason), count in sorted(groups.items())]
    return table(["rule", "errors", "verdict"], rows)
