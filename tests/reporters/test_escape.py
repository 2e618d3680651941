from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bluf.reporters.escape import escaped, harmless, shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain “quoted” – Ђурић", "plain “quoted” – Ђурић"),
        ("\x1b[31mred", "\\x1b[31mred"),
        ("a\nb\rc\td", "a\\nb\\rc\\td"),
        ("\u202eabc", "\\u202eabc"),
        ("\ud800", "\\ud800"),
        ("\x9b31m", "\\x9b31m"),
    ],
)
def test_what_steers_a_terminal_is_spelt_out(text: str, shown: str) -> None:
    assert escaped(text) == shown


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("::error::x", "\\x3a:error::x"),
        ("  \u00a0::error::x", "\\x3a:error::x"),
        ("a::b", "a::b"),
        ("x ##[error]y", "x ##\\x5berror]y"),
        ("##vso[task.complete]", "##vso\\x5btask.complete]"),
        ("##teamcity[message]", "##teamcity\\x5bmessage]"),
        ("## Heading", "## Heading"),
    ],
)
def test_no_line_is_a_command_of_a_ci_server(line: str, shown: str) -> None:
    assert harmless(line) == shown


@given(st.text())
def test_a_harmless_line_is_one_printable_line(text: str) -> None:
    line = harmless(text)
    assert len(line.splitlines()) <= 1
    assert not line.lstrip().startswith("::")
    line.encode("utf-8")


def test_lines_for_people_keep_colours_and_give_no_orders() -> None:
    assert shown("\x1b[31m::error::x\x1b[0m\n\ta") == "\\x20\x1b[31m::error::x\x1b[0m\n\ta"
