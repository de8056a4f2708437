"""Folders of reports: which are too old, and what of them is ours to delete."""

import os
import signal
from datetime import UTC, date, datetime, timedelta

import pytest

from rivalscope.pipeline.reports import report_folders, reporting

DAY = date(2026, 9, 30)


@pytest.fixture
def reports(tmp_path):
    for name in (
        "2026-09-29",
        "2026-09-29/for-bolt",
        "2026-09-30",
        "2026-09-01-known-at-20260902T000000Z",
        "latest",
        "9999-99-99",
        "of-last-year",
    ):
        (tmp_path / name).mkdir()
        (tmp_path / name / "report.html").write_text("words")
    return tmp_path


def test_those_of_earlier_days_are_too_old_whomever_they_are_for(reports):
    assert [str(one.relative_to(reports)) for one in report_folders.older_than(DAY, reports)] == [
        "2026-09-01-known-at-20260902T000000Z",
        "2026-09-29",
        "2026-09-29/for-bolt",
    ]


def test_without_reports_none_is_too_old(tmp_path):
    assert report_folders.older_than(DAY, tmp_path / "nowhere") == ()


def test_a_deleted_report_leaves_nothing_but_what_is_not_ours(reports):
    (reports / "2026-09-01-known-at-20260902T000000Z" / "notes.txt").write_text("mine")
    for folder in report_folders.older_than(DAY, reports):
        report_folders.delete(folder)
    assert sorted(str(one.relative_to(reports)) for one in reports.rglob("*.*")) == [
        "2026-09-01-known-at-20260902T000000Z/notes.txt",
        "2026-09-30/report.html",
        "9999-99-99/report.html",
        "latest/report.html",
        "of-last-year/report.html",
    ]
    assert not (reports / "2026-09-29").exists()


@pytest.fixture
def killed(reports):
    """What is left of a process that was killed while it wrote its first report of a day."""
    folder = reports / "2026-09-02"
    folder.mkdir()
    pid = os.fork()
    if not pid:
        os.fsync = lambda _: os.kill(os.getpid(), signal.SIGKILL)
        reporting._replace(folder / "report.html", b"words of review:1")
    os.waitpid(pid, 0)
    (file,) = folder.iterdir()
    assert file.read_bytes() == b"words of review:1"
    return file


def test_an_unfinished_report_is_old_and_deleted_with_its_folder(reports, killed):
    assert killed.parent in report_folders.older_than(DAY, reports)
    report_folders.delete(killed.parent)
    assert not killed.parent.exists()


def test_nobody_knows_whom_an_unfinished_report_quotes(reports, killed):
    assert report_folders.speaking_of(["review:1"], reports) == (killed.parent,)
    assert report_folders.speaking_of([], reports) == ()


@pytest.mark.parametrize("name", [".notes.txt.12", ".report.html.swp", "report.html.12"])
def test_what_others_put_there_is_no_unfinished_report(reports, name):
    other = reports / "2026-09-29" / name
    other.write_text("mine")
    report_folders.delete(other.parent)
    assert list(other.parent.glob("*.*")) == [other]
    assert report_folders.speaking_of(["review:1"], reports) == ()


def test_what_is_unfinished_for_an_hour_is_cleaned(killed):
    now = datetime.fromtimestamp(killed.stat().st_mtime, tz=UTC)
    report_folders.clean(killed.parent, now=now + timedelta(minutes=59))
    assert killed.exists()
    report_folders.clean(killed.parent, now=now + timedelta(minutes=61))
    assert not killed.exists()
