"""What an edit of a pack would change, told before it is used; nothing is written."""

import pytest

from rivalscope import pipeline
from rivalscope.cli.console import Verbosity, Watch
from rivalscope.errors import ConfigurationError, UsageError
from rivalscope.models import ThemeMention
from rivalscope.pipeline.understanding.labeling import Wish, judgment, mentions_to_judge
from rivalscope.pipeline.understanding.theme_trials import changes, suggest, try_pack
from rivalscope.storage import Store

QUIET = Watch(None, verbosity=Verbosity.QUIET)
TEXTS = [
    "They kept me on hold all day long.",
    "I was on hold again this morning.",
    "The app is great, I really love it.",
    "Stuck in the queue for two hours today.",
]


@pytest.fixture
def analyzed(shop, store_texts):
    store_texts(shop, TEXTS)
    pipeline.analyze(shop, watch=QUIET)
    return shop


@pytest.fixture
def edited(analyzed, tmp_path):
    """``edited("on hold", "queue")`` is a copy of the pack with that changed."""

    def editing(old, new):
        text = (analyzed.path.parent / "themes" / "shop.yaml").read_text(encoding="utf-8")
        assert old in text
        copy = tmp_path / "my-edit.yaml"
        copy.write_text(text.replace(old, new), encoding="utf-8")
        return copy

    return editing


def tried(settings, file, **options):
    options.setdefault("stands_for", None)
    return try_pack(settings, file, watch=QUIET, **options)


def stored(settings):
    with Store(settings.database) as store:
        return list(store.tagged_texts.all()), store.runs.find_latest()


def mention(theme, start, end, polarity="negative"):
    return ThemeMention(
        theme=theme, polarity=polarity, start=start, end=end, quote="x" * (end - start), rule="x"
    )


def test_the_same_pack_changes_nothing(analyzed, edited):
    trial = tried(analyzed, edited("title: A shop", "title: Our shop"))
    assert (trial.stands_for, trial.texts, trial.waiting) == ("themes/shop.yaml", 4, 0)
    assert trial.cells == {}


def test_another_cue_gains_some_and_loses_others(analyzed, edited):
    cell = tried(analyzed, edited('"on hold"', '"the queue"')).cells["wait_time", "en"]
    assert (cell.before, cell.after) == (2, 1)
    assert cell.changed == {"lost": 2, "gained": 1}
    assert cell.examples["gained"][0].mention.quote in TEXTS[3]
    assert {one.mention.quote for one in cell.examples["lost"]} <= {
        text.strip(".") for text in TEXTS
    }


def test_a_cue_of_another_kind_turns_the_polarity(analyzed, edited):
    file = edited('complaint: ["on hold"]', 'complaint: ["nothing"]')
    file.write_text(
        file.read_text(encoding="utf-8").replace('["answered right away"]', '["on hold"]'),
        encoding="utf-8",
    )
    cell = tried(analyzed, file).cells["wait_time", "en"]
    assert cell.changed == {"turned": 2}
    (first, _) = cell.examples["turned"]
    assert (first.before.polarity, first.after.polarity) == ("negative", "positive")


def test_a_trial_writes_nothing(analyzed, edited):
    before = stored(analyzed)
    tried(analyzed, edited('"on hold"', '"the queue"'))
    assert stored(analyzed) == before
    assert pipeline.waiting_texts(analyzed) == 0


def test_a_trial_says_what_was_judged_of_the_mentions_it_loses(analyzed, edited):
    with Store(analyzed.database) as store:
        wish = Wish(drawn="random", theme="wait_time", language=None, count=2)
        first, second = mentions_to_judge(store, wish)
        store.corrections.save([judgment(first, "right"), judgment(second, "wrong_theme")])
    cell = tried(analyzed, edited('"on hold"', '"the queue"')).cells["wait_time", "en"]
    assert (cell.lost_right, cell.lost_wrong) == (1, 1)


def test_a_file_edited_in_place_is_compared_with_what_is_stored(analyzed):
    file = analyzed.path.parent / "themes" / "shop.yaml"
    file.write_text(
        file.read_text(encoding="utf-8").replace('"on hold"', '"the queue"'), encoding="utf-8"
    )
    trial = tried(analyzed, file)
    assert trial.waiting == 4
    assert trial.cells["wait_time", "en"].changed == {"lost": 2, "gained": 1}


def test_cues_of_one_language_are_known_by_their_place(analyzed, tmp_path):
    file = analyzed.path.parent / "themes" / "shop" / "en.yaml"
    file.parent.mkdir()
    file.write_text('wait_time: {complaint: ["the queue"]}\n', encoding="utf-8")
    copy = tmp_path / "copy.yaml"
    file.rename(copy)
    trial = tried(analyzed, copy, stands_for="shop/en")
    assert trial.stands_for == "themes/shop/en.yaml"
    assert trial.cells["wait_time", "en"].changed == {"gained": 1}
    with pytest.raises(UsageError, match="--as PACK/LANGUAGE"):
        tried(analyzed, copy)


@pytest.mark.parametrize("place", ["../../x", "shop/../x", "/etc/x", "shop/cs", "other/en"])
def test_what_is_no_part_of_the_market_is_refused(analyzed, edited, place):
    with pytest.raises(UsageError):
        tried(analyzed, edited("A shop", "B shop"), stands_for=place)


def test_an_id_that_is_a_path_leads_nowhere(analyzed, edited, tmp_path):
    trial = tried(analyzed, edited("id: shop", "id: ../../../escaped"))
    assert trial.stands_for == "themes/my-edit.yaml"
    assert not list(tmp_path.rglob("escaped*"))


def test_a_pack_that_is_not_in_use_is_taken_for_the_whole(analyzed, edited):
    trial = tried(analyzed, edited("id: shop", "id: kiosk"))
    assert (trial.stands_for, trial.cells) == ("themes/kiosk.yaml", {})


@pytest.mark.parametrize(
    ("old", "new", "line", "words"),
    [
        ('"on hold"', '"(on hold"', 10, "cue '(on hold'"),
        ("touchpoint: support", "touchpoint: suport", 6, "did you mean 'support'"),
        ("themes:", "themes: [", 0, ""),
        ("      en:\n", "      en: [\n", 0, ""),
    ],
)
def test_a_broken_pack_is_told_with_its_place(analyzed, edited, old, new, line, words):
    file = edited(old, new)
    with pytest.raises(ConfigurationError) as caught:
        tried(analyzed, file)
    (mistake, *_) = caught.value.mistakes
    assert mistake.file == str(file)
    assert mistake.line == line if line else mistake.line > 0
    assert words in mistake.message


def test_mentions_whose_ends_move_are_the_same():
    before = (mention("app", 0, 9), mention("price", 20, 30))
    after = (mention("app", 4, 12), mention("price", 20, 30, "positive"), mention("app", 40, 44))
    assert [one.kind for one in changes(before, after)] == ["turned", "gained"]
    assert list(changes(before, before)) == []


def test_phrases_are_suggested_from_the_stored_texts(shop, store_texts):
    unhappy = ["a lamp", "my kettle", "two rugs", "that oven", "some shoes"]
    store_texts(
        shop,
        [f"Terrible, for {one} they invented a surcharge today." for one in unhappy]
        + [f"Great! Acme brought {n} boxes on day {n}, thanks a lot." for n in range(40)],
    )
    pipeline.analyze(shop, watch=QUIET)
    (first, *_) = suggest(shop, languages=("en",), count=5)["en"]
    assert "surcharge" in first.words
    assert (first.negative, first.rest) == (5, 0)
    assert len(first.examples) == 2
