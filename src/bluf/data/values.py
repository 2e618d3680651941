"""Characters in values: those that are refused, and those that deceive and are warned of."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bluf.characters import BAD, BIDI, DECEPTIVE, code_point, mixed_word, quoted
from bluf.data.tree import Places, texts
from bluf.rules import finding
from octavo.finding import Finding
from octavo.location import Location


def bad_characters(places: Places) -> Iterator[Finding]:
    """A finding for each key and value that holds a control character."""
    if not _may_hold(places, BAD):
        return
    for text, location in texts(places.root):
        if BAD.search(text):
            yield bad_character(text, location, places.excerpt(location))


def _may_hold(places: Places, signs: re.Pattern[str]) -> bool:
    """Whether a value can hold one of some characters: as it stands, or as an escape."""
    files = [lines.text for lines in places.texts.values()]
    return not files or any("\\" in text or signs.search(text) for text in files)


def bad_character(text: str, location: Location, excerpt: str) -> Finding:
    """The finding for the first control character of a value, which was written as an escape."""
    point = code_point(BAD.findall(text)[0])
    message = f"this text holds {point}, a control character"
    return finding(
        "bad-character", message, location, "delete it; no document can hold it", excerpt
    )


def deceptive_characters(places: Places) -> Iterator[Finding]:
    """A warning for each key and value that reorders text or mixes scripts within a word."""
    if not _may_hold(places, DECEPTIVE):
        return
    for text, location in texts(places.root):
        if not text.isascii():
            yield from _deceptive(text, location, places)


def _deceptive(text: str, place: Location, places: Places) -> Iterator[Finding]:
    control = BIDI.search(text)
    if control is not None:
        points = ", ".join(dict.fromkeys(code_point(mark) for mark in BIDI.findall(text)))
        message = f"this text holds {points}, which changes the order in which text is read"
        yield _warning("bidi-control", message, "delete it", place, places, control[0])
    mixed = mixed_word(text)
    if mixed is not None:
        word, letter = mixed
        message = f"{quoted(word)} mixes scripts: “{letter}” is {code_point(letter)}"
        hint = "type the word again in one script"
        yield _warning("mixed-script", message, hint, place, places, word)


def _warning(
    rule: str, message: str, hint: str, start: Location, places: Places, words: str
) -> Finding:
    return places.fault(rule, message, places.within(start, words), hint)
