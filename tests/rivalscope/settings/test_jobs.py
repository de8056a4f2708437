"""What the configuration says of what runs by itself."""

import pytest

from rivalscope.errors import ConfigurationError
from rivalscope.settings import load_settings


@pytest.fixture
def loaded(tmp_path):
    def loading(schedule, environment=None):
        path = tmp_path / "rivalscope.yaml"
        path.write_text(f"us: {{slug: a, name: A}}\n{schedule}\n")
        return load_settings(path, environment=environment or {})

    return loading


def jobs_of(settings):
    return {job.name: job for job in settings.jobs}


def test_the_night_is_there_without_being_asked_for(loaded):
    night = jobs_of(loaded(""))["nightly"]
    assert (night.command, f"{night.at:%H:%M}", str(night.zone)) == (("run",), "02:30", "UTC")
    assert night.weekday is None


def test_a_job_is_called_as_its_command_unless_it_says_otherwise(loaded):
    found = jobs_of(
        loaded(
            "schedule:\n  time_zone: Asia/Kolkata\n  jobs:\n"
            "    validate: {at: sunday 05:30}\n"
            "    mail: {at: '07:00', command: \"report --language 'cs'\", timeout_minutes: 5}\n"
        )
    )
    assert found["validate"].command == ("validate",)
    assert found["validate"].weekday == 6
    assert found["mail"].command == ("report", "--language", "cs")
    assert found["mail"].timeout_seconds == 300
    assert {str(job.zone) for job in found.values()} == {"Asia/Kolkata"}


def test_anything_can_be_turned_off(loaded):
    settings = loaded("schedule: {nightly: off, jobs: {validate: {at: off}}}")
    assert not {"nightly", "validate"} & set(jobs_of(settings))


def test_the_environment_wins_over_the_file(loaded):
    environment = {"RIVALSCOPE_SCHEDULE_NIGHTLY": "off", "RIVALSCOPE_HEARTBEAT_HOURS": "50"}
    settings = loaded("schedule: {nightly: '01:00'}", environment)
    assert "nightly" not in jobs_of(settings)
    assert settings.heartbeat_seconds == 50 * 3600


@pytest.mark.parametrize(
    ("schedule", "mistake"),
    [
        ("nightly: '25:00'", "2:12: schedule.nightly is '25:00': must be a time such as 02:30"),
        ("nightly: someday 02:30", "2:12: schedule.nightly is 'someday 02:30': must be a time"),
        ("jobs: {check: {command: validate}}", "schedule.jobs.check.at is missing"),
        ("jobs: {nightly: {at: '03:00'}}", "2:19: the nightly run has a key of its own"),
        ("jobs: {x: {at: '03:00', command: \"a 'b\"}}", "is no command line: No closing quot"),
        ("jobs: {x: {at: '03:00', timeout_minutes: 0}}", "greater than 0"),
    ],
)
def test_mistakes_are_told_with_their_place(loaded, schedule, mistake):
    with pytest.raises(ConfigurationError) as caught:
        loaded(f"schedule: {{{schedule}}}")
    assert mistake in str(caught.value)
