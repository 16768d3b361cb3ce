"""Finds templates and state machines: below a folder, and in the checkouts that `corpora.toml` lists."""

from __future__ import annotations

import fnmatch
import json
import re
from dataclasses import dataclass
from pathlib import Path

from . import definitions

try:
    import tomllib
except ModuleNotFoundError:  # Python 3.10
    import tomli as tomllib

_SUFFIXES = {".yaml", ".yml", ".json", ".template"}
_SKIPPED_FOLDERS = {".git", "node_modules"}
_YAML_RESOURCES = re.compile(r"""^["']?Resources["']?\s*:""", re.MULTILINE)
_JSON_RESOURCES = re.compile(r'"Resources"\s*:')
_MARK = re.compile(r"""AWSTemplateFormatVersion|Type["']?\s*:\s*["']?[A-Z][A-Za-z0-9]+::""")
# Placeholders of cookiecutter and Jinja: the file becomes a template when something fills them in.
_PLACEHOLDER = re.compile(r"\{%|\{\{ ?cookiecutter")


@dataclass(frozen=True)
class Repository:
    """One public repository: where it is, and where it holds which kind of template and state machine."""

    name: str
    url: str
    commit: str
    good: tuple[str, ...] = ()
    bad: tuple[str, ...] = ()
    machines: tuple[str, ...] = ()
    bad_machines: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()

    def templates(self, root: Path, kind: str) -> list[Path]:
        """The templates of one kind, `good` or `bad`. A bad fixture may be no template at all, so all its files count."""
        found: list[Path] = []
        for folder in getattr(self, kind):
            found += find(root / self.name / folder, all_files=kind == "bad")
        return [file for file in found if not self._excludes(file.relative_to(root / self.name))]

    def definitions(self, root: Path, kind: str) -> list[Path]:
        """The state machine definitions of one kind, `machines` or `bad_machines`."""
        found = definitions.find(root / self.name, getattr(self, kind))
        if kind == "machines":
            bad = set(definitions.find(root / self.name, self.bad_machines))
            found = [file for file in found if file not in bad]
        return [file for file in found if not self._excludes(file.relative_to(root / self.name))]

    def _excludes(self, file: Path) -> bool:
        return any(fnmatch.fnmatchcase(str(file), pattern) for pattern in self.exclude)


def repositories(path: Path) -> list[Repository]:
    """Reads `corpora.toml`."""
    entries = tomllib.loads(path.read_text("utf-8"))["repository"]
    return [
        Repository(
            entry["name"],
            entry["url"],
            entry["commit"],
            tuple(entry.get("good", ())),
            tuple(entry.get("bad", ())),
            tuple(entry.get("machines", ())),
            tuple(entry.get("bad_machines", ())),
            tuple(excluded["files"] for excluded in entry.get("exclude", ())),
        )
        for entry in entries
    ]


def find(folder: Path, *, all_files: bool = False) -> list[Path]:
    """The templates below `folder`, in a fixed order; with `all_files`, every YAML and JSON file."""
    if folder.is_file():
        return [folder]
    return [
        path
        for path in sorted(folder.rglob("*"))
        if path.suffix in _SUFFIXES
        and not _SKIPPED_FOLDERS.intersection(path.relative_to(folder).parts)
        and path.is_file()
        and (all_files or is_template(path.read_text("utf-8", errors="replace")))
    ]


def is_template(text: str) -> bool:
    """Whether the text has a top-level `Resources` section and looks like CloudFormation. It need not be a valid template."""
    if not _MARK.search(text) or _PLACEHOLDER.search(text):
        return False
    if not text.lstrip().startswith("{"):
        return _YAML_RESOURCES.search(text) is not None
    try:
        parsed = json.loads(text)
    except ValueError:
        return _JSON_RESOURCES.search(text) is not None
    return isinstance(parsed, dict) and "Resources" in parsed
