"""Has a process write its log, and sees to what nobody expected."""

from __future__ import annotations

import logging
import os
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from secrets import token_hex
from typing import TYPE_CHECKING

from rivalscope.errors import RivalscopeError, UnexpectedError
from rivalscope.logs.context import bound_facts, bound_only
from rivalscope.logs.files import Files, FilesHandler
from rivalscope.logs.lines import Formatter, as_json, for_a_person
from rivalscope.secrets import PING_VARIABLE, Scrubber, SecretError, find_secret, secret_parts

if TYPE_CHECKING:
    from collections.abc import Collection, Generator, Iterator, Mapping

    from rivalscope.models import Source
    from rivalscope.settings import Channel, Settings

#: Ours is logged from the configured level on, everything else from WARNING on.
_OURS = ("rivalscope", "crawler", "analysis", "scheduler")
#: Carries the name of a call to the processes it starts.
_CALL = "RIVALSCOPE_LOG_CALL"
_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Terminal:
    """What of the log is shown on standard error."""

    level: int = logging.WARNING
    shows_ours: bool = False
    """What our stages do is told there anyway, so their lines are shown on demand only.

    But for those with ``extra={"aloud": True}``.
    """


def log_files(settings: Settings) -> Files:
    """Where the log of a market's commands is."""
    return Files(
        settings.log_folder,
        name=settings.database.stem,
        most_bytes=settings.logs.most_bytes,
        count=settings.logs.files,
    )


@contextmanager
def logging_of(
    settings: Settings,
    *,
    command: str,
    terminal: Terminal,
    more: Collection[Source] = (),
    expected: tuple[type[Exception], ...] = (),
) -> Generator[None, None, None]:
    """Everything inside logs to the market's files; what is wrong goes to the terminal as well.

    All lines of one call of a command, those of its child processes too, share a ``call``. What is
    neither *expected* nor of a kind that users can act on is a bug: its traceback is logged, and
    UnexpectedError raised in its place. *more* sources may have keys that no line must hold.
    """
    files = log_files(settings)
    sources = (*settings.sources, *more)
    scrub = Scrubber(_secrets(sources, settings.channels, environment=os.environ))
    call = os.environ.get(_CALL) or f"{command}-{token_hex(4)}"
    always = {"call": call, "process": os.getpid()}
    written = FilesHandler(files)
    written.setFormatter(Formatter(scrub=scrub, always=always, renderer=as_json))
    shown = logging.StreamHandler()
    shown.setFormatter(Formatter(scrub=scrub, always={}, renderer=for_a_person))
    level = _number(settings.logs.level)
    with _heard(written, shown, level=level, terminal=terminal), bound_only(call=call):
        try:
            yield
        except (RivalscopeError, OSError) as error:
            _log_failure(error, settings)
            raise
        except expected:
            raise
        except Exception as error:
            _LOG.exception("unexpected error")
            what = scrub(f"{type(error).__name__}: {error}")
            raise UnexpectedError(what, log=files.last) from error


def environment_of_children() -> Mapping[str, str]:
    """What tells a child process whose call it belongs to."""
    call = bound_facts().get("call")
    return {_CALL: str(call)} if call else {}


def _log_failure(error: RivalscopeError | OSError, settings: Settings) -> None:
    """Keeps what the terminal is told; who mistyped in an empty folder needs no log of it."""
    if isinstance(error, BrokenPipeError) or not settings.database.is_file():
        return
    if isinstance(error, OSError):
        _LOG.error("failed", exc_info=error)
    elif error.exit_code == 1:
        _LOG.error("failed: %s", error)


@contextmanager
def _heard(
    written: logging.Handler, shown: logging.Handler, *, level: int, terminal: Terminal
) -> Generator[None, None, None]:
    """Both handlers hear what they should of all that is logged inside."""
    others = level if level < logging.INFO else max(level, logging.WARNING)
    written.addFilter(lambda record: record.levelno >= (level if _is_ours(record) else others))
    shown.setLevel(terminal.level)
    shown.addFilter(lambda record: terminal.shows_ours or _is_aloud(record))
    root = logging.getLogger()
    # a record that nobody hears is better not made
    levels = {"": min(others, terminal.level), **dict.fromkeys(_OURS, min(level, terminal.level))}
    before = {name: logging.getLogger(name).level for name in levels}
    for name, least in levels.items():
        logging.getLogger(name).setLevel(least)
    for handler in (written, shown):
        root.addHandler(handler)
    try:
        yield
    finally:
        for handler in (written, shown):
            root.removeHandler(handler)
            handler.close()
        for name, least in before.items():
            logging.getLogger(name).setLevel(least)


def _is_aloud(record: logging.LogRecord) -> bool:
    """Whether nobody else tells it: of libraries, and of ours what is logged with ``aloud``."""
    return not _is_ours(record) or bool(getattr(record, "aloud", False))


def _is_ours(record: logging.LogRecord) -> bool:
    return record.name.partition(".")[0] in _OURS


def _number(level: str) -> int:
    return logging.getLevelNamesMapping()[level.upper()]


def _secrets(
    sources: Collection[Source], channels: Collection[Channel], *, environment: Mapping[str, str]
) -> Iterator[str]:
    """All that the variables hold that the configuration names, and the ping's."""
    keys = {source.api_key.variable for source in sources if source.api_key}
    for variable in keys:
        with suppress(SecretError):
            yield find_secret(variable, environment=environment) or ""
    for variable in (PING_VARIABLE, *(channel.variable for channel in channels)):
        with suppress(SecretError):
            yield from secret_parts(find_secret(variable, environment=environment) or "")
