import unittest

from corpus.findings import Finding, Nearness, closest, join_path, mentions, nearness, shape


def at(path: str, name: str = "Table", line: int = 0) -> Finding:
    return Finding("t.yaml", "rule", "message", "Resources", name, path, line)


class Places(unittest.TestCase):
    def test_list_indexes_are_in_brackets(self) -> None:
        self.assertEqual(join_path(["Properties", "Tags", 0, "Key"]), "Properties.Tags[0].Key")
        self.assertEqual(join_path([]), "")

    def test_equal_paths_are_the_same_place(self) -> None:
        self.assertEqual(nearness(at("Properties.Name"), at("Properties.Name")), Nearness.SAME)

    def test_the_value_above_or_below_is_near(self) -> None:
        self.assertEqual(nearness(at("Properties"), at("Properties.Name")), Nearness.NEAR)
        self.assertEqual(nearness(at("Properties.Tags[0]"), at("Properties.Tags")), Nearness.NEAR)
        self.assertEqual(nearness(at("Type"), at("")), Nearness.NEAR)
        self.assertEqual(nearness(at("Properties"), at("Properties.Tags[0]")), Nearness.SAME_ENTRY)

    def test_the_value_beside_is_near_if_a_message_names_it(self) -> None:
        both = Finding("t.yaml", "rule", "`Action` excludes `NotAction`", "Resources", "Table", "Properties.NotAction")
        self.assertEqual(nearness(at("Properties.Action"), both), Nearness.NEAR)
        self.assertEqual(nearness(at("Properties.Effect"), both), Nearness.SAME_ENTRY)

    def test_paths_inside_a_function_do_not_count(self) -> None:
        self.assertEqual(nearness(at("Properties.Name.Fn::Join[1][0].Ref"), at("Properties.Name.Fn::Join")), Nearness.NEAR)
        self.assertEqual(nearness(at("Properties.Name.Ref"), at("Properties.Name")), Nearness.NEAR)

    def test_the_same_line_is_near_whatever_the_path(self) -> None:
        self.assertEqual(nearness(at("Properties.A", line=4), at("Properties.B.C", line=4)), Nearness.NEAR)

    def test_another_resource_is_elsewhere(self) -> None:
        self.assertEqual(nearness(at("Properties.Name"), at("Properties.Name", name="Other")), Nearness.ELSEWHERE)

    def test_findings_about_the_whole_file_need_the_same_line(self) -> None:
        one, other = Finding("t.yaml", "a", "m", line=3), Finding("t.yaml", "b", "m", line=9)
        self.assertLess(nearness(one, other), Nearness.SAME)

    def test_the_closest_candidate_wins(self) -> None:
        exact = at("Properties.Name")
        self.assertEqual(closest(exact, [at("Properties"), exact]), (Nearness.SAME, exact))
        self.assertEqual(closest(exact, []), (Nearness.ELSEWHERE, None))


class Messages(unittest.TestCase):
    def test_a_cycle_mentions_its_members_by_whole_name(self) -> None:
        cycle = Finding("t.yaml", "cycle", "circular dependency `Bucket → Role → Bucket`", "Resources", "Bucket")
        self.assertTrue(mentions(cycle, "Role"))
        self.assertFalse(mentions(cycle, "Ro"))

    def test_a_shape_has_no_names_and_numbers(self) -> None:
        self.assertEqual(shape("`A` has 12 characters"), shape("`B` has 7 characters"))


if __name__ == "__main__":
    unittest.main()
