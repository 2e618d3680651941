"""Where a drawing or a frame stands, and what leaves it no room."""

from __future__ import annotations

import pytest
from tests.octavo.ooxml.sight.test_unknown import BOX, RUN, causes

GRAPHIC = (
    "<a:graphic><a:graphicData><wps:wsp><wps:spPr/><wps:txbx>{}</wps:txbx>"
    "<wps:bodyPr>{}</wps:bodyPr></wps:wsp></a:graphicData></a:graphic>"
)
OFF = ["its box may stand off the page"]
SHARE = 'xmlns:wp14="http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing"'


def drawn(attributes: str, place: str, body: str = "") -> str:
    return (
        f"<w:p><w:r><w:drawing><wp:anchor {attributes}>{place}"
        '<wp:extent cx="3000000" cy="900000"/><wp:wrapSquare/>'
        f"{GRAPHIC.format(BOX, body)}</wp:anchor></w:drawing></w:r></w:p>"
    )


def offset(side: str, place: int) -> str:
    return (
        f'<wp:positionH relativeFrom="{side}"><wp:posOffset>{place}</wp:posOffset></wp:positionH>'
    )


@pytest.mark.parametrize(
    ("attributes", "place", "expected"),
    [
        ('simplePos="1"', '<wp:simplePos x="9000000" y="0"/>', OFF),
        ('simplePos="1"', '<wp:simplePos x="900000" y="-4000000"/>', OFF),
        ('simplePos="1"', '<wp:simplePos x="900000" y="900000"/>', []),
        ('simplePos="0"', '<wp:simplePos x="9000000" y="0"/>', []),
        ("", offset("rightMargin", 2_540_000), OFF),
        ("", offset("rightMargin", 100_000), []),
        ("", f"<wp14:pctWidth {SHARE}>200</wp14:pctWidth>", ["its box may have no size"]),
        ("", f"<wp14:pctWidth {SHARE}>0</wp14:pctWidth>", []),
    ],
)
def test_a_drawing(attributes: str, place: str, expected: list[str]) -> None:
    assert causes(drawn(attributes, place)) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ('<a:prstTxWarp prst="textCanUp"/>', ["its letters are bent"]),
        ('<a:prstTxWarp prst="textNoShape"/>', []),
        ('<a:scene3d><a:camera prst="isometricLeftDown"/></a:scene3d>',
         ["its box is turned in space"]),
        ('<a:scene3d><a:camera prst="orthographicFront"/></a:scene3d>', []),
    ],
)  # fmt: skip
def test_its_words(body: str, expected: list[str]) -> None:
    assert causes(drawn("", "", body)) == expected


@pytest.mark.parametrize(
    ("shape", "box", "expected"),
    [
        ("", 'inset="7.2pt,3.6pt,7.2pt,3.6pt"', []),
        ("", 'inset="160pt,0,160pt,0"', ["its box leaves it no room"]),
        ('print="f"', "", ["its box is not printed"]),
    ],
)
def test_a_shape_of_vml(shape: str, box: str, expected: list[str]) -> None:
    style = "width:300pt;height:50pt"
    held = f'<v:shape style="{style}" {shape}><v:textbox {box}>{BOX}</v:textbox></v:shape>'
    assert causes(f"<w:p><w:r><w:pict>{held}</w:pict></w:r></w:p>") == expected


def test_a_frame_above_its_page() -> None:
    frame = '<w:framePr w:w="4000" w:h="400" w:x="1000" w:y="{}"/>'
    for top, expected in (("-3000", ["its frame may stand off the page"]), ("300", [])):
        found = causes(f"<w:p><w:pPr>{frame.format(top)}</w:pPr>{RUN}</w:p>")
        assert found == expected


def test_a_simple_field_that_is_out_of_date() -> None:
    field = f'<w:p><w:fldSimple w:instr="REF a" {{}}>{RUN}</w:fldSimple></w:p>'
    assert causes(field.format('w:dirty="true"')) is None
    assert causes(field.format("")) == []
