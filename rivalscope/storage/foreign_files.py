"""Opens files that somebody else may have made, for restoring from them."""

from __future__ import annotations

import os
import stat
from contextlib import contextmanager
from typing import TYPE_CHECKING

from rivalscope.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path


@contextmanager
def opened(file: Path) -> Generator[int, None, None]:
    """A descriptor of a regular file; links are not followed, and nothing is waited for.

    Raises UsageError for anything else.
    """
    try:
        descriptor = os.open(file, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    except OSError as error:
        reason = "it is a link: name the file itself" if file.is_symlink() else error.strerror
        raise refused(file, reason or str(error)) from error
    try:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise refused(file, "it is no file")
        yield descriptor
    finally:
        os.close(descriptor)


def refused(file: Path, reason: str) -> UsageError:
    """Why nothing is restored from *file*."""
    return UsageError(f"restore {file}: {reason}; nothing was changed")
