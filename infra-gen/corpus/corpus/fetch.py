"""Mode `fetch`: clones the repositories of `corpora.toml` at their commits."""

from __future__ import annotations

import subprocess
from pathlib import Path

from .templates import Repository


def clone(repository: Repository, root: Path) -> None:
    """Fetches one commit without history. A folder that exists stays as it is."""
    folder = root / repository.name
    if folder.exists():
        return
    folder.mkdir(parents=True)
    for command in (
        ["init", "--quiet"],
        ["fetch", "--quiet", "--depth", "1", repository.url, repository.commit],
        ["checkout", "--quiet", "FETCH_HEAD"],
    ):
        subprocess.run(["git", "-C", folder, *command], check=True)
