"""Counts of distinct reviews that speak of any theme of a group, such as a touchpoint."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

from rivalscope.models import DailyCount, Stratum
from rivalscope.storage.corrections import CORRECTED_MENTIONS
from rivalscope.storage.countable import COUNTED, not_in

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from rivalscope.storage.database import Database


class Groups:
    """Groups of themes over the mentions of one database."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def daily_counts(
        self,
        groups: Mapping[str, Collection[str]],
        *,
        until: date,
        without: Collection[str] = (),
    ) -> tuple[DailyCount, ...]:
        """Reviews that complain of, or praise, any theme of a group, with the group as theme.

        Counted from the mentions and not added up from counts by theme: a review that complains of
        two themes of a group is one review. *groups*: name -> theme ids; *without*: keys
        (``brand/source``) of sources that are good for quotes but not for rates.
        """
        pairs = [[group, theme] for group in sorted(groups) for theme in sorted(groups[group])]
        rows = self._db.rows(
            "SELECT r.brand, r.platform, u.language, r.published_on AS day,"
            " json_extract(g.value, '$[0]') AS theme,"
            " count(DISTINCT CASE WHEN m.polarity = 'negative' THEN r.id END) AS complaints,"
            " count(DISTINCT CASE WHEN m.polarity = 'positive' THEN r.id END) AS praises"
            " FROM json_each(?) g"
            f" JOIN {CORRECTED_MENTIONS} m ON m.theme = json_extract(g.value, '$[1]')"
            " JOIN reviews r ON r.id = m.review JOIN understandings u ON u.review = r.id"
            f" WHERE {COUNTED} AND r.published_on <= ? AND {not_in(without)}"
            " GROUP BY 1, 2, 3, 4, 5 ORDER BY 1, 2, 3, 4, 5",
            (json.dumps(pairs), until.isoformat(), *sorted(without)),
        )
        return tuple(
            DailyCount(
                brand=row["brand"],
                stratum=Stratum(platform=row["platform"], language=row["language"]),
                day=date.fromisoformat(row["day"]),
                theme=row["theme"],
                complaints=row["complaints"],
                praises=row["praises"],
            )
            for row in rows
        )
