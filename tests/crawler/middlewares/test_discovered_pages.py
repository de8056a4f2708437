"""Pages that only a link named FAQ or help leads to: what they may be, and what may be missing."""

import gzip

import pytest

FAQ = (
    "<html><body><h1>FAQ</h1>"
    "<details><summary>How do I return it?</summary><p>By post, within 30 days.</p></details>"
    "<details><summary>Where is my parcel?</summary><p>See the tracking page.</p></details>"
    "{}</body></html>"
)


def home(*links):
    listed = "".join(f'<a href="{address}">{name}</a>' for address, name in links)
    return f"<html><body>{listed}</body></html>"


@pytest.fixture(scope="module")
def night(town, crawl):
    hosted = "http://brand.zendesk.com/hc/en-us"
    town.page("http://hosted.example/", home((hosted, "Help center")))
    town.page(hosted, FAQ.format("1"))
    town.page("http://strange.example/", home(("http://stranger.zendesk.com/hc/en-us", "Help")))
    town.page("http://stranger.zendesk.com/hc/en-us", status=302, Location="http://else.example/")
    town.page("http://else.example/", FAQ.format(""))
    town.page("http://twice.example/", home(("/faq", "FAQ"), ("/faq/", "FAQ")))
    town.page("http://twice.example/faq", FAQ.format("1"))
    town.page("http://twice.example/faq/", FAQ.format("2"))
    town.page("http://dead.example/", home(("/faq", "FAQ"), ("/help", "Help")))
    town.page("http://dead.example/faq", FAQ.format(""))
    town.page("http://nothing.example/", home(("/help", "Help")))
    town.page("http://packed.example/", "<html><body><p>Welcome</p></body></html>")
    town.robots("packed.example", "Sitemap: http://packed.example/sitemap.xml.gz")
    sitemap = (
        "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>"
        "<url><loc>http://packed.example/info/faq</loc></url></urlset>"
    )
    packed = gzip.compress(sitemap.encode())
    town.page("http://packed.example/sitemap.xml.gz", packed, kind="application/x-gzip")
    town.page("http://packed.example/info/faq", FAQ.format(""))
    names = ("hosted", "strange", "twice", "dead", "nothing", "packed")
    sources = {name: f'url: "http://{name}.example/", kind: faq' for name in names}
    return crawl(sources, proxy=town.address)


def test_the_brand_s_own_help_center_is_read_on_somebody_else_s_host(night):
    assert (night["hosted"].state, night["hosted"].read) == ("ok", 2)


def test_a_help_center_is_no_way_to_other_sites(night, town):
    assert night["strange"].state != "ok"
    assert "redirects to another site: else.example" in night["strange"].reason
    assert town.urls("else.example") == []


def test_two_links_to_one_faq_are_no_paging_in_circles(night):
    assert (night["twice"].state, night["twice"].reason) == ("ok", None)


def test_a_dead_link_beside_the_faq_is_no_problem(night, town):
    assert "http://dead.example/help" in town.urls()
    assert (night["dead"].state, night["dead"].read, night["dead"].reason) == ("ok", 2, None)


def test_a_dead_link_is_told_where_nothing_else_was_found(night):
    assert night["nothing"].state != "ok"
    assert "HTTP 404 from http://nothing.example/help" in night["nothing"].reason


def test_a_packed_sitemap_is_read(night):
    assert (night["packed"].state, night["packed"].read) == ("ok", 2)
