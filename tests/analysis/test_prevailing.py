"""Short texts are read in the language of the texts around them."""

from analysis.prevailing import FEWEST_TEXTS, Place
from analysis.understanding import Understander
from rivalscope.models import Text

CZECH = "Všechno přišlo v pořádku a obsluha byla velmi ochotná, doporučuji každému."
RUSSIAN = "Всё пришло вовремя, и персонал был очень вежливый, всем рекомендую."


def texts(body: str, count: int) -> list[Text]:
    return [Text(id=str(number), body=body) for number in range(count)]


def languages(place: Place, some: list[Text]) -> list[str]:
    return [one.language for one in place.understood(some)]


def test_a_short_text_is_in_the_language_that_prevails(understander: Understander) -> None:
    place = Place(understander)
    short = Text(id="x", body="kiva 👍")
    assert languages(place, [short]) == ["unknown"]
    assert languages(place, [short, *texts(CZECH, FEWEST_TEXTS)])[0] == "cs"
    assert languages(place, [short]) == ["cs"]


def test_a_mixed_place_has_no_language(understander: Understander) -> None:
    place = Place(understander)
    mixed = [*texts(CZECH, FEWEST_TEXTS), *texts(RUSSIAN, FEWEST_TEXTS)]
    assert languages(place, [*mixed, Text(id="x", body="kiva 👍")])[-1] == "unknown"
    assert place.language is None


def test_long_texts_and_those_of_a_known_language_stay_as_they_are(
    understander: Understander,
) -> None:
    place = Place(understander)
    known = Text(id="x", body="kiva", language_hint="ru")
    long = Text(id="y", body="これはとても良い商品でした。配達も早くて満足しています。")
    assert languages(place, [*texts(CZECH, FEWEST_TEXTS), known, long])[-2:] == ["ru", "unknown"]


def test_a_place_of_unknown_texts_says_nothing(understander: Understander) -> None:
    place = Place(understander)
    long = "これはとても良い商品でした。配達も早くて満足しています。"
    assert (
        languages(place, [*texts(long, FEWEST_TEXTS), Text(id="x", body="kiva 👍")])[-1]
        == "unknown"
    )
