"""Mode `good`: errors on templates that are meant to deploy.

`reviewed/good.toml` says which errors are right and which are false. Of the others, an error that cfn-lint or AWS's validator
reports at the same place is confirmed. What remains is false.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from . import aws_validator, cfn_lint, infra_gen
from .findings import Finding, Nearness, closest, shape
from .report import share, table
from .reviewed import Reviewed
from .run import HERE, Run

GOAL = 0.0005


@dataclass(frozen=True)
class Judged:
    finding: Finding
    verdict: str  # `cfn-lint`, `AWS`, `correct` or `false`
    confirmed_by: str = ""  # the rule of the other judge


def run(run: Run) -> tuple[str, bool]:
    """The report, and whether the goal is met."""
    reviewed = Reviewed.load(HERE / "reviewed/good.toml", {"correct", "false"})
    results = infra_gen.validate(run.binary, run.templates("good"), run.jobs)
    judged = _judge(run, results, reviewed)
    false = [one.finding for one in judged if one.verdict == "false"]
    false_files = {finding.file for finding in false}
    met = len(false_files) <= GOAL * len(results)
    parts = [
        "## Templates that are meant to deploy",
        _figures(run, results, judged, false_files),
        f"Goal: false errors on at most {GOAL:.2%} of the templates: {'met' if met else 'not met'}.",
        "### False errors\n\n" + _by_shape(run, false) if false else "",
        "### Confirmed and reviewed errors\n\n" + _by_verdict(judged),
        "### Coverage by repository\n\n" + _coverage(run, results),
    ]
    if unused := [entry for entry in reviewed.unused() if entry.verdict == "correct"]:
        parts.append("Entries of `reviewed/good.toml` that match nothing:\n\n" + "\n".join(f"- {one}" for one in unused))
    return "\n\n".join(part for part in parts if part), met


def _judge(run: Run, results: list[infra_gen.Result], reviewed: Reviewed) -> list[Judged]:
    files = [result.file for result in results if _errors(result)]
    from_aws = aws_validator.findings(files)
    from_cfn_lint = cfn_lint.errors(files, run.jobs, run.cache)
    judged = []
    for result in results:
        for finding in _errors(result):
            aws_errors = [one for one in from_aws[finding.file] if one.severity == "error"]
            judges = {"cfn-lint": from_cfn_lint[finding.file] or [], "AWS": aws_errors}
            judged.append(_judge_one(run, finding, judges, reviewed))
    return judged


def _judge_one(run: Run, finding: Finding, judges: dict[str, list[Finding]], reviewed: Reviewed) -> Judged:
    if entry := reviewed.find(finding, run.root):
        return Judged(finding, entry.verdict)
    for name, others in judges.items():
        nearness, match = closest(finding, others)
        if match and nearness >= Nearness.NEAR:
            return Judged(finding, name, match.rule)
    return Judged(finding, "false")


def _errors(result: infra_gen.Result) -> list[Finding]:
    return [finding for finding in result.findings if finding.severity == "error"]


def _figures(run: Run, results: list[infra_gen.Result], judged: list[Judged], false_files: set[str]) -> str:
    with_errors = {one.finding.file for one in judged}
    counted = [result for result in results if result.total is not None]
    checked, total = sum(result.checked or 0 for result in counted), sum(result.total or 0 for result in counted)
    nothing = sum(1 for result in counted if result.total and not result.checked)
    return table(
        ["figure", "value"],
        [
            ["templates", len(results)],
            ["templates with errors", len(with_errors)],
            ["templates with false errors", f"{len(false_files)} ({share(len(false_files), len(results))})"],
            ["resources checked", f"{checked} of {total} ({share(checked, total)})"],
            ["templates without any checked resource", f"{nothing} ({share(nothing, len(counted))})"],
        ],
    )


def _by_shape(run: Run, findings: list[Finding]) -> str:
    groups: dict[tuple[str, str], list[Finding]] = defaultdict(list)
    for finding in findings:
        groups[finding.rule, shape(finding.message)].append(finding)
    rows = [
        [len({one.file for one in group}), len(group), rule, message, run.where(group[0])]
        for (rule, message), group in sorted(groups.items(), key=lambda item: -len({one.file for one in item[1]}))
    ]
    return table(["templates", "findings", "rule", "message", "example"], rows)


def _by_verdict(judged: list[Judged]) -> str:
    groups: dict[tuple[str, str], list[Judged]] = defaultdict(list)
    for one in judged:
        if one.verdict != "false":
            groups[one.finding.rule, shape(one.finding.message)].append(one)
    rows = []
    for (rule, message), group in sorted(groups.items(), key=lambda item: -len(item[1])):
        counts = [sum(1 for one in group if one.verdict == verdict) for verdict in ("cfn-lint", "AWS", "correct")]
        rows.append([rule, message, *counts, ", ".join(sorted({one.confirmed_by for one in group if one.confirmed_by}))])
    return table(["rule", "message", "cfn-lint", "AWS", "reviewed", "their rules"], rows)


def _coverage(run: Run, results: list[infra_gen.Result]) -> str:
    groups: dict[str, list[infra_gen.Result]] = defaultdict(list)
    for result in results:
        groups[result.file.relative_to(run.root).parts[0]].append(result)
    rows = []
    for name, group in groups.items():
        checked, total = sum(one.checked or 0 for one in group), sum(one.total or 0 for one in group)
        rows.append([name, len(group), sum(1 for one in group if _errors(one)), f"{checked} of {total} ({share(checked, total)})"])
    return table(["repository", "templates", "with errors", "resources checked"], rows)
