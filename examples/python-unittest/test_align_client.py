import unittest
from align_client import AlignClient, AlignError
from jira_align_emulator import Emulator

emulator = Emulator.find()
site = emulator.new_sandbox(fixtures="demo", rateLimit="1/60:60")
def client(persona="super-admin"):
    return AlignClient(site.base_url, site.token(persona), site.clock.advance)
def tearDownModule():
    site.close()
    emulator.stop()

class AlignClientTest(unittest.TestCase):
    def tearDown(self):
        site.reset()
    def test_lists_all_pages(self):
        self.assertEqual(len(site.world.all("Features")), len(client().list("features")))
    def test_creates_a_record(self):
        self.assertEqual("Moon", site.world.get("Regions", client().create("regions", {"name": "Moon"}))["name"])
    def test_changes_a_record_and_nothing_else(self):
        client().update("regions", 1, name="Moon")
        self.assertEqual([("Region", 1)], [(change["resource"], change["id"]) for change in site.world.changes()])
    def test_waits_out_the_block(self):
        client().list("features")
        site.requests.verify(status=429)
    def test_repeats_a_read_that_failed(self):
        site.faults.add({"type": "status", "code": 503}, nth=1)
        self.assertEqual(len(site.world.all("Regions")), len(client().list("regions")))
    def test_does_not_repeat_a_write_that_failed(self):
        site.faults.add({"type": "status", "code": 503})
        self.assertRaisesRegex(AlignError, "503", client().create, "regions", {"name": "Moon"})
        site.requests.verify(method="POST", count=1)
    def test_does_not_repeat_a_write_whose_answer_was_lost(self):
        site.faults.add({"type": "closeAfter"})
        self.assertRaises(OSError, client().create, "regions", {"name": "Moon"})
        self.assertEqual(1, len(site.world.changes()))
    def test_reader_is_refused(self):
        self.assertRaisesRegex(AlignError, "403", client("read-only").create, "regions", {"name": "Moon"})
