"""What stands for an author: tells two of them apart, and gives no name back."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from hashlib import blake2b

#: An author's key as it stands in stored pages in the place of the name.
_PSEUDONYM = re.compile(r"author-([0-9a-f]{16})")


@dataclass(frozen=True, slots=True)
class AuthorKeys:
    """The keys of one database: its salt never leaves it, so keys of two can't be compared."""

    salt: bytes = field(repr=False)

    def of(self, name: str | None) -> str | None:
        """The key of *name*, 16 hex digits; None where there is none.

        A pseudonym from a stored page gives the key it was made of.
        """
        if not name or not name.strip():
            return None
        pseudonym = _PSEUDONYM.fullmatch(name.strip())
        if pseudonym:
            return pseudonym[1]
        folded = " ".join(name.casefold().split())
        return blake2b(folded.encode(), digest_size=8, key=self.salt).hexdigest()

    def pseudonym(self, name: str) -> str:
        """What stands in a stored page in the place of *name*."""
        return f"author-{self.of(name)}"
