"""Runs AWS's offline validator (`cloudformation-validate`) in this process."""

from __future__ import annotations

import re
from pathlib import Path

from .findings import Finding

_SECTIONS = {
    "RESOURCE": "Resources",
    "PARAMETER": "Parameters",
    "OUTPUT": "Outputs",
    "MAPPING": "Mappings",
    "METADATA": "Metadata",
    "RULE": "Rules",
    "CONDITION": "Conditions",
    "TRANSFORM": "Transform",
    "FORMAT_VERSION": "AWSTemplateFormatVersion",
    "DESCRIPTION": "Description",
}
# `FATAL` stops a deployment before it starts, `ERROR` while it runs.
_ERRORS = ("FATAL", "ERROR")


def findings(files: list[Path]) -> dict[str, list[Finding]]:
    """All findings per file, warnings included: `severity` is `error`, `warning` or `info`."""
    from cloudformation_validate import CompositeEngine

    engine = CompositeEngine()
    return {str(file): _findings(engine, file) for file in files}


def _findings(engine, file: Path) -> list[Finding]:
    from cloudformation_validate import TemplateContent, ValidationError

    try:
        report = engine.validate_template(TemplateContent(file.read_bytes(), str(file)))
    except ValidationError as error:
        return [Finding(str(file), "ValidationError", str(error))]
    return [_read(str(file), diagnostic) for diagnostic in report.diagnostics]


def _read(file: str, diagnostic) -> Finding:
    section, name, path = _place(diagnostic)
    level = diagnostic.severity.name
    return Finding(
        file,
        diagnostic.rule_id,
        diagnostic.message,
        section=section,
        name=name,
        path=path,
        line=diagnostic.start_line or 0,
        severity="error" if level in _ERRORS else "warning" if level == "WARN" else "info",
    )


def _place(diagnostic) -> tuple[str, str, str]:
    path = re.sub(r"\.(\d+)(?=\.|$)", r"[\1]", diagnostic.property_path or "")
    if diagnostic.entity is None:
        section, _, rest = path.partition(".")
        name, _, rest = rest.partition(".")
        return section, name, rest
    section = _SECTIONS[diagnostic.entity.entity_type.name]
    name = diagnostic.entity.logical_id
    if path.startswith(f"{section}/"):
        # Some paths begin at the section, `Parameters/Size/Type`.
        path = ".".join(path.split("/")[2:])
    return section, name, path
