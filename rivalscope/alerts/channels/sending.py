"""Hands one message to a process of its own, and waits for it no longer than it may take."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

import orjson

if TYPE_CHECKING:
    from pathlib import Path

    from rivalscope.alerts.channels.addresses import Address
    from rivalscope.models import Message

#: A channel that takes longer has not taken it.
SEND_SECONDS = 20.0
_DEAD = "the process that sends died"


@dataclass(frozen=True, slots=True)
class Delivery:
    """What came of one attempt."""

    problem: str | None = None
    """Why it was not taken, in one line without secrets; None where it was."""
    note: str | None = None
    """What somebody should know although it was taken."""


def send(
    address: Address,
    message: Message,
    *,
    private: bool,
    seconds: float = SEND_SECONDS,
    attachment: Path | None = None,
) -> Delivery:
    """Gives the message to the channel's receiver, within *seconds*.

    *private*: the receiver may be at an address that is not public. *attachment*: a file that goes
    with it where the channel is e-mail. Where time ran out it may have
    got the message all the same.
    """
    job = {
        "private": private,
        "message": asdict(message),
        "attachment": str(attachment) if attachment and address.way == "mail" else None,
    }
    return _handed_over(address, job, seconds=seconds)


def ping(address: Address, *, private: bool, seconds: float = SEND_SECONDS) -> Delivery:
    """Asks for a web address, whose answer is not read, within *seconds*."""
    return _handed_over(address, {"private": private}, seconds=seconds)


def _handed_over(address: Address, job: dict[str, Any], *, seconds: float) -> Delivery:
    # a warning about a library is no reason not to tell of an incident
    command = [sys.executable, "-W", "ignore", "-m", "rivalscope.alerts.channels"]
    given = orjson.dumps(job | {"url": address.url})
    try:
        done = subprocess.run(  # ruff: ignore[subprocess-without-shell-equals-true] - our own module
            command, input=given, capture_output=True, timeout=seconds, check=False
        )
    except subprocess.TimeoutExpired:
        return Delivery(problem=f"no answer within {seconds:g} seconds")
    try:
        told = orjson.loads(done.stdout)
    except orjson.JSONDecodeError:
        return Delivery(problem=address.redacted(_last_line(done.stderr)) or _DEAD)
    return Delivery(**{key: value and address.redacted(value) for key, value in told.items()})


def _last_line(output: bytes) -> str:
    lines = output.decode(errors="replace").strip().splitlines()
    return lines[-1][:300] if lines else ""
