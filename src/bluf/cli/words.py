"""Option values that are words of a closed list."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, TypeVar

from octavo.suggest import UnknownNameError

if TYPE_CHECKING:
    from enum import StrEnum

    Word = TypeVar("Word", bound=StrEnum)


def word(text: str, known: type[Word], kind: str) -> Word:
    """The word of a closed list that a person typed; “-” and “_” may stand for a blank.

    Raises:
        UnknownNameError: There is none; ``kind`` says what was asked for.
    """
    folded = {_fold(each): each for each in known}
    if _fold(text) in folded:
        return folded[_fold(text)]
    raise UnknownNameError(kind, text.strip(), [str(each) for each in known])


def words(text: str | None, known: type[Word], kind: str) -> frozenset[Word]:
    """The words that a person typed, by commas; none where nothing was typed.

    Raises:
        UnknownNameError: One of them is not on the list.
    """
    return frozenset(word(each, known, kind) for each in (text or "").split(",") if each.strip())


def today() -> dt.date:
    """This day, where the command runs."""
    return dt.datetime.now().astimezone().date()


def _fold(text: str) -> str:
    return text.strip().casefold().replace("-", " ").replace("_", " ")
