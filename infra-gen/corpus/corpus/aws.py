"""Mode `aws`: every disagreement with AWS's offline validator, in both directions, on all templates of the checkouts.

A disagreement is explained by an entry of `reviewed/aws_only.toml` or `reviewed/infra_gen_only.toml`, by an entry of
`reviewed/good.toml`, or by cfn-lint: what it reports, too, is right here, or missing here.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from pathlib import Path

from . import aws_validator, cfn_lint, infra_gen
from .findings import Finding, Nearness, closest, mentions, shape
from .report import table
from .reviewed import Entry, Reviewed
from .run import HERE, Run


BY_CFN_LINT = {
    "AWS": Entry("gap", "cfn-lint reports it, too", {}),
    "infra-gen": Entry("correct", "cfn-lint reports it, too", {}),
}


@dataclass(frozen=True)
class Disagreement:
    side: str  # who reports the error: `AWS` or `infra-gen`
    finding: Finding
    # A finding of the other side about the same mistake, of a lower severity.
    other: Finding | None
    entry: Entry | None = None


def run(run: Run) -> tuple[str, bool]:
    """The report, and whether every disagreement is explained."""
    files = run.templates("good") + run.templates("bad")
    ours = {str(result.file): result.findings for result in infra_gen.validate(run.binary, files, run.jobs)}
    both, found = 0, []
    for file, theirs in aws_validator.findings(files).items():
        agreed, disagreed = _compare(ours[file], theirs)
        both += agreed
        found += disagreed
    lists = {
        "AWS": [Reviewed.load(HERE / "reviewed/aws_only.toml", {"not refused", "warning", "gap"})],
        "infra-gen": [
            Reviewed.load(HERE / "reviewed/infra_gen_only.toml", {"correct"}),
            Reviewed.load(HERE / "reviewed/good.toml", {"correct", "false"}),
        ],
    }
    found = _explain(run, found, lists)
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
        "### Without an explanation\n\n" + _groups(run, open_ones) if open_ones else "",
        "### Explained\n\n" + _explained(found),
    ]
    for side, (own, *_) in lists.items():
        if unused := own.unused():
            parts.append(f"Entries for errors of {side} that match nothing:\n\n" + "\n".join(f"- {entry}" for entry in unused))
    return "\n\n".join(part for part in parts if part), not open_ones


def _compare(ours: list[Finding], theirs: list[Finding]) -> tuple[int, list[Disagreement]]:
    """The number of errors of infra-gen that AWS's validator reports, too; and the others of both sides."""
    agreed, disagreed = 0, []
    for side, mine, others in (("AWS", theirs, ours), ("infra-gen", ours, theirs)):
        errors = [one for one in others if one.severity == "error"]
        for finding in dict.fromkeys(mine):
            if finding.severity != "error":
                continue
            if _reported(finding, errors):
                agreed += side == "infra-gen"
            else:
                lower = [one for one in others if one.severity != "error"]
                disagreed.append(Disagreement(side, finding, _reported(finding, lower)))
    return agreed, disagreed


def _explain(run: Run, found: list[Disagreement], lists: dict[str, list[Reviewed]]) -> list[Disagreement]:
    explained = [
        replace(one, entry=next((entry for each in lists[one.side] if (entry := each.find(one.finding, run.root))), None))
        for one in found
    ]
    files = {Path(one.finding.file) for one in explained if one.entry is None}
    by_cfn_lint = cfn_lint.errors(sorted(files), run.jobs, run.cache)
    return [
        replace(one, entry=BY_CFN_LINT[one.side])
        if one.entry is None and _reported(one.finding, by_cfn_lint[one.finding.file] or [])
        else one
        for one in explained
    ]


def _reported(finding: Finding, others: list[Finding]) -> Finding | None:
    """A finding of the other side that is about the same mistake.

    AWS's validator places some findings at the resource as a whole, and reports a cycle or a pair once per member.
    """
    nearness, match = closest(finding, others)
    if match and (nearness >= Nearness.NEAR or nearness == Nearness.SAME_ENTRY and not (finding.path and match.path)):
        return match
    return next((one for one in others if _names_each_other(finding, one) or _names_the_key(finding, one)), None)


def _names_each_other(one: Finding, other: Finding) -> bool:
    """Whether both are about several entries, and name those of the other."""
    return bool(one.name and other.name) and mentions(one, other.name) and mentions(other, one.name)


def _names_the_key(one: Finding, other: Finding) -> bool:
    """Whether one is about the document as a whole, such as a duplicate key, and names the key that the other is about."""
    return any(
        not whole.section and bool(key := placed.path.rpartition(".")[2]) and mentions(whole, key)
        for whole, placed in ((one, other), (other, one))
    )


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
