"""When a follow-up is owed: a date, a wording, or both with bounds."""

from __future__ import annotations

import datetime as dt
import re

from bluf.model.record import Record

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
