"""An FAQ source that only names the brand's home page."""

from rivalscope.storage import Store

SHOP = "http://shop.example"
HOME = f'id: faq, kind: faq, platform: own_site, url: "{SHOP}/"'
FAQ = (
    "<html><body><h1>Časté dotazy</h1>"
    "<details><summary>Jak zboží vrátím?</summary><p>Poštou, do 30 dnů.</p></details>"
    "<details><summary>Kde je můj balík?</summary><p>Podívejte se na sledování.</p></details>"
    "</body></html>"
)


def questions(settings):
    with Store(settings.database) as store:
        return {entry.question for entry in store.sites.faq().get("ours", ())}


def test_the_faq_is_found_through_the_links_of_the_home_page_and_found_again(site, crawled):
    site.page(f"{SHOP}/", '<html><body><a href="/caste-dotazy">Časté dotazy</a></body></html>')
    site.page(f"{SHOP}/caste-dotazy", FAQ)
    for night in (1, 2):
        ended, settings = crawled(HOME)
        assert (ended["faq"].state, ended["faq"].read, ended["faq"].pages) == ("ok", 2, 2), night
    assert questions(settings) == {"Jak zboží vrátím?", "Kde je můj balík?"}


def test_where_no_link_leads_to_it_the_sitemap_does(site, crawled):
    site.page(f"{SHOP}/", "<html><body><p>Welcome</p></body></html>")
    site.page(
        f"{SHOP}/sitemap.xml",
        "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>"
        f"<url><loc>{SHOP}/about</loc></url><url><loc>{SHOP}/info/faq</loc></url></urlset>",
        content_type="application/xml",
    )
    site.page(f"{SHOP}/info/faq", FAQ)
    ended, settings = crawled(HOME)
    assert (ended["faq"].state, len(questions(settings))) == ("ok", 2)
    assert f"{SHOP}/about" not in site.asked


def test_a_site_without_any_faq_is_told_and_no_empty_success(site, crawled):
    site.page(f"{SHOP}/", "<html><body><p>Welcome</p></body></html>")
    ended, _ = crawled(HOME)
    assert ended["faq"].state == "layout_changed"
    assert "no question with an answer" in ended["faq"].reason
