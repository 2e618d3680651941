"""The readers of data files, one format a module."""

from __future__ import annotations

from bluf.data.formats.document import Document
from bluf.data.formats.table import ENDINGS, read_document
