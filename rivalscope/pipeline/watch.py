"""Whom the stages tell how they get on."""

from typing import Protocol


class Watch(Protocol):
    """A terminal, a log, or nobody."""

    def stage(self, name: str, total: int | None) -> None:
        """A new stage of *total* steps begins; None where nobody knows."""

    def step(self, note: str = "", *, advance: int = 1) -> None:
        """*advance* steps are done."""

    def say(self, line: str) -> None:
        """A line for the log."""


class Nobody:
    """A Watch that is told and keeps it to itself."""

    def stage(self, name: str, total: int | None) -> None:
        """Nothing."""

    def step(self, note: str = "", *, advance: int = 1) -> None:
        """Nothing."""

    def say(self, line: str) -> None:
        """Nothing."""
