from __future__ import annotations

from typing import TYPE_CHECKING

from octavo.ooxml import read_package, read_text

if TYPE_CHECKING:
    from collections.abc import Callable

    Docx = Callable[..., bytes]
    Rels = Callable[..., str]
    Make = Callable[[str, str], str]


_CHART = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"


_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."


def test_notes_headers_and_charts_are_stories_of_their_own(
    docx: Docx, part: Make, rels: Rels
) -> None:
    note = '<w:footnote w:id="{}"{}><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:footnote>'
    refer = '<w:r><w:footnoteReference w:id="{}"/></w:r>'
    header = "<w:p><w:r><w:t>{}</w:t></w:r></w:p>"
    kinds = ("default", "first", "even")
    references = "".join(
        f'<w:headerReference w:type="{kind}" r:id="rId{number}"/>'
        for number, kind in enumerate(kinds, 2)
    )
    body = (
        f"<w:p>{refer.format(5)}{refer.format(4)}<w:del>{refer.format(6)}</w:del></w:p>"
        f"<w:p><w:pPr><w:sectPr>{references}</w:sectPr></w:pPr></w:p>"
    )
    notes = (
        note.format(0, ' w:type="separator"', "line")
        + note.format(4, "", "four")
        + note.format(5, "", "five")
        + note.format(6, "", "six")
    )
    chart = "<a:p><a:r><a:t>Traffic</a:t></a:r></a:p>"
    parts = {f"word/header{n}.xml": part("hdr", header.format(f"head {n}")) for n in (1, 2, 3)}
    parts |= {
        "word/footnotes.xml": part("footnotes", notes),
        "word/charts/chart1.xml": part("chart", chart).replace("w:chart", "c:chart"),
        "word/settings.xml": part("settings", "<w:evenAndOddHeaders/>"),
        "word/_rels/document.xml.rels": rels(
            ("footnotes", "footnotes.xml"),
            ("header", "header1.xml"),
            ("header", "header2.xml"),
            ("header", "header3.xml"),
            ("chart", "charts/chart1.xml"),
            ("settings", "settings.xml"),
        ),
    }
    types = {f"word/header{n}.xml": f"{_WORD}header+xml" for n in (1, 2, 3)}
    types |= {
        "word/footnotes.xml": f"{_WORD}footnotes+xml",
        "word/settings.xml": f"{_WORD}settings+xml",
        "word/charts/chart1.xml": _CHART,
    }
    blocks = read_text(read_package(docx(body, parts=parts, types_of=types), "a.docx"))
    assert [(block.text, block.location.place) for block in blocks if block.text] == [
        ("five", "footnote 1, paragraph 1"),
        ("four", "footnote 2, paragraph 1"),
        ("head 1", "header 1, paragraph 1"),
        ("head 3", "header 3, paragraph 1"),
        ("Traffic", "chart 1, paragraph 1"),
    ]
