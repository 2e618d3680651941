from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.octavo.pages.conftest import run_of

if TYPE_CHECKING:
    from collections.abc import Callable

    Height = Callable[..., int]


LINE = 230


@pytest.mark.parametrize(
    "properties",
    [
        "<w:b/><w:i/><w:caps/><w:smallCaps/>",
        '<w:vertAlign w:val="superscript"/>',
        '<w:spacing w:val="20"/><w:w w:val="90%"/><w:kern w:val="2"/>',
        '<w:position w:val="0"/><w:sz w:val="junk"/><w:sz w:val="20"/>',
        '<w:sz w:val="20"/><w:spacing w:val="1pt"/><w:spacing w:val="-"/>',
        '<w:rFonts w:ascii="Arial"/><w:rFonts w:hAnsi="Arial"/><w:rFonts w:asciiTheme="minor"/>',
    ],
)
def test_formatting_of_runs_is_read(height: Height, properties: str) -> None:
    assert height(f"<w:p>{run_of('<w:t>a</w:t>', properties)}</w:p>") == LINE
