from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

import octavo
from octavo import markdown, ooxml, pages, word
from octavo.door import door

if TYPE_CHECKING:
    from types import ModuleType

ROOMS = (octavo, markdown, ooxml, pages, word)


@pytest.mark.parametrize("room", ROOMS, ids=lambda room: room.__name__)
def test_every_name_of_a_door_leads_somewhere(room: ModuleType) -> None:
    assert all(getattr(room, name) is not None for name in dir(room))


def test_a_name_that_is_not_there_is_told_as_python_tells_it() -> None:
    enter, _ = door("octavo.pages")
    with pytest.raises(AttributeError, match="has no attribute 'nothing'"):
        enter("nothing")


def test_a_door_loads_what_is_asked_of_it_and_no_more() -> None:
    script = (
        "import sys; from octavo.pages import Verdict;"
        "print('octavo.pages.layout' in sys.modules, 'octavo.pages.measuring' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout == "True False\n"


def test_the_door_says_what_is_there() -> None:
    assert dir(octavo) == octavo.__all__
