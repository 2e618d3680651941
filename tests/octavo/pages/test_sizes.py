from __future__ import annotations

from typing import Any

import pytest
from lxml import etree

from octavo.pages.sizes import _has_one_source
from octavo.pages.tags import VAL, W

SIZE = W + "sz"


class Plain:
    """A document whose styles state a size by default, or not."""

    def __init__(self, *, states: bool) -> None:
        self.styles = etree.Element("styles")
        place = self.styles
        for name in ("docDefaults", "rPrDefault", "rPr", *(["sz"] if states else [])):
            place = etree.SubElement(place, W + name)

    def related(self, name: str) -> etree._Element | None:
        return self.styles if name == "styles" else None


@pytest.mark.parametrize(
    ("sizes", "states", "expected"),
    [
        ("", False, True),
        ("", True, True),
        ("24", True, True),
        ("24 2", True, True),
        ("24 1", True, False),
        ("24", False, False),
        ("24 junk", True, False),
    ],
)
def test_each_text_has_a_size_that_is_stated_or_none_has(
    sizes: str, *, states: bool, expected: bool
) -> None:
    root = etree.Element("root")
    for size in sizes.split():
        etree.SubElement(root, SIZE, {VAL: size})
    document: Any = Plain(states=states)
    assert _has_one_source(document, SIZE, [root]) is expected
