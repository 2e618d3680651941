"""The subject of the rules about templates: what a compiled template asks of the data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from bluf.views import fields

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bluf.expressions import Ask
    from bluf.location import Location
    from bluf.views import Field


class CompiledTemplate(Protocol):
    """What the programs of the Word and the Markdown engine have in common."""

    @property
    def path(self) -> str:
        """The template, as the caller named it."""

    @property
    def asks(self) -> Sequence[Ask]:
        """What the template asks of the data, in order."""

    def location(self, mark: int) -> Location:
        """Where a tag stands."""


@dataclass(frozen=True, slots=True)
class TemplateUse:
    """What a template asks of the data, each name with its place, and the names there are."""

    path: str
    asks: tuple[tuple[str, Location], ...]
    known: Mapping[str, Field]


def template_use(program: CompiledTemplate) -> TemplateUse:
    """What a compiled template asks of the view of a brief."""
    asks = tuple((ask.path, program.location(ask.mark)) for ask in program.asks)
    return TemplateUse(program.path, asks, fields())
