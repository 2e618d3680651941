"""Word files as values, in the place of a paragraph."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

import pytest
from docx import Document

import octavo
from octavo import Subdocument
from octavo.ooxml import NAMESPACES, NUMBERING, qn, read_package
from octavo.word import compile_template

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    P = Callable[..., str]
    Refusal = Callable[..., list[str]]
    WordFile = Callable[..., bytes]


def saved(document: Any) -> bytes:  # noqa: ANN401 — python-docx has no types here
    target = BytesIO()
    document.save(target)
    return target.getvalue()


def template(*texts: str) -> bytes:
    document = Document()
    for text in texts:
        document.add_paragraph(text)
    return saved(document)


def texts(document: bytes) -> list[str]:
    return [block.text for block in octavo.read_text(document)]


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    data = bytes.fromhex("424d3a0000000000000036000000280000000100000001000000010018")
    path = tmp_path / "dot.bmp"
    path.write_bytes(data + bytes(58 - len(data)))
    return path


def test_a_file_takes_the_place_of_its_paragraph(picture: Path) -> None:
    part = Document()
    part.styles.add_style("Own", 1)
    part.add_paragraph("{{ no tag }}", style="Own")
    part.add_paragraph("one", style="List Number")
    part.add_picture(str(picture))
    program = compile_template(
        template("A", "{% for x in xs %}", "{{p x }}", "{% endfor %}", "{{p text }}", "B")
    )
    made = program.render({"xs": [Subdocument(part), Subdocument(saved(part))], "text": "T"})
    assert texts(made) == ["A", *["{{ no tag }}", "one", ""] * 2, "T", "B"]
    package = read_package(made, "made")
    assert len([name for name in package.parts if name.endswith(".bmp")]) == 2
    (numbering,) = package.related(package.main, NUMBERING)
    numbers = [one.get(qn("w:numId")) for one in package.parts[numbering].root.iter(qn("w:num"))]
    assert len(numbers) == len(set(numbers))
    assert Document(BytesIO(made)).styles["Own"].name == "Own"
    drawings = package.parts[package.main].root.iter(qn("wp:docPr"))
    assert len({one.get("id") for one in drawings}) == 2
    assert program.render({"xs": [], "text": ""}) == program.render({"xs": [], "text": None})
    assert program.package_of({"xs": [Subdocument(part)], "text": "T"}).parts


def test_tables_at_its_borders_stay_apart() -> None:
    part = Document()
    part.add_table(1, 1).rows[0].cells[0].text = "a"
    made = octavo.render(template("{{p x }}", "{{p x }}"), {"x": Subdocument(saved(part))})
    root = read_package(made, "made").parts["word/document.xml"].root
    kinds = [str(one.tag).rpartition("}")[2] for one in root[0]]
    assert kinds == ["p", "tbl", "p", "p", "tbl", "p", "sectPr"]
    assert texts(octavo.render(template("{{p x }}"), {"x": Subdocument(saved(Document()))})) == [""]


def test_bookmarks_and_prefixes_come_along(word_file: WordFile, p: P) -> None:
    mark = '<w:bookmarkStart w:id="{0}" w:name="m"/><w:bookmarkEnd w:id="{0}"/>'
    choice = '<mc:Choice Requires="wps"><w:t>new</w:t></mc:Choice>'
    box = f"<w:r><mc:AlternateContent>{choice}</mc:AlternateContent></w:r>"
    other = word_file(f"<w:p>{mark.format(5)}{box}</w:p>")
    made = octavo.render(word_file(p("{{p x }}") * 2), {"x": Subdocument(other)})
    root = read_package(made, "made").parts["word/document.xml"].root
    starts = list(root.iter(qn("w:bookmarkStart")))
    assert [one.get(qn("w:name")) for one in starts] == ["m", "m_2"]
    assert [one.get(qn("w:id")) for one in starts] == ["1", "2"]
    assert next(root.iter(qn("mc:Choice"))).nsmap["wps"] == NAMESPACES["wps"]


def test_lists_of_loops_and_files_have_numbers_of_their_own() -> None:
    document = Document()
    for text in ("{% for o in xs %}", "{% for x in o %}", "{{ x }}", "{% endfor %}", "{{p part }}"):
        style = "List Number" if text == "{{ x }}" else None
        document.add_paragraph(text, style=style)
    document.add_paragraph("{% endfor %}")
    part = Document()
    part.add_paragraph("n", style="List Number")
    made = octavo.render(saved(document), {"xs": [[1], [2]], "part": Subdocument(part)})
    package = read_package(made, "made")
    numbers = [
        one.get(qn("w:numId")) for one in package.parts["word/numbering.xml"].root.iter(qn("w:num"))
    ]
    assert len(numbers) == len(set(numbers))


@pytest.mark.parametrize(
    ("text", "value", "message"),
    [
        (
            "see {{ x }}",
            Subdocument(b""),
            "a sub-document stands in the place of a paragraph; ",
        ),
        ("{{p x }}", Subdocument(b"no"), "the sub-document cannot be set in: this is plain text"),
        ("{{p x }}", Subdocument("no.docx"), "the sub-document “no.docx” cannot be read: no such"),
    ],
)
def test_what_is_none_is_told(
    text: str, value: Subdocument, message: str, refusal: Refusal, p: P
) -> None:
    assert message in refusal(p(text), {"x": value})[0]


def test_notes_cannot_come(word_file: WordFile, refusal: Refusal, p: P) -> None:
    note = word_file('<w:p><w:r><w:footnoteReference w:id="1"/></w:r></w:p>', footnotes="")
    assert "has footnotes or endnotes" in refusal(p("{{p x }}"), {"x": Subdocument(note)})[0]


def test_a_value_of_a_paragraph_keeps_its_look(word_file: WordFile) -> None:
    look = (
        '<w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t>{{p x }}</w:t></w:r>'
    )
    made = octavo.render(word_file(f"<w:p>{look}</w:p>"), {"x": "T"})
    xml = read_package(made, "made").parts["word/document.xml"].data.decode()
    assert '<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:rPr><w:b/></w:rPr>' in xml


def numbered(text: str) -> Any:  # noqa: ANN401 — as above
    document = Document()
    paragraph = document.add_paragraph(text)
    properties: Any = paragraph._p.get_or_add_pPr()
    properties.get_or_add_numPr().get_or_add_numId().val = 1
    return document


def test_lists_that_a_file_brings_are_new_ones() -> None:
    made = octavo.render(saved_numbered("{{p x }}"), {"x": Subdocument(numbered("a"))})
    package = read_package(made, "made")
    (number,) = (
        one.get(qn("w:val")) for one in package.parts[package.main].root.iter(qn("w:numId"))
    )
    lists = package.parts["word/numbering.xml"].root.iter(qn("w:num"))
    numbers = [one.get(qn("w:numId")) for one in lists]
    assert number == numbers[-1]
    assert len(numbers) == len(set(numbers))


def saved_numbered(text: str) -> bytes:
    return saved(numbered(text))


def test_a_value_between_tables_keeps_them_apart(word_file: WordFile, p: P) -> None:
    table = "<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>"
    made = octavo.render(word_file(table + p("{{p x }}") + table + p("z")), {"x": "T"})
    root = read_package(made, "made").parts["word/document.xml"].root
    kinds = [str(one.tag).rpartition("}")[2] for one in root[0]]
    assert kinds == ["tbl", "p", "tbl", "p", "sectPr"]
