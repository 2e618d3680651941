"""A day of the calendar, written one way only."""

from __future__ import annotations

import datetime as dt
import re
from typing import Annotated

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

_WRITTEN = re.compile(r"\s*\d{4}-\d{2}-\d{2}\s*")


def _as_written(value: object) -> object:
    """Let no number or time of day pass for a date, as pydantic would."""
    if isinstance(value, int | float) or (isinstance(value, str) and not _WRITTEN.fullmatch(value)):
        kind, message = "date_format", "a date is written year-month-day, such as 2025-08-06"
        raise PydanticCustomError(kind, message)
    return value


Day = Annotated[dt.date, BeforeValidator(_as_written)]
"""A date, written year-month-day (ISO 8601, calendar date, extended format)."""
