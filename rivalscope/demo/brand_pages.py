"""A brand's own pages: its home with or without a chat widget, and its FAQ in three layouts."""

from collections.abc import Callable, Mapping
from html import escape

from rivalscope.demo.markup import document, json_ld
from rivalscope.demo.plan import Chat, DemoBrand, DemoFaq, FaqLayout

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


def home_page(brand: DemoBrand) -> str:
    """Front door; its widget, if any, is the loader alone, for nothing here runs it."""
    return document(
        title=brand.name,
        language="en",
        body=(
            f"{_menu(brand)}<main>\n<h1>{escape(brand.name)}</h1>\n"
            f"<p>{escape(brand.lead)}</p>\n</main>\n{_CHATS[brand.chat]}"
        ),
    )


def faq_page(brand: DemoBrand) -> str:
    """Questions and answers in the brand's layout."""
    head, listing = _FAQ_LAYOUTS[brand.faq.layout](brand.faq)
    return document(
        title=f"Questions and answers - {brand.name}",
        language="en",
        head=head,
        body=f"{_menu(brand)}<main>\n<h1>Questions and answers</h1>\n{listing}</main>\n",
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


def _faq_with_json_ld(faq: DemoFaq) -> tuple[str, str]:
    linked = {
        "@context": "https://schema.org",
        "@type": "FAQPage",
        "mainEntity": [
            {
                "@type": "Question",
                "name": entry.question,
                "acceptedAnswer": {"@type": "Answer", "text": entry.answer},
            }
            for entry in faq.entries
        ],
    }
    listing = "".join(
        f"<section>\n<h3>{escape(entry.question)}</h3>\n<p>{escape(entry.answer)}</p>\n</section>\n"
        for entry in faq.entries
    )
    return json_ld(linked), listing


def _faq_of_details(faq: DemoFaq) -> tuple[str, str]:
    listing = "".join(
        f"<details>\n<summary>{escape(entry.question)}</summary>\n"
        f"<p>{escape(entry.answer)}</p>\n</details>\n"
        for entry in faq.entries
    )
    return "", listing


def _faq_of_definitions(faq: DemoFaq) -> tuple[str, str]:
    pairs = "".join(
        f"<dt>{escape(entry.question)}</dt>\n<dd>{escape(entry.answer)}</dd>\n"
        for entry in faq.entries
    )
    return "", f"<dl>\n{pairs}</dl>\n"


_FAQ_LAYOUTS: Mapping[FaqLayout, Callable[[DemoFaq], tuple[str, str]]] = {
    "json_ld": _faq_with_json_ld,
    "details": _faq_of_details,
    "dl": _faq_of_definitions,
}
