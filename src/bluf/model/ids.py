"""What an id may be: letters and digits of any script, “.”, “_” and “-”, as part of a file's name.

The patterns hold in Python and in the editors that read the schema (ECMA-262), which know no common
word for “letter”: so they name what is no part of an id, the punctuation and controls of Unicode.
"""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

_NEVER = (
    r"\x00-,/:-@\[-^`\{-\xbf\u061c\u1680\u2000-\u206f\u3000-\u303f\ud800-\udfff\ufeff\ufff0-\uffff"
)
_FIRST, _REST = rf"[^{_NEVER}._-]", rf"[^{_NEVER}]*"
_ID = _FIRST + _REST
_DEVICE = r"([Cc][Oo][Nn]|[Pp][Rr][Nn]|[Aa][Uu][Xx]|[Nn][Uu][Ll]|([Cc][Oo][Mm]|[Ll][Pp][Tt])[0-9])"
_BRIEF = rf"(?!{_DEVICE}(\.|$|#)){_FIRST}({_REST}[^{_NEVER}.])?"
"""The id of a brief names its folder and its outputs: no device of Windows, no full stop last."""

Id = Annotated[str, Meta(pattern=rf"^{_ID}$")]
BriefId = Annotated[str, Meta(pattern=rf"^{_BRIEF}$")]
ItemRef = Annotated[str, Meta(pattern=rf"^({_ID}#)?{_ID}$")]
"""An id of this brief (``R1``), or of another one (``2025-08-06-serbia-us#R1``)."""
ForeignRef = Annotated[str, Meta(pattern=rf"^{_ID}#{_ID}$")]
"""An item of another brief: ``2025-08-06-serbia-us#F3``."""
