"""A site of its own."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any, Callable, Optional

from ._control import Control, Duration, Following, Instant, duration, encoded, instant, known, parsed_instant

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from .control import (
        AccessExplanation,
        CallMatcher,
        Change,
        ClientVerdicts,
        ClockState,
        Effect,
        Exchange,
        FaultInfo,
        IntegrityReport,
        RateLimitState,
        ReliedOn,
        SandboxInfo,
        SnapshotInfo,
        VerifyRequestCount,
        VerifyResult,
    )

Row = dict[str, Any]  # a record as the REST API prints it, without self

_PAGE = 1000


class Sandbox:
    """A site of its own: records, users, clock, limit, faults and journal that nobody else sees.

    As a context manager it ends at the end.
    """

    def __init__(self, server: Control, info: SandboxInfo):
        self._control = control = server.below(f"/sandboxes/{encoded(info['name'])}")
        self.name = info["name"]
        self.base_url = info["baseUrl"]  #: what a client takes for https://<site>.jiraalign.com
        self.api_url = info["apiUrl"]  #: where the REST API begins
        self.tokens = info["tokens"]  #: a token for each persona by name, as they were when this was made
        self.clock = Clock(control.below("/clock"))
        self.faults = Faults(control.below("/faults"))
        self.rate_limit = RateLimit(control.below("/rate-limit"))
        self.requests = Requests(control)
        self.snapshots = Snapshots(control.below("/snapshots"))
        self.world = World(control)

    def token(self, persona: str) -> str:
        """The token of a persona; KeyError when the fixtures call nobody so."""
        if persona not in self.tokens:
            raise KeyError(f"The sandbox has no persona {persona}; it has {', '.join(self.tokens)}.")
        return self.tokens[persona]

    def new_token(self, user_id: int, *, scope: Optional[str] = None, expires: Optional[Instant] = None) -> str:
        """A new token for a user; one of the site ends those the user had."""
        request = known(userId=user_id, scope=scope, expires=instant(expires))
        return self._control.call("POST", "/tokens", request)["token"]

    def seed(self, collection: str, *records: Row) -> list[int]:
        """Stores records without asking whether a client could, and gives their ids."""
        return self.world.seed(collection, *records)

    def settings(self) -> dict[str, str]:
        return self._control.get("/settings")

    def set(self, **settings: Any) -> None:
        """Changes settings, by their names in camel case: ``set(pageCap=5)``."""
        self._control.call("PUT", "/settings", settings)

    def access(self, user_id: int, method: str, path: str) -> AccessExplanation:
        """What a user's call would be told, and why."""
        return self._control.get("/access", user=user_id, verb=method, path=path)

    def relied_on(self) -> list[ReliedOn]:
        """The rules that had a say in the calls and are only assumed of the real site."""
        return self._control.get("/fidelity/relied-on")

    def reset(self) -> None:
        """Brings everything back to the beginning."""
        self._control.call("POST", "/reset")

    def close(self) -> None:
        """Ends it; the default one is reset."""
        if self.name == "default":
            self.reset()
        else:
            self._control.call("DELETE")

    def __enter__(self) -> Sandbox:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


class _Room:
    def __init__(self, control: Control):
        self._control = control


class Clock(_Room):
    """The time of a sandbox: stamps, the rate limit, the journal and the time to live go by it."""

    def now(self) -> datetime:
        return parsed_instant(self.state()["now"])

    def state(self) -> ClockState:
        return self._control.get()

    def advance(self, time: Duration) -> None:
        """Moves it forward, by seconds or a timedelta."""
        self._change(advance=duration(time))

    def set(self, time: Instant) -> None:
        """It runs on from there unless it stands still."""
        self._change(set=instant(time))

    def freeze(self, time: Optional[Instant] = None) -> None:
        """Stops it, at a time when one is given."""
        self._change(set=instant(time), frozen=True)

    def resume(self) -> None:
        self._change(frozen=False)

    def _change(self, **change: Any) -> None:
        self._control.call("PUT", body=known(**change))


class Faults(_Room):
    """What goes wrong on purpose."""

    def add(self, effect: Effect, **match: Unpack[CallMatcher]) -> int:
        """Adds a fault for the calls that are meant, all when nothing is said, and gives its id.

        ``add({"type": "status", "code": 503}, method="PATCH", path="/epics/*", nth=2)``
        """
        return self._control.call("POST", body={"effect": effect, "match": match})["id"]

    def all(self) -> list[FaultInfo]:
        return self._control.get()

    def get(self, fault: int) -> FaultInfo:
        return self._control.get(f"/{fault}")

    def remove(self, fault: int) -> None:
        self._control.call("DELETE", f"/{fault}")

    def clear(self) -> None:
        self._control.call("DELETE")


class RateLimit(_Room):
    """How often an address may call."""

    def state(self) -> RateLimitState:
        return self._control.get()

    def set(self, limit: str) -> None:
        """``calls/seconds:seconds of the block``, or ``off``."""
        self._control.call("PUT", body={"limit": limit})

    def block(self, address: str) -> None:
        """Blocks an address now, as if it had made one call too many."""
        self._control.call("PUT", body={"block": address})

    def unblock(self, address: str) -> None:
        self._control.call("PUT", body={"unblock": address})

    def reset(self) -> None:
        self._control.call("DELETE")


class Requests(_Room):
    """The journal: what was asked and answered, with credentials masked."""

    def __init__(self, sandbox: Control):
        super().__init__(sandbox.below("/requests"))
        self._sandbox = sandbox

    def all(self) -> list[Exchange]:
        """The oldest first."""
        exchanges: list[Exchange] = []
        while True:
            page = self._control.get(order="oldest", limit=_PAGE, offset=len(exchanges))["requests"]
            exchanges += page
            if len(page) < _PAGE:
                return exchanges

    def get(self, number: int) -> Exchange:
        return self._control.get(f"/{number}")

    def text(self, newest: int = 100) -> str:
        """The newest exchanges for people."""
        return self._control.get(format="text", order="newest", limit=newest)

    def har(self) -> dict[str, Any]:
        return self._control.get("/har")

    def verdicts(self) -> ClientVerdicts:
        """What they say until now of the client that made them, by the requirements of the conformance suite."""
        return self._sandbox.get("/conformance")

    def verify(
        self,
        *,
        count: Optional[VerifyRequestCount] = None,
        within: Optional[Duration] = None,
        **matcher: Unpack[CallMatcher],
    ) -> None:
        """Fails, with the calls that come nearest, unless the calls were made: ``verify(method="PATCH", status=204, count=1)``.

        Without a count at least one is expected; within says how long to wait for those that are still to come.
        """
        result = self.check(count=count, within=within, **matcher)
        if not result["verified"]:
            raise AssertionError(result["text"])

    def check(
        self,
        *,
        count: Optional[VerifyRequestCount] = None,
        within: Optional[Duration] = None,
        **matcher: Unpack[CallMatcher],
    ) -> VerifyResult:
        """Whether the calls were made, which, and what comes nearest."""
        request = known(matcher=matcher, count=count, timeout=duration(within))
        return self._control.call("POST", "/verify", request)

    def count(self, **matcher: Unpack[CallMatcher]) -> int:
        """How many such calls there were."""
        return self.check(**matcher)["count"]

    def follow(self, listener: Callable[[Exchange], None]) -> Following:
        """Tells every exchange that follows to a listener, on a thread of its own, until closed.

        Returns when the emulator listens, so no call made afterwards is missed.
        """
        return self._control.follow("/stream", listener)

    def clear(self) -> None:
        self._control.call("DELETE")


class Snapshots(_Room):
    """Records, tokens and settings, kept under a name."""

    def put(self, name: str) -> None:
        self._control.call("PUT", f"/{encoded(name)}")

    def restore(self, name: str) -> None:
        self._control.call("POST", f"/{encoded(name)}/restore")

    def delete(self, name: str) -> None:
        self._control.call("DELETE", f"/{encoded(name)}")

    def get(self, name: str) -> SnapshotInfo:
        return self._control.get(f"/{encoded(name)}")

    def all(self) -> list[SnapshotInfo]:
        return self._control.get()


class World(_Room):
    """The records, whoever may see them; nothing here counts against the rate limit or is written to the journal."""

    def all(self, collection: str) -> list[Row]:
        return self._control.get(f"/records/{encoded(collection)}")

    def get(self, collection: str, record: int) -> Row:
        return self._control.get(f"/records/{encoded(collection)}/{record}")

    def seed(self, collection: str, *records: Row) -> list[int]:
        """Stores records, and gives their ids."""
        return self.merge({collection: list(records)}).get(collection, [])

    def merge(self, fixtures: dict[str, Any]) -> dict[str, list[int]]:
        """Brings fixtures in, besides what is there, and gives the ids by collection."""
        return self._import("merge", fixtures)

    def replace(self, fixtures: dict[str, Any]) -> dict[str, list[int]]:
        """Puts fixtures in the place of everything that is there."""
        return self._import("replace", fixtures)

    def _import(self, mode: str, fixtures: dict[str, Any]) -> dict[str, list[int]]:
        answer = self._control.call("POST", "/import", {"mode": mode, "fixtures": fixtures})
        return answer["ids"]

    def export(self) -> dict[str, Any]:
        """The whole site as fixtures that make an identical one."""
        return self._control.get("/export")

    def changes(self, since: Optional[str] = None) -> list[Change]:
        """What differs from the beginning, or from a snapshot."""
        return self._control.get("/changes", since=since)

    def changes_text(self, since: Optional[str] = None) -> str:
        return self._control.get("/changes", format="text", since=since)

    def integrity(self) -> IntegrityReport:
        """What must not be in a site."""
        return self._control.get("/integrity")
