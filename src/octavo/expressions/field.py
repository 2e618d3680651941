"""What a template asks for, and what filling it gives."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from octavo.expressions.names import Use
    from octavo.finding import Finding
    from octavo.location import Location


class Field(Struct, frozen=True):
    """A name that a template asks for.

    Attributes:
        path: The name from the root of the data: ``brief.requests[].ask``.
        use: What the template does with it.
        location: Where.
        source: The tag.
    """

    path: str
    use: Use
    location: Location
    source: str


class Filled(Struct, frozen=True):
    """A filled template.

    Attributes:
        content: The file.
        notes: What is to be said about it, such as names that were missing and may be.
    """

    content: bytes
    notes: tuple[Finding, ...]
