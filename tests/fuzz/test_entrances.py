"""Whatever is typed or set is answered as input: never as a bug of ours, never with a traceback."""

from __future__ import annotations

import contextlib
import io
import shutil
import sys
from pathlib import Path
from typing import Any

import pytest
import typer
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs

from bluf.cli.app import make_app, run
from bluf.cli.errors import ExitCode
from bluf.settings import Settings

ROOT = Path(__file__).parents[2]
ANSWERS = {0, 1, 2, 3, 4}
NASTY = (
    *("", " ", ".", "-", "--", "#", "a#b#c", "\\\\", "a\nb", "\x07", "\udcff", "\u202ea"),
    *("nan", "inf", "-1", "0", "9" * 30, "1e999", "²", "٣", "true", "[]", "{}", "None", "x" * 300),
    *("0000-00-00", "9999-12-31", "2025-02-30", "brief", "brief.docx", "*", "[", "**/*"),
    *("dask://", "dask://x", "dask://[::1", "processes:0", "processes:²", "serial"),
    *("brief.yaml", "n.md", "d.json", "bad.docx", "folder", "bad.yaml", "no.xlsx", "latin.md"),
    *("utf-8", "zlib", "idna", "md", "docx,docx", ",", "a4,letter", "quote-not-in-source,"),
)
"""What people type where something else is wanted, by kinds."""
LEFT_OUT = {"show", "mcp", "help"}
"""They start other programs, or wait for what comes in."""
SLOW = {"--watch", "--verify", "--help", "--output-file", "--out", "-o"}


def leaves(group: Any, path: tuple[str, ...] = ()) -> list[tuple[tuple[str, ...], Any]]:  # noqa: ANN401 - typer's own
    found = []
    for name, command in group.commands.items():
        if hasattr(command, "commands"):
            found += leaves(command, (*path, name))
        elif name not in LEFT_OUT:
            found.append(((*path, name), command))
    return found


COMMANDS = leaves(typer.main.get_command(make_app()))
VALUES = st.sampled_from(NASTY)


@st.composite
def command_lines(draw: st.DrawFn) -> list[str]:
    path, command = draw(st.sampled_from(COMMANDS))
    words = list(path)
    for each in draw(st.lists(st.sampled_from(command.params), max_size=3)):
        names = [name for name in (*each.opts, *each.secondary_opts) if name.startswith("-")]
        if not names:
            words.append(draw(VALUES))
        elif not SLOW & set(names):
            words.append(draw(st.sampled_from(names)))
            words += [] if each.is_flag else [draw(VALUES)]
    return [*words, *draw(st.lists(VALUES, max_size=2))]


@pytest.fixture
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(ROOT / "briefs/2025-08-06-serbia-us", tmp_path / "briefs/a")
    monkeypatch.chdir(tmp_path)
    Path("n.md").write_text("{{ name }}", encoding="utf-8")
    Path("d.json").write_text('{"name": 1}', encoding="utf-8")
    Path("bad.docx").write_bytes(b"PK\x03\x04 no")
    Path("bad.yaml").write_bytes(b"a: [\xff")
    Path("latin.md").write_bytes("é".encode("cp1252"))
    Path("folder").mkdir()


def answer(arguments: list[str]) -> tuple[int, str]:
    """The exit code, and what went to standard error."""
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        return run(arguments), err.getvalue()


@pytest.mark.usefixtures("_folder")
@given(arguments=command_lines())
@settings(max_examples=60)
def test_whatever_is_typed_is_answered(arguments: list[str]) -> None:
    sys.stdin = io.TextIOWrapper(io.BytesIO(b"{}"))
    code, said = answer(arguments)
    assert code in ANSWERS, (code, said)
    assert "Traceback" not in said


def keys(record: Any, prefix: str = "") -> list[str]:  # noqa: ANN401 - a record
    found = []
    for field in structs.fields(record):
        found.append(f"{prefix}{field.name}")
        if isinstance(field.type, type):
            with contextlib.suppress(TypeError):
                found += keys(field.type, f"{prefix}{field.name}.")
    return found


TOML = st.sampled_from(
    (
        *("nan", "-inf", "1e400", "-0", "99999999999999999999999999", "true", "1979-05-27", "[]"),
        *(
            "[[]]",
            "{}",
            '""',
            '"\\u0000"',
            '"\\u202e"',
            '"../b"',
            '".."',
            '"a"',
            '["a", 1]',
            "'\\'",
        ),
    )
)


@pytest.mark.usefixtures("_folder")
@given(key=st.sampled_from(keys(Settings)), value=TOML)
@settings(max_examples=20)
def test_whatever_the_settings_say_is_answered(key: str, value: str) -> None:
    Path("bluf.toml").write_text(f"{key} = {value}\n", encoding="utf-8")
    code, said = answer(["build", "briefs/a", "--check", "--format", "md"])
    assert code in ANSWERS, (code, said)


@pytest.mark.usefixtures("_folder")
@pytest.mark.parametrize(
    "content",
    [b"\xff\xfe", b"\xff", b"\0", b"a = 1\na = 2", b"=", b"x" * 5_000_000, b"a." * 5000 + b"a = 1"],
    ids=["utf-16", "latin", "nul", "twice", "syntax", "huge", "deep"],
)
@pytest.mark.parametrize("name", ["bluf.toml", "pyproject.toml"])
def test_whatever_lies_where_settings_lie_is_answered(name: str, content: bytes) -> None:
    Path(name).write_bytes(content + b"\n# bluf")
    code, said = answer(["register"])
    assert code == ExitCode.REFUSED, said
