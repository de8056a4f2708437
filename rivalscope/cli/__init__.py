"""The command line: parses, calls the pipeline, prints.

Standard output is the result, standard error the log. Exit codes: 0 ok, 1 failure, 2 configuration,
usage or a damaged database, 3 some sources failed, 4 an alert fired and ``--fail-on-alert`` was
given.
"""

from __future__ import annotations

import os
import sys
from importlib import import_module
from typing import NoReturn

import click

from rivalscope.errors import RivalscopeError

#: Heading -> command -> where it is defined, in the order of use; a command is imported only when
#: it is called, so that each starts quickly.
_GROUPS = {
    "Set up": {
        "demo": "demo:demo",
        "init": "configure:init",
        "validate": "configure:validate",
        "add-source": "add_source:add_source_",
        "doctor": "doctor:doctor",
    },
    "Collect and understand": {
        "crawl": "collect:crawl",
        "import": "collect:import_",
        "analyze": "analyze:analyze",
        "label": "labeling:label",
        "themes": "themes:themes",
    },
    "Read": {
        "report": "conclude:report",
        "explain": "inspect:explain",
        "goal": "goals:goal",
        "alerts": "alerts:alerts",
    },
    "Every night": {
        "run": "conclude:run",
        "schedule": "schedule:schedule",
        "status": "inspect:status",
        "heartbeat": "heartbeat:heartbeat",
        "logs": "logs:logs",
    },
    "Keep the data": {
        "backup": "keeping:backup",
        "restore": "keeping:restore",
        "export": "keeping:export",
        "migrate": "keeping:migrate",
        "recount": "conclude:recount",
        "retention": "keeping:retention",
        "erase": "erase:erase",
    },
    "Try, without configuration": {
        "extract": "extract:extract",
        "tag": "tag:tag",
    },
}
_COMMANDS = {name: where for commands in _GROUPS.values() for name, where in commands.items()}


class _LazyGroup(click.Group):
    """Commands in the order of use and under headings, each imported when asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        del ctx
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        del ctx
        if cmd_name not in _COMMANDS:
            return None
        module, _, name = _COMMANDS[cmd_name].partition(":")
        command: click.Command = getattr(import_module(f"rivalscope.cli.{module}"), name)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click does, with the command that may have been meant."""
        if args[0] not in _COMMANDS and not args[0].startswith("-"):
            mistakes = import_module("rivalscope.settings.mistakes")
            ctx.fail(f"No such command {args[0]!r}{mistakes.did_you_mean(args[0], _COMMANDS)}")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """One list for each heading, with all first columns of one width."""
        width = max(map(len, _COMMANDS))
        room = formatter.width - width - 6
        for heading, names in _GROUPS.items():
            commands = {name: self.get_command(ctx, name) for name in names}
            rows = [
                (name.ljust(width), command.get_short_help_str(room))
                for name, command in commands.items()
                if command
            ]
            with formatter.section(heading):
                formatter.write_dl(rows)


@click.group(cls=_LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="rivalscope")
def cli() -> None:
    """How customers experience you and your competitors, from public reviews and FAQ pages.

    Start with `rivalscope demo`, then `rivalscope init`.
    """


def main() -> NoReturn:
    """Runs the command line and ends the process with its exit code."""
    try:
        _main()
    except SystemExit as end:
        if "RIVALSCOPE_SCHEDULED" in os.environ:
            note_end = import_module("rivalscope.pipeline.nights.jobs").note_end
            note_end(end.code if isinstance(end.code, int) else 1)
        raise


def _main() -> NoReturn:
    try:
        code = cli.main(standalone_mode=False)
        sys.exit(code if isinstance(code, int) else 0)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except click.Abort:
        click.echo("stopped", err=True)
        sys.exit(130)
    except RivalscopeError as error:
        click.echo(f"rivalscope: {error}", err=True)
        sys.exit(error.exit_code)
    except BrokenPipeError:
        # the reader of our output has gone (`| head`): nothing to tell, nobody to tell it to
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except OSError as error:
        # a folder that can't be written, a full disk: the machine's affair, not a bug of ours
        click.echo(f"rivalscope: {error.filename or 'file'}: {error.strerror or error}", err=True)
        sys.exit(1)
