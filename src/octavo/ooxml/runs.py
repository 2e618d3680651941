"""The text of a paragraph as a reader sees it.

Characters of the fonts Symbol and Wingdings are stored by their place in the font.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from lxml import etree

from octavo.ooxml.block_content import ALTERNATE, chosen_of, is_processed
from octavo.ooxml.names import NAMESPACES, qn, qns
from octavo.ooxml.styles import PARAGRAPH_STYLE, value_of
from octavo.ooxml.visible import Hiding, hides, is_unseen

_PRIVATE: Final = 0xF000
_UNKNOWN: Final = "\ufffd"

_LOW_SYMBOLS: Final = (
    " !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_"
    "‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼"
)
_HIGH_SYMBOLS: Final = "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑"
_SYMBOL: Final = {**dict(enumerate(_LOW_SYMBOLS, 0x20)), **dict(enumerate(_HIGH_SYMBOLS, 0xA0))}
_WINGDINGS: Final = {
    0x6C: "●",
    0x6E: "■",
    0x6F: "□",
    0x71: "❑",
    0x75: "◆",
    0x76: "❖",
    0x9F: "•",
    0xA7: "▪",
    0xA8: "◻",
    0xD8: "➢",
    0xDF: "←",
    0xE0: "→",
    0xE1: "↑",
    0xE2: "↓",
    0xE8: "➔",
    0xFB: "✗",
    0xFC: "✓",
    0xFD: "☒",
    0xFE: "☑",
}


def symbol(font: str, code: str) -> str:
    """What ``w:sym`` shows: its font and hexadecimal code (ISO/IEC 29500-1, 17.3.3.30).

    A character that is not known shows as U+FFFD, so that it never passes for another.
    """
    try:
        number = int(code, 16)
        letter = chr(number)
    except (ValueError, OverflowError):
        return _UNKNOWN
    if number >> 8 != _PRIVATE >> 8:
        return letter if letter.isprintable() else _UNKNOWN
    place = number - _PRIVATE
    if font.lower().startswith("wingdings"):
        return _WINGDINGS.get(place, _UNKNOWN)
    return _SYMBOL.get(place, _UNKNOWN) if font.lower() == "symbol" else _UNKNOWN


_RUN: Final = qn("w:r")
_RUN_PROPERTIES: Final = qn("w:rPr")
_TEXT: Final = qn("w:t")
_SPACE: Final = qn("xml:space")
_BLANKS: Final = str.maketrans("\t\r\n", "   ")
_FIELD_CHAR: Final = qn("w:fldChar")
_FIELD_CHAR_TYPE: Final = qn("w:fldCharType")
_VAL: Final = qn("w:val")
_PICTURE: Final = qn("w:pict")
_DRAWN: Final = frozenset({qn("w:drawing"), qn("w:object"), _PICTURE})

_UNSEEN: Final = frozenset(
    qns("""
    w:del w:moveFrom w:pPr w:rPr w:sdtPr w:rt w:drawing w:object w:delText w:instrText
    w:delInstrText mc:Fallback w:tbl w:p
""")
)
"""What holds no text of the paragraph: taken out, properties, or stories of their own."""


def _chosen(mark: etree._Element) -> str:
    """The entry that a drop-down field shows (17.16.5.20)."""
    field = mark.find(f"{qn('w:ffData')}/{qn('w:ddList')}")
    if field is None:
        return ""
    entries = [entry.get(_VAL, "") for entry in field.iterchildren(qn("w:listEntry"))]
    found = field.find(qn("w:result"))
    if found is None:
        found = field.find(qn("w:default"))
    number = "0" if found is None else found.get(_VAL, "0")
    at = int(number) if number.isdecimal() else 0
    return entries[at] if at < len(entries) else ""


def text_of(element: etree._Element) -> str:
    """The text of ``w:t``: blanks at its ends count only where it says so (17.3.3.31)."""
    text = element.text or ""
    if element.get(_SPACE) != "preserve":
        text = text.strip(" \t\r\n")
    return text.translate(_BLANKS)


_SHOWN: Final[Mapping[object, Callable[[etree._Element], str]]] = {
    _TEXT: text_of,
    qn("m:t"): text_of,
    qn("w:tab"): lambda _: "\t",
    qn("w:ptab"): lambda _: "\t",
    qn("w:br"): lambda _: "\n",
    qn("w:cr"): lambda _: "\n",
    qn("w:noBreakHyphen"): lambda _: "\u2011",
    qn("w:softHyphen"): lambda _: "\u00ad",
    qn("w:sym"): lambda one: symbol(one.get(qn("w:font"), ""), one.get(qn("w:char"), "")),
    _PICTURE: lambda one: "".join(path.get("string", "") for path in one.iter(qn("v:textpath"))),
}
"""What an element within a run shows; of a picture the words that are drawn as a shape."""
_BEFORE: Final = {qn("m:den"): "/", qn("m:sup"): "^"}
"""What stands for the line of a fraction of a formula, and for the height of a power."""
_READ: Final = tuple(f"{{{NAMESPACES[name]}}}" for name in ("w", "m", "mc", "v", "o", "w14", "w15"))
"""What may hold text of a paragraph; Word drops an element of another namespace with its text."""


class RunReader:
    """Reads the paragraphs of one story in order; a field may begin in one and end in another."""

    def __init__(self, hiding: Hiding) -> None:
        self._hiding = hiding
        self._codes: list[bool] = []
        self._in_code = 0
        self.coded: set[etree._Element] = set()
        """The runs of the codes of fields, which are not shown, nor are their boxes."""

    def read(self, paragraph: etree._Element, table_style: str | None = None) -> str:
        """The visible text of the next paragraph of the story."""
        return "".join(text for _, text in self.pieces(paragraph, table_style))

    def pieces(
        self, paragraph: etree._Element, table_style: str | None = None
    ) -> Iterator[tuple[etree._Element, str]]:
        """The same, piece by piece: each text with the run or formula that it stands in."""
        return self._within(paragraph, value_of(paragraph, PARAGRAPH_STYLE), table_style)

    def _within(
        self, holder: etree._Element, style: str | None, table: str | None
    ) -> Iterator[tuple[etree._Element, str]]:
        for child in holder:
            tag = child.tag
            if tag == _RUN:
                yield from self._run(child, style, table)
            elif tag == ALTERNATE:
                yield from self._alternate(child, style, table)
            elif tag in _SHOWN:
                yield holder, self._shown(child)
            elif tag not in _UNSEEN and (str(tag).startswith(_READ) or is_processed(child)):
                before = _BEFORE.get(str(tag), "")
                yield from [(holder, before)] if before else ()
                yield from self._within(child, style, table)

    def _alternate(
        self, alternate: etree._Element, style: str | None, table: str | None
    ) -> Iterator[tuple[etree._Element, str]]:
        chosen = chosen_of(alternate)
        if chosen is not None:
            yield from self._within(chosen, style, table)

    def _run(
        self, run: etree._Element, style: str | None, table: str | None
    ) -> Iterator[tuple[etree._Element, str]]:
        hidden = is_unseen(run, self._hiding, style, table)
        for child in run:
            tag = child.tag
            if tag == _FIELD_CHAR:
                chosen = "" if hidden or self._in_code else _chosen(child)
                self._field_char(child)
                yield from [(run, chosen)] if chosen else ()
            elif not hidden:
                if self._in_code:
                    self.coded.add(run)
                yield from self._inside(run, child, style, table)

    def _inside(
        self, run: etree._Element, child: etree._Element, style: str | None, table: str | None
    ) -> Iterator[tuple[etree._Element, str]]:
        """The pieces of an element of a run; a drawing is one without text."""
        if child.tag in _SHOWN:
            yield run, self._shown(child)
        elif child.tag in _DRAWN:
            yield run, ""
            yield from self._within(child, style, table) if child.tag == _PICTURE else ()
        elif child.tag == ALTERNATE:
            yield from self._alternate(child, style, table)
        elif child.tag not in _UNSEEN:
            yield from self._within(child, style, table)

    def _shown(self, element: etree._Element) -> str:
        return "" if self._in_code else _SHOWN[element.tag](element)

    def _field_char(self, element: etree._Element) -> None:
        """Keep for each open field whether its code is being read, which is not shown."""
        kind = element.get(_FIELD_CHAR_TYPE)
        if kind == "begin":
            self._codes.append(True)
            self._in_code += 1
        elif self._codes:
            self._in_code -= self._codes.pop()
            if kind == "separate":
                self._codes.append(False)


def mark_is_gone(paragraph: etree._Element) -> bool:
    """Whether the end of the paragraph is deleted or hidden, so that the next one joins it."""
    properties = paragraph.find(f"{qn('w:pPr')}/{_RUN_PROPERTIES}")
    if properties is None:
        return False
    deleted = properties.find(qn("w:del")) is not None
    moved = properties.find(qn("w:moveFrom")) is not None
    return deleted or moved or hides(properties) is True
