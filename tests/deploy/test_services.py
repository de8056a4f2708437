"""compose.yaml and the systemd units: what they allow, and whether systemd takes them."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from rivalscope.cli import cli

ROOT = Path(__file__).parents[2]
UNITS = sorted((ROOT / "deploy").glob("rivalscope*"))
SERVICES = [unit for unit in UNITS if unit.suffix == ".service"]
#: Of 10; systemd calls all below 2 «OK», and nothing of ours «medium».
MOST_EXPOSURE = 2.0
HARDENED = {
    "DynamicUser=yes",
    "NoNewPrivileges=yes",
    "ProtectSystem=strict",
    "ProtectHome=yes",
    "PrivateTmp=yes",
    "CapabilityBoundingSet=",
    "StateDirectory=rivalscope",
}


def compose():
    return YAML(typ="safe").load(ROOT / "compose.yaml")


@pytest.mark.parametrize("name", ["scheduler", "reports"])
def test_a_container_can_change_nothing_but_its_volume(name):
    service = compose()["services"][name]
    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert service["security_opt"] == ["no-new-privileges:true"]
    assert service["restart"] == "unless-stopped"
    assert "noexec" in service["tmpfs"][0]
    assert service["pids_limit"] <= 256


def test_reports_are_served_to_this_machine_only_and_read_only():
    service = compose()["services"]["reports"]
    assert service["ports"] == ["127.0.0.1:8000:8000"]
    assert [volume["read_only"] for volume in service["volumes"]] == [True]
    assert "rivalscope" not in service["entrypoint"][1:]


def test_no_secret_stands_in_a_file_of_the_project():
    for path in (ROOT / "compose.yaml", ROOT / "Dockerfile", *UNITS):
        assert not re.search(r"://\S+:\S+@|(?i:password|token) *[=:] *\S", path.read_text()), path


def test_the_commands_that_are_started_exist():
    commands = {compose()["services"]["scheduler"]["command"][0]}
    for unit in SERVICES:
        commands |= set(
            re.findall(r"^ExecStart=\S+/rivalscope (\w+)", unit.read_text(), re.MULTILINE)
        )
    assert commands == {"schedule", "run"}
    assert commands <= set(cli.list_commands(None))


def test_the_scheduler_reads_its_configuration_again_where_systemd_is_told_to_reload():
    lines = (ROOT / "deploy" / "rivalscope.service").read_text().splitlines()
    assert "ExecReload=/bin/kill -HUP $MAINPID" in lines


@pytest.mark.parametrize("unit", SERVICES, ids=lambda unit: unit.name)
def test_a_unit_is_hardened_as_the_other_is(unit):
    lines = unit.read_text().splitlines()
    assert set(lines) >= HARDENED
    part = lines[lines.index("NoNewPrivileges=yes") : lines.index("TasksMax=256")]
    other = SERVICES[0].read_text().splitlines()
    assert part == other[other.index("NoNewPrivileges=yes") : other.index("TasksMax=256")]


@pytest.fixture
def units(tmp_path):
    """The units with a command that exists on this machine."""
    if shutil.which("systemd-analyze") is None:
        pytest.skip("systemd-analyze is not on this machine: it comes with systemd")
    for unit in UNITS:
        text = unit.read_text().replace("/opt/rivalscope/bin/rivalscope", sys.executable)
        (tmp_path / unit.name).write_text(text)
    return sorted(tmp_path.iterdir())


def test_systemd_takes_the_units(units):
    done = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", *units],
        capture_output=True,
        text=True,
        check=False,
    )
    ours = [line for line in done.stderr.splitlines() if "rivalscope" in line]
    assert (done.returncode, ours) == (0, [])


@pytest.mark.parametrize("name", [unit.name for unit in SERVICES])
def test_systemd_finds_little_exposed(units, name):
    (unit,) = [one for one in units if one.name == name]
    done = subprocess.run(
        ["systemd-analyze", "security", "--offline=true", "--no-pager", unit],
        capture_output=True,
        text=True,
        check=False,
    )
    if "exposure level" not in done.stdout:
        pytest.skip("systemd-analyze is older than 250")
    assert float(re.search(r"level for \S+: ([\d.]+)", done.stdout)[1]) < MOST_EXPOSURE
