import unittest
from datetime import datetime, timedelta

from align_client import AlignClient, AlignError
from emulator import Emulator

FIRST_ID = 10_001
SEEDED = "id ge 10001"
PROGRAM = 1  # of the set "minimal"; the persona program-manager is a member of its team


def epics(count):
    return [{"id": FIRST_ID + n, "title": f"Epic {n}", "primaryProgramId": PROGRAM} for n in range(count)]


def ids(records):
    return [record["id"] for record in records]


def time_of(call):
    return datetime.fromisoformat(call["time"].replace("Z", "+00:00"))


class AlignClientTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.emulator = Emulator.find()
        cls.addClassCleanup(cls.emulator.stop)

    def setUp(self):
        self.slept = []

    def new_sandbox(self, **options):
        sandbox = self.emulator.new_sandbox(fixtures="minimal", clock="2026-01-05T09:00:00Z", **options)
        self.addCleanup(sandbox.delete)
        return sandbox

    def client_of(self, persona, sandbox):
        """A client that turns the clock of the sandbox where it would sleep."""

        def sleep(seconds):
            self.slept.append(seconds)
            sandbox.advance_clock(seconds)

        return AlignClient(sandbox.site_url, sandbox.token(persona), sleep)

    def test_lists_all_pages(self):
        # arrange
        sandbox = self.new_sandbox()
        sandbox.seed(Epics=epics(250))
        client = self.client_of("program-manager", sandbox)

        # act
        listed = client.list("epics", SEEDED)

        # verify
        self.assertEqual(ids(epics(250)), ids(listed))
        sandbox.verify_calls(3, method="GET", path="/epics", status=200)

    def test_creates_a_feature_of_an_epic(self):
        # arrange
        sandbox = self.new_sandbox()
        sandbox.seed(Epics=epics(1))
        client = self.client_of("program-manager", sandbox)
        feature = {"title": "Search by policy number", "primaryProgramId": PROGRAM, "parentId": FIRST_ID}

        # act
        feature_id = client.create("features", feature)

        # verify
        stored = self.client_of("super-admin", sandbox).get("features", feature_id)
        self.assertEqual(feature, {field: stored[field] for field in feature})
        sandbox.verify_calls(1, method="POST", path="/features", persona="program-manager", bodyJson=feature)
        [created] = sandbox.changes("Feature")
        self.assertEqual(("created", feature_id), (created["kind"], created["id"]))

    def test_renames_an_epic_and_nothing_else(self):
        # arrange
        sandbox = self.new_sandbox()
        sandbox.seed(Epics=epics(2))
        client = self.client_of("program-manager", sandbox)

        # act
        client.update("epics", FIRST_ID, title="Renamed")

        # verify
        self.assertEqual("Renamed", self.client_of("super-admin", sandbox).get("epics", FIRST_ID)["title"])
        sandbox.verify_calls(1, method="PATCH", path=f"/epics/{FIRST_ID}", status=204)
        [changed] = sandbox.changes("Epic")
        self.assertEqual(("changed", FIRST_ID), (changed["kind"], changed["id"]))
        self.assertEqual({"before": "Epic 0", "after": "Renamed"}, changed["fields"]["title"])
        self.assertEqual({"title", "lastUpdatedBy", "lastUpdatedDate"}, set(changed["fields"]))

    def test_waits_through_the_block_and_loses_nothing(self):
        # arrange: ten calls in 60 seconds, then a block of 60 seconds; 1050 epics take eleven
        sandbox = self.new_sandbox(rateLimit="10/60:60")
        sandbox.seed(Epics=epics(1050))
        client = self.client_of("program-manager", sandbox)

        # act
        listed = client.list("epics", SEEDED)

        # verify
        self.assertEqual(ids(epics(1050)), ids(listed))
        self.assertEqual(1, len(self.slept))
        self.assertGreaterEqual(self.slept[0], 60)
        sandbox.verify_calls(1, status=429)
        calls = sandbox.calls()
        self.assertEqual([200] * 10 + [429, 200], [call["response"]["status"] for call in calls])
        blocked, resumed = (time_of(call) for call in calls[-2:])
        self.assertGreaterEqual(resumed - blocked, timedelta(seconds=60))

    def test_retries_a_read_that_failed(self):
        # arrange
        sandbox = self.new_sandbox()
        sandbox.seed(Epics=epics(150))
        sandbox.add_fault({"method": "GET", "path": "/epics", "nth": 2}, {"type": "status", "code": 503})
        client = self.client_of("program-manager", sandbox)

        # act
        listed = client.list("epics", SEEDED)

        # verify
        self.assertEqual(ids(epics(150)), ids(listed))
        sandbox.verify_calls(1, method="GET", path="/epics", status=503)
        sandbox.verify_calls(2, method="GET", path="/epics", status=200)

    def test_reports_a_write_that_failed_and_does_not_repeat_it(self):
        # arrange
        sandbox = self.new_sandbox()
        sandbox.seed(Epics=epics(1))
        sandbox.add_fault({"method": "PATCH", "path": "/epics/*", "nth": 1}, {"type": "status", "code": 503})
        client = self.client_of("program-manager", sandbox)

        # act
        with self.assertRaises(AlignError) as failure:
            client.update("epics", FIRST_ID, title="Renamed")

        # verify
        self.assertEqual(503, failure.exception.status)
        sandbox.verify_calls(1, method="PATCH")
        self.assertEqual([], sandbox.changes("Epic"))

    def test_reports_that_a_reader_may_not_write(self):
        # arrange
        sandbox = self.new_sandbox()
        sandbox.seed(Epics=epics(1))
        client = self.client_of("read-only", sandbox)

        # act
        with self.assertRaises(AlignError) as failure:
            client.update("epics", FIRST_ID, title="Renamed")

        # verify
        self.assertEqual(403, failure.exception.status)
        sandbox.verify_calls(1, method="PATCH", persona="read-only", status=403)
        self.assertEqual([], sandbox.changes("Epic"))


if __name__ == "__main__":
    unittest.main()
