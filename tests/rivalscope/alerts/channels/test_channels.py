"""Messages by real SMTP and HTTP on this machine, from the process that sends them."""

import time
from datetime import UTC, datetime

import pytest

from rivalscope.alerts.channels import Address, ping, send
from rivalscope.models import Message

CONTENT = {
    "schema": "rivalscope.alert-message.1",
    "id": "0" * 32,
    "market": "Parcels",
    "synthetic": False,
    "on": "2026-09-30",
    "cadence": "nightly",
    "period": "2026-09-30",
    "incidents": [],
    "more": 0,
    "sections": [{"title": "Žluťoučký kůň", "lines": ["read https://hostile.example/x"]}],
    "report_url": None,
}


@pytest.fixture
def message():
    return Message(
        id="0" * 32,
        message_id="<0000@reports.acme.example>",
        channel="c",
        created_at=datetime(2026, 9, 30, 2, 40, tzinfo=UTC),
        content=CONTENT,
    )


def sent(url, message, *, private=True, seconds=20.0):
    return send(Address(url), message, private=private, seconds=seconds)


def test_a_mail_carries_our_message_id_and_the_date_of_the_news(mailbox, message):
    for _ in range(2):
        assert sent(mailbox.url, message).problem is None
    assert mailbox.ids == ["<0000@reports.acme.example>"] * 2
    assert all("Date: Wed, 30 Sep 2026 02:40:00 +0000" in mail for mail in mailbox.mails)
    assert all("Auto-Submitted: auto-generated" in mail for mail in mailbox.mails)
    assert "[Parcels] nightly digest 2026-09-30" in mailbox.mails[0]


def test_who_refuses_does_not_keep_the_mail_from_the_others(mailbox, message):
    mailbox.refused.add("gone@acme.example")
    told = sent(f"{mailbox.url}&to=gone@acme.example", message)
    assert (told.problem, told.note) == (None, "1 of the recipients were refused (550)")
    assert len(mailbox.mails) == 1


def test_what_the_mail_server_says_is_told(mailbox, message):
    mailbox.answer = "452 no room for watch@acme.example"
    assert sent(mailbox.url, message).problem == "the mail server answered 452 no room for ***"


def test_a_password_is_never_sent_without_tls(mailbox, message):
    told = sent(mailbox.url.replace("smtp://", "smtp://watch:S3CRET@"), message)
    assert told.problem == "the server offers no TLS, and a password is never sent without"
    assert mailbox.mails == []


def test_a_webhook_gets_json_under_one_key(receiver, message):
    assert sent(receiver.url, message).problem is None
    assert receiver.bodies == [CONTENT]
    assert receiver.headers[0]["Idempotency-Key"] == "0" * 32
    assert receiver.headers[0]["Content-Type"] == "application/json"


def test_a_webhook_may_ask_for_a_password(receiver, message):
    assert sent(receiver.url.replace("://", "://u:p%40ss@"), message).problem is None
    assert receiver.headers[0]["Authorization"] == "Basic dTpwQHNz"


@pytest.mark.parametrize("status", [400, 401, 404, 429, 500, 503])
def test_only_a_good_answer_means_that_it_was_taken(receiver, message, status):
    receiver.status = status
    assert sent(receiver.url, message).problem == f"the webhook answered {status}"


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_is_not_followed(receiver, message, status):
    receiver.status = status
    receiver.location = receiver.url.replace("team-secret", "elsewhere")
    assert sent(receiver.url, message).problem == f"the webhook answered {status}"
    assert receiver.bodies == []


def test_who_hangs_is_given_up(receiver, message):
    receiver.before = lambda: time.sleep(3)
    assert sent(receiver.url, message, seconds=1).problem == "no answer within 1 seconds"


def test_who_is_not_there_is_told_without_the_address(message):
    told = sent("http://127.0.0.1:9/hooks/team-secret", message)
    assert told.problem == "[Errno 111] Connection refused"


@pytest.mark.parametrize("scheme", ["http", "json", "smtp", "gotify"])
def test_no_channel_gets_inside_unless_it_may(receiver, mailbox, message, scheme):
    """Whatever library connects: the gate is below all of them."""
    own = mailbox.url if scheme == "smtp" else receiver.url.replace("http://", f"{scheme}://")
    told = sent(own, message, private=False)
    assert told.problem == "127.0.0.1 is no public address (`private: true` allows it)"
    assert (receiver.bodies, mailbox.mails) == ([], [])


def test_a_name_that_leads_inside_is_refused_when_it_is_connected_to(receiver, message):
    told = sent(receiver.url.replace("127.0.0.1", "localhost"), message, private=False)
    assert "is no public address" in told.problem
    assert receiver.bodies == []


def test_apprise_reaches_what_is_neither_mail_nor_a_plain_webhook(receiver, message):
    told = sent(receiver.url.replace("http://", "json://"), message)
    assert told.problem is None
    assert receiver.bodies[0]["title"] == "[Parcels] nightly digest 2026-09-30"
    assert "Žluťoučký kůň" in receiver.bodies[0]["message"]


def test_what_apprise_does_not_know_is_told(message):
    assert sent("nowhere://S3CRET", message).problem == "apprise knows no such address"


def test_customers_can_not_call_everybody(receiver, message):
    hostile = {**CONTENT, "sections": [{"title": "@everyone", "lines": ["<!channel>"]}]}
    told = Message(
        id=message.id,
        message_id=message.message_id,
        channel="c",
        created_at=message.created_at,
        content=hostile,
    )
    assert sent(receiver.url.replace("http://", "json://"), told).problem is None
    assert "@everyone" not in receiver.bodies[0]["message"]
    assert "<!channel>" not in receiver.bodies[0]["message"]


def test_an_address_in_what_was_crawled_is_never_called(receiver, mailbox, message):
    """Only the mail is sent; the webhook's address is but a text in it."""
    content = {
        **CONTENT,
        "report_url": receiver.url,
        "sections": [{"title": receiver.url, "lines": []}],
    }
    told = Message(
        id=message.id,
        message_id=message.message_id,
        channel="c",
        created_at=message.created_at,
        content=content,
    )
    assert sent(mailbox.url, told).problem is None
    assert receiver.url in mailbox.mails[0].replace("=\r\n", "")
    assert receiver.bodies == []


def test_a_ping_connects_to_public_addresses_only(receiver):
    told = ping(Address(receiver.url), private=False)
    assert told.problem == "127.0.0.1 is no public address (`private: true` allows it)"
    assert receiver.asked == []
    assert ping(Address(receiver.url), private=True).problem is None
    assert receiver.asked == ["/hooks/team-secret"]


def test_a_ping_goes_where_it_is_sent_and_nowhere_else(receiver):
    receiver.status, receiver.location = 302, "/elsewhere"
    told = ping(Address(receiver.url), private=True)
    assert told.problem == "the webhook answered 302"
    assert receiver.asked == ["/hooks/team-secret"]
