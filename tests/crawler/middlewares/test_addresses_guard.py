"""Faults 20 and 21: 40 ways to lead a crawler inside, and names that change their mind.

A canary listens on loopback, and each way leads to it: as a source's own address, as a redirect, as
the next page, as an address that a page only mentions. It must never hear anything; nor must the
proxy, which would connect anywhere for us.
"""

import json
import socket
import threading

import pytest

from rivalscope.addresses import fetch_allowed
from rivalscope.errors import ConfigurationError
from rivalscope.settings import load_settings

WAYS = {
    "loopback": "http://127.0.0.1:{port}/",
    "loopback-elsewhere": "http://127.8.9.10:{port}/",
    "loopback-https": "https://127.0.0.1:{port}/",
    "localhost": "http://localhost:{port}/",
    "localhost-capitals": "http://LocalHost:{port}/",
    "localhost-with-dot": "http://localhost.:{port}/",
    "under-localhost": "http://canary.localhost:{port}/",
    "localdomain": "http://localhost.localdomain:{port}/",
    "decimal": "http://2130706433:{port}/",
    "hexadecimal": "http://0x7f000001:{port}/",
    "hexadecimal-parts": "http://0x7f.0.0.0x1:{port}/",
    "octal": "http://0177.0.0.1:{port}/",
    "octal-whole": "http://017700000001:{port}/",
    "short": "http://127.1:{port}/",
    "shorter-mixed": "http://0x7f.1:{port}/",
    "three-parts": "http://127.0.1:{port}/",
    "zero": "http://0:{port}/",
    "unspecified": "http://0.0.0.0:{port}/",
    "full-width-digits": "http://１２７.０.０.１:{port}/",
    "ideographic-dots": "http://127。0。0。1:{port}/",
    "circled-letters": "http://ⓛⓞⓒⓐⓛⓗⓞⓢⓣ:{port}/",
    "soft-hyphen": "http://local\u00adhost:{port}/",
    "percent-host": "http://%6c%6fcalhost:{port}/",
    "trailing-dot": "http://127.0.0.1.:{port}/",
    "ipv6-loopback": "http://[::1]:{port}/",
    "ipv6-unspecified": "http://[::]:{port}/",
    "ipv6-mapped": "http://[::ffff:127.0.0.1]:{port}/",
    "ipv6-mapped-hex": "http://[::ffff:7f00:1]:{port}/",
    "ipv6-compatible": "http://[::7f00:1]:{port}/",
    "ipv6-nat64": "http://[64:ff9b::7f00:1]:{port}/",
    "ipv6-6to4": "http://[2002:7f00:1::]:{port}/",
    "ipv6-teredo": "http://[2001:0:7f00:1::80ff:fffe]:{port}/",
    "ipv6-zone": "http://[fe80::1%25lo]:{port}/",
    "metadata": "http://169.254.169.254/latest/meta-data/",
    "metadata-name": "http://metadata.google.internal/computeMetadata/v1/",
    "carrier-grade-nat": "http://100.100.100.200/latest/meta-data/",
    "private-network": "http://10.0.0.1:{port}/",
    "backslash-at": "http://127.0.0.1:{port}\\@shop.example/",
    "at-sign": "http://shop.example@127.0.0.1:{port}/",
    "credentials": "http://user:word@127.0.0.1:{port}/",
    "protocol-relative": "//127.0.0.1:{port}/",
    "three-slashes": "http:///127.0.0.1:{port}/",
    "file": "file:///etc/hostname",
    "gopher": "gopher://127.0.0.1:{port}/_x",
    "line-break": "http://127.0.0.1:{port}/\r\nHost: shop.example",
    "tab-in-scheme": "ht\ttp://127.0.0.1:{port}/",
    "service-port": "http://shop.example:22/",
}


class Canary:
    def __init__(self):
        self.heard = 0
        self.server = socket.create_server(("127.0.0.1", 0))
        self.port = self.server.getsockname()[1]
        threading.Thread(target=self.listen, daemon=True).start()

    def listen(self):
        while True:
            try:
                connection, _ = self.server.accept()
            except OSError:
                return
            self.heard += 1
            connection.close()


@pytest.fixture(scope="module")
def canary():
    canary = Canary()
    yield canary
    canary.server.close()


def mentioning(address):
    """A page that names *address* wherever a page may name one, and leads on to it."""
    quoted = address.replace("&", "&amp;").replace('"', "&quot;")
    thing = {
        "@context": "https://schema.org",
        "@type": "Product",
        "url": address,
        "sameAs": address,
        "image": address,
        "review": {
            "@type": "Review",
            "@id": "r1",
            "url": address,
            "reviewBody": "The parcel came late again.",
            "reviewRating": {"ratingValue": 1},
        },
    }
    return (
        f'<html><head><link rel="canonical" href="{quoted}"><link rel="sitemap" href="{quoted}">'
        f'<link rel="next" href="{quoted}"><meta property="og:url" content="{quoted}">'
        f"<script type='application/ld+json'>{json.dumps(thing)}</script></head><body>"
        f'<p>Late.</p><a class="more" href="{quoted}">more</a><img src="{quoted}">'
        f'<iframe src="{quoted}"></iframe></body></html>'
    )


@pytest.fixture(scope="module")
def night(town, crawl, reviews, canary):
    sources = {}
    for name, way in WAYS.items():
        address = way.format(port=canary.port)
        location = address.replace("\r\n", "%0d%0a").encode("utf-8").decode("latin-1")
        town.page(f"http://{name}.example/moved", status=302, Location=location)
        sources[f"moved-{name}"] = f"http://{name}.example/moved"
        town.page(f"http://{name}.example/page", mentioning(address))
        sources[f"leads-{name}"] = f"http://{name}.example/page"
    town.robots("robots.example", f"Sitemap: http://127.0.0.1:{canary.port}/sitemap.xml\n")
    town.page("http://robots.example/r", reviews(1))
    sources["robots"] = "http://robots.example/r"
    return crawl(sources, proxy=town.address, scrapy={"RETRY_TIMES": 0})


@pytest.mark.parametrize("way", WAYS)
def test_as_a_source_it_is_a_mistake_in_the_configuration(way, canary, tmp_path):
    address = WAYS[way].format(port=canary.port)
    path = tmp_path / "rivalscope.yaml"
    source = json.dumps({"id": "r", "platform": "shop", "url": address})
    path.write_text(f"us: {{slug: a, name: A, sources: [{source}]}}\n")
    with pytest.raises(ConfigurationError) as caught:
        load_settings(path, environment={})
    assert f"{path}:1:" in str(caught.value)
    assert fetch_allowed(address)
    assert canary.heard == 0


@pytest.mark.parametrize("way", WAYS)
def test_as_a_redirect_it_is_refused(way, night, town, canary):
    ended = night[f"moved-{way}"]
    assert (ended.state, ended.pages) == ("error", 0)
    assert canary.heard == 0
    assert all(".example/" in url for url in town.urls())


@pytest.mark.parametrize("way", WAYS)
def test_as_a_next_page_or_any_address_that_a_page_names_it_is_left_alone(way, night, town, canary):
    assert f"leads-{way}" in night.ended
    assert f"http://{way}.example/page" in town.urls()
    assert canary.heard == 0
    assert all(".example/" in url for url in town.urls())


def test_the_sitemap_that_a_robots_txt_names_is_left_alone(night, town, canary):
    assert town.urls("//robots.") == ["http://robots.example/robots.txt", "http://robots.example/r"]
    assert canary.heard == 0


#: A name server that lies, and a record of what was connected to; only loopback is let through.
LYING_NAMES = """
import errno, json, socket, sys
answers = {answers}
asked = {{}}
def lookup(name):
    turn = asked[name] = asked.get(name, -1) + 1
    return answers[name][min(turn, len(answers[name]) - 1)]
socket.gethostbyname = lookup
connect = socket.socket.connect_ex
def connect_ex(self, address):
    print("connects", address[0], file=sys.stderr)
    return connect(self, address) if address[0] == "127.0.0.1" else errno.ECONNREFUSED
socket.socket.connect_ex = connect_ex
"""


@pytest.fixture(scope="module")
def lied_to(crawl, canary):
    answers = {
        "inside.example": ["127.0.0.1"],
        "metadata.example": ["169.254.169.254"],
        "rebinding.example": ["93.184.216.34", "127.0.0.1"],
        "rebinding-back.example": ["127.0.0.1", "93.184.216.34"],
    }
    sources = {name.partition(".")[0]: f"http://{name}:{canary.port}/r" for name in answers}
    return crawl(
        sources,
        scrapy={"DNSCACHE_ENABLED": False},
        first=LYING_NAMES.format(answers=json.dumps(answers)),
    )


@pytest.mark.parametrize("source", ["inside", "metadata"])
def test_a_name_that_resolves_inside_is_refused_with_the_address(lied_to, source):
    assert lied_to[source].state == "error"
    assert "is not on the public internet" in lied_to[source].reason


@pytest.mark.parametrize("source", ["rebinding", "rebinding-back"])
def test_a_name_that_changes_its_mind_never_leads_inside(lied_to, canary, source):
    assert lied_to[source].pages == 0
    assert canary.heard == 0
    assert "connects 127.0.0.1" not in lied_to.log


def test_the_address_that_was_checked_is_the_one_that_is_connected_to(lied_to):
    assert "connects 93.184.216.34" in lied_to.log
