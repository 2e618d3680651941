"""What every part of a brief's record has in common."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Record(BaseModel):
    """A frozen piece of the record; an unknown field is an error, never ignored."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        defer_build=True,  # most records are validated as parts of a brief, never alone
        validate_by_name=True,
        validate_by_alias=True,
        str_strip_whitespace=True,
    )
