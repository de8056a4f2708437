"""init and validate."""

import click
import pytest

from rivalscope.cli import cli

COMMANDS = cli.list_commands(click.Context(cli))


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_explains_itself_within_80_columns(command):
    parent = click.Context(cli, info_name="rivalscope")
    found = cli.get_command(parent, command)
    shown = found.get_help(click.Context(found, info_name=command, parent=parent))
    assert "Usage: rivalscope" in shown
    assert max(map(len, shown.splitlines())) <= 80


def test_init_writes_a_configuration_that_validates(run, tmp_path):
    assert run("init", "--us", "Acme", "--competitor", "Bolt & Co").returncode == 0
    done = run("validate")
    assert done.returncode == 0, done.stderr
    assert "ok\n  2 brands; sources: none" in done.stdout
    assert "slug: bolt-co" in (tmp_path / "rivalscope.yaml").read_text()


def test_a_brand_without_competitors_validates(run):
    assert run("init", "--us", "Acme").returncode == 0
    assert "1 brand" in run("validate").stdout


def test_init_without_names_writes_the_commented_example(run, tmp_path):
    assert run("init").returncode == 0
    assert run("validate").returncode == 0
    assert "# Who we are." in (tmp_path / "rivalscope.yaml").read_text()


@pytest.mark.parametrize(
    ("names", "reason"),
    [
        (("--us", "Ours", "--competitor", "ours "), "'Ours' is named twice"),
        (("--us", "Ours", "--competitor", "B", "--competitor", "B"), "'B' is named twice"),
        (("--us", ""), "a brand needs a name"),
        (("--us", "Ours", "--competitor", " "), "a brand needs a name"),
    ],
)
def test_init_takes_each_brand_by_a_name_of_its_own(run, tmp_path, names, reason):
    done = run("init", *names)
    assert done.returncode == 2
    assert reason in done.stderr
    assert not (tmp_path / "rivalscope.yaml").exists()


def test_brands_whose_names_come_to_one_slug_are_numbered(run):
    names = ("A", "A!", "A 3", "A?")
    competitors = [part for name in names[1:] for part in ("--competitor", name)]
    assert run("init", "--us", names[0], *competitors).returncode == 0
    assert "4 brands" in run("validate").stdout


def test_init_never_overwrites_by_accident(run, market):
    before = (market / "rivalscope.yaml").read_text()
    done = run("init", "--us", "Other")
    assert done.returncode == 2
    assert "is there already" in done.stderr
    assert (market / "rivalscope.yaml").read_text() == before
    assert run("init", "--us", "Other", "--force").returncode == 0


def test_validate_prints_one_line_a_mistake_and_exits_2(run, tmp_path):
    (tmp_path / "rivalscope.yaml").write_text(
        "us: {slug: a, name: A, sauces: []}\nmarket: {languages: [xx]}\nretention: {months: 0}\n"
    )
    done = run("validate")
    assert done.returncode == 2
    lines = done.stderr.removeprefix("rivalscope: ").splitlines()
    assert len(lines) == 3
    assert lines[0].startswith("rivalscope.yaml:1:24: unknown key 'sauces'")
    assert lines[1].startswith("rivalscope.yaml:3:13: retention.months is 0")
    assert lines[2].startswith("rivalscope.yaml:2:22: no lexicon for language 'xx'")
    assert done.stdout == ""


def test_a_command_without_a_configuration_says_how_to_get_one(run):
    done = run("status")
    assert done.returncode == 2
    assert "run `rivalscope init`" in done.stderr


@pytest.mark.parametrize(
    "arguments",
    [("report", "--as-of", "yesterday"), ("report", "--since", "2030-01-01"), ("nonsense",)],
)
def test_wrong_flags_are_usage_errors(run, market, arguments):
    done = run(*arguments)
    assert done.returncode == 2
    assert done.stderr
    assert "Traceback" not in done.stderr


def test_names_that_come_to_the_same_slug_are_numbered(run, tmp_path):
    assert run("init", "--us", "Почта", "--competitor", "Сдэк").returncode == 0
    assert run("validate").returncode == 0, run("validate").stderr
    text = (tmp_path / "rivalscope.yaml").read_text(encoding="utf-8")
    assert "slug: brand-2" in text


def test_a_language_nobody_has_a_lexicon_for_is_refused_at_once(run):
    done = run("init", "--us", "A", "--language", "xx")
    assert done.returncode == 2
    assert "--language xx: there are" in done.stderr


def test_an_alert_for_a_theme_that_is_not_there_is_a_mistake(run, tmp_path):
    (tmp_path / "rivalscope.yaml").write_text(
        "us: {slug: a, name: A}\nalerts: [{id: w, themes: [wait_tiem]}]\n"
    )
    done = run("validate")
    assert done.returncode == 2
    assert "unknown theme 'wait_tiem', did you mean 'wait_time'?" in done.stderr


@pytest.mark.parametrize(
    ("command", "said"),
    [
        (("init", "/proc/nope"), "/proc/nope"),
        (("analyze", "--db", "/proc/nope/x.sqlite"), "nothing is there yet"),
        (("report", "--as-of", "0001-01-01"), "before 2000-01-01"),
        (("report", "--as-of", "2999-01-01"), "in the future"),
        (("report",), "nothing is there yet"),
        (("status",), "nothing is there yet"),
        (("backup",), "nothing is there yet: `rivalscope run` or `rivalscope import` first"),
        (("export", "elsewhere"), "nothing is there yet"),
    ],
)
def test_what_can_not_be_done_is_said_in_a_line(run, market, command, said):
    done = run(*command)
    assert done.returncode in {1, 2}
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_the_demo_leaves_a_market_of_your_own_alone(run, market):
    before = (market / "rivalscope.yaml").read_text()
    done = run("demo", ".")
    assert done.returncode == 2
    assert "is a market of your own" in done.stderr
    assert (market / "rivalscope.yaml").read_text() == before
