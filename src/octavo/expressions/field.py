"""What a template asks for, with its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from octavo.expressions.names import Use
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
