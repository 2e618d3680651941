from __future__ import annotations

import pytest

from octavo.pages.breaks import Extent, extent, extents, is_complex, is_east_asian, is_square


@pytest.mark.parametrize(
    ("sign", "least", "greatest"),
    [
        ("\u2000", 0.5, 0.5),
        ("\u2001", 1.0, 1.0),
        ("\u2002", 0.5, 0.5),
        ("\u2003", 1.0, 1.0),
        ("\u2004", 1 / 3, 1 / 3),
        ("\u2005", 0.25, 0.25),
        ("\u2006", 1 / 6, 1 / 6),
        ("\u2007", 0.45, 0.65),
        ("\u2008", 0.2, 0.4),
        ("\u2009", 0.1, 0.26),
        ("\u200a", 0.04, 0.2),
        ("\u202f", 0.1, 0.34),
        ("\u205f", 0.2, 0.3),
        ("\u3000", 1.0, 1.0),
        ("\x07", 0.0, 0.0),
        ("\u200e", 0.0, 0.0),
        ("\ufe0f", 0.0, 0.0),
        ("字", 1.0, 1.0),
        ("한", 0.86, 1.0),
        ("か", 0.7, 1.0),
        ("。", 0.5, 1.0),
        ("😀", 0.8, 1.5),
        ("ｶ", 0.5, 0.5),
        ("１", 0.9, 1.0),
        ("\U0001d165", 0.0, 0.6),
        ("\ue000", 0.2, 1.4),
    ],
)
def test_signs_have_extents_by_what_they_are(sign: str, least: float, greatest: float) -> None:
    assert extent(sign) == Extent(least, greatest)


def test_letters_have_the_extents_of_the_fonts_that_there_are() -> None:
    assert 0.3 < extent("ש").least < extent("ש").greatest < 1
    assert extent("\u05b8").least == 0


def test_joining_letters_have_an_extent_for_each_form() -> None:
    isolated = extent("ب")
    (initial, final) = extents("بب")
    assert extents("ب") == [isolated]
    assert initial.greatest < isolated.greatest
    assert final.greatest > initial.greatest
    assert extents("ببب")[1] == extent("ب", 2)
    assert extents("بـب")[0] == initial
    assert extents("ب\u064eب")[0] == initial
    assert list(extents("ب\u064e\u0651ب"))[::3] == [initial, final]
    assert extents("اب")[1] == isolated


def test_scripts_have_fonts_of_their_own() -> None:
    assert (is_east_asian("a字"), is_east_asian("é\u3000")) == (True, False)
    assert (is_complex("aש"), is_complex("aж")) == (True, False)
    assert (is_square("字"), is_square("字。")) == (True, False)
