"""Who reads a version of a brief: what they may see, and in which language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from bluf.markings import Clearance


class Audience(Struct, frozen=True):
    """An audience, as the settings name it.

    Attributes:
        name: Its name; no output tells it.
        clearance: What it may see.
        language: Language of the labels; that of the brief where it is empty.
    """

    name: str
    clearance: Clearance
    language: str = ""
