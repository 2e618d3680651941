from __future__ import annotations

import pytest
from lxml import html

from bluf.evidence.formats.html.tags import default_display


@pytest.mark.parametrize(
    ("element", "display"),
    [
        ("<p>", "block"),
        ("<b>", "inline"),
        ("<p hidden>", "none"),
        ('<p hidden="until-found">', "block"),
        ("<dialog>", "none"),
        ("<dialog open>", "block"),
        ('<input type="HIDDEN">', "none"),
        ("<div popover>", "none"),
        ("<template>", "none"),
    ],
)
def test_an_element_is_displayed_without_any_style_sheet(element: str, display: str) -> None:
    assert default_display(html.fragment_fromstring(element)) == display
