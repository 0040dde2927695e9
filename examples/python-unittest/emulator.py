"""The emulator for tests: a server that runs already or one of our own, and a sandbox for each test."""

import os
import subprocess
from pathlib import Path

import requests

DEFAULT_JAR = Path(__file__).parent / "../../target/jira-align-emulator.jar"


class Emulator:
    def __init__(self, url, process=None):
        self.url = url.rstrip("/")
        self._process = process

    @classmethod
    def find(cls):
        """The server named by ALIGN_URL; without it, the jar named by ALIGN_JAR is started."""
        url = os.environ.get("ALIGN_URL")
        return cls(url) if url else cls._start(os.environ.get("ALIGN_JAR") or DEFAULT_JAR)

    @classmethod
    def _start(cls, jar):
        process = subprocess.Popen(["java", "-jar", jar, "--port", "0"], stdout=subprocess.PIPE, text=True)
        for line in process.stdout:
            if line.startswith("listening on "):
                return cls(line.removeprefix("listening on ").strip(), process)
        process.stdout.close()
        raise RuntimeError(f"{jar} did not start: it ended with {process.wait()}")

    def stop(self):
        """Ends the server if it is our own."""
        if self._process:
            self._process.terminate()
            self._process.wait()
            self._process.stdout.close()

    def new_sandbox(self, **options):
        return Sandbox(self.url, options)


class Sandbox:
    """A site of its own, with its own records, users, clock, rate limit and journal."""

    def __init__(self, emulator_url, options):
        sandbox = _control("POST", f"{emulator_url}/_emulator/sandboxes", json=options)
        self._control_url = f"{emulator_url}/_emulator/sandboxes/{sandbox['name']}"
        self._tokens = sandbox["tokens"]
        self._changes_since = {}
        self.site_url = sandbox["baseUrl"]

    def token(self, persona):
        return self._tokens[persona]

    def seed(self, **collections):
        """Imports records; changes() counts from here."""
        self._call("POST", "/import", json={"fixtures": collections})
        self._call("PUT", "/snapshots/seeded")
        self._changes_since = {"since": "seeded"}

    def advance_clock(self, seconds):
        self._call("PUT", "/clock", json={"advance": f"PT{seconds}S"})

    def add_fault(self, match, effect):
        self._call("POST", "/faults", json={"match": match, "effect": effect})

    def changes(self, resource):
        return [change for change in self._call("GET", "/changes", params=self._changes_since)
                if change["resource"] == resource]

    def calls(self):
        """The journal of the calls, oldest first."""
        return self._call("GET", "/requests")["requests"]

    def verify_calls(self, count, **matcher):
        answer = self._call("POST", "/requests/verify", json={"matcher": matcher, "count": count})
        assert answer["verified"], answer["text"]

    def delete(self):
        self._call("DELETE", "")

    def _call(self, method, path, **options):
        return _control(method, self._control_url + path, **options)


def _control(method, url, **options):
    response = requests.request(method, url, timeout=30, **options)
    if not response.ok:
        raise RuntimeError(f"{method} {url}: {response.status_code} {response.text}")
    return response.json() if response.content else None
