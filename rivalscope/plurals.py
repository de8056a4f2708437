"""Counts as English says them."""


def counted(count: int, noun: str) -> str:
    """``1 page``, ``2 pages``, ``1,000 pages``: *noun* is one that takes an s."""
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"
