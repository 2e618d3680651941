"""What other parts of a file than its text say of how its words look."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

import docx
import pytest
from lxml import etree

from octavo.ooxml import NAMESPACES, read_package, read_seen
from octavo.ooxml.sight.holders import too_small

if TYPE_CHECKING:
    from lxml.etree import _Element


def section(inner: str) -> _Element:
    return etree.fromstring(f'<w:sectPr xmlns:w="{NAMESPACES["w"]}">{inner}</w:sectPr>')


@pytest.mark.parametrize(
    ("inner", "seen"),
    [
        ('<w:pgMar w:left="-5000"/>', False),
        ('<w:pgMar w:left="1440" w:gutter="567"/>', True),
        ('<w:pgMar w:left="1440" w:gutter="20000"/>', False),
        ('<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:left="6000" w:right="6000"/>', False),
        ('<w:pgMar w:top="20000"/>', False),
        ('<w:docGrid w:charSpace="-40000"/>', False),
        ('<w:docGrid w:charSpace="-200"/>', True),
        ('<w:cols w:num="2"><w:col w:w="40"/></w:cols>', False),
        ('<w:cols w:num="2"><w:col w:w="4000"/></w:cols>', True),
    ],
)
def test_a_page_that_leaves_its_words_no_room(inner: str, *, seen: bool) -> None:
    assert (too_small(section(inner)) == ()) == seen


W = f'xmlns:w="{NAMESPACES["w"]}"'
WHITE = '<w:color w:val="FFFFFF"/>'
NUMBERED = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="77"/></w:numPr></w:pPr>'


def with_words(paragraph: str, part: str, inner: str, *, within: str = "") -> bytes:
    """A file with “Words” in a paragraph, and with something at the end of another part."""
    document = docx.Document()
    body = document.element.body
    for each in etree.fromstring(f"<x {W}>{paragraph}</x>"):
        body.insert(0, each)
    written, changed = io.BytesIO(), io.BytesIO()
    document.save(written)
    with zipfile.ZipFile(written) as old, zipfile.ZipFile(changed, "w") as new:
        for name in old.namelist():
            data = old.read(name).decode("utf-8", "surrogateescape")
            if name == f"word/{part}.xml" and within:
                data = data.replace(within, inner, 1)
            elif name == f"word/{part}.xml":
                head, end, tail = data.rpartition("</w:")
                data = head + inner + end + tail
            new.writestr(name, data.encode("utf-8", "surrogateescape"))
    return changed.getvalue()


def paragraph(run: str = "", own: str = "") -> str:
    return f"<w:p>{own}<w:r><w:rPr>{run}</w:rPr><w:t>Words</w:t></w:r></w:p>"


def table(rows: int, at: int) -> str:
    cells = [paragraph() if row == at else "<w:p/>" for row in range(rows)]
    inner = "".join(f"<w:tr><w:tc>{cell}</w:tc></w:tr>" for cell in cells)
    look = '<w:tblLook w:firstRow="0" w:noHBand="0" w:noVBand="1"/>'
    return f'<w:tbl><w:tblPr><w:tblStyle w:val="T"/>{look}</w:tblPr>{inner}</w:tbl>'


def table_style(part: str, size: int = 1) -> str:
    return (
        '<w:style w:type="table" w:styleId="T"><w:tblPr>'
        f'<w:tblStyleRowBandSize w:val="{size}"/></w:tblPr>'
        f'<w:tblStylePr w:type="{part}"><w:rPr>{WHITE}</w:rPr></w:tblStylePr></w:style>'
    )


def style(kind: str) -> str:
    named = '<w:style w:type="{}" w:styleId="{}"><w:rPr><w:color w:val="{}"/></w:rPr></w:style>'
    return named.format(kind, "B", "000000") + named.format("paragraph", "A", "FFFFFF")


def level(left: int) -> str:
    return (
        '<w:abstractNum w:abstractNumId="77"><w:lvl w:ilvl="0"><w:pPr>'
        f'<w:ind w:left="{left}"/></w:pPr></w:lvl></w:abstractNum>'
        '<w:num w:numId="77"><w:abstractNumId w:val="77"/></w:num>'
    )


IN_STYLE = paragraph('<w:rStyle w:val="B"/>', '<w:pPr><w:pStyle w:val="A"/></w:pPr>')
FACE = paragraph('<w:rFonts w:asciiTheme="minorHAnsi"/>')
NOWHERE = paragraph('<w:rFonts w:ascii="Nowhere"/>')
FONT = '<w:font w:name="Nowhere"><w:{} w:val="{}"/></w:font>'


@pytest.mark.parametrize(
    ("body", "part", "inner", "seen"),
    [
        (paragraph(own=NUMBERED), "numbering", level(-15000), False),
        (paragraph(own=NUMBERED), "numbering", level(720), True),
        (IN_STYLE, "styles", style("paragraph"), False),
        (IN_STYLE, "styles", style("character"), True),
        (table(1, 0), "styles", table_style("wholeTable"), False),
        (table(3, 1), "styles", table_style("band1Horz", 2), False),
        (table(3, 1), "styles", table_style("band1Horz", 1), True),
        (NOWHERE, "fontTable", FONT.format("altName", "Wingdings"), False),
        (NOWHERE, "fontTable", FONT.format("charset", "02"), False),
        (NOWHERE, "fontTable", FONT.format("charset", "00"), True),
    ],
)
def test_another_part_may_hide_words(body: str, part: str, inner: str, *, seen: bool) -> None:
    assert shown(with_words(body, part, inner)) == seen


@pytest.mark.parametrize(
    ("body", "part", "old", "new", "seen"),
    [
        (FACE, "theme/theme1", 'latin typeface="Cambria"', 'latin typeface="Wingdings"', False),
        (FACE, "theme/theme1", 'latin typeface="Cambria"', 'latin typeface="Arial"', True),
        (paragraph('<w:color w:themeColor="text1"/>'), "settings", 'w:t1="dark1"',
         'w:t1="light1"', False),
        (paragraph('<w:color w:themeColor="text1"/>'), "settings", 'w:t1="dark1"',
         'w:t1="dark2"', True),
        (paragraph(WHITE), "settings", "<w:zoom", "<w:displayBackgroundShape/><w:zoom", False),
    ],
)  # fmt: skip
def test_a_theme_or_a_setting_may_hide_words(
    body: str, part: str, old: str, new: str, *, seen: bool
) -> None:
    data = with_words(body, part, new, within=old)
    assert shown(data) == seen


def shown(data: bytes) -> bool:
    """Whether the words are there, and not in doubt."""
    runs = [run for block in read_seen(read_package(data, "a.docx")) for run in block.runs]
    return ("Words", ()) in runs
