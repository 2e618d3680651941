from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from bluf.register import Group, Reckoning, RowSelection, make_register
from bluf.register.formats import text
from bluf.reporters.cells import width

if TYPE_CHECKING:
    from bluf.register import Linked, Register

ESCAPE = re.compile(r"\x1b\[\d+m")


def table(register: Register, columns: int = 80, *, colour: bool = False) -> str:
    return "".join(f"{line}\n" for line in text.register_table(register, columns, colour=colour))


@pytest.mark.parametrize("columns", [60, 80, 119, 120, 160, 240])
def test_the_table_fits_the_terminal(register: Register, columns: int) -> None:
    lines = table(register, columns).splitlines()
    assert max(map(width, lines)) <= columns


def test_the_narrow_table_is_to_the_point(register: Register) -> None:
    shown = table(replace(register, entries=register.entries[:2]))
    assert (
        shown
        == """\
Register as of 2025-02-02 · 2 briefs · UNCLASSIFIED
Recorded later and left out: 1
1 overdue · 1 due soon

Id               What, and who owes whom                          State
───────────────  ───────────────────────────────────────────────  ──────────────
2025-01-05-a#F5  Answer                                           overdue by 18
                 Serbia; due 2025-01-15                           days
2025-01-05-a#F6  Call                                             due in 10 days
                 nobody named; due 2025-02-12
"""
    )


def test_the_wide_table_shows_the_last_evidence(register: Register) -> None:
    shown = table(register, 160)
    assert "“uskoro” [“soon”]" in shown
    assert "Novosti, 2025-01-03" in shown
    assert re.search(r"2025-01-05-a#F1 .* 1× ", shown)


def test_colour_changes_no_width(register: Register) -> None:
    coloured = table(register, colour=True)
    assert "\x1b[31m" in coloured
    plain = [line.rstrip() for line in ESCAPE.sub("", coloured).splitlines()]
    assert plain == table(register).splitlines()


def test_groups_and_filters_are_named(linked: Linked, register: Register) -> None:
    selected = make_register(
        linked, Reckoning(register.day), RowSelection(owner="us"), group_by=Group.TOPIC
    )
    lines = table(selected).splitlines()
    assert "Only: owner us" in lines
    assert "Trade" in lines


def test_filters_that_nothing_fits_say_so(linked: Linked, register: Register) -> None:
    none = make_register(linked, Reckoning(register.day), RowSelection(topic="cheese"))
    assert table(none).splitlines()[-1] == "Nothing fits."


def test_an_empty_register_says_so(empty: Register) -> None:
    assert table(empty) == (
        "Register as of 2024-02-02 · 0 briefs\n"
        "Recorded later and left out: 3\n"
        "Nothing was recorded by then.\n"
    )
