"""Incidents for feed readers."""

from datetime import UTC, datetime, timedelta

from lxml import etree

from rivalscope.alerts.feed import render_feed

ATOM = "{http://www.w3.org/2005/Atom}"
NOW = datetime(2026, 9, 30, 2, 40, tzinfo=UTC)
ENTRY = {
    "id": 1,
    "fingerprint": "source_health:rival:shop",
    "first_on": "2026-09-28",
    "last_on": "2026-09-30",
    "kind": "source_health",
    "severity": "critical",
    "state": "open",
    "brand_name": 'Bolt & "Co" <script>\x00',
    "subject": "shop",
    "label": "shop",
    "facts": {"state": "blocked", "reason": "403 & ]]> <b>", "last_ok_on": None, "platforms": []},
}


def feed(entries, base_url=None, market="Ours & theirs"):
    text = render_feed(market, entries, base_url=base_url, empty_at=NOW)
    return etree.fromstring(text.encode(), etree.XMLParser(resolve_entities=False))


def test_a_feed_is_whole_whatever_stands_in_it():
    root = feed([(ENTRY, NOW)])
    assert root.findtext(f"{ATOM}title") == "Ours & theirs: incidents"
    title = root.findtext(f"{ATOM}entry/{ATOM}title")
    assert title == 'Bolt & "Co" <script>: source shop is not well (blocked) (open)'
    assert "403 & ]]> <b>" in root.findtext(f"{ATOM}entry/{ATOM}summary")
    assert root.find(f"{ATOM}entry/{ATOM}link") is None


def test_the_newest_change_comes_first_and_dates_the_feed():
    newer = {**ENTRY, "id": 2, "state": "closed"}
    root = feed([(ENTRY, NOW), (newer, NOW + timedelta(days=1))])
    assert [one.text.split()[-1] for one in root.iter(f"{ATOM}title")][1:] == ["(closed)", "(open)"]
    assert root.findtext(f"{ATOM}updated") == "2026-10-01T02:40:00+00:00"


def test_an_entry_keeps_its_id_and_links_only_to_where_reports_are():
    before = feed([(ENTRY, NOW)], base_url="https://acme.example/cx")
    after = feed([({**ENTRY, "state": "closed"}, NOW)])
    assert before.findtext(f"{ATOM}entry/{ATOM}id") == after.findtext(f"{ATOM}entry/{ATOM}id")
    link = before.find(f"{ATOM}entry/{ATOM}link").get("href")
    assert link == "https://acme.example/cx/2026-09-30/report.html"


def test_a_feed_without_incidents_is_one_too():
    assert feed([]).findtext(f"{ATOM}updated") == NOW.isoformat()
