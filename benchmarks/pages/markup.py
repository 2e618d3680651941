"""WordprocessingML in strings, as short as the designs need it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

SIDES = ("top", "left", "bottom", "right")


def run(text: str, properties: str = "") -> str:
    """A run of text; a tab character and a line feed become ``w:tab`` and ``w:br``."""
    inner = escape(text).replace("\t", '</w:t><w:tab/><w:t xml:space="preserve">')
    inner = inner.replace("\n", '</w:t><w:br/><w:t xml:space="preserve">')
    formatted = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{formatted}<w:t xml:space="preserve">{inner}</w:t></w:r>'


def paragraph(runs: str, style: str = "", properties: str = "") -> str:
    """A paragraph of runs."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{properties}</w:pPr>{runs}</w:p>"


def spacing(before: int | None = None, after: int | None = None) -> str:
    """Space before and after in twips."""
    above = "" if before is None else f' w:before="{before}"'
    below = "" if after is None else f' w:after="{after}"'
    return f"<w:spacing{above}{below}/>"


def borders(tag: str, sides: Iterable[str], size: int, space: int = 0) -> str:
    """Single borders; ``size`` in eighths of a point, ``space`` in points."""
    edges = "".join(
        f'<w:{side} w:val="single" w:sz="{size}" w:space="{space}" w:color="1F3864"/>'
        for side in sides
    )
    return f"<w:{tag}>{edges}</w:{tag}>"


def margins(tag: str, top: int, side: int, bottom: int) -> str:
    """Cell margins in twips."""
    widths = {"top": top, "left": side, "bottom": bottom, "right": side}
    inner = "".join(f'<w:{name} w:w="{width}" w:type="dxa"/>' for name, width in widths.items())
    return f"<w:{tag}>{inner}</w:{tag}>"


def cell(content: str, width: int, properties: str = "") -> str:
    """A cell; ``content`` are whole paragraphs, or runs for a single one."""
    blocks = content if content.startswith(("<w:p>", "<w:tbl>")) else paragraph(content)
    width_xml = f'<w:tcW w:w="{width}" w:type="dxa"/>'
    return f"<w:tc><w:tcPr>{width_xml}{properties}</w:tcPr>{blocks}</w:tc>"


def row(cells: Iterable[str], properties: str = "") -> str:
    """A row."""
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def table(
    rows: Iterable[str],
    widths: Sequence[int],
    properties: str = "",
    style: str = "",
    look: str = "",
) -> str:
    """A table of fixed layout; ``properties`` are its borders, then its cell margins."""
    named = f'<w:tblStyle w:val="{style}"/>' if style else ""
    width = f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
    grid = "".join(f'<w:gridCol w:w="{column}"/>' for column in widths)
    fixed = '<w:tblLayout w:type="fixed"/>'
    before, _, after = properties.partition("<w:tblCellMar>")
    after = f"<w:tblCellMar>{after}" if after else ""
    return (
        f"<w:tbl><w:tblPr>{named}{width}{before}{fixed}{after}{look}</w:tblPr>"
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def field(code: str, shown: str) -> str:
    """A complex field with its stored result."""
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    instruction = f'<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>'
    return (
        mark.format("begin")
        + instruction
        + mark.format("separate")
        + run(shown)
        + mark.format("end")
    )


def picture(relationship: str, width_mm: float, height_mm: float) -> str:
    """An inline picture."""
    across, upright = round(width_mm * 36000), round(height_mm * 36000)
    return (
        '<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{across}" cy="{upright}"/><wp:docPr id="1" name="Picture 1"/>'
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">'
        '<pic:pic><pic:nvPicPr><pic:cNvPr id="1" name="crest.png"/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{relationship}"/><a:stretch><a:fillRect/></a:stretch>'
        f'</pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{across}" '
        f'cy="{upright}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
        "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def note_reference(number: int) -> str:
    """The place of a footnote."""
    raised = '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
    return f'<w:r>{raised}<w:footnoteReference w:id="{number}"/></w:r>'
