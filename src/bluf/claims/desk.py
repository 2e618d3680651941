"""All that a claim is held to: the brief, its sources, its names and its sides."""

from __future__ import annotations

from functools import cached_property

from bluf.claims.passages import ClaimContext
from bluf.claims.register import NameRegister
from bluf.claims.sides import BriefSides


class Desk(ClaimContext, frozen=True, dict=True):
    """A brief and its sources, with where both name somebody or something."""

    @cached_property
    def names(self) -> NameRegister:
        """The names that the record and the sources hold."""
        return NameRegister(self)

    @cached_property
    def sides(self) -> BriefSides:
        """The sides of the brief."""
        return BriefSides(self)
