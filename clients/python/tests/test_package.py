import contextlib
import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
import unittest
import urllib.error
import urllib.request
from datetime import datetime, timedelta, timezone
from pathlib import Path

from jira_align_emulator import ControlError, Emulator

JAR = os.environ.get("ALIGN_JAR")
MONDAY = datetime(2026, 1, 5, 9, tzinfo=timezone.utc)


class SandboxTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.emulator = Emulator.find(fixtures="minimal")
        cls.addClassCleanup(cls.emulator.stop)

    def setUp(self):
        options = {"fixtures": "minimal", "clock": MONDAY, "pageCap": 5, "labels": {"of": "python"}}
        self.site = self.emulator.new_sandbox(**options)
        self.addCleanup(self.close)

    def close(self):
        with contextlib.suppress(ControlError):
            self.site.close()

    def get(self, path, persona="super-admin", token=None):
        headers = {"Authorization": f"Bearer {token or self.site.token(persona)}"}
        try:
            with urllib.request.urlopen(urllib.request.Request(self.site.api_url + path, headers=headers)) as answer:
                return answer.status
        except urllib.error.HTTPError as error:
            with error:
                return error.code

    def test_is_a_site_of_its_own_with_tokens_for_its_personas(self):
        self.assertEqual([200, 200], [self.get("/regions", persona) for persona in ("read-only", "super-admin")])
        with self.assertRaisesRegex(KeyError, "has no persona nobody; it has .*super-admin"):
            self.site.token("nobody")
        self.assertIn(self.site.name, [info["name"] for info in self.emulator.sandboxes()])
        self.assertEqual(self.site.base_url, self.emulator.sandbox(self.site.name).base_url)

    def test_holds_what_is_seeded_tells_what_changed_and_forgets_it_with_a_reset(self):
        north, south = self.site.seed("Regions", {"name": "North"}, {"name": "South"})
        self.assertEqual("South", self.site.world.get("Regions", south)["name"])
        self.site.snapshots.put("before")
        self.site.world.merge({"Regions": [{"id": north, "name": "Far north"}]})
        [change] = self.site.world.changes("before")
        self.assertEqual(("Region", north, "changed"), (change["resource"], change["id"], change["kind"]))
        self.assertEqual({"before": "North", "after": "Far north"}, change["fields"]["name"])
        self.assertIn("Far north", self.site.world.changes_text("before"))
        self.site.snapshots.restore("before")
        self.assertEqual([], self.site.world.changes("before"))
        self.assertEqual(["before"], [snapshot["name"] for snapshot in self.site.snapshots.all()])
        self.site.snapshots.delete("before")
        self.site.reset()
        self.assertEqual([], self.site.world.changes())
        self.assertTrue(self.site.world.integrity()["whole"])

    def test_has_a_clock_that_stands_still_turns_and_runs_on(self):
        self.assertEqual(MONDAY, self.site.clock.now())
        self.site.clock.advance(61.5)
        self.site.clock.advance(timedelta(days=1, milliseconds=1))
        self.assertEqual(MONDAY + timedelta(days=1, seconds=61.501), self.site.clock.now())
        self.site.clock.advance("PT1H")
        self.site.clock.freeze(datetime(2026, 2, 1, tzinfo=timezone(timedelta(hours=1))))
        self.assertEqual({"now": "2026-01-31T23:00:00Z", "frozen": True}, self.site.clock.state())
        self.site.clock.set("2026-01-05T09:00:00Z")
        self.site.clock.resume()
        self.assertFalse(self.site.clock.state()["frozen"])

    def test_goes_wrong_on_purpose(self):
        fault = self.site.faults.add({"type": "status", "code": 503}, path="/regions", nth=2)
        self.assertEqual([200, 503], [self.get("/regions"), self.get("/regions")])
        self.assertEqual(1, self.site.faults.get(fault)["hits"])
        self.site.faults.remove(fault)
        self.site.faults.add({"type": "tooManyRequests"})
        self.assertEqual(429, self.get("/regions"))
        self.assertEqual(1, len(self.site.faults.all()))
        self.site.faults.clear()
        self.assertEqual(200, self.get("/regions"))

    def test_blocks_who_calls_too_often(self):
        self.site.rate_limit.set("1/60:60")
        self.assertEqual([200, 429], [self.get("/regions"), self.get("/regions")])
        self.site.rate_limit.reset()
        self.assertEqual(200, self.get("/regions"))
        state = self.site.rate_limit.state()
        self.assertEqual(("1/60:60", 1), (state["limit"], len(state["addresses"])))
        self.site.rate_limit.block("127.0.0.1")
        self.site.rate_limit.unblock("127.0.0.1")

    def test_knows_what_was_called(self):
        self.get("/regions?$top=1")
        self.get("/regions/4711", "read-only")
        requests = self.site.requests
        requests.verify(method="GET", path="/regions/*", status=404, persona="read-only", count=1)
        requests.verify(method="DELETE", count=0)
        requests.verify(path="/regions/**", count={"atLeast": 1, "atMost": 2}, within=5)
        with self.assertRaisesRegex(AssertionError, r"/regions\?\$top=1"):
            requests.verify(path="/regions", status=500)
        self.assertEqual(2, requests.count())
        self.assertEqual([200, 404], [exchange["response"]["status"] for exchange in requests.all()])
        self.assertEqual("$top=1", requests.get(1)["request"]["query"])
        self.assertIn("4711", requests.text())
        self.assertEqual(2, len(requests.har()["log"]["entries"]))
        self.assertEqual("", requests.verdicts()["unjudged"])
        requests.clear()
        self.assertEqual(0, requests.count())

    def test_tells_every_call_that_follows_until_nobody_listens(self):
        self.get("/regions/1")
        told = []
        heard = threading.Semaphore(0)

        def listen(exchange):
            told.append(exchange)
            heard.release()

        with self.site.requests.follow(listen):
            self.get("/regions/4711")
            self.get("/regions?$filter=name%20eq%20'Gr%C3%BC%C3%9Fe'")
            heard.acquire()
            heard.acquire()
        self.assertEqual([404, 200], [exchange["response"]["status"] for exchange in told])
        self.assertIn("Gr", told[1]["request"]["query"])
        self.get("/regions/1")
        self.assertEqual(4, self.site.requests.count())
        self.assertEqual(2, len(told))
        self.site.close()
        with self.assertRaisesRegex(ControlError, "sandbox"):
            self.site.requests.follow(listen)

    def test_has_settings_users_and_rules(self):
        self.site.set(pageCap=7)
        self.assertEqual("7", self.site.settings()["page-cap"])
        self.assertEqual("allowed", self.site.access(1, "GET", "/regions")["decision"])
        self.assertEqual(200, self.get("/regions", token=self.site.new_token(1)))
        self.assertIsInstance(self.site.relied_on(), list)

    def test_is_refused_with_the_sentence_of_the_server(self):
        for status, sentence, call in [
            (400, "did you mean.*fixtures", lambda: self.emulator.new_sandbox(fixture="demo")),
            (400, "status", lambda: self.site.faults.add({"type": "state"})),
            (404, "4711", lambda: self.site.world.get("Regions", 4711)),
            (0, "does not answer", lambda: Emulator.connect("http://127.0.0.1:1").sandboxes()),
        ]:
            with self.assertRaisesRegex(ControlError, sentence) as refused:
                call()
            self.assertEqual(status, refused.exception.status)

    def test_ends_with_its_label_or_its_block(self):
        self.emulator.end_sandboxes("of", "python")
        with self.assertRaises(ControlError):
            self.site.requests.count()
        with self.emulator.new_sandbox() as other:
            self.assertEqual(0, other.requests.count())
        with self.assertRaises(ControlError):
            other.requests.count()


@unittest.skipUnless(JAR, "ALIGN_JAR names no jar")
class ServerTest(unittest.TestCase):
    START = "import sys, time\nfrom jira_align_emulator import Emulator\nprint(Emulator.start(fixtures='empty').url, flush=True)\n"

    def parent(self, more=""):
        process = subprocess.Popen([sys.executable, "-c", self.START + more], stdout=subprocess.PIPE, text=True)
        self.addCleanup(process.wait)
        self.addCleanup(process.stdout.close)
        return process, process.stdout.readline().strip()

    def assert_ends(self, url):
        emulator = Emulator.connect(url)
        with self.assertRaises(ControlError):
            while True:
                emulator.sandboxes()
                time.sleep(0.02)

    def test_ends_when_the_process_is_killed_that_started_it(self):
        process, url = self.parent("time.sleep(600)")
        self.assertEqual(1, len(Emulator.connect(url).sandboxes()))
        process.send_signal(signal.SIGKILL)
        self.assert_ends(url)

    def test_keeps_nobody_alive_who_forgets_to_stop_it(self):
        process, url = self.parent()
        process.wait()
        self.assert_ends(url)

    def test_stops_and_says_why_it_does_not_start(self):
        with Emulator.start(JAR, fixtures="empty", metrics=False, control_token="x y") as emulator:
            emulator.new_sandbox()
            with self.assertRaises(ControlError) as refused:
                Emulator.connect(emulator.url).new_sandbox()
            self.assertEqual(401, refused.exception.status)
        emulator.stop()
        with self.assertRaises(ControlError):
            emulator.new_sandbox()
        with self.assertRaisesRegex(RuntimeError, "exit code 2: Fixtures 'nowhere' cannot"):
            Emulator.start(fixtures="nowhere")
        with self.assertRaisesRegex(RuntimeError, "did you mean --fixtures"):
            Emulator.start(fixture="demo")

    def test_is_a_container_where_an_image_is_named(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        docker = Path(folder.name, "docker")
        docker.write_text(FAKE_DOCKER)
        docker.chmod(0o755)
        with Emulator.start(image="jira-align-emulator", docker=str(docker), fixtures="empty") as emulator:
            self.assertEqual(1, len(emulator.sandboxes()))


# Takes the two commands that are sent to docker, and runs the jar where docker would run the image.
FAKE_DOCKER = """#!/usr/bin/env bash
set -eu
port=$(dirname "$0")/port
if [ "$1" = port ]; then cat "$port"; exit; fi
[ "${*:1:4} ${*:6:3}" = "run --rm -i --name -p 127.0.0.1::8080 jira-align-emulator" ]
java -jar "$ALIGN_JAR" --port=0 "${@:9}" | while read -r line; do
  case $line in "listening on "*) echo "${line#listening on http://}" > "$port"; line="listening on http://0.0.0.0:8080";; esac
  echo "$line"
done
"""

if __name__ == "__main__":
    unittest.main()
