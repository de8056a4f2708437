"""Tells from words what a short line in a review is: a badge, a label, an answer's heading."""

# ruff: file-ignore[ambiguous-unicode-character-string] - other alphabets are the matter here

from __future__ import annotations

import re

_FLAGS = re.IGNORECASE

# What sites call a review, in names of classes and in headings.
_REVIEW = re.compile(
    r"review|rating|feedback|testimonial|opinion|bewertung|rezension|kundenstimm|meinung|recen[zsc]"
    r"|hodnocen|отзыв|оценк|рецензи|vélemény|velemeny|értékelés|ertekeles|\bavis\b|rese[nñ]a"
    r"|valoraci"
    r"|maoni|tathmini|beoordeling|\bopini|avalia|коммент|guestbook|erfahrung|zkušenost|комментари",
    _FLAGS,
)
_PRODUCT = re.compile(
    r"product[-_]?(?:card|tile|item|list)|(?:^|[\s_-])(?:sku|teaser|tile)s?(?:$|[\s_-])", _FLAGS
)

_BADGE = re.compile(
    r"\b(?:verified|verifiziert\w*|geprüft\w*|bestätigt\w*|verificad[oa]|comprobad[oa]|vérifié\w*"
    r"|certifié\w*"
    r"|ověřen\w*|overen\w*|zweryfikowan\w*|potwierdzon\w*|imethibitishwa|aliyethibitishwa"
    r"|umethibitishwa"
    r"|thibitishwa\w*|ellenőrzött|igazolt|hitelesített|megerősített|подтвержд\w+|проверен\w*"
    r"|выкупили"
    r"|реальный покупатель|geverifieerd\w*|verificato|purchased)\b",
    _FLAGS,
)
_UNVERIFIED = re.compile(
    r"\b(?:not|un|nicht|non|no|ne|nem|nie|не|haija\w*)[\s-]?(?:verif|geprüft|vérif|ověř|ellenőrz"
    r"|igazol|подтвер|провер)"
    r"|\bneověřen",
    _FLAGS,
)
_BADGE_PHRASE = re.compile(
    r"[\s✓✔☑(\[]*(?:(?:an?|the|als|z)\s+)?(?:\w+\s+){0,2}?(?:verified|verifiziert\w*|geprüft\w*"
    r"|bestätigt\w*"
    r"|verificad[oa]|vérifié\w*|certifié\w*|ověřen\w*|overen\w*|zweryfikowan\w*|imethibitishwa"
    r"|aliyethibitishwa"
    r"|umethibitishwa|ellenőrzött|igazolt|hitelesített|подтвержд\w+|проверен\w*|выкупили)"
    r"(?:\s+(?:purchase|purchaser|buyer|customer|reviewer|owner|user|guest|review|order|kauf"
    r"|käufe\w*|kund\w+|nákup"
    r"|zákazn\w+|kupující\w*|покуп\w+|заказ|vásárl\w+|vevő|compra\w*|cliente|achat|acheteur|client"
    r"|zakup|klient"
    r"|kupujący|ununuzi|mnunuzi|mteja)){0,2}[\s:,·|\-–)\]]*",
    _FLAGS,
)

_PART = (
    r"(?:advantages?|disadvantages?|pros?|cons?|pluses|minuses|likes?|dislikes?|comments?|summary"
    r"|overall"
    r"|what (?:i|we|do you)(?: did| do)?(?: not|n.t)? (?:liked?|disliked?)(?: best| most|"
    r" least)?(?: about .{0,30})?"
    r"|klady|zápory|výhody|nevýhody|plusy|mínusy|co se (?:mi )?(?:ne)?líbilo|shrnutí|komentář"
    r"|celkový dojem"
    r"|достоинства|недостатки|комментарий|плюсы|минусы|отзыв|что (?:не )?понравилось|впечатления"
    r"|преимущества"
    r"|előnyök|hátrányok|előny|hátrány|pozitívumok|negatívumok|pozitívum|negatívum|vélemény"
    r"|összegzés|megjegyzés"
    r"|vorteile?|nachteile?|positiv(?:es)?|negativ(?:es)?|fazit|kommentar|pro|kontra|contra|das"
    r" hat mir (?:nicht )?gefallen"
    r"|ventajas|desventajas|inconvenientes|contras|lo (?:mejor|peor|bueno|malo)|comentarios?|lo"
    r" que (?:no )?me gustó"
    r"|avantages|inconvénients|points? (?:forts?|faibles?|positifs?|négatifs?)|les plus|les moins"
    r"|commentaires?"
    r"|faida|hasara|mazuri|mabaya|uzuri|ubaya|maoni|nilichopenda|sikupenda|nilichokipenda"
    r"|zalety|wady|komentarz|vantaggi|svantaggi|voordelen|nadelen|pluspunten|minpunten)"
)
_PART_LABEL = re.compile(rf"[\W_]*{_PART}\s*[:：]?", _FLAGS)
_PART_START = re.compile(rf"[\W_]{{0,4}}{_PART}\s*[:：]", _FLAGS)

_REPLY_LABEL = re.compile(
    r"(?:(?:a |the )?(?:official )?(?:response|reply|replied|answer|comment|feedback) (?:from|by"
    r"|of)\b"
    r"|(?:(?:shop|store|owner|seller|company|business|brand|merchant|host|hotel|manager|vendor"
    r"|customer service|team|our|official"
    r"|management|property|developer)(?:['’]?s)? (?:response|reply|answer|comment|replied"
    r"|responded))"
    r"|.{1,40} (?:replied|responded|responds|answered)\b"
    r"|(?:odpověď|reakce|vyjádření|komentář) (?:obchodu|prodejce|prodávajícího|e-?shopu|firmy"
    r"|výrobce|od|majitele|společnosti|provozovatele)"
    r"|odpověď(?=\s*(?:$|:|\d))|odpovedá|odpoveď"
    r"|ответ(?:ил\w*)? (?:продавца|магазина|компании|представител\w+|владельца|бренда"
    r"|производителя|администрации|от|отеля|организации|поддержки)"
    r"|ответ(?=\s*(?:$|:|\d))|официальный ответ|(?:комментарий|реакция) (?:продавца|магазина"
    r"|компании|владельца)"
    r"|(?:a |az )?(?:bolt|üzlet|eladó|webáruház|cég|tulajdonos|forgalmazó|kereskedő|áruház"
    r"|szállás\w*|üzemeltető)\w* (?:válasza|reakciója)"
    r"|válasz(?:unk)?(?=\s*(?:$|:|\d))|válasz (?:a|az)\b"
    r"|(?:antwort|rückmeldung|kommentar|stellungnahme) (?:von|vom|des|der|durch)\b"
    r"|antwort(?=\s*(?:$|:|\d))|unsere antwort"
    r"|(?:händler|verkäufer|shop|anbieter|betreiber|hersteller)(?:-?\s?)antwort"
    r"|respuesta (?:de|del)\b|respuesta(?=\s*(?:$|:|\d))|nuestra respuesta|contestación de"
    r"|réponse (?:de|du|des|d['’])|réponse(?=\s*(?:$|:|\d))|notre réponse"
    r"|jibu (?:la|kutoka)|majibu (?:ya|kutoka)|jibu(?=\s*(?:$|:|\d))"
    r"|odpowiedź (?:sprzedawcy|sklepu|firmy|od|właściciela)|odpowiedź(?=\s*(?:$|:))"
    r"|reactie van|antwoord van|risposta (?:di|del|da)|resposta (?:de|do|da))",
    _FLAGS,
)
_LONGEST_REPLY_LABEL = 90
_BYLINE = re.compile(
    r"^(?:(?:reviewed |written |posted |submitted |review |comment )?(?:by|from)|von|vom|par|por"
    r"|de la part de|od|napsala?"
    r"|от|автор|írta|szerző|autor|auteur|author|na|imeandikwa na|name|name:|jméno|имя|név|nombre"
    r"|nom|jina)\s*:?\s+",
    _FLAGS,
)
_PRICE = re.compile(
    r"(?:[€$£₽₴]|\b(?:USD|EUR|GBP|CZK|HUF|KES|Ksh|TSh|RUB|PLN|CHF))\s?\d"
    r"|\d(?:[\s.,]?\d)*\s?(?:[€$£₽₴]|Kč\b|Ft\b|zł\b|руб|р\.|"
    r"(?:EUR|USD|GBP|CZK|HUF|KES|Ksh|TSh|PLN|CHF)\b|,-)",
    _FLAGS,
)
_OTHER_DATE = re.compile(
    r"experience|visit|stay|purchase|bought|order|used|deliver|zakoupen|nakoupen|nákup|objedn"
    r"|koupen|купл|покупк|заказ"
    r"|vásárl|vétel|rendel|gekauft|kaufdatum|bestell|besuch|aufenthalt|compra|pedido|visita|achet"
    r"|command|séjour|visite"
    r"|nunua|agiz|member since|joined|mitglied seit|зарегистр|updated|edited|upraven|aktualis"
    r"|изменен|módosít",
    _FLAGS,
)


def speaks_of_reviews(names: str) -> bool:
    """Whether *names* (classes, an id, a heading) call something reviews."""
    return bool(_REVIEW.search(names))


def speaks_of_products(names: str) -> bool:
    """Whether *names* are those of a tile in a list of products or articles."""
    return bool(_PRODUCT.search(names))


def says_verified(text: str) -> bool | None:
    """True and False as a badge says it; None for what is no badge."""
    if _UNVERIFIED.search(text):
        return False
    return True if _BADGE.search(text) else None


def without_badge(text: str) -> str:
    """*text* without the badge at its beginning or end: ``Verified buyer Ann`` gives ``Ann``."""
    return _BADGE_PHRASE.sub(" ", text).strip(" \t\n·|,–-")


def is_part_label(text: str) -> bool:
    """Whether *text* only names a part of a review: ``Pros:``."""
    return bool(_PART_LABEL.fullmatch(text))


def begins_with_part_label(text: str) -> bool:
    """Whether *text* is such a part with its label: ``Cons: none``."""
    return bool(_PART_START.match(text))


def reply_label_end(text: str) -> int | None:
    """Where the heading of an owner's answer ends in the first line of *text*; None without one."""
    line = text.partition("\n")[0]
    found = _REPLY_LABEL.match(line.lstrip("↳→↪>-–—•· "))
    if not found:
        return None
    if len(line) <= _LONGEST_REPLY_LABEL:
        colon = line.find(":")
        return colon + 1 if 0 <= colon < len(line) - 1 else len(line)
    colon = line[:_LONGEST_REPLY_LABEL].find(":")
    return colon + 1 if colon >= 0 else None


def without_byline(text: str) -> str:
    """*text* without words such as ``by`` before a name."""
    return _BYLINE.sub("", text, count=1)


def has_price(text: str) -> bool:
    """Whether *text* holds an amount of money."""
    return bool(_PRICE.search(text))


def is_other_date(text: str) -> bool:
    """Whether *text* dates something else than the review: the purchase, the visit, a change."""
    return bool(_OTHER_DATE.search(text))
