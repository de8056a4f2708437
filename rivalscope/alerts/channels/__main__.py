"""Sends what standard input holds, a message or a mere ping; prints what came of it."""

from __future__ import annotations

import os
import sys
from datetime import datetime
from importlib import import_module
from pathlib import Path
from smtplib import SMTPResponseException
from typing import Any

import orjson

from rivalscope.alerts.channels import gate
from rivalscope.alerts.channels.addresses import Address
from rivalscope.models import Message

#: Each loads no more than its own library: apprise takes a second.
_SENDERS = {
    "mail": ("rivalscope.alerts.channels.mail", "send_mail"),
    "webhook": ("rivalscope.alerts.channels.webhook", "send_webhook"),
    "service": ("rivalscope.alerts.channels.services", "send_to_service"),
}
_PING = ("rivalscope.alerts.channels.webhook", "send_ping")


def main() -> None:
    """One message, one answer."""
    job = orjson.loads(sys.stdin.buffer.read())
    answers = os.dup(1)
    os.dup2(2, 1)  # whatever a library prints is not our answer
    if not job["private"]:
        gate.public_only()
    file = {"attachment": Path(job["attachment"])} if job.get("attachment") else {}
    os.write(answers, orjson.dumps(_sent(Address(job["url"]), job.get("message"), file)))


def _sent(
    address: Address, given: dict[str, Any] | None, file: dict[str, Path]
) -> dict[str, str | None]:
    place, name = _SENDERS[address.way] if given else _PING
    module = import_module(place)
    what = (_message(given),) if given else ()
    try:
        note = getattr(module, name)(address.url, *what, **file)
    except Exception as error:  # ruff: ignore[blind-except] - whatever a channel raises, it is the channel's trouble alone
        return {"problem": _told(error), "note": None}
    return {"problem": None, "note": note}


def _message(given: dict[str, Any]) -> Message:
    return Message(**given | {"created_at": datetime.fromisoformat(given["created_at"])})


def _told(error: Exception) -> str:
    if gate.refused:
        return f"{gate.refused[-1]} is no public address (`private: true` allows it)"
    if isinstance(error, SMTPResponseException):
        answer = error.smtp_error
        text = answer.decode(errors="replace") if isinstance(answer, bytes) else str(answer)
        return f"the mail server answered {error.smtp_code} {text}"[:300]
    return f"{error}"[:300] or type(error).__name__


if __name__ == "__main__":
    main()
