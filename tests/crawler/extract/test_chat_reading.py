from __future__ import annotations

import pytest

from crawler.extract import chat
from crawler.extract.chat_vendors import VENDORS


def vendors(page):
    return [signal.value for signal in chat.read(page)]


@pytest.mark.parametrize(
    ("markup", "vendor"),
    [
        ('<script src="//client.crisp.chat/l.js"></script>', "Crisp"),
        ('<script>s.src="https:\\/\\/client.crisp.chat\\/l.js"</script>', "Crisp"),
        ("<script>window.freshchat_setting= 'eyJ3'</script>", "Freshchat"),
        (
            '<script id="ze-snippet" src="https://static.zdassets.com/ekr/snippet.js?key=1">',
            "Zendesk",
        ),
        ("<script><!--\nvar Tawk_API=Tawk_API||{};\n//--></script>", "tawk.to"),
        ('<SCRIPT SRC="https://Code.Tidio.co/x.js"></SCRIPT>', "Tidio"),
        ('<iframe id="intercom-frame"></iframe>', "Intercom"),
        ('<input accept="image/*"><div class="fb-customerchat" page_id="1"></div>', "Messenger"),
        ('<a href="https://m.me/boots.example">Write to us</a>', "Messenger"),
        ("<script>_smartsupp.key = 'a';</script>", "Smartsupp"),
        ("<script>window.__lc.license = 1;</script>", "LiveChat"),
        ("<script>Beacon('init', 'x')</script>", "Help Scout"),
    ],
)
def test_a_widget_is_found_with_its_proof(markup, vendor, page_of):
    (signal,) = chat.read(page_of(f"<html>{markup}"))

    assert (signal.kind, signal.value) == ("chat", vendor)
    assert 0 < len(signal.proof) <= 200


@pytest.mark.parametrize(
    "markup",
    [
        '<!-- <script src="https://client.crisp.chat/l.js"></script> -->',
        "<script>// s.src='https://embed.tawk.to/1'\n</script>",
        "<script>/* window.intercomSettings = {} */ go()</script>",
        '<link rel="preconnect" href="https://js.driftt.com">',
        '<link rel="dns-prefetch" href="//widget.intercom.io">',
        '<a href="https://telegram.me/boots">Telegram</a>',
        '<a href="https://m.me/share?link=x">Share</a>',
        '<a href="https://www.intercom.com/drift">Read about Crisp and Olark</a>',
        '<script type="application/json">{"url": "https://client.crisp.chat/l.js"}</script>',
        '<script>HelpCenter={"composer":"//static.zdassets.com/ekr/snippet.js"}</script>',
        '<script src="//js.hs-scripts.com/1.js"></script>',
        "<style>.fb-customerchat {display: none}</style>",
        "<p>intercomSettings, Tawk_API and $crisp.push explained</p>",
    ],
)
def test_a_mere_mention_is_no_widget(markup, page_of):
    assert vendors(page_of(f"<html>{markup}")) == []


def test_an_address_before_the_widget_on_the_same_line_is_no_comment(page_of):
    page = page_of("<script>a='https://x.example';window.intercomSettings={}</script>")

    assert vendors(page) == ["Intercom"]


def test_a_live_statement_counts_after_a_commented_one(page_of):
    page = page_of("<script>// intercomSettings\nwindow.intercomSettings = {app_id: 'x'};</script>")

    (signal,) = chat.read(page)

    assert signal.proof == "window.intercomSettings = {app_id: 'x'};"


def test_the_vendors_are_in_order_and_each_can_be_found():
    names = [vendor.name for vendor in VENDORS]

    assert names == sorted(set(names), key=str.casefold)
    assert all(vendor.addresses or vendor.code or vendor.elements for vendor in VENDORS)
    assert all(piece == piece.lower() for vendor in VENDORS for piece in vendor.addresses)
