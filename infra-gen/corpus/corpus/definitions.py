"""Finds state machine definitions (Amazon States Language) below a folder."""

from __future__ import annotations

import fnmatch
import json
import re
from pathlib import Path

_SUFFIXES = {".json", ".json5", ".yaml", ".yml", ".asl"}
_SKIPPED_FOLDERS = {".git", "node_modules"}
_STRING = r'"(?:[^"\\\n]|\\.)*"'
_COMMENT = re.compile(rf"({_STRING})|//[^\n]*|/\*.*?\*/", re.DOTALL)
_TRAILING_COMMA = re.compile(rf"({_STRING})|,(?=\s*[}}\]])")
# Placeholders that a test fills in with a value.
_VALUE = re.compile(r"%([A-Z][A-Z_]+)%|(?<=\")_+(TB[CD])_+(?=\")", re.IGNORECASE)
# Placeholders that a test or a template engine fills in with a field or more.
_FIELD = re.compile(r"%[A-Z][a-z]+[A-Z]\w*%|:\s*\{\{")


def find(folder: Path, patterns: tuple[str, ...]) -> list[Path]:
    """The files below `folder` that match a pattern and hold a definition, in a fixed order. `*` also matches `/`."""
    return [
        path
        for path in sorted(folder.rglob("*"))
        if path.suffix in _SUFFIXES
        and not _SKIPPED_FOLDERS.intersection(path.relative_to(folder).parts)
        and any(fnmatch.fnmatchcase(str(path.relative_to(folder)), pattern) for pattern in patterns)
        and path.is_file()
        and is_definition(path.read_text("utf-8-sig", errors="replace"))
    ]


def is_definition(text: str) -> bool:
    """Whether the text is an object with `States` at the top. It need not be a valid definition."""
    if not re.search(r"\bStates\b", text) or _FIELD.search(text):
        return False
    try:
        document = json.loads(plain_json(text))
    except ValueError:
        if text.lstrip().startswith("{"):
            return False
        return re.search(r"^States:", text, re.MULTILINE) is not None and re.search(r"^StartAt:", text, re.MULTILINE) is not None
    return isinstance(document, dict) and isinstance(document.get("States"), dict) and "openapi" not in document


def plain_json(text: str) -> str:
    """JSON without the comments and trailing commas of JSON5."""
    without_comments = _COMMENT.sub(lambda match: match[1] or "", text)
    return _TRAILING_COMMA.sub(lambda match: match[1] or "", without_comments)


def with_substitutions(text: str) -> str:
    """The text with `${NAME}`, which the tool does not judge, in the place of values that a test fills in."""
    return _VALUE.sub(lambda match: "${" + (match[1] or match[2]) + "}", text)
