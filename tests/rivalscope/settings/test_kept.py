"""What was read from YAML once is kept, and never in the way."""

import pytest
from pydantic import BaseModel

from rivalscope.settings.kept import cache_folder, kept


class Pack(BaseModel):
    name: str


pytestmark = pytest.mark.usefixtures("folder")


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return cache_folder()


def reads(*packs):
    """A reader that gives each of *packs* in turn."""
    left = list(packs)
    return lambda: left.pop(0)


def test_the_same_text_is_read_once():
    read = reads(Pack(name="a"))
    assert kept("text", Pack, read=read) == Pack(name="a")
    assert kept("text", Pack, read=read) == Pack(name="a")


def test_another_text_is_read_anew():
    read = reads(Pack(name="a"), Pack(name="b"))
    kept("text", Pack, read=read)
    assert kept("another", Pack, read=read) == Pack(name="b")


def test_a_damaged_entry_is_as_good_as_none(folder):
    read = reads(Pack(name="a"), Pack(name="b"))
    kept("text", Pack, read=read)
    (entry,) = folder.iterdir()
    entry.write_text("{")
    assert kept("text", Pack, read=read) == Pack(name="b")


def test_a_mistake_is_not_kept(folder):
    def fail():
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        kept("text", Pack, read=fail)
    assert not folder.exists()


def test_a_folder_that_can_not_be_written_is_no_hindrance(monkeypatch, tmp_path):
    blocked = tmp_path / "file"
    blocked.write_text("")
    monkeypatch.setenv("XDG_CACHE_HOME", str(blocked))
    assert kept("text", Pack, read=reads(Pack(name="a"))) == Pack(name="a")
