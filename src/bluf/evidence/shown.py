"""How messages show words of a source: on one line, with nothing in them that acts or hides."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from bluf.characters import code_point
from bluf.evidence.normal import LINE_HYPHEN
from octavo.shortening import quoted

if TYPE_CHECKING:
    from bluf.evidence.match import Searchable
    from bluf.evidence.nearest import Nearest, Span

_REACH = 100


def visible(text: str) -> str:
    """``text`` on one line, with each character that cannot be seen written as its number."""
    return "".join(
        f"⟨U+{ord(sign):04X}⟩" if unicodedata.category(sign) in {"Cc", "Cf", "Co", "Cn"} else sign
        for sign in " ".join(text.split()).replace(LINE_HYPHEN, "-")
    )


def shown(text: str) -> str:
    """``text`` in quotation marks, cut where it is long."""
    return quoted(visible(text))


def listed(names: Iterable[str]) -> str:
    """``a, b and c``."""
    *most, last = names
    return f"{', '.join(most)} and {last}" if most else last


def comparison(near: Nearest, source: Searchable) -> tuple[str, ...]:
    """Lines that set a quotation against the source's own words, what differs as ``>so<``."""
    differences = [each for pair in near.differences for each in _narrowed(near, *pair)]
    start, end = source.span(near.start, near.start + len(near.passage))
    own = source.source.text[start:end]
    spans = [_own_span(source, near.start, there, start, end) for _, there in differences]
    quoted = _marked(near.quoted, [here for here, _ in differences])
    passage = _marked(own, spans)
    letters = sorted({sign for pair in near.pairs() for sign in _foreign(*pair)})
    return (
        f"nearest passage: {source.place(near.start)}",
        f"  source: {passage}",
        f"  quoted: {quoted}",
        *(f"  “{visible(sign)}” is {code_point(sign)}" for sign in letters),
    )


def _narrowed(near: Nearest, here: Span, there: Span) -> Iterator[tuple[Span, Span]]:
    """The signs that differ, where two stretches have the same letters and figures."""
    quoted, stands = near.quoted[slice(*here)], near.passage[slice(*there)]
    if _letters(quoted) != _letters(stands):
        yield here, there
        return
    matcher = SequenceMatcher(None, quoted, stands, autojunk=False)
    for kind, i1, i2, j1, j2 in matcher.get_opcodes():
        if kind != "equal":
            yield (here[0] + i1, here[0] + i2), (there[0] + j1, there[0] + j2)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def _own_span(source: Searchable, base: int, span: Span, start: int, end: int) -> Span:
    """Where a stretch of the normalised passage stands in the source's own words."""
    first, last = base + span[0], base + span[1]
    begin = min(source.normal.origin(first), end)
    return begin - start, (source.span(first, last)[1] if last > first else begin) - start


def _marked(text: str, spans: list[Span]) -> str:
    """``text`` with each span between ``>`` and ``<``, cut far from the first and last of them."""
    first, last = max(0, spans[0][0] - _REACH), min(len(text), spans[-1][1] + _REACH)
    pieces = ["…"] if first else []
    done = first
    for start, end in spans:
        said = visible(text[start:end]) or "␣"
        differing = f">{said}<" if end > start else ""
        pieces += (_inline(text[done:start]), differing)
        done = end
    pieces += (_inline(text[done:last]), "…" if last < len(text) else "")
    return "".join(pieces)


def _inline(text: str) -> str:
    """`visible` text that keeps a blank at either end."""
    start = " " if text[:1].isspace() else ""
    end = " " if text[-1:].isspace() and text.strip() else ""
    return f"{start}{visible(text)}{end}"


def _foreign(quoted: str, stands: str) -> set[str]:
    """Signs of one side alone that a reader cannot tell by sight: unseen, or of a second script."""
    seen = {_script(sign) for sign in quoted if sign.isalpha()}
    there = {_script(sign) for sign in stands if sign.isalpha()}
    odd = seen ^ there if seen and there and seen != there else set()
    return {
        sign
        for sign in {*quoted} ^ {*stands}
        if unicodedata.category(sign) == "Cf" or (sign.isalpha() and _script(sign) in odd)
    }


def _script(letter: str) -> str:
    """``LATIN``, ``CYRILLIC``, …: the first word of the letter's name."""
    return unicodedata.name(letter, "").partition(" ")[0]
