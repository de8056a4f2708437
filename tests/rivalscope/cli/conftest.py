"""Runs the command line as a user does: another process, a folder of its own."""

from functools import partial

import pytest
from command_line import call


@pytest.fixture
def run(tmp_path):
    """``run("report", "--as-of", ...)`` gives the finished process."""

    return partial(call, cwd=tmp_path)


@pytest.fixture
def market(tmp_path):
    """A folder with a configuration of three brands and nothing collected yet."""
    (tmp_path / "rivalscope.yaml").write_text(
        "us: {slug: acme, name: Acme}\n"
        "competitors:\n"
        "  - {slug: bolt-co, name: Bolt & Co}\n"
        "  - {slug: cap, name: Čáp}\n",
        encoding="utf-8",
    )
    return tmp_path
