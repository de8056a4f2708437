"""Reports as analysis hands them over: whole, without a comparison, empty, and hostile."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from math import sqrt
from typing import TYPE_CHECKING

import pytest

from rivalscope.models import (
    Best,
    BrandReport,
    Caveat,
    Channel,
    Contradiction,
    Delight,
    Difference,
    Evidence,
    Excuse,
    FaqCell,
    FaqChange,
    FaqProfile,
    FaqReport,
    Finding,
    HeatCell,
    Insight,
    Interval,
    MethodLine,
    Period,
    Polarity,
    PolicyChange,
    Position,
    Quadrant,
    Rate,
    ReadingEase,
    Report,
    Rule,
    SourceReport,
    Stratum,
    SwotCell,
    Tactic,
    Withheld,
)

if TYPE_CHECKING:
    from rivalscope.models.insight import FaqState

AS_OF = date(2026, 11, 20)
WINDOW = Period(since=date(2026, 8, 23), until=AS_OF)
STRATA = (
    Stratum(platform="app_store", language="en"),
    Stratum(platform="trustpilot", language="en"),
)
US = "norvia"
NAMES = {
    "norvia": "Norvia",
    "kestrel": "Kestrel Parcel",
    "halden": "Halden",
    "orlapost": "OrlaPost",
}
REVIEWS = {"norvia": 212, "kestrel": 388, "halden": 154, "orlapost": 61}
LABELS = {
    "wait_time": "Waiting times",
    "delivery_speed": "Delivery speed",
    "returns_refunds": "Returns and refunds",
    "support_attitude": "Attitude of support",
    "app": "App",
    "chatbot": "Chatbot",
    "contact_channels": "Reaching the company",
    "delivery_cost": "Delivery cost",
}
PLACES = {
    "wait_time": ("support", "after_sale"),
    "delivery_speed": ("delivery", "purchase"),
    "returns_refunds": ("support", "after_sale"),
    "support_attitude": ("support", "after_sale"),
    "app": ("website", "information"),
    "chatbot": ("support", "information"),
    "contact_channels": ("support", "after_sale"),
    "delivery_cost": ("purchase", "purchase"),
}
SAYINGS = {
    ("wait_time", "negative"): (
        "Forty minutes on hold, then the line simply went dead.",
        "I gave up after the third call; nobody ever picks up before noon.",
        "Two weeks and still no answer to a plain question.",
    ),
    ("wait_time", "positive"): ("Somebody answered before the second ring.",),
    ("delivery_speed", "negative"): ("Promised for Tuesday, came the Monday after.",),
    ("delivery_speed", "positive"): (
        "Ordered in the evening, at my door by breakfast.",
        "Quickest parcel I have had this year.",
    ),
    ("returns_refunds", "negative"): (
        "My refund took three weeks and four e-mails.",
        "They wanted a printed label. Who still owns a printer?",
    ),
    ("support_attitude", "positive"): ("Patient, kind, and she called me back as she said.",),
    ("support_attitude", "negative"): ("He laughed when I asked for his supervisor.",),
    ("app", "negative"): ("The new version logs me out every morning.",),
    ("contact_channels", "negative"): (
        "There is a postal address and nothing else.",
        "The form answered that my message was too short. Twice.",
    ),
    ("delivery_cost", "negative"): (
        "Nine euros for an envelope, and it does not say so until the end.",
    ),
}


def rate(n: int, of: int) -> Rate:
    """A rate with its Wilson interval."""
    share, z = n / of, 1.96
    middle = (share + z * z / (2 * of)) / (1 + z * z / of)
    half = z * sqrt(share * (1 - share) / of + z * z / (4 * of * of)) / (1 + z * z / of)
    low, high = max(middle - half, 0) * 100, min(middle + half, 1) * 100
    return Rate(n=n, of=of, per_100=share * 100, interval=Interval(low=low, high=high))


def difference(points: float, *, half: float = 4.7, significant: bool = True) -> Difference:
    """A difference with a symmetric interval."""
    interval = Interval(low=points - half, high=points + half)
    return Difference(
        points=points,
        interval=interval,
        p=0.00021 if significant else 0.31,
        significant=significant,
    )


def finding(brand: str, theme: str, n: int, *, polarity: Polarity = "negative") -> Finding:
    """n of all the brand's reviews, a little more than in the period before."""
    of = REVIEWS.get(brand, 100)
    significant = n % 3 == 0
    return Finding(
        brand=brand,
        theme=theme,
        polarity=polarity,
        period=WINDOW,
        rate=rate(n, of),
        previous=rate(max(n - 2, 0), of),
        change=difference(4.1 if n % 2 else -5.2, half=3.3, significant=significant),
        strata=STRATA,
        enough=n >= 8,
    )


def quotes(brand: str, theme: str, polarity: Polarity = "negative") -> tuple[Evidence, ...]:
    """What customers of a brand said, newest first; every third without a link."""
    return tuple(
        Evidence(
            review_id=f"{brand}/tp/{place}",
            brand=brand,
            platform="trustpilot" if place % 2 == 0 else "app_store",
            language="en",
            theme=theme,
            polarity=polarity,
            rule="complaint_cue",
            quote=saying,
            published_on=AS_OF - timedelta(days=9 * place + 4),
            url=f"https://reviews.example/{brand}/{theme}/{place}" if place % 3 != 2 else None,
        )
        for place, saying in enumerate(SAYINGS.get((theme, polarity), ("It was what it was.",)))
    )


def cell(
    quadrant: Quadrant,
    rule: Rule,
    theme: str,
    *,
    counts: dict[str, int],
    polarity: Polarity = "negative",
    subject: str | None = None,
    points: float | None = None,
    facts: dict[str, str] | None = None,
    importance: float = 1.0,
    differences: dict[str, Difference] | None = None,
    news: tuple[FaqChange | PolicyChange, ...] = (),
) -> SwotCell:
    """A cell with a finding for each count and the quotes of the brand it is about.

    Kestrel's app store was read in part, which every entry with it says.
    """
    partly = Caveat(
        kind="source",
        brand="kestrel",
        platform="app_store",
        state="partial",
        reason="stopped at page 10, the platform shows no more",
    )
    about = subject or (US if quadrant in {"strength", "weakness"} else "kestrel")
    return SwotCell(
        quadrant=quadrant,
        rule=rule,
        theme=theme,
        polarity=polarity,
        subject=subject,
        findings=tuple(finding(brand, theme, n, polarity=polarity) for brand, n in counts.items()),
        difference=None if points is None else difference(points),
        importance=importance,
        facts=facts or {},
        quotes=quotes(about, theme, polarity) if counts else (),
        differences=differences or {},
        news=news,
        caveats=(partly,) if "kestrel" in counts else (),
    )


def cells() -> tuple[SwotCell, ...]:
    """At least one of every rule."""
    return (
        cell(
            "strength",
            "better_than_rivals",
            "delivery_speed",
            polarity="positive",
            counts={"norvia": 54, "kestrel": 47, "halden": 19, "orlapost": 7},
            points=13.1,
            importance=2.2,
        ),
        cell(
            "strength",
            "better_than_rivals",
            "app",
            counts={"norvia": 9, "kestrel": 51, "halden": 24},
            points=-9.4,
        ),
        cell(
            "weakness",
            "worse_than_rivals",
            "returns_refunds",
            counts={"norvia": 44, "kestrel": 33, "halden": 11, "orlapost": 4},
            points=12.8,
            importance=3.1,
        ),
        cell(
            "opportunity",
            "market_gap",
            "wait_time",
            counts={"norvia": 31, "kestrel": 97, "halden": 38, "orlapost": 18},
            points=-10.9,
            importance=4.0,
            facts={"rivals": "kestrel,halden,orlapost"},
        ),
        cell(
            "opportunity",
            "faq_gap",
            "delivery_cost",
            counts={"kestrel": 48},
            subject="kestrel",
            facts={"faq": "https://kestrel.example/help"},
        ),
        cell(
            "opportunity",
            "channel_gap",
            "contact_channels",
            counts={"norvia": 16, "halden": 29},
            subject="halden",
            points=-11.3,
            facts={"channel": "chat"},
            importance=0.2,
        ),
        cell(
            "opportunity",
            "rival_rising",
            "app",
            counts={"norvia": 9, "kestrel": 51},
            subject="kestrel",
            points=4.1,
            importance=0.9,
        ),
        cell(
            "opportunity",
            "rival_spiking",
            "app",
            counts={"halden": 27},
            subject="halden",
            points=31.0,
            importance=0.8,
        ),
        cell(
            "threat",
            "rival_better",
            "returns_refunds",
            counts={"norvia": 44, "halden": 11, "orlapost": 4},
            points=13.6,
            importance=2.4,
            facts={"rivals": "halden,orlapost"},
            differences={"halden": difference(13.6), "orlapost": difference(11.2)},
        ),
        cell(
            "threat",
            "rival_improving",
            "support_attitude",
            counts={"norvia": 21, "kestrel": 24},
            points=-5.6,
            facts={"rivals": "kestrel"},
            differences={"kestrel": difference(-5.6)},
        ),
        cell(
            "threat",
            "rival_faq_answer",
            "delivery_speed",
            counts={"norvia": 30, "kestrel": 33},
            facts={"rivals": "kestrel"},
            news=(ANSWER,),
            importance=0.7,
        ),
        cell(
            "threat",
            "rival_policy",
            "wait_time",
            counts={"norvia": 31, "halden": 38},
            facts={"rivals": "halden"},
            news=(PROMISE,),
            importance=0.6,
        ),
    )


ANSWER = FaqChange(
    brand="kestrel",
    question="When will it come?",
    before="Within a week.",
    after="Within two days.",
    on=date(2026, 10, 5),
    url="https://kestrel.example/faq",
    themes=("delivery_speed",),
)
PROMISE = PolicyChange(
    brand="halden",
    kind="response_hours",
    theme="wait_time",
    before=None,
    after="4",
    sentence="We answer within 4 hours.",
    url="https://halden.example/",
    on=date(2026, 10, 6),
)


def insight() -> Insight:
    """Something of everything, and brands of which it is not known."""
    slow = finding("norvia", "delivery_speed", 60)
    return Insight(
        faq=FaqReport(
            profiles=(
                FaqProfile(
                    brand="norvia",
                    read=True,
                    pairs=12,
                    first_seen=date(2026, 8, 1),
                    newest=date(2026, 9, 1),
                    last_changed=None,
                    ease=(
                        ReadingEase(
                            language="en",
                            words=240,
                            words_per_sentence=11.5,
                            long_words=21.0,
                            formula="flesch",
                            score=61.3,
                        ),
                        ReadingEase(
                            language="hu",
                            words=140,
                            words_per_sentence=9.0,
                            long_words=33.0,
                            formula="plain",
                            score=None,
                        ),
                        ReadingEase(
                            language="de",
                            words=40,
                            words_per_sentence=8.0,
                            long_words=30.0,
                            formula="amstad",
                            score=None,
                        ),
                    ),
                ),
                FaqProfile(
                    brand="halden",
                    read=False,
                    pairs=0,
                    first_seen=None,
                    newest=None,
                    last_changed=None,
                    ease=(),
                ),
            ),
            themes=("delivery_speed", "returns_refunds"),
            coverage=(
                faq_cell("delivery_speed", "norvia", "answered", contradicted=True),
                faq_cell("delivery_speed", "halden", "unread"),
                faq_cell("returns_refunds", "norvia", "open"),
                faq_cell("returns_refunds", "halden", "unread"),
            ),
            contradictions=(
                Contradiction(
                    brand="norvia",
                    theme="delivery_speed",
                    sentence="Parcels arrive within two days.",
                    question="How long does it take?",
                    url="https://norvia.example/faq",
                    finding=slow,
                    quotes=quotes("norvia", "delivery_speed")[:1],
                ),
            ),
            changes=(ANSWER, replace(ANSWER, question="Do you ship abroad?", after=None)),
        ),
        policies=(PROMISE,),
        heat=tuple(
            HeatCell(
                axis="touchpoint",
                place=place,
                brand=brand,
                complaints=rate(n, REVIEWS[brand]) if n is not None else None,
                praise=rate(3, REVIEWS[brand]) if n is not None else None,
            )
            for place, n in (("support", 50), ("delivery", 4), ("awareness", None))
            for brand in ("norvia", "kestrel")
        ),
        heat_compared=True,
        channels=(
            Channel(
                brand="norvia",
                kind="phone",
                value="+44 20 7946 0101",
                proof="Phone: +44 20 7946 0101",
                url="https://norvia.example/",
                since=date(2026, 9, 1),
            ),
        ),
        sites_read=("norvia", "kestrel"),
        positions=tuple(
            Position(brand=slug, reviews=n, per_30_days=n / 3, content=rate(n // 2, n))
            for slug, n in REVIEWS.items()
        ),
        compared=(slow, finding("kestrel", "delivery_speed", 20)),
        best=(
            Best(
                theme="app",
                polarity="negative",
                brand="norvia",
                rate=rate(9, 212),
                runner_up="halden",
                runner_up_rate=rate(24, 154),
                clear=True,
            ),
        ),
        delight=(
            Delight(
                brand="norvia",
                rate=rate(11, 212),
                quotes=quotes("norvia", "support_attitude", "positive"),
            ),
        ),
    )


def faq_cell(theme: str, brand: str, state: FaqState, *, contradicted: bool = False) -> FaqCell:
    """One theme at one brand."""
    changed = date(2026, 10, 5) if contradicted else None
    return FaqCell(
        theme=theme,
        brand=brand,
        state=state,
        pairs=2 if state == "answered" else 0,
        changed_on=changed,
        contradicted=contradicted,
    )


CALLBACK = Tactic(
    id="callback",
    title="Call back instead of letting people hold",
    effort="quick_win",
    themes=("wait_time",),
    steps=(
        "Choose the hours",
        "Show the button once the queue passes five minutes",
        "Measure for a month",
    ),
)
PREPAID = Tactic(
    id="prepaid_label",
    title="Returns without a printer",
    effort="structural",
    themes=("returns_refunds",),
    steps=(
        "Agree on codes with the carriers",
        "Show the code in the app",
        "Refund on the first scan",
    ),
)


def source(brand: str, platform: str) -> SourceReport:
    """One source; Kestrel's second one was cut short."""
    broken = brand == "kestrel" and platform == "app_store"
    return SourceReport(
        brand=brand,
        id=platform,
        platform=platform,
        kind="faq" if platform == "own_site" else "reviews",
        state="partial" if broken else "ok",
        reason="stopped at page 10, the platform shows no more" if broken else None,
        reviews=0 if platform == "own_site" else REVIEWS.get(brand, 10),
        rating=None if platform == "own_site" else 0.78,
    )


def brand_report(slug: str) -> BrandReport:
    """A brand with reviews, complaints and praise."""
    reviews = REVIEWS[slug]
    findings = (
        finding(slug, "wait_time", reviews // 5),
        finding(slug, "delivery_speed", reviews // 6, polarity="positive"),
        finding(slug, "returns_refunds", reviews // 9),
        finding(slug, "support_attitude", reviews // 11, polarity="positive"),
        finding(slug, "app", reviews // 30),
    )
    return BrandReport(
        slug=slug,
        name=NAMES[slug],
        is_us=slug == US,
        period=WINDOW,
        reviews=reviews,
        unknown_language=reviews // 40,
        undated=reviews // 70,
        positive=reviews // 2,
        negative=reviews // 3,
        neutral=reviews - reviews // 2 - reviews // 3,
        stars=0.71,
        reply_share=rate(reviews // 4, reviews),
        findings=findings,
        quotes={each.id: quotes(slug, each.theme, each.polarity) for each in findings},
        sources=tuple(source(slug, each) for each in ("trustpilot", "app_store", "own_site")),
        chat=("Zendesk",) if slug == US else (),
        faq_entries=12,
    )


def whole() -> Report:
    """Four brands, every rule, tactics, and comparisons withheld."""
    return Report(
        market="Czechia",
        synthetic=True,
        industry="core",
        us=US,
        as_of=AS_OF,
        window=WINDOW,
        compared=Period(since=date(2026, 9, 2), until=AS_OF),
        strata=STRATA,
        brands=tuple(brand_report(slug) for slug in NAMES),
        cells=cells(),
        withheld=(
            Withheld(brand="orlapost", theme="app", polarity="negative", n=4, of=21),
            Withheld(brand="norvia", theme="chatbot", polarity="negative", n=3, of=212),
            Withheld(brand="halden", theme="chatbot", polarity="negative", n=0, of=154),
        ),
        not_compared=(Excuse(id="picked_by_relevance", rival="orlapost", platforms=("google",)),),
        labels=LABELS,
        places=PLACES,
        tactics={
            "opportunity:market_gap:wait_time": (CALLBACK,),
            "weakness:worse_than_rivals:returns_refunds": (PREPAID, CALLBACK),
        },
        method=(
            MethodLine(id="window", values={"days": 90}),
            MethodLine(id="high", values={"rate": 10.0}),
            MethodLine(id="false_discovery", values={"share": 0.05}),
            MethodLine(id="pack", values={"name": "core 3f9a"}),
        ),
        insight=insight(),
    )


def alone() -> Report:
    """Brands that share no platform: each by itself, and the reason why."""
    return replace(
        whole(),
        synthetic=False,
        compared=None,
        strata=(),
        cells=(),
        withheld=(),
        tactics={},
        not_compared=(
            Excuse(
                id="no_shared_platform", rival="kestrel", theirs=("google",), ours=("trustpilot",)
            ),
        ),
    )


def unread(brand: BrandReport) -> BrandReport:
    """The brand before anything of it was read."""
    return replace(
        brand,
        period=None,
        reviews=0,
        unknown_language=0,
        undated=0,
        positive=0,
        negative=0,
        neutral=0,
        stars=None,
        reply_share=None,
        findings=(),
        quotes={},
        sources=(),
        chat=(),
        faq_entries=0,
    )


def empty() -> Report:
    """Configured brands of which nothing was read yet."""
    base = alone()
    return replace(
        base,
        brands=tuple(unread(brand) for brand in base.brands),
        not_compared=(),
        labels={},
        places={},
        method=(),
        insight=Insight(),
    )


HOSTILE = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "\"><svg onload=alert(1)>'",
    "[click](javascript:alert(1)) ![x](https://evil.example/pixel.png)",
    "# heading | cell | `code` **bold** <https://evil.example>",
    "- item\n\n---\n\n1. list\n\n```\nfence",
    "[bold red]rich[/bold red] [link=https://evil.example]x[/link] :smile: [/]",
    "\x1b[31mred\x1b]8;;https://evil.example\x07link\x1b]8;;\x07 \x9b2J\r\x08\x00",
    "\u202eright to left\u2066 \u05e9\u05dc\u05d5\u05dd \u0645\u0631\u062d\u0628\u0627",
    "{{ 7 * 7 }} {% raw %} ${7*7} </style></title>",
    "x" * 300,
    "lone \ud800 surrogate &amp; &#60;b&#62;",
)
BAD_LINKS = (
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "//evil.example/x",
    "https://[broken",
    "vbscript:x",
    "java\nscript:alert(1)",
    'https://ok.example/a"onmouseover="alert(1)',
)


def hostile() -> Report:
    """Sixty rivals and every text from outside an attack on some format."""
    rivals = [f"rival-{place:02}" for place in range(60)]
    names = {slug: f"{HOSTILE[place % len(HOSTILE)]} {place}" for place, slug in enumerate(rivals)}
    base = whole()
    us, model = base.brands[0], base.brands[1]
    attacks = tuple(
        replace(
            quotes(US, "wait_time")[0],
            review_id=text,
            quote=text,
            language='en" onload="alert(1)',
            platform=text,
            url=BAD_LINKS[place % len(BAD_LINKS)],
            published_on=None,
        )
        for place, text in enumerate(HOSTILE)
    )
    attacked_source = replace(model.sources[0], state="error", reason=" ".join(HOSTILE))
    counts = {US: 31, **{slug: 20 + place % 40 for place, slug in enumerate(rivals)}}
    attacked = replace(
        cell("opportunity", "market_gap", "wait_time", counts=counts, points=-10.9),
        quotes=attacks,
        facts={text: text for text in HOSTILE},
    )
    return replace(
        base,
        market=HOSTILE[0],
        industry=HOSTILE[3],
        brands=(
            replace(us, name=HOSTILE[0], chat=HOSTILE),
            *(
                replace(
                    model,
                    slug=slug,
                    name=names[slug],
                    sources=(replace(attacked_source, brand=slug),),
                    quotes={each.id: attacks for each in model.findings},
                )
                for slug in rivals
            ),
        ),
        cells=(
            attacked,
            *(
                replace(each, quotes=attacks[:3])
                for each in base.cells
                if each.rule != "market_gap"
            ),
        ),
        not_compared=tuple(
            Excuse(
                id="no_shared_language", rival=text, platforms=(text,), theirs=HOSTILE, ours=(text,)
            )
            for text in HOSTILE
        ),
        labels={theme: HOSTILE[place % len(HOSTILE)] for place, theme in enumerate(LABELS)},
        places=dict.fromkeys(PLACES, (HOSTILE[1], HOSTILE[4])),
        tactics={
            attacked.id: tuple(replace(CALLBACK, title=text, steps=HOSTILE) for text in HOSTILE)
        },
        method=tuple(MethodLine(id="pack", values={"name": text}) for text in HOSTILE),
        insight=attacked_insight(base.insight, rivals),
    )


def attacked_insight(base: Insight, rivals: list[str]) -> Insight:
    """Every text of a page and every address an attack, and many brands."""
    faq = base.faq
    return replace(
        base,
        faq=replace(
            faq,
            contradictions=tuple(
                replace(
                    faq.contradictions[0],
                    sentence=text,
                    question=text,
                    url=BAD_LINKS[place % len(BAD_LINKS)],
                )
                for place, text in enumerate(HOSTILE)
            ),
            changes=tuple(
                replace(ANSWER, question=text, before=text, after=text, url=BAD_LINKS[0])
                for text in HOSTILE
            ),
        ),
        policies=tuple(
            replace(PROMISE, before=text, after=text, sentence=text, url=BAD_LINKS[1])
            for text in HOSTILE
        ),
        channels=tuple(
            replace(base.channels[0], value=text, proof=text, url=BAD_LINKS[2]) for text in HOSTILE
        ),
        positions=tuple(replace(base.positions[0], brand=slug) for slug in rivals),
    )


ODD = (
    "=1+1",
    "+1",
    "-2+3",
    "@SUM(1)",
    "\t=1",
    "\r=1",
    "\uff1dcmd|' /C calc'!A0",
    "\uff0b1",
    "\uff0d1",
    "\uff201",
    '=HYPERLINK("https://evil.example","x")',
    "https://evil.example/x",
    "mailto:x@evil.example",
    "internal:Sheet1!A1",
    "_x0041_ \ufffe\uffff \ud800 \x00\x07",
    "\u202egnp.exe \u05e9\u05dc\u05d5\u05dd",
    "<script>alert(1)</script> & <b>",
    "x" * 100_000,
    "\U0001f600" * 20_000,
)


def odd() -> Report:
    """A brand and an entry for every text that an office program could take for something else."""
    base = whole()
    us, model, gap = base.brands[0], base.brands[1], base.cells[3]
    return replace(
        base,
        market=ODD[0],
        industry=ODD[6],
        brands=(
            replace(us, name=ODD[0]),
            *(
                replace(
                    model,
                    slug=f"rival-{place}",
                    name=text,
                    chat=(text,),
                    sources=(replace(model.sources[0], id=text, reason=text, state="error"),),
                )
                for place, text in enumerate(ODD)
            ),
        ),
        cells=tuple(
            replace(
                gap,
                theme=f"theme-{place}",
                findings=(finding(US, f"theme-{place}", 9), finding("rival-0", "app", 12)),
                facts={},
                quotes=tuple(
                    replace(quote, quote=text, url=text, platform=text, language=text)
                    for quote in gap.quotes[:1]
                ),
            )
            for place, text in enumerate(ODD)
        ),
        labels={f"theme-{place}": text for place, text in enumerate(ODD)},
        places={f"theme-{place}": (text, text) for place, text in enumerate(ODD)},
        tactics={},
        withheld=(Withheld(brand="rival-3", theme="theme-3", polarity="negative", n=4, of=21),),
        not_compared=tuple(
            Excuse(id="picked_by_relevance", rival="rival-3", platforms=(text,)) for text in ODD
        ),
        method=tuple(MethodLine(id="pack", values={"name": text}) for text in ODD),
    )


@pytest.fixture
def odd_report() -> Report:
    """Every text looks like a formula, a link, or what no office file can hold."""
    return odd()


@pytest.fixture
def odd_texts() -> tuple[str, ...]:
    """The texts of that report."""
    return ODD


@pytest.fixture
def hostile_texts() -> tuple[str, ...]:
    """Markup of every kind."""
    return HOSTILE


@pytest.fixture
def stored() -> str:
    """All reviews that the quotes are from, as one text."""
    return "\n".join(saying for sayings in SAYINGS.values() for saying in sayings)


@pytest.fixture
def whole_report() -> Report:
    """Four brands, every rule."""
    return whole()


@pytest.fixture
def alone_report() -> Report:
    """Nothing compared."""
    return alone()


@pytest.fixture
def empty_report() -> Report:
    """Nothing read."""
    return empty()


@pytest.fixture
def hostile_report() -> Report:
    """Everything attacks."""
    return hostile()


@pytest.fixture(params=[whole, alone, empty, hostile], ids=lambda make: make.__name__)
def any_report(request: pytest.FixtureRequest) -> Report:
    """Each of them in turn."""
    report: Report = request.param()
    return report
