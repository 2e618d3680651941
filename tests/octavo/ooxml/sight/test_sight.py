"""Which runs of a Word file a reader sees, and of which nobody can say."""

from __future__ import annotations

import io
import zipfile

import pytest

from octavo.ooxml import read_package, read_seen
from octavo.ooxml.sight import reading
from octavo.ooxml.sight.colours import rgb
from octavo.ooxml.sight.holders import Holders
from octavo.ooxml.sight.layers import Resolver

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:new="urn:new" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:wpg="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:w10="urn:schemas-microsoft-com:office:word" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" mc:Ignorable="w14 w15"'
)
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
ITEM = "{11111111-2222-3333-4444-555555555555}"
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{WORD}.document.main+xml"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{WORD}.styles+xml"/>'
    '<Override PartName="/word/theme.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.theme+xml"/>'
    '<Override PartName="/customXml/props.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.customXmlProperties+xml"/></Types>'
)
RELATIONS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'


def relation(number: int, kind: str, target: str) -> str:
    return f'<Relationship Id="r{number}" Type="{OFFICE}/relationships/{kind}" Target="{target}"/>'


def word(body: str, styles: str = "", ground: str = "") -> bytes:
    """A file with styles, a theme whose light colour is white, and data for bound controls."""
    target = io.BytesIO()
    members = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": RELATIONS
        + relation(1, "officeDocument", "word/document.xml")
        + "</Relationships>",
        "word/_rels/document.xml.rels": RELATIONS
        + relation(1, "styles", "styles.xml")
        + relation(2, "theme", "theme.xml")
        + relation(3, "customXml", "/customXml/item.xml")
        + "</Relationships>",
        "customXml/_rels/item.xml.rels": RELATIONS
        + relation(1, "customXmlProps", "props.xml")
        + "</Relationships>",
        "word/document.xml": f"<w:document {SPACES}>{ground}<w:body>{body}</w:body></w:document>",
        "word/styles.xml": f"<w:styles {SPACES}>{styles}</w:styles>",
        "word/theme.xml": f'<a:theme {SPACES}><a:themeElements><a:clrScheme name="x">'
        '<a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1><a:dk2><a:srgbClr val="1F2A44"/>'
        "</a:dk2><a:lt2><a:srgbClr val='bad'/></a:lt2></a:clrScheme></a:themeElements></a:theme>",
        "customXml/item.xml": '<d:r xmlns:d="urn:d"><d:v>Bound.</d:v></d:r>',
        "customXml/props.xml": f'<ds:datastoreItem xmlns:ds="{OFFICE}/customXml" '
        f'ds:itemID="{ITEM}"/>',
    }
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return target.getvalue()


def seen(body: str, styles: str = "", ground: str = "") -> list[tuple[str, tuple[str, ...]]]:
    package = read_package(word(body, styles, ground), "a.docx")
    return [run for block in read_seen(package) for run in block.runs]


def run(properties: str = "", text: str = "Words") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"


def paragraph(content: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{content}</w:p>"


def cell(content: str, properties: str = "", row: str = "", table: str = "") -> str:
    return (
        f"<w:tbl><w:tblPr>{table}</w:tblPr><w:tr><w:trPr>{row}</w:trPr><w:tc><w:tcPr>{properties}"
        f"</w:tcPr>{content}</w:tc></w:tr></w:tbl>"
    )


SHOWN = [("Words", ())]
PICTURE = '<w:r><w:drawing><wp:inline><wp:extent cx="9"/></wp:inline></w:drawing></w:r>'
BLACK = '<w:shd w:val="clear" w:fill="000000"/>'
WHITE = '<w:color w:val="FFFFFF"/>'


@pytest.mark.parametrize(
    "body",
    [
        paragraph(run('<w:sz w:val="4"/>')),
        paragraph(run('<w:position w:val="-400"/>')),
        paragraph(run('<w:w w:val="1"/>')),
        paragraph(run('<w:rFonts w:ascii="Wingdings"/>')),
        paragraph(run("<w:strike/>")),
        paragraph(run('<w:color w:val="FEFEFE"/>')),
        paragraph(run('<w:color w:val="000000"/><w:highlight w:val="black"/>')),
        paragraph(run('<w:shd w:val="solid" w:color="010101"/><w:color w:val="000000"/>')),
        paragraph(run('<w:shd w:val="solid"/><w:color w:val="000000"/>')),
        paragraph(run('<w:color w:themeColor="background1"/>')),
        paragraph(run('<w:color w:themeColor="text1" w:themeTint="05"/>')),
        paragraph(run(WHITE), '<w:shd w:val="clear" w:fill="auto"/>'),
        paragraph(run(), '<w:spacing w:line="20" w:lineRule="exact"/>'),
        paragraph(run(), '<w:framePr w:x="-20000"/>'),
        paragraph(run(), '<w:framePr w:h="10" w:hRule="exact"/>'),
        paragraph(run(), '<w:ind w:left="30000"/>'),
        paragraph(run(), '<w:ind w:firstLine="-30000"/>'),
        cell(paragraph(run()), row='<w:trHeight w:val="10" w:hRule="exact"/>'),
        "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>"
        + paragraph(run())
        + "</w:sdtContent></w:sdt>",
    ],
)
def test_what_nobody_sees_is_not_there(body: str) -> None:
    assert seen(body) == []


@pytest.mark.parametrize(
    "body",
    [
        paragraph(run()),
        paragraph(run(WHITE), BLACK),
        paragraph(run("", "Words"), BLACK),
        paragraph(run(f'{WHITE}<w:highlight w:val="darkBlue"/>')),
        paragraph(run('<w:highlight w:val="none"/>')),
        paragraph(run() + PICTURE),
        paragraph(run('<w:color w:themeColor="text2" w:themeShade="80"/>')),
        paragraph(run('<w:color w:themeColor="unknown"/>')),
        paragraph(run('<w:color w:val="bad"/><w:sz w:val="x"/><w:strike w:val="0"/>')),
        paragraph(run(), '<w:spacing w:line="240" w:lineRule="exact"/>'),
        paragraph(run(), '<w:framePr w:x="10"/><w:ind w:start="720" w:hanging="360"/>'),
        cell(paragraph(run(WHITE)), BLACK, '<w:trHeight w:val="400" w:hRule="exact"/>'),
        cell(paragraph(run()), row="<w:cantSplit/>"),
        f"<w:p><w:fldSimple w:instr='HYPERLINK x'>{run()}</w:fldSimple></w:p>",
        f"<w:p><w:bdo w:val='ltr'>{run()}</w:bdo></w:p>",
        "<w:sdt><w:sdtPr/><w:sdtContent>" + paragraph(run()) + "</w:sdtContent></w:sdt>",
    ],
)
def test_what_is_seen_is_there(body: str) -> None:
    assert seen(body) == SHOWN


@pytest.mark.parametrize(
    ("body", "cause"),
    [
        (paragraph(run('<w:color w:val="EEEEEE"/>')), "colour of the ground"),
        (paragraph(run("<w:webHidden/>")), "one of its views"),
        (paragraph(run("<w:specVanish/>")), "one of its views"),
        (paragraph(run('<w:spacing w:val="-400"/>')), "over one another"),
        (paragraph(run('<w:fitText w:val="20"/>')), "pressed into 1 points"),
        (
            paragraph(
                run(
                    '<w14:textFill><w14:srgbClr w14:val="FFFFFF"/></w14:textFill><w:sz w:val="24"/>'
                )
            ),
            "with white",
        ),
        (paragraph(run('<w14:textFill><w14:alpha w14:val="99000"/></w14:textFill>')), "nothing"),
        (paragraph(run('<w14:textOutline w14:w="90000"/>')), "as thick as they are"),
        (cell(paragraph(run()), '<w:tcW w:w="4" w:type="dxa"/>'), "no width"),
        (cell(paragraph(run()), table='<w:tblInd w:w="-20000"/>'), "off the page"),
        (cell(paragraph(run()), table='<w:tblpPr w:tblpX="-20000"/>'), "off the page"),
        (paragraph(run(), '<w:tabs><w:tab w:pos="30000"/></w:tabs>'), "a tab"),
        (
            paragraph(
                "<w:r><w:instrText>EQ x</w:instrText></w:r>" + run(),
            ),
            "draws something",
        ),
        (
            paragraph("<w:r><w:ruby><w:rt><w:r><w:t>no</w:t></w:r></w:rt></w:ruby></w:r>" + run()),
            "set over its words",
        ),
        (paragraph(run()) + '<w:sectPr><w:pgSz w:w="100" w:h="100"/></w:sectPr>', "too small"),
        (paragraph(run()) + '<w:sectPr><w:pgMar w:left="-20000"/></w:sectPr>', "a margin"),
        (paragraph(run("<w14:textFill><w14:noFill/></w14:textFill>")), "with nothing"),
        (f"<w:p><w:bdo w:val='rtl'>{run()}</w:bdo></w:p>", "from the right"),
        (f"<w:p><w:fldSimple w:instr=' TITLE '>{run()}</w:fldSimple></w:p>", "again"),
    ],
)
def test_what_nobody_can_say_is_a_doubt(body: str, cause: str) -> None:
    ((text, doubts),) = seen(body)
    assert text == "Words"
    assert cause in doubts[0]


def style(name: str, inside: str, kind: str = "paragraph", more: str = "") -> str:
    return f'<w:style w:type="{kind}" w:styleId="{name}" {more}>{inside}</w:style>'


HIDDEN = f"<w:rPr>{WHITE}</w:rPr>"


def test_styles_are_followed_to_what_they_are_based_on() -> None:
    base = style("base", HIDDEN) + style("s", '<w:basedOn w:val="base"/>')
    assert seen(paragraph(run(), '<w:pStyle w:val="s"/>'), base) == []
    assert seen(paragraph(run('<w:rStyle w:val="c"/>')), style("c", HIDDEN, "character")) == []
    assert seen(paragraph(run()), style("d", HIDDEN, more='w:default="1"')) == []
    everywhere = f"<w:docDefaults><w:rPrDefault>{HIDDEN}</w:rPrDefault></w:docDefaults>"
    assert seen(paragraph(run()), everywhere) == []
    table = '<w:tblStyle w:val="t"/>'
    assert seen(cell(paragraph(run()), table=table), style("t", HIDDEN, "table")) == []
    dark = style("t", f"<w:tcPr>{BLACK}</w:tcPr>", "table")
    assert seen(cell(paragraph(run(WHITE)), table=table), dark) == SHOWN
    dark = style("p", f"<w:pPr>{BLACK}</w:pPr>")
    assert seen(paragraph(run(WHITE), '<w:pStyle w:val="p"/>'), dark) == SHOWN
    circle = style("p", '<w:basedOn w:val="p"/>')
    assert seen(paragraph(run(), '<w:pStyle w:val="p"/>'), circle) == SHOWN
    ((_, doubts),) = seen(paragraph(run(WHITE)), "", '<w:background w:color="000000"/>')
    assert doubts == ("the ground of the page may not be displayed",)


def test_a_table_style_may_hide_part_of_its_table() -> None:
    part = '<w:tblStylePr w:type="firstRow"><w:rPr><w:vanish/></w:rPr></w:tblStylePr>'
    table = '<w:tblStyle w:val="t"/><w:tblLook w:firstRow="1"/>'
    assert seen(cell(paragraph(run()), table=table), style("t", part, "table")) == []
    shown = part.replace("<w:vanish/>", '<w:vanish w:val="0"/>')
    assert seen(cell(paragraph(run()), table=table), style("t", shown, "table")) == SHOWN


def test_styles_based_on_too_many_others_are_a_doubt() -> None:
    styles = "".join(style(f"s{at}", f'<w:basedOn w:val="s{at + 1}"/>') for at in range(42))
    ((_, doubts),) = seen(paragraph(run()), styles)
    assert doubts == ("its style may be based on too many others to follow",)


def test_two_styles_that_hide_may_cancel_each_other() -> None:
    hidden = "<w:rPr><w:vanish/></w:rPr>"
    styles = style("p", hidden) + style("c", hidden, "character")
    body = paragraph(run('<w:rStyle w:val="c"/>'), '<w:pStyle w:val="p"/>')
    ((_, doubts),) = seen(body, styles)
    assert "cancel" in doubts[0]
    own = paragraph(run('<w:vanish w:val="0"/>'), '<w:pStyle w:val="p"/>')
    assert seen(own, styles) == SHOWN


def bound(path: str, store: str = ITEM, words: str = "Words") -> str:
    return (
        f'<w:sdt><w:sdtPr><w:dataBinding w:prefixMappings="xmlns:d=\'urn:d\'" w:xpath="{path}" '
        f'w:storeItemID="{store}"/></w:sdtPr><w:sdtContent>{paragraph(run(text=words))}'
        "</w:sdtContent></w:sdt>"
    )


def test_a_control_shows_the_data_it_is_bound_to() -> None:
    assert seen(bound("/d:r/d:v")) == []
    assert seen(bound("/d:r/d:v", words="Bound.")) == [("Bound.", ())]
    for path in ("/d:r/d:none", "count(", "count(/d:r)"):
        assert seen(bound(path)) == SHOWN
    assert seen(bound("/d:r/d:v", "{0}")) == SHOWN


def field(code: str, begin: str = "") -> str:
    mark = '<w:r><w:fldChar w:fldCharType="{}" {}/></w:r>'
    return paragraph(
        mark.format("begin", begin)
        + f"<w:r><w:instrText>{code}</w:instrText></w:r>"
        + mark.format("separate", "")
        + run()
        + mark.format("end", "")
        + mark.format("end", "")
    )


def test_what_a_field_shows_is_its_result() -> None:
    assert seen(field("REF x")) == SHOWN
    assert seen(field("")) == SHOWN
    assert seen(field("REF x", 'w:dirty="true"')) == []
    ((_, doubts),) = seen(field("page"))
    assert "again" in doubts[0]


DRAWING = (
    "<w:r><w:drawing><wp:anchor>{}<wp:extent cx='900000' cy='900000'/>"
    "<wp:docPr id='1' name='x' {}/>"
    "<a:graphic><w:txbxContent>{}</w:txbxContent></a:graphic></wp:anchor></w:drawing></w:r>"
)
SHAPE = (
    "<w:r><w:pict><v:shape style='{}'><v:textbox><w:txbxContent>{}</w:txbxContent></v:textbox>"
    "</v:shape></w:pict></w:r>"
)


def boxed(box: str) -> list[tuple[str, tuple[str, ...]]]:
    return [run for run in seen(f"<w:p>{box}</w:p>") if run[0]]


def test_boxes_may_have_no_size_or_stand_off_the_page() -> None:
    words = paragraph(run())
    assert boxed(DRAWING.format("", "", words)) == SHOWN
    assert boxed(DRAWING.format("", 'hidden="1"', words)) == []
    assert boxed(DRAWING.format("", "", words).replace("900000", "0")) == []
    off = "<wp:positionH><wp:posOffset>-90000000</wp:posOffset></wp:positionH>"
    assert boxed(DRAWING.format(off, "", words)) == []
    assert boxed(SHAPE.format("width:90pt;height:9pt", words)) == SHOWN
    near = "<wp:positionH><wp:posOffset>90</wp:posOffset></wp:positionH>"
    assert boxed(DRAWING.format(near, "", words)) == SHOWN
    for style in ("width:0;height:0", "visibility: hidden", "margin-left:-9000pt"):
        assert boxed(SHAPE.format(style, words)) == []


def test_what_stands_under_a_collapsed_heading_is_in_doubt() -> None:
    heading = '<w:outlineLvl w:val="0"/>'
    body = (
        paragraph(run(text="One"), f"{heading}<w15:collapsed/>")
        + paragraph(run(text="under"))
        + paragraph(run(text="Two"), heading)
        + paragraph(run(text="free"))
        + "<w:p/>"
    )
    found = seen(body)
    assert [text for text, doubts in found if doubts] == ["under"]
    named = style("h", f"<w:pPr>{heading}</w:pPr>")
    assert seen(paragraph(run(), '<w:pStyle w:val="h"/>'), named) == SHOWN


def test_a_choice_that_word_does_not_know_is_not_taken() -> None:
    choice = (
        "<w:r><mc:AlternateContent><mc:Choice Requires='new'><w:t>New</w:t></mc:Choice>"
        "<mc:Fallback><w:t>Words</w:t></mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert seen(f"<w:p>{choice}</w:p>") == SHOWN
    alone = choice.replace("<mc:Fallback><w:t>Words</w:t></mc:Fallback>", "")
    assert seen(f"<w:p>{alone}{run()}</w:p>") == SHOWN
    art = "<w:r><w:pict><v:shape><v:textpath string='Words'/></v:shape></w:pict></w:r>"
    assert seen(f"<w:p>{art}</w:p>") == SHOWN


def test_colours_have_six_digits() -> None:
    assert rgb("ff") is None
    assert rgb("zzzzzz") is None
    assert rgb("0a0b0c") == (10, 11, 12)


def test_words_of_a_drawing_stand_in_no_run() -> None:
    package = read_package(word(""), "a.docx")
    resolver = Resolver(package)
    holders = Holders(package, resolver, package.parts[package.main].root)
    assert list(reading._seen([(None, "Chart")], resolver, holders)) == [("Chart", (), False)]


def test_a_picture_among_the_words_is_a_doubt() -> None:
    wide = PICTURE.replace('cx="9"', 'cx="900000"')
    assert seen(paragraph(run() + wide))[1] == ("\u200b", ("a picture stands in it",))


@pytest.mark.parametrize(
    ("entries", "shown"),
    [
        ('<w:result w:val="1"/><w:listEntry w:val="a"/><w:listEntry w:val="b"/>', "b"),
        ('<w:default w:val="0"/><w:listEntry w:val="a"/>', "a"),
        ('<w:listEntry w:val="a"/>', "a"),
        ('<w:result w:val="x"/>', ""),
    ],
)
def test_a_drop_down_field_shows_the_entry_that_is_chosen(entries: str, shown: str) -> None:
    begin = f'<w:fldChar w:fldCharType="begin"><w:ffData><w:ddList>{entries}</w:ddList></w:ffData>'
    field = f'<w:r>{begin}</w:fldChar></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    assert "".join(text for text, _ in seen(paragraph(field))) == shown


@pytest.mark.parametrize(
    ("place", "expected"),
    [(-9_000_000, "gone"), (-3_500_000, "doubted"), (900_000, "seen"), (90_000_000, "gone")],
)
def test_a_box_may_end_before_the_page_begins(place: int, expected: str) -> None:
    body = paragraph(
        f"<w:r><w:drawing><wp:anchor><wp:positionH><wp:posOffset>{place}</wp:posOffset>"
        '</wp:positionH><wp:extent cx="3000000" cy="600000"/><w:txbxContent>'
        f"{paragraph(run())}</w:txbxContent></wp:anchor></w:drawing></w:r>"
    )
    found = [runs for runs in seen(body) if runs[0] == "Words"]
    assert expected == ("gone" if not found else "doubted" if found[0][1] else "seen")


@pytest.mark.parametrize(("fill", "expected"), [("black", []), ("white", SHOWN), ("", SHOWN)])
def test_the_ground_of_a_box_counts(fill: str, expected: list[tuple[str, tuple[str, ...]]]) -> None:
    inner = paragraph(run('<w:color w:val="000000"/>'))
    box = f"<v:textbox><w:txbxContent>{inner}</w:txbxContent></v:textbox>"
    body = f'<w:r><w:pict><v:shape fillcolor="{fill}">{box}</v:shape></w:pict></w:r>'
    assert seen(paragraph(body)) == expected
