"""What a run works on: the folder with the checkouts, the tool, the reviewed lists."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from . import templates
from .findings import Finding

HERE = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Run:
    root: Path
    binary: Path
    jobs: int
    cache: Path
    only: tuple[str, ...] = ()
    sample: int | None = None

    def repositories(self) -> list[templates.Repository]:
        """The repositories of `corpora.toml` that are below `root`."""
        listed = templates.repositories(HERE / "corpora.toml")
        return [one for one in listed if (self.root / one.name).is_dir() and (not self.only or one.name in self.only)]

    def templates(self, kind: str) -> list[Path]:
        """The templates of one kind. A template that stands in several repositories counts once."""
        unique = {file.read_bytes(): file for one in reversed(self.repositories()) for file in reversed(one.templates(self.root, kind))}
        found = sorted(unique.values())
        if not found:
            raise FileNotFoundError(f"no {kind} template below `{self.root}`; clone the repositories with `fetch`")
        return found

    def definitions(self, kind: str) -> list[Path]:
        """The state machine definitions of one kind, `machines` or `bad_machines`. Equal files count once."""
        unique = {file.read_bytes(): file for one in reversed(self.repositories()) for file in reversed(one.definitions(self.root, kind))}
        found = sorted(unique.values())
        if not found:
            raise FileNotFoundError(f"no state machine definition below `{self.root}`; clone the repositories with `fetch`")
        return found

    def where(self, finding: Finding) -> str:
        """The file below `root`, with the line if it is known, and the place in it."""
        file = Path(finding.file).relative_to(self.root)
        return f"{file}{f':{finding.line}' if finding.line else ''} {finding.place()}"
