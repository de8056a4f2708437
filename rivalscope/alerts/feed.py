"""Incidents as an Atom feed (RFC 4287), for any feed reader; pure."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from jinja2 import Environment

from rivalscope.alerts.wording import fact_lines, statement
from rivalscope.text import clean_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime
    from typing import Any

_FEED = """\
<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
  <id>{{ feed_id }}</id>
  <title>{{ market | clean }}: incidents</title>
  <updated>{{ updated_at }}</updated>
  <author><name>Rivalscope</name></author>
{%- for entry, changed_at in entries %}
  <entry>
    <id>{{ feed_id }}:{{ entry.fingerprint | urlencode }}:{{ entry.first_on }}</id>
    <title>{{ statement(entry) | clean }} ({{ entry.state }})</title>
    <updated>{{ changed_at.isoformat() }}</updated>
    {%- if base_url %}
    <link href="{{ base_url }}/{{ entry.last_on }}/report.html"/>
    {%- endif %}
    <category term="{{ entry.kind }}"/>
    <category term="{{ entry.severity }}"/>
    <summary>{{ fact_lines(entry) | join("\n") | clean }}</summary>
  </entry>
{%- endfor %}
</feed>
"""


def render_feed(
    market: str,
    entries: Iterable[tuple[Mapping[str, Any], datetime]],
    *,
    base_url: str | None,
    empty_at: datetime,
) -> str:
    """A whole feed, the newest change first.

    *entries*: incidents as messages have them, each with when it last changed; *empty_at*: when the
    feed was updated that holds none. Links stand in it only where *base_url* is known. An entry
    keeps its id whatever becomes of its incident.
    """
    newest_first = sorted(entries, key=lambda one: (one[1], one[0]["id"]), reverse=True)
    environment = Environment(autoescape=True, keep_trailing_newline=True)
    environment.filters["clean"] = clean_text  # XML 1.0 has no control characters
    return environment.from_string(_FEED).render(
        feed_id=f"tag:rivalscope.invalid,2026:{quote(market)}",  # RFC 4151
        market=market,
        updated_at=(newest_first[0][1] if newest_first else empty_at).isoformat(),
        entries=newest_first,
        base_url=base_url,
        statement=statement,
        fact_lines=fact_lines,
    )
