"""Web pages, read as a browser shows them."""

from __future__ import annotations

from bluf.evidence.formats.html.page import read, read_page
