"""Mode `diff`: on the same changes, nothing that `cdk diff --fail-on` stops may pass `infra-gen diff --fail-on`.

The CDK calls every removal and replacement destructive, which is `--fail-on removal` here. It also ignores whether a value can be
evaluated, so the comparison is one-sided: what stops here and passes there is only counted.
"""

from __future__ import annotations

import hashlib
import json
import subprocess
from collections import defaultdict
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from . import documents
from .changes import Change, Changes
from .report import table
from .run import HERE, Run

# Larger templates hold no change that smaller ones do not.
LARGEST_TEMPLATE = 60_000
# The CDK's kind of change, and ours.
KINDS = {"destructive": "removal", "broadening": "broadening"}
STOPPED_BY_CDK, STOPPED_HERE = 1, 3


@dataclass(frozen=True)
class Compared:
    change: Change
    name: str
    cdk: dict[str, int | None]  # exit codes by the CDK's kind
    ours: dict[str, int]

    def passes_here(self, kind: str) -> bool:
        """Whether the CDK stops the change and we let it pass. An error stops a pipeline, too."""
        return self.cdk[kind] == STOPPED_BY_CDK and self.ours[kind] == 0


def run(run: Run) -> tuple[str, bool]:
    """The report, and whether nothing passes here that the CDK stops."""
    folder = run.cache.resolve() / "changes"
    folder.mkdir(parents=True, exist_ok=True)
    changes = {_write(folder, change): change for change in _sample(_changes(run), run.sample)}
    cdk = _run_cdk(folder, list(changes))
    with ThreadPoolExecutor(run.jobs) as pool:
        ours = list(pool.map(lambda name: _run_infra_gen(run.binary, folder / name), changes))
    compared = [Compared(change, name, cdk[name], found) for (name, change), found in zip(changes.items(), ours)]
    passing = [(kind, one) for kind in KINDS for one in compared if one.passes_here(kind)]
    parts = [
        "## Changes that `cdk diff --fail-on` stops",
        table(["figure", *KINDS], _figures(compared)),
        "### By kind of change\n\n" + _by_kind(compared),
    ]
    if passing:
        parts.append("### Pass here\n\n" + _passing(passing))
    return "\n\n".join(parts), not passing


def _changes(run: Run) -> Iterator[Change]:
    made = Changes()
    for file in run.templates("good"):
        if file.stat().st_size <= LARGEST_TEMPLATE and (template := documents.read(file)):
            yield from made.of(template)


def _sample(changes: Iterator[Change], most: int | None) -> list[Change]:
    """All changes, or about `most`: the same share of each kind, but at least one."""
    listed = list(changes)
    if most is None or len(listed) <= most:
        return listed
    step = len(listed) / most
    seen: dict[str, int] = defaultdict(int)
    chosen = []
    for change in listed:
        number = seen[change.kind]
        seen[change.kind] += 1
        if number == 0 or int(number / step) > int((number - 1) / step):
            chosen.append(change)
    return chosen


def _write(folder: Path, change: Change) -> str:
    """Writes both templates, and a cloud assembly with one stack, the new template. Returns the folder's name."""
    old, new = (json.dumps(template, default=str) for template in (change.old, change.new))
    name = hashlib.sha256(f"{old}\0{new}".encode()).hexdigest()[:16]
    if not (folder / name).exists():
        stack = {
            "type": "aws:cloudformation:stack",
            "environment": "aws://unknown-account/unknown-region",
            "properties": {"templateFile": "new.json"},
        }
        (folder / name).mkdir()
        (folder / name / "old.json").write_text(old)
        (folder / name / "new.json").write_text(new)
        (folder / name / "manifest.json").write_text(json.dumps({"version": "36.0.0", "artifacts": {"Stack": stack}}))
    return name


def _run_cdk(folder: Path, names: list[str]) -> dict[str, dict[str, int | None]]:
    """Runs the CDK for the changes that it has not seen yet; a change is named by its content."""
    missing = [name for name in names if not (folder / name / "cdk.json").exists()]
    if missing:
        listed = folder / "list.json"
        listed.write_text(json.dumps([str(folder / name) for name in missing]))
        with (folder / "cdk.log").open("w") as log:
            subprocess.run(["node", HERE / "cdk/diff.mjs", listed], check=True, stdout=log, stderr=subprocess.STDOUT)
    return {name: json.loads((folder / name / "cdk.json").read_text()) for name in names}


def _run_infra_gen(binary: Path, folder: Path) -> dict[str, int]:
    files = [folder / "old.json", folder / "new.json"]
    return {
        kind: subprocess.run([binary, "diff", *files, "--fail-on", ours], capture_output=True, check=False).returncode
        for kind, ours in KINDS.items()
    }


def _figures(compared: list[Compared]) -> list[list]:
    def count(test) -> list[int]:
        return [sum(1 for one in compared if test(one, kind)) for kind in KINDS]

    return [
        ["changes", *count(lambda one, kind: True)],
        ["the CDK fails", *count(lambda one, kind: one.cdk[kind] not in (0, STOPPED_BY_CDK))],
        ["infra-gen fails", *count(lambda one, kind: one.ours[kind] not in (0, STOPPED_HERE))],
        ["stopped by the CDK", *count(lambda one, kind: one.cdk[kind] == STOPPED_BY_CDK)],
        ["stopped here", *count(lambda one, kind: one.ours[kind] == STOPPED_HERE)],
        ["stopped by the CDK, pass here", *count(Compared.passes_here)],
        ["stopped here, pass the CDK", *count(lambda one, kind: one.ours[kind] == STOPPED_HERE and one.cdk[kind] == 0)],
    ]


def _by_kind(compared: list[Compared]) -> str:
    groups: dict[str, list[Compared]] = defaultdict(list)
    for one in compared:
        groups[one.change.kind].append(one)
    rows = []
    for kind, group in sorted(groups.items()):
        row = [kind, len(group)]
        for theirs in KINDS:
            row += [
                sum(1 for one in group if one.cdk[theirs] == STOPPED_BY_CDK),
                sum(1 for one in group if one.ours[theirs] == STOPPED_HERE),
                sum(1 for one in group if one.passes_here(theirs)),
            ]
        rows.append(row)
    columns = [f"{kind}: {what}" for kind in KINDS for what in ("CDK", "here", "passes here")]
    return table(["change", "number", *columns], rows)


def _passing(passing: list[tuple[str, Compared]]) -> str:
    rows = [[kind, one.change.kind, one.change.type, one.change.place, one.name] for kind, one in passing]
    return table(["fail on", "change", "type", "place", "folder"], rows)
