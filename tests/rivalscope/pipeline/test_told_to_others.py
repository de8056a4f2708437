"""What a message brings: the report to the strategist. And what it never does: call anybody."""

import email
import email.policy
import socket
import sqlite3
import threading
from dataclasses import replace
from datetime import date

import pytest

from rivalscope.alerts.wording import render_message
from rivalscope.models import Signal
from rivalscope.pipeline import build_report, deliver, find_alerts, write_report
from rivalscope.pipeline.alerts.alerting import judge
from rivalscope.pipeline.alerts.digesting import write_messages
from rivalscope.pipeline.alerts.seeing import Seen
from rivalscope.storage import Store


@pytest.fixture
def addresses(monkeypatch, mailbox, receiver):
    """Both channels lead to this machine."""
    monkeypatch.setenv("RIVALSCOPE_CHANNEL_MAIL", mailbox.url)
    monkeypatch.setenv("RIVALSCOPE_CHANNEL_HOOK", receiver.url)


@pytest.fixture
def canary():
    """A server that nobody should ever ask; gives its address and who did."""
    asked = []
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.1)
        over = threading.Event()

        def listen():
            while not over.is_set():
                try:
                    connection, address = server.accept()
                except TimeoutError:
                    continue
                connection.close()
                asked.append(address)

        thread = threading.Thread(target=listen, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.getsockname()[1]}/canary", asked
        over.set()
        thread.join(5)


def told(settings, mailbox, *, on, digest, **changed):
    """The one mail of a night, as a mail program reads it."""
    channels = tuple(
        replace(one, digest=digest, **changed) for one in settings.channels if one.id == "mail"
    )
    settings = replace(settings, channels=channels)
    report = build_report(settings, as_of=on)
    write_report(report, settings.reports)
    find_alerts(settings, as_of=on, report=report)
    assert deliver(settings).sent == 1
    (mail,) = mailbox.mails
    return email.message_from_string(mail, policy=email.policy.default)


@pytest.mark.parametrize(
    ("attach", "name", "start"),
    [(None, "report.html", b"<!doctype html>"), ("xlsx", "report.xlsx", b"PK")],
)
def test_a_weekly_mail_brings_the_report(
    spiking, spike_day, addresses, mailbox, attach, name, start
):
    mail = told(spiking, mailbox, on=spike_day, digest="weekly", attach=attach)
    (attached,) = mail.iter_attachments()
    assert attached.get_filename() == f"{spike_day}-{name}"
    content = (spiking.reports / str(spike_day) / name).read_bytes()
    assert attached.get_payload(decode=True).replace(b"\r\n", b"\n") == content.replace(
        b"\r\n", b"\n"
    )
    assert content.startswith(start)
    assert "What moved" in mail.get_body().get_content()


def test_a_weekly_mail_links_the_report_where_it_can_be_read(
    spiking, spike_day, addresses, mailbox
):
    settings = replace(spiking, base_url="https://reports.acme.example/cx")
    mail = told(settings, mailbox, on=spike_day, digest="weekly")
    link = f"https://reports.acme.example/cx/{spike_day}/report.html"
    assert link in mail.get_body().get_content()
    assert list(mail.iter_attachments()) == []


@pytest.mark.parametrize(("digest", "attach"), [("nightly", None), ("weekly", "nothing")])
def test_other_mails_bring_nothing(spiking, spike_day, addresses, mailbox, digest, attach):
    mail = told(spiking, mailbox, on=spike_day, digest=digest, attach=attach)
    assert list(mail.iter_attachments()) == []


def test_a_monthly_mail_is_one_page(spiking, spike_day, addresses, mailbox):
    changes = [{"about": "x", "before": "1", "after": "2", "on": "2026-09-30", "url": "x"}] * 9
    signals = tuple(
        Signal(
            kind="policy_change",
            brand="bolt",
            subject=f"faq@2026-09-{day:02}",
            rule="policy-changes",
            severity="warning",
            facts={"changes": changes, "platforms": []},
        )
        for day in range(1, 21)
    )
    channels = tuple(replace(one, digest="monthly") for one in spiking.channels)
    settings = replace(spiking, channels=channels)
    report = build_report(settings, as_of=spike_day)
    with Store(settings.database) as store, store.tx():
        judge(settings, store, Seen(signals=signals, blind={}), on=spike_day)
        write_messages(settings, store, on=spike_day, report=report)
    deliver(settings)
    (mail,) = mailbox.mails
    text = email.message_from_string(mail, policy=email.policy.default).get_body().get_content()
    assert "Strengths" in text
    assert "and 10 more" in text
    assert len(text.splitlines()) <= 60


def test_no_address_in_crawled_content_is_ever_called(
    spiking, spike_day, addresses, mailbox, receiver, canary
):
    """A review, its own address, its page and a brand's promise name a server of ours."""
    url, asked = canary
    with sqlite3.connect(spiking.database) as connection:
        connection.execute("UPDATE reviews SET url = ?, page_url = ?", (url, url))
        connection.execute("UPDATE mentions SET quote = quote || ' see ' || ?", (url,))
    connection.close()
    changed = Signal(
        kind="policy_change",
        brand="bolt",
        subject="faq@2026-09-30",
        rule="policy-changes",
        severity="warning",
        facts={
            "changes": [
                {"about": url, "before": url, "after": url, "on": "2026-09-30", "url": url}
            ],
            "platforms": [],
        },
    )
    with Store(spiking.database) as store, store.tx():
        judge(spiking, store, Seen(signals=(changed,), blind={}), on=spike_day - date.resolution)
        write_messages(spiking, store, on=spike_day - date.resolution, report=None)
    find_alerts(spiking, as_of=spike_day)
    assert deliver(spiking).sent == 4
    (_, spike) = receiver.bodies
    assert any(url in quote["text"] for quote in spike["incidents"][0]["quotes"])
    assert url in render_message(spike)
    assert len(mailbox.mails) == 2
    assert asked == []
