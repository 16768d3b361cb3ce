"""Writes figures as Markdown tables."""

from __future__ import annotations

from collections.abc import Iterable


def share(part: int, whole: int) -> str:
    return f"{part / whole:.2%}" if whole else "–"


def table(header: list[str], rows: Iterable[list]) -> str:
    lines = ["| " + " | ".join(header) + " |", "|" + " --- |" * len(header)]
    lines += ["| " + " | ".join(_cell(value) for value in row) + " |" for row in rows]
    return "\n".join(lines)


def _cell(value: object) -> str:
    text = str(value).replace("|", "\\|").replace("\n", " ")
    return text if len(text) <= 200 else f"{text[:199]}…"
