"""A message as JSON, or a mere ping, to an address of the user's own."""

from __future__ import annotations

from base64 import b64encode
from http.client import HTTPResponse
from typing import TYPE_CHECKING
from urllib.error import HTTPError, URLError
from urllib.parse import unquote, urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

import orjson

from rivalscope.alerts.channels.addresses import without_login

if TYPE_CHECKING:
    from rivalscope.models import Message

_ANSWER_SECONDS = 10.0


class WebhookError(Exception):
    """The receiver did not take the message."""


class _NoRedirect(HTTPRedirectHandler):
    """Who is asked is who must answer: a message is not carried to where an answer points."""

    def redirect_request(self, *_: object) -> None:
        return None


def send_webhook(url: str, message: Message) -> None:
    """Posts the message; any answer 200 to 299 says that it was taken.

    The header ``Idempotency-Key`` is the message's id, the same each time it is tried. Raises
    WebhookError or OSError where it was not taken.
    """
    body = orjson.dumps(message.content)
    headers = {
        "Content-Type": "application/json",
        "Idempotency-Key": message.id,
        "User-Agent": "Rivalscope",
        **_login(url),
    }
    _ask(Request(without_login(url), data=body, headers=headers, method="POST"))  # ruff: ignore[suspicious-url-open-usage] - http and https only, by find_address


def send_ping(url: str) -> None:
    """Asks for the address; any answer 200 to 299 says that the ping was taken.

    Raises WebhookError or OSError where it was not.
    """
    headers = {"User-Agent": "Rivalscope", **_login(url)}
    _ask(Request(without_login(url), headers=headers))  # ruff: ignore[suspicious-url-open-usage] - as above


def _ask(request: Request) -> None:
    opener = build_opener(_NoRedirect)
    try:
        with opener.open(request, timeout=_ANSWER_SECONDS) as answer:
            status = answer.status if isinstance(answer, HTTPResponse) else 0
    except HTTPError as error:
        with error:
            status = error.code
    except URLError as error:
        raise WebhookError(str(error.reason)) from error
    if status // 100 != 2:  # ruff: ignore[magic-value-comparison] - of HTTP: success
        why = f"the webhook answered {status}"
        raise WebhookError(why)


def _login(url: str) -> dict[str, str]:
    parts = urlsplit(url)
    if not parts.username:
        return {}
    pair = f"{unquote(parts.username)}:{unquote(parts.password or '')}"
    return {"Authorization": f"Basic {b64encode(pair.encode()).decode()}"}
