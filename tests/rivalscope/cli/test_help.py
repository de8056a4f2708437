"""``--help`` as somebody reads it who looks for a command."""

import click
import pytest

from rivalscope.cli import cli

COMMANDS = cli.list_commands(click.Context(cli))


@pytest.fixture(scope="module")
def shown():
    return cli.get_help(click.Context(cli, info_name="rivalscope", terminal_width=80))


def test_every_command_stands_once_under_a_heading(shown):
    listed = [line.split()[0] for line in shown.splitlines() if line.startswith("  ")]
    assert [name for name in listed if name in COMMANDS] == COMMANDS


def test_no_line_is_cut_and_all_begin_in_one_column(shown):
    lines = [line for line in shown.splitlines() if line[2:].split(" ")[0] in COMMANDS]
    assert len(lines) == len(COMMANDS)
    assert [line for line in lines if line.endswith("...") or line[13] != " "] == []


def test_a_command_that_is_not_there_names_the_one_that_was_meant(run):
    done = run("reprot")
    assert done.returncode == 2
    assert "No such command 'reprot', did you mean 'report'?" in done.stderr
