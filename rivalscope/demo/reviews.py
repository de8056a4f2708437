"""Every review of the demo market, with what it truly says."""

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta, timezone
from hashlib import blake2b

from rivalscope.demo.dice import Dice
from rivalscope.demo.moves import moves
from rivalscope.demo.occasions import Occasion, occasions
from rivalscope.demo.opinions import Opinion, mood, opinions
from rivalscope.demo.plan import DemoBrand, DemoSource, Layout, Market, Mood, Tone
from rivalscope.demo.wording import body, with_slips
from rivalscope.models import DatePrecision, Reply, Review

_ID_PREFIXES: dict[Layout, str] = {"json_ld": "sp-", "microdata": "sg-", "plain": "tv"}
_TITLED: dict[Layout, int] = {"json_ld": 70, "microdata": 55, "plain": 60, "app_store": 100}
_STARS: dict[Mood, tuple[int, ...]] = {
    "positive": (0, 0, 5, 30, 65),
    "neutral": (2, 18, 55, 22, 3),
    "negative": (50, 38, 12, 0, 0),
}
_MOODS: tuple[Mood, ...] = ("positive", "negative", "neutral")
_TONES: tuple[Tone, ...] = ("positive", "negative")
_PACIFIC = timezone(timedelta(hours=-7))
_SAME_WORDS_TRIES = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoReview:
    """A review as its page shows it, and the truth about it that no page shows."""

    brand: str
    source: DemoSource
    language: str
    review: Review
    """What an honest reader of the page must find."""
    truth: tuple[Opinion, ...]
    """Each theme that its author speaks of, and the tone; empty where none is named."""


def reviews(market: Market) -> tuple[DemoReview, ...]:
    """All of them, brand by brand, oldest first; the same for the same files, always."""
    return tuple(review for brand in market.plan.brands for review in _of_brand(market, brand))


def _of_brand(market: Market, brand: DemoBrand) -> list[DemoReview]:
    moments = occasions(market, brand)
    said = opinions(market.plan, brand, moments)
    moving = moves(market, brand, moments, said=said)
    seen: set[str] = set()
    return [
        _written(
            market,
            brand,
            occasion=occasion,
            said=what,
            number=number,
            seen=seen,
            moving=moving.get(number, ""),
        )
        for number, (occasion, what) in enumerate(zip(moments, said, strict=True))
    ]


def _written(
    market: Market,
    brand: DemoBrand,
    *,
    occasion: Occasion,
    said: tuple[Opinion, ...],
    number: int,
    seen: set[str],
    moving: str,
) -> DemoReview:
    dice = Dice(market.plan.seed, brand.slug, "review", number)
    lead = _mood(occasion, said, dice)
    text = _unheard(market, occasion, said=said, lead=lead, dice=dice, seen=seen)
    title = _title(market, occasion, lead=lead, text=text, dice=dice)
    stars = 1 + dice.weighted(_STARS[lead])
    if dice.chance(market.plan.per_100.off_stars):
        stars = 1 + dice.below(5)
    return DemoReview(
        brand=brand.slug,
        source=occasion.source,
        language=occasion.language,
        review=Review(
            body=f"{text} {moving}".rstrip(),
            title=title,
            native_id=_native_id(occasion.source, brand, number),
            rating=_rating(stars, occasion.source.layout, dice),
            rating_max=10 if occasion.source.layout == "plain" else 5,
            published_at=_published_at(occasion.at, occasion.source.layout),
            date_precision=_precision(occasion.source.layout),
            language=occasion.language if occasion.source.layout == "json_ld" else None,
            verified=_verified(market, occasion, dice),
            reply=_reply(market, brand, occasion=occasion, dice=dice),
            url=_url(occasion.source, brand, number),
        ),
        truth=said,
    )


def _mood(occasion: Occasion, said: tuple[Opinion, ...], dice: Dice) -> Mood:
    if said:
        return mood(said)
    if occasion.form == "short":
        return dice.pick(_TONES)
    return _MOODS[dice.weighted((45, 30, 25))]


def _title(market: Market, occasion: Occasion, *, lead: Mood, text: str, dice: Dice) -> str | None:
    if not dice.chance(_TITLED[occasion.source.layout]):
        return None
    if occasion.form == "foreign":  # a title of the market would make it half readable
        return " ".join(text.split()[:3])
    return dice.pick(market.banks[occasion.language].titles[lead])


def _unheard(
    market: Market,
    occasion: Occasion,
    *,
    said: tuple[Opinion, ...],
    lead: Mood,
    dice: Dice,
    seen: set[str],
) -> str:
    """Words that no other customer of the brand has written, short ones apart."""
    text = _text(market, occasion, said=said, lead=lead, dice=dice)
    if occasion.form == "short":
        return text
    for _ in range(_SAME_WORDS_TRIES):
        if text not in seen:
            break
        text = _text(market, occasion, said=said, lead=lead, dice=dice)
    seen.add(text)
    return with_slips(text, market.plan.per_100, dice) if occasion.form == "full" else text


def _text(
    market: Market, occasion: Occasion, *, said: tuple[Opinion, ...], lead: Mood, dice: Dice
) -> str:
    if occasion.form == "foreign":
        return dice.pick(market.foreign[occasion.language])
    bank = market.banks[occasion.language]
    if occasion.form == "short":
        return dice.pick(bank.short["negative" if lead == "negative" else "positive"])
    return body(bank, said, lead=lead, dice=dice)


def _native_id(source: DemoSource, brand: DemoBrand, number: int) -> str:
    digest = blake2b(f"{brand.slug}/{source.id}/{number}".encode(), digest_size=5)
    if source.layout == "app_store":
        return f"{10_000_000_000 + int(digest.hexdigest(), 16) % 1_000_000_000}"
    return f"{_ID_PREFIXES[source.layout]}{digest.hexdigest()}"


def _url(source: DemoSource, brand: DemoBrand, number: int) -> str | None:
    """Permanent link, which only the portal gives."""
    if source.layout != "json_ld":
        return None
    return f"{source.url.partition('/review/')[0]}/reviews/{_native_id(source, brand, number)}"


def _rating(stars: int, layout: Layout, dice: Dice) -> float:
    if layout == "plain":
        return max(1.0, 2.0 * stars - dice.pick((0.0, 0.0, 0.5, 1.0)))
    if layout == "microdata":
        return max(1.0, stars - dice.pick((0.0, 0.0, 0.5)))
    return float(stars)


def _published_at(at: datetime, layout: Layout) -> datetime:
    if layout == "app_store":
        return at.replace(tzinfo=_PACIFIC)
    if layout == "json_ld":
        return at.replace(tzinfo=UTC)
    return datetime.combine(at.date(), time(), UTC)


def _precision(layout: Layout) -> DatePrecision:
    return "second" if layout in {"json_ld", "app_store"} else "day"


def _verified(market: Market, occasion: Occasion, dice: Dice) -> bool | None:
    if occasion.source.layout != "plain":
        return None
    return dice.chance(market.plan.per_100.verified)


def _reply(market: Market, brand: DemoBrand, *, occasion: Occasion, dice: Dice) -> Reply | None:
    layout = occasion.source.layout
    if layout == "app_store" or not dice.chance(brand.replies_per_100):
        return None
    answered = occasion.at.replace(hour=22) + timedelta(days=dice.below(5))
    latest = datetime.combine(market.plan.as_of, answered.time())
    bank = market.banks.get(occasion.language, market.banks[market.plan.languages[0]])
    return Reply(
        body=dice.pick(bank.replies),
        published_at=_published_at(min(answered, latest), layout),
    )
