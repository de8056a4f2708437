"""Knows a page that only tests whether its reader is human, by what no ordinary page holds.

An ordinary page may load the same vendors' scripts: Cloudflare's and Imperva's stand on every page
they guard, and a contact form has its reCAPTCHA. So each mark here is of the test itself, and a
captcha counts only where there is hardly anything else to read or to fill in.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

#: A test is a small page; the rest of a large one is not worth looking at.
LONGEST: Final = 300_000
_TITLE: Final = re.compile(r"<title[^<>]{0,200}>([^<]{0,300})", re.IGNORECASE)
_WALL_TITLE: Final = re.compile(
    r"just a moment|attention required! \| cloudflare|ddos-guard|pardon our interruption"
    r"|robot check|are you (?:a )?(?:human|robot)|human verification|verify(?:ing)? you are human"
    r"|security check(?:point)?$|checking your browser|captcha",
    re.IGNORECASE,
)
#: Vendor -> marks of its test, any of which is proof.
_MARKS: Final[Mapping[str, re.Pattern[str]]] = {
    "Cloudflare's test for humans": re.compile(
        r"_cf_chl_opt|cf-chl-widget|id=.cf-challenge-running"
    ),
    "DataDome's test for humans": re.compile(r"https?://(?:geo|ct)\.captcha-delivery\.com/"),
    "HUMAN's test for humans": re.compile(r"id=[\"']px-captcha[\"']|/captcha/captcha\.js\?a=c&u="),
    "Imperva's test for humans": re.compile(r"Incapsula\s+incident\s+ID"),
    "Akamai's refusal": re.compile(r"errors(?:\.|&#46;)edgesuite(?:\.|&#46;)net"),
    "AWS WAF's test for humans": re.compile(
        r"AwsWafIntegration\.(?:get|force|check)|awsWafCookieDomainList"
    ),
}
_HEADERS: Final = (
    ("cf-mitigated", "challenge", "Cloudflare's test for humans"),
    ("x-amzn-waf-action", "challenge", "AWS WAF's test for humans"),
    ("x-amzn-waf-action", "captcha", "AWS WAF's test for humans"),
    ("x-datadome", "blocked", "DataDome's refusal"),
)
_CAPTCHA: Final = re.compile(
    r"class=[\"'][^\"']{0,100}\b(?:g-recaptcha|h-captcha|cf-turnstile|smart-captcha)\b",
    re.IGNORECASE,
)
#: Something to fill in, other than the test.
_FIELD: Final = re.compile(
    r"<textarea(?![^<>]{0,300}(?:captcha|display:\s*none))|<select\b"
    r"|<input\b[^<>]{0,300}\btype=[\"']?(?:text|email|tel|search|password|number|date)\b",
    re.IGNORECASE,
)
_TAG: Final = re.compile(r"<(/?)([a-zA-Z]*)[^<>]*>?")
_UNSEEN: Final = frozenset({"noscript", "script", "style", "svg", "template"})
#: A page that scripts fill in says little too, but brings what it will say.
_DATA: Final = re.compile(r"application/(?:ld\+)?json|__NEXT_DATA__|itemprop=", re.IGNORECASE)
#: A test for humans has no more than this to say; a page of anything else does.
_FEW_LETTERS: Final = 700


#: One of these stands in every wall, and hardly in any page: what lacks them all is not decoded.
_SIGNS: Final = (
    b"cf_chl",
    b"cf-ch",
    b"cf-turnstile",
    b"captcha",
    b"incapsula",
    b"edgesuite",
    b"awswaf",
)
_TITLE_SIGNS: Final = (
    b"moment",
    b"attention",
    b"ddos",
    b"pardon",
    b"human",
    b"robot",
    b"security",
    b"browser",
)
_LONGEST_TITLE: Final = 520


def may_be_wall(body: bytes) -> bool:
    """Whether `find_wall` is worth asking; body in any encoding that extends ASCII."""
    if len(body) > LONGEST:
        return False
    lowered = body.lower()
    start = lowered.find(b"<title")
    title = lowered[start : start + _LONGEST_TITLE] if start >= 0 else b""
    return b"\0" in body[:_LONGEST_TITLE] or any(
        sign in place
        for place, signs in ((lowered, _SIGNS), (title, _TITLE_SIGNS))
        for sign in signs
    )


def find_wall(headers: Mapping[str, str], text: str) -> str | None:
    """What keeps us out, in words; None where the page is a page.

    *headers* in lower case.
    """
    for name, value, wall in _HEADERS:
        if value in headers.get(name, ""):
            return wall
    if not text or len(text) > LONGEST:
        return None
    marked = next((wall for wall, mark in _MARKS.items() if mark.search(text)), None)
    if marked and _says_little(text):
        return marked
    title = _TITLE.search(text)
    if title and _WALL_TITLE.search(title[1].strip()) and _says_little(text):
        return "a test for humans"
    holds_more = _FIELD.search(text) or _DATA.search(text)
    if _CAPTCHA.search(text) and not holds_more and _says_little(text):
        return "a captcha"
    return None


def _says_little(text: str) -> bool:
    """One pass over the tags: a page that is built to be hard to read is not worth a parser."""
    seen, position, within = 0, 0, ""
    for tag in _TAG.finditer(text):
        if not within:
            seen += len("".join(text[position : tag.start()].split()))
        if seen > _FEW_LETTERS:
            return False
        position, name = tag.end(), tag[2].lower()
        if not within and not tag[1] and name in _UNSEEN:
            within = name
        elif within == name and tag[1]:
            within = ""
    return seen + len("".join(text[position:].split())) <= _FEW_LETTERS
