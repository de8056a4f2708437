"""An explanation in words: marked quotes, every language, hostile texts."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from rivalscope.models import (
    ExplainedMention,
    Explanation,
    FoundCue,
    PageFacts,
    Review,
    ReviewVersion,
    ThemeMention,
    Trace,
)
from rivalscope.reports.explanation import RULES, render_explanation_html, rule_text, segments
from rivalscope.reports.messages import LANGUAGES

AT = datetime(2026, 9, 28, tzinfo=UTC)
ATTACK = '"><script>alert(1)</script>'


def mention(text: str, start: int, end: int, *, rule: str = "clause") -> ExplainedMention:
    """A mention of those characters."""
    return ExplainedMention(
        id=f"mention:{start}",
        mention=ThemeMention(
            theme="wait_time",
            polarity="negative",
            start=start,
            end=end,
            quote=text[start:end],
            rule=rule,
        ),
        cues=(FoundCue(theme="wait_time", kind="topic", cue=ATTACK, start=start, end=end),),
    )


def trace(text: str, *mentions: ExplainedMention, url: str = "https://a.example/1") -> Trace:
    """A review of one version."""
    page = PageFacts(digest="d", url=url, fetched_at=AT, size=None)
    version = ReviewVersion(
        review=Review(body=text), seen_at=AT, replaced_at=None, changed=(), page=page
    )
    return Trace(
        id="review:1",
        brand="norvia",
        source="s",
        platform="p",
        page_url=url,
        first_seen_at=AT,
        gone_at=AT,
        duplicate_of="review:2",
        mentions=mentions,
        versions=(version,),
    )


def test_quotes_are_marked_once_where_they_overlap():
    text = "One two three four."
    found = list(segments(trace(text, mention(text, 4, 13), mention(text, 8, 18))))
    assert found == [("One ", False), ("two three", True), (" four", True), (".", False)]
    assert "".join(words for words, _ in found) == text


def test_a_text_without_mentions_is_one_piece():
    assert list(segments(trace("Nothing."))) == [("Nothing.", False)]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("rule", sorted(RULES))
def test_every_rule_has_words(language, rule):
    assert rule_text(rule, language).endswith(f" ({rule})")


def test_a_rule_without_words_is_named():
    assert rule_text("sarcasm") == "sarcasm"


def test_hostile_texts_stay_text(hostile_report):
    text = f"{ATTACK} waits"
    one = trace(text, mention(text, 0, len(ATTACK), rule=ATTACK), url="javascript:alert(1)")
    cell = hostile_report.cells[0]
    page = render_explanation_html(
        Explanation(
            id=ATTACK, report=hostile_report, cell=cell, findings=cell.findings, traces=(one,)
        )
    )
    assert "<script" not in page
    assert 'href="javascript' not in page
    assert "the page itself is not kept any more" in page
    assert "gone from its page since 2026-09-28" in page
    assert "a copy of review:2, which counts" in page
