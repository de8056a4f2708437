"""Pages that only test whether their reader is human, and pages that merely look a little so."""

import pytest

from crawler.network.bot_walls import find_wall

CLOUDFLARE = """<!DOCTYPE html><html lang="en-US"><head><title>Just a moment...</title>
<meta http-equiv="refresh" content="360"></head><body><noscript>Enable JavaScript and cookies to
continue</noscript><script>(function(){window._cf_chl_opt = {cvId: '3', cZone: 'shop.example'};
var a = document.createElement('script'); a.src = '/cdn-cgi/challenge-platform/h/b/x';})();</script>
</body></html>"""
DATADOME = """<html lang="en"><head><title>shop.example</title></head><body>
<p id="cmsg">Please enable JS and disable any ad blocker</p><script>var dd={'rt':'c','cid':'A'}
</script><script src="https://ct.captcha-delivery.com/c.js"></script></body></html>"""
HUMAN = """<html><head><title>Access to this page has been denied</title></head><body>
<h1>Press &amp; Hold to confirm you are a human</h1><div id="px-captcha"></div>
<script>window._pxAppId = 'PXabc';</script></body></html>"""
IMPERVA = """<html><head><META NAME="robots" CONTENT="noindex,nofollow"></head><body>
<iframe src="/_Incapsula_Resource?CWUDNSAI=1" width=100%>Request unsuccessful. Incapsula incident
ID: 123-456</iframe></body></html>"""
AKAMAI = """<HTML><HEAD><TITLE>Access Denied</TITLE></HEAD><BODY><H1>Access Denied</H1>
You don't have permission to access "http&#58;&#47;&#47;shop&#46;example" on this server.<P>
Reference&#32;&#35;18&#46;2
<P>https&#58;&#47;&#47;errors&#46;edgesuite&#46;net&#47;18</BODY></HTML>"""
TURNSTILE = """<html><body><h1>One more step</h1><p>Please complete the security check.</p>
<form action="/verify" method="post"><div class="cf-turnstile" data-sitekey="0x4"></div>
<input type="hidden" name="id"><button type="submit">Continue</button></form></body></html>"""
RECAPTCHA = """<html><head><title>shop.example</title>
<script src="https://www.google.com/recaptcha/api.js"></script></head><body><p>Our systems have
detected unusual traffic.</p><form><div class="g-recaptcha" data-sitekey="6L"></div>
<textarea name="g-recaptcha-response" style="display: none"></textarea></form></body></html>"""
ROBOT_CHECK = "<html><head><title>Robot Check</title></head><body>Type the letters</body></html>"
HCAPTCHA = """<html><body><div class='box h-captcha' data-sitekey='1'></div>
<script src='https://js.hcaptcha.com/1/api.js'></script></body></html>"""


@pytest.mark.parametrize(
    "page",
    [
        CLOUDFLARE,
        DATADOME,
        HUMAN,
        IMPERVA,
        AKAMAI,
        TURNSTILE,
        RECAPTCHA,
        ROBOT_CHECK,
        HCAPTCHA,
    ],
    ids=[
        *("cloudflare", "datadome", "human", "imperva", "akamai"),
        *("turnstile", "recaptcha", "robot-check", "hcaptcha"),
    ],
)
def test_a_test_for_humans_is_known(page):
    assert find_wall({}, page)


@pytest.mark.parametrize(
    ("name", "value"),
    [("cf-mitigated", "challenge"), ("x-amzn-waf-action", "captcha"), ("x-datadome", "blocked")],
)
def test_so_is_one_that_its_header_gives_away(name, value):
    assert find_wall({name: value}, "<html></html>")


REVIEWS = "<article><p>The parcel came late and nobody answered my letters.</p></article>" * 30
FORM = """<form><input type="text" name="name"><input type="email" name="mail"><textarea
name="message"></textarea><div class="g-recaptcha" data-sitekey="6L"></div></form>
<script src="https://www.google.com/recaptcha/api.js"></script>"""
ORDINARY = {
    "contact-form": f"<html><title>Contact us</title><body>{FORM}</body></html>",
    "reviews-with-a-form": f"<html><body>{REVIEWS}{FORM}</body></html>",
    "invisible-recaptcha": f"<html><script src='https://www.google.com/recaptcha/api.js?render=6L'>"
    f"</script><body>{REVIEWS}</body></html>",
    "guarded-by-cloudflare": f"<html><title>Shop</title><body>{REVIEWS}<script>(function(){{var d="
    "document;d.src='/cdn-cgi/challenge-platform/scripts/jsd/main.js'})()</script></body></html>",
    "guarded-by-imperva": f"<html><body>{REVIEWS}<script src='/_Incapsula_Resource?SWJIYLWA=7'>"
    "</script></body></html>",
    "guarded-by-datadome": f"<html><body>{REVIEWS}<script src='https://js.datadome.co/tags.js'>"
    "</script></body></html>",
    "guarded-by-human": f"<html><script>window._pxAppId='P'</script><body>{REVIEWS}</body></html>",
    "a-title-like-it": "<html><title>Just a moment of your time: reviews of our security checks"
    f"</title><body>{REVIEWS}</body></html>",
    "reviews-about-captchas": "<html><body>"
    + "<p>The captcha asks: verify you are human. Access denied, robot check, again!</p>" * 20
    + "</body></html>",
    "short-page": "<html><title>FAQ</title><body><p>Where is my parcel?</p></body></html>",
    "filled-in-by-scripts": '<html><body><div id="root"></div><div class="g-recaptcha"></div>'
    '<script id="__NEXT_DATA__" type="application/json">{"reviews": []}</script></body></html>',
    "unclosed-head": f"<html><head><title>Shop</title><body><div class='h-captcha'></div>{REVIEWS}",
    "json": '{"reviews": [{"text": "Just a moment, I said"}]}',
}


@pytest.mark.parametrize("name", ORDINARY)
def test_an_ordinary_page_is_none(name):
    assert find_wall({"server": "cloudflare", "cf-ray": "1"}, ORDINARY[name]) is None


def test_a_hostile_page_costs_little():
    for page in ("<script" * 40_000, "<input " * 40_000, "<!--" * 70_000, "<title" * 40_000):
        assert find_wall({}, page + 'class="g-recaptcha"') in {None, "a captcha"}
