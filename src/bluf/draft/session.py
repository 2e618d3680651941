"""One candidate after the other: what a person decided so far, and what comes next."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct

from bluf.draft.candidate import Candidate, CandidateKind

if TYPE_CHECKING:
    from bluf.draft.drafting import Draft

_AROUND = 160
"""So many characters of the source are shown before a quotation and behind it."""


class Choice(Struct, frozen=True):
    """What was decided of one candidate: as what it is kept, or that it is not; and its words."""

    quote: str
    keep: CandidateKind | None
    statement: str


class Session(Struct, frozen=True):
    """The decisions so far, in the order in which they were made."""

    decisions: tuple[Choice, ...] = ()

    def next_of(self, draft: Draft) -> Candidate | None:
        """The first candidate that nothing was decided of; None at the end."""
        decided = {decision.quote for decision in self.decisions}
        return next((c for c in draft.candidates if c.evidence[0].quote not in decided), None)

    def decided(
        self, candidate: Candidate, keep: CandidateKind | None, statement: str = ""
    ) -> Session:
        """The session with one more decision."""
        decision = Choice(candidate.evidence[0].quote, keep, statement or candidate.statement)
        return Session((*self.decisions, decision))

    def undone(self) -> Session:
        """The session without its last decision."""
        return Session(self.decisions[:-1])

    def kept(self, draft: Draft) -> tuple[Candidate, ...]:
        """The candidates that are kept, the weightiest first, as they were decided."""
        decisions = {decision.quote: decision for decision in self.decisions}
        decided = ((each, decisions.get(each.evidence[0].quote)) for each in draft.candidates)
        return tuple(
            each.kept_as(choice.keep, choice.statement, each.strength, looked=True)
            for each, choice in decided
            if choice and choice.keep
        )

    def as_text(self) -> str:
        """The session as a file holds it."""
        return msgspec.json.format(msgspec.json.encode(self)).decode() + "\n"


def session_from(text: str) -> Session:
    """The session that a file holds.

    Raises:
        msgspec.MsgspecError: It holds none.
    """
    return msgspec.json.decode(text, type=Session)


def context_of(candidate: Candidate, draft: Draft) -> tuple[str, str, str]:
    """What stands before a quotation, the quotation, and what stands behind it."""
    quoted = candidate.evidence[0]
    text = next(each for each in draft.accounts if each.id == quoted.source).text.text
    start = max(quoted.start, text.find(quoted.quote.split(maxsplit=1)[0], quoted.start))
    end = start + len(quoted.quote)
    before = " ".join(text[max(0, start - _AROUND) : start].split())
    behind = " ".join(text[end : end + _AROUND].split())
    return before, quoted.quote, behind
