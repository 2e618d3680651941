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


_NEVER = (
    r"\x00-,/:-@\[-^`\{-\xbf\u061c\u1680\u2000-\u206f\u3000-\u303f\ud800-\udfff\ufeff\ufff0-\uffff"
)
_ID = rf"(?![._-])[^{_NEVER}]+"
_DEVICE = r"([Cc][Oo][Nn]|[Pp][Rr][Nn]|[Aa][Uu][Xx]|[Nn][Uu][Ll]|([Cc][Oo][Mm]|[Ll][Pp][Tt])[0-9])"
_BRIEF = rf"(?!{_DEVICE}(\.|$))(?!.*\.$){_ID}"
"""The id of a brief names its folder and its outputs: no device of Windows, no full stop last."""

Id = Annotated[str, Meta(pattern=rf"^{_ID}$")]
BriefId = Annotated[str, Meta(pattern=rf"^{_BRIEF}$")]
ItemRef = Annotated[str, Meta(pattern=rf"^({_ID}(#(?!$)|$)){{1,2}}$")]
"""An id of this brief (``R1``), or of another one (``2025-08-06-serbia-us#R1``)."""
ForeignRef = Annotated[str, Meta(pattern=rf"^({_ID}(#(?!$)|$)){{2}}$")]
"""An item of another brief: ``2025-08-06-serbia-us#F3``."""
