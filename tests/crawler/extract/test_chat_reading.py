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
        (
            '<div class="fb-customerchat"></div><script src="//connect.facebook.net/x"></script>',
            "Messenger",
        ),
        (
            "<script>js.src='https://connect.facebook.net/cs_CZ/sdk/xfbml.customerchat.js'</script>",
            "Messenger",
        ),
        ("<script>supportBoxChatId = 7; </script>", "Supportbox"),
        (
            "<script>s.src='https://cdn.bitrix24.cz/b1/crm/site_button/loader_2_a.js'</script>",
            "Bitrix24",
        ),
        ("<script>w.RocketChat._ = []; w.RocketChat.url = u</script>", "Rocket.Chat"),
        ("<script>s.src = '//lcab.talk-me.ru/support/support.js?h='+id;</script>", "Talk-Me"),
        ("<script>e.src='//cdn.carrotquest.app/api.min.js'</script>", "Carrot quest"),
        ('<script src="https://shop.daktela.com/external/web/x.js"></script>', "Daktela"),
        ('<script src="//widget.manychat.com/1.js"></script>', "ManyChat"),
        ("<script>j.src = 'https://a.verloop.io/livechat/script.min.js';</script>", "Verloop"),
        ("<script>zE('messenger', 'open')</script>", "Zendesk"),
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
        '<a href="https://m.me/shop.example">Write to us: a channel, no widget</a>',
        '<script src="https://connect.facebook.net/en_US/sdk.js"></script>',
        '<script src="https://cdn.foxentry.cz/lib"></script>',
        '<iframe src="https://www.youtube.com/embed/1"></iframe>',
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
    assert all(vendor.addresses or vendor.code or vendor.frames for vendor in VENDORS)
    lower = [piece for one in VENDORS for piece in (*one.addresses, *one.frames, *one.places)]
    assert all(piece == piece.lower() for piece in lower)


@pytest.mark.parametrize("vendor", VENDORS, ids=lambda vendor: vendor.name)
def test_whatever_gives_a_vendor_away_is_found(vendor, page_of):
    for address in vendor.addresses:
        host = b"" if not address.startswith(b"/") else b"connect.facebook.net"
        host += b"x" if address.startswith(b".") else b""
        loader = b'<script src="https://%b%b1.js"></script>' % (host, address)
        assert vendors(page_of(loader)) == [vendor.name]
    for statement in vendor.code:
        assert vendors(page_of(b"<script>go(); %b 1</script>" % statement)) == [vendor.name]
    for frame in vendor.frames:
        assert vendors(page_of(b"<iframe %b></iframe>" % frame)) == [vendor.name]
