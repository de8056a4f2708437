"""Table of what people said of mentions, and the mentions they have yet to be asked about."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from rivalscope.models import JudgedMention, Judgment, MentionToJudge, ThemeMention
from rivalscope.storage.countable import COUNTED
from rivalscope.storage.review_rows import text_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rivalscope.models import Drawn, Verdict
    from rivalscope.storage.database import Database

#: Mentions as findings count them: without those judged wrong, and with the polarity that somebody
#: gave them. A judgment belongs to the words, so that it holds however often they are tagged anew.
CORRECTED_MENTIONS = (
    '(SELECT m.review, m.theme, coalesce(c.polarity, m.polarity) AS polarity, m.start, m."end",'
    " m.quote, iif(coalesce(c.polarity, m.polarity) = m.polarity, m.rule, 'corrected') AS rule"
    " FROM mentions m LEFT JOIN corrections c ON c.review = m.review AND c.theme = m.theme"
    " AND c.quote = m.quote WHERE coalesce(c.verdict, '') != 'wrong_theme')"
)
_DOUBT = """
CASE
    WHEN m.polarity = 'neutral' THEN 'nothing told whether it is a complaint or praise'
    WHEN m.polarity = 'negative' AND u.sentiment = 'positive'
        THEN 'a complaint in a text that sounds pleased'
    WHEN m.polarity = 'positive' AND u.sentiment = 'negative'
        THEN 'praise in a text that sounds displeased'
    WHEN m.polarity = 'negative' AND r.rating >= r.rating_max * :satisfied
        THEN 'a complaint with many stars'
    WHEN m.polarity = 'positive' AND r.rating <= r.rating_max * :dissatisfied
        THEN 'praise with few stars'
END
"""
# In the order of the ids of the reviews: these are hashes, so that the first ones are a sample, and
# tomorrow, when there are more reviews, still the beginning of one.
_DRAW = f"""
SELECT r.*, u.language AS read_in, u.sentiment, m.theme, m.polarity, m.start, m."end", m.quote,
    m.rule, {_DOUBT} AS doubt
FROM mentions m JOIN reviews r ON r.id = m.review JOIN understandings u ON u.review = m.review
LEFT JOIN corrections c ON c.review = m.review AND c.theme = m.theme AND c.quote = m.quote
WHERE {COUNTED} AND c.verdict IS :verdict
    AND m.theme = coalesce(:theme, m.theme) AND u.language = coalesce(:language, u.language)
    AND (:drawn = 'random' OR {_DOUBT} IS NOT NULL)
ORDER BY m.review, m.start, m.theme LIMIT :count
"""
# Nothing is saved of a review that was erased while somebody looked at it.
_SAVE = """
INSERT INTO corrections
    (review, theme, quote, tagged, verdict, polarity, drawn, version, judged_at)
SELECT r.id, ?, ?, ?, ?, ?, ?, u.version, ?
FROM reviews r JOIN understandings u ON u.review = r.id WHERE r.id = ?
ON CONFLICT (review, theme, quote) DO UPDATE SET
    tagged = excluded.tagged, verdict = excluded.verdict, polarity = excluded.polarity,
    version = excluded.version, judged_at = excluded.judged_at,
    drawn = iif('random' IN (drawn, excluded.drawn), 'random', 'doubtful')
"""
# A random draw passes over what was judged as doubtful before. It belongs to the sample all the
# same: without it the sample would hold no doubtful ones, and the tagging would look too good.
_COUNT_PASSED_OVER = """
UPDATE corrections SET drawn = 'random'
WHERE drawn = 'doubtful' AND theme = ? AND review <= ? AND review IN
    (SELECT review FROM understandings WHERE language =
        (SELECT language FROM understandings WHERE review = ?))
"""


class Corrections:
    """The judgments of one database."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def draw(
        self,
        *,
        drawn: Drawn,
        theme: str | None,
        language: str | None,
        count: int,
        satisfied: float,
        dissatisfied: float,
    ) -> tuple[MentionToJudge, ...]:
        """Up to *count* mentions that nobody has judged, always in the same order.

        Those that were skipped come last. *satisfied* and *dissatisfied* are the shares of stars
        from which, and up to which, they contradict a complaint or praise.
        """
        asked = {
            "drawn": drawn,
            "theme": theme,
            "language": language,
            "satisfied": satisfied,
            "dissatisfied": dissatisfied,
        }
        found: dict[tuple[str, str, str], MentionToJudge] = {}
        for verdict in (None, "skipped"):
            left = count - len(found)
            rows = self._db.rows(_DRAW, {**asked, "verdict": verdict, "count": left})
            for one in (_to_judge(row, drawn) for row in rows):
                found.setdefault(one.key, one)  # the same words may stand in one text twice
        return tuple(found.values())

    def save(self, judgments: Sequence[Judgment]) -> int:
        """Keeps all of *judgments* in one transaction; says how many.

        A judgment about the same words replaces the earlier one; one about a review that is not
        stored any more is left out.
        """
        saved = 0
        with self._db.tx():
            for one in judgments:
                saved += self._db.execute(
                    _SAVE,
                    (
                        one.theme,
                        one.quote,
                        one.tagged,
                        one.verdict,
                        one.polarity,
                        one.drawn,
                        one.judged_at.isoformat(),
                        one.review,
                    ),
                ).rowcount
                if one.drawn == "random":
                    self._db.execute(_COUNT_PASSED_OVER, (one.theme, one.review, one.review))
        return saved

    def sampled(self) -> tuple[JudgedMention, ...]:
        """The answers about mentions drawn at random."""
        rows = self._db.rows(
            "SELECT c.review, c.theme, u.language, c.verdict, c.version FROM corrections c"
            " JOIN understandings u ON u.review = c.review"
            " WHERE c.drawn = 'random' AND c.verdict != 'skipped'"
            " ORDER BY c.review, c.theme, c.quote"
        )
        return tuple(JudgedMention(**row) for row in rows)

    def verdicts(self) -> dict[tuple[str, str, str], Verdict]:
        """(review, theme, quote) -> what was said of it."""
        rows = self._db.rows("SELECT review, theme, quote, verdict FROM corrections")
        return {(row["review"], row["theme"], row["quote"]): row["verdict"] for row in rows}

    def count(self) -> dict[Verdict, int]:
        """How often each verdict was given."""
        rows = self._db.rows("SELECT verdict, count(*) AS n FROM corrections GROUP BY 1 ORDER BY 1")
        return {row["verdict"]: row["n"] for row in rows}


def _to_judge(row: dict[str, Any], drawn: Drawn) -> MentionToJudge:
    text = text_of(row)
    return MentionToJudge(
        review=row["id"],
        brand=row["brand"],
        platform=row["platform"],
        language=row["read_in"],
        published_on=date.fromisoformat(row["published_on"]),
        stars=text.stars,
        sentiment=row["sentiment"],
        text=text.body,
        mention=ThemeMention(
            **{name: row[name] for name in ("theme", "polarity", "start", "end", "quote", "rule")}
        ),
        drawn=drawn,
        doubt=row["doubt"],
    )
