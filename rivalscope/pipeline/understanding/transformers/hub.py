"""Models by their name on the Hugging Face hub: fetched once, then never asked for again."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

EXTRA = "pip install 'rivalscope[transformers]'"


class HubError(ValueError):
    """A model that can't be had from the hub, why, and how to get it by hand."""


def fetch_folder(name: str, *, patterns: Sequence[str]) -> Path:
    """The folder with the files of ``OWNER/NAME`` or ``OWNER/NAME@REVISION`` that fit *patterns*.

    It is in the cache that huggingface_hub keeps for all programs (HF_HOME). A name without a
    revision stands for what it stood for when it was fetched. Raises HubError.
    """
    repository, _, revision = name.partition("@")
    try:
        # ruff: ignore[import-outside-top-level] - an extra that few have, and slow to load
        from huggingface_hub import snapshot_download
    except ImportError as error:
        message = f"needs huggingface_hub, which is not installed: {EXTRA}, or {_by_hand(name)}"
        raise HubError(message) from error

    def folder(*, known_only: bool) -> Path:
        return Path(
            snapshot_download(
                repository,
                revision=revision or None,
                allow_patterns=list(patterns),
                local_files_only=known_only,
            )
        )

    with suppress(FileNotFoundError):  # nothing yet, or not all of it
        return folder(known_only=True)
    try:
        return folder(known_only=False)
    except Exception as error:
        message = f"can't be fetched ({' '.join(str(error).split())}); {_by_hand(name)}"
        raise HubError(message) from error


def _by_hand(name: str) -> str:
    repository, _, revision = name.partition("@")
    at = f" --revision {revision}" if revision else ""
    return (
        f"`hf download {repository}{at} --local-dir models/{repository.split('/')[-1]}` where there"
        " is a network, and configure that folder"
    )
