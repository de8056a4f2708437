"""A brand's own pages: its home with or without a chat widget, and its FAQ in three layouts."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from html import escape

from rivalscope.demo.markup import document, json_ld
from rivalscope.demo.plan import Chat, DemoBrand, DemoContact, FaqLayout
from rivalscope.models import FaqEntry

_TAWK = """<script>
var Tawk_API = Tawk_API || {};
(function () {
  var widget = document.createElement("script");
  widget.async = true;
  widget.src = "https://embed.tawk.to/000000000000000000000000/default";
  document.head.appendChild(widget);
})();
</script>
"""
_CHATS: Mapping[Chat, str] = {
    "none": "",
    "tawk": _TAWK,
    "commented": f"<!-- switched off since spring\n{_TAWK}-->\n",
    "crisp": """<script>
window.$crisp = [];
window.CRISP_WEBSITE_ID = "00000000-0000-0000-0000-000000000000";
(function () {
  var widget = document.createElement("script");
  widget.async = true;
  widget.src = "https://client.crisp.chat/l.js";
  document.head.appendChild(widget);
})();
</script>
""",
    "smartsupp": """<script>
var _smartsupp = _smartsupp || {};
_smartsupp.key = "0000000000000000000000000000000000000000";
(function () {
  var widget = document.createElement("script");
  widget.async = true;
  widget.src = "https://www.smartsuppchat.com/loader.js?";
  document.head.appendChild(widget);
})();
</script>
""",
}


def home_page(brand: DemoBrand, day: date) -> str:
    """Front door on a day; its widget, if any, is the loader alone, for nothing here runs it."""
    promises = "".join(
        f"<p>{escape(one.text)}</p>\n" for one in brand.promises if one.since <= day <= one.until
    )
    return document(
        title=brand.name,
        language="en",
        body=(
            f"{_menu(brand)}<main>\n<h1>{escape(brand.name)}</h1>\n"
            f"<p>{escape(brand.lead)}</p>\n{promises}</main>\n"
            f"{_contact(brand.contact)}{_CHATS[brand.chat]}"
        ),
    )


def faq_page(brand: DemoBrand, day: date) -> str:
    """Questions and answers of a day in the brand's layout."""
    head, listing = _FAQ_LAYOUTS[brand.faq.layout](brand.faq.at(day))
    return document(
        title=f"Questions and answers - {brand.name}",
        language="en",
        head=head,
        body=f"{_menu(brand)}<main>\n<h1>Questions and answers</h1>\n{listing}</main>\n",
    )


def _contact(contact: DemoContact) -> str:
    phone, email = contact.phone, contact.email
    lines = (
        f'Phone: <a href="tel:{phone.replace(" ", "")}">{escape(phone)}</a>' if phone else "",
        f'E-mail: <a href="mailto:{email}">{email}</a>' if email else "",
        f"Opening hours: {escape(contact.hours)}" if contact.hours else "",
        f'<a href="{contact.messenger}">WhatsApp</a>' if contact.messenger else "",
        _FORM if contact.form else "",
    )
    shown = "".join(f"<div>{line}</div>\n" for line in lines if line)
    return f"<footer>\n<h2>Contact</h2>\n{shown}</footer>\n" if shown else ""


_FORM = (
    '<form action="/contact" method="post"><label>Your e-mail <input type="email" name="email">'
    '</label><label>Message <textarea name="message"></textarea></label>'
    "<button>Send</button></form>"
)


def bot_page(us: DemoBrand) -> str:
    """Page that the crawler's contact address leads to."""
    return document(
        title="Our crawler",
        language="en",
        body=(
            f"<h1>Our crawler</h1>\n<p>{escape(us.name)} reads public reviews with Rivalscope. "
            "This market is a demo: brands and customers are invented.</p>\n"
        ),
    )


def _menu(brand: DemoBrand) -> str:
    return (
        f'<nav><a href="http://{brand.host}/">{escape(brand.name)}</a> '
        f'<a href="{escape(brand.faq.url)}">FAQ</a></nav>\n'
    )


def _faq_with_json_ld(entries: Sequence[FaqEntry]) -> tuple[str, str]:
    linked = {
        "@context": "https://schema.org",
        "@type": "FAQPage",
        "mainEntity": [
            {
                "@type": "Question",
                "name": entry.question,
                "acceptedAnswer": {"@type": "Answer", "text": entry.answer},
            }
            for entry in entries
        ],
    }
    listing = "".join(
        f"<section>\n<h3>{escape(entry.question)}</h3>\n<p>{escape(entry.answer)}</p>\n</section>\n"
        for entry in entries
    )
    return json_ld(linked), listing


def _faq_of_details(entries: Sequence[FaqEntry]) -> tuple[str, str]:
    listing = "".join(
        f"<details>\n<summary>{escape(entry.question)}</summary>\n"
        f"<p>{escape(entry.answer)}</p>\n</details>\n"
        for entry in entries
    )
    return "", listing


def _faq_of_definitions(entries: Sequence[FaqEntry]) -> tuple[str, str]:
    pairs = "".join(
        f"<dt>{escape(entry.question)}</dt>\n<dd>{escape(entry.answer)}</dd>\n" for entry in entries
    )
    return "", f"<dl>\n{pairs}</dl>\n"


_FAQ_LAYOUTS: Mapping[FaqLayout, Callable[[Sequence[FaqEntry]], tuple[str, str]]] = {
    "json_ld": _faq_with_json_ld,
    "details": _faq_of_details,
    "dl": _faq_of_definitions,
}
