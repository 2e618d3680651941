"""Any draft held against any sources: what it quotes, looked up word for word. No brief needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from octavo.door import door

if TYPE_CHECKING:
    from bluf.verification.claims import CheckedClaim, check_claims
    from bluf.verification.draft import DraftQuotation, DraftText, QuotedAs, draft_of, read_draft
    from bluf.verification.report import findings_of, lines, mapping, summary
    from bluf.verification.shelf import SourceSet, read_shelf
    from bluf.verification.suggestion import Suggestion, suggest_quotations
    from bluf.verification.verifying import Checked, MatchVerdict, Verification, verify_quotations
else:  # a checker knows the names above, and refuses others
    __getattr__, __dir__ = door(__name__)
