"""Reads a template into plain dicts and lists, with short tags written out. It checks nothing."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path


def read(file: Path) -> dict | None:
    """The template, or None if it is neither JSON nor YAML, or no map."""
    text = file.read_text("utf-8", errors="replace")
    try:
        document = json.loads(text)
    except ValueError:
        document = _read_yaml(text)
    return document if isinstance(document, dict) else None


def _read_yaml(text: str):
    import yaml

    try:
        return yaml.load(text, _loader())
    except (yaml.YAMLError, ValueError):
        return None


@cache
def _loader():
    import yaml

    class Loader(yaml.CSafeLoader):
        pass

    Loader.add_multi_constructor("!", _function)
    # `Version: 2012-10-17` is a string in a template.
    Loader.add_constructor("tag:yaml.org,2002:timestamp", Loader.construct_yaml_str)
    return Loader


def _function(loader, suffix: str, node) -> dict:
    import yaml

    if isinstance(node, yaml.ScalarNode):
        value = loader.construct_scalar(node)
        if suffix == "GetAtt":
            value = value.split(".", 1)
    elif isinstance(node, yaml.SequenceNode):
        value = loader.construct_sequence(node, deep=True)
    else:
        value = loader.construct_mapping(node, deep=True)
    return {suffix if suffix in ("Ref", "Condition") else f"Fn::{suffix}": value}
