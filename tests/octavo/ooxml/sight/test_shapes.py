from __future__ import annotations

import pytest
from lxml import etree

from octavo.ooxml import NAMESPACES
from octavo.ooxml.sight.shapes import drawing, integer, pictures_in, shape

SPACES = " ".join(f'xmlns:{name}="{NAMESPACES[name]}"' for name in ("w", "wp", "v"))


def place(x: int, width: int = 900_000) -> str:
    across = f"<wp:positionH><wp:posOffset>{x}</wp:posOffset></wp:positionH>"
    return f'<wp:extent cx="{width}" cy="900000"/>{across}'


@pytest.mark.parametrize(
    ("inner", "verdicts"),
    [
        (place(0), []),
        (place(0, 38_100), [(True, "its box has no size")]),
        (place(-1_000_000), [(False, "its box may stand off the page")]),
        (place(-6_000_000), [(True, "its box stands off the page")]),
        (f'{place(0)}<wp:docPr hidden="1"/>', [(True, "its box is hidden")]),
    ],
)
def test_a_box_may_not_be_seen(inner: str, verdicts: list[tuple[bool, str]]) -> None:
    assert (
        list(drawing(etree.fromstring(f"<wp:anchor {SPACES}>{inner}</wp:anchor>"), (595.0, 842.0)))
        == verdicts
    )


@pytest.mark.parametrize(
    ("style", "verdicts"),
    [
        ("width:80pt;height:20pt;margin-left:30pt", []),
        ("visibility: hidden", [(True, "its box is hidden")]),
        ("width:1pt", [(True, "its box has no size")]),
        ("left:-1300pt", [(True, "its box stands off the page")]),
    ],
)
def test_a_shape_of_the_old_kind_may_not_be_seen(
    style: str, verdicts: list[tuple[bool, str]]
) -> None:
    assert list(shape(etree.Element("shape", {"style": style}))) == verdicts


@pytest.mark.parametrize(("width", "count"), [(305_000, 0), (305_001, 1)])
def test_a_sign_is_no_picture_among_the_words(width: int, count: int) -> None:
    inline = f'<wp:inline><wp:extent cx="{width}"/></wp:inline>'
    run = etree.fromstring(f"<w:r {SPACES}><w:drawing>{inline}</w:drawing></w:r>")
    assert len(list(pictures_in(run))) == count


def test_what_is_no_whole_number_is_none() -> None:
    assert [integer(text) for text in ("-12.7", "12", "x", None)] == [-12, 12, 0, 0]
