"""E-mail by SMTP (RFC 5321), with a Message-ID that stays the same however often it is tried."""

from __future__ import annotations

import mimetypes
import smtplib
import ssl
from email.message import EmailMessage
from email.utils import format_datetime
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, unquote, urlsplit

from rivalscope.alerts.wording import render_message, subject_of

if TYPE_CHECKING:
    from pathlib import Path

    from rivalscope.models import Message

#: Between two answers of the server; the whole of it is limited from outside.
_ANSWER_SECONDS = 10.0


class MailError(Exception):
    """The server is not one that a message may be given to."""


def send_mail(url: str, message: Message, *, attachment: Path | None = None) -> str | None:
    """Gives the message to the server of *url*; says so where it refused some of the recipients.

    ``smtps://`` speaks TLS from the start, ``smtp://`` as soon as the server offers it; a password
    is never sent without. *attachment*: a file that goes with it. Raises MailError, SMTPException
    or OSError where it was not taken.
    """
    parts = urlsplit(url)
    host, context = parts.hostname or "", ssl.create_default_context()
    server: smtplib.SMTP
    if parts.scheme == "smtps":
        server = smtplib.SMTP_SSL(host, parts.port or 465, timeout=_ANSWER_SECONDS, context=context)
    else:
        server = smtplib.SMTP(host, parts.port or 587, timeout=_ANSWER_SECONDS)
    with server:
        server.ehlo()
        is_safe = parts.scheme == "smtps"
        if not is_safe and server.has_extn("starttls"):
            server.starttls(context=context)
            is_safe = True
        if parts.username:
            if not is_safe:
                why = "the server offers no TLS, and a password is never sent without"
                raise MailError(why)
            server.login(unquote(parts.username), unquote(parts.password or ""))
        refused = server.send_message(_email(url, message, attachment))
    if not refused:
        return None
    # the others got it, and must not get it again
    codes = ", ".join(sorted({str(code) for code, _ in refused.values()}))
    return f"{len(refused)} of the recipients were refused ({codes})"


def _email(url: str, message: Message, attachment: Path | None) -> EmailMessage:
    asked = parse_qs(urlsplit(url).query)
    email = EmailMessage()
    email["Message-ID"] = message.message_id
    email["Date"] = format_datetime(message.created_at)
    email["From"] = asked["from"][0]
    email["To"] = ", ".join(asked["to"])
    email["Subject"] = subject_of(message.content)
    email["Auto-Submitted"] = "auto-generated"  # RFC 3834: nobody's absence needs to answer
    email.set_content(render_message(message.content))
    if attachment:
        kind, _ = mimetypes.guess_type(attachment.name)
        main, _, sub = (kind or "application/octet-stream").partition("/")
        name = f"{message.content['on']}-{attachment.name}"
        email.add_attachment(attachment.read_bytes(), maintype=main, subtype=sub, filename=name)
    return email
