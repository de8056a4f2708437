"""The nightly times, over the two nights of the year that go wrong elsewhere."""

from datetime import UTC, datetime

import pytest

import scheduler
from rivalscope.settings import load_settings


@pytest.fixture
def settings(tmp_path):
    path = tmp_path / "rivalscope.yaml"
    path.write_text(
        "us: {slug: a, name: A}\nschedule: {nightly: '02:30', time_zone: Europe/Prague}\n"
    )
    return load_settings(path, environment={})


@pytest.mark.parametrize(
    "start", [datetime(2026, 10, 23, tzinfo=UTC), datetime(2027, 3, 26, tzinfo=UTC)]
)
def test_there_is_a_run_a_night_when_the_clocks_change(settings, start):
    nights = scheduler.next_runs(settings, count=5, after=start)
    assert nights == sorted(nights)
    assert len({night.date() for night in nights}) == 5


def test_the_next_times_are_printed(run, settings):
    done = run("schedule", "--config", settings.path, "--next", "2")
    assert done.returncode == 0, done.stderr
    assert len(done.stdout.splitlines()) == 2


def test_one_night_is_a_process_whose_end_is_told(settings):
    said = []
    settings.path.write_text("us: {slug: a}\n")  # refused, which must be heard and not hidden
    code = scheduler.run_once(settings=settings, database=settings.database, say=said.append)
    assert code == 2
    assert said == ["the nightly run ended with exit code 2"]
