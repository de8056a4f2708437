"""The command line: parses, calls the pipeline, prints.

Standard output is the result, standard error the log. Exit codes: 0 ok, 1 failure, 2 configuration
or usage, 3 some sources failed, 4 an alert fired and ``--fail-on-alert`` was given.
"""

from __future__ import annotations

import os
import sys
from importlib import import_module
from typing import NoReturn

import click

from rivalscope.errors import RivalscopeError

#: Command -> where it is defined; imported only when it is called, so that each starts quickly.
_COMMANDS = {
    "demo": "rivalscope.cli.demo:demo",
    "init": "rivalscope.cli.configure:init",
    "validate": "rivalscope.cli.configure:validate",
    "add-source": "rivalscope.cli.add_source:add_source_",
    "crawl": "rivalscope.cli.collect:crawl",
    "import": "rivalscope.cli.collect:import_",
    "analyze": "rivalscope.cli.analyze:analyze",
    "report": "rivalscope.cli.conclude:report",
    "run": "rivalscope.cli.conclude:run",
    "status": "rivalscope.cli.inspect:status",
    "explain": "rivalscope.cli.inspect:explain",
    "recount": "rivalscope.cli.conclude:recount",
    "goal": "rivalscope.cli.goals:goal",
    "label": "rivalscope.cli.labeling:label",
    "themes": "rivalscope.cli.themes:themes",
    "erase": "rivalscope.cli.erase:erase",
    "extract": "rivalscope.cli.extract:extract",
    "tag": "rivalscope.cli.tag:tag",
    "alerts": "rivalscope.cli.alerts:alerts",
    "schedule": "rivalscope.cli.schedule:schedule",
    "heartbeat": "rivalscope.cli.heartbeat:heartbeat",
}


class _LazyGroup(click.Group):
    """Commands in the order of use, each imported when asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        del ctx
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        del ctx
        if cmd_name not in _COMMANDS:
            return None
        module, _, name = _COMMANDS[cmd_name].partition(":")
        command: click.Command = getattr(import_module(module), name)
        return command


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
            note_end = import_module("rivalscope.pipeline.jobs").note_end
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
