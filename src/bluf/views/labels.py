"""The words that a brief prints by itself: shipped catalogues, and those of a project's own."""

from __future__ import annotations

import string
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from msgspec import Struct

from bluf.languages import locale_data, plural_form
from octavo.finding import Finding, FindingsError, Level
from octavo.location import FileLocation

_LEFT_TO_RIGHT = "\u200e"
"""A mark that has no width and runs from left to right."""

_SHORT_LIST = 12
"""So many characters of marks fit into any column."""


class Labels(Struct, frozen=True):
    """A catalogue.

    Attributes:
        language: The language asked for, as a BCP 47 tag.
        words: Single words and phrases, by name.
        vocabularies: Closed vocabularies, by name and word.
        plurals: Phrases with a number, by name and plural form (CLDR).
        dates: Patterns of dates where the language needs others than CLDR's.
        months: The months in the form that a phrase asks for; empty where CLDR has it.
    """

    language: str
    words: Mapping[str, str]
    vocabularies: Mapping[str, Mapping[str, str]]
    plurals: Mapping[str, Mapping[str, str]]
    dates: Mapping[str, str]
    months: tuple[str, ...] = ()

    def say(self, name: str, **values: str) -> str:
        """The word or phrase of that name, with its braces filled in."""
        return self.words[name].format(**values)

    def word(self, vocabulary: str, value: str) -> str:
        """The word of a closed vocabulary in this language."""
        return self.vocabularies[vocabulary][value]

    def counted(self, name: str, count: int, **values: str) -> str:
        """The phrase of that name, as the language says it of so many."""
        forms = self.plurals[name]
        phrase = forms.get(plural_form(count, self.language), forms["other"])
        return phrase.format(count=count, **values)

    def listed(self, parts: Iterable[str]) -> str:
        """The parts that are not empty, with commas of the language."""
        return self.words["comma"].join(filter(None, parts))

    def kept_together(self, parts: Iterable[str]) -> str:
        """A list of marks, which does not part at the end of a line unless it is long."""
        marks = self.listed(parts)
        return marks.replace(" ", "\N{NO-BREAK SPACE}") if len(marks) <= _SHORT_LIST else marks

    def chained(self, parts: Iterable[str]) -> str:
        """The parts that are not empty, with semicolons of the language."""
        return self.words["semicolon"].join(filter(None, parts))

    def aside(self, text: str, *notes: str) -> str:
        """A text with notes in brackets of the language; without them where all are empty."""
        note = self.listed(notes)
        return self.say("aside", text=text, note=note) if note else text

    def quoted(self, words: str) -> str:
        """The words in the quotation marks of the language."""
        return f"{self.words['quote_open']}{words}{self.words['quote_close']}"

    def labelled(self, name: str, text: str) -> str:
        """``To: Deputy Minister``."""
        return f"{self.words[name]}{self.words['colon']}{text}"

    def upright(self, text: str) -> str:
        """A number with hyphens or strokes, so that no page from right to left turns it round.

        What comes before would else take its digits along (Unicode Standard Annex 9, rule W2).
        """
        turns = self.direction == "rtl" and text[:1].isdigit()
        return f"{_LEFT_TO_RIGHT}{text}" if turns else text

    @property
    def direction(self) -> str:
        """``ltr`` or ``rtl``."""
        return locale_data(self.language).direction


_CATALOGUES = Path(__file__).parent / "catalogues"
_SCRIPTS = {"sr": "sr-Cyrl"}
"""The script of a language that is written in two, where the tag names none (CLDR)."""
_SPOKEN = "en"
"""The language whose words fill the gaps of a catalogue of one's own."""
_APART = ("plurals", "dates")


class UnknownLanguageError(Exception):
    """There is no catalogue for this language."""

    def __init__(self, language: str, known: tuple[str, ...]) -> None:
        self.language = language
        self.known = known
        super().__init__(f"there are no labels in “{language}”; there are: {', '.join(known)}")


def languages(own: Path | None = None) -> tuple[str, ...]:
    """The languages that labels exist in, as BCP 47 tags.

    Args:
        own: A folder with more catalogues, ``xx.toml`` for the language ``xx``.
    """
    return tuple(sorted({*_shipped_tags(), *(path.stem for path in _files(own))}))


@cache
def _shipped_tags() -> frozenset[str]:
    return frozenset(path.stem for path in _files(_CATALOGUES))


def labels_for(language: str, own: Path | None = None) -> Labels:
    """The catalogue of a language; ``en-US`` finds ``en``.

    What a catalogue of one's own leaves out comes from the shipped one of its language, else from
    English.

    Raises:
        UnknownLanguageError: No catalogue fits.
        FindingsError: A catalogue of one's own is faulty.
    """
    tag = _nearest(language, languages(own))
    if tag is None:
        raise UnknownLanguageError(language, languages(own))
    if tag not in {path.stem for path in _files(own)}:
        return _shipped_labels(language, tag)
    mine = read_own(Path(own or "") / f"{tag}.toml", _shipped(_SPOKEN))
    return _labels(language, _over(_shipped(tag), mine))


@cache
def _shipped_labels(language: str, tag: str) -> Labels:
    """Only what ships is kept: a catalogue of one's own may be edited while we run."""
    return _labels(language, _shipped(tag))


def lacking(language: str, own: Path) -> tuple[str, ...]:
    """What a catalogue of one's own leaves out: ``comment``, ``strengths.agreed``."""
    mine = read_own(own / f"{language}.toml", _shipped(_SPOKEN))
    return tuple(_lacking(_shipped(language), mine, ""))


def _files(folder: Path | None) -> list[Path]:
    return [] if folder is None else list(folder.glob("*.toml"))


def _nearest(language: str, known: tuple[str, ...]) -> str | None:
    tag = language if language in known else _SCRIPTS.get(language, language)
    while tag and tag not in known:
        tag = tag.rpartition("-")[0]
    return tag or None


def _shipped(tag: str) -> dict[str, Any]:
    nearest = _nearest(tag, languages()) or _SPOKEN
    entries = tomllib.loads((_CATALOGUES / f"{nearest}.toml").read_text(encoding="utf-8"))
    return entries if nearest == tag else entries | {"dates": {}}


def _over(known: Mapping[str, Any], mine: Mapping[str, Any]) -> dict[str, Any]:
    """One catalogue on top of another; a phrase with a number is taken or left as a whole."""
    merged = dict(known)
    for name, value in mine.items():
        merged[name] = {**known.get(name, {}), **value} if isinstance(value, dict) else value
    return merged


def _lacking(known: Mapping[str, Any], mine: Mapping[str, Any], within: str) -> Iterator[str]:
    for name, value in known.items():
        if not isinstance(value, dict) or within:
            if name not in mine:
                yield within + name
        elif name != "dates":
            yield from _lacking(value, mine.get(name, {}), f"{name}.")


def _labels(language: str, entries: Mapping[str, Any]) -> Labels:
    vocabularies = {
        name: value
        for name, value in entries.items()
        if isinstance(value, dict) and name not in _APART
    }
    words = {name: value for name, value in entries.items() if isinstance(value, str)}
    dates = dict(entries.get("dates", {}))
    months = tuple(dates.pop("months", ()))
    return Labels(language, words, vocabularies, entries["plurals"], dates, months)


def read_own(path: Path, shipped: Mapping[str, Any]) -> dict[str, Any]:
    """The entries of a catalogue of one's own.

    Raises:
        FindingsError: It cannot be read, or an entry is not of the kind that the shipped one has.
    """
    try:
        entries = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise FindingsError(
            [_finding("data-syntax", path, f"it cannot be read: {error}")]
        ) from None
    faults = [_finding("bad-value", path, fault) for fault in _faults(entries, shipped, "")]
    if faults:
        raise FindingsError(faults)
    return entries


def _finding(rule: str, path: Path, message: str) -> Finding:
    hint = "write it as the shipped catalogues do; “bluf template labels” says what is lacking"
    return Finding(rule, Level.ERROR, message, FileLocation(path.as_posix()), hint)


def _faults(mine: Mapping[str, Any], shipped: Mapping[str, Any], within: str) -> Iterator[str]:
    for name, value in mine.items():
        known, path = shipped.get(name), f"{within}{name}"
        if path.startswith("dates"):
            yield from _of_dates(value)
        elif known is None and not within.startswith("plurals."):
            yield f"there is no label “{path}”"
        elif isinstance(known, dict):
            yield from _of_table(value, known, path)
        else:
            yield from _of_phrase(value, known or shipped.get("other", ""), path)


def _of_dates(value: object) -> Iterator[str]:
    months = value.get("months", []) if isinstance(value, dict) else None
    if months is None:
        yield "“dates” is a table of patterns"
    elif len(months) not in {0, 12}:
        yield "“dates.months” has twelve names"


def _of_table(value: object, known: Mapping[str, Any], path: str) -> Iterator[str]:
    if not isinstance(value, dict):
        yield f"“{path}” is a table"
    elif path.startswith("plurals.") and "other" not in value:
        yield f"“{path}” has no form “other”"
    else:
        yield from _faults(value, known, f"{path}.")


def _of_phrase(value: object, known: str, path: str) -> Iterator[str]:
    if not isinstance(value, str):
        yield f"“{path}” is a text"
        return
    try:
        odd = _holes(value) - _holes(known)
    except ValueError:
        yield f"the braces of “{path}” do not close"
        return
    for hole in sorted(odd):
        yield f"“{path}” cannot name {{{hole}}}"


def _holes(phrase: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(phrase) if name is not None}
