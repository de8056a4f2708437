"""What every test gets."""

import os
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


@pytest.fixture
def until():
    """``until(condition)`` waits for it, 20 seconds at most."""

    def waiting(condition):
        end = time.monotonic() + 20
        while not condition():
            assert time.monotonic() < end, "it never came"
            time.sleep(0.01)

    return waiting
