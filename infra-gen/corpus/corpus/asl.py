"""Mode `asl`: state machine definitions that AWS accepts or publishes, and definitions that are wrong on purpose.

The name or folder of a file says which it is. `reviewed/asl.toml` explains the disagreements: which published definitions
Step Functions refuses all the same, and which definitions that are wrong on purpose it accepts.
"""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from . import definitions, infra_gen
from .findings import Finding, shape
from .report import share, table
from .reviewed import Reviewed
from .run import HERE, Run

FALSE_GOAL = 0.005
REFUSED_GOAL = 0.92
VERDICTS = {"refused by AWS", "accepted by AWS"}


def run(run: Run) -> tuple[str, bool]:
    """The report, and whether the goals are met."""
    reviewed = Reviewed.load(HERE / "reviewed/asl.toml", VERDICTS)
    good = _validate(run, "machines")
    bad = _validate(run, "bad_machines")
    false = [finding for result in good for finding in _errors(result) if not _explained(reviewed, finding, run.root, "refused by AWS")]
    false_files = {finding.file for finding in false}
    missed = [result for result in bad if not _errors(result) and not _explained(reviewed, _accepted(result), run.root, "accepted by AWS")]
    false_met, refused_met = len(false_files) <= FALSE_GOAL * len(good), len(bad) - len(missed) >= REFUSED_GOAL * len(bad)
    with_errors, refused = sum(1 for result in good if _errors(result)), sum(1 for result in bad if _errors(result))
    warned = sum(1 for result in good if any(finding.severity == "warning" for finding in result.findings))
    parts = [
        "## State machine definitions",
        table(
            ["figure", "value"],
            [
                ["definitions that AWS accepts or publishes", len(good)],
                ["of these refused", f"{with_errors} ({share(with_errors, len(good))})"],
                ["refused, and AWS does not refuse them", f"{len(false_files)} ({share(len(false_files), len(good))})"],
                ["with warnings", f"{warned} ({share(warned, len(good))})"],
                ["definitions that are wrong on purpose", len(bad)],
                ["of these refused", f"{refused} ({share(refused, len(bad))})"],
                ["refused, or AWS accepts them", f"{len(bad) - len(missed)} ({share(len(bad) - len(missed), len(bad))})"],
            ],
        ),
        f"Goal: at most {FALSE_GOAL:.1%} refused that AWS does not refuse: {_met(false_met)}; "
        f"at least {REFUSED_GOAL:.0%} of the wrong ones refused: {_met(refused_met)}.",
        "### False errors\n\n" + _by_shape(run, false) if false else "",
        "### Wrong definitions that are accepted\n\n" + "\n".join(f"- {result.file.relative_to(run.root)}" for result in missed) if missed else "",
        "### Warnings\n\n" + _by_shape(run, [one for result in good for one in result.findings if one.severity == "warning"]),
    ]
    if unused := reviewed.unused():
        parts.append("Entries of `reviewed/asl.toml` that match nothing:\n\n" + "\n".join(f"- {one}" for one in unused))
    return "\n\n".join(part for part in parts if part), false_met and refused_met


def _met(met: bool) -> str:
    return "met" if met else "not met"


def _validate(run: Run, kind: str) -> list[infra_gen.Result]:
    files = run.definitions(kind)
    readable = {_readable(run, file): file for file in files}
    results = infra_gen.validate(run.binary, list(readable), run.jobs, "--asl")
    return [_named(result, readable[result.file]) for result in results]


def _readable(run: Run, file: Path) -> Path:
    """The file, or a copy without comments and placeholders if it is JSON5."""
    if file.suffix != ".json5":
        return file
    copy = run.cache / "definitions" / file.relative_to(run.root).with_suffix(".json")
    copy.parent.mkdir(parents=True, exist_ok=True)
    copy.write_text(definitions.with_substitutions(definitions.plain_json(file.read_text("utf-8-sig"))), "utf-8")
    return copy


def _named(result: infra_gen.Result, file: Path) -> infra_gen.Result:
    findings = [Finding(**{**vars(finding), "file": str(file)}) for finding in result.findings]
    return infra_gen.Result(file, findings)


def _errors(result: infra_gen.Result) -> list[Finding]:
    return [finding for finding in result.findings if finding.severity == "error"]


def _accepted(result: infra_gen.Result) -> Finding:
    return Finding(str(result.file), "", "no error")


def _explained(reviewed: Reviewed, finding: Finding, root: Path, verdict: str) -> bool:
    entry = reviewed.find(finding, root)
    return entry is not None and entry.verdict == verdict


def _by_shape(run: Run, findings: list[Finding]) -> str:
    groups: dict[tuple[str, str], list[Finding]] = defaultdict(list)
    for finding in findings:
        groups[finding.rule, shape(finding.message)].append(finding)
    rows = [
        [len({one.file for one in group}), rule, message, run.where(group[0])]
        for (rule, message), group in sorted(groups.items(), key=lambda item: -len({one.file for one in item[1]}))
    ]
    return table(["definitions", "rule", "message", "example"], rows)
