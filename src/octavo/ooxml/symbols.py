"""Characters of the fonts Symbol and Wingdings, which Word stores by their place in the font."""

from __future__ import annotations

from typing import Final

_PRIVATE: Final = 0xF000
_UNKNOWN: Final = "\ufffd"

_SYMBOL_FROM: Final = 0x20
_SYMBOL: Final = (
    " !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_"
    "‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼"
)
_SYMBOL_HIGH_FROM: Final = 0xA0
_SYMBOL_HIGH: Final = "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑"
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
    return _in_symbol(place) if font.lower() == "symbol" else _UNKNOWN


def _in_symbol(place: int) -> str:
    for first, letters in ((_SYMBOL_FROM, _SYMBOL), (_SYMBOL_HIGH_FROM, _SYMBOL_HIGH)):
        if first <= place < first + len(letters):
            return letters[place - first]
    return _UNKNOWN
