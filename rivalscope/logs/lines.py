"""From records to lines: JSON for the files, columns for a person."""

from __future__ import annotations

import logging
import sys
from copy import copy
from functools import cached_property
from typing import TYPE_CHECKING, Any

from rivalscope.logs.context import FACTS, bound_facts

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, MutableMapping

    from structlog.typing import Processor

    Facts = MutableMapping[str, Any]

#: A traceback of a recursion that went too deep is a hundred times as long as it says anything.
_LONGEST = 16_000
_PLAIN = (bool, int, float, type(None))


class Formatter(logging.Formatter):
    """What structlog makes of a record; structlog is loaded with the first one."""

    def __init__(
        self,
        *,
        scrub: Callable[[str], str],
        always: Mapping[str, object],
        renderer: Callable[[], Processor],
    ) -> None:
        super().__init__()
        self._scrub = scrub
        self._always = always
        """Facts of every line of this process."""
        self._renderer = renderer

    def format(self, record: logging.LogRecord) -> str:
        """One line, or several for a person."""
        plain = copy(record)
        plain.msg, plain.args = _message(record), ()
        return self._formatter.format(plain)

    @cached_property
    def _formatter(self) -> logging.Formatter:
        import structlog  # ruff: ignore[import-outside-top-level] - see above

        return structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=[
                structlog.stdlib.ExtraAdder(allow={FACTS, "spider"}),
                self._with_facts,
            ],
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                structlog.processors.format_exc_info,
                self._scrubbed,
                structlog.processors.TimeStamper(fmt="iso", utc=True, key="at"),
                self._renderer(),
            ],
        )

    def _with_facts(self, _logger: object, _method: str, event: Facts) -> Facts:
        record: logging.LogRecord = event["_record"]
        own = event.pop(FACTS, {})
        spider = event.pop("spider", None)
        source = {"source": spider.source.key} if hasattr(spider, "source") else {}
        where = {"level": record.levelname.lower(), "logger": record.name}
        event.update({**where, **self._always, **source, **bound_facts(), **own})
        return event

    def _scrubbed(self, _logger: object, _method: str, event: Facts) -> Facts:
        return {name: self._without(value) for name, value in event.items()}

    def _without(self, value: object) -> object:
        """*value* as JSON knows it, its texts without secrets."""
        if isinstance(value, _PLAIN):
            return value
        if isinstance(value, dict):
            return {str(name): self._without(one) for name, one in value.items()}
        if isinstance(value, list | tuple | set | frozenset):
            return [self._without(one) for one in value]
        return _shortened(self._scrub(str(value)))


def _message(record: logging.LogRecord) -> str:
    """What the record says, even where its arguments don't fit its text."""
    try:
        return record.getMessage()
    except (TypeError, ValueError, KeyError):
        return f"{record.msg} {record.args}"


def _shortened(text: str) -> str:
    if len(text) <= _LONGEST:
        return text
    half = _LONGEST // 2
    return f"{text[:half]}\n... {len(text) - 2 * half} characters ...\n{text[-half:]}"


def as_json() -> Processor:
    """Renders a line for the files."""
    from structlog.processors import JSONRenderer  # ruff: ignore[import-outside-top-level] - as above

    return JSONRenderer(ensure_ascii=False)


def for_a_person() -> Processor:
    """Renders a line for the terminal."""
    from structlog.dev import ConsoleRenderer, plain_traceback  # ruff: ignore[import-outside-top-level] - as above

    return ConsoleRenderer(
        colors=sys.stderr.isatty(), timestamp_key="at", exception_formatter=plain_traceback
    )
