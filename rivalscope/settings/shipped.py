"""Finds the data that ships: beside the code in a wheel, in config/ of a checkout."""

from pathlib import Path

import rivalscope


def shipped_folder() -> Path:
    """Where ``rivalscope.yaml``, ``themes/``, ``lexicons/``, ``playbook.yaml``, ``demo/`` lie."""
    package = Path(rivalscope.__file__).parent
    installed = package / "defaults"
    return installed if installed.is_dir() else package.parent / "config"


def shipped_names(folder: str) -> tuple[str, ...]:
    """Names without ``.yaml`` of what ships in ``themes``, ``lexicons`` ..., sorted."""
    return tuple(sorted(path.stem for path in (shipped_folder() / folder).glob("*.yaml")))
