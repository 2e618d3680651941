"""Word files as the rules read them: blocks with their places, styles, colours."""

from __future__ import annotations

from bluf.checks.word.content import Block, DocumentCell, DocumentTable, Paragraph
from bluf.checks.word.file import WordFile, read_word
