"""`make audit` tells apart: nothing known, something known, and nobody to ask."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
KNOWN = {"id": "PYSEC-1", "fix_versions": ["2.0"]}


@pytest.fixture
def audit(tmp_path):
    """``audit(code)`` runs it with a pip-audit that does *code*."""

    def running(code):
        (tmp_path / "pip_audit.py").write_text(code)
        done = subprocess.run(
            [sys.executable, ROOT / "deploy" / "audit.py"],
            env={**os.environ, "PYTHONPATH": f"{tmp_path}:{os.environ['PYTHONPATH']}"},
            capture_output=True,
            text=True,
            check=False,
        )
        return done.returncode, done.stdout

    return running


def says(*packages, code):
    return f"import sys; print({json.dumps({'dependencies': packages})!r}); sys.exit({code})"


def package(name, *known):
    return {"name": name, "version": "1.0", "vulns": list(known)}


def test_fault_34_nothing_known(audit):
    code, out = audit(says(package("a"), package("b"), code=0))
    assert (code, out) == (0, "audit: 2 packages, 0 known vulnerabilities\n")


def test_fault_34_something_known(audit):
    code, out = audit(says(package("a", KNOWN), package("b"), code=1))
    assert code == 1
    assert out.startswith("a 1.0: PYSEC-1, fixed in 2.0\n")


def test_fault_34_nobody_to_ask_is_not_nothing_known(audit):
    code, out = audit("import sys; sys.exit('ERROR: could not connect to the service')")
    assert code == 3
    assert out == (
        "audit: the advisory service could not be asked, so nothing is known:\n"
        "ERROR: could not connect to the service\n"
    )


def test_fault_34_the_lock_alone_is_audited(audit):
    _, asked = audit("import sys; sys.exit(' '.join(sys.argv[1:]))")
    assert f"--requirement {ROOT / 'requirements.lock'} --require-hashes --disable-pip" in asked
