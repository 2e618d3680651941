"""The subject of the rules about templates: what a compiled template asks of the data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from msgspec import Struct

import octavo
from bluf.rules import finding
from bluf.views import Field, FieldKind, fields
from octavo.expressions import Use
from octavo.finding import Finding
from octavo.location import FileLocation, Location

if TYPE_CHECKING:
    from octavo import Template


EXTRA = "brief.extra."
"""Where the fields of one's own stand, whatever they are called."""
_BRIEF = "brief"
"""What every template of a brief asks for; labels, those of the register ask for too."""
_OWN = "A field of one's own, as the record names it."


class TemplateUse(Struct, frozen=True):
    """What a template asks of the data.

    Attributes:
        path: The template, as the caller named it.
        asks: Each name it asks for, with the place of the tag.
        known: The names there are; none for a template of something else than a brief, whose
            names are held against the data when it is filled.
        printed: Of these the ones it prints as they are.
        warnings: What its engine found, though it can be filled in.
    """

    groups: ClassVar[tuple[str, ...]] = ("template",)

    path: str
    asks: tuple[tuple[str, Location], ...]
    known: Mapping[str, Field]
    printed: tuple[tuple[str, Location], ...] = ()
    warnings: tuple[Finding, ...] = ()


def read_template(path: Path, compiled: Template | None = None) -> TemplateUse:
    """What a Word or Markdown template asks of the view of a brief; ``compiled`` if it was before.

    Raises:
        FindingsError: It is no template, not a safe one, or one with faults; names all of them.
        OSError: A Word template cannot be read.
    """
    template = compiled or octavo.compile_template(path)
    found = template.fields
    asked = tuple((one.path, one.location) for one in found)
    printed = tuple((one.path, one.location) for one in found if one.use is Use.PRINT)
    return TemplateUse(path.as_posix(), asked, _known(asked), printed, template.warnings)


def without_tags(path: str, asked: Iterable[str]) -> Iterator[Finding]:
    """The fault of a template that prints nothing of its data: filled, it stays an empty form."""
    if not {name.partition(".")[0] for name in asked} - {"labels", "letterhead"}:
        message = "no tag of the template prints a brief"
        hint = "write tags such as “{{ brief.title }}”; “bluf template fields” lists them all"
        yield finding("brief-not-printed", message, FileLocation(path), hint)


def _known(asked: tuple[tuple[str, Location], ...]) -> Mapping[str, Field]:
    """The names of a brief; none for a template that asks for nothing a brief has.

    In such a template ``brief`` is the whole of a record, as in ``bluf render``.
    """
    own = {name: Field(name, FieldKind.OWN, _OWN) for name, _ in asked if name.startswith(EXTRA)}
    known = fields() | own
    others = {name.partition(".")[0].removesuffix("[]") for name, _ in asked} - known.keys()
    of_brief = any(name in known and name.startswith(_BRIEF) for name, _ in asked)
    return {} if others and not of_brief else known
