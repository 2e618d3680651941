"""Documents of other programs: OpenDocument, presentations, rich text, subtitles."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

import pytest
from tests.evidence.formats.written import ODF

from bluf.evidence import SourceError, decode_source
from bluf.evidence.text import Edge

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bluf.evidence import SourceText

_DRAWN = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)


def archive(members: Mapping[str, str]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as written:
        for name, content in members.items():
            written.writestr(name, content)
    return target.getvalue()


def odt(body: str, styles: str = "", shared: str = "") -> bytes:
    content = (
        f"<office:document-content {ODF}><office:automatic-styles>{styles}"
        f"</office:automatic-styles><office:body><office:text>{body}</office:text></office:body>"
        "</office:document-content>"
    )
    members = {"content.xml": content}
    if shared:
        members["styles.xml"] = f"<office:styles {ODF}>{shared}</office:styles>"
    return archive(members)


def style(name: str, properties: str, parent: str = "") -> str:
    based = f' style:parent-style-name="{parent}"' if parent else ""
    return (
        f'<style:style style:name="{name}"{based}><style:text-properties {properties}/>'
        "</style:style>"
    )


def read(data: bytes, name: str) -> SourceText:
    return decode_source(data, name)


def refusal(data: bytes, name: str) -> str:
    with pytest.raises(SourceError) as caught:
        decode_source(data, name)
    return caught.value.findings[0].rule


def test_an_open_document_is_read_in_order() -> None:
    body = (
        "<text:h>Title</text:h><text:p>We will<text:s/>fund<text:line-break/>it"
        "<text:note><text:note-citation>1</text:note-citation><text:note-body>"
        "<text:p>A note.</text:p></text:note-body></text:note>.</text:p><text:p/>"
        "<text:list><text:list-item><text:p>One</text:p></text:list-item></text:list>"
        "<table:table><table:table-row><table:table-cell><text:p>Cell</text:p>"
        "</table:table-cell></table:table-row></table:table>"
    )
    text = read(odt(body), "a.odt")
    assert text.text == "Title\nWe will fund\nit.\nA note.\nOne\nCell\n"
    assert [edge for _, edge in text.edges] == [
        *[Edge.PARAGRAPH] * 3,
        Edge.ITEM,
        Edge.CELL,
    ]


@pytest.mark.parametrize(
    "properties",
    [
        'text:display="none"',
        'style:text-line-through-style="solid"',
        'fo:font-size="1pt"',
        'fo:color="#fefefe"',
        'fo:color="#101010" fo:background-color="#000000"',
    ],
)
def test_what_an_open_document_hides_is_not_read(properties: str) -> None:
    body = '<text:p>We will <text:span text:style-name="x">not </text:span>fund it.</text:p>'
    assert read(odt(body, style("x", properties)), "a.odt").text == "We will fund it.\n"
    shared = style("base", properties)
    assert read(odt(body, style("x", "", "base"), shared), "a.odt").text == "We will fund it.\n"


def test_what_an_open_document_shows_is_read() -> None:
    body = (
        '<text:p text:style-name="x">Shown.</text:p><text:tracked-changes><text:p>Deleted.</text:p>'
        '</text:tracked-changes><text:section text:display="none"><text:p>No.</text:p>'
        "</text:section>"
    )
    for properties in (
        'fo:color="#ffffff" fo:background-color="#003366"',
        'fo:color="#ffffff" style:use-window-font-color="true"',
        'fo:background-color="transparent" style:text-line-through-style="none"',
    ):
        assert read(odt(body, style("x", properties)), "a.odt").text == "Shown.\n"
    circle = style("x", "", "y") + style("y", "", "x")
    assert read(odt(body, circle), "a.odt").text == "Shown.\n"


def test_an_open_document_that_cannot_be_read_is_refused() -> None:
    assert refusal(odt("<text:p/>"), "a.odt") == "source-unreadable"
    assert refusal(archive({"content.xml": "<x/>"}), "a.odt") == "source-unreadable"
    assert refusal(archive({"content.xml": "<x"}), "a.odt") == "source-unreadable"
    assert refusal(archive({"mimetype": "x"}), "a.odt") == "source-unreadable"
    assert refusal(b"no archive", "a.odt") == "package-invalid"


def pptx(*slides: str) -> bytes:
    count = range(1, len(slides) + 1)
    listed = "".join(f'<p:sldId r:id="r{number}"/>' for number in count)
    relations = "".join(
        f'<Relationship Id="r{number}" Target="slides/slide{number}.xml"/>' for number in count
    )
    return archive(
        {
            "ppt/presentation.xml": f'<p:x {_DRAWN}>{listed}<p:sldId r:id="gone"/></p:x>',
            "ppt/_rels/presentation.xml.rels": f"<Relationships>{relations}</Relationships>",
            **{
                f"ppt/slides/slide{number}.xml": slide
                for number, slide in zip(count, slides, strict=True)
            },
        }
    )


def slide(shapes: str, attributes: str = "") -> str:
    return f"<p:sld {_DRAWN} {attributes}>{shapes}</p:sld>"


def shape(words: str, run: str = "", place: str = "", hidden: str = "") -> str:
    frame = f"<a:xfrm>{place}</a:xfrm>" if place else ""
    return (
        f"<p:sp><p:nvSpPr><p:cNvPr {hidden}/></p:nvSpPr><p:spPr>{frame}</p:spPr><p:txBody><a:p>"
        f"<a:r>{run}<a:t>{words}</a:t></a:r></a:p></p:txBody></p:sp>"
    )


def test_a_presentation_is_read_slide_by_slide() -> None:
    table = "<a:tbl><a:tr><a:tc><a:p><a:r><a:t>Cell</a:t></a:r><a:br/></a:p></a:tc></a:tr></a:tbl>"
    moved = shape("Grouped", place='<a:off x="0" y="0"/><a:ext cx="1" cy="1"/>')
    group = f"<p:grpSp>{moved}</p:grpSp>"
    data = pptx(
        slide(shape("First") + table + group),
        slide(shape("Hidden"), 'show="0"'),
        slide(shape("Second", place='<a:off x="1" y="1"/><a:ext cx="9" cy="9"/>')),
    )
    text = read(data, "a.pptx")
    assert text.text == "First\nCell\n\nGrouped\nSecond\n"
    assert str(text.place(text.text.index("Second"))) == "a.pptx: page 3, line 1"


@pytest.mark.parametrize(
    "hidden",
    [
        shape("No", '<a:rPr strike="sngStrike"/>'),
        shape("No", '<a:rPr sz="200"/>'),
        shape("No", "<a:rPr><a:noFill/></a:rPr>"),
        shape("No", hidden='hidden="1"'),
        shape("No", place='<a:off x="-900" y="0"/><a:ext cx="10" cy="10"/>'),
        shape("No", place='<a:off x="90000000" y="0"/><a:ext cx="10" cy="10"/>'),
    ],
)
def test_what_a_slide_hides_is_not_read(hidden: str) -> None:
    shown = shape("Shown", '<a:rPr sz="1800"/>', place="<a:off/>")
    assert read(pptx(slide(hidden + shown)), "a.pptx").text == "Shown\n"
    assert refusal(pptx(slide(hidden)), "a.pptx") == "source-unreadable"


_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_CHOICES = (
    '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main" xmlns:z="urn:z">'
    '<mc:Choice Requires="{}">{}</mc:Choice><mc:Fallback>{}</mc:Fallback></mc:AlternateContent>'
)


def themed(shapes: str, mapping: str = "", colour: str = "FFFFFF") -> bytes:
    """A presentation of one slide, with layout, master and theme."""
    names = ("slides/slide1", "slideLayouts/l", "slideMasters/m", "theme/t")
    kinds = ("slideLayout", "slideMaster", "theme")
    parts = {
        f"ppt/{own.replace('/', '/_rels/')}.xml.rels": (
            f'<Relationships><Relationship Id="a" Type="{_OFFICE}/{kind}" '
            f'Target="/ppt/{next_}.xml"/>'
            "</Relationships>"
        )
        for own, next_, kind in zip(names, names[1:], kinds, strict=False)
    }
    scheme = f'<a:accent1><a:srgbClr val="{colour}"/></a:accent1><a:accent2/>'
    return archive(
        {
            "ppt/presentation.xml": f'<p:x {_DRAWN}><p:sldId r:id="r1"/></p:x>',
            "ppt/_rels/presentation.xml.rels": '<Relationships><Relationship Id="r1" '
            'Target="slides/slide1.xml"/></Relationships>',
            "ppt/slides/slide1.xml": slide(shapes),
            "ppt/slideLayouts/l.xml": f"<p:sldLayout {_DRAWN}/>",
            "ppt/slideMasters/m.xml": f"<p:sldMaster {_DRAWN}>{mapping}</p:sldMaster>",
            "ppt/theme/t.xml": f"<a:theme {_DRAWN}><a:clrScheme>{scheme}</a:clrScheme></a:theme>",
            **parts,
        }
    )


def test_a_slide_has_the_colours_of_its_theme() -> None:
    named = '<a:rPr><a:solidFill><a:schemeClr val="{}"/></a:solidFill></a:rPr>'
    accent, text = shape("Accent", named.format("accent1")), shape("Text")
    assert read(themed(accent + text), "a.pptx").text == "Text\n"
    assert read(themed(accent + text, colour="000000"), "a.pptx").text == "Accent\nText\n"
    mapping = '<p:clrMap tx1="accent1"/>'
    assert refusal(themed(accent + text, mapping), "a.pptx") == "source-unreadable"


@pytest.mark.parametrize(
    ("requires", "expected"), [("p14", "Choice\n"), ("z", "Fallback\n"), ("gone", "Fallback\n")]
)
def test_a_slide_shows_the_choice_that_a_program_takes(requires: str, expected: str) -> None:
    inside = _CHOICES.format(requires, shape("Choice"), shape("Fallback"))
    assert read(pptx(slide(inside)), "a.pptx").text == expected


def test_letters_in_the_colour_of_the_slide_are_not_read() -> None:
    fill = '<a:rPr><a:solidFill><a:srgbClr val="{}"/></a:solidFill></a:rPr>'
    assert refusal(pptx(slide(shape("White", fill.format("FFFFFF")))), "a.pptx") == (
        "source-unreadable"
    )
    assert not read(pptx(slide(shape("Black", fill.format("000000")))), "a.pptx").doubts


def test_rich_text_is_read() -> None:
    data = rb"{\rtf1\ansi We will fund\par the crossing.}"
    text = read(data, "a.rtf")
    assert text.text == "We will fund\nthe crossing."
    assert not text.look([(0, 5)]).doubts
    hiding = read(rb"{\rtf1\ansi We {\v not }fund.}", "a.rtf")
    assert hiding.text == "We fund."
    assert not hiding.look([(0, 9)]).doubts
    assert hiding.others[0].look([(3, 6)]).doubts == (
        "the file holds hidden text, and this may be it",
    )
    assert refusal(b"plain", "a.rtf") == "source-unreadable"
    assert refusal(rb"{\rtf1\ansi }", "a.rtf") == "source-unreadable"
    assert refusal(rb"{\rtf1\ansi\u99999999?}", "a.rtf") == "source-unreadable"


def test_notes_of_rich_text_stand_apart() -> None:
    data = rb"{\rtf1\ansi We will{\super\chftn{\*\footnote\chftn See \{A\} of {\b 2025}.}} fund it."
    text = read(data + rb"{\footnote\ftnalt An endnote.}\par}", "a.rtf")
    assert text.text == "We will fund it.\nSee {A} of 2025.\nAn endnote."
    assert [offset for offset, edge in text.edges if edge is Edge.BOX] == [17, 34]
    assert read(data + rb"\par}{\footnote never ends", "a.rtf").text.startswith("We will fund it.")


VTT = """WEBVTT

1
00:00.000 --> 00:02.000
<v Minister A>We will <i>not</i>

00:02.000 --> 00:04.000
fund the crossing.
"""
SRT = "1\n00:00:01,000 --> 00:00:02,000\nWe will fund it.\n"


def test_the_times_of_subtitles_are_no_words() -> None:
    text = read(VTT.encode(), "a.vtt")
    assert text.text == "Minister A: We will not\nfund the crossing.\n"
    assert str(text.place(text.text.index("fund"))) == "a.vtt:8:1"
    assert read(SRT.encode(), "a.srt").text == "We will fund it.\n"
    assert decode_source(SRT.encode("utf-16"), "a.srt", "utf-8").text == "We will fund it.\n"
    assert refusal(b"WEBVTT", "a.vtt") == "source-unreadable"
    assert refusal(b"no cues", "a.srt") == "source-unreadable"


@pytest.mark.parametrize(("name", "remedy"), [("a.msg", ".eml"), ("a.doc", ".docx")])
def test_kinds_that_are_not_read_are_told_how_to_be_saved(name: str, remedy: str) -> None:
    with pytest.raises(SourceError) as caught:
        decode_source(b"", name)
    assert remedy in caught.value.findings[0].hint
