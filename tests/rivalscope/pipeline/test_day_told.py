"""A report and the alerts of its night see the same spikes, and none in dates that tell no day."""

import sqlite3
from contextlib import closing

import pytest

from rivalscope.pipeline import build_report, find_alerts


@pytest.mark.parametrize(("precision", "found"), [("day", True), ("month", False)])
def test_only_dates_that_tell_the_day_make_a_spike(spiking, spike_day, precision, found):
    with closing(sqlite3.connect(spiking.database)) as db, db:
        db.execute(
            "UPDATE reviews SET date_precision = ?, published_on = ?"
            " WHERE published_on > date(?, '-5 days')",
            (precision, spike_day.isoformat(), spike_day.isoformat()),
        )
    report = build_report(spiking, as_of=spike_day)
    claimed = [cell.id for cell in report.cells if cell.rule == "rival_spiking"]
    alerted = find_alerts(spiking, as_of=spike_day)
    assert claimed == (["opportunity:rival_spiking:wait_time:bolt"] if found else [])
    assert bool(alerted) is found
