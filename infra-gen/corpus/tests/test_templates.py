import tempfile
import unittest
from pathlib import Path

from corpus.run import HERE
from corpus.templates import find, is_template, repositories


class Detection(unittest.TestCase):
    def test_a_template_has_resources_at_the_top(self) -> None:
        self.assertTrue(is_template("Resources:\n  T:\n    Type: AWS::SNS::Topic\n"))
        self.assertTrue(is_template('{"Resources": {"T": {"Type": "AWS::SNS::Topic"}}}'))
        self.assertFalse(is_template("resources:\n  Resources:\n    T:\n      Type: AWS::SNS::Topic\n"))
        self.assertFalse(is_template('{"event": {"Resources": {"T": {"Type": "AWS::SNS::Topic"}}}}'))

    def test_a_malformed_template_is_still_a_template(self) -> None:
        self.assertTrue(is_template('{"Resources": {"T": {"Type": "AWS::SNS::Topic"},}}'))

    def test_a_file_with_placeholders_is_not_a_template(self) -> None:
        self.assertFalse(is_template("Resources:\n  T:\n    Type: AWS::SNS::Topic\n{% if x %}\n"))

    def test_all_files_are_found_in_a_folder_of_bad_fixtures(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            (Path(folder) / "empty.yaml").write_text("")
            self.assertEqual(find(Path(folder)), [])
            self.assertEqual(len(find(Path(folder), all_files=True)), 1)

    def test_every_repository_has_templates_or_machines(self) -> None:
        for repository in repositories(HERE / "corpora.toml"):
            self.assertTrue(repository.good or repository.bad or repository.machines, repository.name)


if __name__ == "__main__":
    unittest.main()
