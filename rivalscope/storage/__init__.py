"""The only code that knows tables: one module per family, one Store over them."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Self

from filelock import FileLock, Timeout

from rivalscope.errors import StorageError
from rivalscope.storage.database import Database
from rivalscope.storage.incidents import Incidents
from rivalscope.storage.pages import Pages
from rivalscope.storage.reviews import Reviews, Saved, StoredReview, review_id
from rivalscope.storage.runs import RunRecord, Runs, SourceRun
from rivalscope.storage.sites import Sites
from rivalscope.storage.understandings import BrandTally, Understandings

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path
    from types import TracebackType

__all__ = [
    "BrandTally",
    "RunRecord",
    "Saved",
    "SourceRun",
    "Store",
    "StoredReview",
    "existing",
    "review_id",
    "writing",
]


class Store:
    """One market's database, open."""

    def __init__(self, path: Path) -> None:
        """Opens or creates the database at *path*; raises StorageError where that can't be done."""
        self._database = Database(path)
        self.runs = Runs(self._database)
        self.pages = Pages(self._database)
        self.reviews = Reviews(self._database)
        self.sites = Sites(self._database)
        self.understandings = Understandings(self._database)
        self.incidents = Incidents(self._database)

    def close(self) -> None:
        """Gives the file back."""
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()


def existing(path: Path) -> Store:
    """The store at *path*, for commands that have nothing to say of an empty one.

    Raises StorageError where nothing was collected yet.
    """
    if not path.is_file():
        message = f"database {path}: nothing is there yet: `rivalscope crawl` or `import` first"
        raise StorageError(message)
    return Store(path)


@contextmanager
def writing(path: Path) -> Generator[None, None, None]:
    """Holds the right to run a writing command on the database at *path*.

    The operating system frees it when the holder dies, kill -9 included. Raises StorageError at
    once where another command holds it.
    """
    lock = FileLock(f"{path}.lock")
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with lock.acquire(timeout=0):
            yield
    except Timeout as error:
        message = (
            f"database {path}: another rivalscope command is writing to it; wait for it to end"
        )
        raise StorageError(message) from error
