"""What lies over a page: notes, stamps and form fields are made part of what it shows."""

from __future__ import annotations

import ctypes
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import pypdfium2.raw as pdfium

from bluf.evidence.formats.pdf.lines import turning

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage

    from bluf.evidence.formats.pdf.messages import Box

_SHOW_NOTHING = frozenset({pdfium.FPDF_ANNOT_LINK, pdfium.FPDF_ANNOT_POPUP})


def load_page(document: PdfDocument, number: int) -> tuple[PdfPage, Mapping[int, Sequence[Box]]]:
    """A page as it is seen, and the boxes of the annotations of each kind on it."""
    page = document[number]
    boxes = _boxes(page)
    if boxes.keys() <= _SHOW_NOTHING:
        return page, boxes
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
            pdfium.FPDFAnnot_SetFlags(annotation, flags | pdfium.FPDF_ANNOT_FLAG_HIDDEN)
        box = (area.left, area.bottom, area.right, area.top)
        kind = pdfium.FPDFAnnot_GetSubtype(annotation)
        boxes[kind].append(turned(box) if turned else box)
        pdfium.FPDFPage_CloseAnnot(annotation)
    return boxes
