import tempfile
import unittest
from pathlib import Path

from corpus.findings import Finding
from corpus.reviewed import Reviewed
from corpus.run import HERE

ROOT = Path("/corpus")


def load(text: str) -> Reviewed:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "list.toml"
        file.write_text(text)
        return Reviewed.load(file, {"correct"})


class Lists(unittest.TestCase):
    def test_an_entry_matches_if_all_its_conditions_hold(self) -> None:
        reviewed = load('[[entry]]\nrule = "E1"\nfiles = "a/*.yaml"\nmessage = "^no "\nverdict = "correct"\nreason = "r"\n')
        inside = Finding("/corpus/a/b/t.yaml", "E1", "no resources")
        self.assertIsNotNone(reviewed.find(inside, ROOT))
        self.assertIsNone(reviewed.find(Finding("/corpus/b/t.yaml", "E1", "no resources"), ROOT))
        self.assertIsNone(reviewed.find(Finding("/corpus/a/t.yaml", "E2", "no resources"), ROOT))
        self.assertEqual(reviewed.unused(), [])

    def test_an_entry_without_reason_or_condition_is_refused(self) -> None:
        for entry in ('rule = "E1"\nverdict = "correct"', 'verdict = "correct"\nreason = "r"', 'rule = "E1"\nverdict = "x"\nreason = "r"'):
            with self.assertRaises(ValueError):
                load(f"[[entry]]\n{entry}\n")

    def test_the_lists_of_this_folder_can_be_read(self) -> None:
        for name, verdicts in (
            ("good", {"correct", "false"}),
            ("cfn_lint", {"not refused", "no verdict", "elsewhere"}),
            ("aws_only", {"not refused", "warning", "gap"}),
            ("infra_gen_only", {"correct"}),
            ("asl", {"refused by AWS", "accepted by AWS"}),
        ):
            Reviewed.load(HERE / f"reviewed/{name}.toml", verdicts)


if __name__ == "__main__":
    unittest.main()
