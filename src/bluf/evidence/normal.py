"""The listed normalisation of both sides of a comparison; it keeps every position.

What counts as the same, and nothing else does:

1. a soft hyphen, with a line break that follows it, is nothing, nor are a zero-width space, a word
   joiner, a byte order mark and the bar that lengthens a word of Arabic;
2. a ligature or digraph in one sign is its letters (``LIGATURES``), an Arabic presentation form its
   letter, a radical of the Kangxi dictionary its character, and the sign of the ending -an is the
   same before the alef that it stands with and behind it;
3. Unicode normalisation form C (UAX #15);
4. a typographic quotation mark or dash is its plain form (``SIGNS``); a single mark that is no
   apostrophe is a double one, since the marks of a quotation change within another one;
5. a run of white space is one space; beside a Han or kana character it is nothing, since their
   scripts are written without spaces, a line may end anywhere, and programs set figures and Latin
   words off by a gap.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_right
from collections.abc import Callable
from functools import cache, lru_cache

from msgspec import Struct

LIGATURES = {
    "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "ſt", "ﬆ": "st",
    "Ĳ": "IJ", "ĳ": "ij",
    "Ǆ": "DŽ", "ǅ": "Dž", "ǆ": "dž", "Ǉ": "LJ", "ǈ": "Lj", "ǉ": "lj",
    "Ǌ": "NJ", "ǋ": "Nj", "ǌ": "nj",
    "և": "եւ", "ﬓ": "մն", "ﬔ": "մե", "ﬕ": "մի", "ﬖ": "վն", "ﬗ": "մխ"
}  # fmt: skip
"""Latin and Armenian letters that Unicode encodes as one sign, with what they stand for."""

SIGNS = {'"': "“”„‟«»「」『』", "'": "‘’‚‛‹›", "-": "‐‑‒–—―−"}
"""Plain signs, with the typographic ones that count as the same."""

UNSPACED = (
    "\u3001-\u303f\u3040-\u30ff\u3105-\u312f\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff"
    "\uf900-\ufaff\uff01-\uff65\U00020000-\U0003ffff"
)
"""Han, kana and bopomofo with their punctuation, as the inside of a character class."""

LINE_HYPHEN = "\ufffe"
"""A hyphen at the end of a line: a break within a word, or the hyphen of a compound."""

NOTHING = "\u00ad\u200b\u2060\ufeff\u0640"
"""Signs that count for nothing, as the inside of a character class."""

_SIGNS = [(re.compile(f"[{signs}]"), plain) for plain, signs in SIGNS.items()]
_FORMS = "\u2e9f\u2ef3\u2f00-\u2fd5\ufb50-\ufdff\ufe70-\ufefc"
"""Shapes of letters and characters that stand for these (Unicode, chapters 9 and 18)."""
_TANWIN = re.compile("\u064b\u0627(?![\\w\u064b-\u065f\u0670])")
_SHORTENED = re.compile(
    f"\u00ad(?:[^\\S\\n\\r]*(?:\r\n|[\n\r])\\s*)?|[{''.join(LIGATURES)}]|[{_FORMS}{NOTHING}]"
)
_LONE = re.compile(r"'(?:(?<![^\W_]')|(?![^\W_]))|`")
"""A single quotation mark that is no apostrophe."""
_DOUBLED = re.compile('""+')
_SPACE = re.compile(r"[^\S ]")
_SPACES = re.compile(r"  +")
_PIECE = 1 << 18
_WITHIN_WORD = re.compile("(?<=[A-Za-zА-я])[A-Za-zА-я]")
"""A place that no rule reaches over, where a long text can be cut."""


class _Layer(Struct, frozen=True):
    """How offsets moved in one rewriting: from ``new[i]`` on, the text began at ``old[i]``."""

    new: array[int]
    old: array[int]

    def origin(self, offset: int) -> int:
        index = bisect_right(self.new, offset) - 1
        origin = self.old[index] + offset - self.new[index]
        if index + 1 < len(self.old):
            # Several characters may stand for one: each of them comes from that one.
            origin = min(origin, max(self.old[index], self.old[index + 1] - 1))
        return origin


class _Piece(Struct, frozen=True):
    """A stretch of a text: where it begins before and after, and how offsets moved within it."""

    old: int
    new: int
    layers: tuple[_Layer, ...]

    def origin(self, offset: int) -> int:
        offset -= self.new
        for layer in reversed(self.layers):
            offset = layer.origin(offset)
        return self.old + offset


class NormalText(Struct, frozen=True):
    """A normalised text that knows where each character came from."""

    text: str
    pieces: tuple[_Piece, ...]

    def origin(self, offset: int) -> int:
        """The offset in the original of what stands at ``offset`` of the normalised text."""
        return self.pieces[bisect_right(self.pieces, offset, key=_begin) - 1].origin(offset)


def _begin(piece: _Piece) -> int:
    return piece.new


def normalise(original: str) -> NormalText:
    """The normalised form of ``original``, in time linear in its length.

    A long text is taken piece by piece, so that no more than one copy of it is made.
    """
    texts: list[str] = []
    pieces: list[_Piece] = []
    done = length = 0
    while done < len(original) or not pieces:
        cut = _WITHIN_WORD.search(original, done + _PIECE)
        end = cut.start() if cut else len(original)
        text, layers = _normalised(original[done:end])
        texts.append(text)
        pieces.append(_Piece(done, length, layers))
        done, length = end, length + len(text)
    return NormalText("".join(texts), tuple(pieces))


def _normalised(original: str) -> tuple[str, tuple[_Layer, ...]]:
    text, layers = (original, []) if original.isascii() else _plain(original)
    text = _SPACE.sub(" ", text)
    unspaced = has_unspaced(text)
    spaces = _spaces_or_none() if unspaced else _SPACES
    text, layer = _rewrite(text, spaces, _one_space)
    layers = [*layers, layer]
    if "'" in text or "`" in text:
        text = (_lone_beside_unspaced() if unspaced else _LONE).sub('"', text)
    if '""' in text:
        text, layer = _rewrite(text, _DOUBLED, lambda _: '"')
        layers.append(layer)
    return text, tuple(layers)


def normal_text(original: str) -> str:
    """The normalised characters of ``original`` alone."""
    return normalise(original).text


def has_unspaced(text: str) -> bool:
    """Whether there is a Han or kana character in a text."""
    if text.isascii() or max(text) < UNSPACED[0]:
        return False
    return any(map(_is_unspaced, {*text}))


@lru_cache(maxsize=4096)
def _is_unspaced(sign: str) -> bool:
    """By comparison: an expression takes milliseconds to compile."""
    return any(
        first <= sign <= last for first, last in zip(UNSPACED[::3], UNSPACED[2::3], strict=True)
    )


@cache
def _spaces_or_none() -> re.Pattern[str]:
    return re.compile(rf"(?<=[{UNSPACED}]) +| +(?=[{UNSPACED}])|  +")


@cache
def _lone_beside_unspaced() -> re.Pattern[str]:
    return re.compile(rf"{_LONE.pattern}|(?<=[{UNSPACED}])'|'(?=[{UNSPACED}])")


def _plain(original: str) -> tuple[str, list[_Layer]]:
    """``original`` after the rules that bear on characters beyond ASCII."""
    text, layer = _rewrite(original, _SHORTENED, _letters)
    layers = [layer]
    if not unicodedata.is_normalized("NFC", text):
        text, layer = _rewrite(text, _composable(), _composed)
        layers.append(layer)
    text = _TANWIN.sub("\u0627\u064b", text)
    for signs, plain in _SIGNS:
        text = signs.sub(plain, text)
    return text, layers


def _rewrite(
    text: str, pattern: re.Pattern[str], replacement: Callable[[re.Match[str]], str]
) -> tuple[str, _Layer]:
    pieces: list[str] = []
    new, old = array("q", [0]), array("q", [0])
    done = length = 0
    for match in pattern.finditer(text):
        start, end = match.span()
        words = replacement(match)
        pieces += (text[done:start], words)
        length += start - done
        for offset in (length, length + len(words)):
            new.append(offset)
        old.extend((start, end))
        length += len(words)
        done = end
    pieces.append(text[done:])
    return "".join(pieces), _Layer(new, old)


def _letters(match: re.Match[str]) -> str:
    sign = match.group()
    if sign[0] in NOTHING:
        return ""
    return LIGATURES.get(sign) or unicodedata.normalize("NFKC", sign)


def _composed(match: re.Match[str]) -> str:
    return unicodedata.normalize("NFC", match.group())


def _one_space(match: re.Match[str]) -> str:
    text, (start, end) = match.string, match.span()
    beside = (start and has_unspaced(text[start - 1])) or has_unspaced(text[end : end + 1])
    return "" if beside else " "


@cache
def _composable() -> re.Pattern[str]:
    """What form C may change: a character with all that can join it, or that changes alone."""
    joining: set[str] = set()
    for character in map(chr, range(0x20, 0x30000)):
        first, *second = unicodedata.decomposition(character).split() or [""]
        if second and not first.startswith("<"):
            joining.add(chr(int(second[0], 16)))
        if unicodedata.combining(character) or not unicodedata.is_normalized("NFC", character):
            joining.add(character)
    joining.update(map(chr, (*range(0x1161, 0x1176), *range(0x11A8, 0x11C3))))
    return re.compile(f".?[{re.escape(''.join(sorted(joining)))}]+", re.DOTALL)
