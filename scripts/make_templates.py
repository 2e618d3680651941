"""Make the shipped Word template from nothing, so that its design is reviewed as code.

    python scripts/make_templates.py

Writes templates/brief.docx. Whoever likes to edit the template in Word may: nothing reads this
script at run time. Design: one accent colour, one grey, hairlines instead of boxes, and a measure
of 170 mm that is the same on A4 and Letter.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

if TYPE_CHECKING:
    from docx.document import Document as DocumentObject
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.styles.style import ParagraphStyle
    from docx.table import Table, _Cell

TEMPLATES = Path(__file__).parents[1] / "templates"
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
    "Heading 1": Look(10.5, bold=True, colour=ACCENT, before=5, after=2, keep_with_next=True),
    "Normal": Look(10, after=2),
    "Bottom Line": Look(10.5, after=0, line=1.04),
    "Table Text": Look(9.5),
    "Table Head": Look(8.5, bold=True, colour=GREY, keep_with_next=True),
    "Memo Line": Look(10),
    "Marking": Look(9, bold=True, colour=GREY),
    "Notice": Look(10, bold=True, colour="9C1C1C", before=2, after=2),
    "List Bullet": Look(10, after=1),
    "List Number": Look(8.5, colour=GREY),
    "Colophon": Look(8.5, colour=GREY),
}


def main() -> None:
    """Write every template that this script makes."""
    document = Document()
    _page(document)
    _styles(document)
    _lists(document)
    _headers(document)
    _body(document)
    _properties(document)
    TEMPLATES.mkdir(exist_ok=True)
    document.save(str(TEMPLATES / "brief.docx"))


def _page(document: DocumentObject) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm((210 - MEASURE_MM) / 2)
    section.top_margin, section.bottom_margin = Mm(19), Mm(19)
    section.header_distance = section.footer_distance = Mm(10)


def _styles(document: DocumentObject) -> None:
    """Keep the styles we use, and make them ours."""
    styles = document.styles
    kept = {*LOOKS, "Default Paragraph Font", "Table Normal", "Normal Table", "No List", "Hyperlink"}
    for style in list(styles):
        if style.name not in kept and style.name not in {"Header", "Footer", "Strong"}:
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
    title = styles["Title"].paragraph_format
    title.left_indent, title.first_line_indent = Mm(LABEL_MM), -Mm(LABEL_MM)


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
    run.insert(0, _element("w:rFonts", ascii=FONT, hAnsi=FONT, cs=FONT, eastAsia=FONT))
    run.append(_element("w:lang", val="en-GB", eastAsia="en-GB", bidi="ar-SA"))


def _box(style: ParagraphStyle) -> None:
    """A tinted box with a bar at its side."""
    borders = _element("w:pBdr")
    for side, space in (("top", 4), ("bottom", 4), ("right", 6)):
        borders.append(_border(side, TINT, 4, space))
    borders.insert(1, _border("left", ACCENT, 24, 6))
    properties = style.element.get_or_add_pPr()
    properties.insert_element_before(borders, *_AFTER_BORDERS)
    shade = _element("w:shd", val="clear", color="auto", fill=TINT)
    properties.insert_element_before(shade, *_AFTER_SHADE)
    style.paragraph_format.left_indent = Mm(3)
    style.paragraph_format.right_indent = Mm(2.4)


def _underline(style: ParagraphStyle, colour: str, eighths: int, space: int) -> None:
    borders = _element("w:pBdr")
    borders.append(_border("bottom", colour, eighths, space))
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
        instance = _element("w:num", numId=number)
        instance.append(_element("w:abstractNumId", val=number))
        numbering.append(instance)
    for style, number in (("List Bullet", 1), ("List Number", 2)):
        properties = document.styles[style].element.get_or_add_pPr()
        numbers = _element("w:numPr")
        numbers.append(_element("w:numId", val=number))
        properties.insert_element_before(numbers, "w:pBdr", *_AFTER_BORDERS)


def _abstract(number: int, form: str, text: str, indent_mm: float) -> BaseOxmlElement:
    indent = round(indent_mm / 25.4 * 1440)
    abstract = _element("w:abstractNum", abstractNumId=number)
    abstract.append(_element("w:multiLevelType", val="singleLevel"))
    level = _element("w:lvl", ilvl=0)
    level.append(_element("w:start", val=1))
    level.append(_element("w:numFmt", val=form))
    level.append(_element("w:lvlText", val=text))
    level.append(_element("w:lvlJc", val="left"))
    paragraph = _element("w:pPr")
    paragraph.append(_element("w:ind", left=indent, hanging=indent))
    level.append(paragraph)
    abstract.append(level)
    return abstract


def _headers(document: DocumentObject) -> None:
    """The marking stands at the top and at the bottom of each page."""
    section = document.sections[0]
    for part in (section.header, section.footer):
        paragraph = part.paragraphs[0]
        paragraph.style = document.styles["Marking"]
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.add_run("{{ brief.marking }}")


def _body(document: DocumentObject) -> None:
    add = document.add_paragraph
    _memo_lines(document)
    subject = add(style="Title")
    label = subject.add_run("{{ labels.subject }}\t")
    label.style = document.styles["Label"]
    subject.add_run("{{ brief.title }}")
    add("{%p if brief.unproven %}")
    add("{{ brief.unproven }}", "Notice")
    add("{%p endif %}")
    add("{{ labels.bottom_line }}", "Heading 1")
    add("{{ brief.bottom_line | markdown }}", "Bottom Line")
    _events(document)
    _outstanding(document)
    _requests(document)
    _outcomes(document)
    _differences(document)
    _follow_ups(document)
    add("{%p if brief.background %}")
    add("{{ labels.background }}", "Heading 1")
    add("{{ brief.background | markdown }}")
    add("{%p endif %}")
    _sources(document)
    _colophon(document)


def _memo_lines(document: DocumentObject) -> None:
    """To, from, date and marking, on the grid that the subject line shares."""
    table = _table(document, (LABEL_MM, 84, 18, MEASURE_MM - LABEL_MM - 102))
    lines = (("to", "date"), ("from", "marking"))
    for row, names in zip((table.rows[0], table.add_row()), lines, strict=True):
        for at, name in zip((0, 2), names, strict=True):
            _write(row.cells[at], "", "Memo Line")
            label = row.cells[at].paragraphs[0].add_run("{{ labels.%s }}" % name)
            label.style = document.styles["Label"]
            _write(row.cells[at + 1], "{{ brief.%s }}" % name, "Memo Line")


def _events(document: DocumentObject) -> None:
    add = document.add_paragraph
    add("{%p if brief.events %}")
    add("{{ labels.meeting }}", "Heading 1")
    add("{%p for event in brief.events %}")
    paragraph = add(style="Normal")
    paragraph.add_run("{{ event.title }}").bold = True
    paragraph.add_run("{% if event.date %}, {{ event.date }}{% endif %}")
    paragraph.add_run("{% if event.place %}, {{ event.place }}{% endif %}")
    paragraph.add_run("{% if event.participants %}. {{ event.participants }}.{% endif %}")
    add("{%p endfor %}")
    add("{%p endif %}")


def _outstanding(document: DocumentObject) -> None:
    add = document.add_paragraph
    add("{%p if brief.outstanding %}")
    add("{{ labels.outstanding }}", "Heading 1")
    columns = (
        ("{{ labels.number }}", "{{ item.number }}", 8),
        ("{{ labels.action }}", "{{ item.what }}", 62),
        ("{{ labels.owner }}", "{{ item.owner }}", 24),
        ("{{ labels.due }}", "{{ item.due }}", 54),
        ("{{ labels.status }}", "{{ item.status }}", 22),
    )
    _loop_table(document, "item in brief.outstanding", columns)
    add("{%p endif %}")


def _requests(document: DocumentObject) -> None:
    add = document.add_paragraph
    add("{{ labels.requests }}", "Heading 1")
    add("{%p if brief.requests %}")
    columns = (
        ("{{ labels.number }}", "{{ request.number }}", 8),
        (
            "{{ labels.ask }}",
            "{{ request.ask }}{% if request.state %} ({{ request.state }}){% endif %}",
            79,
        ),
        ("{{ labels.parties }}", "{{ request.from }} → {{ request.to }}", 45),
        ("{{ labels.answer }}", "{{ request.answer }}", 24),
        ("{{ labels.sources }}", "{{ request.sources }}", 14),
    )
    _loop_table(document, "request in brief.requests", columns)
    _otherwise(document)


def _outcomes(document: DocumentObject) -> None:
    add = document.add_paragraph
    add("{{ labels.outcomes }}", "Heading 1")
    add("{%p if brief.outcomes %}")
    add("{%p for outcome in brief.outcomes %}")
    item = add(style="List Bullet")
    item.add_run("{{ outcome.strength }}: ").bold = True
    item.add_run("{{ outcome.statement }}")
    tail = "{% if outcome.said_by %} ({{ outcome.said_by }}){% endif %}"
    item.add_run(tail + "{% if outcome.sources %} [{{ outcome.sources }}]{% endif %}")
    add("{%p endfor %}")
    _otherwise(document)


def _differences(document: DocumentObject) -> None:
    add = document.add_paragraph
    add("{%p if brief.differences %}")
    add("{{ labels.differences }}", "Heading 1")
    add("{%p for difference in brief.differences %}")
    item = add(style="List Bullet")
    item.add_run("{{ difference.subject }}").bold = True
    account = "{{ account.party }}: {{ account.summary }} [{{ account.source }}]"
    ends = "{% if not loop.last %}; {% endif %}"
    item.add_run(" – {% for account in difference.accounts %}" + account + ends + "{% endfor %}")
    add("{%p endfor %}")
    add("{%p endif %}")


def _follow_ups(document: DocumentObject) -> None:
    add = document.add_paragraph
    add("{{ labels.follow_ups }}", "Heading 1")
    add("{%p if brief.follow_ups %}")
    columns = (
        ("{{ labels.number }}", "{{ item.number }}", 8),
        (
            "{{ labels.action }}",
            "{{ item.action }}{% if item.carried %} ({{ item.carried }}){% endif %}",
            64,
        ),
        ("{{ labels.owner }}", "{{ item.owner }}", 22),
        ("{{ labels.due }}", "{{ item.due }}", 62),
        ("{{ labels.status }}", "{{ item.status }}", 14),
    )
    _loop_table(document, "item in brief.follow_ups", columns)
    _otherwise(document)


def _sources(document: DocumentObject) -> None:
    add = document.add_paragraph
    add("{%p if brief.sources %}")
    add("{{ labels.sources }}", "Heading 1")
    add("{%p for source in brief.sources %}")
    item = add(style="List Number")
    item.add_run("{{ source.summary }}")
    item.add_run("{% if source.url %}, {{ source.url }}{% endif %}")
    add("{%p endfor %}")
    add("{%p endif %}")


def _colophon(document: DocumentObject) -> None:
    line = document.add_paragraph(style="Colophon")
    line.paragraph_format.space_before = Pt(4)
    line.add_run("{% if brief.contact %}{{ labels.contact }}: {{ brief.contact }} · {% endif %}")
    line.add_run("{{ labels.as_of }} {{ brief.as_of }}")


def _otherwise(document: DocumentObject) -> None:
    """An empty section says so; it does not drop its heading."""
    document.add_paragraph("{%p else %}")
    document.add_paragraph("{{ labels.none_reported }}")
    document.add_paragraph("{%p endif %}")


def _loop_table(
    document: DocumentObject, loop: str, columns: tuple[tuple[str, str, float], ...]
) -> None:
    """A table with a header row that repeats, and one row for each item."""
    table = _table(document, tuple(width for _, _, width in columns))
    for cell, (head, _, _) in zip(table.rows[0].cells, columns, strict=True):
        _write(cell, head, "Table Head")
    header = table.rows[0]._tr.get_or_add_trPr()
    header.append(_element("w:cantSplit"))
    header.append(_element("w:tblHeader"))
    _write(table.add_row().cells[0], "{%%tr for %s %%}" % loop, "Table Text")
    row = table.add_row()
    row._tr.get_or_add_trPr().append(_element("w:cantSplit"))
    for cell, (_, body, _) in zip(row.cells, columns, strict=True):
        _write(cell, body, "Table Text")
    _write(table.add_row().cells[0], "{%tr endfor %}", "Table Text")
    _rules(table)


def _table(document: DocumentObject, widths: tuple[float, ...]) -> Table:
    table = document.add_table(rows=1, cols=len(widths))
    table.autofit = False
    properties = table._tbl.tblPr
    _clear(properties, "w:tblW", "w:tblLook")
    total = round(sum(widths) / 25.4 * 1440)
    properties.append(_element("w:tblW", w=total, type="dxa"))
    margins = _element("w:tblCellMar")
    for side, twips in (("top", 16), ("left", 0), ("bottom", 16), ("right", 100)):
        margins.append(_element(f"w:{side}", w=twips, type="dxa"))
    properties.append(margins)
    properties.append(_element("w:tblLook", val="0020", firstRow="1"))
    layout = properties.find(qn("w:tblLayout"))
    margins.addprevious(layout)
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
    return table


def _rules(table: Table) -> None:
    borders = _element("w:tblBorders")
    for side in ("bottom", "insideH"):
        borders.append(_border(side, RULE, 4, 0))
    table._tbl.tblPr.find(qn("w:tblLayout")).addprevious(borders)


def _write(cell: _Cell, text: str, style: str) -> None:
    paragraph = cell.paragraphs[0]
    paragraph.style = cell.part.document.styles[style]
    paragraph.add_run(text)


def _properties(document: DocumentObject) -> None:
    core = document.core_properties
    core.title, core.subject = "{{ brief.title }}", "{{ labels.subject }}: {{ brief.title }}"
    core.author, core.comments, core.keywords = "{{ brief.from }}", "", ""
    core.language, core.last_modified_by = "{{ brief.language }}", ""


def _border(side: str, colour: str, eighths: int, space: int) -> BaseOxmlElement:
    return _element(f"w:{side}", val="single", sz=eighths, space=space, color=colour)


def _element(name: str, **attributes: object) -> BaseOxmlElement:
    element = OxmlElement(name)
    for key, value in attributes.items():
        element.set(qn(f"w:{key}"), str(value))
    return element


def _clear(parent: BaseOxmlElement, *names: str) -> None:
    for name in names:
        for child in parent.findall(qn(name)):
            parent.remove(child)


if __name__ == "__main__":
    main()
