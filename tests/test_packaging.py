"""What an installation is made of."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent
LOCKS = ["requirements.lock", "requirements-dev.lock"]


@pytest.mark.parametrize("lock", LOCKS)
def test_every_requirement_is_pinned_and_hashed_and_no_index_is_named(lock):
    text = (ROOT / lock).read_text()
    requirements = re.split(r"(?m)^(?=[a-z0-9])", text)[1:]
    assert len(requirements) > 40
    for requirement in requirements:
        assert "==" in requirement.splitlines()[0]
        assert "--hash=sha256:" in requirement
    assert "://" not in text
    assert "pandas" not in text


def test_the_development_lock_agrees_with_the_other():
    pinned = [set(re.findall(r"(?m)^(\S+==\S+)", (ROOT / lock).read_text())) for lock in LOCKS]
    assert pinned[0] <= pinned[1]


@pytest.mark.parametrize(
    ("lock", "groups"),
    [("requirements.lock", ["build"]), ("requirements-dev.lock", ["build", "dev"])],
)
def test_the_locks_hold_all_that_the_project_asks_for(lock, groups):
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    asked = [
        *project["project"]["dependencies"],
        *(one for group in groups for one in project["dependency-groups"][group]),
    ]
    pinned = dict(re.findall(r"(?m)^([a-z0-9.-]+)==([^\s;]+)", (ROOT / lock).read_text()))
    for requirement in map(Requirement, asked):
        version = pinned.get(canonicalize_name(requirement.name))
        assert version, f"{requirement.name} is not in {lock}: make lock"
        assert requirement.specifier.contains(version), f"{requirement} in {lock}: make lock"


def test_the_readme_begins_with_one_sentence_and_the_two_commands():
    paragraphs = (ROOT / "README.md").read_text().split("\n\n")
    assert paragraphs[0] == "# Rivalscope"
    assert paragraphs[1].count(".") == 1
    assert "make demo" in paragraphs[2]
    assert "make test" in paragraphs[2]


@pytest.mark.parametrize("page", sorted((ROOT / "docs").rglob("*.md")), ids=lambda path: path.name)
def test_links_between_documents_lead_somewhere(page):
    for target in re.findall(r"\]\(([^)#:]+)\)", page.read_text()):
        assert (page.parent / target).exists(), target
