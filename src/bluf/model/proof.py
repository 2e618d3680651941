"""What was proven of a brief: where quotations stand, and where accounts differ."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct

from bluf.model.words import Response, Strength

if TYPE_CHECKING:
    from octavo.location import Location


class ClaimKind(StrEnum):
    """What a claim is about."""

    STRENGTH = "strength"
    ANSWER = "answer"
    NAME = "name"
    FIGURE = "figure"
    DATE = "date"
    PLACE = "place"
    DUE = "due"
    WORDS = "words"
    OFFICE = "office"
    SIDE = "side"
    STATE = "state"
    SPEAKER = "speaker"
    SENSE = "sense"


class Verdict(StrEnum):
    """What became of a claim.

    What *cannot be told* is neither found nor refuted: a name in another script, a language whose
    words are not known. The *desk's own* has a basis that no source has to bear out.
    """

    BORNE_OUT = "borne out"
    CONTRADICTED = "contradicted"
    NOT_FOUND = "not found"
    UNDECIDED = "cannot be told"
    OWN = "the desk's own"


class Claim(Struct, frozen=True):
    """One claim.

    Attributes:
        kind: What it is about.
        path: Its value in the record, such as ``("outcomes", 0, "statement")``.
        words: The claim as the brief puts it: ``400 million``, ``agreed``.
        verdict: What became of it.
        location: Where its words stand in the data file.
        source: Id of the source that decides it; empty where none does.
        place: Where that source says so.
        found: What stands there instead, or what bears it out otherwise: ``4 requests``.
    """

    kind: ClaimKind
    path: tuple[str | int, ...]
    words: str
    verdict: Verdict
    location: Location
    source: str = ""
    place: Location | None = None
    found: str = ""


class Ledger(Struct, frozen=True):
    """Every claim of a brief, in the order of the record."""

    claims: tuple[Claim, ...] = ()

    def count(self, *verdicts: Verdict) -> int:
        """How many claims came to one of these verdicts."""
        return sum(claim.verdict in verdicts for claim in self.claims)

    @property
    def held(self) -> int:
        """How many claims had to be held to a source: all but the desk's own."""
        return len(self.claims) - self.count(Verdict.OWN)


class Account(Struct, frozen=True):
    """What one source says of an item, in its own words."""

    source: str
    party: str | None
    quote: str
    strength: Strength | None = None
    response: Response | None = None
    due: str | None = None
    due_translation: str = ""
    """That wording in the language of the brief, where the source speaks another."""
    translation: str = ""
    """The words in the language of the brief, where the source speaks another."""
    deciding: tuple[str, ...] = ()
    """The pieces of the words, or of their translation, that make the difference."""


class Difference(Struct, frozen=True):
    """One item that the sides put differently.

    ``item`` is the id of a request, outcome or follow-up; ``subject`` its statement.
    """

    item: str
    subject: str
    accounts: tuple[Account, ...]


class Proof(Struct, frozen=True):
    """What the sources bear out of one brief.

    Attributes:
        places: Where each quotation stands in its source, by its path in the record, such as
            ``("outcomes", 0, "evidence", 1, "quote")``. A quotation that is not there has none.
        differences: Items that the sides put differently.
        single_sided: Ids of the items that only one side reports.
        quotations: How many quotations the record holds.
        ledger: What the brief says beside its quotations, and what bears it out.
    """

    places: dict[tuple[str | int, ...], Location]
    differences: tuple[Difference, ...] = ()
    single_sided: frozenset[str] = frozenset()
    quotations: int = 0
    ledger: Ledger = Ledger()

    @property
    def verified(self) -> int:
        """How many quotations stand in their source, word for word."""
        return len(self.places)
