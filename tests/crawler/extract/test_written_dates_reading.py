from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crawler.extract.dates import read_moment

SEEN_AT = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)  # a Saturday


def shown(raw, language, order=None):
    moment = read_moment(raw, seen_at=SEEN_AT, language=language, order=order)
    if moment is None:
        return None
    at = moment.at.strftime("%Y-%m-%dT%H:%M:%S")
    return at.removesuffix("T00:00:00").removesuffix(":00"), moment.precision


@pytest.mark.parametrize(
    ("raw", "language", "at", "precision"),
    [
        ("yesterday", "en", "2026-11-20", "about_day"),
        ("today", "en", "2026-11-21", "about_day"),
        ("just now", "en", "2026-11-21", "about_day"),
        ("an hour ago", "en", "2026-11-21", "about_day"),
        ("5 hours ago", "en", "2026-11-21", "about_day"),
        ("a day ago", "en", "2026-11-20", "about_day"),
        ("a week ago", "en", "2026-11-09", "week"),
        ("last week", "en", "2026-11-09", "week"),
        ("last month", "en", "2026-10-01", "month"),
        ("2 years ago", "en", "2024-01-01", "year"),
        ("a year ago", "en", "2025-01-01", "year"),
        ("Reviewed 3 days ago", "en", "2026-11-18", "about_day"),
        ("Edited 3 months ago", "en", "2026-08-01", "month"),
        ("3mo ago", "en", "2026-08-01", "month"),
        ("2w ago", "en", "2026-11-02", "week"),
        ("2d ago", "en", "2026-11-19", "about_day"),
        ("5h ago", "en", "2026-11-21", "about_day"),
        ("3 wks ago", "en", "2026-10-26", "week"),
        ("2 yrs ago", "en", "2024-01-01", "year"),
        ("about 2 months ago", "en", "2026-09-01", "month"),
        ("over a year ago", "en", "2025-01-01", "year"),
        ("30+ days ago", "en", "2026-10-22", "about_day"),
        ("day before yesterday", "en", "2026-11-19", "about_day"),
        ("Yesterday at 14:05", "en", "2026-11-20T14:05", "second"),
        ("dnes", "cs", "2026-11-21", "about_day"),
        ("včera", "cs", "2026-11-20", "about_day"),
        ("předevčírem", "cs", "2026-11-19", "about_day"),
        ("před hodinou", "cs", "2026-11-21", "about_day"),
        ("před 5 minutami", "cs", "2026-11-21", "about_day"),
        ("před 3 dny", "cs", "2026-11-18", "about_day"),
        ("před týdnem", "cs", "2026-11-09", "week"),
        ("před 2 týdny", "cs", "2026-11-02", "week"),
        ("před měsícem", "cs", "2026-10-01", "month"),
        ("před 3 měsíci", "cs", "2026-08-01", "month"),
        ("před rokem", "cs", "2025-01-01", "year"),
        ("před 2 lety", "cs", "2024-01-01", "year"),
        ("před 5 roky", "cs", "2021-01-01", "year"),
        ("před dvěma lety", "cs", "2024-01-01", "year"),
        ("před více než rokem", "cs", "2025-01-01", "year"),
        ("minulý týden", "cs", "2026-11-09", "week"),
        ("сегодня", "ru", "2026-11-21", "about_day"),
        ("вчера", "ru", "2026-11-20", "about_day"),
        ("позавчера", "ru", "2026-11-19", "about_day"),
        ("3 дня назад", "ru", "2026-11-18", "about_day"),
        ("5 дней назад", "ru", "2026-11-16", "about_day"),
        ("неделю назад", "ru", "2026-11-09", "week"),
        ("2 недели назад", "ru", "2026-11-02", "week"),
        ("месяц назад", "ru", "2026-10-01", "month"),
        ("3 месяца назад", "ru", "2026-08-01", "month"),
        ("5 месяцев назад", "ru", "2026-06-01", "month"),
        ("год назад", "ru", "2025-01-01", "year"),
        ("2 года назад", "ru", "2024-01-01", "year"),
        ("5 лет назад", "ru", "2021-01-01", "year"),
        ("час назад", "ru", "2026-11-21", "about_day"),
        ("Вчера, 14:05", "ru", "2026-11-20T14:05", "second"),
        ("ma", "hu", "2026-11-21", "about_day"),
        ("tegnap", "hu", "2026-11-20", "about_day"),
        ("tegnapelőtt", "hu", "2026-11-19", "about_day"),
        ("3 napja", "hu", "2026-11-18", "about_day"),
        ("3 nappal ezelőtt", "hu", "2026-11-18", "about_day"),
        ("egy hete", "hu", "2026-11-09", "week"),
        ("2 hete", "hu", "2026-11-02", "week"),
        ("2 héttel ezelőtt", "hu", "2026-11-02", "week"),
        ("egy hónapja", "hu", "2026-10-01", "month"),
        ("3 hónapja", "hu", "2026-08-01", "month"),
        ("egy éve", "hu", "2025-01-01", "year"),
        ("2 éve", "hu", "2024-01-01", "year"),
        ("2 évvel ezelőtt", "hu", "2024-01-01", "year"),
        ("5 órája", "hu", "2026-11-21", "about_day"),
        ("leo", "sw", "2026-11-21", "about_day"),
        ("jana", "sw", "2026-11-20", "about_day"),
        ("juzi", "sw", "2026-11-19", "about_day"),
        ("siku 3 zilizopita", "sw", "2026-11-18", "about_day"),
        ("siku tatu zilizopita", "sw", "2026-11-18", "about_day"),
        ("wiki iliyopita", "sw", "2026-11-09", "week"),
        ("wiki 2 zilizopita", "sw", "2026-11-02", "week"),
        ("mwezi mmoja uliopita", "sw", "2026-10-01", "month"),
        ("mwezi uliopita", "sw", "2026-10-01", "month"),
        ("miezi 3 iliyopita", "sw", "2026-08-01", "month"),
        ("mwaka mmoja uliopita", "sw", "2025-01-01", "year"),
        ("miaka 2 iliyopita", "sw", "2024-01-01", "year"),
        ("saa 5 zilizopita", "sw", "2026-11-21", "about_day"),
        ("heute", "de", "2026-11-21", "about_day"),
        ("gestern", "de", "2026-11-20", "about_day"),
        ("vorgestern", "de", "2026-11-19", "about_day"),
        ("vor 3 Tagen", "de", "2026-11-18", "about_day"),
        ("vor einer Woche", "de", "2026-11-09", "week"),
        ("vor 2 Wochen", "de", "2026-11-02", "week"),
        ("vor einem Monat", "de", "2026-10-01", "month"),
        ("vor 3 Monaten", "de", "2026-08-01", "month"),
        ("vor einem Jahr", "de", "2025-01-01", "year"),
        ("vor 2 Jahren", "de", "2024-01-01", "year"),
        ("vor 5 Stunden", "de", "2026-11-21", "about_day"),
        ("letzte Woche", "de", "2026-11-09", "week"),
        ("vor über einem Jahr", "de", "2025-01-01", "year"),
        ("hoy", "es", "2026-11-21", "about_day"),
        ("ayer", "es", "2026-11-20", "about_day"),
        ("anteayer", "es", "2026-11-19", "about_day"),
        ("hace 3 días", "es", "2026-11-18", "about_day"),
        ("hace una semana", "es", "2026-11-09", "week"),
        ("hace 2 semanas", "es", "2026-11-02", "week"),
        ("hace un mes", "es", "2026-10-01", "month"),
        ("hace 3 meses", "es", "2026-08-01", "month"),
        ("hace un año", "es", "2025-01-01", "year"),
        ("hace 2 años", "es", "2024-01-01", "year"),
        ("hace 5 horas", "es", "2026-11-21", "about_day"),
        ("la semana pasada", "es", "2026-11-09", "week"),
        ("aujourd'hui", "fr", "2026-11-21", "about_day"),
        ("aujourd’hui", "fr", "2026-11-21", "about_day"),
        ("hier", "fr", "2026-11-20", "about_day"),
        ("avant-hier", "fr", "2026-11-19", "about_day"),
        ("il y a 3 jours", "fr", "2026-11-18", "about_day"),
        ("il y a une semaine", "fr", "2026-11-09", "week"),
        ("il y a 2 semaines", "fr", "2026-11-02", "week"),
        ("il y a un mois", "fr", "2026-10-01", "month"),
        ("il y a 3 mois", "fr", "2026-08-01", "month"),
        ("il y a un an", "fr", "2025-01-01", "year"),
        ("il y a 2 ans", "fr", "2024-01-01", "year"),
        ("il y a 5 heures", "fr", "2026-11-21", "about_day"),
        ("dziś", "pl", "2026-11-21", "about_day"),
        ("dzisiaj", "pl", "2026-11-21", "about_day"),
        ("wczoraj", "pl", "2026-11-20", "about_day"),
        ("przedwczoraj", "pl", "2026-11-19", "about_day"),
        ("3 dni temu", "pl", "2026-11-18", "about_day"),
        ("tydzień temu", "pl", "2026-11-09", "week"),
        ("2 tygodnie temu", "pl", "2026-11-02", "week"),
        ("5 tygodni temu", "pl", "2026-10-12", "week"),
        ("miesiąc temu", "pl", "2026-10-01", "month"),
        ("3 miesiące temu", "pl", "2026-08-01", "month"),
        ("5 miesięcy temu", "pl", "2026-06-01", "month"),
        ("rok temu", "pl", "2025-01-01", "year"),
        ("2 lata temu", "pl", "2024-01-01", "year"),
        ("5 lat temu", "pl", "2021-01-01", "year"),
        ("5 godzin temu", "pl", "2026-11-21", "about_day"),
    ],
)
def test_relative_dates_of_all_languages_count_back_from_the_day_of_reading(
    raw, language, at, precision
):
    assert shown(raw, language) == (at, precision)


@pytest.mark.parametrize(
    ("raw", "language", "at", "precision"),
    [
        ("23rd March 2025", "en", "2025-03-23", "day"),
        ("March 23, 2025", "en", "2025-03-23", "day"),
        ("Mar 23rd, 2025", "en", "2025-03-23", "day"),
        ("1st of May 2025", "en", "2025-05-01", "day"),
        ("Sunday, 2 March 2025", "en", "2025-03-02", "day"),
        ("Reviewed in the United Kingdom on 23 March 2025", "en", "2025-03-23", "day"),
        ("March 2025", "en", "2025-03-01", "month"),
        ("Sept. 4, 2025", "en", "2025-09-04", "day"),
        ("03/12/25", "en", "2025-03-12", "day"),
        ("12-Mar-2025", "en", "2025-03-12", "day"),
        ("2025/03/12", "en", "2025-03-12", "day"),
        ("20250312", "en", "2025-03-12", "day"),
        ("May 3", "en", "2026-05-03", "day"),
        ("3 May", "en", "2026-05-03", "day"),
        ("25 December", "en", "2025-12-25", "day"),
        ("Date of experience: May 3, 2025", "en", "2025-05-03", "day"),
        ("Purchased: March 2025", "en", "2025-03-01", "month"),
        ("2025-03-12T10:20:30.123Z", "en", "2025-03-12T10:20:30", "second"),
        ("2025-03-12T10:20:30+0200", "en", "2025-03-12T10:20:30", "second"),
        ("2025-03-12T10:20", "en", "2025-03-12T10:20", "second"),
        ("2025-03-12 10:20:30 UTC", "en", "2025-03-12T10:20:30", "second"),
        ("2025.03.12", "en", "2025-03-12", "day"),
        ("Nov 3, 2025, 4:30 PM", "en", "2025-11-03T16:30", "second"),
        ("Posted 3 weeks ago", "en", "2026-10-26", "week"),
        ("12.03.25", "de", "2025-03-12", "day"),
        ("12. März 2025", "de", "2025-03-12", "day"),
        ("12. Mrz 2025", "de", "2025-03-12", "day"),
        ("12.03.2025 um 14:05 Uhr", "de", "2025-03-12T14:05", "second"),
        ("am 8. Juni", "de", "2026-06-08", "day"),
        ("8.6.2020", "de", "2020-06-08", "day"),
        ("März 2025", "de", "2025-03-01", "month"),
        ("Rezension aus Deutschland vom 3. Mai 2025", "de", "2025-05-03", "day"),
        ("Mittwoch, 12. März 2025", "de", "2025-03-12", "day"),
        ("12. 3. 2025", "cs", "2025-03-12", "day"),
        ("12. března 2025", "cs", "2025-03-12", "day"),
        ("12.3.2025 14:05", "cs", "2025-03-12T14:05", "second"),
        ("březen 2025", "cs", "2025-03-01", "month"),
        ("12. 3. 25", "cs", "2025-03-12", "day"),
        ("Přidáno: 12. 3. 2025", "cs", "2025-03-12", "day"),
        ("12. břez 2025", "cs", "2025-03-12", "day"),
        ("12. 3.", "cs", "2026-03-12", "day"),
        ("12 марта 2025", "ru", "2025-03-12", "day"),
        ("12 марта 2025 г.", "ru", "2025-03-12", "day"),
        ("12.03.2025", "ru", "2025-03-12", "day"),
        ("12 марта", "ru", "2026-03-12", "day"),
        ("12 мар. 2025", "ru", "2025-03-12", "day"),
        ("12 марта, 14:05", "ru", "2026-03-12T14:05", "second"),
        ("12 марта 2025 в 14:05", "ru", "2025-03-12T14:05", "second"),
        ("март 2025", "ru", "2025-03-01", "month"),
        ("25 декабря", "ru", "2025-12-25", "day"),
        ("2025. március 12.", "hu", "2025-03-12", "day"),
        ("2025.03.12.", "hu", "2025-03-12", "day"),
        ("2025. 03. 12.", "hu", "2025-03-12", "day"),
        ("2025. márc. 12.", "hu", "2025-03-12", "day"),
        ("2025. március", "hu", "2025-03-01", "month"),
        ("március 12.", "hu", "2026-03-12", "day"),
        ("12 Machi 2025", "sw", "2025-03-12", "day"),
        ("Machi 2025", "sw", "2025-03-01", "month"),
        ("Tarehe 12 Machi 2025", "sw", "2025-03-12", "day"),
        ("12 Agosti 2025", "sw", "2025-08-12", "day"),
        ("3 Novemba 2025", "sw", "2025-11-03", "day"),
        ("12 de marzo de 2025", "es", "2025-03-12", "day"),
        ("12/03/2025", "es", "2025-03-12", "day"),
        ("marzo de 2025", "es", "2025-03-01", "month"),
        ("12 mar. 2025", "es", "2025-03-12", "day"),
        ("miércoles, 12 de marzo de 2025", "es", "2025-03-12", "day"),
        ("12 mars 2025", "fr", "2025-03-12", "day"),
        ("1er mars 2025", "fr", "2025-03-01", "day"),
        ("le 12 mars 2025", "fr", "2025-03-12", "day"),
        ("12/03/2025", "fr", "2025-03-12", "day"),
        ("mars 2025", "fr", "2025-03-01", "month"),
        ("12 févr. 2025", "fr", "2025-02-12", "day"),
        ("12 août 2025", "fr", "2025-08-12", "day"),
        ("12 marca 2025", "pl", "2025-03-12", "day"),
        ("12.03.2025", "pl", "2025-03-12", "day"),
        ("12 marca 2025 r.", "pl", "2025-03-12", "day"),
        ("marzec 2025", "pl", "2025-03-01", "month"),
        ("3 listopada 2025, 14:05", "pl", "2025-11-03T14:05", "second"),
        ("12. března 2025", None, "2025-03-12", "day"),
        ("12 марта 2025", None, "2025-03-12", "day"),
        ("12 mars 2025", None, "2025-03-12", "day"),
        ("12 marca 2025", None, "2025-03-12", "day"),
        ("2025. március 12.", None, "2025-03-12", "day"),
        ("13/03/2025", None, "2025-03-13", "day"),
        ("12.03.2025", None, "2025-03-12", "day"),
    ],
)
def test_calendar_dates_of_all_languages_are_read_as_people_print_them(
    raw, language, at, precision
):
    assert shown(raw, language) == (at, precision)


@pytest.mark.parametrize(
    ("raw", "language"),
    [
        ("Rating: 4 of 5", "en"),
        ("5 people found this helpful", "en"),
        ("3 reviews", "en"),
        ("Verified purchase", "en"),
        ("Size 12", "en"),
        ("Helpful 12", "en"),
        ("12 March 2027", "en"),
        ("in 3 days", "en"),
        ("tomorrow", "en"),
        ("1 day", "en"),
        ("3 months", "en"),
        ("over 100 reviews", "en"),
        ("Model 2024", "en"),
        ("may 5 stars", "en"),
    ],
)
def test_what_only_holds_a_number_and_a_word_is_no_date(raw, language):
    assert shown(raw, language) is None


@pytest.mark.parametrize(
    ("raw", "order", "day"),
    [
        ("03/04/25", "DMY", "2025-04-03"),
        ("03/04/25", "MDY", "2025-03-04"),
        ("25-04-03", "YMD", "2025-04-03"),
        ("03.04.25", "MDY", "2025-04-03"),
        ("31/01/2025", "MDY", "2025-01-31"),
        ("01/31/2025", "DMY", "2025-01-31"),
    ],
)
def test_two_digit_years_and_impossible_months_are_understood(raw, order, day):
    assert shown(raw, None, order) == (day, "day")


@pytest.mark.parametrize("raw", ["31.12.99", "12/31/98", "32.13.2025", "30 February 2025"])
def test_two_digits_never_mean_a_year_ahead_nor_a_day_that_does_not_exist(raw):
    assert shown(raw, None, "DMY") is None


def test_a_day_without_a_year_is_the_last_one_that_has_been():
    assert shown("21 November", "en") == ("2026-11-21", "day")
    assert shown("25 November", "en") == ("2025-11-25", "day")


def test_a_language_that_is_not_shipped_is_read_by_the_general_reader():
    assert shown("3 settimane fa", "it") == ("2026-10-26", "week")
    assert shown("12 maart 2025", "nl") == ("2025-03-12", "day")


@settings(deadline=None, max_examples=60)
@given(
    st.text(max_size=60), st.sampled_from(["en", "cs", "ru", "hu", "sw", "de", "es", "fr", "pl"])
)
def test_no_text_breaks_the_reader(raw, language):
    moment = read_moment(raw, seen_at=SEEN_AT, language=language)

    assert moment is None or moment.at.year >= 2000
