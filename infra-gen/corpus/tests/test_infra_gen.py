import unittest

from corpus.infra_gen import read_findings

OUTPUT = """\
error: template `t.yaml` is not valid
  Resources/Topic at Properties.TopicNam: `TopicNam` is not a property
    hint: did you mean `TopicName`?
  Resources: the template has no resources
  hint: add at least one
"""


class TextOutput(unittest.TestCase):
    def test_each_finding_has_place_message_and_hint(self) -> None:
        first, second = read_findings("t.yaml", OUTPUT)
        self.assertEqual((first.section, first.name, first.path), ("Resources", "Topic", "Properties.TopicNam"))
        self.assertEqual(first.message, "`TopicNam` is not a property")
        self.assertEqual(first.hint, "did you mean `TopicName`?")
        self.assertEqual((second.section, second.name, second.path), ("Resources", "", ""))
        self.assertEqual(second.hint, "add at least one")

    def test_a_single_finding_is_written_as_the_cause(self) -> None:
        output = "error: template `t.yaml` is not valid\n  caused by: Resources/T at Type: unknown resource type `X`\n"
        (finding,) = read_findings("t.yaml", output)
        self.assertEqual(finding.place(), "Resources/T at Type")

    def test_a_syntax_error_has_a_line(self) -> None:
        output = "error: template `t.yaml` is not valid\n  caused by: line 9, column 3: duplicate key `A` in a map\n"
        (finding,) = read_findings("t.yaml", output)
        self.assertEqual((finding.rule, finding.line), ("syntax", 9))


if __name__ == "__main__":
    unittest.main()
