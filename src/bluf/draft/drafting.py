"""From sources to a draft: read each, offer what belongs on the page, say it once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from bluf.draft.candidate import Candidate
from bluf.draft.joining import joined
from bluf.draft.record import FIRM, DeskInput, DraftedRecord, record_of
from bluf.draft.source import SourceAccount, account_of
from bluf.languages import forget_long_texts
from bluf.model import SourceKind

if TYPE_CHECKING:
    from bluf.evidence import SourceText

ITEMS = 10
"""So many of the weightiest candidates become items; a page holds no more."""
FEWEST = 4
"""A brief with fewer items says too little."""


class Draft(Struct, frozen=True):
    """What sources offer.

    Attributes:
        accounts: What each source says.
        candidates: What belongs on the page, the weightiest first, each matter once.
    """

    accounts: tuple[SourceAccount, ...]
    candidates: tuple[Candidate, ...]

    @property
    def most(self) -> int:
        """How many of the weightiest become items: of minutes, talk only fills up to `FEWEST`."""
        most = ITEMS
        if self.accounts[0].kind is SourceKind.MINUTES:
            firm = sum(each.weight >= FIRM for each in self.candidates)
            most = min(ITEMS, max(FEWEST, firm))
        return min(most, len(self.candidates))

    def record(self, desk: DeskInput, chosen: Sequence[Candidate] | None = None) -> DraftedRecord:
        """The brief that the chosen candidates make up; the weightiest where none are."""
        kept = self.candidates[: self.most] if chosen is None else chosen
        return record_of(self.accounts, kept, desk)

    def place(self, candidate: Candidate) -> str:
        """Where the first evidence of a candidate stands."""
        quoted = candidate.evidence[0]
        account = next(each for each in self.accounts if each.id == quoted.source)
        return str(account.text.place(quoted.start))


def draft(
    sources: Mapping[str, SourceText],
    language: str | None = None,
    languages: Mapping[str, str] | None = None,
) -> Draft:
    """What sources offer, by the id of each in the brief, the main account first.

    A language that is not given, for all or for each, is looked for.

    Raises:
        UnreadLanguageError: One is in no language that a draft can be made from.
    """
    tags = languages or {}
    accounts = tuple(
        account_of(text, name, tags.get(name, language)) for name, text in sources.items()
    )
    candidates = joined(accounts)
    forget_long_texts()
    return Draft(accounts, candidates)
