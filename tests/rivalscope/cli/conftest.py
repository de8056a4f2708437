"""Runs the command line as a user does: another process, a folder of its own."""

import os
import subprocess
import sys

import pytest


@pytest.fixture
def run(tmp_path):
    """``run("report", "--as-of", ...)`` gives the finished process."""

    def running(*arguments, stdin="", environment=None):
        return subprocess.run(
            [sys.executable, "-m", "rivalscope", *map(str, arguments)],
            check=False,
            cwd=tmp_path,
            input=stdin,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=100,
            env={**os.environ, "PYTHONWARNINGS": "error", **(environment or {})},
        )

    return running


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
