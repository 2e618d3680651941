from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from octavo.pages.fonts import faces
from octavo.pages.formats import RunFormat
from octavo.pages.reading import End
from octavo.pages.shaping import Setting, is_exact

if TYPE_CHECKING:
    from octavo.pages.fonts import Face


@pytest.fixture
def face() -> Face:
    (found, *_) = faces("Arial", bold=False, italic=False)
    return found


def width(face: Face, text: str, end: End = End.LEAST, **run: int) -> float:
    return Setting(face, RunFormat(**run), 240, end).width(text)  # type: ignore[arg-type]  # whole numbers


def test_what_is_not_shown_has_no_width_and_a_no_break_space_that_of_a_space(face: Face) -> None:
    assert width(face, "a\u200b\u00a0b") == width(face, "a b")


def test_letters_are_set_apart_and_scaled(face: Face) -> None:
    assert width(face, "abc", spacing=10) == width(face, "abc") + 30
    assert width(face, "abc", scale=50) == pytest.approx(width(face, "abc") / 2)


def test_a_sign_that_no_face_has_is_as_wide_as_the_end_asks(face: Face) -> None:
    sign = "\u1350"
    assert width(face, sign, End.LEAST) < width(face, sign, End.GREATEST)
    assert [is_exact(each) for each in ("\u2003", sign)] == [True, False]


def test_kerning_that_is_not_known_has_bounds(face: Face) -> None:
    unknown = replace(face, kerning=None)
    least, most = (width(unknown, "AVATAR", end, kern_from=2) for end in End)
    plain = width(unknown, "AVATAR")
    assert least < plain < most
    assert Setting(unknown, RunFormat(kern_from=2), 240, End.LEAST).is_loose
    assert not Setting(unknown, RunFormat(), 240, End.LEAST).is_loose
