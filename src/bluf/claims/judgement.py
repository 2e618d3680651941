"""A claim with its verdict, and the finding where it is not borne out."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct

from bluf.model import Claim, ClaimKind, Verdict
from bluf.rules import finding
from octavo.finding import Finding
from octavo.shortening import quoted

if TYPE_CHECKING:
    from bluf.claims.passages import ClaimContext, SourceSpan
    from bluf.claims.texts import Path
    from octavo.location import Location


class Basis(Struct, frozen=True):
    """What bears a claim out, or speaks against it.

    Attributes:
        span: The piece of a source.
        offset: Where in the piece.
        words: What stands there, or how it is reckoned: ``4 requests``.
    """

    span: SourceSpan | None = None
    offset: int = 0
    words: str = ""

    @property
    def place(self) -> Location | None:
        """Where it stands in the source."""
        return self.span.place(self.offset) if self.span else None

    @property
    def source(self) -> str:
        """Id of the source."""
        return self.span.key if self.span else ""


class ClaimFault(NamedTuple):
    """What is wrong: the rule, the message, the remedy."""

    rule: str
    message: str
    hint: str


class Judgement(Struct, frozen=True):
    """A claim, and what is wrong with it."""

    claim: Claim
    fault: ClaimFault | None = None

    def finding(self, desk: ClaimContext) -> Finding | None:
        """The finding at the claim's place, with the place in the source."""
        if self.fault is None:
            return None
        rule, message, hint = self.fault
        place = self.claim.location
        notes = (f"in the source: {self.claim.place}",) if self.claim.place else ()
        return finding(rule, message, place, hint, desk.excerpt(place), notes)


class ClaimSubject(Struct, frozen=True):
    """What is claimed, and where: the value of the record, and the words in it."""

    desk: ClaimContext
    kind: ClaimKind
    path: Path
    words: str

    def borne_out(self, basis: Basis) -> Judgement:
        """The claim is true of its sources."""
        return self._judged(Verdict.BORNE_OUT, basis)

    def contradicted(self, rule: str, message: str, hint: str, basis: Basis = Basis()) -> Judgement:
        """The sources say something else."""
        return self._judged(Verdict.CONTRADICTED, basis, ClaimFault(rule, message, hint))

    def not_found(self, rule: str, message: str, hint: str, basis: Basis = Basis()) -> Judgement:
        """The sources do not say so."""
        return self._judged(Verdict.NOT_FOUND, basis, ClaimFault(rule, message, hint))

    def misspelt(self, name: str, nearest: str, hint: str) -> Judgement:
        """A name is in no source, but one is that it may be a slip for."""
        message = f"{quoted(name)} is in no source; {quoted(nearest)} does"
        return self.contradicted("name-misspelt", message, hint, Basis(words=nearest))

    def undecided(self, *fault: str) -> Judgement:
        """It cannot be told; the rule, message and remedy are given where that is a finding."""
        return self._judged(Verdict.UNDECIDED, Basis(), ClaimFault(*fault) if fault else None)

    def own(self, basis: str) -> Judgement:
        """The desk knows it by itself."""
        return self._judged(Verdict.OWN, Basis(words=basis))

    def _judged(self, verdict: Verdict, basis: Basis, fault: ClaimFault | None = None) -> Judgement:
        where = self.desk.where(self.path, self.words)
        found = (basis.source, basis.place, basis.words)
        return Judgement(Claim(self.kind, self.path, self.words, verdict, where, *found), fault)
