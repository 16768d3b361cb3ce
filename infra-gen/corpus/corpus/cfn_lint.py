"""Runs cfn-lint and reads its errors.

cfn-lint needs seconds where the other judges need milliseconds, so its findings are kept in a folder, by the version of cfn-lint and
the template's path and content. The findings for a template with nested templates depend on the files next to it, too.
"""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict
from importlib.metadata import version
from pathlib import Path

from .findings import Finding, join_path

BATCH = 40
# Change it when `read` changes, so that kept findings are read again.
READER = "2"


def errors(files: list[Path], jobs: int, cache: Path) -> dict[str, list[Finding] | None]:
    """The findings of the rules `E…` per file; None for a file on which cfn-lint crashes."""
    cache.mkdir(parents=True, exist_ok=True)
    kept = {file: cache / f"{_key(file)}.json" for file in files}
    missing = [file for file in files if not kept[file].exists()]
    batches = [missing[start : start + BATCH] for start in range(0, len(missing), BATCH)]
    with ThreadPoolExecutor(jobs) as pool:
        for batch in pool.map(_run, batches):
            for file, found in batch.items():
                kept[file].write_text(json.dumps(found and [asdict(finding) for finding in found]))
    return {str(file): _kept(kept[file]) for file in files}


def _kept(file: Path) -> list[Finding] | None:
    found = json.loads(file.read_text())
    return None if found is None else [Finding(**finding) for finding in found]


def _key(file: Path) -> str:
    content = file.read_bytes()
    nested = b"TemplateURL" in content or b"AWS::Serverless::Application" in content
    unique = [version("cfn-lint").encode(), READER.encode(), str(file).encode(), content]
    if nested:
        unique += [other.read_bytes() for other in sorted(file.parent.iterdir()) if other.is_file()]
    return hashlib.sha256(b"\0".join(unique)).hexdigest()


def _run(files: list[Path]) -> dict[Path, list[Finding] | None]:
    command = [Path(sys.executable).with_name("cfn-lint"), "--format", "json", "--ignore-checks", "W", "I", "--"]
    run = subprocess.run([*command, *files], capture_output=True, text=True, check=False)
    try:
        entries = [read(entry) for entry in json.loads(run.stdout)]
    except json.JSONDecodeError:
        # One crash loses the findings of the whole call.
        if len(files) == 1:
            return {files[0]: None}
        middle = len(files) // 2
        return _run(files[:middle]) | _run(files[middle:])
    found: dict[Path, list[Finding] | None] = {file: [] for file in files}
    for entry in entries:
        file = Path(entry.file)
        # A finding in a nested template that is not in this call belongs to no file of it.
        if file in found:
            found[file].append(entry)
    return found


def read(entry: dict) -> Finding:
    """One entry of cfn-lint's JSON output."""
    path = entry["Location"].get("Path") or []
    if path and path[0] == "Mappings":
        # A number is a key here, never an index.
        path = [str(segment) for segment in path]
    named = len(path) > 1 and isinstance(path[1], str)
    return Finding(
        entry["Filename"],
        entry["Rule"]["Id"],
        entry["Message"],
        section=str(path[0]) if path else "",
        name=path[1] if named else "",
        path=join_path(path[2:] if named else path[1:]),
        line=entry["Location"]["Start"]["LineNumber"],
    )
