import unittest

from corpus.changes import Changes

TEMPLATE = {
    "Resources": {
        "Queue": {"Type": "AWS::SQS::Queue", "Properties": {"QueueName": "q", "DelaySeconds": 1}},
        "Role": {
            "Type": "AWS::IAM::Role",
            "Properties": {"AssumeRolePolicyDocument": {"Statement": [{"Effect": "Allow", "Principal": "a", "Action": "b"}]}},
        },
    }
}


class MadeChanges(unittest.TestCase):
    def test_each_kind_is_made_once_per_type_and_property(self) -> None:
        changes = Changes()
        first, again = list(changes.of(TEMPLATE)), list(changes.of(TEMPLATE))
        self.assertEqual(again, [])
        self.assertEqual(sum(1 for one in first if one.kind == "remove"), 2)

    def test_the_old_template_stays_as_it_is(self) -> None:
        for change in Changes().of(TEMPLATE):
            self.assertNotEqual(change.old, change.new)
        self.assertEqual(TEMPLATE["Resources"]["Queue"]["Properties"], {"QueueName": "q", "DelaySeconds": 1})

    def test_a_policy_is_opened(self) -> None:
        opened = [one for one in Changes().of(TEMPLATE) if one.kind == "allow everything"]
        statement = opened[0].new["Resources"]["Role"]["Properties"]["AssumeRolePolicyDocument"]["Statement"][-1]
        self.assertEqual((statement["Action"], statement["Principal"]), ("*", "*"))

    def test_values_change_their_value_not_their_type(self) -> None:
        values = {one.place: one.new for one in Changes().of(TEMPLATE) if one.kind == "value"}
        queue = values["Queue at Properties.DelaySeconds"]["Resources"]["Queue"]["Properties"]
        self.assertEqual(queue["DelaySeconds"], 2)


if __name__ == "__main__":
    unittest.main()
