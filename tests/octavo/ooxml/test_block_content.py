from __future__ import annotations

from lxml import etree

from octavo.ooxml import NAMESPACES, PlacedBlock
from octavo.ooxml.block_content import blocks, text_boxes

SPACES = " ".join(f'xmlns:{name}="{NAMESPACES[name]}"' for name in ("w", "mc"))


def body(inner: str) -> etree._Element:
    return etree.fromstring(f"<w:body {SPACES}>{inner}</w:body>")


def test_what_holds_blocks_without_being_one_is_looked_through() -> None:
    inner = "<w:sdt><w:sdtContent><w:ins><w:p/></w:ins></w:sdtContent></w:sdt><w:tbl/><w:sectPr/>"
    assert [etree.QName(one).localname for one in blocks(body(inner))] == ["p", "tbl"]


def test_a_box_is_not_counted_again_as_what_old_readers_get() -> None:
    box = "<w:txbxContent><w:p/></w:txbxContent>"
    drawn = f"<mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
    (paragraph,) = body(f"<w:p><w:r><mc:AlternateContent>{drawn}</mc:AlternateContent></w:r></w:p>")
    assert len(list(text_boxes(paragraph))) == 1


def test_a_reader_sees_neither_deleted_rows_nor_merged_cells() -> None:
    cell = "<w:tc><w:p/></w:tc>"
    merged = "<w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc>"
    rows = [cell * 2, cell + merged, f"<w:trPr><w:del/></w:trPr>{cell}"]
    table = f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"
    found = PlacedBlock(body(f"<w:p/>{table}")).paragraphs()
    assert [tuple(number for _, number in one.steps) for one in found] == [
        (1,),
        (1, 1, 1, 1),
        (1, 1, 2, 1),
        (1, 2, 1, 1),
    ]
