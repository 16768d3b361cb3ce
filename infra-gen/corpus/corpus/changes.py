"""Makes changes from templates: each is an old and a new template that differ in one respect.

Each kind of change is made once per resource type (and property), at its first occurrence, so the list is long enough to cover the
types and short enough to run. The order of the templates decides, so equal checkouts give equal changes.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

OPEN_POLICY = {"Effect": "Allow", "Action": "*", "Resource": "*"}
ADMINISTRATOR = "arn:aws:iam::aws:policy/AdministratorAccess"
ANYWHERE = "0.0.0.0/0"


@dataclass(frozen=True)
class Change:
    """`kind` says what was done, `place` where."""

    kind: str
    type: str
    place: str
    old: dict
    new: dict


class Changes:
    """Remembers which changes were made already."""

    def __init__(self) -> None:
        self._made: set[tuple[str, str, str]] = set()

    def of(self, template: dict) -> Iterator[Change]:
        resources = template.get("Resources")
        if not isinstance(resources, dict):
            return
        for name, resource in resources.items():
            if isinstance(resource, dict) and isinstance(resource.get("Type"), str):
                yield from self._of_resource(template, name, resource)

    def _of_resource(self, template: dict, name: str, resource: dict) -> Iterator[Change]:
        type_ = resource["Type"]
        other = "AWS::SNS::Topic" if type_ != "AWS::SNS::Topic" else "AWS::SQS::Queue"
        kept = resource.get("DeletionPolicy", "Delete")
        without = partial(_edited, template, lambda resources: resources.pop(name))
        if self._is_new("remove", type_, str(kept)):
            yield Change("remove", type_, f"{name}, {kept}", template, without())
        if self._is_new("add", type_, ""):
            yield Change("add", type_, name, without(), template)
        if self._is_new("rename", type_, ""):
            yield Change("rename", type_, name, template, _edited(template, lambda resources: _rename(resources, name)))
        if self._is_new("type", type_, ""):
            retyped = _edited(template, lambda resources: resources[name].update(Type=other))
            yield Change("type", type_, name, template, retyped)
        for path, value in _values(resource.get("Properties", {}), ("Properties",)):
            place = ".".join(str(part) for part in path if not isinstance(part, int))
            for kind, edited in _edits(path, value):
                if self._is_new(kind, type_, place):
                    new = _edited(template, lambda resources: _set(resources[name], path, edited))
                    yield Change(kind, type_, f"{name} at {place}", template, new)

    def _is_new(self, kind: str, type_: str, key: str) -> bool:
        made = (kind, type_, key)
        if made in self._made:
            return False
        self._made.add(made)
        return True


REMOVED = object()


def _edits(path: tuple, value: object) -> Iterator[tuple[str, object]]:
    """The changes of one value: kind and new value."""
    key = path[-1]
    if len(path) == 2:
        yield "remove property", REMOVED
    if isinstance(value, bool):
        yield "value", not value
    elif isinstance(value, (int, float)):
        yield "value", value + 1
    elif isinstance(value, str):
        yield "value", f"{value}x"
        if key in ("CidrIp", "CidrIpv6", "CidrBlock"):
            yield "open to all addresses", ANYWHERE
    if key == "Statement" and isinstance(value, list):
        yield "allow everything", [*value, _statement(value)]
    if key in ("Action", "Resource", "Principal"):
        yield f"any {key}", "*"
    if key == "Condition" and isinstance(value, dict):
        yield "drop condition", REMOVED
    if key == "ManagedPolicyArns" and isinstance(value, list):
        yield "administrator", [*value, ADMINISTRATOR]
    if key in ("SecurityGroupIngress", "SecurityGroupEgress") and isinstance(value, list):
        yield "open to all addresses", [*value, {"IpProtocol": "-1", "CidrIp": ANYWHERE}]


def _statement(statements: list) -> dict:
    """A statement that allows everything, with a principal where the others have one."""
    has_principal = any(isinstance(one, dict) and "Principal" in one for one in statements)
    return {**OPEN_POLICY, "Principal": "*"} if has_principal else OPEN_POLICY


def _values(value: object, path: tuple) -> Iterator[tuple[tuple, object]]:
    """All values below `value`; of a list, those of the first item."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if isinstance(key, str):
                yield (*path, key), inner
                yield from _values(inner, (*path, key))
    elif isinstance(value, list) and value:
        yield from _values(value[0], (*path, 0))


def _set(resource: dict, path: tuple, value: object) -> None:
    inner = resource
    for part in path[:-1]:
        inner = inner[part]
    if value is REMOVED:
        del inner[path[-1]]
    else:
        inner[path[-1]] = value


def _rename(resources: dict, name: str) -> None:
    resources[f"{name}Renamed"] = resources.pop(name)


def _edited(template: dict, edit: Callable[[dict], object]) -> dict:
    """A copy of the template with edited resources. Only the resources are copied."""
    new = dict(template)
    new["Resources"] = copy.deepcopy(template["Resources"])
    edit(new["Resources"])
    return new
