from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import bluf.register.formats
from bluf.cli.register_options import FORMATS as OFFERED
from bluf.register.formats.table import FORMATS, TEMPLATED, rendered, stated_day

if TYPE_CHECKING:
    from bluf.register import Register

TEMPLATES = Path(__file__).parents[3] / "templates"
NOT_FORMATS = {"__init__", "columns", "rows", "story", "table", "text", "timeline"}


def render(register: Register, name: str) -> bytes:
    template = TEMPLATES / f"register.{name}" if name in TEMPLATED else None
    return rendered(register, name, template)


def test_the_table_names_every_module_of_the_folder() -> None:
    folder = Path(bluf.register.formats.__file__).parent
    modules = {path.stem for path in folder.glob("*.py")} - NOT_FORMATS
    assert modules == {*FORMATS} - {*TEMPLATED}


def test_the_command_offers_what_the_table_names() -> None:
    assert OFFERED == FORMATS


@pytest.mark.parametrize("name", OFFERED)
def test_every_format_says_what_day_it_is_of_and_is_the_same_twice(
    register: Register, name: str
) -> None:
    data = render(register, name)
    assert data == render(register, name)
    assert stated_day(data) == dt.date(2025, 2, 2)


@pytest.mark.parametrize("name", OFFERED)
def test_every_format_can_be_empty(empty: Register, name: str) -> None:
    assert render(empty, name)


def test_other_bytes_say_no_day() -> None:
    assert stated_day(b"as of 2025-02-02") is None
