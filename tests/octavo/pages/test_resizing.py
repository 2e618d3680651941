"""What is laid out of one reading is what a reading of the changed file says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import example, given
from hypothesis import strategies as st
from tests.octavo.pages.measured import measure

from octavo.ooxml import read_package, write_package
from octavo.pages import fit, follow_content, grow
from octavo.pages.measuring import Galley
from octavo.pages.paginate import Paginator
from octavo.pages.resizing import resized
from octavo.pages.tightening import Bounds, Tightening

if TYPE_CHECKING:
    from collections.abc import Callable

    import pytest

    from octavo.pages.document import Document

    Make = Callable[..., bytes]

STYLES = """
<w:style w:type="paragraph" w:styleId="Big"><w:name w:val="Big"/><w:pPr><w:spacing w:before="90"
w:after="200"/></w:pPr><w:rPr><w:sz w:val="37"/>{complex}</w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Bigger"><w:name w:val="Bigger"/><w:basedOn w:val="Big"/>
<w:pPr><w:jc w:val="both"/></w:pPr></w:style>
<w:style w:type="character" w:styleId="Small"><w:name w:val="Small"/><w:rPr><w:sz w:val="15"/>
<w:smallCaps/></w:rPr></w:style>
<w:style w:type="table" w:styleId="T"><w:name w:val="T"/><w:tblPr><w:tblCellMar>
<w:top w:w="55" w:type="dxa"/><w:bottom w:w="31" w:type="dxa"/></w:tblCellMar></w:tblPr>
<w:tblStylePr w:type="firstRow"><w:rPr><w:sz w:val="19"/></w:rPr></w:tblStylePr></w:style>
"""
HEADERS = (
    "",
    '<w:p><w:pPr><w:pStyle w:val="Bigger"/></w:pPr><w:r><w:t>At the head</w:t></w:r></w:p>',
    '<w:p><w:pPr><w:spacing w:after="900"/></w:pPr><w:r><w:t>At the head</w:t></w:r></w:p>',
    '<w:p><w:r><w:rPr><w:sz w:val="90"/></w:rPr><w:t>At the head</w:t></w:r></w:p>',
)
NUMBERS = """
<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/>
<w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/><w:pPr><w:spacing w:before="77"/>
<w:ind w:left="400" w:hanging="300"/></w:pPr>{run}</w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>
"""
TEXTS = st.sampled_from(
    [
        "a budget",
        "inter-agency talks " * 12,
        "U.S. ",
        "Министарство",
        "2021–2027 " * 9,
        "عربي",
        "你好",
    ]
)
PROPERTIES = st.sampled_from(
    [
        "",
        '<w:pStyle w:val="Big"/>',
        '<w:pStyle w:val="Bigger"/><w:spacing w:before="333"/>',
        '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>',
        '<w:spacing w:before="7" w:beforeAutospacing="1"/>',
    ]
)
RUNS = st.sampled_from(
    [
        "",
        "<w:b/>",
        '<w:rStyle w:val="Small"/>',
        '<w:sz w:val="47"/>',
        '<w:rFonts w:ascii="Unknown"/>',
    ]
)
PARAGRAPHS = st.tuples(TEXTS, PROPERTIES, RUNS)
BLOCKS = st.lists(
    PARAGRAPHS | st.lists(PARAGRAPHS, min_size=2, max_size=2), min_size=1, max_size=14
)
TIGHTENINGS = st.builds(
    Tightening,
    space=st.sampled_from([100, 50, 85, 150]),
    padding=st.sampled_from([100, 50, 125]),
    upright_margin_mm=st.sampled_from([None, 5, 19]),
    side_margin_mm=st.sampled_from([None, 5, 19]),
    smaller=st.integers(0, 6),
    larger=st.integers(0, 4),
)
PAGE = (
    '<w:pgSz w:w="7000" w:h="5000"/><w:pgMar w:top="1300" w:right="567" w:bottom="567" '
    'w:left="1000" w:gutter="50" w:header="300" w:footer="0"/>'
)


def paragraph(text: str, properties: str, run: str) -> str:
    run = f'<w:r><w:rPr>{run}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'
    return f"<w:p><w:pPr>{properties}</w:pPr>{run}</w:p>"


def table(cells: list[tuple[str, str, str]]) -> str:
    inside = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{paragraph(*cell)}</w:tc>'
        for width, cell in zip((1000, 4000), cells, strict=True)
    )
    return (
        '<w:tbl><w:tblPr><w:tblStyle w:val="T"/><w:tblLook w:firstRow="1"/></w:tblPr><w:tblGrid>'
        f'<w:gridCol w:w="1000"/><w:gridCol w:w="4000"/></w:tblGrid><w:tr>{inside}</w:tr></w:tbl>'
    )


def galley(
    docx: Make, blocks: list[object], header: str = "", sized: str = "", complex_: str = ""
) -> Galley:
    body = "".join(table(one) if isinstance(one, list) else paragraph(*one) for one in blocks)  # type: ignore[misc] # as BLOCKS
    parts = {"header1": header} if header else {}
    reference = '<w:headerReference w:type="default" r:id="header1"/>' if header else ""
    return Galley(
        read_package(
            docx(
                body,
                styles=STYLES.format(complex=complex_),
                of_runs=complex_,
                section=reference + PAGE,
                parts={**parts, "numbering": NUMBERS.format(run=sized)},
            ),
            "a.docx",
        )
    )


@given(
    blocks=BLOCKS,
    by=TIGHTENINGS,
    around=st.tuples(
        st.sampled_from(HEADERS),
        st.sampled_from(["", '<w:rPr><w:sz w:val="60"/></w:rPr>']),
        st.sampled_from(["", '<w:szCs w:val="31"/>']),
    ),
    follows=st.sampled_from([(), ("T",)]),
)
@example(
    blocks=[[("a " * 30, "", ""), ("b", "", "")]],
    by=Tightening(larger=2),
    around=("", "", ""),
    follows=("T",),
)
def test_a_layout_in_other_sizes_is_that_of_the_changed_file(
    docx: Make,
    blocks: list[object],
    by: Tightening,
    around: tuple[str, str, str],
    follows: tuple[str, ...],
) -> None:
    read = galley(docx, blocks, *around)
    read.layout()
    other = resized(read, by, Bounds(least_body_pt=8, least_note_pt=7), follows)
    found = other.layout()
    again = resized(other, Tightening(space=150, padding=125))
    layouts = [found, again.layout()]
    files = [write_package(each.package) for each in (other, again)]
    assert layouts == [measure(file, path="a.docx") for file in files]


def counted(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """The documents of which something is read from here on."""
    read: list[object] = []
    make = Paginator.__init__

    def noted(self: Paginator, document: Document) -> None:
        read.append(document)
        make(self, document)

    monkeypatch.setattr(Paginator, "__init__", noted)
    return read


PLAIN: list[object] = [("a word or two " * 20, "", ""), [("cell " * 20, "", ""), ("cell", "", "")]]


def test_fitting_reads_a_document_once(docx: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    made = counted(monkeypatch)
    done = fit(galley(docx, PLAIN * 3), bounds=Bounds(least_body_pt=4, least_note_pt=4))
    assert [str(each) for each in done.changes]
    assert done.fits
    assert len(made) == 1


def test_growing_reads_a_document_once(docx: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    made = counted(monkeypatch)
    read = galley(docx, PLAIN)
    done = grow(follow_content(read, ("T",)), 13, tables=("T",))
    assert done is not None
    assert done.changes
    assert done.package is not read.package
    assert len(made) == 1
