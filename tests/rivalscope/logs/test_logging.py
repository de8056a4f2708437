"""From a call of `logging` to a line, and back to a person."""

import io
import json
import logging
import subprocess
import sys
from datetime import UTC, datetime

import pytest

from rivalscope.errors import StorageError, UnexpectedError
from rivalscope.logs import bind, bound, facts
from rivalscope.logs.lines import Formatter, as_json
from rivalscope.logs.reading import Wanted, lines, render_lines
from rivalscope.logs.starting import Terminal, log_files, logging_of
from rivalscope.secrets import Scrubber
from rivalscope.settings import load_settings

SAID = "database a: damaged"
SECRET = "k3y/canary+8451=secret"
MARKET = """\
us:
  slug: acme
  name: Acme
  sources:
    - id: shop
      platform: shop
      url: https://shop.example/
      api_key: {variable: SHOP_KEY, parameter: key}
channels:
  hook: {}
logs: {level: LEVEL}
"""


@pytest.fixture
def market(tmp_path, monkeypatch):
    """``market(level)`` gives the settings of one that has secrets in its environment."""
    monkeypatch.setenv("SHOP_KEY", SECRET)
    monkeypatch.setenv("RIVALSCOPE_CHANNEL_HOOK", "https://hooks.example/T0/hooksecret")

    def settings(level="info"):
        path = tmp_path / "rivalscope.yaml"
        path.write_text(MARKET.replace("LEVEL", level))
        return load_settings(path, environment={})

    return settings


def logged(settings, **wanted):
    return list(lines(log_files(settings), Wanted(**wanted)))


def logging_to(settings, *, command="test", terminal=None):
    return logging_of(settings, command=command, terminal=terminal or Terminal(level=100))


def test_a_line_has_its_time_level_place_call_and_facts(market):
    settings = market()
    with logging_to(settings, command="run"), bound(run=12, source="acme/shop"):
        logging.getLogger("crawler.x").info("%d pages read", 3, extra=facts(new=2, gone=None))
    (line,) = logged(settings)
    at = datetime.fromisoformat(line.pop("at"))
    assert abs((datetime.now(UTC) - at).total_seconds()) < 60
    assert line.pop("call").startswith("run-")
    assert line.pop("process") > 0
    assert line == {
        "event": "3 pages read",
        "level": "info",
        "logger": "crawler.x",
        "run": 12,
        "source": "acme/shop",
        "new": 2,
    }


def test_of_libraries_warnings_are_kept_and_at_debug_everything(market):
    for level, events in (
        ("info", ["ours", "theirs is wrong"]),
        ("error", []),
        ("debug", ["ours in detail", "ours", "theirs", "theirs is wrong"]),
    ):
        settings = market(level)
        with logging_to(settings, command=level):
            logging.getLogger("rivalscope.x").debug("ours in detail")
            logging.getLogger("rivalscope.x").info("ours")
            logging.getLogger("apscheduler.x").info("theirs")
            logging.getLogger("twisted").warning("theirs is wrong")
        found = [line["event"] for line in logged(settings) if line["call"].startswith(level)]
        assert found == events


def test_no_secret_gets_in_whatever_it_stands_in(market):
    settings = market("debug")
    log = logging.getLogger("anybody")
    with logging_to(settings):
        log.info("asked %s", f"https://shop.example/?key={SECRET}", extra=facts(why=[SECRET]))
        log.info("a thing", extra=facts(thing={"of": object, SECRET[:3]: (SECRET, 3, None)}))
        log.error("no", exc_info=ValueError(f"hooksecret {SECRET}"))
        log.info("k3y%2Fcanary%2B8451%3Dsecret")
    text = "".join(path.read_text() for path in log_files(settings).numbered().values())
    assert len(text.splitlines()) == 4
    for part in ("canary", "hooksecret"):
        assert part not in text
    assert "ValueError: *** ***" in text
    assert '["***", 3, null]' in text


def test_a_record_whose_arguments_do_not_fit_is_a_line_too():
    formatter = Formatter(scrub=Scrubber([SECRET]), always={}, renderer=as_json)
    record = logging.makeLogRecord({"msg": "%d parcels", "args": (SECRET,)})
    assert json.loads(formatter.format(record))["event"] == "%d parcels ('***',)"


def test_a_bug_is_logged_with_its_traceback_and_told_in_one_sentence(market):
    settings = market()
    with pytest.raises(UnexpectedError) as told, logging_to(settings):
        {}["of all things"]
    message = str(told.value)
    assert message.startswith("unexpected error: KeyError: 'of all things': this is a bug;")
    assert str(log_files(settings).last) in message
    (line,) = logged(settings)
    assert line["level"] == "error"
    assert 'File "' in line["exception"]
    assert line["exception"].endswith("KeyError: 'of all things'")


def test_a_bug_that_speaks_a_secret_is_told_without_it(market):
    with pytest.raises(UnexpectedError) as told, logging_to(market()):
        raise ValueError(SECRET)
    assert "canary" not in str(told.value)


def test_what_a_person_can_act_on_is_logged_as_what_was_told(market):
    settings = market()
    settings.database.touch()
    with pytest.raises(StorageError), logging_to(settings):
        raise StorageError(SAID)
    (line,) = logged(settings)
    assert (line["event"], "exception" in line) == (f"failed: {SAID}", False)


def test_where_nothing_was_ever_collected_no_log_is_begun(market):
    settings = market()
    with pytest.raises(StorageError), logging_to(settings):
        raise StorageError(SAID)
    assert not settings.log_folder.exists()


def test_the_terminal_shows_warnings_of_libraries_and_ours_on_demand(market, monkeypatch):
    settings = market()
    shown = io.StringIO()
    monkeypatch.setattr(sys, "stderr", shown)
    for terminal in (Terminal(), Terminal(level=logging.INFO, shows_ours=True)):
        with logging_to(settings, terminal=terminal):
            logging.getLogger("rivalscope.x").warning("ours %s", SECRET)
            logging.getLogger("rivalscope.x").warning("aloud", extra={"aloud": True})
            logging.getLogger("sklearn").warning("theirs")
            logging.getLogger("sklearn").info("theirs in detail")
    assert [row.split("]")[1].split()[0] for row in shown.getvalue().splitlines()] == [
        "aloud",
        "theirs",
        "ours",
        "aloud",
        "theirs",
        "theirs",
    ]
    assert "canary" not in shown.getvalue()


def test_afterwards_logging_is_as_it_was(market):
    root = logging.getLogger()
    before = (root.level, list(root.handlers), logging.getLogger("rivalscope").level)
    with logging_to(market("debug")):
        assert len(root.handlers) == len(before[1]) + 2
    assert (root.level, root.handlers, logging.getLogger("rivalscope").level) == before


def test_an_endless_traceback_is_cut_in_the_middle(market):
    settings = market()
    with logging_to(settings):
        logging.getLogger("rivalscope").error("x" * 100_000)
    (line,) = logged(settings)
    assert len(line["event"]) < 17_000
    assert "characters ..." in line["event"]


def test_a_command_that_logs_nothing_does_not_wait_for_structlog():
    code = (
        "import sys, rivalscope.cli.inspect, rivalscope.cli.collect, rivalscope.logs.starting;"
        "print('structlog' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"


@pytest.fixture
def written(market):
    """The log of two runs of two commands, a torn line, and one of a program of another kind."""
    settings = market()
    for command, run, source in (("run", 1, "acme/shop"), ("crawl", 2, "bolt/portal")):
        with logging_to(settings, command=command):
            logging.getLogger("rivalscope").info("begins")
            bind(run=run)
            with bound(source=source):
                logging.getLogger("rivalscope").warning("ended", extra=facts(state="empty", new=0))
    with log_files(settings).last.open("a") as file:
        file.write('["of another kind"]\n{"at": "2026-')
    return settings


def events(settings, **wanted):
    return [(line["event"], line.get("source")) for line in logged(settings, **wanted)]


FIRST = [("begins", None), ("ended", "acme/shop")]
SECOND = [("begins", None), ("ended", "bolt/portal")]


def test_of_a_run_all_lines_of_its_call_are_found(written):
    assert events(written, run="1") == FIRST
    (call,) = {line["call"] for line in logged(written, run="2")}
    assert events(written, run=call) == SECOND
    assert events(written, run="3") == []


def test_a_call_knows_nothing_of_what_its_process_bound_before(market):
    settings = market()
    with bound(run=1), logging_to(settings):
        logging.getLogger("rivalscope").info("begins")
    (line,) = logged(settings)
    assert "run" not in line


@pytest.mark.parametrize("source", ["bolt/portal", "bolt", "portal"])
def test_of_a_source_by_its_brand_its_id_or_both(written, source):
    assert events(written, source=source) == SECOND[1:]


def test_of_a_level_since_a_moment_and_the_last_ones(written):
    assert events(written, level="warning") == [FIRST[1], SECOND[1]]
    assert events(written, since=datetime(2100, 1, 1, tzinfo=UTC)) == []
    assert events(written, since=datetime(2020, 1, 1, tzinfo=UTC)) == FIRST + SECOND
    assert events(written, tail=1) == SECOND[1:]


def test_a_person_reads_it_in_80_columns_under_a_heading_for_each_call():
    base = {"at": "2026-09-30T02:30:04.1Z", "level": "info", "call": "run-1", "run": 7}
    shown = list(
        render_lines(
            [
                {**base, "event": "crawl begins", "sources": 3},
                {**base, "event": "source ended", "source": "acme/shop", "reason": "word " * 30},
                {**base, "event": "bad\x1b[2J", "level": "error", "exception": "Trace\n  x\x07"},
                {**base, "event": "again", "call": "run-2"},
            ],
            width=80,
        )
    )
    rows = "\n".join(shown).splitlines()
    assert rows[0] == "2026-09-30  call run-1, run 7"
    assert rows[1] == "  02:30:04  info    crawl begins: sources 3"
    assert rows[2].startswith("  02:30:04  info    acme/shop: source ended: reason word word")
    assert max(map(len, rows)) <= 80
    assert rows[-6:-3] == ["  02:30:04  error   bad [2J", "    Trace", "      x "]
    assert rows[-2:] == ["2026-09-30  call run-2, run 7", "  02:30:04  info    again"]
    assert all(row.isprintable() for row in rows)


def test_each_line_is_one_json_object(written):
    for path in log_files(written).numbered().values():
        for row in path.read_text().splitlines()[:4]:
            assert json.loads(row)["level"]
