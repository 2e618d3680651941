"""PDF files, through PDFium.

A child process (`worker`, started by `child`) reads the lines of each page (`lines`) and looks
whether a passage shows (`ink`); `flow` makes one text of all pages, `document` is the reader.
"""

from __future__ import annotations

from bluf.evidence.formats.pdf.document import read
