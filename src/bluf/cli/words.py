"""Option values that are words of a closed list, or days."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, TypeVar

import typer

from bluf.suggest import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Sequence
    from enum import StrEnum

    Word = TypeVar("Word", bound=StrEnum)

ISO = ("%Y-%m-%d",)
"""How a day is typed."""


def word(text: str, known: type[Word], option: str) -> Word:
    """The word of a closed list that a person typed; “_” and “-” stand for a blank.

    Raises:
        typer.BadParameter: There is none; says which one was probably meant.
    """
    typed = text.strip().casefold().replace("_", " ")
    for each in known:
        if typed in {each.value, each.value.replace(" ", "-"), each.value.replace("-", " ")}:
            return each
    message = f"“{text}” is not known: {did_you_mean(text, [each.value for each in known])}"
    raise typer.BadParameter(message, param_hint=option)


def names(text: str, known: Sequence[str], option: str) -> list[str]:
    """Names by commas, each of a list.

    Raises:
        typer.BadParameter: One is not on it; says which one was probably meant.
    """
    typed = [name.strip() for name in text.split(",") if name.strip()]
    for name in typed:
        if name not in known:
            message = f"“{name}” is not known: {did_you_mean(name, known)}"
            raise typer.BadParameter(message, param_hint=option)
    return typed


def day(moment: dt.datetime | None) -> dt.date | None:
    """The day of what typer read, or None where nothing was given."""
    return moment.date() if moment else None


def today() -> dt.date:
    """This day, where the command runs."""
    return dt.datetime.now().astimezone().date()
