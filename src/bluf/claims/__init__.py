"""Claims: what a brief says beside its quotations, held to the same sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from octavo.door import door

if TYPE_CHECKING:
    from bluf.claims.gazetteer import countries_in
    from bluf.claims.holding import hold, proven, retold
    from bluf.claims.suppressed import held_back

if not TYPE_CHECKING:  # a checker knows the names above, and refuses others
    __getattr__, __dir__ = door(__name__)
