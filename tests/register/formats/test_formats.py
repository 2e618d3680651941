from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import bluf.register.formats
from bluf.register.formats import FORMATS, stated_day

if TYPE_CHECKING:
    from bluf.register import Register

NOT_FORMATS = {"__init__", "cells", "columns", "story", "text", "timeline"}


def test_the_table_names_every_module_of_the_folder() -> None:
    folder = Path(bluf.register.formats.__file__).parent
    modules = {path.stem for path in folder.glob("*.py")} - NOT_FORMATS
    names = {each.render.__module__.rpartition(".")[2] for each in FORMATS.values()}
    assert names == modules


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_says_what_day_it_is_of_and_is_the_same_twice(
    register: Register, name: str
) -> None:
    data = FORMATS[name].render(register)
    assert data == FORMATS[name].render(register)
    assert stated_day(data) == dt.date(2025, 2, 2)


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_can_be_empty(empty: Register, name: str) -> None:
    assert FORMATS[name].render(empty)


def test_other_bytes_say_no_day() -> None:
    assert stated_day(b"as of 2025-02-02") is None
