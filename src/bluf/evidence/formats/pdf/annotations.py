"""What lies over a page: notes, stamps and form fields are made part of what it shows."""

from __future__ import annotations

import ctypes
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import pypdfium2.raw as pdfium

from bluf.evidence.formats.pdf.drawing import View
from bluf.evidence.formats.pdf.lines import turning

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage

    from bluf.evidence.formats.pdf.messages import Box

UNDRAWN = -1
"""Of no kind: what the file gives no look to, so that each program draws its own."""
_SHOW_NOTHING = frozenset({pdfium.FPDF_ANNOT_LINK, pdfium.FPDF_ANNOT_POPUP})


def load_page(document: PdfDocument, number: int) -> tuple[PdfPage, Mapping[int, Sequence[Box]]]:
    """A page as it is seen, and the boxes of the annotations of each kind on it."""
    page = document[number]
    boxes = _boxes(page)
    if boxes.keys() <= _SHOW_NOTHING:
        return page, boxes
    if UNDRAWN in boxes:
        View(page, (0, 0, 1, 1), 1.0)  # PDFium makes what many kinds lack when it draws them
        boxes = _boxes(page)
    if pdfium.FPDFPage_Flatten(page.raw, pdfium.FLAT_NORMALDISPLAY) == pdfium.FLATTEN_SUCCESS:
        page.close()
        page = document[number]
    return page, boxes


def _boxes(page: PdfPage) -> Mapping[int, Sequence[Box]]:
    """Where the annotations of each kind lie; what is not viewed is marked as hidden."""
    turned = turning(page.raw)
    boxes: defaultdict[int, list[Box]] = defaultdict(list)
    area = pdfium.FS_RECTF()
    for number in range(pdfium.FPDFPage_GetAnnotCount(page.raw)):
        annotation = pdfium.FPDFPage_GetAnnot(page.raw, number)
        pdfium.FPDFAnnot_GetRect(annotation, ctypes.byref(area))
        flags = pdfium.FPDFAnnot_GetFlags(annotation)
        if flags & pdfium.FPDF_ANNOT_FLAG_NOVIEW or pdfium.FPDFAnnot_HasKey(annotation, b"OC"):
            flags |= pdfium.FPDF_ANNOT_FLAG_HIDDEN
            pdfium.FPDFAnnot_SetFlags(annotation, flags)
        box = (area.left, area.bottom, area.right, area.top)
        kind = pdfium.FPDFAnnot_GetSubtype(annotation)
        boxes[kind].append(turned(box) if turned else box)
        is_told = kind in _SHOW_NOTHING or flags & pdfium.FPDF_ANNOT_FLAG_HIDDEN
        if not (is_told or pdfium.FPDFAnnot_HasKey(annotation, b"AP")):
            boxes[UNDRAWN].append(boxes[kind][-1])
        pdfium.FPDFPage_CloseAnnot(annotation)
    return boxes
