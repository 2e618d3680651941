from __future__ import annotations

from bluf.evidence.formats.html.schemes import in_both
from bluf.evidence.gathering import Piece
from octavo.location import TextLocation

PLACE = TextLocation("a.html", 1)


def pieces(*texts: str, doubts: tuple[str, ...] = ()) -> list[Piece]:
    return [Piece(text, PLACE, doubts) for text in texts]


def test_what_one_of_the_two_shows_is_in_doubt() -> None:
    found = in_both(pieces("same", "light", "end"), pieces("same", "end"))
    assert [(each.text, each.doubts) for each in found] == [
        ("same", ()),
        ("light", ("it is not shown in dark colours",)),
        ("end", ()),
    ]


def test_other_words_in_dark_colours_are_told_in_their_place() -> None:
    *_, last = in_both(pieces("same"), pieces("same", "dark"))
    assert (last.text, last.doubts) == ("\u200b", ("other words are shown in dark colours",))


def test_a_doubt_of_either_is_one_of_both_and_stands_once() -> None:
    (one,) = in_both(pieces("a", doubts=("x",)), pieces("a", doubts=("x", "y")))
    assert one.doubts == ("x", "y")
