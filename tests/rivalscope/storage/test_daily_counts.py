"""Daily counts: whatever changes, they are what a recount of all rows gives."""

import random
import sqlite3
from collections import Counter
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
import sqlite_utils

from rivalscope.models import (
    DailyVolume,
    Judgment,
    Period,
    ProxySignal,
    Reply,
    Review,
    Snapshot,
    Source,
    Stratum,
    ThemeMention,
    Understanding,
)
from rivalscope.storage import Store, daily_counts, packed
from rivalscope.storage.migrations import migrations

START = datetime(2026, 9, 1, 2, 30, tzinfo=UTC)
SOURCES = (
    Source(brand="acme", id="one", platform="portal", kind="reviews", url=None),
    Source(brand="acme", id="two", platform="mirror", kind="reviews", url=None),
    Source(brand="bolt", id="one", platform="portal", kind="reviews", url=None),
)
THEMES = ("app", "wait_time", "recommend", "loyalty")
SEEDS = range(8)
#: Long enough to have copies elsewhere.
TEXTS = tuple(
    f"{word} I waited for the parcel for three weeks, wrote twice and never got any answer at all."
    for word in ("Well,", "Honestly", "So", "Again")
)


class Market:
    """A store that lives through random changes, each by the way the application makes it."""

    def __init__(self, store, seed):
        self.store = store
        self.any = random.Random(seed)  # ruff: ignore[suspicious-non-cryptographic-random-usage] - the same each time
        self.now = START
        self.run = store.runs.start("test", at=START)
        self.changes = (
            self.save,
            self.save,
            self.understand,
            self.understand,
            self.search,
            self.judge,
            self.miss,
            self.see,
            self.decide,
            self.erase,
            self.forget,
        )

    def change(self):
        self.now += timedelta(hours=1)
        self.any.choice(self.changes)()

    def save(self):
        """New, edited, redated and copied reviews."""
        source = self.any.choice(SOURCES)
        page = Snapshot(url="http://a.example/", fetched_at=self.now, body=str(self.now).encode())
        self.store.pages.save(packed(page), source=source, run=self.run)
        reviews = [self.review(number) for number in self.any.sample(range(8), 4)]
        self.store.reviews.save(reviews, source=source, snapshot=page)

    def review(self, number):
        dated = self.any.random() < 0.9
        published = START - timedelta(days=self.any.randrange(3), hours=3)
        return Review(
            native_id=str(number),
            body=self.any.choice((*TEXTS, "Fine.", "")),
            rating=self.any.choice((None, 1.0, 4.0)),
            rating_max=5.0,
            published_at=published if dated else None,
            date_precision=self.any.choice(("second", "day", "month", "year")) if dated else None,
            reply=self.any.choice((None, Reply(body="Sorry.", published_at=START))),
        )

    def understand(self):
        """What is new or edited; now and then everything, by a new pack."""
        version = f"v{self.any.randrange(3)}"
        self.store.understandings.save(
            [
                (self.understanding(text.id), content)
                for text, content in self.store.reviews.to_understand(version)
            ],
            version=version,
        )

    def understanding(self, key):
        return Understanding(
            id=key,
            language=self.any.choice(("en", "cs", "unknown")),
            sentiment=self.any.choice(("positive", "negative", "neutral")),
            score=0.0,
            mentions=tuple(
                ThemeMention(
                    theme=self.any.choice(THEMES),
                    polarity=self.any.choice(("positive", "negative", "neutral")),
                    start=start,
                    end=start + 4,
                    quote=self.any.choice(("Well", "Well, I waited for the parcel for weeks")),
                    rule=self.any.choice(("complaint_cue", "clause")),
                )
                for start in range(self.any.randrange(4))
            ),
        )

    def search(self):
        versions = {"en": str(self.any.randrange(2))}
        waiting = self.store.proxies.waiting(versions)
        self.store.proxies.save(
            [
                (text.id, language, content, self.signals())
                for text, _, language, content in self.store.proxies.texts(waiting)
            ],
            versions=versions,
        )

    def signals(self):
        effort = ProxySignal(kind="effort", brand="acme", start=0, end=4, quote="Well")
        return self.any.choice(((), (effort,), (effort, replace(effort, kind="leaving"))))

    def judge(self):
        rows = self.mentions()
        for row in self.any.sample(rows, min(2, len(rows))):
            verdict = self.any.choice(("right", "wrong_theme", "wrong_polarity"))
            other = "positive" if row["polarity"] == "negative" else "negative"
            polarity = {"right": row["polarity"], "wrong_polarity": other}.get(verdict)
            self.store.corrections.save(
                [
                    Judgment(
                        review=row["review"],
                        theme=row["theme"],
                        quote=row["quote"],
                        tagged=row["polarity"],
                        verdict=verdict,
                        polarity=polarity,
                        drawn="doubtful",
                        judged_at=self.now,
                    )
                ]
            )

    def miss(self):
        source = self.any.choice(SOURCES)
        self.store.presence.mark_missing(source, self.keys(source), at=self.now)

    def see(self):
        source = self.any.choice(SOURCES)
        self.store.presence.mark_seen(source, self.keys(source), at=self.now)

    def decide(self):
        """Another engine takes some sentiments over."""
        with self.store.tx():
            database(self.store).execute(
                "UPDATE understandings SET sentiment = 'neutral' WHERE review > ?", (self.some(),)
            )

    def erase(self):
        keys = [row["id"] for row in database(self.store).rows("SELECT id FROM reviews")]
        if self.any.random() < 0.3 and keys:
            self.store.privacy.erase([self.any.choice(keys)], at=self.now)

    def forget(self):
        if self.any.random() < 0.3:
            day = (self.now - timedelta(hours=self.any.randrange(48))).date()
            self.store.retention.forget(reviews_before=day, pages_before=START.date())

    def keys(self, source):
        rows = database(self.store).rows(
            "SELECT id FROM reviews WHERE brand = ? AND source = ? ORDER BY id",
            (source.brand, source.id),
        )
        return [row["id"] for row in rows if self.any.random() < 0.5]

    def mentions(self):
        return database(self.store).rows("SELECT * FROM mentions ORDER BY review, start, theme")

    def some(self):
        return f"review:{self.any.randrange(16):x}"


def database(store):
    return store._database  # ruff: ignore[private-member-access] - rows no reader shows


def counted(store):
    """The reviews that count, by what the words of the rule say, in Python."""
    return [
        row
        for row in database(store).rows(
            "SELECT r.*, u.language AS read_in, u.sentiment FROM reviews r"
            " JOIN understandings u ON u.review = r.id"
        )
        if row["duplicate_of"] is None
        and row["gone_at"] is None
        and row["read_in"] != "unknown"
        and ((row["title"] or "") + row["body"]).strip()
        and row["published_on"]
        and row["date_precision"] != "year"
    ]


def recounted_volumes(store):
    return Counter(
        (row["brand"], row["platform"], row["read_in"], row["published_on"])
        for row in counted(store)
    )


def said_in(store):
    """(review, theme, polarity), as people corrected them."""
    verdicts = {
        (row["review"], row["theme"], row["quote"]): row
        for row in database(store).rows("SELECT * FROM corrections")
    }
    said = set()
    for mention in database(store).rows("SELECT * FROM mentions"):
        judged = verdicts.get((mention["review"], mention["theme"], mention["quote"]), {})
        if judged.get("verdict") != "wrong_theme":
            polarity = judged.get("polarity") or mention["polarity"]
            said.add((mention["review"], mention["theme"], polarity))
    return said


def recounted_themes(store):
    """(brand, platform, language, day, theme) -> reviews that complain, and that praise."""
    said, found = said_in(store), {}
    for row in counted(store):
        for review, theme, polarity in said:
            if review == row["id"]:
                place = (row["brand"], row["platform"], row["read_in"], row["published_on"], theme)
                of = found.setdefault(place, Counter())
                of[polarity] += 1
    return {place: (of["negative"], of["positive"]) for place, of in found.items()}


def recounted_advice(store):
    """(brand, platform, language, day) -> reviews that are willing, unwilling, and torn."""
    said, found = said_in(store), {}
    for row in counted(store):
        feelings = {
            polarity
            for review, theme, polarity in said
            if review == row["id"] and theme in {"recommend", "loyalty"}
        } - {"neutral"}
        if feelings:
            place = (row["brand"], row["platform"], row["read_in"], row["published_on"])
            of = found.setdefault(place, Counter())
            of["torn" if len(feelings) > 1 else feelings.pop()] += 1
    return {place: (of["positive"], of["negative"], of["torn"]) for place, of in found.items()}


def advice_of(store):
    return {
        (one.brand, one.stratum.platform, one.stratum.language, one.day.isoformat()): (
            one.willing,
            one.unwilling,
            one.torn,
        )
        for one in store.proxies.daily_advice(since=date.min, until=date.max)
    }


def volumes_of(store):
    return {
        (one.brand, one.stratum.platform, one.stratum.language, one.day.isoformat()): one.reviews
        for one in store.understandings.daily_volumes(until=date.max)
    }


def themes_of(store):
    return {
        (
            one.brand,
            one.stratum.platform,
            one.stratum.language,
            one.day.isoformat(),
            theme,
        ): (complaints, praises)
        for one in store.understandings.daily_counts(until=date.max)
        for theme, complaints, praises in zip(one.themes, one.complaints, one.praises, strict=True)
    }


@pytest.mark.parametrize("seed", SEEDS)
def test_after_any_changes_the_counts_are_those_of_a_recount(store, seed):
    market = Market(store, seed)
    for _ in range(60):
        market.change()
        if market.any.random() < 0.5:  # several changes between two readers, too
            assert volumes_of(store) == recounted_volumes(store)
            assert themes_of(store) == recounted_themes(store)
            assert advice_of(store) == recounted_advice(store)
    assert store.counts.mend() == 0


def test_who_writes_waits_for_some_days_and_not_for_all(store, path, monkeypatch):
    """A migration or a new pack makes every day stale, which takes long in a large market."""
    market = Market(store, 1)
    for _ in range(60):
        market.change()
    assert store.counts.mend() == 0
    with sqlite3.connect(path) as other:
        other.execute("UPDATE reviews SET brand = brand")
    few = daily_counts._NEXT_DAYS.replace("LIMIT 1000", "LIMIT 2")  # ruff: ignore[private-member-access] - none takes so many
    monkeypatch.setattr(daily_counts, "_NEXT_DAYS", few)
    left = []
    with monkeypatch.context() as patched:
        patched.setattr(database(store), "tx", noting(database(store), left))
        store.counts.settle()
    assert len(left) > 2
    assert left == sorted(left, reverse=True)
    assert left[-1] == 0
    other.close()
    assert store.counts.mend() == 0


def noting(db, left):
    """Transactions of *db* that note how many days are stale after each."""
    tx = db.tx

    @contextmanager
    def transaction():
        with tx():
            yield
        left.append(db.row("SELECT count(*) AS n FROM stale_days")["n"])

    return transaction


def test_the_random_changes_do_happen(tmp_path):
    happened = Counter()
    for seed in SEEDS:
        with Store(tmp_path / f"{seed}.sqlite") as store:
            market = Market(store, seed)
            for _ in range(60):
                market.change()
            store.counts.settle()
            (row,) = database(store).rows(
                "SELECT (SELECT count(*) FROM daily_counts) AS themes,"
                " (SELECT count(*) FROM daily_signals) AS signals,"
                " (SELECT count(*) FROM corrections) AS judged,"
                " (SELECT count(*) FROM review_absences) AS gone,"
                " (SELECT count(*) FROM review_versions) AS edited,"
                " (SELECT count(*) FROM suppressions) AS erased,"
                " (SELECT count(*) FROM reviews WHERE duplicate_of IS NOT NULL) AS copies"
            )
            happened.update(row)
    assert min(happened.values()) >= len(SEEDS) / 2, happened


def test_a_change_marks_its_day_in_the_same_transaction(store, source, snapshot, review):
    store.reviews.save([review], source=source, snapshot=snapshot)
    store.counts.settle()

    def fail():
        with store.tx():
            store.presence.mark_missing(source, ["review:none"], at=START)
            database(store).execute("UPDATE reviews SET published_on = '2026-08-01'")
            assert len(stale(store)) == 2
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert stale(store) == []


def stale(store):
    return database(store).rows("SELECT day FROM stale_days")


def test_what_was_damaged_is_found_and_mended(store):
    market = Market(store, 3)
    for _ in range(30):
        market.change()
    right = themes_of(store)
    with store.tx():
        database(store).execute(
            "UPDATE daily_counts SET complaints = replace(complaints, '1', '7')"
        )
        database(store).execute("DELETE FROM daily_quotes")
    assert themes_of(store) != right
    assert store.counts.mend() > 0
    assert themes_of(store) == right
    assert store.counts.mend() == 0


SCHEMAS = (
    "crawl_ledger",
    "learning",
    "corrections",
    "proxies",
    "languages_of_sources",
    "returns",
    "goals",
    "daily_counts",
    "delivery",
    "counts_in_lists",
    "advice_as_corrected",
)


@pytest.mark.parametrize("schema", SCHEMAS)
def test_a_database_of_any_earlier_schema_is_counted_when_first_asked(path, schema):
    """*schema* is the first step that the old database does not have."""
    old = sqlite_utils.Database(path)
    migrations.apply(old, stop_before=schema)
    old.execute("INSERT INTO snapshots (digest, content_type, body) VALUES ('s', '', x'')")
    for number in range(3):
        old.execute(
            "INSERT INTO reviews (id, brand, source, platform, body, published_on, page_url,"
            " snapshot, content, first_seen_at, changed_at)"
            " VALUES (?, 'b', 's', 'p', 'Late.', '2026-09-01', '', 's', 'c', '', '')",
            (f"review:{number}",),
        )
        old.execute(
            "INSERT INTO understandings (review, content, version, language, sentiment)"
            " VALUES (?, 'c', 'v', 'en', 'negative')",
            (f"review:{number}",),
        )
        old.execute(
            "INSERT INTO mentions VALUES (?, 'app', 'negative', 0, 4, 'Late', 'complaint_cue')",
            (f"review:{number}",),
        )
    old.conn.commit()
    old.close()
    day = date(2026, 9, 1)
    with Store(path) as store:
        assert store.understandings.daily_volumes(until=day) == (
            DailyVolume(
                brand="b", stratum=Stratum(platform="p", language="en"), day=day, reviews=3
            ),
        )
        (counts,) = store.understandings.daily_counts(until=day)
        assert (counts.themes, counts.complaints, counts.praises) == (["app"], [3], [0])
        period = Period(since=day, until=day)
        quotes = store.understandings.evidence("b", theme="app", polarity="negative", period=period)
        assert [one.review_id for one in quotes] == ["review:0", "review:1", "review:2"]
        assert store.counts.mend() == 0


def test_what_was_counted_a_theme_a_row_is_kept(path):
    """Databases of the step before lists have their counts on hand, and no day is stale."""
    old = sqlite_utils.Database(path)
    migrations.apply(old, stop_before="counts_in_lists")
    place = ("b", "s", "p", "2026-09-01", "en")
    for row in (("wait_time", 3, 0, 2, 0), ("app", 1, 2, 1, 1)):
        old.execute("INSERT INTO daily_counts VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", place + row)
    for row in (("negative", "app,wait_time", 1), ("negative", "wait_time", 2)):
        old.execute("INSERT INTO daily_combinations VALUES (?, ?, ?, ?, ?, ?, ?, ?)", place + row)
    old.execute(
        "INSERT INTO daily_sources VALUES ('b', 's', 'p', '2026-09-01', 3, 3, 0, 0, 3, 0, 0)"
    )
    old.conn.commit()
    old.close()
    with Store(path) as store:
        (counts,) = store.understandings.daily_counts(until=date.max)
        (told,) = store.understandings.daily_counts(until=date.max, day_told=True)
        (together,) = store.understandings.daily_combinations(until=date.max)
    assert counts.themes == ["app", "wait_time"]
    assert (counts.complaints, counts.praises) == ([1, 3], [2, 0])
    assert (told.complaints, told.praises) == ([1, 2], [1, 0])
    assert (together.combinations, together.reviews) == (["app,wait_time", "wait_time"], [1, 2])


def test_a_database_whose_advice_was_counted_uncorrected_counts_those_days_anew(path):
    old = sqlite_utils.Database(path)
    migrations.apply(old, stop_before="advice_as_corrected")
    old.execute("INSERT INTO snapshots (digest, content_type, body) VALUES ('s', '', x'')")
    for key, theme in (("1", "recommend"), ("2", "loyalty"), ("3", "wait_time")):
        old.execute(
            "INSERT INTO reviews (id, brand, source, platform, body, published_on, page_url,"
            " snapshot, content, first_seen_at, changed_at)"
            " VALUES (?1, 'b', 's', 'p', 'Go.', '2026-09-0' || ?1, '', 's', 'c', '', '')",
            (key,),
        )
        old.execute(
            "INSERT INTO corrections (review, theme, quote, tagged, verdict, drawn, version,"
            " judged_at) VALUES (?, ?, 'Go.', 'positive', 'wrong_theme', 'random', 'v', '')",
            (key, theme),
        )
    old.execute("DELETE FROM stale_days")
    old.conn.commit()
    old.close()
    with Store(path) as store:
        days = database(store).execute("SELECT day FROM stale_days ORDER BY day").fetchall()
    assert days == [("2026-09-01",), ("2026-09-02",)]
