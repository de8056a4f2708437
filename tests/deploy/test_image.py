"""The Dockerfile: linted, and its steps done without Docker."""

import fnmatch
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@dataclass
class Stage:
    image: str
    name: str | None
    steps: list = field(default_factory=list)
    """(instruction, its text), in order."""

    def texts(self, instruction):
        return [text for one, text in self.steps if one == instruction]

    def last(self, instruction):
        return self.texts(instruction)[-1]


def stages(text):
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    joined = "\n".join(lines).replace("\\\n", " ")
    found = []
    for line in joined.splitlines():
        instruction, _, rest = line.partition(" ")
        if instruction == "FROM":
            image, *name = rest.split()
            found.append(Stage(image, name[1] if name else None))
        else:
            found[-1].steps.append((instruction, rest.strip()))
    return found


def copies(stage):
    """(sources, target) of what comes from the folder that is built from."""
    split = [shlex.split(text) for text in stage.texts("COPY")]
    return [(words[:-1], words[-1]) for words in split if not words[0].startswith("--from=")]


BUILD, FINAL = stages((ROOT / "Dockerfile").read_text())


def test_hadolint_has_nothing_to_say():
    hadolint = shutil.which("hadolint", path=Path(sys.executable).parent)
    if hadolint is None:
        pytest.skip("hadolint is not installed: its wheel is for Linux")
    done = subprocess.run(
        [hadolint, ROOT / "Dockerfile"], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (0, "")


def test_it_runs_as_somebody_without_rights_and_waits_for_the_night():
    assert FINAL.last("USER") == "10001:10001"
    assert json.loads(FINAL.last("ENTRYPOINT")) == ["rivalscope"]
    assert json.loads(FINAL.last("CMD")) == ["schedule"]
    assert FINAL.last("HEALTHCHECK").endswith('CMD ["rivalscope", "heartbeat"]')
    assert FINAL.texts("VOLUME") == ["/data"]
    assert FINAL.last("WORKDIR") == "/data"


def test_sqlite_has_as_much_room_for_what_is_temporary_as_for_the_database():
    """Counting a new pack's tags or an earlier day anew takes more than a /tmp in memory holds."""
    assert "SQLITE_TMPDIR=/data" in FINAL.last("ENV").split()


def test_it_is_built_from_the_lock_with_hashes_only():
    installs = [step for step in BUILD.texts("RUN") if " install " in step]
    assert len(installs) == 2
    assert "--require-hashes" in installs[0]
    assert "-r requirements.lock" in installs[0]
    assert "--no-deps --no-build-isolation" in installs[1]
    assert not re.search(r"pip|install ", " ".join(FINAL.texts("RUN")).replace("install -d", ""))


def test_both_stages_are_of_one_image_with_a_version():
    assert BUILD.image == FINAL.image
    assert re.fullmatch(r"python:3\.\d+-slim-\w+", FINAL.image)


def test_what_is_copied_is_there_and_is_not_ignored():
    lines = (ROOT / ".dockerignore").read_text().splitlines()
    assert "*" in lines
    allowed = {line[1:] for line in lines if line.startswith("!")}
    copied = {source for sources, _ in copies(BUILD) for source in sources}
    assert copied == allowed
    assert all((ROOT / name).exists() for name in copied)


def test_everything_the_wheel_is_made_of_is_copied():
    copied = {source for sources, _ in copies(BUILD) for source in sources}
    project = (ROOT / "pyproject.toml").read_text()
    assert {"analysis", "crawler", "rivalscope", "scheduler.py", "config"} <= copied
    for name in re.findall(r'(?:readme = |license-files = \[)"([^"]+)"', project):
        assert name in copied


def ignored(folder, names):
    del folder
    return [name for name in names if fnmatch.filter([name], "__pycache__") or ".sqlite" in name]


@pytest.mark.image
@pytest.mark.timeout(900)
def test_its_steps_give_a_program_that_writes_nowhere_but_to_its_data(tmp_path):
    base = tmp_path / "image"
    base.mkdir()
    source, target, data = base / "src", base / "opt" / "rivalscope", base / "data"
    source.mkdir()
    target.parent.mkdir()
    environment = {
        name: value
        for name, value in os.environ.items()
        if name not in {"PYTHONPATH", "PYTHONPYCACHEPREFIX"}
    }
    for instruction, text in BUILD.steps:
        if instruction == "COPY":
            *names, place = text.split()
            for name in names:
                copy(ROOT / name, source / place / ("" if place.endswith("/") else ".."), name)
        elif instruction == "RUN":
            command = text.replace("/opt/rivalscope", str(target))
            command = re.sub(r"^python ", f"{sys.executable} ", command)
            subprocess.run(command, shell=True, check=True, cwd=source, env=environment)  # ruff: ignore[subprocess-popen-with-shell-equals-true] - as Docker does
    data.mkdir()
    subprocess.run(["chmod", "-R", "a-w", target, source], check=True)  # root can all the same
    program = tree(base, but=data)
    environment |= {
        "PATH": f"{target / 'bin'}:/usr/bin:/bin",
        "HOME": str(data),
        "XDG_CACHE_HOME": str(data / ".cache"),
        "PYTHONDONTWRITEBYTECODE": "1",
    }

    def run(*arguments):
        done = subprocess.run(
            [target / "bin" / "rivalscope", *arguments],
            cwd=data,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    assert re.search(r"version \d", run("--version"))
    shown = run("demo", ".", "--quiet")
    assert "Report: reports/latest/report.html" in shown
    assert (data / "logs").is_dir()
    assert tree(base, but=data) == program
    print(f"\n{len(list((target / 'lib').rglob('*.dist-info')))} packages in {target}")  # ruff: ignore[print] - the figure
    subprocess.run(["chmod", "-R", "u+w", base], check=True)
    shutil.rmtree(base)


def tree(folder, *, but):
    """Every file of *folder*, how large it is and when it was written."""
    return {
        path: (path.lstat().st_size, path.lstat().st_mtime_ns)
        for path in folder.rglob("*")
        if but not in {path, *path.parents}
    }


def copy(original, folder, name):
    if original.is_dir():
        shutil.copytree(original, folder.resolve() / name, ignore=ignored, dirs_exist_ok=True)
    else:
        shutil.copy(original, folder / name)
