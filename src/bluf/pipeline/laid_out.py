"""A Word file as it was laid out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from octavo.pages import Change, Galley, Layout


class LaidOut(Struct, frozen=True):
    """A Word file, how it is laid out, and what was changed to make it so."""

    galley: Galley
    layout: Layout
    changes: tuple[Change, ...] = ()
