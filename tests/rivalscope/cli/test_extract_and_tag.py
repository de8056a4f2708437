"""extract and tag: no configuration, no database."""

import json

import pytest
from command_line import call

from rivalscope.cli.tag import text_of

PAGE = """\
<html><head><script type="application/ld+json">
{"@context": "https://schema.org", "@type": "Product", "name": "Kettle", "review": [
  {"@type": "Review", "@id": "https://shop.example/reviews/k7301882", "name": "Broke",
   "reviewBody": "It broke after a week.",
   "datePublished": "2026-09-01", "reviewRating": {"ratingValue": "2", "bestRating": "5"}}]}
</script></head><body><details><summary>How do I return it?</summary><p>By post.</p></details>
</body></html>
"""
STANDING = {
    "hold": "I waited 40 minutes on hold.",
    "again": "Can't wait to order again!",
    "none": "No problems or complaints, no waiting at all.",
    "app": "The app isn’t good",
    "love": "Love waiting on hold 2 hours",
    "refund": "My refund took three weeks to arrive.",
    "finnish": "Paketti saapui ajoissa ja asiakaspalvelu oli todella ystävällistä.",
}


def test_extract_prints_one_json_object_a_file(run, tmp_path):
    (tmp_path / "a.html").write_text(PAGE)
    done = run("extract", "a.html", "a.html", "--json")
    assert done.returncode == 0, done.stderr
    first, second = map(json.loads, done.stdout.splitlines())
    assert first == second
    assert first == {
        "file": "a.html",
        "reviews": [
            {
                "id": "k7301882",
                "title": "Broke",
                "body": "It broke after a week.",
                "rating": 2.0,
                "rating_max": 5.0,
                "published_at": "2026-09-01",
                "date_precision": "day",
                "language": None,
                "verified": None,
                "reply": None,
                "url": None,
            }
        ],
        "faq": [{"question": "How do I return it?", "answer": "By post."}],
        "rating": None,
        "chat": [],
        "signals": [],
        "next_url": None,
    }


def test_extract_for_a_person_is_a_short_list(run, tmp_path):
    (tmp_path / "a.html").write_text(PAGE)
    shown = run("extract", "a.html").stdout
    assert "a.html: 1 review, 1 FAQ pair, average none, chat none" in shown
    assert "2026-09-01     2/5  Broke It broke after a week." in shown


def test_one_file_that_is_not_there_does_not_stop_the_others(run, tmp_path):
    (tmp_path / "a.html").write_text(PAGE)
    done = run("extract", "nowhere.html", "a.html", "--json")
    assert done.returncode == 1
    assert "nowhere.html: can't be read" in done.stderr
    assert len(done.stdout.splitlines()) == 1


@pytest.fixture(scope="module")
def tagged(tmp_path_factory):
    def tagging(texts, *arguments):
        lines = "".join(
            json.dumps({"id": key, "text": text}, ensure_ascii=False) + "\n"
            for key, text in texts.items()
        )
        done = call("tag", "--json", *arguments, cwd=tmp_path_factory.mktemp("tag"), stdin=lines)
        done.check_returncode()
        records = [json.loads(line) for line in done.stdout.split("\n") if line]
        return {record["id"]: record for record in records}

    return tagging


@pytest.fixture(scope="module")
def standing(tagged):
    return tagged(STANDING)


def mentioned(record, theme):
    return [mention["polarity"] for mention in record["mentions"] if mention["theme"] == theme]


@pytest.mark.parametrize(
    ("key", "theme", "polarities"),
    [
        ("hold", "wait_time", ["negative"]),
        ("again", "wait_time", []),
        ("none", "wait_time", ["positive"]),
        ("app", "app", ["negative"]),
        ("love", "wait_time", ["negative"]),
        ("refund", "returns_refunds", ["negative"]),
    ],
)
def test_standing_sentences_get_their_theme(standing, key, theme, polarities):
    assert mentioned(standing[key], theme) == polarities


def test_a_language_we_do_not_read_is_unknown(standing):
    finnish = standing["finnish"]
    assert (finnish["language"], finnish["sentiment"]) == ("unknown", "unknown")
    assert finnish["score"] is None
    assert finnish["mentions"] == []


def test_spans_count_code_points_and_lines_end_at_newlines_only(tagged):
    texts = {"a": "👍\u2028I waited 40 minutes on hold.\u0085Never again, the app crashed twice."}
    (record,) = tagged(texts).values()
    assert record["mentions"]
    for mention in record["mentions"]:
        assert texts["a"][mention["start"] : mention["end"]] == mention["quote"]


def test_an_industry_pack_adds_its_themes(tagged):
    text = {"a": "My flight was cancelled and they lost my bag in Denver, no answer since."}
    themes = {mention["theme"] for mention in tagged(text, "--industry", "travel")["a"]["mentions"]}
    assert {"cancellation", "baggage_lost"} <= themes


def test_a_line_that_is_no_text_is_told_with_its_number(run):
    done = run("tag", "--json", stdin='{"id": "1", "text": "Fine and good."}\nnot json\n')
    assert done.returncode == 2
    assert "line 2 of standard input" in done.stderr
    assert len(done.stdout.splitlines()) == 1


@pytest.mark.parametrize(
    "row", [{"id": 1}, {"id": 1, "text": 5}, {"id": 1, "text": "a", "lang": ["en"]}]
)
def test_a_row_that_is_no_text_is_refused(row):
    with pytest.raises((KeyError, TypeError)):
        text_of(row)


def test_a_line_nested_without_end_is_refused(run):
    done = run("tag", "--json", stdin="[" * 100_000 + "\n")
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


def test_an_unknown_pack_is_told_with_a_suggestion(run):
    done = run("tag", "--industry", "travell", stdin="")
    assert done.returncode == 2
    assert "did you mean 'travel'" in done.stderr


def test_a_lone_surrogate_is_no_end(run):
    done = run(
        "tag", "--json", stdin='{"id": "1", "text": "Good \\ud800 service, thanks a lot."}\n'
    )
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["language"] == "en"


def test_a_table_is_told_where_it_is_read(run, tmp_path):
    (tmp_path / "reviews.csv").write_text("text,brand\nFine.,Acme\n")
    assert "import`" in run("extract", "reviews.csv").stderr
