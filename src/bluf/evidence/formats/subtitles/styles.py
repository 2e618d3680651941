"""Styles of WebVTT: whether one may keep the words of a cue from being seen."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

import tinycss2

from bluf.evidence.formats.html.colours import Colour, colour, contrast
from octavo.ooxml import SIGN_FONTS

if TYPE_CHECKING:
    from tinycss2.ast import Node

_STYLE = re.compile(r"^STYLE[ \t]*\n((?:.+\n?)*)", re.MULTILINE)
_HARMLESS = frozenset(
    ("display", "font-weight", "font-style", "white-space", "text-align", "ruby-position",
     "text-shadow")
)  # fmt: skip
"""What a style may set that hides nothing; of any other it is not known."""
_COLOURS = frozenset({"color", "background", "background-color"})
_SIZE = re.compile(r"(\d*\.?\d+)(px|em|rem|%|vh|pt)\Z|(?:x-|xx-)?(?:small|large)\Z|medium\Z")
_LEAST = {"px": 8.0, "em": 0.5, "rem": 0.5, "%": 50.0, "vh": 2.0, "pt": 6.0}
_OPAQUE, _APART = 0.5, 48
_WHITE, _BLACK = "white", "rgba(0, 0, 0, 0.8)"
"""The colours of a cue of which no style says one."""

_Given = Mapping[str, str]


def may_hide(content: str) -> bool:
    """Whether a style of a file sets more than what is known to be harmless."""
    found: list[_Given] = []
    for block in _STYLE.findall(content):
        for rule in tinycss2.parse_stylesheet(block, skip_comments=True, skip_whitespace=True):
            given = _given(rule)
            if given is None or not all(_is_harmless(*each) for each in given.items()):
                return True
            found.append(given)
    return not _all_stand_out(found)


def _given(rule: Node) -> _Given | None:
    """What a rule declares; None for one that is not understood."""
    if rule.type != "qualified-rule":
        return None
    parsed = tinycss2.parse_blocks_contents(rule.content, skip_comments=True, skip_whitespace=True)
    if any(each.type != "declaration" for each in parsed):
        return None
    return {each.lower_name: tinycss2.serialize(each.value).strip().lower() for each in parsed}


def _is_harmless(name: str, value: str) -> bool:
    if name == "font-size":
        size = _SIZE.match(value)
        return size is not None and (not size[2] or float(size[1]) >= _LEAST[size[2]])
    if name == "font-family":
        return all(each.strip(" '\"") not in SIGN_FONTS for each in value.split(","))
    return name in _HARMLESS or (name in _COLOURS and colour(value) is not None)


def _all_stand_out(rules: Iterable[_Given]) -> bool:
    """Whether the letters of each rule stand out from its ground, and from those set alone."""
    pairs: list[tuple[str, str]] = []
    letters, grounds = [_WHITE], [_BLACK]
    for given in rules:
        ground = given.get("background-color") or given.get("background")
        if "color" in given and ground:
            pairs.append((given["color"], ground))
        else:
            letters += [given["color"]] if "color" in given else []
            grounds += [ground] if ground else []
    pairs += [(letter, ground) for letter in letters for ground in grounds]
    return all(_stands_out(colour(letter), colour(ground)) for letter, ground in pairs)


def _stands_out(letters: Colour | None, ground: Colour | None) -> bool:
    if letters is None or ground is None or letters[3] < _OPAQUE:
        return False
    return ground[3] < _OPAQUE or contrast(letters, ground) >= _APART
