"""An emulator that runs somewhere, and its sandboxes."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import uuid
from collections.abc import Iterable, Sequence
from typing import IO, TYPE_CHECKING, Any, Optional, Union

from ._control import Control, Duration, Instant, duration, encoded, instant, known
from ._sandbox import Sandbox

if TYPE_CHECKING:
    from .control import SandboxInfo

_READY = "listening on "
_IMAGE_PORT = 8080


class Emulator:
    """An emulator that runs somewhere, and its sandboxes. As a context manager it stops at the end if it was started here."""

    def __init__(self, url: str, control_token: Optional[str] = None, process: Optional[subprocess.Popen[str]] = None):
        self.url = url.rstrip("/")
        self._control = Control(f"{self.url}/_emulator", control_token)
        self._process = process

    @classmethod
    def connect(cls, url: str, control_token: Optional[str] = None) -> Emulator:
        """One that runs already."""
        return cls(url, control_token)

    @classmethod
    def start(
        cls,
        jar: Union[str, os.PathLike[str], None] = None,
        *,
        image: Optional[str] = None,
        java: str = "java",
        docker: str = "docker",
        **settings: Any,
    ) -> Emulator:
        """Starts a jar, by default the one that ALIGN_JAR names, or an image, on a free port.

        It ends with stop(), or when this process ends, however that comes. Settings are those of the server:
        ``Emulator.start(fixtures="minimal", rate_limit="10/60:60")``.
        """
        options = [_option(name, value) for name, value in {**settings, "end_with_stdin": True}.items()]
        token = settings.get("control_token")
        if image is not None:
            return cls._start_image(docker, image, options, token)
        jar = jar or os.environ.get("ALIGN_JAR")
        if not jar:
            raise TypeError("There is nothing to start: say jar or image, or set ALIGN_JAR.")
        process, url = _start([java, "-jar", os.fspath(jar), "--port=0", *options])
        return cls(url, token, process)

    @classmethod
    def _start_image(cls, docker: str, image: str, options: Iterable[str], token: Optional[str]) -> Emulator:
        name = f"jira-align-emulator-{uuid.uuid4()}"
        publish = f"127.0.0.1::{_IMAGE_PORT}"
        process, _ = _start([docker, "run", "--rm", "-i", "--name", name, "-p", publish, image, *options])
        address = subprocess.check_output([docker, "port", name, str(_IMAGE_PORT)], text=True).split()[0]
        return cls(f"http://{address}", token, process)

    @classmethod
    def find(cls, jar: Union[str, os.PathLike[str], None] = None, **options: Any) -> Emulator:
        """The one that ALIGN_URL names; without that variable, one is started."""
        url = os.environ.get("ALIGN_URL")
        return cls.connect(url) if url else cls.start(jar, **options)

    def stop(self) -> None:
        """Ends the server if it was started here."""
        if self._process:
            _end(self._process)
            self._process = None

    def __enter__(self) -> Emulator:
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def new_sandbox(
        self, *, clock: Optional[Instant] = None, timeToLive: Optional[Duration] = None, **options: Any
    ) -> Sandbox:
        """Makes a sandbox; the options are those of SandboxRequest, and every setting of a site besides."""
        request = known(clock=instant(clock), timeToLive=duration(timeToLive), **options)
        return Sandbox(self._control, self._control.call("POST", "/sandboxes", request))

    def sandbox(self, name: str = "default") -> Sandbox:
        """The sandbox that is always there, or another one by its name."""
        return Sandbox(self._control, self._control.get(f"/sandboxes/{encoded(name)}"))

    def sandboxes(self) -> list[SandboxInfo]:
        return self._control.get("/sandboxes")

    def end_sandboxes(self, label: str, value: str) -> None:
        """Ends the sandboxes that have a label with that value."""
        self._control.call("DELETE", f"/sandboxes?label={encoded(f'{label}={value}')}")


def _option(name: str, value: Any) -> str:
    """``rate_limit="10/60:60"`` as on the command line, ``--rate-limit=10/60:60``."""
    written = ("on" if value else "off") if isinstance(value, bool) else value
    return f"--{name.replace('_', '-')}={written}"


def _start(command: Sequence[str]) -> tuple[subprocess.Popen[str], str]:
    """Returns when the process says where it listens. It ends when nobody holds its input any more."""
    pipe = subprocess.PIPE
    process = subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, text=True)
    assert process.stdout and process.stderr
    is_ready = threading.Event()
    errors: list[str] = []
    telling = threading.Thread(target=_tell, args=(process.stderr, errors, is_ready), daemon=True)
    telling.start()
    for line in process.stdout:
        if line.startswith(_READY):
            is_ready.set()
            threading.Thread(target=_drain, args=(process.stdout,), daemon=True).start()
            return process, line[len(_READY) :].strip()
    _end(process)
    telling.join()
    process.stdout.close()
    raise RuntimeError(f"The emulator did not start, exit code {process.returncode}: {''.join(errors).strip()}")


def _tell(lines: IO[str], errors: list[str], is_ready: threading.Event) -> None:
    """What is said before the process is ready is why it does not start."""
    with lines:
        for line in lines:
            if is_ready.is_set():
                sys.stderr.write(line)
            else:
                errors.append(line)


def _drain(lines: IO[str]) -> None:
    with lines:
        for _ in lines:
            pass


def _end(process: subprocess.Popen[str]) -> None:
    assert process.stdin
    process.stdin.close()
    process.wait()
