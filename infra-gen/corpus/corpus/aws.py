"""Mode `aws`: every disagreement with AWS's offline validator, in both directions, on all templates of the checkouts.

`reviewed/aws.toml` explains disagreements: `theirs` holds for errors that only AWS's validator reports, `ours` for errors that
only infra-gen reports.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from . import aws_validator, infra_gen
from .findings import Finding, Nearness, closest, shape
from .report import table
from .reviewed import Entry, Reviewed
from .run import HERE, Run


@dataclass(frozen=True)
class Disagreement:
    side: str  # who reports the error: `AWS` or `infra-gen`
    finding: Finding
    # A finding of the other side at the same place, of a lower severity.
    other: Finding | None
    entry: Entry | None


def run(run: Run) -> tuple[str, bool]:
    """The report, and whether every disagreement is explained."""
    reviewed = {
        "AWS": Reviewed.load(HERE / "reviewed/aws_only.toml", {"not refused", "warning", "gap"}),
        "infra-gen": Reviewed.load(HERE / "reviewed/infra_gen_only.toml", {"correct"}),
    }
    files = run.templates("good") + run.templates("bad")
    ours = {str(result.file): result.findings for result in infra_gen.validate(run.binary, files, run.jobs)}
    theirs = aws_validator.findings(files)
    both, found = 0, []
    for file in theirs:
        agreed, disagreed = _compare(run, ours[file], theirs[file], reviewed)
        both += agreed
        found += disagreed
    open_ones = [one for one in found if one.entry is None]
    parts = [
        "## AWS's offline validator",
        table(
            ["figure", "value"],
            [
                ["templates", len(files)],
                ["errors that both report at the same place", both],
                ["errors of AWS's validator only", sum(1 for one in found if one.side == "AWS")],
                ["errors of infra-gen only", sum(1 for one in found if one.side == "infra-gen")],
                ["without an explanation", len(open_ones)],
            ],
        ),
        "### Without an explanation\n\n" + _groups(run, open_ones),
        "### Explained\n\n" + _explained(found),
    ]
    for name, one in reviewed.items():
        if unused := one.unused():
            parts.append(f"Entries for errors of {name} that match nothing:\n\n" + "\n".join(f"- {entry}" for entry in unused))
    return "\n\n".join(parts), not open_ones


def _compare(
    run: Run, ours: list[Finding], theirs: list[Finding], reviewed: dict[str, Reviewed]
) -> tuple[int, list[Disagreement]]:
    agreed, disagreed = 0, []
    for side, mine, others in (("AWS", theirs, ours), ("infra-gen", ours, theirs)):
        errors = [one for one in others if one.severity == "error"]
        for finding in dict.fromkeys(mine):
            if finding.severity != "error":
                continue
            if closest(finding, errors)[0] >= Nearness.NEAR:
                agreed += side == "infra-gen"
                continue
            nearness, other = closest(finding, [one for one in others if one.severity != "error"])
            entry = reviewed[side].find(finding, run.root)
            disagreed.append(Disagreement(side, finding, other if nearness >= Nearness.NEAR else None, entry))
    return agreed, disagreed


def _groups(run: Run, found: list[Disagreement]) -> str:
    groups: dict[tuple[str, str, str], list[Disagreement]] = defaultdict(list)
    for one in found:
        groups[one.side, one.finding.rule, shape(one.finding.message)].append(one)
    rows = [
        [
            side,
            rule,
            len(group),
            len({one.finding.file for one in group}),
            sum(1 for one in group if one.other),
            message,
            run.where(group[0].finding),
            group[0].finding.message,
        ]
        for (side, rule, message), group in sorted(groups.items(), key=lambda item: -len(item[1]))
    ]
    return table(["by", "rule", "errors", "templates", "warnings of the other", "message", "example", "its message"], rows)


def _explained(found: list[Disagreement]) -> str:
    groups: dict[tuple[str, str, str, str], int] = defaultdict(int)
    for one in found:
        if one.entry:
            groups[one.side, one.finding.rule, one.entry.verdict, one.entry.reason] += 1
    rows = [[*key[:2], count, *key[2:]] for key, count in sorted(groups.items())]
    return table(["by", "rule", "errors", "verdict", "reason"], rows)
