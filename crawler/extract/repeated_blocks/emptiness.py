"""Finds the sentence with which a page says that it has no reviews yet."""

# ruff: file-ignore[ambiguous-unicode-character-string] - other alphabets are the matter here

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from crawler.extract.markup import UNSEEN
from crawler.extract.repeated_blocks import words

if TYPE_CHECKING:
    from crawler.extract.markup import Element

_NONE_YET = re.compile(
    r"(?:there (?:are|have been) )?(?:currently |still )?no (?:customer |product |user |guest "
    r"|verified )?(?:reviews?|ratings?|feedback)"
    r"(?: (?:yet|so far|available|have been|were|found|for this|on this|has been|posted|written|to"
    r" (?:show|display))\b.{0,60})?[.!]?(?: be the first.{0,60})?"
    r"|(?:this|the) (?:product|item|shop|company|seller|place|business).{0,40} (?:has no|has not"
    r" been|hasn.t been|does not have any|doesn.t have any|has 0) (?:reviews?|ratings?|rated"
    r"|reviewed).{0,20}"
    r"|(?:not (?:yet )?(?:been )?(?:rated|reviewed)(?: yet)?)[.!]?|be the first (?:one )?to"
    r" (?:write a |leave a |post a |add a )?(?:review|rate).{0,60}"
    r"|(?:zatím |dosud )?(?:zde |tu |tady )?(?:nejsou|není|nemá|neexistuj\w+|nebyl\w*|nebylo)?"
    r" ?(?:zatím |dosud |ještě )?(?:k dispozici )?(?:žádn\w+|přidán\w+) (?:recenz\w+|hodnocení"
    r"|komentář\w*).{0,60}"
    r"|(?:zatím|dosud|ještě) (?:nikdo|nebyl\w*|není|nemá).{0,30}(?:hodno\w+|recen\w+).{0,40}|buďte"
    r" první.{0,20}(?:hodnot|recen|názor|ohodnot).{0,60}|bez (?:hodnocení|recenzí)"
    r"|(?:пока |здесь |ещё |еще |у (?:этого )?товара )*(?:нет|никто не оставил|не оставили|никто"
    r" не оставлял)(?: ни одного| пока| ещё| еще)? (?:отзыв\w+|оценок|рецензий).{0,40}"
    r"|отзывов (?:пока|ещё|еще|о товаре пока)? ?(?:нет|не оставлено).{0,40}|(?:будьте первым"
    r"|оставьте первый|станьте первым|напишите первый).{0,50}(?:отзыв\w*|оцен\w+).{0,30}"
    r"|(?:még )?(?:nincs(?:enek)?|nem érkezett|senki nem|nem írt\w*)(?: még)?.{0,20}"
    r" (?:értékelés\w*|vélemény\w*|értékelte).{0,50}|(?:legyen|légy) (?:ön |te )?(?:te )?az"
    r" első.{0,60}(?:értékel|vélemény).{0,30}"
    r"|(?:noch |bisher |derzeit |es (?:gibt|liegen|sind) )*(?:keine|keinerlei)"
    r" (?:kunden)?(?:bewertungen|rezensionen|meinungen|erfahrungsberichte)(?: vorhanden| verfügbar"
    r"| abgegeben)?.{0,40}"
    r"|(?:seien sie|sei) (?:der|die|der\/die)?.{0,10}erste.{0,60}(?:bewert|rezens).{0,30}|noch"
    r" nicht bewertet[.!]?"
    r"|(?:aún |todavía |actualmente )?no (?:hay|existen|tiene|se han encontrado)(?: aún| todavía)?"
    r" (?:ninguna )?(?:reseñas?|opiniones|valoraciones|comentarios|calificaciones).{0,50}"
    r"|sin (?:reseñas|opiniones|valoraciones)(?: todavía| aún)?|s[eé] el primero.{0,40}(?:opin"
    r"|reseñ|valor).{0,30}|sin valorar"
    r"|(?:il n.y a )?(?:pas (?:encore )?d.|aucun(?:e)? )(?:avis|évaluation|commentaire|note)s?(?:"
    r" client\w*)?(?: pour le moment| n.a.{0,40}| disponible| publié)?.{0,30}|soyez le"
    r" premier.{0,60}(?:avis|commenter|noter|évaluer).{0,30}"
    r"|(?:bado )?(?:hakuna|hamna)(?: bado)? (?:maoni|tathmini|ukadiriaji)(?: yoyote| zozote)?(?:"
    r" bado| kwa sasa| yaliyo\w*)?.{0,30}|kuwa wa kwanza.{0,40}(?:maoni|tathmini|kutoa"
    r"|kuandika).{0,30}"
    r"|(?:brak|nie ma)(?: jeszcze)? (?:opinii|recenzji|ocen).{0,40}|bądź pierwsz.{0,40}(?:opini"
    r"|recenz|oceń).{0,30}",
    re.IGNORECASE,
)
_ZERO = re.compile(
    r"\(?0\s+(?:customer |kunden|uživatelských )?(?:reviews|ratings|hodnocení|recenzí|отзывов"
    r"|оценок|értékelés|vélemény|bewertungen|rezensionen"
    r"|reseñas|opiniones|valoraciones|avis|opinii)\)?|(?:reviews|hodnocení|recenze|отзывы"
    r"|értékelések|vélemények|bewertungen|reseñas"
    r"|opiniones|avis|maoni|tathmini)\s*[:(]?\s*0\)?",
    re.IGNORECASE,
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_HIDDEN_CLASS = re.compile(
    r"(?<![a-z])(?:hidden|hide|d-none|template|placeholder|invisible)(?![a-z])", re.IGNORECASE
)
_LONGEST = 160
_LEVELS = 5
_MOST_TIMES = 2


def find_emptiness(tree: Element) -> str | None:
    """What proves that a page without reviews has none: its own words; None where nothing does.

    A page that says so more than twice lists products, and none of them is what it is about.
    """
    said: list[tuple[str, Element]] = []
    for element in tree.iter("*"):
        text = "" if element.tag in UNSEEN else (element.text or "")
        if not text or len(text) > 2 * _LONGEST or text.isspace():
            continue
        line = " ".join(text.split()).strip("“”\"'–- ")
        if len(line) <= _LONGEST and (_ZERO.fullmatch(line) or _NONE_YET.fullmatch(line)):
            said.append((line, element))
    if not 0 < len(said) <= _MOST_TIMES:
        return None
    seen = [line for line, element in said if _is_told(line, element)]
    return f"it says “{seen[0]}”" if seen else None


def _is_told(line: str, element: Element) -> bool:
    """Whether *line* is shown, in a part of the page that is not one tile of many."""
    around = [element, *islice(element.iterancestors(), _LEVELS)]
    names = [f"{one.get('class') or ''} {one.get('id') or ''}" for one in around]
    if any(_is_hidden(one) for one in around) or any(map(words.speaks_of_products, names[:-2])):
        return False
    return not _ZERO.fullmatch(line) or any(map(words.speaks_of_reviews, names))


def _is_hidden(element: Element) -> bool:
    return (
        element.get("hidden") is not None
        or bool(_HIDDEN.search(element.get("style") or ""))
        or bool(_HIDDEN_CLASS.search(element.get("class") or ""))
    )
