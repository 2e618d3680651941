from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from octavo.ooxml import read_package, read_text

if TYPE_CHECKING:
    from collections.abc import Callable

    Docx = Callable[..., bytes]
    Make = Callable[[str, str], str]
    Rels = Callable[..., str]

_WHITE = '<w:color w:val="FFFFFF"/>'
_SHADE = '<w:shd w:fill="1F3864"/>'
_STYLES = (
    '<w:style w:type="paragraph" w:styleId="Box"><w:pPr><w:shd w:fill="0"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Inner"><w:basedOn w:val="Box"/></w:style>'
    '<w:style w:type="character" w:styleId="Badge"><w:rPr><w:shd w:fill="0"/></w:rPr></w:style>'
)


def _paragraph(run: str, paragraph: str = "") -> str:
    properties = f"<w:pPr>{paragraph}</w:pPr>" if paragraph else ""
    return f"<w:p>{properties}<w:r><w:rPr>{run}</w:rPr><w:t>x</w:t></w:r></w:p>"


def _in_table(cell: str, table: str = "") -> str:
    row = f"<w:tr><w:tc><w:tcPr>{cell}</w:tcPr>{_paragraph(_WHITE)}</w:tc></w:tr>"
    return f"<w:tbl><w:tblPr>{table}</w:tblPr>{row}</w:tbl>"


@pytest.mark.parametrize(
    ("body", "seen"),
    [
        pytest.param(_paragraph('<w:sz w:val="3"/>'), True, id="small"),
        pytest.param(_paragraph('<w:sz w:val="2"/>'), False, id="a point high"),
        pytest.param(_paragraph('<w:color w:val="ffffff"/>'), False, id="white on white"),
        pytest.param(_paragraph('<w:color w:val="FEFEFE"/>'), True, id="nearly white"),
        pytest.param(_paragraph(_WHITE + _SHADE), True, id="a shaded run"),
        pytest.param(_paragraph(_WHITE + '<w:highlight w:val="black"/>'), True, id="highlighted"),
        pytest.param(_paragraph(_WHITE, _SHADE), True, id="a shaded paragraph"),
        pytest.param(
            _paragraph(_WHITE, '<w:pStyle w:val="Inner"/>'),
            True,
            id="a style on a shaded one",
        ),
        pytest.param(
            _paragraph(_WHITE + '<w:rStyle w:val="Badge"/>'), True, id="a shaded character style"
        ),
        pytest.param(
            _paragraph(_WHITE, '<w:pStyle w:val="Other"/>'), False, id="a style that says nothing"
        ),
        pytest.param(_in_table(_SHADE), True, id="a shaded cell"),
        pytest.param(_in_table(""), False, id="a plain cell"),
        pytest.param(_in_table("", '<w:tblStyle w:val="T"/>'), True, id="a table with a style"),
        pytest.param(
            f"<w:p><w:r><w:pict><w:txbxContent>{_paragraph(_WHITE)}</w:txbxContent></w:pict></w:r>"
            "</w:p>",
            True,
            id="a text box, which may be filled",
        ),
    ],
)
def test_text_is_seen_unless_it_is_tiny_or_white_on_white(
    docx: Docx, part: Make, rels: Rels, body: str, seen: bool
) -> None:
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"
    data = docx(
        body,
        parts={
            "word/styles.xml": part("styles", _STYLES),
            "word/_rels/document.xml.rels": rels(("styles", "styles.xml")),
        },
        types_of={"word/styles.xml": kind},
    )
    shown = "".join(block.text for block in read_text(read_package(data, "a.docx")))
    assert shown == ("x" if seen else "")


def test_white_text_is_seen_on_a_page_with_a_background(docx: Docx, part: Make) -> None:
    text = part("document", f"<w:background/><w:body>{_paragraph(_WHITE)}</w:body>")
    package = read_package(docx(parts={"word/document.xml": text}), "a.docx")
    assert [block.text for block in read_text(package)] == ["x"]
