"""What the words of a text stand for, as far as lists know it: “export” is not “import”.

A file of a language has four tables of fields. In each field a word stands for one of several
poles, which have the same names in all languages, so that texts of two languages compare.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import product

from msgspec import Struct

from bluf.languages.language import SenseTable, language
from bluf.languages.pattern import folded
from bluf.languages.remembering import remembered
from bluf.languages.serbian import to_latin

_DARK = frozenset({
    "end", "down", "against", "out", "harm", "doubt", "cancel", "forget", "cold", "refuse", "hold",
    "later", "back", "impose",
})  # fmt: skip
ANY = "any"
"""A pole that excludes no other one of its field."""
_ASIDE = "-"
"""What a pole begins with that is of the same kind as these, and excludes no other."""

_WORD = re.compile(r"[^\W\d_]+")
_CHOICE = re.compile(r"\(([^()]*)\)")
_PREFIX = re.compile("^(?:[وف]?(?:ال|لل|[بكل](?:ال)?)|[وف])(?=..)")
_START, _PHRASE, _STEM = 2, 4, 4
_ARABIC = str.maketrans("أإآىة", "اااي\u0647")


class Sense(Struct, frozen=True):
    """A word of a text, and what it stands for.

    Attributes:
        table: ``opposite`` where poles exclude each other wherever they stand; ``beside`` where
            they do so before the same word; ``thing`` where one that stands nowhere is wrong;
            ``news`` where one that the evidence has not, such as a cause, cannot be told.
        field: What it is a matter of.
        pole: What it says of it.
        word: The word.
        before: The first letters of the word behind it.
    """

    table: SenseTable
    field: str
    pole: str
    word: str
    before: str

    @property
    def is_dark(self) -> bool:
        """Whether it is an end, harm, a refusal or the like, of which the evidence has to speak."""
        return self.pole in _DARK

    @property
    def is_aside(self) -> bool:
        """Whether it excludes no other one: “problem” bears out “against”."""
        return self.pole.startswith(_ASIDE)


class _Entry(Struct, frozen=True):
    """A word or phrase of a list, or how words begin, and what it stands for."""

    place: tuple[SenseTable, str]
    pole: str
    word: str
    begins: bool


@remembered
def senses_in(text: str, tag: str) -> tuple[Sense, ...]:
    """The words of a text that stand for something, in order."""
    known = language(tag)
    if known.script == "Hani":
        entries = (each for found in _entries(tag).values() for each in found)
        return tuple(Sense(*each.place, each.pole, each.word, "") for each in entries
                     if each.word in text)  # fmt: skip
    spelt = to_latin if known.tag == "sr-Latn" else _plain  # its lists are in Latin letters
    words = _WORD.findall(text)
    small = [folded(spelt(word)) for word in words]
    return tuple(
        Sense(*place, pole, word, _following(words, index))
        for index, word in enumerate(words)
        if _begun(small[index], known.tag)
        for place, pole in _stands_for(small[index : index + _PHRASE], known.tag)
    )


def _plain(text: str) -> str:
    """A text with the letters alike that Arabic writes in several ways."""
    return text.translate(_ARABIC)


def _following(words: list[str], index: int) -> str:
    return next((folded(each)[:_STEM] for each in words[index + 1 :] if len(each) >= _STEM), "")


def _stands_for(words: list[str], tag: str) -> Iterator[tuple[tuple[SenseTable, str], str]]:
    """What the first of some words stands for, by the longest entry of each field."""
    found: dict[tuple[SenseTable, str], _Entry] = {}
    phrase = f"{' '.join(words)} "
    for entry, alone in _begun(words[0], tag):
        if alone or phrase.startswith(entry.word + " " * (not entry.begins)):
            last = found.get(entry.place)
            if last is None or len(entry.word) >= len(last.word):
                found[entry.place] = entry
    return ((place, entry.pole) for place, entry in found.items())


@lru_cache(maxsize=1 << 14)
def _begun(word: str, tag: str) -> tuple[tuple[_Entry, bool], ...]:
    """The entries that a word is or begins, and whether it does so without another one."""
    forms = dict.fromkeys((word, _PREFIX.sub("", word) if language(tag).script == "Arab" else word))
    if tag == "de":  # the last part of a compound says what it is: „Umgehungsstraße“
        forms |= dict.fromkeys(word[start:] for start in range(_STEM, len(word) - _STEM))
    found = (
        (entry, entry.word == form or (entry.begins and form.startswith(entry.word)))
        for form in forms
        for entry in _entries(tag).get(form[:_START], ())
    )
    return tuple(each for each in found if each[1] or each[0].word.startswith(f"{word} "))


@cache
def _entries(tag: str) -> dict[str, tuple[_Entry, ...]]:
    """The entries of a language by their first letters."""
    known: dict[str, list[_Entry]] = {}
    for table, fields in language(tag).senses.items():
        for field, entries in fields.items():
            pole = ""
            for each in entries.split():
                name, _, word = each.rpartition("=")
                pole = name or pole
                for key in _spelt(folded(_plain(word.replace("_", " ")))):
                    entry = _Entry((table, field), pole, key.rstrip("*"), key.endswith("*"))
                    known.setdefault(key.partition(" ")[0][:_START], []).append(entry)
    return {start: tuple(found) for start, found in known.items()}


@cache
def tells(tag: str, sense: Sense) -> bool:
    """Whether the lists of a language have the pole of a word; where not, nothing can be told."""
    place = (sense.table, sense.field)
    entries = (each for found in _entries(tag).values() for each in found)
    return any(each.place == place and each.pole == sense.pole for each in entries)


def _spelt(entry: str) -> Iterator[str]:
    """An entry with each of its choices: ``clos(e|ed)``."""
    parts = [part.split("|") for part in _CHOICE.split(entry)]
    return map("".join, product(*parts))


@remembered
def things_in(text: str, tag: str) -> frozenset[tuple[str, str]]:
    """The fields of a text's words, with what they say of them."""
    return frozenset((each.field, each.pole) for each in senses_in(text, tag))


def contrary(told: Sequence[Sense], heard: Sequence[Sense]) -> tuple[Sense, str] | None:
    """A word of a text, and one of the evidence that excludes it."""
    for field in dict.fromkeys((each.table, each.field) for each in told):
        ours = [each for each in told if (each.table, each.field) == field]
        theirs = [each for each in heard if (each.table, each.field) == field]
        wrong = _rival(ours, theirs)
        if wrong:
            return wrong[0], wrong[1].word
    return None


def _rival(ours: list[Sense], theirs: list[Sense]) -> tuple[Sense, Sense] | None:
    """A word of a text, and one of the evidence that excludes it; None where they may agree."""
    if ours[0].table == "beside":
        return _rival_beside(ours, theirs)
    poles = {each.pole for each in theirs}
    if not poles or poles & {each.pole for each in ours} or ANY in poles:
        return None
    firm = [each for each in ours if each.pole != ANY and not each.is_aside]
    other = next((each for each in theirs if not each.is_aside), None)
    return (firm[0], other) if firm and other else None


def _rival_beside(ours: list[Sense], theirs: list[Sense]) -> tuple[Sense, Sense] | None:
    for sense in ours:
        same = [each for each in theirs if each.before == sense.before]
        if same and all(each.pole != sense.pole for each in same):
            return sense, same[0]
    return None
