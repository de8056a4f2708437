"""Tells from words whether something is a question, an FAQ, or an invitation to ask more."""

# ruff: file-ignore[ambiguous-unicode-character-string] - other alphabets are the matter here

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_MARKS = "\uff1f\u061f\u037e"
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_JOINTS = re.compile(r"[-_/+.\s]+")
_LONGEST_NAME = 300
_LONGEST_CLOSING = 90


def folded_words(text: str) -> str:
    """*text* in lower case without accents, its words (also ``thoseOf-names``) set apart by blanks.

    Letters are folded, not transliterated, so patterns folded the same way match any spelling.
    """
    spaced = _JOINTS.sub(" ", _CAMEL.sub(" ", text))
    decomposed = unicodedata.normalize("NFKD", spaced.casefold())
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def any_of(*patterns: str) -> re.Pattern[str]:
    """One pattern for texts that went through `folded_words`; written with the accents they have.

    Escapes must be lower case, as the pattern is folded like the text.
    """
    decomposed = unicodedata.normalize("NFKD", "|".join(patterns).casefold())
    return re.compile("".join(part for part in decomposed if not unicodedata.combining(part)))


_FAQ = any_of(
    r"\b[a-z]?faqs?(?:\b|item|list|page|s?block|entr)|\bfrequent(?:ly)?\b.{0,12}\bquestions?\b",
    r"\b(?:common|popular|customer)(?:ly)? (?:asked )?questions\b",
    r"\bquestions? (?:and|&) answers?\b",
    r"\bq ?(?:&|and|n) ?as?\b|\bqna\b",
    r"\b(?:nej|naj)?čast\w*\b.{0,20}\b(?:dotaz|otáz)\w*|\b(?:dotazy|otázky) a odpověd\w*",
    r"\bdotazy\b",
    r"\bnajčastej\w+.{0,20}otáz\w*|\botázky a odpoved\w*",
    r"\bчаст\w+ (?:\w+ )?(?:вопрос|питан|запитан)\w*|\bвопрос\w*(?: и)?,? ответ\w*",
    r"\b(?:популярн|распростран[её]н|поширен)\w+ (?:вопрос|питан|запитан)\w*",
    r"\b(?:за)?питання (?:та|і|й) відповіді|\bчесто задавани въпроси",
    r"\bчесто (?:по)?ставља\w+ питања",
    r"\bchast\w+ (?:\w+ )?vopros\w*|\bvopros\w*(?: i)? otvet\w*|\bchasti pitann\w*",
    r"\bgyik\b|\bgyak(?:or|ran)\w*\b.{0,20}\bkérdés\w*|\bkérdések és válaszok",
    r"\bmaswali\b",
    r"\bh[aä]e?ufig\w* (?:gestellte\w* )?fragen",
    r"\b(?:oft gestellte|fragen (?:und|&)) \w*(?:fragen|antworten)",
    r"\bpreguntas (?:más )?(?:frecuentes|comunes)|\bpreguntas y respuestas",
    r"\bquestions?(?: les plus)? fréque\w+|\bfoire aux questions|\bquestions?(?: et)? réponses",
    r"\b(?:najcz\w+ |cz\w+ )?zadawan\w+ pytan\w+|\b(?:naj)?cz[eę]st\w+ pytania",
    r"\bpytania i odpowiedzi",
    r"\bdomande (?:più )?frequenti|\bdomande e risposte",
    r"\bperguntas (?:mais )?freq\w+|\bperguntas e respostas",
    r"\bdúvidas (?:mais )?(?:frequentes|comuns)",
    r"\bveel ?gestelde? vragen|\bvragen en antwoorden|\bvraag en antwoord",
    r"\bîntrebări (?:și răspunsuri|frecvente)|\bs[ıi]k(?:ca|ça)? sorulan|\bsss\b",
    r"\bvanlig[ae] (?:frågor|sp[oø]rsmål)|\bst[iä]llt?[aed]\w* (?:frågor|sp[oø]rg?smål)",
    r"\busein kysyt\w+",
    r"\bσυχνές ερωτήσεις|\bčest\w+ (?:postavlj\w+ )?pitanja|\bpogost\w+ (?:\w+ )?vprašanja",
    r"\bdažniausiai užduodami|\bbiež\w+ uzdot\w+|\bkorduma kippuvad",
    r"よくあるご?質問|常见问题|常見問題|자주 묻는 질문",
    r"câu hỏi thường gặp|\bpertanyaan (?:yang )?(?:sering|umum)",
    r"الأسئلة (?:الشائعة|المتكررة)|שאלות (?:נפוצות|ותשובות)",
)
_OPENINGS = any_of(
    (
        r"(?:how|what|whats|why|when|where|which|who|whose|can|could|do|does|did|is|are|will"
        r"|would|should|may|must|am|has|have) \w"
    ),
    (
        r"(?:jak|jaky|jaká|jaké|jakou|co|proč|kdy|kde|kam|kdo|který|která|které|kolik|čím|lze"
        r"|mohu|můžu|je možné|dá se|musím|máte|potřebuj\w+|chtěl\w* bych) \w"
    ),
    r"(?:ako|čo|prečo|kedy|kto|ktorý|ktorá|koľko|môžem|dá sa|musím) \w",
    (
        r"(?:как|какой|какая|какие|каким|что|чем|почему|зачем|когда|где|куда|кто|сколько|можно ли"
        r"|нужно ли|могу ли|есть ли|будет ли|що|чому|коли|де|скільки|чи) \w"
    ),
    (
        r"(?:hogyan|hogy|mi|mit|miért|mikor|hol|hova|ki|kinek|melyik|mennyi|mennyibe|milyen|lehet"
        r"|van|kell) \w"
    ),
    r"(?:je|jinsi|nini|kwa nini|lini|wapi|nani|ninaweza|naweza|nawezaje|gani) \w",
    (
        r"(?:wie|was|warum|wieso|wann|wo|wohin|woher|wer|welche\w*|wieviel|kann|können|muss|darf"
        r"|ist|sind|gibt es|bieten|haben|brauche|wird|werden) \w"
    ),
    (
        r"(?:¿|comment|pourquoi|quand|où|combien|que[l]?\w*|est ce que|puis je|cómo|como"
        r"|por qu[eê]|cu[aá]ndo|quando|d[oó]nde|onde|cu[aá]l|qual|quanto|puedo|posso|dove|perché"
        r"|cosa|czy|dlaczego|kiedy|gdzie|ile|hoe|wat|waarom|wanneer|waar|kan ik|cum|ce|de ce|când"
        r"|unde|nasıl|neden|ne zaman)\b."
    ),
)
# How pages close their FAQ; none of these is a customer's question.
_ASKS_ON = any_of(
    r"(?:did ?n.?t|did not|can.?t|cannot|could ?n.?t|not|have ?n.?t) (?:you )?(?:find|found)\b"
    r".{0,30}\b(?:answer|looking|question|need)",
    (
        r"(?:still|more|other|any|further|another|additional|have a"
        r"|got a)\b.{0,12}\bquestions?\s*[?!.]*$"
    ),
    r"\b(?:need|want|require) (?:more|further|additional) (?:help|assistance|support|information)",
    r"\bstill need\b.{0,8}\bhelp|\bwe.re here to help|\bask (?:us )?a question\b",
    r"(?:noch|weitere|keine?)\b.{0,12}\b(?:fragen|antwort)\b.{0,20}\?*$|nicht (?:fündig|gefunden)",
    r"frage.{0,12}nicht (?:dabei|beantwortet)",
    r"\bnenaš(?:l\w+|el) (?:jste|jsi|sis)\b",
    r"\bmáte (?:další|jiné|jiný|ještě|nějak\w+)\b.{0,12}(?:otáz|dotaz)|\bnenašli ste\b",
    r"\bmáte (?:ďalšie|iné|ešte)\b.{0,12}otáz|\bnenašl\w+ .{0,12}odpověď",
    r"\bне нашли\b.{0,16}\b(?:ответ|вопрос)|\bостались\b.{0,12}\bвопрос",
    r"\bне знайшли\b.{0,16}відповід|\bзалишились\b.{0,12}питання",
    r"\bу вас есть (?:ещ[её]|другие)\b.{0,12}\bвопрос",
    r"\bnem (?:talál|kapt)\w*.{0,40}(?:válasz|kérdés|amit kere)|\btovábbi kérdés",
    r"\b(?:van|maradt|lenne) (?:még|más)\b.{0,8}\bkérdés",
    r"\b(?:una|bado una) (?:maswali|swali)\b|\bhujapata (?:jibu|ulicho)|\bhukupata jibu",
    r"\bno (?:has |ha )?encontr\w+.{0,30}(?:respuesta|busca)|\bmás preguntas",
    r"\btienes (?:otra|alguna) (?:otra )?pregunta",
    r"\bpas\b.{0,12}\btrouvé\b.{0,20}(?:réponse|cherch)|\bd.autres questions",
    r"\bencore des questions",
    r"\bnie znala\w+.{0,30}odpowied|\bmasz (?:inne|więcej|jeszcze|dodatkowe) pyta",
    r"\bnon hai trovato\b|\bhai (?:altre|ancora) domande|\bnão encontrou\b",
    r"\b(?:outras|mais) (?:dúvidas|perguntas)\s*\?",
    r"\b(?:niet|geen)\b.{0,20}\b(?:gevonden|antwoord)|\b(?:andere|nog) vra(?:ag|gen)\b"
    r"|\bvraag er niet bij",
    r"\baradığını\w* bulamad|\bbaşka (?:bir )?soru|\bnu ai găsit\b|\balte întrebări",
)
# A shop that asks why to choose it praises itself.
_PRAISE = any_of(
    r"why (?:should (?:i|you|we) )?(?:choose|pick|trust) (?:us|\w+(?: \w+)?)\s*\??$|why us\s*\??$",
    r"proč (?:si vybrat|zvolit|nakupovat u) (?:právě )?nás?\s*\??$|proč (?:právě )?my\s*\??$",
    r"warum (?:gerade )?wir\s*\??$|почему (?:именно |выбирают )?(?:мы|нас)\s*\??$",
    r"miért (?:minket|mi|válassz\w* minket|éppen mi)\s*\??$|kwa nini (?:sisi|utuchague)\s*\??$",
)
_ASKER = (
    r"(?:question|otázka|dotaz|frage|вопрос|питання|запитання|kérdés|swali|pregunta|pytanie|domanda"
    r"|pergunta|vraag|întrebare|soru)"
)
_ANSWERER = (
    r"(?:answer|odpověď|odpoveď|antwort|ответ|відповідь|válasz|jibu|respuesta|réponse|odpowiedź"
    r"|risposta|resposta|antwoord|răspuns|cevap)"
)
_NUMBER = r"(?:\s*(?:č|no|nr|№|#)?\.?\s*\d{1,3})"
_LABELED = rf"(?:{_NUMBER}\s*[:.)\u2013\u2014-]|\s*[:\u2013\u2014])"
_QUESTION_PREFIX = re.compile(
    rf"(?:{_ASKER}{_LABELED}|q{_NUMBER}?\s*[:.)]|[fkspdvвкп]\s?:)\s*", re.IGNORECASE
)
_ANSWER_PREFIX = re.compile(
    rf"(?:(?:{_ANSWERER}|a)\s*\n|{_ANSWERER}{_LABELED}|a{_NUMBER}?\s*[:)]|a\.\s|[rvjoов]\s?:)\s*",
    re.IGNORECASE,
)


def is_question(text: str) -> bool:
    """Whether *text* holds a question mark of any script."""
    return "?" in text or any(mark in text for mark in _MARKS)


def asks(text: str) -> bool:
    """Whether *text* is a question by its mark or by the word it opens with."""
    return is_question(text) or bool(_OPENINGS.match(folded_words(text[:_LONGEST_NAME]).strip()))


@lru_cache(maxsize=4096)
def names_faq(text: str) -> bool:
    """Whether *text* (a title, an address, a class name) calls something an FAQ."""
    return bool(_FAQ.search(folded_words(text[:_LONGEST_NAME])))


def asks_on(question: str) -> bool:
    """Whether *question* only invites to ask more ("Didn't find your answer?") or to buy."""
    if len(question) > _LONGEST_CLOSING:
        return False
    words = _JOINTS.sub(" ", folded_words(question)).strip()
    return bool(_ASKS_ON.search(words) or _PRAISE.match(words))


def without_question_prefix(question: str) -> str:
    """*question* without the ``Q:`` or ``Question 3:`` before it, in any of the languages known."""
    return _after(_QUESTION_PREFIX, question)


def without_answer_prefix(answer: str) -> str:
    """*answer* without the ``A:`` or ``Answer:`` before it."""
    return _after(_ANSWER_PREFIX, answer)


def is_marked_question(line: str) -> bool:
    """Whether *line* begins as ``Q:`` lines do."""
    return bool(_QUESTION_PREFIX.match(line))


def is_marked_answer(line: str) -> bool:
    """Whether *line* begins as ``A:`` lines do."""
    return bool(_ANSWER_PREFIX.match(line))


def _after(prefix: re.Pattern[str], text: str) -> str:
    match = prefix.match(text)
    return text[match.end() :] if match and match.end() < len(text) else text
