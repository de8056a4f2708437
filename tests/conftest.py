"""What every test gets."""

import os
import shutil
import tempfile
import time
from pathlib import Path

import pytest
from hypothesis import settings

# What is loaded when first asked for makes an example slow, on a busy machine above all.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

# parsed packs are kept between runs, but not among the user's own
os.environ["XDG_CACHE_HOME"] = str(Path(__file__).parent.parent / ".cache")
# processes that tests start would compile everything again and again
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
os.environ["PYTHONPYCACHEPREFIX"] = str(Path(__file__).parent.parent / ".cache" / "bytecode")
# what the developer has set must not decide a test
for name in [name for name in os.environ if name.startswith("RIVALSCOPE_")]:
    del os.environ[name]

# processes that tests start may connect to this machine only, as their own process may
os.environ["PYTHONPATH"] = os.pathsep.join(
    filter(None, [str(Path(__file__).parent / "support"), os.environ.get("PYTHONPATH")])
)
CONNECTS = Path(tempfile.mkdtemp(prefix="rivalscope-connects-")) / "elsewhere"
os.environ["CONNECTS_ELSEWHERE"] = str(CONNECTS)


@pytest.fixture(scope="session", autouse=True)  # ruff: ignore[pytest-fixture-autouse] - it watches every test
def connects_elsewhere():
    """The file that tells of each attempt of a child to connect elsewhere; there must be none."""
    CONNECTS.touch()
    yield CONNECTS
    told = CONNECTS.read_text()
    shutil.rmtree(CONNECTS.parent)
    assert told == ""


@pytest.fixture
def until():
    """``until(condition)`` waits for it, 20 seconds at most."""

    def waiting(condition):
        end = time.monotonic() + 20
        while not condition():
            assert time.monotonic() < end, "it never came"
            time.sleep(0.01)

    return waiting


@pytest.fixture
def is_alive():
    """``is_alive(pid)``: whether that process still runs; a zombie only waits for its parent."""

    def asked(pid):
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return False
        stat = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8")
        return stat.rpartition(")")[2].split()[0] != "Z"

    return asked
