"""Which column of a table holds what: as a person maps it, or as its header says it."""

from __future__ import annotations

import re
import unicodedata
from functools import partial
from typing import TYPE_CHECKING

from crawler.extract.numbers import read_rating
from rivalscope.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from crawler.tables.files import Row

#: What a column may be mapped to.
FIELDS = (
    "text",
    "title",
    "brand",
    "date",
    "id",
    "rating",
    "rating_max",
    "language",
    "reply",
    "url",
    "author",
)
# What columns are usually called, in the languages that ship, German, Spanish and French; most
# telling first. Written as `_plain` leaves them: lower case, without accents (й is и), words apart.
_NAMES: Mapping[str, str] = {
    "text": "review text|review body|review content|review comment|comment text|full text"
    "|text recenze|text hodnoceni|текст отзыва|velemeny szovege|maandishi ya maoni"
    "|review|reviews|comment|comments|text|body|content|message|feedback|opinion|testimonial"
    "|verbatim|recenze|komentar|nazor|pripominka|zprava|отзыв|комментарии|текст|сообщение"
    "|velemeny|megjegyzes|szoveg|hozzaszolas|uzenet|maoni|maandishi|ujumbe"
    "|bewertungstext|rezension|kommentar|nachricht|comentario|resena|opinion|commentaire|avis"
    "|hodnoceni|ertekeles|description",
    "title": "title|review title|summary|headline|subject|nadpis|titulek|predmet|заголовок|тема"
    "|cim|targy|kichwa|titel|betreff|titulo|titre",
    "brand": "brand|brand name|company|company name|merchant|shop|store|seller|vendor|znacka"
    "|firma|obchod|prodejce|бренд|компания|магазин|продавец|marka|ceg|bolt|elado|chapa|kampuni"
    "|duka|marke|unternehmen|marca|empresa|marque|entreprise",
    "date": "review date|date of review|published at|published|publication date|created at"
    "|created|creation date|submitted at|submitted|submission date|posted at|posted|date"
    "|datum recenze|datum vytvoreni|datum|vytvoreno|дата отзыва|дата публикации|дата создания|дата"
    "|letrehozva|datum es ido|tarehe|erstellt am|erstellt|fecha|date de publication"
    "|date time|datetime|timestamp|time",
    "id": "review id|reviewid|comment id|uuid|id recenze|id отзыва|id",
    "rating": "rating|ratings|star rating|review rating|overall rating|stars|score|rating value"
    "|hodnoceni|pocet hvezd|hvezdy|hvezdicky|znamka|оценка|реитинг|звезды|баллы"
    "|ertekeles|csillag|csillagok|pontszam|pontszamok|ukadiriaji|kadirio|nyota|alama"
    "|bewertung|sterne|note|puntuacion|calificacion|valoracion|estrellas|etoiles",
    "rating_max": "rating max|max rating|maximum rating|best rating|rating scale|out of",
    "language": "language|lang|locale|language code|review language|jazyk|язык|nyelv|lugha"
    "|sprache|idioma|langue",
    "reply": "reply|reply text|response|response text|owner response|owner reply|company reply"
    "|company response|seller response|developer response|odpoved|odpoved obchodu|reakce"
    "|ответ|ответ компании|ответ продавца|valasz|jibu|majibu|antwort|respuesta|reponse",
    "url": "review url|review link|permalink|url|link|odkaz|ссылка|hivatkozas|kiungo|enlace|lien",
    "author": "author|author name|reviewer|reviewer name|review author|user name|username|autor"
    "|jmeno autora|автор|имя автора|szerzo|mwandishi|auteur",
}
_WORDS = re.compile(r"[^\W_]+")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
#: Rows that a guess looks at.
_SAMPLE = 200
_HALF = 0.5
_LONGEST_RATING = 20


def parse_mapping(text: str) -> dict[str, str]:
    """``text=comment,date=created`` as field -> column.

    Raises UsageError where a field is unknown or ``text`` is missing.
    """
    parts = [part.partition("=") for part in text.split(",")]
    mapping = {field.strip(): column.strip() for field, _, column in parts}
    unknown = sorted(mapping.keys() - set(FIELDS))
    unnamed = [field for field, column in mapping.items() if not column]
    if unknown or unnamed or "text" not in mapping:
        wrong = "no column for `text`"
        wrong = f"no column for {unnamed[0]!r}" if unnamed else wrong
        wrong = f"unknown field {unknown[0]!r}" if unknown else wrong
        message = f"--map {text}: {wrong}: write field=column,... with fields {', '.join(FIELDS)}"
        raise UsageError(message)
    return mapping


def mapping_text(mapping: Mapping[str, str]) -> str:
    """*mapping* as it can be given to ``--map``."""
    return ",".join(f"{field}={column}" for field, column in mapping.items())


def find_mapping(columns: Sequence[str], rows: Sequence[Row]) -> dict[str, str]:
    """Field -> column, as far as the names in *columns* are usual ones and the cells agree.

    Without ``text`` where no column is called like one, or several are and none more so.
    """
    named = {_plain(column): column for column in reversed(columns) if column}
    found: dict[str, str] = {}
    for field, names in _NAMES.items():
        candidates = [*dict.fromkeys(named[name] for name in names.split("|") if name in named)]
        fitting = [one for one in candidates if _is_free(one, found) and _fits(field, one, rows)]
        if fitting and (field != "text" or _is_clear(fitting)):
            found[field] = fitting[0]
        elif not candidates and field in _LOOSE:
            near = [column for plain, column in named.items() if _shares_word(plain, names)]
            fitting = [
                one for one in near if _is_free(one, found) and _LOOSE[field](_cells(one, rows))
            ]
            found |= {field: fitting[0]} if len(fitting) == 1 else {}
    return found


def passed_over(columns: Sequence[str], mapping: Mapping[str, str]) -> dict[str, str]:
    """Field -> column that is called like it, where the field was found in none."""
    missing = (field for field in _NAMES if field not in mapping)
    return {
        field: column
        for field in missing
        for column in columns
        if _plain(column) in _NAMES[field].split("|") and _is_free(column, mapping)
    }


def _is_free(column: str, found: Mapping[str, str]) -> bool:
    return column not in found.values()


def _shares_word(plain: str, names: str) -> bool:
    """Whether ``your comment`` holds a word that is one of *names*."""
    return not set(plain.split()).isdisjoint(names.split("|"))


def _plain(header: str) -> str:
    """``Review_Text``, ``reviewText``, ``Review text *`` -> ``review text``; accents go too."""
    letters = unicodedata.normalize("NFKD", _CAMEL.sub(" ", header).casefold())
    bare = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return " ".join(_WORDS.findall(bare))


def _is_clear(columns: Sequence[str]) -> bool:
    """Whether one column alone is called a text, or the first says so in two words."""
    return len(columns) == 1 or " " in _plain(columns[0])


def _fits(field: str, column: str, rows: Sequence[Row]) -> bool:
    check = _CHECKS.get(field)
    return check is None or check(_cells(column, rows))


def _cells(column: str, rows: Sequence[Row]) -> list[str]:
    """What the first rows hold in *column*, without empty cells."""
    cells = (str(value).strip() for row in rows[:_SAMPLE] if (value := row.get(column)) is not None)
    return [cell for cell in cells if cell]


def _mostly(holds: Callable[[str], bool], cells: Sequence[str]) -> bool:
    return sum(map(holds, cells)) > len(cells) * _HALF


def _half(holds: Callable[[str], bool], cells: Sequence[str]) -> bool:
    return sum(map(holds, cells)) >= len(cells) * _HALF


def _is_rating(cell: str) -> bool:
    return len(cell) <= _LONGEST_RATING and read_rating(cell) is not None


def _is_text(cell: str) -> bool:
    return any(map(str.isalpha, cell)) and not _is_rating(cell)


def _has_words(cell: str) -> bool:
    return _is_text(cell) and len(cell.split()) > 1


def _has_digit(cell: str) -> bool:
    return any(map(str.isdigit, cell))


def _are_distinct(cells: Sequence[str]) -> bool:
    return len(set(cells)) == len(cells)


# A column is only taken for what its cells can be: "review" may hold stars, "id" a product's.
_CHECKS: Mapping[str, Callable[[Sequence[str]], bool]] = {
    "text": partial(_mostly, _is_text),
    "rating": partial(_half, _is_rating),
    "rating_max": partial(_mostly, _is_rating),
    "date": partial(_mostly, _has_digit),
    "id": _are_distinct,
}
# Fields that are also found by one word of a longer name, where one column alone has it.
_LOOSE: Mapping[str, Callable[[Sequence[str]], bool]] = {
    **{field: _CHECKS[field] for field in ("rating", "date")},
    "text": partial(_mostly, _has_words),
}
