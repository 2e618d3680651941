"""What every part of a brief's record has in common."""

from __future__ import annotations

from msgspec import Struct


class Record(
    Struct,
    frozen=True,
    kw_only=True,
    dict=True,
    forbid_unknown_fields=True,
    omit_defaults=True,
    rename={"from_": "from"},
):
    """A frozen piece of the record. `bluf.data` checks what it is made from, all faults at once."""

    @property
    def said(self) -> frozenset[str]:
        """Names of the fields that somebody wrote; it has no part in whether two records agree."""
        return frozenset(self.__dict__.get("said", ()))

    @classmethod
    def in_short(cls, value: object) -> str | None:
        """The field that is meant where a value stands for the whole record; None where none is."""
        del value
        return None
