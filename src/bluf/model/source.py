"""Documents, what is quoted from them, days that they give, and when something is owed."""

from __future__ import annotations

import datetime as dt
import re
from typing import Annotated

from msgspec import Meta

from bluf.model.record import Id, Record, Text
from bluf.model.words import Response, SourceKind, Strength

_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}\Z")


class Due(Record, frozen=True):
    """When something is owed. A wording never turns into a date; bounds stand beside it."""

    wording: str | None = None
    """The words of the source, such as “later this year”; printed as they are."""
    translation: str | None = None
    """The wording in the brief's language, where the source speaks another."""
    date: dt.date | None = None
    """The very day, where one was named."""
    earliest: dt.date | None = None
    """The first day the wording can mean."""
    latest: dt.date | None = None
    """The last day the wording can mean; after it an open follow-up is overdue."""
    after: str | None = None
    """What has to come first, such as “ratification” or the id of another follow-up."""
    source: str | None = None
    """Id of the source that gives the wording."""

    def __post_init__(self) -> None:
        """Refuse a due date that says nothing, or ends before it begins.

        Raises:
            ValueError: It does.
        """
        if all(getattr(self, name) is None for name in self.__struct_fields__):
            message = "a due date needs a wording, a date, or bounds"
            raise ValueError(message)
        if self.earliest and self.latest and self.earliest > self.latest:
            message = f"earliest ({self.earliest}) lies after latest ({self.latest})"
            raise ValueError(message)

    @classmethod
    def in_short(cls, value: object) -> str | None:
        """Read ``2025-12-31`` as a date and any other text as a wording."""
        if not isinstance(value, str):
            return None
        return "date" if _ISO_DATE.match(value.strip()) else "wording"

    @property
    def last_day(self) -> dt.date | None:
        """The day after which this is overdue, or None where no day is known."""
        return self.date or self.latest


WebAddress = Annotated[
    str, Meta(pattern=r"^https?://", extra={"reason": "an address starts with https:// or http://"})
]


class Source(Record, frozen=True, kw_only=True):
    """A document that quotations stand in."""

    title: Text
    """Title of the document."""
    translation: str | None = None
    """The title in the brief's language, where the document has another."""
    publisher: Text
    """Who published it."""
    party: Id | None = None
    """Id of the party whose account it is; left out for a third side."""
    kind: SourceKind = SourceKind.RELEASE
    """What sort of document it is."""
    language: Id = "en"
    """Language of the text, as a BCP 47 tag."""
    date: dt.date | None = None
    """Day of publication."""
    url: WebAddress | None = None
    """Address of the document."""
    retrieved: dt.date | None = None
    """Day on which it was retrieved."""
    sha256: Annotated[str, Meta(pattern=r"^[0-9a-f]{64}$")] | None = None
    """SHA-256 of the file, so that a later change is noticed."""
    translator: str | None = None
    """Who translated what is quoted from it, where a quotation does not say."""
    file: Text
    """The text itself, as a path beside the data file."""
    encoding: Text | None = None
    """What the characters of a text file are written in, where it is not UTF-8: “cp1250”."""
    marking: str | None = None
    """Handling label of this source alone, where it differs from the brief’s."""


class Seen(Record, frozen=True, kw_only=True):
    """Who looked at a passage that bluf could not decide on, and when."""

    name: Text
    """Who looked at it."""
    date: dt.date
    """Day on which he or she did."""


class Evidence(Record, frozen=True, kw_only=True):
    """A quotation and the source it stands in, word for word."""

    source: Id
    """Id of the source."""
    quote: Text
    """The words, exactly as they stand there; “…” or “[…]” marks a part left out."""
    strength: Strength | None = None
    """How firm this source says the outcome is; for evidence of an outcome only."""
    response: Response | None = None
    """What this source says was answered; for evidence of a request only."""
    due: Text | None = None
    """When this source says it is due, in its own words, such as “very soon”."""
    due_translation: str | None = None
    """That wording in the brief's language, where the source speaks another."""
    translation: str | None = None
    """The words in the brief's language, where the source speaks another."""
    translator: str | None = None
    """Who translated them."""
    seen_by: Seen | None = None
    """Who saw the words in the source, where bluf cannot tell whether a reader sees them."""
    marking: str | None = None
    """Handling label of this quotation alone, where it differs from its item’s."""


class SourcedDate(Record, frozen=True, kw_only=True):
    """A day, and the source that gives it."""

    value: dt.date
    """The day."""
    source: Id | None = None
    """Id of the source that gives it."""

    @classmethod
    def in_short(cls, value: object) -> str | None:
        """Read a bare day."""
        return None if isinstance(value, dict) else "value"
