"""Tells buttons, votes and counters from what people have written."""

from __future__ import annotations

import re

# Buttons, votes, counters: matched against a whole short line.
_FURNITURE = re.compile(
    r"[\W\d_]*+(?:(?:read|show|see|view|load) (?:more|less|all|original|full|the)\b.{0,40}|more"
    r"|less|…|report"
    r"|report (?:this|review|abuse|as).{0,20}|flag.{0,20}|share(?: (?:this )?review)?|like|dislike"
    r"|reply|answer|comment|edit"
    r"|(?:was )?(?:this|the)? ?(?:review|answer|comment)? ?(?:was )?(?:helpful|useful)(?: to you)?"
    r"|translate.{0,40}|show translation|translated .{0,40}|see original|upvote|downvote|yes|no"
    r"|thumbs.{0,10}"
    r"|(?:people|person|customers?|users?|others?) (?:found|find).{0,40}|(?:found|find) (?:this"
    r"|it) (?:helpful|useful).{0,20}"
    r"|číst (?:více|dál|celé).{0,20}|zobrazit .{0,30}|více|méně|nahlásit.{0,20}|přeložit.{0,20}"
    r"|užitečné|užitečná recenze"
    r"|pomohla? (?:vám|ti) .{0,30}|ano|ne|souhlasím|odpovědět|sdílet"
    r"|читать (?:далее|полностью|дальше|ещё|еще).{0,20}|показать .{0,30}|ещё|еще|скрыть|развернуть"
    r"|свернуть|пожаловаться.{0,20}"
    r"|да|нет|вам помог.{0,30}|отзыв (?:был )?полезен|полезн\w+|был ли .{0,30}|ответить|поделиться"
    r"|перевести.{0,20}"
    r"|комментировать"
    r"|tovább.{0,20}|bővebben|több|kevesebb|hasznos.{0,30}|igen|nem|jelentés|jelentem"
    r"|fordítás.{0,20}|megosztás|válasz"
    r"|mehr (?:lesen|anzeigen|erfahren)|weiterlesen|weniger.{0,12}|hilfreich|war (?:diese|das"
    r"|die).{0,40}|melden"
    r"|missbrauch melden|übersetzen.{0,20}|original anzeigen|antworten|teilen|ja|nein|kommentieren"
    r"|leer más|ver (?:más|menos|original|todo).{0,20}|útil|te (?:ha|fue|sirvi|result"
    r"|pareci).{0,40}"
    r"|denunciar.{0,20}|traducir.{0,20}|sí"
    r"|compartir|responder|informar.{0,20}|reportar"
    r"|lire (?:la suite|plus)|voir (?:plus|moins|l.original).{0,20}|utile|signaler.{0,20}"
    r"|traduire.{0,20}|oui|non|partager|répondre"
    r"|cet avis .{0,40}|soma zaidi|onyesha .{0,30}|ripoti|tafsiri.{0,20}|ndiyo|ndio|hapana"
    r"|inasaidia|imesaidia|shiriki|jibu"
    r"|czytaj (?:dalej|więcej)|pokaż .{0,20}|przydatne|pomocna?|tak|nie|zgłoś.{0,20}"
    r"|przetłumacz.{0,20}|zwiń|rozwiń"
    r"|lees meer|toon .{0,20}|nuttig|leggi (?:di più|tutto)|ler mais)"
    r"(?:[\W\d_]++|(?:yes|no|да|нет|ano|ne|ja|nein|igen|nem|sí|oui|non|ndiyo|hapana)(?!\w)){0,8}+",
    re.IGNORECASE,
)
_LONGEST_FURNITURE = 70


def is_furniture(text: str) -> bool:
    """Whether *text* is as a whole a button, a vote or a counter."""
    return len(text) <= _LONGEST_FURNITURE and bool(_FURNITURE.fullmatch(text))
