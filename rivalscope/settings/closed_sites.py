"""The sites that don't want to be read by strangers' programs, and what to do instead."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Annotated
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from rivalscope.addresses import ascii_name
from rivalscope.errors import ConfigurationError
from rivalscope.settings.documents import parse_document, read_text
from rivalscope.settings.kept import kept
from rivalscope.settings.mistakes import mistakes_of
from rivalscope.settings.shipped import shipped_folder

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

FILE = "closed_sites.yaml"
#: What ``.*`` at the end of a host stands for: ``.com``, ``.museum``, ``.co.uk``.
_ENDING = r"(?:\.[a-z]{2,3}){1,2}|\.(?:xn--)?[a-z0-9-]{2,63}"

_PLACE = re.compile(r"[a-z0-9_-]{1,63}(\.[a-z0-9_-]{1,63}){0,9}(\.\*)?(/[^\s*?#]{0,200})?")


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosedSite:
    """One site, why it is closed, and what to do instead."""

    name: str
    hosts: tuple[str, ...]
    open: tuple[str, ...]
    """Parts of it that are allowed all the same, such as its API."""
    reason: str
    instead: str | None

    def __str__(self) -> str:
        ways = [self.instead] if self.instead else []
        ways.append("save the page, or export a file, and use `rivalscope import`")
        return f"{self.name} is closed to crawlers ({self.reason}): {', or '.join(ways)}"

    def has(self, host: str, path: str) -> bool:
        """Whether what lies at *path* of *host* is closed."""
        return _among(self.hosts, host, path) and not _among(self.open, host, path)


@dataclass(frozen=True, slots=True)
class ClosedSites:
    """All of them."""

    sites: tuple[ClosedSite, ...] = ()

    def find(self, url: str) -> ClosedSite | None:
        """The closed site that *url* lies on, if it lies on one."""
        try:
            parts = urlsplit(url)
            host = ascii_name((parts.hostname or "").rstrip("."))
        except ValueError:
            return None  # no address at all, which is another refusal
        if host is None:
            return None
        path = parts.path.casefold()
        return next((site for site in self.sites if site.has(host, path)), None)


def load_closed_sites(own: Path | None) -> ClosedSites:
    """What ships and, on top, what stands in the folder *own* of the user's configuration.

    Raises ConfigurationError with every mistake of a file.
    """
    shipped = shipped_folder() / FILE
    added = own / FILE if own else shipped
    files = dict.fromkeys(path.resolve() for path in (shipped, added) if path.is_file())
    return ClosedSites(tuple(site for path in files for site in _sites_in(path)))


def _place(written: str) -> str:
    place = written.casefold()
    if not _PLACE.fullmatch(place):
        message = "must be a host, such as shop.example, shop.* or shop.example/reviews"
        raise ValueError(message)
    return place


Place = Annotated[str, AfterValidator(_place)]


class _SiteSection(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str = Field(min_length=1, max_length=100)
    hosts: list[Place] = Field(min_length=1)
    open: list[Place] = []
    reason: str = Field("you closed it", min_length=1, max_length=300)
    instead: str | None = Field(None, min_length=1, max_length=300)


class ClosedSitesFile(BaseModel):
    """The whole of closed_sites.yaml."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    sites: list[_SiteSection] = []


def _sites_in(path: Path) -> Iterable[ClosedSite]:
    text = read_text(path)

    def read() -> ClosedSitesFile:
        document = parse_document(text, name=str(path))
        try:
            return ClosedSitesFile.model_validate(document.root)
        except ValidationError as error:
            raise ConfigurationError(mistakes_of(error, document, ClosedSitesFile)) from error

    for site in kept(text, ClosedSitesFile, read=read).sites:
        yield ClosedSite(
            name=site.name,
            hosts=tuple(site.hosts),
            open=tuple(site.open),
            reason=site.reason,
            instead=site.instead,
        )


def _among(places: Iterable[str], host: str, path: str) -> bool:
    for place in places:
        wanted_host, slash, wanted_path = place.partition("/")
        if _is_under_name(wanted_host, host) and _is_under(path, slash + wanted_path):
            return True
    return False


def _is_under(path: str, folder: str) -> bool:
    folder = folder.rstrip("/")
    return path == folder or path.startswith(f"{folder}/") or not folder


@lru_cache(maxsize=16_384)
def _is_under_name(name: str, host: str) -> bool:
    """Whether *host* is *name* or lies under it; asked for each page of a host."""
    known = name.removesuffix(".*")
    ending = f"(?:{_ENDING})" if known != name else ""
    return bool(re.fullmatch(rf"(?:[a-z0-9_-]+\.)*{re.escape(known)}{ending}", host))
