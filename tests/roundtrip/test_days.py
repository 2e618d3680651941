from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.roundtrip.conftest import DATA

from bluf.pipeline import bring_home

if TYPE_CHECKING:
    from tests.roundtrip.conftest import Sent


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        (">Minister<", ">Prime Minister<", "to: Prime Minister  # who reads it"),
        ("Highland will pay.", "Highland pays.", "bottom_line: Highland pays."),
        (">Half of the cost", ">Two thirds of it", "    ask: Two thirds of it"),
        ("Talks on the", "Second talks on the", "title: Second talks on the crossing"),
        ("1 March 2026", "2 March 2026", "date: 2026-03-02"),
        (">Accepted", ">Refused", "    response: refused"),
        (">Agreed", ">Welcomed", "    strength: welcomed"),
    ],
)
def test_one_edit_changes_one_line(sent: Sent, old: str, new: str, line: str) -> None:
    pulled = sent.pull((old, new))
    assert bring_home(sent.data.parent / "edited.docx", pulled)
    before, after = DATA.splitlines(), sent.text.splitlines()
    assert [each for each in after if each not in before] == [line]
    assert len(before) == len(after)


def test_a_day_that_is_none_is_refused(sent: Sent) -> None:
    (change,) = sent.pull(("1 March 2026", "31 February 2026")).changes
    assert change.reason == "“31 February 2026” is not a day as this language writes it"
