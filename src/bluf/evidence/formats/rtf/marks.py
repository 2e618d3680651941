"""What rich text sets for its letters, told by signs among them: its reader gives words alone.

A sign of private use says what holds for the letters that follow it: hidden, deleted, struck, very
small, in a colour of a ground, in a font of signs, raised, pressed, or worked out anew.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from msgspec import Struct

KINDS: Final = (
    "hidden", "deleted", "struck", "very small", "white", "symbol", "pressed", "computed", "raised",
)  # fmt: skip
"""What may hold for letters; the last hides none."""
RAISED: Final = KINDS.index("raised")
_FIRST: Final = 0xE010
SIGN: Final = re.compile(f"[{chr(_FIRST)}-{chr(_FIRST + 2 ** len(KINDS) - 1)}]")
_TOKEN: Final = re.compile(
    r"\\u(?P<sign>-?\d{1,6}) ?(?:\\'[0-9a-fA-F]{2}|[^\\{}])?"
    r"|\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,9})? ?|\\'[0-9a-fA-F]{2}|\\[^a-zA-Z]|[{}]"
    r"|[^\\{}\r\n]+"
)
_SILENT: Final = frozenset(
    ("fonttbl", "colortbl", "stylesheet", "info", "listtable", "listoverridetable", "pict",
     "themedata")
)  # fmt: skip
_LETTERS: Final = {
    "v": 0, "webhidden": 0, "deleted": 0, "mvf": 0, "strike": 0, "striked": 0, "fs": 24, "cf": 0,
    "cb": 0, "highlight": 0, "chcbpat": 0, "chcfpat": 0, "super": 0,
    "charscalex": 100, "expndtw": 0, "expnd": 0,
}  # fmt: skip
_LINES: Final = {"sl": 0, "li": 0, "ri": 0, "cbpat": 0, "cfpat": 0, "intbl": 0}
_AGAIN: Final = {"nosupersub": "super", "sub": "super"}
_CODE: Final = re.compile(r"(?:[\s{}]|\\\*|\\[a-z]+-?\d* ?)*+([A-Za-z=]+)")
_KEPT: Final = frozenset(
    """
    ADDIN BIBLIOGRAPHY CITATION FORMCHECKBOX FORMDROPDOWN FORMTEXT HYPERLINK INDEX MERGEFIELD
    NOTEREF PAGEREF QUOTE REF SEQ TOA TOC SYMBOL EQ INCLUDEPICTURE
    """.split()  # noqa: SIM905 - as a text they are read more easily
)
"""Fields that show what they showed when the file was written; others may be worked out anew."""
_STYLE: Final = re.compile(r"\{(?:\\\*)?\\((?:s|cs|ds)\d+)((?:\\[a-z]+-?\d*\s*)+)[^\\{}]*;\}")
_SMALLEST, _NARROW, _APART, _WIDEST, _FARTHEST = 5, 34, 2_000, 12_000, 9_500
_CUT, _CLOSE = 6, 3
"""Twips for each half-point of the letters: of a line that cuts them, and between them."""


class RichLook(Struct, frozen=True):
    """What a file says once for all its letters.

    Attributes:
        usual: The font of letters for which none is named.
        signs: The fonts of signs.
        faint: The colours that are light, or near to that of the pages.
        celled: The colours that are near to the ground of a cell.
        dark: The grounds on which letters of no colour are not seen.
        near: Pairs of colours that are near to each other.
        styles: What each style sets, by its kind and number: ``cs5``.
    """

    usual: int = 0
    signs: frozenset[int] = frozenset()
    faint: frozenset[int] = frozenset()
    celled: frozenset[int] = frozenset()
    dark: frozenset[int] = frozenset()
    near: frozenset[tuple[int, int]] = frozenset()
    styles: Mapping[str, str] = {}


def marked(source: str, look: RichLook, apart: tuple[int, ...]) -> str:
    """The source with a sign wherever something else holds for the letters that follow.

    After the characters ``apart``, round which its parts are moved, it is said anew.
    """
    return "".join(_Marker(source, look, apart).pieces())


class _Marker:
    """Follows what holds for the letters of a file, group by group."""

    def __init__(self, source: str, look: RichLook, apart: tuple[int, ...]) -> None:
        self._source, self._look, self._apart = source, look, apart
        self._state: dict[str, int] = {**_LETTERS, **_LINES, "f": look.usual}
        self._around: list[dict[str, int]] = []
        self._said: int | None = 0
        self._field = self._dirty = 0

    def pieces(self) -> Iterator[str]:
        for token in _TOKEN.finditer(self._source):
            text, word = token[0], token["word"]
            if text == "{":
                self._around.append(dict(self._state))
            elif text == "}":
                self._state = self._around.pop() if self._around else self._state
            elif word:
                self._set(word, token["number"], token.end())
            elif int(token["sign"] or 0) in self._apart:
                self._said = None
                self._state["held"] = self._state["v"] or self._state["deleted"]
            elif text.strip() and not self._state.get("silent"):
                holds = sum(1 << at for at, holds in enumerate(self._holds(text)) if holds)
                if holds != self._said:
                    self._said = holds
                    yield rf"{{\uc1\u{_FIRST + holds}?}}"
            yield text

    def _set(self, word: str, number: str | None, end: int) -> None:
        state, value = self._state, 1 if number is None else int(number)
        if word == "plain":
            state.update(_LETTERS, f=self._look.usual)
        elif word == "pard":
            state.update(_LINES)
        elif word == "af":
            state["f"] = value if state.pop("loch", 0) else state["f"]
        elif word in _SILENT:
            state["silent"] = 1
        elif word in state or word == "loch":
            state[word] = value
        elif word in _AGAIN:
            state[_AGAIN[word]] = 0
        else:
            self._follow(word, number, end)

    def _follow(self, word: str, number: str | None, end: int) -> None:
        """Follow a style, and a field: what it is, and where its result begins."""
        for mark in _TOKEN.finditer(self._look.styles.get(f"{word}{number}", "")):
            if mark["word"] in self._state:
                self._set(mark["word"], mark["number"], end)
        if word in {"field", "flddirty"}:
            self._dirty = int(word == "flddirty")
        elif word == "fldinst":
            code = _CODE.match(self._source, end)
            self._field = int(code is not None and code[1].upper() not in _KEPT)
        elif word == "fldrslt":
            self._state["field"] = self._field or self._dirty

    def _holds(self, text: str) -> tuple[bool, ...]:
        """Which of `KINDS` hold for the letters of a text."""
        state, size = self._state, self._state["fs"]
        signs = state["f"] in self._look.signs and re.search("[A-Za-z]{2}", text) is not None
        space = state["expndtw"] or 5 * state["expnd"]
        pressed = (
            state["charscalex"] < _NARROW
            or not -_CLOSE * size <= space <= _APART
            or 0 < -state["sl"] < _CUT * size
            or state["li"] + state["ri"] > _WIDEST
            or state["li"] > _FARTHEST
        )
        return (
            bool(state["v"] or state["webhidden"] or state.get("held")),
            bool(state["deleted"] or state["mvf"]),
            bool(state["strike"] or state["striked"]),
            size <= _SMALLEST,
            self._is_faint(state),
            signs,
            pressed,
            bool(state.get("field")),
            bool(state["super"]),
        )

    def _is_faint(self, state: Mapping[str, int]) -> bool:
        colour = state["cf"]
        grounds = (state[name] for name in ("highlight", "chcbpat", "cb", "cbpat"))
        ground = next((each for each in grounds if each), 0)
        if ground:
            unsaid = not colour and (state["highlight"] or state["cb"])
            return (colour, ground) in self._look.near or bool(unsaid and ground in self._look.dark)
        inked = any((colour, state[name]) in self._look.near for name in ("chcfpat", "cfpat"))
        in_cell = bool(state["intbl"]) and colour in self._look.celled
        return colour in self._look.faint or in_cell or (bool(colour) and inked)


def styles_in(source: str) -> Mapping[str, str]:
    """What the styles of a file set, by their kind and number."""
    sheet = source.partition("{\\stylesheet")[2]
    return {each[1]: each[2] for each in _STYLE.finditer(sheet)}


def spans(words: str) -> tuple[str, list[tuple[int, int, int]]]:
    """The words without the signs, and from where to where what holds for them."""
    pieces: list[str] = []
    found: list[tuple[int, int, int]] = []
    done = start = holds = length = 0
    for sign in (*SIGN.finditer(words), None):
        end = len(words) if sign is None else sign.start()
        pieces.append(words[done:end])
        length += end - done
        if holds and length > start:
            found.append((start, length, holds))
        start = length
        if sign is not None:
            done, holds = sign.end(), ord(sign[0]) - _FIRST
    return "".join(pieces), found
