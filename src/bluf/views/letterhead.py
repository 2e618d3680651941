"""The head of the first page: whose paper it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from octavo.word import Picture


class Letterhead(Struct, frozen=True):
    """A name and a logo; either may be missing."""

    name: str = ""
    logo: Picture | None = None


NO_LETTERHEAD = Letterhead()
