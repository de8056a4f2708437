"""Builds the wheel; fails unless it adds exactly our four names and carries the configuration."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path
from zipfile import ZipFile

TOP_LEVEL = {"analysis", "crawler", "rivalscope", "scheduler.py"}
CARRIED = {
    "rivalscope/defaults/rivalscope.yaml",
    "rivalscope/defaults/playbook.yaml",
    "rivalscope/defaults/themes/core.yaml",
    "rivalscope/defaults/lexicons/cs.yaml",
    "rivalscope/defaults/proxies/en.yaml",
    "rivalscope/defaults/demo/market.yaml",
    "rivalscope/reports/messages/sw/office.ftl",
    "rivalscope/reports/report.schema.json",
    "rivalscope/reports/templates/pdf.css",
    "rivalscope/reports/templates/report.html.j2",
}


def main() -> None:
    """Looks into a freshly built wheel."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder]
        subprocess.run(command, check=True, capture_output=True)  # ruff: ignore[subprocess-without-shell-equals-true] - our own build
        (wheel,) = Path(folder).glob("*.whl")
        with ZipFile(wheel) as archive:
            names = set(archive.namelist())
    added = {name.split("/")[0] for name in names if ".dist-info/" not in name}
    if added != TOP_LEVEL:
        sys.exit(f"the wheel adds {sorted(added)}, not {sorted(TOP_LEVEL)}")
    if missing := CARRIED - names:
        sys.exit(f"the wheel lacks {sorted(missing)}")


if __name__ == "__main__":
    main()
