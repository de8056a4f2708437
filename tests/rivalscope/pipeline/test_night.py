"""What happens at night besides the stages."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
import time_machine

from rivalscope.cli.console import Verbosity, Watch
from rivalscope.errors import StorageError, UsageError
from rivalscope.pipeline.collection.collecting import ImportPlan, import_files
from rivalscope.pipeline.nights.night import months_before, run
from rivalscope.settings import load_settings
from rivalscope.storage import Store, backups, locks


@pytest.mark.parametrize(
    ("day", "months", "earlier"),
    [
        (date(2026, 11, 21), 24, date(2024, 11, 21)),
        (date(2026, 1, 15), 1, date(2025, 12, 15)),
        (date(2026, 3, 31), 1, date(2026, 2, 28)),
        (date(2024, 2, 29), 12, date(2023, 2, 28)),
        (date(2026, 12, 31), 12, date(2025, 12, 31)),
    ],
)
def test_months_are_counted_back_to_the_same_day_or_the_months_last(day, months, earlier):
    assert months_before(day, months) == earlier


@pytest.fixture
def bare(tmp_path):
    path = tmp_path / "rivalscope.yaml"
    path.write_text("us: {slug: a, name: A}\ncompetitors: [{slug: b, name: B}]\n", encoding="utf-8")
    return load_settings(path, environment={})


@pytest.fixture
def settings(bare):
    """A market that is only imported."""
    table = bare.path.with_name("reviews.csv")
    table.write_text("text,brand,date\nThey answered at once.,A,2026-09-20\n", encoding="utf-8")
    plan = ImportPlan(brand=None, platform="import", mapping=None, language=None, date_order=None)
    import_files(bare, [table], plan=plan, watch=Watch(None, verbosity=Verbosity.QUIET))
    return bare


def night(settings):
    return run(
        settings,
        brands=settings.brands,
        as_of=date(2026, 9, 30),
        watch=Watch(None, verbosity=Verbosity.QUIET),
        log_level="ERROR",
    )


def test_a_night_begins_with_a_backup(settings):
    night(settings)
    (backup,) = settings.backups.glob("*.sqlite")
    with Store(backup) as before:
        assert before.runs.find_latest().command == "import"


def test_a_night_that_is_tried_again_drives_out_no_backup_of_the_nights_before(settings):
    settings = replace(settings, backups_kept=3)
    for day, attempts in ((20, 1), (21, 1), (22, 3)):
        for hour in range(attempts):
            with time_machine.travel(datetime(2026, 11, day, hour, tzinfo=UTC), tick=False):
                night(settings)
    kept = sorted(path.stem.partition("-")[2] for path in settings.backups.glob("*.sqlite"))
    assert kept == ["20261120T000000Z", "20261121T000000Z", "20261122T000000Z"]


@pytest.mark.parametrize("is_there", [True, False])
def test_a_night_over_nothing_is_no_success(bare, is_there):
    if is_there:
        Store(bare.database).close()
    with pytest.raises(UsageError, match=r"nothing to read: .*add-source"):
        night(bare)
    assert bare.database.exists() == is_there
    assert not bare.reports.exists()


def test_a_night_over_imports_is_one(settings):
    assert night(settings).understood == 1


def test_a_night_without_is_possible(settings):
    night(replace(settings, backs_up_nightly=False))
    assert not settings.backups.exists()


def test_a_night_for_whose_backup_there_is_no_room_goes_on(settings, monkeypatch):
    monkeypatch.setattr(backups, "check_room", refuse)
    assert night(settings).files


def refuse(folder, *, needed_bytes):
    message = f"disk of {folder}: {needed_bytes}"
    raise StorageError(message)


def test_fault_3_a_night_does_not_begin_on_a_nearly_full_disk(settings, monkeypatch):
    monkeypatch.setattr(locks, "LEAST_FREE_BYTES", 2**62)
    with pytest.raises(StorageError, match="make room; nothing was touched"):
        night(settings)
    assert not settings.reports.exists()
