"""Ways in which documents hide words, or seem to: what becomes of a quotation of each."""

from __future__ import annotations

import pytest
from tests.evidence.formats.test_documents import odt, pptx, shape, slide, style

from bluf.evidence import Searchable, SourceError, decode_source, look_up_any
from bluf.evidence.formats.pptx import deck

WORDS = "We will fund it."
SPAN = f'<text:p>Begin.</text:p><text:p text:style-name="x">{WORDS}</text:p>'
FRAME = '<a:off x="100" y="100"/><a:ext cx="900" cy="900"/>'
WIDE = '<a:off x="9000" y="0"/><a:ext cx="6000000" cy="400000"/>'
STRIKE = (
    '<p:cxnSp><p:spPr><a:xfrm><a:off x="0" y="{}"/><a:ext cx="6000000" cy="0"/></a:xfrm></p:spPr>'
    "</p:cxnSp>"
)
FILL = '<a:solidFill><a:srgbClr val="{}"/></a:solidFill>'


def verdict(data: bytes, name: str) -> str:
    """What becomes of the quotation: “refused”, “doubted” or “seen”."""
    try:
        source = Searchable(decode_source(data, name))
    except SourceError:
        return "refused"
    hit = look_up_any(source, [WORDS])[0]
    if hit is None or not hit.stands:
        return "refused"
    return "doubted" if hit.sight.doubts else "seen"


@pytest.mark.parametrize(
    ("properties", "expected"),
    [
        ('fo:font-size="1%"', "refused"),
        ('fo:font-size="110%"', "seen"),
        ('style:text-line-through-type="double"', "refused"),
        ('style:text-scale="1%"', "refused"),
        ('fo:font-family="Wingdings"', "refused"),
        ('fo:color="#ffffff" fo:background-color="#000000"', "seen"),
        ('fo:color="white"', "seen"),
        ('fo:color="red" fo:background-color="red"', "refused"),
        ('style:text-position="-900% 50%"', "doubted"),
        ('fo:letter-spacing="-1cm"', "doubted"),
        ('fo:letter-spacing="0.02cm"', "seen"),
        ('fo:opacity="0%"', "doubted"),
        ('fo:opacity="0%" style:use-window-font-color="true"', "seen"),
        ('fo:margin-left="-90cm"', "doubted"),
        ('fo:line-height="0.01cm"', "doubted"),
        ('fo:line-height="9%"', "doubted"),
        ('fo:line-height="90%"', "seen"),
        ('text:display="condition"', "doubted"),
    ],
)
def test_what_a_style_of_open_documents_does(properties: str, expected: str) -> None:
    assert verdict(odt(SPAN, style("x", properties)), "a.odt") == expected


ROW = "<table:table><table:table-row {}><table:{} {}>{}</table:{}></table:table-row></table:table>"
PLAIN = f"<text:p>{WORDS}</text:p>"
IN_FRAME = (
    "<text:p>Begin.<draw:frame {}><draw:text-box><text:p>We will fund it.</text:p></draw:text-box>"
    "</draw:frame></text:p>"
)
_SVG = 'xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"'


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (PLAIN, "seen"),
        (ROW.format("", "table-cell", "", PLAIN, "table-cell"), "seen"),
        (ROW.format("", "covered-table-cell", "", PLAIN, "covered-table-cell"), "refused"),
        (
            ROW.format('table:visibility="collapse"', "table-cell", "", PLAIN, "table-cell"),
            "refused",
        ),
        (ROW.format('table:style-name="r"', "table-cell", "", PLAIN, "table-cell"), "doubted"),
        (ROW.format("", "table-cell", 'table:style-name="k"', PLAIN, "table-cell"), "refused"),
        (f'<text:section text:display="condition">{PLAIN}</text:section>', "doubted"),
        (f"<text:p><text:hidden-paragraph/>{WORDS}</text:p>", "doubted"),
        (f"<text:p><text:placeholder>{WORDS}</text:placeholder></text:p>", "doubted"),
        (f'<text:p><text:span text:display="none">{WORDS}</text:span></text:p>', "refused"),
        (IN_FRAME.format(f'{_SVG} svg:width="5cm"'), "seen"),
        (IN_FRAME.format(f'{_SVG} svg:width="0cm"'), "doubted"),
        (IN_FRAME.format(f'{_SVG} svg:x="-90cm"'), "doubted"),
        (f'<text:p>We will <draw:frame {_SVG} svg:width="2cm"/>fund it.</text:p>', "doubted"),
        (f'<text:p>We will <draw:frame {_SVG} svg:width="2mm"/>fund it.</text:p>', "seen"),
        (f"<text:p>x <text:date>{WORDS}</text:date></text:p>", "doubted"),
        (f'<text:p>x <text:date text:fixed="true">{WORDS}</text:date></text:p>', "seen"),
        (f"<text:p><draw:line/>{WORDS}</text:p>", "doubted"),
        (
            ROW.format("", "table-cell", "", PLAIN, "table-cell").replace(
                "<table:table>", '<table:table table:style-name="far">'
            ),
            "doubted",
        ),
        (
            (
                "<text:p>We will <text:ruby><text:ruby-base>fund</text:ruby-base>"
                "<text:ruby-text>not</text:ruby-text></text:ruby> it.</text:p>"
            ),
            "doubted",
        ),
    ],
)
def test_what_holds_words_in_open_documents_counts(body: str, expected: str) -> None:
    styles = (
        '<style:style style:name="r"><style:table-row-properties style:row-height="0.01cm"/>'
        '</style:style><style:style style:name="far"><style:table-properties '
        'fo:margin-left="-30cm"/></style:style><style:style style:name="k">'
        '<style:table-cell-properties fo:background-color="#000000"/></style:style>'
    )
    assert verdict(odt(body, styles), "a.odt") == expected


def test_the_default_style_of_an_open_document_counts() -> None:
    default = (
        '<style:default-style style:family="paragraph"><style:text-properties fo:color="#ffffff"/>'
        "</style:default-style>"
    )
    assert verdict(odt(PLAIN, shared=default), "a.odt") == "refused"


def filled(words: str, run: str, colour: str) -> str:
    return shape(words, run, FRAME).replace("</p:spPr>", FILL.format(colour) + "</p:spPr>")


@pytest.mark.parametrize(
    ("shapes", "expected"),
    [
        (shape(WORDS), "seen"),
        (shape(WORDS, '<a:rPr><a:latin typeface="Wingdings"/></a:rPr>'), "refused"),
        (filled(WORDS, f"<a:rPr>{FILL.format('112233')}</a:rPr>", "112233"), "refused"),
        (filled(WORDS, f"<a:rPr>{FILL.format('FFFFFF')}</a:rPr>", "000000"), "seen"),
        (shape(WORDS, f"<a:rPr>{FILL.format('FFFFFF')}</a:rPr>"), "refused"),
        (
            shape(WORDS, '<a:rPr><a:solidFill><a:schemeClr val="bg1"/></a:solidFill></a:rPr>'),
            "refused",
        ),
        (
            shape(
                WORDS,
                '<a:rPr><a:solidFill><a:srgbClr val="000000"><a:alpha val="0"/></a:srgbClr>'
                "</a:solidFill></a:rPr>",
            ),
            "refused",
        ),
        (shape(WORDS, '<a:rPr baseline="900000"/>'), "doubted"),
        (shape(WORDS).replace("a:r>", "a:fld>"), "doubted"),
        *(
            (shape(WORDS, place=WIDE).replace("<a:p>", f"<a:p>{before}"), expected)
            for before, expected in (
                ("<a:br/>", "seen"),
                ('<a:pPr><a:tabLst><a:tab pos="90000000"/></a:tabLst></a:pPr>', "doubted"),
            )
        ),
        *(
            (
                shape(WORDS, place=WIDE).replace("<p:txBody>", f"<p:txBody><a:bodyPr {body}/>"),
                "doubted",
            )
            for body in ('rot="10800000"', 'anchor="b" bIns="90000000"')
        ),
        (shape(WORDS, place=WIDE) + STRIKE.format(180_000), "doubted"),
        (shape(WORDS, place=WIDE) + STRIKE.format(400_000), "seen"),
        (shape(WORDS, '<a:rPr spc="-3000" sz="odd"/>'), "doubted"),
        (shape(WORDS, place='<a:off x="1" y="1"/><a:ext cx="0" cy="0"/>'), "doubted"),
        (shape(WORDS, place=FRAME) + filled("x", "", "FFFFFF"), "doubted"),
        (
            shape(WORDS, place=FRAME).replace("<a:p>", '<a:p><a:pPr marL="90000000"/>'),
            "doubted",
        ),
    ],
)
def test_what_a_slide_does(shapes: str, expected: str) -> None:
    data = pptx(slide(shape("Begin.") + f"<p:g>{shapes}</p:g>"))
    assert verdict(data, "a.pptx") == expected


def test_a_slide_has_a_size() -> None:
    far = shape(WORDS, place='<a:off x="9900" y="0"/><a:ext cx="5" cy="9"/>')
    data = pptx(slide(shape("Begin.") + far))
    assert verdict(data, "a.pptx") == "seen"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (WORDS, "seen"),
        (rf"{{\cf1 {WORDS}}}", "doubted"),
        (rf"{{\cf2\highlight2 {WORDS}}}", "doubted"),
        (rf"{{\f1 {WORDS}}}", "doubted"),
        (rf"{{\f1 \'b7}} {WORDS}", "seen"),
        (rf"{{\dn900 {WORDS}}}", "doubted"),
        (rf"{{\expndtw-400 {WORDS}}}", "doubted"),
        (rf"\li90000 {WORDS}", "doubted"),
    ],
)
def test_what_rich_text_does(words: str, expected: str) -> None:
    head = r"{\rtf1\ansi{\fonttbl{\f0 Arial;}{\f1 Wingdings;}}"
    colours = r"{\colortbl;\red255\green255\blue255;\red0\green0\blue0;}"
    data = rf"{head}{colours}\f0\fs24 Begin.\par {words}}}".encode("latin-1")
    assert verdict(data, "a.rtf") == expected


@pytest.mark.parametrize(
    ("before", "end", "expected"),
    [
        ("", "00:02.000", "seen"),
        ("", "00:01.000", "refused"),
        ("STYLE\n::cue {\n opacity: 0\n}\n\n", "00:02.000", "doubted"),
    ],
)
def test_what_subtitles_do(before: str, end: str, expected: str) -> None:
    said = f"WEBVTT\n\n{before}00:00.000 --> 00:01.000\nHi.\n\n00:01.000 --> {end}\n{WORDS}\n"
    assert verdict(said.encode(), "a.vtt") == expected


def test_a_note_of_markdown_is_no_address() -> None:
    assert verdict(b"We will[^1] fund it.\n\n[^1]: not\n", "a.md") == "seen"


@pytest.mark.parametrize(
    "before",
    [
        "<a:p>" + "<a:br/>" * 60,
        '<a:p><a:pPr><a:lnSpc><a:spcPct val="9000000"/></a:lnSpc></a:pPr></a:p><a:p>',
        '<a:p><a:pPr><a:spcAft><a:spcPts val="90000"/></a:spcAft></a:pPr></a:p><a:p>',
    ],
)
def test_what_stands_before_words_pushes_them_off_the_slide(
    before: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(deck, "_FAR", 9_000_000)
    words = shape(WORDS, place=WIDE)
    assert verdict(pptx(slide(words)), "a.pptx") == "seen"
    assert verdict(pptx(slide(words.replace("<a:p>", before))), "a.pptx") == "doubted"
