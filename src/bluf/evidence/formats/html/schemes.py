"""A page with dark colours besides its light ones: what only one of the two shows is in doubt."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from msgspec.structs import replace

from bluf.evidence.gathering import Piece

if TYPE_CHECKING:
    from collections.abc import Sequence


def in_both(light: Sequence[Piece], dark: Sequence[Piece]) -> list[Piece]:
    """The pieces of the light page, with what the dark one has otherwise."""
    shown, other = ([piece.text for piece in pieces] for pieces in (light, dark))
    if shown == other:
        return [_with_both(*pair) for pair in zip(light, dark, strict=True)]
    found: list[Piece] = []
    for kind, first, end, low, high in SequenceMatcher(
        None, shown, other, autojunk=False
    ).get_opcodes():
        here, there = light[first:end], dark[low:high]
        if kind == "equal":
            found += (_with_both(*pair) for pair in zip(here, there, strict=True))
            continue
        found += (_doubted(piece, "it is not shown in dark colours") for piece in here)
        if any(piece.text.strip() for piece in there):
            found.append(
                Piece("\u200b", there[0].place, ("other words are shown in dark colours",))
            )
    return found


def _with_both(light: Piece, dark: Piece) -> Piece:
    return _doubted(light, *(each for each in dark.doubts if each not in light.doubts))


def _doubted(piece: Piece, *causes: str) -> Piece:
    return replace(piece, doubts=(*piece.doubts, *causes)) if causes else piece
