"""The Jira Align emulator in tests: starts it, makes sandboxes, breaks calls, turns the clock, verifies what was sent."""

from ._control import ControlError, Following
from ._emulator import Emulator
from ._sandbox import Sandbox

__all__ = ["ControlError", "Emulator", "Following", "Sandbox"]
