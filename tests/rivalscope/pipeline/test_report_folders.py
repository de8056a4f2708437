"""Folders of reports: which are too old, and what of them is ours to delete."""

from datetime import date

import pytest

from rivalscope.pipeline.reports import report_folders

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
