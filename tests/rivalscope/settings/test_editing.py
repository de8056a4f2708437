"""Sources written into configurations of every notation; nothing else in the file changes."""

from difflib import ndiff
from textwrap import dedent

import pytest

from rivalscope.errors import ConfigurationError, UsageError
from rivalscope.models import ApiKey, Source
from rivalscope.settings import load_settings, shipped_folder
from rivalscope.settings.documents import parse_document
from rivalscope.settings.editing import save_source, source_yaml, with_source


def source(**more):
    given = {"brand": "ours", "id": "shop", "platform": "own_site", "kind": "reviews"}
    return Source(**(given | {"url": "https://ours.example/reviews?page=1"} | more))


ITEM = """\
- id: shop
  platform: own_site
  url: https://ours.example/reviews?page=1"""

NOTATIONS = {
    "items": """\
        # who we are
        us:
          slug: ours   # short
          name: 'Ours'
          sources:
            - id: "faq"   # the first

              platform: own_site
              kind: faq
              url: >-
                https://ours.example/faq

            # a note on what follows
        competitors: []
        """,
    "deep items": """\
        us:
            name: Ours
            sources:
            -   id: faq
                platform: own_site
                url: https://ours.example/faq
            slug: ours
        """,
    "empty list": """\
        us:
          slug: ours
          sources: []   # to crawl, list them like this:
          #  - id: shop
          name: Ours

        database: a.sqlite
        """,
    "no list": """\
        competitors:
          - slug: rival
            name: Rival
          - slug: ours
            name: Ours
            aliases: [Our,
              Brand]
        us: {slug: us, name: Us}
        """,
    "brackets": "us: {slug: ours, name: Ours}\n",
    "brackets with sources": "us: {slug: ours, name: Ours, sources: [{id: a, platform: p},]}\n",
    "empty brackets": "us: {slug: ours, name: Ours, sources: []}",
    "bracketed items": """\
        us:
          slug: ours
          name: Ours
          sources: [
            {id: a, platform: p, url: "https://a.example/"},  # one
          ]
        """,
    "no line break at the end": "us:\n  slug: ours\n  name: Ours",
}


def brand(text):
    root = parse_document(text, name="t").root
    brands = [root["us"], *root.get("competitors", [])]
    return next(one for one in brands if one["slug"] == "ours")


@pytest.mark.parametrize("notation", NOTATIONS)
def test_a_source_is_added_and_everything_else_stays(notation):
    before = dedent(NOTATIONS[notation])
    after = with_source(before, source(), name="t")
    old, new = brand(before).get("sources", []), brand(after)["sources"]
    assert new[: len(old)] == old
    assert dict(new[-1]) == {
        "id": "shop",
        "platform": "own_site",
        "url": "https://ours.example/reviews?page=1",
    }
    without = parse_document(after, name="t").root
    taken = next(
        one for one in [without["us"], *without.get("competitors", [])] if one["slug"] == "ours"
    )
    taken["sources"].pop()
    if not taken["sources"] and "sources" not in brand(before):
        del taken["sources"]
    assert without == parse_document(before, name="t").root
    lost = [line for line in ndiff(before.splitlines(), after.splitlines()) if line[0] == "-"]
    assert len(lost) <= 1  # the line whose brackets grew
    for comment in ("# who we are", "# short", "# the first", "# a note", "#  - id: shop", "# one"):
        assert before.count(comment) == after.count(comment)


def test_items_are_indented_as_their_neighbors():
    after = with_source(dedent(NOTATIONS["deep items"]), source(), name="t")
    assert "\n    -   id: shop\n        platform: own_site\n" in after
    after = with_source(dedent(NOTATIONS["empty list"]), source(), name="t")
    assert "  sources:   # to crawl, list them like this:\n    - id: shop\n" in after


@pytest.mark.parametrize("path", ["rivalscope.yaml", "demo/rivalscope.yaml"])
def test_the_configurations_that_ship_grow_by_the_lines_of_the_source(path):
    before = (shipped_folder() / path).read_text(encoding="utf-8")
    slug = parse_document(before, name="t").root["competitors"][0]["slug"]
    after = with_source(before, source(brand=slug), name="t")
    added = [line for line in ndiff(before.splitlines(), after.splitlines()) if line[0] != " "]
    assert [line[2:].strip() for line in added] == [line.strip() for line in ITEM.splitlines()]


def test_what_is_so_by_default_is_not_written():
    assert source_yaml(source()) == ITEM
    written = source_yaml(
        source(
            kind="feed",
            language="no",
            date_order="DMY",
            quotes_only=True,
            api_key=ApiKey(variable="OUR_KEY", parameter="key"),
            url='https://ours.example/a"b: #c',
        )
    )
    item = parse_document(f"x:\n{written}", name="t").root["x"][0]
    assert item["language"] == "no"
    assert item["url"] == 'https://ours.example/a"b: #c'
    assert dict(item["api_key"]) == {"variable": "OUR_KEY", "parameter": "key"}
    assert (item["kind"], item["quotes_only"]) == ("feed", True)


def test_a_brand_that_is_not_there_is_a_mistake():
    with pytest.raises(UsageError, match="t: no brand 'theirs'"):
        with_source("us: {slug: ours, name: Ours}", source(brand="theirs"), name="t")


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_a_file_keeps_its_line_breaks_its_mark_and_its_mode(tmp_path, newline, mark):
    path = tmp_path / "rivalscope.yaml"
    lines = ["us:", "  slug: ours", "  name: Čáp", ""]
    path.write_bytes(mark + newline.join(lines).encode())
    path.chmod(0o640)
    save_source(path, source())
    raw = path.read_bytes()
    assert raw.startswith(mark + newline.join(lines[:3]).encode())
    assert raw.count(b"\n") == raw.count(newline.encode()) == 7
    assert path.stat().st_mode & 0o777 == 0o640
    assert load_settings(path, environment={}).us.sources[0] == source()
    assert [*tmp_path.iterdir()] == [path]


def test_a_link_stays_a_link(tmp_path):
    real = tmp_path / "real.yaml"
    real.write_text("us: {slug: ours, name: Ours}\n")
    link = tmp_path / "rivalscope.yaml"
    link.symlink_to(real)
    save_source(link, source())
    assert link.is_symlink()
    assert "shop" in real.read_text()


def test_what_would_make_the_file_invalid_is_not_written(tmp_path):
    path = tmp_path / "rivalscope.yaml"
    text = "us: {slug: ours, name: Ours, sources: [{id: shop, platform: p}]}\n"
    path.write_text(text)
    with pytest.raises(ConfigurationError, match="two sources 'shop'"):
        save_source(path, source())
    assert path.read_text() == text
    assert [*tmp_path.iterdir()] == [path]
