import tempfile
import unittest
from pathlib import Path

from corpus.definitions import find, is_definition, plain_json, with_substitutions

MACHINE = '{"StartAt": "A", "States": {"A": {"Type": "Succeed"}}}'


class Detection(unittest.TestCase):
    def test_a_definition_has_states_at_the_top(self) -> None:
        self.assertTrue(is_definition(MACHINE))
        self.assertTrue(is_definition("StartAt: A\nStates:\n  A:\n    Type: Succeed\n"))
        self.assertFalse(is_definition('{"Definition": ' + MACHINE + "}"))
        self.assertFalse(is_definition('{"States": [1]}'))

    def test_a_file_with_placeholders_is_not_a_definition(self) -> None:
        self.assertFalse(is_definition('{"StartAt": "A", "States": {"A": {"Type": "Choice", "Choices": [{"%OperatorType%": 1}]}}}'))

    def test_comments_and_trailing_commas_are_removed_outside_of_strings(self) -> None:
        self.assertEqual(plain_json('{"a": "x // y, ]", // comment\n"b": [1,],}'), '{"a": "x // y, ]", \n"b": [1]}')

    def test_values_that_a_test_fills_in_become_substitutions(self) -> None:
        self.assertEqual(with_substitutions('["%ROLE_ARN%", "__tbd__", "100 %"]'), '["${ROLE_ARN}", "${tbd}", "100 %"]')

    def test_files_are_found_by_pattern(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            for name in ("good/a.json", "bad/b.json", "good/a.txt"):
                file = Path(folder) / name
                file.parent.mkdir(exist_ok=True)
                file.write_text(MACHINE)
            self.assertEqual([file.name for file in find(Path(folder), ("good/*",))], ["a.json"])
            self.assertEqual(len(find(Path(folder), ("*",))), 2)


if __name__ == "__main__":
    unittest.main()
