from __future__ import annotations

import io
from pathlib import Path

import pytest

from bluf.cli.manner import STANDARD, Manner


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("color", "environment", "coloured"),
    [
        ("always", {"NO_COLOR": "1"}, True),
        ("never", {"FORCE_COLOR": "1"}, False),
        ("auto", {"NO_COLOR": "1", "FORCE_COLOR": "1"}, False),
        ("auto", {"NO_COLOR": ""}, True),
        ("auto", {"TERM": "dumb"}, False),
        ("auto", {"TERM": "dumb", "FORCE_COLOR": "1"}, True),
    ],
)
def test_the_option_goes_before_the_environment(
    color: str, environment: dict[str, str], *, coloured: bool
) -> None:
    assert Manner(color=color).colours(Terminal(), environment) is coloured


def test_what_is_no_terminal_shows_colours_only_where_asked() -> None:
    assert not Manner().colours(io.StringIO(), {})
    assert Manner().colours(io.StringIO(), {"FORCE_COLOR": "1"})


def test_a_dash_is_no_file() -> None:
    assert Manner(output_file=STANDARD).file is None
    assert Manner(output_file=Path("a")).file == Path("a")
    assert not Manner("json").for_people
