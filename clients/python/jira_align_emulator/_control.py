"""Calls of the control API."""

from __future__ import annotations

import http.client
import json
import re
import socket
import threading
import urllib.error
import urllib.parse
import urllib.request
from datetime import datetime, timedelta, timezone
from types import TracebackType
from typing import Any, Callable, Optional, Union

Duration = Union[float, timedelta, str]  # seconds, or the text of an ISO 8601 duration
Instant = Union[datetime, str]

# The emulator is near: a proxy of the environment knows nothing of it.
_opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))


class ControlError(Exception):
    """The emulator does not do what it was asked to; the message is its sentence."""

    def __init__(self, message: str, status: int):
        super().__init__(message)
        self.status = status  #: of the control API's answer; 0 when there was none


class Control:
    """Calls of the control API below an address."""

    def __init__(self, base: str, token: Optional[str]):
        self._base = base
        self._token = token

    def below(self, path: str) -> Control:
        return Control(self._base + path, self._token)

    def get(self, path: str = "", /, **query: Any) -> Any:
        said = {key: value for key, value in query.items() if value is not None}
        return self.call("GET", path + ("?" + urllib.parse.urlencode(said) if said else ""))

    def call(self, method: str, path: str = "", body: Any = None) -> Any:
        """What is answered: JSON as a value, other content as text."""
        request = urllib.request.Request(self._base + path, method=method)
        if self._token:
            request.add_header("X-Control-Token", self._token)
        if body is not None:
            request.add_header("Content-Type", "application/json")
            request.data = json.dumps(body).encode()
        try:
            with _opener.open(request) as response:
                text = response.read().decode()
                return json.loads(text) if "json" in response.headers.get("Content-Type", "") else text
        except urllib.error.HTTPError as error:
            with error:
                raise ControlError(_reason(error.code, error.read().decode()), error.code) from None
        except OSError as error:
            raise ControlError(f"The emulator at {self._base} does not answer: {error}", 0) from error

    def follow(self, path: str, listener: Callable[[Any], None]) -> Following:
        """Server-sent events, told to a listener until closed; returns when the emulator listens."""
        address = urllib.parse.urlsplit(self._base + path)
        kind = http.client.HTTPSConnection if address.scheme == "https" else http.client.HTTPConnection
        connection = kind(address.hostname or "", address.port)
        try:
            connection.request("GET", address.path, headers={"X-Control-Token": self._token} if self._token else {})
            plug = connection.sock
            response = connection.getresponse()
            if response.status != 200:
                raise ControlError(_reason(response.status, response.read().decode()), response.status)
            response.readline()
        except OSError as error:
            connection.close()
            raise ControlError(f"The emulator at {self._base} does not answer: {error}", 0) from error
        except BaseException:
            connection.close()
            raise
        return Following(connection, plug, response, listener)


class Following:
    """Tells events to a listener, on a thread of its own, until it is closed or left as a context."""

    def __init__(
        self,
        connection: http.client.HTTPConnection,
        plug: socket.socket,
        response: http.client.HTTPResponse,
        listener: Callable[[Any], None],
    ):
        self._connection = connection
        self._plug = plug
        self._response = response
        self._listener = listener
        self._reader = threading.Thread(target=self._read, name="align-emulator-events", daemon=True)
        self._reader.start()

    def _read(self) -> None:
        try:
            for line in self._response:
                if line.startswith(b"data: "):
                    self._listener(json.loads(line[len(b"data: ") :]))
        except (OSError, http.client.HTTPException):
            pass  # closed, by either side: there is nothing more to tell
        finally:
            self._response.close()
            self._connection.close()

    def close(self) -> None:
        """Returns when the listener is told nothing more."""
        try:
            self._plug.shutdown(socket.SHUT_RDWR)
        except OSError:
            pass  # it is over anyway
        if threading.current_thread() is not self._reader:
            self._reader.join()

    def __enter__(self) -> Following:
        return self

    def __exit__(
        self, kind: Optional[type[BaseException]], error: Optional[BaseException], trace: Optional[TracebackType]
    ) -> None:
        self.close()


def _reason(status: int, text: str) -> str:
    try:
        return str(json.loads(text)["error"])
    except (ValueError, KeyError, TypeError):
        return f"The emulator answered {status} {text}"


def known(**values: Any) -> dict[str, Any]:
    """Without what is not said."""
    return {key: value for key, value in values.items() if value is not None}


def duration(value: Optional[Duration]) -> Optional[str]:
    if value is None or isinstance(value, str):
        return value
    seconds = value.total_seconds() if isinstance(value, timedelta) else value
    return f"PT{seconds:.9f}".rstrip("0").rstrip(".") + "S"


def instant(value: Optional[Instant]) -> Optional[str]:
    if not isinstance(value, datetime):
        return value
    return value.astimezone(timezone.utc).isoformat().replace("+00:00", "Z")


def parsed_instant(text: str) -> datetime:
    """Python knows microseconds and, up to 3.10, neither Z nor other fractions."""
    whole, fraction = re.fullmatch(r"([^.]*?)(?:\.(\d+))?Z", text).groups()  # type: ignore[union-attr]
    return datetime.fromisoformat(f"{whole}.{(fraction or '').ljust(6, '0')[:6]}+00:00")


def encoded(text: str) -> str:
    """A text as a segment of a path."""
    return urllib.parse.quote(text, safe="")
