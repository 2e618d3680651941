"""Characters that a data file cannot hold, and those that deceive the eye."""

from __future__ import annotations

import re
import unicodedata

from octavo import shortening

_CONTROL = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff"
_BIDI = "\u202a-\u202e\u2066-\u2069"
_LATIN = "A-Za-z\u00aa\u00ba\u00c0-\u024f\u1e00-\u1eff"
_OTHER = "\u0370-\u03ff\u0400-\u052f\u0531-\u0587"

BAD = re.compile(f"[{_CONTROL}]")
"""What XML 1.0 (section 2.2, Char) cannot hold, and the C1 controls, which steer terminals."""

BIDI = re.compile(f"[{_BIDI}]")
"""Embeddings, overrides and isolates (Unicode Standard Annex 9): they reorder what is read."""

DECEPTIVE = re.compile(f"[{_BIDI}{_OTHER}]")
"""Without one of these a text neither reorders what is read nor mixes scripts within a word."""

_MASKED = f"[{_CONTROL}{_BIDI}]"
_MIXED = re.compile(f"[{_LATIN}][{_OTHER}]|[{_OTHER}][{_LATIN}]")
_WORD = re.compile(r"[^\W\d_]+")


def code_point(character: str) -> str:
    """``U+202E RIGHT-TO-LEFT OVERRIDE``; a control character has a number and no name."""
    name = unicodedata.name(character, "")
    return f"U+{ord(character):04X} {name}".rstrip()


def masked(text: str) -> str:
    """The text with each control and direction character replaced by U+FFFD."""
    return text if text.isascii() and text.isprintable() else re.sub(_MASKED, "\ufffd", text)


def quoted(text: str) -> str:
    """A value as a message shows it: on one line, in quotation marks, cut where it is long."""
    return shortening.quoted(masked(text))


def mixed_word(text: str) -> tuple[str, str] | None:
    """The first word of letters from two scripts, and its letter of the rarer script.

    Latin beside Greek, Cyrillic or Armenian within one word is what deceives; words of
    different scripts side by side are ordinary.
    """
    if text.isascii():
        return None
    for word in _WORD.findall(text):
        if _MIXED.search(word):
            foreign, native = re.findall(f"[{_OTHER}]", word), re.findall(f"[{_LATIN}]", word)
            return word, (foreign if len(foreign) <= len(native) else native)[0]
    return None
