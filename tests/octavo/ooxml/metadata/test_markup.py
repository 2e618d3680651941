from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from lxml import etree
from tests.octavo.ooxml.metadata.conftest import has_tag

from octavo.ooxml import read_package
from octavo.ooxml.metadata import scrub
from octavo.ooxml.metadata.markup import clean_story
from octavo.ooxml.names import NAMESPACES
from octavo.ooxml.structure import check_structure
from octavo.ooxml.visible import Hiding

if TYPE_CHECKING:
    from collections.abc import Callable

    Docx = Callable[..., bytes]


def _body(data: bytes) -> str:
    package = scrub(read_package(data, "a.docx"), has_tag).package
    assert not check_structure(package, package.trees())
    text = package.parts["word/document.xml"].data.decode()
    return text.partition("<w:body>")[2].partition("<w:sectPr")[0]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param('<w:p w:rsidR="00AB12CD" w:rsidP="1"/>', "<w:p/>", id="revision ids"),
        pytest.param("<w:p><w:ins><w:r/></w:ins></w:p>", "<w:p><w:r/></w:p>", id="insertion"),
        pytest.param(
            "<w:p><w:pPr><w:rPr><w:ins/></w:rPr></w:pPr></w:p>",
            "<w:p><w:pPr><w:rPr/></w:pPr></w:p>",
            id="an inserted paragraph",
        ),
        pytest.param("<w:p><w:del><w:r/></w:del></w:p>", "<w:p/>", id="deletion"),
        pytest.param(
            "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r/></w:p><w:p><w:pPr/><w:r/></w:p>",
            "<w:p><w:pPr/><w:r/><w:r/></w:p>",
            id="a deleted end of a paragraph",
        ),
        pytest.param(
            "<w:p><w:pPr><w:rPr><w:moveFrom/></w:rPr></w:pPr></w:p>",
            "<w:p><w:pPr><w:rPr/></w:pPr></w:p>",
            id="a deleted end with nothing after it",
        ),
        pytest.param(
            "<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p/></w:tc></w:tr></w:tbl><w:p/>",
            "<w:p/>",
            id="the only row of a table",
        ),
        pytest.param(
            "<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p/></w:tc></w:tr>"
            "<w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>",
            "<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>",
            id="one of two rows",
        ),
        pytest.param(
            "<w:tbl><w:tr><w:tc><w:tcPr><w:cellDel/></w:tcPr><w:p><w:r><w:t>x</w:t></w:r></w:p></w:tc>"
            "<w:tc><w:p/></w:tc></w:tr></w:tbl>",
            "<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>",
            id="a deleted cell",
        ),
        pytest.param("<w:p><w:proofErr/></w:p>", "<w:p/>", id="marks of the spelling check"),
        pytest.param(
            "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>{{ x }}</w:t></w:r></w:p>",
            "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>{{ x }}</w:t></w:r></w:p>",
            id="a hidden tag stays",
        ),
        pytest.param(
            "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>" + "x" * 50 + "</w:t></w:r></w:p>",
            "<w:p><w:r><w:rPr><w:vanish/></w:rPr></w:r></w:p>",
            id="hidden text goes",
        ),
    ],
)
def test_traces_in_the_text_go(docx: Docx, before: str, after: str) -> None:
    assert _body(docx(before)) == after


def test_a_deleted_cell_is_named_once(docx: Docx) -> None:
    marks = (
        "<w:tcPr><w:cellDel/><w:tcPrChange><w:tcPr><w:cellDel/></w:tcPr></w:tcPrChange></w:tcPr>"
    )
    cell = f"<w:tc>{marks}<w:p><w:del><w:r><w:delText>x</w:delText></w:r></w:del></w:p></w:tc>"
    table = f"<w:tbl><w:tr>{cell}<w:tc><w:p/></w:tc></w:tr></w:tbl><w:p/>"
    found = scrub(read_package(docx(table), "a.docx"), has_tag).findings
    assert [one.message for one in found] == ["the deleted cell “x” is left out"]
    assert str(found[0].location) == "a.docx: body, table 1, row 1, cell 1"


def test_text_in_a_style_that_hides_goes_too() -> None:
    run = '<w:r><w:rPr><w:rStyle w:val="{}"/></w:rPr><w:t>{}</w:t></w:r>'
    space = f'xmlns:w="{NAMESPACES["w"]}"'
    text = f"<w:p {space}>{run.format('Hidden', 'x')}{run.format('Shown', 'y')}</w:p>"
    root = etree.fromstring(text)
    removals = list(clean_story(root, Hiding(by_style=frozenset({"Hidden"})), has_tag))
    assert [removal.message for removal in removals] == ["the hidden text “x” is left out"]
    assert "".join(str(one) for one in root.itertext()) == "y"


def test_hidden_text_in_a_styled_table_is_found_too(docx: Docx) -> None:
    tiny = '<w:r><w:rPr><w:sz w:val="1"/></w:rPr><w:t>x</w:t></w:r>'
    paragraph = f'<w:p><w:pPr><w:pStyle w:val="S"/></w:pPr>{tiny}</w:p>'
    row = f"<w:tr><w:tc>{paragraph}</w:tc></w:tr>"
    styled = f'<w:tbl><w:tblPr><w:tblStyle w:val="T"/></w:tblPr>{row}</w:tbl>'
    assert "<w:t>" not in _body(docx(styled))
    assert "<w:t>" not in _body(docx(f"<w:tbl>{row}</w:tbl>"))
