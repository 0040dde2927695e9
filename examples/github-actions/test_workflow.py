"""There is no runner here: what can be checked of the workflow without one, its test step included, which is run as it stands."""

import os
import socket
import subprocess
import sys
import unittest
from pathlib import Path

import yaml

REPOSITORY = Path(__file__).resolve().parents[2]
PYTHON_EXAMPLE = REPOSITORY / "examples/python-unittest"
PACKAGE = str(REPOSITORY / "clients/python")
sys.path.append(PACKAGE)

from jira_align_emulator import Emulator  # noqa: E402 - found by the line above


class WorkflowTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.job = yaml.safe_load(Path(__file__).with_name("align.yml").read_text())["jobs"]["tests"]
        cls.folder = REPOSITORY / cls.job["defaults"]["run"]["working-directory"]
        [cls.test_step] = [step for step in cls.job["steps"] if step.get("name") == "Test"]

    def test_url_is_the_port_of_the_service(self):
        service = self.job["services"]["jira-align-emulator"]

        self.assertEqual(["8080:8080"], service["ports"])
        self.assertEqual({"ALIGN_URL": "http://localhost:8080"}, self.job["env"])
        self.assertIn("EXPOSE 8080", (REPOSITORY / "Dockerfile").read_text())

    def test_service_waits_for_the_health_check_of_the_image(self):
        service = self.job["services"]["jira-align-emulator"]

        self.assertIn("--health-interval", service["options"])
        self.assertIn("HEALTHCHECK", (REPOSITORY / "Dockerfile").read_text())

    def test_command_is_that_of_the_python_example(self):
        self.assertEqual(PYTHON_EXAMPLE, self.folder)
        self.assertIn(self.test_step["run"], (PYTHON_EXAMPLE / "run").read_text().splitlines())

    def test_install_step_finds_its_file(self):
        [install_step] = [step for step in self.job["steps"] if step.get("name") == "Install"]

        self.assertTrue(install_step["run"].endswith("--requirement requirements.txt"))
        self.assertTrue((self.folder / "requirements.txt").is_file())

    def test_test_step_passes_against_an_emulator(self):
        emulator = Emulator.find()
        self.addCleanup(emulator.stop)

        result = self.run_test_step(emulator.url)

        self.assertEqual(0, result.returncode, result.stderr)
        self.assertRegex(result.stderr, r"Ran [1-9]\d* tests")

    def test_test_step_fails_where_no_emulator_listens(self):
        result = self.run_test_step(f"http://localhost:{_free_port()}")

        self.assertNotEqual(0, result.returncode)
        self.assertIn("Connection refused", result.stderr)

    def run_test_step(self, url):
        """As the runner does, with the variables of the job, but for the address; the package is there, and no jar to fall back on."""
        self.assertIn("ALIGN_URL", self.job["env"])
        environment = os.environ | self.job["env"] | {"ALIGN_URL": url, "ALIGN_JAR": os.devnull, "PYTHONPATH": PACKAGE}
        command = ["bash", "-e", "-c", self.test_step["run"]]
        return subprocess.run(command, cwd=self.folder, env=environment, capture_output=True, text=True)


def _free_port():
    with socket.socket() as listener:
        listener.bind(("localhost", 0))
        return listener.getsockname()[1]


if __name__ == "__main__":
    unittest.main()
