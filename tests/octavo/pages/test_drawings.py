from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

SIZE = '<wp:extent cx="635000" cy="635000"/>'


def drawn(inside: str) -> str:
    return f"<w:p><w:r><w:drawing>{inside}</w:drawing></w:r></w:p>"


@pytest.mark.parametrize(
    ("inside", "least", "greatest"),
    [
        (f"<wp:inline>{SIZE}</wp:inline>", 1000, 1000),
        (f"<wp:anchor>{SIZE}<wp:wrapNone/></wp:anchor>", 0, 0),
        (f"<wp:anchor>{SIZE}<wp:wrapSquare/></wp:anchor>", 0, 1000),
    ],
)
def test_a_drawing_takes_the_room_that_the_text_leaves_it(
    bounds: Callable[..., tuple[int, int, str]], inside: str, least: int, greatest: int
) -> None:
    low, high, _ = bounds(drawn(inside))
    empty, _, _ = bounds("<w:p/>")
    assert low == pytest.approx(least or empty, abs=60)
    assert high == pytest.approx(empty + greatest if least < greatest else low, abs=60)


@pytest.mark.parametrize(
    ("inside", "construct"),
    [
        (drawn("<wp:inline/>"), "a picture without a size"),
        (
            '<w:p><w:r><w:pict><v:shape style="width:10pt"/></w:pict></w:r></w:p>',
            "a drawing of the old kind (VML) without a size",
        ),
    ],
)
def test_a_drawing_without_a_size_is_not_measured(
    obstacle: Callable[..., str], inside: str, construct: str
) -> None:
    assert obstacle(inside) == construct
