"""Mastodon, YouTube, Reddit and feeds: texts about somebody, without any rating."""

from __future__ import annotations

import json

import pytest

from crawler.extract import read_page, require
from rivalscope.errors import PageChanged


@pytest.fixture
def reading_of(snapshot_of):
    def read(document, *, reader="auto", url="https://site.example/feed"):
        body = document if isinstance(document, str) else json.dumps(document)
        return read_page(snapshot_of(body, url=url), reader=reader)

    return read


@pytest.mark.parametrize("reader", ["mastodon", "youtube", "reddit", "web_feed"])
@pytest.mark.parametrize(
    "body",
    [
        *("<p>Back soon.</p>", "{}", "[]", "[3]", '{"kind": "Listing2"}', '[{"content": "x"}]', ""),
        *(
            "<?xml version='1.0'?><urlset/>",
            "<rss/>",
            '{"kind": "Listing", "data": {"children": [{}]}}',
        ),
    ],
)
def test_a_named_reader_says_so_where_its_structure_is_gone(reader, body, reading_of):
    with pytest.raises(PageChanged):
        reading_of(body, reader=reader)


def status(number, **more):
    return {
        "id": str(number),
        "created_at": "2026-08-01T13:52:34.108Z",
        "language": "en",
        "uri": f"https://m.example/s/{number}",
        "url": f"https://m.example/@bo/{number}",
        "content": "<p>Slow <b>again</b></p><p>really</p>",
        "account": {"acct": "bo", "display_name": "Bo"},
        **more,
    }


TIMELINE = "https://m.example/api/v1/timelines/tag/shop?limit=2"


def test_statuses_are_mentions_and_the_timeline_goes_on_behind_the_last(reading_of):
    boost = status(7, content="", reblog=status(3, content="<p>Ok</p>", spoiler_text="cw"))

    reading = reading_of([status(9), boost], url=TIMELINE)

    first, second = reading.reviews
    assert (first.native_id, first.rating, first.author) == ("9", None, "Bo")
    assert (first.body, first.url) == ("Slow again\n\nreally", "https://m.example/web/statuses/9")
    assert (second.native_id, second.title, second.body) == ("3", "cw", "Ok")
    assert reading.next_url == f"{TIMELINE}&max_id=7"
    assert reading.reader == "mastodon"


def test_a_long_link_reads_as_its_reader_sees_it(reading_of):
    content = (
        '<p>See <a href="https://shop.example/a/b"><span class="invisible">https://</span>'
        '<span class="ellipsis">shop.example/a</span><span class="invisible">/b</span></a>!</p>'
    )

    assert reading_of([status(1, content=content)]).reviews[0].body == "See shop.example/a!"


def test_a_timelines_end_and_a_search_without_hits_are_rightly_empty(reading_of):
    end = reading_of("[]", url=TIMELINE)
    search = reading_of({"accounts": [], "statuses": [], "hashtags": []})

    assert end.empty_because == search.empty_because == "no statuses are left"


def test_a_search_goes_on_behind_as_many_as_it_gave(reading_of):
    url = "https://m.example/api/v2/search?q=shop&offset=20"

    reading = reading_of({"statuses": [status(1), status(2)]}, url=url)

    assert reading.next_url == "https://m.example/api/v2/search?q=shop&offset=22"


def comment(identifier, channel, text, day=1):
    return {
        "id": identifier,
        "snippet": {
            "videoId": "v1",
            "textDisplay": text,
            "authorDisplayName": f"@{channel}",
            "authorChannelId": {"value": channel},
            "publishedAt": f"2026-03-0{day}T00:00:00Z",
        },
    }


def thread(top, *replies, channel="owner"):
    found = {"snippet": {"channelId": channel, "topLevelComment": top}}
    return {**found, "replies": {"comments": list(replies)}} if replies else found


def test_comments_are_mentions_and_the_channel_answers_them(reading_of):
    document = {
        "kind": "youtube#commentThreadListResponse",
        "nextPageToken": "n2",
        "items": [
            thread(
                comment("c1", "bo", "Where is it?<br>Hm"),
                comment("c3", "owner", "Still soon.", day=4),
                comment("c2", "owner", "Soon.", day=3),
                comment("c4", "cy", "I wait too", day=5),
            ),
            thread(comment("c5", "owner", "Pinned: buy this")),
        ],
    }
    url = "https://www.googleapis.com/youtube/v3/commentThreads?videoId=v1&pageToken=n1"

    reading = reading_of(document, url=url)

    first, second = reading.reviews
    assert (first.native_id, first.body, first.author) == ("c1", "Where is it?\nHm", "@bo")
    assert (first.reply.body, first.reply.published_at.day) == ("Soon.", 3)
    assert first.url == "https://www.youtube.com/watch?v=v1&lc=c1"
    assert (second.native_id, second.reply) == ("c4", None)
    assert reading.next_url.endswith("?videoId=v1&pageToken=n2")


def test_a_video_without_comments_is_rightly_empty(reading_of):
    reading = reading_of({"kind": "youtube#commentThreadListResponse", "items": []})

    assert require(reading, kind="feed", url="x") is reading


def test_a_search_gives_the_videos_it_found(reading_of):
    found = {"title": "Shop &amp; I", "description": "Slow.", "publishedAt": "2026-03-04T00:00:00Z"}
    items = [{"id": {"videoId": "v9"}, "snippet": found}, {"id": {"channelId": "c"}}]

    (mention,) = reading_of({"kind": "youtube#searchListResponse", "items": items}).reviews

    assert (mention.native_id, mention.text) == ("v9", "Shop & I\nSlow.")
    assert mention.url == "https://www.youtube.com/watch?v=v9"


def thing(kind, identifier, **data):
    told = {"name": f"{kind}_{identifier}", "id": identifier, "created_utc": 1700000000.0}
    return {"kind": kind, "data": {**told, "author": "bo", **data}}


def listing(*children, after=None):
    return {"kind": "Listing", "data": {"children": list(children), "after": after}}


def test_a_thread_is_read_to_its_deepest_answer(reading_of):
    deep = thing("t1", "c2", body="Me too", link_id="t3_p1", replies="")
    above = thing("t1", "c1", body="a &amp; b", replies=listing(deep), permalink="/r/x/p1/_/c1/")
    gone = thing("t1", "c3", body="[deleted]")
    robot = thing("t1", "c4", body="Rules", author="AutoModerator")
    post = thing("t3", "p1", title="Shop?", selftext="", permalink="/r/x/p1/")

    reading = reading_of([listing(post), listing(above, gone, robot, {"kind": "more", "data": {}})])

    assert [one.native_id for one in reading.reviews] == ["t3_p1", "t1_c1", "t1_c2"]
    assert [one.text for one in reading.reviews] == ["Shop?", "a & b", "Me too"]
    assert reading.reviews[1].url == "https://www.reddit.com/r/x/p1/_/c1/"
    assert reading.reviews[2].url == "https://www.reddit.com/comments/p1/_/c2/"
    assert reading.reviews[0].published_at.isoformat() == "2023-11-14T22:13:20+00:00"


def test_a_listing_goes_on_after_its_last_entry(reading_of):
    url = "https://www.reddit.com/r/x/search.json?q=shop"
    more = reading_of(listing(thing("t3", "p1", title="x"), after="t3_p1"), url=url)
    last = reading_of(listing(), url=url)

    assert more.next_url == f"{url}&after=t3_p1"
    assert (last.next_url, last.empty_because) == (None, "the listing has nothing written in it")


REDDIT_FEED = """<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom">
<link rel="alternate" href="https://www.reddit.com/r/x/"/><entry><author><name>/u/bo</name></author>
<id>t3_p1</id><title>Shop?</title><link href="https://www.reddit.com/r/x/comments/p1/"/>
<published>2026-01-02T03:04:05+00:00</published>
<content type="html">&lt;!-- SC_OFF --&gt;
&lt;div class="md"&gt;&lt;p&gt;Any good?&lt;/p&gt;&lt;/div&gt;&lt;!-- SC_ON --&gt;
submitted by /u/bo [link]
</content></entry></feed>"""


def test_reddits_feed_gives_only_what_somebody_wrote(reading_of):
    reading = reading_of(REDDIT_FEED)

    (mention,) = reading.reviews
    assert (mention.title, mention.body, mention.author) == ("Shop?", "Any good?", "/u/bo")
    assert (reading.reader, mention.native_id) == ("reddit", "t3_p1")


RSS = """<?xml version="1.0" encoding="windows-1250"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom"><channel>
<title>Novinky</title><link>https://site.example/</link><language>cs-CZ</language>
<atom:link rel="self" href="https://site.example/feed"/>
<atom:link rel="next" href="/feed?paged=2"/>
<item><title>Obchod &amp; čekání</title><link>https://site.example/a</link>
<guid isPermaLink="false">a-1</guid><pubDate>Tue, 03 Feb 2026 10:00:00 +0100</pubDate>
<dc:creator>Iva</dc:creator><description>Zkrácené…</description>
<content:encoded><![CDATA[<p>Celý <b>text</b></p><script>x()</script><p>konec</p>]]>
</content:encoded>
</item></channel></rss>"""


def test_an_rss_feed_gives_whole_texts_days_languages_and_its_next_page(snapshot_of):
    reading = read_page(snapshot_of(RSS.encode("cp1250"), url="https://site.example/feed"))

    (mention,) = reading.reviews
    assert (mention.title, mention.body) == ("Obchod & čekání", "Celý text\n\nkonec")
    assert (mention.native_id, mention.url) == ("a-1", "https://site.example/a")
    assert (mention.language, mention.author, mention.rating) == ("cs", "Iva", None)
    assert mention.published_at.isoformat() == "2026-02-03T10:00:00+01:00"
    assert reading.next_url == "https://site.example/feed?paged=2"
    assert reading.reader == "web_feed"


ALERTS = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Google Alert - Shop</title>
<entry><id>tag:google.com,2013:googlealerts/feed:1</id>
<title type="html">The &lt;b&gt;Shop&lt;/b&gt;</title>
<link href="https://www.google.com/url?rct=j&amp;url=https://news.example/a%3Fb%3D1&amp;ct=ga"/>
<published>2026-07-10T11:53:37Z</published><updated>2026-08-10T11:53:37Z</updated>
<content type="html">Late &lt;b&gt;again&lt;/b&gt;&amp;nbsp;...</content>
<author><name/></author></entry>
<entry xml:lang="hu"><id>2</id><title type="text">I &lt;3 b</title><link rel="related" href="/r"/>
<link rel="alternate" href="/x"/><summary type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">
<p>Egy</p><p>kettő</p></div></summary></entry></feed>"""


def test_a_feed_that_goes_on_at_another_site_says_so(reading_of):
    moved = RSS.replace('href="/feed?paged=2"', 'href="https://other.example/feed"')

    following = reading_of(moved.replace("windows-1250", "utf-8")).next_url

    assert following == "https://other.example/feed"


def test_an_alert_leads_to_the_page_it_found(reading_of):
    first, second = reading_of(ALERTS).reviews

    assert (first.title, first.body, first.author) == ("The Shop", "Late again ...", None)
    assert first.url == "https://news.example/a?b=1"
    assert first.published_on.isoformat() == "2026-07-10"
    assert (second.title, second.body, second.language) == ("I <3 b", "Egy\n\nkettő", "hu")
    assert (second.url, second.published_at) == ("https://site.example/x", None)


def test_an_rss_of_version_one_keeps_its_items_beside_the_channel(reading_of):
    document = (
        "<?xml version='1.0'?><rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'"
        " xmlns='http://purl.org/rss/1.0/' xmlns:dc='http://purl.org/dc/elements/1.1/'>"
        "<channel><link>https://x.example</link></channel><item><title>One</title>"
        "<dc:date>2026-01-02</dc:date></item></rdf:RDF>"
    )

    (mention,) = reading_of(document).reviews

    assert (mention.title, mention.published_on.isoformat()) == ("One", "2026-01-02")


def test_a_feed_without_entries_is_rightly_empty_unless_it_is_cut_off(reading_of):
    empty = "<?xml version='1.0'?><rss version='2.0'><channel><title>x</title>{}"

    assert reading_of(empty.format("</channel></rss>")).empty_because
    assert reading_of(empty.format("")).empty_because is None
