"""A Word file as it was laid out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from octavo.ooxml import Package
    from octavo.pages import Change, Layout


class LaidOut(Struct, frozen=True):
    """A Word file, how it is laid out, and what was changed to make it so."""

    package: Package
    layout: Layout
    changes: tuple[Change, ...] = ()
