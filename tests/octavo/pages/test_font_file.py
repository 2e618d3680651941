from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.octavo.pages.fonts_made import make_font

from octavo.pages import figures_of
from octavo.pages.fonts import faces

if TYPE_CHECKING:
    from pathlib import Path


def test_figures_of_a_font_are_those_that_measuring_reads(tmp_path: Path) -> None:
    make_font(tmp_path / "a.ttf", "Ministry Sans")
    family, line = figures_of(tmp_path / "a.ttf")
    own = tmp_path / "own.figures"
    own.write_text(line, encoding="utf-8")
    (face,) = faces(family, bold=False, italic=False, figures=(own,))
    assert (face.em, face.ascent, face.descent, face.gap) == (1000, 800, 200, 0)
    assert face.advances == {" ": 250, "!": 250, "A": 600, "T": 500, "V": 620, "f": 300}
    assert face.ligatures == {"ff": 560}
    assert face.kerning == {"A": {"V": -80, "T": -40}, "T": {"T": -40, "V": -40}}


@pytest.mark.parametrize(
    ("selection", "style", "ascent"),
    [(1 << 6, "", 800), (1 << 5, "b", 800), (0x21, "bi", 800), (1 << 7, "", 750)],
)
def test_style_and_heights_are_what_the_font_says(
    tmp_path: Path, selection: int, style: str, ascent: int
) -> None:
    make_font(tmp_path / "a.ttf", "Ministry Sans", selection, features="")
    _, line = figures_of(tmp_path / "a.ttf")
    assert line.startswith(f"Ministry Sans|{style}\t")
    assert f'"ascent":{ascent},' in line
    assert '"ligatures":{},"kerning":[]' in line
