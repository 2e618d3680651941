"""Which source a draft names beside a quotation: by a bracket, or by a numbered note."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_NOTE = re.compile(
    r"^[ \t]*(?:\[\^?(?P<label>[\w.-]{1,40})\][:.]?|(?P<number>\d{1,3})[.)]?)[ \t]+(?P<text>\S.*)$",
    re.MULTILINE,
)
"""A line of a list of notes or references: ``[1] Release of …``, ``3. state.pdf, p. 2``."""
_SHORTEST = 3


def notes_of(text: str) -> Mapping[str, str]:
    """What each numbered note of a draft says; the last one of a number counts."""
    return {match["label"] or match["number"]: match["text"] for match in _NOTE.finditer(text)}


def named_source(reference: str, notes: Mapping[str, str], names: Iterable[str]) -> str | None:
    """The source that a bracket or the note it leads to names by its file; None where none is.

    ``(mfa-release)``, ``[mfa release.pdf, p. 2]`` and a note that says so all name
    ``sources/mfa-release.pdf``. Two names in one bracket name none.
    """
    said = _folded(f"{reference} {notes.get(reference.strip().removeprefix('^'), '')}")
    found = {name for name in names if _names(said, name)}
    return found.pop() if len(found) == 1 else None


def _names(said: str, name: str) -> bool:
    stem = _folded(PurePath(name).stem)
    return len(stem) >= _SHORTEST and f" {stem} " in f" {said} "


def _folded(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold().replace("_", " ")))
