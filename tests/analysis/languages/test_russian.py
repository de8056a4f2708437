"""What the shipped Russian lexicon and themes make of sentences customers might write."""

import pytest

from analysis.understanding import Understander
from rivalscope.models import Text

LANGUAGE = "ru"


def said(reader: Understander, body: str) -> list[tuple[str, str]]:
    understood = reader.understand(Text(id="t", body=body, language_hint="ru"))
    return [(mention.theme, mention.polarity) for mention in understood.mentions]


def felt(reader: Understander, body: str) -> str:
    return reader.understand(Text(id="t", body=body, language_hint="ru")).sentiment


@pytest.mark.parametrize("body", ["Я ждал 40 минут на линии.", "Прождала сорок минут на телефоне."])
def test_waiting_is_a_complaint(reader: Understander, body: str) -> None:
    assert ("wait_time", "negative") in said(reader, body)
    assert felt(reader, body) == "negative"


@pytest.mark.parametrize(
    "body", ["Не могу дождаться следующего заказа!", "Жду не дождусь, когда закажу снова!"]
)
def test_looking_forward_is_no_waiting(reader: Understander, body: str) -> None:
    assert "wait_time" not in [theme for theme, _ in said(reader, body)]
    assert felt(reader, body) == "positive"


@pytest.mark.parametrize(
    "body", ["Никаких проблем и жалоб, совсем без ожидания.", "Ждать совсем не пришлось, спасибо."]
)
def test_no_waiting_is_praise(reader: Understander, body: str) -> None:
    assert [p for theme, p in said(reader, body) if theme == "wait_time"] == ["positive"]
    assert felt(reader, body) == "positive"


@pytest.mark.parametrize("body", ["Приложение не очень хорошее.", "Приложение мне не нравится."])
def test_an_app_that_is_not_good_is_a_complaint(reader: Understander, body: str) -> None:
    assert ("app", "negative") in said(reader, body)
    assert felt(reader, body) == "negative"


@pytest.mark.parametrize(
    "body", ["Возврат денег занял три недели.", "Деньги возвращали три недели."]
)
def test_a_refund_that_took_weeks_is_a_complaint(reader: Understander, body: str) -> None:
    assert ("returns_refunds", "negative") in said(reader, body)
    assert felt(reader, body) == "negative"


@pytest.mark.parametrize(
    "body",
    [
        "Доставка была быстрой, но поддержка заставила меня ждать.",
        "Доставили быстро, но служба поддержки заставила ждать.",
    ],
)
def test_quick_delivery_and_slow_support_are_two_mentions(reader: Understander, body: str) -> None:
    mentions = said(reader, body)
    assert [p for theme, p in mentions if theme == "delivery_speed"] == ["positive"]
    assert [p for theme, p in mentions if theme == "wait_time"] == ["negative"]


@pytest.mark.parametrize(
    ("body", "feeling"),
    [
        ("В ней всё прекрасно", "positive"),  # the pronoun shares its stem with the negator
        ("Более чем сто рублей", "neutral"),  # and this with being ill
        ("Посоветуйте, пожалуйста, где купить телефон", "neutral"),
        ("Помогите выбрать телефон", "neutral"),
        ("Интересно, во сколько они открываются", "neutral"),
        ("Было очень интересно", "positive"),
        ("Скучаю по вашему кафе", "positive"),
        ("Я учусь в пятом классе", "neutral"),
    ],
)
def test_small_talk_and_requests_are_no_feelings(
    reader: Understander, body: str, feeling: str
) -> None:
    assert felt(reader, body) == feeling


def test_words_that_share_a_stem_name_no_theme(
    reader: Understander, restaurants: Understander
) -> None:
    assert said(reader, "Моя дорогая подруга улетела в космос") == []
    assert said(reader, "Ехать туда не пришлось") == []
    assert said(restaurants, "У меня пока нет времени") == []
    assert ("price_value", "negative") in said(reader, "Очень дорогая вещь")


@pytest.mark.parametrize(
    ("body", "mention"),
    [
        ("По качеству салатов претензий не было.", ("food", "positive")),
        ("Подошел не менее дружелюбный официант.", ("service", "positive")),
        ("Эти цены не могут не радовать.", ("price_value", "positive")),
        ("Официанты не заставляли себя ждать.", ("service", "positive")),
        ("Приемлемые цены и высокое качество.", ("price_value", "positive")),
        ("Официант тормознутый.", ("service", "negative")),
    ],
)
def test_guests_of_restaurants_are_understood(
    restaurants: Understander, body: str, mention: tuple[str, str]
) -> None:
    told = said(restaurants, body)
    assert mention in told
    assert len({polarity for _, polarity in told}) == 1


@pytest.mark.parametrize(
    "body",
    ["Вечер был просто испорчен.", "Решили там поужинать.", "Ждём погоду тёплую.", "Стол ломился."],
)
def test_what_sounds_like_a_theme_is_none(restaurants: Understander, body: str) -> None:
    themes = {theme for theme, _ in said(restaurants, body)}
    assert themes.isdisjoint({"wait_time", "support_resolution", "price_value"})
    assert ("food", "negative") not in said(restaurants, body)
