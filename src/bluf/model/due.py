"""When a follow-up is owed: a date, a wording, or both with bounds."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

from pydantic import model_validator

from bluf.model.day import Day
from bluf.model.record import Record

_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}\Z")


class Due(Record):
    """When something is owed. A wording never turns into a date; bounds stand beside it."""

    wording: str | None = None
    """The words of the source, such as “later this year”; printed as they are."""
    date: Day | None = None
    """The very day, where one was named."""
    earliest: Day | None = None
    """The first day the wording can mean."""
    latest: Day | None = None
    """The last day the wording can mean; after it an open follow-up is overdue."""
    after: str | None = None
    """What has to come first, such as “ratification” or the id of another follow-up."""
    source: str | None = None
    """Id of the source that gives the wording."""

    @model_validator(mode="before")
    @classmethod
    def _from_scalar(cls, value: Any) -> Any:  # noqa: ANN401 - whatever the data file holds
        """Read ``2025-12-31`` as a date and any other text as a wording."""
        if isinstance(value, dt.date):
            return {"date": value}
        if isinstance(value, str):
            return {"date" if _ISO_DATE.match(value.strip()) else "wording": value}
        return value

    @model_validator(mode="after")
    def _in_order(self) -> Due:
        if self == Due.model_construct():
            message = "a due date needs a wording, a date, or bounds"
            raise ValueError(message)
        if self.earliest and self.latest and self.earliest > self.latest:
            message = f"earliest ({self.earliest}) lies after latest ({self.latest})"
            raise ValueError(message)
        return self

    @property
    def last_day(self) -> dt.date | None:
        """The day after which this is overdue, or None where no day is known."""
        return self.date or self.latest
