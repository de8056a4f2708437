"""Numbered files: bounded, private, and safe for several writers at once."""

import json
import logging
import stat
import subprocess
import sys

import pytest

from rivalscope.logs.files import Files, FilesHandler

WRITER = """
import sys
from pathlib import Path
from rivalscope.logs.files import Files
files = Files(Path(sys.argv[1]), name="a", most_bytes=2000, count=1000)
for number in range(int(sys.argv[3])):
    files.append(f'["{sys.argv[2]}", {number}, "{"x" * 100}"]\\n'.encode())
"""


@pytest.fixture
def files(tmp_path):
    made = Files(tmp_path / "logs", name="a", most_bytes=100, count=3)
    yield made
    made.close()


def test_a_full_file_is_followed_by_the_next_and_the_oldest_is_dropped(files):
    for number in range(20):
        files.append(b"%03d%s\n" % (number, b"." * 46))
    kept = files.numbered()
    assert list(kept) == [8, 9, 10]
    assert [path.name for path in kept.values()][-1] == "a.000010.jsonl"
    assert all(path.stat().st_size <= 100 + 50 for path in kept.values())
    assert files.last.read_bytes()[:3] == b"018"


def test_nobody_else_may_read_it(files):
    files.append(b"line\n")
    assert stat.S_IMODE(files.last.stat().st_mode) == 0o600
    assert stat.S_IMODE(files.folder.stat().st_mode) == 0o700


def test_a_link_that_somebody_laid_there_is_not_followed(files, tmp_path):
    files.folder.mkdir()
    files.last.symlink_to(tmp_path / "victim")
    with pytest.raises(OSError, match="symbolic links"):
        files.append(b"line\n")
    assert not (tmp_path / "victim").exists()


def test_who_writes_to_a_file_that_was_dropped_goes_on_in_the_last_one(files, tmp_path):
    files.append(b"one\n")
    other = Files(tmp_path / "logs", name="a", most_bytes=100, count=3)
    for _ in range(10):
        other.append(b"." * 99 + b"\n")
    other.close()
    files.append(b"two\n")
    assert 1 not in files.numbered()
    assert files.last.read_bytes() == b"two\n"


def test_other_files_of_the_folder_are_left_alone(files):
    files.folder.mkdir()
    others = [files.folder / name for name in ("a.notes.jsonl", "b.000001.jsonl", "a.000001.txt")]
    for other in others:
        other.write_text("mine")
    for _ in range(20):
        files.append(b"." * 99 + b"\n")
    assert all(other.read_text() == "mine" for other in others)


def test_several_processes_that_fill_files_at_once_lose_and_tear_no_line(tmp_path):
    lines = 300
    writers = [
        subprocess.Popen([sys.executable, "-c", WRITER, str(tmp_path), name, str(lines)])
        for name in "xyz"
    ]
    assert [writer.wait(60) for writer in writers] == [0, 0, 0]
    paths = Files(tmp_path, name="a", most_bytes=2000, count=1000).numbered()
    read = [json.loads(line) for path in paths.values() for line in path.read_text().splitlines()]
    for name in "xyz":
        assert [number for who, number, _ in read if who == name] == list(range(lines))


def test_a_log_that_can_not_be_written_is_told_once_and_stops_nothing(tmp_path, capsys):
    (tmp_path / "logs").write_text("in the way")
    handler = FilesHandler(Files(tmp_path / "logs", name="a", most_bytes=100, count=3))
    for _ in range(3):
        handler.emit(logging.makeLogRecord({"msg": "hello"}))
    told = capsys.readouterr().err
    assert told.count("\n") == 1
    assert told.startswith("rivalscope: no log: ")
