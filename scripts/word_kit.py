"""What the shipped Word templates share: page, styles, lists, tables.

One accent colour, one grey, hairlines instead of boxes, and a measure of 170 mm that is the same
on A4 and Letter.
"""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from octavo.ooxml import read_package, write_package

if TYPE_CHECKING:
    from pathlib import Path

    from docx.document import Document as DocumentObject
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.styles.style import ParagraphStyle
    from docx.table import Table, _Cell
    from docx.text.paragraph import Paragraph

FONT = "Calibri"
INK = "1B2733"
ACCENT = "1F4E79"  # 8.6:1 on white, 7.3:1 on the tint
GREY = "55606B"  # 6.4:1 on white
TINT = "EAF0F6"
RULE = "B8C4D0"
MEASURE_MM = 170
LABEL_MM = 17


@dataclass(frozen=True)
class Look:
    """How a paragraph style looks; sizes and spaces in points, indents in millimetres."""

    size: float
    bold: bool = False
    colour: str = INK
    before: float = 0
    after: float = 0
    line: float = 1.0
    keep_with_next: bool = False


LOOKS = {
    "Title": Look(16, bold=True, colour=ACCENT, before=2, after=2, keep_with_next=True),
    "Heading 1": Look(10.5, bold=True, colour=ACCENT, before=4.5, after=2, keep_with_next=True),
    "Normal": Look(10, after=2),
    "Bottom Line": Look(10.5, after=0, line=1.04),
    "Table Text": Look(9.5),
    "Table Head": Look(8.5, bold=True, colour=GREY, keep_with_next=True),
    "Memo Line": Look(10),
    "Marking": Look(9, bold=True, colour=GREY),
    "Notice": Look(10, bold=True, colour="9C1C1C", before=2, after=2),
    "List Bullet": Look(10, after=1),
    "List Number": Look(8.5, colour=GREY),
    "Further": Look(9, bold=True, colour=ACCENT, before=4),
    "Annex": Look(16, bold=True, colour=ACCENT, before=2, after=2, keep_with_next=True),
    "Colophon": Look(8.5, colour=GREY),
}


_BALLAST = ("/stylesWithEffects", "/customXml", "/thumbnail", "/webSettings", "/fontTable")
_SETTINGS = (
    "w:defaultTabStop",
    "w:characterSpacingControl",
    "w:themeFontLang",
    "w:clrSchemeMapping",
    "w:decimalSymbol",
    "w:listSeparator",
)
_MODERN = (
    "overrideTableStyleFontSizeAndJustification",
    "enableOpenTypeFeatures",
    "doNotFlipMirrorIndents",
    "differentiateMultirowTableHeaders",
)
_KEPT = ("Default Paragraph Font", "Normal Table", "No List", "Header", "Footer", "Strong")


def new_document() -> DocumentObject:
    """An empty document with our page, styles and lists."""
    document = Document()
    _drop_ballast(document)
    _settings(document)
    _page(document)
    _styles(document)
    _lists(document)
    return document


def save(document: DocumentObject, path: Path) -> None:
    """Write the document with the same bytes each time."""
    buffer = BytesIO()
    document.save(buffer)
    package = read_package(buffer.getvalue(), path.name)
    path.write_bytes(write_package(package, {}))


def _drop_ballast(document: DocumentObject) -> None:
    """Leave out what python-docx's own template carries and nobody needs."""
    for relationships in (document.part.rels, document.part.package.rels):
        for key, relationship in list(relationships.items()):
            if relationship.reltype.endswith(_BALLAST):
                del relationships[key]


def _settings(document: DocumentObject) -> None:
    """The ways of Word 2013 and later; nothing that names a machine or an earlier file."""
    settings = document.settings.element
    for child in list(settings):
        if child.tag not in {qn(name) for name in _SETTINGS}:
            settings.remove(child)
    compatibility = element("w:compat")
    for name in ("compatibilityMode", *_MODERN):
        value = 15 if name == "compatibilityMode" else 1
        uri = "http://schemas.microsoft.com/office/word"
        compatibility.append(element("w:compatSetting", name=name, uri=uri, val=value))
    settings.find(qn("w:characterSpacingControl")).addnext(compatibility)
    settings.find(qn("w:themeFontLang")).set(qn("w:val"), "en-GB")


def _page(document: DocumentObject) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm((210 - MEASURE_MM) / 2)
    section.top_margin, section.bottom_margin = Mm(19), Mm(19)
    section.header_distance = section.footer_distance = Mm(10)


def _styles(document: DocumentObject) -> None:
    """Keep the styles we use, and make them ours."""
    styles = document.styles
    for style in list(styles):
        if style.name not in {*LOOKS, *_KEPT}:
            style.element.getparent().remove(style.element)
    for name, look in LOOKS.items():
        known = {style.name for style in styles}
        style = styles[name] if name in known else _new_style(document, name)
        _dress(style, look)
    _character_styles(document)
    _default_fonts(document)
    _box(styles["Bottom Line"])
    _underline(styles["Heading 1"], RULE, 4, 1)
    _underline(styles["Title"], ACCENT, 8, 3)
    _underline(styles["Annex"], ACCENT, 8, 3)
    for name in ("Title", "Annex"):
        form = styles[name].paragraph_format
        form.left_indent, form.first_line_indent = Mm(LABEL_MM), -Mm(LABEL_MM)
    styles["Annex"].paragraph_format.page_break_before = True


def _new_style(document: DocumentObject, name: str) -> ParagraphStyle:
    style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = document.styles["Normal"]
    style.quick_style = True
    return style


def _dress(style: ParagraphStyle, look: Look) -> None:
    _clear(style.element, "w:rPr", "w:pPr")
    font, form = style.font, style.paragraph_format
    font.name, font.size, font.bold = FONT, Pt(look.size), look.bold
    font.color.rgb = RGBColor.from_string(look.colour)
    fonts = style.element.rPr.find(qn("w:rFonts"))
    for kind in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(kind), FONT)
    form.space_before, form.space_after = Pt(look.before), Pt(look.after)
    form.line_spacing, form.keep_with_next = look.line, look.keep_with_next
    form.widow_control = True


def _character_styles(document: DocumentObject) -> None:
    """A link is blue and underlined: colour alone would not tell it from text."""
    label = document.styles.add_style("Label", WD_STYLE_TYPE.CHARACTER)
    label.font.size, label.font.bold = Pt(8.5), True
    label.font.color.rgb = RGBColor.from_string(GREY)
    link = document.styles.add_style("Hyperlink", WD_STYLE_TYPE.CHARACTER)
    link.font.color.rgb = RGBColor.from_string(ACCENT)
    link.font.underline = True


def _default_fonts(document: DocumentObject) -> None:
    defaults = document.styles.element.find(qn("w:docDefaults"))
    run = defaults.find(qn("w:rPrDefault")).find(qn("w:rPr"))
    _clear(run, "w:rFonts", "w:lang")
    run.insert(0, element("w:rFonts", ascii=FONT, hAnsi=FONT, cs=FONT, eastAsia=FONT))
    run.append(element("w:lang", val="en-GB", eastAsia="en-GB", bidi="ar-SA"))


def _box(style: ParagraphStyle) -> None:
    """A tinted box with a bar at its side."""
    borders = element("w:pBdr")
    for side, space in (("top", 4), ("bottom", 4), ("right", 6)):
        borders.append(border(side, TINT, 4, space))
    borders.insert(1, border("left", ACCENT, 24, 6))
    properties = style.element.get_or_add_pPr()
    properties.insert_element_before(borders, *_AFTER_BORDERS)
    shade = element("w:shd", val="clear", color="auto", fill=TINT)
    properties.insert_element_before(shade, *_AFTER_SHADE)
    style.paragraph_format.left_indent = Mm(3)
    style.paragraph_format.right_indent = Mm(2.4)


def _underline(style: ParagraphStyle, colour: str, eighths: int, space: int) -> None:
    borders = element("w:pBdr")
    borders.append(border("bottom", colour, eighths, space))
    style.element.get_or_add_pPr().insert_element_before(borders, *_AFTER_BORDERS)


_AFTER_SHADE = ("w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc", "w:outlineLvl")
_AFTER_BORDERS = ("w:shd", *_AFTER_SHADE)


def _lists(document: DocumentObject) -> None:
    """Two real lists: outcomes with a bullet, sources with numbers."""
    numbering = document.part.numbering_part.element
    for child in list(numbering):
        numbering.remove(child)
    abstracts = (_abstract(1, "bullet", "•", 4.5), _abstract(2, "decimal", "%1", 5))
    for abstract in abstracts:
        numbering.append(abstract)
    for number in (1, 2):
        instance = element("w:num", numId=number)
        instance.append(element("w:abstractNumId", val=number))
        numbering.append(instance)
    for style, number in (("List Bullet", 1), ("List Number", 2)):
        properties = document.styles[style].element.get_or_add_pPr()
        numbers = element("w:numPr")
        numbers.append(element("w:numId", val=number))
        properties.insert_element_before(numbers, "w:pBdr", *_AFTER_BORDERS)


def _abstract(number: int, form: str, text: str, indent_mm: float) -> BaseOxmlElement:
    indent = round(indent_mm / 25.4 * 1440)
    abstract = element("w:abstractNum", abstractNumId=number)
    abstract.append(element("w:multiLevelType", val="singleLevel"))
    level = element("w:lvl", ilvl=0)
    level.append(element("w:start", val=1))
    level.append(element("w:numFmt", val=form))
    level.append(element("w:lvlText", val=text))
    level.append(element("w:lvlJc", val="left"))
    paragraph = element("w:pPr")
    paragraph.append(element("w:ind", left=indent, hanging=indent))
    level.append(paragraph)
    abstract.append(level)
    return abstract


def loop_table(
    document: DocumentObject, loop: str, columns: tuple[tuple[str, str, float], ...]
) -> None:
    """A table with a header row that repeats, and one row for each item."""
    table = new_table(document, tuple(width for _, _, width in columns))
    for cell, (head, _, _) in zip(table.rows[0].cells, columns, strict=True):
        write(cell, head, "Table Head")
    header = table.rows[0]._tr.get_or_add_trPr()
    header.append(element("w:cantSplit"))
    header.append(element("w:tblHeader"))
    write(table.add_row().cells[0], f"{{%tr for {loop} %}}", "Table Text")
    row = table.add_row()
    row._tr.get_or_add_trPr().append(element("w:cantSplit"))
    for cell, (_, body, _) in zip(row.cells, columns, strict=True):
        write(cell, body, "Table Text")
    write(table.add_row().cells[0], "{%tr endfor %}", "Table Text")
    _rules(table)


def new_table(document: DocumentObject, widths: tuple[float, ...]) -> Table:
    """A table of fixed columns, widths in millimetres, with one row and no lines."""
    table = document.add_table(rows=1, cols=len(widths))
    table.autofit = False
    properties = table._tbl.tblPr
    _clear(properties, "w:tblW", "w:tblLook")
    total = round(sum(widths) / 25.4 * 1440)
    properties.append(element("w:tblW", w=total, type="dxa"))
    margins = element("w:tblCellMar")
    for side, twips in (("top", 16), ("left", 0), ("bottom", 16), ("right", 100)):
        margins.append(element(f"w:{side}", w=twips, type="dxa"))
    properties.append(margins)
    properties.append(element("w:tblLook", val="0020", firstRow="1"))
    layout = properties.find(qn("w:tblLayout"))
    margins.addprevious(layout)
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
    return table


def _rules(table: Table) -> None:
    borders = element("w:tblBorders")
    for side in ("bottom", "insideH"):
        borders.append(border(side, RULE, 4, 0))
    table._tbl.tblPr.find(qn("w:tblLayout")).addprevious(borders)


def write(cell: _Cell, text: str, style: str) -> None:
    """Put text into the first paragraph of a cell."""
    paragraph = cell.paragraphs[0]
    paragraph.style = cell.part.document.styles[style]
    paragraph.add_run(text)


def link(paragraph: Paragraph, target: str, text: str) -> None:
    """A link at the end of a paragraph; its target may hold tags."""
    relationship = paragraph.part.relate_to(target, RT.HYPERLINK, is_external=True)
    hyperlink = OxmlElement("w:hyperlink")
    hyperlink.set(qn("r:id"), relationship)
    paragraph._p.append(hyperlink)
    run = paragraph.add_run(text)
    run.style = paragraph.part.document.styles["Hyperlink"]
    hyperlink.append(run._r)


def border(side: str, colour: str, eighths: int, space: int) -> BaseOxmlElement:
    """A single line; ``eighths`` of a point thick, ``space`` points from the text."""
    return element(f"w:{side}", val="single", sz=eighths, space=space, color=colour)


def element(tag: str, **attributes: object) -> BaseOxmlElement:
    """An element of WordprocessingML with attributes of that namespace."""
    made = OxmlElement(tag)
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), str(value))
    return made


def _clear(parent: BaseOxmlElement, *names: str) -> None:
    for name in names:
        for child in parent.findall(qn(name)):
            parent.remove(child)
