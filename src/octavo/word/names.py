"""Names of the elements and attributes that many modules look for."""

from __future__ import annotations

from typing import Final

from octavo.ooxml import qn

PARAGRAPH: Final = qn("w:p")
TABLE: Final = qn("w:tbl")
ROW: Final = qn("w:tr")
CELL: Final = qn("w:tc")
RUN: Final = qn("w:r")
TEXT: Final = qn("w:t")
VALUE: Final = qn("w:val")
ID: Final = qn("w:id")
PARAGRAPH_PROPERTIES: Final = qn("w:pPr")
RUN_PROPERTIES: Final = qn("w:rPr")
CELL_PROPERTIES: Final = qn("w:tcPr")
CONTROL: Final = qn("w:sdt")
CONTROL_CONTENT: Final = qn("w:sdtContent")
CONTROL_PROPERTIES: Final = qn("w:sdtPr")
FIELD_CHARACTER: Final = qn("w:fldChar")
FIELD_CHARACTER_TYPE: Final = qn("w:fldCharType")
FIELD_CODE: Final = qn("w:instrText")
SIMPLE_FIELD: Final = qn("w:fldSimple")
GRID_SPAN: Final = qn("w:gridSpan")
TEXT_BOX: Final = qn("w:txbxContent")
ALTERNATE: Final = qn("mc:AlternateContent")
FALLBACK: Final = qn("mc:Fallback")
TYPE: Final = qn("w:type")
NAME: Final = qn("w:name")
DRAWING: Final = qn("wp:docPr")
SECTION: Final = qn("w:sectPr")
BOOKMARK_START: Final = qn("w:bookmarkStart")
BOOKMARK_END: Final = qn("w:bookmarkEnd")
INSTRUCTION: Final = qn("w:instr")
