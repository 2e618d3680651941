"""The name a person probably meant."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

_CUTOFF = 0.6
_MOST_LISTED = 12
_MOST_COMPARED = 1_000
"""Names that are looked at: to compare one takes long."""


class UnknownNameError(ValueError):
    """A person named something that is not there; ``kind`` says what: ``rule``, ``executor``."""

    def __init__(self, kind: str, name: str, known: Iterable[str]) -> None:
        self.kind, self.name, self.known = kind, name, tuple(known)
        hint = did_you_mean(name, self.known)
        super().__init__(f"there is no {kind} “{name}”" + (f": {hint}" if hint else ""))

    def __reduce__(self) -> tuple[type[UnknownNameError], tuple[str, str, tuple[str, ...]]]:
        """Travel whole from a worker process to its parent."""
        return UnknownNameError, (self.kind, self.name, self.known)


def closest(name: str, known: Iterable[str]) -> str | None:
    """The known name most like ``name``, or None where none is much like it.

    A difference of case or of ``-``, ``_`` and blank alone always counts as alike, and letters in
    another order are the likeliest slip.
    """
    folded = {_fold(candidate): candidate for candidate in sorted(known, reverse=True)}
    wanted = _fold(name)
    swapped = [one for one in folded if one != wanted and sorted(one) == sorted(wanted)]
    known_so = [wanted] if wanted in folded else swapped
    from difflib import get_close_matches  # only where somebody has slipped

    matches = known_so or get_close_matches(wanted, folded, n=1, cutoff=_CUTOFF)
    return folded[matches[0]] if matches else None


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """A hint for an unknown name: the closest one, else the list of those there are."""
    names = sorted(set(islice(known, _MOST_COMPARED)))
    match = closest(name, names)
    if match is not None:
        return f"did you mean “{match}”?"
    if not names:
        return ""
    more = ", …" if len(names) > _MOST_LISTED else ""
    return f"known: {', '.join(names[:_MOST_LISTED])}{more}"


def _fold(name: str) -> str:
    return name.casefold().replace("-", "_").replace(" ", "_")
