"""The marking that several markings come to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bluf.markings import schemes

if TYPE_CHECKING:
    from collections.abc import Iterable


def together(labels: Iterable[str]) -> tuple[str, ...]:
    """The banner of labels that one scheme reads; else each of them, in order."""
    said = sorted(set(labels) - {""})
    banner = schemes().banner(said) if len(said) > 1 else None
    return (banner,) if banner else tuple(said)
