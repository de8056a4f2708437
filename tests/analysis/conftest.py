"""Small packs and lexicons in five languages, written for these tests alone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from analysis.sentiment import SentimentEngine, engine_for
from analysis.themes.mentions import Tagger
from analysis.understanding import Understander
from rivalscope.models import Cues, Lexicon, Theme, ThemePack

LANGUAGES = ("en", "cs", "ru", "hu", "sw")

LEXICONS = {
    "en": Lexicon(
        language="en",
        stemmer="english",
        valence={
            "slow": -1.5,
            "late": -1.4,
            "=on hold": -1.2,
            "refund": -0.8,
            "help": 0.0,
            "could not be happier": 3.0,
            "not only": 0.0,
        },
        boosters={"mega": 0.3},
        negators=("no", "not", "never", "without", "hardly", "*n't"),
        negation_prefixes=(),
        negation_scope=3,
        contrast=("but", "however", "although"),
        conjunctions=("and", "or"),
        digest="test",
    ),
    "cs": Lexicon(
        language="cs",
        stemmer="czech",
        valence={
            "skvělý": 3.0,
            "dobrý": 2.0,
            "rychlý": 1.5,
            "ochotný": 2.0,
            "doporučuji": 2.0,
            "hrozný": -3.0,
            "pomalý": -1.5,
            "problém": -1.5,
            "stížnost": -1.5,
            "nikdy více": -3.0,
        },
        boosters={"velmi": 0.3, "trochu": -0.3},
        negators=("ne", "není", "nebyl*", "bez", "nikdy", "žádný"),
        negation_prefixes=("ne",),
        negation_scope=3,
        contrast=("ale", "avšak"),
        conjunctions=("a", "i"),
        digest="test",
    ),
    "ru": Lexicon(
        language="ru",
        stemmer="russian",
        valence={
            "отличный": 3.0,
            "хороший": 2.0,
            "быстрый": 1.5,
            "нравиться": 2.0,
            "ужасный": -3.0,
            "медленный": -1.5,
            "проблема": -1.5,
            "жалоба": -1.5,
        },
        boosters={"очень": 0.3, "немного": -0.3},
        negators=("не", "нет", "без", "никак*", "=ни"),
        negation_prefixes=(),
        negation_scope=3,
        contrast=("но", "однако"),
        conjunctions=("и",),
        digest="test",
    ),
    "hu": Lexicon(
        language="hu",
        stemmer="hungarian",
        valence={
            "kiváló": 3.0,
            "jó": 2.0,
            "gyors": 1.5,
            "kedves": 2.0,
            "szörnyű": -3.0,
            "lassú": -1.5,
            "probléma": -1.5,
            "panasz": -1.5,
        },
        boosters={"nagyon": 0.3, "kicsit": -0.3},
        negators=("nem", "sem", "nincs", "nélkül", "soha"),
        negation_prefixes=(),
        negation_scope=3,
        contrast=("de", "viszont"),
        conjunctions=("és",),
        digest="test",
    ),
    "sw": Lexicon(
        language="sw",
        stemmer=None,
        valence={
            "*zuri": 2.0,
            "bora": 2.5,
            "haraka": 1.5,
            "*baya": -2.5,
            "polepole": -1.5,
            "tatizo": -1.5,
            "malalamiko": -1.5,
        },
        boosters={"sana": 0.3},
        negators=("si", "sio", "hapana", "hakuna", "bila"),
        negation_prefixes=("ha", "si"),
        negation_scope=3,
        contrast=("lakini",),
        conjunctions=("na",),
        digest="test",
    ),
}

EMOJI = {"👍": 2.0, "❤️": 3.0, "😡": -3.0, "🙏": 1.5}
LEXICONS = {
    code: replace(lexicon, valence={**lexicon.valence, **EMOJI})
    for code, lexicon in LEXICONS.items()
}

WAIT_TIME = Theme(
    id="wait_time",
    label={"en": "Waiting times"},
    touchpoint="support",
    stage="after_sale",
    cues={
        "en": Cues(
            complaint=(
                "on hold",
                "(waited|waiting) ... (minute|hour|day|week)",
                "made me wait",
                "waiting",
                "waited",
            ),
            praise=("answered right away",),
            topic=("waiting time",),
            exclude=("can't wait (to|for)",),
        ),
        "cs": Cues(
            complaint=("čekat", "čekal*", "čekání", "na drátě"),
            topic=("čekací doba",),
            exclude=("nemohu se dočkat", "nemůžu se dočkat"),
        ),
        "ru": Cues(
            complaint=("ждать", "ждал*", "ожидание", "на линии"),
            praise=("ждать ... не (пришлось|надо)",),
            exclude=("не могу дождаться", "жду не дождусь"),
        ),
        "hu": Cues(
            complaint=("vár", "várni", "vártam", "várakozás", "vonalban"),
            exclude=("alig várom",),
        ),
        "sw": Cues(
            complaint=("*subiri*", "*ngoja*"),
            exclude=("siwezi kusubiri",),
        ),
    },
)
DELIVERY_SPEED = Theme(
    id="delivery_speed",
    label={"en": "Speed of delivery"},
    touchpoint="delivery",
    stage="purchase",
    cues={
        "en": Cues(
            complaint=("late delivery", "never arrived"),
            praise=("delivery (was|is) quick", "quick delivery", "arrived early"),
            topic=("delivery", "shipping"),
        ),
        "cs": Cues(praise=("rychlé doručení", "doručení bylo rychlé"), topic=("doručení",)),
        "ru": Cues(praise=("быстрая доставка", "доставка была быстрой"), topic=("доставка",)),
        "hu": Cues(praise=("gyors szállítás", "szállítás gyors volt"), topic=("szállítás",)),
        "sw": Cues(praise=("mzigo ulifika haraka",), topic=("mzigo",)),
    },
)
RETURNS_REFUNDS = Theme(
    id="returns_refunds",
    label={"en": "Returns and refunds"},
    touchpoint="support",
    stage="after_sale",
    cues={
        "en": Cues(
            complaint=("refund ... took ... week", "no refund"), topic=("refund", "return policy")
        ),
        "cs": Cues(complaint=("vrácení ... trvalo ... (týden|týdn*)",), topic=("vrácení peněz",)),
        "ru": Cues(complaint=("возврат ... занял ... неделя",), topic=("возврат",)),
        "hu": Cues(complaint=("visszatérítés ... hét*",), topic=("visszatérítés",)),
        "sw": Cues(complaint=("kurudishiwa ... wiki",), topic=("kurudishiwa",)),
    },
)
ATTITUDE = Theme(
    id="support_attitude",
    label={"en": "Attitude of support"},
    touchpoint="support",
    stage="after_sale",
    cues={
        "en": Cues(complaint=("rude",), praise=("friendly", "polite"), topic=("staff", "support")),
        "cs": Cues(complaint=("protivný",), praise=("ochotný",), topic=("personál",)),
        "ru": Cues(complaint=("грубый",), praise=("вежливый",), topic=("персонал",)),
        "hu": Cues(complaint=("goromba",), praise=("udvarias",), topic=("személyzet",)),
        "sw": Cues(praise=("wakarimu",), topic=("wahudumu",)),
    },
)
APP = Theme(
    id="app",
    label={"en": "App"},
    touchpoint="website",
    stage="information",
    cues={
        "en": Cues(topic=("app",)),
        "cs": Cues(topic=("aplikace",)),
        "ru": Cues(topic=("приложение",)),
        "hu": Cues(topic=("alkalmazás",)),
        "sw": Cues(topic=("programu",)),
    },
)
PACK = ThemePack(
    id="core",
    themes=(WAIT_TIME, DELIVERY_SPEED, RETURNS_REFUNDS, ATTITUDE, APP),
    digest="test",
)


@pytest.fixture(scope="session")
def lexicons() -> dict[str, Lexicon]:
    return LEXICONS


@pytest.fixture(scope="session")
def pack() -> ThemePack:
    return PACK


@pytest.fixture(scope="session")
def engines() -> dict[str, SentimentEngine]:
    return {code: engine_for(lexicon) for code, lexicon in LEXICONS.items()}


@pytest.fixture(scope="session")
def tagger(engines: dict[str, SentimentEngine]) -> Tagger:
    return Tagger(PACK, LEXICONS, engines=engines)


@pytest.fixture(scope="session")
def understander() -> Understander:
    return Understander(PACK, LEXICONS, languages=LANGUAGES)
