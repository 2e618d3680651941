"""Every command speaks alike: run in every format, its standard output is read by a program."""

from __future__ import annotations

import io
import json
import os
import re
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import typer
from lxml import etree
from tests.octavo.pages.fonts_made import make_font

from bluf.cli import printer
from bluf.cli.app import make_app, run
from bluf.cli.choices import REPORT_FORMATS
from bluf.cli.contract import under_contract
from bluf.cli.manner import Manner
from bluf.reporters.json import schema
from octavo.finding import Finding, FindingsError, Level
from octavo.location import FileLocation

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROOT = Path(__file__).parents[2]
BRIEF = "briefs/2025-08-06-serbia-us"
SAMPLES = {
    "new": ["2026-03-01-talks"],
    "build": [BRIEF, "--out", "public"],
    "check": [BRIEF],
    "explain": ["due-vague"],
    "register": [],
    "thread": ["2025-08-06-serbia-us#F1"],
    "sources": [BRIEF],
    "send": [BRIEF, "--out", "public"],
    "pull": [f"{BRIEF}/2025-08-06-serbia-us.docx"],
    "verify": ["--quote", "a serious step forward", "--source", f"{BRIEF}/sources"],
    "quote": ["a serious step", BRIEF],
    "convert": [f"{BRIEF}/brief.yaml", "brief.json"],
    "diff": ["templates/brief.docx", "templates/register.docx"],
    "render": ["note.md", "talks.json"],
    "schema": [],
    "doctor": [],
    "fonts add": ["ministry.ttf"],
    "fonts list": [],
    "draft": [f"{BRIEF}/sources/state-extract.txt"],
    "template list": [],
    "template labels": [],
    "template check": ["templates/brief.docx"],
    "template fields": [],
    "template show": ["templates/brief.md"],
    "template new": ["ministry"],
}
"""Arguments with which each command says something."""
ELSEWHERE = {"show": "needs LibreOffice", "help": "is the help", "mcp": "speaks to a program"}
METAVAR = re.compile(r"[A-Z]+(\|[A-Z]+)*|\[?[A-Z]+\]?(\.\.\.)?")
FOUND = Finding("a-rule", Level.ERROR, "it is wrong", FileLocation("a.yaml"))


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for folder in (BRIEF, "templates"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    (tmp_path / "note.md").write_text("# {{ name }}\n", encoding="utf-8")
    make_font(tmp_path / "ministry.ttf", "Ministry Sans")
    (tmp_path / "fonts").mkdir()
    (tmp_path / "fonts/other.figures").touch()
    (tmp_path / "talks.json").write_text('{"name": "Talks"}\n', encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def leaves(group: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[str, Any]]:  # noqa: ANN401 - click's classes are typer's own affair
    for name, command in group.commands.items():
        if hasattr(command, "commands"):
            yield from leaves(command, (*path, name))
        else:
            yield " ".join((*path, name)), command


EVERY = dict(leaves(typer.main.get_command(make_app())))


def parse(text: str, output_format: str) -> None:
    """Read the whole of a report; a line too many is an error."""
    if output_format in {"json", "sarif"}:
        document = json.loads(text)
        assert "runs" in document or set(document) <= set(schema()["properties"])
    elif output_format == "junit":
        etree.fromstring(text.encode())
    else:
        assert all(line.startswith("::") for line in text.splitlines() if line)


def test_every_command_is_tried() -> None:
    assert set(EVERY) == set(SAMPLES) | set(ELSEWHERE)


@pytest.mark.parametrize("name", [name for name in EVERY if name in SAMPLES])
@pytest.mark.parametrize("output_format", [each for each in REPORT_FORMATS if each != "text"])
def test_a_report_stands_alone_on_standard_output(
    home: Path, capsys: pytest.CaptureFixture[str], name: str, output_format: str
) -> None:
    del home
    arguments = [*name.split(), *SAMPLES[name], "--output-format", output_format]
    assert run(arguments) in {0, 1}
    shown = capsys.readouterr()
    parse(shown.out, output_format)
    assert "\x1b" not in shown.out


@pytest.mark.parametrize("name", [name for name in EVERY if name in SAMPLES])
def test_a_report_goes_to_a_file_and_quiet_says_nothing_besides(
    home: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    options = ["--output-format", "json", "--output-file", "report.json", "-q"]
    run([*name.split(), *SAMPLES[name], *options])
    assert capsys.readouterr() == ("", "")
    document = json.loads((home / "report.json").read_text(encoding="utf-8"))
    assert document["findings"] or document["answers"]


@pytest.mark.parametrize(("name", "command"), EVERY.items(), ids=EVERY)
def test_options_are_named_in_one_style(name: str, command: Any) -> None:  # noqa: ANN401
    if name == "help":
        return
    flags = {flag for each in command.params for flag in each.opts}
    assert {"--output-format", "--output-file", "--quiet", "-q", "-v", "--color"} <= flags
    for each in command.params:
        shown = each.make_metavar(ctx=typer.Context(command))
        takes_value = not getattr(each, "is_flag", False)
        assert not takes_value or (METAVAR.fullmatch(shown) and shown not in {"TEXT", "INTEGER"})


def test_text_goes_to_a_file_without_colours(home: Path) -> None:
    assert run(["check", BRIEF, "--output-file", "report.txt", "--color", "auto"]) == 0
    text = (home / "report.txt").read_text(encoding="utf-8")
    assert ": note " in text
    assert "\x1b" not in text


def test_a_hyphen_is_standard_output(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    del home
    assert run(["schema", "--output-file", "-"]) == 0
    assert capsys.readouterr().out.startswith("{")


def test_a_report_that_cannot_be_written_is_told(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (home / "report.txt").mkdir()
    assert run(["schema", "--output-file", "report.txt"]) == 4
    assert "error: “report.txt”" in capsys.readouterr().err


@pytest.mark.parametrize("flag", ["--confirm-pages", "--fit", "--annex", "--strict"])
def test_what_the_settings_switch_on_a_flag_switches_off(flag: str) -> None:
    no = flag.replace("--", "--no-")
    options = {name for each in EVERY["build"].params for name in each.secondary_opts}
    assert no in options


def test_no_strict_goes_before_the_settings(home: Path) -> None:
    (home / "bluf.toml").write_text("[checks]\nstrict = true\n", encoding="utf-8")
    Path("note.md").write_text("[here](https://example.org)\n", encoding="utf-8")
    assert [run(["check", "note.md", *more]) for more in ([], ["--no-strict"])] == [1, 0]


def test_capitals_do_not_matter_in_words_of_a_list(home: Path) -> None:
    del home
    assert run(["build", BRIEF, "--paper", "A4", "--format", "MD", "--out", "public"]) == 0


def test_a_mistake_names_the_help_of_its_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["template", "check", "--no-such"]) == 2
    assert "“bluf template check --help”" in capsys.readouterr().err


def test_help_is_a_command_too(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["help", "template", "check"]) == 0
    assert "Usage: bluf template check" in capsys.readouterr().out
    assert run(["help"]) == 0
    assert "Usage: bluf [OPTIONS]" in capsys.readouterr().out


@pytest.mark.parametrize("group", [[], ["template"], ["fonts"]])
def test_a_group_shows_its_commands_each_on_a_line(
    capsys: pytest.CaptureFixture[str], group: list[str]
) -> None:
    assert run(group) == 0
    shown = capsys.readouterr().out
    assert shown.startswith(" ".join(["Usage: bluf", *group]))
    commands = shown.partition("Commands:\n")[2].partition("\n\n")[0].splitlines()
    assert [line for line in commands if line.startswith("   ") or line.endswith("...")] == []


def test_version_has_a_short_name(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["-V"]) == 0
    assert capsys.readouterr().out.startswith("bluf ")


def _run_alone(command: Callable[..., object], *arguments: str) -> int:
    app = typer.Typer(pretty_exceptions_enable=False)
    app.command()(under_contract(command))
    return int(app(args=list(arguments), standalone_mode=False))


@pytest.mark.parametrize(
    ("error", "code", "reported"),
    [
        (FindingsError([FOUND]), 3, True),
        (OSError("the disk is gone"), 4, True),
        (ZeroDivisionError(), 70, False),
        (KeyboardInterrupt(), 130, False),
    ],
)
def test_however_a_command_ends_its_report_is_whole_or_not_there(
    capsys: pytest.CaptureFixture[str], error: BaseException, code: int, reported: bool
) -> None:
    def command() -> None:
        raise error

    assert _run_alone(command, "--output-format", "json") == code
    out = capsys.readouterr().out
    assert bool(out) is reported
    if code == 3:
        assert json.loads(out)["counts"]["error"] == 1


def test_a_command_may_return_its_exit_code() -> None:
    assert _run_alone(lambda: 1) == 1


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("color", "environment", "coloured"),
    [
        ("auto", {}, True),
        ("auto", {"TERM": "dumb"}, False),
        ("auto", {"NO_COLOR": "1"}, False),
        ("auto", {"NO_COLOR": "1", "FORCE_COLOR": "1"}, False),
        ("always", {"NO_COLOR": "1"}, True),
        ("never", {"FORCE_COLOR": "1"}, False),
    ],
)
def test_colours_are_as_the_option_and_the_environment_say(
    color: str, environment: dict[str, str], coloured: bool
) -> None:
    assert Manner(color=color).colours(Terminal(), environment) is coloured


def test_force_color_colours_a_pipe() -> None:
    assert Manner().colours(io.StringIO(), {"FORCE_COLOR": "1"})
    assert not Manner().colours(io.StringIO(), {})


def test_a_file_is_coloured_only_where_that_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", Terminal())
    monkeypatch.setattr(os, "environ", {})
    with printer.speaking(Manner(output_file=Path("a"))):
        assert not printer.colours(sys.stdout)
    with printer.speaking(Manner(output_file=Path("a"), color="always")):
        assert printer.colours(sys.stdout)


def test_verbose_says_details(capsys: pytest.CaptureFixture[str]) -> None:
    printer.detail("unsaid")
    with printer.speaking(Manner(verbose=True)):
        printer.detail("said")
    assert capsys.readouterr().err == "said\n"


def test_verbose_shows_notes_of_a_build(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    del home
    run(["build", BRIEF, "--out", "public"])
    assert ": note " not in capsys.readouterr().err
    run(["build", BRIEF, "--out", "public", "-v"])
    assert ": note " in capsys.readouterr().err
