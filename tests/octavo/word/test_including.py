"""Files that a template takes in: their blocks, and all that these need."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.shared import Pt

import octavo
import octavo.ooxml
from octavo.expressions import LIMITS
from octavo.finding import FindingsError
from octavo.ooxml import qn, read_package
from octavo.ooxml.names import FOOTNOTES, HYPERLINK, NAMESPACES, NUMBERING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    P = Callable[..., str]
    WordFile = Callable[..., bytes]

INCLUDE = '{%% include "%s.docx" %%}'


@pytest.fixture
def save(tmp_path: Path) -> Callable[..., Path]:
    """A Word file in the folder of the test: a name, and the text of its paragraphs."""

    def save(name: str, *texts: str, make: Callable[[Any], object] | None = None) -> Path:
        document = Document()
        for text in texts:
            document.add_paragraph(text)
        if make is not None:
            make(document)
        path = tmp_path / f"{name}.docx"
        path.parent.mkdir(exist_ok=True)
        document.save(str(path))
        return path

    return save


def texts(document: bytes) -> list[str]:
    return [block.text for block in octavo.read_text(document)]


def refused(template: Path) -> list[str]:
    with pytest.raises(FindingsError) as caught:
        octavo.compile_template(template)
    return [f"{one.location}: {one.message}; {one.hint}" for one in caught.value.findings]


def test_a_file_stands_where_its_tag_does(save: Callable[..., Path]) -> None:
    save("clauses/due", "{{ who }} pays {% if late %}late{% endif %}")
    save("terms", "Terms", INCLUDE % "clauses/due")
    base = save(
        "base", "A", "{%p for who in names %}", "{%p include 'terms.docx' %}", "{%p endfor %}", "B"
    )
    made = octavo.render(base, {"names": ["Ana", "Ben"], "late": True})
    assert texts(made) == ["A", "Terms", "Ana pays late", "Terms", "Ben pays late", "B"]


def test_styles_and_lists_come_along(save: Callable[..., Path]) -> None:
    def styled(document: Any) -> None:  # noqa: ANN401 — python-docx has no types here
        style = document.styles.add_style("Clause", 1)
        style.base_style = document.styles["List Number"]
        style.font.size = Pt(7)
        document.styles["Normal"].font.size = Pt(30)
        document.add_paragraph("one", style="Clause")
        document.add_paragraph("two", style="List Number")
        document.add_paragraph("plain")

    save("terms", make=styled)
    base = save("base", *[INCLUDE % "terms"] * 2)
    made = octavo.render(base, {})
    package = read_package(made, "made")
    (part,) = package.related(package.main, NUMBERING)
    lists = [one.get(qn("w:numId")) for one in package.parts[part].root.iter(qn("w:num"))]
    assert len(lists) == len(set(lists))
    root = package.parts[package.main].root
    assert [one.get(qn("w:val")) for one in root.iter(qn("w:pStyle"))] == [
        "Clause",
        "ListNumber",
    ] * 2
    document = Document(BytesIO(made))
    assert document.styles["Clause"].font.size == Pt(7)
    assert document.styles["Clause"].base_style.name == "List Number"
    assert document.styles["Normal"].font.size != Pt(30)


def numbered(document: Any) -> None:  # noqa: ANN401 — as above
    """A list of its own, of a definition that a style names, and a style of its own id."""
    numbering = document.part.numbering_part.element
    w = f'xmlns:w="{NAMESPACES["w"]}"'
    numbering.insert(
        0,
        parse_xml(
            f'<w:abstractNum {w} w:abstractNumId="77"><w:nsid w:val="12345678"/>'
            '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
            '<w:pStyle w:val="Clause"/><w:lvlText w:val="§%1"/></w:lvl></w:abstractNum>'
        ),
    )
    numbering.append(parse_xml(f'<w:num {w} w:numId="99"><w:abstractNumId w:val="77"/></w:num>'))
    numbering.append(parse_xml(f'<w:numIdMacAtCleanup {w} w:val="9"/>'))
    document.styles.element.append(
        parse_xml(
            f'<w:style {w} w:type="paragraph" w:default="1" w:styleId="Clause">'
            '<w:name w:val="Own Clause"/><w:pPr><w:numPr><w:numId w:val="99"/></w:numPr></w:pPr>'
            "</w:style>"
        )
    )
    for number in ("99", "98"):
        properties = f'<w:pStyle w:val="Clause"/><w:numPr><w:numId w:val="{number}"/></w:numPr>'
        paragraph = parse_xml(f"<w:p {w}><w:pPr>{properties}</w:pPr></w:p>")
        document.element.body.insert(0, paragraph)


def test_definitions_that_lead_to_one_another_come_once(save: Callable[..., Path]) -> None:
    save("terms", make=numbered)
    base = save("base", INCLUDE % "terms", make=lambda one: one.styles.add_style("Clause", 1))
    package = read_package(octavo.render(base, {}), "made")
    root = package.parts[package.main].root
    assert [one.get(qn("w:val")) for one in root.iter(qn("w:pStyle"))] == ["Clause2"] * 2
    none, own = (str(one.get(qn("w:val"))) for one in root.iter(qn("w:numId")))
    assert none == "0"
    (part,) = package.related(package.main, NUMBERING)
    numbering = package.parts[part].root
    (number,) = (one for one in numbering.iter(qn("w:num")) if one.get(qn("w:numId")) == own)
    (named,) = (one.get(qn("w:val")) for one in number.iter(qn("w:abstractNumId")))
    (counting,) = (
        one
        for one in numbering.iter(qn("w:abstractNum"))
        if one.get(qn("w:abstractNumId")) == named
    )
    assert next(counting.iter(qn("w:pStyle"))).get(qn("w:val")) == "Clause2"
    assert next(counting.iter(qn("w:nsid")), None) is None


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    data = bytes.fromhex("424d3a0000000000000036000000280000000100000001000000010018")
    path = tmp_path / "dot.bmp"
    path.write_bytes(data + bytes(58 - len(data)))
    return path


def test_pictures_and_links_come_along_once(save: Callable[..., Path], picture: Path) -> None:
    def illustrated(document: Any) -> None:  # noqa: ANN401 — as above
        document.add_picture(str(picture))
        run = f'<w:r xmlns:w="{NAMESPACES["w"]}"><w:t>link</w:t></w:r>'
        pointer = document.part.relate_to("https://example.org/", HYPERLINK, is_external=True)
        link = parse_xml(
            f'<w:hyperlink xmlns:w="{NAMESPACES["w"]}" xmlns:r="{NAMESPACES["r"]}"'
            f' r:id="{pointer}">{run}</w:hyperlink>'
        )
        document.add_paragraph()._p.append(link)

    save("terms", make=illustrated)
    made = octavo.render(save("base", *[INCLUDE % "terms"] * 2), {})
    assert texts(made) == ["", "link"] * 2
    package = read_package(made, "made")
    assert len([name for name in package.parts if name.endswith(".bmp")]) == 1
    targets = [one.target for one in package.relationships(package.main)]
    assert targets.count("https://example.org/") == 1


def test_notes_get_numbers_of_their_own(tmp_path: Path, word_file: WordFile, p: P) -> None:
    special = '<w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote>'
    note = '<w:footnote w:id="{}"><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:footnote>'
    reference = '<w:p><w:r><w:footnoteReference w:id="{}"/></w:r></w:p>'
    notes = special + note.format(1, "of {{ who }}")
    (tmp_path / "terms.docx").write_bytes(word_file(reference.format(1), footnotes=notes))
    include = p("{% include 'terms.docx' %}")
    for name, parts in (("bare", {}), ("noted", {"footnotes": special + note.format(1, "own")})):
        body = include * 2 + (reference.format(1) if parts else "")
        (tmp_path / f"{name}.docx").write_bytes(word_file(body, **parts))
        package = read_package(octavo.render(tmp_path / f"{name}.docx", {"who": "Ana"}), name)
        (part,) = package.related(package.main, FOOTNOTES)
        found = ["".join(map(str, one.itertext())) for one in package.parts[part].root]
        assert found == ["", "of Ana", "of Ana", *(["own"] if parts else [])]


def test_a_note_that_is_not_there_is_told(tmp_path: Path, word_file: WordFile, p: P) -> None:
    reference = '<w:p><w:r><w:footnoteReference w:id="7"/></w:r></w:p>'
    (tmp_path / "terms.docx").write_bytes(word_file(reference))
    (tmp_path / "base.docx").write_bytes(word_file(p(INCLUDE % "terms"), footnotes=""))
    assert "the footnote “7” does not exist" in refused(tmp_path / "base.docx")[0]


def test_comments_and_headers_stay_behind(tmp_path: Path, word_file: WordFile, p: P) -> None:
    header = '<w:headerReference w:type="default" r:id="x"/>'
    section = f"<w:p><w:pPr><w:sectPr>{header}</w:sectPr></w:pPr></w:p>"
    comment = '<w:p><w:commentRangeStart w:id="1"/><w:r><w:t>a</w:t></w:r></w:p>'
    (tmp_path / "terms.docx").write_bytes(word_file(comment + section, header1=p("{{ no }}")))
    (tmp_path / "base.docx").write_bytes(word_file(p(INCLUDE % "terms")))
    assert texts(octavo.render(tmp_path / "base.docx", {})) == ["a", ""]


def test_prefixes_that_values_name_are_in_scope(tmp_path: Path, word_file: WordFile, p: P) -> None:
    spaces = f'xmlns:w="{NAMESPACES["w"]}" xmlns:mc="{NAMESPACES["mc"]}"'
    odd = f'{spaces} xmlns:odd="urn:odd" mc:Ignorable="odd"'
    content = f"<w:document {odd}><w:body>{p('a')}<w:p odd:x='1'/></w:body></w:document>"
    data = read_package(word_file(""), "x")
    terms = octavo.ooxml.write_package(data, {data.main: content.encode()})
    (tmp_path / "terms.docx").write_bytes(terms)
    (tmp_path / "base.docx").write_bytes(word_file(p(INCLUDE % "terms")))
    package = read_package(octavo.render(tmp_path / "base.docx", {}), "made")
    root = package.parts[package.main].root
    assert root.nsmap["odd"] == "urn:odd"
    assert root.get(qn("mc:Ignorable")) == "odd"


def test_a_fault_is_told_in_its_own_file(save: Callable[..., Path], tmp_path: Path) -> None:
    save("terms", "fine", "{{ no }}")
    base = save("base", "A", INCLUDE % "terms")
    with pytest.raises(octavo.RenderError) as caught:
        octavo.render(base, {})
    place = (tmp_path / "terms.docx").as_posix()
    assert str(caught.value.findings[0].location) == f"{place}: body, paragraph 2"


@pytest.mark.parametrize("middle", ["{% endif %}", "{% else %}"])
def test_a_block_ends_in_the_file_in_which_it_begins(
    save: Callable[..., Path], tmp_path: Path, middle: str
) -> None:
    save("other", "text", middle)
    fault, *_ = refused(save("base", "{% if x %}", INCLUDE % "other", "{% endif %}"))
    assert fault == (
        f"{tmp_path}/base.docx: body, paragraph 1: in “{{% if x %}}”, a tag of another file goes "
        f"on with the block, “{middle}” ({tmp_path}/other.docx: body, paragraph 2); "
        "a file that is taken in opens and closes its blocks by itself"
    )


def test_macros_come_from_another_file(save: Callable[..., Path]) -> None:
    save(
        "macros",
        "left behind",
        "{%p macro signed(who) %}",
        "Signed {{ who }}",
        "{%p endmacro %}",
        "{% macro short(x) %}<{{ x }}>{% endmacro %}",
    )
    base = save(
        "base",
        '{%p from "macros.docx" import short, signed %}',
        "{{ signed('Ana') }}",
        "x{{ short(1) }}",
    )
    assert texts(octavo.render(base, {})) == ["Signed Ana", "x<1>"]


@pytest.mark.parametrize(
    ("tag", "message"),
    [
        ('{% include "../x.docx" %}', "“../x.docx” leads out of the folder of the template; put"),
        ('{% include "C:/x.docx" %}', "leads out"),
        (
            '{% include "tems.docx" %}',
            "cannot be read: no such file or directory; did you mean “te",
        ),
        (
            '{% include "terms.md" %}',
            "is not a template of this kind; name a file that ends in .docx",
        ),
        ("{% include name %}", "does not give the name of its file"),
        ("{% include %}", "it ends too soon"),
        ('a {% include "terms.docx" %}', "cannot be included here; give the tag a paragraph"),
        ('{% from "terms.docx" import x %}', "“terms.docx” defines no macro “x”"),
        ('{% from "terms.docx" import x as y %}', "a macro cannot be renamed with “as”"),
        ('{% import "terms.docx" as x %}', "write “{% from 'FILE' import MACRO %}”"),
        ('{% extends "terms.docx" %}', "write “{% include 'FILE' %}” where"),
        ('{% include "self.docx" %}', "the file includes itself: “self.docx” → “self.docx”; take"),
        ('{% include "link.docx" %}', "“link.docx” is a link; replace the link with"),
    ],
)
def test_what_cannot_be_taken_in_is_told(
    tag: str, message: str, save: Callable[..., Path], tmp_path: Path
) -> None:
    terms = save("terms", "a")
    save("self", INCLUDE % "self")
    (tmp_path / "link.docx").symlink_to(terms)
    assert message in refused(save("base", tag))[0]


def test_a_file_may_be_missing_where_the_tag_says_so(save: Callable[..., Path]) -> None:
    base = save("base", "a", '{% include "no.docx" ignore missing %}', "b")
    assert texts(octavo.render(base, {})) == ["a", "b"]


def test_a_template_from_memory_names_its_folder(save: Callable[..., Path], tmp_path: Path) -> None:
    save("terms", "a")
    data = save("base", INCLUDE % "terms").read_bytes()
    (fault,) = octavo.check_template(data)
    assert "the template comes from memory" in fault.message
    program = octavo.compile_template(data, folder=tmp_path)
    assert texts(program.render({})) == ["a"]


def test_what_is_taken_in_is_bounded(
    save: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(8):
        save(f"t{number}", *[INCLUDE % f"t{number + 1}"] * 3)
    save("t8", "a")
    found = refused(save("base", INCLUDE % "t0"))
    assert "includes more than 100 files" in found[0]
    save("long", *["a"] * 30)
    monkeypatch.setattr("octavo.expressions.including.LIMITS", LIMITS.__class__(included=20))
    assert "hold more than 20 blocks" in refused(save("base", INCLUDE % "long"))[0]


def test_the_files_together_are_bounded(
    save: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    size = save("terms", "a").stat().st_size
    limits = octavo.ooxml.DEFAULT_LIMITS.__class__(file_size=size + 1)
    monkeypatch.setattr("octavo.word.including.DEFAULT_LIMITS", limits)
    save("more", "a")
    base = save("base", INCLUDE % "terms", INCLUDE % "more")
    assert f"includes are larger than {size + 1:,} bytes" in refused(base)[0].replace(
        "takes", "take"
    )


def test_a_section_break_stays_where_its_paragraph_went(
    tmp_path: Path, save: Callable[..., Path], word_file: WordFile
) -> None:
    save("terms", "a")
    tag = INCLUDE % "terms"
    body = f"<w:p><w:pPr><w:sectPr/></w:pPr><w:r><w:t>{tag}</w:t></w:r></w:p>"
    (tmp_path / "base.docx").write_bytes(word_file(body))
    assert texts(octavo.render(tmp_path / "base.docx", {})) == ["a", ""]


def test_the_word_alone_takes_nothing_in(save: Callable[..., Path]) -> None:
    base = save("base", "We include all. {{ x }}")
    assert texts(octavo.render(base, {"x": 1})) == ["We include all. 1"]


def test_whether_files_may_be_taken_in_is_known(save: Callable[..., Path], tmp_path: Path) -> None:
    assert octavo.may_take_in(save("one", INCLUDE % "x"))
    assert not octavo.may_take_in(save("other", "{{ x }}"))
    (tmp_path / "a.md").write_text("{% from 'b.md' import c %}")
    assert octavo.may_take_in(tmp_path / "a.md")


CHART_POINTERS = "word/charts/_rels/chart1.xml.rels"
CHART = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


POINTER = f'<Relationship Id="{{}}" Type="{NAMESPACES["r"]}/{{}}" Target="{{}}"{{}}/>'
POINTERS = f'<Relationships xmlns="{NAMESPACES["rel"]}">{{}}</Relationships>'
OUTWARD = ' TargetMode="External"'
WEB = ("hyperlink", "https://example.org/", OUTWARD)


@pytest.fixture
def charted(tmp_path: Path, word_file: WordFile) -> Callable[[str], None]:
    """A file with a chart that leads to a workbook; a drawing refers to it."""

    def save(attributes: str) -> None:
        drawing = f"<w:p><w:r><w:drawing {attributes}/></w:r></w:p>"
        own = POINTER.format("c", "chart", "charts/chart1.xml", "")
        own += POINTER.format("gone", "chart", "charts/none.xml", "")
        inner = POINTER.format("s", "package", "../embeddings/a.xlsx", "")
        pointers = POINTERS.format(inner + POINTER.format("w", *WEB)).encode()
        new = octavo.ooxml.Part
        chart = f'<c xmlns:r="{NAMESPACES["r"]}" r:id="w"/>'.encode()
        added = [
            new("word/charts/chart1.xml", CHART, data=chart),
            new("word/embeddings/a.xlsx", SHEET, data=b"x"),
            new(CHART_POINTERS, octavo.ooxml.RELATIONSHIPS_TYPE, data=pointers),
        ]
        changed = {"word/_rels/document.xml.rels": POINTERS.format(own).encode()}
        plain = read_package(word_file(drawing), "x")
        data = octavo.ooxml.write_package(plain, changed, added=added)
        (tmp_path / "terms.docx").write_bytes(data)

    return save


def test_a_part_comes_along_with_what_it_leads_to(
    tmp_path: Path, word_file: WordFile, p: P, charted: Callable[[str], None]
) -> None:
    charted('r:id="c"')
    links = POINTER.format("rId2", *WEB)
    (tmp_path / "base.docx").write_bytes(word_file(p(INCLUDE % "terms") * 2, links=links))
    package = read_package(octavo.render(tmp_path / "base.docx", {}), "made")
    (chart,) = (one.target for one in package.relationships(package.main) if "chart" in one.type)
    targets = [one.target for one in package.relationships(chart)]
    assert targets == ["word/embeddings/a.xlsx", "https://example.org/"]
    made = octavo.render(
        word_file(p("{{p x }}")), {"x": octavo.Subdocument(tmp_path / "terms.docx")}
    )
    package = read_package(made, "made")
    assert [one.target for one in package.relationships(chart)] == targets


def test_what_leads_nowhere_is_told(
    tmp_path: Path, word_file: WordFile, p: P, charted: Callable[[str], None]
) -> None:
    charted('r:id="c" r:link="gone"')
    (tmp_path / "base.docx").write_bytes(word_file(p(INCLUDE % "terms")))
    (found,) = refused(tmp_path / "base.docx")
    assert "the relationship “gone” leads to no part of the file" in found
