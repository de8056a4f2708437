"""Writes docs/cli.md from the commands' --help and the schema of report.json from the models.

With --check, only says whether they are current.
"""

from __future__ import annotations

import sys
from pathlib import Path

import click
from schema import schema

from rivalscope import reports
from rivalscope.cli import cli

COMMANDS = Path(__file__).with_name("cli.md")
SCHEMA = Path(reports.__path__[0]) / "report.schema.json"
HEAD = """\
# Command line

Written by `make format` from each command's `--help`; don't edit it by hand.

Standard output is the result, standard error the log. `NO_COLOR` is honored. The variables below
stand for flags; each plain value of the configuration can be set in the environment too
(docs/configuration.md). A flag wins over the environment, the environment over the file.

| exit code | meaning |
|---|---|
| 0 | ok |
| 1 | failure |
| 2 | a mistake in the configuration, the flags or the input; a damaged database |
| 3 | partial: some sources failed |
| 4 | a new alert fired and `--fail-on-alert` was given |

| variable | stands for |
|---|---|
| `RIVALSCOPE_CONFIG` | `--config` |
| `RIVALSCOPE_DB` | `--db` |
| `RIVALSCOPE_AS_OF` | `--as-of` |
"""


def reference() -> str:
    """The whole document."""
    parent = click.Context(cli, info_name="rivalscope", **cli.context_settings)
    parts = [HEAD, _section("rivalscope", cli.get_help(parent))]
    for name in cli.list_commands(parent):
        command = cli.get_command(parent, name)
        if command is None:
            raise LookupError(name)
        parts += _sections(command, name=name, parent=parent)
    return "\n".join(parts)


def _sections(command: click.Command, *, name: str, parent: click.Context) -> list[str]:
    """A command's section, then those of the commands below it."""
    context = click.Context(command, info_name=name, parent=parent, max_content_width=80)
    sections = [_section(context.command_path, command.get_help(context))]
    if isinstance(command, click.Group):
        for below, one in command.commands.items():
            sections += _sections(one, name=below, parent=context)
    return sections


def _section(title: str, help_text: str) -> str:
    lines = "\n".join(line.rstrip() for line in help_text.splitlines())
    return f"## {title}\n\n```text\n{lines}\n```\n"


def main() -> None:
    """Writes the documents, or fails where one is out of date."""
    for target, text in ((COMMANDS, reference()), (SCHEMA, schema())):
        if "--check" not in sys.argv:
            target.write_text(text, encoding="utf-8")
        elif not target.exists() or target.read_text(encoding="utf-8") != text:
            sys.exit(f"{target.name} is out of date: run `make format`")


if __name__ == "__main__":
    main()
