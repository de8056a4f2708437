"""Zip files that are the same whenever they are made."""

from __future__ import annotations

from io import BytesIO
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_EARLIEST: Final = (1980, 1, 1, 0, 0, 0)
"""The first time that a zip file can name."""


def timeless(archive: bytes) -> bytes:
    """The same files in the same order, all of the same time."""
    stream = BytesIO()
    with (
        ZipFile(BytesIO(archive)) as before,
        ZipFile(stream, "w", compression=ZIP_DEFLATED) as after,
    ):
        for name in before.namelist():
            info = ZipInfo(name, _EARLIEST)
            info.compress_type = ZIP_DEFLATED
            after.writestr(info, before.read(name))
    return stream.getvalue()
