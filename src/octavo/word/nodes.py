"""The one function that turns values into text of the output, and the kinds of places for it."""

from __future__ import annotations

import re
from enum import Enum
from typing import Final

from octavo.expressions import breaks, is_plain


class Where(Enum):
    """What kind of XML a text goes into; the members hold what Word knows there."""

    RUN = "the text of a run"
    PLAIN = "text without breaks"
    ATTRIBUTE = "an attribute"
    CODE = "the code of a field"
    CODE_ATTRIBUTE = "the code of a field, in an attribute"
    ADDRESS = "an address, as it is before it is XML"


_MARKUP: Final = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_ILLEGAL: Final = [*range(0x20), *range(0x7F, 0xA0), 0xFFFE, 0xFFFF]
_SURROGATE: Final = re.compile("[\ud800-\udfff]")
"""XML 1.0, 2.2: neither control characters nor halves of surrogate pairs are characters."""


def _table(**named: str) -> dict[int, str]:
    breaks = {"\n": named["line"], "\t": named["tab"], "\f": named["page"], "\v": named["line"]}
    table = dict.fromkeys(_ILLEGAL, "")
    return table | {ord(key): value for key, value in {**_MARKUP, **breaks}.items()}


def _in_run(element: str) -> str:
    return f'</w:t>{element}<w:t xml:space="preserve">'


_CODE: Final = _table(line=" ", tab=" ", page=" ") | {ord("\\"): "\\\\", ord('"'): '\\"'}
_TABLES: Final = {
    Where.RUN: _table(
        line=_in_run("<w:br/>"), tab=_in_run("<w:tab/>"), page=_in_run('<w:br w:type="page"/>')
    ),
    Where.PLAIN: _table(line=" ", tab=" ", page=" "),
    Where.ATTRIBUTE: _table(line=" ", tab=" ", page=" ") | {ord('"'): "&quot;"},
    Where.CODE: _CODE,
    Where.CODE_ATTRIBUTE: _CODE | {ord('"'): "\\&quot;"},
    Where.ADDRESS: dict.fromkeys(_ILLEGAL, ""),
}


def text_node(text: str, where: Where) -> str:
    """A text as XML: the only way for a value into the output.

    A line end of any system is one break; a tab is a tab, a form feed a page break, a vertical tab
    a line break. Other control characters have no place in a document and are left out.
    """
    if (where is Where.RUN or where is Where.PLAIN) and not breaks(text):
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    if is_plain(text):
        return text
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _SURROGATE.sub("\ufffd", text).translate(_TABLES[where])
