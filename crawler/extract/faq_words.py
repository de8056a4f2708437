"""Tells from words whether something is a question, an FAQ, or an invitation to ask more."""

from __future__ import annotations

import re

_MARKS = "?\uff1f\u061f"
_FAQ = re.compile(
    r"\bfaqs?\b|faq[-_]|[-_]faq|frequently.asked|q\s?&\s?a\b|häufig\w*.{0,12}\bfragen|haeufige"
    r"|čast[éo]\w*.{0,6}(?:dotaz|otázk)|caste-(?:dotazy|otazky)|\bdotazy\b|otázky a odpov"
    r"|\bgyik\b|gyakori.{0,10}kérd|вопрос\w*.{0,9}ответ|част\w+.{0,14}вопрос|maswali"
    r"|preguntas.{0,4}frecuentes|questions.{0,4}fr[ée]quentes|foire.aux.questions|pytania"
    r"|veelgestelde|domande.frequenti|perguntas.frequentes",
    re.IGNORECASE,
)
# How pages close their FAQ; none of these is a customer's question.
_ASKS_ON = re.compile(
    r"(?:did ?n.?t|did not|can.?t|cannot|could ?n.?t|not) (?:you )?f(?:i|ou)nd\b"
    r".{0,30}\b(?:answer|looking|question|need)"
    r"|(?:still|more|other|any|further|another|have a|got a)\b.{0,12}\bquestions?\s*\??$"
    r"|need (?:more|further) help"
    r"|(?:noch|weitere|keine?) .{0,12}(?:fragen|antwort)\b.{0,20}\?*$|nicht gefunden"
    r"|nenašli? (?:jste|jsi)|máte (?:další|jiné|ještě) .{0,12}(?:otázk|dotaz)"
    r"|не нашли .{0,12}ответ|остались.{0,12} вопрос"
    r"|nem (?:talál|kapt).{0,40}(?:válasz|kérdés)|további kérdés|van még kérdés"
    r"|(?:una|bado una) (?:maswali|swali) |hujapata (?:jibu|ulicho)"
    r"|no (?:has )?encontr\w+.{0,30}(?:respuesta|buscas)|más preguntas"
    r"|pas .{0,12}trouvé .{0,20}(?:réponse|cherch)|d.autres questions"
    r"|nie znala\w+.{0,30}odpowied|masz (?:inne|więcej|jeszcze) pyta",
    re.IGNORECASE,
)
_LONGEST_CLOSING = 90


def is_question(text: str) -> bool:
    """Whether *text* holds a question mark of any script."""
    return any(mark in text for mark in _MARKS)


def names_faq(text: str) -> bool:
    """Whether *text* (a title, an address, a class name) calls something an FAQ."""
    return bool(_FAQ.search(text))


def asks_on(question: str) -> bool:
    """Whether *question* only invites to ask more: "Didn't find your answer?"."""
    return len(question) <= _LONGEST_CLOSING and bool(_ASKS_ON.search(question))
