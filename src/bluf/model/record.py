"""What every part of a brief's record has in common."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta, Struct

Text = Annotated[str, Meta(min_length=1)]
"""A text that says something."""


class Record(
    Struct,
    frozen=True,
    kw_only=True,
    forbid_unknown_fields=True,
    omit_defaults=True,
    rename={"from_": "from"},
):
    """A frozen piece of the record. `bluf.data` checks what it is made from, all faults at once."""

    @classmethod
    def in_short(cls, value: object) -> str | None:
        """The field that is meant where a value stands for the whole record; None where none is."""
        del value
        return None
