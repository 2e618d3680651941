"""Theme and styles of the shipped Word templates."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from lxml import etree

if TYPE_CHECKING:
    from docx.document import Document as DocumentObject

FACE = "Calibri"
SCRIPT_FACES = {
    "Arab": "Arial",
    "Hebr": "Arial",
    "Hans": "Microsoft YaHei",
    "Hant": "Microsoft JhengHei",
    "Jpan": "Yu Gothic",
    "Hang": "Malgun Gothic",
}
"""The face of a script that the face of the text lacks."""
COLOURS = {
    "dk1": "1B2733",
    "lt1": "FFFFFF",
    "dk2": "17375E",
    "lt2": "EDF2F8",
    "accent1": "17375E",
    "accent2": "55606B",
    "accent3": "9C1C1C",
    "accent4": "C9D3DD",
    "accent5": "2F6B4F",
    "accent6": "8A5A00",
    "hlink": "1F4E79",
    "folHlink": "55606B",
}
"""Ink, paper, accent (11.9:1 on paper), its tint; grey (6.4:1), red (8.0:1), rules."""
INK, ACCENT, GREY, RED, RULE, TINT = (
    "text1",
    "accent1",
    "accent2",
    "accent3",
    "accent4",
    "background2",
)
_VALUES = {
    "text1": COLOURS["dk1"],
    "background2": COLOURS["lt2"],
    "background1": COLOURS["lt1"],
    "hyperlink": COLOURS["hlink"],
} | COLOURS


@dataclass(frozen=True)
class Look:
    """How a paragraph style differs from the one it is based on; sizes and spaces in points."""

    size: float = 0
    bold: bool = False
    colour: str = ""
    before: float | None = None
    after: float | None = None
    line: float = 0
    keep: bool = False
    outline: int | None = None
    based: str = "Normal"
    follow: str = ""
    major: bool = False
    more: str = ""
    """Further properties: markup that goes before the spacing."""
    last: str = ""
    """Further properties: markup that goes behind the spacing."""


def _border(side: str, colour: str, eighths: int, space: int) -> str:
    value = _VALUES[colour]
    return (
        f'<w:{side} w:val="single" w:sz="{eighths}" w:space="{space}" w:color="{value}" '
        f'w:themeColor="{colour}"/>'
    )


_SHADE = f'<w:shd w:val="clear" w:color="auto" w:fill="{_VALUES[TINT]}" w:themeFill="{TINT}"/>'
_BOX = (
    "<w:pBdr>"
    + _border("top", TINT, 4, 5)
    + _border("left", ACCENT, 24, 8)
    + _border("bottom", TINT, 4, 5)
    + _border("right", TINT, 4, 8)
    + "</w:pBdr>"
    + _SHADE
)
_BOX_INDENT = '<w:ind w:left="200" w:right="180"/>'
_RIGHT_TAB = '<w:tabs><w:tab w:val="right" w:pos="9638"/></w:tabs>'
_LABEL_TAB = '<w:tabs><w:tab w:val="left" w:pos="1474"/></w:tabs>'
_LABEL_INDENT = '<w:ind w:left="1474" w:hanging="1474"/>'
"""Labels on the left, values 26 mm in."""
_CENTRE = '<w:jc w:val="center"/>'
_BANNER = '<w:shd w:val="clear" w:color="auto" w:fill="9C1C1C" w:themeFill="accent3"/>'

LOOKS = {
    "Title": Look(
        16,
        bold=True,
        colour=ACCENT,
        before=2,
        after=3,
        line=0.95,
        keep=True,
        major=True,
        follow="Memo Line",
    ),
    "Heading 1": Look(
        11,
        bold=True,
        colour=ACCENT,
        before=5.5,
        after=0.5,
        keep=True,
        outline=0,
        major=True,
        follow="Normal",
    ),
    "Heading 2": Look(10, bold=True, before=6, after=1, keep=True, outline=1, follow="Normal"),
    "Memo Line": Look(9.5, after=6),
    "Memo Entry": Look(9.5, after=0.5, more=_LABEL_TAB, last=_LABEL_INDENT),
    "Bottom Line": Look(10.5, before=3, after=0, line=1.05, more=_BOX, last=_BOX_INDENT),
    "Recommendation": Look(10, before=2.5, based="Bottom Line"),
    "Table Text": Look(9.5, after=0),
    "Table Head": Look(8.5, colour=GREY, keep=True, based="Table Text"),
    "Table Group": Look(9.5, bold=True, colour=ACCENT, keep=True, based="Table Text"),
    "Subject": Look(9.5, bold=True, before=2, after=0, keep=True),
    "Notice": Look(0, bold=True, colour=RED, before=2, after=2),
    "List Bullet": Look(0, after=1.5, more='<w:numPr><w:numId w:val="1"/></w:numPr>'),
    "Choice": Look(0, after=1, keep=True),
    "Boxes": Look(0, after=5),
    "Sources": Look(8, colour=GREY, after=0),
    "Further": Look(9, bold=True, colour=ACCENT, before=4),
    "Annex": Look(
        14,
        bold=True,
        colour=ACCENT,
        after=4,
        keep=True,
        outline=0,
        major=True,
        more="<w:pageBreakBefore/>",
        follow="Normal",
    ),
    "Letterhead": Look(9.5, bold=True, colour=ACCENT, after=5, more=_RIGHT_TAB),
    "Running Head": Look(8.5, colour=GREY, after=0, more=_RIGHT_TAB),
    "Colophon": Look(8.5, colour=GREY, after=0, more=_RIGHT_TAB),
    "Marking": Look(9, bold=True, colour=INK, after=0, last=_CENTRE),
    "Banner": Look(10.5, bold=True, colour="background1", after=0, more=_BANNER, last=_CENTRE),
}
"""Every paragraph style besides Normal."""
NORMAL_SIZE = 10

_HIDDEN = ("Title", "Heading 1", "Heading 2", "List Bullet")


def make_theme(document: DocumentObject) -> None:
    """Put our faces and colours into the theme that python-docx brings along."""
    part = next(
        each.target_part for each in document.part.rels.values() if each.reltype.endswith("/theme")
    )
    root = etree.fromstring(part.blob)
    a = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
    root.set("name", "Brief")
    colours = root.find(f".//{a}clrScheme")
    fonts = root.find(f".//{a}fontScheme")
    colours.set("name", "Brief")
    fonts.set("name", "Brief")
    for name, value in COLOURS.items():
        slot = colours.find(a + name)
        slot[:] = []
        etree.SubElement(slot, f"{a}srgbClr", val=value)
    for kind in ("majorFont", "minorFont"):
        slot = fonts.find(a + kind)
        slot[:] = []
        for tag, face in (("latin", FACE), ("ea", ""), ("cs", "")):
            etree.SubElement(slot, a + tag, typeface=face)
        for script, face in SCRIPT_FACES.items():
            etree.SubElement(slot, f"{a}font", script=script, typeface=face)
    part._blob = etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
    _font_table(document)


def _font_table(document: DocumentObject) -> None:
    """Which face may stand in for the face of the text: one of the same widths."""
    part = next(
        each.target_part
        for each in document.part.rels.values()
        if each.reltype.endswith("/fontTable")
    )
    part._blob = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        f'<w:fonts {nsdecls("w")}><w:font w:name="{FACE}"><w:altName w:val="Carlito"/>'
        '<w:panose1 w:val="020F0502020204030204"/><w:charset w:val="00"/>'
        '<w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font></w:fonts>'
    ).encode()


def make_styles(document: DocumentObject) -> None:
    """Replace all styles by ours."""
    root = document.styles.element
    for child in list(root):
        root.remove(child)
    for markup in (_defaults(), _normal(), *_builtin(), *map(_paragraph, LOOKS), *_characters()):
        root.append(_parsed(markup))
    for markup in _tables():
        root.append(_parsed(markup))


def _parsed(markup: str) -> etree._Element:
    name = markup[1:].split(">", maxsplit=1)[0].split(" ", maxsplit=1)[0]
    return parse_xml(markup.replace(f"<{name}", f"<{name} {nsdecls('w')}", 1))


def _defaults() -> str:
    half = round(NORMAL_SIZE * 2)
    return (
        "<w:docDefaults><w:rPrDefault><w:rPr>"
        f'<w:sz w:val="{half}"/><w:szCs w:val="{half}"/>'
        '<w:lang w:val="en-GB" w:eastAsia="zh-CN" w:bidi="ar-SA"/>'
        "</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
    )


def _normal() -> str:
    return (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        "<w:qFormat/><w:pPr><w:widowControl/>"
        '<w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>'
        '<w:spacing w:before="0" w:after="40" w:line="240" w:lineRule="auto"/></w:pPr><w:rPr>'
        '<w:rFonts w:asciiTheme="minorHAnsi" w:eastAsiaTheme="minorEastAsia" '
        'w:hAnsiTheme="minorHAnsi" w:cstheme="minorBidi"/>'
        f'<w:color w:val="{_VALUES[INK]}" w:themeColor="{INK}"/></w:rPr></w:style>'
    )


_BUILTIN = (
    ("character", "Default Paragraph Font", 1, ""),
    (
        "table",
        "Normal Table",
        99,
        (
            '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/>'
            '<w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
            '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        ),
    ),
    ("numbering", "No List", 99, ""),
)
_IDS = {"Normal Table": "TableNormal"}


def _builtin() -> list[str]:
    """The styles that each kind takes where none is named."""
    return [
        f'<w:style w:type="{kind}" w:default="1" w:styleId="{_IDS.get(name, style_id(name))}">'
        f'<w:name w:val="{name}"/><w:uiPriority w:val="{priority}"/><w:semiHidden/>'
        f"<w:unhideWhenUsed/>{more}</w:style>"
        for kind, name, priority, more in _BUILTIN
    ]


def style_id(name: str) -> str:
    """``Heading1``."""
    return name.replace(" ", "")


def _paragraph(name: str) -> str:
    look = LOOKS[name]
    shown = name.lower() if name.startswith("Heading") else name
    follow = f'<w:next w:val="{style_id(look.follow)}"/>' if look.follow else ""
    return (
        f'<w:style w:type="paragraph" w:styleId="{style_id(name)}"'
        f"{'' if name in _HIDDEN else ' w:customStyle=' + chr(34) + '1' + chr(34)}>"
        f'<w:name w:val="{shown}"/><w:basedOn w:val="{style_id(look.based)}"/>{follow}<w:qFormat/>'
        f"<w:pPr>{_paragraph_properties(look)}</w:pPr><w:rPr>{_run_properties(look)}</w:rPr>"
        "</w:style>"
    )


def _paragraph_properties(look: Look) -> str:
    spacing = {
        "before": look.before if look.before is None else round(look.before * 20),
        "after": look.after if look.after is None else round(look.after * 20),
        "line": round(look.line * 240) or None,
    }
    said = "".join(f' w:{key}="{value}"' for key, value in spacing.items() if value is not None)
    said += ' w:lineRule="auto"' if look.line else ""
    return (
        ("<w:keepNext/>" if look.keep else "")
        + look.more
        + (f"<w:spacing{said}/>" if said else "")
        + look.last
        + ("" if look.outline is None else f'<w:outlineLvl w:val="{look.outline}"/>')
    )


def _run_properties(look: Look) -> str:
    half = round(look.size * 2)
    fonts = (
        '<w:rFonts w:asciiTheme="majorHAnsi" w:eastAsiaTheme="majorEastAsia" '
        'w:hAnsiTheme="majorHAnsi" w:cstheme="majorBidi"/>'
    )
    colour = (
        f'<w:color w:val="{_VALUES[look.colour]}" w:themeColor="{look.colour}"/>'
        if look.colour
        else ""
    )
    return (
        (fonts if look.major else "")
        + ("<w:b/><w:bCs/>" if look.bold else "")
        + colour
        + (f'<w:sz w:val="{half}"/><w:szCs w:val="{half}"/>' if half else "")
    )


def _colour(name: str) -> str:
    return f'<w:color w:val="{_VALUES[name]}" w:themeColor="{name}"/>'


def _characters() -> tuple[str, ...]:
    """A link is underlined: colour alone would not tell it from text."""
    grey = _colour(GREY)
    looks = {
        "Strong": "<w:b/><w:bCs/>",
        "Label": grey,
        "Muted": grey,
        "Source Number": f'{grey}<w:vertAlign w:val="superscript"/>',
        "Hyperlink": f'<w:u w:val="single" w:color="{_VALUES[RULE]}" w:themeColor="{RULE}"/>',
    }
    return tuple(
        f'<w:style w:type="character" w:styleId="{style_id(name)}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="DefaultParagraphFont"/><w:qFormat/><w:rPr>{look}</w:rPr></w:style>'
        for name, look in looks.items()
    )


def _tables() -> tuple[str, ...]:
    between = _border("insideH", RULE, 4, 0)
    rules = f"<w:tblBorders>{between}</w:tblBorders>"
    lines = f"<w:tblBorders>{_border('bottom', RULE, 4, 0)}{between}</w:tblBorders>"
    head = (
        '<w:tblStylePr w:type="firstRow"><w:tblPr/><w:tcPr><w:tcBorders>'
        f"{_border('bottom', GREY, 6, 0)}</w:tcBorders></w:tcPr></w:tblStylePr>"
    )
    looks = {
        "Brief Table": (rules, 16, head),
        "Brief Accounts": ("", 16, head),
        "Brief Form": (lines, 16, head),
    }
    return tuple(
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{style_id(name)}">'
        f'<w:name w:val="{name}"/><w:basedOn w:val="TableNormal"/><w:qFormat/>'
        f'<w:tblPr><w:tblInd w:w="0" w:type="dxa"/>{inner}{_cell_margins(room)}</w:tblPr>'
        f"{first}</w:style>"
        for name, (inner, room, first) in looks.items()
    )


def _cell_margins(room: int) -> str:
    """Room above and below the text of a cell, in twips; none before it, so that it aligns."""
    return (
        f'<w:tblCellMar><w:top w:w="{room}" w:type="dxa"/><w:left w:w="0" w:type="dxa"/>'
        f'<w:bottom w:w="{room}" w:type="dxa"/><w:right w:w="140" w:type="dxa"/></w:tblCellMar>'
    )
