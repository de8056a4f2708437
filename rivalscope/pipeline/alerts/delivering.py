"""Stage 5: messages that wait, to where they belong; what can't be delivered waits on."""

from __future__ import annotations

import logging
import os
import time
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from rivalscope import clock
from rivalscope.alerts.channels import (
    Address,
    AddressError,
    Delivery,
    check_address,
    find_address,
    send,
)
from rivalscope.errors import ConfigurationError, Mistake
from rivalscope.logs import facts
from rivalscope.storage import Store, delivering

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from pathlib import Path

    from rivalscope.models import Message, Queue
    from rivalscope.settings import Channel, Settings

_LOG = logging.getLogger(__name__)
#: How long a night may be held up by channels, apart from the attempt that is under way then.
BUDGET_SECONDS = 30.0
#: First and longest wait after a failed attempt. The longest is short, so that messages are there
#: within two minutes of the channel's being well again.
_FIRST_WAIT_SECONDS = 2.0
_LONGEST_WAIT_SECONDS = 60.0
#: Bytes; many servers take no mail of more than 10 MB, and what is attached grows by a third.
_LARGEST_ATTACHMENT = 7_000_000
#: After this many failed attempts the fallback is tried as well.
_FAILURES_UNTIL_FALLBACK = 3
_STRANDED = "the configuration has no such channel any more (`rivalscope alerts drop` forgets it)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Deliveries:
    """What one round of deliveries came to."""

    sent: int
    queues: tuple[Queue, ...]
    """What waits on."""


def deliver(settings: Settings, *, budget_seconds: float = BUDGET_SECONDS) -> Deliveries:
    """Delivers what waits, each message at least once; stops *budget_seconds* later at the latest.

    An attempt that is under way then is given its 20 seconds. A message is marked as sent after it
    was, so that whoever is killed in between sends it again under the same id. Only one process
    delivers at a time; another one leaves the work to it. What waits for a channel that is
    configured no more is not tried, and kept: the channel may come back.
    """
    until = time.monotonic() + budget_seconds
    sent = 0
    channels = {channel.id: channel for channel in settings.channels}
    with Store(settings.database) as store:
        with delivering(settings.database) as is_ours:
            store.outbox.note_stranded(channels, problem=_STRANDED)
            while is_ours and (message := _next(store, until, channels)):
                sent += _try(settings, store, message, channels)
        return Deliveries(sent=sent, queues=store.outbox.queues())


def wait_seconds(failures: int) -> float:
    """Seconds to wait after so many failed attempts (1 or more): 2, 4, 8 ... 60."""
    return min(_FIRST_WAIT_SECONDS * 2.0 ** min(failures - 1, 10), _LONGEST_WAIT_SECONDS)


def _next(store: Store, until: float, channels: Collection[str]) -> Message | None:
    """The message to try next, waited for where its time comes before *until*."""
    while (left := until - time.monotonic()) > 0:
        due_at = store.outbox.find_next_due(channels=channels)
        if due_at is None:
            return None
        now = clock.now()
        wait = (due_at - now).total_seconds()
        if wait <= 0 or wait > _LONGEST_WAIT_SECONDS:  # a clock was turned back meanwhile
            for message in store.outbox.due(max(now, due_at), channels=channels, most=1):
                return message
        elif wait > left:
            return None
        else:
            time.sleep(wait)
    return None


def _try(
    settings: Settings, store: Store, message: Message, channels: Mapping[str, Channel]
) -> bool:
    """One attempt; whether somebody took the message."""
    problems = []
    for channel in _ways(message, channels):
        told = send_now(channel, message, attachment=attachment_of(settings, channel, message))
        if told.problem is None:
            store.outbox.mark_sent(message, by=channel.id, at=clock.now(), note=told.note)
            _LOG.info("delivered", extra=facts(channel=channel.id, id=message.id, note=told.note))
            return True
        problems.append(f"{channel.id}: {told.problem}")
    due_at = clock.now() + timedelta(seconds=wait_seconds(message.attempts + 1))
    problem = "; ".join(problems)
    store.outbox.mark_failed(message, problem=problem, due_at=due_at)
    _LOG.warning(
        "not delivered",
        extra=facts(
            channel=message.channel, id=message.id, problem=problem, attempts=message.attempts + 1
        ),
    )
    return False


def _ways(message: Message, channels: Mapping[str, Channel]) -> tuple[Channel, ...]:
    own = channels[message.channel]
    fallback = channels.get(own.fallback or "")
    is_failing = message.attempts + 1 >= _FAILURES_UNTIL_FALLBACK
    return (own, fallback) if fallback and is_failing else (own,)


def attachment_of(settings: Settings, channel: Channel, message: Message) -> Path | None:
    """The report that goes with a weekly digest by e-mail, where one was written.

    In the format that the channel names; without one, as a web page where no link can stand.
    """
    content = message.content
    if content["cadence"] != "weekly" or not content["sections"]:
        return None
    wanted = channel.attach or ("nothing" if settings.base_url else "html")
    path = settings.reports / content["on"] / f"report.{wanted}"
    is_fit = path.is_file() and path.stat().st_size <= _LARGEST_ATTACHMENT
    return path if is_fit else None


def send_now(channel: Channel, message: Message, *, attachment: Path | None = None) -> Delivery:
    """One attempt on one channel, right now; nothing is kept of it."""
    try:
        address = address_of(channel)
    except AddressError as error:
        return Delivery(problem=str(error))
    return send(address, message, private=channel.is_private, attachment=attachment)


def check_channels(settings: Settings) -> tuple[str, ...]:
    """The channels by name and way; raises ConfigurationError where one leads nowhere."""
    ways, mistakes = [], []
    for channel in settings.channels:
        try:
            address = address_of(channel)
            check_address(address)
        except AddressError as error:
            message = f"channel {channel.id!r}: {error}"
            mistakes.append(Mistake(str(settings.path), channel.line, channel.column, message))
        else:
            ways.append(f"{channel.id} ({address.way})")
    if mistakes:
        raise ConfigurationError(tuple(mistakes))
    return tuple(ways)


def address_of(channel: Channel) -> Address:
    """The channel's address; raises AddressError where it has none that can be used."""
    return find_address(channel.variable, environment=os.environ, private=channel.is_private)
