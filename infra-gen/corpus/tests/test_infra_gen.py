import json
import unittest
from pathlib import Path

from corpus.infra_gen import read_report


def report(findings: list[dict], resources: dict | None) -> str:
    return json.dumps({"files": [{"findings": findings, "resources": resources}]})


def finding(path: list[str | int], **fields: str | int | None) -> dict:
    defaults = {"rule": "r", "severity": "error", "message": "m", "hint": None, "line": None}
    return {**defaults, "path": path, **fields}


class Report(unittest.TestCase):
    def test_the_definitions_next_to_a_template_are_not_its_findings(self) -> None:
        template = {"findings": [], "resources": {"checked": 1, "total": 1}}
        definition = {"findings": [], "resources": None}
        result = read_report(Path("a.yaml"), json.dumps({"files": [template, definition]}))
        self.assertEqual((result.findings, result.checked), ([], 1))

    def test_each_finding_has_rule_place_line_message_and_hint(self) -> None:
        path = ["Resources", "Topic", "Properties", "Tags", 0, "Key"]
        written = finding(path, rule="unknown-property", hint="remove it", line=7)
        (first,) = read_report(Path("t.yaml"), report([written], None)).findings
        self.assertEqual((first.section, first.name, first.path), ("Resources", "Topic", "Properties.Tags[0].Key"))
        self.assertEqual((first.rule, first.severity, first.line), ("unknown-property", "error", 7))
        self.assertEqual((first.message, first.hint), ("m", "remove it"))

    def test_a_finding_may_concern_a_section_or_the_file(self) -> None:
        findings = read_report(Path("t.yaml"), report([finding(["Resources"]), finding([], line=9)], None)).findings
        self.assertEqual([one.place() for one in findings], ["Resources", "line 9"])

    def test_the_coverage_is_read(self) -> None:
        result = read_report(Path("t.yaml"), report([], {"total": 3, "checked": 2}))
        self.assertEqual((result.checked, result.total), (2, 3))
        self.assertEqual(read_report(Path("t.yaml"), report([], None)).total, None)


if __name__ == "__main__":
    unittest.main()
