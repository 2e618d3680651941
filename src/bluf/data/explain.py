"""What the model refuses, said at its place and in the words of those who write data files."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from bluf.characters import quoted
from bluf.data.shape import NOUNS, meaning, record_at, words_at
from bluf.data.typed import KEY, Refusal
from octavo.suggest import closest

if TYPE_CHECKING:
    from bluf.data.tree import Places, Steps
    from octavo.finding import Finding


class _Refused(Struct, frozen=True):
    """One value that was refused, in the words of a message."""

    path: Steps
    value: Any
    reason: str

    @property
    def name(self) -> str:
        """The field as a message names it."""
        last = self.path[-1] if self.path else "the file"
        if isinstance(last, int):
            return f"item {last + 1} of “{self.path[-2]}”"
        return f"“{last}”"

    @property
    def held(self) -> str:
        """The value as a message names it."""
        if isinstance(self.value, list):
            return "a list"
        if isinstance(self.value, dict):
            return "fields of its own"
        return quoted(self.value) if self.value else "nothing"

    @property
    def noun(self) -> str:
        """What the record that holds the value is called."""
        record = record_at(self.path[:-1])
        return NOUNS[record] if record else "this list"

    @property
    def meaning(self) -> str:
        """What the field is for, as the model says it."""
        record = record_at(self.path[:-1])
        said = meaning(record, str(self.path[-1])) if record else ""
        return f"{said[:1].lower()}{said[1:]}".rstrip(".")


_Words = tuple[str, str, str]
"""Rule, message and hint."""


def explain(refusal: Refusal, places: Places) -> Finding:
    """The finding for one value that was refused."""
    path = refusal.path
    if path and path[-1] == KEY:  # the key of an entry is at fault, not its value
        path = path[:-1]
    refused = _Refused(path, refusal.value, refusal.reason)
    rule, message, hint = _EXPLANATIONS[refusal.fault](refused)
    if rule == "missing-key" and places.find(*path) is not None:
        rule, message, hint = _empty(refused)
    at_key = rule in _AT_KEY or path != refusal.path
    place = places.key(*path) if at_key else places.at(*path)
    return places.fault(rule, message, place, hint)


_AT_KEY = frozenset({"missing-key", "empty-value"})


def _missing(refused: _Refused) -> _Words:
    return (
        "missing-key",
        f"{refused.noun} needs {refused.name}",
        f"add “{refused.path[-1]}”: {refused.meaning}",
    )


def _unknown_word(refused: _Refused) -> _Words:
    words = words_at(refused.path)
    match = closest(str(refused.value), words)
    meant = f"did you mean “{match}”? " if match else ""
    hint = f"{meant}known: {', '.join(words)}"
    return "unknown-word", f"{refused.held} is not a word for {refused.name}", hint


def _impossible_date(refused: _Refused) -> _Words:
    message = f"{refused.held} is not a day of the calendar"
    return "impossible-date", message, "write year-month-day, such as 2025-08-06"


def _date_format(refused: _Refused) -> _Words:
    message = f"{refused.held} is not written as a date"
    return "date-format", message, date_hint(str(refused.value))


def _bad_id(refused: _Refused) -> _Words:
    name = refused.path[-1]
    if name == "sha256":
        hint = "write the 64 digits and letters a–f that “sha256sum” prints"
        return "bad-value", f"{refused.held} is not a SHA-256", hint
    if name == "carried_from":
        hint = "write the id of the earlier brief, “#”, and the id of the item: 2025-08-06-talks#F3"
        return "bad-id", f"{refused.held} names no item of another brief", hint
    hint = "write letters, digits, “.”, “_” and “-”, beginning with a letter or digit"
    return "bad-id", f"{refused.held} cannot be an id", hint


def _empty(refused: _Refused) -> _Words:
    hint = f"write {refused.meaning}" if refused.meaning else "write its value, or delete it"
    return "empty-value", f"{refused.name} is empty", hint


def _expected(what: str, hint: str = "") -> Callable[[_Refused], _Words]:
    def words(refused: _Refused) -> _Words:
        return "data-type", f"{refused.name} takes {what}, not {refused.held}", hint

    return words


def _bad_value(refused: _Refused) -> _Words:
    reason = refused.reason
    if isinstance(refused.value, dict):
        return "bad-value", f"{refused.name} cannot be so: {reason}", ""
    return "bad-value", f"{refused.held} cannot stand in {refused.name}", reason


_EXPLANATIONS: dict[str, Callable[[_Refused], _Words]] = {
    "missing": _missing,
    "word": _unknown_word,
    "calendar": _impossible_date,
    "date form": _date_format,
    "pattern": _bad_id,
    "empty": _empty,
    "reason": _bad_value,
    "text": _expected("text", "put the text after the colon"),
    "date": _expected("a date", "write year-month-day, such as 2025-08-06"),
    "number": _expected("a whole number from 1", "1 is the most important"),
    "flag": _expected("yes or no", "write “true” or “false”"),
    "list": _expected("a list", "begin each item on its own line with “- ”, or write “[one, two]”"),
    "ids": _expected("ids with fields of their own", "write “id: {…}” for each"),
    "record": _expected(
        "fields of its own", "write them on the next lines, further in, or in “{…}”"
    ),
}
"""What is said of each `Refusal.fault`."""


_EXPECTED = "write year-month-day, such as 2025-08-06"
_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_NAMED = r"(\d{1,2})\.?\s+([A-Za-z]{3,})\.?,?\s+(\d{4})"
_NAMED_FIRST = r"([A-Za-z]{3,})\.?\s+(\d{1,2}),?\s+(\d{4})"
_DOTTED = r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})\.?"
_YEAR_FIRST = r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?"
_PACKED = r"(\d{4})(\d{2})(\d{2})"


def date_hint(text: str) -> str:
    """How to write a date, with the day itself where the text leaves no doubt which it is.

    ``06/08/2025`` is the sixth of August to some and the eighth of June to others: nothing is
    guessed of it.
    """
    day = _read(text.strip())
    return f"write {day}" if day else _EXPECTED


def _read(text: str) -> dt.date | None:
    if match := re.fullmatch(_NAMED, text):
        return _date(match[3], _month(match[2]), match[1])
    if match := re.fullmatch(_NAMED_FIRST, text):
        return _date(match[3], _month(match[1]), match[2])
    if match := re.fullmatch(_DOTTED, text):
        return _date(match[3], match[2], match[1])
    if match := re.fullmatch(_YEAR_FIRST, text) or re.fullmatch(_PACKED, text):
        return _date(match[1], match[2], match[3])
    return None


def _month(name: str) -> int:
    matches = [number for number, month in enumerate(_MONTHS, 1) if month.startswith(name.lower())]
    return matches[0] if len(matches) == 1 else 0


def _date(year: str, month: str | int, day: str) -> dt.date | None:
    try:
        return dt.date(int(year), int(month), int(day))
    except ValueError:
        return None
