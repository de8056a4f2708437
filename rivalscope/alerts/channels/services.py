"""Chat and other services, by apprise: one address is one of them."""

from __future__ import annotations

import logging
import warnings
from typing import TYPE_CHECKING

from apprise import Apprise, AppriseAsset, NotifyFormat

from rivalscope.alerts.wording import render_message, subject_of

if TYPE_CHECKING:
    from apprise.plugins import NotifyBase

    from rivalscope.models import Message

#: Chats read what follows these as a command or a call to everybody; customers write them too.
_CALLS = str.maketrans({"@": "@\u2060", "<": "<\u2060"})


class ServiceError(Exception):
    """The service did not take the message."""


def find_service(url: str) -> NotifyBase | None:
    """The service that apprise finds in *url*, if any."""
    logging.getLogger("apprise").disabled = True  # it logs addresses
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of the plugins it loads, used or not
        return Apprise.instantiate(url, asset=AppriseAsset(app_id="Rivalscope"))


def send_to_service(url: str, message: Message) -> None:
    """Gives the message to the service, as short as it must be there to stay one message.

    Raises ServiceError where it was not taken.
    """
    service = find_service(url)
    if service is None:
        why = "apprise knows no such address"
        raise ServiceError(why)
    notifier = Apprise()
    notifier.add(service)
    body = render_message(message.content, longest=service.body_maxlen - len(message.content))
    result = notifier.notify(
        title=subject_of(message.content),
        body=body.translate(_CALLS),
        body_format=NotifyFormat.TEXT,
    )
    if not result:
        why = f"{service.service_name} did not take it"
        raise ServiceError(why)
