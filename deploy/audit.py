"""Asks whether anything that requirements.lock installs is known to be vulnerable.

Exit codes: 0 nothing is known, 1 something is (printed), 3 the advisory service could not be asked,
which says nothing about the packages. Another file may be named as the argument.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

LOCK = Path(__file__).parent.parent / "requirements.lock"
_VULNERABLE, _NOT_ASKED = 1, 3
_MOST_SECONDS = 600


def main() -> None:
    """Prints what is known, and ends with the exit code that says so."""
    lock = Path(sys.argv[1]) if len(sys.argv) > 1 else LOCK
    report, log = _audited(lock)
    if report is None:
        print(f"audit: the advisory service could not be asked, so nothing is known:\n{log}")
        sys.exit(_NOT_ASKED)
    found = list(_findings(report))
    print("\n".join((*found, f"audit: {len(report)} packages, {len(found)} known vulnerabilities")))
    sys.exit(_VULNERABLE if found else 0)


def _audited(lock: Path) -> tuple[list[dict[str, Any]] | None, str]:
    """What pip-audit says of each package, None where it could not find out; and its log."""
    # everything is pinned with hashes: nothing is resolved, downloaded or built to audit it
    how = ("--requirement", str(lock), "--require-hashes", "--disable-pip", "--strict")
    shown = ("--format", "json", "--progress-spinner", "off")
    try:
        done = subprocess.run(  # ruff: ignore[subprocess-without-shell-equals-true] - our own arguments
            [sys.executable, "-m", "pip_audit", *how, *shown],
            capture_output=True,
            text=True,
            check=False,
            timeout=_MOST_SECONDS,
        )
    except subprocess.TimeoutExpired:
        return None, f"no answer within {_MOST_SECONDS} s"
    try:
        return json.loads(done.stdout)["dependencies"], done.stderr
    except (ValueError, KeyError):
        return None, _last_words(done.stderr)


def _last_words(log: str) -> str:
    """The lines that say why, without the traceback before them."""
    lines = [line.strip() for line in log.splitlines() if line.strip()]
    return "\n".join(lines[-2:])[:1000]


def _findings(report: list[dict[str, Any]]) -> Iterator[str]:
    for package in report:
        for one in package.get("vulns", ()):
            fixed = ", ".join(one["fix_versions"]) or "no version yet"
            yield f"{package['name']} {package['version']}: {one['id']}, fixed in {fixed}"


if __name__ == "__main__":
    main()
