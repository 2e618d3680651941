"""Block quotations and tables of Markdown."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt

from bluf.verification.structure.block import REACH, Note, QuotedBlock, quoted_cells

if TYPE_CHECKING:
    from markdown_it.token import Token

_ALERT = "[!"
"""A block quotation that begins so is a box of GitHub's: ``> [!NOTE]``."""


def read(data: bytes, _name: str) -> Iterator[QuotedBlock]:
    """Each paragraph within a block quotation, and each cell of a column of quotations."""
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(_text(data))
    yield from _quotations(tokens)
    yield from _cells(tokens)


def notes(data: bytes, _name: str) -> Iterator[Note]:
    """Each ``[^mark]`` of a text with its note, ``[^mark]: …``."""
    text = _text(data)
    said = {found["label"]: found["text"] for found in _NOTE.finditer(text)}
    for mark in _MARK.finditer(text):
        if mark["label"] in said:
            yield Note(text[max(0, mark.start() - REACH) : mark.start()], said[mark["label"]])


def _text(data: bytes) -> str:
    wide = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    return data.decode("utf-16" if wide else "utf-8-sig")


_MARK = re.compile(r"\[\^(?P<label>[^\]\s]{1,60})\](?!:)")
_NOTE = re.compile(r"^\[\^(?P<label>[^\]\s]{1,60})\]:[ \t]*(?P<text>.+)$", re.MULTILINE)


def _quotations(tokens: Sequence[Token]) -> Iterator[QuotedBlock]:
    depth, alert = 0, False
    for token in tokens:
        if token.type == "blockquote_open":
            depth, alert = depth + 1, alert and depth > 0
        elif token.type == "blockquote_close":
            depth -= 1
        elif depth and token.type == "inline":
            alert = alert or token.content.startswith(_ALERT)
            if not alert:
                yield QuotedBlock(_shown(token))


def _cells(tokens: Sequence[Token]) -> Iterator[QuotedBlock]:
    rows: list[list[str]] = []
    in_table = False
    for token in tokens:
        if token.type == "table_open":
            rows, in_table = [], True
        elif token.type == "tr_open":
            rows.append([])
        elif in_table and token.type == "inline":
            rows[-1].append(_shown(token))
        elif token.type == "table_close":
            in_table = False
            yield from quoted_cells(rows)


def _shown(token: Token) -> str:
    """What a reader sees of a paragraph."""
    breaks = {"softbreak", "hardbreak"}
    shown = {"text", "code_inline"}
    return "".join(
        "\n" if child.type in breaks else child.content if child.type in shown else ""
        for child in token.children or ()
    )
