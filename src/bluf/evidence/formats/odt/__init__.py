"""OpenDocument texts (ISO/IEC 26300): what LibreOffice shows of the body, its notes and its tables.

Left out are tracked deletions, hidden paragraphs, sections and text, struck text, and letters in
the colour of their ground. Styles are followed to what they are based on.
"""

from __future__ import annotations

from bluf.evidence.formats.odt.reader import read
