"""Kills a step by -9 at its first moment, its second ... its last; then lets it end each time.

Run as ``python kill_at_every_moment.py STEP FOLDER``. FOLDER holds a market; it is copied for each
kill. Prints one JSON object: how many kills there were, and what was wrong after any of them. The
steps run in forks of this process, so that nothing is loaded twice.
"""

import json
import os
import shutil
import signal
import sqlite3
import sys
from collections.abc import Callable
from datetime import date
from hashlib import blake2b
from importlib import import_module
from pathlib import Path

import sqlite_utils

from rivalscope import pipeline
from rivalscope.cli.console import Verbosity, Watch
from rivalscope.settings import load_settings
from rivalscope.storage import Store

DAY = date(2026, 9, 30)
ANALYZING = "rivalscope.pipeline.understanding.analyzing"
REPORTING = "rivalscope.pipeline.reports.reporting"
BUILT = []
#: More than any step has.
MOST = 2000
TABLES = ("reviews", "mentions", "understandings", "notices", "messages", "daily_counts")


class Moments:
    """Counts what a step does, and ends its process at the one that was chosen."""

    def __init__(self, chosen: int | None) -> None:
        self.left = chosen

    def pass_one(self, *_: object) -> None:
        if self.left is None:
            return
        self.left -= 1
        if not self.left:
            os.kill(os.getpid(), signal.SIGKILL)

    def around(self, function: Callable) -> Callable:
        """A moment before each call, and one after it."""

        def counted(*arguments, **options):
            self.pass_one()
            result = function(*arguments, **options)
            self.pass_one()
            return result

        return counted


def at_commits(moments):
    """Before and after each commit."""
    execute = sqlite_utils.Database.execute

    def counted(self, sql, *arguments):
        how = moments.around(execute) if sql == "COMMIT" else execute
        return how(self, sql, *arguments)

    sqlite_utils.Database.execute = counted


def at_statements(moments):
    """Before each statement that SQLite runs."""
    connect = sqlite3.connect

    def connected(*arguments, **options):
        connection = connect(*arguments, **options)
        connection.set_trace_callback(moments.pass_one)
        return connection

    sqlite3.connect = connected


def at_files(moments):
    """Before and after a file is written, brought to the disk, and moved to its place."""
    os.fsync = moments.around(os.fsync)
    Path.replace = moments.around(Path.replace)
    Path.open = moments.around(Path.open)


def night(settings):
    pipeline.analyze(settings, watch=Watch(None, verbosity=Verbosity.QUIET))
    report = pipeline.build_report(settings, as_of=DAY)
    pipeline.write_report(report, settings.reports)
    pipeline.find_alerts(settings, as_of=DAY, report=report)


def write(settings):
    """Only the writing: what is written is made once, before all kills."""
    pipeline.write_report(BUILT[0], settings.reports)


def migrate(settings):
    Store(settings.database).close()


#: Step -> what it is, its moments, and what ends the work once it was killed.
STEPS = {
    "night": (night, at_commits, night),
    "report": (write, at_files, write),
    "migrate": (migrate, at_statements, migrate),
}


def ended_well(work, folder):
    """Whether *work* on the market in *folder*, in a process of its own, was not killed."""
    child = os.fork()
    if not child:
        try:
            work(settings_of(folder))
        except BaseException as error:  # ruff: ignore[blind-except] - a fork must not go on as its parent
            sys.stderr.write(f"{type(error).__name__}: {error}\n")
            os._exit(1)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        return False
    if status:
        sys.exit("a step failed by itself")
    return True


def settings_of(folder):
    return load_settings(folder / "rivalscope.yaml", environment={})


def killed(step, how, moment):
    def work(settings):
        how(Moments(moment))
        step(settings)

    return work


def files(folder):
    """Reports by path; a name with a dot is a file that was never finished."""
    reports = folder / "reports"
    found = (path for path in reports.rglob("*") if path.is_file())
    return {
        str(path.relative_to(reports)): digest(path.read_bytes())
        for path in found
        if not path.name.startswith(".")
    }


def digest(content):
    return blake2b(content, digest_size=8).hexdigest()


def rows(folder):
    """What the database holds, but for when it was written."""
    with sqlite3.connect(folder / "rivalscope.sqlite") as db:
        assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert db.execute("PRAGMA foreign_key_check").fetchall() == []
        there = {name for (name,) in db.execute("SELECT name FROM sqlite_master")}
        counts = {
            name: db.execute(f"SELECT count(*) FROM {name}").fetchone()[0]  # ruff: ignore[hardcoded-sql-expression] - the names are ours
            for name in TABLES
            if name in there
        }
        schema = db.execute("SELECT type, name, sql FROM sqlite_master ORDER BY 1, 2").fetchall()
    return counts, digest(repr(schema).encode())


def night_in_small_steps():
    """More commits, and without the formats that take long."""
    analyzing, reporting = map(import_module, (ANALYZING, REPORTING))
    analyzing.BATCH = 40
    slow = {"report.xlsx", "report.pptx"}
    formats = reporting.RENDERERS
    reporting.RENDERERS = {name: formats[name] for name in formats.keys() - slow}


def render_once(market):
    """Makes the report of *market* with all its files."""
    os.fsync = lambda _file: None  # no power fails here, and thousands of them take minutes
    reporting = import_module(REPORTING)
    formats = reporting.RENDERERS
    BUILT.append(pipeline.build_report(settings_of(market), as_of=DAY))
    made = {name: render(BUILT[0]) for name, render in formats.items()}
    reporting.RENDERERS = {name: lambda _, name=name: made[name] for name in formats}


def copied(market, to):
    shutil.rmtree(to, ignore_errors=True)
    return Path(shutil.copytree(market, to))


def main():
    name, market = sys.argv[1], Path(sys.argv[2])
    step, how, end = STEPS[name]
    if name == "night":
        night_in_small_steps()
    if name == "report":
        render_once(market)
    whole = copied(market, market.with_name("whole"))
    before = files(whole)
    end(settings_of(whole))  # in this process, so that what it loads is there in every fork
    wanted, wanted_rows = files(whole), rows(whole)
    wrong = []
    for moment in range(1, MOST):
        folder = copied(market, market.with_name("killed"))
        if ended_well(killed(step, how, moment), folder):
            break
        half = [
            path
            for path, content in files(folder).items()
            if content not in {before.get(path), wanted.get(path)}
        ]
        if half:
            wrong.append(f"{moment}: half a file: {half}")
        rows(folder)
        assert ended_well(end, folder)
        if files(folder) != wanted:
            wrong.append(f"{moment}: other reports")
        if rows(folder) != wanted_rows:
            wrong.append(f"{moment}: {rows(folder)[0]} and not {wanted_rows[0]}")
    print(json.dumps({"kills": moment - 1, "files": len(wanted), "wrong": wrong}))  # ruff: ignore[print] - the result


if __name__ == "__main__":
    main()
