"""What the shipped Word templates share: page, theme, styles, tables.

One accent colour, one grey, hair lines instead of boxes, and a measure of 170 mm that is the same
on A4 and Letter. Every style inherits from Normal, every face and colour from the theme: whoever
changes Normal, or the theme, changes the page.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm
from word_styles import make_styles, make_theme

from octavo.ooxml import read_package, write_package

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from docx.document import Document as DocumentObject
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.table import Table, _Cell, _Row
    from docx.text.paragraph import Paragraph

MEASURE_MM = 170
_CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_FMTID = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_BALLAST = ("/stylesWithEffects", "/customXml", "/thumbnail", "/webSettings")
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


@dataclass(frozen=True)
class Column:
    """A column of a table: its head, what stands in it, its width in millimetres."""

    head: str
    body: str
    mm: float


def new_document(*, asks: Sequence[str] = ()) -> DocumentObject:
    """An empty document with our page, theme, styles and lists.

    Args:
        asks: The custom properties by which the template asks for something: ``bluf.grow``.
    """
    document = Document()
    _drop_ballast(document)
    _settings(document)
    _page(document)
    make_theme(document)
    make_styles(document)
    _lists(document)
    if asks:
        _custom_properties(document, asks)
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
    languages = settings.find(qn("w:themeFontLang"))
    languages.set(qn("w:val"), "en-GB")
    languages.set(qn("w:eastAsia"), "zh-CN")
    languages.set(qn("w:bidi"), "ar-SA")


def _page(document: DocumentObject) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm((210 - MEASURE_MM) / 2)
    section.top_margin, section.bottom_margin = Mm(18), Mm(17)
    section.header_distance = section.footer_distance = Mm(9)


def _custom_properties(document: DocumentObject, names: Sequence[str]) -> None:
    """Custom properties of the kind “Yes or no” that say yes (ECMA-376, 22.3)."""
    entries = "".join(
        f'<property fmtid="{_FMTID}" pid="{number}" name="{name}">'
        "<vt:bool>true</vt:bool></property>"
        for number, name in enumerate(names, 2)
    )
    blob = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        f'<Properties xmlns="{_CUSTOM}" xmlns:vt="{_TYPES}">{entries}</Properties>'
    ).encode()
    kind = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
    package = document.part.package
    part = Part(PackURI("/docProps/custom.xml"), kind, blob, package)
    package.relate_to(part, _CUSTOM.replace("custom-properties", "relationships/custom-properties"))


def _lists(document: DocumentObject) -> None:
    """One real list: bullets."""
    numbering = document.part.numbering_part.element
    for child in list(numbering):
        numbering.remove(child)
    numbering.append(
        parse_xml(
            f'<w:abstractNum {nsdecls("w")} w:abstractNumId="1">'
            '<w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/>'
            '<w:numFmt w:val="bullet"/><w:lvlText w:val="•"/><w:lvlJc w:val="left"/>'
            '<w:pPr><w:ind w:left="255" w:hanging="255"/></w:pPr></w:lvl></w:abstractNum>'
        )
    )
    instance = element("w:num", numId=1)
    instance.append(element("w:abstractNumId", val=1))
    numbering.append(instance)


_MARKUP = re.compile(r"(\*\*.+?\*\*|~~.+?~~|\^[\w.]+\^)")


def write_text(paragraph: Paragraph, text: str) -> None:
    """Put a text into a paragraph: ``**bold**``, ``~~grey~~``, ``^its.sources^``."""
    styles = paragraph.part.document.styles
    for piece in filter(None, _MARKUP.split(text)):
        if piece.startswith("**"):
            paragraph.add_run(piece[2:-2], styles["Strong"])
        elif piece.startswith("~~"):
            paragraph.add_run(piece[2:-2], styles["Muted"])
        elif piece.startswith("^"):
            name = piece[1:-1]
            paragraph.add_run(f"{{% if {name} %}}")
            paragraph.add_run(f"{{{{ {name} }}}}", styles["Source Number"])
            paragraph.add_run("{% endif %}")
        else:
            paragraph.add_run(piece)


def loop_table(
    document: DocumentObject, loop: str, columns: Sequence[Column], group: str = ""
) -> None:
    """A table with a header row that repeats, and one row for each item.

    Args:
        document: Where the table goes, at its end.
        loop: ``item in brief.follow_ups``.
        columns: Its columns.
        group: What begins a group of rows, with a row of its own above: ``item.heading``.
    """
    table = new_table(document, tuple(column.mm for column in columns))
    for cell, column in zip(table.rows[0].cells, columns, strict=True):
        write(cell, column.head, "Table Head")
    header = table.rows[0]._tr.get_or_add_trPr()
    header.append(element("w:cantSplit"))
    header.append(element("w:tblHeader"))
    write(_add_row(table).cells[0], f"{{%tr for {loop} %}}", "Table Text")
    if group:
        write(_add_row(table).cells[0], f"{{%tr if {group} %}}", "Table Text")
        row = _add_row(table)
        write(row.cells[0].merge(row.cells[-1]), f"{{{{ {group} }}}}", "Table Group")
        write(_add_row(table).cells[0], "{%tr endif %}", "Table Text")
    row = _add_row(table)
    for cell, column in zip(row.cells, columns, strict=True):
        write(cell, column.body, "Table Text")
    write(_add_row(table).cells[0], "{%tr endfor %}", "Table Text")


def _add_row(table: Table) -> _Row:
    row = table.add_row()
    row._tr.get_or_add_trPr().append(element("w:cantSplit"))
    return row


def new_table(
    document: DocumentObject, widths: tuple[float, ...], style: str = "Brief Table"
) -> Table:
    """A table of fixed columns, widths in millimetres, with one row."""
    table = document.add_table(rows=1, cols=len(widths))
    table.style = document.styles[style]
    table.autofit = False
    properties = table._tbl.tblPr
    clear(properties, "w:tblW", "w:tblLook")
    total = sum(twips(width) for width in widths)
    properties.find(qn("w:tblLayout")).addprevious(element("w:tblW", w=total, type="dxa"))
    properties.append(element("w:tblLook", val="0020", firstRow="1"))
    grid = table._tbl.tblGrid.findall(qn("w:gridCol"))
    for column, cell, width in zip(grid, table.rows[0].cells, widths, strict=True):
        column.set(qn("w:w"), str(twips(width)))
        cell.width = Mm(width)
        cell._tc.tcPr.find(qn("w:tcW")).set(qn("w:w"), str(twips(width)))
    return table


def write(cell: _Cell, text: str, style: str) -> None:
    """Put text with our markup into the first paragraph of a cell."""
    paragraph = cell.paragraphs[0]
    paragraph.style = cell.part.document.styles[style]
    write_text(paragraph, text)


def link(paragraph: Paragraph, target: str, text: str) -> None:
    """A link at the end of a paragraph; its target may hold tags."""
    relationship = paragraph.part.relate_to(target, RT.HYPERLINK, is_external=True)
    hyperlink = OxmlElement("w:hyperlink")
    hyperlink.set(qn("r:id"), relationship)
    paragraph._p.append(hyperlink)
    run = paragraph.add_run(text)
    run.style = paragraph.part.document.styles["Hyperlink"]
    hyperlink.append(run._r)


def add_field(paragraph: Paragraph, code: str, style: str = "") -> None:
    """A field such as ``PAGE`` at the end of a paragraph."""
    field = element("w:fldSimple", instr=code)
    paragraph._p.append(field)
    run = paragraph.add_run("1")
    if style:
        run.style = paragraph.part.document.styles[style]
    field.append(run._r)


def twips(millimetres: float) -> int:
    """Twentieths of a point."""
    return round(millimetres / 25.4 * 1440)


def element(tag: str, **attributes: object) -> BaseOxmlElement:
    """An element of WordprocessingML with attributes of that namespace."""
    made = OxmlElement(tag)
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), str(value))
    return made


def clear(parent: BaseOxmlElement, *names: str) -> None:
    """Remove the children of these names."""
    for name in names:
        for child in parent.findall(qn(name)):
            parent.remove(child)
